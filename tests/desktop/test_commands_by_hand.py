"""Commands as a person gives them: the palette by keys, menus, files dropped on the window, the list's menu, dialogs."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme
from desktop.windows.about import AboutDialog
from desktop.windows.palette import Found as Findable
from desktop.windows.palette import Palette, fit_of
from desktop.windows.paste_dialog import PasteDialog
from desktop.windows.settings_dialog import SettingsDialog
from desktop.windows.shortcuts_dialog import ShortcutsDialog
from tests.desktop.made_up import NAME

# What the offscreen platform says of dialogs with a smallest size and of menus. Qt marks making such an event as something
# that programs rarely do.
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support"),
    pytest.mark.filterwarnings("ignore:Function. 'QDragEnterEvent:DeprecationWarning"),
]


def texts(dialog: object) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))  # type: ignore[attr-defined] # a widget


# --- the palette --------------------------------------------------------------------------------------------------------


def palette(rolefit: Rolefit) -> Palette:
    rolefit.menus.open_palette()
    found = rolefit.window.findChild(Palette)
    assert found is not None
    return found


def test_the_palette_is_walked_by_keys_and_drawn(opened: Rolefit, qtbot: QtBot) -> None:
    shown = palette(opened)
    assert not shown.grab().toImage().isNull()
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 9), (Qt.Key.Key_PageUp, 1), (Qt.Key.Key_Up, 0)):
        qtbot.keyClick(shown.field, key)
        assert shown.view.currentIndex().row() == place
    qtbot.keyClicks(shown.field, "zzzz")
    assert shown.none.isVisible()
    qtbot.keyClick(shown.field, Qt.Key.Key_Return)
    assert shown.isVisible()
    qtbot.keyClick(shown.field, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_the_palette_finds_people_by_name_and_leaves_with_the_focus(opened: Rolefit, qtbot: QtBot) -> None:
    shown = palette(opened)
    qtbot.keyClicks(shown.field, NAME[:5])
    first = shown.model.shown[0]
    assert (first.text, first.note) == (NAME, "60")
    opened.window.report.tabs.setFocus()
    qtbot.waitUntil(lambda: not shiboken6.isValid(shown) or not shown.isVisible())


def test_how_well_a_command_fits_decides_its_place() -> None:
    found = Findable("Export report", "", lambda: None, "file", "cv.pdf")
    fits = [fit_of(found, wanted) for wanted in ("export", "report", "port", "exrp", "cv.pdf", "xyz")]
    best, word, inside, scattered, also, none = fits
    assert none is None
    assert None not in fits[:-1]
    assert best <= word <= inside < scattered  # type: ignore[operator] # none is None, as said above
    assert also is not None


# --- files --------------------------------------------------------------------------------------------------------------


def carried(*paths: Path | str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) if isinstance(path, Path) else QUrl(path) for path in paths])
    return data


def enter(rolefit: Rolefit, data: QMimeData) -> QDragEnterEvent:
    keys = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
    event.ignore()
    QApplication.sendEvent(rolefit.window, event)
    return event


def test_files_are_dropped_anywhere(rolefit: Rolefit, pdf: Path, tmp_path: Path, qtbot: QtBot) -> None:
    frame = rolefit.window.drop_frame
    assert enter(rolefit, carried(pdf)).isAccepted()
    assert frame.isVisible()
    assert frame.text == "Drop to import ada.pdf"
    assert not frame.grab().toImage().isNull()
    QApplication.sendEvent(rolefit.window, QDragLeaveEvent())
    assert not frame.isVisible()
    enter(rolefit, carried(pdf, tmp_path / "b.pdf"))
    assert frame.text == "Drop to import 2 files"
    data = carried(pdf)
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(rolefit.desk.resume_read):
        QApplication.sendEvent(rolefit.window, drop)
    assert not frame.isVisible()


def test_addresses_of_pages_are_not_taken(rolefit: Rolefit) -> None:
    data = carried("https://example.org/cv.pdf")
    assert not enter(rolefit, data).isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(rolefit.window, drop)
    assert rolefit.desk.cases == ()


def test_recent_files_are_listed_opened_and_cleared(opened: Rolefit, pdf: Path) -> None:
    recent = opened.menus.recent
    recent.aboutToShow.emit()
    names = [action.text() for action in recent.actions() if action.text()]
    assert names[0].startswith("ada.pdf")
    recent.actions()[-1].trigger()
    recent.aboutToShow.emit()
    (nothing,) = recent.actions()
    assert not nothing.isEnabled()
    assert nothing.text() == "Nothing yet"


def test_choosing_nothing_opens_nothing(rolefit: Rolefit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    rolefit.wiring.choose_files()
    rolefit.wiring.choose_folder()
    assert rolefit.desk.cases == ()


def test_pasted_text_is_scored_without_a_page(rolefit: Rolefit, qtbot: QtBot) -> None:
    rolefit.menus.commands["paste-text"].trigger()
    dialog = rolefit.window.findChild(PasteDialog)
    assert dialog is not None
    assert not dialog.ok.isEnabled()
    dialog.text.setPlainText("Ada Example\nBackend Engineer")
    with qtbot.waitSignal(rolefit.desk.resume_read):
        dialog.ok.click()
    case = rolefit.wiring.current()
    assert case is not None
    assert case.pasted
    assert not rolefit.window.page.isVisible()


# --- menus and dialogs --------------------------------------------------------------------------------------------------


def popped(rolefit: Rolefit, text: str) -> QMenu:
    """The menu over the window that has a choice of that text."""
    menus = [menu for menu in rolefit.window.findChildren(QMenu) if text in [a.text() for a in menu.actions()]]
    return menus[-1]


def test_the_lists_menu_reads_again_and_removes(opened: Rolefit, qtbot: QtBot) -> None:
    view = opened.window.case_list.view
    view.customContextMenuRequested.emit(QPoint(4, 4))
    menu = popped(opened, "Read again")
    again, remove = (next(a for a in menu.actions() if a.text() == text) for text in ("Read again", "Remove"))
    with qtbot.waitSignal(opened.desk.resume_read):
        again.trigger()
    remove.trigger()
    assert opened.desk.cases == ()
    view.customContextMenuRequested.emit(QPoint(4, 4))


def test_a_requirements_menu_shows_it_on_the_page(opened: Rolefit) -> None:
    fit = opened.window.report.fit
    fit.choose("relational")
    fit.tree.customContextMenuRequested.emit(fit.tree.visualRect(fit.tree.currentIndex()).center())
    menu = popped(opened, "Show on the page")
    menu.actions()[0].trigger()
    assert [mark.text for mark in opened.window.page.view.lit] == ["PostgreSQL"]
    menu.actions()[1].trigger()
    assert "60.0" in QGuiApplication.clipboard().text()


def test_about_tells_licences_and_copies_details(opened: Rolefit) -> None:
    opened.menus.commands["about"].trigger()
    dialog = opened.window.findChild(AboutDialog)
    assert dialog is not None
    assert "pdfminer.six" in texts(dialog)
    next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("Copy details")).click()
    assert QGuiApplication.clipboard().text().startswith("Rolefit ")


def test_shortcuts_lists_every_key(opened: Rolefit) -> None:
    opened.menus.commands["shortcuts"].trigger()
    dialog = opened.window.findChild(ShortcutsDialog)
    assert dialog is not None
    told = texts(dialog)
    for action in opened.menus.commands.actions.values():
        assert action.shortcut().toString() in told
    assert "N, Shift+N" in told


def test_settings_work_at_once(opened: Rolefit) -> None:
    opened.menus.commands["settings"].trigger()
    dialog = opened.window.findChild(SettingsDialog)
    assert dialog is not None
    for name, value in (("theme", "dark"), ("scale", 1.25), ("contrast", True), ("reopen", False), ("language", "en")):
        dialog.changed.emit(name, value)
    look = theme()
    assert (look.wish, look.scale) == ("dark", 1.25)
    assert opened.kept.flag("contrast")
    assert not opened.kept.flag("reopen", True)
    opened.menus.change_look(wish="light", scale=1.0, contrast=False)


def test_full_screen_and_looks_by_command(opened: Rolefit) -> None:
    commands = opened.menus.commands
    commands["full-screen"].trigger()
    assert opened.window.windowState() & Qt.WindowState.WindowFullScreen
    commands["full-screen"].trigger()
    assert not opened.window.windowState() & Qt.WindowState.WindowFullScreen
    for name in ("dark", "light"):
        commands[name].trigger()
        assert theme().wish == name
    commands["list-pane"].trigger()
    assert not opened.window.case_list.isVisible()
    commands["list-pane"].trigger()


def test_commands_without_a_result_are_off(rolefit: Rolefit) -> None:
    for name in ("export", "find-page", "next-evidence", "again", "remove"):
        assert not rolefit.menus.commands[name].isEnabled()
    rolefit.wiring.remove_current()
    rolefit.wiring._reach(75)
    assert rolefit.desk.cases == ()


def test_a_goal_out_of_reach_is_told(opened: Rolefit) -> None:
    opened.wiring._reach(10_000)
    assert "stays below 1000" in texts(opened.window.report.gaps.card)


def test_two_results_are_stepped_through(opened: Rolefit, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.4 another")
    with qtbot.waitSignal(opened.desk.resume_read):
        opened.desk.open_files([other])
    first, second = (case.id for case in opened.desk.cases)
    opened.desk.choose(first)
    opened.menus.commands["next-case"].trigger()
    assert opened.desk.current == second
    opened.menus.commands["next-case"].trigger()
    assert opened.desk.current == second
    opened.menus.commands["previous-case"].trigger()
    assert opened.desk.current == first
    assert not opened.window.case_list.grab().toImage().isNull()


def test_right_to_left_everything_is_drawn_mirrored(opened: Rolefit) -> None:
    window = opened.window
    plain = window.grab().toImage()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        for tab in ("gaps", "salary", "timeline", "health", "text", "fit"):
            window.report.choose_tab(tab)
            assert not window.grab().toImage().isNull()
        shown = palette(opened)
        assert shown.grab().toImage() != plain
        shown.leave()
        assert window.grab().toImage() != plain
    finally:
        window.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
