"""Rows: the lines of a résumé with what stands beside them, cut into cells at wide gaps.

Dates and places are often printed at the right edge or in a narrow column of their own. Where the reading order has parted
them from their line, they are found again by height: such a line becomes a note of the row it stands beside.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from matching.knowledge.headings import heading_words, plain
from matching.reading.dates import DateSpan, find_spans
from matching.reading.document import Document, Line, Word

_WIDE_GAP = 1.1  # in font sizes: what parts two cells of a row
_DURATION = re.compile(
    r"\(?\s*(?:\d+\s*(?:years?|yrs?\.?|months?|mos?\.?|jahre?|monate?|ans?|mois|años?|meses|anos?)[\s,]*)+\)?", re.IGNORECASE
)
_END_DURATION = re.compile(rf"^{_DURATION.pattern}$|[|(·,–-]\s*{_DURATION.pattern}$|\({_DURATION.pattern}\)", re.IGNORECASE)
_EDGES = " \t*|,;:•·–—-‐‑−/~⋄∙◦"


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of words of a row without a wide gap, with the dates in its text."""

    text: str
    x0: float
    x1: float
    spans: tuple[DateSpan, ...]
    rest: str  # the text without its dates and without separators at its ends

    @property
    def only_dates(self) -> bool:
        return bool(self.spans) and not self.rest


@dataclass(frozen=True, slots=True)
class Row:
    """A line (`index` into `Document.lines`) with its notes; cells from left to right. Look: that of the line itself."""

    index: int
    line: Line
    cells: tuple[Cell, ...]
    notes: tuple[int, ...]
    text: str
    plain: str
    size: float
    bold: bool
    capitals: bool

    @property
    def x0(self) -> float:
        """Where the words begin, a list sign in front of them left out."""
        return self.line.words[0].box[0]

    @property
    def x1(self) -> float:
        return self.line.words[-1].box[2]

    @property
    def indexes(self) -> tuple[int, ...]:
        return (self.index, *self.notes)

    @property
    def spans(self) -> tuple[DateSpan, ...]:
        return tuple(span for cell in self.cells for span in cell.spans)


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a document in reading order, without furniture; `at` finds the row of a line."""

    rows: tuple[Row, ...]
    body_size: float
    body_bold: bool
    at: dict[int, Row] = field(default_factory=dict, repr=False, compare=False)


def without_spans(text: str, spans: Sequence[DateSpan]) -> str:
    """`text` without the dates, and without durations and separators at its ends."""
    for span in reversed(spans):
        text = text[: span.begin] + " | " + text[span.stop :] if span.begin > 0 else text[span.stop :]
    text = re.sub(r"\(\s*\|?\s*\)", " ", _END_DURATION.sub("", text))
    return trimmed(re.sub(r"\s+", " ", text).replace("| |", "|"))


def trimmed(text: str) -> str:
    """`text` without separators at its ends; a bracket goes only where its other half is missing."""
    text = text.strip(_EDGES)
    while True:
        if text.endswith((")", "]")) and text.count(text[-1]) > text.count("(["[")]".index(text[-1])]):
            text = text[:-1].rstrip(_EDGES)
        elif (text.startswith(("(", "[")) and text.count(text[0]) > text.count(")]"["([".index(text[0])])) or text.startswith(
            (")", "]")
        ):
            text = text[1:].lstrip(_EDGES)
        elif text.endswith(("(", "[")):
            text = text[:-1].rstrip(_EDGES)
        else:
            return text


@lru_cache(maxsize=2048)
def is_place(text: str) -> bool:
    """Whether `text` is a place and nothing else: "Denver, CO", "Oslo, Norway", "Remote", "Berlin"."""
    words = heading_words().places
    if re.search(r"\s[&+]\s", text):
        return all(is_place(part) for part in re.split(r"\s[&+]\s", text))
    parts = [part.strip(" .") for part in re.split(r"[,/()]|\s[–—-]\s", text) if part.strip(" .")]
    if not parts or len(parts) > 4 or sum(len(part.split()) for part in parts) > 7:
        return False
    if plain(parts[-1]) in words.remote:
        return len(parts) == 1 or is_place(", ".join(parts[:-1])) or (len(parts) == 2 and known_town(parts[0]))
    first, rest = parts[0], parts[1:]
    if not rest:
        return plain(first) in words.names or plain(first) in words.cities or _city_and_code(first)
    regions = all(part in words.codes or plain(part) in words.names for part in rest)
    return (regions and _may_be_town(first)) or (
        known_town(first) and all(known_town(part) or part in words.codes for part in rest)
    )


def known_town(text: str) -> bool:
    """Whether a name is a town, region or country by the data."""
    words = heading_words().places
    return plain(text) in words.cities or plain(text) in words.names or _city_and_code(text)


def _may_be_town(text: str) -> bool:
    """Whether a name before a region can be a town: short, capitals, no employer's or school's word."""
    words = heading_words().organisations
    bare = plain(text)
    if known_town(text):
        return True
    named = (
        words.suffixes.has_word(bare.split()[-1]) or words.words.found_in(bare) or words.schools.found_in(bare)
        if bare
        else True
    )
    return not named and len(bare.split()) <= 3 and _capitalised(text)


def _city_and_code(text: str) -> bool:
    """ "Melbourne VIC", "Berkeley CA 94704"."""
    found = re.fullmatch(r"(.+?)\s+([A-Z.]{2,5})(?:\s+\d{4,6})?", text)
    return bool(found and found[2] in heading_words().places.codes and _capitalised(found[1]))


def _capitalised(text: str) -> bool:
    return bool(text) and (text[0].isupper() or text[0].isdigit()) and not re.search(r"[@:]|\d{5}", text)


def line_cells(words: Sequence[Word], size: float) -> list[Cell]:
    """The words of one line as cells, cut where the gap is wide."""
    cells: list[Cell] = []
    run: list[Word] = []
    for word in words:
        if run and word.box[0] - run[-1].box[2] > _WIDE_GAP * max(size, 4.0):
            cells.append(_cell(run))
            run = []
        run.append(word)
    if run:
        cells.append(_cell(run))
    return cells


def _cell(words: Sequence[Word]) -> Cell:
    text = " ".join(word.text for word in words)
    spans = find_spans(text)
    return Cell(text, words[0].box[0], words[-1].box[2], spans, without_spans(text, spans))


_latest: list[tuple[Document, Rows]] = []


def find_rows(document: Document) -> Rows:
    """All rows of the document, notes beside their hosts. The latest document's rows are kept: several steps ask for them."""
    for known, rows in _latest:
        if known is document:
            return rows
    rows = _find_rows(document)
    _latest[:] = [(document, rows)]
    return rows


def _find_rows(document: Document) -> Rows:
    lines = document.lines
    hosts = _note_hosts(lines)
    notes: dict[int, list[int]] = {}
    for note, host in hosts.items():
        notes.setdefault(host, []).append(note)
    rows = tuple(
        _row(i, line, tuple(notes.get(i, ())), lines)
        for i, line in enumerate(lines)
        if not line.furniture and line.words and i not in hosts
    )
    size, bold = _body_look(rows)
    return Rows(rows, size, bold, {index: row for row in rows for index in row.indexes})


def _row(index: int, line: Line, notes: tuple[int, ...], lines: Sequence[Line]) -> Row:
    size = line.size
    cells = line_cells(line.words, size)
    for note in notes:
        cells += line_cells(lines[note].words, size)
    text = line.text
    letters = [sign for sign in text if sign.isalpha()]
    capitals = len(letters) >= 3 and all(sign.isupper() for sign in letters)
    return Row(index, line, tuple(sorted(cells, key=lambda cell: cell.x0)), notes, text, plain(text), size, line.bold, capitals)


def _note_hosts(lines: Sequence[Line]) -> dict[int, int]:
    """Note line → the line it stands beside. Notes are dates, places or durations in a column that holds little else."""
    by_page: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        if not line.furniture and line.words:
            by_page.setdefault(line.page, []).append(i)
    hosts: dict[int, int] = {}
    for members in by_page.values():
        candidates = _margin_notes(lines, members)
        told = _told_columns(lines, members, candidates)
        for i in candidates:
            free = lines[i].column not in told or any(not span.single for span in find_spans(lines[i].text))
            near = [j for j in members if free or lines[j].column == lines[i].column]
            beside = [j for j in near if j != i and (j not in candidates or j < i) and _beside(lines[i], lines[j])]
            own = [j for j in beside if lines[j].column == lines[i].column]
            if lines[i].column in told:
                beside = own or [j for j in beside if abs(lines[j].box[3] - lines[i].box[3]) < 0.25 * lines[i].size]
            upper = None if own else _between(lines, i, members)
            if upper is not None:
                hosts[i] = upper
            elif beside:
                hosts[i] = min(beside, key=lambda j: (_distance(lines[i], lines[j]), j))
    return {note: _root(note, hosts) for note in hosts}


def _margin_notes(lines: Sequence[Line], members: Sequence[int]) -> dict[int, None]:
    """Those of `members` that are notes: in a run of one column in which most lines are notes, or at an edge of their own
    (headings and long lines count neither way)."""
    notes = {i for i in members if len(lines[i].words) <= 7 and not lines[i].bullet and _is_note(lines[i].text)}
    if not notes:
        return {}
    short = [i for i in members if len(lines[i].words) <= 7 and plain(lines[i].text) not in heading_words().sections.phrases]
    found: dict[int, None] = {}
    for group in (*_runs(lines, members), *_edges_shared(lines, short)):
        inside = [i for i in group if i in notes]
        others = [i for i in group if i not in notes and plain(lines[i].text) not in heading_words().sections.phrases]
        if len(inside) >= 1.5 * max(len(others), 1) or (inside and not others and group is not members):
            found |= dict.fromkeys(inside)
    return dict.fromkeys(i for i in members if i in found)


def _told_columns(lines: Sequence[Line], members: Sequence[int], notes: dict[int, None]) -> set[int]:
    """Columns of a page that hold more text than notes: what stands in them belongs to them, not to a line beside."""
    counts: dict[int, int] = {}
    for i in members:
        heading = plain(lines[i].text) in heading_words().sections.phrases
        counts[lines[i].column] = counts.get(lines[i].column, 0) + (0 if heading else -1 if i in notes else 1)
    return {column for column, count in counts.items() if count > 0}


def _runs(lines: Sequence[Line], members: Sequence[int]) -> list[list[int]]:
    """`members` as runs of one column."""
    runs: list[list[int]] = []
    for i in members:
        if runs and lines[runs[-1][-1]].column == lines[i].column:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _edges_shared(lines: Sequence[Line], members: Sequence[int]) -> list[list[int]]:
    """Groups of lines that end or begin at one place across the page."""
    groups: list[list[int]] = []
    for side in (2, 0):
        ordered = sorted(members, key=lambda i: (lines[i].box[side], i))
        group: list[int] = []
        for i in ordered:
            if group and lines[i].box[side] - lines[group[0]].box[side] > 2:
                groups.append(group)
                group = []
            group.append(i)
        groups.append(group)
    return [group for group in groups if len(group) > 1]


def _root(note: int, hosts: dict[int, int]) -> int:
    host, seen = hosts[note], {note}
    while host in hosts and host not in seen:
        seen.add(host)
        host = hosts[host]
    return host


@lru_cache(maxsize=2048)
def _is_note(text: str) -> bool:
    """Whether a line is nothing but dates, a duration or a place."""
    spans = find_spans(text)
    if spans:
        rest = without_spans(text, spans)
        return not rest or is_place(rest)
    return _DURATION.fullmatch(text.strip()) is not None or is_place(text)


def _beside(note: Line, host: Line) -> bool:
    """Whether the two stand on one height and the host, the wider text, is no note of the same column."""
    overlap = min(note.box[3], host.box[3]) - max(note.box[1], host.box[1])
    height = min(note.box[3] - note.box[1], host.box[3] - host.box[1])
    apart = note.box[0] >= host.box[2] or note.box[2] <= host.box[0]
    return apart and overlap > 0.5 * height and (not _is_note(host.text) or bool(find_spans(note.text)))


def _between(lines: Sequence[Line], note: int, near: Sequence[int]) -> int | None:
    """The first of two lines of one block between which the note stands, as where a date is set at half the height of a title
    of two lines."""
    own = lines[note]
    middle = (own.box[1] + own.box[3]) / 2
    for upper in near:
        above, below = lines[upper], lines[upper + 1] if upper + 1 < len(lines) else None
        if (
            below is None
            or note in (upper, upper + 1)
            or above.column != own.column
            or above.block != below.block
            or above.page != own.page
        ):
            continue
        apart = all(own.box[0] >= line.box[2] or own.box[2] <= line.box[0] for line in (above, below))
        centre = (above.box[1] + below.box[3]) / 2
        if apart and not _is_note(above.text) and abs(centre - middle) < 0.3 * own.size and below.box[1] > above.box[1]:
            return upper
    return None


def _distance(note: Line, host: Line) -> float:
    gap = max(note.box[0] - host.box[2], host.box[0] - note.box[2])
    return gap + 4 * abs(note.box[3] - host.box[3])


def _body_look(rows: Sequence[Row]) -> tuple[float, bool]:
    """Font size and weight of most letters."""
    sizes: dict[float, int] = {}
    bold = 0
    total = 0
    for row in rows:
        letters = len(row.text)
        sizes[round(row.size, 1)] = sizes.get(round(row.size, 1), 0) + letters
        bold += letters * row.bold
        total += letters
    size = max(sizes, key=lambda s: (sizes[s], s)) if sizes else 0.0
    return size, bold * 2 > total
