"""The fast scanner against stock pdfminer: the same letters at the same places, over all PDFs at hand."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTComponent
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from matching.reading import pdf as reading
from matching.reading.content_scanner import ContentScanner
from matching.reading.document import Box
from matching.reading.fonts import FontBook, cleaned
from matching.reading.layers import Layers
from matching.reading.object_parser import QuickDocument
from matching.reading.page_content import PageContent, bounds, multiplied
from matching.reading.stock_content import paint_page

Letters = list[tuple[str, float, float]]


def stock_letters(layout: LTComponent, turn: tuple[float, ...]) -> Letters:
    """Letters of pdfminer's own layout, with their middle; `turn` takes its page to ours."""
    found: Letters = []
    if isinstance(layout, LTChar):
        text = cleaned(layout.get_text()) if not layout.get_text().startswith("(cid:") else None
        if text and not text.isspace() and len(text) <= 4:
            x0, y0, x1, y1 = bounds(turn, layout.bbox)  # type: ignore[arg-type]  # six numbers
            found.append((text, (x0 + x1) / 2, (y0 + y1) / 2))
    elif hasattr(layout, "__iter__"):
        for part in layout:
            found += stock_letters(part, turn)
    return found


def painted(data: bytes, stock: bool) -> list[PageContent]:
    """Every page's content, by the fast scanner or by pdfminer's interpreter."""
    document = QuickDocument(PDFParser(io.BytesIO(data)))
    fonts, layers, pages = FontBook(), Layers(document.catalog), []
    for page in PDFPage.create_pages(document):
        ctm, width, height = reading._frame(page)
        content = PageContent(width, height)
        if stock:
            paint_page(page, content, fonts, layers, ctm)
        else:
            ContentScanner(content, fonts, layers).page(page.contents, page.resources, ctm)
        pages.append(content)
    return pages


def letters_of(content: PageContent) -> Counter[str]:
    return Counter(char for run in content.runs for char in unicodedata.normalize("NFKC", run.text) if char not in "\u00ad-")


def holds(box: Box, x: float, y: float) -> bool:
    return box[0] - 1.5 <= x <= box[2] + 1.5 and box[1] - 2.5 <= y <= box[3] + 2.5


def compare_with_stock_layout(data: bytes) -> tuple[int, int]:
    """(letters of stock pdfminer, those of them that a run with this letter holds)."""
    document = QuickDocument(PDFParser(io.BytesIO(data)))
    shapes = list(PDFPage.create_pages(document))
    total = found = 0
    for page, layout, content in zip(shapes, extract_pages(io.BytesIO(data), laparams=None), painted(data, False), strict=True):
        x0, y0, x1, y1 = page.mediabox
        # pdfminer turns the page about its media box, with y upwards: back to user space, then to the page as shown.
        back = {
            0: (1.0, 0.0, 0.0, 1.0, x0, y0),
            90: (0.0, 1.0, -1.0, 0.0, x1, y0),
            180: (-1.0, 0.0, 0.0, -1.0, x1, y1),
            270: (0.0, -1.0, 1.0, 0.0, x0, y1),
        }[page.rotate]
        turn = multiplied(back, reading._frame(page)[0])
        for text, x, y in stock_letters(layout, turn):
            total += 1
            found += any(text[0] in run.text and holds(run.box, x, y) for run in content.runs)
    return total, found


def test_samples_read_as_by_stock_pdfminer(samples: Path) -> None:
    files = sorted(samples.glob("*.pdf"))
    assert files
    for file in files:
        total, found = compare_with_stock_layout(file.read_bytes())
        assert total > 500
        assert found >= 0.998 * total, file.name


def test_both_ways_paint_the_same_runs(samples: Path) -> None:
    for file in sorted(samples.glob("*.pdf")):
        data = file.read_bytes()
        for fast, stock in zip(painted(data, False), painted(data, True), strict=True):
            assert letters_of(fast) == letters_of(stock)
            assert [run.box for run in fast.runs] == [pytest.approx(run.box, abs=0.01) for run in stock.runs]
            assert len(fast.rules) == len(stock.rules)


def test_both_ways_agree_on_public_resumes(shared: Path) -> None:
    files = sorted((shared / "resumes").glob("*/*.pdf"))
    if not files:
        pytest.skip("no résumés here")
    total = found = 0
    for file in files[::12]:
        of_file, held = compare_with_stock_layout(file.read_bytes())
        total, found = total + of_file, found + held
    assert found >= 0.99 * total


def test_a_page_that_the_scanner_cannot_read_is_read_by_stock_pdfminer(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = next(iter(sorted(samples.glob("*.pdf")))).read_bytes()
    fast = reading.read_pdf(data)

    def fails(*arguments: object) -> None:
        raise ValueError("a page of a kind never seen")

    monkeypatch.setattr(ContentScanner, "page", fails)
    slow = reading.read_pdf(data)
    assert [line.text for line in slow.lines] == [line.text for line in fast.lines]
