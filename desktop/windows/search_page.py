"""Words found in all kept résumés, marked in the line around them: a real list with a delegate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.clients.values import Hit
from desktop.style.theme import theme
from desktop.windows.empty_note import EmptyNote
from desktop.windows.parts import Card, SearchField, icon_button, plain, row

Index = QModelIndex | QPersistentModelIndex
HIT = int(Qt.ItemDataRole.UserRole) + 1


class HitModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.hits: tuple[Hit, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        line = "".join(text for text, _ in hit.marked)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.name}, v{hit.version}: {line}"
        return hit if role == HIT else None

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = tuple(hits)
        self.endResetModel()


class HitRows(QStyledItemDelegate):
    """Name and version, below them the line with the hits on a tint and in strong letters."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, theme().px(60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(HIT)
        if not isinstance(hit, Hit):
            return
        look, rect = theme(), QRect(option.rect)
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.fillRect(rect, look.colour("tint" if chosen else "sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        inner = rect.adjusted(16, 8, -16, -8)
        half = inner.height() // 2
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text"))
        head = f"{' '.join(hit.name.split())[:120]}, v{hit.version}"
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), half), _LEADING, head)
        self._line(painter, hit, QRect(inner.left(), inner.top() + half, inner.width(), half), option.direction)
        painter.restore()

    def _line(self, painter: QPainter, hit: Hit, rect: QRect, direction: Qt.LayoutDirection) -> None:
        look, x = theme(), 0
        for text, marked in hit.marked:
            font = look.font("smallStrong" if marked else "small")
            wide = QFontMetrics(font).horizontalAdvance(text)
            if x >= rect.width():
                break
            room = min(wide, rect.width() - x)
            left = rect.right() - x - room if direction == Qt.LayoutDirection.RightToLeft else rect.left() + x
            area = QRect(left, rect.top(), room, rect.height())
            if marked:
                painter.fillRect(area.adjusted(-1, 2, 1, -2), look.colour("tint2"))
            painter.setFont(font)
            painter.setPen(look.colour("text" if marked else "text2"))
            painter.drawText(area, _LEADING, text)
            x += wide


_LEADING = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine)


class SearchPage(QWidget):
    """`search_wanted(words)`, `hit_chosen(client, résumé)`, `back_wanted`."""

    search_wanted = Signal(str)
    hit_chosen = Signal(int, int)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.field = SearchField(self.tr("Search in all résumés"), self.tr("Words that a résumé must hold"), 120)
        self.said = plain(self.tr("All words must be there; the beginning of a word is enough."), "small", wrap=True)
        self.model = HitModel()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(HitRows(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("Résumés found"))
        self.view.activated.connect(self._chosen)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(150)
        self._wait.timeout.connect(lambda: self.search_wanted.emit(self.field.text()))
        self.field.textChanged.connect(lambda _text: self._wait.start())
        self.field.returnPressed.connect(self._first)
        self.field.down_wanted.connect(self._first)
        self.nothing = EmptyNote(self.field.setText, self.field.clear, self.tr("Clear the search"))
        self.nothing.hide()
        card = Card(1, 0)
        card.column.addWidget(self.view)
        card.column.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 12)
        column.setSpacing(10)
        title = plain(self.tr("Search in all résumés"), "h1")
        column.addLayout(row(icon_button(self.tr("Back to all clients"), "left", self.back_wanted.emit), title, None))
        column.addWidget(self.field)
        column.addWidget(self.said)
        column.addWidget(card, 1)

    def show_hits(self, words: str, hits: Sequence[Hit]) -> None:
        """Show what was found, unless other words are typed by now."""
        if words != self.field.text():
            return
        self.model.show_hits(hits)
        none = bool(words.strip()) and not hits
        if none:
            text = self.tr("No résumé holds “{words}”.").format(words=words.strip()[:80])
            self.nothing.show_note(text, remark=self.tr("All words must be there; the beginning of a word is enough."))
        self.nothing.setVisible(none)
        self.view.setVisible(not none)
        if words.strip():
            self.said.setText(self.tr("%n clients", "", len(hits)))
        else:
            self.said.setText(self.tr("All words must be there; the beginning of a word is enough."))

    def show_meant(self, words: str, nearest: str) -> None:
        """Offer the words that were probably meant."""
        if words == self.field.text():
            self.nothing.show_note(self.tr("No résumé holds “{words}”.").format(words=words.strip()[:80]), nearest)

    def _first(self) -> None:
        """Enter in the field leads to the list, so that the keyboard is enough."""
        if self.model.hits:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.setCurrentIndex(self.model.index(0))

    def _chosen(self, index: Index) -> None:
        hit = self.model.hits[index.row()]
        self.hit_chosen.emit(hit.client, hit.resume)
