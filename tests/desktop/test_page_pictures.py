"""Pages drawn by the child process: a real page, a file that is none, a child that is killed or answers nonsense."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.pages.pictures import PagePictures


@pytest.fixture
def pictures(qtbot: QtBot) -> Iterator[PagePictures]:
    made = PagePictures()
    yield made
    made.end()


def sample(samples: Path) -> bytes:
    return (samples / "mid-level.pdf").read_bytes()


def test_a_page_is_drawn_on_white_paper(pictures: PagePictures, samples: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.ready, timeout=20_000):
        pictures.show_document(sample(samples))
        pictures.want([(0, 306, 396)])
    picture = pictures.picture(0, 306)
    assert picture is not None
    assert (picture.width(), picture.height()) == (306, 396)
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    inked = sum(picture.pixelColor(x, y).lightness() < 128 for x in range(0, 306, 2) for y in range(0, 396, 2))
    assert inked > 50


def test_what_is_no_pdf_cannot_be_drawn(pictures: PagePictures, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.cannot, timeout=20_000) as told:
        pictures.show_document(b"this is no PDF at all")
    assert told.args == [-1, "InvalidFileFormat"]
    assert not pictures.has_document


def test_another_size_is_shown_until_the_right_one_is_there(pictures: PagePictures, samples: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.ready, timeout=20_000):
        pictures.show_document(sample(samples))
        pictures.want([(0, 153, 198)])
    nearest = pictures.picture(0, 600)
    assert nearest is not None
    assert nearest.width() == 153


def test_a_child_that_dies_idle_costs_nothing(pictures: PagePictures, samples: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.opened, timeout=20_000):
        pictures.show_document(sample(samples))
    assert pictures._process is not None
    with qtbot.assertNotEmitted(pictures.cannot):
        pictures._process.kill()
        qtbot.waitUntil(lambda: pictures._process is None, timeout=20_000)
    with qtbot.waitSignal(pictures.ready, timeout=20_000):
        pictures.want([(0, 100, 130)])


def test_a_child_that_dies_at_work_costs_only_that_picture(pictures: PagePictures, samples: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.opened, timeout=20_000):
        pictures.show_document(sample(samples))
    with qtbot.waitSignal(pictures.cannot, timeout=20_000) as told:
        pictures.want([(0, 100, 130)])
        assert pictures._process is not None
        pictures._process.kill()
    assert told.args == [0, "stopped"]


def test_a_child_that_dies_before_it_has_opened_tells_so(pictures: PagePictures, samples: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.cannot, timeout=20_000) as told:
        pictures.show_document(sample(samples))
        assert pictures._process is not None
        pictures._process.kill()
    assert told.args == [-1, "stopped"]


def test_an_answer_of_the_wrong_size_is_refused(pictures: PagePictures, qtbot: QtBot) -> None:
    lie = (
        "import sys; sys.stdin.buffer.readline(); o = sys.stdout.buffer;"
        'o.write(b\'{"op": "opened", "pages": [[1, 1]]}\\n\'); o.flush(); sys.stdin.buffer.read(2);'
        "sys.stdin.buffer.readline();"
        'o.write(b\'{"op": "drawn", "page": 0, "width": 9999, "height": 9999, "size": 3}\\nabc\'); o.flush(); sys.stdin.read()'
    )
    pictures.command = lambda: [sys.executable, "-I", "-c", lie]
    with qtbot.waitSignal(pictures.cannot, timeout=20_000) as told:
        pictures.show_document(b"xx")
        pictures.want([(0, 10, 10)])
    assert told.args == [0, "answer"]
    assert pictures.picture(0, 10) is None


def test_the_window_itself_never_imports_qtpdf() -> None:
    import subprocess

    code = "import sys, desktop.running.rolefit; sys.exit(any(name.startswith('PySide6.QtPdf') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60, cwd=Path(__file__).parents[2])
    assert done.returncode == 0


def test_a_child_started_ahead_is_used_and_replaced(pictures: PagePictures, samples: Path, qtbot: QtBot) -> None:
    pictures.warm()
    ahead = pictures._spare
    with qtbot.waitSignal(pictures.ready, timeout=20_000):
        pictures.show_document(sample(samples))
        pictures.want([(0, 153, 198)])
    assert pictures._process is ahead
    assert pictures._spare is not ahead
    pictures.end()
    assert pictures._spare is None


SAID = """
import json, sys
out = sys.stdout.buffer
def line(): return json.loads(sys.stdin.buffer.readline())
def say(**head): out.write(json.dumps(head).encode() + b"\\n"); out.flush()
def raw(data): out.write(data); out.flush()
sys.stdin.buffer.read(line()["size"])
"""


@pytest.mark.parametrize(
    ("deeds", "why"),
    [
        ("raw(b'no json\\n'); line()", "stopped"),
        ("raw(b'5\\n'); line()", ""),
        ("raw(b'x' * 200_000); line()", "stopped"),
        ("say(op='opened', size=-1); line()", "stopped"),
        ("say(op='opened', size='much'); line()", "stopped"),
        ("say(op='failed', why='made up' * 40); line()", ("made up" * 40)[:80]),
    ],
)
def test_a_child_that_does_not_open_is_not_believed(pictures: PagePictures, qtbot: QtBot, deeds: str, why: str) -> None:
    pictures.command = lambda: [sys.executable, "-I", "-c", SAID + deeds]
    with qtbot.waitSignal(pictures.cannot, timeout=20_000) as told:
        pictures.show_document(b"made up")
    assert told.args == [-1, why]
    assert not pictures.has_document


def test_a_page_at_which_the_child_dies_does_not_take_the_others_with_it(pictures: PagePictures, qtbot: QtBot) -> None:
    deeds = """
say(op="opened", pages=[[10, 10]])
asked = line()
if asked["page"]:
    say(op="drawn", page=asked["page"], width=2, height=2, size=12); raw(b"\\0" * 12); line()
"""
    pictures.command = lambda: [sys.executable, "-I", "-c", SAID + deeds]
    told: list[tuple[int, str]] = []
    pictures.cannot.connect(lambda page, why: told.append((page, why)))
    with qtbot.waitSignal(pictures.ready, timeout=20_000) as ready:
        pictures.show_document(b"made up")
        pictures.want([(0, 2, 2), (1, 2, 2)])
    assert told == [(0, "stopped")]
    assert ready.args == [1]


def test_a_page_that_cannot_be_drawn_is_told_and_the_next_is_asked_for(pictures: PagePictures, qtbot: QtBot) -> None:
    deeds = """
say(op="opened", pages=[[10, 10]])
while True:
    asked = line()
    say(op="failed", page=asked["page"], why="empty")
"""
    pictures.command = lambda: [sys.executable, "-I", "-c", SAID + deeds]
    told: list[tuple[int, str]] = []
    pictures.cannot.connect(lambda page, why: told.append((page, why)))
    pictures.show_document(b"made up")
    pictures.want([(0, 2, 2), (1, 2, 2)])
    qtbot.waitUntil(lambda: told == [(0, "empty"), (1, "empty")], timeout=20_000)


def test_a_child_that_takes_too_long_is_ended(pictures: PagePictures, qtbot: QtBot) -> None:
    pictures.command = lambda: [sys.executable, "-I", "-c", SAID + "line()"]
    pictures._clock.setInterval(10)
    with qtbot.waitSignal(pictures.cannot, timeout=20_000) as told:
        pictures.show_document(b"made up")
    assert told.args == [-1, "stopped"]


def test_a_bundle_draws_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert PagePictures().command() == [sys.executable, "--draw-pages"]
