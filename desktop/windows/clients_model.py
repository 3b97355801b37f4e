"""The table of all clients as a model: sorted and filtered by itself, because a proxy that asks Python row by row is slow."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from desktop.clients.values import ClientLine
from desktop.windows import words
from desktop.windows.days import recent_day_text
from desktop.windows.telling import said
from desktop.windows.told import told
from matching.errors import Problem
from matching.fit.report import Band
from matching.reading.resume import Level

Index = QModelIndex | QPersistentModelIndex
LINE = int(Qt.ItemDataRole.UserRole) + 1
LIKE = 70  # per cent: from here on a text is like another
COLUMNS = ("name", "version", "fit", "change", "gap", "salary", "level", "tags", "updated", "attention")
NAME, VERSION, FIT, CHANGE, GAP, SALARY, LEVEL, TAGS, UPDATED, ATTENTION = range(len(COLUMNS))

_KEYS: dict[int, Callable[[ClientLine], tuple[object, ...]]] = {
    NAME: lambda line: (line.name.casefold(),),
    VERSION: lambda line: (line.version,),
    FIT: lambda line: (-1 if line.score is None else line.score,),
    CHANGE: lambda line: (-(10**6) if line.change is None else line.change,),
    GAP: lambda line: (said(line.gap).casefold(), line.gap_points),
    SALARY: lambda line: line.likely,
    LEVEL: lambda line: (list(Level).index(Level(line.level)) if line.level else -1,),
    TAGS: lambda line: tuple(tag.casefold() for tag in line.tags),
    UPDATED: lambda line: (line.updated,),
    ATTENTION: lambda line: (len(line.attention), line.attention),
}
# Whether a row has something to sort by; rows that have nothing stand last, whichever way a column is sorted.
_THERE: dict[int, Callable[[ClientLine], object]] = {
    VERSION: lambda line: line.version,
    FIT: lambda line: line.score is not None,
    CHANGE: lambda line: line.change is not None,
    GAP: lambda line: line.gap,
    SALARY: lambda line: line.likely[1],
    LEVEL: lambda line: line.level,
    TAGS: lambda line: line.tags,
    ATTENTION: lambda line: line.attention,
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which clients to show; empty fields do not filter. `since` is a day. `only`: these clients, as after a search."""

    text: str = ""
    band: Band | None = None
    level: str = ""
    attention: bool = False
    since: str = ""
    only: frozenset[int] | None = None

    def fits(self, line: ClientLine) -> bool:
        band = (
            None if line.score is None else Band.EARLY if line.score < 500 else Band.CLOSE if line.score < 750 else Band.STRONG
        )
        return (
            (not self.text or self.text in line.name.casefold() or any(self.text in tag.casefold() for tag in line.tags))
            and (self.band is None or band is self.band)
            and (not self.level or line.level == self.level)
            and (not self.attention or bool(line.attention))
            and (not self.since or line.updated >= self.since)
            and (self.only is None or line.client in self.only)
        )


class ClientsModel(QAbstractTableModel):
    """Rows of ClientLine. The view asks for the cells it shows, nothing is made before that."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[int, ClientLine] = {}
        self._by_name: list[ClientLine] = []  # the same in order; made when it is asked for
        self.shown: list[ClientLine] = []
        self._column, self._down = FIT, True
        self.filter = Filter()

    # ---- Qt's questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_name(section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(line, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column_name(index.column())}: {cell_text(line, index.column())}"
        if role == Qt.ItemDataRole.ToolTipRole and line.problem and index.column() in (GAP, NAME):
            known = line.problem in set(Problem)
            text = told(Problem(line.problem)).text if index.column() == GAP and known else line.file_name
            return f"<qt>{html.escape(text)}</qt>"
        return line if role == LINE else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._down = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()

    # ---- what is shown

    @property
    def lines(self) -> Sequence[ClientLine]:
        return tuple(self._lines.values())

    def show_lines(self, lines: Iterable[ClientLine]) -> None:
        """Show other clients."""
        self._lines, self._by_name = {line.client: line for line in lines}, []
        self._arrange()

    def update_lines(self, lines: Sequence[ClientLine], gone: Sequence[int] = ()) -> None:
        """Some lines changed or are new, some clients are gone."""
        self._lines |= {line.client: line for line in lines}
        for client in gone:
            self._lines.pop(client, None)
        self._by_name = []
        self._arrange()

    def set_filter(self, chosen: Filter) -> None:
        if chosen != self.filter:
            self.filter = chosen
            self._arrange()

    def nearest(self, text: str) -> str:
        """The name, part of a name, or tag that is most like a text that nobody matches; empty where nothing is like it."""
        from rapidfuzz import fuzz, process  # only after a slip of the keys

        wanted = text.casefold()
        if any(Filter(wanted).fits(line) for line in self._lines.values()):
            return ""  # other filters are in the way
        known = {word for line in self._lines.values() for word in (line.name, *line.name.split(), *line.tags)}
        found = process.extractOne(text, sorted(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=LIKE)
        return found[0] if found else ""

    def row_of(self, client: int) -> int:
        """The row of a client; -1 where it is not shown."""
        return next((row for row, line in enumerate(self.shown) if line.client == client), -1)

    def _arrange(self) -> None:
        """Sort and filter anew; what was selected or current stays so where it is still shown."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        clients = [(self.shown[index.row()].client, index.column()) for index in old]
        if not self._by_name:
            self._by_name = sorted(self._lines.values(), key=lambda line: (line.name.casefold(), line.client))
        every = self._by_name if self.filter == Filter() else [line for line in self._by_name if self.filter.fits(line)]
        there = _THERE.get(self._column)
        shown = [line for line in every if there is None or there(line)]
        shown.sort(key=_KEYS[self._column], reverse=self._down)
        if there is not None:
            shown += [line for line in every if not there(line)]
        self.shown = shown
        if old:
            rows = {line.client: row for row, line in enumerate(shown)}
            new = [self.index(rows[client], column) if client in rows else QModelIndex() for client, column in clients]
            self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()


def column_name(column: int) -> str:
    translate = QCoreApplication.translate
    return (
        translate("Clients", "Client"), translate("Clients", "Version"), translate("Clients", "Fit"),
        translate("Clients", "Change"), translate("Clients", "Largest gap"), translate("Clients", "Salary expectation"),
        translate("Clients", "Level"), translate("Clients", "Tags"),
        translate("Clients", "Updated"), translate("Clients", "Needs attention"),
    )[column]  # fmt: skip


def signed(tenths: int) -> str:
    """ "+5.0", "−2.0" or "0.0" of tenths."""
    return ("+" if tenths > 0 else "−" if tenths < 0 else "") + words.points(abs(tenths))


def attention_text(code: str) -> str:
    """Why a client needs attention, in words."""
    translate = QCoreApplication.translate
    return {
        "not_scored": translate("Clients", "Not scored"),
        "keep_until": translate("Clients", "Retention is due"),
        "pages_missing": translate("Clients", "Pages could not be read"),
        "text_unreadable": translate("Clients", "Its fonts hide letters"),
        "columns_uncertain": translate("Clients", "Columns may be mixed"),
        "not_a_resume": translate("Clients", "May be no résumé"),
        "hidden_text": translate("Clients", "Holds hidden text"),
        "no_dates": translate("Clients", "Jobs without dates"),
        "not_english": translate("Clients", "Not in English"),
    }.get(code, code)


def problem_text(problem: str) -> str:
    """Why a file could not be read, in a few words; a problem that this version does not know stays its code."""
    translate = QCoreApplication.translate
    return {
        Problem.PASSWORD: translate("Clients", "Locked by a password"),
        Problem.WRONG_PASSWORD: translate("Clients", "Locked by a password"),
        Problem.NOT_A_PDF: translate("Clients", "Not a PDF"),
        Problem.DAMAGED: translate("Clients", "Damaged file"),
        Problem.NO_TEXT: translate("Clients", "No text in this PDF"),
        Problem.TOO_LARGE: translate("Clients", "Larger than 25 MB"),
        Problem.TOOK_TOO_LONG: translate("Clients", "Took too long to read"),
        Problem.TOO_MUCH_MEMORY: translate("Clients", "Needed too much memory"),
        Problem.UNSUPPORTED_PROTECTION: translate("Clients", "Unknown protection"),
        Problem.NOT_FOUND: translate("Clients", "File not found"),
        Problem.NO_PERMISSION: translate("Clients", "May not be read"),
        Problem.READER_STOPPED: translate("Clients", "Reading stopped"),
    }.get(Problem(problem), problem) if problem in set(Problem) else problem  # fmt: skip


def cell_text(line: ClientLine, column: int) -> str:
    """What stands in a cell."""
    if column == NAME:
        return line.name
    if column == VERSION:
        return f"v{line.version}" if line.version else ""
    if column == FIT:
        if line.score is None:
            return QCoreApplication.translate("Clients", "Not scored")
        return str(words.whole(line.score))
    if column == CHANGE:
        return signed(line.change) if line.change else ""
    if column == GAP:
        return problem_text(line.problem) if line.problem else said(line.gap)
    if column == SALARY and line.problem:
        return QCoreApplication.translate("Clients", "Fix…")
    if column == SALARY:
        return words.money_range(*line.likely) if line.likely[1] else ""
    if column == LEVEL:
        return words.level_name(Level(line.level)) if line.level else ""
    if column == TAGS:
        return ", ".join(line.tags)
    if column == UPDATED:
        return recent_day_text(line.updated)
    return ", ".join(attention_text(code) for code in line.attention)
