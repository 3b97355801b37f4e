"""Until when, and with what note, ticked gaps are kept as a plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from desktop.windows.days import DayField
from desktop.windows.parts import button, plain, row

WEEKS = 6


class PlanDialog(QDialog):
    """`given(day, note)`."""

    given = Signal(str, str)

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save as plan"))
        self.setMinimumWidth(460)
        self.day = DayField(self.tr("Next date"))
        self.day.show_day(QDate.currentDate().addDays(7 * WEEKS).toString("yyyy-MM-dd"))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("A note, optional"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setMaxLength(500)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(plain(self.windowTitle(), "h2"))
        for name in names:
            column.addWidget(plain(f"•  {name}", "body", wrap=True))
        column.addLayout(row(plain(self.tr("Next date")), self.day, None))
        column.addWidget(self.note)
        column.addLayout(row(None, button(self.tr("Cancel"), self.reject), button(self.tr("Save"), self._give, kind="primary")))

    def _give(self) -> None:
        self.given.emit(self.day.day, self.note.text().strip())
        self.accept()
