"""The window's frame: menu bar, list, result, page, status bar; folds when it gets narrow, takes files dropped anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QRect, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

if TYPE_CHECKING:
    from desktop.windows.case_list import CaseList
    from desktop.windows.commands import Commands
    from desktop.windows.drop_frame import DropFrame
    from desktop.windows.first_run import FirstRun
    from desktop.windows.page_pane import PagePane
    from desktop.windows.report_area import ReportArea

PAGE_FOLDS = 1180  # below this width the page becomes a tab
LIST_FOLDS = 1000  # below this width the list becomes a button
PAGE_BESIDE = {"fit", "text", "health", "timeline"}  # tabs that show the page beside them, until F8 says otherwise


class MainWindow(QMainWindow):
    """`files_dropped(paths)`, `closing` before it closes, `painted` at the first paint, `layout_changed` after panes folded."""

    files_dropped = Signal(list)
    closing = Signal()
    painted = Signal()
    layout_changed = Signal()  # the list or the page was folded, or stands beside again

    case_list: CaseList
    first_run: FirstRun
    report: ReportArea
    page: PagePane
    commands: Commands
    drop_frame: DropFrame

    def __init__(self) -> None:
        """An empty window, quick to show; `furnish` puts everything into it after the first paint."""
        super().__init__()
        self.furnished = False
        self._was_painted = False
        self._page_wish = dict.fromkeys(PAGE_BESIDE, True)
        self._list_wish = True
        self._list_over = False
        self._has_page = False
        self._focus_wanted = False  # the first result takes the focus when it is there
        self.setWindowTitle("Rolefit")
        self.setMinimumSize(960, 640)
        self.resize(1440, 900)

    def furnish(self, search_places: Callable[[str], Sequence[tuple[str, str]]]) -> None:
        """Make and place all panels."""
        # Imported here, because they take longer than the first paint may; so do the enumerations of `Qt`.
        from PySide6.QtCore import Qt

        from desktop.style.dressing import leave_bare
        from desktop.style.theme import theme
        from desktop.windows.case_list import CaseList
        from desktop.windows.commands import Commands
        from desktop.windows.drop_frame import DropFrame
        from desktop.windows.first_run import FirstRun
        from desktop.windows.page_pane import PagePane
        from desktop.windows.parts import ThinSplitter
        from desktop.windows.report_area import ReportArea

        self.setAcceptDrops(True)
        self.case_list, self.first_run = CaseList(), FirstRun()
        self.report, self.page = ReportArea(search_places), PagePane()
        self.middle = QStackedWidget()
        self.middle.setMinimumWidth(480)
        self.middle.addWidget(self.first_run)
        self.middle.addWidget(self.report)
        self.splitter = ThinSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part in (self.case_list, self.middle, self.page):
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([264, 616, 560])
        self.setCentralWidget(self.splitter)
        self.commands = Commands(self)
        self._status_bar()
        self.drop_frame = DropFrame(self)
        leave_bare(self.splitter, self.middle, self.report, self.report.body, self.report.stack)
        theme().dress(self)
        self.furnished = True
        self.report.tab_changed.connect(lambda _tab: self.fold())
        self.fold()

    def _status_bar(self) -> None:
        from desktop.style.theme import theme
        from desktop.windows.parts import icon_label, plain

        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        lock = icon_label("lock", "text2", 14)
        lock.setContentsMargins(14, 0, 0, 0)
        bar.addWidget(lock)
        bar.addWidget(plain(self.tr("Everything stays on this computer"), "caption"))
        self.status_progress = plain("", "caption")
        self.status_progress.setContentsMargins(0, 0, 24, 0)
        bar.addPermanentWidget(self.status_progress)
        self.status_role = plain("", "caption")
        self.status_role.setContentsMargins(0, 0, 14, 0)
        bar.addPermanentWidget(self.status_role)
        bar.setFixedHeight(theme().px(34))

    # ---- what is in the middle

    def show_first_run(self) -> None:
        self.middle.setCurrentWidget(self.first_run)
        self.first_run.choose.setFocus()
        self.setWindowTitle("Rolefit")
        self.set_page(False)

    def show_result(self, title: str, has_page: bool) -> None:
        if self.middle.currentWidget() is self.first_run:
            self._focus_wanted = True
        self.middle.setCurrentWidget(self.report)
        if self._focus_wanted and self.report.body.isVisible():  # not before: what is hidden cannot take it
            self._focus_wanted = False
            self.report.fit.tree.setFocus()
        self.setWindowTitle(f"{' '.join(title.split())[:120]}, Rolefit")
        self.set_page(has_page)

    def set_page(self, there: bool) -> None:
        """Whether there is a page to show at all."""
        self._has_page = there
        self.fold()

    # ---- folding

    def toggle_page(self) -> None:
        """F8: show or hide the page beside this tab; the choice is kept for each tab."""
        tab = self.report.tab
        if self.width() < self._at_size(PAGE_FOLDS):
            self.report.choose_tab("fit" if tab == "page" else "page")
        else:
            self._page_wish[tab] = not self._page_wish.get(tab, False)
            self.fold()

    def toggle_list(self) -> None:
        """F9: show or hide the list."""
        if self.width() < self._at_size(LIST_FOLDS):
            self._list_over = not self._list_over
        else:
            self._list_wish = not self._list_wish
        self.fold()

    def _at_size(self, pixels: int) -> int:
        from desktop.style.theme import theme

        return theme().px(pixels)

    def fold(self) -> None:
        """Put list and page where the width allows them."""
        width, in_result = self.width(), self.middle.currentWidget() is self.report
        narrow_page, narrow_list = width < self._at_size(PAGE_FOLDS), width < self._at_size(LIST_FOLDS)
        self.case_list.setVisible(self._list_over if narrow_list else self._list_wish)
        self.report.list_button.setVisible(self.list_folded)
        self.report.page_button.setVisible(not narrow_page and self._has_page)
        if narrow_page and self._has_page and in_result:
            self.report.hold_page(self.page)
        else:
            page = self.report.release_page()
            if page is not None or self.splitter.indexOf(self.page) < 0:
                self.splitter.addWidget(self.page)
            wanted = self._page_wish.get(self.report.tab, False)
            was = self.page.isVisibleTo(self.splitter)
            self.page.setVisible(self._has_page and in_result and wanted and not narrow_page)
            if not was and self.page.isVisibleTo(self.splitter):
                self._share_width()
        self.layout_changed.emit()

    @property
    def list_folded(self) -> bool:
        return not self.case_list.isVisibleTo(self)

    def _share_width(self) -> None:
        side = self.case_list.width() if self.case_list.isVisibleTo(self) else 0
        rest = self.width() - side
        page = max(400, min(560, rest - 490))
        self.splitter.setSizes([side, rest - page, page])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.furnished:
            return
        self.drop_frame.setGeometry(QRect(0, 0, self.width(), self.height()))
        if event.oldSize().width() != event.size().width():
            if event.size().width() >= self._at_size(LIST_FOLDS):
                self._list_over = False
            self.fold()

    # ---- panes by keyboard

    def panes(self) -> list[QWidget]:
        """The parts that F6 walks through, those that are seen."""
        here = [self.case_list.view, self.report.tabs, self.report.stack.currentWidget(), self.page.view]
        if self.middle.currentWidget() is self.first_run:
            here = [self.case_list.view, self.first_run.choose]
        return [pane for pane in here if pane is not None and pane.isVisible()]

    def next_pane(self, step: int) -> None:
        from PySide6.QtCore import Qt

        panes = self.panes()
        focused = self.focusWidget()
        at = next((i for i, p in enumerate(panes) if focused is not None and (p is focused or p.isAncestorOf(focused))), -1)
        if panes:
            target = panes[(at + step) % len(panes)] if at >= 0 else panes[0]
            taker = target if target.focusPolicy() & Qt.FocusPolicy.TabFocus else _first_focusable(target)
            taker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- files dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if paths:
            from desktop.files import shown_path

            text = self.tr("Drop to import {name}").format(name=shown_path(paths[0]).rpartition("/")[2][:80])
            self.drop_frame.text = text if len(paths) == 1 else self.tr("Drop to import %n files", "", len(paths))
            self.drop_frame.raise_()
            self.drop_frame.show()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop_frame.hide()
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()


def dropped_paths(data: QMimeData) -> list[str]:
    """Local files among what is dragged."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def _first_focusable(parent: QWidget) -> QWidget:
    from PySide6.QtCore import Qt

    for child in parent.findChildren(QWidget):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return child
    return parent
