"""Desk, imports, exports, printing and the children without a network: all pass, and nobody asks for an internet socket."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.real_window import internet_sockets, missing_tools, opened, watched

WHY_NOT = missing_tools(("strace", "unshare"))
pytestmark = [pytest.mark.window, pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)]
ROOT = Path(__file__).parents[2]
STORIES = (
    "tests/journeys/test_counselors_morning.py", "tests/journeys/test_whole_stories.py",
    "tests/journeys/test_by_keyboard_alone.py", "tests/desktop/test_desk.py", "tests/desktop/test_importing.py",
)  # fmt: skip


def test_whole_stories_pass_without_a_network_and_ask_for_none(tmp_path: Path) -> None:
    notes = tmp_path / "strace.txt"
    # In one process: xdist's own workers talk by pipes, but need not be watched.
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", f"--basetemp={tmp_path / 'tests'}", *STORIES]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "ROLEFIT_REAL_WINDOW": ""}
    done = subprocess.run(watched(["unshare", "-rn", *tests], notes), cwd=ROOT, env=environment, check=False, timeout=900)
    assert done.returncode == 0
    assert len(opened(notes)) > 10_000, "the watchman saw nothing"
    assert internet_sockets(notes) == []
