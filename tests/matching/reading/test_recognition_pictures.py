"""Pictures of pages as files that Tesseract opens, and what becomes of its words; here without the child around it."""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import LIT
from PIL import Image

from matching.errors import Problem, UnreadableDocument
from matching.reading import recogniser, recognition
from matching.reading.document import Document, NoticeCode, Page
from matching.reading.limits import DEFAULT
from matching.reading.pdf import read_pdf
from matching.reading.recognition import encoded_picture, recognised_document
from tests.matching.reading.test_recognition import scanned
from tests.matching.reading.test_recognition import stand_in as stand_in

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Tesseract is a script")


def recognised(data: bytes, program: Path | str, on_page: Callable[[Page, int | None], None] | None = None) -> Document:
    return recognised_document(read_pdf(data, "a", "a"), data, "", str(program), DEFAULT, on_page)


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(file)
    return file.getvalue()


# --- words on the page --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "PNG"), ("L", "PNG"), ("1", "PNG"), ("RGB", "JPEG")])
def test_words_stand_where_the_picture_stands(stand_in: Path, mode: str, kind: str) -> None:
    document = recognised(scanned(mode, kind), stand_in)
    assert [line.text for line in document.lines] == ["Ada Lovelace", "Analyst"]
    assert document.lines[0].words[0].box == pytest.approx((72.0, 100.0, 152.0, 120.0))
    assert all(line.recognised for line in document.lines)
    assert [notice.code for notice in document.notices] == [NoticeCode.RECOGNISED_TEXT]


@pytest.mark.parametrize(
    ("turn", "box"),
    [(90, (672.0, 72.0, 692.0, 152.0)), (180, (460.0, 672.0, 540.0, 692.0)), (270, (100.0, 460.0, 120.0, 540.0))],
)
def test_words_turn_with_the_page(stand_in: Path, turn: int, box: tuple[float, ...]) -> None:
    def turned(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = turn

    assert recognised(changed(scanned(), turned), stand_in).lines[0].words[0].box == pytest.approx(box)


def test_pages_are_told_one_by_one(stand_in: Path) -> None:
    told: list[tuple[int, int | None]] = []
    recognised(scanned(pages=3), stand_in, lambda page, count: told.append((page.number, count)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_small_pictures_are_left_and_nothing_is_said(stand_in: Path) -> None:
    data = scanned(side=0.2)
    assert recognised(data, stand_in) == read_pdf(data, "a", "a")


def test_a_page_that_breaks_off_keeps_the_pictures_painted_until_then(stand_in: Path) -> None:
    def broken(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_add(b"\n(never ends", prepend=False)

    assert [line.text for line in recognised(changed(scanned(), broken), stand_in).lines] == ["Ada Lovelace", "Analyst"]


def test_a_limit_that_is_reached_is_not_swallowed(stand_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = scanned()

    def over(*_: object) -> None:
        raise UnreadableDocument(Problem.TOO_MUCH_MEMORY)

    for name in ("PDFPageInterpreter", "encoded_picture"):
        with monkeypatch.context() as patch:
            patch.setattr(recognition, name, over)
            with pytest.raises(UnreadableDocument):
                recognised(data, stand_in)


@pytest.mark.parametrize("program", ["/nowhere/tesseract", "/bin/false"])
def test_a_program_that_fails_leaves_the_page_as_it_was(program: str) -> None:
    data = scanned()
    assert recognised(data, program) == read_pdf(data, "a", "a")


def test_where_tesseract_is_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed = tmp_path / "tesseract.exe"
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr(recogniser, "_WINDOWS_HOME", installed)
    assert recogniser.find_recogniser() == ""
    installed.touch()
    assert recogniser.find_recogniser() == ""
    monkeypatch.setattr(sys, "platform", "win32")
    assert recogniser.find_recogniser() == str(installed)
    monkeypatch.setattr("shutil.which", lambda _: "/opt/tesseract")
    assert recogniser.find_recogniser() == "/opt/tesseract"


# --- kinds of pictures --------------------------------------------------------------------------------------------------


def picture(data: bytes, **entries: object) -> PDFStream:
    return PDFStream({"Width": 4, "Height": 2, **entries}, data)


def opened(encoded: bytes, mode: str) -> Image.Image:
    """The picture as another program reads it."""
    return Image.open(BytesIO(encoded)).convert(mode)


GREY = bytes(range(0, 160, 20))  # 4 × 2 pixels of one byte
COLOUR = bytes(range(0, 240, 10))  # 4 × 2 pixels of three


@pytest.mark.parametrize(
    ("space", "data", "mode"),
    [
        (LIT("DeviceGray"), GREY, "L"),
        (LIT("DeviceRGB"), COLOUR, "RGB"),
        ([LIT("CalRGB"), {}], COLOUR, "RGB"),
        ([LIT("ICCBased"), PDFStream({"N": 3}, b"profile")], COLOUR, "RGB"),
        ([LIT("ICCBased"), PDFStream({"N": 1}, b"profile")], GREY, "L"),
        (None, GREY, "L"),
    ],
)
def test_plain_pixels_come_back_as_they_were(space: object, data: bytes, mode: str) -> None:
    encoded = encoded_picture(picture(data, ColorSpace=space, BitsPerComponent=8))
    assert opened(encoded, mode).tobytes() == data


def test_a_mask_is_a_picture_of_one_bit() -> None:
    encoded = encoded_picture(picture(b"\xa0\x50", ImageMask=True))
    assert opened(encoded, "L").tobytes() == bytes([255, 0, 255, 0, 0, 255, 0, 255])


@pytest.mark.parametrize(
    ("base", "table", "colour"),
    [
        ("DeviceRGB", b"\x0a\x14\x1e\xc8\xd2\xdc", (200, 210, 220)),
        ("DeviceGray", b"\x0a\xc8", (200, 200, 200)),
    ],
)
def test_colours_of_a_palette(base: str, table: bytes, colour: tuple[int, int, int]) -> None:
    for held in (table, PDFStream({}, table)):
        space = [LIT("Indexed"), LIT(base), 1, held]
        encoded = encoded_picture(picture(b"\x10\x01", ColorSpace=space, BitsPerComponent=1, Width=4, Height=2))
        assert opened(encoded, "RGB").getpixel((3, 0)) == colour


@pytest.mark.parametrize(
    "wrong",
    [
        picture(COLOUR, ColorSpace=LIT("DeviceCMYK"), BitsPerComponent=8),
        picture(GREY, ColorSpace=LIT("DeviceGray"), BitsPerComponent=16),
        picture(COLOUR, ColorSpace=LIT("DeviceRGB"), BitsPerComponent=4),
        picture(GREY[:3], ColorSpace=LIT("DeviceGray")),
        picture(GREY, Width=0),
        picture(GREY, Width=1_000_000, Height=1_000_000),
    ],
)
def test_a_picture_of_another_kind_is_not_handed_over(wrong: PDFStream) -> None:
    assert encoded_picture(wrong) == b""


def fax(parameters: object, data: bytes = b"\x26\xa0\xc8", width: int = 8) -> PDFStream:
    entries = {"Filter": LIT("CCITTFaxDecode"), "Width": width, "Height": 1}
    return PDFStream(entries | ({} if parameters is None else {"DecodeParms": parameters}), data)


def test_fax_of_group_four_is_handed_over_as_tiff() -> None:
    for black, white in ((False, 0), (True, 1)):
        encoded = encoded_picture(fax({"K": -1, "Columns": 8, "BlackIs1": black}))
        image = Image.open(BytesIO(encoded))
        assert image.size == (8, 1)
        assert (image.tag_v2[259], image.tag_v2[262]) == (4, white)  # type: ignore[attr-defined]
        (start,), (count,) = image.tag_v2[273], image.tag_v2[279]  # type: ignore[attr-defined]
        assert encoded[start : start + count] == b"\x26\xa0\xc8"


@pytest.mark.parametrize("parameters", [None, {"K": 0, "Columns": 8}, {"K": -1, "Columns": 9}, {"K": -1}])
def test_other_fax_is_left(parameters: object) -> None:
    assert encoded_picture(fax(parameters)) == b""


def test_a_photograph_is_handed_over_as_it_is() -> None:
    photo = b"\xff\xd8\xff\xe0 as it is"
    packed = PDFStream({"Filter": [LIT("FlateDecode"), LIT("DCTDecode")], "Width": 4, "Height": 2}, zlib.compress(photo))
    assert encoded_picture(packed) == photo


def test_a_png_says_its_size() -> None:
    encoded = encoded_picture(picture(GREY, ColorSpace=LIT("DeviceGray")))
    assert struct.unpack(">II", encoded[16:24]) == (4, 2)
