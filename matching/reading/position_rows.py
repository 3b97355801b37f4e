"""What each row of an experience section is: the head of a job (title, employer, place, dates) or the telling below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matching.knowledge.headings import heading_words, plain
from matching.reading.dates import DateSpan
from matching.reading.resume import Section
from matching.reading.rows import Cell, Row, is_place

_SENTENCE_WORDS = 13
_ABBREVIATED = re.compile(r"(?:\b(?:Inc|Ltd|Co|Corp|S\.A|S\.L|S\.R\.L|Jr|Sr|Ltda|GmbH|e\.V|Pvt|Dr|St|B\.V|N\.V|Dept|Univ|Int|Intl|U\.S|S\.A\.S|etc|Bros)|\b[A-Z])\.$")
_ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\w|^\S+\.(?:com|org|net|io|dev|inc|co)(?:/\S*)?$", re.IGNORECASE)
_LIST = re.compile(r"^[^,:]{2,30}:\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """The rows of one job: its head and what is told below; `span` as written in the head or beside its first row."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    span: DateSpan | None
    skipped: int = 0  # words of the first row that are the section's heading


def content_cells(row: Row, section: Section) -> tuple[Cell, ...]:
    """The cells of a row without the heading in front of its section's first row."""
    if section.heading_line is None and section.heading and section.lines and row.index == section.lines[0]:
        if row.cells and plain(row.cells[0].text) == plain(section.heading):
            return row.cells[1:]
    return row.cells


def date_of(row: Row, section: Section, body: bool = False) -> DateSpan | None:
    """The span that dates a job where `row` holds one as a field of its own: at an end of a cell with little beside it.

    In the telling (`body`) only a cell of nothing but dates counts, and not the first one.
    """
    cells = content_cells(row, section)
    candidates: list[DateSpan] = []
    for number, cell in enumerate(cells):
        if cell.spans and (cell.only_dates or is_place(cell.rest)) and (not body or (number and not cell.spans[0].single)):
            candidates.append(cell.spans[0])
        elif cell.spans and not body and _at_edge(cell):
            candidates.append(_edge_span(cell))
    ranges = [span for span in candidates if not span.single]
    return (ranges or candidates or [None])[0]


def _edge_span(cell: Cell) -> DateSpan:
    ranges = [span for span in cell.spans if not span.single]
    return (ranges or list(cell.spans))[0]


def _at_edge(cell: Cell) -> bool:
    """Whether the cell's date stands at its beginning or end, or in brackets or between separators, not inside a sentence."""
    span, text = _edge_span(cell), cell.text
    before, after = text[: span.begin].rstrip(), text[span.stop :].strip()
    if len(cell.rest.split()) > 16 or _is_sentence(cell.rest):
        return False
    opens = not before or before[-1] in "(|,;:•·–—-/[⋄~∙" or before.endswith(("‑", "−"))
    closes = not after or after[0] in ")|,;:•·–—-/]⋄~∙" or is_place(after.strip(" )|,·–-"))
    if span.single:
        return (not before and closes) or (not after.strip(" )].") and opens) or (not before and not _reads_on(after))
    return not before or not after or (opens and closes) or opens or closes


def _reads_on(text: str) -> bool:
    return text[:1].islower()


def _is_sentence(text: str) -> bool:
    words = text.split()
    if len(words) < 6:
        return False
    small = sum(word[:1].islower() for word in words)
    ends = text.rstrip().endswith((".", ";", "!")) and not _ABBREVIATED.search(text.rstrip())
    return (ends and small >= 3) or (len(words) >= _SENTENCE_WORDS and small > 0.5 * len(words))


def tell_apart(rows: Sequence[Row], section: Section) -> list[bool]:
    """For each row whether it belongs to the telling (True) or to the head of a job (False)."""
    told: list[bool] = []
    for i, row in enumerate(rows):
        above = rows[i - 1] if i else None
        told.append(_is_telling(row, above, told[-1] if told else False, section, _left_of_heads(rows, told, section)))
    return told


def _left_of_heads(rows: Sequence[Row], told: Sequence[bool], section: Section) -> float | None:
    """Left edge of the text of the latest head row."""
    for row, tells in zip(reversed(rows[: len(told)]), reversed(told), strict=True):
        if not tells:
            return _text_left(row, section)
    return None


def _text_left(row: Row, section: Section) -> float:
    """Where the text of a row begins, dates in front left out."""
    cells = [cell for cell in content_cells(row, section) if not cell.only_dates] or list(row.cells)
    return cells[0].x0


def _is_telling(row: Row, above: Row | None, above_told: bool, section: Section, head_left: float | None) -> bool:
    text = _main_text(row, section)
    if row.line.bullet or _ADDRESS.search(text) and len(text.split()) <= 4:
        return True
    if above is not None and _wraps_head(above, row, above_told, section):
        return False
    if date_of(row, section) is not None and not (above_told and _continues(above, row, section)):
        return False
    if text[:1].islower() and not re.match(r"[a-z]+[A-Z]", text):
        return True
    if _is_sentence(text) or _labelled_list(text):
        return True
    if above is None:
        return False
    if above_told:
        return _continues(above, row, section)
    left = _text_left(row, section)
    deeper = head_left is not None and head_left + 5 < left and above.line.page == row.line.page and len(row.cells) == 1
    return deeper and not row.bold and not _centred(above, row)


def _labelled_list(text: str) -> bool:
    """ "Technologies: Java, Kafka, …" and other label-and-list lines."""
    return bool(_LIST.match(text)) and (text.count(",") >= 1 or len(text.split()) > 6)


def _centred(above: Row, row: Row) -> bool:
    return abs((above.x0 + above.x1) - (row.x0 + row.x1)) < 6


def _main_text(row: Row, section: Section) -> str:
    """The words of a row without dates and places that stand in cells of their own."""
    return " ".join(cell.rest for cell in content_cells(row, section) if cell.rest and not is_place(cell.rest)) or row.text


def _wraps_head(above: Row, row: Row, above_told: bool, section: Section) -> bool:
    """Whether a head's last word goes on in `row`."""
    text = _main_text(above, section).rstrip()
    return not above_told and text.endswith(("-", "‐", "‑", "\u00ad")) and row.text[:1].islower()


def _continues(above: Row | None, row: Row, section: Section) -> bool:
    """Whether `row` goes on with the telling of the row above it."""
    if above is None:
        return False
    alike = abs(above.size - row.size) < 0.4 and above.bold == row.bold and above.capitals == row.capitals
    if not alike or (row.bold and len(row.cells) > 1):
        return False
    if row.line.page != above.line.page or row.line.column != above.line.column:
        return row.text[:1].islower()
    indented = row.x0 >= above.x0 - 2
    near = row.line.gap_before < max(0.9, above.line.gap_before + 0.25)
    if above.line.bullet or _has_hanging(above, row):
        return indented and near
    open_end = not above.text.rstrip().endswith((".", "!", ":")) or row.text[:1].islower()
    return indented and near and (open_end and len(above.line.words) >= 7 or row.text[:1].islower())


def _has_hanging(above: Row, row: Row) -> bool:
    """Whether both stand at one left edge inside one paragraph."""
    return abs(above.x0 - row.x0) < 2 and above.line.block == row.line.block and len(above.line.words) >= 8 and len(row.line.words) < 30
