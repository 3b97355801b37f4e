"""What came of opening several files where some could not be read: how many, which and why. It stays until it is answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.windows.parts import button, icon_label, plain, row

MOST = 3  # files that are named


class ImportNotice(QFrame):
    """`review_wanted`: the files that could not be read are to be looked at. Hidden while there is nothing to say."""

    review_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(self.tr("What was imported"))
        self.title = plain("", "h3", wrap=True)
        self.reasons = plain("", "body2", wrap=True)
        self.review = button("", self._review, kind="primary")
        self.dismiss = button(self.tr("Dismiss"), self.hide)
        head = row(icon_label("warning", "gap", 20), self.title, spacing=10)
        head.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.reasons)
        column.addLayout(row(self.review, self.dismiss, None))
        self.hide()

    def show_outcome(self, good: int, unread: Sequence[tuple[str, str]]) -> str:
        """Tell of `good` files and of (name, reason) of the others; without others it hides. Returns the title."""
        self.setVisible(bool(unread))
        title = self.tr("%n imported", "", good) + ", " + self.tr("%n need attention", "", len(unread))
        self.title.setText(title)
        reasons = [f"{' '.join(name.split())[:120]}: {reason}" for name, reason in unread[:MOST]]
        more = len(unread) - MOST
        self.reasons.setText("\n".join([*reasons, *([self.tr("and %n more", "", more)] if more > 0 else [])]))
        self.review.setText(self.tr("Review %n files", "", len(unread)))
        return title

    def _review(self) -> None:
        self.hide()
        self.review_wanted.emit()
