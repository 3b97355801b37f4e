"""Shows and exports résumés with hostile names in a real window: python tests/journeys/hostile_session.py FOLDER.

Meant to be watched from outside (strace, a screen of its own). At each title it writes one JSON line and goes on when a line
comes back. FOLDER/papers holds the files of tests/data/make_hostile.py; exports go to FOLDER/out, the store to FOLDER/data.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QPoint, QSocketNotifier, QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from desktop.cases.engine import LiveEngine
from desktop.clients.values import ReportChoice
from desktop.running.rolefit import Rolefit
from desktop.windows.paste_dialog import PasteDialog
from desktop.windows.report_area import TABS
from matching.months import YearMonth
from tests.data.make_hostile import strings

PARTS = ("fit", "gaps", "salary", "evidence", "pages")


def until(true: Callable[[], bool], what: str = "", seconds: int = 120) -> None:
    """Let the window work until something is so."""
    loop, clock = QEventLoop(), QTimer()
    left = [seconds * 50]

    def look() -> None:
        left[0] -= 1
        if true() or left[0] < 0:
            loop.quit()

    clock.timeout.connect(look)
    clock.start(20)
    loop.exec()
    if left[0] < 0:
        raise SystemExit(f"this took too long: {what}")


def texts(window: QWidget) -> list[str]:
    """All that a window's parts hold in words: shown, typed, read aloud, tool tips."""
    found = []
    for part in (window, *window.findChildren(QWidget)):
        found += [part.toolTip(), part.accessibleName(), part.accessibleDescription()]
        if isinstance(part, QLabel | QAbstractButton | QLineEdit):
            found.append(part.text())
        elif isinstance(part, QPlainTextEdit):
            found.append(part.toPlainText())
    return [text for text in dict.fromkeys(found) if text]


class Session:
    """One window, its desk, and whoever watches."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "out"
        self.out.mkdir()
        self.rolefit = Rolefit(folder / "data", LiveEngine(YearMonth(2026, 11), 1))
        self.window, self.desk, self.clients = self.rolefit.window, self.rolefit.desk, self.rolefit.clients
        self.clients.exporting.ask_target = lambda name, suffix: self.out / name
        self.window.show()
        self.rolefit.begin([])
        self.answers = 0
        self.notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self.notifier.activated.connect(self._answered)

    def _answered(self) -> None:
        os.read(0, 1000)
        self.answers += 1

    def tell(self, **facts: object) -> None:
        """Write what is so and wait until it was looked at."""
        before = self.answers
        print(json.dumps({"title": self.window.windowTitle(), **facts}), flush=True)
        until(lambda: self.answers > before, "an answer")

    def file(self, what: str, path: Path) -> None:
        """One file: read, all tabs painted, its pages drawn, all exports written."""
        self.desk.open_files([path])
        until(lambda: self.desk.current in self.clients.desk.placed, f"{what} kept")
        case = self.desk.case(self.desk.current)
        assert case is not None
        assert case.report is not None
        until(lambda: bool(self.window.page.pictures._kept), f"{what} drawn")
        for tab in TABS:
            self.window.report.choose_tab(tab)
            until(lambda: not self.window.report._waiting)
            self.window.repaint()
        for suffix in (".pdf", ".html", ".json", ".csv"):
            target = self.out / f"{what}{suffix}"
            self.rolefit.exporting.write(case.report, target, ReportChoice(parts=PARTS))
            until(target.exists, f"{what}{suffix}")
        self.tell(
            what=what, case=case.title, name=case.report.resume.contact.name, file=case.name,
            score=case.report.match.score,
            texts=texts(self.window.report) + texts(self.window.page) + texts(self.window.case_list),
        )  # fmt: skip

    def as_client(self, what: str, text: str) -> None:
        """The string as a client's name that a counselor typed, on the client's page and on the plan sheet."""
        pages, placed = self.clients.pages, self.clients.desk.placed[self.desk.current]
        pages.open_client(placed.client)
        until(lambda: pages.shown is not None and pages.shown is pages._client, f"page of {what}")
        card = pages.client.card
        assert card is not None
        self.clients.changes.change(card, name=text, notes=text, tags=(text,))
        until(lambda: pages.client.card is not None and pages.client.card.notes == text, f"name of {what}")
        named = pages.client.card
        assert named is not None
        self.clients.changes.add_meeting(named, "2026-11-22", text)
        until(lambda: pages.client.card is not None and bool(pages.client.card.meetings), f"meeting of {what}")
        before = set(self.out.glob("*.pdf"))
        self.rolefit.exporting.ask_plan(replace(named, name=text))
        dialog = next(d for d in self.window.findChildren(QDialog) if d.isVisible())
        dialog.save_wanted.emit(ReportChoice(note=text), ".pdf")  # type: ignore[attr-defined] # the report's dialog
        dialog.close()
        until(lambda: len(set(self.out.glob("*.pdf")) - before) == 1, f"plan of {what}")
        (new,) = set(self.out.glob("*.pdf")) - before
        new.rename(self.out / f"{what}-plan.pdf")
        self.tell(what=f"client {what}", texts=texts(pages.client))

    def table(self) -> None:
        """Everybody in the table, in a search, side by side; the table as a file."""
        pages = self.clients.pages
        pages.show_all()
        table = pages.clients.table
        until(lambda: len(table.clients.shown) > 1, "the table")
        pages.clients._export()
        until((self.out / "clients.csv").exists, "the table's file")
        pages.clients.grab()
        self.tell(what="table", texts=texts(pages.clients))
        pages.show_search()
        pages.search.field.setText("canary")
        pages.search.grab()
        pages.compare_clients([line.client for line in table.clients.shown[:3]])
        until(lambda: pages.shown is not None and pages.shown is pages._compare, "side by side")
        pages.compare.grab()
        self.tell(what="compared", texts=texts(pages.compare))

    def pasted(self, text: str) -> None:
        """The string as the name of pasted text."""
        self.rolefit.wiring.paste()
        dialog = next(d for d in self.window.findChildren(PasteDialog) if d.isVisible())
        dialog.name.setText(text)
        dialog.text.setPlainText(f"{text}\nBackend Engineer, {text}\n2018 - 2021\nJava and PostgreSQL")
        count = len(self.desk.cases)
        dialog.ok.click()
        until(lambda: len(self.desk.cases) > count and self.desk.cases[-1].report is not None, "pasted")
        self.tell(what="pasted", texts=texts(self.window))

    def menus(self) -> None:
        """Recent files and the palette hold the names too."""
        self.rolefit.menus._fill_recent()
        self.rolefit.menus.recent.popup(self.window.mapToGlobal(QPoint(20, 40)))
        until(self.rolefit.menus.recent.isVisible)
        self.rolefit.menus.recent.close()
        self.rolefit.menus.open_palette()
        self.window.grab()
        self.tell(what="palette", texts=[action.text() for action in self.rolefit.menus.recent.actions()])


def main(folder: Path) -> None:
    """The whole session."""
    session = Session(folder)
    until(lambda: session.clients.desk.is_open, "the store")
    papers = folder / "papers"
    for line in (folder / "files.jsonl").read_text("utf-8").splitlines():
        what, name = json.loads(line)
        session.file(what, papers / name)
        session.as_client(what, strings(papers)[what])
    session.table()
    session.pasted(strings(papers)["file-image"])
    session.menus()
    session.rolefit.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    os._exit(0)  # no need to tear the window down piece by piece
