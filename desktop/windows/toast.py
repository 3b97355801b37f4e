"""A short word at the bottom of the window that goes away by itself, maybe with one thing to do (undo)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.windows.parts import button, plain


class Toast(QFrame):
    """One message at a time, for six seconds; for ten where there is something to do, and as long as the mouse is on it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("popup")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(12)
        self.text = plain("", "body")
        self._act: Callable[[], object] | None = None
        self.act = button("", self._do, kind="link")
        line.addWidget(self.text)
        line.addWidget(self.act)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, act: str = "", then: Callable[[], object] | None = None) -> None:
        self.text.setText(text)
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self._act = then
        self.adjustSize()
        parent = self._window
        self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - 52)
        self.raise_()
        self.show()
        self._clock.start(10_000 if act else 6000)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._clock.start(3000)

    def _do(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
