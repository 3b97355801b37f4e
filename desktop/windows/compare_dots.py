"""Two to four results by group as signs on one line each: dot, ring, diamond, square, so that colour is not the only sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.parts import Elided, clear, plain, row
from matching.fit.comparison import GroupComparison


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the results: whose, and its score in tenths."""

    name: str
    score: int


def draw_sign(painter: QPainter, place: int, at: QPointF, size: float = 6.0) -> None:
    """The sign of the result at `place`: dot, ring, diamond, square."""
    look = theme()
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.setBrush(look.colour("accent" if place in (0, 3) else "surface"))
    if place < 2:
        painter.drawEllipse(at, size, size)
    elif place == 2:
        grown = size * 1.2
        points = [QPointF(at.x(), at.y() - grown), QPointF(at.x() + grown, at.y()), QPointF(at.x(), at.y() + grown)]
        painter.drawPolygon([*points, QPointF(at.x() - grown, at.y())])
    else:
        painter.drawRect(QRectF(at.x() - size + 1, at.y() - size + 1, 2 * size - 2, 2 * size - 2))


class Sign(QWidget):
    """The sign alone, for the legend."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self.setFixedSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sign(painter, self._place, QPointF(10, 10))


class GroupDots(QWidget):
    """All groups, in two columns where there is room. Its description says all points in words."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[GroupComparison, ...] = ()
        self.setAccessibleName(self.tr("Compared by group, points"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_groups(self, groups: Sequence[GroupComparison]) -> None:
        self._groups = tuple(groups)
        told = (f"{group.name}: {self._told(group)} / {words.points(group.out_of)}" for group in groups)
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def _told(self, group: GroupComparison) -> str:
        if len(set(group.points)) == 1:
            text = self.tr("both {points}") if len(group.points) == 2 else self.tr("all {points}")
            return text.format(points=words.points(group.points[0]))
        return " · ".join(words.points(points) for points in group.points)

    def _columns(self) -> int:
        return 2 if self.width() >= theme().px(820) else 1

    def sizeHint(self) -> QSize:
        rows = -(-len(self._groups) // self._columns())
        return QSize(360, max(1, rows) * theme().px(32))

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, columns, high = theme(), self._columns(), theme().px(32)
        rows = -(-len(self._groups) // columns)
        gap = 40.0
        wide = (self.width() - gap * (columns - 1)) / columns
        metrics = QFontMetrics(look.font("body", tabular=True))
        name = min(wide * 0.45, max((metrics.horizontalAdvance(g.name) for g in self._groups), default=0) + 12)
        told = min(wide * 0.35, max((metrics.horizontalAdvance(self._told(g)) for g in self._groups), default=0) + 8)
        for place, group in enumerate(self._groups):
            column, line = divmod(place, max(1, rows))
            left = column * (wide + gap)
            if self.isRightToLeft():
                left = self.width() - left - wide
            self._group(painter, group, QRectF(left, line * high, wide, high), name, told)

    def _group(self, painter: QPainter, group: GroupComparison, rect: QRectF, name: float, told: float) -> None:
        """One group: its name, a track with the signs, the points in words; `name` and `told` are widths in pixels."""
        look, rtl = theme(), self.isRightToLeft()
        middle = rect.center().y()
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text"))
        here = QRectF(rect.right() - name if rtl else rect.left(), rect.top(), name - 8, rect.height())
        shown = painter.fontMetrics().elidedText(group.name, Qt.TextElideMode.ElideRight, int(here.width()))
        painter.drawText(here, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)
        same = len(set(group.points)) == 1
        painter.setFont(look.font("body", tabular=True))
        painter.setPen(look.colour("text2" if same else "text"))
        end = QRectF(rect.left() if rtl else rect.right() - told, rect.top(), told, rect.height())
        painter.drawText(end, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing), self._told(group))
        start = rect.left() + (told if rtl else name) + 16
        length = max(10.0, rect.width() - name - told - 32)

        def at(points: int) -> float:
            share = points / max(1, group.out_of)
            return start + length * (1 - share if rtl else share)

        painter.setPen(QPen(look.colour("track"), 3))
        painter.drawLine(QPointF(start, middle), QPointF(start + length, middle))
        ends = [at(points) for points in group.points]
        painter.setPen(QPen(look.colour("accent"), 3))
        painter.drawLine(QPointF(min(ends), middle), QPointF(max(ends), middle))
        for place in reversed(range(len(ends))):
            size = 6.0 if place == 0 or ends[place] != ends[0] else 9.0  # a ring around the dot where both are the same
            draw_sign(painter, place, QPointF(ends[place], middle), size)
        if same:
            draw_sign(painter, 0, QPointF(ends[0], middle), 5.0)


class Legend(QWidget):
    """Sign, name and score of each result."""

    def __init__(self) -> None:
        super().__init__()
        self._line = row(spacing=8)
        self.setLayout(self._line)

    def show_compared(self, compared: Sequence[Compared]) -> None:
        clear(self._line)
        for place, result in enumerate(compared):
            self._line.addWidget(Sign(place))
            text = f"{' '.join(result.name.split())[:40]}, {words.whole(result.score)}"
            name = Elided(text, "smallText")
            name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # shorter where there is no room
            self._line.addWidget(name)
            self._line.addSpacing(12)
        self._line.addWidget(plain(""), 1)
