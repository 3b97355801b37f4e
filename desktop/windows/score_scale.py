"""The score on its scale from 0 to 100 with breaks at 50 and 75: painted, and named for screen readers. Points in tenths."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.style.theme import motion_wanted, theme
from desktop.windows import words
from matching.fit.report import Band

BREAKS = (500, 750)


class ScoreScale(QWidget):
    """Shows `score`; beyond it in the lighter colour `projected` (what if) or the range up to `high`; the band names below."""

    def __init__(self, numbers: bool = True) -> None:
        super().__init__()
        self._score = self._projected = 0
        self._high = 0
        self._shown = 0.0
        self._numbers = numbers
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(120)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._moved)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, score: int, projected: int | None = None, high: int | None = None) -> None:
        target = score if projected is None else projected
        old = self._projected
        self._score, self._projected = score, target
        self._high = score if high is None else high
        self.setAccessibleName(self.tr("Fit"))
        text = self.tr("{score} of 100").format(score=words.points(target))
        self.setAccessibleDescription(text)
        self._motion.stop()
        if motion_wanted() and self.isVisible() and old != target:
            self._motion.setStartValue(float(old))
            self._motion.setEndValue(float(target))
            self._motion.start()
        else:
            self._moved(float(target))

    @property
    def value(self) -> int:
        """The shown score in tenths, for the accessible interface."""
        return self._projected

    def _moved(self, value: object) -> None:
        self._shown = float(str(value))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 28 + theme().px(19))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def _x(self, tenths: float, width: float) -> float:
        x = 10 + tenths / 1000 * width
        return self.width() - x if self.isRightToLeft() else x

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, middle, thick = self.width() - 20, 12.0, 8.0
        self._bar(painter, width, middle, thick)
        self._knob(painter, width, middle)
        self._names(painter, width, middle + 15)

    def _bar(self, painter: QPainter, width: float, middle: float, thick: float) -> None:
        look = theme()
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(10, middle - thick / 2, width, thick), 4, 4)
        painter.setClipPath(whole)
        painter.fillRect(self.rect(), look.colour("track"))
        for value, token in ((max(self._shown, self._high), "tint2"), (min(self._shown, self._score), "accent")):
            left, right = sorted((self._x(0, width), self._x(value, width)))
            painter.fillRect(QRectF(left, middle - thick / 2, right - left, thick), look.colour(token))
        for at in BREAKS:
            painter.fillRect(QRectF(self._x(at, width) - 1, 0, 2, 24), look.colour("surface"))
        painter.setClipping(False)

    def _knob(self, painter: QPainter, width: float, middle: float) -> None:
        look = theme()
        painter.setPen(QPen(look.colour("accent"), 3))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(QPointF(self._x(self._shown, width), middle), 7.5, 7.5)

    def _names(self, painter: QPainter, width: float, top: float) -> None:
        look, first = theme(), 0
        ends = (*BREAKS, 1000)
        here = next(i for i, end in enumerate(ends) if self._projected < end or end == 1000)
        for i, (band, end) in enumerate(zip(Band, ends, strict=True)):
            painter.setPen(look.colour("text" if i == here else "text2"))
            painter.setFont(look.font("caption"))
            left, right = sorted((self._x(first, width), self._x(end, width)))
            text = words.band_name(band)
            if self._numbers:
                text += f" {first // 10}+" if end == 1000 else f" {first // 10}–{end // 10 - 1}"
            painter.drawText(QRectF(left - 12, top, right - left + 24, look.px(18)), Qt.AlignmentFlag.AlignCenter, text)
            first = end
