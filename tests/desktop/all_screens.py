"""Every screen, state and dialog of the window, one after another, for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.cases.values import Batch, Case, CaseState
from desktop.clients.values import ArrivalKind, ArrivalLine, ClientLine, Hit, ImportProgress, ReportChoice, StoreFacts
from desktop.running.rolefit import Rolefit
from desktop.windows.import_preview import ImportPreview
from desktop.windows.palette import Palette
from desktop.windows.plan_dialog import PlanDialog
from desktop.windows.report_dialog import ReportDialog
from desktop.windows.settings_dialog import SettingsDialog
from desktop.windows.storage_settings import PassphraseDialog, StoragePage
from desktop.windows.summary_dialog import SummaryDialog
from desktop.windows.tag_dialog import TagDialog
from matching.errors import Problem
from matching.fit.comparison import summarise
from tests.desktop.made_up import report
from tests.desktop.test_clients_windows import LINES, card

TABS = ("fit", "gaps", "salary", "timeline", "text", "health")
Seen = Iterator[tuple[str, QWidget]]


def settle(rolefit: Rolefit) -> None:
    """Let what was asked for be laid out."""
    for _ in range(4):
        QCoreApplication.processEvents()


def as_on_a_screen(dialog: QDialog) -> None:
    """As large as it would like to be: the offscreen platform's small screen holds dialogs back."""
    dialog.resize(dialog.size().expandedTo(dialog.sizeHint()))
    for _ in range(4):
        QCoreApplication.processEvents()


def all_screens(rolefit: Rolefit) -> Seen:
    """(name, window or dialog), each while it is seen. `rolefit` has one made-up result open."""
    for part in (_result, _states, _desk, _dialogs):
        yield from part(rolefit)


def _result(rolefit: Rolefit) -> Seen:
    window = rolefit.window
    case = rolefit.wiring.current()
    assert case is not None
    assert case.report is not None
    rolefit.desk.tick_only(case.id, [gap.requirement for gap in case.report.gaps[:2]])
    rolefit.desk.assume(case.id, offer=140_000)
    window.report.fit.choose("relational")
    window.page.show_refused.setChecked(True)
    for tab in (*TABS, "page"):
        window.report.choose_tab(tab)
        settle(rolefit)
        yield f"tab {tab}", window
    window.report.choose_tab("fit")
    window.page.open_find()
    settle(rolefit)
    yield "find in page", window
    window.page.close_find()
    window.page.show_refused.setChecked(False)


def _states(rolefit: Rolefit) -> Seen:
    window, batch = rolefit.window, Batch(4, 2, stopped=2, now="ada.pdf", running=True)
    state, report_area = window.report.state, window.report
    states = [Case("x", "ada.pdf", "/papers/ada.pdf", problem=problem, state=CaseState.UNREAD) for problem in Problem]
    states += [Case("x", "ada.pdf", "/papers/ada.pdf", state=one) for one in (CaseState.READING, CaseState.STOPPED)]
    window.set_page(False)
    for case in states:
        report_area.show_case(case, batch)
        settle(rolefit)
        yield f"{case.state} {case.problem or ''}".strip(), window
        if state.more.isVisible():
            state.more.click()
            settle(rolefit)
            yield f"details of {case.problem}", window
    rolefit.wiring.show_again()
    settle(rolefit)
    window.show_first_run()
    settle(rolefit)
    yield "first run", window


def _desk(rolefit: Rolefit) -> Seen:
    window, pages = rolefit.window, rolefit.clients.pages
    rolefit.clients._lines(LINES)
    pages.show_all()
    pages.show_outdated(3)
    pages.clients.table.tick([1, 2])
    reports = (report(), report())
    from desktop.wiring.desk_pages import _compared
    from matching.fit.comparison import compare

    pages.clients.show_comparison(_compared(reports), compare(reports))
    settle(rolefit)
    yield "all clients", window
    pages.clients.field.setText("nobody")
    pages.clients._filter()
    settle(rolefit)
    yield "nobody", window
    pages.clients.clear_filter()
    pages.client.show_card(card(), "2026-11-22")
    pages.show(pages.client, "Ada")
    settle(rolefit)
    yield "client", window
    pages._show_compare(reports, True)
    settle(rolefit)
    yield "compare", window
    pages.show_search()
    pages.search.field.setText("hit")
    pages.search.show_hits("hit", (Hit(1, "Ada", 1, 1, (("a ", False), ("hit", True))),))
    settle(rolefit)
    yield "search", window


def _dialogs(rolefit: Rolefit) -> Seen:
    window, menus, wiring = rolefit.window, rolefit.menus, rolefit.wiring
    rolefit.desk.choose(rolefit.desk.cases[0].id)
    case = wiring.current()
    assert case is not None
    assert case.report is not None
    ask_dates, job = wiring.correcting.ask_dates, case.report.resume.positions[0]
    for name, open_it in (
        ("settings", menus.open_settings), ("shortcuts", menus.open_shortcuts), ("help", menus.open_help),
        ("about", menus.open_about), ("paste", wiring.paste), ("export", rolefit.exporting.ask),
        ("skill", lambda: wiring.correcting.add_skill("Spring", "Spring 2019")), ("dates", lambda: ask_dates(job)),
    ):  # fmt: skip
        open_it()
        settle(rolefit)
        dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
        as_on_a_screen(dialog)
        yield f"dialog {name}", dialog
        for page in dialog.pages if isinstance(dialog, SettingsDialog) else ():
            dialog.turn_to(page)
            settle(rolefit)
            storage = dialog.pages[page]
            if isinstance(storage, StoragePage):
                storage.show_facts(StoreFacts("/data", 5, 1, 1, ("rolefit-2026-11-22.db",), False, True))
                settle(rolefit)
            yield f"settings {page}", dialog
        dialog.close()
    for dialog in _made_dialogs(window):
        dialog.open()
        as_on_a_screen(dialog)
        yield f"dialog {type(dialog).__name__}", dialog
        dialog.close()
    menus.open_palette()
    settle(rolefit)
    palette = next(p for p in window.findChildren(Palette) if p.isVisible())
    yield "palette", palette
    palette.leave()


def _made_dialogs(window: QWidget) -> Iterator[QDialog]:
    yield PassphraseDialog(window, again=True)
    yield ReportDialog(window, "Ada", ReportChoice(), has_pages=False, plan=True)
    yield SummaryDialog(window, summarise((report(), report())))
    yield PlanDialog(window, ["Software architecture", "Application security"])
    tagged = [ClientLine(1, "Ada", tags=("Nord", "Career change")), ClientLine(2, "Tom", tags=("Nord",))]
    yield TagDialog(window, tagged, ["Summer 2026"])
    preview = ImportPreview(window)
    rows = [ArrivalLine(n, f"/p/{n}.pdf", f"{n}.pdf", kind) for n, kind in enumerate(ArrivalKind)]
    preview.model.update_rows(rows)
    preview.show_progress(ImportProgress(total=9, read=6, failed=2, stopped=1))
    yield preview
