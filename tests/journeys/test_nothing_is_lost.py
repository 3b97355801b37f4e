"""What may happen while results are open: another look and language, a reading or drawing process that is killed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QScrollArea, QScrollBar
from pytestqt.qtbot import QtBot

from desktop.cases.engine import LiveEngine
from desktop.cases.values import CaseState
from desktop.messages import message_for
from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme
from matching.errors import Problem
from tests.journeys.test_whole_stories import live as live  # the application with its real engine

pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]
WAIT = 60_000


@pytest.fixture(autouse=True)
def english_again(live: Rolefit) -> Iterator[None]:
    yield
    live.speak("en")
    QLocale.setDefault(QLocale("en"))


def opened(live: Rolefit, qtbot: QtBot, path: Path) -> str:
    with qtbot.waitSignal(live.desk.resume_read, timeout=WAIT):
        live.desk.open_files([path])
    qtbot.waitUntil(lambda: not live.window.report._waiting, timeout=WAIT)
    return live.desk.current


def state_of(live: Rolefit) -> dict[str, object]:
    """What a person would miss if it were gone."""
    area, page, case = live.window.report, live.window.page, live.wiring.current()
    assert case is not None
    row = area.fit.tree.rows.row_at(area.fit.tree.currentIndex())
    return {
        "case": case.id, "cases": [c.title for c in live.desk.cases], "tab": area.tab,
        "requirement": row.requirement.id if row.requirement else "", "open groups": area.fit._open_groups(),
        "ticks": case.ticked, "offer": area.salary.offer.text() != "", "place": area.salary.place.text(),
        "refused": page.show_refused.isChecked(), "zoom": page.view.zoom,
        "page": page.view.verticalScrollBar().value(), "lit": [mark.text for mark in page.view.lit],
        "gap": area.gaps.list.currentIndex().row(), "undo": live.desk.undo_stack.count(),
    }  # fmt: skip


def at_rest(qtbot: QtBot, bars: list[QScrollBar]) -> None:
    """Until the pages have the same length in twenty looks one after another."""
    seen: list[list[int]] = []

    def quiet() -> bool:
        seen.append([bar.maximum() for bar in bars])
        return len(seen) > 20 and all(ends == seen[-1] for ends in seen[-20:])

    qtbot.waitUntil(quiet, timeout=WAIT)


@pytest.mark.parametrize("tab", ["fit", "gaps", "salary", "timeline", "text", "health"])
def test_look_and_language_change_and_nothing_is_lost(live: Rolefit, qtbot: QtBot, samples: Path, tab: str) -> None:
    live.menus.change_language("en")
    opened(live, qtbot, samples / "strong-senior.pdf")
    case = opened(live, qtbot, samples / "mid-level.pdf")
    area = live.window.report
    report = live.wiring.current().report  # type: ignore[union-attr] # it was read
    area.fit.choose(next(r.id for r in report.match.requirements if r.evidence))
    area.gaps.list.setCurrentIndex(area.gaps.list.rows.index(5))
    live.desk.tick_only(case, [gap.requirement for gap in report.gaps[:3]])
    live.desk.assume(case, area="14460", offer=150_000)
    live.window.page.show_refused.setChecked(True)
    live.window.page.view.set_zoom(2.0)
    area.choose_tab(tab)
    bars = [page.verticalScrollBar() for page in area.pages[tab].findChildren(QScrollArea)]
    at_rest(qtbot, bars)
    for bar in bars:
        bar.setValue(bar.maximum() // 2)
    places = [bar.value() for bar in bars]
    before = state_of(live)
    live.menus.change_look(wish="dark")
    live.menus.change_language("de")
    theme().finish()
    qtbot.waitUntil(lambda: not area._waiting, timeout=WAIT)
    assert area.tabs.tabText(1) == "Lücken"
    assert state_of(live) == before
    live.menus.change_look(wish="light")
    live.menus.change_language("en")
    theme().finish()
    qtbot.waitUntil(lambda: not area._waiting, timeout=WAIT)
    at_rest(qtbot, bars)
    assert [bar.value() for bar in bars] == pytest.approx(places, abs=40)
    assert state_of(live) == before


def many_pages(source: Path, target: Path, times: int) -> None:
    """The pages of a file again and again: long enough to be interrupted."""
    with pikepdf.open(source) as once, pikepdf.new() as made:
        for _ in range(times):
            made.pages.extend(once.pages)
        made.save(target)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_reading_process_killed_midway_is_tried_again(live: Rolefit, qtbot: QtBot, tmp_path: Path, samples: Path) -> None:
    good = opened(live, qtbot, samples / "strong-senior.pdf")
    long = tmp_path / "long.pdf"
    many_pages(samples / "mid-level.pdf", long, 40)
    engine = live.engine
    assert isinstance(engine, LiveEngine)
    with qtbot.waitSignal(live.desk.page_read, timeout=WAIT, check_params_cb=lambda _case, done, _all: done >= 1):
        live.desk.open_files([long])
    with qtbot.waitSignal(live.desk.reading_failed, timeout=WAIT):
        for child in engine._reader_pool().children():
            os.kill(child, signal.SIGKILL)
    state = live.window.report.state
    assert state.title.text() == message_for(Problem.READER_STOPPED).title
    assert live.desk.case(good).state is CaseState.READ  # type: ignore[union-attr] # it is open
    with qtbot.waitSignal(live.desk.resume_read, timeout=WAIT):
        state.again.click()
    assert live.window.report.fit.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("busy", [True, False])
def test_a_drawing_process_that_is_killed_costs_at_most_a_page(live: Rolefit, qtbot: QtBot, samples: Path, busy: bool) -> None:
    opened(live, qtbot, samples / "strong-senior.pdf")
    pictures, view = live.window.page.pictures, live.window.page.view
    qtbot.waitUntil(lambda: pictures.picture(0, 100) is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: pictures._drawing is None, timeout=WAIT)
    process = pictures._process
    assert process is not None
    if busy:
        view.zoom_by(1)
        qtbot.waitUntil(lambda: pictures._drawing is not None, timeout=WAIT)
    os.kill(process.processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: pictures._process is not process, timeout=WAIT)
    assert live.window.report.fit.score.isVisible()
    assert view.marks
    view.zoom_by(1)
    qtbot.waitUntil(lambda: any(width for _, width in pictures._kept), timeout=WAIT)
    opened(live, qtbot, samples / "mid-level.pdf")
    qtbot.waitUntil(lambda: pictures.picture(0, 100) is not None, timeout=WAIT)
