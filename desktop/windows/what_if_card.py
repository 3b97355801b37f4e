"""What ticked gaps would make of the score: old and new, the sum written out, and a slider for the smallest set to a goal."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider

from desktop.cases.values import WhatIf
from desktop.windows import words
from desktop.windows.parts import Card, button, plain, row, rule
from desktop.windows.score_scale import ScoreScale
from matching.fit.report import SalaryExpectation


class WhatIfCard(Card):
    """`clear_wanted`; `goal_wanted(tenths)`: the slider asks for the smallest set that reaches it."""

    clear_wanted = Signal()
    goal_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(margin=24, spacing=8)
        self.setMinimumWidth(270)
        self.chip = plain("", "chipOn")
        self.number = plain("", "display")
        self.change = plain("", "accent", wrap=True)
        self.scale = ScoreScale(numbers=False)
        self.column.addLayout(row(plain(self.tr("What if"), "h3"), None, self.chip))
        self.column.addSpacing(4)
        self.column.addWidget(plain(self.tr("Fit"), "smallStrong"))
        of = plain(self.tr("of 100"), "body2")
        of.setContentsMargins(0, 16, 0, 0)
        self.column.addLayout(row(self.number, of, None))
        self.column.addWidget(self.change)
        self.column.addWidget(self.scale)
        self.column.addWidget(rule())
        self.column.addSpacing(4)
        self._goal_part()
        self.column.addWidget(rule())
        self.column.addSpacing(4)
        self.column.addWidget(plain(self.tr("How the numbers move"), "smallStrong"))
        self.sum = plain("", "small", wrap=True)
        self.still = plain("", "small", wrap=True)
        self.column.addWidget(self.sum)
        self.column.addWidget(self.still)
        self.clear = button(self.tr("Clear ticks"), self.clear_wanted.emit)
        self.column.addSpacing(4)
        self.column.addLayout(row(self.clear, None))
        self.column.addStretch(1)

    def _goal_part(self) -> None:
        self.goal_words = plain(self.tr("Reach {goal}").format(goal=75), "smallStrong")
        self.goal = QSlider(Qt.Orientation.Horizontal)
        self.goal.setRange(1, 100)
        self.goal.setValue(75)
        self.goal.setPageStep(5)
        self.goal.setAccessibleName(self.tr("Score to reach"))
        self.goal.valueChanged.connect(lambda value: self.goal_words.setText(self.tr("Reach {goal}").format(goal=value)))
        self.reach = button(self.tr("Tick the smallest set"), lambda: self.goal_wanted.emit(self.goal.value() * 10))
        self.answer = plain("", "small", wrap=True)
        self.answer.hide()
        self.column.addWidget(self.goal_words)
        self.column.addWidget(self.goal)
        self.column.addLayout(row(self.reach, None))
        self.column.addWidget(self.answer)
        self.column.addSpacing(4)

    def show_what_if(self, what: WhatIf, salary: SalaryExpectation) -> None:
        count = len(what.parts)
        self.chip.setText(self.tr("%n ticked", "", count))
        self.number.setText(str(words.whole(what.new)))
        self.number.setAccessibleName(self.tr("{score} of 100").format(score=words.points(what.new)))
        texts = {"old": words.points(what.old), "new": words.points(what.new), "more": words.points(what.new - what.old)}
        self.change.setText(self.tr("{old} → {new}, +{more}").format(**texts) if count else "")
        self.change.setVisible(bool(count))
        self.scale.show_score(what.old, what.new)
        if count:
            parts = " + ".join(f"{name} {words.points(points)}" for name, points in what.parts)
            self.sum.setText(self.tr("{parts} = {more} points. {old} + {more} = {new}.").format(parts=parts, **texts))
        else:
            self.sum.setText(self.tr("Tick a gap to see what it would add. The stored score does not change."))
        pay = words.money_range(*salary.likely, salary.currency) if salary.available else ""
        text = self.tr("The salary range stays at {pay}: it moves with place, years and company size only.")
        self.still.setText(text.format(pay=pay))
        self.still.setVisible(bool(pay))
        self.clear.setEnabled(bool(count))
        self.goal.setMinimum(min(100, words.whole(what.old) + 1))

    def show_answer(self, text: str) -> None:
        """What the search for the smallest set found."""
        self.answer.setText(text)
        self.answer.setVisible(bool(text))
