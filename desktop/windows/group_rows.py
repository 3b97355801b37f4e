"""Draws the rows of the groups: chevron, name, a bar of countable units, found and points; requirements with their quote."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.style import icons
from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.group_model import ROW, Kind, Row, short_note
from matching.fit.report import GroupResult, RequirementResult, State

Index = QModelIndex | QPersistentModelIndex
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
SIGN = {State.MET: ("check", "accent"), State.PARTLY: ("partly", "accent"), State.NOT_FOUND: ("missing", "gap")}


FOUND, POINTS, BAR = 56, 96, 134  # widths of columns at 100 %; the bar gives way to long names
QUOTE = 220  # a quote with less room beside its requirement's name stands below it: a few words prove nothing


def columns(rect: QRect, names: int) -> tuple[int, int, int, int]:
    """Where the bar begins, the found column ends, the points column ends, and the bar's width, for a row's rect.

    `names` is the width of the longest group name, which is not cut before the bar is gone.
    """
    look = theme()
    points_end = rect.right() - 8
    found_end = points_end - look.px(POINTS)
    bar_end = found_end - look.px(FOUND) - 12
    room = bar_end - (rect.left() + look.px(28) + names + 14)
    bar = min(look.px(BAR), room) if room >= look.px(48) else 0
    return bar_end - bar, found_end, points_end, bar


def quote_left(rect: QRect, names: int) -> int:
    """Where the quotes of requirements begin when they stand beside their names, the widest of which is `names`."""
    return theme().px(44) + min(names, round(rect.width() * 0.6)) + 16


def points_left(rect: QRect) -> int:
    """Where the points of a requirement begin."""
    return rect.right() - 8 - theme().px(80)


def widest(names: Sequence[str]) -> int:
    """The width of the longest name when it is chosen, in pixels."""
    metrics = QFontMetrics(theme().font("strong"))
    return max((metrics.horizontalAdvance(name[:60]) for name in names), default=0)


class GroupRows(QStyledItemDelegate):
    """The delegate of the tree of groups."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view
        self._measured, self._measured_root, self._measured_scale = 0, Row(Kind.GROUP), 0.0
        self._in_group: dict[str, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        here = index.data(ROW)
        look = theme()
        if not isinstance(here, Row) or here.kind is Kind.GROUP:
            return QSize(200, look.px(36))
        if here.kind is Kind.REQUIREMENT:
            return QSize(200, look.px(50 if self._quotes_below(here) else 34))
        width = max(80, self._view.viewport().width() - self._note_left() - 16)
        return QSize(200, words.wrapped_height(here.text[:600], width, "small") + 8)

    def _names(self, here: Row) -> tuple[int, int]:
        """The widths of the longest group name, and of the longest requirement's in a row's group; measured once a look."""
        model = self._view.model()
        top = model.index(0, 0).data(ROW)
        root = top.parent if isinstance(top, Row) else None
        if root is not None and (root is not self._measured_root or self._measured_scale != theme().scale):
            groups = [row.group for row in root.children if row.group is not None]
            self._measured = widest([group.name for group in groups])
            self._in_group = {group.id: widest([r.name for r in group.requirements]) for group in groups}
            self._measured_root, self._measured_scale = root, theme().scale
        group = here.parent.group if here.parent is not None else None
        return self._measured, self._in_group.get(group.id, 0) if group is not None else 0

    def _quotes_below(self, here: Row) -> bool:
        """Whether the quotes of a requirement's group stand below the names."""
        rect = QRect(0, 0, self._view.viewport().width(), 1)
        return points_left(rect) - quote_left(rect, self._names(here)[1]) < theme().px(QUOTE)

    def _note_left(self) -> int:
        return theme().px(46) + theme().px(96)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here = index.data(ROW)
        if not isinstance(here, Row):
            return
        rect = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self._view.isRightToLeft()
        if mirrored:
            painter.translate(self._view.viewport().width(), 0)
            painter.scale(-1, 1)
        self._background(painter, rect, state)
        if mirrored:
            painter.scale(-1, 1)
            painter.translate(-self._view.viewport().width(), 0)
        drawer = _Drawer(painter, rect, mirrored, *self._names(here))
        if here.group is not None:
            drawer.group(here.group, self._view.isExpanded(index.model().index(index.row(), 0, index.parent())))
        elif here.requirement is not None:
            drawer.requirement(here.requirement, bool(state & QStyle.StateFlag.State_Selected), self._quotes_below(here))
        else:
            drawer.note(here, self._note_left())
        painter.restore()

    def _background(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("tint"))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 8, 8)


class _Drawer:
    """Draws parts of one row; positions are for left to right and mirrored on the way to the painter."""

    def __init__(self, painter: QPainter, rect: QRect, mirrored: bool, groups: int, requirements: int) -> None:
        self.groups, self.requirements = groups, requirements  # widths of the longest names
        self.painter, self.rect, self.mirrored = painter, rect, mirrored

    def _place(self, left: float, width: float) -> QRectF:
        x = self.rect.width() - left - width if self.mirrored else left
        return QRectF(x, self.rect.top(), width, self.rect.height())

    def text(
        self, left: float, right: float, text: str, font: QFont, token: str, to_right: bool = False, lower: float = 0.0
    ) -> None:
        """One line of text between `left` and `right`, `lower` than the middle of the row by so many pixels."""
        area = self._place(left, max(0.0, right - left)).translated(0, lower)
        self.painter.setFont(font)
        self.painter.setPen(theme().colour(token))
        shown = QFontMetrics(font).elidedText(text[:600], Qt.TextElideMode.ElideRight, int(area.width()))
        self.painter.drawText(area, RIGHT if to_right is not self.mirrored else LEFT, shown)

    def icon(self, left: float, name: str, token: str, size: float, lower: float = 0.0) -> None:
        area = self._place(left, size).translated(0, lower)
        icons.paint(self.painter, name, theme().colour(token), QRectF(area.x(), area.center().y() - size / 2, size, size))

    def group(self, group: GroupResult, expanded: bool) -> None:
        look = theme()
        bar, found_end, points_end, width = columns(self.rect, self.groups)
        closed = "left" if self.mirrored else "right"
        self.icon(6, "down" if expanded else closed, "text2", look.px(14))
        self.text(look.px(28), bar - 12, group.name, look.font("strong" if expanded else "body"), "text")
        if width:
            self._units(group, bar, width)
        found = words.tr_found(sum(r.points > 0 for r in group.requirements), len(group.requirements))
        self.text(found_end - look.px(FOUND), found_end, found, look.font("body", tabular=True), "text2", to_right=True)
        points = words.figures(f"{words.points(group.points)} / {words.points(group.out_of)}")
        self.text(found_end, points_end, points, look.font("strong", tabular=True), "text", to_right=True)

    def _units(self, group: GroupResult, left: float, width: float) -> None:
        count = len(group.requirements)
        gap = 3.0 if count < 12 else 1.5
        unit = (width - gap * (count - 1)) / max(1, count)
        ordered = sorted(group.requirements, key=lambda r: -r.points / max(1, r.out_of))
        self.painter.setPen(Qt.PenStyle.NoPen)
        for i, requirement in enumerate(ordered):
            area = self._place(left + i * (unit + gap), unit)
            box = QRectF(area.x(), area.center().y() - 4, unit, 8)
            self.painter.setBrush(theme().colour("track"))
            self.painter.drawRoundedRect(box, 2.5, 2.5)
            share = requirement.points / max(1, requirement.out_of)
            if share > 0:
                filled = QRectF(box)
                filled.setWidth(max(3.0, box.width() * share))
                if self.mirrored:
                    filled.moveRight(box.right())
                self.painter.setBrush(theme().colour("accent"))
                self.painter.drawRoundedRect(filled, 2.5, 2.5)

    def requirement(self, requirement: RequirementResult, selected: bool, below: bool) -> None:
        """A requirement's name with its quote beside or `below` it, and its points."""
        look = theme()
        name, token = SIGN[requirement.state]
        left, end = look.px(44), points_left(self.rect) - 12
        quote_from = left if below else quote_left(self.rect, self.requirements)
        missing = requirement.state is State.NOT_FOUND
        half = look.px(10) if below else 0
        self.icon(look.px(16), name, token, look.px(17), -half)
        font = look.font("strong" if selected else "body")
        self.text(left, end if below else quote_from - 12, requirement.name, font, "text", lower=-half)
        self.text(quote_from, end, short_note(requirement), look.font("small"), "gap" if missing else "text2", lower=half)
        points = words.figures(f"{words.points(requirement.points)} / {words.points(requirement.out_of)}")
        figures, ink = look.font("strong", tabular=True), "gap" if missing else "text"
        self.text(end + 12, self.rect.right() - 8, points, figures, ink, to_right=True, lower=-half)

    def note(self, here: Row, left: float) -> None:
        look = theme()
        self.painter.setFont(look.font("caption"))
        self.painter.setPen(look.colour("text3"))
        label = self._place(look.px(44), left - look.px(44) - 8).adjusted(0, 4, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if self.mirrored else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(look.font("caption")).elidedText(here.label, Qt.TextElideMode.ElideRight, int(label.width()))
        self.painter.drawText(label, int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute), shown)
        self.painter.setFont(look.font("small"))
        self.painter.setPen(look.colour("text2"))
        area = self._place(left, self.rect.width() - left - 16).adjusted(0, 3, 0, 0)
        self.painter.drawText(
            area,
            int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextWordWrap),
            here.text[:600],
        )
