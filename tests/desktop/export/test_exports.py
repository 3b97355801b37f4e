"""Reports as files: what is written reads back, nothing from a résumé becomes markup or a formula, sums add up."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest

from desktop.export.csv_report import harmless, report_as_csv
from desktop.export.files import write_whole
from desktop.export.formats import report_as_bytes
from desktop.export.html_report import report_as_html
from desktop.export.json_report import report_as_dict, report_as_line
from desktop.export.options import ReportOptions
from desktop.export.pdf_report import report_as_pdf
from desktop.export.report_parts import verdict
from desktop.export.text_report import report_as_text, tenths
from desktop.export.wording import Wording
from matching.fit.pipeline import report_for
from matching.fit.report import FitReport
from matching.fit.request import Request
from matching.months import YearMonth
from matching.reading.isolated import load_bytes, read_document

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = '<img src="file:///etc/passwd"><script>alert(1)</script>=HYPERLINK("http://x")\u202egnp'


@pytest.fixture(scope="module")
def report() -> FitReport:
    """The report of the strong sample."""
    path = ROOT / "resources" / "samples" / "strong-senior.pdf"
    document = read_document(load_bytes(path), path.name, path.name)
    return report_for(document, Request(YearMonth(2026, 11)))


@pytest.fixture(scope="module")
def hostile(report: FitReport) -> FitReport:
    """The same report under a hostile name."""
    contact = replace(report.resume.contact, name=HOSTILE)
    return replace(report, resume=replace(report.resume, contact=contact), document=replace(report.document, name=HOSTILE))


class Words(HTMLParser):
    """Collects text and tags of an HTML document."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def parsed(html: str) -> Words:
    words = Words()
    words.feed(html)
    words.close()
    return words


def test_the_sums_are_exact_as_printed(report: FitReport) -> None:
    fit = report_as_dict(report)["fit"]
    for group in fit["groups"]:
        assert round(sum(r["points"] * 10 for r in group["requirements"])) == round(group["points"] * 10)
        assert round(sum(r["out_of"] * 10 for r in group["requirements"])) == round(group["out_of"] * 10)
    assert round(sum(g["points"] * 10 for g in fit["groups"])) == round(fit["score"] * 10)
    assert round(sum(g["out_of"] * 10 for g in fit["groups"])) == 1000


def test_json_is_one_ascii_line(hostile: FitReport) -> None:
    line = report_as_line(hostile)
    line.encode("ascii")
    assert "\n" not in line
    assert json.loads(line)["resume"]["name"] == HOSTILE


def test_html_shows_hostile_words_literally(hostile: FitReport) -> None:
    words = parsed(report_as_html(hostile))
    tags = [tag for tag, _ in words.tags]
    assert "script" not in tags
    assert "img" not in tags
    assert "<script>alert(1)</script>" in "".join(words.text)
    assert "\u202e" not in report_as_html(hostile)


def test_html_loads_nothing_and_is_well_formed(report: FitReport) -> None:
    html = report_as_html(report, ReportOptions(note="Call <her> & write", logo=b"\x89PNG"))
    words = parsed(html)
    policy = next(a["content"] for tag, a in words.tags if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for tag, attributes in words.tags:
        assert tag not in ("link", "iframe", "object", "script", "a")
        assert not str(attributes.get("src", "data:")).startswith(("http", "file", "//"))
    for tag in (
        "html",
        "head",
        "body",
        "main",
        "header",
        "footer",
        "table",
        "tbody",
        "thead",
        "tr",
        "td",
        "th",
        "ol",
        "ul",
        "li",
        "h2",
    ):
        assert len(re.findall(rf"<{tag}[ >]", html)) == html.count(f"</{tag}>"), tag
    assert "Call &lt;her&gt; &amp; write" in html
    assert [tag for tag, _ in words.tags].count("h1") == 1


def test_a_report_without_name_holds_no_name_or_contact(report: FitReport) -> None:
    options = ReportOptions(show_name=False)
    for text in (report_as_html(report, options), text_of(report_as_pdf(report, options))):
        assert "Ferrante" not in text
        assert "nadia" not in text.casefold()
        assert "strong-senior.pdf" not in text


def text_of(pdf: bytes) -> str:
    """The text of all pages as a second reader sees it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return "\n".join(pages)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_pdf_reads_back_as_it_was_written(report: FitReport, paper: str) -> None:
    data = report_as_pdf(report, ReportOptions(paper=paper))
    assert data.startswith(b"%PDF-")
    text = re.sub(r"\s+", " ", text_of(data))
    assert "Nadia Ferrante" in text
    assert verdict(report, Wording()) in text
    for group in report.match.groups:
        assert f"{tenths(group.points)} of {tenths(group.out_of)}" in text
        assert group.name in text
    for factor in report.salary.factors:
        assert factor.name in text
    assert "C++" not in text or "C++" in report_as_text(report)
    assert not re.search(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff]", text)


def test_the_pdf_reads_back_with_pdfminer_too(report: FitReport) -> None:
    from pdfminer.high_level import extract_text

    text = re.sub(r"\s+", " ", extract_text(io.BytesIO(report_as_pdf(report))))
    assert "(cid:" not in text
    assert "Where the" in text
    for gap in report.gaps:
        assert gap.name in text


def test_names_with_signs_survive_the_pdf(report: FitReport) -> None:
    odd = "AWS (EC2) C++ 10:30 A@B ﬁ é Ł"
    named = replace(report, resume=replace(report.resume, contact=replace(report.resume.contact, name=odd)))
    assert "AWS (EC2) C++ 10:30 A@B" in text_of(report_as_pdf(named))


def test_a_long_report_runs_over_pages_with_numbers(report: FitReport) -> None:
    many = replace(report, gaps=report.gaps * 12)
    text = text_of(report_as_pdf(many, ReportOptions(note="A line.\n" * 60)))
    found = re.findall(r"(\d+) of (\d+)\s*$", text, flags=re.M)
    pages = {int(total) for _, total in found if int(total) > 3}
    assert pages


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "\n=1"])
def test_cells_that_look_like_formulas_are_made_harmless(cell: str) -> None:
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["plain", "a=b", "", "C++", "1.5", "“quoted”"])
def test_other_cells_stay(cell: str) -> None:
    assert harmless(cell) == cell


def test_csv_has_a_row_for_each_requirement(report: FitReport) -> None:
    rows = list(csv.reader(io.StringIO(report_as_csv(report))))
    assert len(rows) == 1 + len(report.match.requirements)
    assert sum(round(float(row[2]) * 10) for row in rows[1:]) == report.match.score


def test_every_format_and_no_other(report: FitReport) -> None:
    for suffix, head in ((".json", b'{"schema"'), (".csv", b"\xef\xbb\xbf"), (".html", b"<!DOCTYPE html>"), (".pdf", b"%PDF-")):
        assert report_as_bytes(report, suffix).startswith(head)
    with pytest.raises(ValueError, match="no report format"):
        report_as_bytes(report, ".docx")


def test_the_terminal_is_not_steered_by_a_name(hostile: FitReport) -> None:
    contact = replace(hostile.resume.contact, name="Eve\x1b[2J\x07")
    text = report_as_text(replace(hostile, resume=replace(hostile.resume, contact=contact)))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text)


def test_the_text_fits_a_terminal_and_adds_up_on_paper(report: FitReport) -> None:
    lines = report_as_text(report).splitlines()
    assert [line for line in lines if len(line) > 79] == []
    products = [re.search(r"([\d.]+) × ([\d.]+) += +([\d.]+)$", line) for line in lines]
    worked = [tuple(Decimal(part) for part in found.groups()) for found in products if found]
    assert len(worked) == len(report.match.requirements)
    for out_of, strength, points in worked:
        assert (out_of * strength).quantize(Decimal("0.1"), ROUND_HALF_UP) == points
    assert sum(points for _, _, points in worked) == Decimal(tenths(report.match.score))
    assert any(line.strip().endswith(f"= {tenths(report.match.score)} of 100") for line in lines)


def test_what_stands_beside_the_score_is_in_the_text(report: FitReport) -> None:
    text = re.sub(r"\s+", " ", report_as_text(report))
    assert "Common in the market (beside the score, never in it)" in text
    for finding in report.health:
        assert finding.remedy in text


def test_writing_keeps_the_old_file_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.pdf"
    write_whole(target, b"old")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
