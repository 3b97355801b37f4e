"""The counselor's desk: clients and their résumés in a store that lives on a thread of its own; answers come back here.

What casework reads is kept; what the window shows of clients is told by signals, as past facts:
    opened()                       the store is open
    passphrase_wanted(again)       the store has a passphrase; `unlock` gives it. `again`: the last one was wrong
    lines_changed(lines)           all rows of the table (ClientLine)
    lines_updated(lines, gone)     some rows changed or are new; `gone` are ids of clients that left the table
    card_changed(ClientCard)       a client's page
    found(words, hits)             clients with a résumé that holds the words
    meant(words, nearest)          no résumé holds the words, but some hold these
    offered(Offer)                 a file of a person who is here already waits for an answer (`settle`)
    kept(case, client, version)    a case is in the store now
    recalled(Case)                 a kept résumé was taken out to be looked at
    kept_bytes(case, data)         the copy of the PDF that was kept with a recalled case
    outdated(count)                résumés that the present engine and edition have not scored yet
    trouble(Message)               the store could not do something; nothing is half written
    erased(paths)                  clients were deleted for good: their files' paths must be forgotten everywhere
    said(text)                     something short to tell
What happens in the store itself is in `keeping.py` and `records.py`; undoable changes to clients are in
`changes.py`, backups and passphrase in `storage.py`, folders in `importing.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.cases.casework import Casework
from desktop.cases.values import Case
from desktop.clients import keeping, records
from desktop.clients.keeping import Placed
from desktop.clients.messages import NOT_A_CLIENT_FILE, UNKNOWN, store_message
from desktop.clients.store_line import StoreLine
from desktop.clients.values import ClientCard, ClientLine, Hit, Offer
from desktop.store.backups import backups_in
from desktop.store.database import FILE
from desktop.store.opening import OpenStore, open_store
from desktop.store.passphrase import needs_passphrase
from desktop.store.records import StoreError, StoreTrouble
from desktop.store.transfer import BadClientFile
from matching.fit.keeping import keep
from matching.fit.report import FitReport

T = TypeVar("T")
SOON = 100  # milliseconds


def local_moment() -> str:
    """Now, local time, as `YYYY-MM-DDTHH:MM:SS`."""
    return datetime.now().astimezone().replace(tzinfo=None).isoformat(timespec="seconds")


class Desk(QObject):
    """See the module's docstring. Lives on the window's thread."""

    opened = Signal()
    passphrase_wanted = Signal(bool)
    lines_changed = Signal(object)
    lines_updated = Signal(object, object)
    card_changed = Signal(object)
    found = Signal(str, object)
    meant = Signal(str, str)
    offered = Signal(object)
    kept = Signal(str, int, int)
    recalled = Signal(object)
    kept_bytes = Signal(str, object)
    outdated = Signal(int)
    trouble = Signal(object)
    erased = Signal(object)
    said = Signal(str)

    def __init__(
        self, casework: Casework, folder: Path, parent: QObject | None = None, moment: Callable[[], str] = local_moment
    ) -> None:
        super().__init__(parent)
        self.casework, self.folder, self.moment = casework, folder, moment
        self.line = StoreLine(self)
        self.is_open = False
        self.people = 0  # clients in the table
        self._unread: frozenset[int] = frozenset()  # clients whose file cannot be read
        self.passphrase = ""
        self.placed: dict[str, Placed] = {}
        self._store: OpenStore | None = None
        self._why_closed: Exception | None = None
        self._again: Callable[[], object] | None = None  # what went wrong last
        self._waiting: list[str] = []  # cases that were read and are not on their way into the store yet
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._keep_waiting)
        self._offers: dict[str, Offer] = {}
        casework.resume_read.connect(self._read)
        casework.case_changed.connect(self._changed)
        casework.standards_changed.connect(self._look_for_outdated)

    def today(self) -> date:
        """The day of `moment`."""
        return date.fromisoformat(self.moment()[:10])

    # ---- opening, and asking the store

    def begin(self) -> None:
        """Open the store: after the first paint."""
        if not self.passphrase and needs_passphrase(self.folder / FILE, backups_in(self.folder)):
            self.passphrase_wanted.emit(False)
            return
        folder, passphrase = self.folder, self.passphrase

        def opened(store: OpenStore) -> None:
            self._store, self.is_open, self._why_closed = store, True, None
            self.opened.emit()
            self.refresh()
            self._keep_waiting()

        def failed(error: Exception) -> None:
            if isinstance(error, StoreError) and error.trouble is StoreTrouble.WRONG_PASSPHRASE:
                self.passphrase = ""
                self.passphrase_wanted.emit(True)
            else:
                self._why_closed = error
                self.fail(error)

        self.line.start(lambda: open_store(folder, passphrase=passphrase, today=self.today), opened, failed)

    def unlock(self, passphrase: str) -> None:
        """Open the store with its passphrase; it is held in memory until the program ends."""
        self.passphrase = passphrase
        self.begin()

    def ask(
        self,
        work: Callable[[OpenStore], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Do `work` with the store on its thread, then `done` here. Trouble is told, also that it could not be opened."""
        store = self._store

        def trouble(error: Exception) -> None:
            self._again = lambda: self.ask(work, done)
            self.fail(error)

        if store is not None:
            self.line.start(lambda: work(store), done or (lambda _none: None), failed or trouble)
        elif self._why_closed is not None:
            self.fail(self._why_closed)

    def try_again(self) -> None:
        """Open the store where it could not be opened, else do once more what went wrong last."""
        again, self._again = self._again, None
        if self._store is None:
            self.begin()
        elif again is not None:
            again()

    def fail(self, error: Exception) -> None:
        """Tell what went wrong."""
        if isinstance(error, StoreError):
            self.trouble.emit(store_message(error.trouble))
        elif isinstance(error, OSError):
            self.trouble.emit(store_message(StoreTrouble.DISK_FULL if error.errno == 28 else StoreTrouble.NO_PERMISSION))
        elif isinstance(error, BadClientFile):
            self.trouble.emit(NOT_A_CLIENT_FILE)
        else:
            self.trouble.emit(replace(UNKNOWN, detail=type(error).__name__))

    def exchange(self, store: OpenStore | None) -> None:
        """Work with another open store from now on, as after a restore; None where it had to be closed."""
        self._store, self.is_open = store, store is not None
        self._keep_waiting()

    def close(self) -> None:
        """Wait for what was asked, then close the store."""
        self._keep_waiting()
        store, self._store, self.is_open = self._store, None, False
        self.line.finish()
        if store is not None:
            store.close()

    # ---- the table, a client, a search

    def refresh(self) -> None:
        """Tell all rows of the table anew."""
        today = self.moment()[:10]

        def done(lines: tuple[ClientLine, ...]) -> None:
            self.people, self._unread = len(lines), frozenset(line.client for line in lines if line.problem)
            self.lines_changed.emit(lines)

        self.ask(lambda store: tuple(records.line_of(row, today) for row in store.clients.table()), done)
        self._look_for_outdated()

    def refresh_some(self, clients: Sequence[int]) -> None:
        """Tell the rows of some clients anew, and of those whose file could not be read: it may have been read now."""
        today, wanted = self.moment()[:10], list(dict.fromkeys((*clients, *sorted(self._unread))))

        def work(store: OpenStore) -> tuple[tuple[ClientLine, ...], int]:
            lines = tuple(records.line_of(row, today) for row in store.clients.table(wanted))
            return lines, int(store.database.rows("SELECT count(*) FROM client WHERE binned = ''")[0][0])

        def done(answer: tuple[tuple[ClientLine, ...], int]) -> None:
            lines, self.people = answer
            here = {line.client for line in lines}
            self._unread = frozenset(line.client for line in lines if line.problem)
            self.lines_updated.emit(lines, tuple(client for client in wanted if client not in here))

        self.ask(work, done)

    def show_client(self, client: int) -> None:
        """Tell a client's page."""

        def done(card: ClientCard | None) -> None:
            if card is not None:
                self.card_changed.emit(card)

        self.ask(lambda store: records.card_of(store.clients, client), done)

    def search(self, words: str) -> None:
        """Find clients with a résumé that holds all the words; where there is none, what was probably meant."""

        def work(store: OpenStore) -> tuple[tuple[Hit, ...], str]:
            hits = records.hits_of(store.clients, words)
            return hits, "" if hits or not words.strip() else records.nearest_words(store.clients, words)

        def done(answer: tuple[tuple[Hit, ...], str]) -> None:
            hits, nearest = answer
            self.found.emit(words, hits)
            if nearest:
                self.meant.emit(words, nearest)

        self.ask(work, done)

    def reports(self, clients: Sequence[int], done: Callable[[tuple[FitReport, ...]], object]) -> None:
        """The newest reports of clients, in their order; those that cannot be read are left out."""

        def work(store: OpenStore) -> tuple[FitReport, ...]:
            newest = {row.client.id: row.resume for row in store.clients.table(list(clients))}
            made = (records.report_of(store.clients, newest[c]) for c in clients if newest.get(c))
            return tuple(report for report in made if report is not None)

        self.ask(work, done)

    def version_reports(self, resumes: Sequence[int], done: Callable[[tuple[FitReport, ...]], object]) -> None:
        """The newest reports of résumé versions, in their order."""

        def work(store: OpenStore) -> tuple[FitReport, ...]:
            made = (records.report_of(store.clients, resume) for resume in resumes)
            return tuple(report for report in made if report is not None)

        self.ask(work, done)

    def recall(self, client: int, resume: int = 0) -> None:
        """Put a kept résumé on the desk: a version, or the newest where `resume` is 0; `recalled` when it is there."""

        def done(found: tuple[Case, Placed, bytes | None] | None) -> None:
            if found is None:
                self.said.emit(self.tr("This version cannot be shown again. Open its file once more."))
                return
            case, placed, data = found
            here = next((name for name, at in self.placed.items() if at.resume == placed.resume), "")
            if self.casework.case(here) is None:
                self.placed[case.id] = placed
                self.casework.restore([case])
                if data is not None:
                    self.kept_bytes.emit(case.id, data)
            self.recalled.emit(self.casework.case(here) or case)

        self.ask(lambda store: keeping.recall(store.clients, client, resume), done)

    # ---- keeping what casework reads

    def _read(self, case: str) -> None:
        """Packing a result takes the interpreter for as long as painting it: the person sees it first."""
        self._waiting.append(case)
        self._soon.start()

    def _keep_waiting(self) -> None:
        if not self.is_open:
            return
        waiting, self._waiting = self._waiting, []
        for case in dict.fromkeys(waiting):
            here, known = self.casework.case(case), self.placed.get(case)
            if here is not None and here.report is not None:
                self._keep(here, here.report, known.client if known else None)

    def settle(self, offer: Offer, as_version: bool) -> None:
        """Answer an offer: keep the file as the next version of the client, or as another client."""
        self._offers.pop(offer.case, None)
        here = self.casework.case(offer.case)
        if here is not None and here.report is not None:
            self._keep(here, here.report, offer.client if as_version else None, apart=not as_version)

    def _keep(self, case: Case, report: FitReport, client: int | None, apart: bool = False) -> None:
        """Put a case's report into the store, unless a person of this name is here and it is not known who it is."""
        moment, data = self.moment(), self.casework.data_for(case.id)
        arriving = keeping.Arriving(case, report, data, client, apart)
        engine = self.casework.engine

        def done(answer: Offer | tuple[Placed, FitReport | None]) -> None:
            if isinstance(answer, Offer):
                self._offers[case.id] = answer
                self.offered.emit(answer)
            else:
                self._placed(case.id, *answer)

        self.ask(lambda store: keeping.keep_case(store.clients, arriving, engine, moment), done)

    def _placed(self, case: str, placed: Placed, fresh: FitReport | None) -> None:
        self.placed[case] = placed
        if fresh is not None:
            self._replay(case, placed.corrections, fresh)
        self.kept.emit(case, placed.client, placed.version)
        self.refresh_some([placed.client])

    def _replay(self, case: str, corrections: tuple[object, ...], report: FitReport) -> None:
        """Show a case with the corrections that its client has from earlier versions."""
        here = self.casework.case(case)
        if here is not None:
            self.casework.restore([replace(here, corrections=corrections, report=report)])
            self.casework.case_changed.emit(case)

    def take_back(self, case: str) -> None:
        """Take the version that a case was kept as out of the store again; the client stays."""
        placed = self.placed.pop(case, None)
        if placed is not None:
            self.ask(lambda store: store.clients.remove_resume(placed.resume), lambda _none: self.refresh_some([placed.client]))

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Offers without an answer yet."""
        return tuple(self._offers.values())

    def _changed(self, case: str) -> None:
        """Corrections made on the desk are the client's: keep them and the result they make."""
        here, placed = self.casework.case(case), self.placed.get(case)
        if here is None or here.report is None or placed is None or here.corrections == placed.corrections:
            return
        self.placed[case] = replace(placed, corrections=here.corrections)
        texts, report, moment = records.correction_texts(here.corrections), here.report, self.moment()

        def work(store: OpenStore) -> None:
            store.clients.set_corrections(placed.client, texts)
            kept = keep(report)
            store.clients.add_result(placed.resume, records.result_of(kept, moment), kept.report)

        self.ask(work, lambda _none: self.refresh_some([placed.client]))

    # ---- a new edition

    def _look_for_outdated(self) -> None:
        standards = self.casework.standards

        def work(store: OpenStore) -> int:
            return len(store.clients.not_scored_by(*records.rules_of_now(standards)))

        self.ask(work, self.outdated.emit)

    def score_again(self) -> None:
        """Score kept résumés that the present engine and edition have not scored, beside their old figures."""
        moment, engine, standards = self.moment(), self.casework.engine, self.casework.standards

        def ids(store: OpenStore) -> tuple[int, ...]:
            return store.clients.not_scored_by(*records.rules_of_now(standards))

        def done(resumes: tuple[int, ...]) -> None:
            for resume in resumes:  # one call each, so that the window's own questions come in between
                self.ask(partial(keeping.score_again, resume=resume, engine=engine, moment=moment))
            self.ask(lambda _store: None, lambda _none: self.refresh())

        self.ask(ids, done)
