"""The first screen: one thing to do, a folder instead, a sample, and the promise of privacy."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows.parts import Scrolled, button, icon_label, plain, row


class DropZone(QFrame):
    """The dashed card."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dropZone")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().colour("line2"), 1.5)
        pen.setDashPattern([6, 4])
        painter.setPen(pen)
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 16, 16)


class FirstRun(QWidget):
    """`choose_wanted`, `folder_wanted`, `sample_wanted`, `paste_wanted`: what the user would like."""

    choose_wanted = Signal()
    folder_wanted = Signal()
    sample_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        zone = DropZone()
        zone.setMaximumWidth(640)
        inner = QVBoxLayout(zone)
        inner.setContentsMargins(32, 44, 32, 44)
        inner.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignCenter
        heading = plain(self.tr("See how a résumé fits a senior backend role"), "h1", wrap=True)
        offered = self.tr(
            "Drop a PDF here. You get a score you can check, the gaps that matter most, and a salary range with its sources."
        )
        promise = plain(offered, "body2", wrap=True)
        promise.setContentsMargins(40, 0, 40, 0)  # two lines of like length
        for label in (heading, promise):
            label.setAlignment(centre)
        self.choose = button(self.tr("Choose a PDF…"), self.choose_wanted.emit, kind="largePrimary", icon="file")
        self.folder = button(self.tr("Import a folder…"), self.folder_wanted.emit, kind="large", icon="folder")
        inner.addWidget(icon_label("file", "accent", 44), 0, centre)
        inner.addSpacing(10)
        inner.addWidget(heading)
        inner.addWidget(promise)
        inner.addSpacing(18)
        inner.addLayout(row(None, self.choose, self.folder, None, spacing=12))
        self.sample = button(self.tr("Open the sample résumé"), self.sample_wanted.emit, kind="link")
        self.paste = button(self.tr("paste its text"), self.paste_wanted.emit, kind="link")
        sample_line = row(None, plain(self.tr("No résumé at hand?"), "body2"), self.sample, None, spacing=2)
        paste_line = row(None, plain(self.tr("No readable PDF? You can also"), "body2"), self.paste, None, spacing=2)
        private = row(
            None,
            icon_label("lock", "text2", 16),
            plain(self.tr("Works without internet. No account, no upload, and your PDF is never changed."), "small"),
            None,
        )
        page = Scrolled(spacing=0)  # large letters in a low window need more than its height
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        column = page.column
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(3)
        across = row(1, zone, 1, spacing=0)
        across.setStretch(0, 1)
        across.setStretch(1, 20)
        across.setStretch(2, 1)
        column.addLayout(across)
        column.addSpacing(20)
        column.addLayout(sample_line)
        column.addLayout(paste_line)
        column.addSpacing(20)
        column.addLayout(private)
        column.addStretch(4)
