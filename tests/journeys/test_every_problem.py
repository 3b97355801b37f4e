"""Every problem of the contract in the window: its sentence, its next step, and that the next step leads on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QListWidget
from pytestqt.qtbot import QtBot

from desktop.cases.values import CaseState
from desktop.messages import message_for
from desktop.running.rolefit import Rolefit
from desktop.windows.help_dialog import HelpDialog
from desktop.windows.paste_dialog import PasteDialog
from desktop.wiring.helping import help_pages
from matching.errors import Problem
from matching.knowledge.help import topic_of
from tests.desktop.conftest import engine as engine
from tests.desktop.conftest import pdf as pdf
from tests.desktop.conftest import rolefit as rolefit
from tests.desktop.conftest import worn as worn
from tests.desktop.made_up import MadeUpEngine

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]
LOCKED = (Problem.PASSWORD, Problem.WRONG_PASSWORD)
LIMITS = (Problem.TOO_LARGE, Problem.TOOK_TOO_LONG, Problem.TOO_MUCH_MEMORY)
IN_PLACE = [problem for problem in Problem if problem is not Problem.NO_PDFS]  # a folder has no card
AGAIN = [problem for problem in IN_PLACE if problem not in (*LOCKED, *LIMITS, Problem.NO_TEXT)]


@pytest.fixture
def fail(rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot) -> Callable[[Problem], None]:
    """Open a file that has this problem."""

    def with_problem(problem: Problem) -> None:
        engine.problems[pdf.name] = problem
        with qtbot.waitSignal(rolefit.desk.reading_failed):
            rolefit.desk.open_files([pdf])

    return with_problem


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def current(rolefit: Rolefit):  # type: ignore[no-untyped-def] # a Case
    case = rolefit.desk.case(rolefit.desk.current)
    assert case is not None
    return case


@pytest.mark.parametrize("problem", IN_PLACE)
def test_sentence_next_step_and_help(rolefit: Rolefit, fail: Callable[[Problem], None], problem: Problem, qtbot: QtBot) -> None:
    fail(problem)
    state, message = rolefit.window.report.state, message_for(problem)
    assert state.title.text() == message.title
    assert message.meaning in state.text.text()
    assert state.next.isVisible()
    assert state.next.text().startswith(message.next_step)
    click(qtbot, state.why)
    help_dialog = rolefit.window.findChild(HelpDialog)
    assert help_dialog is not None
    topics = help_dialog.findChild(QListWidget)
    assert topics is not None
    wanted = next(page.title for page in help_pages("en", None, "") if page.id == topic_of(problem))
    assert topics.currentItem().text() == wanted
    help_dialog.close()
    click(qtbot, state.skip)
    assert rolefit.desk.cases == ()
    assert rolefit.window.first_run.isVisible()


@pytest.mark.parametrize("problem", AGAIN)
def test_once_mended_try_again_reads_it(
    rolefit: Rolefit, engine: MadeUpEngine, fail: Callable[[Problem], None], problem: Problem, qtbot: QtBot
) -> None:
    fail(problem)
    engine.problems.clear()  # exported again, copied, given back its permissions
    with qtbot.waitSignal(rolefit.desk.resume_read):
        click(qtbot, rolefit.window.report.state.again)
    assert current(rolefit).state is CaseState.READ
    assert rolefit.window.report.fit.isVisible()


@pytest.mark.parametrize("problem", [problem for problem in IN_PLACE if problem not in LOCKED])
def test_another_file_can_be_chosen(
    rolefit: Rolefit, fail: Callable[[Problem], None], problem: Problem, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    fail(problem)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"another")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(other)], ""))
    with qtbot.waitSignal(rolefit.desk.resume_read):
        click(qtbot, rolefit.window.report.state.choose)
    assert current(rolefit).name == "other.pdf"


@pytest.mark.parametrize("problem", LIMITS)
def test_with_wider_limits_it_is_read(
    rolefit: Rolefit, engine: MadeUpEngine, fail: Callable[[Problem], None], problem: Problem, qtbot: QtBot
) -> None:
    fail(problem)
    engine.problems.clear()
    with qtbot.waitSignal(rolefit.desk.resume_read):
        click(qtbot, rolefit.window.report.state.harder)
    assert engine.efforts[-1].factor == 4


def test_a_picture_is_read_where_a_recogniser_is_here(
    rolefit: Rolefit, engine: MadeUpEngine, fail: Callable[[Problem], None], qtbot: QtBot
) -> None:
    engine.pictures = True
    fail(Problem.NO_TEXT)
    engine.problems.clear()
    with qtbot.waitSignal(rolefit.desk.resume_read):
        click(qtbot, rolefit.window.report.state.harder)
    assert engine.efforts[-1].recognise


def test_a_picture_s_text_can_be_pasted(rolefit: Rolefit, fail: Callable[[Problem], None], qtbot: QtBot) -> None:
    fail(Problem.NO_TEXT)
    assert "Tesseract" in rolefit.window.report.state.next.text()
    click(qtbot, rolefit.window.report.state.paste)
    dialog = next(d for d in rolefit.window.findChildren(PasteDialog) if d.isVisible())
    qtbot.keyClicks(dialog.text, "Ada Example, back-end engineer")
    with qtbot.waitSignal(rolefit.desk.resume_read):
        click(qtbot, dialog.ok)
    assert current(rolefit).pasted


def test_wrong_password_then_right_by_mouse(rolefit: Rolefit, qtbot: QtBot, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(b"locked")
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        rolefit.desk.open_files([locked])
    state = rolefit.window.report.state
    for typed, signal in (("wrong", rolefit.desk.reading_failed), ("open sesame", rolefit.desk.resume_read)):
        assert state.password.hasFocus()
        qtbot.keyClicks(state.password, typed)
        with qtbot.waitSignal(signal):
            click(qtbot, state.open)
    assert current(rolefit).state is CaseState.READ


def test_a_folder_without_a_pdf_says_so_and_another_is_taken(
    rolefit: Rolefit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "empty"))
    with qtbot.waitSignal(rolefit.desk.nothing_found):
        click(qtbot, rolefit.window.first_run.folder)
    told = rolefit.wiring.toast.text.text()
    message = message_for(Problem.NO_PDFS)
    assert message.title in told
    assert message.next_step in told
    (tmp_path / "empty" / "ada.pdf").write_bytes(b"made up")
    click(qtbot, rolefit.window.first_run.folder)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in rolefit.window.findChildren(QDialog)))
    preview = rolefit.clients.preview
    qtbot.waitUntil(lambda: len(preview.model.rows) == 1)
    preview.close()
