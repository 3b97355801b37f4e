"""More than the usual effort for one file: wider limits on request, and the text of a picture where it can be recognised."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.cases.values import CaseState, ReadingEffort
from desktop.files import read_bytes
from desktop.running.rolefit import Rolefit
from matching.errors import Problem, UnreadableDocument
from tests.desktop.made_up import MadeUpEngine


def open_with(rolefit: Rolefit, qtbot: QtBot, pdf: Path) -> None:
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        rolefit.desk.open_files([pdf])


@pytest.mark.parametrize("problem", [Problem.TOO_LARGE, Problem.TOOK_TOO_LONG, Problem.TOO_MUCH_MEMORY])
def test_limits_are_raised_for_one_file_only(
    rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, tmp_path: Path, qtbot: QtBot, problem: Problem
) -> None:
    engine.problems[pdf.name] = problem
    open_with(rolefit, qtbot, pdf)
    state = rolefit.window.report.state
    assert state.harder.isVisible()
    assert state.harder.text() == "Read it anyway"
    engine.problems.clear()
    with qtbot.waitSignal(rolefit.desk.resume_read):
        qtbot.mouseClick(state.harder, Qt.MouseButton.LeftButton)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4 another")
    with qtbot.waitSignal(rolefit.desk.batch_changed, check_params_cb=lambda batch: not batch.running):
        rolefit.desk.open_files([other])
    assert engine.efforts == [ReadingEffort(), ReadingEffort(factor=4), ReadingEffort()]


def test_after_raised_limits_it_is_not_offered_again(rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot) -> None:
    engine.problems[pdf.name] = Problem.TOOK_TOO_LONG
    open_with(rolefit, qtbot, pdf)
    state = rolefit.window.report.state
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        state.harder.click()
    assert not state.harder.isVisible()
    assert state.again.isVisible()


def test_a_picture_is_read_on_request(rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot) -> None:
    engine.pictures = True
    engine.problems[pdf.name] = Problem.NO_TEXT
    open_with(rolefit, qtbot, pdf)
    state = rolefit.window.report.state
    assert state.harder.text() == "Read the picture"
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        state.harder.click()
    assert engine.efforts[-1] == ReadingEffort(recognise=True)
    assert not state.harder.isVisible()
    assert "No text was recognised" in state.next.text()
    case = rolefit.wiring.current()
    assert case is not None
    assert case.state is CaseState.UNREAD


def test_without_a_recogniser_the_notice_says_what_helps(
    rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot
) -> None:
    engine.problems[pdf.name] = Problem.NO_TEXT
    open_with(rolefit, qtbot, pdf)
    state = rolefit.window.report.state
    assert not state.harder.isVisible()
    assert "Tesseract" in state.next.text()
    assert state.paste.isVisible()


def test_the_size_limit_can_be_wider(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(b"x" * 50)
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(path, 49)
    assert caught.value.problem is Problem.TOO_LARGE
    assert len(read_bytes(path, 50)) == 50
