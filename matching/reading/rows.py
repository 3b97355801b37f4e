"""Rows: the lines of a résumé with what stands beside them, cut into cells at wide gaps.

Dates and places are often printed at the right edge or in a narrow column of their own. Where the reading order has parted
them from their line, they are found again by height: such a line becomes a note of the row it stands beside.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from statistics import median_low

from matching.knowledge.headings import heading_words, plain
from matching.reading.dates import DateSpan, find_spans
from matching.reading.document import Document, Line, Word
from matching.reading.layout_words import STRONG_BULLETS
from matching.reading.place_names import is_place

_WIDE_GAP = 1.1  # in font sizes: what parts two cells of a row
_DASHES = ("-", "–", "—", "‑", "−")
_EDGE_GAP = 0.6  # the same where the text behind the gap begins at one place in at least so many lines of the page
_EDGE_LINES = 3
_TYPEWRITTEN = (0.45, 0.75)  # in font sizes: where most spaces of a page are so wide, it is set in a typewriter's widths
_DURATION = re.compile(
    r"\(?\s*(?:\d+\s*(?:years?|yrs?\.?|months?|mos?\.?|jahre?|monate?|ans?|mois|años?|meses|anos?)[\s,]*)+\)?", re.IGNORECASE
)
_END_DURATION = re.compile(rf"^{_DURATION.pattern}$|[|(·,:–-]\s*{_DURATION.pattern}$|\({_DURATION.pattern}\)", re.IGNORECASE)
# A line that ends inside a span of time: at the sign between two dates, in a month without its year, at a date.
_OPEN_DATE = re.compile(
    r"\d{2}.{0,12}(?:[-–—‑−]|\b(?:to|until|till|bis|à|au|a|al|hasta|até))$"
    r"|[-–—‑−]\s*[^\W\d_]{3,10}\.?(?:\s(?:de|of))?[.-]?$|\d{2}$|(?<![a-z])[A-Z][a-z]{2,8}\.?$"
)
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


def line_cells(words: Sequence[Word], size: float, edges: frozenset[int] = frozenset()) -> list[Cell]:
    """The words of one line as cells, cut where the gap is wide; a narrower one will do before one of `edges`."""
    cells: list[Cell] = []
    run: list[Word] = []
    size = max(size, 4.0)
    stretched = _stretched(words, size)
    for word in words:
        gap = word.box[0] - run[-1].box[2] if run else 0.0
        wide = gap > _WIDE_GAP * size and not (stretched and abs(gap - stretched) < 0.04 * size)
        if wide or (gap > _EDGE_GAP * size and edges and round(word.box[0]) in edges):
            cells.append(_cell(run))
            run = []
        run.append(word)
    if run:
        cells.append(_cell(run))
    return cells


def _stretched(words: Sequence[Word], size: float) -> float:
    """The width of the white space in a line stretched to both margins, where it is wide and the same again and again."""
    gaps = sorted(b.box[0] - a.box[2] for a, b in itertools.pairwise(words))
    middle = gaps[len(gaps) // 2] if len(gaps) >= 3 else 0.0
    alike = sum(abs(gap - middle) < 0.04 * size for gap in gaps)
    return middle if middle > _WIDE_GAP * size and alike >= 3 and alike >= 0.7 * len(gaps) else 0.0


def _text_edges(lines: Sequence[Line]) -> dict[int, frozenset[int]]:
    """By page: where text begins (whole points) behind a gap in many lines, as beside a column of dates.

    Nowhere on a page in a typewriter's widths: there each space is such a gap, and words stand below each other by chance.
    """
    starts: dict[int, Counter[int]] = {}
    behind: dict[int, set[int]] = {}
    gaps: dict[int, list[float]] = {}
    for line in lines:
        if line.furniture or not line.words:
            continue
        least = _EDGE_GAP * max(line.size, 4.0)
        found = {round(b.box[0]) for a, b in itertools.pairwise(line.words) if b.box[0] - a.box[2] > least}
        gaps.setdefault(line.page, []).extend(
            (b.box[0] - a.box[2]) / max(line.size, 4.0) for a, b in itertools.pairwise(line.words)
        )
        behind.setdefault(line.page, set()).update(found)
        starts.setdefault(line.page, Counter()).update({round(line.words[0].box[0]), *found})
    return {
        page: frozenset(x for x in behind[page] if counts[x] >= _EDGE_LINES)
        for page, counts in starts.items()
        if behind[page] and not _TYPEWRITTEN[0] < median_low(gaps[page]) < _TYPEWRITTEN[1]
    }


def _cell(words: Sequence[Word]) -> Cell:
    return _cell_of(" ".join(word.text for word in words), words[0].box[0], words[-1].box[2])


def _cell_of(text: str, x0: float, x1: float) -> Cell:
    spans = find_spans(text)
    return Cell(text, x0, x1, spans, without_spans(text, spans))


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
    edges = _text_edges(lines)
    rows = tuple(
        _row(i, line, tuple(notes.get(i, ())), lines, edges.get(line.page, frozenset()))
        for i, line in enumerate(lines)
        if not line.furniture and line.words and i not in hosts
    )
    rows = _with_whole_dates(rows)
    size, bold = _body_look(rows)
    return Rows(rows, size, bold, {index: row for row in rows for index in row.indexes})


def _row(index: int, line: Line, notes: tuple[int, ...], lines: Sequence[Line], edges: frozenset[int]) -> Row:
    size = line.size
    cells = line_cells(line.words, size, edges)
    for note in notes:
        cells += line_cells(lines[note].words, size)
    text = line.text
    letters = [sign for sign in text if sign.isalpha()]
    capitals = len(letters) >= 3 and all(sign.isupper() for sign in letters)
    return Row(index, line, tuple(sorted(cells, key=lambda cell: cell.x0)), notes, text, plain(text), size, line.bold, capitals)


def _with_whole_dates(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with each span of time that broke at the end of a narrow column or line ("February 2018 –" / "May 2021") whole
    in the upper row; a row that held nothing else becomes a note of it."""
    result: list[Row] = []
    for row in rows:
        above = range(len(result) - 1, max(-1, len(result) - 7), -1)
        joined = next(((i, both) for i in above if _breaks_off(result[i], row) and (both := _joined(result[i], row))), None)
        if joined is None:
            result.append(row)
        else:
            result[joined[0]], rest = joined[1]
            result += [rest] if rest else []
    return tuple(result)


def _breaks_off(upper: Row, row: Row) -> bool:
    """Whether a date may go on from `upper` to `row`: one of its cells ends inside a span, and `row` stands close below."""
    near = upper.line.page == row.line.page and 0 < row.line.box[1] - upper.line.box[1] < 3.4 * max(row.size, upper.size)
    return near and any(_OPEN_DATE.search(cell.text) for cell in upper.cells)


def _joined(upper: Row, row: Row) -> tuple[Row, Row | None] | None:
    """The two rows with the date whole in the upper one, the lower one without its part (None: nothing is left of it)."""
    wrapped = abs(upper.x0 - row.x0) < 2 and row.line.box[1] - upper.line.box[1] < 2.2 * upper.size
    for number, cell in enumerate(upper.cells):
        for other, below in enumerate(row.cells):
            beneath = any(abs(a - b) < 2 for a, b in zip(_anchors(cell), _anchors(below), strict=True))
            if not beneath and not (wrapped and other == 0 and number + 1 == len(upper.cells)):
                continue
            whole, used = _whole_date(cell.text, below.text) if _OPEN_DATE.search(cell.text) else ("", 0)
            if not used:
                continue
            cells = [_cell_of(whole, cell.x0, cell.x1) if i == number else c for i, c in enumerate(upper.cells)]
            rest = _cell_of(below.text[used:].strip(_EDGES), below.x0, below.x1)
            left = [c for i, c in enumerate(row.cells) if i != other or rest.text]
            left = [rest if c is below else c for c in left]
            if left:
                return replace(upper, cells=tuple(cells)), _listed(replace(row, cells=tuple(left)))
            return replace(upper, cells=tuple(cells), notes=tuple(sorted({*upper.notes, *row.indexes}))), None
    return None


def _listed(row: Row) -> Row:
    """A row as an item of a list where its text now begins with a list sign."""
    first = row.cells[0]
    if first.text[0] not in STRONG_BULLETS:
        return row
    cell = _cell_of(first.text[1:].lstrip(), first.x0, first.x1)
    return replace(row, line=replace(row.line, bullet=first.text[0]), cells=(cell, *row.cells[1:]))


def _anchors(cell: Cell) -> tuple[float, float, float]:
    """Where a cell begins, ends and has its middle: by one of them the lines of a narrow column are set."""
    return cell.x0, cell.x1, (cell.x0 + cell.x1) / 2


def _whole_date(text: str, below: str) -> tuple[str, int]:
    """`text` with the part of `below` that goes on with its last date, and how many signs of `below` that takes; 0 for none."""
    broken = re.search(r"[^\W\d_]-$", text) is not None and below[:1].islower()
    joint = text[:-1] if broken else text + " "
    span = next((s for s in find_spans(joint + below) if s.begin < len(joint) - 1 and len(joint) < s.stop), None)
    if text.endswith(_DASHES) and plain(below) in heading_words().dates.months:  # its year is in a third line
        return joint + below, len(below)
    if span is None or (span.single and find_spans(text)):
        return text, 0
    after = below[span.stop - len(joint) :]
    rest = after.strip()
    if rest and re.fullmatch(r"[-–—‑−]\s*(?:[^\W\d_]{3,10}[.-]?)?", rest):  # the date goes on in a third line
        return joint + below, len(below)
    named = plain(text).rsplit(" ", 1)[-1] in {*heading_words().dates.months, *heading_words().dates.seasons}
    if (span.single and not named) or (rest and rest[0] not in ")|,;·•–—-(" and not is_place(rest)):
        return text, 0
    closing = len(after) - len(after.lstrip()) + 1 if rest.startswith(")") else 0
    used = span.stop - len(joint) + closing
    return joint + below[:used], used


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
            if lines[i].column in told and _stacked(lines, i):
                beside = own
            elif lines[i].column in told:
                beside = own or [j for j in beside if abs(lines[j].box[3] - lines[i].box[3]) < 0.25 * lines[i].size]
            upper = None if own else _between(lines, i, members)
            if upper is not None:
                hosts[i] = upper
            elif beside:
                hosts[i] = min(beside, key=lambda j: (_distance(lines[i], lines[j]), j))
    return {note: _root(note, hosts) for note in hosts}


def _stacked(lines: Sequence[Line], i: int) -> bool:
    """Whether a line stands under text of its own column, at one left edge with it: a date below a title."""
    above = lines[i - 1] if i else lines[i]
    same = above.page == lines[i].page and above.column == lines[i].column and abs(above.box[0] - lines[i].box[0]) < 1
    return same and 0 < lines[i].box[1] - above.box[1] < 2 * lines[i].size and not _is_note(above.text)


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
        month = plain(rest) in heading_words().dates.months and text.endswith(rest)  # "May 2017 – June", its year below
        return not rest or is_place(rest) or month
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
