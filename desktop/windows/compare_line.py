"""Old and new side by side after the PDF changed on disk: score, what was gained, what was lost."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.cases.values import Case
from desktop.windows import words
from desktop.windows.parts import icon_button, plain, row
from desktop.windows.told import told
from matching.fit.report import FitReport

MOST = 6  # changes that are named


class CompareLine(QFrame):
    """Hidden until the file changed. `seen`: the user closed it."""

    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.score = plain("", "h3", wrap=True)
        self.gained = plain("", "accent", wrap=True)
        self.lost = plain("", "gap", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 8, 10)
        column.setSpacing(3)
        top = row(spacing=8)
        top.addWidget(self.score, 1)
        top.addWidget(icon_button(self.tr("Close the comparison"), "close", self.seen.emit))
        column.addLayout(top)
        column.addWidget(self.gained)
        column.addWidget(self.lost)
        self.hide()

    def show_change(self, case: Case) -> None:
        if case.report is not None and case.problem is not None:
            self.score.setText(self.tr("The file changed and could not be read; the earlier result stays."))
            self.gained.setText(told(case.problem).title)
            self.lost.setText("")
        elif case.before is not None and case.report is not None:
            self._compare(case.before, case.report)
        self.setVisible(case.report is not None and (case.problem is not None or case.before is not None))
        self.gained.setVisible(bool(self.gained.text()))
        self.lost.setVisible(bool(self.lost.text()))

    def _compare(self, before: FitReport, after: FitReport) -> None:
        old, new = before.match.score, after.match.score
        text = self.tr("The file changed and was read again: {old} → {new} ({change})")
        change = ("+" if new >= old else "−") + words.points(abs(new - old))
        self.score.setText(text.format(old=words.points(old), new=words.points(new), change=change))
        was = {r.id: r for r in before.match.requirements}
        moved = [(r.name, r.points - was[r.id].points) for r in after.match.requirements if r.id in was]
        moved.sort(key=lambda change: -abs(change[1]))
        gained = [f"{name} +{words.points(by)}" for name, by in moved if by > 0]
        lost = [f"{name} −{words.points(-by)}" for name, by in moved if by < 0]
        self.gained.setText(self.tr("Gained: {names}").format(names=self._most(gained)) if gained else "")
        self.lost.setText(self.tr("Lost: {names}").format(names=self._most(lost)) if lost else "")

    def _most(self, changes: Sequence[str]) -> str:
        """The largest changes, and how many there are besides."""
        more = len(changes) - MOST
        return words.joined([*changes[:MOST], *([self.tr("and %n more", "", more)] if more > 0 else [])])
