"""Reads cases in the background: one job a case, passwords, progress, and how far the whole batch has come.

An answer counts only while it is the latest that was asked for its case. Everything here happens on the window's thread but
the work itself.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTimer

from desktop.background import Background, Job
from desktop.cases.engine import Engine
from desktop.cases.values import Batch, Case, FileToRead, Standards
from desktop.files import read_bytes
from matching.errors import Problem, UnreadableDocument
from matching.fit.report import FitReport
from matching.reading.document import Document
from matching.reading.limits import DEFAULT

DRAW_AFTER = 150  # milliseconds; a file that takes longer to read shows its page meanwhile


class Listener(Protocol):
    """Who is told. `case` is a case's id; `data` the file's bytes, None for pasted text.

    `file_was_opened`: the bytes are there, long before the report, and only where there is no older one.

    `outdated`: what results are held against changed while the case was read.
    """

    def file_was_opened(self, case: str, data: bytes) -> None: ...

    def page_was_read(self, case: str, done: int, total: int) -> None: ...

    def case_was_read(self, case: str, report: FitReport, data: bytes | None, outdated: bool) -> None: ...

    def case_failed(self, case: str, problem: Problem, detail: str) -> None: ...

    def batch_moved(self, batch: Batch) -> None: ...


class CaseReading:
    """What is being read now. `batch` sums up all of it, from the first case that was begun in rest to the last that ended."""

    def __init__(self, engine: Engine, background: Background, listener: Listener) -> None:
        self.engine, self.background = engine, background
        self.batch = Batch()
        self.standards, self.limits = Standards(), DEFAULT
        self._listener = listener
        self._jobs: dict[str, Job] = {}
        self._tickets: dict[str, int] = {}  # counts up with each request of a case; older answers are dropped
        self._passwords: dict[str, str] = {}  # in memory only
        self._early: dict[str, bytes] = {}  # of files that are being read, until their page is drawn

    # ---- one case

    def start(self, here: Case, document: Document | None = None) -> None:
        """Read a case's file, or understand `document` in its place; what was asked for the case before is dropped."""
        self.drop(here.id)
        case, ticket = here.id, self._next_ticket(here.id)
        password, standards = self.password_for(case), self.standards
        most = max(self.limits.file_bytes, DEFAULT.file_bytes * here.effort.factor)

        def work(job: Job) -> tuple[FitReport, bytes | None]:
            if job.cancelled():
                raise UnreadableDocument(Problem.READER_STOPPED, "cancelled")
            if document is not None:
                return self.engine.report(document, here.assumptions, here.corrections), None
            job.tell((0, 0))
            data, tell = read_bytes(Path(here.path), most), job.tell
            if here.report is None:  # its page can be drawn while it is read
                job.tell(data)
            file = FileToRead(data, here.name, here.path, password, here.effort)
            read = self.engine.read(file, job.cancelled, lambda *pages: tell(pages))
            return self.engine.report(read, here.assumptions, here.corrections), data

        self._jobs[case] = self.background.start(
            work,
            lambda answer: self._finished(case, ticket, *answer, standards),
            lambda error: self._failed(case, ticket, error),
            lambda news: self._progressed(case, ticket, news),
        )

    def is_reading(self, case: str) -> bool:
        return case in self._jobs

    def drop(self, case: str) -> None:
        """Stop reading a case; the batch no longer waits for it."""
        if self._stop(case) and self.batch.running:
            self._sum_up(replace(self.batch, total=self.batch.total - 1))

    def stop_all(self) -> tuple[str, ...]:
        """Stop everything; the cases that were not finished. `told_stopped` ends the batch."""
        stopped = tuple(self._jobs)
        for case in stopped:
            self._stop(case)
        return stopped

    def give_password(self, case: str, password: str) -> None:
        self._passwords[case] = password

    def password_for(self, case: str) -> str:
        return self._passwords.get(case, "")

    def _stop(self, case: str) -> bool:
        job = self._jobs.pop(case, None)
        self._next_ticket(case)
        if job is None:
            return False
        job.cancel()
        return True

    def _next_ticket(self, case: str) -> int:
        self._tickets[case] = self._tickets.get(case, 0) + 1
        return self._tickets[case]

    def _progressed(self, case: str, ticket: int, news: bytes | tuple[int, int]) -> None:
        if self._tickets[case] != ticket:
            return
        if isinstance(news, bytes):
            self._early[case] = news
            QTimer.singleShot(DRAW_AFTER, self.background, lambda: self._draw(case, ticket))
            return
        done, total = news
        self._listener.page_was_read(case, done, total)
        if done and done == total:
            self._draw(case, ticket)

    def _draw(self, case: str, ticket: int) -> None:
        """Hand the bytes on for the page's picture: when all is read, so that drawing takes nothing from a quick reading."""
        data = self._early.pop(case, None)
        if data is not None and self._tickets[case] == ticket:
            self._listener.file_was_opened(case, data)

    def _finished(self, case: str, ticket: int, report: FitReport, data: bytes | None, standards: Standards) -> None:
        if self._tickets[case] == ticket:
            del self._jobs[case]
            self._listener.case_was_read(case, report, data, standards != self.standards)

    def _failed(self, case: str, ticket: int, error: Exception) -> None:
        if self._tickets[case] != ticket:
            return
        del self._jobs[case]
        problem = error.problem if isinstance(error, UnreadableDocument) else Problem.READER_STOPPED
        detail = error.detail if isinstance(error, UnreadableDocument) else type(error).__name__
        if problem is Problem.PASSWORD and self._passwords.pop(case, ""):
            problem = Problem.WRONG_PASSWORD
        self._listener.case_failed(case, problem, detail)

    # ---- the batch

    def expect(self, count: int, now: str) -> None:
        """`count` cases more were begun, the first of them called `now`; added to the batch that runs, if one does."""
        begun = self.batch if self.batch.running else Batch()
        self._tell(replace(begun, total=begun.total + count, running=True, now=now))

    def reads_now(self, name: str) -> None:
        self._tell(replace(self.batch, now=name))

    def one_ended(self, failed: str = "") -> None:
        """A case is done with; `failed` is its name where it could not be read."""
        failures = self.batch.failed + ((failed,) if failed else ())
        self._sum_up(replace(self.batch, done=self.batch.done + 1, failed=failures))

    def told_stopped(self, count: int) -> None:
        """The batch ended with `count` cases left unread."""
        self._tell(replace(self.batch, running=False, stopped=count, now=""))

    def forget_batch(self) -> None:
        self._tell(Batch())

    def _sum_up(self, batch: Batch) -> None:
        self._tell(replace(batch, running=False, now="") if batch.done >= batch.total else batch)

    def _tell(self, batch: Batch) -> None:
        self.batch = batch
        self._listener.batch_moved(batch)
