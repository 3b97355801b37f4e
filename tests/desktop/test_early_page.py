"""While one file is read: the shape of its result, its page before the result, and both gone where it cannot be read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.cases.values import CaseState
from desktop.running.rolefit import Rolefit
from desktop.windows import skeleton
from matching.errors import Problem
from tests.desktop.made_up import MadeUpEngine


@pytest.fixture
def held(engine: MadeUpEngine) -> Iterator[threading.Event]:
    """Readings begin and wait until this is set."""
    hold = threading.Event()

    def gate(_cancelled: Callable[[], bool]) -> None:
        hold.wait(20)

    engine.gate = gate
    yield hold
    hold.set()


@pytest.fixture
def real_pdf(samples: Path, tmp_path: Path) -> Path:
    path = tmp_path / "real.pdf"
    path.write_bytes((samples / "mid-level.pdf").read_bytes())
    return path


def test_one_file_has_the_shape_of_its_result_and_a_bar_only_when_it_takes_long(
    rolefit: Rolefit, held: threading.Event, pdf: Path, qtbot: QtBot
) -> None:
    rolefit.desk.open_files([pdf])
    area = rolefit.window.report
    assert area.skeleton.isVisible()
    assert not area.state.isVisible()
    assert area.skeleton.title.text() == "Reading ada.pdf…"
    assert not area.skeleton.bar.isVisible()
    assert not area.skeleton.grab().isNull()
    qtbot.waitUntil(area.skeleton.bar.isVisible)
    assert not area.skeleton.grab().isNull()
    with qtbot.waitSignal(rolefit.desk.resume_read):
        held.set()
    assert not area.skeleton.isVisible()
    assert not area.skeleton.shapes.moves


@pytest.mark.parametrize("wanted", [True, False])
def test_it_moves_only_where_movement_is_welcome(
    rolefit: Rolefit, held: threading.Event, pdf: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wanted: bool
) -> None:
    monkeypatch.setattr(skeleton, "motion_wanted", lambda: wanted)
    rolefit.desk.open_files([pdf])
    qtbot.waitUntil(rolefit.window.report.skeleton.bar.isVisible)
    assert rolefit.window.report.skeleton.shapes.moves is wanted


def test_cancel_is_at_hand(rolefit: Rolefit, held: threading.Event, pdf: Path, qtbot: QtBot) -> None:
    rolefit.desk.open_files([pdf])
    rolefit.window.report.skeleton.cancel.click()
    assert [case.state for case in rolefit.desk.cases] == [CaseState.STOPPED]
    assert not rolefit.window.report.skeleton.isVisible()
    assert rolefit.window.report.state.isVisible()


def test_many_files_have_the_card(rolefit: Rolefit, held: threading.Event, pdf: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4 other")
    rolefit.desk.open_files([pdf, other])
    assert rolefit.window.report.state.isVisible()
    assert not rolefit.window.report.skeleton.isVisible()
    assert rolefit.window.report.state.title.text() == "Reading 2 résumés"


def test_the_page_is_there_before_the_result_and_stays_where_it_is(
    rolefit: Rolefit, held: threading.Event, real_pdf: Path, qtbot: QtBot
) -> None:
    pane = rolefit.window.page
    rolefit.desk.open_files([real_pdf])
    qtbot.waitUntil(pane.isVisible)
    qtbot.waitUntil(lambda: pane.pictures.picture(0, 400) is not None)
    case = rolefit.wiring.current()
    assert case is not None
    assert case.report is None
    assert pane.view.marks == ()
    assert pane.count.text() == ""
    pane.view.set_zoom(2.0)
    pane.view.verticalScrollBar().setValue(120)
    process = pane.pictures._process
    with qtbot.waitSignal(rolefit.desk.resume_read):
        held.set()
    assert pane.isVisible()
    assert pane.view.marks
    assert pane.pictures._process is process  # not opened a second time
    assert pane.view.verticalScrollBar().value() == 120


def test_what_cannot_be_read_takes_its_page_away(
    rolefit: Rolefit, engine: MadeUpEngine, held: threading.Event, real_pdf: Path, qtbot: QtBot
) -> None:
    engine.problems[real_pdf.name] = Problem.DAMAGED
    rolefit.desk.open_files([real_pdf])
    qtbot.waitUntil(rolefit.window.page.isVisible)
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        held.set()
    assert not rolefit.window.page.isVisible()
    assert not rolefit.window.page.pictures.has_document


def test_a_picture_of_text_keeps_its_page_also_when_it_is_chosen_again(
    rolefit: Rolefit, engine: MadeUpEngine, real_pdf: Path, pdf: Path, qtbot: QtBot
) -> None:
    engine.problems[real_pdf.name] = Problem.NO_TEXT
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        rolefit.desk.open_files([real_pdf])
    picture = rolefit.desk.current
    qtbot.waitUntil(rolefit.window.page.isVisible)
    assert rolefit.window.report.state.isVisible()
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.open_files([pdf])
    assert rolefit.window.page.view.marks
    rolefit.desk.choose(picture)
    qtbot.waitUntil(rolefit.window.page.isVisible)
    assert rolefit.window.page.view.marks == ()


def test_a_locked_file_shows_its_page_once_it_is_open(
    rolefit: Rolefit, engine: MadeUpEngine, tmp_path: Path, qtbot: QtBot
) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(b"%PDF-1.4 locked")
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        rolefit.desk.open_files([locked])
    assert not rolefit.window.page.isVisible()
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.give_password(rolefit.desk.current, "open sesame")
    assert rolefit.window.page.isVisible()
    assert rolefit.wiring._pages_of[1] == "open sesame"


def test_another_file_begins_at_its_first_page(
    rolefit: Rolefit, opened: Rolefit, held: threading.Event, real_pdf: Path, qtbot: QtBot
) -> None:
    read, pane = rolefit.desk.current, rolefit.window.page
    rolefit.desk.open_files([real_pdf])
    qtbot.waitUntil(lambda: pane.has_early_page)
    pane.view.set_zoom(2.0)
    pane.view.verticalScrollBar().setValue(120)
    rolefit.desk.choose(read)
    assert pane.view.marks
    assert pane.view.verticalScrollBar().value() == 0
    assert not pane.has_early_page
