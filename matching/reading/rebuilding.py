"""Finds the objects of a PDF whose cross-reference table is broken or missing, by looking for them in the file's bytes.

pdfminer's own search gives up at the first object that it cannot parse and looks at the first trailer only. This one takes
every `n g obj` (of equals the last, as ISO 32000-1, 7.5.6 has it), object streams, all trailers, and failing those the
catalogue itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFNoValidXRef, PDFXRefFallback
from pdfminer.pdfparser import PDFParser, PDFStreamParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psexceptions import PSEOF

from matching.errors import UnreadableDocument

# A file of 25 MB with more objects than this is no résumé; the table of them must stay small.
_MOST_OBJECTS = 200_000
_MOST_TRAILERS = 200
_HEAD_LENGTH = 2_000  # where the type of an object stands

_OBJECT = re.compile(rb"(?<![0-9])(\d{1,9})[\x00\t\n\f\r ]{1,20}(\d{1,5})[\x00\t\n\f\r ]{1,20}obj(?![A-Za-z])")
_TYPE = re.compile(rb"/Type[\x00\t\n\f\r ]{0,20}/(ObjStm|XRef|Catalog)(?![A-Za-z])")
_TRAILER_KEYS = ("Root", "Encrypt", "ID", "Info")

# Limits that were reached are the file's end, not an object's trouble.
_NOT_THE_OBJECT = (MemoryError, UnreadableDocument)

_state = {"forced": False}


def install(in_place_of: Callable[[Any, str, Any], None]) -> None:
    """Put this search in the place of pdfminer's, and let `forced` choose it for a whole file."""
    find_xref = PDFDocument.find_xref

    def found(self: PDFDocument, parser: PDFParser) -> int:
        if _state["forced"]:
            raise PDFNoValidXRef("not to be trusted")
        return find_xref(self, parser)

    in_place_of(PDFDocument, "find_xref", found)
    in_place_of(PDFXRefFallback, "load", load)


@contextmanager
def forced() -> Iterator[None]:
    """Within it, files are opened without their own cross-reference tables."""
    _state["forced"] = True
    try:
        yield
    finally:
        _state["forced"] = False


def load(self: PDFXRefFallback, parser: PDFParser) -> None:
    """Fill `self.offsets` and `self.trailer` from the bytes of the file."""
    parser.fp.seek(0)
    data = parser.fp.read()
    places: dict[int, int] = {}
    kinds: list[tuple[int, int, bytes]] = []
    for count, found in enumerate(_OBJECT.finditer(data)):
        if count >= _MOST_OBJECTS:
            break
        number, place = int(found[1]), found.start()
        places[number] = place
        self.offsets[number] = (None, place, int(found[2]))
        kind = _TYPE.search(data, found.end(), min(_end_of_head(data, found.end()), found.end() + _HEAD_LENGTH))
        if kind is not None:
            kinds.append((number, place, kind[1]))
    for number, place, kind_name in tuple(kinds):
        if kind_name == b"ObjStm" and places[number] == place:
            held = _take_object_stream(self, parser, number, place, places)
            kinds = kinds if held is None else [*kinds, (held, place, b"Catalog")]
    self.trailer.update(_trailer(parser, data, kinds))


def _end_of_head(data: bytes, start: int) -> int:
    """Where the next object or a stream's bytes begin at the latest."""
    ends = [end for end in (data.find(b"endobj", start), data.find(b"stream", start)) if end >= 0]
    return min(ends, default=len(data))


def _parsed(parser: PDFParser, place: int) -> Any:
    """The object at `place`; None where it cannot be parsed."""
    try:
        parser.seek(place)
        parser.reset()
        for _ in range(3):  # number, generation, obj
            parser.nexttoken()
        return parser.nextobject()[1]
    except _NOT_THE_OBJECT:
        raise
    except Exception:  # whatever a stranger's object makes pdfminer raise: there may be others
        return None


def _take_object_stream(
    xref: PDFXRefFallback, parser: PDFParser, number: int, place: int, places: dict[int, int]
) -> int | None:
    """Note the objects of an object stream that do not stand in the file after it; returns the catalogue's number, if held."""
    stream = _parsed(parser, place)
    if not isinstance(stream, PDFStream):
        return None
    numbers: list[Any] = []
    try:
        pairs = PDFStreamParser(stream.get_data())
        while len(numbers) < 2 * min(int(stream.get("N", 0)), _MOST_OBJECTS):
            numbers.append(pairs.nextobject()[1])
    except PSEOF:
        pass
    except _NOT_THE_OBJECT:
        raise
    except Exception:  # encrypted, or broken: its objects stay unknown
        return None
    for index, held in enumerate(numbers[::2]):
        if isinstance(held, int) and places.get(held, -1) < place:
            places[held] = place
            xref.offsets[held] = (number, index, 0)
    return _catalogue_among(stream, numbers)


def _catalogue_among(stream: PDFStream, numbers: list[Any]) -> int | None:
    """The number of the catalogue in an object stream, by the place of its type among the places of the objects."""
    first, found = stream.get("First"), [one for one in _TYPE.finditer(stream.get_data()) if one[1] == b"Catalog"]
    if not found or not isinstance(first, int):
        return None
    before = [pair for pair in zip(numbers[1::2], numbers[::2], strict=False) if isinstance(pair[0], int)]
    before = [pair for pair in before if first + pair[0] <= found[-1].start() and isinstance(pair[1], int)]
    return max(before)[1] if before else None


def _trailer(parser: PDFParser, data: bytes, kinds: list[tuple[int, int, bytes]]) -> dict[str, Any]:
    """What the trailers, cross-reference streams and, failing both, the catalogue say; the last in the file wins."""
    trailer: dict[str, Any] = {}
    places = [found.start() for found in re.finditer(rb"trailer", data)][-_MOST_TRAILERS:]
    for place in places:
        trailer.update(_known(_parsed_trailer(parser, place)))
    for _, place, kind in kinds[-_MOST_TRAILERS:]:
        if kind == b"XRef" and "Root" not in trailer and isinstance(stream := _parsed(parser, place), PDFStream):
            trailer.update(_known(stream.attrs))
    catalogues = [number for number, _, kind in kinds if kind == b"Catalog"]
    if "Root" not in trailer and catalogues:
        trailer["Root"] = PDFObjRef(parser.doc, catalogues[-1])
    return trailer


def _parsed_trailer(parser: PDFParser, place: int) -> Any:
    try:
        parser.seek(place)
        parser.reset()
        parser.nexttoken()
        return parser.nextobject()[1]
    except _NOT_THE_OBJECT:
        raise
    except Exception:  # as in `_parsed`
        return None


def _known(found: Any) -> dict[str, Any]:
    """The entries that opening a file needs."""
    return {key: found[key] for key in _TRAILER_KEYS if key in found} if isinstance(found, dict) else {}
