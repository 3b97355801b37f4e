"""Jobs written as forms: every field of a job with its label, as in the tables of Europass ("Occupation or position held")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matching.knowledge.headings import heading_words, plain
from matching.reading.position_rows import Entry, date_of
from matching.reading.resume import Section
from matching.reading.rows import Row

_HEAD = ("title", "employer", "dates", "place")


@dataclass(slots=True)
class _Form:
    """The rows of one job by what their labels say, in reading order."""

    rows: list[tuple[str, Row]]

    def of(self, *roles: str) -> list[Row]:
        return [row for role in roles for kind, row in self.rows if kind == role]


def form_entries(rows: Sequence[Row], section: Section) -> list[Entry] | None:
    """The jobs of a section written as a form; None where it is not: fewer than two kinds of labels, or text in front."""
    told = _told(rows)
    roles = {role for role, _ in told if role}
    if len(roles & {"title", "employer", "duties"}) < 2 or "dates" not in roles or not told or not told[0][0]:
        return None
    forms: list[_Form] = []
    for role, row in told:
        begins = bool(forms) and role in _HEAD and forms[-1].rows[-1][0] != role and bool(forms[-1].of(role))
        if not forms or begins:
            forms.append(_Form([]))
        forms[-1].rows.append((role, row))
    return [entry for form in forms if (entry := _entry(form, section))]


def _told(rows: Sequence[Row]) -> list[tuple[str, Row]]:
    """Each row without its label, and what the label says; rows without one go on with the label above."""
    told: list[tuple[str, Row]] = []
    current = ""
    for row in rows:
        role, bare = _labelled(row)
        current = role or current
        if bare is not None:
            told.append((current, bare))
    return told


def _labelled(row: Row) -> tuple[str, Row | None]:
    """The role of the label at the beginning of a row ("" for none) and the row without it; None where nothing is left."""
    first = row.cells[0]
    role = heading_words().form_labels.get(plain(first.text), "")
    if role:
        return role, replace(row, cells=row.cells[1:]) if len(row.cells) > 1 else None
    return "", row


def _entry(form: _Form, section: Section) -> Entry | None:
    """A job with its title first; None where the form names neither title nor employer."""
    named = form.of("title", "employer")
    if not named:
        return None
    dates = form.of("dates")
    span = next((span for row in dates if (span := date_of(row, section))), None)
    body = tuple(row for role, row in form.rows if role not in _HEAD)
    body = tuple(_without_sign(row) for row in body)
    return Entry((*form.of("title"), *form.of("employer")[:1], *form.of("place"), *dates), body, span)


def _without_sign(row: Row) -> Row:
    text = row.cells[0].text
    sign = re.match(r"[•‣▪◦·*–-]\s", text)
    return replace(row, line=replace(row.line, bullet=sign[0].strip())) if sign else row
