"""The door to reading and scoring: what is held against and how much a file may cost change between two files."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cases.engine import LiveEngine
from desktop.cases.values import Assumptions, FileToRead, ReadingEffort, Standards
from matching.errors import Problem, UnreadableDocument
from matching.months import YearMonth
from matching.reading.document import Document
from matching.reading.limits import DEFAULT


@pytest.fixture
def engine() -> Iterator[LiveEngine]:
    made = LiveEngine(YearMonth(2026, 11), 1)
    yield made
    made.close()


@pytest.fixture
def data(samples: Path) -> bytes:
    return (samples / "mid-level.pdf").read_bytes()


def read(engine: LiveEngine, data: bytes, effort: ReadingEffort = ReadingEffort()) -> Document:  # noqa: B008 - a frozen value
    return engine.read(FileToRead(data, "a.pdf", effort=effort), lambda: False, lambda _done, _total: None)


def test_other_limits_hold_for_the_next_file_and_the_old_children_end(engine: LiveEngine, data: bytes) -> None:
    read(engine, data)
    old = engine._pool
    assert old is not None
    engine.allow(DEFAULT)
    assert engine._pool is old
    engine.allow(replace(DEFAULT, file_bytes=100))
    assert old.children() == []
    with pytest.raises(UnreadableDocument) as told:
        read(engine, data)
    assert told.value.problem is Problem.TOO_LARGE
    assert len(read(engine, data, ReadingEffort(factor=4)).pages) > 0  # never narrower than what is usual for an effort
    engine.allow(DEFAULT)
    assert read(engine, data).pages


def test_a_file_that_is_being_read_keeps_its_limits(engine: LiveEngine, data: bytes) -> None:
    begun, go_on, found = threading.Event(), threading.Event(), []

    def on_page(_done: int, _total: int) -> None:
        begun.set()
        go_on.wait(20)

    def work() -> None:
        found.append(engine.read(FileToRead(data, "a.pdf"), lambda: False, on_page))

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(20)
    old = engine._pool
    assert old is not None
    engine.allow(replace(DEFAULT, file_bytes=100))
    assert old.children()
    go_on.set()
    thread.join(20)
    assert found
    assert found[0].pages
    assert old.children() == []


def test_role_emphasis_and_default_place_act(engine: LiveEngine, data: bytes) -> None:
    document = read(engine, data)
    usual = engine.report(document, Assumptions(), ())
    engine.hold_against(Standards("backend-software-engineer", "devops", "14460"))
    other = engine.report(document, Assumptions(), ())
    assert (other.match.role, other.match.variant) == ("backend-software-engineer", "devops")
    assert other.match.score != usual.match.score
    unnamed = replace(other, resume=replace(other.resume, contact=replace(other.resume.contact, place="")))
    assert engine.salary(unnamed, Assumptions()).default_place
    assert engine.name_of_place("14460") == engine.salary(unnamed, Assumptions()).place
    assert engine.salary(other, Assumptions()) == usual.salary
    assert engine.name_of_place("no code") == ""
    engine.hold_against(Standards("no such role", "nothing", "1"))
    assert engine.report(document, Assumptions(), ()) == usual
