"""Headers and footers: lines that repeat at the same place on several pages, and page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from matching.reading.document import Line, Page

EDGE = 0.11  # share of the page's height at top and bottom where headers and footers stand
_SHIFT = 4.0  # points by which a repeated line may move
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|·\s]*(?:page|seite|pagina|página|p\.)?\s*(\d{1,3})(?:\s*(?:/|of|von|de|di|sur|\||–|-)\s*(\d{1,3}))?[-–—|·\s]*",
    re.IGNORECASE,
)


def mark_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages with `furniture` set on repeated headers, footers and page numbers; nothing moves."""
    repeated = _repeated(pages)
    result = []
    for page in pages:
        marks = {i for i, line in _edge_lines(page) if (page.number, i) in repeated or _is_page_number(line, page, len(pages))}
        if marks:
            lines = tuple(replace(line, furniture=True) if i in marks else line for i, line in enumerate(page.lines))
            page = replace(page, lines=lines)
        result.append(page)
    return tuple(result)


def _edge_lines(page: Page) -> Iterator[tuple[int, Line]]:
    for i, line in enumerate(page.lines):
        if line.box[3] <= EDGE * page.height or line.box[1] >= (1 - EDGE) * page.height:
            yield i, line


def _repeated(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """(page number, line index) of edge lines whose text stands at the same place on another page, digits aside."""
    places: dict[tuple[str, bool], list[tuple[float, int, int]]] = {}
    for page in pages:
        for i, line in _edge_lines(page):
            at_top = line.box[3] <= EDGE * page.height
            height = line.box[1] if at_top else page.height - line.box[1]
            key = (_DIGITS.sub("0", line.text.casefold()), at_top)
            places.setdefault(key, []).append((height, page.number, i))
    found: set[tuple[int, int]] = set()
    for entries in places.values():
        entries.sort()
        for a, b in pairwise(entries):
            if b[0] - a[0] <= _SHIFT and a[1] != b[1]:
                found |= {a[1:], b[1:]}
    return found


def _is_page_number(line: Line, page: Page, count: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(line.text)
    if match is None or not line.text.strip():
        return False
    return int(match[1]) in (page.number, page.number - 1) or (match[2] is not None and int(match[2]) == count)
