"""What the reading child does, here in the test's own process over pipes of its own: answers, named problems, its end.

The real child is tried in `test_isolated.py`; it runs closed off, where no tool can count which of its lines were reached.
"""

from __future__ import annotations

import gc
import io
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from matching.errors import Problem, UnreadableDocument
from matching.fit import pipeline
from matching.fit.report import FitReport
from matching.fit.request import Request
from matching.months import YearMonth
from matching.reading import limits_macos, limits_windows, pdf, reader_child, wire
from matching.reading.document import Document, Page
from matching.reading.limits import DEFAULT, MIB, ReadingLimits
from tests.matching.reading.test_isolated import locked, made

if sys.platform != "win32":
    import resource

    from matching.reading import limits_linux

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="runs what closes the child off on Linux"),
    pytest.mark.usefixtures("guarded"),
]

SCORE = "matching.fit.pipeline:score_document"
REQUEST = Request(as_of=YearMonth(2026, 11))


@pytest.fixture(autouse=True)
def time_of_the_test_process() -> Iterator[None]:
    """A request limits the processor time of the process it runs in; here that is lifted again."""
    before = resource.getrlimit(resource.RLIMIT_CPU)
    yield
    resource.setrlimit(resource.RLIMIT_CPU, before)


@pytest.fixture(autouse=True)
def room_for_the_test_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that has grown large ends after its answer; the tests' own process may be large for other reasons."""
    monkeypatch.setattr(reader_child, "KEEP_BELOW", 1 << 40)


@dataclass
class Said:
    """What came through the pipe about one file."""

    pages: list[tuple[int | None, Page]] = field(default_factory=list)
    document: Document | None = None
    sent_again: int = 0  # pages that the document's frame held anew
    results: list[list[Any]] = field(default_factory=list)
    problem: Problem | None = None
    detail: str = ""

    @property
    def text(self) -> list[str]:
        assert self.document is not None, (self.problem, self.detail)
        return [line.text for line in self.document.lines]


def asked(
    *,
    password: str = "",
    limits: ReadingLimits = DEFAULT,
    task: str = "",
    arguments: dict[str, object] | None = None,
    document: Document | None = None,
    recogniser: str = "",
) -> dict[str, Any]:
    """A request as the parent writes it."""
    return {
        "name": "a.pdf",
        "path": "/folder/a.pdf",
        "password": password,
        "recogniser": recogniser,
        "limits": wire.plain(limits, ReadingLimits),
        "document": None if document is None else wire.plain(document, Document),
        "task": task,
        "arguments": wire.plain_arguments(task, arguments) if arguments else {},
    }


def frames_of(requests: list[tuple[dict[str, Any], bytes]]) -> io.BytesIO:
    stream = io.BytesIO()
    for header, data in requests:
        wire.write_frame(stream, wire.REQUEST, wire.to_json(header))
        wire.write_frame(stream, wire.DATA, data)
    stream.seek(0)
    return stream


def heard(raw: bytes) -> list[Said]:
    """The answers in a stream, file by file."""
    stream, answers, said = io.BytesIO(raw), [], Said()
    while stream.tell() < len(raw):
        kind, payload = wire.read_frame(stream, DEFAULT.answer_bytes)
        value = wire.from_json(payload)
        if kind == wire.PAGE:
            said.pages.append((value[0], wire.rebuilt(value[1], Page)))
        elif kind == wire.DOCUMENT:
            parts = [said.pages[part][1] if isinstance(part, int) else wire.rebuilt(part, Page) for part in value[1]]
            said.sent_again = sum(not isinstance(part, int) for part in value[1])
            said.document = replace(wire.rebuilt(value[0], Document), pages=tuple(parts))
        elif kind == wire.RESULT:
            said.results.append(value)
        else:
            said.problem, said.detail = wire.rebuilt(value, tuple[Problem, str])
        if kind in (wire.RESULT, wire.PROBLEM):
            answers.append(said)
            said = Said()
    return answers


def serve(*requests: tuple[dict[str, Any], bytes]) -> list[Said]:
    answers = io.BytesIO()
    reader_child.serve(frames_of(list(requests)), answers)
    return heard(answers.getvalue())


def read(data: bytes, **wishes: Any) -> Said:
    (said,) = serve((asked(**wishes), data))
    return said


# --- answers ------------------------------------------------------------------------------------------------------------


def test_pages_go_ahead_and_are_not_sent_twice() -> None:
    said = read(made("Ada Lovelace", "Engines"))
    assert [count for count, _ in said.pages] == [2, 2]
    assert said.text == ["Ada Lovelace", "Engines"]
    assert said.sent_again == 0
    assert said.results == [[False, None]]


def test_files_follow_one_another_until_the_parent_closes_its_end() -> None:
    answers = serve(*((asked(), made(name)) for name in ("Ada", "Grace", "Edsger")))
    assert [said.text for said in answers] == [["Ada"], ["Grace"], ["Edsger"]]


def test_a_page_that_is_changed_at_the_end_is_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pdf.read_pdf

    def first_page_changed(*arguments: Any, **named: Any) -> Document:
        document = whole(*arguments, **named)
        return replace(document, pages=(replace(document.pages[0], width=1.0), *document.pages[1:]))

    monkeypatch.setattr(pdf, "read_pdf", first_page_changed)
    said = read(made("Ada", "Engines"))
    assert said.sent_again == 1
    assert said.document is not None
    assert [page.width for page in said.document.pages] == [1.0, said.pages[1][1].width]


def test_a_task_gets_the_document_and_its_result_is_the_answer() -> None:
    said = read(made("Ada Lovelace"), task=SCORE, arguments={"request": REQUEST})
    ((retiring, result),) = said.results
    report = wire.rebuilt(result, FitReport)
    assert not retiring
    assert (report.document.name, report.document.page_count) == ("a.pdf", 1)
    assert all(not page.lines for page in report.document.pages)


def test_a_task_alone_is_done_for_a_document_that_was_read_before() -> None:
    document = read(made("Ada Lovelace")).document
    said = read(b"", document=document, task=SCORE, arguments={"request": REQUEST})
    assert said.document is None
    assert wire.rebuilt(said.results[0][1], FitReport).document.page_count == 1


def test_a_task_that_fails_is_our_mistake_and_not_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> FitReport:
        raise ZeroDivisionError("secret words of the file")

    monkeypatch.setattr(pipeline, "report_for", failing)
    said = read(made("Ada Lovelace"), task=SCORE, arguments={"request": REQUEST})
    assert said.problem is Problem.READER_STOPPED
    assert said.detail.startswith("ZeroDivisionError in test_reader_child.py:")
    assert "secret" not in said.detail


def test_a_task_out_of_memory_is_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> FitReport:
        raise MemoryError

    monkeypatch.setattr(pipeline, "report_for", failing)
    said = read(made("Ada Lovelace"), task=SCORE, arguments={"request": REQUEST})
    assert said.problem is Problem.TOO_MUCH_MEMORY


def test_a_child_that_has_grown_says_so_and_takes_no_other_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_child, "KEEP_BELOW", 1 * MIB)
    (said,) = serve((asked(), made("Ada")), (asked(), made("Grace")))
    assert said.text == ["Ada"]
    assert said.results == [[True, None]]


def test_where_the_system_does_not_tell_the_memory_the_child_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_child, "KEEP_BELOW", 0)
    monkeypatch.delattr(os, "sysconf")  # Windows
    assert len(serve((asked(), made("Ada")), (asked(), made("Grace")))) == 2


# --- problems -----------------------------------------------------------------------------------------------------------


def test_a_problem_ends_the_child() -> None:
    (said,) = serve((asked(), made(" ")), (asked(), made("Ada")))
    assert said.problem is Problem.NO_TEXT


def test_passwords() -> None:
    data = locked(made("Ada"), "sesame")
    assert read(data).problem is Problem.PASSWORD
    assert read(data, password="wrong").problem is Problem.WRONG_PASSWORD
    assert read(data, password="\u20ac\u0141").problem is Problem.WRONG_PASSWORD
    assert read(data, password="sesame").text == ["Ada"]


def test_unknown_protection_is_named() -> None:
    data = made("Ada")
    trailer = data.rindex(b"trailer")
    vault = b"<< /Encrypt << /Filter /Acme.Vault /V 9 >> "
    said = read(data[:trailer] + data[trailer:].replace(b"<<", vault, 1))
    assert said.problem is Problem.UNSUPPORTED_PROTECTION
    assert said.detail == "PDFEncryptionError"


def test_a_password_that_the_encryption_cannot_spell_is_wrong() -> None:
    error = UnicodeEncodeError("latin-1", "\u0141", 0, 1, "no")
    assert reader_child.problem_of(error, "\u0141") == (Problem.WRONG_PASSWORD, "")
    assert reader_child.problem_of(error, "")[0] is Problem.DAMAGED


def test_whatever_else_is_raised_is_damage_told_without_the_files_words() -> None:
    try:
        raise KeyError("words of the file")
    except KeyError as error:
        problem, detail = reader_child.problem_of(error, "")
    assert problem is Problem.DAMAGED
    assert detail.startswith("KeyError in test_reader_child.py:")
    assert reader_child.problem_of(KeyError("never raised"), "") == (Problem.DAMAGED, "KeyError")


def test_limits_of_the_request_hold() -> None:
    said = read(made("Ada", "Engines", "Notes"), limits=replace(DEFAULT, pages=2))
    assert [len(said.pages), len(said.document.pages if said.document else ())] == [2, 2]
    assert read(made("Ada Lovelace"), limits=replace(DEFAULT, inflated_bytes=10)).problem is not None


# --- files without a sound table of their objects -----------------------------------------------------------------------


def test_a_file_that_lost_its_table_is_read_by_search() -> None:
    data = made("Ada Lovelace", "Engines")
    assert read(data[: data.rindex(b"xref\n") - 40]).text == ["Ada Lovelace", "Engines"]


def test_a_file_that_breaks_off_before_its_first_page_is_damaged() -> None:
    assert read(made("Ada")[:80]).problem is Problem.DAMAGED


def test_a_blank_file_that_breaks_off_is_damaged_and_not_without_text() -> None:
    data = made(" ")
    said = read(data[: data.rindex(b"%%EOF")] + b" " * 3000)
    assert said.problem is Problem.DAMAGED
    assert said.detail == "the end of the file is missing"


def test_damage_that_searching_does_not_mend_keeps_its_first_name(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pdf.read_pdf
    times: list[int] = []

    def damaged_once(*arguments: Any, **named: Any) -> Document:
        times.append(1)
        if len(times) == 1:
            raise UnreadableDocument(Problem.DAMAGED, "first")
        return whole(*arguments, **named)

    monkeypatch.setattr(pdf, "read_pdf", damaged_once)
    assert read(made(" ")).detail == "first"
    times.clear()
    assert read(made("Ada")).text == ["Ada"]


def test_a_blank_document_stays_blank_where_searching_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pdf.read_pdf
    times: list[int] = []

    def damaged_later(*arguments: Any, **named: Any) -> Document:
        times.append(1)
        if len(times) > 1:
            raise UnreadableDocument(Problem.DAMAGED, "later")
        return whole(*arguments, **named)

    monkeypatch.setattr(pdf, "read_pdf", damaged_later)
    assert read(made(" ")).problem is Problem.NO_TEXT


# --- the whole child ----------------------------------------------------------------------------------------------------


@contextmanager
def own_streams(given: bytes) -> Iterator[Callable[[], bytes]]:
    """Standard input and output as pipes, as a child has them; what it is given fits into a pipe."""
    kept = [os.dup(number) for number in (0, 1, 2)]
    (source, fill), (answers, drain) = os.pipe(), os.pipe()
    os.write(fill, given)
    os.close(fill)
    os.dup2(source, 0)
    os.dup2(drain, 1)
    os.close(source)
    os.close(drain)

    def answered() -> bytes:
        with open(answers, "rb", closefd=False) as stream:
            return stream.read()

    try:
        yield answered
    finally:
        for number, copy in enumerate(kept):
            os.dup2(copy, number)
            os.close(copy)
        os.close(answers)


@pytest.fixture
def closed_off(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[ReadingLimits, bool]]]:
    """Instead of closing the test's process off, note with what it was to be done."""
    done: list[tuple[ReadingLimits, bool]] = []
    monkeypatch.setattr(limits_linux, "close_off", lambda limits, recognising: done.append((limits, recognising)))
    monkeypatch.setattr(sys, "dont_write_bytecode", sys.dont_write_bytecode)
    yield done
    logging.disable(logging.NOTSET)
    gc.collect()  # the pipes, where `ends_with_its_process` still holds


# The pipes of a child end with its process, so it does not close them.
ends_with_its_process = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")


@ends_with_its_process
@pytest.mark.parametrize(("task", "wish"), [("", ""), (SCORE, "recognise")])
def test_a_child_from_start_to_end(closed_off: list[tuple[ReadingLimits, bool]], task: str, wish: str) -> None:
    limits = replace(DEFAULT, pages=7)
    given = frames_of([(asked(), made("Ada"))]).getvalue()
    with own_streams(given) as answered:
        assert reader_child.main([wire.to_json(wire.plain(limits, ReadingLimits)).decode(), task, wish]) == 0
        print("whatever prints meets the null device")
        os.write(1, b"and so does this")
        (said,) = heard(answered())
    assert said.text == ["Ada"]
    assert closed_off == [(limits, wish == "recognise")]


@ends_with_its_process
def test_a_bundles_child_takes_its_arguments_from_the_command_line(
    closed_off: list[tuple[ReadingLimits, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = wire.to_json(wire.plain(DEFAULT, ReadingLimits)).decode()
    monkeypatch.setattr(sys, "argv", ["rolefit", "--reader-child", limits, "", ""])
    with own_streams(b"") as answered:
        assert reader_child.main() == 0
        assert answered() == b""
    assert closed_off == [(DEFAULT, False)]


@ends_with_its_process
def test_a_child_whose_parent_has_gone_ends_in_silence(
    closed_off: list[tuple[ReadingLimits, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Ended(Exception):
        pass

    def end(status: int) -> None:
        raise Ended(status)

    def gone(*_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(os, "_exit", end)
    monkeypatch.setattr(wire, "write_frame", gone)
    stream = io.BytesIO()
    header, data = wire.to_json(asked()), made("Ada")
    for kind, payload in ((wire.REQUEST, header), (wire.DATA, data)):
        stream.write(kind + len(payload).to_bytes(4, "big") + payload)
    limits = wire.to_json(wire.plain(DEFAULT, ReadingLimits)).decode()
    with own_streams(stream.getvalue()), pytest.raises(Ended) as caught:
        reader_child.main([limits, "", ""])
    assert caught.value.args == (0,)


@pytest.mark.parametrize(("platform", "module"), [("win32", limits_windows), ("darwin", limits_macos)])
def test_each_system_has_its_own_limits(platform: str, module: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed: list[ReadingLimits] = []
    monkeypatch.setattr(module, "allow_time", allowed.append)
    monkeypatch.setattr(sys, "platform", platform)
    assert read(made("Ada")).text == ["Ada"]
    assert allowed == [DEFAULT]
