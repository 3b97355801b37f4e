"""The Gaps tab: what was not found or counts for less, by impact, group or effort, with ticks and the what-if card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.cases.values import WhatIf
from desktop.style.theme import theme
from desktop.windows.gaps_list import GapList
from desktop.windows.parts import Card, Scrolled, button, plain, row
from desktop.windows.what_if_card import WhatIfCard
from matching.fit.report import FitReport


class GapsTab(QWidget):
    """`ticked(id, on)`, `clear_wanted`, `goal_wanted(tenths)`, `requirement_chosen(id)`."""

    ticked = Signal(str, bool)
    requirement_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.heading = plain("", "h3", wrap=True)
        self.hint = plain(
            self.tr("Tick what you already know or plan to learn. The résumé is not changed."), "small", wrap=True
        )
        self.order = self._order_button()
        self.list = GapList()
        self.list.rows.ticked.connect(self.ticked)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.card = WhatIfCard()
        self.clear_wanted, self.goal_wanted = self.card.clear_wanted, self.card.goal_wanted
        holder = Card(margin=1, spacing=0)
        holder.column.addWidget(self.list)
        left = QVBoxLayout()
        left.setSpacing(12)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self.heading)
        titles.addWidget(self.hint)
        top = row(spacing=12)
        top.addLayout(titles, 1)
        top.addWidget(self.order)
        left.addLayout(top)
        left.addWidget(holder)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.card)
        right.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        self._across.addLayout(left, 2)
        self._across.addLayout(right, 1)
        page = Scrolled()
        page.column.addLayout(self._across)
        page.follow(self.list)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def _order_button(self) -> QPushButton:
        made = button(self.tr("By impact"), kind="menu", icon="filter")
        menu = QMenu(made)
        group = QActionGroup(menu)
        names = {"impact": self.tr("By impact"), "group": self.tr("By group"), "effort": self.tr("By effort")}
        for key, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(key == "impact")
            group.addAction(action)
            action.setData(key)
            action.triggered.connect(lambda _on=False, action=action: self._order_by(action))
        made.setMenu(menu)
        return made

    def _order_by(self, action: QAction) -> None:
        self.list.rows.sort_by(str(action.data()))
        self.order.setText(action.text())

    def show_report(self, report: FitReport, ticked: frozenset[str]) -> None:
        missing = sum(gap.kind.value == "missing" for gap in report.gaps)
        less = len(report.gaps) - missing
        parts = [self.tr("%n requirements were not found", "", missing)] if missing else []
        parts += [self.tr("%n count for less than full", "", less)] if less else []
        self.heading.setText(", ".join(parts) or self.tr("Nothing is missing"))
        self.list.rows.show_report(report, ticked)
        self.list.updateGeometry()

    def show_what_if(self, what: WhatIf, report: FitReport, ticked: frozenset[str]) -> None:
        self.list.rows.set_ticks(ticked)
        self.card.show_what_if(what, report.salary)

    def _chosen(self, index: object, _before: object) -> None:
        row_number = index.row()  # type: ignore[attr-defined] # a QModelIndex
        if 0 <= row_number < len(self.list.rows.gaps):
            self.requirement_chosen.emit(self.list.rows.gaps[row_number].requirement)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < theme().px(680)
        self._across.setDirection(QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)
