"""The page drawer, the second launch and the start of the window, in the test's own process where their lines are counted."""

from __future__ import annotations

import io
import json
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QDir, QEvent, QProcess, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.pages import renderer
from desktop.remembered import Remembered
from desktop.running import app, single
from desktop.windows.main_window import MainWindow
from tests.matching.reading.test_isolated import locked, made

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # what the offscreen platform says of windows

# --- drawing pages ------------------------------------------------------------------------------------------------------


def drawn(*asked: tuple[dict[str, object], bytes]) -> list[tuple[dict[str, Any], bytes]]:
    """What the drawer answers to requests: heads and bodies."""
    source, out = io.BytesIO(), io.BytesIO()
    for head, body in asked:
        source.write(json.dumps(head).encode() + b"\n" + body)
    source.seek(0)
    renderer.serve(source, out)
    out.seek(0)
    answers = []
    while line := out.readline():
        head = json.loads(line)
        answers.append((head, out.read(int(str(head.get("size", 0))))))
    return answers


def opening(data: bytes, password: str = "") -> tuple[dict[str, object], bytes]:
    return {"op": "open", "size": len(data), "password": password}, data


def test_pages_are_measured_and_drawn_on_white_paper(qapp: object) -> None:
    data = made("Ada Lovelace", "Engines")
    answers = drawn(opening(data), ({"op": "draw", "page": 1, "width": 61, "height": 79}, b""))
    assert [head["op"] for head, _ in answers] == ["opened", "drawn"]
    assert len(answers[0][0]["pages"]) == 2
    head, body = answers[1]
    assert (head["page"], head["width"], head["height"]) == (1, 61, 79)
    assert len(body) == 3 * 61 * 79  # rows without the padding that pictures of odd widths have
    assert body[:3] == b"\xff\xff\xff"
    assert len(set(body)) > 1


@pytest.mark.parametrize(("width", "height"), [(0, 10), (10, 20_000), (9_000, 9_000)])
def test_sizes_that_no_screen_has_are_refused(qapp: object, width: int, height: int) -> None:
    answers = drawn(opening(made("Ada")), ({"op": "draw", "page": 0, "width": width, "height": height}, b""))
    assert answers[1][0] == {"op": "failed", "page": 0, "why": "size"}


def test_a_page_that_is_not_there_and_a_file_that_is_none(qapp: object) -> None:
    answers = drawn(opening(made("Ada")), ({"op": "draw", "page": 7, "width": 10, "height": 10}, b""))
    assert answers[1][0] == {"op": "failed", "page": 7, "why": "empty"}
    assert [head["op"] for head, _ in drawn(opening(b"no pdf"), opening(made("Ada")))] == ["failed", "opened"]


def test_a_locked_file_is_drawn_with_its_password(qapp: object) -> None:
    data = locked(made("Ada"), "sesame")
    assert drawn(opening(data))[0][0]["why"] == "IncorrectPassword"
    assert drawn(opening(data, "sesame"))[0][0]["op"] == "opened"


def test_the_drawer_takes_memory_time_and_files_away_from_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    done: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(
        resource, "getrlimit", lambda kind: (0, 32 if kind == resource.RLIMIT_NOFILE else resource.RLIM_INFINITY)
    )
    monkeypatch.setattr(resource, "setrlimit", done.__setitem__)
    served: list[tuple[object, object]] = []
    monkeypatch.setattr(renderer, "serve", lambda *streams: served.append(streams))
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication", lambda _: None)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer="in"))
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer="out"))
    renderer.main()
    assert served == [("in", "out")]
    assert done[resource.RLIMIT_DATA] == (renderer.MEMORY, renderer.MEMORY)
    assert done[resource.RLIMIT_NOFILE] == (32, 32)
    assert done[resource.RLIMIT_FSIZE] == (0, 0)


def test_without_limits_of_the_system_the_parents_clock_is_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    renderer.limit()


# --- a second launch ----------------------------------------------------------------------------------------------------


Listening = Callable[[], single.Reception]


@pytest.fixture
def name(tmp_path: Path) -> str:
    return single.socket_name(tmp_path)


@pytest.fixture
def listening(qapp: QApplication, name: str) -> Iterator[Listening]:
    """Makes the reception of a window that runs; it ends after the test, as it does with its window."""
    made_here: list[single.Reception] = []

    def listen() -> single.Reception:
        made_here.append(single.Reception(name, qapp))
        return made_here[-1]

    yield listen
    for reception in made_here:
        reception.close()
        qapp.processEvents()
        reception.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_each_user_and_folder_has_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {single.socket_name(tmp_path), single.socket_name(tmp_path / "other")}
    monkeypatch.setattr("getpass.getuser", lambda: "somebody else")
    names.add(single.socket_name(tmp_path))
    assert len(names) == 3
    assert not any(str(tmp_path) in name for name in names)


def test_a_second_launch_hands_its_files_over(qtbot: QtBot, name: str, listening: Listening) -> None:
    assert not single.hand_over(name, ["a.pdf"])
    reception = listening()
    with qtbot.waitSignal(reception.files_came) as came:
        assert single.hand_over(name, ["a.pdf", "b.pdf"])
    assert came.args == [["a.pdf", "b.pdf"]]
    with qtbot.waitSignal(reception.files_came) as came:
        assert single.hand_over(name, [])
    assert came.args == [[]]


@pytest.mark.parametrize(("sent", "told"), [(b"no json", None), (b'{"files": 3}', None), (b'["a.pdf", 3]', ["a.pdf"])])
def test_what_is_no_list_of_files_is_not_taken(
    qtbot: QtBot, name: str, listening: Listening, sent: bytes, told: list[str] | None
) -> None:
    reception = listening()
    came: list[list[str]] = []
    reception.files_came.connect(came.append)
    for message in (sent, b"[]"):
        launched = QLocalSocket()
        launched.connectToServer(name)
        assert launched.waitForConnected(2000)
        launched.write(QByteArray(message))
        launched.waitForBytesWritten(2000)
        launched.disconnectFromServer()
    qtbot.waitUntil(lambda: [] in came)
    assert came == ([] if told is None else [told]) + [[]]


@pytest.mark.skipif(sys.platform == "win32", reason="there a crash leaves no name behind")
def test_a_name_that_a_crash_left_behind_is_taken_over(qtbot: QtBot, name: str, listening: Listening) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(f"{QDir.tempPath()}/{name}")
    left.close()
    assert not single.hand_over(name, ["a.pdf"])
    reception = listening()
    with qtbot.waitSignal(reception.files_came):
        assert single.hand_over(name, ["a.pdf"])


# --- the start ----------------------------------------------------------------------------------------------------------


def gone(window: MainWindow) -> None:
    """Close a window for good."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def loop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], None]]:
    """In place of the event loop, these run; its status is 5."""
    deeds: list[Callable[[], None]] = []

    def run() -> int:
        for deed in deeds:
            deed()
        return 5

    monkeypatch.setattr(QApplication, "exec", staticmethod(run))
    return deeds


def test_files_go_to_the_window_that_runs_already(loop: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []
    monkeypatch.setattr(single, "hand_over", lambda _name, files: given.append(files) or True)
    assert app.run(["cv.pdf"], tmp_path) == 0
    assert given == [[str(Path("cv.pdf").absolute())]]


def test_the_window_is_furnished_once_it_is_painted(
    loop: list[Callable[[], None]], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Furnished:
        def __init__(self) -> None:
            self.ended = False

        def end(self) -> None:
            self.ended = True

    rolefit, furnished = Furnished(), []
    monkeypatch.setattr(single, "hand_over", lambda *_: False)
    monkeypatch.setattr(
        app, "_furnish", lambda window, folder, paths, _language: furnished.append((window, folder, paths)) or rolefit
    )
    loop.append(lambda: qtbot.waitUntil(lambda: bool(furnished)))
    assert app.run(["cv.pdf"], tmp_path) == 5
    window, folder, paths = furnished[0]
    assert isinstance(window, MainWindow)
    assert (folder, paths) == (tmp_path, [str(Path("cv.pdf").absolute())])
    assert rolefit.ended
    gone(window)


def test_a_furnished_window_opens_its_files_and_those_of_later_launches(
    qtbot: QtBot, tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.cases import engine
    from tests.desktop.made_up import MadeUpEngine

    monkeypatch.setattr(engine, "LiveEngine", lambda *_: MadeUpEngine())
    window = MainWindow()
    rolefit = app._furnish(window, tmp_path, [str(samples / "mid-level.pdf")], None)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: len(rolefit.desk.cases) == 1)
    assert single.hand_over(single.socket_name(tmp_path), [str(samples / "strong-senior.pdf")])
    qtbot.waitUntil(lambda: [case.report is not None for case in rolefit.desk.cases] == [True, True])
    rolefit.end()
    children = window.findChildren(QProcess)
    qtbot.waitUntil(lambda: all(child.state() is QProcess.ProcessState.NotRunning for child in children))
    gone(window)


def test_the_probe_says_when_the_window_is_painted(
    loop: list[Callable[[], None]],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(app.PROBE, "1")
    told: list[str] = []

    def until_told() -> None:
        told.append(capsys.readouterr().out)

    loop.append(lambda: qtbot.waitUntil(lambda: until_told() or "window shown" in "".join(told)))
    monkeypatch.setattr(QTimer, "singleShot", lambda *_: None)
    assert app.run([], tmp_path) == 5


@pytest.mark.parametrize(("wish", "dark"), [("dark", True), ("light", False)])
def test_the_empty_window_has_its_colour_and_place(qapp: object, tmp_path: Path, wish: str, dark: bool) -> None:
    kept = Remembered(tmp_path)
    kept.put("theme", wish)
    before = MainWindow()
    before.resize(1000, 700)
    kept.put_blob("geometry", before.saveGeometry())
    kept.sync()
    window = app._empty_window(tmp_path)
    assert window.height() == 700  # the width is cut to the screen of tests
    assert (window.palette().color(QPalette.ColorRole.Window).lightness() < 128) is dark
    for made_here in (before, window):
        made_here.deleteLater()


def test_there_is_one_application_and_a_folder_for_its_data(qapp: QApplication) -> None:
    assert app.application() is qapp
    assert app._data_dir().name == "rolefit"
