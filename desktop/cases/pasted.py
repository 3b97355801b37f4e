"""Pasted text as a document: lines and words get places on made-up pages, so that every later step works as on a PDF. No Qt."""

from __future__ import annotations

import hashlib
import re

from matching.reading.document import Document, Line, Page, Word

WIDTH, HEIGHT, MARGIN = 612.0, 792.0, 54.0
STEP, SIZE, LETTER = 14.0, 10.0, 5.5  # points: from line to line, of type, of a letter
LINES_A_PAGE = int((HEIGHT - 2 * MARGIN) // STEP)
BULLETS = "•‣▪●◦*·–—-"
MOST = 200_000  # letters


def document_from_text(text: str, name: str) -> Document:
    """A document of the text's lines; `path` is empty and there is no page to draw."""
    lines = text[:MOST].replace("\t", "    ").splitlines()
    while lines and not lines[-1].strip():
        lines.pop()
    pages = [lines[i : i + LINES_A_PAGE] for i in range(0, len(lines), LINES_A_PAGE)] or [[]]
    made = tuple(Page(number, WIDTH, HEIGHT, _lines(number, rows)) for number, rows in enumerate(pages, 1))
    return Document(name, "", hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), len(made), made)


def _lines(page: int, rows: list[str]) -> tuple[Line, ...]:
    made: list[Line] = []
    block = blank = 0
    for i, row in enumerate(rows):
        found = [(m.start(), m.group()) for m in re.finditer(r"\S+", row)]
        if not found:
            block, blank = block + 1, blank + 1
            continue
        bullet = found.pop(0)[1] if len(found) > 1 and found[0][1] in BULLETS else ""
        words = tuple(_word(text, start, i) for start, text in found)
        box = (words[0].box[0], words[0].box[1], words[-1].box[2], words[-1].box[3])
        made.append(Line(page, words, box, block, bullet=bullet, gap_before=float(blank)))
        blank = 0
    return tuple(made)


def _word(text: str, column: int, row: int) -> Word:
    top, left = MARGIN + row * STEP, MARGIN + column * LETTER
    return Word(text, (left, top, left + len(text) * LETTER, top + SIZE + 2), SIZE)
