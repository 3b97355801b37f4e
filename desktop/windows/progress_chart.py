"""A client's score over time: a line through the versions, older editions' figures as rings, bands behind. Points in tenths."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.clients.values import VersionLine
from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.days import day_text

EDGE = 64  # pixels left at both ends, half the width of the words below a version


class ProgressChart(QWidget):
    """Evenly spaced versions; what each scored by the newest edition. Its description says the same in words."""

    def __init__(self) -> None:
        super().__init__()
        self._versions: tuple[VersionLine, ...] = ()
        self.setAccessibleName(self.tr("Score over time"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_versions(self, versions: Sequence[VersionLine]) -> None:
        self._versions = tuple(versions)
        text = self.tr("version {version}, {day}: {score}")
        said = [text.format(version=v.version, day=day_text(v.imported), score=words.points(v.score)) for v in self._versions]
        self.setAccessibleDescription("; ".join(said))
        self.setVisible(len(self._versions) > 1)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, theme().px(190))

    def _places(self) -> tuple[QRectF, list[float]]:
        look = theme()
        area = QRectF(look.px(34), 28, self.width() - look.px(34) - 16, self.height() - 28 - look.px(26))
        count = len(self._versions)
        inner = area.width() - 2 * look.px(EDGE)
        xs = [area.left() + look.px(EDGE) + inner * i / max(1, count - 1) for i in range(count)]
        return area, [self.width() - x for x in xs] if self.isRightToLeft() else xs

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._versions:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, xs = self._places()

        def y(score: int) -> float:
            return area.bottom() - area.height() * score / 1000

        self._scale(painter, area)
        line = QPolygonF([QPointF(x, y(v.score)) for x, v in zip(xs, self._versions, strict=True)])
        look = theme()
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawPolyline(line)
        for x, version in zip(xs, self._versions, strict=True):
            for _, score in version.older:
                painter.setPen(QPen(look.colour("text2"), 1.5, Qt.PenStyle.DotLine))
                painter.setBrush(look.colour("surface"))
                painter.drawEllipse(QPointF(x, y(score)), 5, 5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawEllipse(QPointF(x, y(version.score)), 5, 5)
        self._words(painter, area, xs)

    def _scale(self, painter: QPainter, area: QRectF) -> None:
        look = theme()
        painter.setFont(look.font("caption", tabular=True))
        for score in (0, 500, 750, 1000):
            at = area.bottom() - area.height() * score / 1000
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
            painter.setPen(look.colour("text3"))
            label = QRectF(0, at - 10, area.left() - 8, 20)
            if self.isRightToLeft():
                label.moveLeft(self.width() - label.width())
            painter.drawText(label, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing), str(score // 10))

    def _words(self, painter: QPainter, area: QRectF, xs: Sequence[float]) -> None:
        look = theme()
        step = max(1, -(-len(xs) * look.px(2 * EDGE - 16) // max(1, int(area.width()))))
        for place, (x, version) in enumerate(zip(xs, self._versions, strict=True)):
            if place % step and place != len(xs) - 1:
                continue
            top = area.bottom() - area.height() * version.score / 1000
            painter.setFont(look.font("smallStrong", tabular=True))
            said = painter.fontMetrics().horizontalAdvance(words.points(version.score)) / 2 + 3
            above = QRectF(x - 40, max(0.0, top - 26), 80, 18)
            painter.fillRect(QRectF(x - said, above.top(), 2 * said, above.height()), look.colour("surface"))
            painter.setPen(look.colour("text"))
            painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), words.points(version.score))
            painter.setFont(look.font("caption"))
            painter.setPen(look.colour("text2"))
            below = QRectF(x - look.px(EDGE), area.bottom() + 4, 2 * look.px(EDGE), look.px(20))
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), f"v{version.version}, {day_text(version.imported)}")
