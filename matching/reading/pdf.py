"""Reads the bytes of a PDF into pages of lines and words: opens, scans, tells what can be seen, puts it in order."""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, list_value, resolve1

from matching.errors import Problem, UnreadableDocument
from matching.reading import stock_content
from matching.reading.content_scanner import ContentScanner
from matching.reading.document import Box, Document, Notice, NoticeCode, Page
from matching.reading.drawn_signs import with_drawn_signs
from matching.reading.fonts import FontBook
from matching.reading.layers import Layers
from matching.reading.layout import arrange
from matching.reading.layout_furniture import mark_furniture
from matching.reading.object_parser import QuickDocument
from matching.reading.page_content import ContentBudgetExceeded, Matrix, PageContent, bounds
from matching.reading.page_notices import notices_of
from matching.reading.visibility import judge
from matching.reading.words import Link, hidden_texts, visible_words

MOST_PAGES = 50
# PDF pages are at most 14,400 units wide and high (ISO 32000-1, annex C); others are mistakes or attacks.
_LARGEST_SIDE, _LETTER = 14_400.0, (0.0, 0.0, 612.0, 792.0)
_MOST_LINKS, _LONGEST_LINK = 500, 1_000
# Adobe's and others' readers look for the header in the first kilobyte; real files are found with more before it.
_HEADER_WITHIN = 65_536
# Limits that were reached are the file's end, not a page's trouble.
_NOT_THE_PAGE = (MemoryError, UnreadableDocument)

logging.getLogger("pdfminer").setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True)
class OpenedPdf:
    """A file that opened. `pages` reads one page after the other, when asked. `torn` says that its end is lost."""

    page_count: int
    owner_protected: bool
    torn: bool
    pages: Iterator[Page]


def read_pdf(
    data: bytes,
    name: str = "",
    path: str = "",
    password: str = "",
    *,
    on_page: Callable[[Page, int], None] | None = None,
    max_pages: int = MOST_PAGES,
) -> Document:
    """The document behind the bytes of a PDF.

    Args:
        data: the whole file.
        name, path: for people only.
        password: the user password, where one is needed.
        on_page: told each page as it is finished, with the number of pages of the file.
        max_pages: how many pages to read at most.

    Returns:
        a document with at least one page; `require_text` tells whether anything can be read on them.

    Raises:
        UnreadableDocument: `password`, `wrong_password`, `unsupported_protection`, `not_a_pdf` or `damaged`.
    """
    opened = open_pdf(data, password, max_pages)
    pages = []
    for page in opened.pages:
        pages.append(page)
        if on_page is not None:
            on_page(page, opened.page_count)
    if not pages or (opened.torn and not any(page.lines for page in pages)):
        raise UnreadableDocument(Problem.DAMAGED, "the end of the file is missing" if pages else "no pages")
    count = max(opened.page_count, len(pages))
    marked = mark_furniture(pages)
    notices = notices_of(marked, count, opened.owner_protected, max_pages)
    return Document(name, path, hashlib.sha256(data).hexdigest(), count, marked, notices)


def require_text(document: Document) -> Document:
    """The document, if anything can be read on it.

    Raises:
        UnreadableDocument: `no_text`: pages without visible letters are no result.
    """
    if not any(char.isalnum() for _, _, word in document.words() for char in word.text):
        raise UnreadableDocument(Problem.NO_TEXT)
    return document


def open_pdf(data: bytes, password: str = "", max_pages: int = MOST_PAGES) -> OpenedPdf:
    """Opens a PDF; its pages are read as they are asked for.

    Raises:
        UnreadableDocument: see `read_pdf`.
    """
    if b"%PDF-" not in data[:_HEADER_WITHIN] and b"startxref" not in data[-2_048:]:
        raise UnreadableDocument(Problem.NOT_A_PDF)
    document = _opened(data, password)
    try:
        found = list(islice(PDFPage.create_pages(document), max_pages + 1))
    except _NOT_THE_PAGE:
        raise
    except Exception as error:  # pdfminer raises what comes: the file's structure is broken
        raise UnreadableDocument(Problem.DAMAGED, type(error).__name__) from None
    count = _page_count(document, len(found)) if len(found) > max_pages else len(found)
    protected = document.encryption is not None and not password
    return OpenedPdf(count, protected, document.torn, _pages(document, found[:max_pages]))


def _opened(data: bytes, password: str) -> QuickDocument:
    parser = PDFParser(io.BytesIO(data))
    try:
        return QuickDocument(parser, password=password)
    except PDFPasswordIncorrect:
        raise UnreadableDocument(Problem.WRONG_PASSWORD if password else Problem.PASSWORD) from None
    except PDFEncryptionError as error:
        raise UnreadableDocument(Problem.UNSUPPORTED_PROTECTION, type(error).__name__) from None
    except UnicodeEncodeError:  # older protection knows Latin-1 passwords only
        raise UnreadableDocument(Problem.WRONG_PASSWORD) from None
    except _NOT_THE_PAGE:
        raise
    except Exception as error:  # as above
        raise UnreadableDocument(Problem.DAMAGED, type(error).__name__) from None


def _page_count(document: PDFDocument, at_least: int) -> int:
    """How many pages the file says it has."""
    stated = resolve1(dict_value(document.catalog.get("Pages")).get("Count"))
    return max(at_least, stated) if isinstance(stated, int) else at_least


def _pages(document: PDFDocument, found: list[PDFPage]) -> Iterator[Page]:
    fonts, layers = FontBook(), Layers(document.catalog)
    for number, page in enumerate(found, 1):
        yield _page(page, number, fonts, layers)


def _page(page: PDFPage, number: int, fonts: FontBook, layers: Layers) -> Page:
    ctm, width, height = _frame(page)
    content = _painted(page, PageContent(width, height), fonts, layers, ctm)
    verdict = judge(content)
    words = with_drawn_signs(visible_words(content, verdict, _links(page, ctm)), content.outlines)
    arranged = arrange(words, width, height, content.rules, number=number)
    lines = arranged.lines
    if verdict.recognised:
        lines = tuple(replace(line, recognised=True) for line in lines)
    glyphs = content.readable + content.unreadable
    return Page(
        number,
        width,
        height,
        lines,
        hidden_texts(content, verdict, number),
        arranged.uncertain,
        verdict.recognised,
        content.unreadable / glyphs if glyphs else 0.0,
        tuple(mark.box for mark in content.marks if mark.picture),
        content.cut_short,
    )


def _painted(page: PDFPage, content: PageContent, fonts: FontBook, layers: Layers, ctm: Matrix) -> PageContent:
    """What the page paints: by the fast scanner, and by stock pdfminer where the scanner fails."""
    try:
        ContentScanner(content, fonts, layers).page(page.contents, page.resources, ctm)
        return content
    except ContentBudgetExceeded:
        content.cut_short = True
        return content
    except _NOT_THE_PAGE:
        raise
    except Exception:  # whatever a stranger's page makes the scanner raise
        again = PageContent(content.width, content.height)
    try:
        stock_content.paint_page(page, again, fonts, layers, ctm)
    except _NOT_THE_PAGE:
        raise
    except ContentBudgetExceeded:
        again.cut_short = True
    except Exception:  # both ways fail at the same place as a rule: what the better of them read is kept
        return max((content, again), key=lambda one: len(one.runs))
    return again


def _frame(page: PDFPage) -> tuple[Matrix, float, float]:
    """The matrix from user space to the page as shown, and its width and height."""
    x0, y0, x1, y1 = _crop(page)
    wide, high = x1 - x0, y1 - y0
    turn = page.rotate // 90 * 90 % 360
    if turn == 90:
        return (0.0, 1.0, 1.0, 0.0, -y0, -x0), high, wide
    if turn == 180:
        return (-1.0, 0.0, 0.0, 1.0, x1, -y0), wide, high
    if turn == 270:
        return (0.0, -1.0, -1.0, 0.0, y1, x1), high, wide
    return (1.0, 0.0, 0.0, -1.0, -x0, y1), wide, high


def _crop(page: PDFPage) -> Box:
    """The crop box within the media box; a page without a sensible one is US Letter."""
    media, crop = _ordered(page.mediabox), _ordered(page.cropbox)
    inside = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    for box in (inside, media):
        if all(1.0 < side <= _LARGEST_SIDE for side in (box[2] - box[0], box[3] - box[1])):
            return box
    return _LETTER


def _ordered(box: Box) -> Box:
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


def _links(page: PDFPage, ctm: Matrix) -> list[Link]:
    """The areas of link annotations with a web or mail target, as text."""
    try:
        return [link for annotation in list_value(page.annots or [])[:_MOST_LINKS] if (link := _link(annotation, ctm))]
    except _NOT_THE_PAGE:
        raise
    except Exception:  # annotations are an extra: broken ones cost nothing but themselves
        return []


def _link(annotation: Any, ctm: Matrix) -> Link | None:
    entries = dict_value(annotation)
    target = resolve1(dict_value(entries.get("A")).get("URI")) if "A" in entries else None
    box = [float(resolve1(side)) for side in list_value(entries.get("Rect"))] if "Rect" in entries else []
    if not isinstance(target, bytes) or len(box) != 4:
        return None
    text = "".join(char for char in target.decode("utf-8", "replace") if char.isprintable())[:_LONGEST_LINK]
    return bounds(ctm, _ordered((box[0], box[1], box[2], box[3]))), text


__all__ = ["MOST_PAGES", "Notice", "NoticeCode", "OpenedPdf", "open_pdf", "read_pdf", "require_text"]
