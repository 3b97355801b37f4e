"""The list on the left: find, the résumés with their scores, import. A real list view with a delegate."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)  # fmt: skip

from desktop.cases.values import Batch, Case, CaseState
from desktop.style import icons
from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.parts import Elided, button, icon_label, plain

Index = QModelIndex | QPersistentModelIndex
CASE = int(Qt.ItemDataRole.UserRole) + 1


def state_words(case: Case) -> str:
    """A case's score or state in words, for screen readers."""
    if case.report is not None:
        return QCoreApplication.translate("CaseList", "{score} of 100").format(score=words.whole(case.report.match.score))
    return {
        CaseState.WAITING: QCoreApplication.translate("CaseList", "waiting"),
        CaseState.READING: QCoreApplication.translate("CaseList", "being read"),
        CaseState.STOPPED: QCoreApplication.translate("CaseList", "stopped"),
    }.get(case.state, QCoreApplication.translate("CaseList", "needs attention"))


class CaseModel(QAbstractListModel):
    """The cases, one row each."""

    def __init__(self) -> None:
        super().__init__()
        self.cases: list[Case] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.cases)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        case = self.cases[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return case.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{case.title}, {state_words(case)}"
        return case if role == CASE else None

    def show_cases(self, cases: list[Case]) -> None:
        self.beginResetModel()
        self.cases = cases
        self.endResetModel()

    def update_case(self, case: Case) -> None:
        for place, here in enumerate(self.cases):
            if here.id == case.id:
                self.cases[place] = case
                self.dataChanged.emit(self.index(place), self.index(place))


class CaseRows(QStyledItemDelegate):
    """Draws a name and a score; a sign where a file needs attention."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, theme().px(38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        case = index.data(CASE)
        if not isinstance(case, Case):
            return
        look, rect = theme(), QRect(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.colour("tint" if chosen else "sunken"))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        if chosen:
            painter.setBrush(look.colour("accent"))
            edge = rect.right() - 2 if mirrored else rect.left()
            painter.drawRoundedRect(QRectF(edge, rect.center().y() - 9, 3, 19), 1.5, 1.5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 8, 8)
        self._words(painter, case, rect.adjusted(12, 0, -12, 0), chosen, mirrored)
        painter.restore()

    def _words(self, painter: QPainter, case: Case, rect: QRect, chosen: bool, mirrored: bool) -> None:
        look = theme()
        room = look.px(40)
        end = QRect(rect.left() if mirrored else rect.right() - room, rect.top(), room, rect.height())
        start = rect.adjusted(room + 8, 0, 0, 0) if mirrored else rect.adjusted(0, 0, -room - 8, 0)
        leading, trailing = (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)[:: 1 if mirrored else -1]
        font = look.font("strong" if chosen else "body")
        painter.setFont(font)
        painter.setPen(look.colour("text" if case.report or chosen else "text2"))
        shown = QFontMetrics(font).elidedText(" ".join(case.title.split())[:400], Qt.TextElideMode.ElideRight, start.width())
        painter.drawText(start, int(leading | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), shown)
        if case.report is not None:
            painter.setFont(look.font("strong" if chosen else "body", tabular=True))
            painter.setPen(look.colour("accentText" if chosen else "text"))
            painter.drawText(
                end,
                int(trailing | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute),
                str(words.whole(case.report.match.score)),
            )
        elif case.state is CaseState.UNREAD:
            size = look.px(16)
            left = end.left() if mirrored else end.right() - size
            icons.paint(painter, "warning", look.colour("gap"), QRectF(left, end.center().y() - size / 2, size, size))
        else:
            painter.setPen(look.colour("text3"))
            painter.drawText(end, int(trailing | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute), "…")


class CaseView(QListView):
    """The list itself. Coming to it with Tab marks a row, which is not yet a choice: Enter, a click and the arrows are."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        before = self.selectionModel().blockSignals(True)
        super().focusInEvent(event)
        self.selectionModel().blockSignals(before)
        self.viewport().update()


class CaseList(QFrame):
    """`case_chosen(id)`, `remove_wanted(id)`, `find_wanted`, `import_wanted`, `cancel_wanted`."""

    case_chosen = Signal(str)
    menu_wanted = Signal(str, object)
    find_wanted = Signal()
    import_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setMaximumWidth(360)
        self.finder = self._find_button()
        self.heading = plain(self.tr("My résumés"), "smallStrong")
        self.empty = plain(self.tr("Résumés you open appear here."), "small", wrap=True)
        self.model = CaseModel()
        self.view = CaseView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CaseRows(self.view))
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("My résumés"))
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.selectionModel().currentChanged.connect(self._chosen)
        self.view.clicked.connect(self._chosen)
        self.view.activated.connect(self._chosen)
        self.working = plain("", "caption", wrap=True)
        self.stop = button(self.tr("Cancel"), self.cancel_wanted.emit, kind="link")
        self.add = button(self.tr("Import résumés"), self.import_wanted.emit, kind="plain", icon="import")
        self.add.setAccessibleName(self.tr("Import résumés"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 13, 12)
        column.setSpacing(6)
        column.addWidget(self.finder)
        column.addSpacing(12)
        self.heading.setContentsMargins(10, 0, 10, 0)
        self.empty.setContentsMargins(10, 2, 10, 0)
        column.addWidget(self.heading)
        column.addWidget(self.empty)
        column.addWidget(self.view, 1)
        progress = QHBoxLayout()
        progress.addWidget(self.working, 1)
        progress.addWidget(self.stop)
        column.addLayout(progress)
        column.addWidget(self.add)
        self.show_batch(Batch())
        self.show_cases([])

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(200, 0))

    def _find_button(self) -> QPushButton:
        find = button("", self.find_wanted.emit, kind="find")
        find.setAccessibleName(self.tr("Find a résumé or command"))
        line = QHBoxLayout(find)
        line.setContentsMargins(10, 0, 8, 0)
        line.setSpacing(6)
        line.addWidget(icon_label("search", "text2", 16))
        self.find_what = Elided(role="small")
        self.find_what.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_findable(False)
        line.addWidget(self.find_what, 1)
        line.addWidget(plain("Ctrl K", "caption"))
        return find

    def show_findable(self, clients: bool) -> None:
        """What can be found: clients too, where there are any."""
        text = self.tr("Find a client or command") if clients else self.tr("Find a résumé or command")
        self.find_what.set_text(text, self.tr("Find or command"), self.tr("Find"))

    def show_cases(self, cases: list[Case]) -> None:
        chosen = self.current()
        self.view.selectionModel().blockSignals(True)
        self.model.show_cases(cases)
        self.view.selectionModel().blockSignals(False)
        self.empty.setVisible(not cases)
        self.choose(chosen)

    def current(self) -> str:
        index = self.view.currentIndex()
        return self.model.cases[index.row()].id if index.isValid() else ""

    def choose(self, case: str) -> None:
        """Mark a case without saying so again."""
        place = next((i for i, c in enumerate(self.model.cases) if c.id == case), -1)
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        if place >= 0:
            selection.setCurrentIndex(self.model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            selection.clear()
        selection.blockSignals(False)
        self.view.viewport().update()

    def step(self, by: int) -> None:
        """Choose the next or previous case."""
        place = self.view.currentIndex().row() + by
        if 0 <= place < len(self.model.cases):
            self.view.setCurrentIndex(self.model.index(place))

    def _chosen(self, index: QModelIndex, *_before: QModelIndex) -> None:
        if index.isValid():
            self.case_chosen.emit(self.model.cases[index.row()].id)

    def _menu(self, at: object) -> None:
        if self.current():
            rect = self.view.visualRect(self.view.currentIndex())
            self.menu_wanted.emit(self.current(), self.view.viewport().mapToGlobal(rect.center()))

    def show_batch(self, batch: Batch) -> None:
        self.working.setVisible(batch.running)
        self.stop.setVisible(batch.running)
        if batch.running:
            self.working.setText(self.tr("{done} of {total} read").format(done=batch.done, total=batch.total))
