"""Lists as they are drawn and used: cases in every state, hits of a search, the clients' columns, a report dragged out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.cases.values import Case, CaseState
from desktop.clients.values import Hit
from desktop.running.rolefit import Rolefit
from desktop.store.backups import make_backup, restore
from desktop.store.database import Database
from desktop.store.records import StoreError
from desktop.windows.case_list import CaseList
from desktop.windows.clients_model import GAP, NAME
from desktop.windows.clients_table import ClientsTable
from desktop.windows.search_page import SearchPage
from matching.errors import Problem
from tests.desktop.made_up import report
from tests.desktop.test_clients_windows import ClientsPage
from tests.desktop.test_clients_windows import page as page

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
ROLE = Qt.ItemDataRole.AccessibleTextRole
NO_KEYS = Qt.KeyboardModifier.NoModifier


# --- cases --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_case_says_its_state(qtbot: QtBot, worn: None, direction: Qt.LayoutDirection) -> None:
    made = CaseList()
    qtbot.addWidget(made)
    made.setLayoutDirection(direction)
    states = [CaseState.WAITING, CaseState.READING, CaseState.STOPPED, CaseState.UNREAD]
    cases = [Case(str(i), f"{state}.pdf", "", state, problem=Problem.NO_TEXT) for i, state in enumerate(states)]
    cases.append(Case("4", "ada.pdf", "", CaseState.READ, report()))
    made.show_cases(cases)
    with qtbot.waitExposed(made):
        made.show()
    made.choose("4")
    assert made.current() == "4"
    assert not made.grab().toImage().isNull()
    model = made.model
    told = [str(model.index(row).data(ROLE)) for row in range(model.rowCount())]
    assert [text.rpartition(", ")[2] for text in told] == ["waiting", "being read", "stopped", "needs attention", "60 of 100"]
    assert model.rowCount(model.index(0)) == 0
    made.choose("nobody")
    assert made.current() == ""


# --- hits ---------------------------------------------------------------------------------------------------------------

HITS = (
    Hit(1, "Ada Bello", 11, 2, (("Moved orders to ", False), ("Postgre", True), ("SQL " * 80, False), ("never seen", True))),
    Hit(2, "Tom Okoro", 12, 1, (("PostgreSQL", True),)),
)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_hits_are_drawn_told_and_chosen(qtbot: QtBot, worn: None, direction: Qt.LayoutDirection) -> None:
    made = SearchPage()
    qtbot.addWidget(made)
    made.setLayoutDirection(direction)
    made.field.setText("postgre")
    made.show_hits("other words", HITS)
    assert made.model.rowCount() == 0
    made.show_hits("postgre", HITS)
    assert made.said.text() == "2 clients"
    with qtbot.waitExposed(made):
        made.show()
    made.view.setFocus()
    made.view.setCurrentIndex(made.model.index(0))
    assert not made.grab().toImage().isNull()
    assert str(made.model.index(1).data(ROLE)) == "Tom Okoro, v1: PostgreSQL"
    assert made.model.rowCount(made.model.index(0)) == 0
    with qtbot.waitSignal(made.hit_chosen) as chosen:
        made.view.activated.emit(made.model.index(1))
    assert chosen.args == [2, 12]
    made.show_hits("postgre", ())
    assert made.nothing.title.text() == "No résumé holds “postgre”."
    with qtbot.waitSignal(made.search_wanted) as wanted:
        made.field.setText("")
    assert wanted.args == [""]
    made.show_hits("", ())
    assert made.said.text().startswith("All words must be there")


# --- clients ------------------------------------------------------------------------------------------------------------


def test_columns_are_chosen_in_a_menu_and_the_name_stays(page: ClientsPage) -> None:
    table = page.table
    table.choose_columns(QPoint(0, 0))
    menu = table.findChildren(QMenu)[-1]
    name, gap = menu.actions()[NAME], menu.actions()[GAP]
    assert not name.isEnabled()
    hidden = table.isColumnHidden(GAP)
    gap.trigger()
    assert table.isColumnHidden(GAP) is not hidden


def ask_menu(table: ClientsTable, at: QPoint) -> None:
    """The right button pressed at a place of the table."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.viewport(), event)


def test_a_client_is_opened_by_key_and_has_a_menu(page: ClientsPage, qtbot: QtBot) -> None:
    table = page.table
    table.setCurrentIndex(table.clients.index(0, NAME))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(table.opened) as opened:
            qtbot.keyClick(table, key)
        assert opened.args == [1]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
    with qtbot.waitSignal(table.menu_wanted) as wanted:
        ask_menu(table, table.visualRect(table.clients.index(0, NAME)).center())
    assert wanted.args[0] == 1
    with qtbot.assertNotEmitted(table.menu_wanted):
        ask_menu(table, QPoint(5, 10_000))


# --- a report dragged out -----------------------------------------------------------------------------------------------


def mouse(button: object, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton) -> None:
    pressed = Qt.MouseButton.LeftButton if kind != QEvent.Type.MouseMove else Qt.MouseButton.NoButton
    QApplication.sendEvent(button, QMouseEvent(kind, at, at, pressed, held, NO_KEYS))  # type: ignore[arg-type] # a button


def test_a_report_is_dragged_out_as_a_file(opened: Rolefit, qtbot: QtBot) -> None:
    dragged: list[QMimeData] = []
    opened.exporting.drag_out.begin = dragged.append
    button, left, none = opened.window.report.export, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    for far in (False, True):
        mouse(button, QEvent.Type.MouseButtonPress, QPointF(5, 5), left)
        mouse(button, QEvent.Type.MouseMove, QPointF(6, 6), left)
        if far:
            mouse(button, QEvent.Type.MouseMove, QPointF(90, 90), left)
        else:
            mouse(button, QEvent.Type.MouseButtonRelease, QPointF(900, 900), none)
    qtbot.waitUntil(lambda: bool(dragged), timeout=20_000)
    (data,) = dragged
    file = Path(data.urls()[0].toLocalFile())
    assert file.name == "Ada-Example-fit.pdf"
    assert file.read_bytes().startswith(b"%PDF-")
    assert "60.0" in data.text()


def test_without_a_result_nothing_is_dragged(rolefit: Rolefit) -> None:
    dragged: list[QMimeData] = []
    rolefit.exporting.drag_out.begin = dragged.append
    button, left = rolefit.window.report.export, Qt.MouseButton.LeftButton
    mouse(button, QEvent.Type.MouseButtonPress, QPointF(5, 5), left)
    mouse(button, QEvent.Type.MouseMove, QPointF(90, 90), left)
    rolefit.exporting.ask()
    rolefit.exporting.print_current()
    assert dragged == []


# --- backups ------------------------------------------------------------------------------------------------------------


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = Database(tmp_path / "clients.db", "")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StoreError):
        make_backup(database, tmp_path, "2026-11-28")
    database.close()
    assert list((tmp_path / "backups").glob("*")) == []


def test_a_backup_that_is_damaged_is_not_restored(tmp_path: Path) -> None:
    store, broken = tmp_path / "clients.db", tmp_path / "rolefit-2026-11-28.db"
    store.write_bytes(b"as it was")
    broken.write_bytes(b"no database at all " * 500)
    with pytest.raises(StoreError):
        restore(broken, store)
    assert store.read_bytes() == b"as it was"
