"""All clients: head with counts, filters, the table, what the ticked ones can do, and a small comparison of two to four."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.clients.values import ClientLine, ImportProgress
from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.clients_model import Filter
from desktop.windows.clients_table import ClientsTable
from desktop.windows.compare_dots import Compared, GroupDots, Legend
from desktop.windows.empty_note import EmptyNote
from desktop.windows.parts import Card, Choice, SearchField, button, icon_button, plain, row
from matching.fit.comparison import Comparison
from matching.fit.report import Band
from matching.reading.resume import Level

LOW = 540  # pixels at 100 %: below this height the table needs all of it


class ClientsPage(QWidget):
    """Intents: `opened(client)`, `page_wanted(client)`, `bin_wanted(clients)`, `compare_wanted(clients)` (the whole page),
    `small_compare_wanted(clients)`, `summary_wanted(clients)`, `tags_wanted(clients)`, `export_wanted(lines)`, `import_wanted`,
    `again_wanted`, `menu_wanted(client, at)`, `list_wanted`."""

    opened = Signal(int)
    bin_wanted = Signal(object)
    compare_wanted = Signal(object)
    small_compare_wanted = Signal(object)
    summary_wanted = Signal(object)
    export_wanted = Signal(object)
    import_wanted = Signal()
    again_wanted = Signal()
    tags_wanted = Signal(object)
    menu_wanted = Signal(int, object)
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.table = ClientsTable()
        self.title = plain(self.tr("All clients"), "h1")
        self.counts = plain("", "small", wrap=True)
        self.list_button = icon_button(self.tr("Show the list (F9)"), "list", self.list_wanted.emit)
        self.list_button.hide()
        self._filters()
        self._actions()
        self.outdated = self._amber()
        self.nobody = EmptyNote(self.field.setText, self.clear_filter, self.tr("Clear the filter"))
        self.clear = button(self.tr("Clear the filter"), self.clear_filter, kind="link")
        self.small = self._small_comparison()
        self._compared = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(self._filter)
        self._lay_out()
        self.table.chosen_changed.connect(self._chosen)
        self.table.opened.connect(self.opened)
        self.table.menu_wanted.connect(self.menu_wanted)
        self._chosen()
        self._told()

    # ---- parts

    def _filters(self) -> None:
        self.field = SearchField(self.tr("Filter by name or tag"), self.tr("Filter by name or tag"), 80)
        self.field.textChanged.connect(lambda _text: self._wait.start())
        self.field.down_wanted.connect(self.table.take_focus)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.field.setFocus)
        bands = [(None, self.tr("Fit: any"))] + [(band.value, words.band_name(band)) for band in Band]
        levels = [(None, self.tr("Level: any"))] + [(level.value, words.level_name(level)) for level in Level]
        times = [(0, self.tr("Changed: any time")), (7, self.tr("Last 7 days")), (30, self.tr("Last 30 days"))]
        self.band = self._choice(self.tr("Fit"), bands)
        self.level = self._choice(self.tr("Level"), levels)
        self.since = self._choice(self.tr("Changed"), times)
        states = [(0, self.tr("Attention: any")), (1, self.tr("Needs attention"))]
        self.attention = self._choice(self.tr("Attention"), states)

    def _choice(self, name: str, items: Sequence[tuple[object, str]]) -> Choice:
        box = Choice(name, items)
        box.currentIndexChanged.connect(lambda _index: self._filter())
        return box

    def _actions(self) -> None:
        self.shown_count, self.chosen_count = plain("", "small"), plain("", "small")
        self.bring = button(self.tr("Import folder"), self.import_wanted.emit, icon="folder")
        self.export = button(self.tr("Export table"), self._export, kind="primary", icon="export")
        self.open_chosen = button(self.tr("Open"), lambda: self.opened.emit(self.table.chosen[0]), kind="link")
        self.summary = button(self.tr("Summary"), lambda: self.summary_wanted.emit(self.table.chosen), kind="link")
        self.tags = button(self.tr("Tags…"), lambda: self.tags_wanted.emit(self.table.chosen), kind="link")
        self.bin = button(self.tr("Move to bin"), lambda: self.bin_wanted.emit(self.table.chosen), kind="link")
        self.columns = button(self.tr("Columns"), self._columns, kind="link")

    def _amber(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("amber")
        self.outdated_text = plain("", "gap", wrap=True)
        line = row(self.outdated_text, button(self.tr("Score again"), self.again_wanted.emit, kind="link"))
        line.setStretch(0, 1)
        line.setContentsMargins(16, 6, 10, 6)
        frame.setLayout(line)
        frame.hide()
        return frame

    def _small_comparison(self) -> Card:
        card = Card(18, 6)
        self.legend, self.dots = Legend(), GroupDots()
        whole = button(self.tr("Open side by side"), lambda: self.compare_wanted.emit(self.table.chosen), icon="compare")
        head = row(plain(self.tr("Compare by group, points"), "h3"), 12, spacing=8)
        head.addWidget(self.legend, 1)
        head.addWidget(whole)
        card.column.addLayout(head)
        card.column.addWidget(self.dots)
        card.hide()
        return card

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.counts)
        head = row(self.list_button, spacing=8)
        head.addLayout(titles, 1)
        head.addWidget(self.bring)
        head.addWidget(self.export)
        tools = row(self.chosen_count, self.open_chosen, self.summary, self.tags, self.bin, self.columns, spacing=6)
        filters = row(self.field, self.band, self.level, self.attention, self.since, spacing=8)
        filters.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(filters)
        column.addLayout(row(self.shown_count, self.clear, None, tools))
        column.addWidget(self.outdated)
        card = Card(1, 0)
        card.column.addWidget(self.table)
        card.column.addWidget(self.nobody)
        column.addWidget(card, 1)
        column.addWidget(self.small)

    # ---- showing

    def show_lines(self, lines: Sequence[ClientLine]) -> None:
        self.table.clients.show_lines(lines)
        self._told()

    def update_lines(self, lines: Sequence[ClientLine], gone: Sequence[int]) -> None:
        self.table.clients.update_lines(lines, gone)
        self._told()
        self._chosen()

    def show_outdated(self, count: int) -> None:
        text = self.tr("%n résumés were scored by another role or edition; older figures stay beside new ones.", "", count)
        self.outdated_text.setText(text)
        self.outdated.setVisible(count > 0)

    def show_comparison(self, compared: Sequence[Compared], comparison: Comparison) -> None:
        """The small comparison of the ticked clients."""
        if len(compared) == len(self.table.chosen):
            self.legend.show_compared(compared)
            self.dots.show_groups(comparison.groups)
            self._compared = bool(comparison.groups)
            self._show_small()

    def show_progress(self, progress: ImportProgress) -> None:
        """The counts say what an import is doing meanwhile."""
        self._told()
        if progress.running:
            text = self.tr("{done} of {total} read").format(done=progress.read, total=progress.total)
            self.counts.setText(f"{self.counts.text()} {text}")

    def _told(self) -> None:
        lines = self.table.clients.lines
        versions, worried = sum(line.version for line in lines), sum(bool(line.attention) for line in lines)
        text = self.tr("%n clients", "", len(lines)) + ", " + self.tr("%n résumé versions", "", versions) + ". "
        self.counts.setText(text + (self.tr("%n need attention.", "", worried) if worried else ""))
        shown = self.table.clients.rowCount()
        none, some = bool(lines) and not shown, 0 < shown < len(lines)
        if none:
            what = self.field.text().strip()
            title = self.tr("No client matches “{text}”.").format(text=what) if what else self.tr("No client matches.")
            self.nobody.show_note(title, self.table.clients.nearest(what) if what else "")
        self.nobody.setVisible(none)
        self.table.setVisible(not none)
        self._show_small()
        self.shown_count.setText(self.tr("{shown} of {all} shown").format(shown=shown, all=len(lines)))
        for part in (self.shown_count, self.clear):
            part.setVisible(some)

    def _chosen(self) -> None:
        chosen = self.table.chosen
        self.chosen_count.setText(self.tr("%n selected", "", len(chosen)) if chosen else "")
        for part in (self.summary, self.tags, self.bin):
            part.setVisible(bool(chosen))
        self.open_chosen.setVisible(len(chosen) == 1)
        if 2 <= len(chosen) <= 4:
            self.small_compare_wanted.emit(chosen)
        else:
            self._compared = False
            self._show_small()

    def _show_small(self) -> None:
        """The comparison of the ticked, where it leaves the table its room: not below the words that nobody is shown, and
        not in a low window, where the whole page of it is still a key away."""
        low = self.height() < theme().px(LOW)
        self.small.setVisible(self._compared and not low and not self.nobody.isVisibleTo(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_small()

    # ---- filtering

    def _filter(self) -> None:
        days, band = int(self.since.currentData()), self.band.currentData()
        since = QDate.currentDate().addDays(-days).toString("yyyy-MM-dd") if days else ""
        self.table.clients.set_filter(
            Filter(
                self.field.text().strip().casefold(),
                Band(band) if band else None,
                self.level.currentData() or "",
                bool(self.attention.currentData()),
                since,
            )
        )
        self._told()

    def clear_filter(self) -> None:
        self.field.clear()
        for box in (self.band, self.level, self.attention, self.since):
            box.setCurrentIndex(0)
        self._filter()

    @property
    def only_attention(self) -> bool:
        """Whether only those that need attention are shown."""
        return bool(self.attention.currentData())

    def show_only_attention(self) -> None:
        """Filter by what needs attention."""
        self.clear_filter()
        self.attention.setCurrentIndex(1)

    def _columns(self) -> None:
        self.table.choose_columns(self.columns.mapToGlobal(QPoint(0, self.columns.height())), under=self.columns)

    def _export(self) -> None:
        chosen = set(self.table.chosen)
        lines = [line for line in self.table.clients.shown if not chosen or line.client in chosen]
        self.export_wanted.emit(lines)
