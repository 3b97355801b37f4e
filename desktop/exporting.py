"""Writes a report to a file that the user chose: PDF, HTML, JSON or CSV; the writing happens in the background."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.casework import Casework
from desktop.remembered import Remembered
from desktop.windows.main_window import MainWindow
from desktop.windows.toast import Toast
from matching.fit.report import FitReport

SUFFIXES = (".pdf", ".html", ".json", ".csv")
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def safe_name(title: str) -> str:
    """A file name from a person's name: letters and digits only, at most 60, never one that Windows keeps for itself."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-")[:60].strip("-")
    return name if name and name.lower() not in RESERVED else "report"


class Exporting(QObject):
    """Asks where to, writes, and says how it went."""

    def __init__(self, desk: Casework, window: MainWindow, kept: Remembered, toast: Toast) -> None:
        super().__init__(window)
        self.desk, self.window, self.kept, self.toast = desk, window, kept, toast
        window.report.export_wanted.connect(self.ask)

    def ask(self) -> None:
        """The system's dialog, then `write`."""
        case = self.desk.case(self.desk.current)
        if case is None or case.report is None:
            return
        start = Path(self.kept.text("export-folder", str(Path.home()))) / f"{safe_name(case.title)}-fit.pdf"
        kinds = ";;".join(
            (self.tr("PDF (*.pdf)"), self.tr("Web page (*.html)"), self.tr("Data (*.json)"), self.tr("Table (*.csv)"))
        )
        path, kind = QFileDialog.getSaveFileName(self.window, self.tr("Export report"), str(start), kinds)
        if path:
            target = Path(path)
            if target.suffix.lower() not in SUFFIXES:
                chosen = next((suffix for suffix in SUFFIXES if suffix in kind), ".pdf")
                target = target.with_name(target.name + chosen)
            self.kept.put("export-folder", str(target.parent))
            self.write(case.report, target)

    def write(self, report: FitReport, target: Path) -> None:
        """Write the whole file or nothing."""

        def work(_job: object) -> None:
            from desktop.export.files import write_whole
            from desktop.export.formats import report_as_bytes

            write_whole(target, report_as_bytes(report, target.suffix.lower()))

        def failed(error: Exception) -> None:
            self.toast.say(
                self.tr("The report was not written: {why}").format(
                    why=getattr(error, "strerror", None) or type(error).__name__
                )
            )

        written = self.tr("Written: {name}").format(name=target.name)
        self.desk.background.start(work, lambda _none: self.toast.say(written), failed)
