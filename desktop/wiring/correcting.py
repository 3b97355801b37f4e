"""Sets findings right from the page: a wrong skill, a missed one, other dates, a job that is none. Every one can be undone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from desktop.cases.casework import Casework
from desktop.pages.marks import Mark, MarkKind
from desktop.windows.main_window import MainWindow
from desktop.windows.right_dialogs import DatesDialog, SkillDialog
from matching.fit.report import FitReport
from matching.reading.resume import Evidence, Position


class Correcting(QObject):
    """Offers what can be wrong about a mark; the desk applies what is chosen."""

    def __init__(self, desk: Casework, window: MainWindow) -> None:
        super().__init__(window)
        self.desk, self.window = desk, window
        self.menu: QMenu | None = None

    def _report(self) -> FitReport | None:
        case = self.desk.case(self.desk.current)
        return case.report if case else None

    def correct(self, correction: object) -> None:
        if self._report() is not None:
            self.desk.correct(self.desk.current, correction)

    # ---- a mark

    def not_right(self, mark: Mark) -> None:
        """A menu of what may be wrong about a mark."""
        report = self._report()
        if report is None:
            return
        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if mark.kind is MarkKind.REJECTED:
            self._after_all(menu, report, mark)
        else:
            self._skills(menu, report, mark)
            self._jobs(menu, report, mark)
        if menu.isEmpty():
            menu.addAction(self.tr("Nothing here can be corrected")).setEnabled(False)
        self.menu = menu
        strip = self.window.page.wrong
        menu.popup(strip.mapToGlobal(QPoint(0, strip.height())) if strip.isVisible() else QCursor.pos())

    def _after_all(self, menu: QMenu, report: FitReport, mark: Mark) -> None:
        from matching.reading.corrections import MissedSkill

        names = dict(self.desk.engine.skills())
        quote = next((r.evidence.quote for r in report.resume.rejected if _is_at(r.evidence, mark)), mark.text)
        text = self.tr("This is {skill} after all").format(skill=names.get(mark.skill, mark.skill))
        menu.addAction(_plain(text), partial(self.correct, MissedSkill(mark.skill, mark.text, quote)))

    def _skills(self, menu: QMenu, report: FitReport, mark: Mark) -> None:
        from matching.reading.corrections import WrongSkill

        for skill in report.resume.skills:
            places = (item for mention in skill.mentions for item in mention.evidence)
            here = next((item for item in places if _is_at(item, mark)), None)
            if here is None or skill.implied_by:
                continue
            one = self.tr("Here it is not {skill}").format(skill=skill.name)
            every = self.tr("{skill} is wrong everywhere").format(skill=skill.name)
            menu.addAction(_plain(one), partial(self.correct, WrongSkill(skill.id, here.text, here.quote)))
            menu.addAction(_plain(every), partial(self.correct, WrongSkill(skill.id)))

    def _jobs(self, menu: QMenu, report: FitReport, mark: Mark) -> None:
        from matching.reading.corrections import NotMyJob

        for position in report.resume.positions:
            lines = [report.document.lines[i] for i in position.lines if i < len(report.document.lines)]
            middle = (mark.box[1] + mark.box[3]) / 2
            if any(line.page == mark.page and line.box[1] - 2 <= middle <= line.box[3] + 2 for line in lines):
                if not menu.isEmpty():
                    menu.addSeparator()
                name = " · ".join(part for part in (position.title, position.company) if part)[:60]
                dates = self.tr("The dates of “{job}” are wrong…").format(job=name)
                menu.addAction(_plain(dates), partial(self.ask_dates, position))
                none = self.tr("“{job}” is not a job of mine").format(job=name)
                menu.addAction(_plain(none), partial(self.correct, NotMyJob(position.title, position.company)))
                return

    # ---- dialogs

    def ask_dates(self, position: Position) -> None:
        """Ask for a job's dates."""
        from matching.reading.corrections import WrongDates

        dialog = DatesDialog(self.window, position)
        dialog.given.connect(lambda start, end: self.correct(WrongDates(position.title, position.company, start, end)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def add_skill(self, text: str, quote: str) -> None:
        """Ask which skill some words are."""
        from matching.reading.corrections import MissedSkill

        if self._report() is None or not text.strip():
            return
        dialog = SkillDialog(self.window, text, self.desk.engine.skills())
        dialog.given.connect(lambda skill: self.correct(MissedSkill(skill, text, quote)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _is_at(item: Evidence, mark: Mark) -> bool:
    return item.page == mark.page and item.box == mark.box


def _plain(text: str) -> str:
    """A menu's text without accidental mnemonics."""
    return " ".join(text.split()).replace("&", "&&")
