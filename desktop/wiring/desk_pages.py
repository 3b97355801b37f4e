"""The pages of the desk in the middle of the window, made when they are first shown, and what their buttons do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QPoint, Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from desktop.clients.values import ClientCard, ClientLine
from desktop.files import read_bytes
from desktop.windows.days import day_text
from desktop.windows.telling import told
from matching.fit.comparison import GroupSummary, compare, summarise
from matching.fit.report import FitReport

if TYPE_CHECKING:
    from desktop.windows.client_page import ClientPage
    from desktop.windows.clients_page import ClientsPage
    from desktop.windows.compare_dots import Compared
    from desktop.windows.compare_page import ComparePage, OnePage
    from desktop.windows.search_page import SearchPage
    from desktop.wiring.clients import DeskWiring


class DeskPages(QObject):
    """Shows clients, a client, a comparison, a search; the wiring owns desk, changes and exporting."""

    def __init__(self, wiring: DeskWiring) -> None:
        super().__init__(wiring)
        self.wiring, self.desk, self.window = wiring, wiring.desk, wiring.window
        self.lines: dict[int, ClientLine] = {}
        self.shown: QWidget | None = None
        self.outdated = 0
        self._clients: ClientsPage | None = None
        self._client: ClientPage | None = None
        self._compare: ComparePage | None = None
        self._search: SearchPage | None = None
        self._wanted_client = self._naming = 0

    # ---- pages, made when needed

    @property
    def clients(self) -> ClientsPage:
        if self._clients is None:
            from desktop.windows.clients_page import ClientsPage

            self._clients = page = ClientsPage()
            self.window.middle.addWidget(page)
            page.opened.connect(self.open_result)
            page.bin_wanted.connect(self.wiring.put_in_bin)
            page.small_compare_wanted.connect(self._small_compare)
            page.compare_wanted.connect(self.compare_clients)
            page.summary_wanted.connect(self.summarise)
            page.tags_wanted.connect(self.change_tags)
            page.export_wanted.connect(self._export_table)
            page.import_wanted.connect(self.wiring.result.choose_folder)
            page.again_wanted.connect(self.desk.score_again)
            page.menu_wanted.connect(self._menu)
            page.list_wanted.connect(self.window.toggle_list)
            self.window.layout_changed.connect(lambda: page.list_button.setVisible(self.window.list_folded))
            page.list_button.setVisible(self.window.list_folded)
            page.attention.currentIndexChanged.connect(lambda _index: self.mark_side())
            page.table.columns_changed.connect(lambda: self.wiring.kept.put_paths("hidden-columns", page.table.hidden_columns))
            if self.wiring.kept.text("hidden-columns"):
                page.table.hide_columns(self.wiring.kept.paths("hidden-columns"))
            page.show_lines(tuple(self.lines.values()))
            page.show_outdated(self.outdated)
        return self._clients

    @property
    def client(self) -> ClientPage:
        if self._client is None:
            from desktop.windows.client_page import ClientPage

            self._client = page = ClientPage()
            self.window.middle.addWidget(page)
            changes = self.wiring.changes
            page.changed.connect(lambda card, fields: changes.change(card, **fields))
            page.meeting_added.connect(lambda card, day, note: changes.add_meeting(card, day or self.desk.moment()[:10], note))
            page.meeting_removed.connect(changes.remove_meeting)
            page.plan_removed.connect(changes.remove_plan)
            changes.several_changed.connect(self._show_again)
            page.version_wanted.connect(self.desk.recall)
            page.compare_wanted.connect(self.compare_versions)
            page.bin_wanted.connect(self._bin_from_page)
            page.sheet_wanted.connect(self.wiring.exporting.ask_plan)
            page.back_wanted.connect(self.wiring.back)
        return self._client

    @property
    def compare(self) -> ComparePage:
        if self._compare is None:
            from desktop.windows.compare_page import ComparePage

            self._compare = page = ComparePage()
            self.window.middle.addWidget(page)
            page.back_wanted.connect(self.wiring.back)
        return self._compare

    @property
    def search(self) -> SearchPage:
        if self._search is None:
            from desktop.windows.search_page import SearchPage

            self._search = page = SearchPage()
            self.window.middle.addWidget(page)
            page.search_wanted.connect(self.desk.search)
            page.hit_chosen.connect(self.desk.recall)
            page.back_wanted.connect(self.wiring.back)
            self.desk.found.connect(page.show_hits)
            self.desk.meant.connect(page.show_meant)
        return self._search

    def show(self, page: QWidget, title: str) -> None:
        """Put a page into the middle; no résumé is looked at then."""
        self.shown = None
        self.wiring.casework.choose("")
        self.shown = page
        self.window.middle.setCurrentWidget(page)
        self._title(title)
        self.window.set_page(False)
        self.mark_side()

    def mark_side(self) -> None:
        """Tint the way to the page that is shown, in the list at the left."""
        table = self.shown is not None and self.shown is self._clients
        worried = table and self._clients is not None and self._clients.only_attention
        self.wiring.side.show_chosen(table and not worried, worried)

    def _title(self, title: str) -> None:
        self.window.setWindowTitle(f"{' '.join(title.split())[:120]}, Rolefit")

    def stay(self) -> None:
        """Other parts told the window to show something else while no résumé is chosen: show the page again."""
        if self.shown is not None and not self.wiring.casework.current:
            self.window.middle.setCurrentWidget(self.shown)
            self.window.set_page(False)

    def leave(self) -> None:
        """A résumé is looked at now."""
        self.shown = None
        self.mark_side()
        if self._compare is not None:
            self._compare.close_pages()

    # ---- showing

    def show_lines(self, lines: Sequence[ClientLine]) -> None:
        self.lines = {line.client: line for line in lines}
        if self._clients is not None:
            self._clients.show_lines(lines)

    def update_lines(self, lines: Sequence[ClientLine], gone: Sequence[int]) -> None:
        self.lines |= {line.client: line for line in lines}
        for client in gone:
            self.lines.pop(client, None)
        if self._clients is not None:
            self._clients.update_lines(lines, gone)

    def show_outdated(self, count: int) -> None:
        self.outdated = count
        if self._clients is not None:
            self._clients.show_outdated(count)

    def show_all(self) -> None:
        """The table as it was left, but not filtered by what needs attention: that has a way of its own."""
        if self._clients is not None and self._clients.only_attention:
            self._clients.attention.setCurrentIndex(0)
        self.show(self.clients, self.tr("All clients"))
        self.clients.table.setFocus()

    def show_attention(self) -> None:
        self.show_all()
        self.clients.show_only_attention()
        self.mark_side()

    def show_search(self) -> None:
        self.show(self.search, self.tr("Search"))
        self.search.field.setFocus()
        self.search.field.selectAll()

    def open_result(self, client: int) -> None:
        """A client's newest result; where its file could not be read, the file is opened with the ways to mend it."""
        line = self.lines.get(client)
        if line is not None and line.problem:
            self.wiring.casework.open_files([line.path])
        else:
            self.desk.recall(client)

    def open_client(self, client: int) -> None:
        """A client's page: shown when it is told."""
        self._wanted_client = client
        self.desk.show_client(client)

    def rename_client(self, client: int) -> None:
        """A client's page, with the name ready to be typed over."""
        self._naming = client
        self.open_client(client)

    def _bin_from_page(self, clients: Sequence[int]) -> None:
        """A client who is in the bin has no page to stay on."""
        self.wiring.put_in_bin(clients)
        self.wiring.back()

    def step(self, by: int) -> bool:
        """From a client's page to that of the next or previous client of the table; False where no such page is shown."""
        card = self._client.card if self._client is not None and self.shown is self._client else None
        if card is None:
            return False
        order = [line.client for line in self.clients.table.clients.shown]
        place = order.index(card.client) + by if card.client in order else 0
        if 0 <= place < len(order):
            self.open_client(order[place])
        return True

    def show_card(self, card: ClientCard) -> None:
        here = self._client is not None and self.shown is self._client
        current = self._client.card if self._client is not None else None
        if card.client == self._wanted_client:
            self._wanted_client = 0
            self.client.show_card(card, self.desk.moment()[:10])
            self.show(self.client, card.name)
            if self._naming == card.client:
                self.client.edit_name()
            self._naming = 0
        elif here and current is not None and current.client == card.client:
            self.client.show_card(card, self.desk.moment()[:10])
            self._title(card.name)  # it may have another name now

    def _show_again(self, clients: Sequence[int]) -> None:
        """The client whose page is made, where it is one of those that were changed together."""
        card = self._client.card if self._client is not None else None
        if card is not None and card.client in clients:
            self.desk.show_client(card.client)

    # ---- comparing

    def _small_compare(self, clients: Sequence[int]) -> None:
        def done(english: tuple[FitReport, ...]) -> None:
            reports = tuple(map(told, english))
            if 2 <= len(reports) <= 4:
                self.clients.show_comparison(_compared(reports), compare(reports))

        self.desk.reports(clients, done)

    def compare_clients(self, clients: Sequence[int]) -> None:
        """Two to four clients side by side."""
        self.desk.reports(clients, lambda reports: self._show_compare(reports, False))

    def compare_versions(self, resumes: Sequence[int]) -> None:
        """Versions of one person side by side."""
        card = self._client.card if self._client is not None else None
        named = {v.resume: f"v{v.version}, {day_text(v.imported)}" for v in (card.versions if card is not None else ())}
        names = [named.get(resume, "") for resume in resumes]
        self.desk.version_reports(resumes, lambda reports: self._show_compare(reports, True, names))

    def _show_compare(self, english: tuple[FitReport, ...], same_person: bool, names: Sequence[str] = ()) -> None:
        reports = tuple(map(told, english))
        if not 2 <= len(reports) <= 4:
            self.wiring.toast.say(self.tr("Tick two to four to compare."))
            return
        compared = _compared(reports, names)
        self.compare.show_comparison(compared, reports, compare(reports), same_person)
        self.show(self.compare, self.tr("Side by side"))
        for side, report in ((self.compare.left, reports[0]), (self.compare.right, reports[-1])):
            self._fetch(side, report)

    def _fetch(self, side: OnePage, report: FitReport) -> None:
        """The pages' pictures: from the kept copy, else from the file if it is still the same."""
        sha256, path = report.document.sha256, report.document.path

        def kept(data: bytes | None) -> None:
            if data is not None:
                side.show_pages(data)
            elif path:
                self.wiring.casework.background.start(lambda _job: read_bytes(Path(path)), same, lambda _error: None)

        def same(data: bytes) -> None:
            import hashlib

            if hashlib.sha256(data).hexdigest() == sha256:
                side.show_pages(data)

        self.desk.ask(lambda store: store.clients.pdf_by_hash(sha256), kept)

    # ---- summary, table, menu

    def summarise(self, clients: Sequence[int]) -> None:
        """A summary over clients, without names."""

        def done(reports: tuple[FitReport, ...]) -> None:
            from desktop.windows.summary_dialog import SummaryDialog

            if reports:
                dialog = SummaryDialog(self.window, summarise(tuple(map(told, reports))))
                dialog.export_wanted.connect(self._export_summary)
                self.open_dialog(dialog)

        self.desk.reports(clients, done)

    def change_tags(self, clients: Sequence[int]) -> None:
        """The dialog for the tags of clients; what it gives can be undone."""
        from desktop.windows.tag_dialog import TagDialog

        chosen = [self.lines[client] for client in clients if client in self.lines]
        if chosen:
            dialog = TagDialog(self.window, chosen, [tag for line in self.lines.values() for tag in line.tags])
            dialog.given.connect(partial(self.wiring.change_tags, [line.client for line in chosen]))
            self.open_dialog(dialog)

    def open_dialog(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _export_summary(self, summary: GroupSummary) -> None:
        from desktop.export.table_csv import summary_as_csv

        self._write_csv("summary.csv", partial(summary_as_csv, summary, QLocale().name()))

    def _export_table(self, lines: Sequence[ClientLine]) -> None:
        from desktop.export.table_csv import table_as_csv

        self._write_csv("clients.csv", partial(table_as_csv, lines, QLocale().name()))

    def _write_csv(self, name: str, made: partial[str]) -> None:
        target = self.wiring.exporting.ask_target(name, ".csv")
        if target is not None:
            self.wiring.exporting.write_bytes(target, lambda: made().encode("utf-8-sig"))

    def _menu(self, client: int, at: QPoint) -> None:
        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.clients.table.chosen or (client,)
        line = self.lines.get(client)
        if line is not None and line.problem:
            menu.addAction(self.tr("Open the file to mend it"), lambda: self.open_result(client))
        else:
            menu.addAction(self.tr("Open the result"), lambda: self.open_result(client))
        menu.addAction(self.tr("Notes, progress and plan"), lambda: self.open_client(client))
        menu.addAction(self.tr("Rename"), lambda: self.rename_client(client))
        menu.addAction(self.tr("Copy the rows"), self.clients.table.copy_rows)
        menu.addSeparator()
        if 2 <= len(chosen) <= 4:
            menu.addAction(self.tr("Compare"), lambda: self.compare_clients(chosen))
        menu.addAction(self.tr("Summary without names"), lambda: self.summarise(chosen))
        menu.addAction(self.tr("Tags…"), lambda: self.change_tags(chosen))
        menu.addAction(self.tr("Export as file…"), lambda: self.wiring.export_clients(chosen))
        menu.addSeparator()
        menu.addAction(self.tr("Move to bin"), lambda: self.wiring.put_in_bin(chosen))
        menu.popup(at)


def _compared(reports: Sequence[FitReport], names: Sequence[str] = ()) -> tuple[Compared, ...]:
    """The results to compare, by `names` where there is one for each, else by the people's."""
    from desktop.windows.compare_dots import Compared

    people = [report.resume.contact.name or report.document.name for report in reports]
    known = names if len(names) == len(reports) and all(names) else people
    return tuple(Compared(name, report.match.score) for name, report in zip(known, reports, strict=True))
