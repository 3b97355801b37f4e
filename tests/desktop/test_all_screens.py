"""All screens, states and dialogs: names for screen readers, the way of the Tab key, longer words, larger letters, mirrored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.pages.page_view import PageView
from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme
from desktop.windows.compare_dots import GroupDots
from desktop.windows.parts import Elided
from desktop.windows.progress_chart import ProgressChart
from desktop.windows.score_scale import ScoreScale
from tests.desktop.all_screens import all_screens, settle
from tests.desktop.test_window_words import pseudo as pseudo  # the language whose words are 40 % longer

# A dialog with a smallest size makes the offscreen platform say that it knows no window manager.
pytestmark = [pytest.mark.window, pytest.mark.qt_log_ignore("propagateSizeHints")]
TAB = Qt.FocusPolicy.TabFocus


def spoken_name(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name) if told is not None else ""


def inner(widget: QWidget) -> bool:
    """A part of a Qt widget that is told with the whole: a viewport, the field of a box, a scroll bar."""
    above = widget.parentWidget()
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
        return True
    return (isinstance(above, QAbstractScrollArea) and above.viewport() is widget) or isinstance(
        above, QComboBox | QAbstractSpinBox | QLineEdit
    )


def painted_here(widget: QWidget) -> bool:
    """Whether our own code paints it and it shows more than a frame."""
    kind = next((k for k in type(widget).__mro__ if "paintEvent" in vars(k)), QWidget)
    plain_looks = ("Elided", "DropZone", "DropFrame", "Sign", "_ThinHandle", "MainWindow", "Legend")
    return kind.__module__.startswith("desktop") and kind.__name__ not in plain_looks


def visible(window: QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window.window()]


def test_everything_that_is_used_or_painted_has_a_name(opened: Rolefit, qtbot: QtBot) -> None:
    nameless = set()
    for name, window in all_screens(opened):
        for widget in visible(window):
            used = widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton) or painted_here(widget)
            if used and not inner(widget) and not spoken_name(widget):
                nameless.add((name, type(widget).__name__, widget.objectName()))
    assert not nameless, told(sorted(nameless))


def test_what_is_painted_has_a_role_and_a_value(opened: Rolefit, qtbot: QtBot) -> None:
    """The score, the pages, the dots of a comparison, the progress; rows are told one by one by their models."""
    Role, Text = QAccessible.Role, QAccessible.Text
    wanted = {
        ScoreScale: Role.ProgressBar, PageView: Role.Document, GroupDots: Role.Chart, ProgressChart: Role.Chart,
    }  # fmt: skip
    seen: dict[type[QWidget], set[str]] = {}
    lists = {"GroupTree", "GapList", "CaseView"}
    for _name, window in all_screens(opened):
        for widget in visible(window):
            if type(widget) in wanted:
                told = QAccessible.queryAccessibleInterface(widget)
                assert told is not None
                assert told.role() == wanted[type(widget)]
                seen.setdefault(type(widget), set()).add(told.text(Text.Value))
            if isinstance(widget, QAbstractItemView) and type(widget).__name__ in lists and widget.model().rowCount():
                said = widget.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
                assert said
                assert any(sign.isdigit() for sign in said), "a row says its figures"
                lists.discard(type(widget).__name__)
    assert set(seen) == set(wanted)
    assert all(any(values) for values in seen.values()), "each says what it shows"
    assert lists == set()


# ---- the way of the Tab key


def press_tab(back: bool = False) -> None:
    """Tab as the system sends it, to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None, "the focus is lost"
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, held))


def stops(window: QWidget) -> set[QWidget]:
    """Where the Tab key must come to."""
    found = set()
    for widget in visible(window):
        tab = widget.focusPolicy() & TAB and widget.isEnabled() and widget.focusProxy() is None
        if tab and not inner(widget):
            found.add(widget)
    return found


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def backwards(first: QRect, second: QRect) -> bool:
    """Whether `second` is read before `first`: right above it, or to its left in the same line."""
    above = second.bottom() <= first.top() and second.left() < first.right() and second.right() > first.left()
    beside = second.top() < first.center().y() < second.bottom() and first.top() < second.center().y() < first.bottom()
    return above or (beside and second.right() <= first.left())


def walk(window: QWidget, start: QWidget) -> list[QWidget]:
    """The way of the Tab key from `start` until it comes back (or stays)."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    way = [QApplication.focusWidget() or start]
    for _ in range(120):
        press_tab()
        here = QApplication.focusWidget()
        assert here is not None
        within = isinstance(here, QAbstractSpinBox) and here is way[-1]  # from day to month to year
        if not within and (here is way[0] or here is way[-1]):
            break
        if not within:
            way.append(here)
    return way


def test_tab_comes_to_every_control_once_in_reading_order(opened: Rolefit, qtbot: QtBot) -> None:
    wrong = []
    for name, window in all_screens(opened):
        if name == "palette":
            continue  # going elsewhere closes it
        window.activateWindow()
        settle(opened)
        wanted = stops(window)
        first = min(wanted, key=lambda w: (place(w, window).top() // 8, place(w, window).left()))
        way = walk(window, first)
        seen = set(way)
        wrong += [(name, "never", type(w).__name__, spoken_name(w)) for w in wanted - seen]
        if len(way) != len(seen):
            wrong.append((name, "twice", "", ""))
        for one, two in pairwise(way):
            if backwards(place(one, window), place(two, window)):
                wrong.append((name, "order", spoken_name(one), spoken_name(two)))
        way[-1].setFocus()
        press_tab(back=True)
        if len(way) > 1 and QApplication.focusWidget() is not way[-2]:
            wrong.append((name, "back", spoken_name(way[-1]), ""))
    assert not wrong, told(wrong)


def test_f6_comes_to_every_pane_and_back(opened: Rolefit, qtbot: QtBot) -> None:
    for name, window in all_screens(opened):
        if not isinstance(window, QMainWindow):
            continue
        panes = opened.window.panes()
        taken = []
        for _ in range(len(panes) + 1):
            opened.window.next_pane(1)
            taken.append(QApplication.focusWidget())
        assert None not in taken, name
        assert taken[0] is taken[-1], name
        assert len(set(taken)) == len(panes), name


# ---- words that need more room


def clipped(window: QWidget) -> Iterator[str]:
    """Parts whose words do not fit: too narrow, too low, or beyond the edge of what holds them."""
    for part in visible(window):
        if isinstance(part, Elided) or inner(part) or not isinstance(part, QLabel | QAbstractButton | QComboBox):
            continue
        text = part.currentText() if isinstance(part, QComboBox) else part.text()
        if not text:
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            if part.height() < part.heightForWidth(part.width()) - 1:
                yield f"low: {text[:50]!r} {part.height()} < {part.heightForWidth(part.width())}"
        elif part.width() < needed(part) - 1 or part.height() < part.fontMetrics().height() - 2:
            yield f"narrow: {text[:50]!r} {part.width()} < {needed(part)}"
        above = part.parentWidget()
        if above is not None and not above.rect().adjusted(-1, -1, 1, 1).contains(part.geometry()):
            yield f"beyond: {text[:50]!r} {part.geometry()} in {above.rect()}"


def needed(part: QWidget) -> int:
    if isinstance(part, QComboBox):
        return part.fontMetrics().horizontalAdvance(part.currentText()) + 24
    return part.sizeHint().width() if isinstance(part, QLabel | QPushButton | QCheckBox) else part.minimumSizeHint().width()


def overlapping(window: QWidget) -> Iterator[str]:
    """Words that lie on other words."""
    told = [p for p in visible(window) if isinstance(p, QLabel | QAbstractButton | QLineEdit | QComboBox) and not inner(p)]
    for i, one in enumerate(told):
        for two in told[i + 1 :]:
            if one.parentWidget() is not two.parentWidget() or one.parentWidget().layout() is None:
                continue
            shared = one.geometry().intersected(two.geometry())
            if shared.width() > 2 and shared.height() > 2:
                yield f"on each other: {spoken_name(one)[:40]!r} {spoken_name(two)[:40]!r}"


def told(faults: Iterable[object]) -> str:
    """All of them, a line each: pytest's own words stop early."""
    return "\n".join(map(str, faults))


def all_faults(rolefit: Rolefit) -> list[str]:
    found = []
    for name, window in all_screens(rolefit):
        faults = [*clipped(window), *overlapping(window)]
        if not isinstance(window, QMainWindow) and window.isWindow() and window.minimumSizeHint().height() > 900:
            faults.append(f"taller than a screen: {window.minimumSizeHint().height()}")
        found += [f"{name}: {fault}" for fault in faults]
    return found


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (960, 640)])
def test_longer_words_fit_everywhere(pseudo: None, opened: Rolefit, qtbot: QtBot, width: int, height: int) -> None:
    opened.window.resize(width, height)
    settle(opened)
    found = all_faults(opened)
    assert not found, told(found)
    assert opened.window.width() == width


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (960, 640)])
def test_large_letters_fit_everywhere(opened: Rolefit, qtbot: QtBot, width: int, height: int) -> None:
    opened.menus.change_look(wish="light", scale=1.5)
    theme().finish()
    opened.window.resize(width, height)
    settle(opened)
    found = all_faults(opened)
    opened.menus.change_look(wish="light", scale=1.0)
    assert not found, told(found)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (960, 640)])
def test_mirrored_it_fits_everywhere(opened: Rolefit, qtbot: QtBot, width: int, height: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    opened.window.resize(width, height)
    settle(opened)
    found = all_faults(opened)
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert not found, told(found)
