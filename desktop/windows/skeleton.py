"""The middle of the window while one résumé is read: what is read, how far it is, and where its result will stand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.cases.values import Case
from desktop.style.theme import motion_wanted, theme
from desktop.windows.parts import button, plain, row

WAIT = 400  # milliseconds; what is read sooner shows no progress and no movement
BEAT = 125  # milliseconds between two steps of the slow light
STEPS = 12
GROUPS = (2, 3, 2, 3)  # rows of the groups that are hinted at
WIDTHS = (0.46, 0.62, 0.38, 0.54, 0.42)  # of the rows' names, as shares


class Skeleton(QWidget):
    """`cancel_wanted`. The bar and the movement come after 0.4 s; with reduced motion nothing moves."""

    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = plain("", "h2", wrap=True)
        self.now = plain("", "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Reading"))
        self.cancel = button(self.tr("Cancel"), self.cancel_wanted.emit)
        self.shapes = Shapes()
        head = row(self.title, self.cancel, spacing=12)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 8, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.now)
        column.addWidget(self.shapes, 1)
        for later in (self.bar, self.now):  # they keep their room, so that nothing jumps when they come
            policy = later.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            later.setSizePolicy(policy)
            later.hide()
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(WAIT)
        self._slow.timeout.connect(self._show_progress)

    def show_case(self, case: Case) -> None:
        """Tell what is read and how far it is."""
        title = self.tr("Reading {name}…").format(name=case.name[:120])
        if self.title.text() != title:
            self.title.setText(title)
        self.bar.setRange(0, case.pages_total)
        self.bar.setValue(case.pages_done)
        text = self.tr("Page {done} of {total}").format(done=case.pages_done, total=case.pages_total)
        self.now.setText(text if case.pages_total else "")
        if self.bar.isHidden() and not self._slow.isActive():
            self._slow.start()

    def _show_progress(self) -> None:
        self.bar.show()
        self.now.show()
        self.shapes.move_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """The next résumé begins without a bar again."""
        super().hideEvent(event)
        self._slow.stop()
        self.shapes.rest()
        self.bar.hide()
        self.now.hide()


class Shapes(QWidget):
    """A painted hint of the result's card and groups; it says nothing and is no part of the accessible window's words."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._step = 0
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._on)

    def move_on(self) -> None:
        """Let a slow light go over the shapes, where movement is welcome."""
        if motion_wanted():
            self._beat.start()

    def rest(self) -> None:
        self._beat.stop()
        self._step = 0

    @property
    def moves(self) -> bool:
        return self._beat.isActive()

    def _on(self) -> None:
        self._step = (self._step + 1) % (2 * STEPS)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 80)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, wide = look.px, float(self.width())
        painter.setPen(look.colour("line"))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(0.5, 8.5, wide - 1, px(128)), 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("line"))
        painter.setOpacity(0.95 - 0.4 * abs(STEPS - self._step) / STEPS if self._beat.isActive() else 0.8)
        self._bar(painter, 24, 8 + px(26), px(72), px(30))
        self._bar(painter, 24 + px(96), 8 + px(36), wide * 0.3, px(12))
        self._bar(painter, 24, 8 + px(88), wide - 48, px(10))
        top = float(8 + px(128 + 28))
        for number, rows in enumerate(GROUPS):
            self._bar(painter, 8, top, px(110 + 24 * (number % 3)), px(13))
            self._bar(painter, wide - px(76), top, px(64), px(13))
            top += px(34)
            for place in range(rows):
                share = WIDTHS[(number + 2 * place) % len(WIDTHS)]
                self._bar(painter, 24, top, (wide - 120) * share, px(10))
                self._bar(painter, wide - px(52), top, px(40), px(10))
                top += px(30)
            top += px(14)

    def _bar(self, painter: QPainter, left: float, top: float, wide: float, high: float) -> None:
        if top + high <= self.height() and wide > 0:
            painter.drawRoundedRect(QRectF(left, top, wide, high), high / 2, high / 2)
