"""Ctrl+K: find a résumé or a command by a few letters and run it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from desktop.style import icons
from desktop.style.theme import theme
from desktop.windows.parts import plain

Index = QModelIndex | QPersistentModelIndex
FOUND = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Found:
    """Something that can be chosen: its name, a note at the right (shortcut or score), and what it does.

    `also` is found too, after the names: a file's name."""

    text: str
    note: str
    act: Callable[[], object]
    icon: str
    also: str = ""


def rank(text: str, wanted: str) -> int | None:
    """How well `wanted` fits: 0 begins with it, 1 a word does, 2 holds it, 3 and more its letters in order; None not at all."""
    text, wanted = text.casefold(), wanted.casefold().strip()
    if not wanted or text.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in text.split()):
        return 1
    if wanted in text:
        return 2
    place, spread = -1, 0
    for letter in wanted.replace(" ", ""):
        nearest = text.find(letter, place + 1)
        if nearest < 0:
            return None
        spread += nearest - place - 1 if place >= 0 else 0
        place = nearest
    return 3 + spread if spread <= 3 * len(wanted) else None


def fit_of(found: Found, wanted: str) -> int | None:
    """How well something fits by its name, or by what else it is called, which has to hold the words as they are."""
    fits = rank(found.text, wanted)
    if fits is None and found.also and wanted.casefold().strip() in found.also.casefold():
        return 3
    return fits


class FoundModel(QAbstractListModel):
    def __init__(self, every: Sequence[Found]) -> None:
        super().__init__()
        self.every, self.shown = list(every), list(every)[:40]

    def search(self, wanted: str) -> None:
        ranked = [(found, fits, i) for i, found in enumerate(self.every) if (fits := fit_of(found, wanted)) is not None]
        ranked.sort(key=lambda item: (item[1], item[2]))
        self.beginResetModel()
        self.shown = [found for found, _, _ in ranked][:40]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return found.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found.text} {found.note}".strip()
        return found if role == FOUND else None


class FoundRows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme().px(38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(FOUND)
        if not isinstance(found, Found):
            return
        look, rect = theme(), QRect(option.rect)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("tint"))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        size = look.px(16)
        left = rect.right() - 10 - size if mirrored else rect.left() + 10
        icons.paint(painter, found.icon, look.colour("text2"), QRectF(left, rect.center().y() - size / 2, size, size))
        sides = (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
        start, end = sides if mirrored else sides[::-1]
        painter.setFont(look.font("caption"))
        painter.setPen(look.colour("text2"))
        room = rect.adjusted(36, 0, -36, 0) if not found.note else rect.adjusted(36, 0, -12, 0)
        painter.drawText(room, int(end | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), found.note)
        used = painter.fontMetrics().horizontalAdvance(found.note) + 16
        area = rect.adjusted(used + 12, 0, -36, 0) if mirrored else rect.adjusted(36, 0, -used - 12, 0)
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text"))
        shown = QFontMetrics(look.font("body")).elidedText(
            " ".join(found.text.split())[:300], Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, int(start | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), shown)
        painter.restore()


class Palette(QFrame):
    """A field and a list over the window; Enter runs, Esc or going elsewhere closes."""

    def __init__(self, window: QWidget, every: Sequence[Found]) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Find a résumé or command"))
        inner = QVBoxLayout(self)
        inner.setContentsMargins(12, 12, 12, 12)
        inner.setSpacing(8)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a résumé or command"))
        self.field.setAccessibleName(self.tr("Find a résumé or command"))
        self.field.setMaxLength(200)
        self.model = FoundModel(every)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(FoundRows(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("Results"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.none = plain(self.tr("Nothing fits."), "small")
        self.none.hide()
        for part in (self.field, self.view, self.none):
            inner.addWidget(part)
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._run)
        self.view.clicked.connect(lambda _index: self._run())
        self.field.installEventFilter(self)
        self.view.setCurrentIndex(self.model.index(0))

    def popup(self) -> None:
        parent = self._window
        width, height = min(620, parent.width() - 80), min(460, parent.height() - 120)
        self.setGeometry((parent.width() - width) // 2, 72, width, height)
        self._before = parent.focusWidget()
        self.show()
        self.raise_()
        self.field.setFocus()

    def _search(self, text: str) -> None:
        self.model.search(text)
        self.view.setCurrentIndex(self.model.index(0))
        self.none.setVisible(not self.model.shown)

    def _run(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            found = self.model.shown[index.row()]
            self.leave()
            found.act()

    def leave(self) -> None:
        """Close and give the focus back."""
        if self.isVisible():
            self.hide()
            self.deleteLater()
            if self._before is not None:
                self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                place = max(0, min(self.model.rowCount() - 1, self.view.currentIndex().row() + step))
                self.view.setCurrentIndex(self.model.index(place))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._left)
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        if not self.field.hasFocus():
            self.leave()
