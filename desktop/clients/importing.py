"""Many résumés at once: a preview of what each file is, then keeping; cancel keeps what is done, failures can be tried again.

Files are read and scored in child processes; here only a packed keepsake of each arrives, so that the window stays light.
    rows_changed(rows)      rows (ArrivalLine) that are new or changed
    progress(ImportProgress)
    finished(ImportProgress)  nothing is being read or kept any more
"""

from __future__ import annotations

import hashlib
import threading
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Background, Job
from desktop.cases.values import Assumptions, Standards
from desktop.clients import records
from desktop.clients.desk import Desk
from desktop.clients.keeping import KEEP_PDF
from desktop.clients.values import ArrivalKind, ArrivalLine, ImportProgress
from desktop.files import read_bytes
from desktop.messages import message_for
from desktop.store.clients import same_name
from desktop.store.opening import OpenStore
from matching.errors import Problem, UnreadableDocument
from matching.fit.keeping import Keepsake
from matching.months import YearMonth
from matching.reading.file_names import display_name
from matching.reading.limits import DEFAULT, ReadingLimits

TOLD_EVERY = 100  # milliseconds between two words about progress
Answer = tuple[str, "Waiting | None"]


class BatchReader(Protocol):
    """Reads, scores and packs one file; called from several threads at a time. Raises UnreadableDocument."""

    def keepsake(self, data: bytes, name: str, path: str, cancelled: Callable[[], bool]) -> Keepsake: ...

    def close(self) -> None: ...


def name_of_file(file_name: str) -> str:
    """What a client is called until its file can be read: the file's name without its ending, its marks as spaces."""
    return " ".join(Path(file_name).stem.replace("_", " ").replace("-", " ").split())[:200] or file_name[:200]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A keepsake that waits to be kept, its long texts packed."""

    short: Keepsake
    texts: tuple[bytes, ...]

    @classmethod
    def of(cls, kept: Keepsake) -> Waiting:
        texts = tuple(zlib.compress(text.encode(), 1) for text in (kept.text, kept.document, kept.report))
        return cls(replace(kept, text="", document="", report=""), texts)

    def keepsake(self) -> Keepsake:
        text, document, report = (zlib.decompress(part).decode() for part in self.texts)
        return replace(self.short, text=text, document=document, report=report)


class Importing(QObject):
    """One import. Lives on the window's thread."""

    rows_changed = Signal(object)
    progress = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, reader: BatchReader, readers: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.reader = desk, reader
        self._pool = Background(threads=readers, parent=self)
        self.rows: list[ArrivalLine] = []
        self.as_versions = True  # files of people who are here already become their next version, else other clients
        self.state = ImportProgress()
        self._read_ones: dict[int, Waiting] = {}  # read and not kept yet
        self._failures: dict[int, Problem] = {}  # files that cannot be read and are not noted yet
        self._known: dict[str, tuple[int, str, int]] = {}
        self._people: dict[str, tuple[int, str, int]] = {}
        self._jobs: dict[int, Job] = {}
        self._line: deque[int] = deque()  # files whose reading has not begun
        self._at_once = 4 * readers
        self._keeping: set[int] = set()
        self._begun = False  # something was read or kept since `finished` was last told
        self._fresh: dict[int, ArrivalLine] = {}
        self._clients: set[int] = set()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(TOLD_EVERY)
        self._clock.timeout.connect(self._tell)

    # ---- what the preview asks for

    def begin(self, paths: Sequence[str | Path]) -> None:
        """Look at files: read every one and say what it is. Nothing is kept before `keep`."""
        first = len(self.rows)
        new = [ArrivalLine(first + n, str(path), display_name(path)) for n, path in enumerate(paths)]
        self.rows += new
        self._note(new)

        def known(answer: tuple[dict[str, tuple[int, str, int]], dict[str, tuple[int, str, int]]]) -> None:
            self._known, self._people = answer
            self._read([row.number for row in new])

        self.desk.ask(lambda store: (store.clients.known_bytes(), store.clients.people()), known)

    def keep(self) -> None:
        """Keep what was read, and from now on everything as it is read."""
        self.state = replace(self.state, keeping=True)
        for number in list(self._read_ones):  # in the order they were read: one may be the next version of another
            self._store(number)
        for number in list(self._failures):
            self._note_failure(number)
        self._later()

    def cancel(self) -> None:
        """Stop reading; what is kept stays, what was not read is marked as stopped."""
        for job in self._jobs.values():
            job.cancel()
        self._jobs.clear()
        self._line.clear()
        for row in self.rows:
            if row.kind in (ArrivalKind.WAITING, ArrivalKind.READING):
                self._put(row.number, kind=ArrivalKind.STOPPED)
        self._later()

    def go_on(self) -> None:
        """Read what `cancel` left."""
        self._read([row.number for row in self.rows if row.kind is ArrivalKind.STOPPED])

    def retry(self) -> None:
        """Read the failures once more."""
        self._read([row.number for row in self.rows if row.kind is ArrivalKind.UNREADABLE])

    def close(self) -> None:
        """Stop everything and end the reading processes."""
        self.cancel()
        self.reader.close()
        self._pool.stop()

    # ---- reading

    def _read(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            if self.rows[number].kind is not ArrivalKind.WAITING:
                self._put(number, kind=ArrivalKind.WAITING, detail="")
            self._failures.pop(number, None)
            self._line.append(number)
            self._begun = True
        self._feed()
        self._later()

    def _feed(self) -> None:
        """Hand out a few files at a time: thousands at once would keep the window from answering."""
        while self._line and len(self._jobs) < self._at_once:
            self._start(self._line.popleft())

    def _start(self, number: int) -> None:
        row, known = self.rows[number], self._known

        def work(job: Job) -> Answer:
            if job.cancelled():
                raise UnreadableDocument(Problem.READER_STOPPED, "cancelled")
            job.tell(None)
            data = read_bytes(Path(row.path), self.desk.casework.limits.file_bytes)
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 in known:
                return sha256, None
            return sha256, Waiting.of(self.reader.keepsake(data, row.file_name, row.path, job.cancelled))

        job = self._pool.start(
            work,
            lambda answer: self._was_read(number, job, *answer),
            lambda error: self._failed(number, job, error),
            lambda _news: self._reading(number),
        )
        self._jobs[number] = job

    def _reading(self, number: int) -> None:
        if self.rows[number].kind is ArrivalKind.WAITING:
            self._put(number, kind=ArrivalKind.READING)

    def _was_read(self, number: int, job: Job, sha256: str, kept: Waiting | None) -> None:
        if self._jobs.get(number) is not job:
            return
        del self._jobs[number]
        self._feed()
        here = self._known.get(sha256)
        if here is not None or kept is None:
            client, name, version = here or (0, "", 0)
            detail = self.tr("{name}, version {version}").format(name=name, version=version)
            self._put(number, kind=ArrivalKind.ALREADY_HERE, detail=detail, client=client, version=version)
        else:
            self._judge(number, kept)
        self._later()

    def _judge(self, number: int, waiting: Waiting) -> None:
        """New or next version, and keep it if that was asked."""
        kept = waiting.short
        person = " ".join(kept.person.split()) or Path(kept.file_name).stem
        client, name, version = self._people.get(same_name(person), (0, person, 0))
        seen = same_name(person) in self._people
        kind = ArrivalKind.NEXT_VERSION if seen and self.as_versions else ArrivalKind.NEW
        following = version + 1 if kind is ArrivalKind.NEXT_VERSION else 1
        detail = self.tr("{name}, version {version}").format(name=name, version=following) if seen else ""
        self._known[kept.sha256] = (client, person, following)
        self._people[same_name(person)] = (client, name, following)
        self._put(number, kind=kind, person=person, score=kept.score, detail=detail, client=client, version=following)
        self._read_ones[number] = waiting
        if self.state.keeping:
            self._store(number)

    def _failed(self, number: int, job: Job, error: Exception) -> None:
        if self._jobs.get(number) is not job:
            return
        del self._jobs[number]
        self._feed()
        problem = error.problem if isinstance(error, UnreadableDocument) else Problem.READER_STOPPED
        self._put(number, kind=ArrivalKind.UNREADABLE, detail=message_for(problem).title)
        self._failures[number] = problem
        if self.state.keeping:
            self._note_failure(number)
        self._later()

    # ---- keeping

    def _store(self, number: int) -> None:
        row, waiting = self.rows[number], self._read_ones.pop(number)
        self._keeping.add(number)
        self._begun = True
        moment, engine = self.desk.moment(), self.desk.casework.engine
        as_version = row.kind is ArrivalKind.NEXT_VERSION

        def work(store: OpenStore) -> tuple[int, int]:
            from matching.fit.keeping import document_again, keep

            kept = used = waiting.keepsake()
            clients = store.clients
            target = self._people.get(same_name(row.person), (0, "", 0))[0] if as_version else 0
            corrections = records.corrections_of(clients, target) if target else ()
            if corrections:
                used = keep(engine.report(document_again(kept.document), Assumptions(), corrections))
            pdf = None
            if clients.setting(KEEP_PDF) == "yes":
                pdf = read_bytes(Path(row.path), self.desk.casework.limits.file_bytes)
            owner, resume = clients.add_resume(target or None, row.person, records.new_resume(used, moment, pdf))
            self._people[same_name(row.person)] = (owner, row.person, clients.owner(resume)[1])
            return owner, resume

        def done(answer: tuple[int, int]) -> None:
            self._keeping.discard(number)
            self._clients.add(answer[0])
            self._put(number, kind=ArrivalKind.KEPT, client=answer[0])
            self._later()

        def failed(error: Exception) -> None:
            self._keeping.discard(number)
            self._read_ones[number] = waiting
            self.desk.fail(error)
            self._later()

        self.desk.ask(work, done, failed)

    def _note_failure(self, number: int) -> None:
        """Keep that a file could not be read, so that the table of all clients says so until it is."""
        row, problem, today = self.rows[number], self._failures.pop(number), self.desk.moment()[:10]
        name = name_of_file(row.file_name)

        def done(client: int) -> None:
            self._keeping.discard(number)
            self._clients.add(client)
            self._later()

        def failed(error: Exception) -> None:
            self._keeping.discard(number)
            self.desk.fail(error)
            self._later()

        self._keeping.add(number)
        self._begun = True
        self.desk.ask(lambda s: s.clients.add_unread(name, row.file_name, row.path, problem.value, today), done, failed)

    # ---- telling

    def _put(self, number: int, **values: object) -> None:
        self.rows[number] = replace(self.rows[number], **values)  # type: ignore[arg-type] # fields of ArrivalLine
        self._fresh[number] = self.rows[number]

    def _note(self, rows: Sequence[ArrivalLine]) -> None:
        self._fresh |= {row.number: row for row in rows}
        self._later()

    def _later(self) -> None:
        if not self._clock.isActive():
            self._clock.start()

    @property
    def busy(self) -> bool:
        return bool(self._jobs or self._line or self._keeping)

    def _tell(self) -> None:
        kinds = [row.kind for row in self.rows]
        waiting = sum(kind in (ArrivalKind.WAITING, ArrivalKind.READING) for kind in kinds)
        self.state = ImportProgress(
            total=len(kinds),
            read=len(kinds) - waiting - kinds.count(ArrivalKind.STOPPED),
            kept=kinds.count(ArrivalKind.KEPT),
            already=kinds.count(ArrivalKind.ALREADY_HERE),
            failed=kinds.count(ArrivalKind.UNREADABLE),
            stopped=kinds.count(ArrivalKind.STOPPED),
            now=next((row.file_name for row in self.rows if row.kind is ArrivalKind.READING), "") if self.busy else "",
            running=self.busy,
            keeping=self.state.keeping,
        )
        fresh, self._fresh = tuple(self._fresh.values()), {}
        if fresh:
            self.rows_changed.emit(fresh)
        clients, self._clients = tuple(self._clients), set()
        if clients:
            self.desk.refresh_some(clients)
        self.progress.emit(self.state)
        if self._begun and not self.busy:
            self._begun = False
            self.finished.emit(self.state)
            # The reading processes are not needed any more; another round starts new ones.
            self._pool.start(lambda _job: self.reader.close(), lambda _none: None, lambda _error: None)
        if self.busy:
            self._clock.start()


class LiveBatchReader:
    """Reads and scores in child processes of its own."""

    def __init__(
        self,
        as_of: YearMonth,
        readers: int,
        standards: Standards = Standards(),  # noqa: B008 - a frozen value
        limits: ReadingLimits = DEFAULT,
    ) -> None:
        self._as_of, self._readers, self._standards, self._limits = as_of, readers, standards, limits
        self._lock = threading.Lock()
        self._pool: object = None

    def keepsake(self, data: bytes, name: str, path: str, cancelled: Callable[[], bool]) -> Keepsake:
        from matching.reading.isolated import ReaderPool, ReadingJob

        pool = self._reader_pool()
        assert isinstance(pool, ReaderPool)
        kept: Keepsake = pool.read(ReadingJob(path, name, "", data), cancelled)
        return kept

    def _reader_pool(self) -> object:
        from desktop.cases.engine import known, request_for
        from matching.reading.isolated import ReaderPool, Task

        with self._lock:
            if self._pool is None:
                request = request_for(self._as_of, known(self._standards), Assumptions())
                task = Task("matching.fit.keeping:keep_document", {"request": request})
                self._pool = ReaderPool(self._readers, self._limits, task=task)
            return self._pool

    def close(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()  # type: ignore[attr-defined] # a ReaderPool
