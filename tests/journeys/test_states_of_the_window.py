"""The pictures cover every state there is, and the tool that takes them works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop.store.records import StoreTrouble
from matching.errors import Problem
from matching.reading.document import NoticeCode
from tests.journeys import states_of_desk, states_of_one

HERE = Path(__file__).resolve().parent
NAMES = [state.name for state in (*states_of_one.STATES, *states_of_desk.STATES)]


def test_every_problem_notice_and_trouble_has_a_picture() -> None:
    wanted = [f"problem-{problem.value}" for problem in Problem]
    wanted += [f"notice-{code.value}" for code in NoticeCode]
    wanted += [f"store-{trouble.value}" for trouble in StoreTrouble]
    wanted += [f"result-{tab}" for tab in states_of_one.TABS]
    assert [name for name in wanted if name not in NAMES] == []
    assert set(states_of_one.NOTICES) == set(NoticeCode)


def test_no_two_pictures_have_one_name() -> None:
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.window
def test_the_tool_writes_its_pictures(tmp_path: Path) -> None:
    command = [sys.executable, str(HERE / "take_screenshots.py"), str(tmp_path), "--people", "3", "--looks", "dark"]
    only = ["--sizes", "small", "--only", "problem-damaged", "desk-all", "store-damaged"]
    subprocess.run([*command, *only], check=True, timeout=300, capture_output=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"{name}-dark-small.png" for name in ("desk-all", "problem-damaged", "store-damaged")
    ]
    for path in tmp_path.iterdir():
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == (960, 640)
        assert picture.pixelColor(5, 300).lightness() < 60
