"""Joins desk and window: the desk's facts are shown, the window's intents reach the desk. Panels stay unaware of each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop.cases import questions
from desktop.cases.casework import Casework
from desktop.cases.values import Batch, Case, CaseState
from desktop.pages.marks import Mark, MarkKind
from desktop.remembered import Remembered
from desktop.windows import telling, words
from desktop.windows.main_window import MainWindow
from desktop.windows.paste_dialog import PasteDialog
from desktop.windows.toast import Toast
from desktop.windows.told import told
from desktop.wiring.correcting import Correcting
from matching.errors import Problem
from matching.fit.report import FitReport, HealthFinding

SAMPLE = "mid-level.pdf"
MANY = 10  # more files than these are looked at in a preview before they are kept


class Wiring(QObject):
    """Lives as long as the window."""

    def __init__(self, desk: Casework, window: MainWindow, kept: Remembered, samples: Path) -> None:
        super().__init__(window)
        self.desk, self.window, self.kept, self.samples = desk, window, kept, samples
        self.correcting = Correcting(desk, window)
        self.toast = Toast(window)
        self._shown: FitReport | None = None
        self._pages_of: tuple[str, str, bytes | None] = ("", "", None)  # case, password and bytes that the page pane has
        self.import_many: Callable[[Sequence[str]], object] = desk.open_files  # the counselor's desk puts its preview here
        self._from_desk()
        self._from_window()
        self.show_current()

    # ---- the desk's facts

    def _from_desk(self) -> None:
        desk = self.desk
        desk.cases_changed.connect(self._cases)
        desk.case_changed.connect(self._case)
        desk.current_changed.connect(lambda _case: self.show_current())
        desk.page_read.connect(self._page_read)
        desk.batch_changed.connect(self._batch)
        desk.what_if_changed.connect(self._what_if)
        desk.bytes_ready.connect(self._pages)
        desk.resume_read.connect(self._read)
        desk.reading_failed.connect(self._failed)
        desk.already_here.connect(self._already)
        desk.nothing_found.connect(lambda folder: self.toast.say(told(Problem.NO_PDFS).text))
        desk.said.connect(lambda text: self.announce(text))

    def _cases(self) -> None:
        self.window.case_list.show_cases(list(self.desk.cases))
        self.window.case_list.choose(self.desk.current)
        if not self._unread():
            self.window.report.notice.hide()
        if not self.desk.cases:
            self.window.show_first_run()

    def _case(self, case: str) -> None:
        here = self.desk.case(case)
        if here is not None:
            self.window.case_list.model.update_case(here)
            if case == self.desk.current:
                self.show_current()

    def show_current(self) -> None:
        """Show the chosen case, or the first screen."""
        case = self.desk.case(self.desk.current)
        self.window.case_list.choose(self.desk.current)
        if case is None:
            self._shown = None
            self.window.show_first_run()
            return
        area = self.window.report
        if case.id != self._pages_of[0]:
            self.window.page.leave_early()
        if case.report is None:
            self._shown = None
            area.show_case(case, self.desk.batch)
            self._pages(case.id)
            self.window.show_result(case.title, has_page=self.window.page.has_early_page)
            return
        fresh = case.report is not self._shown
        chosen = area.fit.chosen_in(case.report) if fresh else ""
        self._shown, english, report = case.report, case, telling.told(case.report)
        case = telling.told_case(case)
        if fresh:
            area.show_report(case)
            self._role(report)
        area.compare.show_change(case)
        self._what_if(case.id)
        area.fill("salary", lambda: self._salary(english, report))
        if not case.pasted and fresh:
            self.window.page.show_report(report)
            self._pages(case.id)
        area.show_case(case, self.desk.batch)  # seen when it is filled, and laid out once
        self.window.show_result(case.title, has_page=not case.pasted)
        if chosen:  # the same résumé, scored anew: its page stays where it was
            self.window.page.view.staying(lambda: area.fit.choose(chosen))

    def _salary(self, case: Case, report: FitReport) -> None:
        """`case` holds the report as it is kept, `report` is the same in the window's language."""
        engine = self.desk.engine
        pays = [telling.told_salary(pay) for pay in questions.pay_by_place(engine, case)]
        offer = telling.said(questions.offer_words(engine, case))
        self.window.report.salary.show_salary(report, case.assumptions, pays, offer)

    def show_again(self) -> None:
        """Put every panel's facts into the words of now, after another language was chosen."""
        self._shown = None
        self._cases()
        self._batch_words(self.desk.batch)
        self.show_current()

    def _role(self, report: FitReport) -> None:
        match = report.match
        text = self.tr("Role profile: {role}, edition {edition}, %n requirements", "", len(match.requirements))
        self.window.status_role.setText(text.format(role=match.role_name, edition=match.edition))

    def _pages(self, case: str) -> None:
        """Give the page pane the file's bytes; while it is read or has no text, its page stands there without marks."""
        here = self.desk.case(case)
        if here is None or case != self.desk.current or here.pasted:
            return
        data = self.desk.data_for(case) if here.has_page else None
        wanted = (case, self.desk.password_for(case), data)
        fresh = wanted != self._pages_of
        self._pages_of = wanted
        if here.report is not None and fresh:
            self.window.page.show_pages(data, self.desk.password_for(case))
        elif here.report is None and (fresh or data is None):
            self.window.page.show_early(data, self.desk.password_for(case))

    def _early_page(self) -> None:
        """The first thing to see of a file: its page, before it is read."""
        case = self.desk.case(self.desk.current)
        if case is not None and case.report is None:
            self.window.set_page(self.window.page.has_early_page)

    def _page_read(self, case: str, done: int, total: int) -> None:
        here = self.desk.case(case)
        if here is not None and case == self.desk.current and here.report is None:
            self.window.report.show_progress(here, self.desk.batch)

    def _batch_words(self, batch: Batch) -> None:
        self.window.case_list.show_batch(batch)
        text = self.tr("Reading {done} of {total}").format(done=batch.done, total=batch.total)
        self.window.status_progress.setText(text if batch.running else "")

    def _batch(self, batch: Batch) -> None:
        self._batch_words(batch)
        case = self.desk.case(self.desk.current)
        if case is not None and case.report is None:
            self.window.report.show_progress(case, batch)
        if batch.running:
            self.window.report.notice.hide()  # it was of the files before
        if not batch.running and batch.total > 1 and not batch.stopped:
            self._partly_done(batch)

    def _partly_done(self, batch: Batch) -> None:
        """All could be read: a short word. Some could not: which and why, until it is answered."""
        good, unread = batch.done - len(batch.failed), self._unread(batch.failed)
        if not unread:
            self.toast.say(self.tr("%n imported", "", good))
            return
        reasons = [(case.name, told(case.problem).title) for case in unread if case.problem]
        self.announce(self.window.report.notice.show_outcome(good, reasons))

    def _unread(self, names: Sequence[str] = ()) -> list[Case]:
        """The cases that could not be read; of these names only, where some are given."""
        return [case for case in self.desk.cases if case.state is CaseState.UNREAD and (not names or case.name in names)]

    def _review(self) -> None:
        unread = self._unread()
        if unread:
            self.desk.choose(unread[0].id)

    def _what_if(self, case: str) -> None:
        here = self.desk.case(case)
        if here is not None and here.report is not None and case == self.desk.current:
            what_if, report = telling.told_what_if(questions.what_if(self.desk.engine, here)), telling.told(here.report)
            self.window.report.gaps.show_what_if(what_if, report, here.ticked_gaps)

    def _read(self, case: str) -> None:
        here = self.desk.case(case)
        if here is None or here.report is None:
            return
        self.kept.add_recent(here.path)
        if case == self.desk.current:
            score = self.tr("{score} of 100").format(score=words.whole(here.report.match.score))
            self.announce(f"{score}, {words.verdict(here.report.match.score)}")

    def _failed(self, case: str) -> None:
        here = self.desk.case(case)
        if here is not None and here.problem is not None:
            self.announce(told(here.problem).text)

    def _already(self, case: str, name: str) -> None:
        self.toast.say(self.tr("Already here: {name} is the same file").format(name=name[:80]))

    def announce(self, text: str, urgent: bool = False) -> None:
        """Say something to a screen reader: politely, or at once where work may be lost."""
        event = QAccessibleAnnouncementEvent(self.window, text)
        if urgent:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    # ---- the window's intents

    def _from_window(self) -> None:
        desk, window = self.desk, self.window
        area, state = window.report, window.report.state
        window.files_dropped.connect(self.take_files)
        window.case_list.case_chosen.connect(desk.choose)
        window.case_list.import_wanted.connect(self.choose_files)
        window.case_list.cancel_wanted.connect(desk.cancel)
        window.case_list.menu_wanted.connect(self._list_menu)
        window.first_run.choose_wanted.connect(self.choose_files)
        window.first_run.folder_wanted.connect(self.choose_folder)
        window.first_run.sample_wanted.connect(self.open_sample)
        window.first_run.paste_wanted.connect(self.paste)
        state.choose_wanted.connect(self.choose_files)
        state.paste_wanted.connect(self.paste)
        state.again_wanted.connect(lambda: desk.try_again(desk.current))
        state.harder_wanted.connect(lambda: desk.try_harder(desk.current))
        state.reads_pictures = desk.engine.reads_pictures
        state.cancel_wanted.connect(desk.cancel)
        state.continue_wanted.connect(desk.continue_rest)
        state.drop_wanted.connect(desk.drop_rest)
        state.skip_wanted.connect(lambda: desk.remove(desk.current))
        state.password_given.connect(lambda text: desk.give_password(desk.current, text))
        area.fit.requirement_chosen.connect(window.page.light_requirement)
        area.gaps.requirement_chosen.connect(window.page.light_requirement)
        area.fit.see_text_wanted.connect(lambda: area.choose_tab("text"))
        area.fit.menu_wanted.connect(self._requirement_menu)
        area.gaps.ticked.connect(lambda name, on: desk.tick_gap(desk.current, name, on))
        area.gaps.clear_wanted.connect(lambda: desk.tick_only(desk.current, ()))
        area.gaps.goal_wanted.connect(self._reach)
        area.salary.assumed.connect(lambda changes: desk.assume(desk.current, **changes))
        area.compare.seen.connect(lambda: desk.forget_before(desk.current))
        area.health.place_wanted.connect(self._health_place)
        area.timeline.evidence_wanted.connect(self._evidence)
        area.text.add_skill_wanted.connect(self.correcting.add_skill)
        area.notice.review_wanted.connect(self._review)
        area.list_wanted.connect(window.toggle_list)
        area.page_wanted.connect(window.toggle_page)
        window.page.early_changed.connect(self._early_page)
        window.page.requirement_chosen.connect(self._on_page)
        window.page.not_right.connect(self.correcting.not_right)
        window.page.add_skill_wanted.connect(self.correcting.add_skill)

    def choose_files(self) -> None:
        """The system's dialog for files."""
        kinds = self.tr("PDF files (*.pdf *.PDF)")
        paths, _ = QFileDialog.getOpenFileNames(self.window, self.tr("Import résumés"), self.kept.text("folder"), kinds)
        if paths:
            self.kept.put("folder", str(Path(paths[0]).parent))
            self.take_files(paths)

    def take_files(self, paths: Sequence[str]) -> None:
        """A few files are opened at once; folders and many files are looked at in a preview first."""
        if len(paths) > MANY or any(Path(path).is_dir() for path in paths):
            self.import_many(paths)
        else:
            self.desk.open_files(paths)

    def choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self.window, self.tr("Import a folder"), self.kept.text("folder"))
        if path:
            self.kept.put("folder", path)
            self.import_many([path])

    def open_sample(self) -> None:
        self.desk.open_files([self.samples / SAMPLE])

    def paste(self) -> None:
        """Ask for a résumé's text."""
        dialog = PasteDialog(self.window)
        dialog.given.connect(self.desk.open_text)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def remove_current(self) -> None:
        case = self.desk.case(self.desk.current)
        if case is not None and case.state is not CaseState.READING:
            self.desk.remove(case.id)
            self.toast.say(self.tr("Removed {name}").format(name=case.title[:80]), self.tr("Undo"), self.desk.undo_stack.undo)

    def _reach(self, target: int) -> None:
        case = self.desk.case(self.desk.current)
        if case is None or case.report is None:
            return
        found = questions.reach(self.desk.engine, case, target)
        card = self.window.report.gaps.card
        if found is None:
            card.show_answer(self.tr("Even with every gap closed the score stays below {goal}.").format(goal=target // 10))
            return
        self.desk.tick_only(case.id, found)
        card.show_answer(self.tr("%n gaps are enough, and no fewer are.", "", len(found)))

    def _on_page(self, requirement: str) -> None:
        if self.window.report.tab not in ("fit", "page"):
            self.window.report.choose_tab("fit")
        self.window.report.fit.choose(requirement)

    def _health_place(self, finding: HealthFinding) -> None:
        if finding.page is not None:
            box = finding.box or (0.0, 0.0, 1.0, 1.0)
            self.window.page.view.reveal(Mark(finding.page, box, MarkKind.FOUND, finding.title))

    def _evidence(self, evidence: tuple[object, ...]) -> None:
        first = evidence[0]
        mark = Mark(first.page, first.box, MarkKind.FOUND, first.text)  # type: ignore[attr-defined] # an Evidence
        self.window.page.view.light([mark])

    def _list_menu(self, case: str, at: QPoint) -> None:
        menu = QMenu(self.window)
        menu.addAction(self.tr("Remove"), self.remove_current)
        menu.addAction(self.tr("Read again"), lambda: self.desk.try_again(case))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _requirement_menu(self, requirement: str, at: QPoint) -> None:
        menu = QMenu(self.window)
        menu.addAction(self.tr("Show on the page"), lambda: self.window.page.light_requirement(requirement))
        menu.addAction(self.tr("Copy the result"), self.window.report.fit.copy)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def current(self) -> Case | None:
        return self.desk.case(self.desk.current)
