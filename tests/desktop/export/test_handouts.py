"""What is handed over: reports without the person, with pages as pictures, plan sheets, the table and summaries as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pdfminer.high_level import extract_text

from desktop.clients.values import ClientLine
from desktop.export.formats import report_as_bytes
from desktop.export.options import ALL_PARTS, ReportOptions
from desktop.export.page_pictures import draw_pages
from desktop.export.pdf_report import ensure_fonts, report_as_pdf, sheets_as_pdf
from desktop.export.plan_sheet import SheetPlan, plan_sheets, planned_gaps
from desktop.export.redaction import without_person
from desktop.export.table_csv import summary_as_csv, table_as_csv
from matching.fit.comparison import summarise
from matching.fit.keeping import keep, report_again
from matching.fit.pipeline import report_for
from matching.fit.report import FitReport
from matching.fit.request import Request
from matching.months import YearMonth
from matching.reading.document import Document
from matching.reading.isolated import load_bytes, read_document

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "resources" / "samples" / "strong-senior.pdf"
HIDDEN = ReportOptions(show_name=False)


@pytest.fixture(scope="module")
def report() -> FitReport:
    document = read_document(load_bytes(SAMPLE), SAMPLE.name, SAMPLE.name)
    return report_for(document, Request(YearMonth(2026, 11)))


def quoting(report: FitReport, words: str) -> FitReport:
    """The report with `words` in every quote of its requirements."""
    groups = tuple(
        replace(
            group,
            requirements=tuple(
                replace(r, evidence=tuple(replace(e, quote=f"{e.quote} {words}") for e in r.evidence))
                for r in group.requirements
            ),
        )
        for group in report.match.groups
    )
    return replace(report, match=replace(report.match, groups=groups))


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)).split())


@pytest.mark.parametrize("suffix", [".json", ".csv", ".html", ".pdf"])
def test_without_the_name_nothing_tells_who_it_is(report: FitReport, suffix: str) -> None:
    contact = report.resume.contact
    telling = [contact.name, *contact.name.split(), *contact.emails, *contact.phones, *contact.links, "other@example.net"]
    quoted = quoting(report, f"{contact.name.upper()} {' '.join([*contact.emails, *contact.phones])} other@example.net")
    made = report_as_bytes(quoted, suffix, HIDDEN)
    text = text_of(made) if suffix == ".pdf" else made.decode("utf-8-sig")
    for word in telling:
        assert word.casefold() not in text.casefold(), word
    assert SAMPLE.name not in text


def test_figures_and_sources_stay_without_the_name(report: FitReport) -> None:
    blanked = without_person(report)
    assert blanked.match.score == report.match.score
    assert [g.requirement for g in blanked.gaps] == [g.requirement for g in report.gaps]
    assert [r.sources for r in blanked.match.requirements] == [r.sources for r in report.match.requirements]
    assert blanked.salary == report.salary


def test_a_person_called_like_a_language_does_not_blank_the_profile(report: FitReport) -> None:
    contact = replace(report.resume.contact, name="Java Jones")
    blanked = without_person(replace(report, resume=replace(report.resume, contact=contact)))
    assert [s.name for s in blanked.resume.skills] == [s.name for s in report.resume.skills]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_pages_are_in_the_report_as_pictures_with_a_legend(report: FitReport, paper: str) -> None:
    ensure_fonts()
    pictures = draw_pages(SAMPLE.read_bytes(), width=600)
    assert len(pictures) == report.document.page_count
    without = report_as_pdf(report, ReportOptions(paper=paper))
    made = report_as_pdf(report, ReportOptions(paper=paper, parts=ALL_PARTS), pictures)
    document = pypdfium2.PdfDocument(made)
    assert len(document) == len(pypdfium2.PdfDocument(without)) + len(pictures)
    assert "Page 1 with what was found" in text_of(made)
    picture = next(thing for thing in document[len(document) - 1].get_objects() if thing.type == 3)
    assert picture.get_bounds()[2] > 200
    assert "with what was found" not in text_of(
        report_as_pdf(report, ReportOptions(show_name=False, parts=ALL_PARTS), pictures)
    )


def test_a_file_that_cannot_be_drawn_gives_no_pictures() -> None:
    assert draw_pages(b"no pdf") == ()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_plan_sheet_reads_back(report: FitReport, paper: str) -> None:
    ensure_fonts()
    plan = SheetPlan((report.gaps[-1].requirement,), "12 March 2027")
    (gap,) = planned_gaps(report, plan)
    sheets = plan_sheets(report, ReportOptions(paper=paper, note="Well done, weiter so: größer"), plan)
    made = sheets_as_pdf(sheets, paper, "Plan", "0.1.0")
    for text in (text_of(made), " ".join(extract_text(io.BytesIO(made)).split())):
        for words in (report.resume.contact.name, gap.name, "12 March 2027", "weiter so: größer", "We meet again on"):
            assert words in text
    assert report.resume.contact.name not in text_of(
        sheets_as_pdf(plan_sheets(report, HIDDEN, SheetPlan()), "a4", "Plan", "0.1.0")
    )


def test_an_empty_plan_takes_the_three_biggest_gaps(report: FitReport) -> None:
    assert planned_gaps(report, SheetPlan()) == report.gaps[:3]
    assert planned_gaps(report, SheetPlan(("no such requirement",))) == report.gaps[:3]


def test_a_plan_puts_a_gap_behind_those_that_it_builds_on(report: FitReport) -> None:
    first, second, third, *_ = report.gaps
    builds_up = replace(first, after=(third.requirement,))
    planned = planned_gaps(replace(report, gaps=(builds_up, second, third)), SheetPlan())
    assert [gap.requirement for gap in planned] == [third.requirement, first.requirement, second.requirement]


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text)))


def test_the_table_is_harmless_and_whole() -> None:
    lines: Sequence[ClientLine] = (
        ClientLine(1, "=cmd|' /C calc'!A0", 2, 3, 690, 690, 700, -25, "+NoSQL", 30, (100, 200), "senior", tags=("@a", "b")),
        ClientLine(2, "Tom Okoro", 1, attention=("not_scored",)),
    )
    head, first, second = rows(table_as_csv(lines))
    assert len(head) == len(first) == len(second)
    assert first[:7] == ["'=cmd|' /C calc'!A0", "2", "69.0", "69.0", "70.0", "minus 2.5", "'+NoSQL"]
    assert second[:6] == ["Tom Okoro", "1", "", "", "", ""]
    assert all(cell[:1] not in "=+-@" or not cell for row in (first, second) for cell in row)


def test_a_summary_holds_no_names(report: FitReport) -> None:
    text = summary_as_csv(summarise([report, report]))
    assert report.resume.contact.name not in text
    assert ["people", "", "2", "", "", "", ""] in rows(text)
    named = {row[1]: row for row in rows(text) if row[0] == "gap"}
    assert named[report.gaps[0].name][2] == "2"


def test_a_report_from_the_kept_json_makes_the_same_files(report: FitReport) -> None:
    kept = keep(report)
    again = report_again(kept.report, kept.document)
    assert again == report
    for suffix in (".json", ".csv", ".html"):
        assert report_as_bytes(again, suffix) == report_as_bytes(report, suffix)
    assert text_of(report_as_bytes(again, ".pdf")) == text_of(report_as_bytes(report, ".pdf"))


def test_a_kept_text_that_is_damaged_is_refused(report: FitReport) -> None:
    from matching.fit.keeping import NotReadable, document_again, words_of

    for text in ("", "[]", "{}", json.dumps([1, 2]), keep(report).document[:-3]):
        with pytest.raises(NotReadable):
            document_again(text)
    assert words_of("[]") == ""
    document: Document = document_again(keep(report).document)
    assert document == report.document
