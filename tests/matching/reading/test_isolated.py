"""Reading in a child: results, every named problem, stopping, batches, and a child that lies or dies."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from matching.errors import Problem, UnreadableDocument
from matching.reading import isolated, reader_process, wire
from matching.reading.document import Document, Line, NoticeCode, Page, Word
from matching.reading.file_names import display_name
from matching.reading.isolated import ReaderPool, ReadingCancelled, ReadingJob, load_bytes, read_document
from matching.reading.limits import DEFAULT, ReadingLimits

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the tests stop and kill children by signals")

QUICK = replace(DEFAULT, wall_seconds=0.4, after_page_seconds=0.4)


def made(*texts: str) -> bytes:
    """A PDF with one page for each text."""
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    for text in texts:
        canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def locked(data: bytes, user: str, owner: str = "owner") -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(user=user, owner=owner))
    return file.getvalue()


def problem(call: Callable[[], object]) -> Problem:
    with pytest.raises(UnreadableDocument) as caught:
        call()
    return caught.value.problem


def text_of(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_a_document_comes_back_with_the_parents_name_and_checksum() -> None:
    data = made("Ada Lovelace", "Analytical engines")
    document = read_document(data, "ada.pdf", "/folder/ada.pdf")
    assert text_of(document) == ["Ada Lovelace", "Analytical engines"]
    assert (document.name, document.path, document.page_count) == ("ada.pdf", "/folder/ada.pdf", 2)
    assert document.sha256 == hashlib.sha256(data).hexdigest()


def test_junk_before_the_header_is_allowed() -> None:
    data = b"junk\n" * 400 + made("Ada")
    assert text_of(read_document(data, "a", "a")) == ["Ada"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 word", b"\x89PNG\r\n\x1a\n", b"\0" * 5000, b"%PD"])
def test_what_is_no_pdf_is_said_to_be_none_without_a_child(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolated, "ReaderProcess", None)
    assert problem(lambda: read_document(data, "a", "a")) is Problem.NOT_A_PDF


def test_a_large_file_is_refused_before_it_is_opened() -> None:
    limits = replace(DEFAULT, file_bytes=100)
    assert problem(lambda: read_document(made("Ada"), "a", "a", limits=limits)) is Problem.TOO_LARGE


def test_a_file_that_breaks_off_is_damaged() -> None:
    assert problem(lambda: read_document(made("Ada")[:80], "a", "a")) is Problem.DAMAGED


def test_a_page_without_a_letter_is_no_success() -> None:
    assert problem(lambda: read_document(made(" "), "a", "a")) is Problem.NO_TEXT


def test_passwords_are_asked_for_refused_and_taken() -> None:
    data = locked(made("Ada"), "sesame")
    assert problem(lambda: read_document(data, "a", "a")) is Problem.PASSWORD
    assert problem(lambda: read_document(data, "a", "a", password="wrong")) is Problem.WRONG_PASSWORD
    assert problem(lambda: read_document(data, "a", "a", password="\u20ac\u0141")) is Problem.WRONG_PASSWORD
    assert text_of(read_document(data, "a", "a", password="sesame")) == ["Ada"]


def test_owner_protection_alone_reads_as_usual() -> None:
    assert text_of(read_document(locked(made("Ada"), ""), "a", "a")) == ["Ada"]


def test_unknown_protection_is_named() -> None:
    with pikepdf.open(BytesIO(made("Ada"))) as pdf:
        pdf.save(file := BytesIO())
    data = file.getvalue()
    trailer = data.rindex(b"trailer")
    data = data[:trailer] + data[trailer:].replace(b"<<", b"<< /Encrypt << /Filter /Acme.Vault /V 9 >> ", 1)
    assert problem(lambda: read_document(data, "a", "a")) is Problem.UNSUPPORTED_PROTECTION


def test_no_secret_stands_in_a_representation() -> None:
    job = ReadingJob("a", password="sesame", data=b"secret words")
    assert "sesame" not in repr(job)
    assert "secret" not in repr(job)


# --- stopping -----------------------------------------------------------------------------------------------------------


def stopped_child(pool: ReaderPool) -> int:
    """The pool's only child, halted by a signal: it stands for one that hangs."""
    pool.warm()
    (child,) = pool.children()
    os.kill(child, signal.SIGSTOP)
    return child


def test_a_child_that_hangs_takes_too_long_and_the_next_file_reads() -> None:
    with ReaderPool(1, QUICK) as pool:
        stopped_child(pool)
        assert problem(lambda: pool.read(ReadingJob("a", data=made("Ada")))) is Problem.TOOK_TOO_LONG
    with ReaderPool(1) as pool:
        child = stopped_child(pool)
        assert problem(lambda: pool.read(ReadingJob("a", data=made("Ada")), lambda: bool(os.kill(child, 9)))) is (
            Problem.READER_STOPPED
        )
        assert text_of(pool.read(ReadingJob("a", data=made("Ada")))) == ["Ada"]
        assert child not in pool.children()


def test_cancelling_ends_the_child() -> None:
    with ReaderPool(1) as pool:
        child = stopped_child(pool)
        with pytest.raises(ReadingCancelled):
            pool.read(ReadingJob("a", data=made("Ada")), lambda: True)
        assert child not in pool.children()


def test_a_closed_pool_reads_nothing() -> None:
    pool = ReaderPool(1)
    pool.warm()
    (child,) = pool.children()
    pool.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    with pytest.raises(ReadingCancelled):
        pool.read(ReadingJob("a", data=made("Ada")))


def test_a_child_serves_many_files_and_is_replaced_after_a_problem_or_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "FILES_PER_CHILD", 3)
    with ReaderPool(1) as pool:
        seen = []
        for _ in range(4):
            assert text_of(pool.read(ReadingJob("a", data=made("Ada")))) == ["Ada"]
            seen += pool.children()
        assert seen[0] == seen[1]
        assert len(set(seen)) == 2
        assert problem(lambda: pool.read(ReadingJob("a", data=made(" ")))) is Problem.NO_TEXT
        assert text_of(pool.read(ReadingJob("a", data=made("Ada")))) == ["Ada"]
        assert pool.children() != [seen[-1]]


def test_a_child_that_cannot_start_is_a_named_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "child_command", lambda: ["/nowhere/python"])
    assert problem(lambda: read_document(made("Ada"), "a", "a")) is Problem.READER_STOPPED


# --- many ---------------------------------------------------------------------------------------------------------------


def test_many_files_keep_their_order_and_a_bad_one_costs_only_itself(tmp_path: Path) -> None:
    jobs = []
    for number in range(12):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(b"no pdf" if number == 5 else made(f"Person {number}", *["more"] * (number % 3)))
        jobs.append(ReadingJob(str(path)))
    jobs.insert(2, ReadingJob(str(tmp_path / "absent.pdf")))
    with ReaderPool(2) as pool:
        answers = list(pool.read_many(jobs))
    assert [job for job, _ in answers] == jobs
    problems = {job.path: answer.problem for job, answer in answers if isinstance(answer, UnreadableDocument)}
    assert problems == {jobs[2].path: Problem.NOT_FOUND, jobs[6].path: Problem.NOT_A_PDF}
    assert [answer.name for _, answer in answers if isinstance(answer, Document)][:3] == ["0.pdf", "1.pdf", "2.pdf"]


def test_a_batch_ends_early_when_it_is_no_longer_wanted() -> None:
    enough: list[object] = []
    with ReaderPool(2) as pool:
        for _, answer in pool.read_many((ReadingJob("a", data=made("Ada")) for _ in range(500)), lambda: len(enough) > 2):
            enough.append(answer)
    assert len(enough) == 3


def test_a_future_gives_the_document_or_the_problem() -> None:
    with ReaderPool(1) as pool:
        assert text_of(pool.submit(ReadingJob("a", data=made("Ada"))).result()) == ["Ada"]
        assert isinstance(pool.submit(ReadingJob("a", data=b"")).exception(), UnreadableDocument)


# --- files and names ----------------------------------------------------------------------------------------------------


def test_files_that_cannot_be_loaded_say_why(tmp_path: Path) -> None:
    assert problem(lambda: load_bytes(tmp_path / "absent.pdf")) is Problem.NOT_FOUND
    assert problem(lambda: load_bytes("a\0b")) is Problem.NOT_FOUND
    assert problem(lambda: load_bytes(tmp_path / ("x" * 300))) is Problem.NOT_FOUND
    assert problem(lambda: load_bytes(tmp_path)) is Problem.NOT_A_PDF
    os.mkfifo(tmp_path / "pipe.pdf")
    assert problem(lambda: load_bytes(tmp_path / "pipe.pdf")) is Problem.NOT_A_PDF
    assert problem(lambda: load_bytes("/dev/zero")) is Problem.NOT_A_PDF
    (tmp_path / "large.pdf").write_bytes(b"x" * 11)
    assert problem(lambda: load_bytes(tmp_path / "large.pdf", replace(DEFAULT, file_bytes=10))) is Problem.TOO_LARGE


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr(os, "open", refuse)
    assert problem(lambda: load_bytes(tmp_path / "a.pdf")) is Problem.NO_PERMISSION


def test_odd_file_names_load_and_are_shown_harmlessly(tmp_path: Path) -> None:
    for raw in (b"r\xe9sum\xe9.pdf", b"two\nlines.pdf", "\u202efdp.exe".encode()):
        path = os.path.join(os.fsencode(tmp_path), raw)  # noqa: PTH118 bytes have no Path
        with open(path, "wb") as file:  # noqa: PTH123 bytes have no Path
            file.write(b"x")
        text = os.fsdecode(path)
        assert load_bytes(text) == b"x"
        assert display_name(text).isprintable()
        display_name(text).encode("utf-8")
    assert display_name("/folder/R\u00e9sum\u00e9 (2).pdf") == "R\u00e9sum\u00e9 (2).pdf"


# --- a child that has been taken over -----------------------------------------------------------------------------------

PAGE_ONE = Page(1, 612.0, 792.0, (Line(1, (Word("Ada", (1.0, 2.0, 3.0, 4.0), 11.0),), (1.0, 2.0, 3.0, 4.0)),))


@pytest.fixture
def lying(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make the next child a program that reads one request and then does as it likes: `say(kind, value)`, `say_raw(bytes)`."""

    def arrange(deeds: str) -> None:
        script = f"""
import sys, os, json, struct
stream, out = sys.stdin.buffer, sys.stdout.buffer
for _ in range(2):
    kind, size = struct.unpack(">cI", stream.read(5)); stream.read(size)
def say_raw(data):
    out.write(data); out.flush()
def say(kind, value):
    data = json.dumps(value).encode(); say_raw(struct.pack(">cI", kind, len(data)) + data)
page = json.loads({wire.to_json(wire.plain(PAGE_ONE, Page)).decode()!r})
{deeds}
"""
        monkeypatch.setattr(reader_process, "child_command", lambda: [sys.executable, "-I", "-c", script])

    return arrange


def read_any(limits: ReadingLimits = QUICK) -> Document:
    return read_document(made("Ada"), "a", "a", limits=limits)


@pytest.mark.parametrize(
    "deeds",
    [
        "say_raw(b'hello')",
        "say_raw(b'cos\\nsystem\\n(S\\'true\\'\\ntR.' * 9)",
        "say_raw(struct.pack('>cI', b'p', 0xffffffff))",
        "say(b'p', [1, ['not', 'a', 'page']])",
        "say(b'd', [['a', 'b', 'c', 1, [], []], [7]]); say(b'r', [False, None])",
        "say(b'd', [['a', 'b', 'c', 1, [], []], [page] * 51]); say(b'r', [False, None])",
        "say(b'd', [['a', 'b', 'c', 1e400, [], []], [page]]); say(b'r', [False, None])",
        "say(b'd', [['a', 'b', 'c', True, [], []], [page]]); say(b'r', [False, None])",
        "say(b'r', [False, None])",
        "say(b'x', ['no_such_problem', ''])",
        "say(b'x', 5)",
        "say(b'z', None)",
        "for _ in range(60): say(b'p', [None, page])",
        "say_raw(struct.pack('>cI', b'd', 200000) + b'[' * 200000)",
        "sys.exit(0)",
        "os.abort()",
    ],
)
def test_a_lying_child_is_a_stopped_reader(lying: Callable[[str], None], deeds: str) -> None:
    lying(deeds)
    assert problem(lambda: read_any(DEFAULT)) is Problem.READER_STOPPED


def test_name_path_and_checksum_are_never_the_childs(lying: Callable[[str], None]) -> None:
    lying("say(b'd', [['evil', '../../evil', 'f' * 64, 1, [], []], [page]]); say(b'r', [False, None])")
    document = read_any()
    assert (document.name, document.path) == ("a", "a")
    assert document.sha256 != "f" * 64
    assert document.pages == (PAGE_ONE,)


def test_pages_finished_before_the_time_is_over_are_kept(lying: Callable[[str], None]) -> None:
    lying("say(b'p', [3, page]); stream.read()")
    document = read_any()
    assert document.pages == (PAGE_ONE,)
    assert document.page_count == 3
    assert document.uncertain
    assert [notice.code for notice in document.notices] == [NoticeCode.PAGES_MISSING]
    assert "1 of 3 pages" in document.notices[0].text


def test_pages_are_told_as_they_come(lying: Callable[[str], None]) -> None:
    lying("say(b'p', [2, page]); say(b'd', [['a', 'b', 'c', 2, [], []], [0]]); say(b'r', [False, None])")
    told: list[tuple[Page, int | None]] = []
    document = read_document(made("Ada"), "a", "a", on_page=lambda page, count: told.append((page, count)))
    assert told == [(PAGE_ONE, 2)]
    assert document.pages == (PAGE_ONE,)


def test_a_death_after_pages_is_a_stopped_reader_all_the_same(lying: Callable[[str], None]) -> None:
    lying("say(b'p', [3, page]); os.abort()")
    assert problem(read_any) is Problem.READER_STOPPED


def test_too_much_memory_keeps_pages_too(lying: Callable[[str], None]) -> None:
    lying("say(b'p', [None, page]); say(b'x', ['too_much_memory', 'MemoryError'])")
    document = read_any()
    assert document.uncertain
    assert document.notices[0].code is NoticeCode.PAGES_MISSING


def test_time_over_without_a_page_is_too_long(lying: Callable[[str], None]) -> None:
    lying("stream.read()")
    assert problem(read_any) is Problem.TOOK_TOO_LONG


def test_the_process_of_the_window_never_loads_a_pdf_parser() -> None:
    code = "import matching.reading.isolated, matching.fit.pipeline, sys; sys.exit('pdfminer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3], check=False).returncode == 0
