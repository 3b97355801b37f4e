"""The card with the score, what it means in one sentence, and the scale; an amber line where reading was uncertain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.windows import words
from desktop.windows.parts import Card, plain, row
from desktop.windows.score_scale import ScoreScale
from matching.fit.report import FitReport


class ScoreCard(Card):
    """Shows a report's score; decides nothing about it."""

    def __init__(self) -> None:
        super().__init__(margin=24, spacing=12)
        self.number = plain("", "display")
        self.of = plain(self.tr("of 100"), "body2")
        self.verdict = plain("", "h3", wrap=True)
        self.found = plain("", "body2", wrap=True)
        self.gaps = plain("", "body2", wrap=True)
        self.range = plain("", "gap", wrap=True)
        self.scale = ScoreScale()
        big = row(self.number, self.of, spacing=8)
        self.of.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.of.setContentsMargins(0, 0, 0, 9)
        left = QVBoxLayout()
        left.addLayout(big)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(3)
        for part in (self.verdict, self.found, self.gaps, self.range):
            right.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(32)
        top.addLayout(left)
        top.addLayout(right, 1)
        self.column.addLayout(top)
        self.column.addWidget(self.scale)

    def show_report(self, report: FitReport) -> None:
        match = report.match
        uncertain = match.low != match.score or match.high != match.score
        self.number.setText(str(words.whole(match.score)))
        self.number.setAccessibleName(self.tr("{score} of 100").format(score=words.points(match.score)))
        self.verdict.setText(words.verdict(match.score))
        found, of = words.found_count(match)
        self.found.setText(
            self.tr("{found} of {of} requirements found. {points} points in all.").format(
                found=found, of=of, points=words.points(match.score)
            )
        )
        biggest = sum(g.points for g in report.gaps[:3])
        self.gaps.setText(self.tr("The three biggest gaps are worth {points} points.").format(points=words.points(biggest)))
        self.gaps.setVisible(len(report.gaps) >= 3)
        self.range.setText(
            self.tr("Reading was uncertain: between {low} and {high}.").format(
                low=words.points(match.low), high=words.points(match.high)
            )
        )
        self.range.setVisible(uncertain)
        self.scale.show_score(match.score, high=match.high)

    def as_text(self) -> str:
        """The card's sentences, to copy."""
        parts = (f"{self.number.text()} {self.of.text()}", self.verdict.text(), self.found.text(), self.gaps.text())
        return "\n".join(parts)
