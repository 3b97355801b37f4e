"""The guards around pdfminer: what is endless ends, what is honest reads the same, and pdfminer still has what they replace."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
import zlib
from base64 import a85encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer import pdffont, pdftypes
from pdfminer.cmapdb import CMapDB, CMapParser, FileUnicodeMap
from pdfminer.pdfdocument import PDFDocument, PDFNoPageLabels
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import LIT
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor
from reportlab.pdfgen.canvas import Canvas

from matching.errors import UnreadableDocument
from matching.reading import guarded_filters, guards, rebuilding
from matching.reading.budget import BUDGET
from matching.reading.limits import DEFAULT, ReadingLimits
from matching.reading.pdf import read_pdf

ROOT = Path(__file__).resolve().parents[3]
SMALL = ReadingLimits(inflated_bytes=100_000, operators=1_000, forms=20, map_entries=70_000)


@pytest.fixture(autouse=True)
def small_limits(guarded: None) -> None:
    guards.new_file(SMALL)


def opened(*objects: str | bytes, trailer: str = "/Root 1 0 R") -> PDFDocument:
    """A document of these objects, numbered from 1; pdfminer finds them without a cross-reference table."""
    data = b"%PDF-1.7\n"
    for number, body in enumerate(objects, 1):
        data += f"{number} 0 obj\n".encode() + (body if isinstance(body, bytes) else body.encode()) + b"\nendobj\n"
    return PDFDocument(PDFParser(BytesIO(data + f"trailer\n<< {trailer} >>\n".encode())))


def stream(data: bytes, filters: str, **parameters: int) -> PDFStream:
    return PDFStream({"Filter": LIT(filters), "DecodeParms": dict(parameters)}, data)


def test_an_object_that_is_itself_is_nothing() -> None:
    document = opened("<< /Type /Catalog /A 2 0 R /B 3 0 R >>", "2 0 R", "4 0 R", "3 0 R")
    assert resolve1(document.catalog["A"]) is None
    assert resolve1(document.catalog["B"], default=7) == 7


def test_a_chain_of_references_is_followed() -> None:
    document = opened("<< /Type /Catalog /A 2 0 R >>", "3 0 R", "4 0 R", "(end)")
    assert resolve1(document.catalog["A"]) == b"end"


def test_a_length_that_is_its_own_stream_ends() -> None:
    document = opened("<< /Type /Catalog >>", "<< /Length 2 0 R >>\nstream\nabc\nendstream")
    assert isinstance(document.getobj(2), PDFStream)


def test_page_labels_are_not_looked_at() -> None:
    document = opened("<< /Type /Catalog /PageLabels 2 0 R >>", "<< /Kids [2 0 R 2 0 R] >>")
    with pytest.raises(PDFNoPageLabels):
        document.get_page_labels()


@pytest.mark.parametrize("box", ["[nan nan 100 100]", "5", "[1 2]", "[/a /b /c /d]", "2 0 R"])
def test_a_box_that_is_none_leaves_the_page(box: str) -> None:
    document = opened(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /CropBox {box} >>",
    )
    (page,) = PDFPage.create_pages(document)
    assert page.mediabox == page.cropbox == (0.0, 0.0, 612.0, 792.0)


def test_cross_references_that_point_to_themselves_are_read_once() -> None:
    data = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"
    start = len(data)
    data += (
        b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF"
        % (
            start,
            start,
        )
    )
    document = PDFDocument(PDFParser(BytesIO(data)))
    assert len(document.xrefs) == 1
    assert document.catalog["Type"] is LIT("Catalog")


@pytest.mark.parametrize(
    ("ranges", "size", "entry", "fitting"),
    [
        ([(0, 4_000_000_000)], 50, 5, [(0, 10)]),
        ([(0, 4), (7, 9)], 50, 5, [(0, 4), (7, 6)]),
        ([(0, -5), (1, 2)], 50, 5, [(0, 0), (1, 2)]),
        ([(0, 5)], 50, 0, [(0, 0)]),
        ([(None, 5), (1, 2)], 50, 5, [(1, 2)]),
    ],
)
def test_a_cross_reference_stream_has_no_more_objects_than_entries(
    ranges: list[tuple[int, int]], size: int, entry: int, fitting: list[tuple[int, int]]
) -> None:
    assert guards._ranges_within(ranges, size, entry) == fitting


# --- filters ------------------------------------------------------------------------------------------------------------


def test_what_unpacks_to_too_much_stops() -> None:
    bomb = zlib.compress(b"\0" * 10_000_000)
    with pytest.raises(UnreadableDocument):
        stream(bomb, "FlateDecode").get_data()
    with pytest.raises(UnreadableDocument):  # and from then on, everything
        stream(zlib.compress(b"one"), "FlateDecode").get_data()
    guards.new_file(SMALL)
    assert stream(zlib.compress(b"one"), "FlateDecode").get_data() == b"one"


def test_the_limit_holds_for_all_streams_together() -> None:
    for _ in range(3):
        assert len(stream(zlib.compress(b"x" * 30_000), "FlateDecode").get_data()) == 30_000
    with pytest.raises(UnreadableDocument):
        stream(zlib.compress(b"x" * 30_000), "FlateDecode").get_data()


def test_bombs_of_other_filters_stop_too() -> None:
    with pytest.raises(UnreadableDocument):
        stream(b"\x81\x00" * 2_000, "RunLengthDecode").get_data()
    with pytest.raises(UnreadableDocument):
        guarded_filters.salvage(zlib.compress(b"\0" * 1_000_000)[:-8])


def test_a_stream_that_goes_wrong_keeps_its_beginning() -> None:
    text = "".join(f"({number}) Tj\n" for number in range(3_000)).encode()
    packed = bytearray(zlib.compress(text))
    packed[len(packed) // 2 :] = b"\xff" * 40
    kept = stream(bytes(packed), "FlateDecode").get_data()
    assert len(kept) > 1_000
    assert text.startswith(kept[:1_000])
    assert stream(zlib.compress(text)[:-6], "FlateDecode").get_data()[:1_000] == text[:1_000]


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_honest_data_unpacks_as_ever(data: bytes) -> None:
    guards.new_file(DEFAULT)
    assert guarded_filters.inflate(zlib.compress(data)) == data
    runs = b"".join(bytes([len(data[at : at + 100]) - 1]) + data[at : at + 100] for at in range(0, len(data), 100))
    assert guarded_filters.unpack_run_lengths(runs + b"\x80") == rldecode(runs + b"\x80") == data


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_data_raises_anything_unexpected(data: bytes) -> None:
    guards.new_file(DEFAULT)
    guarded_filters.unpack_run_lengths(data)
    for unpack in (guarded_filters.inflate, guarded_filters.salvage):
        with contextlib.suppress(zlib.error):
            unpack(data)


def test_a_predictor_with_endless_rows_takes_the_rows_there_are() -> None:
    data = b"\x01" + bytes(range(1, 40))
    whole = apply_png_predictor(15, 1, 39, 8, data)
    assert pdftypes.apply_png_predictor(15, 1, 2_000_000_000, 8, data) == whole
    with pytest.raises(ValueError):
        pdftypes.apply_png_predictor(15, 1, 0, 8, data)


def test_fax_rows_have_an_end() -> None:
    with pytest.raises(ValueError):
        pdftypes.ccittfaxdecode(b"abc", {"K": -1, "Columns": 2_000_000_000})


# --- fonts --------------------------------------------------------------------------------------------------------------


def test_widths_of_endless_ranges_are_cut() -> None:
    widths = pdffont.get_widths([5, 2_000_000_000, 500])
    assert len(widths) == guards.MOST_CODES
    assert widths[5] == widths[5 + guards.MOST_CODES - 1] == 500


def test_too_many_ranges_of_widths_stop() -> None:
    with pytest.raises(UnreadableDocument):
        pdffont.get_widths([0, 60_000, 500] * 2)


WIDTHS = st.lists(
    st.one_of(
        st.tuples(st.integers(0, 300), st.lists(st.integers(0, 1000), max_size=4)).map(lambda pair: [pair[0], pair[1]]),
        st.tuples(st.integers(0, 300), st.integers(0, 300), st.integers(0, 1000)).map(list),
    ),
    max_size=6,
).map(lambda groups: [one for group in groups for one in group])


@given(WIDTHS)
@settings(max_examples=80, deadline=None)
def test_honest_widths_are_the_same(sequence: list[object]) -> None:
    guards.new_file(DEFAULT)
    unguarded = pdffont.get_widths.__closure__
    assert unguarded is not None
    build = next(cell.cell_contents for cell in unguarded if callable(cell.cell_contents))
    assert pdffont.get_widths(sequence) == build(sequence)


def characters(program: bytes) -> dict[int, str]:
    found = FileUnicodeMap()
    CMapParser(found, BytesIO(program)).run()
    return dict(found.cid2unichr)


def test_endless_character_ranges_are_cut() -> None:
    assert len(characters(b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange")) == guards.MOST_CODES
    guards.new_file(SMALL)
    assert len(characters(b"1 begincidrange <00000000> <ffffffff> 0 endcidrange")) == guards.MOST_CODES


def test_honest_character_ranges_are_the_same() -> None:
    program = (
        b"2 beginbfrange <0041> <0043> <0061> <0050> <0051> [<0070> <00710072>] endbfrange 1 beginbfchar <09> <0009> endbfchar"
    )
    assert characters(program) == {0x41: "a", 0x42: "b", 0x43: "c", 0x50: "p", 0x51: "qr", 9: "\t"}


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", r"\\host\share\x", "H\0", "to-unicode-../x", "", "nothing"]
)
def test_a_character_map_of_a_strangers_name_never_reaches_the_disk(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def touched(*_: object, **__: object) -> bool:
        raise AssertionError("looked at the disk")

    for call in ("realpath", "exists"):
        monkeypatch.setattr(f"pdfminer.cmapdb.os.path.{call}", touched)
    known = name.replace("\0", "") in guards.CHARACTER_MAPS
    assert known == (name == "H\0")
    if not known:
        with pytest.raises(CMapDB.CMapNotFound):
            CMapDB.get_cmap(name)


def test_the_packaged_character_maps_load() -> None:
    assert len(guards.CHARACTER_MAPS) > 100
    assert CMapDB.get_cmap("UniGB-UCS2-H").code2cid
    assert CMapDB.get_unicode_map("Adobe-Japan1").get_unichr(843)


# --- budgets ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spend",
    [
        lambda: BUDGET.spend_operators(600),
        lambda: BUDGET.spend_inflated(60_000),
        lambda: BUDGET.spend_entries(40_000),
        lambda: [BUDGET.spend_form() for _ in range(12)],
    ],
)
def test_a_budget_is_for_one_file(spend: Callable[[], object]) -> None:
    spend()
    with pytest.raises(UnreadableDocument):
        spend()
    guards.new_file(SMALL)
    spend()


def test_the_guards_load_neither_qt_nor_a_network() -> None:
    code = "import sys, matching.reading.reader_child, matching.reading.guards; print(any('PySide6' in m for m in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


# --- files whose table of objects is broken -----------------------------------------------------------------------------


def drawn(text: str = "Ada Lovelace", streams: bool = False) -> bytes:
    """A small PDF; with `streams` its objects are packed into object streams."""
    file, packed = BytesIO(), BytesIO()
    canvas = Canvas(file, invariant=True)
    canvas.drawString(72, 700, text)
    canvas.save()
    mode = pikepdf.ObjectStreamMode.generate if streams else pikepdf.ObjectStreamMode.disable
    with pikepdf.open(BytesIO(file.getvalue())) as pdf:
        pdf.save(packed, object_stream_mode=mode, static_id=True)
    return packed.getvalue()


def text_by_search(data: bytes) -> str:
    guards.new_file(DEFAULT)
    with rebuilding.forced():
        return " ".join(line.text for line in read_pdf(data).lines)


@pytest.mark.parametrize("streams", [False, True])
def test_objects_are_found_without_the_table(streams: bool) -> None:
    data = drawn(streams=streams)
    assert text_by_search(data) == "Ada Lovelace"
    start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    assert text_by_search(data[:start] + b"#" * 30 + data[start + 30 :]) == "Ada Lovelace"
    assert text_by_search(data[:-40]) == "Ada Lovelace"


def test_without_a_trailer_the_catalogue_is_found() -> None:
    data = drawn()
    assert text_by_search(data[: data.rindex(b"trailer")]) == "Ada Lovelace"


def test_an_object_that_cannot_be_parsed_costs_only_itself() -> None:
    data = drawn()
    assert text_by_search(data[:20] + b"\n77 0 obj <<< ) ]] endobj\n" + data[20:]) == "Ada Lovelace"


def test_of_equal_objects_the_last_counts() -> None:
    data = drawn("old words")
    newer = drawn("new words")
    number, stream_of = next(
        (found[1], found[0]) for found in re.finditer(rb"(\d+) 0 obj\n<<[^>]*>>\nstream.*?endobj", newer, re.S)
    )
    assert number + b" 0 obj" in data
    assert text_by_search(data + b"\n" + stream_of + b"\n") == "new words"


def test_the_table_is_trusted_again_afterwards() -> None:
    with rebuilding.forced():
        pass
    document = PDFDocument(PDFParser(BytesIO(drawn())))
    assert type(document.xrefs[0]).__name__ == "PDFXRef"


# --- text filters with mistakes -----------------------------------------------------------------------------------------


@given(st.binary(max_size=300), st.integers(0, 400), st.integers(0, 255))
@settings(max_examples=80, deadline=None)
def test_mistakes_in_base_85_cost_what_follows_only(data: bytes, place: int, wrong: int) -> None:
    packed = bytearray(a85encode(data) + b"~>")
    assert guarded_filters.unpack_ascii85(bytes(packed)) == data
    place %= len(packed)
    packed[place] = wrong
    kept = guarded_filters.unpack_ascii85(bytes(packed))
    sure = 4 * (len(a85encode(data)[:place].replace(b"z", b"!!!!!")) // 5)
    assert kept[:sure] == data[:sure] or wrong in b"z<~ \t\n\r\x0b\x0c"


@given(st.binary(max_size=60))
@settings(max_examples=40, deadline=None)
def test_hexadecimal_is_read_with_and_without_mistakes(data: bytes) -> None:
    assert guarded_filters.unpack_hex(data.hex().encode() + b">") == data
    assert guarded_filters.unpack_hex(b"?".join(bytes((one,)) for one in data.hex().encode())) == data
