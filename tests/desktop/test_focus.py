"""The keyboard's focus is never lost: after something was removed, brought back, or a dialog was closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.running.rolefit import Rolefit


@pytest.fixture
def three(rolefit: Rolefit, tmp_path: Path, qtbot: QtBot) -> Rolefit:
    """The application with three results open, the last of them chosen."""
    paths = [tmp_path / f"p{number}.pdf" for number in range(3)]
    for number, path in enumerate(paths):
        path.write_bytes(b"made up %d" % number)
    rolefit.window.activateWindow()
    rolefit.desk.open_files(paths)
    qtbot.waitUntil(lambda: all(case.report for case in rolefit.desk.cases))
    return rolefit


def test_a_removed_resume_leaves_the_focus_in_the_list_and_undo_too(three: Rolefit) -> None:
    view = three.window.case_list.view
    view.setFocus()
    three.desk.remove(three.desk.current)
    assert QApplication.focusWidget() is view
    three.desk.undo_stack.undo()
    assert QApplication.focusWidget() is view


def test_when_the_last_is_gone_the_first_screen_takes_the_focus_and_undo_gives_it_back(three: Rolefit) -> None:
    three.window.case_list.view.setFocus()
    for case in three.desk.cases:
        three.desk.remove(case.id)
    assert QApplication.focusWidget() is three.window.first_run.choose
    three.desk.undo_stack.undo()
    assert QApplication.focusWidget() is three.window.report.fit.tree


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the platform's word on dialogs
@pytest.mark.parametrize("dialog", ["open_help", "open_about", "open_shortcuts"])
def test_a_closed_dialog_leaves_the_focus_where_it_was(three: Rolefit, qtbot: QtBot, dialog: str) -> None:
    tree = three.window.report.fit.tree
    tree.setFocus()
    show: Callable[[], None] = getattr(three.menus, dialog)
    show()
    shown = next(made for made in three.window.findChildren(QDialog) if made.isVisible())
    qtbot.waitUntil(lambda: shown.isAncestorOf(QApplication.focusWidget() or tree))
    shown.close()
    assert three.window.focusWidget() is tree  # what the window gives the focus to when it is active again
