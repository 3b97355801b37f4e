"""The table of all clients as a view: rows are ticked by mouse, Shift, Ctrl and Space; columns can be hidden."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop.style.theme import theme
from desktop.windows.clients_model import COLUMNS, FIT, NAME, SALARY, UPDATED, ClientsModel, cell_text, column_name
from desktop.windows.clients_rows import TICK, ClientRows
from desktop.windows.days import day_text
from desktop.windows.table_head import TableHead, put_head

WIDTHS = {"name": 176, "version": 72, "fit": 164, "change": 78, "gap": 196, "salary": 148, "level": 84, "tags": 120,
          "updated": 112, "attention": 130}  # fmt: skip
HIDDEN_AT_FIRST = {"level", "tags"}


class ClientsTable(QTableView):
    """`opened(client)`: double click, Enter or "Fix…". `chosen_changed()`: other rows are ticked. `menu_wanted(client, at)`."""

    opened = Signal(int)
    chosen_changed = Signal()
    menu_wanted = Signal(int, object)
    columns_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.clients = ClientsModel()
        self.setModel(self.clients)
        self.setItemDelegate(ClientRows(self))
        self.setAccessibleName(self.tr("All clients"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leads out of the table
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head()
        self.sized()
        theme().changed.connect(self.sized)
        self._row = -1
        self.clients.layoutAboutToBeChanged.connect(self._hold_row)
        self.clients.layoutChanged.connect(self._keep_row)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.doubleClicked.connect(lambda index: self.opened.emit(self.clients.shown[index.row()].client))

    def _head(self) -> None:
        head = put_head(self, indents={NAME: TICK - 8})
        head.setSectionsClickable(True)
        head.setSectionsMovable(True)
        head.setStretchLastSection(True)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.choose_columns(head.mapToGlobal(at)))
        head.setSortIndicator(FIT, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        for column, key in enumerate(COLUMNS):
            self.setColumnHidden(column, key in HIDDEN_AT_FIRST)

    def sized(self) -> None:
        """Heights and widths by the text size."""
        look, head = theme(), self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(look.px(44))
        for column, key in enumerate(COLUMNS):
            named = head.width_for(column) if isinstance(head, TableHead) else 0
            self.setColumnWidth(column, max(look.px(WIDTHS[key]), named))
        day = QFontMetrics(look.font("body", tabular=True)).horizontalAdvance(day_text("2026-11-28"))
        self.setColumnWidth(UPDATED, max(self.columnWidth(UPDATED), day + look.px(24)))

    # ---- columns

    def choose_columns(self, at: QPoint, under: QWidget | None = None) -> None:
        """A menu to show and hide columns; the name always stays. It ends where the button ends that it hangs under."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in range(len(COLUMNS)):
            action = menu.addAction(column_name(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.setEnabled(column != NAME)
            action.toggled.connect(lambda on, column=column: self.show_column(column, on))
        if under is not None and not self.isRightToLeft():
            at -= QPoint(max(0, menu.sizeHint().width() - under.width()), 0)
        menu.popup(at)

    def show_column(self, column: int, on: bool) -> None:
        self.setColumnHidden(column, not on)
        self.columns_changed.emit()

    @property
    def hidden_columns(self) -> list[str]:
        return [key for column, key in enumerate(COLUMNS) if self.isColumnHidden(column)]

    def hide_columns(self, keys: list[str]) -> None:
        for column, key in enumerate(COLUMNS):
            self.setColumnHidden(column, key in keys and column != NAME)

    # ---- rows

    @property
    def chosen(self) -> tuple[int, ...]:
        """The ticked clients in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.clients.shown[row].client for row in rows if row < len(self.clients.shown))

    @property
    def current(self) -> int:
        """The client of the current row; 0 for none."""
        row = self.currentIndex().row()
        return self.clients.shown[row].client if 0 <= row < len(self.clients.shown) else 0

    def tick(self, clients: list[int]) -> None:
        """Tick exactly these clients."""
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for client in clients:
            row = self.clients.row_of(client)
            if row >= 0:
                self.selectionModel().select(self.clients.index(row, NAME), flags)

    def _toggle(self, row: int) -> None:
        index = self.clients.index(row, NAME)
        flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(index, flags)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        rect = self.visualRect(index)
        into = rect.right() - event.position().x() if self.isRightToLeft() else event.position().x() - rect.left()
        if index.isValid() and index.column() == NAME and into < TICK and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(index.row())
        elif index.isValid() and self.is_fix(index) and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self.clients.shown[index.row()].client)
        else:
            super().mousePressEvent(event)

    def is_fix(self, index: QModelIndex) -> bool:
        """Whether a cell is the "Fix…" of a file that could not be read."""
        return index.column() == SALARY and bool(self.clients.shown[index.row()].problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """The ticked rows, else the current one, with the columns that are seen, as text with tabs for the clipboard."""
        head = self.horizontalHeader()
        columns = sorted((c for c in range(len(COLUMNS)) if not self.isColumnHidden(c)), key=head.visualIndex)
        wanted = self.chosen or (self.current,)
        lines = [line for line in self.clients.shown if line.client in wanted]
        rows = [[column_name(c) for c in columns]] + [[cell_text(line, c) for c in columns] for line in lines]
        if lines:
            text = "\n".join("\t".join(" ".join(cell.split()) for cell in cells) for cells in rows)
            QGuiApplication.clipboard().setText(text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row below the mouse, or by the keyboard of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_wanted.emit(self.clients.shown[index.row()].client, at)

    def take_focus(self) -> None:
        """Take the keyboard, with a current row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self.clients.shown:
            self.selectionModel().setCurrentIndex(self.clients.index(0, NAME), QItemSelectionModel.SelectionFlag.NoUpdate)

    def _hold_row(self) -> None:
        self._row = self.currentIndex().row()

    def _keep_row(self) -> None:
        """Where the current client is gone, the one that stands in its place is current: the keyboard does not lose its way."""
        if self._row >= 0 and not self.currentIndex().isValid() and self.clients.shown:
            here = self.clients.index(min(self._row, len(self.clients.shown) - 1), NAME)
            self.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.NoUpdate)
