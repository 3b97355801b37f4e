"""A report as PDF: vector drawing, real text that reads back as it was written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import (
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)  # fmt: skip

from desktop.export import report_parts as parts
from desktop.export.options import ReportOptions
from desktop.export.paper import UNIT, Sheet
from desktop.export.report_sheets import paint_sheet, report_sheets
from desktop.export.wording import wording_in
from matching.fit.report import FitReport
from matching.reading.text import shown

PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}

# Kept for the life of the process: fonts need an application, and there can be one only.
_application: QGuiApplication | None = None


def ensure_fonts() -> None:
    """Make sure that there is an application, without a screen if need be, and that Inter is loaded."""
    global _application
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _application = QGuiApplication(["rolefit"])
    if "Inter" not in QFontDatabase.families():
        from importlib.resources import as_file, files

        for weight in ("Regular", "Medium", "SemiBold"):
            with as_file(files("resources") / "fonts" / f"Inter-{weight}.otf") as path:
                QFontDatabase.addApplicationFont(str(path))


def report_as_pdf(report: FitReport, options: ReportOptions | None = None, pages: Sequence[QImage] = ()) -> bytes:
    """The report as the bytes of a PDF file. `pages` are pictures of the résumé's pages."""
    options = options or ReportOptions()
    ensure_fonts()
    say = wording_in(options.language)
    title = say("Fit report: {name}", name=shown(parts.title(report, options, say)))
    return sheets_as_pdf(report_sheets(report, options, pages), options.paper, title, report.engine_version)


def sheets_as_pdf(sheets: Sequence[Sheet], paper: str, title: str, version: str) -> bytes:
    """Sheets of `paper` as the bytes of a PDF file with a title."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * UNIT)
    writer.setPageLayout(page_layout(paper))
    writer.setTitle(title)
    writer.setCreator(f"Rolefit {version}")
    paint_sheets(sheets, writer, writer.newPage)
    buffer.close()
    return bytes(buffer.data().data())


def page_layout(paper: str) -> QPageLayout:
    """The whole sheet, upright, without margins: the sheets bring their own."""
    return QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def paint_sheets(sheets: Sequence[Sheet], device: QPaintDevice, next_page: Callable[[], object]) -> None:
    """Paint sheets onto a PDF, a printer or a preview: the same painter for all."""
    painter = QPainter(device)
    scale = device.logicalDpiX() / (72 * UNIT)
    for number, sheet in enumerate(sheets):
        if number:
            next_page()
        painter.save()
        painter.scale(scale, scale)
        paint_sheet(sheet, painter)
        painter.restore()
    painter.end()
