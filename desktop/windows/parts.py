"""The small parts every panel is made of: plain labels, cards, buttons, rules. All text from outside is shown as plain text."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QSplitterHandle,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.style import icons
from desktop.style.theme import theme


def plain(text: str = "", role: str = "body", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label that shows exactly the characters it is given: markup from a résumé stays letters."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("role", role)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class Elided(QLabel):
    """One line of plain text that ends in an ellipsis where there is no room; the whole text is the tool tip and the name.

    `shorter` texts say less, one after the other: the first that there is room for is shown instead.
    """

    def __init__(self, text: str = "", role: str = "body") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.shorter: tuple[str, ...] = ()
        self.set_text(text)

    def set_text(self, text: str, *shorter: str) -> None:
        one_line = " ".join(text.split())
        self.shorter = shorter
        self.setText(one_line)
        set_tool_tip(self, one_line[:300])
        self.setAccessibleName(one_line[:300])

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().sizeHint().height())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(2000, metrics.horizontalAdvance(self.text()[:300]) + 2), metrics.height() + 4)

    def fitting(self) -> str:
        """The text there is room for: the whole one, the longest shorter one that fits, or the shortest."""
        texts = (self.text(), *self.shorter)
        room = self.width()
        return next((text for text in texts if self.fontMetrics().horizontalAdvance(text[:2000]) <= room), texts[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.fitting()[:2000], Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)


def set_tool_tip(widget: QWidget, text: str) -> None:
    """A tool tip that can never be taken for markup."""
    widget.setToolTip(f"<qt>{html.escape(text)}</qt>" if text else "")


def button(text: str, then: Callable[[], object] | None = None, *, kind: str = "plain", icon: str = "") -> QPushButton:
    """A push button. `kind`: plain, primary, large, largePrimary, link, segment, menu."""
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("kind", kind)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        icons.dress(made, icon, "onAccent" if "rimary" in kind else "accentText" if kind == "link" else "text")
    if then is not None:
        made.clicked.connect(lambda _=False: then())
    return made


class Choice(QComboBox):
    """One of several, each with a key (`currentData`); its list opens below it, in our own rows."""

    def __init__(self, name: str, items: Sequence[tuple[object, str]], chosen: object = None) -> None:
        super().__init__()
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one takes no row height from the style sheet
        self.setAccessibleName(name)
        self.setMaxVisibleItems(14)
        for key, text in items:
            self.addItem(text, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))


class SearchField(QLineEdit):
    """A line to search or filter by, with a cross that clears it. `down_wanted`: the arrow down leads to what was found."""

    down_wanted = Signal()

    def __init__(self, name: str, placeholder: str, most: int) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setMaxLength(most)
        self._clear = self.addAction(icons.icon("close", "text2", 16), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._show_clear)
        theme().changed.connect(self._colour)
        self._show_clear("")

    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _colour(self) -> None:
        self._clear.setIcon(icons.icon("close", "text2", theme().px(16)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down_wanted.emit()
        else:
            super().keyPressEvent(event)


def icon_button(name: str, icon: str, then: Callable[[], object] | None = None, *, checkable: bool = False) -> QToolButton:
    """A button with an icon only; `name` is its tool tip and its name for screen readers."""
    made = QToolButton()
    made.setAccessibleName(name)
    set_tool_tip(made, name)
    made.setCheckable(checkable)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setMinimumSize(32, 32)
    icons.dress(made, icon)
    if then is not None:
        made.clicked.connect(lambda _=False: then())
    return made


def icon_label(icon: str, colour: str = "text2", size: int = 18) -> QLabel:
    """A picture that says nothing to a screen reader: the words beside it do."""
    label = QLabel()
    icons.dress(label, icon, colour, size)
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return label


def rule() -> QFrame:
    """A thin dividing line."""
    line = QFrame()
    line.setObjectName("rule")
    line.setFixedHeight(1)
    return line


def give_size(dialog: QWidget, width: int, height: int) -> None:
    """A size in pixels at 100 %, larger with the text, but no larger than the window that the dialog belongs to."""
    parent = dialog.parentWidget()
    most = parent.size() - QSize(48, 48) if parent is not None else QSize(10_000, 10_000)
    dialog.resize(QSize(theme().px(width), theme().px(height)).boundedTo(most))


class Card(QFrame):
    """A white card with a column of parts."""

    def __init__(self, margin: int = 24, spacing: int = 8) -> None:
        super().__init__()
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(spacing)


class Contents(QWidget):
    """A column of parts that is put in anew as a whole: styled, laid out and shown once, and not part by part."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__()
        self._spacing = spacing
        self._holder = QVBoxLayout(self)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._inner: QWidget | None = None

    @contextmanager
    def anew(self) -> Iterator[QVBoxLayout]:
        """An empty column to fill; at the end it stands in the place of the one before."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._spacing)
        yield column
        old, self._inner = self._inner, inner
        if old is not None:
            self._holder.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._holder.addWidget(inner)
        inner.show()


def row(*parts: QWidget | QLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """Parts side by side; None is a stretch, a number a gap."""
    line = QHBoxLayout()
    line.setSpacing(spacing)
    line.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        if part is None:
            line.addStretch(1)
        elif isinstance(part, int):
            line.addSpacing(part)
        elif isinstance(part, QLayout):
            line.addLayout(part)
        else:
            line.addWidget(part)
    return line


class Scrolled(QScrollArea):
    """A page that scrolls downwards only. `column` takes the parts; they are as wide as the page, at most `most` pixels."""

    def __init__(self, spacing: int = 16, most: int = 0) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.inner = inner = QWidget()
        inner.setObjectName("scrolled")
        if most:
            inner.setMaximumWidth(most)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 16, 8, 24)
        self.column.setSpacing(spacing)
        self.setWidget(inner)
        self._at_top = False
        self._place = -1  # where the page stays while its parts are put in anew; below 0 where nothing is held
        self.verticalScrollBar().rangeChanged.connect(self._grown)
        self.verticalScrollBar().valueChanged.connect(self._moved)

    def stay(self) -> None:
        """Keep the place while parts are taken out and put in anew, which makes the page short for a moment.

        It is kept until somebody scrolls: how long the new parts take to be laid out depends on the machine.
        """
        if self._place < 0:
            self._place = self.verticalScrollBar().value()

    def to_top(self) -> None:
        """Begin at the top, as for another résumé; nothing is held any more.

        It stays there for this turn of the event loop: a row that gets the focus before all is laid out would pull it away.
        """
        self._place, self._at_top = -1, True
        self.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, self._free)

    def _free(self) -> None:
        self._at_top = False

    def _grown(self, _least: int, most: int) -> None:
        if self._place >= 0:
            self.verticalScrollBar().setValue(min(self._place, most))

    def _moved(self, value: int) -> None:
        if self._at_top and value:
            self.verticalScrollBar().setValue(0)
        if self._place >= 0 and value != min(self._place, self.verticalScrollBar().maximum()):
            self._place = -1  # scrolled by hand, or to something that was asked for

    def follow(self, view: QAbstractItemView) -> None:
        """Keep the current row of a view in sight: a view as tall as its rows does not scroll by itself."""

        def reveal() -> None:
            box = view.visualRect(view.currentIndex())
            at = view.viewport().mapTo(self.inner, box.center())
            self.ensureVisible(at.x(), at.y(), 0, box.height() // 2 + 24)

        view.selectionModel().currentChanged.connect(lambda *_rows: reveal())


class ThinSplitter(QSplitter):
    """Parts side by side with a line of one pixel between them, in the theme's colour."""

    def createHandle(self) -> QSplitterHandle:
        return _ThinHandle(self.orientation(), self)


class _ThinHandle(QSplitterHandle):
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme().colour("accent" if self.underMouse() else "line"))


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
