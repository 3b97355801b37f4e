"""Reading a stranger's PDF outside this process: the bytes of a path, one document, or many by a pool of warm children.

Everything here blocks; the window calls it from a thread of its own. No Qt.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from queue import SimpleQueue
from typing import Any

from matching.errors import Problem, UnreadableDocument
from matching.reading.document import Document
from matching.reading.file_names import display_name
from matching.reading.limits import DEFAULT, ReadingLimits
from matching.reading.reader_process import Answer, OnPage, ReaderProcess, ReadingCancelled, Request, Task, child_command
from matching.reading.recogniser import find_recogniser

__all__ = [
    "ReaderPool",
    "ReadingCancelled",
    "ReadingJob",
    "Task",
    "child_command",
    "load_bytes",
    "read_document",
]

# A file without a header near its start and without an end like a PDF's is none; the child applies the same rule.
_HEADER_WITHIN, _END_WITHIN = 65_536, 2_048

Cancelled = Callable[[], bool]


def load_bytes(path: str | os.PathLike[str], limits: ReadingLimits = DEFAULT) -> bytes:
    """The bytes of a file, of any name the system allows.

    Raises UnreadableDocument: `not_found`, `no_permission`, `too_large`, or `not_a_pdf` for folders, pipes and devices.
    """
    try:
        number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with open(number, "rb") as file:  # noqa: PTH123 a file that is open already
            found = os.fstat(number)
            if not stat.S_ISREG(found.st_mode):
                raise UnreadableDocument(Problem.NOT_A_PDF, "not an ordinary file")
            data = file.read(limits.file_bytes + 1) if found.st_size <= limits.file_bytes else None
    except IsADirectoryError:
        raise UnreadableDocument(Problem.NOT_A_PDF, "a folder") from None
    except PermissionError as error:
        problem = Problem.NOT_A_PDF if os.path.isdir(path) else Problem.NO_PERMISSION  # noqa: PTH112 Windows, a folder
        raise UnreadableDocument(problem, type(error).__name__) from None
    except (OSError, ValueError) as error:
        raise UnreadableDocument(Problem.NOT_FOUND, type(error).__name__) from None
    if data is None or len(data) > limits.file_bytes:
        raise UnreadableDocument(Problem.TOO_LARGE, f"over {limits.file_bytes} bytes")
    return data


def _check(data: bytes, limits: ReadingLimits) -> None:
    """Refuse what no child needs to look at."""
    if len(data) > limits.file_bytes:
        raise UnreadableDocument(Problem.TOO_LARGE, f"over {limits.file_bytes} bytes")
    if data.find(b"%PDF-", 0, _HEADER_WITHIN) < 0 and b"startxref" not in data[-_END_WITHIN:]:
        raise UnreadableDocument(Problem.NOT_A_PDF, "no PDF header")


def read_document(
    data: bytes,
    name: str,
    path: str,
    *,
    password: str = "",
    limits: ReadingLimits = DEFAULT,
    cancelled: Cancelled | None = None,
    on_page: OnPage | None = None,
    recognise: bool = False,
) -> Document:
    """Read one PDF in a child of its own.

    Args:
        data: the file's bytes.
        name, path: for people only, kept in the document; the child does not get them.
        password: used once, never kept.
        cancelled: asked every 50 ms; true ends the child.
        on_page: called with each finished page and the file's number of pages (None: not known yet).
        recognise: read text from pictures, where the file has no other text and Tesseract is installed.

    Raises UnreadableDocument with the problem, or ReadingCancelled. Stopped for time or memory with pages finished, the
    document has these pages and the notice `pages_missing`.
    """
    with ReaderPool(1, limits, recognise=recognise) as pool:
        document: Document = pool.read(ReadingJob(path, name, password, data), cancelled, on_page)
    return document


@dataclass(frozen=True, slots=True)
class ReadingJob:
    """A file to read: `data`, or else the bytes of `path`. `name` defaults to the path's last part."""

    path: str
    name: str = ""
    password: str = field(default="", repr=False)
    data: bytes | None = field(default=None, repr=False)


class ReaderPool:
    """Warm children that read files; one bad file costs only its own child. Usable from several threads.

    Args:
        workers: children at the same time; as many as there are cores where None.
        limits: for every file.
        task: what a child does with each document; its result is then what reading returns instead of the document.
        recognise: read text from pictures where a file has no other text, if Tesseract is installed.
    """

    def __init__(
        self,
        workers: int | None = None,
        limits: ReadingLimits = DEFAULT,
        *,
        task: Task | None = None,
        recognise: bool = False,
    ) -> None:
        self.workers = max(1, workers or os.cpu_count() or 1)
        self._limits, self._task = limits, task
        self._recogniser = find_recogniser() if recognise else ""
        self._lock = threading.Lock()
        self._idle: list[ReaderProcess] = []
        self._all: set[ReaderProcess] = set()
        self._closed = False
        self._busy_ahead = False  # whether lost children are replaced before they are asked for

    def __enter__(self) -> ReaderPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def warm(self) -> None:
        """Start children ahead, without waiting for them."""
        with self._lock:
            self._busy_ahead = True
            while not self._closed and len(self._all) < self.workers:
                self._idle.append(self._start())

    def close(self) -> None:
        """End all children; files being read end as `ReadingCancelled`."""
        with self._lock:
            self._closed = True
            children, self._all, self._idle = list(self._all), set(), []
        for child in children:
            child.kill()
        for child in children:
            child.close()

    def children(self) -> list[int]:
        """The process ids of the children alive."""
        with self._lock:
            return sorted(child.pid for child in self._all)

    def read(self, job: ReadingJob, cancelled: Cancelled | None = None, on_page: OnPage | None = None) -> Any:
        """Read one file by the next free child: a `Document`, or the task's result. Blocks.

        Raises UnreadableDocument or ReadingCancelled."""
        data = load_bytes(job.path, self._limits) if job.data is None else job.data
        _check(data, self._limits)
        name = job.name or display_name(job.path)
        request = Request(data, name, job.path, hashlib.sha256(data).hexdigest(), job.password, self._recogniser)
        answer = self._ask(request, cancelled, on_page)
        if self._task is None:
            return answer.document
        if answer.partial:  # the task gets a child and a time of its own
            answer = self._ask(replace(request, data=b"", document=answer.document), cancelled, None)
        return answer.result

    def submit(self, job: ReadingJob, cancelled: Cancelled | None = None, on_page: OnPage | None = None) -> Future[Any]:
        """Read in a thread; the future gives what `read` returns or raises. Its `cancel` does not stop a running file:
        `cancelled` does."""
        future: Future[Any] = Future()

        def run() -> None:
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(self.read(job, cancelled, on_page))
                except BaseException as error:
                    future.set_exception(error)

        threading.Thread(target=run, name="reading", daemon=True).start()
        return future

    def read_many(
        self, jobs: Iterable[ReadingJob], cancelled: Cancelled | None = None
    ) -> Iterator[tuple[ReadingJob, Any | UnreadableDocument]]:
        """Read files on all children: (job, result or the problem) in the order given, each as soon as it and all before it
        are ready. Few files are held at a time. Ends early, without an error, once `cancelled` says so."""
        stop = threading.Event()
        self.warm()

        def unwanted() -> bool:
            return stop.is_set() or (cancelled is not None and cancelled())

        queue: SimpleQueue[tuple[ReadingJob, Future[Any]] | None] = SimpleQueue()
        threads = [threading.Thread(target=self._work, args=(queue, unwanted), daemon=True) for _ in range(self.workers)]
        for thread in threads:
            thread.start()
        try:
            yield from self._in_order(jobs, queue, unwanted)
        finally:
            stop.set()
            for _ in threads:
                queue.put(None)
            for thread in threads:
                thread.join()

    def _in_order(
        self,
        jobs: Iterable[ReadingJob],
        queue: SimpleQueue[tuple[ReadingJob, Future[Any]] | None],
        unwanted: Cancelled,
    ) -> Iterator[tuple[ReadingJob, Any | UnreadableDocument]]:
        source, ahead = iter(jobs), deque[tuple[ReadingJob, Future[Any]]]()
        while not unwanted():
            while len(ahead) < 4 * self.workers and (job := next(source, None)) is not None:
                ahead.append((job, Future()))
                queue.put(ahead[-1])
            if not ahead:
                return
            job, future = ahead.popleft()
            try:
                yield job, future.result()
            except UnreadableDocument as error:
                yield job, error
            except ReadingCancelled:
                return

    def _work(self, queue: SimpleQueue[tuple[ReadingJob, Future[Any]] | None], unwanted: Cancelled) -> None:
        while (item := queue.get()) is not None:
            job, future = item
            try:
                if unwanted():
                    raise ReadingCancelled
                future.set_result(self.read(job, unwanted))
            except BaseException as error:
                future.set_exception(error)

    def _start(self) -> ReaderProcess:
        child = ReaderProcess(self._limits, self._task, bool(self._recogniser))
        self._all.add(child)
        return child

    def _take(self) -> ReaderProcess:
        with self._lock:
            if self._closed:
                raise ReadingCancelled
            while self._idle:
                child = self._idle.pop()
                if child.usable:
                    return child
                self._all.discard(child)
                child.close()
            try:
                return self._start()
            except OSError as error:
                raise UnreadableDocument(Problem.READER_STOPPED, f"cannot start: {type(error).__name__}") from None

    def _give_back(self, child: ReaderProcess) -> None:
        """Keep a sound child; put a fresh one, still starting, in the place of another."""
        with self._lock:
            if child.usable and not self._closed:
                self._idle.append(child)
                return
            self._all.discard(child)
        child.close()

    def _ask(self, request: Request, cancelled: Cancelled | None, on_page: OnPage | None) -> Answer:
        child = self._take()
        try:
            return child.read(request, cancelled, on_page)
        except UnreadableDocument:
            with self._lock:
                closed = self._closed
            if closed:
                raise ReadingCancelled from None
            raise
        finally:
            self._give_back(child)
            with contextlib.suppress(OSError):
                self._replace_missing()

    def _replace_missing(self) -> None:
        """Start a child ahead for one that was lost, if this pool had more than one file to read."""
        with self._lock:
            if self._busy_ahead and not self._closed and len(self._all) < self.workers:
                self._idle.append(self._start())
