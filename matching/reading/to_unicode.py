"""Reads a font's /ToUnicode map: character code → text. A regular expression does it; odd maps go to pdfminer's own parser."""

from __future__ import annotations

import re
from io import BytesIO

from pdfminer.cmapdb import CMapParser, FileUnicodeMap

_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.S)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_TEXT = re.compile(rb"<([0-9A-Fa-f\s]*)>")
# Codes have at most two bytes in practice; a range that claims more is a bomb.
_MOST_CODES = 65_536


def read_to_unicode(data: bytes) -> dict[int, str]:
    """Code → text, from the bytes of a /ToUnicode stream (ISO 32000-1, 9.10.3)."""
    if b"usecmap" in data or b"/" in b"".join(block for _, block in _BLOCK.findall(data)):
        return _read_by_pdfminer(data)
    codes: dict[int, str] = {}
    for kind, block in _BLOCK.findall(data):
        if kind == b"char":
            for code, text in _CHAR.findall(block):
                _add(codes, code, _text(text))
        else:
            _add_ranges(codes, block)
    return codes


def _add_ranges(codes: dict[int, str], block: bytes) -> None:
    for first, last, text, texts in _RANGE.findall(block):
        if not first.strip() or not last.strip():
            continue
        start = int(_digits(first), 16)
        count = min(int(_digits(last), 16) - start + 1, _MOST_CODES - len(codes))
        if texts:
            for offset, one in enumerate(_TEXT.findall(texts)[: max(0, count)]):
                codes[start + offset] = _text(one)
        elif text:
            _count_up(codes, start, count, _bytes(text))


def _count_up(codes: dict[int, str], start: int, count: int, text: bytes) -> None:
    """A range whose texts count upwards in their last two bytes."""
    if len(text) < 2:
        text = text.rjust(2, b"\0")
    prefix, last = text[:-2], int.from_bytes(text[-2:], "big")
    if not prefix and last + count < 0xD800:
        codes.update(zip(range(start, start + count), map(chr, range(last, last + count)), strict=False))
        return
    for offset in range(count):
        codes[start + offset] = (prefix + ((last + offset) & 0xFFFF).to_bytes(2, "big")).decode("utf-16-be", "ignore")


def _add(codes: dict[int, str], code: bytes, text: str) -> None:
    if code.strip() and len(codes) < _MOST_CODES:
        codes[int(_digits(code), 16)] = text


def _digits(hexadecimal: bytes) -> bytes:
    return b"".join(hexadecimal.split())


def _bytes(hexadecimal: bytes) -> bytes:
    digits = _digits(hexadecimal)
    return bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode("ascii"))


def _text(hexadecimal: bytes) -> str:
    raw = _bytes(hexadecimal)
    return chr(raw[0]) if len(raw) == 1 else raw.decode("utf-16-be", "ignore")


def _read_by_pdfminer(data: bytes) -> dict[int, str]:
    found = FileUnicodeMap()
    CMapParser(found, BytesIO(data)).run()
    return dict(found.cid2unichr)
