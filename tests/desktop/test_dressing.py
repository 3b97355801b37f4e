"""The style sheet piece by piece: everything wears it after a change, also what came later, and the window is painted again."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme


def bare(widget: QWidget) -> bool:
    return bool(widget.property("bareFrame"))


def test_every_part_wears_the_sheet_of_now(opened: Rolefit, qtbot: QtBot) -> None:
    theme().wear("dark")
    assert not opened.window.splitter.updatesEnabled()  # the old picture stays until everything has changed
    qtbot.waitUntil(opened.window.splitter.updatesEnabled)
    sheet = theme().sheet()
    frames = [opened.window, *(w for w in opened.window.findChildren(QWidget) if bare(w))]
    parts = [c for f in frames for c in f.children() if isinstance(c, QWidget) and not bare(c)]
    assert len(parts) > 10
    assert {part.styleSheet() == sheet for part in parts} == {True}
    assert {frame.styleSheet() for frame in frames} == {""}


def test_a_change_is_spread_over_turns(opened: Rolefit) -> None:
    before = opened.window.report.fit.styleSheet()
    theme().wear("dark")
    assert opened.window.report.fit.styleSheet() == before
    theme().finish()
    assert opened.window.report.fit.styleSheet() == theme().sheet() != before
    assert opened.window.splitter.updatesEnabled()


def test_two_changes_in_a_row_end_with_the_second(opened: Rolefit, qtbot: QtBot) -> None:
    theme().wear("dark")
    theme().wear("light")
    qtbot.waitUntil(opened.window.splitter.updatesEnabled)
    assert opened.window.report.gaps.styleSheet() == theme().sheet()
    assert theme().scheme == "light"


def test_a_bubble_and_a_panel_that_come_later_are_dressed(opened: Rolefit, qtbot: QtBot) -> None:
    bubble = QLabel("words", opened.window)
    bubble.show()
    panel = QWidget()
    opened.window.middle.addWidget(panel)
    opened.window.middle.setCurrentWidget(panel)
    qtbot.waitUntil(panel.isVisible)
    assert bubble.styleSheet() == theme().sheet()
    assert panel.styleSheet() == theme().sheet()
