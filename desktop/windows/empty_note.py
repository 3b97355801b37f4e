"""What stands in the place of a list where nothing matches: what was looked for, what may have been meant, what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.windows.parts import button, icon_label, plain, row


class EmptyNote(QWidget):
    """A sign, a sentence, a remark, and one or two buttons; `instead` does what was probably meant."""

    def __init__(self, instead: Callable[[str], object], clear: Callable[[], object], clear_name: str) -> None:
        super().__init__()
        self.nearest = ""
        self.title = plain("", "h3", wrap=True)
        self.remark = plain("", "body2", wrap=True)
        self.instead = button("", lambda: instead(self.nearest), kind="primary")
        self.clear = button(clear_name, clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 48, 24, 24)
        column.setSpacing(8)
        column.addWidget(icon_label("search", "text2", 26), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.remark):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(row(None, self.instead, self.clear, None))
        column.addStretch(1)

    def show_note(self, title: str, nearest: str = "", remark: str = "") -> None:
        """`nearest` is what may have been meant instead, empty where there is nothing like it."""
        self.nearest = nearest
        self.title.setText(title)
        self.remark.setText(self.tr("Did you mean {nearest}?").format(nearest=nearest) if nearest else remark)
        self.remark.setVisible(bool(self.remark.text()))
        self.instead.setText(self.tr("Search {nearest}").format(nearest=nearest).replace("&", "&&"))
        self.instead.setVisible(bool(nearest))
