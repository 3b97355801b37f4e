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
from statistics import median_low

from matching.knowledge.headings import heading_words, plain
from matching.reading.dates import DateSpan, find_spans
from matching.reading.document import Document, Line, Word
from matching.reading.layout_words import STRONG_BULLETS
from matching.reading.margin_notes import note_hosts
from matching.reading.place_names import is_place
from matching.reading.trimming import EDGES, without_spans

_WIDE_GAP = 1.1  # in font sizes: what parts two cells of a row
_DASHES = ("-", "–", "—", "‑", "−")
_EDGE_GAP = 0.6  # the same where the text behind the gap begins at one place in at least so many lines of the page
_EDGE_LINES = 3
_TYPEWRITTEN = (0.45, 0.75)  # in font sizes: where most spaces of a page are so wide, it is set in a typewriter's widths
# A line that ends inside a span of time: at the sign between two dates, in a month without its year, at a date.
_OPEN_DATE = re.compile(
    r"\d{2}.{0,12}(?:[-–—‑−]|\b(?:to|until|till|bis|à|au|a|al|hasta|até))$"
    r"|[-–—‑−]\s*[^\W\d_]{3,10}\.?(?:\s(?:de|of))?[.-]?$|\d{2}$|(?<![a-z])[A-Z][a-z]{2,8}\.?$"
)


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
    hosts = note_hosts(lines)
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
            rest = _cell_of(below.text[used:].strip(EDGES), below.x0, below.x1)
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
