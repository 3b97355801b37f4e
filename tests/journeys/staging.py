"""A window that can be put into any state, for pictures: real reading and scoring, staged trouble, invented clients."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.cases.engine import LiveEngine
from desktop.cases.values import Assumptions, CaseState, FileToRead
from desktop.clients.records import new_resume
from desktop.pages.pictures import PagePictures
from desktop.running.rolefit import Rolefit, samples
from desktop.store.opening import OpenStore
from desktop.style.theme import theme
from matching.errors import Problem, UnreadableDocument
from matching.fit.keeping import keep
from matching.fit.report import FitReport
from matching.months import YearMonth
from matching.reading.corrections import WrongSkill
from matching.reading.document import Document, Notice

MONTH = YearMonth(2026, 11)
PEOPLE = 60
DATA = Path(__file__).resolve().parents[1] / "data"
D = TypeVar("D", bound=QWidget)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(true: Callable[[], bool], seconds: int = 60) -> None:
    for _ in range(seconds * 50):
        if true():
            return
        wait(20)
    raise SystemExit("this took too long")


def drawn(pictures: PagePictures, most: int = 10_000) -> None:
    """Wait until the first page is drawn, if there is a document to draw, and for its highlights to move there."""
    for _ in range(most // 20):
        if pictures.picture(1, 100) is not None:
            break
        wait(20)
    wait(200)


def make_many(folder: Path, count: int) -> list[Path]:
    """Résumés of invented people."""
    spec = importlib.util.spec_from_file_location("make_many", DATA / "make_many.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault("make_many", module)
    spec.loader.exec_module(module)
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = module.make_many(folder, count)
    return made


def day(ago: int) -> str:
    """The day so many days ago (after today, where negative)."""
    return (datetime.now(UTC).astimezone() - timedelta(days=ago)).date().isoformat()


class StagedEngine(LiveEngine):
    """The real engine; by a file's name it can meet a problem, give notices, or be held in the middle of reading."""

    def __init__(self) -> None:
        super().__init__(MONTH, os.cpu_count() or 1)
        self.problems: dict[str, Problem] = {}
        self.notices: dict[str, tuple[Notice, ...]] = {}
        self.held: set[str] = set()
        self.go = threading.Event()

    def read(self, file: FileToRead, cancelled: Callable[[], bool], on_page: Callable[[int, int], None]) -> Document:
        problem = self.problems.get(file.name)
        if problem is Problem.WRONG_PASSWORD and not file.password:
            problem = Problem.PASSWORD
        if problem is not None:
            raise UnreadableDocument(problem, "staged for a picture")
        if file.name in self.held:
            on_page(1, 3)
            while not (self.go.wait(0.02) or cancelled()):
                pass
        read = super().read(replace(file, password=""), cancelled, on_page)
        return replace(read, notices=self.notices.get(file.name, read.notices))


class Stage:
    """One application in a folder of its own. `people`: how many invented clients are in its store; 0 leaves it closed."""

    def __init__(self, folder: Path, language: str = "en", people: int = 0) -> None:
        self.data = folder / "home" / ".local" / "share" / "rolefit"
        self.data.mkdir(parents=True)
        os.environ["HOME"] = str(folder / "home")  # pictures show no folder of the machine they were made on
        self.papers = folder / "home" / "Documents"
        shutil.copytree(samples(), self.papers)
        (self.data / "window.ini").write_text(f"[General]\nlanguage={language}\ntheme=light\n")
        self.engine = StagedEngine()
        self.rolefit = Rolefit(self.data, self.engine)
        self.window, self.desk = self.rolefit.window, self.rolefit.desk
        self.clients, self.pages = self.rolefit.clients, self.rolefit.clients.pages
        self.window.resize(1440, 900)
        self.window.show()
        if people:
            self.clients.desk.begin()
            until(lambda: self.clients.desk.is_open)
            self.files = make_many(self.papers / "clients", people)
            self._fill(people)

    def end(self) -> None:
        self.engine.go.set()
        self.rolefit.end()
        self.window.close()

    # ---- one person

    def paper(self, name: str, of: str = "mid-level.pdf") -> Path:
        """A sample under another name and, so that it is no duplicate, with other bytes."""
        path = self.papers / name
        path.write_bytes((samples() / of).read_bytes() + f"\n% {name}\n".encode())
        return path

    def open(self, *paths: Path) -> None:
        """Open files and wait for their results."""
        self.desk.open_files(paths)
        until(lambda: not any(case.state in (CaseState.WAITING, CaseState.READING) for case in self.desk.cases))
        wait(60)

    def result(self, name: str = "strong-senior.pdf", tab: str = "fit") -> FitReport:
        """Open a sample and show a tab of it, with the page's picture drawn."""
        self.open(self.papers / name)
        self.window.report.choose_tab(tab)
        case = self.desk.case(self.desk.current)
        assert case is not None
        assert case.report is not None
        self.window.report.fit.choose(max(case.report.match.requirements, key=lambda r: r.points).id)
        drawn(self.window.page.pictures)
        return case.report

    def trouble(self, problem: Problem, name: str = "") -> None:
        """Open a file that meets a problem."""
        path = self.paper(name or f"{problem.value.replace('_', '-')}.pdf")
        self.engine.problems[path.name] = problem
        self.open(path)

    # ---- the desk

    def ask(self, work: Callable[[OpenStore], object]) -> None:
        """Do something with the store and wait for it."""
        done: list[object] = []
        self.clients.desk.ask(work, done.append)
        until(lambda: bool(done))

    def dialog(self, kind: type[D]) -> D:
        """The dialog of a kind that is open, once it is."""
        until(lambda: any(d.isVisible() for d in self.window.findChildren(kind)))
        return [d for d in self.window.findChildren(kind) if d.isVisible()][-1]

    def _fill(self, people: int) -> None:
        """Read the invented clients' résumés and keep them: versions, tags, notes, meetings, days; three cannot be read."""
        done: list[object] = []
        for number, path in enumerate(self.files):
            self.clients.desk.casework.background.start(
                lambda _job, path=path, number=number: self._versions(path, number),
                lambda made, number=number: self.clients.desk.ask(lambda s: _keep(s, number, made), done.append),
                lambda error: sys.exit(f"{type(error).__name__}: {error}"),
            )
        until(lambda: len(done) == len(self.files), 300)
        unread = (("Vidar Lomas", Problem.NO_TEXT), ("Inka Sorel", Problem.DAMAGED), ("Teo Brandis", Problem.PASSWORD))
        for name, problem in unread:
            path = self.paper(f"{name.casefold().replace(' ', '-')}.pdf")
            self.engine.problems[path.name] = problem
            self.ask(lambda s, n=name, p=path, q=problem: s.clients.add_unread(n, p.name, str(p), q.value, day(4)))
        self.clients.desk.refresh()
        until(lambda: len(self.pages.lines) == people + len(unread))

    def _versions(self, path: Path, number: int) -> list[FitReport]:
        """One to three versions of a person's résumé, each with a little more that counts."""
        data = path.read_bytes()
        document = self.engine.read(FileToRead(data, path.name, str(path)), lambda: False, lambda _done, _of: None)
        whole = self.engine.report(document, Assumptions(), ())
        skills = [skill.id for skill in whole.resume.skills if skill.mentions]
        skills = skills[number % 7 :] + skills[: number % 7]
        assumed = Assumptions(years=2 + number * 5 % 13)
        made, versions = [], 1 + number % 3
        for version in range(1, versions + 1):
            missing = (number * 11) % (len(skills) - 2) + 3 * (versions - version)
            wrong = [WrongSkill(skill) for skill in skills[:missing]]
            last = version == versions
            name = path.name if last else f"{path.stem}-{version}.pdf"
            other = replace(document, name=name, sha256=document.sha256 if last else f"{version}{document.sha256[1:]}")
            made.append(self.engine.report(other, assumed, wrong))
        return made

    # ---- between two states

    def clear(self) -> None:
        """Close what is open and take everything off the desk."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window and widget.isVisible():
                widget.close()
        for palette in self.window.findChildren(QDialog):
            palette.close()
        if self.clients.importing is not None:
            self.clients.importing.close()
        self.engine.go.set()
        until(lambda: not any(case.state in (CaseState.WAITING, CaseState.READING) for case in self.desk.cases))
        self.engine.go.clear()
        self.engine.held.clear()
        self.window.report.choose_tab("fit")
        self.rolefit.wiring.toast.hide()
        self.window.drop_frame.hide()
        self.clients.offer.hide()
        self.clients.trouble.hide()
        self.clients.offer.offer = None
        for case in self.desk.cases:
            self.desk.remove(case.id)
        self.desk.undo_stack.clear()
        self.clients.desk.placed.clear()
        self.pages.leave()
        self.rolefit.wiring.show_current()
        QApplication.processEvents()

    def picture(self) -> QPixmap:
        """The window with the dialogs, menus and lists that lie over it."""
        theme().finish()
        wait(40)  # what changed its size is laid out anew
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible() and dialog.isWindow():
                dialog.adjustSize() if dialog.width() > self.window.width() else None
                middle = self.window.mapToGlobal(self.window.rect().center()) - dialog.rect().center()
                dialog.move(max(self.window.x(), middle.x()), max(self.window.y(), middle.y()))
        seen = self.window.grab()
        over = [w for w in QApplication.topLevelWidgets() if w is not self.window and w.isVisible() and w.width() > 1]
        painter = QPainter(seen)
        for widget in over:
            at = widget.mapToGlobal(QPoint(0, 0)) - self.window.mapToGlobal(QPoint(0, 0))
            painter.fillRect(at.x() - 1, at.y() - 1, widget.width() + 2, widget.height() + 2, theme().colour("line2"))
            painter.drawPixmap(at, widget.grab())
        painter.end()
        return seen


def _keep(store: OpenStore, number: int, reports: Sequence[FitReport]) -> int:
    """Keep a client's versions, and what a counselor would have noted by now."""
    clients = store.clients
    client: int | None = None
    versions = len(reports)
    for place, report in enumerate(reports):
        ago = (number * 3) % 40 + 30 * (versions - 1 - place)
        pdf = Path(report.document.path).read_bytes() if number < 6 else None
        made = new_resume(keep(report), f"{day(ago)}T09:30:00", pdf)
        client, resume = clients.add_resume(client, report.resume.contact.name, made)
        if number % 9 == 2 and place == versions - 1:  # scored by the edition before, then by this one
            newest = clients.results(resume)[-1]
            kept = clients.report_of(newest.id)
            with store.database.change() as change:
                change.execute("UPDATE result SET edition = '0.9', score = max(0, score - 31) WHERE id = ?", (newest.id,))
            clients.add_result(resume, made.result, kept)
    assert client is not None
    here = clients.client(client)
    assert here is not None
    tags = (("spring group",), ("remote", "spring group"), (), ("returner",), ("autumn group",))[number % 5]
    due = day(2) if number in (5, 17) else day(-200) if number % 4 == 0 else ""
    notes = "Prefers platform teams. Ask about the migration at Northwind." if number % 4 == 0 else ""
    clients.change_client(
        replace(here, tags=tags, notes=notes, consent=day(70) if number % 2 == 0 else "", keep_until=due, created=day(75))
    )
    if number % 4 == 0:
        clients.add_meeting(client, day(60), "First talk: wants a senior role by summer, no relocation")
        clients.add_meeting(client, day(12), "Went through the gaps; will write down the on-call work")
        gaps = [gap.requirement for gap in reports[-1].gaps[:3]]
        clients.add_plan(client, day(-30), gaps, "One line with a number for each")
    return client
