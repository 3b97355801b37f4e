"""Draws small résumés as documents from written text, for tests of sections, positions and the rest of the structure.

One written line is one printed line. `# Heading` is large and bold, `* text` a bullet a little to the right, `> text` told
text at that same edge, `= text` bold. ` || ` stands for a wide gap: what follows is set at the right edge. `---` begins a
new page, `<< text` is set in a narrow column to the left of the next line's height, as a line of its own. An empty line is
white space.
"""

from __future__ import annotations

from matching.reading.document import Document, Line, Page, Word

_LEFT, _RIGHT, _INDENT = 60.0, 540.0, 72.0


def page_of(text: str, column: int = 0, size: float = 10.0) -> Document:
    """The document that `text` describes (see the module's docstring)."""
    pages: list[list[Line]] = [[]]
    top, block, gap = 50.0, 0, 1.0
    for written in text.strip("\n").splitlines():
        if not written.strip():
            gap, block = 1.0, block + 1
            top += 10.0
            continue
        if written.strip() == "---":
            pages.append([])
            top, block = 50.0, 0
            continue
        line = _line(written.strip(), len(pages), top, block, column, gap, size)
        pages[-1].append(line)
        if not written.strip().startswith("<< "):
            top += 14.0 if line.size < 14 else 22.0
        gap = 0.2
    drawn = tuple(Page(number, 600.0, 800.0, tuple(lines)) for number, lines in enumerate(pages, 1))
    return Document("drawn.pdf", "", "0" * 64, len(drawn), drawn)


def _line(written: str, page: int, top: float, block: int, column: int, gap: float, size: float) -> Line:
    mark, _, rest = written.partition(" ")
    look = {"#": (14.0, True, _LEFT), "*": (size, False, _INDENT), ">": (size, False, _INDENT), "=": (size, True, _LEFT)}
    if mark == "!":
        return _set(rest, page, top, block, column, gap, 22.0, True, _LEFT, "")
    if mark == "<<":
        return _set(rest, page, top, block, column + 1, gap, size, False, 5.0, "", pitch=0.2)
    if mark not in look or not rest:
        return _set(written, page, top, block, column, gap, size, False, _LEFT, "")
    points, bold, left = look[mark]
    return _set(rest, page, top, block, column, gap, points, bold, left, "•" if mark == "*" else "")


def _set(
    text: str,
    page: int,
    top: float,
    block: int,
    column: int,
    gap: float,
    size: float,
    bold: bool,
    left: float,
    bullet: str,
    pitch: float = 0.45,
) -> Line:
    """The words of a line side by side; parts after a wide gap end at the right edge."""
    words: list[Word] = []
    text = text if text.split() else "·"  # a mark without words still is a line
    for number, part in enumerate(text.split(" || ")):
        width = sum(len(word) * pitch * size + 0.25 * size for word in part.split())
        at = left if number == 0 else _RIGHT - width
        for word in part.split():
            right = at + len(word) * pitch * size
            words.append(Word(word, (at, top, right, top + size), size, bold))
            at = right + 0.25 * size
    box = (words[0].box[0] - (10 if bullet else 0), top, words[-1].box[2], top + size)
    return Line(page, tuple(words), box, block, column, bullet, gap_before=gap)
