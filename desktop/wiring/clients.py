"""Joins the counselor's desk to the window: menus, pages, dialogs, offers; one person's words until there is a second one."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from desktop.cases.values import Case
from desktop.clients.changes import ClientChanges
from desktop.clients.desk import Desk
from desktop.clients.importing import BatchReader, Importing, LiveBatchReader
from desktop.clients.messages import NOT_A_CLIENT_FILE, TOPIC, store_message
from desktop.clients.storage import Storage
from desktop.clients.values import ClientLine, ImportProgress, Offer, StoreFacts
from desktop.files import pdfs_below
from desktop.messages import Message
from desktop.store.records import StoreTrouble
from desktop.windows.clients_side import ClientsSide, OfferLine
from desktop.windows.commands import Command
from desktop.windows.telling import said
from desktop.windows.told import translated
from desktop.windows.trouble_card import TroubleCard
from desktop.wiring.desk_pages import DeskPages
from matching.reading.file_names import display_name

if TYPE_CHECKING:
    from desktop.running.rolefit import Rolefit
    from desktop.windows.storage_settings import StoragePage


class DeskWiring(QObject):
    """Lives as long as the window. `make_reader` gives the reader of an import; tests put a quick one in its place."""

    def __init__(self, rolefit: Rolefit) -> None:
        super().__init__(rolefit.window)
        self.rolefit = rolefit
        self.casework, self.window, self.kept = rolefit.desk, rolefit.window, rolefit.kept
        self.toast, self.exporting, self.result = rolefit.wiring.toast, rolefit.exporting, rolefit.wiring
        self.commands, self._open_help = rolefit.menus.commands, rolefit.menus.open_help
        self.desk = Desk(self.casework, self.kept.folder, self)
        self.changes, self.storage = ClientChanges(self.desk), Storage(self.desk)
        self.pages = DeskPages(self)
        self.importing: Importing | None = None
        self._told: set[str] = set()  # cases whose keeping as a further version was told
        self.make_reader: Callable[[int], BatchReader] = self._live_reader
        self.side, self.offer, self.trouble = ClientsSide(), OfferLine(self.window), TroubleCard(self.window)
        layout = self.window.case_list.layout()
        assert layout is not None
        layout.insertWidget(1, self.side)  # type: ignore[attr-defined] # it is a QVBoxLayout
        order = (self.window.case_list.finder, self.side.everyone, self.side.worried, self.window.case_list.view)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.result.import_many = self.import_paths
        self._menus()
        self._join()
        self._mode()

    @property
    def many(self) -> bool:
        """Whether there are clients: with more than one person, unless the settings say it is always or never so."""
        chosen, people = self.rolefit.settings.text("people"), len(self.pages.lines)
        return chosen != "one" and people > (0 if chosen == "many" else 1)

    def people_changed(self) -> None:
        """One person or many was chosen: leave a page that is not there any more."""
        if self.pages.shown is not None and not self.many:
            self.pages.leave()
            self.result.show_current()
        self._mode()

    def _join(self) -> None:
        desk, pages = self.desk, self.pages
        desk.lines_changed.connect(self._lines)
        desk.lines_updated.connect(self._some_lines)
        desk.card_changed.connect(pages.show_card)
        desk.recalled.connect(self._recalled)
        desk.kept_bytes.connect(self.casework.keep_data)
        desk.offered.connect(lambda _offer: self._next_offer())
        desk.outdated.connect(pages.show_outdated)
        desk.kept.connect(self._kept)
        desk.trouble.connect(self._trouble)
        desk.said.connect(self.toast.say)
        desk.erased.connect(self._erased)
        desk.passphrase_wanted.connect(self._ask_passphrase)
        self.casework.current_changed.connect(lambda case: pages.leave() if case else None)
        self.casework.current_changed.connect(lambda _case: self._enable())
        self.casework.case_changed.connect(lambda _case: self._enable())
        self.casework.cases_changed.connect(pages.stay)
        self.side.all_wanted.connect(pages.show_all)
        self.side.attention_wanted.connect(pages.show_attention)
        self.offer.settled.connect(self._settled)
        self.window.report.client_wanted.connect(self.show_progress)
        self.trouble.again_wanted.connect(desk.try_again)
        self.trouble.storage_wanted.connect(self.open_storage)
        self.trouble.help_wanted.connect(lambda: self._open_help(TOPIC))

    def _menus(self) -> None:
        bar, pages = self.window.menuBar(), self.pages
        menu = QMenu(self.tr("&Clients"), bar)
        bar.insertMenu(self.commands.menus["tools"].menuAction(), menu)
        self.commands.menus["clients"] = menu
        self.commands.add(
            Command("all-clients", self.tr("All clients"), ("Ctrl+0",), "clients", pages.show_all),
            Command("needs-attention", self.tr("Needs attention"), (), "clients", pages.show_attention),
            Command("search-all", self.tr("Search in all résumés…"), ("Ctrl+Shift+F",), "clients", pages.show_search),
            None,
            Command("compare", self.tr("Compare"), ("Ctrl+D",), "clients", self.compare),
            Command("summary", self.tr("Summary without names"), (), "clients", lambda: pages.summarise(self._chosen())),
            Command("export-clients", self.tr("Export as file…"), (), "clients", lambda: self.export_clients(self._chosen())),
            Command("import-clients", self.tr("Import clients from a file…"), (), "clients", self.import_clients),
            None,
            Command("tags", self.tr("Tags…"), (), "clients", lambda: pages.change_tags(self._chosen())),
            Command("rename", self.tr("Rename"), ("F2",), "clients", self.rename),
            Command("bin", self.tr("Move to bin"), ("Del",), "clients", lambda: self.put_in_bin(self._chosen())),
        )
        self.commands.menus["resume"].addSeparator()
        self.commands.add(
            Command("progress", self.tr("Notes, progress and plan"), ("Ctrl+I",), "resume", self.show_progress),
            Command("save-plan", self.tr("Save ticked gaps as a plan…"), (), "resume", self.save_plan),
        )
        self.commands.add(
            Command("print", self.tr("Print report…"), ("Ctrl+P",), "file", self.exporting.print_current, after="export"),
            Command("storage", self.tr("Storage and backups…"), (), "file", self.open_storage, after="print"),
        )

    def _mode(self) -> None:
        """Clients' words and ways only where there are clients."""
        many = self.many
        self.side.setVisible(many)
        self.commands.menus["clients"].menuAction().setVisible(many)
        lines = self.pages.lines.values()
        self.side.show_counts(len(lines), sum(bool(line.attention) for line in lines))
        self.window.case_list.heading.setText(self.tr("Open résumés") if many else self.tr("My résumés"))
        self.window.case_list.show_findable(many)
        self._enable()

    def _enable(self) -> None:
        names = (
            "all-clients",
            "needs-attention",
            "search-all",
            "compare",
            "summary",
            "export-clients",
            "tags",
            "rename",
            "bin",
        )
        for name in names:
            self.commands[name].setEnabled(self.many)
        here = self.casework.case(self.casework.current)
        read = here is not None and here.report is not None
        for name in ("progress", "save-plan"):
            self.commands[name].setEnabled(read and here is not None and here.id in self.desk.placed)
        self.commands["print"].setEnabled(read)
        self.window.report.client_button.setVisible(self.commands["progress"].isEnabled())

    # ---- the desk's facts

    def _lines(self, lines: Sequence[ClientLine]) -> None:
        first = not self.pages.lines
        self.pages.show_lines(lines)
        self._mode()
        if first and self.many and not self.casework.cases:
            self.pages.show_all()
        due = sum("keep_until" in line.attention for line in lines)
        if first and due:
            text = self.tr("The retention date of %n clients has come.", "", due)
            self.toast.say(text, self.tr("Show"), self.pages.show_attention)

    def _some_lines(self, lines: Sequence[ClientLine], gone: Sequence[int]) -> None:
        self.pages.update_lines(lines, gone)
        self._mode()

    def _recalled(self, case: Case) -> None:
        self.casework.choose(case.id)
        self.pages.leave()
        self.result.show_current()

    def _trouble(self, message: Message) -> None:
        here = translated(message)
        if message == NOT_A_CLIENT_FILE:
            self.toast.say(f"{here.title} {here.next_step}", self.tr("Read more"), lambda: self._open_help(TOPIC))
        else:
            self.trouble.show_trouble(here, restorable=message == store_message(StoreTrouble.DAMAGED))
        self.result.announce(here.text, urgent=True)

    def _erased(self, paths: Sequence[str]) -> None:
        """Deleted people's files are forgotten by the window too, and that is written at once."""
        gone = set(paths)
        for name in ("recent", "open"):
            self.kept.put_paths(name, [path for path in self.kept.paths(name) if path not in gone])
        self.kept.sync()

    def _ask_passphrase(self, again: bool) -> None:
        from desktop.windows.storage_settings import PassphraseDialog

        dialog = PassphraseDialog(self.window, again)
        dialog.given.connect(self.desk.unlock)
        self.pages.open_dialog(dialog)

    def _kept(self, case: str, client: int, version: int) -> None:
        """A new version is told, with a way back: nothing is merged in silence."""
        if version > 1 and case not in self._told:
            self._told.add(case)
            text = self.tr("Kept as version {version}").format(version=version)
            self.toast.say(text, self.tr("Undo"), lambda: self.desk.take_back(case))
        self._enable()

    def _next_offer(self) -> None:
        if self.offer.offer is None and self.desk.offers:
            self.offer.show_offer(self.desk.offers[0])

    def _settled(self, offer: Offer, as_version: bool) -> None:
        self.desk.settle(offer, as_version)
        self._next_offer()

    # ---- commands

    def _chosen(self) -> tuple[int, ...]:
        """Ticked clients in the table, else the client whose result or page is seen."""
        pages = self.pages
        if pages.shown is not None and pages.shown is pages._clients:
            return pages.clients.table.chosen or ((pages.clients.table.current,) if pages.clients.table.current else ())
        if pages.shown is not None and pages.shown is pages._client and pages.client.card is not None:
            return (pages.client.card.client,)
        placed = self.desk.placed.get(self.casework.current)
        return (placed.client,) if placed else ()

    def back(self) -> None:
        """From a page of the desk to the table, or to the open résumé where there are no clients."""
        if self.many:
            self.pages.show_all()
        elif self.casework.cases:
            self.casework.choose(self.casework.cases[-1].id)

    def compare(self) -> None:
        """Ticked clients, or the first and the last version of the one that is seen."""
        pages = self.pages
        if pages.shown is not None and pages.shown is pages._client and pages.client.card is not None:
            versions = pages.client.card.versions
            pages.compare_versions([versions[0].resume, versions[-1].resume] if len(versions) > 1 else [])
        else:
            pages.compare_clients(self._chosen())

    def put_in_bin(self, clients: Sequence[int]) -> None:
        """Move clients to the bin, with undo."""
        if not clients:
            return
        self.changes.put_in_bin(clients)
        text = self.tr("%n moved to the bin", "", len(clients))
        self.toast.say(text, self.tr("Undo"), self.casework.undo_stack.undo)

    def change_tags(self, clients: Sequence[int], added: Sequence[str], removed: Sequence[str]) -> None:
        """Give tags to clients and take others away, with undo."""
        if added or removed:
            self.changes.change_tags(clients, added, removed)
            text = self.tr("Tags of %n clients changed", "", len(clients))
            self.toast.say(text, self.tr("Undo"), self.casework.undo_stack.undo)
            self.result.announce(text)

    def rename(self) -> None:
        """Give the client of the current row, or the one that is seen, another name."""
        chosen = self._chosen()
        current = self.pages.clients.table.current if self.pages.shown is self.pages.clients else 0
        if chosen or current:
            self.pages.rename_client(current or chosen[0])

    def show_progress(self) -> None:
        placed = self.desk.placed.get(self.casework.current)
        if placed is not None:
            self.pages.open_client(placed.client)

    def save_plan(self) -> None:
        """Keep the ticked gaps of the current résumé as a plan."""
        from desktop.windows.plan_dialog import PlanDialog

        case, placed = self.casework.case(self.casework.current), self.desk.placed.get(self.casework.current)
        if case is None or case.report is None or placed is None:
            return
        gaps = [gap for gap in case.report.gaps if gap.requirement in case.ticked_gaps]
        if not gaps:
            self.toast.say(self.tr("Tick gaps first: Gaps, then Space on a row."))
            return
        wanted = [gap.requirement for gap in gaps]
        dialog = PlanDialog(self.window, [said(gap.name) for gap in gaps])
        dialog.given.connect(lambda day, note: self.changes.add_plan(placed.client, day, wanted, note))
        dialog.given.connect(lambda _day, _note: self.toast.say(self.tr("Plan saved")))
        self.pages.open_dialog(dialog)

    def export_clients(self, clients: Sequence[int]) -> None:
        target = self.exporting.ask_target("clients.rolefit", ".rolefit") if clients else None
        if target is not None:
            written = self.tr("Written: {name}").format(name=display_name(target))
            self.storage.export_clients(clients, target, lambda: self.toast.say(written))

    def import_clients(self) -> None:
        kinds = self.tr("Clients (*.rolefit)")
        path, _ = QFileDialog.getOpenFileName(self.window, self.tr("Import clients"), self.kept.text("folder"), kinds)
        if path:
            self.storage.import_clients(Path(path), lambda count: self.toast.say(self.tr("%n clients added", "", count)))

    # ---- folders

    def import_paths(self, paths: Sequence[str | Path]) -> None:
        """Look at folders and many files in the preview."""

        def files(_job: object) -> list[Path]:
            found = []
            for path in map(Path, paths):
                found += list(pdfs_below(path)) if path.is_dir() else [path]
            return found

        def begin(found: list[Path]) -> None:
            if found:
                self.begin_import(found)
            else:
                self.casework.nothing_found.emit(str(paths[0]) if paths else "")

        self.casework.background.start(files, begin, lambda _error: begin([]))

    def begin_import(self, files: Sequence[Path]) -> Importing:
        """The preview of files, and the import it leads to."""
        from desktop.windows.import_preview import ImportPreview

        if self.importing is not None:
            self.importing.close()
        readers = max(1, os.cpu_count() or 1)
        self.importing = importing = Importing(self.desk, self.make_reader(readers), readers, self)
        preview = ImportPreview(self.window)
        importing.rows_changed.connect(preview.model.update_rows)
        importing.progress.connect(preview.show_progress)
        importing.progress.connect(lambda state: self.pages.clients.show_progress(state) if self.pages.shown else None)
        importing.progress.connect(self._import_words)
        importing.finished.connect(lambda _state: self._mode())
        preview.keep_wanted.connect(importing.keep)
        preview.cancel_wanted.connect(importing.cancel)
        preview.go_on_wanted.connect(importing.go_on)
        preview.retry_wanted.connect(importing.retry)
        preview.versions_wanted.connect(lambda on: setattr(importing, "as_versions", on))
        preview.left.connect(lambda: None if importing.state.keeping else importing.cancel())
        self.preview = preview
        preview.show()
        importing.begin(files)
        return importing

    def _import_words(self, state: ImportProgress) -> None:
        """The status bar says how far an import is, whatever page is looked at."""
        text = self.tr("Importing: {done} of {total} read").format(done=state.read, total=state.total)
        self.window.status_progress.setText(text if state.running else "")

    def _live_reader(self, readers: int) -> BatchReader:
        from desktop.cases.engine import this_month

        return LiveBatchReader(this_month(), readers, self.casework.standards, self.casework.limits)

    # ---- storage

    def open_storage(self) -> None:
        """The settings at their page about storage."""
        self.rolefit.menus.open_settings("storage")

    def furnish_storage(self, page: StoragePage) -> None:
        """Fill the page about storage, and let it do what it asks for."""
        storage = self.storage

        def show(found: StoreFacts) -> None:
            if isValid(page):  # the answer may come after the settings were closed
                page.show_facts(found)

        def facts() -> None:
            storage.facts(show)

        def told(text: str) -> Callable[[], None]:
            def tell() -> None:
                if isValid(page):
                    page.say(text)
                    facts()

            return tell

        page.backup_wanted.connect(lambda: storage.back_up_now(lambda _name: told(self.tr("Backed up."))()))
        page.restore_wanted.connect(lambda name: storage.restore(name, told(self.tr("Restored."))))
        page.passphrase_given.connect(lambda new: storage.set_passphrase(new, told(self.tr("Done."))))
        page.delete_all_wanted.connect(lambda: self._delete_all(told(self.tr("Everything is deleted."))))
        page.put_back_wanted.connect(self.changes.put_back)
        page.put_back_wanted.connect(lambda _clients: facts())
        page.erase_wanted.connect(lambda clients: self.changes.erase(clients, told(self.tr("Deleted for good."))))
        page.keep_pdf_wanted.connect(storage.set_keeps_pdf)
        storage.keeps_pdf(lambda on: page.show_keeps_pdf(on) if isValid(page) else None)
        facts()

    def _delete_all(self, done: Callable[[], object]) -> None:
        for name in ("recent", "open"):
            self.kept.put_paths(name, [])
        self.kept.sync()
        self.storage.delete_all(done)

    def end(self) -> None:
        """Stop an import, finish what was asked of the store and close it."""
        if self.importing is not None:
            self.importing.close()
        self.desk.close()
