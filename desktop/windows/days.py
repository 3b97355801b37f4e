"""Days in words, and fields to type or choose a day in. A day is `YYYY-MM-DD`, empty where not set."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from desktop.windows.parts import button, plain


def day_text(day: str) -> str:
    """A day by the user's locale: "12 Mar 2026"; empty stays empty."""
    date = QDate.fromString(day[:10], "yyyy-MM-dd")
    return QLocale().toString(date, "d MMM yyyy") if date.isValid() else ""


class DayField(QWidget):
    """A day that may be unset. `changed(day)`: another day was chosen, or none ("")."""

    changed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.edit = QDateEdit()
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat("yyyy-MM-dd")
        self.edit.setAccessibleName(name)
        self.edit.lineEdit().setAccessibleName(name)
        self.unset = plain(self.tr("not set"), "small")
        self.set_button = button(self.tr("Set"), self._set, kind="link")
        self.set_button.setAccessibleName(self.tr("Set {what}").format(what=name))
        self.clear_button = button(self.tr("Clear"), self._clear, kind="link")
        self.clear_button.setAccessibleName(self.tr("Clear {what}").format(what=name))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self.edit, self.unset, self.set_button, self.clear_button):
            line.addWidget(part)
        line.addStretch(1)
        self.edit.editingFinished.connect(self._edited)
        self._day = ""
        self.show_day("")

    @property
    def day(self) -> str:
        return self._day

    def show_day(self, day: str) -> None:
        self._day = day
        self.edit.blockSignals(True)
        self.edit.setDate(QDate.fromString(day, "yyyy-MM-dd") if day else QDate.currentDate())
        self.edit.blockSignals(False)
        for part, there in ((self.edit, True), (self.clear_button, True), (self.unset, False), (self.set_button, False)):
            part.setVisible(bool(day) is there)

    def _set(self) -> None:
        self._change(QDate.currentDate().toString("yyyy-MM-dd"))
        self.edit.setFocus()

    def _clear(self) -> None:
        self._change("")

    def _edited(self) -> None:
        self._change(self.edit.date().toString("yyyy-MM-dd"))

    def _change(self, day: str) -> None:
        if day != self._day:
            self.show_day(day)
            self.changed.emit(day)
