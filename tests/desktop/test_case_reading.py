"""Reading in the background: a case taken off the desk, taken back, or cancelled on its way leaves no batch waiting."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.background import Background
from desktop.cases.casework import Casework
from desktop.cases.values import CaseState
from tests.desktop.made_up import MadeUpEngine


class Held(MadeUpEngine):
    """An engine that holds every reading up until `go` is set or the reading is cancelled."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.gate = self._wait

    def _wait(self, cancelled: Callable[[], bool]) -> None:
        while not (self.go.wait(0.01) or cancelled()):
            pass


@pytest.fixture
def engine() -> Held:
    return Held()


@pytest.fixture
def casework(engine: Held, tidy: None) -> Iterator[Casework]:
    background = Background(threads=2)
    yield Casework(engine, background)
    engine.go.set()
    background.stop()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for number, path in enumerate(made):
        path.write_bytes(b"%PDF-" + bytes([number]))
    return made


def test_a_batch_does_not_wait_for_a_case_that_was_removed(
    casework: Casework, engine: Held, files: list[Path], qtbot: QtBot
) -> None:
    casework.open_files(files)
    casework.remove(casework.cases[0].id)
    assert casework.batch.running
    assert casework.batch.total == 1
    with qtbot.waitSignal(casework.resume_read):
        engine.go.set()
    assert not casework.batch.running
    assert [case.name for case in casework.cases] == ["two.pdf"]


def test_the_only_case_removed_ends_the_batch_and_undo_reads_it(
    casework: Casework, engine: Held, files: list[Path], qtbot: QtBot
) -> None:
    casework.open_files(files[:1])
    casework.remove(casework.current)
    assert not casework.batch.running
    assert not casework.cases
    casework.undo_stack.undo()
    assert casework.batch.running
    with qtbot.waitSignal(casework.resume_read):
        engine.go.set()
    assert casework.cases[0].state is CaseState.READ
    assert not casework.batch.running


def test_a_result_stays_when_reading_it_anew_is_cancelled(
    casework: Casework, engine: Held, files: list[Path], qtbot: QtBot
) -> None:
    engine.go.set()
    with qtbot.waitSignal(casework.resume_read):
        casework.open_files(files[:1])
    engine.go.clear()
    casework.try_again(casework.current)
    casework.cancel()
    assert casework.cases[0].state is CaseState.READ
    assert casework.cases[0].report is not None
    assert casework.batch.stopped == 0
    casework.drop_rest()
    assert casework.cases


def test_a_second_request_takes_the_place_of_the_first(
    casework: Casework, engine: Held, files: list[Path], qtbot: QtBot
) -> None:
    casework.open_files(files)
    casework.give_password(casework.cases[0].id, "open sesame")
    assert casework.batch.total == 2
    engine.go.set()
    qtbot.waitUntil(lambda: not casework.batch.running)
    assert [case.state for case in casework.cases] == [CaseState.READ] * 2
