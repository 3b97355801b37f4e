"""Two small questions for corrections: which skill some words are, and what a job's dates are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.windows import words
from desktop.windows.parts import Elided, button, give_size, plain, row
from matching.reading.resume import Position


class SkillDialog(QDialog):
    """`given(skill id)`."""

    given = Signal(str)

    def __init__(self, parent: QWidget, text: str, skills: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Which skill is it?"))
        give_size(self, 460, 480)
        self._ids = {name: key for key, name in skills}
        names = QStringListModel(sorted(self._ids, key=str.casefold), self)
        self.found = QSortFilterProxyModel(self)
        self.found.setSourceModel(names)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Find a skill"))
        self.field.setPlaceholderText(self.tr("Find a skill"))
        self.field.setMaxLength(60)
        self.field.textChanged.connect(self._search)
        self.view = QListView()
        self.view.setModel(self.found)
        self.view.setUniformItemSizes(True)
        self.view.setObjectName("choices")
        self.view.setAccessibleName(self.tr("Skills"))
        self.view.doubleClicked.connect(lambda _index: self._give())
        self.ok = button(self.tr("Count it"), self._give, kind="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(plain(self.tr("Which skill is it?"), "h2"))
        column.addWidget(Elided(words.quoted(text), "body2"))
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        column.addLayout(row(None, button(self.tr("Cancel"), self.reject), self.ok))
        self.field.setText(text.strip()[:60] if any(text.strip().casefold() == name.casefold() for name in self._ids) else "")
        self._search(self.field.text())
        self.field.setFocus()

    def _search(self, text: str) -> None:
        self.found.setFilterFixedString(text)
        self.view.setCurrentIndex(self.found.index(0, 0))
        self.ok.setEnabled(self.found.rowCount() > 0)

    def _give(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.given.emit(self._ids[str(index.data())])
            self.accept()


class DatesDialog(QDialog):
    """`given(start, end)` as YYYY-MM or YYYY; the end may be "present"."""

    given = Signal(str, str)

    def __init__(self, parent: QWidget, position: Position) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Other dates"))
        self.setMinimumWidth(440)
        self.start = self._field(str(position.start or ""), self.tr("From"))
        self.end = self._field("present" if position.present else str(position.end or ""), self.tr("To"))
        self.hint = plain(self.tr("As 2021-03 or 2021; “present” for a job that goes on."), "small", wrap=True)
        self.ok = button(self.tr("Use these dates"), self._give, kind="primary")
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(plain(self.tr("From")), self.start)
        form.addRow(plain(self.tr("To")), self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(plain(self.tr("Other dates"), "h2"))
        column.addWidget(Elided(f"{position.title} {position.company}".strip(), "body2"))
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addLayout(row(None, button(self.tr("Cancel"), self.reject), self.ok))
        self._check()

    def _field(self, text: str, name: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setAccessibleName(name)
        made.setMaxLength(10)
        made.textChanged.connect(self._check)
        return made

    def _check(self) -> None:
        if hasattr(self, "ok"):
            month = r"\d{4}(-(0[1-9]|1[0-2]))?"
            good = re.fullmatch(month, self.start.text().strip()) and re.fullmatch(f"{month}|present", self.end.text().strip())
            self.ok.setEnabled(bool(good))

    def _give(self) -> None:
        self.given.emit(self.start.text().strip(), self.end.text().strip())
        self.accept()
