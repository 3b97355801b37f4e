"""What each row of an experience section is: the head of a job (title, employer, place, dates) or the telling below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matching.knowledge.headings import heading_words, plain
from matching.reading.dates import DateSpan
from matching.reading.place_names import is_place
from matching.reading.resume import Section
from matching.reading.rows import Cell, Row

_SENTENCE_WORDS = 13
_HEAD_WORDS = 8
_ABBREVIATED = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|S\.A|S\.L|S\.R\.L|Jr|Sr|Ltda|GmbH|e\.V|Pvt|Dr|St|B\.V|N\.V|Dept|Univ|Int|Intl|U\.S|S\.A\.S|etc|Bros|\w\.\w)|\b[A-Z])\.$"
)
# A bare domain is an address where it is printed small: "Booking.com" is a firm.
_ADDRESS = re.compile(r"(?i:https?://|www\.|\S+@\S+\.\w)|^[a-z0-9]\S*\.(?:com|org|net|io|dev|inc|co)(?:/\S*)?$")
_LIST = re.compile(r"^[^,:]{2,30}:\s")


@dataclass(frozen=True, slots=True)
class Entry:
    """The rows of one job: its head and what is told below; `span` as written in the head or beside its first row."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    span: DateSpan | None


def content_cells(row: Row, section: Section) -> tuple[Cell, ...]:
    """The cells of a row without the heading in front of its section's first row."""
    if section.heading_line is None and section.heading and section.lines and row.index == section.lines[0]:
        return row.cells[1:] if row.cells and plain(row.cells[0].text) == plain(section.heading) else row.cells
    return row.cells


def date_of(row: Row, section: Section, body: bool = False) -> DateSpan | None:
    """The span that dates a job where `row` holds one as a field of its own: at an end of a cell with little beside it.

    In the telling (`body`) only a cell of nothing but dates counts, and not the first one.
    """
    cells = content_cells(row, section)
    candidates: list[DateSpan] = []
    for number, cell in enumerate(cells):
        if (
            cell.spans
            and (cell.only_dates or is_place(cell.rest))
            and (not body or ((number or row.notes) and not cell.spans[0].single))
        ):
            candidates.append(cell.spans[0])
        elif cell.spans and not body and _at_edge(cell):
            candidates.append(_edge_span(cell))
    ranges = [span for span in candidates if not span.single]
    return next(iter(ranges or candidates), None)


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
    head: list[Row] = []  # the head rows of the entry that is being read
    dates_first = bool(rows) and date_of(rows[0], section) is not None
    for i, row in enumerate(rows):
        above = rows[i - 1] if i else None
        tells = _is_telling(row, above, bool(told and told[-1]), section, head)
        if not tells:
            opens = dates_first and date_of(row, section) is not None
            head = [*head, row] if told and not told[-1] and not opens else [row]
        told.append(tells)
    return told


def _text_left(row: Row, section: Section) -> float:
    """Where the text of a row begins, dates in front left out."""
    cells = [cell for cell in content_cells(row, section) if not cell.only_dates] or list(row.cells)
    return cells[0].x0


def _is_telling(row: Row, above: Row | None, above_told: bool, section: Section, head: Sequence[Row]) -> bool:
    text = _main_text(row, section)
    if row.line.bullet or (_ADDRESS.search(text) and len(text.split()) <= 4):
        return True
    if above is not None and _wraps_head(above, row, above_told, section):
        return False
    if _has_date_cell(row, section):
        return False
    left = min((_text_left(r, section) for r in head if r.line.page == row.line.page), default=None)
    if (
        above is not None
        and above_told
        and left is not None
        and left + 5 < row.x0
        and row.x0 >= above.x0 - 2
        and _one_flow(above, row)
    ):
        return True
    if date_of(row, section) is not None and not (above is not None and above_told and _continues(above, row)):
        return False
    if text[:1].islower() and not re.match(r"[a-z]+[A-Z]", text):
        return True
    titles = heading_words().titles
    if (
        above is not None
        and row.text.endswith(":")
        and not (titles.labels.is_whole(plain(text)) or titles.nouns.found_in(plain(text)))
    ):
        return True  # what it announces stands below
    if (_is_sentence(text) or _labelled_list(text)) and not _labels_head(text):
        return True
    if above is None:
        return False
    if above_told:
        return _continues(above, row) or (text.rstrip().endswith(":") and len(text.split()) <= 5)
    if not _is_full(head, section):
        return False
    deeper = left is not None and left + 5 < _text_left(row, section) and len(row.cells) == 1
    # The employer below the title beside a column of dates; what stands below both is told, but for a place.
    below = abs(_text_left(above, section) - _text_left(row, section)) < 2 and (len(head) < 2 or is_place(text))
    return (deeper and not below and not row.bold and not _centred(above, row)) or _reads_as_telling(text)


def _reads_as_telling(text: str) -> bool:
    """Whether a row below a whole head is told text by its words: a short sentence, or mostly small words."""
    words = text.split()
    small = sum(word[:1].islower() and len(word) > 1 for word in words)
    ends = text.rstrip().endswith((".", ":", ";")) and not _ABBREVIATED.search(text.rstrip())
    return (ends and len(words) >= 3 and small >= 2) or (len(words) >= 6 and small > 0.5 * len(words))


def _has_date_cell(row: Row, section: Section) -> bool:
    """Whether a cell of the row is nothing but a span of time: the row heads a job."""
    cells = content_cells(row, section)
    return len(cells) > 1 and any(cell.only_dates and not cell.spans[0].single for cell in cells)


def _one_flow(above: Row, row: Row) -> bool:
    """Whether `row` can go on in the paragraph or list of `above`: alike in print, not far below it."""
    alike = abs(above.size - row.size) < 0.4 and above.bold == row.bold and above.capitals == row.capitals
    return alike and above.line.page == row.line.page and above.line.column == row.line.column


def _is_full(head: Sequence[Row], section: Section) -> bool:
    """Whether a head has more than one piece already, dates and places left out."""
    pieces = 0
    for row in head:
        for cell in content_cells(row, section):
            if cell.rest and not is_place(cell.rest):
                pieces += 1 + bool(re.search(r",\s|\s[|–—·•-]\s|\sat\s", cell.rest))
    return pieces >= 2


def _labelled_list(text: str) -> bool:
    """ "Technologies: Java, Kafka, …" and other label-and-list lines."""
    return bool(_LIST.match(text)) and (text.count(",") >= 1 or len(text.split()) > 6)


def _labels_head(text: str) -> bool:
    """Whether it is a field of a head with its label: "Company: Holm Soft, Leeds"."""
    before, colon, after = text.partition(":")
    return bool(colon) and len(after.split()) <= _HEAD_WORDS and heading_words().titles.labels.is_whole(plain(before))


def _centred(above: Row, row: Row) -> bool:
    return abs((above.x0 + above.x1) - (row.x0 + row.x1)) < 6


def _main_text(row: Row, section: Section) -> str:
    """The words of a row without dates and places that stand in cells of their own."""
    return " ".join(cell.rest for cell in content_cells(row, section) if cell.rest and not is_place(cell.rest)) or row.text


def _wraps_head(above: Row, row: Row, above_told: bool, section: Section) -> bool:
    """Whether a head's last word goes on in `row`."""
    text = _main_text(above, section).rstrip()
    return not above_told and text.endswith(("-", "‐", "‑", "\u00ad")) and row.text[:1].islower()


def _continues(above: Row, row: Row) -> bool:
    """Whether `row` goes on with the telling of the row above it, by its look and place."""
    if not _one_flow(above, row):
        return row.text[:1].islower() and above.size == row.size
    if row.bold and len(row.cells) > 1:
        return False
    indented = row.x0 >= above.x0 - 2
    near = row.line.gap_before < max(0.9, above.line.gap_before + 0.25)
    if above.line.bullet or _has_hanging(above, row):
        return indented and near
    open_end = not above.text.rstrip().endswith((".", "!", ":")) or row.text[:1].islower()
    return indented and near and ((open_end and len(above.line.words) >= 7) or row.text[:1].islower())


def _has_hanging(above: Row, row: Row) -> bool:
    """Whether both stand at one left edge inside one paragraph."""
    return abs(above.x0 - row.x0) < 2 and above.line.block == row.line.block and len(above.line.words) >= 8
