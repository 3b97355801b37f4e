"""Tags of several clients at once: one step, undone to what each had, announced, and shown as the letters they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.clients.values import ClientLine
from desktop.running.rolefit import Rolefit
from desktop.store.clients import ClientStore
from desktop.store.database import Database
from desktop.windows.tag_dialog import TagDialog, tags_in
from tests.desktop.test_desk_window import desk as desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CHECKED, DASH, EMPTY = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


def tags_of(live: Rolefit) -> dict[str, tuple[str, ...]]:
    return {line.name: line.tags for line in live.clients.pages.lines.values()}


def wait_for(live: Rolefit, expected: tuple[tuple[str, ...], ...], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: tuple(tags_of(live).values()) == expected)


def ids(live: Rolefit) -> list[int]:
    return list(live.clients.pages.lines)


def states(dialog: TagDialog) -> dict[str, Qt.CheckState]:
    return {box.text(): box.checkState() for _tag, _before, box in dialog.boxes}


# ---- the desk


def test_a_tag_is_given_to_all_taken_away_and_undone_in_one_step(desk: Rolefit, qtbot: QtBot) -> None:
    first, second, third = ids(desk)
    stack, changes = desk.desk.undo_stack, desk.clients.changes
    changes.change_tags([second], ["it", "Nord"], [])
    wait_for(desk, ((), ("it", "Nord"), ()), qtbot)
    before = stack.count()
    changes.change_tags([first, second, third], ["IT", "2026"], ["NORD"])
    wait_for(desk, (("IT", "2026"), ("it", "2026"), ("IT", "2026")), qtbot)
    assert stack.count() == before + 1
    assert stack.undoText() == "Change tags of 3 clients"
    stack.undo()
    wait_for(desk, ((), ("it", "Nord"), ()), qtbot)
    stack.redo()
    wait_for(desk, (("IT", "2026"), ("it", "2026"), ("IT", "2026")), qtbot)


def test_nothing_chosen_is_no_step(desk: Rolefit) -> None:
    before = desk.desk.undo_stack.count()
    desk.clients.change_tags(ids(desk), [], [])
    desk.clients.changes.change_tags([], ["IT"], [])
    assert desk.desk.undo_stack.count() == before
    assert not desk.clients.toast.isVisible()


def test_the_store_writes_all_or_none(tmp_path: Path) -> None:
    store = ClientStore(database := Database(tmp_path / "a.db"))
    database.upgrade()
    one, two = (store.add_client(name, "2026-11-01") for name in ("A", "B"))
    with pytest.raises(TypeError):
        store.set_tags({one: ("x",), two: (b"no text",)})  # type: ignore[arg-type] # what cannot be written
    assert [client.tags for client in map(store.client, (one, two)) if client] == [(), ()]
    store.set_tags({one: ("x", "<b>"), two: ()})
    assert [client.tags for client in map(store.client, (one, two)) if client] == [("x", "<b>"), ()]
    database.close()


# ---- the window


def test_selected_rows_are_tagged_told_and_taken_back(desk: Rolefit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page, said = desk.clients.pages.clients, []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(getattr(event, "message", str)()))
    assert not page.tags.isVisible()
    page.table.selectAll()
    assert page.tags.isVisible()
    qtbot.mouseClick(page.tags, Qt.MouseButton.LeftButton)
    (dialog,) = desk.window.findChildren(TagDialog)
    QTest.keyClicks(dialog.field, " Nord ,<b>IT</b>,Nord")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    wait_for(desk, (("Nord", "<b>IT</b>"),) * 3, qtbot)
    assert desk.clients.toast.text.text() == "Tags of 3 clients changed"
    assert "Tags of 3 clients changed" in said
    assert len(page.table.chosen) == 3
    qtbot.mouseClick(desk.clients.toast.act, Qt.MouseButton.LeftButton)
    wait_for(desk, ((), (), ()), qtbot)


def test_the_command_and_a_clients_page(desk: Rolefit, qtbot: QtBot) -> None:
    pages, (first, second, _) = desk.clients.pages, ids(desk)
    with qtbot.waitSignal(desk.clients.desk.card_changed):
        pages.open_client(first)
    desk.menus.commands["tags"].trigger()
    (dialog,) = desk.window.findChildren(TagDialog)
    dialog.field.setText("Nord")
    dialog._give()
    qtbot.waitUntil(lambda: pages.client.tags.text() == "Nord")
    desk.clients.changes.change_tags([first, second], [], ["nord"])
    qtbot.waitUntil(lambda: pages.client.tags.text() == "")


# ---- the dialog


def test_ticks_say_who_has_a_tag_and_only_what_was_changed_is_given(qtbot: QtBot, worn: None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen = [ClientLine(1, "A", tags=("IT", "Nord")), ClientLine(2, "B", tags=("it",))]
    dialog = TagDialog(parent, chosen, ["Sales", "nord", "IT"])
    assert states(dialog) == {"IT": CHECKED, "Nord": DASH, "Sales": EMPTY}
    given: list[tuple[object, object]] = []
    dialog.given.connect(lambda added, removed: given.append((added, removed)))
    dialog._give()
    assert given == [((), ())]
    dialog.boxes[0][2].click()
    dialog.boxes[2][2].click()
    dialog.field.setText("Neu, neu ,")
    dialog._give()
    assert given[1] == (("Sales", "Neu", "neu"), ("IT",))


def test_hostile_tags_stay_letters_and_everything_has_a_name(qtbot: QtBot, worn: None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TagDialog(parent, [ClientLine(1, "A", tags=("<b>x</b>\n\ty", "W" * 5000, "R&D"))], [])
    assert "<b>x</b> y" in states(dialog)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
    assert all(box.accessibleName() for _tag, _before, box in dialog.boxes)
    assert dialog.field.accessibleName()
    dialog.show()
    assert dialog.width() < 900
    assert "R&&D" in states(dialog)
    given: list[object] = []
    dialog.given.connect(lambda _added, removed: given.extend(removed))
    dialog.boxes[0][2].click()
    dialog._give()
    assert given == ["<b>x</b>\n\ty"]  # the tag as it is kept, or it would not be found


def test_tags_are_parted_by_commas() -> None:
    assert tags_in(" a  b ,, c,a  b") == ("a b", "c")
    assert tags_in(" , ") == ()
