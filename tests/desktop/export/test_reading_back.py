"""What was written reads back: every page by two readers, on both papers and in both languages; HTML as the standard has it."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import html5lib
import pypdfium2
import pytest
from pdfminer.high_level import extract_text
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from desktop.export import report_parts as parts
from desktop.export.html_report import report_as_html
from desktop.export.options import ReportOptions
from desktop.export.pdf_report import ensure_fonts, report_as_pdf, sheets_as_pdf
from desktop.export.plan_sheet import SheetPlan, plan_sheets, plan_title, planned_gaps
from desktop.export.wording import wording_in
from matching.fit.pipeline import report_for
from matching.fit.report import FitReport
from matching.fit.request import Request
from matching.fit.retelling import report_in
from matching.months import YearMonth
from matching.reading.isolated import load_bytes, read_document

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "samples" / "mid-level.pdf"
LONG = "Maximiliane-" + "Wolfeschlegelsteinhausenbergerdorff" * 2
NOTE = "Bitte Zeugnis mitbringen: größer als „A4“.\n" + "Wort" * 40


def logo() -> bytes:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B6B63"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # PySide's stub wants bytes
    return bytes(buffer.data().data())


@pytest.fixture(scope="module")
def plain() -> FitReport:
    report = report_for(read_document(load_bytes(SAMPLE), SAMPLE.name, SAMPLE.name), Request(YearMonth(2026, 11)))
    assert len(report.gaps) > 30
    return report


@pytest.fixture(scope="module")
def long(plain: FitReport) -> FitReport:
    """The same for somebody with a name of 82 letters, a long file name and 40 gaps."""
    resume = replace(plain.resume, contact=replace(plain.resume.contact, name=LONG))
    gaps = (plain.gaps * 2)[:40]
    return replace(plain, resume=resume, gaps=gaps, document=replace(plain.document, name="l" * 90 + ".pdf"))


def squeezed(text: str) -> str:
    """Without spaces and hyphens, which a reader drops at the end of a line: what remains are the letters in their order."""
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)


def pdfium(pdf: bytes) -> str:
    return squeezed("".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)))


def pdfminer(pdf: bytes) -> str:
    return squeezed(extract_text(io.BytesIO(pdf)))


READERS: tuple[Callable[[bytes], str], ...] = (pdfium, pdfminer)
CHOICES = [
    ReportOptions(paper=paper, language=language, show_name=show, note=NOTE, printed="28. November 2026")
    for paper in ("a4", "letter")
    for language in ("en", "de")
    for show in (True, False)
]


@pytest.mark.parametrize("options", CHOICES, ids=lambda o: f"{o.paper}-{o.language}-{o.show_name}")
def test_every_sentence_of_the_report_reads_back(long: FitReport, options: ReportOptions) -> None:
    ensure_fonts()
    written = parts.told(long, options)
    made, say = report_as_pdf(long, replace(options, logo=logo())), wording_in(options.language)
    for read in READERS:
        foot = re.escape(squeezed(parts.footer(written, say)))
        text = re.sub(rf"{foot}\d+(of|von)\d+", "", read(made))  # a paragraph may run over to the next page
        expected = [parts.title(written, options, say), parts.verdict(written, say), parts.counted(written, say)]
        expected += [parts.salary_heading(written, say), *options.note.splitlines()]
        expected += [group.name for group in written.match.groups] + [r.why for r in written.match.requirements]
        expected += (
            [gap.advice for gap in written.gaps] + [f.text for f in written.salary.factors] + list(written.salary.remarks)
        )
        lacking = [words for words in expected if squeezed(words) not in text] if read is pdfium else []
        assert lacking == []
        assert "(cid:" not in text
        assert ("Wolfeschlegel" in text) is options.show_name
        letters = set("".join(map(squeezed, expected))) - set(text)
        assert letters == set()


@pytest.mark.parametrize("options", CHOICES, ids=lambda o: f"{o.paper}-{o.language}-{o.show_name}")
def test_the_plan_sheet_is_one_sheet_and_reads_back(long: FitReport, options: ReportOptions) -> None:
    ensure_fonts()
    options = replace(options, note="Ein Satz.")
    plan, written = SheetPlan((), "12. März 2027"), parts.told(long, options)
    sheets = plan_sheets(long, options, plan)
    made = sheets_as_pdf(sheets, options.paper, plan_title(long, options), "0")
    assert len(pypdfium2.PdfDocument(made)) == len(sheets) == 1
    gaps = planned_gaps(written, plan)
    expected = [t for gap in gaps for t in (gap.name, gap.advice, gap.evidence_hint, gap.wording_hint)]
    expected += ["12. März 2027", "Ein Satz.", plan_title(written, options)]
    for read in READERS:
        text = read(made)
        assert [words for words in expected if squeezed(words) not in text] == []
        assert options.show_name or "Wolfeschlegel" not in text


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_first_sheet_is_the_whole_result(plain: FitReport, paper: str, language: str) -> None:
    options = ReportOptions(paper=paper, language=language)
    written, say = parts.told(plain, options), wording_in(language)
    first = squeezed(pypdfium2.PdfDocument(report_as_pdf(plain, options))[0].get_textpage().get_text_range())
    expected = [parts.verdict(written, say), parts.sum_written_out(written, say), parts.salary_heading(written, say)]
    expected += [gap.advice for gap in written.gaps[:2]] + [say("Light box: official middle half.")]
    assert [words for words in expected if squeezed(words) not in first] == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_nothing_is_painted_outside_the_margins(long: FitReport, paper: str) -> None:
    made = pypdfium2.PdfDocument(report_as_pdf(long, ReportOptions(paper=paper, language="de", note=NOTE)))
    for page in made:
        width, height = page.get_size()
        texts = page.get_textpage()
        for place in range(texts.count_rects()):
            left, bottom, right, top = texts.get_rect(place)
            assert left >= 46
            assert right <= width - 46
            assert bottom >= 30
            assert top <= height - 40


def test_no_page_but_the_last_is_nearly_empty(long: FitReport) -> None:
    for paper in ("a4", "letter"):
        for language in ("en", "de"):
            made = pypdfium2.PdfDocument(report_as_pdf(long, ReportOptions(paper=paper, language=language)))
            lines = [page.get_textpage().get_text_bounded().count("\n") for page in made]
            assert min(lines[:-1]) > 14
            assert lines[-1] > 2


@pytest.mark.parametrize("options", CHOICES, ids=lambda o: f"{o.paper}-{o.language}-{o.show_name}")
def test_html_is_valid_and_walks_like_a_document(long: FitReport, options: ReportOptions) -> None:
    html = report_as_html(long, replace(options, logo=logo()))
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(html)  # raises at the first mistake
    assert parser.errors == []
    assert tree.get("lang") == options.language
    heads = [element.tag for element in tree.iter() if re.fullmatch(r"h[1-6]", str(element.tag))]
    assert heads.count("h1") == 1
    assert heads[0] == "h1"
    steps = [int(after[1]) - int(before[1]) for before, after in itertools.pairwise(heads)]
    assert max(steps) <= 1
    policies = [e.get("content") for e in tree.iter("meta") if e.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    for element in tree.iter():
        assert element.tag not in ("script", "link", "iframe", "object", "embed", "base", "form")
        for name, value in element.attrib.items():
            assert name not in ("href", "srcset", "style")
            assert not str(name).startswith("on")
            assert name != "src" or value.startswith("data:image/png;base64,")
    assert "url(" not in html
    assert "@import" not in html
    for table in tree.iter("table"):
        assert {cell.get("scope") for cell in table.iter("th")} <= {"col", "row"}
    told = report_in(long, options.language)
    text = squeezed("".join(tree.itertext()))
    assert [gap.name for gap in told.gaps if squeezed(gap.name) not in text] == []


def test_a_german_report_has_no_english_words_of_ours(plain: FitReport) -> None:
    """Quotes of the résumé and of the guides stay; they are taken out before looking."""
    german = report_as_html(plain, ReportOptions(language="de", printed="28. November 2026", note="Notiz"))
    body = html5lib.parse(german, namespaceHTMLElements=False).find("body")
    assert body is not None
    for parent in list(body.iter()):
        for child in list(parent):
            if child.tag == "q" or child.get("lang") == "en":
                child.text, child[:] = "", []
    text = re.sub(r"„[^“]*“", "", " ".join("".join(body.itertext()).split()))
    for title in {source.title for r in plain.match.requirements for source in r.sources}:
        text = text.replace(title, "")
    english = r"\b(the|of|and|is|are|not|with|found|points|page|requirement|years|effort|before|about|between)\b"
    names = ("Bureau of Labor Statistics", "Department of Labor", "Occupational Employment and Wage Statistics", "wage levels")
    for name in names:
        text = text.replace(name, "")
    assert re.findall(english, text) == []
