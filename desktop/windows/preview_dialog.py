"""What a report will look like on paper: its pages, one after the other, with our own few buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QGraphicsView, QVBoxLayout, QWidget

from desktop.style.theme import theme
from desktop.windows.parts import button, give_size, icon_button, plain, row

CLOSER = 1.2  # a step of the zoom


class PreviewDialog(QDialog):
    """`print_wanted`. `paint` draws the pages onto the printer that it is given; the dialog keeps that printer."""

    print_wanted = Signal()

    def __init__(self, parent: QWidget, printer: QPrinter, paint: Callable[[QPrinter], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preview"))
        give_size(self, 880, 760)
        self._printer = printer  # the view paints on it, but does not own it
        self.pages = QPrintPreviewWidget(printer)
        self.pages.setAccessibleName(self.tr("Pages of the report"))
        self.pages.paintRequested.connect(paint)
        self.pages.previewChanged.connect(self._told)
        self.place = plain("", "small")
        self.back = icon_button(self.tr("Previous page"), "left", lambda: self._turn(-1))
        self.on = icon_button(self.tr("Next page"), "right", lambda: self._turn(1))
        tools = row(
            self.back, self.place, self.on, 16,
            icon_button(self.tr("Zoom out"), "minus", lambda: self.pages.zoomOut(CLOSER)),
            icon_button(self.tr("Zoom in"), "plus", lambda: self.pages.zoomIn(CLOSER)),
            icon_button(self.tr("Fit the width"), "fit-width", self.pages.fitToWidth),
            icon_button(self.tr("Whole page"), "page", self.pages.fitInView),
            None, button(self.tr("Close"), self.reject), button(self.tr("Print…"), self.print_wanted.emit, kind="primary"),
        )  # fmt: skip
        tools.setContentsMargins(16, 12, 16, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self.pages, 1)
        theme().changed.connect(self._colour)
        self._colour()
        self.pages.fitInView()

    def _turn(self, by: int) -> None:
        self.pages.setCurrentPage(self.pages.currentPage() + by)
        self._told()

    def _told(self) -> None:
        here, count = self.pages.currentPage(), self.pages.pageCount()
        self.place.setText(self.tr("Page {page} of {count}").format(page=here, count=count) if count else "")
        self.back.setEnabled(here > 1)
        self.on.setEnabled(here < count)

    def _colour(self) -> None:
        """The canvas of the page pane, instead of the toolkit's grey."""
        for view in self.pages.findChildren(QGraphicsView):
            view.setBackgroundBrush(theme().colour("canvas"))
            view.setFrameShape(QGraphicsView.Shape.NoFrame)
            view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            view.setAccessibleName(self.tr("Pages of the report"))
