"""Text in pictures: what is handed to Tesseract, where its words stand on the page, and reading without it."""

from __future__ import annotations

import shutil
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from matching.errors import Problem, UnreadableDocument
from matching.reading import isolated
from matching.reading.document import NoticeCode
from matching.reading.isolated import read_document

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for Tesseract is a script")

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
# Three words in two lines of a picture of 306 × 396 pixels, one that Tesseract doubts, and a line that is no word.
ROWS = [
    "5\t1\t1\t1\t1\t1\t36\t50\t40\t10\t96.1\tAda",
    "5\t1\t1\t1\t1\t2\t80\t50\t60\t10\t95.0\tLovelace",
    "5\t1\t1\t1\t1\t3\t150\t50\t9\t10\t12.0\t~|",
    "4\t1\t2\t1\t1\t0\t36\t90\t90\t10\t-1\t",
    "5\t1\t2\t1\t1\t1\t36\t90\t90\t10\t91.5\tAnalyst",
]


def scanned(mode: str = "RGB", kind: str = "PNG", side: float = 1.0, pages: int = 1) -> bytes:
    """A PDF whose pages are one picture of 306 × 396 pixels, `side` of the page wide and high, from its lower left corner."""
    file, image = BytesIO(), BytesIO()
    Image.new("RGB", (306, 396), "white").convert(mode).save(image, kind)
    canvas = Canvas(file, pagesize=(612, 792), invariant=True)
    for _ in range(pages):
        canvas.drawImage(ImageReader(BytesIO(image.getvalue())), 0, 0, 612 * side, 792 * side)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in Tesseract's place that says the same words of any picture; returns where it is."""
    program = tmp_path / "tesseract"
    table = "\\n".join([HEAD, *ROWS]).replace("\t", "\\t")
    program.write_text(
        f"#!{sys.executable}\nimport sys\ndata = sys.stdin.buffer.read()\n"
        f"print({table!r}.encode().decode('unicode_escape') if data[:4] in (b'\\x89PNG', b'\\xff\\xd8\\xff\\xe0') else '')\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(isolated, "find_recogniser", lambda: str(program))
    return program


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "PNG"), ("L", "PNG"), ("1", "PNG"), ("RGB", "JPEG")])
def test_words_of_a_picture_stand_where_the_picture_stands(stand_in: Path, mode: str, kind: str) -> None:
    document = read_document(scanned(mode, kind), "a", "a", recognise=True)
    assert [line.text for line in document.lines] == ["Ada Lovelace", "Analyst"]
    assert document.lines[0].words[0].box == pytest.approx((72.0, 100.0, 152.0, 120.0))
    assert all(line.recognised for line in document.lines)
    assert document.pages[0].recognised
    assert NoticeCode.RECOGNISED_TEXT in [notice.code for notice in document.notices]
    assert document.lines[0].block != document.lines[1].block


@pytest.mark.parametrize(
    ("turn", "box"),
    [(90, (672.0, 72.0, 692.0, 152.0)), (180, (460.0, 672.0, 540.0, 692.0)), (270, (100.0, 460.0, 120.0, 540.0))],
)
def test_words_turn_with_the_page(stand_in: Path, turn: int, box: tuple[float, ...]) -> None:
    file = BytesIO()
    with pikepdf.open(BytesIO(scanned())) as pdf:
        pdf.pages[0].Rotate = turn
        pdf.save(file)
    document = read_document(file.getvalue(), "a", "a", recognise=True)
    assert document.lines[0].words[0].box == pytest.approx(box)


def test_words_move_with_the_crop_box(stand_in: Path) -> None:
    file = BytesIO()
    with pikepdf.open(BytesIO(scanned())) as pdf:
        pdf.pages[0].CropBox = pikepdf.Array([20, 30, 600, 780])
        pdf.save(file)
    document = read_document(file.getvalue(), "a", "a", recognise=True)
    assert document.lines[0].words[0].box == pytest.approx((52.0, 88.0, 132.0, 108.0))


def test_a_portrait_is_not_read(stand_in: Path) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_document(scanned(side=0.2), "a", "a", recognise=True)
    assert caught.value.problem is Problem.NO_TEXT


def test_every_page_is_read(stand_in: Path) -> None:
    document = read_document(scanned(pages=3), "a", "a", recognise=True)
    assert [line.page for line in document.lines] == [1, 1, 2, 2, 3, 3]


def test_without_the_wish_nothing_is_started(stand_in: Path) -> None:
    stand_in.unlink()
    with pytest.raises(UnreadableDocument) as caught:
        read_document(scanned(), "a", "a")
    assert caught.value.problem is Problem.NO_TEXT


@pytest.mark.parametrize("program", ["", "/nowhere/tesseract", "/bin/false"])
def test_a_program_that_is_absent_or_fails_leaves_a_page_without_text(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "find_recogniser", lambda: program)
    with pytest.raises(UnreadableDocument) as caught:
        read_document(scanned(), "a", "a", recognise=True)
    assert caught.value.problem is Problem.NO_TEXT


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_tesseract_reads_a_scan_within_the_limits() -> None:
    import reportlab

    face = ImageFont.truetype(str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"), 40)
    image = Image.new("L", (1700, 2200), 255)
    ImageDraw.Draw(image).text((200, 200), "Senior Backend Engineer", fill=0, font=face)
    file = BytesIO()
    canvas = Canvas(file, pagesize=(612, 792))
    canvas.drawImage(ImageReader(image), 0, 0, 612, 792)
    canvas.save()
    document = read_document(file.getvalue(), "a", "a", recognise=True)
    assert [line.text for line in document.lines] == ["Senior Backend Engineer"]
    left, top, _, bottom = document.lines[0].box
    assert left == pytest.approx(72, abs=3)
    assert 72 < top < bottom < 92
