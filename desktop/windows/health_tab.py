"""The Health tab: what a person can fix on the page, and every notice of the reading. Apart from the score."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.windows.parts import Card, Contents, Scrolled, button, icon_label, plain, row, rule
from matching.fit.report import FitReport, HealthFinding


class HealthTab(QWidget):
    """`place_wanted(finding)`: show where on the page it is."""

    place_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        page = Scrolled()
        self.heading = plain("", "h3", wrap=True)
        page.column.addWidget(self.heading)
        page.column.addSpacing(-14)
        page.column.addWidget(
            plain(self.tr("These points do not move the score. They help people and other readers."), "small", wrap=True)
        )
        self._card, self._findings = Card(margin=20), Contents(spacing=10)
        self._notices, self._notes = Card(margin=20), Contents()
        self._card.column.addWidget(self._findings)
        self._notices.column.addWidget(self._notes)
        page.column.addWidget(self._card)
        page.column.addWidget(self._notices)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def show_report(self, report: FitReport) -> None:
        count = len(report.health)
        self.heading.setText(self.tr("%n points to look at", "", count) if count else self.tr("Nothing to fix on the page"))
        self._card.setVisible(bool(count))
        with self._findings.anew() as column:
            for place, finding in enumerate(report.health):
                if place:
                    column.addWidget(rule())
                column.addLayout(self._finding(finding))
        self._notices.setVisible(bool(report.notices))
        with self._notes.anew() as column:
            column.addWidget(plain(self.tr("Notes of the reading"), "smallStrong"))
            for notice in report.notices:
                column.addWidget(plain(notice.text, "small", wrap=True))

    def _finding(self, finding: HealthFinding) -> QHBoxLayout:
        serious = finding.severity == "warning"
        words = QVBoxLayout()
        words.setSpacing(3)
        head = row(spacing=8)
        head.addWidget(plain(finding.title, "strong", wrap=True), 1)
        if finding.page is not None:
            show = button(self.tr("Page {number}").format(number=finding.page), kind="link")
            show.setAccessibleName(self.tr("{title}: show on page {number}").format(title=finding.title, number=finding.page))
            show.clicked.connect(lambda _on=False: self.place_wanted.emit(finding))
            head.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        words.addWidget(plain(finding.reason, "small", wrap=True))
        words.addWidget(plain(finding.remedy, "smallText", wrap=True))
        line = row(spacing=12)
        line.addWidget(
            icon_label("warning" if serious else "info", "gap" if serious else "text2"), 0, Qt.AlignmentFlag.AlignTop
        )
        line.addLayout(words, 1)
        return line
