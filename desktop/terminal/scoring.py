"""What `rolefit score` and `rolefit report` do: find the files, read and score them, print in the order given. No Qt."""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import matching
from desktop.export.files import write_whole
from desktop.export.options import ReportOptions
from desktop.messages import message_for
from matching.errors import Problem, UnreadableDocument
from matching.fit.report import FitReport, UnreadReport
from matching.fit.request import Request
from matching.fit.salary import SalaryQuestion
from matching.reading.document import Document
from matching.reading.file_names import display_name
from matching.reading.isolated import ReaderPool, ReadingJob, Task, load_bytes

if TYPE_CHECKING:
    from desktop.export.wording import Wording

Result = FitReport | UnreadReport


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of output to come: a file to read, or a problem that is known before. `shown` is the path as printed."""

    path: str
    shown: str
    problem: Problem | None = None


def request_from(options: argparse.Namespace) -> Request:
    """The request that the command line's options describe."""
    own_base, own_currency = options.local_base or (None, "")
    return Request(
        as_of=options.as_of,
        role=options.role,
        variant=options.variant,
        salary=SalaryQuestion(
            place=options.place,
            years=options.years,
            company_size=options.company_size,
            base=options.pay_base,
            local_base=own_base,
            local_currency=own_currency,
        ),
    )


def check_request(request: Request) -> str:
    """What is wrong with a request's role or variant as a sentence, or nothing. A role's file may hold a mistake, too."""
    from matching.errors import FactError
    from matching.knowledge.roles import available_roles, load_role

    roles = sorted(available_roles())
    if request.role not in roles:
        return f"there is no role {request.role!r}; there is: {', '.join(roles)}"
    try:
        variants = [variant.id for variant in load_role(request.role).variants]
    except FactError as mistake:
        return str(mistake)
    if request.variant is not None and request.variant not in variants:
        return f"there is no variant {request.variant!r} of {request.role}; there is: {', '.join(variants)}"
    return ""


def entries_for(paths: Sequence[str]) -> Iterator[Entry]:
    """The files to read, in order. A folder gives every PDF below it, sorted by path, without following links."""
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 names that are no text stay as they are
            yield Entry(path, path)
            continue
        found = sorted(_pdfs_below(path))
        if not found:
            yield Entry(path, path, Problem.NO_PDFS)
        yield from (Entry(os.path.join(path, inner), inner) for inner in found)  # noqa: PTH118


def _pdfs_below(folder: str) -> Iterator[str]:
    for root, _, names in os.walk(folder, followlinks=False):
        for name in names:
            whole = os.path.join(root, name)  # noqa: PTH118
            if name.lower().endswith(".pdf") and not os.path.islink(whole):  # noqa: PTH114
                yield os.path.relpath(whole, folder)


def score_files(paths: Sequence[str], request: Request, *, password: str, as_json: bool, language: str = "en") -> int:
    """Print the result of each file in order and return the exit status: 0 all were read, 1 at least one was not."""
    from desktop.export.json_report import report_as_line
    from desktop.export.text_report import report_as_text
    from desktop.export.wording import wording_in

    entries = list(entries_for(paths))
    progress = _Progress(len(entries), wording_in(language)) if len(entries) > 1 and sys.stderr.isatty() else None
    status = 0
    for number, result in enumerate(results_for(entries, request, password)):
        if progress:
            progress.clear()
        if as_json:
            print(report_as_line(result), flush=True)
        else:
            print("\n\n" * bool(number) + report_as_text(result, language), flush=True)
        if isinstance(result, UnreadReport):
            status = 1
        if progress:
            progress.show(number + 1)
    if progress:
        progress.clear()
    return status


def results_for(entries: Sequence[Entry], request: Request, password: str) -> Iterator[Result]:
    """Reports in the order of the entries; files without a result give their problem."""
    jobs = [entry for entry in entries if entry.problem is None]
    read = _read_one(jobs, request, password) if len(jobs) == 1 else _read_many(jobs, request, password)
    for entry in entries:
        if entry.problem is not None:
            yield _unread(entry, request, UnreadableDocument(entry.problem))
            continue
        answer = next(read)
        yield _unread(entry, request, answer) if isinstance(answer, UnreadableDocument) else answer


def _job(entry: Entry, password: str) -> ReadingJob:
    return ReadingJob(entry.path, display_name(entry.path), password)


def _printable(path: str) -> str:
    """A path that can be encoded: bytes that are no text become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def _read_one(jobs: Sequence[Entry], request: Request, password: str) -> Iterator[Result | UnreadableDocument]:
    """Read one file in a child, loading the tables here meanwhile."""
    gc.disable()  # nothing loaded here is garbage; looking for some would take a tenth of the time of a single file
    try:
        with ReaderPool(1) as pool:
            future: Future[Document] = pool.submit(_job(jobs[0], password))
            from matching.fit.pipeline import report_for, warm_up

            warm_up()
            document = future.result()
        yield report_for(_shown_as(document, jobs[0]), request)
    except UnreadableDocument as problem:
        yield problem
    finally:
        gc.enable()


def _read_many(jobs: Sequence[Entry], request: Request, password: str) -> Iterator[Result | UnreadableDocument]:
    """Read and score on all cores; the children send back reports without the words of the pages."""
    if not jobs:
        return
    task = Task("matching.fit.pipeline:score_document", {"request": request})
    with ReaderPool(min(os.cpu_count() or 1, len(jobs)), task=task) as pool:
        answers = pool.read_many(_job(entry, password) for entry in jobs)
        for entry, (_, answer) in zip(jobs, answers, strict=True):
            if isinstance(answer, UnreadableDocument):
                yield answer
            else:
                yield replace(answer, document=_shown_as(answer.document, entry))


def _shown_as(document: Document, entry: Entry) -> Document:
    return replace(document, path=_printable(entry.shown))


def _unread(entry: Entry, request: Request, problem: UnreadableDocument) -> UnreadReport:
    from matching.knowledge.roles import load_role

    sha256 = ""
    if problem.problem not in (Problem.NOT_FOUND, Problem.NO_PERMISSION, Problem.NO_PDFS, Problem.TOO_LARGE):
        try:
            sha256 = hashlib.sha256(load_bytes(entry.path)).hexdigest()
        except UnreadableDocument:
            sha256 = ""
    return UnreadReport(
        engine_version=matching.__version__,
        as_of=request.as_of,
        role=request.role,
        edition=load_role(request.role).edition,
        name=display_name(entry.path),
        path=_printable(entry.shown),
        sha256=sha256,
        pages=0,
        problem=problem.problem,
        detail=problem.detail,
    )


class _Progress:
    """A bar on stderr for people; it never mixes with the results on stdout."""

    def __init__(self, total: int, say: Wording, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._say, self._clock, self._start, self._shown = total, say, clock, clock(), False

    def show(self, done: int) -> None:
        """Draw the bar once the work takes longer than 0.4 s."""
        if self._clock() - self._start < 0.4 or done >= self._total:
            return
        filled = 30 * done // self._total
        told = self._say("{part} of {all}", part=done, all=self._total)
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {told}", end="", file=sys.stderr, flush=True)
        self._shown = True

    def clear(self) -> None:
        if self._shown:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)
            self._shown = False


def write_report(path: str, output: Path, request: Request, options: ReportOptions, *, password: str) -> int:
    """Write one file's report to `output`, whole or not at all. Returns the exit status; a problem is said on stderr."""
    from desktop.export.wording import wording_in

    result = next(results_for([Entry(path, path)], request, password))
    if isinstance(result, UnreadReport) and output.suffix.lower() != ".json":
        told = wording_in(options.language).trouble(message_for(result.problem))
        print(f"{_printable(path)}: {told}", file=sys.stderr)
        return 1
    return _write(result, output, options) or int(isinstance(result, UnreadReport))


def write_saved(path: str, output: Path, options: ReportOptions) -> int:
    """Write the report of a result that was saved as JSON. Returns the exit status; what is wrong is said on stderr."""
    from desktop.export.json_result import BadResult, read_result
    from desktop.export.wording import wording_in

    say = wording_in(options.language)
    try:
        report = read_result(path)
    except BadResult as bad:
        print(f"{_printable(path)}: {say.trouble(bad.message)}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{_printable(path)}: {say('It could not be read: {why}.', why=error.strerror)}", file=sys.stderr)
        return 1
    return _write(report, output, options)


def _write(result: Result, output: Path, options: ReportOptions) -> int:
    """The exit status: 0 where the whole file was written, 1 where it was not."""
    from desktop.export.formats import report_as_bytes
    from desktop.export.wording import wording_in

    try:
        write_whole(output, report_as_bytes(result, output.suffix.lower(), options))
    except OSError as error:
        say, why = wording_in(options.language), error.strerror
        told = say("The report could not be written to {file}: {why}. Choose another folder.", file=output, why=why)
        print(told, file=sys.stderr)
        return 1
    return 0
