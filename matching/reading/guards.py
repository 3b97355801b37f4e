"""Guards inside the reading child: what pdfminer would follow, unpack or count without end is bounded here.

They replace functions of pdfminer.six in this process (tests/matching/reading/test_guards.py notices where a new version
moves them). A file within the limits reads the same with them and without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pdfminer
from pdfminer import pdffont, pdftypes
from pdfminer.cmapdb import CMapDB, CMapParser
from pdfminer.pdfdocument import PDFDocument, PDFNoPageLabels, PDFXRefStream
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdffont import TrueTypeFont
from pdfminer.pdfinterp import PDFContentParser, PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef
from pdfminer.psexceptions import PSException
from pdfminer.utils import nunpack

from matching.reading import guarded_filters, rebuilding
from matching.reading.budget import BUDGET
from matching.reading.guarded_filters import in_place_of
from matching.reading.limits import ReadingLimits

# Character codes and CIDs have at most two bytes (ISO 32000-1, 9.7); a range that claims more is cut here.
MOST_CODES = 65_536

# The character maps that pdfminer brings. Other names are unknown without a look at the disk: a name is a stranger's, and on
# Windows one like \\host\share\x would make the system call that host.
CHARACTER_MAPS = frozenset(
    path.name.removesuffix(".json.gz") for path in (Path(pdfminer.__file__).parent / "cmap").glob("*.json.gz")
)

_installed = False


def install() -> None:
    """Put the guards around pdfminer, once a process."""
    global _installed
    if _installed:
        return
    _installed = True
    guarded_filters.install()
    rebuilding.install(in_place_of)
    _guard_objects()
    _guard_structure()
    _guard_fonts()
    _guard_painting()


def new_file(limits: ReadingLimits) -> None:
    """Start the budgets anew."""
    BUDGET.renew(limits)


# --- objects ------------------------------------------------------------------------------------------------------------


def _resolve(self: PDFObjRef, default: object = None) -> Any:
    """What a reference stands for, through references to references; `default` where they run in a circle."""
    seen: set[int] = set()
    value: Any = self
    while isinstance(value, PDFObjRef):
        if value.doc is None or value.objid in seen:
            return default
        seen.add(value.objid)
        try:
            value = value.doc.getobj(value.objid)
        except PDFObjectNotFound:
            return default
    return value


def _guard_objects() -> None:
    get_object = PDFDocument.getobj

    def guarded(self: PDFDocument, objid: int) -> object:
        if objid in self._cached_objs:
            return self._cached_objs[objid][0]
        busy: set[int] = self.__dict__.setdefault("_busy_objects", set())
        if objid in busy:  # an object that needs itself to be read, as by its /Length
            raise PDFObjectNotFound(objid)
        busy.add(objid)
        try:
            return get_object(self, objid)
        except PSException:  # not an object, whatever the table says
            raise PDFObjectNotFound(objid) from None
        finally:
            busy.discard(objid)

    in_place_of(PDFDocument, "getobj", guarded)
    in_place_of(PDFObjRef, "resolve", _resolve)


# --- cross-reference tables, pages --------------------------------------------------------------------------------------


def _guard_structure() -> None:
    read_xref_from, load = PDFDocument.read_xref_from, PDFXRefStream.load

    def once(self: PDFDocument, parser: Any, start: int, xrefs: list[Any]) -> None:
        seen: set[int] = self.__dict__.setdefault("_seen_xrefs", set())
        if start not in seen:
            seen.add(start)
            read_xref_from(self, parser, start, xrefs)

    def fitting(self: PDFXRefStream, parser: Any) -> None:
        load(self, parser)
        self.ranges = _ranges_within(self.ranges, len(self.data or b""), self.entlen or 0)

    def no_labels(self: PDFDocument) -> Any:
        raise PDFNoPageLabels  # nobody asks for them, and their trees may loop

    for name in ("_parse_mediabox", "_parse_cropbox"):
        in_place_of(PDFPage, name, _lenient_box(getattr(PDFPage, name)))
    in_place_of(PDFDocument, "read_xref_from", once)
    in_place_of(PDFXRefStream, "load", fitting)
    in_place_of(PDFDocument, "get_page_labels", no_labels)


def _lenient_box(parse: Callable[..., Any]) -> Callable[..., Any]:
    """A page's box; one that is no list of numbers counts as absent."""

    def box(self: PDFPage, value: Any, *outer: Any) -> Any:
        try:
            return parse(self, value, *outer)
        except (TypeError, ValueError):
            return parse(self, None, *outer)

    return box


def _ranges_within(ranges: Iterable[Any], size: int, entry: int) -> list[tuple[int, int]]:
    """The ranges of object numbers of a cross-reference stream, without those for which it has no entries."""
    left = size // entry if entry > 0 else 0
    fitting = []
    for start, count in ranges:
        if isinstance(start, int) and isinstance(count, int):
            fitting.append((start, max(0, min(count, left))))
            left -= fitting[-1][1]
    return fitting


# --- fonts --------------------------------------------------------------------------------------------------------------


class _BoundedTable(dict[Any, Any]):
    """A table that pays for each entry."""

    def __setitem__(self, key: Any, value: Any) -> None:
        BUDGET.spend_entries(1)
        super().__setitem__(key, value)


def _guard_fonts() -> None:
    in_place_of(pdffont, "get_widths", _bounded_widths(pdffont.get_widths, 3))
    in_place_of(pdffont, "get_widths2", _bounded_widths(pdffont.get_widths2, 5))
    load_map, do_keyword = CMapDB._load_data, CMapParser.do_keyword

    def packaged_only(cls: type[CMapDB], name: str) -> Any:
        if name.replace("\0", "") not in CHARACTER_MAPS:
            raise CMapDB.CMapNotFound(name)
        return load_map(name)

    def bounded(self: CMapParser, pos: int, token: Any) -> None:
        if token is CMapParser.KEYWORD_ENDCIDRANGE or token is CMapParser.KEYWORD_ENDBFRANGE:
            self.curstack[:] = _bounded_ranges(self.curstack)
        do_keyword(self, pos, token)

    in_place_of(CMapDB, "_load_data", classmethod(packaged_only))
    in_place_of(CMapParser, "do_keyword", bounded)
    for name in ("parse_cmap_format_10", "parse_cmap_format_12"):
        in_place_of(TrueTypeFont, name, _bounded_cmap(getattr(TrueTypeFont, name)))


def _bounded_cmap(parse: Callable[..., None]) -> Callable[..., None]:
    def bounded(self: TrueTypeFont, file: Any, table: dict[int, int]) -> None:
        found = _BoundedTable()
        parse(self, file, found)
        table.update(found)

    return bounded


def _bounded_widths(build: Callable[..., Any], run: int) -> Callable[..., Any]:
    """`get_widths` for /W (`run` 3) or /W2 (`run` 5), with each range of characters cut to what fonts can have."""

    def bounded(sequence: Iterable[object]) -> Any:
        cut: list[Any] = []
        pending = 0  # numbers that wait for a list or for their run to be complete
        for given in sequence:
            value = pdftypes.resolve1(given)
            if isinstance(value, list):
                value = value[: MOST_CODES * (run - 2)]
                BUDGET.spend_entries(len(value))
                pending = 0
            elif isinstance(value, (int, float)):
                pending += 1
                if pending == 2 and isinstance(value, int) and isinstance(cut[-1], int):
                    first = cut[-1]
                    value = min(value, first + MOST_CODES - 1)
                pending = 0 if pending == run else pending
            cut.append(value)
            if pending == 2 and isinstance(value, int) and isinstance(cut[-2], int):
                BUDGET.spend_entries(max(0, value - cut[-2]))
        return build(cut)

    return bounded


def _bounded_ranges(stack: list[tuple[int, Any]]) -> list[tuple[int, Any]]:
    """The triples (first, last, target) before an `endcidrange` or `endbfrange`, cut to what fonts can have."""
    bounded = []
    for place in range(0, len(stack) - 2, 3):
        first, last, target = stack[place : place + 3]
        if isinstance(first[1], bytes) and isinstance(last[1], bytes) and len(first[1]) == len(last[1]):
            start, count = nunpack(first[1]), nunpack(last[1]) - nunpack(first[1]) + 1
            if count > MOST_CODES and not isinstance(target[1], list):
                count = MOST_CODES
                last = (last[0], (start + count - 1).to_bytes(len(first[1]), "big"))
            BUDGET.spend_entries(max(0, count) if not isinstance(target[1], list) else len(target[1]))
        bounded += [first, last, target]
    return bounded


# --- painting by pdfminer's own interpreter (the fallback) --------------------------------------------------------------


def _guard_painting() -> None:
    do_keyword, do_form = PDFContentParser.do_keyword, PDFPageInterpreter.do_Do

    def counted(self: PDFContentParser, pos: int, token: Any) -> None:
        BUDGET.spend_operators(1)
        do_keyword(self, pos, token)

    def counted_form(self: PDFPageInterpreter, name: Any) -> None:
        BUDGET.spend_form()
        do_form(self, name)

    in_place_of(PDFContentParser, "do_keyword", counted)
    in_place_of(PDFPageInterpreter, "do_Do", counted_form)
