"""Asks for a résumé's text where no readable PDF is at hand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.windows.parts import button, plain, row


class PasteDialog(QDialog):
    """`given(name, text)`."""

    given = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Paste a résumé's text"))
        self.resize(680, 560)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Name (optional)"))
        self.name.setAccessibleName(self.tr("Name"))
        self.name.setMaxLength(120)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("The résumé's text"))
        self.text.setPlaceholderText(self.tr("Paste the whole résumé here, with its headings and dates."))
        self.text.setTabChangesFocus(True)
        self.ok = button(self.tr("Score this text"), self._give, kind="primary")
        self.ok.setEnabled(False)
        self.text.textChanged.connect(lambda: self.ok.setEnabled(bool(self.text.toPlainText().strip())))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(plain(self.tr("Paste a résumé's text"), "h2"))
        column.addWidget(
            plain(self.tr("There will be no page to show, and columns may be mixed by the copy."), "small", wrap=True)
        )
        column.addWidget(self.name)
        column.addWidget(self.text, 1)
        column.addLayout(row(None, button(self.tr("Cancel"), self.reject), self.ok))
        self.text.setFocus()

    def _give(self) -> None:
        self.given.emit(self.name.text().strip() or self.tr("Pasted text"), self.text.toPlainText())
        self.accept()
