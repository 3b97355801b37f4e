"""What is in a folder, before and while it is imported: new, next version, already here, cannot be read; a real table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QProgressBar, QTableView, QVBoxLayout, QWidget

from desktop.clients.values import ArrivalKind, ArrivalLine, ImportProgress
from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.parts import Card, Choice, button, give_size, plain, row
from desktop.windows.table_head import put_head

Index = QModelIndex | QPersistentModelIndex
FILE, WHAT, PERSON, FIT = range(4)
COLOURS = {
    ArrivalKind.UNREADABLE: "gap", ArrivalKind.STOPPED: "gap", ArrivalKind.ALREADY_HERE: "text2", ArrivalKind.WAITING: "text3",
    ArrivalKind.READING: "text2", ArrivalKind.NEXT_VERSION: "accentText",
}  # fmt: skip


class ArrivalModel(QAbstractTableModel):
    """The files, one row each: file, what it is, whose, score."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ArrivalLine] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("File"), self.tr("What it is"), self.tr("Person"), self.tr("Fit"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            score = "" if line.score is None else str(words.whole(line.score))
            return (line.file_name, self.what(line), line.person, score)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in (FILE, WHAT):
            return theme().colour(COLOURS.get(line.kind, "text") if index.column() == WHAT else "text")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == FIT:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def what(self, line: ArrivalLine) -> str:
        text = {
            ArrivalKind.WAITING: self.tr("Waiting"),
            ArrivalKind.READING: self.tr("Reading…"),
            ArrivalKind.NEW: self.tr("New"),
            ArrivalKind.NEXT_VERSION: self.tr("Next version"),
            ArrivalKind.ALREADY_HERE: self.tr("Already here"),
            ArrivalKind.UNREADABLE: self.tr("Cannot be read"),
            ArrivalKind.KEPT: self.tr("Imported"),
            ArrivalKind.STOPPED: self.tr("Stopped, not read"),
        }[line.kind]
        return f"{text}: {line.detail}" if line.detail else text

    def update_rows(self, rows: Sequence[ArrivalLine]) -> None:
        """Rows that are new or changed."""
        new = [row for row in rows if row.number >= len(self.rows)]
        changed = [row for row in rows if row.number < len(self.rows)]
        for line in changed:
            self.rows[line.number] = line
        if changed:  # told once: a thousand small tellings take the view a quarter of a second
            numbers = [line.number for line in changed]
            self.dataChanged.emit(self.index(min(numbers), 0), self.index(max(numbers), 3))
        if new:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(new) - 1)
            self.rows += sorted(new, key=lambda line: line.number)
            self.endInsertRows()


class ImportPreview(QDialog):
    """Intents: `keep_wanted`, `cancel_wanted`, `go_on_wanted`, `retry_wanted`, `versions_wanted(bool)`, `left`."""

    keep_wanted = Signal()
    cancel_wanted = Signal()
    go_on_wanted = Signal()
    retry_wanted = Signal()
    versions_wanted = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.setModal(False)
        give_size(self, 860, 600)
        self.model = ArrivalModel()
        self.view = self._table()
        self.title = plain(self.tr("Import"), "h2")
        self.said = plain(
            self.tr("Every file is looked at first. Nothing is kept before you press Import."), "body2", wrap=True
        )
        self.now = plain("", "caption")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        ways = [(True, self.tr("becomes that person's next version")), (False, self.tr("is kept as another person"))]
        self.policy = Choice(self.tr("A file of a person whose name is here already"), ways)
        self.policy.currentIndexChanged.connect(lambda _i: self.versions_wanted.emit(bool(self.policy.currentData())))
        kinds = (
            (ArrivalKind.NEW, self.tr("New")), (ArrivalKind.NEXT_VERSION, self.tr("Next version")),
            (ArrivalKind.ALREADY_HERE, self.tr("Already here")), (ArrivalKind.UNREADABLE, self.tr("Cannot be read")),
        )  # fmt: skip
        self.only = Choice(self.tr("Which files to show"), [(None, self.tr("Show all files")), *kinds])
        self.only.currentIndexChanged.connect(lambda _i: self._show_only())
        self.model.dataChanged.connect(self._changed)
        self.keep = button(self.tr("Import"), self.keep_wanted.emit, kind="primary")
        self.cancel = button(self.tr("Stop"), self.cancel_wanted.emit)
        self.go_on = button(self.tr("Continue"), self.go_on_wanted.emit)
        self.retry = button(self.tr("Try failed files again"), self.retry_wanted.emit, kind="link")
        self.leave = button(self.tr("Close"), self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addLayout(row(self.title, None, self.only))
        for part in (self.said, self.bar, self.now):
            column.addWidget(part)
        card = Card(1, 0)
        card.column.addWidget(self.view)
        column.addWidget(card, 1)
        policy = plain(self.tr("A file of a person whose name is here already"), "small", wrap=True)
        line = row(policy, self.policy)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addLayout(row(self.retry, None, self.leave, self.cancel, self.go_on, self.keep))
        self.show_progress(ImportProgress())

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Files to import"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)  # Tab leads out of the table
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme().px(36))
        put_head(view, trailing=frozenset({FIT}))
        for column, width in enumerate((240, 320, 170, 64)):
            view.setColumnWidth(column, theme().px(width))
        view.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return view

    def _changed(self) -> None:
        if self.only.currentData() is not None:
            self._show_only()

    def _show_only(self) -> None:
        """Hide the rows of other kinds than the one that was asked for."""
        kind = self.only.currentData()
        for place, line in enumerate(self.model.rows):
            self.view.setRowHidden(place, kind is not None and line.kind != kind)

    def show_progress(self, progress: ImportProgress) -> None:
        """Counts, bar and the buttons that make sense now."""
        p = progress
        self.title.setText(self.tr("%n files", "", p.total))
        ready = p.read - p.kept - p.already - p.failed
        parts = [self.tr("%n imported", "", p.kept)] if p.kept else []
        parts += [self.tr("%n ready to import", "", ready)] if ready and not p.keeping else []
        parts += [self.tr("%n already here", "", p.already)] if p.already else []
        parts += [self.tr("%n cannot be read", "", p.failed)] if p.failed else []
        parts += [self.tr("%n stopped; what is imported is kept", "", p.stopped)] if p.stopped else []
        if parts:
            self.said.setText(words.joined(parts) + ".")
        self.bar.setMaximum(max(1, p.total))
        self.bar.setValue(p.read)
        self.bar.setVisible(p.running)
        self.now.setText(self.tr("{done} of {total} read, now {name}").format(done=p.read, total=p.total, name=p.now[:60]))
        self.now.setVisible(p.running)
        self.keep.setVisible(not p.keeping)
        self.keep.setEnabled(bool(p.total))
        self.policy.setEnabled(not p.read)
        self.cancel.setVisible(p.running)
        self.go_on.setVisible(bool(p.stopped) and not p.running)
        self.go_on.setText(self.tr("Continue with %n", "", p.stopped))
        self.retry.setVisible(bool(p.failed) and not p.running)
        self.leave.setText(self.tr("Keep working") if p.running and p.keeping else self.tr("Close"))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit()
        super().closeEvent(event)
