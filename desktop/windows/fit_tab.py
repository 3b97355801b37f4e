"""The Fit tab: score card, notices of the reading, and the groups that the points come from."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QItemSelectionModel, QMimeData, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTreeView, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.group_model import GroupModel
from desktop.windows.group_rows import FOUND, POINTS, GroupRows
from desktop.windows.notice_lines import NoticeLines
from desktop.windows.parts import Card, Contents, Scrolled, plain, row
from desktop.windows.score_card import ScoreCard
from matching.fit.report import FitReport


class GroupTree(QTreeView):
    """A real tree of rows, as tall as its rows: the page around it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = GroupModel()
        self.setModel(self.rows)
        self.setItemDelegate(GroupRows(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setAnimated(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Requirements by group"))
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.expanded.connect(self._grown)
        self.collapsed.connect(self._grown)
        self.clicked.connect(self._toggle)
        theme().changed.connect(self._grown)

    def _toggle(self, index: QModelIndex) -> None:
        if self.rows.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))

    def _grown(self, *_what: object) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            QTimer.singleShot(0, self, self._grown)

    def sizeHint(self) -> QSize:
        height, stack = 0, [QModelIndex()]
        while stack:
            above = stack.pop()
            for place in range(self.rows.rowCount(above)):
                index = self.rows.index(place, 0, above)
                height += self.sizeHintForIndex(index).height()
                if self.isExpanded(index):
                    stack.append(index)
        return QSize(320, height + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.rows.row_at(self.currentIndex()).cells)
        else:
            super().keyPressEvent(event)


class FitTab(QWidget):
    """Shows a report's fit. `requirement_chosen(id)`: a row was chosen; `corrections_wanted(id)` from its context menu."""

    requirement_chosen = Signal(str)
    see_text_wanted = Signal()
    menu_wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.score = ScoreCard()
        self.notices = NoticeLines()
        self.notices.see_text_wanted.connect(self.see_text_wanted)
        self.tree = GroupTree()
        self._page = Scrolled()
        self._page.column.addWidget(self.notices)
        self._page.column.addWidget(self.score)
        self._page.column.addWidget(self._groups_card())
        self._variants, self._variant_rows = Card(margin=20), Contents(spacing=6)
        self._variants.column.addWidget(self._variant_rows)
        self._page.column.addWidget(self._variants)
        self._page.column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self._report: FitReport | None = None
        self.tree.selectionModel().currentChanged.connect(self._chosen)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._menu)

    def _groups_card(self) -> Card:
        card = Card(margin=20, spacing=8)
        self.heading = plain("", "h3")
        self._found, self._points = plain(self.tr("found"), "caption"), plain(self.tr("points"), "caption")
        theme().changed.connect(self._fit_head)
        self._fit_head()
        for label in (self._found, self._points):
            label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        head = row(self.heading, None, self._found, self._points, 8, spacing=0)
        card.column.addLayout(head)
        card.column.addWidget(self.tree)
        return card

    def _fit_head(self) -> None:
        self._found.setFixedWidth(theme().px(FOUND))
        self._points.setFixedWidth(theme().px(POINTS))

    def show_report(self, report: FitReport) -> None:
        same = self._report is not None and self._report.document.sha256 == report.document.sha256
        open_groups = self._open_groups() if same else set()
        if not same:
            self._page.to_top()
        self._report = report
        self.score.show_report(report)
        self.notices.show_report(report)
        self.heading.setText(self.tr("Where the {score} points come from").format(score=words.points(report.match.score)))
        self.tree.rows.show_report(report)
        for name in open_groups:
            self._expand_group(name)
        self.tree.updateGeometry()

    def chosen_in(self, report: FitReport) -> str:
        """The requirement that is chosen, where the report shown now is of the same document as `report`; else ""."""
        here = self.tree.rows.row_at(self.tree.currentIndex()).requirement if self._report else None
        same = self._report is not None and self._report.document.sha256 == report.document.sha256  # in any language
        return here.id if here is not None and same else ""

    def _open_groups(self) -> set[str]:
        rows = self.tree.rows
        indexes = [rows.index(i, 0) for i in range(rows.rowCount())]
        return {g.id for i in indexes if self.tree.isExpanded(i) and (g := rows.row_at(i).group) is not None}

    def _expand_group(self, name: str) -> None:
        rows = self.tree.rows
        for place in range(rows.rowCount()):
            group = rows.row_at(rows.index(place, 0)).group
            if group is not None and group.id == name:
                self.tree.setExpanded(rows.index(place, 0), True)

    def show_variants(self, report: FitReport) -> None:
        """What stands below the groups: other weightings, and what the market asks for besides."""
        self._variants.setVisible(bool(report.match.variants or report.match.market))
        with self._variant_rows.anew() as column:
            self._fill_variants(column, report)

    def _fill_variants(self, column: QVBoxLayout, report: FitReport) -> None:
        if report.match.variants:
            column.addWidget(plain(self.tr("Under another weighting of the role"), "smallStrong"))
            for variant in report.match.variants:
                value = plain(words.points(variant.score), "strong")
                column.addLayout(row(plain(variant.name, "body"), None, value))
        if report.match.market:
            found = words.joined([name for _, name, here in report.match.market if here]) or self.tr("none")
            others = words.joined([name for _, name, here in report.match.market if not here]) or self.tr("none")
            column.addSpacing(6 if report.match.variants else 0)
            column.addWidget(plain(self.tr("Common in the market, outside the score"), "smallStrong"))
            column.addWidget(plain(self.tr("Found: {names}").format(names=found), "small", wrap=True))
            column.addWidget(plain(self.tr("Not found: {names}").format(names=others), "small", wrap=True))

    def choose(self, requirement: str) -> None:
        """Show and select a requirement without saying so again."""
        index = self.tree.rows.find(requirement)
        if not index.isValid():
            return
        self.tree.setExpanded(index.parent(), True)
        self.tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        box = self.tree.visualRect(self.tree.currentIndex())
        at = self.tree.viewport().mapTo(self._page.inner, box.center())
        self._page.ensureVisible(at.x(), at.y(), 0, 60)

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        here = self.tree.rows.row_at(index)
        if here.requirement is not None:
            self.requirement_chosen.emit(here.requirement.id)
        self._reveal()

    def _menu(self, at: object) -> None:
        here = self.tree.rows.row_at(self.tree.currentIndex())
        if here.requirement is not None:
            self.menu_wanted.emit(
                here.requirement.id, self.tree.viewport().mapToGlobal(self.tree.visualRect(self.tree.currentIndex()).center())
            )

    def copy(self) -> None:
        """Copy the result: a text field takes it as text, a table takes its rows as cells."""
        if self._report is None:
            return
        data = QMimeData()
        data.setText(self.text())
        rows = self.text().partition("\n\n")[2]
        data.setData("text/tab-separated-values", QByteArray(rows.encode()))
        QGuiApplication.clipboard().setMimeData(data)

    def text(self) -> str:
        """The score card and the rows as text, parted by tabs."""
        if self._report is None:
            return ""
        lines = [self.score.as_text(), ""]
        for group in self._report.match.groups:
            lines.append(f"{group.name}\t{words.points(group.points)}\t{words.points(group.out_of)}")
            lines += [f"  {r.name}\t{words.points(r.points)}\t{words.points(r.out_of)}" for r in group.requirements]
        return "\n".join(lines)
