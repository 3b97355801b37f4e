"""The head of a table: names that line up with their cells, and a chevron after the one that is sorted by."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from desktop.style import icons
from desktop.style.theme import theme

CHEVRON = 16  # pixels
HIGH = 40  # pixels


class TableHead(QHeaderView):
    """`indents`: how many pixels more the cells of a column begin to the right; `trailing`: columns whose cells end there."""

    def __init__(
        self, parent: QTableView, indents: dict[int, int] | None = None, trailing: frozenset[int] = frozenset()
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.indents, self.trailing = indents or {}, trailing
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme().px(56))
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(HIGH))

    def width_for(self, column: int) -> int:
        """Pixels that the column's name needs, with its chevron where the table can be sorted."""
        words = QFontMetrics(theme().font("smallStrong")).horizontalAdvance(self._text(column))
        after = theme().px(CHEVRON) + 2 if self.isSortIndicatorShown() else theme().px(8)
        return theme().px(8) + self.indents.get(column, 0) + words + after + 2

    def _text(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        look = theme()
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        sorted_by = self.isSortIndicatorShown() and column == self.sortIndicatorSection()
        if self.sectionsClickable() and rect.contains(self.mapFromGlobal(QCursor.pos())) and self.underMouse():
            painter.fillRect(rect, look.colour("sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        font = look.font("smallStrong")
        metrics, room = QFontMetrics(font), look.px(CHEVRON) + 2 if sorted_by else 0
        mirrored = self.isRightToLeft()
        before, pad = self.indents.get(column, 0), look.px(8)
        end = 0 if sorted_by else pad  # the chevron may stand in the room between two columns
        inner = rect.adjusted(end, 0, -pad - before, 0) if mirrored else rect.adjusted(pad + before, 0, -end, 0)
        shown = metrics.elidedText(self._text(column), Qt.TextElideMode.ElideRight, inner.width() - room)
        wide = metrics.horizontalAdvance(shown)
        at_end = (column in self.trailing) is not mirrored
        left = inner.right() + 1 - wide if at_end else inner.left()
        painter.setFont(font)
        painter.setPen(look.colour("text" if sorted_by else "text2"))
        painter.drawText(QRect(left, rect.top(), wide + 2, rect.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        if sorted_by:
            self._chevron(painter, left - room if at_end else left + wide + 2, rect)
        painter.restore()

    def _chevron(self, painter: QPainter, left: int, rect: QRect) -> None:
        look, down = theme(), self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        size = look.px(CHEVRON)
        painter.save()
        painter.translate(left + size / 2, rect.center().y() + 1)
        painter.rotate(0 if down else 180)
        icons.paint(painter, "down", look.colour("text"), QRectF(-size / 2, -size / 2, size, size))
        painter.restore()


def put_head(view: QTableView, **options: object) -> TableHead:
    """Give a table such a head."""
    head = TableHead(view, **options)  # type: ignore[arg-type] # the same names
    view.setHorizontalHeader(head)
    corner = QWidget()
    view.setCornerWidget(corner)
    return head
