"""Trouble with the store: what happened, what it means and what to do, in the window until it is answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.messages import Message
from desktop.style.theme import theme
from desktop.windows.parts import button, icon_label, plain, row

WIDE = 520  # pixels at 100 %


class TroubleCard(QFrame):
    """`again_wanted`, `storage_wanted`, `help_wanted`. It lies over the window, which can be used meanwhile."""

    again_wanted = Signal()
    storage_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("popup")
        self.title = plain("", "h3", wrap=True)
        self.meaning, self.next = plain("", "body2", wrap=True), plain("", "body2", wrap=True)
        self.detail = plain("", "caption", wrap=True)
        self.again = button(self.tr("Try again"), self._again, kind="primary")
        self.storage = button(self.tr("Storage and backups…"), self._storage)
        self.close_button = button(self.tr("Close"), self.hide)
        self.why = button(self.tr("Read more"), self.help_wanted.emit, kind="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        head = row(icon_label("warning", "danger", 22), self.title, spacing=12)
        head.setStretch(1, 1)
        column.addLayout(head)
        for part in (self.meaning, self.next, self.detail):
            column.addWidget(part)
        column.addSpacing(8)
        column.addLayout(row(self.again, self.storage, self.close_button, self.why, None))
        window.installEventFilter(self)
        self.hide()

    def show_trouble(self, message: Message, restorable: bool) -> None:
        """Show a trouble; `restorable`: a backup may help."""
        shown = ((self.title, message.title), (self.meaning, message.meaning), (self.next, message.next_step))
        for label, text in (*shown, (self.detail, message.detail)):
            label.setText(text)
            label.setVisible(bool(text))
        self.storage.setVisible(restorable)
        self._place()
        self.raise_()
        self.show()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """In the middle of the window, a third from the top."""
        wide = min(theme().px(WIDE), self._window.width() - 48)
        self.setFixedWidth(wide)
        layout = self.layout()
        assert layout is not None
        self.setFixedHeight(layout.totalHeightForWidth(wide))
        self.move((self._window.width() - wide) // 2, max(56, (self._window.height() - self.height()) // 3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _again(self) -> None:
        self.hide()
        self.again_wanted.emit()

    def _storage(self) -> None:
        self.hide()
        self.storage_wanted.emit()
