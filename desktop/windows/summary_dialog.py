"""A summary over chosen clients, without names: commonest gaps, levels, fit; to plan a workshop with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows import words
from desktop.windows.parts import Card, button, give_size, plain, row
from desktop.windows.table_head import put_head
from matching.fit.comparison import GroupSummary


class SummaryDialog(QDialog):
    """`export_wanted(summary)`."""

    export_wanted = Signal(object)

    def __init__(self, parent: QWidget, summary: GroupSummary) -> None:
        super().__init__(parent)
        self.summary = summary
        self.setWindowTitle(self.tr("Summary without names"))
        give_size(self, 720, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(plain(self.tr("Summary of %n clients", "", summary.people), "h2"))
        for text in self._sentences():
            column.addWidget(plain(text, "body2", wrap=True))
        column.addWidget(plain(self.tr("Commonest gaps"), "h3"))
        card = Card(1, 0)
        card.column.addWidget(self._gaps())
        column.addWidget(card, 1)
        column.addWidget(plain(self.tr("No names stand here or in the exported table."), "small"))
        export = button(self.tr("Export table…"), lambda: self.export_wanted.emit(summary), kind="primary", icon="export")
        column.addLayout(row(None, button(self.tr("Close"), self.accept), export))

    def _sentences(self) -> list[str]:
        s = self.summary
        scores = self.tr("Scores from {low} to {high}, half of them at or below {middle}.").format(
            low=words.points(s.lowest), high=words.points(s.highest), middle=words.points(s.middle)
        )
        fits = words.joined([f"{words.band_name(band)} {count}" for band, count in s.bands])
        levels = words.joined([f"{words.level_name(level)} {count}" for level, count in s.levels])
        return [scores, self.tr("Fit: {fits}. Levels: {levels}.").format(fits=fits, levels=levels)]

    def _gaps(self) -> QTableWidget:
        heads = [self.tr("Gap"), self.tr("People"), self.tr("Not found"), self.tr("Only listed"), self.tr("Long ago")]
        heads.append(self.tr("Points in all"))
        table = QTableWidget(len(self.summary.gaps), len(heads))
        numbers = range(1, len(heads))
        head = put_head(table, trailing=frozenset(numbers))
        table.setHorizontalHeaderLabels(heads)
        table.setAccessibleName(self.tr("Commonest gaps"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)  # Tab leads out of the table
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme().px(36))
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in numbers:
            table.setColumnWidth(column, head.width_for(column))
        for line, gap in enumerate(self.summary.gaps):
            cells = (
                gap.name,
                str(gap.people),
                str(gap.missing),
                str(gap.listed_only),
                str(gap.stale),
                words.points(gap.points),
            )
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignTrailing if column else Qt.AlignmentFlag.AlignLeading
                cell.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(line, column, cell)
        return table
