"""Reads the bytes of a PDF into pages of lines and words."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextContainer, LTTextLine

from matching.reading.document import Document, Line, Page, Word


def _words(line: LTTextLine, height: float) -> Iterator[Word]:
    chars: list[LTChar] = []

    def flush() -> Iterator[Word]:
        if chars:
            x0, x1 = min(c.x0 for c in chars), max(c.x1 for c in chars)
            top, bottom = height - max(c.y1 for c in chars), height - min(c.y0 for c in chars)
            name = chars[0].fontname.lower()
            yield Word("".join(c.get_text() for c in chars), (x0, top, x1, bottom), round(chars[0].size, 1), "bold" in name)
            chars.clear()

    for item in line:
        if isinstance(item, LTChar) and item.get_text().strip():
            chars.append(item)
        else:
            yield from flush()
    yield from flush()


def read_pdf(data: bytes, name: str = "", path: str = "", password: str = "") -> Document:
    """PLACEHOLDER reading by pdfminer's own layout, until the scanner and the layout step replace it."""
    pages = []
    for number, layout in enumerate(extract_pages(io.BytesIO(data), password=password, laparams=LAParams()), 1):
        lines = []
        for block, box in enumerate(b for b in layout if isinstance(b, LTTextContainer)):
            for row in box:
                if isinstance(row, LTTextLine) and (words := tuple(_words(row, layout.height))):
                    x0, top = min(w.box[0] for w in words), min(w.box[1] for w in words)
                    x1, bottom = max(w.box[2] for w in words), max(w.box[3] for w in words)
                    bullet = words[0].text if words[0].text in "•-–▪●◦*·" else ""
                    lines.append(Line(number, words[1:] if bullet else words, (x0, top, x1, bottom), block, bullet=bullet))
        pages.append(Page(number, layout.width, layout.height, tuple(line for line in lines if line.words)))
    return Document(name, path, hashlib.sha256(data).hexdigest(), len(pages), tuple(pages))
