"""The scanner's parts against pdfminer's own: strings, objects, character maps, inline images; nothing makes them hang."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream
from pdfminer.psparser import PSLiteral

from matching.errors import UnreadableDocument
from matching.reading.content_operands import inline_image, read_operand, text_of, unescaped
from matching.reading.object_parser import QuickDocument
from matching.reading.pdf import read_pdf
from matching.reading.to_unicode import read_to_unicode
from tests.matching.reading.tiny_pdf import stream_object, tiny_pdf


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        (rb"a\(b\)\\", b"a(b)\\"),
        (rb"\101\7\0533", b"A\x07+3"),
        (b"one\\\ntwo", b"onetwo"),
        (b"a\r\nb\rc", b"a\nb\nc"),
        (rb"\n\r\t\b\f\x", b"\n\r\t\b\fx"),
        (rb"\777", b"\xff"),
    ],
)
def test_escapes(raw: bytes, meant: bytes) -> None:
    assert unescaped(raw) == meant


@pytest.mark.parametrize(
    ("source", "value"),
    [
        (b"(a(b)c) Tj", b"a(b)c"),
        (b"(never closed", b"never closed"),
        (b"<48 6>", b"H\x60"),
        (b"[1 (x) [/N] true]", [1.0, b"x", ["N"], True]),
        (b"<</A 1 /B <</C (d)>> >>", {"A": 1.0, "B": {"C": b"d"}}),
        (b"% only a comment", None),
        (b"-.5", -0.5),
    ],
)
def test_operands(source: bytes, value: object) -> None:
    assert read_operand(source, 0)[0] == value


def test_deep_nesting_ends() -> None:
    value, end = read_operand(b"[" * 100_000, 0)
    assert isinstance(value, list)
    assert end <= 100_000


@given(st.binary(max_size=200), st.integers(0, 20))
@settings(max_examples=200, deadline=None)
def test_operands_always_move_on(source: bytes, start: int) -> None:
    start = min(start, len(source))
    assert read_operand(source, start)[1] > start or start == len(source)


@pytest.mark.parametrize(
    ("raw", "text"),
    [(b"\xfe\xff\x00f\x00i", "fi"), (b"\xef\xbb\xbf\xc3\xa9", "é"), (b"caf\xe9", "café"), (b"a\x00\x1bb", "ab"), (7, "")],
)
def test_text_strings(raw: object, text: str) -> None:
    assert text_of(raw) == text


def test_inline_images_with_and_without_known_length() -> None:
    known = b" /W 4 /H 1 /BPC 8 /CS /G ID \nEI  EI Q"
    assert known[inline_image(known, 0)[1] :] == b" Q"
    packed = b" /W 40 /H 1 /F /Fl ID ab EI \xff\x80 more EI\nQ BT"
    assert packed[inline_image(packed, 0)[1] :] == b"\nQ BT"


CMAP = b"""/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar <01> <0041> <02> <00660069> endbfchar
2 beginbfrange <10> <12> <0061> <20> <21> [<0078> <D83DDE00>] endbfrange
1 beginbfrange <30> <31> <00410030> endbfrange
endcmap"""


def test_character_maps_read_as_by_pdfminer() -> None:
    stock = FileUnicodeMap()
    CMapParser(stock, io.BytesIO(CMAP)).run()
    assert read_to_unicode(CMAP) == stock.cid2unichr
    assert read_to_unicode(CMAP)[0x21] == "😀"


def test_a_map_may_not_claim_more_codes_than_there_are() -> None:
    assert len(read_to_unicode(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange")) <= 65_536


def plain(value: Any) -> Any:
    """A value of pdfminer that can be compared."""
    if isinstance(value, PDFObjRef):
        return ("reference", value.objid)
    if isinstance(value, PDFStream):
        return ("stream", plain(value.attrs), value.rawdata)
    if isinstance(value, PSLiteral):
        return ("name", value.name)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


OBJECTS = (
    "[1 -2 +3 4.5 -.5 6. (a\\)b) (c(d)e) <48656c6c6f> /Name /A#20B true false 7 0 R]",
    "<</Key[<</Deep(er)>>]/Ref 6 0 R/Odd(line\\\nbreak)/Hex<4>>>",
    "(a string with a \\101 in it)",
    "% a comment before\n[1 2]",
    stream_object("stream data", "/Extra[1 2 3]"),
    b"<</Length 3>>\nstream\ntoo short\nendstream",
)


def test_objects_read_as_by_pdfminer() -> None:
    data = tiny_pdf("BT ET", objects=OBJECTS)
    quick, stock = QuickDocument(PDFParser(io.BytesIO(data))), PDFDocument(PDFParser(io.BytesIO(data)))
    for number in range(1, 6 + len(OBJECTS)):
        assert plain(quick.getobj(number)) == plain(stock.getobj(number)), number


PARTS = (
    b"q |Q |BT |(x) Tj |[(a) -300 (b)] TJ |1 0 0 1 5 5 cm |/F1 9 Tf |0 0 9 9 re |f |W n |BI |ID |EI |<|(|[|/|%|1 |-|.|<<|>>|"
    b"EMC |/OC /x BDC |' |\" |Do |gs |scn |\x00\xff"
).split(b"|")


@given(st.lists(st.sampled_from(PARTS), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_content_reads(parts: list[bytes]) -> None:
    document = read_pdf(tiny_pdf(b"BT /F1 12 Tf 72 700 Td (first) Tj ET " + b"".join(parts)))
    assert len(document.pages) == 1


@given(st.integers(0, 1_000_000), st.binary(min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_broken_files_end_in_a_document_or_a_problem(place: int, noise: bytes) -> None:
    data = tiny_pdf("BT /F1 12 Tf 72 700 Td [(Kuber) -300 (netes)] TJ ET")
    at = place % len(data)
    outcome = "pages"
    try:
        assert read_pdf(data[:at] + noise + data[at + len(noise) :]).pages
    except UnreadableDocument as trouble:
        outcome = trouble.problem.value
    assert outcome in ("pages", "damaged", "not_a_pdf", "password", "unsupported_protection")
