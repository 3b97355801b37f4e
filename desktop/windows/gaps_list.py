"""The gaps as a list with ticks: name, group, advice and the exact points, drawn by a delegate."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.style import icons
from desktop.style.theme import theme
from desktop.windows import words
from matching.fit.report import Effort, FitReport, Gap

Index = QModelIndex | QPersistentModelIndex
GAP = int(Qt.ItemDataRole.UserRole) + 1
EFFORTS = list(Effort)
LEFT = Qt.MouseButton.LeftButton


class GapModel(QAbstractListModel):
    """Gaps in the chosen order with their ticks. `ticked(id, on)` is an intent; the tick shows when the desk agrees."""

    ticked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[Gap] = []
        self.groups: dict[str, str] = {}
        self.on: frozenset[str] = frozenset()
        self._report: FitReport | None = None
        self.order = "impact"

    def show_report(self, report: FitReport, on: frozenset[str]) -> None:
        self.beginResetModel()
        self._report, self.on = report, on
        self.groups = {g.id: g.name for g in report.match.groups}
        self._sort()
        self.endResetModel()

    def sort_by(self, order: str) -> None:
        """impact (as the report orders them), group, or effort (least first)."""
        self.beginResetModel()
        self.order = order
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        if self._report is None:
            return
        self.gaps = list(self._report.gaps)
        places = list(self.groups)
        if self.order == "group":
            self.gaps.sort(key=lambda gap: places.index(gap.group) if gap.group in places else len(places))
        elif self.order == "effort":
            self.gaps.sort(key=lambda gap: EFFORTS.index(gap.effort))

    def set_ticks(self, on: frozenset[str]) -> None:
        self.on = on
        if self.gaps:
            self.dataChanged.emit(self.index(0), self.index(len(self.gaps) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.gaps)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        gap = self.gaps[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return gap.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = QCoreApplication.translate("Gaps", "{name}, {group}, {kind}, {points} points")
            group = self.groups.get(gap.group, "")
            return text.format(name=gap.name, group=group, kind=words.gap_name(gap.kind), points=words.points(gap.points))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return gap.advice
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if gap.requirement in self.on else Qt.CheckState.Unchecked
        return gap if role == GAP else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        gap = self.gaps[index.row()]
        self.ticked.emit(gap.requirement, gap.requirement not in self.on)
        return True


def advice_of(gap: Gap) -> str:
    """The advice, with what to check first where the résumé hints that it may be there already."""
    check = QCoreApplication.translate("Gaps", "Check before you learn it: {why}").format(why=gap.check_first)
    return f"{check} {gap.advice}" if gap.check_first else gap.advice


class GapRows(QStyledItemDelegate):
    """Draws a gap; a click anywhere in the row's box area or Space ticks it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def _text_width(self) -> int:
        look = theme()
        return max(120, self._view.viewport().width() - look.px(52) - look.px(70))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look, gap = theme(), index.data(GAP)
        if not isinstance(gap, Gap):
            return QSize(200, look.px(52))
        needed = words.wrapped_height(advice_of(gap)[:500], self._text_width(), "small")
        return QSize(200, look.px(34) + needed + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        gap = index.data(GAP)
        if not isinstance(gap, Gap):
            return
        look, rect = theme(), QRect(option.rect)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if on:
            painter.fillRect(rect, look.colour("tint"))
        elif index.row():
            painter.fillRect(QRect(rect.left() + 20, rect.top(), rect.width() - 40, 1), look.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 8, 8)
        self._box(painter, self._mirror(QRectF(20, 0, look.px(18), look.px(18)), rect, mirrored), on)
        model = index.model()
        group = model.groups.get(gap.group, "") if isinstance(model, GapModel) else ""
        self._text(painter, gap, group, rect, mirrored, on)
        painter.restore()

    def _mirror(self, part: QRectF, rect: QRect, mirrored: bool) -> QRectF:
        left = rect.right() - part.right() if mirrored else rect.left() + part.left()
        return QRectF(left, rect.top() + theme().px(16), part.width(), part.height())

    def _box(self, painter: QPainter, box: QRectF, on: bool) -> None:
        look = theme()
        painter.setPen(QPen(look.colour("accent" if on else "line2"), 1.5))
        painter.setBrush(look.colour("accent" if on else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if on:
            icons.paint(painter, "check", look.colour("onAccent"), box.adjusted(2, 2, -2, -2))

    def _text(self, painter: QPainter, gap: Gap, group: str, rect: QRect, mirrored: bool, on: bool) -> None:
        look = theme()
        left, width = look.px(52), self._text_width()
        area = QRect(rect.right() - left - width if mirrored else rect.left() + left, rect.top(), width, rect.height())
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        other = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        strong, caption = look.font("strong"), look.font("caption")
        note = f"{group} · {words.gap_name(gap.kind)}" if group else words.gap_name(gap.kind)
        line = QRect(area.left(), area.top() + look.px(10), area.width(), look.px(20))
        used = self._one(painter, gap.name, strong, "text", line, side)
        if mirrored:
            line.setRight(line.right() - used - 12)
        else:
            line.setLeft(line.left() + used + 12)
        self._one(painter, note, caption, "text2", line, side)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text2"))
        below = area.adjusted(0, look.px(32), 0, -4)
        painter.drawText(
            below,
            int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextWordWrap),
            advice_of(gap)[:500],
        )
        painter.setFont(look.font("strong", tabular=True))
        painter.setPen(look.colour("accentText" if on else "text"))
        end = rect.adjusted(20, 0, -20, 0)
        painter.drawText(
            end,
            int(other | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute),
            words.figures(f"+{words.points(gap.points)}"),
        )

    def _one(self, painter: QPainter, text: str, font: QFont, token: str, line: QRect, side: Qt.AlignmentFlag) -> int:
        painter.setFont(font)
        painter.setPen(theme().colour(token))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, line.width()))
        painter.drawText(line, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), shown)
        return metrics.horizontalAdvance(shown)

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        rows = index.model()
        up = isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease and event.button() is LEFT
        if up and isinstance(rows, GapModel):
            return rows.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        return False


class GapList(QListView):
    """The list, as tall as its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = GapModel()
        self.setModel(self.rows)
        self.setItemDelegate(GapRows(self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(self.tr("Gaps"))
        self.rows.modelReset.connect(self.updateGeometry)
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type] # Qt hands a QResizeEvent
        self._fit()

    def sizeHint(self) -> QSize:
        height = sum(self.sizeHintForIndex(self.rows.index(i)).height() for i in range(self.rows.rowCount()))
        return QSize(320, height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.sizeHint().height())

    def keyPressEvent(self, event: object) -> None:
        key = event.key()  # type: ignore[attr-defined] # a QKeyEvent
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return) and self.currentIndex().isValid():
            self.rows.setData(self.currentIndex(), None, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type] # a QKeyEvent
