"""The parent's side of one reading child: start it, give it a file, watch the clock, believe nothing, end it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import matching
from matching.errors import Problem, UnreadableDocument
from matching.reading import wire
from matching.reading.document import Document, Notice, NoticeCode, Page
from matching.reading.limits import ReadingLimits

# How often the clock, the wish to cancel and the child's memory are looked at while it works, in seconds.
WATCH_EVERY = 0.05
# A child is replaced after this many files, so that nothing can pile up in it.
FILES_PER_CHILD = 100

_BOOT = (
    "import sys; n = int(sys.argv[1]); sys.path[:0] = [p for p in sys.argv[2:2 + n] if p not in sys.path]; "
    "from matching.reading.reader_child import main; sys.exit(main(sys.argv[2 + n:]))"
)
# What a program needs to start at all; everything else of the user's environment stays outside.
_KEPT_ENVIRONMENT = ("SYSTEMROOT", "WINDIR")


OnPage = Callable[[Page, "int | None"], None]


class ReadingCancelled(Exception):
    """The user no longer wants the file read."""


@dataclass(frozen=True, slots=True)
class Task:
    """What the child does with a document after reading: a function of `matching`, as `matching.module:function`.

    It is called as `function(document, **arguments)`. Arguments and result must have the types that its annotations name:
    dataclasses of `matching`, tuples, texts, numbers, truth values, None. Where its module has a function `warm_up`, a child
    calls it when it starts.
    """

    function: str
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """One file for a child. `document` instead of `data`: only the task is wanted for what was read before.

    `recogniser` is the Tesseract program's path where text in pictures shall be recognised.
    """

    data: bytes
    name: str
    path: str
    sha256: str
    password: str = field(default="", repr=False)
    recogniser: str = ""
    document: Document | None = None


def child_command() -> list[str]:
    """How to start the child: from a frozen bundle by the program itself, else by this Python, isolated from the user's
    environment and folders, with the places where `matching` and pdfminer were found."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--reader-child"]
    homes = [str(Path(matching.__file__).resolve().parent.parent)]
    pdfminer = find_spec("pdfminer")
    if pdfminer is not None and pdfminer.origin:
        homes.append(str(Path(pdfminer.origin).parent.parent))
    return [sys.executable, "-I", "-c", _BOOT, str(len(homes)), *homes]


def _environment() -> dict[str, str]:
    kept = {key: os.environ[key] for key in _KEPT_ENVIRONMENT if key in os.environ}
    if getattr(sys, "frozen", False):  # the bundle's loader finds its own files by these
        kept.update({key: value for key, value in os.environ.items() if key.startswith(("_PYI", "LD_LIBRARY_PATH"))})
    return kept | {"PYTHONUTF8": "1", "LC_ALL": "C.UTF-8"}


def start_child(limits: ReadingLimits, task: str, recognising: bool) -> subprocess.Popen[bytes]:
    """Start a child without waiting for it. It inherits no file but its two pipes. Raises OSError where it cannot start."""
    arguments = [wire.to_json(wire.plain(limits, ReadingLimits)).decode(), task, "recognise" if recognising else ""]
    return subprocess.Popen(  # noqa: S603 our own program, no shell, arguments of our own making
        child_command() + arguments,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        close_fds=True,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class _Watch:
    """Ends a child that is over its time or memory or no longer wanted; says afterwards why."""

    def __init__(self, child: ReaderProcess, limits: ReadingLimits, cancelled: Callable[[], bool] | None) -> None:
        self.reason: Problem | None = None
        self.cancelled = False
        self._child, self._limits, self._wish = child, limits, cancelled
        self._end = time.monotonic() + limits.wall_seconds
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, name="reader watch", daemon=True)
        self._thread.start()

    def page_finished(self) -> None:
        self._end = min(self._end, time.monotonic() + self._limits.after_page_seconds)

    def stop(self) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(WATCH_EVERY):
            if self._wish is not None and self._wish():
                self.cancelled = True
            elif time.monotonic() > self._end:
                self.reason = Problem.TOOK_TOO_LONG
            elif self._child.memory() > self._limits.memory_bytes:
                self.reason = Problem.TOO_MUCH_MEMORY
            else:
                continue
            self._child.kill()
            return


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a file: with a task its `result`, else the `document`. `partial`: reading was stopped for time or memory
    with pages finished; then `document` has these pages only and a notice, and a task was not done."""

    document: Document | None = None
    result: Any = None
    partial: bool = False


@dataclass(slots=True)
class _Heard:
    """What a child has said about one file so far. Pages are rebuilt only where they are wanted."""

    pages: list[Any] = field(default_factory=list)
    page_count: int | None = None
    document: Any = None
    size: int = 0


class ReaderProcess:
    """One child process; reads one file at a time, as often as it is sound.

    Args:
        limits: what a file may cost; the child holds itself to them, the parent watches.
        task: what is done with each document; its function is imported when the child starts.
        recognising: whether the child may start Tesseract.
    """

    def __init__(self, limits: ReadingLimits, task: Task | None = None, recognising: bool = False) -> None:
        self._limits, self._task = limits, task
        self._files = 0
        self._usable = True
        self._process = start_child(limits, task.function if task else "", recognising)
        if sys.platform == "win32":
            from matching.reading.limits_windows import hold

            self._job = hold(self._process, limits, recognising)

    @property
    def usable(self) -> bool:
        """Whether it may be given another file."""
        return self._usable and self._files < FILES_PER_CHILD and self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def memory(self) -> int:
        """Bytes it holds now, where the system needs watching (macOS); else 0."""
        if sys.platform == "darwin":
            from matching.reading.limits_macos import memory_of

            return memory_of(self._process.pid)
        return 0

    def kill(self) -> None:
        """End it at once. May be called from any thread."""
        self._usable = False
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self._process.kill()
            elif self._process.poll() is None:  # its session, for Tesseract may run below it
                os.killpg(self._process.pid, signal.SIGKILL)

    def close(self) -> None:
        """End it and wait until it is gone."""
        self.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()
        self._process.wait()
        if sys.platform == "win32":
            from matching.reading.limits_windows import release

            release(self._job)

    def read(
        self,
        request: Request,
        cancelled: Callable[[], bool] | None = None,
        on_page: OnPage | None = None,
    ) -> Answer:
        """Read one file. `on_page(page, pages of the file or None)` is called as pages arrive.

        Raises UnreadableDocument or ReadingCancelled."""
        self._files += 1
        heard = _Heard()
        watch = _Watch(self, self._limits, cancelled)
        try:
            self._send(request)
            return self._listen(request, heard, watch, on_page)
        except UnreadableDocument as error:
            self._usable = False
            return _partial(request, heard, error)
        except (wire.MalformedAnswer, TypeError, ValueError) as error:
            self.kill()
            raise UnreadableDocument(Problem.READER_STOPPED, f"malformed answer: {type(error).__name__}") from None
        except (EOFError, OSError):
            watch.stop()
            if watch.cancelled:
                raise ReadingCancelled from None
            return _partial(request, heard, self._death(watch.reason))
        finally:
            watch.stop()

    def _send(self, request: Request) -> None:
        asked = {
            "name": request.name if self._task else "",
            "path": request.path if self._task else "",
            "password": request.password,
            "recogniser": request.recogniser,
            "limits": wire.plain(self._limits, ReadingLimits),
            "document": None if request.document is None else wire.plain(request.document, Document),
            "task": self._task.function if self._task else "",
            "arguments": wire.plain_arguments(self._task.function, self._task.arguments) if self._task else {},
        }
        assert self._process.stdin is not None
        wire.write_frame(self._process.stdin, wire.REQUEST, wire.to_json(asked))
        wire.write_frame(self._process.stdin, wire.DATA, request.data)

    def _listen(self, request: Request, heard: _Heard, watch: _Watch, on_page: OnPage | None) -> Answer:
        """Take frames until the end of this file."""
        assert self._process.stdout is not None
        heard.document = request.document
        while True:
            kind, payload = wire.read_frame(self._process.stdout, self._limits.answer_bytes - heard.size)
            heard.size += len(payload)
            value = wire.from_json(payload)
            if kind == wire.PAGE:
                self._hear_page(value, heard, watch, on_page)
            elif kind == wire.DOCUMENT and heard.document is None:
                heard.document = value
            elif kind == wire.RESULT and heard.document is not None:
                return self._conclude(value, heard, request)
            elif kind == wire.PROBLEM:
                problem, detail = wire.rebuilt(value, tuple[Problem, str])
                raise UnreadableDocument(problem, detail[:200])
            else:
                raise wire.MalformedAnswer("an answer out of order")

    def _hear_page(self, value: Any, heard: _Heard, watch: _Watch, on_page: OnPage | None) -> None:
        if type(value) is not list or len(value) != 2 or type(value[1]) is not list or not value[1]:
            raise wire.MalformedAnswer("no page")
        number = wire.rebuilt(value[1][0], int)
        if not 1 <= number <= min(len(heard.pages) + 1, self._limits.pages):
            raise wire.MalformedAnswer("a page out of order")
        count = wire.rebuilt(value[0], int | None)
        heard.page_count = count if count is not None else heard.page_count
        watch.page_finished()
        heard.pages[number - 1 :] = [value[1]]
        if on_page is not None:
            heard.pages[-1] = wire.rebuilt(value[1], Page)
            on_page(heard.pages[-1], heard.page_count)

    def _conclude(self, value: Any, heard: _Heard, request: Request) -> Answer:
        """The end of a file that went well."""
        hint = wire.task_result(self._task.function) if self._task else None
        retiring, result = wire.rebuilt(value, tuple[bool, hint])  # type: ignore[valid-type]  # known at run time only
        self._usable = self._usable and not retiring
        if self._task is not None:
            return Answer(result=result)
        return Answer(_heard_document(heard, request, self._limits))

    def _death(self, reason: Problem | None) -> UnreadableDocument:
        """Why the child is gone: ended by us for `reason`, out of processor time, or for a reason of its own."""
        if reason is not None:
            return UnreadableDocument(reason)
        self.kill()
        status = self._process.wait()
        if status == -getattr(signal, "SIGXCPU", 0) and status:
            return UnreadableDocument(Problem.TOOK_TOO_LONG)
        return UnreadableDocument(Problem.READER_STOPPED, f"exit status {status}")


def _page(heard: _Heard, part: Any) -> Page:
    """A page from its index among those that went ahead, or from itself."""
    if type(part) is int and 0 <= part < len(heard.pages):
        part = heard.pages[part]
    page: Page = part if isinstance(part, Page) else wire.rebuilt(part, Page)
    return page


def _heard_document(heard: _Heard, request: Request, limits: ReadingLimits) -> Document:
    """The finished document. Name, path and checksum are the parent's own; the child's word for them is not taken."""
    if type(heard.document) is not list or len(heard.document) != 2:
        raise wire.MalformedAnswer("no document")
    fields, parts = wire.rebuilt(heard.document[0], Document), heard.document[1]
    if type(parts) is not list or len(parts) > limits.pages:
        raise wire.MalformedAnswer("too many pages")
    pages = tuple(_page(heard, part) for part in parts)
    document: Document = replace(fields, name=request.name, path=request.path, sha256=request.sha256, pages=pages)
    return document


def _partial(request: Request, heard: _Heard, error: UnreadableDocument) -> Answer:
    """What was finished before reading was stopped for time or memory; raises `error` where that is nothing to read.

    A document that was whole already is not partial: then its task failed, and that is the error."""
    stopped = error.problem in (Problem.TOOK_TOO_LONG, Problem.TOO_MUCH_MEMORY)
    try:
        pages = tuple(_page(heard, part) for part in heard.pages) if stopped and heard.document is None else ()
    except (wire.MalformedAnswer, TypeError, ValueError):
        raise UnreadableDocument(Problem.READER_STOPPED, "malformed page") from None
    if not any(page.lines for page in pages):
        raise error
    of = f" of {heard.page_count}" if heard.page_count else ""
    why = "it took too long" if error.problem is Problem.TOOK_TOO_LONG else "it needed too much memory"
    notice = Notice(NoticeCode.PAGES_MISSING, f"Reading was stopped after {len(pages)}{of} pages, because {why}.")
    count = max(heard.page_count or 0, len(pages) + 1)
    return Answer(Document(request.name, request.path, request.sha256, count, pages, (notice,)), partial=True)
