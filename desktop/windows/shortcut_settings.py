"""The page of the settings where shortcuts are changed; keys that another command has are refused, with its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QKeySequenceEdit, QLineEdit, QTableWidget, QTableWidgetItem

from desktop.style.theme import theme
from desktop.windows.parts import button, plain, row
from desktop.windows.settings_page import SettingsPage

_ROW = 32  # pixels of a command at 100 % text size


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command with its keys now and as they usually are, as portable text."""

    id: str
    name: str
    keys: str
    usual: str


class ShortcutsPage(SettingsPage):
    """`refused(id, keys)` says in a sentence why a command cannot have these keys, "" where it can."""

    topic = "keyboard"

    def __init__(self, shortcuts: Callable[[], Sequence[Shortcut]], refused: Callable[[str, str], str]) -> None:
        super().__init__(self.tr("Shortcuts"))
        self._shortcuts, self._refused = shortcuts, refused
        self._rows: Sequence[Shortcut] = ()
        self._chosen: dict[str, str] = {}
        self.table = self._table()
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setMaximumWidth(220)
        self.edit.editingFinished.connect(self._typed)
        for part in (self.edit, *self.edit.findChildren(QLineEdit)):
            part.setAccessibleName(self.tr("New keys for the command"))
            part.installEventFilter(self)
        for inner in self.edit.findChildren(QLineEdit):
            inner.setPlaceholderText(self.tr("Press the new keys"))
        self.usual = button(self.tr("Usual keys"), self._usual)
        self.said = plain("", "gap", wrap=True)
        self.column.insertWidget(1, self.table, 100)
        self.column.insertLayout(2, row(self.edit, self.usual, None))
        self.column.insertWidget(3, self.said)
        self._show["keys"] = lambda _value: self._fill()
        theme().changed.connect(self._fill)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 2)
        table.setAccessibleName(self.tr("Commands and their keys"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.setMinimumHeight(200)
        table.currentCellChanged.connect(lambda *_cells: self._turned())
        return table

    def show_chosen(self, chosen: Mapping[str, str]) -> None:
        """The keys that differ from the usual ones, by command."""
        self._chosen = dict(chosen)

    def _fill(self) -> None:
        self._rows = self._shortcuts()
        here = max(0, self.table.currentRow())
        self.table.setRowCount(len(self._rows))
        for place, shortcut in enumerate(self._rows):
            keys = QKeySequence(shortcut.keys).toString(QKeySequence.SequenceFormat.NativeText)
            for column, text in enumerate((shortcut.name, keys)):
                self.table.setItem(place, column, QTableWidgetItem(text))
            self.table.setRowHeight(place, theme().px(_ROW))
        self.table.setCurrentCell(min(here, len(self._rows) - 1), 0)
        self._turned()

    @property
    def current(self) -> Shortcut | None:
        place = self.table.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def _turned(self) -> None:
        here = self.current
        self.said.setText("")
        self.edit.setKeySequence(QKeySequence(here.keys if here else ""))
        self.usual.setEnabled(here is not None and here.keys != here.usual)

    def _typed(self) -> None:
        self.give(self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def give(self, keys: str) -> None:
        """Give the current command other keys, or say why it cannot have them."""
        here = self.current
        if here is None or keys == here.keys:
            return
        why = self._refused(here.id, keys)
        if why:
            self.edit.setKeySequence(QKeySequence(here.keys))
            self.said.setText(why)
            return
        self._put(here.id, keys, here.usual)

    def _usual(self) -> None:
        here = self.current
        if here is not None:
            self.give(here.usual)

    def _put(self, command: str, keys: str, usual: str) -> None:
        chosen = {name: own for name, own in self._chosen.items() if name != command}
        if keys != usual:
            chosen[command] = keys
        self.tell("keys", chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the field and not the settings, with the keys as they were."""
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined] # a QKeyEvent
            self._turned()
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(560, 480)
