"""pdfminer's document with a quicker reading of plain objects: one regular expression in place of its tokenizer.

`QuickDocument` replaces two private steps of `PDFDocument` (see `content_scanner` for the list of what is relied on):
`_getobj_parse` for objects in the file and `_getobj_objstm` for objects in object streams, which are read one by one as
they are asked for. Whatever does not look exactly as expected goes to pdfminer's own steps.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import LITERAL_CATALOG, PDFDocument, PDFXRefFallback
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfparser import PDFParser, PDFStreamParser, PDFSyntaxError
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import LIT

from matching.reading.content_operands import unescaped

_W = rb"[\x00\t\n\f\r ]"
_DELIMITED = rb"(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$)"
_TOKEN = re.compile(
    _W + rb"*+(?:"
    rb"(\d{1,10})" + _W + rb"++\d{1,5}" + _W + rb"++R" + _DELIMITED
    + rb"|([-+]?\d++)(?!\.)" + _DELIMITED
    + rb"|([-+]?(?:\d++\.\d*+|\.\d++))" + _DELIMITED
    + rb"|/([^\x00\t\n\f\r ()<>\[\]{}/%#]*+)(?!#)"
    rb"|(<<)|(>>)|(\[)|(\])"
    rb"|\(((?:[^()\\\r]++|\\[^\r])*+)\)"
    rb"|<([0-9A-Fa-f]*+)>"
    rb"|(true|false|null)" + _DELIMITED + rb")",
    re.S,
)  # fmt: skip
_REFERENCE, _INTEGER, _REAL, _NAME, _BEGIN_DICT, _END_DICT, _BEGIN_LIST, _END_LIST, _STRING, _HEX, _WORD = range(1, 12)
_HEADER = re.compile(_W + rb"*+(\d{1,10})" + _W + rb"++\d{1,5}" + _W + rb"++obj(?![A-Za-z])")
_STREAM = re.compile(_W + rb"*+stream(?:\r\n|\n)")
_END_OF_STREAM = re.compile(_W + rb"*+endstream")
_END_OF_OBJECT = re.compile(_W + rb"*+endobj")
_ANY_HEADER = re.compile(rb"(?:^|[\r\n])(\d{1,7})[ \t]+\d{1,5}[ \t]+obj(?![A-Za-z])")
_MOST_OBJECTS = 20_000
_WORDS = {b"true": True, b"false": False, b"null": None}
_DEEPEST = 64


class _Odd(Exception):
    """The object does not look as expected; pdfminer is to read it."""


class QuickDocument(PDFDocument):
    """A `PDFDocument` that reads ordinary objects quickly and everything else as before."""

    def __init__(self, parser: PDFParser, password: str = "") -> None:
        self._data = parser.fp.getvalue() if hasattr(parser.fp, "getvalue") else b""
        self._offsets: dict[int, tuple[bytes, list[int]]] = {}
        self.torn = False  # the end of the file was lost
        try:
            super().__init__(parser, password=password)
        except (PDFSyntaxError, PSEOF):
            if not self._find_catalogue():
                raise

    def _find_catalogue(self) -> bool:
        """Looks for the catalogue of a file whose end is lost, with its trailer and cross-reference table."""
        if b"/Encrypt" in self._data or self._parser is None:
            return False
        table = PDFXRefFallback()
        for header in islice(_ANY_HEADER.finditer(self._data), _MOST_OBJECTS):
            table.offsets[int(header[1])] = (None, header.start(1), 0)
        self.xrefs = [table]
        for number in table.offsets:
            try:
                found = self.getobj(number)
            except PDFException:
                continue
            if isinstance(found, dict) and found.get("Type") is LITERAL_CATALOG:
                self.catalog, self.torn = found, True
                return True
        return False

    def _getobj_parse(self, pos: int, objid: int) -> object:
        try:
            return self._object_at(pos, objid)
        except _Odd:
            return super()._getobj_parse(pos, objid)

    def _object_at(self, position: int, number: int) -> object:
        header = _HEADER.match(self._data, position)
        if header is None or int(header[1]) != number:
            raise _Odd
        value, end = read_object(self._data, header.end(), self)
        if _END_OF_OBJECT.match(self._data, end):
            return value
        return self._stream(value, end)

    def _stream(self, attributes: object, end: int) -> PDFStream:
        opening = _STREAM.match(self._data, end)
        if opening is None or not isinstance(attributes, dict):
            raise _Odd
        length = resolve1(attributes.get("Length"))
        begin = opening.end()
        if not isinstance(length, int) or length < 0 or not _END_OF_STREAM.match(self._data, begin + length):
            raise _Odd
        return PDFStream(attributes, self._data[begin : begin + length], self.decipher)

    def _getobj_objstm(self, stream: PDFStream, index: int, objid: int) -> object:
        try:
            return self._packed_object(stream, index, objid)
        except _Odd:
            return super()._getobj_objstm(stream, index, objid)

    def _packed_object(self, stream: PDFStream, index: int, number: int) -> object:
        if stream.objid is None:
            raise _Odd
        data, offsets = self._offsets.get(stream.objid) or self._read_offsets(stream)
        if not 0 <= index < len(offsets) // 2 or offsets[2 * index] != number:
            raise _Odd
        start = offsets[2 * index + 1]
        try:
            return read_object(data, start, self)[0]
        except _Odd:  # by pdfminer, but this object only
            parser = PDFStreamParser(data[start:])
            parser.set_document(self)
            return parser.nextobject()[1]

    def _read_offsets(self, stream: PDFStream) -> tuple[bytes, list[int]]:
        """The unpacked stream, and for each object its number and where it starts."""
        first, data = resolve1(stream.get("First")), stream.get_data()
        if not isinstance(first, int):
            raise _Odd
        try:
            numbers = [int(number) for number in data[:first].split()]
        except ValueError:
            raise _Odd from None
        numbers[1::2] = [first + offset for offset in numbers[1::2]]
        assert stream.objid is not None
        self._offsets[stream.objid] = data, numbers
        return data, numbers


def read_object(data: bytes, position: int, document: PDFDocument) -> tuple[Any, int]:
    """The object that starts at `position`, in pdfminer's types, and where it ends.

    Raises:
        _Odd: it holds something that is not plain (escapes, comments, nested strings, mistakes).
    """
    match = _TOKEN.match
    outer: list[list[Any]] = []
    inner: list[Any] = []
    while True:
        token = match(data, position)
        if token is None:
            raise _Odd
        kind, position = token.lastindex, token.end()
        value: Any
        if kind == _NAME:
            value = _literal(token[4])
        elif kind == _REFERENCE:
            value = PDFObjRef(document, int(token[1]))
        elif kind == _INTEGER:
            value = int(token[2])
        elif kind in (_BEGIN_DICT, _BEGIN_LIST):
            if len(outer) >= _DEEPEST:
                raise _Odd
            outer.append(inner)
            inner = [kind]
            continue
        elif kind in (_END_DICT, _END_LIST):
            if not outer or inner[0] != kind - 1:
                raise _Odd
            value, inner = _closed(inner), outer.pop()
        else:
            value = _simple(kind, token)
        if not outer:
            return value, position
        inner.append(value)


def _closed(items: list[Any]) -> Any:
    if items[0] == _BEGIN_LIST:
        return items[1:]
    keys, values = items[1::2], items[2::2]
    if len(keys) != len(values):
        raise _Odd
    return {key.name: value for key, value in zip(keys, values, strict=True) if value is not None and _is_name(key)}


def _is_name(key: Any) -> bool:
    if not isinstance(getattr(key, "name", None), str):
        raise _Odd
    return True


def _simple(kind: int | None, token: re.Match[bytes]) -> Any:
    if kind == _REAL:
        return float(token[3])
    if kind == _STRING:
        return unescaped(token[9]) if b"\\" in token[9] else token[9]
    if kind == _HEX:
        digits = token[10].decode("ascii")
        if len(digits) % 2:
            raise _Odd
        return bytes.fromhex(digits)
    return _WORDS[token[11]]


def _literal(raw: bytes) -> Any:
    try:
        return LIT(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise _Odd from None
