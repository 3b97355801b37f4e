"""Optional content (layers): which groups a viewer leaves out when it opens the file (ISO 32000-1, 8.11)."""

from __future__ import annotations

from typing import Any

from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1


class Layers:
    """The layers that are switched off by the default configuration.

    Args:
        catalog: the document's catalogue.
    """

    def __init__(self, catalog: dict[str, Any]) -> None:
        properties = dict_value(catalog.get("OCProperties")) if "OCProperties" in catalog else {}
        default = dict_value(properties.get("D")) if properties else {}
        self._any = bool(properties)
        self._all_off = _name(default.get("BaseState")) == "OFF"
        self._off = _numbers(default.get("OFF"))
        self._on = _numbers(default.get("ON"))

    def is_off(self, group: object) -> bool:
        """Whether what belongs to the group (or membership dictionary) is not shown."""
        if not self._any or group is None:
            return False
        contents = resolve1(group)
        if isinstance(contents, dict) and _name(contents.get("Type")) == "OCMD":
            return self._membership_off(contents)
        return isinstance(group, PDFObjRef) and self._group_off(group)

    def _group_off(self, group: PDFObjRef) -> bool:
        return group.objid in self._off or (self._all_off and group.objid not in self._on)

    def _membership_off(self, membership: dict[str, Any]) -> bool:
        groups = membership.get("OCGs")
        listed = [groups] if isinstance(groups, PDFObjRef) and not isinstance(resolve1(groups), list) else resolve1(groups)
        off = [self._group_off(one) for one in listed or () if isinstance(one, PDFObjRef)]
        if not off:
            return False
        policy = _name(membership.get("P")) or "AnyOn"
        shown = {"AllOn": not any(off), "AnyOff": any(off), "AllOff": all(off)}.get(policy, not all(off))
        return not shown


def _name(value: object) -> str:
    return str(getattr(resolve1(value), "name", ""))


def _numbers(groups: object) -> frozenset[int]:
    return (
        frozenset(one.objid for one in list_value(groups) if isinstance(one, PDFObjRef)) if groups is not None else frozenset()
    )
