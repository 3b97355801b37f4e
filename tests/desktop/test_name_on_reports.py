"""The counselor's name at the foot of reports and plan sheets: set once, another for one report, plain text, never too wide."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from pdfminer.high_level import extract_text
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.clients.values import ReportChoice
from desktop.export.formats import report_as_bytes
from desktop.export.html_report import report_as_html
from desktop.export.options import ALL_PARTS, ReportOptions
from desktop.export.paper import advance, shortened
from desktop.export.pdf_report import ensure_fonts, report_as_pdf, sheets_as_pdf
from desktop.export.plan_sheet import SheetPlan, plan_sheets
from desktop.running.rolefit import Rolefit
from desktop.windows.report_dialog import ReportDialog
from desktop.windows.settings_dialog import SettingsDialog
from desktop.wiring.exporting import options_for
from tests.desktop.made_up import report

ROOT = Path(__file__).resolve().parents[2]
NAMED = ReportOptions(by="Ana Keller", by_line="Career Centre North, 040 1234")
HOSTILE = ReportOptions(by='<b>Ana</b> {name} & "x"\u202egnp', by_line="=1+1\n<script>alert(1)</script> {0}")
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)")


def pages_of(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]


def plan_pdf(options: ReportOptions) -> bytes:
    ensure_fonts()
    return sheets_as_pdf(plan_sheets(report(), options, SheetPlan()), options.paper, "Plan", "0")


def picture() -> QImage:
    made = QImage(600, 800, QImage.Format.Format_RGB32)
    made.fill(0xFFFFFF)
    return made


# ---- on paper


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(("language", "words"), [("en", "Prepared by Ana Keller"), ("de", "Erstellt von Ana Keller")])
def test_the_name_stands_on_every_sheet(paper: str, language: str, words: str) -> None:
    options = replace(NAMED, paper=paper, language=language, parts=ALL_PARTS)
    with_pictures, plan = report_as_pdf(report(), options, [picture()]), plan_pdf(options)
    bare = report_as_pdf(report(), replace(options, by="", by_line=""), [picture()])
    assert len(pages_of(with_pictures)) == len(pages_of(bare)) > 1
    for pdf in (with_pictures, plan):
        assert all(f"{words} · Career Centre North, 040 1234" in page for page in pages_of(pdf))
        assert words in " ".join(extract_text(io.BytesIO(pdf)).split())
    html = report_as_html(report(), options)
    assert f"<footer>\n<p>{words} · Career Centre North, 040 1234</p>" in html


def test_nobody_is_named_where_nothing_was_set() -> None:
    nobody = ReportOptions(by="  ", by_line="\t")
    for made in (
        report_as_html(report(), nobody),
        "".join(pages_of(report_as_pdf(report(), nobody))),
        "".join(pages_of(plan_pdf(nobody))),
    ):
        assert "Prepared by" not in made
        assert "·" not in made
    assert report_as_html(report(), nobody) == report_as_html(report(), ReportOptions())


def test_a_line_without_a_name_stands_alone() -> None:
    assert "<footer>\n<p>Career Centre North</p>" in report_as_html(report(), ReportOptions(by_line="Career Centre North"))


def test_the_name_stays_where_the_person_is_left_out() -> None:
    blind = replace(NAMED, show_name=False)
    assert "Prepared by Ana Keller" in report_as_html(report(), blind)
    assert all("Prepared by Ana Keller" in page for page in pages_of(report_as_pdf(report(), blind)))


def test_hostile_words_are_shown_as_they_are() -> None:
    html = report_as_html(report(), HOSTILE)
    assert (
        "<p>Prepared by &lt;b&gt;Ana&lt;/b&gt; {name} &amp; &quot;x&quot;[U+202E]gnp · "
        "=1+1 &lt;script&gt;alert(1)&lt;/script&gt; {0}</p>" in html
    )
    assert "<script" not in html
    for pdf in (report_as_pdf(report(), HOSTILE), plan_pdf(HOSTILE)):
        assert all('Prepared by <b>Ana</b> {name} & "x"[U+202E]gnp · =1+1 <script>' in page for page in pages_of(pdf))


def test_data_carries_no_name_of_the_counselor() -> None:
    for suffix in (".json", ".csv"):
        assert report_as_bytes(report(), suffix, NAMED) == report_as_bytes(report(), suffix)


@pytest.mark.parametrize(
    "long", ["Wolfeschlegelsteinhausenbergerdorff " * 40, "W" * 4000, "名" * 4000], ids=["words", "one word", "wide"]
)
def test_a_long_name_is_cut_and_never_leaves_the_sheet(long: str) -> None:
    ensure_fonts()
    lines = shortened(long, 8, 400, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert all(advance(line, 8) <= 401 for line in lines)
    made = pypdfium2.PdfDocument(report_as_pdf(report(), ReportOptions(by=long)))
    for page in made:
        text, (width, _height) = page.get_textpage(), page.get_size()
        boxes = [text.get_charbox(at) for at in range(text.count_chars()) if not text.get_text_range(at, 1).isspace()]
        assert all(left >= 0 and right <= width and bottom >= 20 for left, bottom, right, _top in boxes)
        foot = [box for box in boxes if box[3] < 66]  # points from the paper's lower edge
        tops = sorted({round(box[1] / 5) for box in foot})
        assert len(tops) >= 3  # two lines of the name, one of the program, none over another


# ---- in the window


def settings_of(rolefit: Rolefit) -> SettingsDialog:
    rolefit.menus.open_settings("reports")
    dialog = rolefit.window.findChild(SettingsDialog)
    assert dialog is not None
    return dialog


def test_what_is_typed_in_the_settings_holds_at_once_and_is_undone_in_one_step(opened: Rolefit) -> None:
    dialog = settings_of(opened)
    page, stack = dialog.pages["reports"], opened.desk.undo_stack
    before = stack.count()
    QTest.keyClicks(page.by, "Ana Kller")  # type: ignore[attr-defined] # the reports page
    page.by.setCursorPosition(5)  # type: ignore[attr-defined] # the reports page
    QTest.keyClicks(page.by, "e")  # type: ignore[attr-defined] # the reports page
    assert page.by.cursorPosition() == 6  # type: ignore[attr-defined] # the reports page
    QTest.keyClicks(page.by_line, "Nord")  # type: ignore[attr-defined] # the reports page
    assert options_for(opened.exporting.choice).by == "Ana Keller"
    assert options_for(opened.exporting.choice).by_line == "Nord"
    assert stack.count() == before + 2
    dialog.undo.click()
    assert (opened.exporting.choice.by, opened.exporting.choice.by_line) == ("Ana Keller", "")
    dialog.undo.click()
    assert opened.exporting.choice.by == page.by.text() == ""  # type: ignore[attr-defined] # the reports page


def test_the_name_of_the_settings_is_there_after_a_start(opened: Rolefit) -> None:
    opened.settings.put({"report-by": "Keller, Ana", "report-line": "@home [x]"})
    opened.kept.sync()
    again = Rolefit(opened.kept.folder, opened.desk.engine)
    assert (again.exporting.choice.by, again.exporting.choice.by_line) == ("Keller, Ana", "@home [x]")
    again.end()
    again.window.close()


def test_another_name_holds_for_one_report(
    opened: Rolefit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    opened.settings.put({"report-by": "Ana Keller"})
    exporting = opened.exporting
    monkeypatch.setattr(exporting, "ask_target", lambda _name, suffix: tmp_path / f"made{suffix}")
    exporting.ask()
    dialog = opened.window.findChild(ReportDialog)
    assert dialog is not None
    assert dialog.by.text() == "Ana Keller"
    dialog.by.setText("Bo <i>Lind</i>")
    dialog.note.setPlainText("Keep this note.")
    dialog._save(".html")
    qtbot.waitUntil((tmp_path / "made.html").exists, timeout=20_000)
    assert "Prepared by Bo &lt;i&gt;Lind&lt;/i&gt;" in (tmp_path / "made.html").read_text("utf-8")
    assert (exporting.choice.by, exporting.choice.note) == ("Ana Keller", "Keep this note.")


def test_the_dialog_gives_back_both_lines(qtbot: QtBot, worn: None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen = ReportChoice(by="Ana", by_line="Nord")
    assert ReportDialog(parent, "x", chosen, has_pages=False).choice == chosen
    assert ReportDialog(parent, "x", chosen, has_pages=False, plan=True).choice == chosen


# ---- on the command line


def rolefit(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "desktop", "report", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=120)


def test_a_report_of_a_saved_result_takes_the_name(tmp_path: Path) -> None:
    kept, target = tmp_path / "ada.json", tmp_path / "ada.html"
    kept.write_bytes(report_as_bytes(report(), ".json"))
    done = rolefit(kept, "-o", target, "--by", "Ana <Keller>", "--by-line", "Nord", "--lang", "de")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert "Erstellt von Ana &lt;Keller&gt; · Nord" in target.read_text("utf-8")
    refused = rolefit(kept, "-o", tmp_path / "ada.csv", "--by", "Ana")
    assert refused.returncode == 2
    assert b"--by" in refused.stderr
    assert not (tmp_path / "ada.csv").exists()
