"""The states of the window with one person's résumés: results, reading, problems, notices, dialogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QDialog

from desktop.cases.values import CaseState
from matching.errors import Problem
from matching.reading.document import Notice, NoticeCode
from tests.journeys.staging import Stage, drawn, until, wait

SETTINGS = ("general", "role", "salary", "reading", "reports", "storage", "shortcuts", "privacy")
TABS = ("fit", "gaps", "salary", "timeline", "text", "health")


@dataclass(frozen=True, slots=True)
class State:
    """A name for the picture's file, and what leads there."""

    name: str
    show: Callable[[Stage], object]


NOTICES = {
    NoticeCode.HIDDEN_TEXT: "Page 1: 12 words that a reader cannot see were found and ignored (in the colour of what lies "
    "behind it). Look at them before you judge the candidate.",
    NoticeCode.COLUMNS_UNCERTAIN: "The columns of page 1 could not be told apart safely; lines may be mixed. Compare the "
    "findings with the page.",
    NoticeCode.PAGES_MISSING: "Page 2 was not read. What stands on it counts as not found; export the pages that matter as a "
    "file of their own.",
    NoticeCode.TEXT_UNREADABLE: "On page 1, 24 % of the letters cannot be read, because a font of the file hides which letters "
    "they are. Ask for the résumé as exported from the original document.",
    NoticeCode.NO_DATES: "No dates were found for the jobs, so years of experience are unknown. Add a start and an end to each "
    "job.",
    NoticeCode.NOT_A_RESUME: "This does not look like a résumé: no jobs, no education and no skills were found. Check that it "
    "is the right file.",
    NoticeCode.NOT_ENGLISH: "This résumé seems to be written in German. Names of technologies, jobs and dates are read; "
    "sentences about what was done are understood in English only, so the score may be too low.",
    NoticeCode.MANY_PAGES: "The file has 61 pages; the first 50 were read. If it holds several résumés, import each as its own "
    "file.",
    NoticeCode.NO_CONTACT: "No e-mail address and no phone number were found. Check that the contact details are text and not "
    "a picture.",
    NoticeCode.RECOGNISED_TEXT: "The text was read from a picture, where letters may be mistaken: check what was found.",
    NoticeCode.OWNER_PROTECTED: "The author restricted copying or printing of this file. It was read as usual; ask the author "
    "before you pass it on.",
}


def _result(tab: str, stage: Stage) -> None:
    report = stage.result(tab=tab)
    if tab == "gaps":
        stage.desk.tick_only(stage.desk.current, [gap.requirement for gap in report.gaps[:2]])


def _notice(code: NoticeCode, stage: Stage) -> None:
    path = stage.paper(f"{code.value.replace('_', '-')}.pdf")
    stage.engine.notices[path.name] = (Notice(code, NOTICES[code], 1),)
    stage.open(path)
    drawn(stage.window.page.pictures)


def _problem(problem: Problem, stage: Stage) -> None:
    if problem is Problem.NO_PDFS:
        empty = stage.papers / "letters"
        empty.mkdir(exist_ok=True)
        stage.desk.open_folder(empty)
        until(stage.rolefit.wiring.toast.isVisible)
        return
    stage.trouble(problem)
    if problem is Problem.NO_TEXT:
        until(lambda: stage.window.page.has_early_page)
        drawn(stage.window.page.pictures)
    if problem is Problem.WRONG_PASSWORD:
        stage.desk.give_password(stage.desk.current, "wrong")
        until(lambda: (case := stage.desk.case(stage.desk.current)) is not None and case.problem is problem)


def _drag(stage: Stage) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(stage.papers / f"{n}.pdf")) for n in range(3)])
    event = QDragEnterEvent(
        QPoint(700, 400), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(stage.window, event)


def _reading_one(stage: Stage) -> None:
    path = stage.paper("maya-okafor.pdf")
    stage.engine.held.add(path.name)
    stage.desk.open_files([path])
    until(lambda: (case := stage.desk.case(stage.desk.current)) is not None and case.pages_total > 0)
    until(lambda: stage.window.report.skeleton.bar.isVisible() and stage.window.page.has_early_page)
    drawn(stage.window.page.pictures)


def _reading_many(stage: Stage) -> None:
    """Two are read, one is held, the rest waits."""
    paths = [stage.paper(f"resume-{n:02}.pdf") for n in range(9)]
    stage.engine.held |= {path.name for path in paths[2:]}
    stage.desk.open_files(paths)
    until(lambda: sum(case.state is CaseState.READ for case in stage.desk.cases) == 2)
    stage.desk.choose(stage.desk.cases[3].id)


def _cancelled(stage: Stage) -> None:
    _reading_many(stage)
    stage.desk.cancel()


def _partly(stage: Stage) -> None:
    paths = [stage.paper(f"resume-{n:02}.pdf") for n in range(5)]
    stage.engine.problems |= {"resume-03.pdf": Problem.NO_TEXT, "resume-04.pdf": Problem.DAMAGED}
    stage.open(*paths)
    until(stage.window.report.notice.isVisible)
    drawn(stage.window.page.pictures)
    stage.engine.problems.clear()


def _duplicate(stage: Stage) -> None:
    stage.open(stage.papers / "mid-level.pdf")
    copy = stage.papers / "mid-level (copy).pdf"
    copy.write_bytes((stage.papers / "mid-level.pdf").read_bytes())
    stage.desk.open_files([copy])
    until(stage.rolefit.wiring.toast.isVisible)


def _changed(stage: Stage) -> None:
    """The file was exported again, with other content: old and new are compared."""
    path = stage.papers / "my-resume.pdf"
    path.write_bytes((stage.papers / "mid-level.pdf").read_bytes())
    stage.open(path)
    path.write_bytes((stage.papers / "strong-senior.pdf").read_bytes())
    stage.desk.try_again(stage.desk.current)
    until(lambda: (case := stage.desk.case(stage.desk.current)) is not None and case.before is not None)
    drawn(stage.window.page.pictures)


PASTED = """Ada Example
ada@example.com
Experience
Backend Engineer, Moss Retail
2019 - 2026
- Built REST APIs in Python with PostgreSQL and Docker
Skills
Python, SQL, Git
"""


def _pasted(stage: Stage) -> None:
    stage.desk.open_text("Pasted résumé", PASTED)
    until(lambda: (case := stage.desk.case(stage.desk.current)) is not None and case.report is not None)


def _dialog(open_it: Callable[[Stage], object], stage: Stage) -> None:
    stage.result()
    open_it(stage)
    stage.dialog(QDialog)


def _settings(page: str, stage: Stage) -> None:
    _dialog(lambda shown: shown.rolefit.menus.open_settings(page), stage)


def _correct(which: str, stage: Stage) -> None:
    from desktop.windows.right_dialogs import DatesDialog, SkillDialog

    report = stage.result()
    dialog = (
        SkillDialog(stage.window, "Postgres 14", stage.engine.skills())
        if which == "skill"
        else DatesDialog(stage.window, report.resume.positions[0])
    )
    stage.pages.open_dialog(dialog)


def _menu(name: str, stage: Stage) -> None:
    stage.result()
    menu = stage.rolefit.menus.commands.menus[name]
    menu.popup(stage.window.mapToGlobal(QPoint(60, 40)))


def _report(stage: Stage) -> None:
    stage.result()
    stage.rolefit.exporting.ask()


def _preview(stage: Stage) -> None:
    from desktop.windows.preview_dialog import PreviewDialog
    from desktop.windows.report_dialog import ReportDialog

    _report(stage)
    stage.rolefit.exporting._with_pages(stage.result(), stage.rolefit.exporting._preview, stage.rolefit.exporting.choice)
    stage.dialog(ReportDialog).close()
    stage.dialog(PreviewDialog)
    wait(400)


def _removed(stage: Stage) -> None:
    stage.result()
    stage.open(stage.papers / "front-end.pdf")
    stage.rolefit.wiring.remove_current()


STATES = (
    State("first-run", lambda stage: None),
    State("drag-over", _drag),
    *(State(f"result-{tab}", partial(_result, tab)) for tab in TABS),
    State("result-pasted", _pasted),
    State("reading-one", _reading_one),
    State("reading-many", _reading_many),
    State("cancelled", _cancelled),
    State("partly-done", _partly),
    State("duplicate", _duplicate),
    State("changed-on-disk", _changed),
    State("toast-undo", _removed),
    *(State(f"problem-{problem.value}", partial(_problem, problem)) for problem in Problem),
    *(State(f"notice-{code.value}", partial(_notice, code)) for code in NoticeCode),
    State("menu-file", partial(_menu, "file")),
    State("menu-edit", partial(_menu, "edit")),
    State("menu-view", partial(_menu, "view")),
    State("palette", lambda stage: (stage.result(), stage.rolefit.menus.open_palette())),
    *(State(f"dialog-settings-{page}", partial(_settings, page)) for page in SETTINGS),
    State("dialog-shortcuts", partial(_dialog, lambda stage: stage.rolefit.menus.open_shortcuts())),
    State("dialog-help", partial(_dialog, lambda stage: stage.rolefit.menus.open_help())),
    State("dialog-about", partial(_dialog, lambda stage: stage.rolefit.menus.open_about())),
    State("dialog-paste", partial(_dialog, lambda stage: stage.rolefit.wiring.paste())),
    State("dialog-skill", partial(_correct, "skill")),
    State("dialog-dates", partial(_correct, "dates")),
    State("dialog-report", _report),
    State("dialog-preview", _preview),
)
