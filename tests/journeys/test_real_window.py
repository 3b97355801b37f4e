"""A real window used once as a person would, by mouse and keys: open, look, tick, place, paste, export, quit."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from tests.journeys.real_window import Screen, internet_sockets, missing_tools, real_screen, until, watched

pytestmark = [pytest.mark.window, pytest.mark.skipif(bool(missing_tools()), reason=missing_tools())]
PASTED = """Grace Quill
Senior Backend Engineer, Chicago, IL
grace.quill@example.org
Experience
Backend Engineer, Northwind Orders, March 2019 - Present
- Designed REST APIs in Java with Spring Boot and PostgreSQL
- Ran services with Docker and Kubernetes on AWS
Skills
Java, Python, SQL, Redis, Git
"""
# Places in the window of 1440 x 900, from its left and top: the layout is the same everywhere.
FIRST_GAP, PLACE = (420, 262), (800, 182)


def words_of(path: Path) -> str:
    pages = pypdfium2.PdfDocument(path.read_bytes())
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


class Person:
    """Sits before the screen."""

    def __init__(self, screen: Screen, folder: Path) -> None:
        self.screen, self.folder = screen, folder

    def click(self, at: tuple[int, int]) -> None:
        corner = dict(line.split("=") for line in self.screen.hands("getactivewindow", "getwindowgeometry", "--shell").split())
        self.screen.click(int(corner["X"]) + at[0], int(corner["Y"]) + at[1])

    def open(self, path: Path) -> str:
        self.screen.keys("ctrl+o")
        self.screen.wait_for("^Import")
        self.screen.type(str(path))
        self.screen.keys("Return")
        return self.screen.wait_for("(?<!pdf), Rolefit$")  # while it is being read, the file's name stands there

    def export(self, name: str) -> str:
        """Save the report by the dialogs; its words."""
        target = self.folder / name
        self.screen.keys("ctrl+e")
        self.screen.wait_for("^Export report")
        self.screen.shoot(f"export-{name}")
        self.screen.keys("Return")
        self.screen.wait_for("^Save")
        self.screen.keys("ctrl+a")
        self.screen.type(str(target))
        self.screen.keys("Return")
        until(target.exists, f"{target} was not written")
        return words_of(target)


def test_a_person_at_a_real_window(tmp_path: Path, samples: Path) -> None:
    notes, data = tmp_path / "strace.txt", tmp_path / "data"
    command = watched([sys.executable, "-m", "desktop", "--data-dir", str(data)], notes)
    with real_screen(tmp_path) as screen:
        person = Person(screen, tmp_path)
        root = Path(__file__).parents[2]
        with subprocess.Popen(command, env=screen.environment, cwd=root, start_new_session=True) as window:
            try:
                session(person, samples)
                screen.keys("ctrl+q")
                assert window.wait(60) == 0
            finally:
                if window.poll() is None:
                    os.killpg(window.pid, signal.SIGKILL)
    assert internet_sockets(notes) == []
    kept = (data / "window.ini").read_text()
    assert json.dumps(str(samples / "mid-level.pdf"))[1:-1] in kept.replace("\\", "")


def session(person: Person, samples: Path) -> None:
    screen = person.screen
    screen.wait_for("^Rolefit$")
    screen.shoot("1-first")
    title = person.open(samples / "mid-level.pdf")
    name = title.removesuffix(", Rolefit")
    screen.shoot("2-result")
    screen.keys("Down", "Right", "Down", "Down")  # a requirement of the first or second group
    screen.shoot("3-requirement")
    screen.keys("F6", "n", "n")
    screen.shoot("4-evidence")
    screen.keys("ctrl+2")
    person.click(FIRST_GAP)
    screen.shoot("5-gap")
    screen.keys("ctrl+3")
    person.click(PLACE)
    screen.keys("ctrl+a")
    screen.type("Boston")
    screen.keys("Return")
    screen.shoot("6-salary")
    screen.keys("Tab")  # in a field, Control and E goes to the end of the line on X11
    words = person.export("first.pdf")
    assert name in words
    assert "Boston" in words
    screen.keys("ctrl+shift+v")
    screen.wait_for("^Paste")
    screen.type(PASTED)
    screen.shoot("7-paste")
    screen.keys("Tab", "Tab", "space")
    assert screen.wait_for("^Grace Quill") == "Grace Quill, Rolefit"
    screen.keys("ctrl+1")
    screen.shoot("8-pasted")
    words = person.export("pasted.pdf")
    assert "Grace Quill" in words
    assert "of 100" in words
