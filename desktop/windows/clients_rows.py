"""Draws the cells of the table of all clients: tick, name, fit bar with its break, change, gap, salary, attention."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)  # fmt: skip

from desktop.clients.values import ClientLine
from desktop.style import icons
from desktop.style.theme import theme
from desktop.windows.clients_model import ATTENTION, CHANGE, FIT, GAP, LINE, NAME, SALARY, Index, cell_text

TICK = 40  # pixels at the start of a row, for its tick
STRONG = 0.75


class ClientRows(QStyledItemDelegate):
    """The delegate of the table."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE)
        text = cell_text(line, index.column()) if isinstance(line, ClientLine) else ""
        wide = QFontMetrics(theme().font("strong")).horizontalAdvance(text[:60]) + 28
        return QSize(wide + (TICK if index.column() == NAME else 0), theme().px(44))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole text of a cell that is cut short."""
        line = index.data(LINE)
        if event.type() == QEvent.Type.ToolTip and isinstance(line, ClientLine) and not index.data(Qt.ItemDataRole.ToolTipRole):
            text = cell_text(line, index.column())
            room = option.rect.width() - 16 - (TICK - 8 if index.column() == NAME else 0)
            if QFontMetrics(theme().font("strong" if index.column() == NAME else "body")).horizontalAdvance(text) > room:
                QToolTip.showText(event.globalPos(), f"<qt>{html.escape(text[:400])}</qt>", view)
                return True
        return super().helpEvent(event, view, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, ClientLine):
            return
        look, rect, column = theme(), QRect(option.rect), index.column()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, look.colour("tint"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -2), 6, 6)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        inner = rect.adjusted(8, 0, -8, 0)
        if column == NAME:
            self._tick(painter, rect, chosen, mirrored)
            inner = inner.adjusted(0, 0, -TICK + 8, 0) if mirrored else inner.adjusted(TICK - 8, 0, 0, 0)
        if column == FIT:
            self._fit(painter, line, inner, mirrored)
        else:
            self._text(painter, line, column, inner)
        painter.restore()

    def _tick(self, painter: QPainter, rect: QRect, chosen: bool, mirrored: bool) -> None:
        look, size = theme(), 18.0
        left = rect.right() - TICK + 11 if mirrored else rect.left() + 13
        box = QRectF(left, rect.center().y() - size / 2, size, size)
        painter.setPen(QPen(look.colour("accent" if chosen else "line2"), 1))
        painter.setBrush(look.colour("accent" if chosen else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if chosen:
            icons.paint(painter, "check", look.colour("onAccent"), box.adjusted(2, 2, -2, -2))

    def _text(self, painter: QPainter, line: ClientLine, column: int, rect: QRect) -> None:
        look = theme()
        strong = column in (NAME, CHANGE)
        token = {ATTENTION: "gap", CHANGE: "accentText", NAME: "text", GAP: "text", SALARY: "text"}.get(column, "text2")
        if (column == CHANGE and (line.change or 0) < 0) or (column == GAP and line.problem):
            token = "gap"
        if column == SALARY and line.problem:
            strong, token = True, "accentText"
        font = look.font("strong" if strong else "body", tabular=True)
        painter.setFont(font)
        painter.setPen(look.colour(token))
        text = " ".join(cell_text(line, column).split())[:300]
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)

    def _fit(self, painter: QPainter, line: ClientLine, rect: QRect, mirrored: bool) -> None:
        look = theme()
        if line.score is None:
            size = look.px(16)
            left = rect.right() - size if mirrored else rect.left()
            icons.paint(painter, "warning", look.colour("gap"), QRectF(left, rect.center().y() - size / 2, size, size))
            rest = rect.adjusted(0, 0, -size - 8, 0) if mirrored else rect.adjusted(size + 8, 0, 0, 0)
            painter.setFont(look.font("body"))
            painter.setPen(look.colour("gap"))
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), cell_text(line, FIT))
            return
        number = look.px(34)
        here = QRect(rect.right() - number if mirrored else rect.left(), rect.top(), number, rect.height())
        painter.setFont(look.font("strong", tabular=True))
        painter.setPen(look.colour("text"))
        painter.drawText(here, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), cell_text(line, FIT))
        bar = QRectF(rect.left() + (0 if mirrored else number), rect.center().y() - 3.5, max(0, rect.width() - number - 4), 7)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("track"))
        painter.drawRoundedRect(bar, 3.5, 3.5)
        full = QRectF(bar)
        full.setWidth(max(4.0, bar.width() * line.score / 1000))
        if mirrored:
            full.moveRight(bar.right())
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(full, 3.5, 3.5)
        at = bar.left() + bar.width() * ((1 - STRONG) if mirrored else STRONG)
        painter.fillRect(QRectF(at - 1, bar.top() - 2, 2, bar.height() + 4), look.colour("surface"))
