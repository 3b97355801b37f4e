"""From the empty first screen to a report on disk without a mouse: only keys, sent to whatever has the focus."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.running.rolefit import Rolefit
from desktop.windows.report_dialog import ReportDialog
from tests.journeys.test_whole_stories import live as live  # the application with its real engine

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("This plugin does not support")]
WAIT = 60_000
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class Keys:
    """A keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot

    @property
    def here(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "the focus is lost"
        return widget

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.qtbot.keyClick(self.here, key, held)

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(self.here, text)

    def tab_to(self, wanted: QWidget) -> None:
        for _ in range(40):
            if self.here is wanted:
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {wanted}")


def test_from_the_first_screen_to_the_report(
    live: Rolefit, qtbot: QtBot, tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, window, area = Keys(qtbot), live.window, live.window.report
    window.activateWindow()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(samples / "mid-level.pdf")], ""))
    with qtbot.waitSignal(live.desk.resume_read, timeout=WAIT):
        keys.press(Key.Key_Space)  # the one main thing has the focus
    qtbot.waitUntil(lambda: not area._waiting, timeout=WAIT)
    assert keys.here is area.fit.tree
    keys.press(Key.Key_Down, Key.Key_Right, Key.Key_Down)
    chosen = area.fit.tree.rows.row_at(area.fit.tree.currentIndex()).requirement
    assert chosen is not None
    assert window.page.name.text() == chosen.name
    while keys.here is not window.page.view:
        keys.press(Key.Key_F6)
    keys.press(Key.Key_N)
    first = window.page.view.selected
    keys.press(Key.Key_N)
    assert first is not None
    assert window.page.view.selected not in (None, first)
    live.menus.commands["tab-gaps"].trigger()  # Control and a number; sent by the test's platform to menus only
    keys.tab_to(area.gaps.list)
    keys.press(Key.Key_Down, Key.Key_Space)
    case = live.wiring.current()
    assert case is not None
    assert len(case.ticked) == 1
    live.menus.commands["tab-salary"].trigger()
    keys.tab_to(area.salary.place)
    area.salary.place.selectAll()
    keys.write("Boston")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Boston" in area.salary.about.text())
    assert area.salary.place.text() == "Boston, MA"
    target = tmp_path / "report.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    keys.tab_to(area.export)
    keys.press(Key.Key_Space)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    qtbot.keyClick(dialog, Key.Key_Return)
    qtbot.waitUntil(target.exists, timeout=WAIT)
