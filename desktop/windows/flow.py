"""A layout that sets parts side by side and goes on below where there is no room, mirrored for right-to-left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Parts in rows, `spacing` apart."""

    def __init__(self, parent: QWidget, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in (item for item in self._items if not item.isEmpty()):
            size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, move: bool) -> int:
        rows: list[list[QLayoutItem]] = [[]]
        x = rect.x()
        for item in (item for item in self._items if not item.isEmpty()):
            wide = item.sizeHint().width()
            if x + wide > rect.right() + 1 and rows[-1]:
                rows.append([])
                x = rect.x()
            rows[-1].append(item)
            x += wide + self.spacing()
        y = rect.y()
        for row in rows:
            high = max((item.sizeHint().height() for item in row), default=0)
            if move:
                self._place(row, rect, y, high)
            y += high + self.spacing()
        return y - self.spacing() - rect.y()

    def _place(self, row: list[QLayoutItem], rect: QRect, y: int, high: int) -> None:
        """Put a row's items side by side, each in the middle of its height."""
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        x = rect.x()
        for item in row:
            hint = item.sizeHint()
            left = rect.right() - (x - rect.x()) - hint.width() if mirrored else x
            item.setGeometry(QRect(left, y + (high - hint.height()) // 2, hint.width(), hint.height()))
            x += hint.width() + self.spacing()
