"""Days in words, and fields to type or choose a day in. A day is `YYYY-MM-DD`, empty where not set."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QHBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows.parts import button, plain


def day_pattern() -> str:
    """How a day is written, in the language of the window."""
    return QCoreApplication.translate("Days", "d MMM yyyy")


def day_text(day: str) -> str:
    """A day by the user's locale: "12 Mar 2026"; empty stays empty."""
    date = QDate.fromString(day[:10], "yyyy-MM-dd")
    return QLocale().toString(date, day_pattern()) if date.isValid() else ""


def recent_day_text(day: str) -> str:
    """As `day_text`, but today and yesterday by these words."""
    ago = QDate.fromString(day[:10], "yyyy-MM-dd").daysTo(QDate.currentDate()) if day else -1
    if ago in (0, 1):
        return QCoreApplication.translate("Days", "Yesterday") if ago else QCoreApplication.translate("Days", "Today")
    return day_text(day)


class DayEdit(QDateEdit):
    """A day to type, or to choose from a calendar in our own look, which is made when it is first opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setCalendarPopup(True)
        self._calendar: QCalendarWidget | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._furnish()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._furnish()
        super().keyPressEvent(event)

    def _furnish(self) -> None:
        if self._calendar is None:
            self._calendar = calendar = QCalendarWidget()
            calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
            self.setCalendarWidget(calendar)
            theme().changed.connect(self._colour)
        self._colour()

    def _colour(self) -> None:
        if self._calendar is None:
            return
        plain_day, head = QTextCharFormat(), QTextCharFormat()
        plain_day.setForeground(theme().colour("text"))
        head.setForeground(theme().colour("text2"))
        head.setBackground(theme().colour("raised"))
        self._calendar.setMinimumSize(theme().px(308), theme().px(288))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekday, plain_day)
        self._calendar.setHeaderTextFormat(head)


class DayField(QWidget):
    """A day that may be unset, but where it is `always` one. `changed(day)`: another day was chosen, or none ("")."""

    changed = Signal(str)

    def __init__(self, name: str, *, always: bool = False) -> None:
        super().__init__()
        self._always = always
        self.edit = DayEdit()
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
        self.edit.setDisplayFormat(day_pattern())
        self.edit.setDate(QDate.fromString(day, "yyyy-MM-dd") if day else QDate.currentDate())
        self.edit.blockSignals(False)
        for part, there in ((self.edit, True), (self.clear_button, True), (self.unset, False), (self.set_button, False)):
            part.setVisible(bool(day) is there and not (self._always and part is self.clear_button))

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
