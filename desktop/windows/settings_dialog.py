"""Settings: pages beside their list. What is chosen acts at once, there is no OK button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows.parts import button, row, set_tool_tip
from desktop.windows.settings_page import SettingsPage

_ROW, _LIST = 36, 150  # pixels at 100 % text size: a page in the list, and the list's width


class SettingsDialog(QDialog):
    """`changed(name, value)` · `restore_wanted(page)` · `undo_wanted` · `redo_wanted` · `help_wanted(topic)`."""

    changed = Signal(str, object)
    restore_wanted = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    help_wanted = Signal(str)

    def __init__(self, parent: QWidget, pages: Sequence[tuple[str, SettingsPage]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.pages = dict(pages)
        self.stack = QStackedWidget()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Pages"))
        for page in self.pages.values():
            self.list.addItem(QListWidgetItem(page.title))
            self.stack.addWidget(page)
            page.changed.connect(self.changed)
        self.list.currentRowChanged.connect(self._turned)
        self.restore = button(self.tr("Restore defaults"), lambda: self.restore_wanted.emit(self.page), kind="link")
        self.undo = button(self.tr("Undo"), self.undo_wanted.emit, kind="link")
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.list)
        middle.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addLayout(middle, 1)
        column.addLayout(row(self.restore, self.undo, None, button(self.tr("Close"), self.accept)))
        for keys, then in (
            (QKeySequence.StandardKey.Undo, self.undo_wanted),
            (QKeySequence.StandardKey.Redo, self.redo_wanted),
        ):
            QShortcut(keys, self, then.emit)
        QShortcut(QKeySequence("F1"), self, lambda: self.help_wanted.emit(self.pages[self.page].topic))
        theme().changed.connect(self._fit)
        self._fit()
        self.show_undo("")
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def page(self) -> str:
        """The page that is seen."""
        return list(self.pages)[max(0, self.list.currentRow())]

    def turn_to(self, page: str) -> None:
        self.list.setCurrentRow(list(self.pages).index(page))

    def show_values(self, values: Mapping[str, object]) -> None:
        """Show what is chosen now on every page."""
        for page in self.pages.values():
            page.show_values(values)

    def show_undo(self, text: str) -> None:
        """What can be undone of what was chosen here; "" for nothing."""
        self.undo.setVisible(bool(text))
        set_tool_tip(self.undo, text)
        self.undo.setAccessibleDescription(text)

    def _turned(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self.restore.setVisible(self.pages[self.page].restorable)

    def _fit(self) -> None:
        self.list.setFixedWidth(theme().px(_LIST))
        for place in range(self.list.count()):
            self.list.item(place).setSizeHint(QSize(0, theme().px(_ROW)))
        above = self.parentWidget()
        room = above.size() if above is not None else QSize(960, 640)
        self.resize(min(theme().px(820), room.width() - 40), min(theme().px(600), room.height() - 40))
