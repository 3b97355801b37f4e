"""Pay by place: whiskers, boxes, medians on one axis, the own range solid, the own offer marked. Rows of a list view."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows import words
from matching.fit.report import SalaryExpectation

Index = QModelIndex | QPersistentModelIndex
MOST_STEPS = 30  # on the axis
PAY = int(Qt.ItemDataRole.UserRole) + 1


class Axis:
    """Money → pixels between a left and a right edge, with steps of 20,000 (more where the span is wide)."""

    def __init__(self, pays: Sequence[SalaryExpectation], offer: int | None) -> None:
        values = [v for pay in pays for v in ends(pay)] + ([offer] if offer else [])
        low, high = (min(values), max(values)) if values else (0, 100_000)
        self.step = 20_000 if high - low <= 240_000 else 50_000 if high - low < 600_000 else 200_000
        while (high - low) / self.step > MOST_STEPS:  # money of which a year's pay is millions
            self.step *= 10
        self.low = int(low // self.step * self.step)
        self.high = int(-(-high // self.step) * self.step)
        if self.high <= self.low:
            self.high = self.low + self.step

    def x(self, amount: float, left: float, right: float) -> float:
        return left + (amount - self.low) / (self.high - self.low) * (right - left)

    @property
    def ticks(self) -> range:
        return range(self.low, self.high + 1, self.step)


def ends(pay: SalaryExpectation) -> tuple[int, ...]:
    """The outermost figures of a row."""
    official = pay.official
    tails = (official.p10 or official.p25, official.p90 or official.p75) if official else ()
    return (*pay.wide, *pay.likely, *tails)


def spoken(pay: SalaryExpectation, own: bool) -> str:
    """A row for screen readers."""
    text = QCoreApplication.translate("Salary", "{place}, expect {range}").format(
        place=pay.place, range=words.money_range(*pay.likely, pay.currency)
    )
    if pay.official:
        middle = QCoreApplication.translate("Salary", "median {median}, middle half {half}")
        half = words.money_range(pay.official.p25, pay.official.p75)
        text += ", " + middle.format(median=words.money(pay.official.p50), half=half)
    return text + (", " + QCoreApplication.translate("Salary", "yours") if own else "")


class PayModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.pays: tuple[SalaryExpectation, ...] = ()
        self.own = ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.pays)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        pay = self.pays[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(pay, pay.place == self.own)
        return pay if role == PAY else None


class PayRows(QStyledItemDelegate):
    def __init__(self, chart: SalaryChart) -> None:
        super().__init__(chart)
        self._chart = chart

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme().px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pay = index.data(PAY)
        if not isinstance(pay, SalaryExpectation):
            return
        look, rect = theme(), QRect(option.rect)
        own = pay.place == self._chart.model.own
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if own:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 2, 0, -2), 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -2), 8, 8)
        left, right = self._chart.edges()
        painter.setPen(look.colour("text"))
        font = look.font("strong" if own else "body")
        painter.setFont(font)
        name = QFontMetrics(font).elidedText(short_place(pay.place), Qt.TextElideMode.ElideRight, int(left) - 28)
        painter.drawText(rect.adjusted(12, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
        self._bars(painter, pay, own, rect.center().y() + 0.5, left, right)
        painter.restore()

    def _bars(self, painter: QPainter, pay: SalaryExpectation, own: bool, y: float, left: float, right: float) -> None:
        look, axis = theme(), self._chart.axis
        line = look.colour("accent" if own else "line2")
        official = pay.official
        if official:
            low, high = official.p10 or official.p25, official.p90 or official.p75
            painter.fillRect(
                QRectF(axis.x(low, left, right), y - 0.75, axis.x(high, left, right) - axis.x(low, left, right), 1.5), line
            )
            box = QRectF(axis.x(official.p25, left, right), y - 7, 0, 14)
            box.setRight(axis.x(official.p75, left, right))
            painter.setPen(QPen(line, 1))
            painter.setBrush(look.colour("tint2" if own else "track"))
            painter.drawRoundedRect(box, 4, 4)
        if own:
            mine = QRectF(axis.x(pay.likely[0], left, right), y - 10, 0, 20)
            mine.setRight(axis.x(pay.likely[1], left, right))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(mine, 4, 4)
        middle = official.p50 if official else pay.centre
        colour = look.colour("onAccent" if own else "text")
        painter.fillRect(QRectF(axis.x(middle, left, right) - 1.5, y - 10, 3, 20), colour)


def short_place(place: str) -> str:
    """An official area's name by its first city and state: long names do not fit an axis."""
    city, _, states = place.partition(", ")
    first = city.split("-")[0]
    return f"{first}, {states.split('-')[0]}" if states else first


class SalaryChart(QWidget):
    """Rows by place over one axis."""

    def __init__(self) -> None:
        super().__init__()
        self.model = PayModel()
        self.axis = Axis((), None)
        self.offer: int | None = None
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PayRows(self))
        self.view.setAccessibleName(self.tr("Expected pay by place"))
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Expected pay by place"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # Money runs from left to right in every language, as on any axis.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(28))
        column.addWidget(self.view)

    def show_pays(self, pays: Sequence[SalaryExpectation], own: str, offer: int | None) -> None:
        self.model.beginResetModel()
        self.model.pays, self.model.own = tuple(pays), own
        self.model.endResetModel()
        self.axis, self.offer = Axis(pays, offer), offer
        self.updateGeometry()
        self.update()

    def edges(self) -> tuple[float, float]:
        """Left and right pixel of the axis."""
        return min(theme().px(150), self.width() * 0.3), self.width() - 28.0

    def sizeHint(self) -> QSize:
        return QSize(420, theme().px(46) * max(1, len(self.model.pays)) + theme().px(28) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        left, right = self.edges()
        bottom = self.height() - look.px(26)
        painter.setFont(look.font("caption", tabular=True))
        currency = self.model.pays[0].currency if self.model.pays else words.DOLLARS
        widest = painter.fontMetrics().horizontalAdvance(words.money(self.axis.high, currency))
        apart = (right - left) / max(1, len(self.axis.ticks) - 1)
        every = max(1, ceil(max(look.px(46), widest + 8) / apart))
        for place, amount in enumerate(self.axis.ticks):
            x = self.axis.x(amount, left, right)
            painter.fillRect(QRectF(x, 4, 1, bottom - 4), look.colour("line"))
            if place % every == 0:
                painter.setPen(look.colour("text2"))
                begin = min(x - widest / 2, self.width() - widest - 1.0)  # a long one stays inside
                box, told = QRectF(begin, bottom + 4, widest + 1.0, look.px(20)), words.money(amount, currency)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)
        if self.offer:
            x = self.axis.x(self.offer, left, right)
            pen = QPen(look.colour("gap"), 2, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(round(x), 2, round(x), round(bottom))


class Legend(QWidget):
    """What the shapes of the chart mean."""

    def __init__(self) -> None:
        super().__init__()
        self.official, self.offer = True, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_kinds(self, *, official: bool, offer: bool) -> None:
        """Whether there are official figures and an offer to explain."""
        self.official, self.offer = official, offer
        self.updateGeometry()
        self.update()

    def _items(self) -> list[tuple[str, str]]:
        own = [("own", self.tr("Your expected range"))]
        official = [
            ("half", self.tr("Middle half")),
            ("tails", self.tr("10th to 90th percentile")), ("median", self.tr("Median")),
        ]  # fmt: skip
        items = own + official if self.official else own
        return [*items, ("offer", self.tr("Your offer"))] if self.offer else items

    def _lay(self) -> list[tuple[str, str, int, int]]:
        look, x, y, placed = theme(), 0, 0, []
        metrics = QFontMetrics(look.font("caption"))
        for kind, text in self._items():
            wide = 36 + metrics.horizontalAdvance(text) + 22
            if x and x + wide > self.width():
                x, y = 0, y + look.px(24)
            placed.append((kind, text, x, y))
            x += wide
        return placed

    def sizeHint(self) -> QSize:
        return QSize(300, self._lay()[-1][3] + theme().px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kind, text, x, y in self._lay():
            middle = y + look.px(12)
            if kind in ("own", "half"):
                painter.setPen(Qt.PenStyle.NoPen if kind == "own" else QPen(look.colour("line2"), 1))
                painter.setBrush(look.colour("accent" if kind == "own" else "track"))
                painter.drawRoundedRect(QRectF(x + 1, middle - 6, 26, 12), 4, 4)
            elif kind == "tails":
                painter.fillRect(QRectF(x, middle - 0.75, 27, 1.5), look.colour("line2"))
            elif kind == "median":
                painter.fillRect(QRectF(x + 12, middle - 8, 3, 16), look.colour("text"))
            else:
                painter.setPen(QPen(look.colour("gap"), 2, Qt.PenStyle.DashLine))
                painter.drawLine(x + 13, middle - 8, x + 13, middle + 8)
            painter.setPen(look.colour("text2"))
            painter.setFont(look.font("caption"))
            painter.drawText(QRectF(x + 36, y, 400, look.px(24)), int(Qt.AlignmentFlag.AlignVCenter), text)
