"""The counselor's desk without a screen: which résumés are open, what each says, and everything that can be done to them.

The window shows what is told here and asks for what it wants; it decides nothing.

Signals are past facts (`case` is a case's id):
    cases_changed()                  a case was added, removed or reordered
    case_changed(case)               its report, state, name or assumptions changed
    current_changed(case)            another case is looked at ("" for none)
    resume_read(case)                a report is there (a store would save it now)
    reading_failed(case)             `Case.problem` says why
    page_read(case, done, total)     progress by page
    batch_changed(Batch)             progress of everything that is being read; also the last word when done or stopped
    what_if_changed(case)            ticks changed; the stored score did not
    file_changed(case)               the PDF changed on disk and was read anew; `Case.before` holds the older report
    bytes_ready(case)                `data_for(case)` now has the PDF's bytes
    already_here(case, name)         the file `name` has the same bytes as `case` and was not added
    nothing_found(folder)            a folder without a PDF
    said(text)                       something to announce to a screen reader, politely
    standards_changed()              results are held against another role, variant or default place from now on
Values (desktop/cases/values.py): Case, Assumptions, Standards, Batch, WhatIf.
Intents are methods:
    open_files(paths) · open_folder(path) · open_text(name, text) · cancel() · continue_rest() · drop_rest()
    choose(case) · remove(case) · rename(case, name) · give_password(case, password) · try_again(case) · try_harder(case)
    assume(case, area=…, years=…, level=…, company_size=…, pay_base=…, offer=…, local_base=…,
           local_currency=…)
    tick_gap(case, requirement, on) · tick_only(case, requirements)
    hold_against(standards) · allow(limits)
    correct(case, correction) · undo and redo through `undo_stack`
What can be asked about a case without changing it is in `questions.py`. Everything slow happens in `Background`; answers come
back on the window's thread. `CaseReading` reads the files and tells of it here (`file_was_opened`, `page_was_read`,
`case_was_read`, `case_failed`, `batch_moved`). A store listens to `resume_read` and `case_changed` and calls `restore(cases)`;
panels stay.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.background import Background
from desktop.cases.change import Change
from desktop.cases.engine import Engine
from desktop.cases.kept_files import KeptFiles
from desktop.cases.pasted import document_from_text
from desktop.cases.reading import CaseReading
from desktop.cases.values import Batch, Case, CaseState, Standards
from desktop.cases.watching import Watcher
from desktop.files import pdfs_below
from matching.errors import Problem
from matching.fit.report import FitReport
from matching.reading.document import Document
from matching.reading.file_names import display_name
from matching.reading.limits import DEFAULT, ReadingLimits


class Casework(QObject):
    """See the module's docstring. Lives on the window's thread."""

    cases_changed = Signal()
    case_changed = Signal(str)
    current_changed = Signal(str)
    resume_read = Signal(str)
    reading_failed = Signal(str)
    page_read = Signal(str, int, int)
    batch_changed = Signal(object)
    what_if_changed = Signal(str)
    file_changed = Signal(str)
    bytes_ready = Signal(str)
    already_here = Signal(str, str)
    nothing_found = Signal(str)
    said = Signal(str)
    standards_changed = Signal()

    def __init__(self, engine: Engine, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.engine = engine
        self.background = background
        self.undo_stack = QUndoStack(self)
        self.standards, self.limits = Standards(), DEFAULT
        self.current = ""
        self._cases: OrderedDict[str, Case] = OrderedDict()
        self._reading = CaseReading(engine, background, self)
        self._files = KeptFiles(background, self.bytes_ready.emit)
        self._count = 0
        self._watcher = Watcher(self._changed_on_disk, self)

    # ---- what is here

    @property
    def cases(self) -> tuple[Case, ...]:
        return tuple(self._cases.values())

    @property
    def batch(self) -> Batch:
        """How far everything is that is being read."""
        return self._reading.batch

    def case(self, case: str) -> Case | None:
        return self._cases.get(case)

    def data_for(self, case: str) -> bytes | None:
        """The PDF's bytes as they were read; None for pasted text, and until `bytes_ready` where they were let go."""
        return self._files.get(case)

    def keep_data(self, case: str, data: bytes) -> None:
        """Bytes from elsewhere (a store's own copy), for the page pictures."""
        self._files.keep(case, data)

    def password_for(self, case: str) -> str:
        """The password that opened the file in this session; never stored."""
        return self._reading.password_for(case)

    # ---- opening and choosing

    def open_files(self, paths: Iterable[str | Path]) -> None:
        """Read files; one that is open already is chosen instead. Folders among them are searched."""
        fresh: list[str] = []
        for path in (Path(p) for p in paths):
            if path.is_dir():
                self.open_folder(path)
                continue
            same = next((c for c in self.cases if c.path == str(path) and c.state is not CaseState.STOPPED), None)
            if same is None:
                fresh.append(self._add(display_name(path), str(path)))
            else:
                self.choose(same.id)
        self._queue(fresh)

    def open_folder(self, path: str | Path) -> None:
        """Read every PDF below a folder, found on another thread; `nothing_found` where there is none."""

        def found(paths: Sequence[Path]) -> None:
            if paths:
                self.open_files(paths)
            else:
                self.nothing_found.emit(str(path))

        self.background.start(lambda _job: pdfs_below(Path(path)), found, lambda _error: self.nothing_found.emit(str(path)))

    def open_text(self, name: str, text: str) -> None:
        """Score pasted text: there is no page to show."""
        self._queue([self._add(name, "", pasted=True)], document_from_text(text, name))

    def restore(self, cases: Iterable[Case]) -> None:
        """Put back cases that a store or an earlier session kept, with or without their reports."""
        for case in cases:
            self._cases[case.id] = case
        self.cases_changed.emit()

    def choose(self, case: str) -> None:
        """Look at another case, or none ("")."""
        here = self._cases.get(case)
        if case == self.current or (case and here is None):
            return
        self.current = case
        self._watcher.watch(here.path if here else "")
        if here and here.has_page and not self._reading.is_reading(case):
            self._files.fetch(case, here.path)
        self.current_changed.emit(case)

    def remove(self, case: str) -> None:
        """Take a case off the desk; undo puts it back where it was."""
        here, order = self._cases[case], tuple(self._cases)
        place = order.index(case)
        next_one = (order[place + 1 :] + order[:place][::-1] + ("",))[0]

        def away() -> None:
            self._reading.drop(case)
            self._cases.pop(case, None)
            self.cases_changed.emit()
            if self.current == case:
                self.choose(next_one if next_one in self._cases else "")

        def back() -> None:
            self._cases[case] = here
            for name in order:
                if name in self._cases:
                    self._cases.move_to_end(name)
            self.cases_changed.emit()
            self.choose(case)
            if here.path and here.state in (CaseState.WAITING, CaseState.READING):
                self._queue([case])

        self._do(self.tr("Remove {name}").format(name=here.title), away, back)

    def rename(self, case: str, name: str) -> None:
        """Give a case another name."""
        self._change(case, self.tr("Rename"), name=name)

    # ---- reading

    def cancel(self) -> None:
        """Stop what is being read; what is finished stays."""
        for case in self._reading.stop_all():
            # A result that was being read anew, since its file changed, stays as it is.
            self._put(case, state=CaseState.READ if self._cases[case].report else CaseState.STOPPED)
        stopped = sum(c.state is CaseState.STOPPED for c in self.cases)
        self._reading.told_stopped(stopped)
        self.said.emit(self.tr("Stopped. %n not read.", "", stopped))

    def continue_rest(self) -> None:
        """Read what `cancel` left."""
        self._queue([c.id for c in self.cases if c.state is CaseState.STOPPED])

    def drop_rest(self) -> None:
        """Forget what `cancel` left."""
        for case in [c.id for c in self.cases if c.state is CaseState.STOPPED]:
            del self._cases[case]
        self.cases_changed.emit()
        self._reading.forget_batch()
        if self.current not in self._cases:
            self.choose(next(reversed(self._cases), ""))

    def give_password(self, case: str, password: str) -> None:
        """Try a locked file with a password; it is kept in memory only, for the page pictures."""
        self._reading.give_password(case, password)
        self._queue([case])

    def try_again(self, case: str) -> None:
        self._queue([case])

    def try_harder(self, case: str) -> None:
        """Read a file with limits four times as wide, or read the text of its pictures; for this file only."""
        here = self._cases[case]
        picture = here.problem is Problem.NO_TEXT
        effort = replace(here.effort, recognise=True) if picture else replace(here.effort, factor=4)
        self._cases[case] = replace(here, effort=effort)
        self._queue([case])

    def _add(self, name: str, path: str, pasted: bool = False) -> str:
        self._count += 1
        while f"case-{self._count}" in self._cases:
            self._count += 1
        case = f"case-{self._count}"
        self._cases[case] = Case(case, name, path, pasted=pasted)
        return case

    def _queue(self, cases: Sequence[str], document: Document | None = None) -> None:
        if not cases:
            return
        for case in cases:
            self._cases[case] = replace(self._cases[case], state=CaseState.WAITING, problem=None, detail="")
            self._reading.start(self._cases[case], document)
        self.cases_changed.emit()
        here = self._cases.get(self.current)
        if len(cases) == 1 or here is None or here.report is None:
            self.choose(cases[0])
        self.case_changed.emit(cases[0])
        self._reading.expect(len(cases), self._cases[cases[0]].name)

    # ---- what the reading tells

    def page_was_read(self, case: str, done: int, total: int) -> None:
        began = self._cases[case].state is not CaseState.READING
        self._cases[case] = replace(self._cases[case], state=CaseState.READING, pages_done=done, pages_total=total)
        self.page_read.emit(case, done, total)
        if began:
            self._reading.reads_now(self._cases[case].name)

    def file_was_opened(self, case: str, data: bytes) -> None:
        if case == self.current:  # of the others nobody sees a page yet
            self._files.keep(case, data)

    def case_was_read(self, case: str, report: FitReport, data: bytes | None, outdated: bool) -> None:
        here = self._cases[case]
        same = next((c for c in self.cases if c.id != case and _sha(c) == report.document.sha256 and not c.pasted), None)
        if same is not None and here.report is None and not here.pasted:
            self._same_file(case, same.id)
            return
        self._files.keep(case, data)
        changed = here.report is not None and here.report.document.sha256 != report.document.sha256
        before = here.report if changed else here.before
        self._put(case, state=CaseState.READ, report=report, before=before, problem=None, ticked=self._still_open(here, report))
        self._reading.one_ended()
        self.resume_read.emit(case)
        if outdated:
            self._score_again(case)
        if changed:
            self.file_changed.emit(case)

    def _same_file(self, case: str, same: str) -> None:
        name = self._cases.pop(case).name
        self.cases_changed.emit()
        if self.current == case:
            self.choose(same)
        self._reading.one_ended()
        self.already_here.emit(same, name)

    def case_failed(self, case: str, problem: Problem, detail: str) -> None:
        if self._cases[case].report is None:
            self._put(case, state=CaseState.UNREAD, problem=problem, detail=detail)
        else:  # the file changed on disk into something unreadable: the last result stays
            self._put(case, state=CaseState.READ, problem=problem, detail=detail)
        self._reading.one_ended(failed=self._cases[case].name)
        self.reading_failed.emit(case)

    def batch_moved(self, batch: Batch) -> None:
        self.batch_changed.emit(batch)

    # ---- edit and see

    def _changed_on_disk(self, path: str) -> None:
        for case in self.cases:
            if case.path == path and case.report is not None and not self._reading.is_reading(case.id):
                self._reading.start(case)
                self._reading.expect(1, case.name)

    # ---- what results are held against, and how files are read from now on

    def hold_against(self, standards: Standards) -> None:
        """Score what is open anew, in the background; what was chosen for a résumé (its place, ticks, corrections) stays."""
        if standards == self.standards:
            return
        self.standards = self._reading.standards = standards
        self.engine.hold_against(standards)
        for case in tuple(self._cases):
            self._score_again(case)
        self.standards_changed.emit()

    def allow(self, limits: ReadingLimits) -> None:
        """Read the next files under other limits."""
        self.limits = self._reading.limits = limits
        self.engine.allow(limits)

    def _score_again(self, case: str) -> None:
        here, standards = self._cases[case], self.standards
        if here.report is None:
            return
        document, assumptions, corrections = here.report.document, here.assumptions, here.corrections

        def done(report: FitReport) -> None:
            now = self._cases.get(case)
            if now is None or now.report is None or standards != self.standards:
                return
            same = now.report.document is document and (now.assumptions, now.corrections) == (assumptions, corrections)
            if same:
                self._put(case, report=report)
            else:  # something was changed meanwhile
                self._score_again(case)

        def failed(error: Exception) -> None:
            self.said.emit(self.tr("The résumé could not be scored again."))

        self.background.start(lambda _job: self.engine.report(document, assumptions, corrections), done, failed)

    # ---- assumptions, ticks, corrections: every one can be undone

    def assume(self, case: str, **changes: Any) -> None:
        """Change what the salary expectation assumes; the score never moves with it."""
        here = self._cases[case]
        assumptions = replace(here.assumptions, **changes)
        if here.report is not None and assumptions != here.assumptions:
            salary = self.engine.salary(here.report, assumptions)
            self._change(
                case, self.tr("Salary assumption"), assumptions=assumptions, report=replace(here.report, salary=salary)
            )

    def tick_gap(self, case: str, requirement: str, on: bool) -> None:
        """Suppose a gap closed, or no longer. The score that is stored never changes by it."""
        ticked = self._cases[case].ticked
        self.tick_only(case, ticked | {requirement} if on else ticked - {requirement})

    def tick_only(self, case: str, requirements: Iterable[str]) -> None:
        self._change(case, self.tr("Tick gaps"), ticked=frozenset(requirements))

    def correct(self, case: str, correction: object) -> None:
        """Set a finding right: the résumé is understood and scored anew with it."""
        here = self._cases[case]
        corrections = (*here.corrections, correction)
        assert here.report is not None
        document, assumptions = here.report.document, here.assumptions

        def done(report: FitReport) -> None:
            if case in self._cases:
                self._change(case, self.tr("Correction"), corrections=corrections, report=report)
                self.said.emit(self.tr("Corrected. The score is now {score}.").format(score=report.match.score // 10))

        def failed(error: Exception) -> None:
            self.said.emit(self.tr("The correction could not be applied."))

        self.background.start(lambda _job: self.engine.report(document, assumptions, corrections), done, failed)

    def forget_before(self, case: str) -> None:
        """The comparison with the older reading was seen."""
        self._put(case, before=None)

    def _still_open(self, here: Case, report: FitReport) -> frozenset[str]:
        return here.ticked & {g.requirement for g in report.gaps}

    def _change(self, case: str, label: str, /, **values: Any) -> None:
        here = self._cases[case]
        old = {key: getattr(here, key) for key in values}
        if old != values:
            self._do(label, lambda: self._put(case, **values), lambda: self._put(case, **old))

    def _do(self, name: str, do: Any, undo: Any) -> None:
        self.undo_stack.push(Change(name, do, undo))

    def _put(self, case: str, /, **values: Any) -> None:
        if case not in self._cases:
            return
        self._cases[case] = replace(self._cases[case], **values)
        if set(values) == {"ticked"}:
            self.what_if_changed.emit(case)
        else:
            self.case_changed.emit(case)


def _sha(case: Case) -> str:
    return case.report.document.sha256 if case.report else ""
