"""A report made from a saved result equals the one of the result itself; a file that is none is refused in one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop.export.formats import report_as_bytes
from desktop.export.json_report import report_as_dict
from desktop.export.json_result import LARGEST, NOT_OURS, SEVERAL, TOO_LARGE, BadResult, is_saved_result, report_from_json
from desktop.export.options import ReportOptions
from matching.fit.pipeline import report_for
from matching.fit.report import FitReport
from matching.fit.request import Request
from matching.fit.salary import SalaryQuestion
from matching.months import YearMonth
from matching.reading.document import Notice, NoticeCode
from matching.reading.isolated import load_bytes, read_document

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "resources" / "samples" / "mid-level.pdf"


def made(question: SalaryQuestion) -> FitReport:
    document = read_document(load_bytes(SAMPLE), SAMPLE.name, SAMPLE.name)
    report = report_for(document, Request(YearMonth(2026, 11), salary=question))
    notice = Notice(
        NoticeCode.NO_DATES, "One job has no dates (“Baker”), so its time does not count. Add a start and an end.", 1
    )
    return replace(report, document=replace(report.document, notices=(notice,)))


@pytest.fixture(scope="module")
def report() -> FitReport:
    return made(SalaryQuestion())


@pytest.fixture(scope="module")
def abroad() -> FitReport:
    return made(SalaryQuestion(place="Lisbon"))


def saved(report: FitReport) -> bytes:
    return report_as_bytes(report, ".json")


def pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


OPTIONS = (
    ReportOptions(),
    ReportOptions(paper="letter", language="de", printed="28. November 2026"),
    ReportOptions(show_name=False, note="Weiter so: größer."),
    ReportOptions(language="de", show_name=False, parts=("gaps", "salary")),
)


@pytest.mark.parametrize("options", OPTIONS)
def test_the_same_files_are_made_from_a_saved_result(report: FitReport, abroad: FitReport, options: ReportOptions) -> None:
    for one in (report, abroad):
        again = report_from_json(saved(one))
        assert report_as_bytes(again, ".html", options) == report_as_bytes(one, ".html", options)
        assert report_as_bytes(again, ".csv", options) == report_as_bytes(one, ".csv", options)
        assert pages(report_as_bytes(again, ".pdf", options)) == pages(report_as_bytes(one, ".pdf", options))


def test_an_uncertain_reading_keeps_its_range(report: FitReport) -> None:
    first, *rest = report.match.groups
    wide = replace(first, requirements=tuple(replace(r, low_points=0, high_points=r.out_of) for r in first.requirements))
    uncertain = replace(report, match=replace(report.match, groups=(wide, *rest)))
    again = report_from_json(saved(uncertain))
    assert (again.match.low, again.match.high) == (uncertain.match.low, uncertain.match.high)
    assert report_as_bytes(again, ".html") == report_as_bytes(uncertain, ".html")


def changed(report: FitReport, change: Callable[[dict[str, Any]], object]) -> bytes:
    made = report_as_dict(report)
    change(made)
    return json.dumps(made).encode()


def test_later_versions_may_add_fields(report: FitReport) -> None:
    data = changed(report, lambda r: r["fit"].update(shine=[1, {"x": None}]))
    assert report_as_bytes(report_from_json(data), ".html") == report_as_bytes(report, ".html")
    assert report_from_json(b"\xef\xbb\xbf" + saved(report)) == report_from_json(saved(report))


SPOILT: tuple[Callable[[dict[str, Any]], object], ...] = (
    lambda r: r.update(schema="rolefit.report/2"),
    lambda r: r.update(fit=None),
    lambda r: r.pop("gaps"),
    lambda r: r["engine"].update(as_of="2026-13"),
    lambda r: r["engine"].update(version=7),
    lambda r: r["document"].update(pages=-1),
    lambda r: r["document"].update(pages=True),
    lambda r: r["document"].update(notices="none"),
    lambda r: r["document"]["notices"][0].update(code="no_such_code"),
    lambda r: r["fit"].update(score=r["fit"]["score"] + 1),
    lambda r: r["fit"]["groups"][0]["requirements"][0].update(points=1e999),
    lambda r: r["fit"]["groups"][0]["requirements"][0].update(points="3"),
    lambda r: r["fit"]["groups"][0]["requirements"][0].update(state="perhaps"),
    lambda r: r["fit"]["groups"].append([]),
    lambda r: r["gaps"][0].update(kind="huge"),
    lambda r: r["gaps"].extend([r["gaps"][0]] * 6_000),
    lambda r: r["resume"].update(emails=[1]),
    lambda r: r["salary"].update(available="yes"),
    lambda r: r["salary"].update(likely=[1]),
    lambda r: r["salary"].update(centre=float("nan")),
    lambda r: r["salary"].update(centre=10**400),
)


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spoilt_result_is_refused_in_one_sentence(report: FitReport, spoil: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(BadResult) as refused:
        report_from_json(changed(report, spoil))
    assert refused.value.message.text == NOT_OURS


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"null", b"\xff\xfe", b"[" * 100_000, b'{"schema": "rolefit.report/1"}', b"7" * 9999]
)
def test_what_is_no_result_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(BadResult, match="not a result"):
        report_from_json(data)


def test_several_results_and_a_huge_file_are_named(report: FitReport) -> None:
    with pytest.raises(BadResult) as refused:
        report_from_json(saved(report) * 2)
    assert refused.value.message.text == SEVERAL
    with pytest.raises(BadResult) as refused:
        report_from_json(b" " * (LARGEST + 1))
    assert refused.value.message.text == TOO_LARGE


def test_only_files_that_are_named_so_and_are_no_pdf_count_as_saved(tmp_path: Path) -> None:
    for name, data, expected in (
        ("a.json", b"{}", True),
        ("b.JSON", b"", True),
        ("c.json", b"%PDF-1.7", False),
        ("d.pdf", b"{}", False),
    ):
        (tmp_path / name).write_bytes(data)
        assert is_saved_result(str(tmp_path / name)) is expected
    assert not is_saved_result(str(tmp_path / "missing.json"))


def rolefit(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "desktop", "report", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)


def test_the_command_line_makes_the_report_of_a_saved_result(report: FitReport, tmp_path: Path) -> None:
    kept, target = tmp_path / "ada.json", tmp_path / "ada.html"
    kept.write_bytes(saved(report))
    done = rolefit(kept, "-o", target, "--lang", "de")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert target.read_bytes() == report_as_bytes(report, ".html", ReportOptions(language="de"))


def test_the_command_line_says_what_cannot_be_done(report: FitReport, tmp_path: Path) -> None:
    kept, target = tmp_path / "ada.json", tmp_path / "ada.html"
    kept.write_bytes(saved(report))
    for wrong in (["-o", tmp_path / "again.json"], ["-o", target, "--place", "Boston"], ["-o", target, "--lang", "tlh"]):
        assert rolefit(kept, *wrong).returncode == 2
    kept.write_bytes(b'{"schema": "other"}')
    done = rolefit(kept, "-o", target)
    assert done.returncode == 1
    assert NOT_OURS in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1
    assert not target.exists()


def test_a_saved_problem_is_said(tmp_path: Path) -> None:
    kept = tmp_path / "locked.json"
    command = [sys.executable, "-m", "desktop", "score", "--json", str(tmp_path / "missing.pdf")]
    kept.write_bytes(subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120).stdout)
    done = rolefit(kept, "-o", tmp_path / "out.html")
    assert done.returncode == 1
    assert json.loads(kept.read_bytes())["problem"]["text"] in done.stderr.decode()
