"""The desk in the window: trouble stays until it is answered, a damaged store is restored, preview, keys, ways at the left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.clients.messages import store_message
from desktop.running.rolefit import Rolefit
from desktop.store.backups import backups_in
from desktop.store.database import FILE
from desktop.store.records import StoreError, StoreTrouble
from desktop.windows.preview_dialog import PreviewDialog
from desktop.windows.storage_settings import StoragePage
from matching.errors import Problem

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NAMES = ("Ada Example", "Tom Okoro", "Ines Valdoro")


@pytest.fixture
def desk(rolefit: Rolefit, qtbot: QtBot) -> Rolefit:
    """The application with three clients in its store, shown in the table; the file of the third cannot be read."""
    with qtbot.waitSignal(rolefit.clients.desk.opened):
        rolefit.clients.desk.begin()

    def add(store: object) -> None:
        clients = store.clients  # type: ignore[attr-defined] # an OpenStore
        for name in NAMES[:2]:
            clients.add_client(name, "2026-11-01")
        clients.add_unread(NAMES[2], "ines.pdf", "/papers/ines.pdf", Problem.NO_TEXT.value, "2026-11-01")

    rolefit.clients.desk.ask(add)
    rolefit.clients.desk.refresh()
    qtbot.waitUntil(lambda: len(rolefit.clients.pages.lines) == 3)
    rolefit.clients.pages.show_all()
    return rolefit


def test_trouble_stays_and_is_tried_again(desk: Rolefit, qtbot: QtBot) -> None:
    card, tries = desk.clients.trouble, []

    def work(_store: object) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise StoreError(StoreTrouble.DISK_FULL)

    desk.clients.desk.ask(work)
    qtbot.waitUntil(card.isVisible)
    assert card.title.text() == store_message(StoreTrouble.DISK_FULL).title
    assert not card.storage.isVisible()
    qtbot.mouseClick(card.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(tries) == 2)
    assert not card.isVisible()


def test_an_unknown_mistake_is_told_with_its_kind(desk: Rolefit, qtbot: QtBot) -> None:
    desk.clients.desk.fail(ZeroDivisionError())
    assert desk.clients.trouble.detail.text() == "ZeroDivisionError"


def test_a_damaged_store_is_restored_in_the_window(desk: Rolefit, qtbot: QtBot) -> None:
    folder, clients = desk.kept.folder, desk.clients
    with qtbot.waitCallback() as made:
        clients.storage.back_up_now(made)
    clients.desk.close()
    (folder / FILE).write_bytes(b"SQLite format 3\x00" + b"the rest is lost, " * 400)
    clients.desk.begin()
    qtbot.waitUntil(clients.trouble.isVisible)
    assert clients.trouble.title.text() == store_message(StoreTrouble.DAMAGED).title
    qtbot.mouseClick(clients.trouble.storage, Qt.MouseButton.LeftButton)
    dialog = desk.window.findChild(StoragePage)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.facts is not None)
    assert not dialog.back_up.isEnabled()
    assert dialog.backups.count() == len(backups_in(folder))
    with qtbot.waitSignal(clients.desk.lines_changed) as told:
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert {line.name for line in told.args[0]} == set(NAMES)
    assert (folder / FILE).with_suffix(".before").exists()
    qtbot.waitUntil(dialog.back_up.isEnabled)
    dialog.window().close()


def test_the_way_to_the_page_that_is_shown_is_tinted(desk: Rolefit, qtbot: QtBot) -> None:
    side, pages = desk.clients.side, desk.clients.pages
    assert (side.everyone.isChecked(), side.worried.isChecked()) == (True, False)
    qtbot.mouseClick(side.worried, Qt.MouseButton.LeftButton)
    assert (side.everyone.isChecked(), side.worried.isChecked()) == (False, True)
    assert [line.name for line in pages.clients.table.clients.shown] == ["Ines Valdoro"]
    qtbot.mouseClick(side.everyone, Qt.MouseButton.LeftButton)
    assert (side.everyone.isChecked(), side.worried.isChecked()) == (True, False)
    assert len(pages.clients.table.clients.shown) == 3
    pages.show_search()
    assert (side.everyone.isChecked(), side.worried.isChecked()) == (False, False)


def test_a_client_is_renamed_and_the_next_one_follows_by_the_keyboard(desk: Rolefit, qtbot: QtBot) -> None:
    pages, actions = desk.clients.pages, desk.menus.commands
    table = pages.clients.table
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.setCurrentIndex(table.clients.index(0, 0))
    actions["rename"].trigger()
    qtbot.waitUntil(lambda: pages.shown is pages._client)
    page = pages.client
    assert page.title.selectedText() == "Ada Example"
    qtbot.keyClicks(page.title, "Ada Other")
    qtbot.keyClick(page.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.name.text() == "Ada Other")
    assert desk.desk.undo_stack.undoText() == "Change Ada Example"
    actions["next-case"].trigger()
    qtbot.waitUntil(lambda: page.name.text() == "Ines Valdoro")
    actions["previous-case"].trigger()
    qtbot.waitUntil(lambda: page.name.text() == "Ada Other")


def test_the_preview_shows_the_report(opened: Rolefit, qtbot: QtBot) -> None:
    opened.exporting._with_pages(opened.desk.cases[0].report, opened.exporting._preview, opened.exporting.choice)  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: opened.window.findChild(PreviewDialog) is not None)
    dialog = opened.window.findChild(PreviewDialog)
    qtbot.waitUntil(lambda: dialog.pages.pageCount() > 1)
    assert dialog.place.text().startswith("Page 1 of ")
    assert not dialog.back.isEnabled()
    qtbot.mouseClick(dialog.on, Qt.MouseButton.LeftButton)
    assert dialog.pages.currentPage() == 2
    dialog.close()


def test_printing_and_storage_stand_before_the_end_of_the_file_menu(rolefit: Rolefit, tmp_path: Path) -> None:
    names = [action.objectName() for action in rolefit.menus.commands.menus["file"].actions()]
    assert names[names.index("export") :] == ["export", "print", "storage", "", "close", "quit"]


def test_keys_lead_from_the_filter_to_the_table_and_the_place_is_kept(desk: Rolefit, qtbot: QtBot) -> None:
    page = desk.clients.pages.clients
    table = page.table
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    page.field.setFocus()
    qtbot.keyClick(page.field, Qt.Key.Key_Down)
    assert table.hasFocus()
    table.setCurrentIndex(table.clients.index(1, 0))
    table.tick([table.current])
    desk.menus.commands["bin"].trigger()
    qtbot.waitUntil(lambda: len(table.clients.shown) == 2)
    assert [line.name for line in table.clients.shown if line.client == table.current] == ["Tom Okoro"]
    page.field.setText("tom")
    qtbot.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""


def test_the_folded_list_has_a_button_beside_the_table(desk: Rolefit, qtbot: QtBot) -> None:
    page = desk.clients.pages.clients
    assert not page.list_button.isVisible()
    desk.window.resize(960, 640)
    qtbot.waitUntil(page.list_button.isVisible)
    qtbot.mouseClick(page.list_button, Qt.MouseButton.LeftButton)
    assert desk.window.case_list.isVisible()


def test_a_store_without_its_head_is_restored_and_no_passphrase_is_asked_for(desk: Rolefit, qtbot: QtBot) -> None:
    folder, clients = desk.kept.folder, desk.clients
    with qtbot.waitCallback() as made:
        clients.storage.back_up_now(made)
    clients.desk.close()
    data = (folder / FILE).read_bytes()
    (folder / FILE).write_bytes(b"\xa7" * 100 + data[100:])
    with qtbot.assertNotEmitted(clients.desk.passphrase_wanted):
        clients.desk.begin()
        qtbot.waitUntil(clients.trouble.isVisible)
    assert clients.trouble.title.text() == store_message(StoreTrouble.DAMAGED).title
    assert clients.trouble.storage.isVisible()
    with qtbot.waitSignal(clients.desk.lines_changed) as told:
        clients.storage.restore(backups_in(folder)[0].name, lambda: None)
    assert {line.name for line in told.args[0]} == set(NAMES)
