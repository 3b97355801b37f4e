"""A counselor's morning with the real engine: import a folder, mend a problem, correct, compare, plan, print, delete."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.cases.engine import LiveEngine
from desktop.clients.values import ArrivalKind, ReportChoice
from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme
from desktop.windows.import_preview import ImportPreview
from desktop.windows.palette import Palette
from desktop.windows.plan_dialog import PlanDialog
from desktop.windows.report_dialog import ReportDialog
from desktop.windows.settings_dialog import SettingsDialog
from desktop.windows.storage_settings import StoragePage
from desktop.windows.summary_dialog import SummaryDialog
from matching.months import YearMonth
from matching.reading.corrections import WrongSkill
from tests.desktop.store.traces import traces_of

# A dialog with a smallest size makes the offscreen platform say that it knows no window manager.
pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]
ROOT = Path(__file__).resolve().parents[2]
WAIT = 60_000
D = TypeVar("D", bound=QDialog)


def make_many(folder: Path, count: int) -> list[Path]:
    """Résumés of invented people."""
    spec = importlib.util.spec_from_file_location("make_many", ROOT / "tests" / "data" / "make_many.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault("make_many", module)
    spec.loader.exec_module(module)
    made: list[Path] = module.make_many(folder, count)
    return made


@pytest.fixture
def live(qtbot: QtBot, tmp_path: Path) -> Iterator[Rolefit]:
    """The application with its real engine and an open store."""
    made = Rolefit(tmp_path / "data", LiveEngine(YearMonth(2026, 11), 1))
    theme().wear("light")
    with qtbot.waitExposed(made.window):
        made.window.show()
    with qtbot.waitSignal(made.clients.desk.opened, timeout=WAIT):
        made.clients.desk.begin()
    yield made
    made.end()
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Where the next file goes, instead of the system's dialog."""

    def into(name: str) -> Path:
        target = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        return target

    return into


def dialog(live: Rolefit, kind: type[D]) -> D:
    found = [d for d in live.window.findChildren(kind) if d.isVisible()]
    assert found, kind.__name__
    return found[-1]


def press(qtbot: QtBot, parent: QWidget, text: str) -> None:
    button = next(b for b in parent.findChildren(QPushButton) if b.text().replace("&&", "&") == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def text_of(path: Path) -> str:
    pages = pypdfium2.PdfDocument(path.read_bytes())
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def import_folder(live: Rolefit, qtbot: QtBot, folder: Path) -> ImportPreview:
    """The preview of a folder once every file was looked at."""
    before = live.clients.importing
    live.clients.import_paths([folder])
    qtbot.waitUntil(lambda: live.clients.importing is not before, timeout=WAIT)
    importing = live.clients.importing
    assert importing is not None
    qtbot.waitUntil(
        lambda: importing.state.total > 0 and not importing.state.running and importing.state.read > 0, timeout=WAIT
    )
    return live.clients.preview


def test_a_morning(live: Rolefit, qtbot: QtBot, tmp_path: Path, saved: Callable[[str], Path]) -> None:
    desk, pages, window = live.clients.desk, live.clients.pages, live.window
    folder = tmp_path / "inbox"
    folder.mkdir()
    files = make_many(folder, 4)
    (folder / "twice.pdf").write_bytes(files[0].read_bytes())
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing follows")
    assert not live.menus.commands.menus["clients"].menuAction().isVisible()

    # One folder: four people, one file twice, one that cannot be read.
    preview = import_folder(live, qtbot, folder)
    kinds = sorted(row.kind for row in preview.model.rows)
    assert kinds == sorted([ArrivalKind.NEW] * 4 + [ArrivalKind.ALREADY_HERE, ArrivalKind.UNREADABLE])
    assert len(pages.lines) == 0
    press(qtbot, preview, "Import")
    # What cannot be read has a row too, with its reason and a way to mend it.
    qtbot.waitUntil(lambda: len(pages.lines) == 5, timeout=WAIT)
    (broken,) = (line for line in pages.lines.values() if line.problem)
    assert (broken.name, broken.score, broken.attention) == ("broken", None, ("not_scored",))
    assert live.menus.commands.menus["clients"].menuAction().isVisible()

    # The problem is mended and tried again; a second look at the folder finds everything here.
    (folder / "broken.pdf").write_bytes(make_many(tmp_path, 5)[4].read_bytes())
    qtbot.waitUntil(preview.retry.isVisible)
    press(qtbot, preview, "Try failed files again")
    qtbot.waitUntil(lambda: not any(line.problem for line in pages.lines.values()), timeout=WAIT)
    assert len(pages.lines) == 5
    preview.close()
    again = import_folder(live, qtbot, folder)
    assert {row.kind for row in again.model.rows} == {ArrivalKind.ALREADY_HERE}
    again.close()

    # Ctrl+K finds a client by name and by the file's name.
    wanted = next(iter(pages.lines.values()))
    for typed in (wanted.name, wanted.file_name):
        live.menus.open_palette()
        palette = next(p for p in window.findChildren(Palette) if p.isVisible())
        qtbot.keyClicks(palette.field, typed)
        assert [found.text for found in palette.model.shown][:1] == [wanted.name]
        with qtbot.waitSignal(desk.recalled, timeout=WAIT):
            qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        live.desk.remove(live.desk.current)

    # The table: two are compared, all are summed up without names.
    live.menus.commands["all-clients"].trigger()
    table = pages.clients.table
    first, second = (line.client for line in table.clients.shown[:2])
    table.tick([first, second])
    qtbot.waitUntil(pages.clients.small.isVisible, timeout=WAIT)
    live.menus.commands["compare"].trigger()
    qtbot.waitUntil(lambda: pages.shown is pages.compare, timeout=WAIT)
    live.clients.back()
    table.selectAll()
    live.menus.commands["summary"].trigger()
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(SummaryDialog)), timeout=WAIT)
    target = saved("summary.csv")
    press(qtbot, dialog(live, SummaryDialog), "Export table…")
    qtbot.waitUntil(target.exists, timeout=WAIT)
    assert not any(line.name in target.read_text("utf-8-sig") for line in pages.lines.values())
    dialog(live, SummaryDialog).close()

    # One client: a correction, a plan, a meeting, a note.
    chosen = pages.lines[first]
    with qtbot.waitSignal(desk.recalled, timeout=WAIT):
        table.opened.emit(first)
    case = live.desk.case(live.desk.current)
    assert case is not None
    assert case.report is not None
    skill = next(s.id for s in case.report.resume.skills if s.mentions)
    live.desk.correct(case.id, WrongSkill(skill))
    qtbot.waitUntil(lambda: (c := live.desk.case(live.desk.current)) is not None and bool(c.corrections), timeout=WAIT)
    live.desk.tick_only(case.id, [gap.requirement for gap in case.report.gaps[:3]])
    live.menus.commands["save-plan"].trigger()
    press(qtbot, dialog(live, PlanDialog), "Save")
    live.menus.commands["progress"].trigger()
    qtbot.waitUntil(lambda: pages.shown is pages.client, timeout=WAIT)
    page = pages.client
    page.notes.setPlainText("Wants to work remotely")
    page.save_fields()
    page.meeting_note.setText("Talked about testing")
    page._add_meeting()
    qtbot.waitUntil(lambda: page.card is not None and bool(page.card.meetings and page.card.plans), timeout=WAIT)
    assert page.card is not None
    assert (page.card.corrections, page.card.notes) == (1, "Wants to work remotely")

    # On paper: the plan sheet, the report with its pages, and the same sheets on a printer.
    plan = saved("plan.pdf")
    page.sheet_wanted.emit(page.card)
    press(qtbot, dialog(live, ReportDialog), "Save as PDF…")
    qtbot.waitUntil(plan.exists, timeout=WAIT)
    assert chosen.name in text_of(plan)
    assert "Talked about" not in text_of(plan)
    with qtbot.waitSignal(desk.recalled, timeout=WAIT):
        desk.recall(first)
    qtbot.waitUntil(lambda: live.desk.data_for(live.desk.current) is not None, timeout=WAIT)
    report = saved("report.pdf")
    live.menus.commands["export"].trigger()
    dialog(live, ReportDialog).parts["pages"].setChecked(True)
    press(qtbot, dialog(live, ReportDialog), "Save as PDF…")
    qtbot.waitUntil(report.exists, timeout=WAIT)
    assert "with what was found" in text_of(report)
    printed = tmp_path / "printed.pdf"
    shown = live.desk.case(live.desk.current)
    assert shown is not None
    assert shown.report is not None
    print_to(live, qtbot, printed)
    assert f"of {report_pages(report) - shown.report.document.page_count}" in text_of(printed)

    # Somebody wants to be forgotten: bin, undo, bin again, then for good.
    live.menus.commands["all-clients"].trigger()
    table.tick([first])
    live.menus.commands["bin"].trigger()
    qtbot.waitUntil(lambda: first not in pages.lines, timeout=WAIT)
    live.desk.undo_stack.undo()
    qtbot.waitUntil(lambda: first in pages.lines, timeout=WAIT)
    live.desk.undo_stack.redo()
    qtbot.waitUntil(lambda: first not in pages.lines, timeout=WAIT)
    live.clients.open_storage()
    settings = dialog(live, SettingsDialog)
    storage = settings.pages["storage"]
    assert isinstance(storage, StoragePage)
    qtbot.waitUntil(lambda: storage.bin.count() == 1, timeout=WAIT)
    storage.confirmed = lambda _question, _yes: True  # type: ignore[method-assign] # the system's question
    with qtbot.waitSignal(desk.erased, timeout=WAIT):
        press(qtbot, storage, "Empty bin…")
    live.kept.sync()
    for word in (chosen.name, chosen.name.split()[0].lower() + "-" + chosen.name.split()[1].lower()):
        assert traces_of(live.kept.folder, word) == []
    settings.close()


def print_to(live: Rolefit, qtbot: QtBot, target: Path) -> None:
    """Print the current report into a file, through the printer's painter."""
    from desktop.export.report_sheets import report_sheets
    from desktop.wiring.exporting import options_for

    case = live.desk.case(live.desk.current)
    assert case is not None
    report = case.report
    assert report is not None
    printer = live.exporting.printer(ReportChoice())
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    live.exporting.paint(lambda choice, _pages: report_sheets(report, options_for(choice)), ReportChoice(), (), printer)


def report_pages(path: Path) -> int:
    return len(pypdfium2.PdfDocument(path.read_bytes()))


def test_one_person_sees_no_clients(live: Rolefit, qtbot: QtBot, tmp_path: Path) -> None:
    (path,) = make_many(tmp_path, 1)
    with qtbot.waitSignal(live.clients.desk.kept, timeout=WAIT):
        live.desk.open_files([path])
    qtbot.waitUntil(lambda: len(live.clients.pages.lines) == 1, timeout=WAIT)
    assert not live.menus.commands.menus["clients"].menuAction().isVisible()
    assert not live.clients.side.isVisible()
    assert live.window.case_list.heading.text() == "My résumés"
    live.menus.commands["progress"].trigger()
    qtbot.waitUntil(lambda: live.clients.pages.shown is live.clients.pages.client, timeout=WAIT)
