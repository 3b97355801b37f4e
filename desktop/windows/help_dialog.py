"""F1: the help, topic by topic, with how the score works and the open result worked out on paper. All of it plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.windows.parts import Scrolled, button, clear, plain, row

_NARROW = 10  # letters of a column that is never broken
_ROW = 34  # pixels of a topic in the list at 100 % text size


@dataclass(frozen=True, slots=True)
class HelpPage:
    """A page of the help: paragraphs, rows of a table (the first is its head), lines to type. `parts` are headed sections."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    commands: tuple[str, ...] = ()
    parts: tuple[HelpPage, ...] = ()


class HelpDialog(QDialog):
    """The list of topics beside the one that is read."""

    def __init__(self, parent: QWidget, pages: Sequence[HelpPage], start: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.resize(920, 660)
        self._pages = tuple(pages)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Topics"))
        self._list.setFixedWidth(270)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for page in self._pages:
            item = QListWidgetItem(page.title)
            item.setSizeHint(QSize(0, _ROW))
            self._list.addItem(item)
        self._reading = Scrolled(spacing=8)
        self._reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and Page Down scroll a long topic
        self._reading.setAccessibleName(self.tr("The topic's text"))
        self._list.currentRowChanged.connect(self._show)
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self._list)
        middle.addWidget(self._reading, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 20)
        column.addLayout(middle, 1)
        column.addLayout(row(None, button(self.tr("Close"), self.accept)))
        ids = [page.id for page in self._pages]
        self._list.setCurrentRow(ids.index(start) if start in ids else 0)
        self._list.setFocus()

    def _show(self, index: int) -> None:
        column = self._reading.column
        clear(column)
        if 0 <= index < len(self._pages):
            page = self._pages[index]
            column.addWidget(plain(page.title, "h2", wrap=True))
            self._write(page)
            for part in page.parts:
                column.addSpacing(8)
                column.addWidget(plain(part.title, "h3", wrap=True))
                self._write(part)
        column.addStretch(1)
        self._reading.verticalScrollBar().setValue(0)

    def _write(self, page: HelpPage) -> None:
        column = self._reading.column
        for text in page.paragraphs:
            column.addWidget(plain(text, "body2", wrap=True, selectable=True))
        for command in page.commands:
            column.addWidget(plain(command, "body", wrap=True, selectable=True))
        if page.rows:
            column.addLayout(_table(page.rows))


def _table(rows: Sequence[Sequence[str]]) -> QGridLayout:
    """Rows side by side; the first is the head. Columns of numbers stay narrow, the others share the width by their texts."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    longest = [max(len(cells[x]) for cells in rows) for x in range(len(rows[0]))]
    for y, cells in enumerate(rows):
        for x, text in enumerate(cells):
            label = plain(text, "strong" if y == 0 else "small", wrap=longest[x] > _NARROW)
            grid.addWidget(label, y, x, Qt.AlignmentFlag.AlignTop)
    for x, length in enumerate(longest):
        if length > _NARROW:
            grid.setColumnStretch(x, min(length, 60))
    return grid
