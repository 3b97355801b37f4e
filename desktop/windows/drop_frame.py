"""The frame over the whole window while files hover above it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.style.theme import theme


class DropFrame(QWidget):
    """The frame over the whole window while files hover above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = look.colour("window")
        shade.setAlpha(210)
        painter.fillRect(self.rect(), shade)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawRoundedRect(self.rect().adjusted(4, 4, -5, -5), 12, 12)
        painter.setFont(look.font("h2"))
        words = painter.fontMetrics().boundingRect(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text)
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(words.adjusted(-32, -20, 32, 20), 12, 12)
        painter.setPen(look.colour("accentText"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text)
