"""Every keyboard shortcut in one window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from desktop.windows.parts import Scrolled, button, plain, row


class ShortcutsDialog(QDialog):
    """Rows of (command, keys)."""

    def __init__(self, parent: QWidget, shortcuts: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(680, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 20)
        column.addWidget(plain(self.tr("Keyboard shortcuts"), "h2"))
        page = Scrolled()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        half = -(-len(shortcuts) // 2)
        for place, (name, keys) in enumerate(shortcuts):
            across, down = (0, place) if place < half else (3, place - half)
            grid.addWidget(plain(name, "body", wrap=True), down, across)
            grid.addWidget(plain(keys, "smallStrong"), down, across + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        grid.setColumnMinimumWidth(2, 24)
        page.column.addLayout(grid)
        page.column.addStretch(1)
        column.addWidget(page, 1)
        column.addLayout(row(None, button(self.tr("Close"), self.accept)))
