"""The store as a whole: facts about it, backup, restore, passphrase, the bin, deleting everything, moving clients as files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.clients import records
from desktop.clients.desk import Desk
from desktop.clients.keeping import KEEP_PDF
from desktop.clients.values import StoreFacts
from desktop.export.files import write_whole
from desktop.store import transfer
from desktop.store.backups import backup_folder, make_backup, restore
from desktop.store.database import FILE
from desktop.store.opening import OpenStore, open_store
from desktop.store.passphrase import rewrite_with
from matching.fit.keeping import words_of

Then = Callable[[], object]


class Storage(QObject):
    """Every method answers through a callback on the window's thread; trouble is told by the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk

    def facts(self, done: Callable[[StoreFacts], object]) -> None:
        """What is there; of a store that could not be opened only what its folder shows."""
        if self.desk.is_open:
            self.desk.ask(records.facts_of, done)
        else:
            folder = self.desk.folder
            self.desk.line.start(lambda: records.facts_of_folder(folder), done, self.desk.fail)

    def keeps_pdf(self, done: Callable[[bool], object]) -> None:
        """Whether copies of the PDFs are kept; not told while the store is closed."""
        if self.desk.is_open:
            self.desk.ask(lambda store: store.clients.setting(KEEP_PDF) == "yes", done)

    def set_keeps_pdf(self, on: bool) -> None:
        self.desk.ask(lambda store: store.clients.set_setting(KEEP_PDF, "yes" if on else "no"))

    def back_up_now(self, done: Callable[[str], object]) -> None:
        """A checked copy under today's date; tells its name."""
        label = self.desk.moment()[:10]
        self.desk.ask(lambda store: make_backup(store.database, store.folder, label, store.passphrase).name, done)

    def restore(self, name: str, done: Then) -> None:
        """Put a backup in the place of the store; the store as it was stays beside it as `.before`."""
        folder, passphrase = self.desk.folder, self.desk.passphrase

        def put() -> None:
            restore(backup_folder(folder) / Path(name).name, folder / FILE, passphrase)

        if self.desk.is_open:
            self._closed(lambda _store: put(), passphrase, done)
        else:  # it could not be opened, as when it is damaged: then there is nothing to close first

            def opened(store: OpenStore) -> None:
                self.desk.exchange(store)
                self.desk.refresh()
                done()

            def again() -> OpenStore:
                put()
                return open_store(folder, passphrase=passphrase)

            self.desk.line.start(again, opened, self.desk.fail)

    def set_passphrase(self, new: str, done: Then) -> None:
        """Encrypt the whole store under `new`, or write it plainly where that is empty. Older copies are removed."""

        def work(store: OpenStore) -> None:
            rewrite_with(store.folder / FILE, store.passphrase, new)
            shutil.rmtree(backup_folder(store.folder), ignore_errors=True)
            (store.folder / FILE).with_suffix(".before").unlink(missing_ok=True)

        self._closed(work, new, done)

    def delete_all(self, done: Then) -> None:
        """Delete the store, its backups and everything beside them that this program wrote. Cannot be undone."""

        def work(store: OpenStore) -> None:
            for path in store.folder.glob(f"{Path(FILE).stem}.*"):
                path.unlink(missing_ok=True)
            shutil.rmtree(backup_folder(store.folder), ignore_errors=True)

        self._closed(work, "", done)
        casework = self.desk.casework
        for case in [case.id for case in casework.cases]:
            casework.remove(case)
        self.desk.placed.clear()
        casework.undo_stack.clear()

    def _closed(self, work: Callable[[OpenStore], object], passphrase: str, done: Then) -> None:
        """Do `work` while the store is closed, then open it again, under `passphrase` where the work went well."""

        def run(store: OpenStore) -> tuple[OpenStore, str, Exception | None]:
            used, failure = passphrase, None
            store.close()
            try:
                work(store)
            except Exception as error:  # told after the store is open again
                failure, used = error, store.passphrase
            return open_store(store.folder, passphrase=used, today=self.desk.today), used, failure

        def opened(answer: tuple[OpenStore, str, Exception | None]) -> None:
            store, self.desk.passphrase, failure = answer
            self.desk.exchange(store)
            self.desk.refresh()
            if failure is not None:
                self.desk.fail(failure)
            else:
                done()

        def failed(error: Exception) -> None:
            self.desk.exchange(None)
            self.desk.fail(error)

        self.desk.ask(run, opened, failed)

    # ---- clients as files

    def export_clients(self, clients: Sequence[int], target: Path, done: Then) -> None:
        """Everything kept about clients as one file."""

        def work(store: OpenStore) -> None:
            write_whole(target, transfer.export_clients(store.clients, list(clients)))

        self.desk.ask(work, lambda _none: done())

    def import_clients(self, source: Path, done: Callable[[int], object]) -> None:
        """Add the clients of such a file; tells how many."""

        def work(store: OpenStore) -> int:
            if source.stat().st_size > 256 * 1024 * 1024:
                raise transfer.BadClientFile("too large")
            return len(transfer.import_clients(store.clients, source.read_bytes(), words_of))

        def added(count: int) -> None:
            self.desk.refresh()
            done(count)

        self.desk.ask(work, added)
