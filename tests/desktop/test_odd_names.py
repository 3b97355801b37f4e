"""Files whose names cannot be shown as they are: invisible signs become visible, bytes that are no text are kept."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.files import shown_path
from desktop.running.rolefit import Rolefit
from desktop.store import file_paths
from desktop.store.opening import open_store
from matching.errors import Problem
from tests.desktop.made_up import MadeUpEngine
from tests.desktop.store.test_clients import resume

TURNED = "ada\u202efdp.exe\x1b.pdf"


def test_a_path_begins_in_the_home_and_shows_what_turns_it_around(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert shown_path(f"{tmp_path}{os.sep}{TURNED}") == f"~{os.sep}ada\ufffdfdp.exe\ufffd.pdf"
    assert shown_path("/papers/\udce9.pdf") == "/papers/\ufffd.pdf"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no such name")
def test_the_window_shows_no_name_turned_around(rolefit: Rolefit, engine: MadeUpEngine, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / TURNED
    path.write_bytes(b"broken")
    engine.problems["ada\ufffdfdp.exe\ufffd.pdf"] = Problem.DAMAGED
    with qtbot.waitSignal(rolefit.desk.reading_failed):
        rolefit.desk.open_files([path])
    area = rolefit.window.report
    shown = (area.name.text(), area.origin.text(), area.state.text.text(), area.state.details.text())
    assert not any("\u202e" in text or "\x1b" in text for text in (*shown, rolefit.window.windowTitle()))
    assert all("ada\ufffdfdp.exe\ufffd.pdf" in text for text in shown)


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_the_store_keeps_a_path_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsdecode(b"/papers/caf\xe9/ada.pdf")
    assert file_paths.found(file_paths.kept(path)) == path
    store = open_store(tmp_path / "data")
    store.clients.add_unread("ada", "ada.pdf", path, "damaged", "2026-11-22")
    (row,) = store.clients.table()
    assert row.path == path
    client, _ = store.clients.add_resume(None, "Ada", replace(resume(), path=path))
    assert [version.path for version in store.clients.versions(client)] == [path]
    assert store.clients.paths_of([client]) == (path,)
    assert len(store.clients.table()) == 1, "the file that waited was taken over"
    store.close()
