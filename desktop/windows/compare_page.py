"""Two to four results side by side: by group, what was gained and lost, and two résumés' pages next to each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.marks import found_marks
from desktop.pages.page_view import PageView
from desktop.pages.pictures import PagePictures
from desktop.style.theme import theme
from desktop.windows.clients_model import signed
from desktop.windows.compare_dots import Compared, GroupDots, Legend
from desktop.windows.parts import Card, Elided, Scrolled, ThinSplitter, clear, icon_button, plain, row
from matching.fit.comparison import Comparison, RequirementChange
from matching.fit.report import FitReport

MOST_CHANGES = 40


class OnePage(QWidget):
    """One résumé's pages under its name."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures = PagePictures(self)
        self.view = PageView(self.pictures)
        self.name = Elided("", "smallText")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.name.setContentsMargins(0, 4, 0, 4)
        column.addWidget(self.name)
        column.addWidget(self.view, 1)

    def show_report(self, name: str, report: FitReport) -> None:
        self.name.set_text(name)
        self.view.setAccessibleName(name)
        self.view.show_document(report.document)
        self.view.set_marks(found_marks(report))
        self.pictures.close()

    def show_pages(self, data: bytes) -> None:
        """The PDF's bytes, where they are at hand; without them words and marks stand on white paper."""
        self.pictures.show_document(data)


class ComparePage(QWidget):
    """`back_wanted`, `list_wanted`. The first result is the one before, the last the one after."""

    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = Elided(self.tr("Side by side"), "h1")
        self.warning = plain("", "gap", wrap=True)
        self.legend, self.dots = Legend(), GroupDots()
        self.groups, self.changes = Card(), Card()
        self.groups.column.addWidget(self.legend)
        self.groups.column.addWidget(self.dots)
        self.rows = QVBoxLayout()
        self.changes.column.addLayout(self.rows)
        self.told = Scrolled(spacing=12)
        self.told.column.addWidget(self.warning)
        self.told.column.addWidget(self.groups)
        self.told.column.addWidget(self.changes)
        self.told.column.addStretch(1)
        self.left, self.right = OnePage(), OnePage()
        self.sides = ThinSplitter(Qt.Orientation.Horizontal)
        for side in (self.left, self.right):
            self.sides.addWidget(side)
        self.parts = ThinSplitter(Qt.Orientation.Vertical)
        self.parts.addWidget(self.told)
        self.parts.addWidget(self.sides)
        self.parts.setSizes([430, 420])
        for splitter in (self.parts, self.sides):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self.sides.setMinimumHeight(140)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 12)
        column.setSpacing(12)
        head = row(icon_button(self.tr("Back to all clients"), "left", self.back_wanted.emit), self.title)
        head.setStretch(1, 1)
        column.addLayout(head)
        column.addWidget(self.parts, 1)

    def show_comparison(
        self, compared: Sequence[Compared], reports: Sequence[FitReport], comparison: Comparison, same_person: bool
    ) -> None:
        """Show results; `same_person` words changes as gained and lost, else as more and fewer points of the last."""
        person = reports[-1].resume.contact.name if same_person else ""
        alone = self.tr("Side by side")
        self.title.set_text(self.tr("Versions of {name}").format(name=person) if person else alone)
        self.legend.show_compared(compared)
        self.dots.show_groups(comparison.groups)
        self.warning.setText(
            self.tr("Scored by different editions or engines: a difference may be the program's and not the person's.")
        )
        self.warning.setVisible(not comparison.comparable)
        clear(self.rows)
        if same_person:
            heads = (self.tr("Gained"), self.tr("Lost"))
        else:
            last = " ".join(compared[-1].name.split())[:40]
            heads = (self.tr("More for {name}").format(name=last), self.tr("Fewer for {name}").format(name=last))
        for head, found, role in ((heads[0], comparison.gained, "accent"), (heads[1], comparison.lost, "gap")):
            self._changes(head, found, role)
        self.left.show_report(compared[0].name, reports[0])
        self.right.show_report(compared[-1].name, reports[-1])

    def _changes(self, head: str, found: Sequence[RequirementChange], role: str) -> None:
        total = sum(change.difference for change in found)
        self.rows.addWidget(plain(f"{head}: {signed(total)}" if found else self.tr("{what}: nothing").format(what=head), "h3"))
        for change in found[:MOST_CHANGES]:
            points = plain(signed(change.difference), role)
            points.setMinimumWidth(theme().px(46))
            name = plain(change.name, "strong", wrap=True)
            name.setMinimumWidth(theme().px(200))
            why = plain(change.why, "small", wrap=True)
            line = row(points, spacing=10)
            line.addWidget(name, 1)
            line.addWidget(why, 2)
            self.rows.addLayout(line)

    def close_pages(self) -> None:
        """End the drawing children."""
        self.left.pictures.close()
        self.right.pictures.close()
