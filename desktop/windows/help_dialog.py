"""F1: how the score works, in plain words."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.windows.parts import Scrolled, button, plain, row


class HelpDialog(QDialog):
    """The rules that everybody can check."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How the score works"))
        self.resize(660, 600)
        page = Scrolled(spacing=6)
        for heading, text in self._parts():
            page.column.addWidget(plain(heading, "h3", wrap=True))
            page.column.addWidget(plain(text, "body2", wrap=True))
            page.column.addSpacing(10)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 20)
        column.addWidget(plain(self.tr("How the score works"), "h2"))
        column.addWidget(page, 1)
        column.addLayout(row(None, button(self.tr("Close"), self.accept)))

    def _parts(self) -> list[tuple[str, str]]:
        return [
            (
                self.tr("The score is a sum"),
                self.tr(
                    "Each requirement of the role is worth some points; all together they are 100. A requirement earns "
                    "its points, a part of them, or none. Add the points of the groups and you have the score, to the tenth."
                ),
            ),
            (
                self.tr("What evidence is worth"),
                self.tr(
                    "A tool used in a dated job counts in full; last used more than three years before your latest job ended, "
                    "eight tenths; in a project or an undated job, seven tenths; only named in a list, half."
                ),
            ),
            (
                self.tr("An example"),
                self.tr(
                    "PostgreSQL stands in the list of skills only: its requirement of 3.0 points earns 1.5. Write under a job "
                    "what you did with it, and it earns 3.0. The Gaps tab says exactly what each such change adds."
                ),
            ),
            (
                self.tr("Early, close, strong"),
                self.tr(
                    "Under 50 is an early fit, under 75 a close fit, from 75 a strong fit. It is a diagnosis, not a verdict."
                ),
            ),
            (
                self.tr("Not found is not missing"),
                self.tr(
                    "“Not found” means not written in this résumé. If you know it, tick it under Gaps "
                    "and write it down truthfully."
                ),
            ),
            (
                self.tr("Salary"),
                self.tr(
                    "The range starts from the official median of the place and moves with years of back-end work and company "
                    "size. It does not move with the score. It is a guide, not an offer."
                ),
            ),
            (
                self.tr("If something was read wrongly"),
                self.tr("Select it on the page and choose “Not right?”. The correction can be undone and is marked as yours."),
            ),
        ]
