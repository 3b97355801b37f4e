"""Every kind of file that is handed out is written whole or not at all: a full disk at any step keeps the old file."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.export.options import ReportOptions
from desktop.running.rolefit import Rolefit
from desktop.terminal.scoring import write_saved
from desktop.wiring.exporting import Exporting
from tests.desktop.made_up import report as made_up_report

OLD = b"the old file"
SUFFIXES = (".pdf", ".html", ".json", ".csv")


def full(*_arguments: object, **_named: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class FullAtOnce:
    """A file on a disk that fills up within the first write: the half of it is there."""

    def __init__(self, number: int, _mode: str) -> None:
        self.number = number

    def __enter__(self) -> FullAtOnce:
        return self

    def __exit__(self, *_error: object) -> None:
        os.close(self.number)

    def write(self, data: bytes) -> None:
        os.write(self.number, data[: len(data) // 2])
        full()


STEPS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "no neighbour": lambda patch: patch.setattr("desktop.export.files.tempfile.mkstemp", full),
    "half written": lambda patch: patch.setattr("desktop.export.files.os.fdopen", FullAtOnce),
    "not forced": lambda patch: patch.setattr("desktop.export.files.os.fsync", full),
    "not moved": lambda patch: patch.setattr("desktop.export.files.Path.replace", full),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def said(exporting: Exporting, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: exporting.toast.isVisible(), timeout=15_000)
    return exporting.toast.text.text()


def test_the_window_keeps_old_files_of_every_kind(
    opened: Rolefit, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reports in all formats; and what a plan sheet, a table or a summary is written by."""
    case = opened.desk.case(opened.desk.current)
    assert case is not None
    report = case.report
    assert report is not None
    STEPS["half written"](monkeypatch)
    for suffix in (*SUFFIXES, "-plan.pdf"):
        target = folder / f"ada{suffix}"
        target.write_bytes(OLD)
        opened.exporting.toast.hide()
        if suffix in SUFFIXES:
            opened.exporting.write(report, target)
        else:
            opened.exporting.write_bytes(target, lambda: b"%PDF- a plan sheet")
        assert "Not written" in said(opened.exporting, qtbot)
        assert target.read_bytes() == OLD
    assert len(list(folder.iterdir())) == len(SUFFIXES) + 1


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("suffix", [".pdf", ".html", ".csv"])
def test_the_command_line_keeps_the_old_report(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], suffix: str, step: str
) -> None:
    from desktop.export.formats import report_as_bytes

    saved, target = tmp_path / "ada.json", folder / f"ada{suffix}"
    saved.write_bytes(report_as_bytes(made_up_report(), ".json"))
    target.write_bytes(OLD)
    STEPS[step](monkeypatch)
    assert write_saved(str(saved), target, ReportOptions()) == 1
    assert "could not be written" in capsys.readouterr().err
    assert target.read_bytes() == OLD
    assert list(folder.iterdir()) == [target]
