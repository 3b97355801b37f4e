"""The states of the counselor's desk: table, client, comparison, search, import, storage, trouble with the store."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.cases.values import FileToRead
from desktop.clients.values import ClientLine, Offer
from desktop.store.records import StoreError, StoreTrouble
from desktop.windows.client_page import ClientPage
from desktop.windows.storage_settings import PassphraseDialog, StoragePage
from desktop.windows.summary_dialog import SummaryDialog
from matching.errors import Problem, UnreadableDocument
from matching.fit.keeping import Keepsake, keep
from matching.fit.request import Request
from tests.journeys.staging import MONTH, Stage, drawn, make_many, until, wait
from tests.journeys.states_of_one import State


def _all(stage: Stage) -> None:
    table = stage.pages.clients.table
    stage.pages.clients.clear_filter()
    table.clearSelection()
    stage.pages.show_all()
    table.scrollToTop()
    wait(50)


def _lines(stage: Stage) -> list[ClientLine]:
    return stage.pages.clients.table.clients.shown


def _scored(stage: Stage, count: int) -> list[int]:
    return [line.client for line in _lines(stage) if line.score is not None][:count]


def _ticked(count: int, stage: Stage) -> None:
    _all(stage)
    stage.pages.clients.table.tick(_scored(stage, count))
    if 2 <= count <= 4:
        until(stage.pages.clients.small.isVisible)


def _unscored(stage: Stage) -> None:
    _all(stage)
    stage.pages.show_attention()


def _filter_open(stage: Stage) -> None:
    _all(stage)
    stage.pages.clients.level.showPopup()


def _columns(stage: Stage) -> None:
    _all(stage)
    stage.pages.clients.columns.click()


def _row_menu(stage: Stage) -> None:
    _ticked(2, stage)
    table = stage.pages.clients.table
    table.menu_wanted.emit(_scored(stage, 1)[0], table.viewport().mapToGlobal(QPoint(260, 60)))


def _no_match(stage: Stage) -> None:
    _all(stage)
    stage.pages.clients.field.setText(f"{_lines(stage)[0].name.split()[0]}q")
    wait(250)


def _outdated(stage: Stage) -> None:
    _all(stage)
    stage.pages.show_outdated(14)


def _search(words: str, stage: Stage) -> None:
    stage.pages.show_search()
    stage.pages.search.field.setText(words)
    wait(900)


def _client(stage: Stage) -> ClientPage:
    """The page of the client with most to show."""
    _all(stage)
    wanted = max(_lines(stage), key=lambda line: (line.version, line.tags != (), line.client % 4 == 1, -line.client))
    stage.pages.open_client(wanted.client)
    until(lambda: stage.pages.shown is not None and stage.pages.shown is stage.pages._client)
    wait(100)
    return stage.pages.client


def _client_below(stage: Stage) -> None:
    bar = _client(stage).pages.verticalScrollBar()
    bar.setValue(bar.maximum())


def _calendar(stage: Stage) -> None:
    page = _client(stage)
    bar = page.pages.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.consent.show_day(page.consent.day or "2026-09-17")
    QApplication.processEvents()
    edit = page.consent.edit
    QTest.mouseClick(edit, Qt.MouseButton.LeftButton, pos=QPoint(edit.width() - 12, edit.height() // 2))


def _compare(count: int, stage: Stage) -> None:
    _all(stage)
    known = [line.client for line in _lines(stage) if line.client <= 6 and line.score is not None]
    stage.pages.compare_clients(known[:count])
    until(lambda: stage.pages.shown is not None and stage.pages.shown is stage.pages._compare)
    drawn(stage.pages.compare.right.pictures)


def _compare_versions(stage: Stage) -> None:
    page = _client(stage)
    page.compare.click()
    until(lambda: stage.pages.shown is not None and stage.pages.shown is stage.pages._compare)
    drawn(stage.pages.compare.right.pictures)


def _summary(stage: Stage) -> None:
    _all(stage)
    stage.pages.summarise(_scored(stage, 12))
    stage.dialog(SummaryDialog)


def _tags(stage: Stage) -> None:
    from desktop.windows.tag_dialog import TagDialog

    _ticked(3, stage)
    stage.pages.clients.tags.click()
    stage.dialog(TagDialog)


def _plan(stage: Stage) -> None:
    from desktop.windows.plan_dialog import PlanDialog

    report = stage.result()
    stage.pages.open_dialog(PlanDialog(stage.window, [gap.name for gap in report.gaps[:3]]))


def _plan_sheet(stage: Stage) -> None:
    page = _client(stage)
    page.sheet.click()


class _StagedReader:
    """Reads for an import with the stage's engine; holds after so many files."""

    def __init__(self, stage: Stage, most: int) -> None:
        self.stage, self.most = stage, most
        self.count, self.lock, self.stop = 0, threading.Lock(), threading.Event()

    def keepsake(self, data: bytes, name: str, path: str, cancelled: Callable[[], bool]) -> Keepsake:
        from matching.fit.pipeline import report_for

        if name in self.stage.engine.problems:
            raise UnreadableDocument(self.stage.engine.problems[name])
        with self.lock:
            self.count += 1
            held = self.count > self.most
        while held and not (self.stop.wait(0.02) or cancelled()):
            pass
        if held:
            raise UnreadableDocument(Problem.READER_STOPPED, "cancelled")
        document = self.stage.engine.read(FileToRead(data, name, path), cancelled, lambda _done, _of: None)
        return keep(report_for(document, Request(MONTH)))

    def close(self) -> None:
        self.stop.set()


def _import(most: int, kept: bool, stage: Stage) -> None:
    """A folder with new people, one that is here already, and one that cannot be read."""
    _all(stage)
    folder = stage.papers / "inbox"
    if not folder.exists():
        made = make_many(folder, 74)
        for path in made[1:57]:
            path.unlink()
        stage.engine.problems["scan-0031.pdf"] = Problem.NO_TEXT
        (folder / "scan-0031.pdf").write_bytes(b"%PDF-1.4 staged")
    stage.clients.make_reader = lambda _readers: _StagedReader(stage, most)
    importing = stage.clients.begin_import(sorted(folder.glob("*.pdf")))
    if kept:
        importing.keep()
    until(lambda: importing.state.read >= min(most, 10) and (most < 90 or not importing.state.running))


def _import_stopped(stage: Stage) -> None:
    _import(9, False, stage)
    assert stage.clients.importing is not None
    stage.clients.importing.cancel()
    wait(250)


def _offer(stage: Stage) -> None:
    _all(stage)
    line = _lines(stage)[0]
    stage.clients.offer.show_offer(Offer("none", "new-export.pdf", line.client, line.name, line.version + 1))


def _binned(stage: Stage) -> list[int]:
    _all(stage)
    chosen = _scored(stage, 2)
    stage.clients.put_in_bin(chosen)
    until(lambda: all(client not in stage.pages.lines for client in chosen))
    return chosen


def _bin_toast(stage: Stage) -> None:
    chosen = _binned(stage)
    stage.clients.changes.put_back(chosen)  # for the next state; the toast stays
    wait(300)


def _storage(scroll: float, stage: Stage) -> StoragePage:
    chosen = _binned(stage)
    stage.rolefit.wiring.toast.hide()
    stage.clients.storage.back_up_now(lambda _name: None)
    stage.clients.open_storage()
    dialog = stage.dialog(StoragePage)
    until(lambda: dialog.facts is not None and dialog.bin.count() > 0)
    stage.clients.changes.put_back(chosen)
    bar = dialog.verticalScrollBar()
    wait(100)
    bar.setValue(round(bar.maximum() * scroll))
    return dialog


def _question(stage: Stage) -> None:
    """The question before clients are deleted for good."""
    dialog = _storage(0.5, stage)
    ask = dialog.question(dialog.tr("Delete %n clients for good? This cannot be undone.", "", 2), dialog.tr("Delete for good"))
    ask.open()


def _passphrase(again: bool, stage: Stage) -> None:
    _all(stage)
    stage.pages.open_dialog(PassphraseDialog(stage.window, again))


def _trouble(trouble: StoreTrouble, stage: Stage) -> None:
    _all(stage)
    stage.clients.desk.fail(StoreError(trouble))
    QTimer.singleShot(0, QApplication.processEvents)
    wait(60)


def _menu(stage: Stage) -> None:
    _ticked(2, stage)
    stage.rolefit.menus.commands.menus["clients"].popup(stage.window.mapToGlobal(QPoint(210, 40)))


STATES = (
    State("desk-all", _all),
    State("desk-one-chosen", partial(_ticked, 1)),
    State("desk-two-chosen", partial(_ticked, 2)),
    State("desk-many-chosen", partial(_ticked, 14)),
    State("desk-attention", _unscored),
    State("desk-filter-open", _filter_open),
    State("desk-columns", _columns),
    State("desk-row-menu", _row_menu),
    State("desk-menu", _menu),
    State("desk-no-match", _no_match),
    State("desk-outdated", _outdated),
    State("desk-search", partial(_search, "postgres docker")),
    State("desk-search-none", partial(_search, "postgress")),
    State("desk-client", _client),
    State("desk-client-below", _client_below),
    State("desk-calendar", _calendar),
    State("desk-compare-two", partial(_compare, 2)),
    State("desk-compare-four", partial(_compare, 4)),
    State("desk-compare-versions", _compare_versions),
    State("desk-summary", _summary),
    State("desk-tags", _tags),
    State("desk-plan", _plan),
    State("desk-plan-sheet", _plan_sheet),
    State("desk-import-preview", partial(_import, 99, False)),
    State("desk-import-running", partial(_import, 9, False)),
    State("desk-import-stopped", _import_stopped),
    State("desk-offer", _offer),
    State("desk-bin-toast", _bin_toast),
    State("desk-storage", partial(_storage, 0.0)),
    State("desk-storage-below", partial(_storage, 1.0)),
    State("desk-delete-question", _question),
    State("desk-passphrase", partial(_passphrase, False)),
    State("desk-passphrase-wrong", partial(_passphrase, True)),
    *(State(f"store-{trouble.value}", partial(_trouble, trouble)) for trouble in StoreTrouble),
)
