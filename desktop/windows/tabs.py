"""The tabs of the result: text, a count on a chip, a line below the chosen one; drawn from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from desktop.style.theme import theme

GAP = 24  # between two tabs


class Tabs(QTabBar):
    """A tab bar with counts. `set_count(index, text)` puts a chip beside a tab's name."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[int, str] = {}
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme().changed.connect(self._restyle)

    def _restyle(self) -> None:
        # A tab bar keeps its sizes until something of a tab changes.
        for place in range(self.count()):
            self.setTabText(place, self.tabText(place))
        self.updateGeometry()

    def set_count(self, place: int, text: str) -> None:
        if self._counts.get(place) != text:
            self._counts[place] = text
            self.setTabText(place, self.tabText(place))
            self.update()

    def _chip_width(self, place: int) -> int:
        text = self._counts.get(place, "")
        return QFontMetrics(theme().font("caption")).horizontalAdvance(text) + 16 if text else 0

    def tabSizeHint(self, index: int) -> QSize:
        look = theme()
        width = QFontMetrics(look.font("strong")).horizontalAdvance(self.tabText(index))
        chip = self._chip_width(index)
        return QSize(width + (chip + 8 if chip else 0) + look.px(GAP), look.px(38))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self.count()):
            self._paint_tab(painter, place)

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        look, rect, mirrored = theme(), self.tabRect(place), self.isRightToLeft()
        chosen = place == self.currentIndex()
        width = rect.width() - look.px(GAP)
        left = rect.right() - width + 1 if mirrored else rect.left()
        area = QRect(left, rect.top(), width, rect.height() - 3)
        over = rect.contains(self.mapFromGlobal(self.cursor().pos()))
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text" if chosen or over else "text2"))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), self.tabText(place))
        chip = self._chip_width(place)
        if chip:
            high = look.px(20)
            at = area.left() if mirrored else area.right() - chip + 1
            box = QRectF(at, area.center().y() - high / 2 + 1, chip, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("sunken"))
            painter.drawRoundedRect(box, high / 2, high / 2)
            painter.setFont(look.font("caption"))
            painter.setPen(look.colour("text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._counts[place])
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(QRectF(area.left(), rect.bottom() - 2.5, width, 3), 1.5, 1.5)
        if chosen and self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(area).adjusted(-4 if area.left() > 4 else 1, 5, 4, -4), 6, 6)
