"""The middle of the window: whose résumé, the tabs, and the tab's page. Panels do not know each other; this lays them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desktop.cases.values import Batch, Case, CaseState
from desktop.files import shown_path
from desktop.windows.compare_line import CompareLine
from desktop.windows.fit_tab import FitTab
from desktop.windows.gaps_tab import GapsTab
from desktop.windows.health_tab import HealthTab
from desktop.windows.import_notice import ImportNotice
from desktop.windows.parts import Elided, button, icon_button, row
from desktop.windows.salary_tab import SalaryTab
from desktop.windows.skeleton import Skeleton
from desktop.windows.state_card import StateCard
from desktop.windows.tabs import Tabs
from desktop.windows.text_tab import TextTab
from desktop.windows.timeline import TimelineTab

REST = 60  # milliseconds
TABS = ("fit", "gaps", "salary", "timeline", "text", "health")


class ReportArea(QWidget):
    """`tab_changed(key)`, `export_wanted`, `list_wanted` (the folded list), `page_wanted` (toggle the page pane),
    `client_wanted` (what is noted of the person)."""

    tab_changed = Signal(str)
    export_wanted = Signal()
    list_wanted = Signal()
    page_wanted = Signal()
    client_wanted = Signal()

    def __init__(self, search_places: Callable[[str], Sequence[tuple[str, str]]]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.fit, self.gaps, self.salary = FitTab(), GapsTab(), SalaryTab(search_places)
        self.timeline, self.text, self.health = TimelineTab(), TextTab(), HealthTab()
        self.state, self.skeleton = StateCard(), Skeleton()
        self.skeleton.cancel_wanted.connect(self.state.cancel_wanted)
        self.compare, self.notice = CompareLine(), ImportNotice()
        self.pages: dict[str, QWidget] = {
            "fit": self.fit, "gaps": self.gaps, "salary": self.salary,
            "timeline": self.timeline, "text": self.text, "health": self.health,
        }  # fmt: skip
        self.name, self.origin = Elided("", "h1"), Elided("", "small")
        self.export = button(self.tr("Export"), self.export_wanted.emit, kind="primary", icon="export")
        self.list_button = icon_button(self.tr("Show the list (F9)"), "list", self.list_wanted.emit)
        self.client_button = icon_button(self.tr("Notes, progress and plan (Ctrl+I)"), "pen", self.client_wanted.emit)
        self.client_button.hide()  # until the résumé is in the store
        self.page_button = icon_button(self.tr("Show or hide the page (F8)"), "page", self.page_wanted.emit)
        self.tabs = Tabs()
        self.tabs.setAccessibleName(self.tr("Parts of the result"))
        self.tabs.currentChanged.connect(self._tab)
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self._keys: list[str] = []
        self._waiting: dict[str, Callable[[], None]] = {}  # tabs and parts that still show an older report
        self._rest = QTimer(self)  # what is not seen is filled after what is seen was painted
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._fill_next)
        names = {
            "fit": self.tr("Fit"), "gaps": self.tr("Gaps"), "salary": self.tr("Salary"),
            "timeline": self.tr("Timeline"), "text": self.tr("Text read"), "health": self.tr("Health"),
        }  # fmt: skip
        for key in TABS:
            self._add_tab(key, names[key], self.pages[key])
        self._lay_out()

    def _add_tab(self, key: str, name: str, page: QWidget) -> None:
        self._keys.append(key)
        self.stack.addWidget(page)
        self.tabs.addTab(name)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.name)
        titles.addWidget(self.origin)
        head = row(self.list_button, spacing=8)
        head.addLayout(titles, 1)
        head.addWidget(self.client_button)
        head.addWidget(self.page_button)
        head.addWidget(self.export)
        self.body = QWidget()
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.compare)
        inner.addWidget(self.tabs)
        line = QLabel()
        line.setFixedHeight(1)
        line.setObjectName("tabLine")
        inner.addWidget(line)
        inner.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 0)
        column.setSpacing(8)
        column.addWidget(self.notice)
        column.addLayout(head)
        column.addWidget(self.body, 1)
        column.addWidget(self.state, 1)
        column.addWidget(self.skeleton, 1)

    # ---- tabs

    @property
    def tab(self) -> str:
        return self._keys[max(0, self.tabs.currentIndex())]

    def choose_tab(self, key: str) -> None:
        if key in self._keys:
            self.tabs.setCurrentIndex(self._keys.index(key))

    def _tab(self, place: int) -> None:
        if 0 <= place < len(self._keys):
            self._fill(self._keys[place])
            self.stack.setCurrentWidget(self.pages[self._keys[place]])
            self.tab_changed.emit(self._keys[place])

    def _fill(self, key: str) -> None:
        fill = self._waiting.pop(key, None)
        if fill is not None:
            fill()

    def fill(self, key: str, fill: Callable[[], None]) -> None:
        """Fill a tab or a part of one: now where it is looked at, else when its tab is opened or the window is at rest."""
        self._waiting[key] = fill
        if key == self.tab:
            self._fill(key)
        else:
            self._rest.start()

    def _fill_next(self) -> None:
        """One tab in each turn of the event loop, so that no turn is long."""
        if self._waiting:
            self._fill(next(iter(self._waiting)))
            QTimer.singleShot(0, self, self._fill_next)

    def hold_page(self, page: QWidget) -> None:
        """Take the page pane in as a tab (narrow windows)."""
        if "page" not in self._keys:
            self.pages["page"] = page
            self._add_tab("page", self.tr("Page"), page)

    def release_page(self) -> QWidget | None:
        """Give the page pane back; None where it is not held."""
        if "page" not in self._keys:
            return None
        page = self.pages.pop("page")
        chosen = self.tab == "page"
        place = self._keys.index("page")
        self._keys.remove("page")  # before the tab goes: its going makes another one current, which is told at once
        self.tabs.removeTab(place)
        if chosen:
            self.tabs.setCurrentIndex(0)
        self.stack.removeWidget(page)
        return page

    # ---- showing

    def show_case(self, case: Case, batch: Batch) -> None:
        """The head, and what stands in the result's place while there is none."""
        self.name.set_text(case.title)
        corrected = self.tr(", corrected by you") if case.corrections else ""
        pasted = self.tr("Pasted text, so there is no page to show")
        self.origin.set_text((pasted if case.pasted else shown_path(case.path) or case.name) + corrected)
        read = case.report is not None
        self.body.setVisible(read)
        self.export.setVisible(read)
        if read:
            self.state.hide()
            self.skeleton.hide()
        else:
            self.show_progress(case, batch)

    def show_progress(self, case: Case, batch: Batch) -> None:
        """Why there is no report (yet): the shape of the result while this one file is read, a card for everything else."""
        alone = case.state in (CaseState.WAITING, CaseState.READING) and not (batch.running and batch.total > 1)
        self.state.setVisible(not alone)
        self.skeleton.setVisible(alone)
        if alone:
            self.skeleton.show_case(case)
        else:
            self.state.show_case(case, batch)

    def show_report(self, case: Case) -> None:
        """Fill the tabs that need nothing but the report: the one that is seen now, the others one after another."""
        report = case.report
        assert report is not None
        self.fit.show_report(report)  # also unseen: a row that is chosen there lights its words on the page
        self.fill("variants", lambda: self.fit.show_variants(report))
        self.fill("gaps", lambda: self.gaps.show_report(report, case.ticked_gaps))
        self.fill("timeline", lambda: self.timeline.show_report(report))
        self.fill("text", lambda: self.text.show_report(report))
        self.fill("health", lambda: self.health.show_report(report))
        self.tabs.set_count(TABS.index("gaps"), str(len(report.gaps)))
        self.compare.show_change(case)
