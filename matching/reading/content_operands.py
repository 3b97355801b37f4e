"""Operands of a content stream that are more than a number or a name: strings, arrays, dictionaries, inline images."""

from __future__ import annotations

import re

Operand = object
_SPACE = b"\x00\t\n\f\r "
_SKIP = re.compile(rb"[\x00\t\n\f\r ]*+(?:%[^\r\n]*+[\x00\t\n\f\r ]*+)*+")
_TOKEN = re.compile(
    rb"([-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|/([^\x00\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|(<<)|(>>)|<([0-9A-Fa-f\x00\t\n\f\r ]*+)>"
    rb"|(\[)|(\])|(\()|([A-Za-z]+)"
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))|\r\n?", re.S)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PARENTHESIS = re.compile(rb"[()]|\\.", re.S)
_END_OF_IMAGE = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r /Q]|$)")
# What follows inline image data is plain text again: operators, not the bytes of a picture.
_PLAIN = re.compile(rb"[\t\n\f\r -~]{0,24}+$|[\t\n\f\r -~]{24}")
_DEEPEST = 30


class Word(str):
    """A name operand (`/Name`), as distinct from a string, which is bytes."""

    __slots__ = ()


def read_operand(data: bytes, start: int, depth: int = 0) -> tuple[Operand | None, int]:
    """The operand that starts at `start`, and where it ends; (None, end) for comments and what makes no sense."""
    start = _after_space(data, start)
    match = _TOKEN.match(data, start)
    if match is None:
        return None, start + 1
    kind, end = match.lastindex, match.end()
    if kind == 1:
        return float(match[1]), end
    if kind == 2:
        return Word(match[2].decode("utf-8", "replace")), end
    if kind == 5:
        digits = b"".join(match[5].replace(b"\0", b" ").split()).decode("ascii")
        return bytes.fromhex(digits + "0" * (len(digits) % 2)), end
    if kind == 8:
        return _string(data, end)
    if kind in (3, 6) and depth < _DEEPEST:
        items, end = _items(data, end, b">>" if kind == 3 else b"]", depth)
        return (_dictionary(items) if kind == 3 else items), end
    return {b"true": True, b"false": False}.get(match[9] or b""), end


def _after_space(data: bytes, start: int) -> int:
    match = _SKIP.match(data, start)
    return match.end() if match else start


def _items(data: bytes, start: int, closing: bytes, depth: int) -> tuple[list[Operand], int]:
    items: list[Operand] = []
    position = _after_space(data, start)
    while position < len(data):
        if data.startswith(closing, position):
            return items, position + len(closing)
        value, position = read_operand(data, position, depth + 1)
        if value is not None:
            items.append(value)
        position = _after_space(data, position)
    return items, position


def _dictionary(items: list[Operand]) -> dict[str, Operand]:
    return {str(key): value for key, value in zip(items[::2], items[1::2], strict=False)}


def _string(data: bytes, start: int) -> tuple[bytes, int]:
    """A string whose opening parenthesis stands before `start`; parentheses inside may nest."""
    depth = 1
    for match in _PARENTHESIS.finditer(data, start):
        if match[0] == b"(":
            depth += 1
        elif match[0] == b")":
            depth -= 1
            if not depth:
                return unescaped(data[start : match.start()]), match.end()
    return unescaped(data[start:]), len(data)


def unescaped(shown: bytes) -> bytes:
    """The bytes that a literal string stands for (ISO 32000-1, 7.3.4.2)."""

    def meant(match: re.Match[bytes]) -> bytes:
        if match[1]:
            return bytes((int(match[1], 8) & 0xFF,))
        if match[3]:
            return _ESCAPED.get(match[3], match[3])
        return b"" if match[2] else b"\n"

    return _ESCAPE.sub(meant, shown)


def text_of(value: object) -> str:
    """A text string (7.9.2.2): UTF-16 or UTF-8 behind a byte order mark, else Latin; only printable characters."""
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"\xfe\xff"):
        text = value[2:].decode("utf-16-be", "ignore")
    else:
        text = value.removeprefix(b"\xef\xbb\xbf").decode("utf-8" if value.startswith(b"\xef\xbb\xbf") else "latin-1", "ignore")
    return "".join(char for char in text if char.isprintable()).strip()


def inline_image(data: bytes, start: int) -> tuple[dict[str, Operand], int]:
    """The attributes of an inline image whose `BI` stands before `start`, and where its `EI` ends.

    The data may hold the letters EI: without a filter their length is known; else `EI` counts where plain text follows.
    """
    items: list[Operand] = []
    position = _after_space(data, start)
    while position < len(data) and not data.startswith(b"ID", position):
        value, position = read_operand(data, position)
        items.append(value)
        position = _after_space(data, position)
    attributes = _dictionary(items)
    begin = position + 3
    return attributes, _end_of_image(data, begin, attributes)


def _end_of_image(data: bytes, begin: int, attributes: dict[str, Operand]) -> int:
    length = _raw_length(attributes)
    if length is not None and data[begin + length : begin + length + 4].strip(_SPACE)[:2] == b"EI":
        return data.index(b"EI", begin + length) + 2
    for match in _END_OF_IMAGE.finditer(data, max(0, begin - 1)):
        if _PLAIN.match(data, match.end(), match.end() + 24):
            return match.end()
    return len(data)


def _raw_length(attributes: dict[str, Operand]) -> int | None:
    """Bytes of image data without a filter; None where it cannot be told."""
    if "F" in attributes or "Filter" in attributes:
        return None
    wide, high = attributes.get("W", attributes.get("Width")), attributes.get("H", attributes.get("Height"))
    bits = attributes.get("BPC", attributes.get("BitsPerComponent", 1.0))
    parts = {"G": 1, "DeviceGray": 1, "RGB": 3, "DeviceRGB": 3, "CMYK": 4, "DeviceCMYK": 4}
    space = attributes.get("CS", attributes.get("ColorSpace", Word("G")))
    if not (isinstance(wide, float) and isinstance(high, float) and isinstance(bits, float)) or not isinstance(space, Word):
        return None
    return int((wide * bits * parts[space] + 7) // 8 * high) if space in parts else None
