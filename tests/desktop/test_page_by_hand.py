"""The page and what is set right on it, as a person does it: selecting words, zooming, menus of what may be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.pages.marks import Mark, MarkKind
from desktop.running.rolefit import Rolefit
from desktop.windows.right_dialogs import DatesDialog, SkillDialog
from matching.reading.corrections import MissedSkill, NotMyJob, WrongDates, WrongSkill
from tests.desktop.made_up import MadeUpEngine

# What the offscreen platform says of dialogs with a smallest size and of menus.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")

LEFT = Qt.MouseButton.LeftButton


def word_at(rolefit: Rolefit, text: str) -> QPoint:
    """Where a word of the document stands in the page's viewport."""
    view = rolefit.window.page.view
    case = rolefit.wiring.current()
    assert case is not None
    assert case.report is not None
    word = next(word for line in case.report.document.lines for word in line.words if word.text.strip(",;.") == text)
    return view.center_of(Mark(1, word.box, MarkKind.FOUND, text))


def select(rolefit: Rolefit, qtbot: QtBot, first: str, last: str) -> None:
    """Drag from one word to another."""
    view = rolefit.window.page.view
    start, end = word_at(rolefit, first), word_at(rolefit, last)
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    move = QPointF(end)
    QApplication.sendEvent(
        view.viewport(),
        mouse_move(view.viewport().mapToGlobal(end), move),
    )
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)


def mouse_move(there: QPoint, here: QPointF, buttons: Qt.MouseButton = LEFT) -> QEvent:
    from PySide6.QtGui import QMouseEvent

    kind = QEvent.Type.MouseMove
    return QMouseEvent(kind, here, QPointF(there), Qt.MouseButton.NoButton, buttons, Qt.KeyboardModifier.NoModifier)


# --- words --------------------------------------------------------------------------------------------------------------


def test_words_are_selected_with_the_mouse_copied_and_counted_as_a_skill(
    opened: Rolefit, engine: MadeUpEngine, qtbot: QtBot
) -> None:
    page = opened.window.page
    select(opened, qtbot, "Added", "Redis")
    assert page.view.chosen_text() == "Added Redis"
    assert page.name.text() == "Added Redis"
    qtbot.keyClick(page.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Added Redis"
    page.wrong.click()
    dialog = opened.window.findChild(SkillDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.field, "kaf")
    with qtbot.waitSignal(opened.desk.case_changed):
        dialog.ok.click()
    quote = "Added Redis as a read cache; wrote REST APIs with OpenAPI"
    assert engine.corrected[-1] == (MissedSkill("kafka", "Added Redis", quote),)


def test_a_click_beside_everything_lets_the_selection_go(opened: Rolefit, qtbot: QtBot) -> None:
    view = opened.window.page.view
    select(opened, qtbot, "Added", "Redis")
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(2, 2))
    assert view.chosen_quote() == ("", "")


def test_the_pointer_tells_what_can_be_clicked(opened: Rolefit) -> None:
    view = opened.window.page.view
    mark = view.marks[0]
    for point, shape in (
        (QPointF(view.center_of(mark)), Qt.CursorShape.PointingHandCursor),
        (QPointF(2, 2), Qt.CursorShape.ArrowCursor),
    ):
        QApplication.sendEvent(view.viewport(), mouse_move(QPoint(0, 0), point, Qt.MouseButton.NoButton))
        assert view.viewport().cursor().shape() is shape


def test_a_word_that_does_not_count_tells_why_in_words(opened: Rolefit, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _of: told.append(text))
    view = opened.window.page.view
    view.set_zoom(0.5)
    refused = Mark(1, (100.0, 20.0, 160.0, 32.0), MarkKind.REJECTED, "Spring", reason="a season <b>with</b> a year")
    hidden = Mark(1, (100.0, 40.0, 160.0, 52.0), MarkKind.HIDDEN, "kubernetes", reason="colour")
    view.set_marks((refused, hidden))
    for point in (view.center_of(refused), view.center_of(hidden), QPoint(2, 2)):
        QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, point))
    assert told == ["<qt>a season &lt;b&gt;with&lt;/b&gt; a year</qt>", "<qt>in the colour of its background</qt>"]


# --- moving and zooming -------------------------------------------------------------------------------------------------


def wheel(rolefit: Rolefit, turns: int, keys: Qt.KeyboardModifier) -> None:
    view = rolefit.window.page.view
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120 * turns), Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_scrolls_and_with_control_zooms(opened: Rolefit) -> None:
    view = opened.window.page.view
    view.set_zoom(2.0)
    top = view.verticalScrollBar().value()
    wheel(opened, -1, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > top
    for turns, sooner in ((1, 2.0), (-1, view.zoom)):
        wheel(opened, turns, Qt.KeyboardModifier.ControlModifier)
        assert (view.zoom > sooner) is (turns > 0) or view.zoom == 2.0
    for _ in range(30):
        view.zoom_by(1)
    largest = view.zoom
    view.zoom_by(1)
    assert view.zoom == largest
    view.fit()
    assert view.fit_width


def test_home_and_end(opened: Rolefit, qtbot: QtBot) -> None:
    view = opened.window.page.view
    view.set_zoom(2.0)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum() > 0
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0


def test_bright_page_in_the_dark_look(opened: Rolefit) -> None:
    view = opened.window.page.view
    opened.menus.change_look(wish="dark")

    def paper() -> str:
        image = view.viewport().grab().toImage()
        rect = dict(view.places.rects())[1].toRect()
        at = rect.topLeft() - QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value()) + QPoint(8, 8)
        return str(image.pixelColor(at).name())

    dim = paper()
    opened.menus.commands["bright-page"].trigger()
    assert opened.kept.flag("bright")
    assert view.bright
    assert paper() == "#ffffff" != dim


def test_finding_in_the_page_goes_round(opened: Rolefit, qtbot: QtBot) -> None:
    page = opened.window.page
    opened.window.toggle_page()
    opened.menus.commands["find-page"].trigger()
    assert page.isVisible()
    qtbot.keyClicks(page.find_text, "java")
    assert len(page.view.found_words) == 2
    opened.menus.commands["find-next"].trigger()
    opened.menus.commands["find-previous"].trigger()
    page.close_find()
    assert page.view.found_words == []


# --- not right ----------------------------------------------------------------------------------------------------------


def choices(rolefit: Rolefit, mark: Mark) -> dict[str, object]:
    """The menu that "Not right?" offers for a mark."""
    rolefit.wiring.correcting.not_right(mark)
    menu = rolefit.wiring.correcting.menu
    assert menu is not None
    return {action.text(): action for action in menu.actions() if action.text()}


def choose(rolefit: Rolefit, engine: MadeUpEngine, mark: Mark, text: str, qtbot: QtBot) -> object:
    offered = choices(rolefit, mark)
    with qtbot.waitSignal(rolefit.desk.case_changed):
        offered[text].trigger()  # type: ignore[attr-defined] # a QAction
    return engine.corrected[-1][-1]


def mark_of(rolefit: Rolefit, text: str) -> Mark:
    return next(mark for mark in rolefit.window.page.view.marks if mark.text == text)


def test_a_wrong_skill_here_or_everywhere(opened: Rolefit, engine: MadeUpEngine, qtbot: QtBot) -> None:
    mark = mark_of(opened, "PostgreSQL")
    here = choose(opened, engine, mark, "Here it is not PostgreSQL", qtbot)
    assert here == WrongSkill("relational", "PostgreSQL", "Moved order history to PostgreSQL and redesigned the schema")
    assert choose(opened, engine, mark, "PostgreSQL is wrong everywhere", qtbot) == WrongSkill("relational")


def test_a_job_that_is_none_and_other_dates(opened: Rolefit, engine: MadeUpEngine, qtbot: QtBot) -> None:
    mark = mark_of(opened, "Java")
    job = "“Software Engineer · Harbor Payments”"
    assert choose(opened, engine, mark, f"{job} is not a job of mine", qtbot) == NotMyJob(
        "Software Engineer", "Harbor Payments"
    )
    choices(opened, mark)[f"The dates of {job} are wrong…"].trigger()  # type: ignore[attr-defined] # a QAction
    dialog = opened.window.findChild(DatesDialog)
    assert dialog is not None
    assert (dialog.start.text(), dialog.end.text()) == ("2018", "2021")
    dialog.end.setText("soon")
    assert not dialog.ok.isEnabled()
    dialog.end.setText("present")
    with qtbot.waitSignal(opened.desk.case_changed):
        dialog.ok.click()
    assert engine.corrected[-1][-1] == WrongDates("Software Engineer", "Harbor Payments", "2018", "present")


def test_a_refused_word_may_be_a_skill_after_all(opened: Rolefit, engine: MadeUpEngine, qtbot: QtBot) -> None:
    opened.window.page.show_refused.setChecked(True)
    refused = next(mark for mark in opened.window.page.view.marks if mark.kind is MarkKind.REJECTED)
    found = choose(opened, engine, refused, "This is Spring after all", qtbot)
    assert found == MissedSkill("spring-framework", "Spring", "Built the settlement service in Java with Spring Boot")


def test_where_nothing_can_be_corrected_the_menu_says_so(opened: Rolefit) -> None:
    nowhere = Mark(1, (500.0, 700.0, 520.0, 712.0), MarkKind.FOUND, "nowhere")
    (text,) = choices(opened, nowhere)
    assert text == "Nothing here can be corrected"


def test_without_a_result_nothing_is_corrected(rolefit: Rolefit, pdf: Path) -> None:
    correcting = rolefit.wiring.correcting
    correcting.not_right(Mark(1, (0.0, 0.0, 1.0, 1.0), MarkKind.FOUND, "x"))
    correcting.add_skill("x", "x")
    correcting.correct(WrongSkill("x"))
    assert correcting.menu is None
    assert rolefit.window.findChild(SkillDialog) is None


def test_words_that_name_a_skill_are_offered_at_once(qtbot: QtBot, opened: Rolefit) -> None:
    given: list[str] = []
    dialog = SkillDialog(opened.window, "kafka", (("postgresql", "PostgreSQL"), ("kafka", "Kafka")))
    dialog.given.connect(given.append)
    dialog.view.doubleClicked.emit(dialog.view.currentIndex())
    assert given == ["kafka"]
    dialog.field.setText("no such skill")
    assert not dialog.ok.isEnabled()
    dialog._give()
    assert given == ["kafka"]
