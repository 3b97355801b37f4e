"""Text in pictures, read by the Tesseract program where the user has it; everything else works without.

The reading child runs it on the pictures of pages that have no text, within its own limits; the program gets the picture and
gives its words through pipes and writes no file. Every word so read is marked as recognised.
"""

from __future__ import annotations

import csv
import io
import math
import struct
import subprocess
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby, islice
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_CCITTFAX_DECODE,
    LITERALS_DCT_DECODE,
    PDFStream,
    int_value,
    resolve1,
)
from pdfminer.psparser import literal_name

from matching.errors import UnreadableDocument
from matching.reading.document import Box, Document, Line, Notice, NoticeCode, Page, Word
from matching.reading.limits import ReadingLimits

Matrix = tuple[float, float, float, float, float, float]

# Pictures smaller than this share of the page are logos and portraits; a scan of text fills most of it.
_LEAST_SHARE = 0.2
# Tesseract's own words of confidence below this, of 100, are noise more often than text.
_LEAST_CONFIDENCE = 40.0
# A picture of A4 at 600 dots an inch has 35 million pixels; more is no scan of a page.
_MOST_PIXELS = 40_000_000
# Share of a line's box height that the letters' font size is, on average of common faces.
_SIZE_OF_HEIGHT = 0.9


class _Picture:
    """A picture on a page: its stream, and the matrix from its unit square to the page, origin bottom left."""

    def __init__(self, stream: PDFStream, matrix: Matrix) -> None:
        self.stream, self.matrix = stream, matrix

    @property
    def area(self) -> float:
        a, b, c, d, _, _ = self.matrix
        return abs(a * d - b * c)


class _Collector(PDFDevice):
    """Notes the pictures that a page paints, and nothing else."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.pictures: list[_Picture] = []

    def render_image(self, name: str, stream: PDFStream) -> None:
        if isinstance(self.ctm, tuple) and len(self.ctm) == 6 and all(map(math.isfinite, self.ctm)):
            self.pictures.append(_Picture(stream, self.ctm))


def recognised_document(
    document: Document,
    data: bytes,
    password: str,
    program: str,
    limits: ReadingLimits,
    on_page: Callable[[Page, int | None], None] | None = None,
) -> Document:
    """`document`, whose pages have no text, with what Tesseract reads in its largest pictures.

    `on_page` is told each page as it is finished, with the number of pages of the file. Pages whose picture cannot be handed
    over stay as they are. Where nothing is read, the document is returned unchanged.
    """
    found = PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data)), password=password))
    pages = list(document.pages)
    for place, page in enumerate(islice(found, len(pages))):
        picture = _largest_picture(page)
        if picture is not None and picture.area >= _LEAST_SHARE * pages[place].width * pages[place].height:
            pages[place] = _recognised_page(pages[place], page, picture, program, limits)
        if on_page is not None:
            on_page(pages[place], document.page_count)
    if not any(page.recognised for page in pages):
        return document
    text = "The text was read from a picture, where letters may be mistaken: check what was found."
    notice = Notice(NoticeCode.RECOGNISED_TEXT, text)
    return replace(document, pages=tuple(pages), notices=(*document.notices, notice))


def _largest_picture(page: PDFPage) -> _Picture | None:
    resources = PDFResourceManager()
    collector = _Collector(resources)
    try:
        PDFPageInterpreter(resources, collector).process_page(page)
    except UnreadableDocument:
        raise
    except Exception:  # a page that breaks off: the pictures painted until then count
        return max(collector.pictures, key=lambda picture: picture.area, default=None)
    return max(collector.pictures, key=lambda picture: picture.area, default=None)


def _recognised_page(page: Page, source: PDFPage, picture: _Picture, program: str, limits: ReadingLimits) -> Page:
    try:
        encoded = encoded_picture(picture.stream)
        rows = _tesseract(encoded, program, limits) if encoded else []
        size = int_value(picture.stream["Width"]), int_value(picture.stream["Height"])
        lines = tuple(_lines(rows, page, _to_page(picture.matrix, size, source, page)))
    except UnreadableDocument:
        raise
    except Exception:  # whatever a stranger's picture makes of it: this page has no text, as before
        return page
    return replace(page, lines=lines, recognised=True) if lines else page


# --- the picture --------------------------------------------------------------------------------------------------------


def encoded_picture(stream: PDFStream) -> bytes:
    """The picture as a file that Tesseract opens: JPEG as it is, fax in TIFF, plain pixels in PNG; b"" for other kinds."""
    width, height = int_value(stream["Width"]), int_value(stream["Height"])
    if width < 1 or height < 1 or width * height > _MOST_PIXELS:
        return b""
    filters = stream.get_filters()
    if filters and filters[-1][0] in LITERALS_DCT_DECODE:
        return bytes(stream.get_data())
    if len(filters) == 1 and filters[0][0] in LITERALS_CCITTFAX_DECODE:
        return _fax_as_tiff(stream, filters[0][1], width, height)
    return _pixels_as_png(stream, width, height)


def _pixels_as_png(stream: PDFStream, width: int, height: int) -> bytes:
    bits = (
        1
        if resolve1(stream.get_any(("IM", "ImageMask"))) is True
        else int_value(stream.get_any(("BPC", "BitsPerComponent"), 8))
    )
    space = resolve1(stream.get_any(("CS", "ColorSpace")))
    palette, colours = b"", _colours(space)
    if isinstance(space, list) and space and literal_name(resolve1(space[0])) in ("Indexed", "I"):
        palette, colours = _palette(space), 1
    data = stream.get_data()
    row = (width * colours * bits + 7) // 8
    if bits not in (1, 2, 4, 8) or colours not in (1, 3) or (colours == 3 and bits != 8) or len(data) < row * height:
        return b""
    kind = 3 if palette else 0 if colours == 1 else 2
    rows = b"".join(b"\0" + data[row * number : row * (number + 1)] for number in range(height))
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0))]
    chunks += [(b"PLTE", palette[: 3 << bits])] if palette else []
    chunks += [(b"IDAT", zlib.compress(rows, 1)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _colours(space: Any) -> int:
    """How many numbers a pixel has, from the colour space."""
    name = (
        literal_name(resolve1(space[0]))
        if isinstance(space, list) and space
        else literal_name(space)
        if space
        else "DeviceGray"
    )
    if name == "ICCBased" and isinstance(profile := resolve1(space[1]), PDFStream):
        return int_value(profile.get("N", 3))
    return {"DeviceGray": 1, "G": 1, "CalGray": 1, "DeviceRGB": 3, "RGB": 3, "CalRGB": 3}.get(str(name), 0)


def _palette(space: list[Any]) -> bytes:
    table = resolve1(space[3])
    table = table.get_data() if isinstance(table, PDFStream) else table
    base = _colours(resolve1(space[1]))
    if base == 3 and isinstance(table, bytes):
        return table
    return b"".join(bytes((value,)) * 3 for value in table) if base == 1 and isinstance(table, bytes) else b""


def _fax_as_tiff(stream: PDFStream, parameters: Any, width: int, height: int) -> bytes:
    """Group 4 fax data with a TIFF header before it (TIFF 6.0); other groups are left."""
    given = parameters if isinstance(parameters, dict) else {}
    if int_value(given.get("K", 0)) >= 0 or int_value(given.get("Columns", 1728)) != width:
        return b""
    body = stream.get_rawdata()
    if body is None:
        return b""
    white = 1 if resolve1(given.get("BlackIs1", False)) is True else 0
    tags = [(256, width), (257, height), (258, 1), (259, 4), (262, white), (273, 0), (277, 1), (278, height), (279, len(body))]
    start = 8 + 2 + 12 * len(tags) + 4
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, start if tag == 273 else value) for tag, value in tags)
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + b"\0\0\0\0" + body


# --- the program --------------------------------------------------------------------------------------------------------


def _tesseract(picture: bytes, program: str, limits: ReadingLimits) -> list[dict[str, str]]:
    """The words of a picture as rows of Tesseract's table: left, top, width, height in pixels, text, confidence, line."""
    command = [program, "stdin", "stdout", "--psm", "1", "tsv"]
    environment = {"OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"}
    finished = subprocess.run(  # noqa: S603 the program the user installed, no shell, nothing of the file in its arguments
        command, input=picture, capture_output=True, timeout=limits.wall_seconds, env=environment, check=False
    )
    table = io.StringIO(finished.stdout.decode("utf-8", "replace"))
    return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def _to_page(matrix: Matrix, size: tuple[int, int], source: PDFPage, page: Page) -> Matrix:
    """From the picture's pixels (origin top left) to the page as shown.

    pdfminer's matrix ends in its own page space: turned, with the media box at the origin, y upwards. What is left to do is
    the way from the media box to the crop box.
    """
    a, b, c, d, e, f = matrix
    wide, high = size
    left, bottom = _crop_offset(source)
    # A pixel (x, y) is the point (x / wide, 1 - y / high) of the unit square.
    to_x = (a / wide, -c / high, e + c - left)
    to_y = (b / wide, -d / high, f + d - bottom)
    return to_x[0], -to_y[0], to_x[1], -to_y[1], to_x[2], page.height - to_y[2]


def _crop_offset(source: PDFPage) -> tuple[float, float]:
    """How far the crop box's lower left corner, as shown, is from the media box's."""
    mx0, my0, mx1, my1 = source.mediabox
    cx0, cy0, cx1, cy1 = (
        max(mx0, source.cropbox[0]),
        max(my0, source.cropbox[1]),
        min(mx1, source.cropbox[2]),
        min(my1, source.cropbox[3]),
    )
    return {90: (cy0 - my0, mx1 - cx1), 180: (mx1 - cx1, my1 - cy1), 270: (my1 - cy1, cx0 - mx0)}.get(
        source.rotate, (cx0 - mx0, cy0 - my0)
    )


def _lines(rows: list[dict[str, str]], page: Page, matrix: Matrix) -> Iterator[Line]:
    """Tesseract's words as lines in its reading order."""
    words = [row for row in rows if row.get("level") == "5" and float(row["conf"]) >= _LEAST_CONFIDENCE and row["text"].strip()]
    blocks: dict[tuple[str, str], int] = {}
    for (block, paragraph, _), found in groupby(words, key=lambda row: (row["block_num"], row["par_num"], row["line_num"])):
        boxed = [(row["text"].strip(), _box(row, matrix)) for row in found]
        x0, top = min(box[0] for _, box in boxed), min(box[1] for _, box in boxed)
        x1, bottom = max(box[2] for _, box in boxed), max(box[3] for _, box in boxed)
        size = round((bottom - top) * _SIZE_OF_HEIGHT, 1)
        number = blocks.setdefault((block, paragraph), len(blocks))
        line_words = tuple(Word(text, box, size, colour=None) for text, box in boxed)
        yield Line(page.number, line_words, (x0, top, x1, bottom), number, recognised=True)


def _box(row: dict[str, str], matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    left, top = float(row["left"]), float(row["top"])
    right, bottom = left + float(row["width"]), top + float(row["height"])
    corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in ((left, top), (right, top), (left, bottom), (right, bottom))]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
