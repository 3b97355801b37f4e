"""Joins the settings to what they act on. A choice acts at once, is remembered, and can be undone like every other change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QUndoCommand
from shiboken6 import isValid

from desktop.cases.change import Change
from desktop.files import shown_path
from desktop.settings import SETTINGS, Settings, Value
from desktop.windows.commands import Refusal
from desktop.windows.settings_dialog import SettingsDialog

if TYPE_CHECKING:
    from desktop.running.rolefit import Rolefit
    from desktop.windows.settings_page import SettingsPage

_IN_STEPS = ("scale", "report-by", "report-line")  # moved or typed: all steps that follow one another are undone at once
_MERGED = 1  # the kind of commands that may become one step of undo


class SettingsChange(Change):
    """Settings as they are chosen. The steps of a slider or of typing are undone together (`merged`)."""

    def __init__(self, name: str, settings: Settings, values: Mapping[str, Value], *, merged: bool = False) -> None:
        self._merged = merged
        self.before = {key: settings.value(key) for key in values}
        self.after = dict(values)
        super().__init__(name, lambda: settings.put(self.after), lambda: settings.put(self.before))

    def id(self) -> int:
        return _MERGED if self._merged else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, SettingsChange) or other.after.keys() != self.after.keys():
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True


class SettingsWiring(QObject):
    """Lives as long as the window."""

    def __init__(self, rolefit: Rolefit) -> None:
        super().__init__(rolefit.window)
        self.rolefit, self.settings, self.desk = rolefit, rolefit.settings, rolefit.desk
        self.dialog: SettingsDialog | None = None
        self._begun = 0  # how many changes there were when the settings were opened: those before are not undone from there
        self.settings.changed.connect(self._act)
        self.desk.undo_stack.indexChanged.connect(lambda _index: self._show_undo())
        for name in ("role", "most-pages", "paper", "keys"):  # one of each group: the others act with it
            self._act(name)

    # ---- what a setting does

    def _act(self, name: str) -> None:
        """Do what the value of now says."""
        settings, rolefit = self.settings, self.rolefit
        if name in ("theme", "scale", "contrast"):
            rolefit.menus.wear_chosen()
        elif name == "language":
            rolefit.menus.speak_chosen()
        elif name == "people":
            rolefit.clients.people_changed()
        elif name in ("role", "variant", "place"):
            self.desk.hold_against(settings.standards())
        elif name.startswith("most-"):
            self.desk.allow(settings.limits())
        elif SETTINGS[name].page == "reports":
            exporting, by, line = rolefit.exporting, settings.text("report-by"), settings.text("report-line")
            hidden = settings.flag("hide-name")
            exporting.choice = replace(exporting.choice, paper=settings.paper(), show_name=not hidden, by=by, by_line=line)
        elif name == "keys":
            rolefit.menus.commands.rebind(settings.keys())
        self._show()

    # ---- the dialog

    def open(self, page: str = "") -> None:
        """The settings, at a page."""
        if self.dialog is not None and isValid(self.dialog) and self.dialog.isVisible():
            self.dialog.turn_to(page or self.dialog.page)
            return
        self.dialog = dialog = SettingsDialog(self.rolefit.window, self._pages())
        self._begun = self.desk.undo_stack.index()
        dialog.changed.connect(self.choose)
        dialog.restore_wanted.connect(self.restore)
        dialog.undo_wanted.connect(self._undo)
        dialog.redo_wanted.connect(self.desk.undo_stack.redo)
        dialog.help_wanted.connect(self.rolefit.menus.open_help)
        self._show()
        if page:
            dialog.turn_to(page)
        self.rolefit.clients.pages.open_dialog(dialog)

    def _pages(self) -> list[tuple[str, SettingsPage]]:
        from desktop.store.backups import backup_folder
        from desktop.store.database import FILE
        from desktop.windows import settings_pages as pages
        from desktop.windows.shortcut_settings import ShortcutsPage
        from desktop.windows.storage_settings import StoragePage
        from matching.knowledge.roles import available_roles, load_role

        folder, storage = self.rolefit.kept.folder, StoragePage()
        self.rolefit.clients.furnish_storage(storage)
        privacy = pages.PrivacyPage(shown_path(str(folder)), FILE, backup_folder(folder).name)
        privacy.folder_wanted.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        self.shortcuts = ShortcutsPage(self.rolefit.menus.commands.shortcuts, self._refused)
        return [
            ("general", pages.GeneralPage()),
            ("role", pages.RolePage([load_role(role) for role in available_roles()])),
            ("salary", pages.SalaryPage(self.desk.engine.search_places, self.desk.engine.name_of_place)),
            ("reading", pages.ReadingPage()),
            ("reports", pages.ReportsPage()),
            ("storage", storage),
            ("shortcuts", self.shortcuts),
            ("privacy", privacy),
        ]

    def _refused(self, command: str, keys: str) -> str:
        why, other = self.rolefit.menus.commands.refusal(command, keys)
        if why is Refusal.TAKEN:
            return self.tr("{keys} belongs to “{command}”. Give that other keys first.").format(keys=keys, command=other)
        if why is Refusal.BARE:
            return self.tr("A shortcut needs Ctrl or Alt, or is a function key: bare keys are for typing.")
        return ""

    def _show(self) -> None:
        if self.dialog is not None and isValid(self.dialog):
            self.shortcuts.show_chosen(self.settings.keys())
            self.dialog.show_values(self.settings.values())

    def _show_undo(self) -> None:
        stack = self.desk.undo_stack
        if self.dialog is not None and isValid(self.dialog):
            self.dialog.show_undo(stack.undoText() if stack.index() > self._begun else "")

    def _undo(self) -> None:
        if self.desk.undo_stack.index() > self._begun:
            self.desk.undo_stack.undo()

    # ---- changes

    def choose(self, name: str, value: object) -> None:
        """Choose a value, undoable. With another role goes its own emphasis."""
        made: Value = json.dumps(value, sort_keys=True) if isinstance(value, dict) else value  # type: ignore[assignment] # by the pages
        if name == "keys" and not value:
            made = ""
        values = {name: made, "variant": ""} if name == "role" else {name: made}
        if any(self.settings.value(key) != wanted for key, wanted in values.items()):
            change = SettingsChange(self.tr("Setting"), self.settings, values, merged=name in _IN_STEPS)
            self.desk.undo_stack.push(change)

    def restore(self, page: str) -> None:
        """Put a page's settings back to what is usual, in one step."""
        usual = {name: value for name, value in self.settings.usual(page).items() if value != self.settings.value(name)}
        if usual:
            self.desk.undo_stack.push(SettingsChange(self.tr("Restore defaults"), self.settings, usual))
