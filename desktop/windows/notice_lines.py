"""What the user should know about the reading, as amber lines above the score."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.windows.parts import button, clear, icon_label, plain
from matching.fit.report import FitReport
from matching.reading.document import NoticeCode

TEXT_HELPS = {
    NoticeCode.COLUMNS_UNCERTAIN, NoticeCode.PAGES_MISSING, NoticeCode.TEXT_UNREADABLE, NoticeCode.HIDDEN_TEXT,
    NoticeCode.RECOGNISED_TEXT, NoticeCode.NOT_ENGLISH, NoticeCode.NOT_A_RESUME,
}  # fmt: skip


class AmberLine(QFrame):
    """One sentence on amber, with at most one thing to do."""

    def __init__(self, text: str, *, act: str = "") -> None:
        super().__init__()
        self.setObjectName("amber")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 12, 8)
        line.setSpacing(10)
        line.addWidget(icon_label("info", "gap"), 0, Qt.AlignmentFlag.AlignTop)
        self.label = plain(text, "gap", wrap=True)
        line.addWidget(self.label, 1)
        self.act = button(act, kind="link") if act else None
        if self.act:
            line.addWidget(self.act, 0, Qt.AlignmentFlag.AlignTop)


class NoticeLines(QWidget):
    """The notices of a report, one line each, at most four; the rest are counted."""

    see_text_wanted = Signal()
    MOST = 4

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_report(self, report: FitReport) -> None:
        clear(self._column)
        self.setVisible(bool(report.notices))
        for notice in report.notices[: self.MOST]:
            act = self.tr("See text read") if notice.code in TEXT_HELPS else ""
            line = AmberLine(notice.text, act=act)
            if line.act:
                line.act.clicked.connect(self.see_text_wanted)
            self._column.addWidget(line)
        more = len(report.notices) - self.MOST
        if more > 0:
            self._column.addWidget(plain(self.tr("and %n more, under Health", "", more), "small"))
