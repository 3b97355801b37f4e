"""Advice for gaps, written by hand: what counts as evidence, what to do, how to word it. Facts live in `resources/advice/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from matching.fit.report import Effort, GapKind
from matching.knowledge.role_tables import Table, read_table

_DEFAULT = "default.toml"
_KEYS = "evidence missing listed_only stale partly wording effort after hints check"


@dataclass(frozen=True, slots=True)
class Advice:
    """What to tell about a gap in one requirement. `texts` by kind of gap; `hints` are skill or activity ids that suggest the
    person may have it already, `check` what to check then; `after` the requirements worth closing before."""

    evidence: str
    texts: Mapping[GapKind, str]
    wording: str
    efforts: Mapping[GapKind, Effort]
    after: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    check: str = ""


@cache
def load_advice(role: str) -> Mapping[str, Advice]:
    """The advice of a role by requirement id; empty for a role without a file. Raises FactError for a mistake."""
    if not (files("resources") / "advice" / f"{role}.toml").is_file():
        return {}
    default, table = read_table("advice", _DEFAULT), read_table("advice", f"{role}.toml")
    return {name: _advice(entry, default) for name in table.names() for entry in (table.sub(name),)}


def advice_for(role: str, requirement: str, name: str) -> Advice:
    """The advice for a requirement; the general one, with its name filled in, where the role's file says nothing."""
    found = load_advice(role).get(requirement)
    if found is None:
        found = _advice(Table("", requirement, {}), read_table("advice", _DEFAULT))
    texts = {kind: text.replace("{name}", name) for kind, text in found.texts.items()}
    return Advice(found.evidence, texts, found.wording, found.efforts, found.after, found.hints, found.check)


def _advice(entry: Table, default: Table) -> Advice:
    entry.only(_KEYS)
    efforts = {kind: _effort(default.sub("effort"), kind.value) for kind in GapKind}
    if entry.text("effort", ""):
        efforts[GapKind.MISSING] = _effort(entry, "effort")
    if entry.texts("hints") and not entry.text("check", ""):
        raise entry.mistake("check", "hints need a sentence that says what to check")
    return Advice(
        evidence=entry.text("evidence", default.text("evidence")),
        texts={kind: entry.text(kind.value, default.text(kind.value)) for kind in GapKind},
        wording=entry.text("wording", default.text("wording")),
        efforts=efforts,
        after=entry.texts("after"),
        hints=entry.texts("hints"),
        check=entry.text("check", ""),
    )


def _effort(table: Table, key: str) -> Effort:
    try:
        return Effort(table.text(key))
    except ValueError:
        raise table.mistake(key, f"neither small, medium nor large: {table.text(key)!r}") from None
