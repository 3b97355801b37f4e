"""Many files at once: what each is, keeping, stopping and going on, failures once more, versions within one folder."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.background import Background
from desktop.cases.casework import Casework
from desktop.clients.changes import ClientChanges
from desktop.clients.desk import Desk
from desktop.clients.importing import Importing
from desktop.clients.values import ArrivalKind, ClientLine
from desktop.windows.import_preview import ImportPreview
from matching.errors import Problem, UnreadableDocument
from matching.fit.keeping import Keepsake, keep
from tests.desktop.made_up import MadeUpEngine, document, report
from tests.desktop.store.traces import traces_of


class QuickReader:
    """The name of a person is the first line of the file; a file that begins with "bad" cannot be read."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()

    def keepsake(self, data: bytes, name: str, path: str, cancelled: Callable[[], bool]) -> Keepsake:
        import hashlib

        self.gate.wait(20)
        if cancelled() or data.startswith(b"bad"):
            raise UnreadableDocument(Problem.DAMAGED)
        made = report(replace(document(name=name, sha=hashlib.sha256(data).hexdigest()), path=path))
        contact = replace(made.resume.contact, name=data.decode().splitlines()[0])
        return keep(replace(made, resume=replace(made.resume, contact=contact)))

    def close(self) -> None:
        return


@pytest.fixture
def reader() -> QuickReader:
    return QuickReader()


@pytest.fixture
def importing(tidy: None, qtbot: QtBot, tmp_path: Path, reader: QuickReader) -> Iterator[Importing]:
    background = Background(threads=1)
    desk = Desk(Casework(MadeUpEngine(), background), tmp_path / "data")
    with qtbot.waitSignal(desk.opened):
        desk.begin()
    made = Importing(desk, reader, 1)
    yield made
    reader.gate.set()
    made.close()
    desk.close()
    background.stop()


def files(folder: Path, *texts: str) -> list[Path]:
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / f"{number}.pdf")
        paths[-1].write_text(text)
    return paths


def kinds(importing: Importing) -> list[ArrivalKind]:
    return [row.kind for row in importing.rows]


def clients(importing: Importing, qtbot: QtBot) -> list[tuple[str, int]]:
    with qtbot.waitCallback() as told:
        importing.desk.ask(lambda store: [(row.client.name, row.version) for row in store.clients.table()], told)
    found: list[tuple[str, int]] = told.args[0]
    return found


def looked_at(importing: Importing, qtbot: QtBot, paths: list[Path]) -> None:
    with qtbot.waitSignal(importing.finished, timeout=20_000):
        importing.begin(paths)


def test_the_preview_keeps_nothing(importing: Importing, qtbot: QtBot, tmp_path: Path) -> None:
    looked_at(importing, qtbot, files(tmp_path, "Ada", "Tom", "bad", "Ada", "ada\nsecond"))
    assert kinds(importing) == [
        ArrivalKind.NEW, ArrivalKind.NEW, ArrivalKind.UNREADABLE, ArrivalKind.ALREADY_HERE, ArrivalKind.NEXT_VERSION,
    ]  # fmt: skip
    assert importing.rows[4].detail == "Ada, version 2"
    assert clients(importing, qtbot) == []


def test_versions_within_one_folder_become_one_client(importing: Importing, qtbot: QtBot, tmp_path: Path) -> None:
    importing.keep()
    looked_at(importing, qtbot, files(tmp_path, "Ada", "Tom", "ADA\nsecond", "Ada\nthird"))
    assert clients(importing, qtbot) == [("Ada", 3), ("Tom", 1)]
    assert importing.state.kept == 4


def test_the_same_name_may_be_another_person(importing: Importing, qtbot: QtBot, tmp_path: Path) -> None:
    importing.as_versions = False
    importing.keep()
    looked_at(importing, qtbot, files(tmp_path, "Ada", "Ada\nanother"))
    assert clients(importing, qtbot) == [("Ada", 1), ("Ada", 1)]


def test_stopping_keeps_what_is_done(importing: Importing, reader: QuickReader, qtbot: QtBot, tmp_path: Path) -> None:
    importing.keep()
    looked_at(importing, qtbot, files(tmp_path, "Ada"))
    reader.gate.clear()
    importing.begin([path for path in files(tmp_path, "Ada", "Tom", "Ines") if path.name != "0.pdf"])
    qtbot.waitUntil(lambda: ArrivalKind.READING in kinds(importing))
    importing.cancel()
    assert kinds(importing) == [ArrivalKind.KEPT, ArrivalKind.STOPPED, ArrivalKind.STOPPED]
    reader.gate.set()
    with qtbot.waitSignal(importing.finished, timeout=20_000):
        importing.go_on()
    assert clients(importing, qtbot) == [("Ada", 1), ("Ines", 1), ("Tom", 1)]


def test_failures_are_tried_again(importing: Importing, qtbot: QtBot, tmp_path: Path) -> None:
    importing.keep()
    paths = files(tmp_path, "bad", "Tom")
    looked_at(importing, qtbot, [*paths, tmp_path / "gone.pdf"])
    assert importing.state.failed == 2
    paths[0].write_text("Ada")
    with qtbot.waitSignal(importing.finished, timeout=20_000):
        importing.retry()
    assert clients(importing, qtbot) == [("Ada", 1), ("gone", 0), ("Tom", 1)]
    assert importing.rows[2].detail == "There is no such file."


def test_the_preview_shows_files_and_the_buttons_that_make_sense(importing: Importing, qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    preview = ImportPreview(parent)
    importing.rows_changed.connect(preview.model.update_rows)
    importing.progress.connect(preview.show_progress)
    looked_at(importing, qtbot, files(tmp_path, "Ada", "bad"))
    shown = [[preview.model.index(r, c).data() for c in range(4)] for r in range(2)]
    assert shown == [["0.pdf", "New", "Ada", "60"], ["1.pdf", "Cannot be read: This PDF is damaged.", "", ""]]
    assert not preview.retry.isHidden()
    assert not preview.keep.isHidden()
    assert preview.cancel.isHidden()


def lines(importing: Importing, qtbot: QtBot) -> list[ClientLine]:
    with qtbot.waitSignal(importing.desk.lines_changed) as told:
        importing.desk.refresh()
    assert told.args is not None
    return list(told.args[0])


def test_files_that_cannot_be_read_are_noted_with_the_import(importing: Importing, qtbot: QtBot, tmp_path: Path) -> None:
    (path,) = files(tmp_path, "bad")
    path = path.rename(tmp_path / "tom_okoro-cv.pdf")
    looked_at(importing, qtbot, [path])
    assert lines(importing, qtbot) == []  # a preview keeps nothing
    with qtbot.waitSignal(importing.finished, timeout=20_000):
        importing.keep()
    (line,) = lines(importing, qtbot)
    assert (line.name, line.version, line.score, line.problem) == ("tom okoro cv", 0, None, "damaged")
    assert line.attention == ("not_scored",)
    assert (line.path, line.file_name) == (str(path), "tom_okoro-cv.pdf")
    with qtbot.waitSignal(importing.finished, timeout=20_000):
        importing.retry()  # in vain: it stays one
    assert len(lines(importing, qtbot)) == 1


def test_a_mended_file_takes_the_place_of_what_was_noted(importing: Importing, qtbot: QtBot, tmp_path: Path) -> None:
    importing.keep()
    paths = files(tmp_path, "bad", "bad", "Ada")
    looked_at(importing, qtbot, paths)
    noted = {line.file_name: line.client for line in lines(importing, qtbot)}
    paths[0].write_text("Tom Okoro")
    paths[1].write_text("Ada\nsecond")
    with qtbot.waitSignal(importing.desk.lines_updated, timeout=20_000) as told:
        importing.retry()
        qtbot.waitUntil(lambda: importing.state.kept == 3, timeout=20_000)
    assert told.args is not None
    made = lines(importing, qtbot)
    assert [(line.name, line.version, line.problem) for line in made] == [("Ada", 2, ""), ("Tom Okoro", 1, "")]
    assert made[1].client == noted["0.pdf"]  # notes taken meanwhile stay with the person


def test_a_file_that_was_not_read_is_deleted_without_a_trace(importing: Importing, qtbot: QtBot, tmp_path: Path) -> None:
    importing.keep()
    looked_at(importing, qtbot, [path.rename(tmp_path / "marigold.pdf") for path in files(tmp_path, "bad")])
    (line,) = lines(importing, qtbot)
    desk = importing.desk
    assert traces_of(desk.folder, "marigold")
    with qtbot.waitSignal(desk.erased, timeout=20_000) as told:
        ClientChanges(desk).erase([line.client])
    assert told.args == [(str(tmp_path / "marigold.pdf"),)]
    assert lines(importing, qtbot) == []
    assert traces_of(desk.folder, "marigold") == []
