"""Reads a character map that a font brings along (/Encoding as a stream): how bytes make codes, and which glyph a code draws.

pdfminer knows the packaged maps by name only and loses all text of a font with a map of its own; WeasyPrint writes such
maps. /ToUnicode goes by the code, widths by the glyph's number (ISO 32000-1, 9.7.5 and 9.10.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pdfminer.pdftypes import PDFStream, resolve1

_SPACE = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.S)
_PAIR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
_BLOCK = re.compile(rb"begincid(char|range)(.*?)endcid", re.S)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*(\d{1,6})")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(\d{1,6})")
_MOST_CODES = 65_536  # a range that claims more than two bytes can hold is a bomb
_MOST_BYTES = 4


class CharacterCodes:
    """The codes of one font with a map of its own.

    Args:
        spaces: for each code space its number of bytes, lowest and highest code.
        glyphs: code → number of the glyph.
    """

    def __init__(self, spaces: tuple[tuple[int, int, int], ...], glyphs: dict[int, int]) -> None:
        self.spaces, self.glyphs = spaces, glyphs
        self.longest = max(length for length, _, _ in spaces)

    def split(self, shown: bytes) -> Iterator[int]:
        """The codes of a shown string. Bytes of no code space are passed over one by one."""
        place = 0
        while place < len(shown):
            length = self._length(shown, place)
            if length:
                yield int.from_bytes(shown[place : place + length], "big")
            place += length or 1

    def _length(self, shown: bytes, place: int) -> int:
        for length, low, high in self.spaces:
            code = int.from_bytes(shown[place : place + length], "big")
            if place + length <= len(shown) and low <= code <= high:
                return length
        return 0

    def glyph(self, code: int) -> int:
        """The number of the glyph of a code; the code itself where the map leaves it to another one."""
        return self.glyphs.get(code, code)


def embedded_codes(encoding: object) -> CharacterCodes | None:
    """The map of a font's /Encoding where it is a stream that maps codes itself; None for a map known by name."""
    stream = resolve1(encoding)
    if not isinstance(stream, PDFStream):
        return None
    data = stream.get_data()
    spaces = tuple(sorted({space for block in _SPACE.findall(data) for space in _spaces(block)}))
    glyphs: dict[int, int] = {}
    for kind, block in _BLOCK.findall(data):
        _add(glyphs, kind, block)
    return CharacterCodes(spaces, glyphs) if spaces and glyphs else None


def _spaces(block: bytes) -> Iterator[tuple[int, int, int]]:
    for low, high in _PAIR.findall(block):
        first, last = b"".join(low.split()), b"".join(high.split())
        length = (len(last) + 1) // 2
        if first and len(first) == len(last) and length <= _MOST_BYTES:
            yield length, int(first, 16), int(last, 16)


def _add(glyphs: dict[int, int], kind: bytes, block: bytes) -> None:
    if kind == b"char":
        for code, glyph in _CHAR.findall(block):
            if code.strip() and len(glyphs) < _MOST_CODES:
                glyphs[int(b"".join(code.split()), 16)] = int(glyph)
        return
    for first, last, glyph in _RANGE.findall(block):
        if not first.strip() or not last.strip():
            continue
        start, end = int(b"".join(first.split()), 16), int(b"".join(last.split()), 16)
        count = max(0, min(end - start + 1, _MOST_CODES - len(glyphs)))
        glyphs.update(zip(range(start, start + count), range(int(glyph), int(glyph) + count), strict=True))
