"""The window by itself: first screen, result, gaps, page, problems, cancel, undo, folding, look, names for screen readers."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.cases.values import CaseState
from desktop.messages import message_for
from desktop.pages.marks import MarkKind
from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme
from desktop.windows.main_window import dropped_paths
from desktop.windows.parts import Elided
from desktop.windows.report_area import TABS
from matching.errors import Problem
from matching.reading.document import Notice, NoticeCode
from tests.desktop.made_up import NAME, MadeUpEngine


def current(rolefit: Rolefit):  # type: ignore[no-untyped-def] # a Case
    case = rolefit.desk.case(rolefit.desk.current)
    assert case is not None
    return case


def shown_texts(parent: QWidget) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisible())


def test_first_screen_offers_one_main_thing(rolefit: Rolefit) -> None:
    assert rolefit.window.middle.currentWidget() is rolefit.window.first_run
    assert rolefit.window.first_run.choose.property("kind") == "largePrimary"
    assert "Everything stays on this computer" in shown_texts(rolefit.window)


def test_a_file_becomes_a_result(opened: Rolefit) -> None:
    area = opened.window.report
    assert area.isVisible()
    assert area.name.text() == NAME
    assert area.fit.score.number.text() == "60"
    assert area.fit.score.verdict.text() == "Close fit, 15.0 points below strong"
    assert opened.window.windowTitle() == f"{NAME}, Rolefit"
    assert opened.window.case_list.model.rowCount() == 1


def test_points_on_screen_add_up(opened: Rolefit) -> None:
    rows = opened.window.report.fit.tree.rows
    groups = [rows.row_at(rows.index(i, 0)) for i in range(rows.rowCount())]
    assert sum(group.group.points for group in groups if group.group) == 600
    for group in groups:
        assert group.group is not None
        assert group.group.points == sum(child.requirement.points for child in group.children if child.requirement)


def test_a_requirement_lights_up_its_words_and_back(opened: Rolefit, qtbot: QtBot) -> None:
    window = opened.window
    window.report.fit.choose("relational")
    assert window.page.name.text() == "Relational database"
    (lit,) = window.page.view.lit
    assert lit.text == "PostgreSQL"
    other = next(mark for mark in window.page.view.marks if mark.text == "Docker")
    window.page.view.reveal(other)
    qtbot.mouseClick(window.page.view.viewport(), Qt.MouseButton.LeftButton, pos=window.page.view.center_of(other))
    chosen = window.report.fit.tree.rows.row_at(window.report.fit.tree.currentIndex()).requirement
    assert chosen is not None
    assert chosen.id == "containers"


def test_n_walks_through_all_evidence_and_round(opened: Rolefit, qtbot: QtBot) -> None:
    view = opened.window.page.view
    seen = []
    for _ in range(len(view.marks) + 1):
        qtbot.keyClick(view, Qt.Key.Key_N)
        seen.append(view.selected)
    assert seen[:-1] == list(view.marks)
    assert seen[-1] == view.marks[0]
    qtbot.keyClick(view, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected == view.marks[-1]


@pytest.mark.parametrize("zoom", [0.5, 1.0, 96 / 72, 2.75])
def test_highlights_lie_on_the_words_at_every_zoom(opened: Rolefit, zoom: float) -> None:
    view = opened.window.page.view
    view.set_zoom(zoom)
    page = dict(view.places.rects())[1]
    for mark in view.marks:
        box = view.places.on_screen(mark.page, mark.box)
        assert box is not None
        assert box.left() - page.left() == pytest.approx(mark.box[0] * zoom)
        assert box.bottom() - page.top() == pytest.approx(mark.box[3] * zoom)
        assert page.contains(box)


def test_refused_and_hidden_words_are_shown_on_request(opened: Rolefit) -> None:
    page = opened.window.page
    assert {mark.kind for mark in page.view.marks} == {MarkKind.FOUND}
    page.show_refused.setChecked(True)
    assert {mark.kind for mark in page.view.marks} == set(MarkKind)
    refused = next(mark for mark in page.view.marks if mark.kind is MarkKind.REJECTED)
    page.view.choose(refused)
    assert "a season with a year" in page.note.text()


def test_a_ticked_gap_writes_the_sum_out_and_leaves_the_score(opened: Rolefit, qtbot: QtBot) -> None:
    area = opened.window.report
    area.choose_tab("gaps")
    area.gaps.list.setCurrentIndex(area.gaps.list.rows.index(0))
    area.gaps.list.setFocus()
    qtbot.keyClick(area.gaps.list, Qt.Key.Key_Space)
    card = area.gaps.card
    assert card.sum.text() == "Software architecture 15.0 = 15.0 points. 60.0 + 15.0 = 75.0."
    assert card.change.text() == "60.0 → 75.0, +15.0"
    assert current(opened).report.match.score == 600
    opened.desk.undo_stack.undo()
    assert card.number.text() == "60"


def test_reach_ticks_the_smallest_set(opened: Rolefit) -> None:
    card = opened.window.report.gaps.card
    card.goal.setValue(75)
    card.reach.click()
    assert current(opened).ticked == {"architecture"}


@pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)", "grabbing the keyboard")  # of the list of places
def test_salary_moves_with_place_and_not_with_ticks(opened: Rolefit, qtbot: QtBot) -> None:
    tab = opened.window.report.salary
    opened.window.report.choose_tab("salary")
    before = tab.heading.text()
    opened.desk.tick_gap(opened.desk.current, "architecture", True)
    assert before
    assert tab.heading.text() == before
    tab.place.selectAll()
    qtbot.keyClicks(tab.place, "Bos")
    qtbot.keyClick(tab.place, Qt.Key.Key_Return)
    assert tab.heading.text() != before
    assert "Boston" in tab.about.text()
    opened.desk.undo_stack.undo()
    assert tab.heading.text() == before


@pytest.mark.parametrize("problem", [p for p in Problem if p is not Problem.NO_PDFS])
def test_every_problem_is_told_in_place(
    rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot, problem: Problem
) -> None:
    engine.problems[pdf.name] = problem
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        rolefit.desk.open_files([pdf])
    state = rolefit.window.report.state
    assert state.isVisible()
    assert state.title.text() == message_for(problem).title
    assert state.next.text().startswith(message_for(problem).next_step)


def test_a_missing_file_and_an_empty_folder(rolefit: Rolefit, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        rolefit.desk.open_files([tmp_path / "gone.pdf"])
    assert current(rolefit).problem is Problem.NOT_FOUND
    (tmp_path / "empty").mkdir()
    with qtbot.waitSignal(rolefit.desk.nothing_found):
        rolefit.desk.open_folder(tmp_path / "empty")
    assert message_for(Problem.NO_PDFS).title in rolefit.wiring.toast.text.text()


def test_wrong_password_then_right(rolefit: Rolefit, tmp_path: Path, qtbot: QtBot) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(b"locked")
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        rolefit.desk.open_files([locked])
    state = rolefit.window.report.state
    assert state.password.isVisible()
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        qtbot.keyClicks(state.password, "sesame")
        qtbot.keyClick(state.password, Qt.Key.Key_Return)
    assert state.title.text() == message_for(Problem.WRONG_PASSWORD).title
    with qtbot.waitSignal(rolefit.desk.resume_read):
        qtbot.keyClicks(state.password, "open sesame")
        state.open.click()
    assert current(rolefit).state is CaseState.READ
    assert not any("sesame" in file.read_text() for file in rolefit.kept.folder.iterdir())


def test_cancel_keeps_what_is_finished_and_continues(
    rolefit: Rolefit, engine: MadeUpEngine, tmp_path: Path, qtbot: QtBot
) -> None:
    hold, reached = threading.Event(), threading.Event()

    def gate(cancelled: object) -> None:
        reached.set()
        hold.wait(20)

    paths = []
    for i in range(4):
        paths.append(tmp_path / f"p{i}.pdf")
        paths[-1].write_bytes(b"%d" % i)
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.open_files(paths[:1])
    engine.gate = gate
    rolefit.desk.open_files(paths[1:])
    qtbot.waitUntil(reached.is_set)
    rolefit.desk.cancel()
    states = [case.state for case in rolefit.desk.cases]
    assert states == [CaseState.READ, CaseState.STOPPED, CaseState.STOPPED, CaseState.STOPPED]
    engine.gate = None
    hold.set()
    rolefit.desk.continue_rest()
    qtbot.waitUntil(lambda: all(case.state is CaseState.READ for case in rolefit.desk.cases))


def test_the_same_bytes_are_not_added_twice(opened: Rolefit, pdf: Path, tmp_path: Path, qtbot: QtBot) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(pdf.read_bytes())
    with qtbot.waitSignal(opened.desk.already_here):
        opened.desk.open_files([copy])
    assert len(opened.desk.cases) == 1


def test_removing_can_be_undone(opened: Rolefit) -> None:
    opened.wiring.remove_current()
    assert opened.desk.cases == ()
    assert opened.window.middle.currentWidget() is opened.window.first_run
    opened.desk.undo_stack.undo()
    assert [case.title for case in opened.desk.cases] == [NAME]
    assert opened.window.report.isVisible()


def test_a_correction_scores_anew_and_can_be_undone(opened: Rolefit, engine: MadeUpEngine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.desk.case_changed):
        opened.desk.correct(opened.desk.current, "not PostgreSQL")
    assert engine.corrected[-1] == ("not PostgreSQL",)
    assert "corrected by you" in opened.window.report.origin.text()
    opened.desk.undo_stack.undo()
    assert current(opened).corrections == ()


def test_a_file_that_changes_is_read_anew_and_compared(opened: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot) -> None:

    from tests.desktop.made_up import report

    def better(document: object):  # type: ignore[no-untyped-def] # a FitReport
        made = report(document)  # type: ignore[arg-type] # a Document
        groups = tuple(
            replace(g, requirements=tuple(replace(r, points=r.out_of) if r.id == "nosql" else r for r in g.requirements))
            for g in made.match.groups
        )
        return replace(made, match=replace(made.match, groups=groups))

    engine.make = better
    with qtbot.waitSignal(opened.desk.file_changed, timeout=8000):
        pdf.write_bytes(b"%PDF-1.4 written again, a little longer")
    compare = opened.window.report.compare
    assert compare.isVisible()
    assert "60.0 → 66.0 (+6.0)" in compare.score.text()
    assert "NoSQL database +6.0" in compare.gained.text()


def test_pasted_text_has_no_page(rolefit: Rolefit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.open_text("Pasted", "Ada Example\nBackend Engineer\n• PostgreSQL")
    assert not rolefit.window.page.isVisible()
    assert "no page" in rolefit.window.report.origin.text()


def test_narrow_windows_fold_the_page_and_the_list(opened: Rolefit, qtbot: QtBot) -> None:
    window = opened.window
    assert window.page.isVisible()
    window.resize(960, 640)
    qtbot.waitUntil(lambda: window.width() == 960)
    assert not window.case_list.isVisible()
    assert not window.page.isVisible()
    window.report.choose_tab("page")
    assert window.page.isVisible()
    window.toggle_list()
    assert window.case_list.isVisible()
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.width() == 1440)
    assert window.page.isVisible()
    assert window.splitter.indexOf(window.page) == 2


def test_dropped_files_are_local_files_only() -> None:
    data = QMimeData()
    data.setUrls([QUrl("file:///papers/a.pdf"), QUrl("https://example.org/b.pdf")])
    assert dropped_paths(data) == ["/papers/a.pdf"]


def test_ctrl_and_a_number_choose_the_tabs_as_they_stand(opened: Rolefit) -> None:
    for number, tab in enumerate(TABS, 1):
        action = opened.menus.commands[f"tab-{tab}"]
        assert action.shortcut().toString() == f"Ctrl+{number}"
        action.trigger()
        assert opened.window.report.tab == tab


def test_theme_and_size_change_while_a_result_is_open(opened: Rolefit) -> None:
    opened.menus.change_look(wish="dark", scale=1.5)
    assert theme().scheme == "dark"
    assert opened.window.palette().window().color() == theme().colour("window")
    assert theme().font("body").pixelSize() == 21
    opened.menus.change_look(wish="light", scale=1.0)


def test_f6_walks_through_the_panes(opened: Rolefit, qtbot: QtBot) -> None:
    window = opened.window
    seen = []
    for _ in range(len(window.panes())):
        window.next_pane(1)
        seen.append(window.focusWidget())
    assert len(set(seen)) == len(window.panes())


def test_every_focusable_widget_has_a_name(opened: Rolefit, qtbot: QtBot) -> None:
    opened.window.page.open_find()
    nameless = []
    for tab in ("fit", "gaps", "salary", "timeline", "text", "health"):
        opened.window.report.choose_tab(tab)
        for widget in opened.window.findChildren(QWidget):
            if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
                continue
            inside = widget.parentWidget()
            if isinstance(inside, QAbstractScrollArea) and inside.viewport() is widget:
                continue
            said = QAccessible.queryAccessibleInterface(widget)
            if said is None or not said.text(QAccessible.Text.Name):
                nameless.append((tab, type(widget).__name__, widget.objectName()))
    assert nameless == []


def test_the_score_is_told_as_a_progress_bar(opened: Rolefit) -> None:
    told = QAccessible.queryAccessibleInterface(opened.window.report.fit.score.scale)
    assert told is not None
    assert told.role() == QAccessible.Role.ProgressBar
    assert told.text(QAccessible.Text.Value) == "60.0 of 100"


def test_palette_finds_and_runs(opened: Rolefit, qtbot: QtBot) -> None:
    from desktop.windows.palette import Palette

    opened.menus.open_palette()
    palette = opened.window.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "salar")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert opened.window.report.tab == "salary"


def test_the_window_remembers(opened: Rolefit, pdf: Path) -> None:
    opened.window.report.choose_tab("timeline")
    opened.window.close()
    assert opened.kept.text("tab") == "timeline"
    assert opened.kept.paths("open") == [str(pdf)]
    assert opened.kept.paths("recent") == [str(pdf)]


def test_long_texts_do_not_push_the_window(opened: Rolefit) -> None:
    label = opened.window.report.findChild(Elided)
    assert label is not None
    label.set_text("W" * 10_000)
    assert opened.window.minimumSizeHint().width() <= 1440
    assert label.mapTo(opened.window, QPoint(0, 0)).x() >= 0


def test_another_resume_begins_at_the_top_and_the_same_one_stays(
    opened: Rolefit, tmp_path: Path, pdf: Path, qtbot: QtBot
) -> None:
    opened.window.resize(1100, 640)
    first, area = opened.desk.current, opened.window.report
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4 another one")
    for tab in (area.salary, area.fit):
        area.choose_tab("salary" if tab is area.salary else "fit")
        bar = tab._page.verticalScrollBar()
        qtbot.waitUntil(lambda bar=bar: bar.maximum() > 60)  # type: ignore[misc] # the present one
        qtbot.wait(20)
        bar.setValue(50)
        opened.wiring.show_again()
        qtbot.wait(150)
        assert bar.value() == 50
        opened.desk.open_files([other])
        qtbot.waitUntil(lambda: opened.desk.current != first and current(opened).report is not None)
        qtbot.waitUntil(lambda: not area._waiting)
        assert bar.value() == 0
        opened.desk.remove(opened.desk.current)
        opened.desk.choose(first)


def test_what_the_reading_has_to_say_is_seen_first(rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot) -> None:
    make = engine.make
    notice = Notice(NoticeCode.HIDDEN_TEXT, "Page 1: 12 words that a reader cannot see were found and ignored. " * 3, 1)
    engine.make = lambda document: replace(make(document), document=replace(document, notices=(notice,)))
    rolefit.window.resize(1100, 640)
    rolefit.window.activateWindow()
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.open_files([pdf])
    fit = rolefit.window.report.fit
    qtbot.waitUntil(lambda: not rolefit.window.report._waiting)
    assert fit.notices.isVisible()
    assert fit.tree.hasFocus()
    assert fit._page.verticalScrollBar().value() == 0
