"""The parent's side of reading on every system: how a child is started, watched, ended. Fakes stand for Windows and macOS."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from matching.errors import Problem, UnreadableDocument
from matching.reading import isolated, limits_macos, limits_windows, reader_process
from matching.reading.document import NoticeCode
from matching.reading.isolated import ReaderPool, ReadingCancelled, ReadingJob, load_bytes, read_document
from matching.reading.limits import DEFAULT, MIB
from matching.reading.reader_process import Task, child_command, start_child
from tests.matching.reading.test_isolated import lying as lying
from tests.matching.reading.test_isolated import made, problem, text_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fakes Windows on another system")


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/rolefit/rolefit")
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "its own files")
    monkeypatch.setenv("SECRET_OF_THE_USER", "x")
    monkeypatch.setattr(subprocess, "Popen", lambda command, env, **_: started.append((command, env)))
    start_child(DEFAULT, "", True)
    command, environment = started[0]
    assert command[:2] == ["/opt/rolefit/rolefit", "--reader-child"]
    assert command[-1] == "recognise"
    assert json.loads(command[2])
    assert environment["_PYI_ARCHIVE_FILE"] == "its own files"
    assert "SECRET_OF_THE_USER" not in environment


def test_without_pdfminer_the_child_gets_our_place_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_process, "find_spec", lambda _: None)
    command = child_command()
    assert command[4:] == ["1", str(Path(reader_process.__file__).parents[2])]


# --- watching -----------------------------------------------------------------------------------------------------------


def test_a_child_over_its_memory_is_ended_where_the_system_does_not_do_it(
    lying: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    lying("say(b'p', [3, page]); stream.read()")
    monkeypatch.setattr(sys, "platform", "darwin")
    seen: list[object] = []
    monkeypatch.setattr(limits_macos, "memory_of", lambda _: 2000 * MIB if seen else 0)
    document = read_document(made("Ada"), "a", "a", on_page=lambda page, _: seen.append(page))
    (notice,) = document.notices
    assert notice.code is NoticeCode.PAGES_MISSING
    assert "it needed too much memory" in notice.text


def test_a_child_out_of_processor_time_took_too_long(lying: Callable[[str], None]) -> None:
    lying(f"os.kill(os.getpid(), {int(signal.SIGXCPU)}); stream.read()")
    assert problem(lambda: read_document(made("Ada"), "a", "a")) is Problem.TOOK_TOO_LONG


def test_a_page_out_of_shape_is_a_stopped_reader_also_where_time_is_over(lying: Callable[[str], None]) -> None:
    lying("say(b'p', [3, [1, 2]]); stream.read()")
    limits = replace(DEFAULT, wall_seconds=0.4, after_page_seconds=0.4)
    assert problem(lambda: read_document(made("Ada"), "a", "a", limits=limits)) is Problem.READER_STOPPED


def test_a_task_that_fails_after_a_whole_document_is_the_tasks_problem(lying: Callable[[str], None]) -> None:
    lying("say(b'p', [1, page]); say(b'd', [['a', 'b', 'c', 1, [], []], [0]]); say(b'x', ['too_much_memory', ''])")
    assert problem(lambda: read_document(made("Ada"), "a", "a")) is Problem.TOO_MUCH_MEMORY


def test_a_partly_read_file_gets_a_child_of_its_own_for_the_task(
    lying: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from matching.fit.request import Request
    from matching.months import YearMonth

    real = reader_process.child_command
    lying("say(b'p', [3, page]); say(b'x', ['took_too_long', ''])")
    lie, times = reader_process.child_command, []

    def first_lies() -> list[str]:
        times.append(1)
        return lie() if len(times) == 1 else real()

    monkeypatch.setattr(reader_process, "child_command", first_lies)
    task = Task("matching.fit.pipeline:score_document", {"request": Request(as_of=YearMonth(2026, 11))})
    with ReaderPool(1, task=task) as pool:
        report = pool.read(ReadingJob("a", data=made("Ada")))
    assert [notice.code for notice in report.document.notices] == [NoticeCode.PAGES_MISSING]
    assert report.document.page_count == 3


# --- Windows ------------------------------------------------------------------------------------------------------------


class Held(BytesIO):
    """A pipe whose end on our side cannot be closed any more: the child is gone."""

    def close(self) -> None:
        super().close()
        raise OSError("gone")


def test_on_windows_a_child_is_held_in_a_job_and_released(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    child = SimpleNamespace(
        stdin=Held(), stdout=None, pid=77, poll=lambda: None, wait=lambda: 0, kill=lambda: told.append("killed")
    )
    monkeypatch.setattr(reader_process, "start_child", lambda *_: child)
    monkeypatch.setattr(limits_windows, "hold", lambda held, limits, recognising: told.append((held.pid, recognising)) or 41)
    monkeypatch.setattr(limits_windows, "release", lambda job: told.append(job))
    monkeypatch.setattr(sys, "platform", "win32")
    process = reader_process.ReaderProcess(DEFAULT, None, True)
    assert process.usable
    assert process.memory() == 0
    process.close()
    assert not process.usable
    assert told == [(77, True), "killed", 41]


# --- pools --------------------------------------------------------------------------------------------------------------


def test_a_pool_that_is_closed_while_it_reads_says_cancelled() -> None:
    pool = ReaderPool(1)

    def close_at_once() -> bool:
        pool.close()
        return False

    pool.warm()
    (child,) = pool.children()
    os.kill(child, signal.SIGSTOP)
    with pytest.raises(ReadingCancelled):
        pool.read(ReadingJob("a", data=made("Ada")), close_at_once)


def test_a_child_that_died_while_it_was_idle_is_replaced() -> None:
    with ReaderPool(1) as pool:
        pool.warm()
        (child,) = pool.children()
        os.kill(child, signal.SIGKILL)
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        assert text_of(pool.read(ReadingJob("a", data=made("Ada")))) == ["Ada"]
        assert child not in pool.children()


def test_a_future_that_was_taken_back_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Any] = []
    monkeypatch.setattr(isolated.threading, "Thread", lambda target, **_: SimpleNamespace(start=lambda: started.append(target)))
    with ReaderPool(1) as pool:
        future = pool.submit(ReadingJob("a", data=made("Ada")))
        assert future.cancel()
        started[0]()
        assert pool.children() == []


def test_files_that_are_refused_on_windows_because_they_are_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(UnreadableDocument) as caught:
        load_bytes(tmp_path)
    assert caught.value.problem is Problem.NOT_A_PDF
