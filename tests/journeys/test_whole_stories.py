"""Whole stories with the real engine: first screen to exported report by mouse and by keyboard, a child killed midway."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.cases.engine import LiveEngine
from desktop.cases.values import CaseState
from desktop.messages import message_for
from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme
from desktop.windows.report_dialog import ReportDialog
from matching.errors import Problem
from matching.months import YearMonth

# A dialog with a smallest size makes the offscreen platform say that it knows no window manager.
pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def live(qtbot: QtBot, tmp_path: Path) -> Iterator[Rolefit]:
    """The application with its real engine."""
    made = Rolefit(tmp_path / "data", LiveEngine(YearMonth(2026, 11), 1))
    theme().wear("light")
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.end()
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def report_button(live: Rolefit, text: str) -> QPushButton:
    """A button of the report's dialog."""
    dialog = live.window.findChild(ReportDialog)
    assert dialog is not None
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == text)


def test_by_mouse_from_the_sample_to_the_report(
    live: Rolefit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = live.window
    with qtbot.waitSignal(live.desk.resume_read, timeout=30_000):
        qtbot.mouseClick(window.first_run.sample, Qt.MouseButton.LeftButton)
    case = live.desk.case(live.desk.current)
    assert case is not None
    assert case.report is not None
    assert window.report.fit.score.number.text() == str(case.report.match.score // 10)
    if window.page.pictures.picture(0, 100) is None:
        qtbot.waitSignal(window.page.pictures.ready, timeout=20_000).wait()
    mark = window.page.view.marks[0]
    qtbot.mouseClick(window.page.view.viewport(), Qt.MouseButton.LeftButton, pos=window.page.view.center_of(mark))
    chosen = window.report.fit.tree.rows.row_at(window.report.fit.tree.currentIndex()).requirement
    assert chosen is not None
    assert chosen.id in mark.requirements or chosen.id in {r for m in window.page.view.marks for r in m.requirements}
    target = tmp_path / "out.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "Data (*.json)"))
    qtbot.mouseClick(window.report.export, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(report_button(live, "data, JSON"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(target.exists, timeout=10_000)
    written = json.loads(target.read_text())
    assert written["fit"]["score"] == case.report.match.score / 10


def test_by_keyboard_alone(live: Rolefit, qtbot: QtBot, tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = live.window
    path = samples / "strong-senior.pdf"
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    with qtbot.waitSignal(live.desk.resume_read, timeout=30_000):
        window.first_run.choose.setFocus()
        qtbot.keyClick(window.first_run.choose, Qt.Key.Key_Space)
    live.menus.open_palette()
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "Gaps")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    gaps = window.report.gaps.list
    gaps.setFocus()
    qtbot.keyClick(gaps, Qt.Key.Key_Down)
    qtbot.keyClick(gaps, Qt.Key.Key_Space)
    case = live.desk.case(live.desk.current)
    assert case is not None
    assert len(case.ticked) == 1
    live.desk.undo_stack.undo()
    target = tmp_path / "report"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "Table (*.csv)"))
    live.menus.commands["export"].trigger()
    qtbot.keyClick(report_button(live, "table, CSV"), Qt.Key.Key_Space)
    qtbot.waitUntil((tmp_path / "report.csv").exists, timeout=10_000)


def test_a_real_correction_scores_anew_and_is_undone(live: Rolefit, qtbot: QtBot, samples: Path) -> None:
    from matching.reading.corrections import WrongSkill

    with qtbot.waitSignal(live.desk.resume_read, timeout=30_000):
        live.desk.open_files([samples / "mid-level.pdf"])
    before = live.desk.case(live.desk.current)
    assert before is not None
    assert before.report is not None
    with qtbot.waitSignal(live.desk.case_changed, timeout=20_000):
        live.desk.correct(before.id, WrongSkill("mysql"))
    after = live.desk.case(before.id)
    assert after is not None
    assert after.report is not None
    assert after.report.match.score < before.report.match.score
    live.desk.undo_stack.undo()
    assert live.desk.case(before.id) == before


def test_a_killed_reading_process_costs_one_file(live: Rolefit, qtbot: QtBot, tmp_path: Path, samples: Path) -> None:
    broken = tmp_path / "notes.pdf"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    with qtbot.waitSignal(live.desk.reading_failed, timeout=30_000):
        live.desk.open_files([broken])
    assert window_title(live) == message_for(Problem.NOT_A_PDF).title
    import os
    import signal

    engine = live.engine
    assert isinstance(engine, LiveEngine)
    for child in engine._reader_pool().children():
        os.kill(child, signal.SIGKILL)
    with qtbot.waitSignal(live.desk.resume_read, timeout=30_000):
        live.desk.open_files([samples / "mid-level.pdf"])
    assert [case.state for case in live.desk.cases] == [CaseState.UNREAD, CaseState.READ]


def window_title(live: Rolefit) -> str:
    return live.window.report.state.title.text()
