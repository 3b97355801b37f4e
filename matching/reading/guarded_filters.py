"""Stream filters with an end: inflate, LZW, run lengths, fax and predictors for pdfminer, all paid from the file's budget."""

from __future__ import annotations

import io
import re
import zlib
from base64 import a85decode
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from pdfminer import pdftypes
from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.ccitt import ccittfaxdecode
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfexceptions import PDFValueError
from pdfminer.utils import apply_png_predictor

from matching.reading.budget import BUDGET

# No fax machine writes wider rows; pdfminer makes a list of them before it looks at the data.
_WIDEST_FAX = 1 << 16

_ASCII85_START = re.compile(rb"\s*<?\s*~\s*")
_ASCII85_GROUP = re.compile(rb"z|[^z~]{1,5}")
_NO_HEX = re.compile(rb"[^0-9A-Fa-f]")


def install() -> None:
    """Put these filters in the place of pdfminer's own."""
    in_place_of(pdftypes, "zlib", SimpleNamespace(decompress=inflate, decompressobj=zlib.decompressobj, error=zlib.error))
    in_place_of(pdftypes, "decompress_corrupted", salvage)
    in_place_of(pdftypes, "lzwdecode", unpack_lzw)
    in_place_of(pdftypes, "rldecode", unpack_run_lengths)
    in_place_of(pdftypes, "ascii85decode", unpack_ascii85)
    in_place_of(pdftypes, "asciihexdecode", unpack_hex)
    in_place_of(pdftypes, "ccittfaxdecode", _bounded_fax(ccittfaxdecode))
    in_place_of(pdftypes, "apply_png_predictor", _bounded_predictor(apply_png_predictor))


def in_place_of(owner: Any, name: str, guarded: Any) -> None:
    """Replace a function of pdfminer; raises AttributeError where a new version no longer has it."""
    getattr(owner, name)
    setattr(owner, name, guarded)


def inflate(data: bytes) -> bytes:
    """`zlib.decompress` within the budget. Raises zlib.error for broken or incomplete data."""
    stream = zlib.decompressobj()
    unpacked = stream.decompress(data, max(1, BUDGET.inflated + 1) if BUDGET.inflated < 1 << 40 else 0)
    if not stream.eof and len(unpacked) <= BUDGET.inflated:
        raise zlib.error("incomplete or truncated stream")
    BUDGET.spend_inflated(len(unpacked))
    return unpacked


def salvage(data: bytes) -> bytes:
    """What can be unpacked before the data breaks off or goes wrong; raises zlib.error where that is nothing."""
    stream, parts = zlib.decompressobj(), list[bytes]()
    try:
        for place in range(0, len(data), 256):
            before = stream.copy()
            try:
                part = stream.decompress(data[place : place + 256])
            except zlib.error:
                parts.append(_salvage_bytes(before, data[place : place + 256]))
                break
            BUDGET.spend_inflated(len(part))
            parts.append(part)
    except ValueError as error:  # a stream that ended cannot be copied on some systems
        raise zlib.error(str(error)) from None
    if not any(parts):
        raise zlib.error("nothing to unpack")
    return b"".join(parts)


def _salvage_bytes(stream: Any, data: bytes) -> bytes:
    """The part of `data` before the wrong byte."""
    parts = []
    for place in range(len(data)):
        try:
            parts.append(stream.decompress(data[place : place + 1]))
        except zlib.error:
            break
        BUDGET.spend_inflated(len(parts[-1]))
    return b"".join(parts)


def unpack_lzw(data: bytes) -> bytes:
    """LZW by pdfminer's decoder, paid piece by piece."""
    parts = []
    for part in LZWDecoder(io.BytesIO(data)).run():
        BUDGET.spend_inflated(len(part))
        parts.append(part)
    return b"".join(parts)


def unpack_run_lengths(data: bytes) -> bytes:
    """RunLengthDecode (ISO 32000-1, 7.4.5); data that breaks off gives what there is."""
    unpacked, place = bytearray(), 0
    while place < len(data) and (length := data[place]) != 128:
        before = len(unpacked)
        if length < 128:
            unpacked += data[place + 1 : place + 2 + length]
            place += length + 2
        else:
            unpacked += data[place + 1 : place + 2] * (257 - length)
            place += 2
        BUDGET.spend_inflated(len(unpacked) - before)
    return bytes(unpacked)


def unpack_ascii85(data: bytes) -> bytes:
    """ASCII base-85; of data with a mistake in it, what stands before the mistake."""
    try:
        return ascii85decode(data)
    except ValueError:
        pass
    start = _ASCII85_START.match(data)
    parts = list[bytes]()
    for group in _ASCII85_GROUP.finditer(b"".join(data[start.end() if start else 0 :].split())):
        try:
            parts.append(a85decode(group[0]))
        except ValueError:  # not five digits, or more than four bytes hold
            break
    return b"".join(parts)


def unpack_hex(data: bytes) -> bytes:
    """ASCII hexadecimal; whatever is no digit is left out."""
    try:
        return asciihexdecode(data)
    except ValueError:
        digits = _NO_HEX.sub(b"", data.partition(b">")[0])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _bounded_fax(decode: Callable[..., bytes]) -> Callable[..., bytes]:
    def bounded(data: bytes, parameters: dict[str, Any]) -> bytes:
        columns = pdftypes.resolve1(parameters.get("Columns", 1728)) if isinstance(parameters, dict) else 1728
        if not isinstance(columns, int) or not 0 < columns <= _WIDEST_FAX:
            raise PDFValueError("fax rows of an impossible width")
        return decode(data, parameters)

    return bounded


def _bounded_predictor(apply: Callable[..., bytes]) -> Callable[..., bytes]:
    """The PNG predictor; rows that claim to be longer than the data are as long as the data."""

    def bounded(predictor: int, colours: int, columns: int, bits: int, data: bytes) -> bytes:
        if colours < 1 or columns < 1 or colours > 64:
            raise PDFValueError("impossible rows")
        most = len(data) * 8 // (colours * max(1, bits)) + 8
        return apply(predictor, colours, min(columns, most), bits, data)

    return bounded
