"""A report as PDF: vector drawing, real text that reads back as it was written."""

from __future__ import annotations

import os

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop.export.options import ReportOptions
from desktop.export.paper import UNIT
from desktop.export.report_sheets import paint_sheet, report_sheets
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


def report_as_pdf(report: FitReport, options: ReportOptions | None = None) -> bytes:
    """The report as the bytes of a PDF file."""
    options = options or ReportOptions()
    ensure_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72 * UNIT)
    writer.setPageLayout(QPageLayout(QPageSize(PAPERS[options.paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    name = shown(report.resume.contact.name or report.document.name) if options.show_name else "résumé"
    writer.setTitle(f"Fit report: {name}")
    writer.setCreator(f"Rolefit {report.engine_version}")
    painter = QPainter(writer)
    for number, sheet in enumerate(report_sheets(report, options)):
        if number:
            writer.newPage()
        paint_sheet(sheet, painter)
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())
