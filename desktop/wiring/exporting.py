"""Makes report files, previews and prints, all from the same sheets; asks what shall stand on them, writes whole files only."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject
from PySide6.QtWidgets import QFileDialog

from desktop.cases.casework import Casework
from desktop.clients.values import ClientCard, ReportChoice
from desktop.remembered import Remembered
from desktop.windows.main_window import MainWindow
from desktop.windows.toast import Toast
from desktop.wiring.dragging import DragOut
from matching.fit.report import FitReport
from matching.reading.file_names import display_name

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtPrintSupport import QPrinter

    from desktop.export.options import ReportOptions
    from desktop.export.paper import Sheet

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
Sheets = Callable[[ReportChoice, "Sequence[QImage]"], "Sequence[Sheet]"]


def safe_name(title: str) -> str:
    """A file name from a person's name: letters and digits only, at most 60, never one that Windows keeps for itself."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", title).strip("-")[:60].strip("-")
    return name if name and name.lower() not in RESERVED else "report"


def today_text() -> str:
    """Today as it is printed."""
    return day_text(QDate.currentDate())


def day_text(day: QDate) -> str:
    """A day as it is printed, with the month in words."""
    return QLocale().toString(day, QCoreApplication.translate("Exporting", "d MMMM yyyy"))


def options_for(choice: ReportChoice) -> ReportOptions:
    """A choice as the writers' options, dated today."""
    from desktop.export.options import ReportOptions

    chosen = {name: getattr(choice, name) for name in ("paper", "show_name", "note", "logo", "parts", "by", "by_line")}
    return ReportOptions(**chosen, printed=today_text(), language=QLocale().name())


class Exporting(QObject):
    """Asks, writes, prints, and says how it went."""

    def __init__(self, desk: Casework, window: MainWindow, kept: Remembered, toast: Toast) -> None:
        super().__init__(window)
        self.desk, self.window, self.kept, self.toast = desk, window, kept, toast
        self.choice = ReportChoice()
        window.report.export_wanted.connect(self.ask)
        button, text = window.report.export, window.report.fit.text
        self.drag_out = DragOut(button, desk.background, self._current_report, self._file_name, self._pdf, text)

    # ---- a report

    def ask(self) -> None:
        """The dialog for the report of the current case."""
        from desktop.windows.report_dialog import ReportDialog

        case = self.desk.case(self.desk.current)
        if case is None or case.report is None:
            return
        report, data = case.report, self.desk.data_for(case.id)
        dialog = ReportDialog(self.window, case.title, self.choice, has_pages=data is not None)
        dialog.save_wanted.connect(partial(self._save, report))
        dialog.preview_wanted.connect(partial(self._with_pages, report, self._preview))
        dialog.print_wanted.connect(partial(self._with_pages, report, self._print))
        self._open(dialog)

    def _keep(self, choice: ReportChoice) -> None:
        """The next report begins with these choices. Another name at its foot holds for once: the settings have the usual."""
        self.choice = replace(choice, by=self.choice.by, by_line=self.choice.by_line)

    def _current_report(self) -> FitReport | None:
        case = self.desk.case(self.desk.current)
        return case.report if case else None

    def _file_name(self, report: FitReport) -> str:
        return _file_name(report, self.choice)

    def _pdf(self, report: FitReport) -> bytes:
        """The report's PDF as it was last chosen, without pictures of the pages."""
        from desktop.export.formats import report_as_bytes

        return report_as_bytes(report, ".pdf", options_for(self.choice))

    def print_current(self) -> None:
        """Print the current report as it was last chosen, after the printer's dialog."""
        case = self.desk.case(self.desk.current)
        if case is not None and case.report is not None:
            self._with_pages(case.report, self._print, self.choice)

    def _open(self, dialog: object) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QDialog

        assert isinstance(dialog, QDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _save(self, report: FitReport, choice: ReportChoice, suffix: str) -> None:
        name = _file_name(report, choice)
        target = self.ask_target(f"{name}{suffix}", suffix)
        if target is not None:
            self._keep(choice)
            self.write(report, target, choice)

    def ask_target(self, name: str, suffix: str) -> Path | None:
        """The system's dialog, which also asks before a file is overwritten; None where it was left."""
        start = Path(self.kept.text("export-folder", str(Path.home()))) / name
        kinds = {
            ".pdf": self.tr("PDF (*.pdf)"), ".html": self.tr("Web page (*.html)"), ".json": self.tr("Data (*.json)"),
            ".csv": self.tr("Table (*.csv)"), ".rolefit": self.tr("Clients (*.rolefit)"),
        }  # fmt: skip
        path, _ = QFileDialog.getSaveFileName(self.window, self.tr("Save"), str(start), kinds[suffix])
        if not path:
            return None
        target = Path(path)
        if target.suffix.lower() != suffix:
            target = target.with_name(target.name + suffix)
        self.kept.put("export-folder", str(target.parent))
        return target

    def write(self, report: FitReport, target: Path, choice: ReportChoice | None = None) -> None:
        """Write the whole file or nothing."""
        wanted, data, password = choice or self.choice, self._data(report), self._password(report)

        def made() -> bytes:
            from desktop.export.formats import report_as_bytes

            suffix = target.suffix.lower()
            pages = _pictures(data, password, wanted) if suffix == ".pdf" else ()
            return report_as_bytes(report, suffix, options_for(wanted), pages)

        self.write_bytes(target, made)

    def write_bytes(self, target: Path, made: Callable[[], bytes]) -> None:
        """Write what `made` gives, on another thread, whole or not at all."""

        def work(_job: object) -> None:
            from desktop.export.files import write_whole

            write_whole(target, made())

        def failed(error: Exception) -> None:
            why = getattr(error, "strerror", None) or type(error).__name__
            self.toast.say(self.tr("Not written, an older file is as it was: {why}").format(why=why))

        written = self.tr("Written: {name}").format(name=display_name(target))
        self.desk.background.start(work, lambda _none: self.toast.say(written), failed)

    # ---- preview and print

    def _data(self, report: FitReport) -> bytes | None:
        case = next((c for c in self.desk.cases if c.report is report), None)
        return self.desk.data_for(case.id) if case else None

    def _password(self, report: FitReport) -> str:
        case = next((c for c in self.desk.cases if c.report is report), None)
        return self.desk.password_for(case.id) if case else ""

    def _with_pages(
        self, report: FitReport, then: Callable[[Sheets, ReportChoice, Sequence[QImage]], object], choice: ReportChoice
    ) -> None:
        """Draw the pages first, where they are wanted, then preview or print."""
        self._keep(choice)
        data, password = self._data(report), self._password(report)

        def sheets(chosen: ReportChoice, pages: Sequence[QImage]) -> Sequence[Sheet]:
            from desktop.export.report_sheets import report_sheets

            return report_sheets(report, options_for(chosen), pages)

        self.desk.background.start(
            lambda _job: _pictures(data, password, choice),
            lambda pages: then(sheets, choice, pages),
            lambda _error: then(sheets, choice, ()),
        )

    def printer(self, choice: ReportChoice) -> QPrinter:
        """A printer set to the chosen paper."""
        from PySide6.QtPrintSupport import QPrinter

        from desktop.export.pdf_report import page_layout
        from desktop.export.print_service import stay_on_this_computer

        stay_on_this_computer()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(choice.paper))
        printer.setFullPage(True)
        return printer

    def paint(self, sheets: Sheets, choice: ReportChoice, pages: Sequence[QImage], printer: QPrinter) -> None:
        """Paint the sheets onto a printer: the painter of the PDF."""
        from desktop.export.pdf_report import ensure_fonts, paint_sheets

        ensure_fonts()
        paint_sheets(sheets(choice, pages), printer, printer.newPage)

    def _preview(self, sheets: Sheets, choice: ReportChoice, pages: Sequence[QImage]) -> None:
        from desktop.windows.preview_dialog import PreviewDialog

        dialog = PreviewDialog(self.window, self.printer(choice), partial(self.paint, sheets, choice, pages))
        dialog.print_wanted.connect(partial(self._print, sheets, choice, pages))
        self._open(dialog)

    def _print(self, sheets: Sheets, choice: ReportChoice, pages: Sequence[QImage]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        printer = self.printer(choice)
        dialog = QPrintDialog(printer, self.window)
        dialog.accepted.connect(lambda: self.paint(sheets, choice, pages, printer))
        self._open(dialog)

    # ---- the plan sheet

    def ask_plan(self, card: ClientCard) -> None:
        """The dialog for a client's plan sheet."""
        from desktop.windows.report_dialog import ReportDialog

        if card.report is None:
            return
        dialog = ReportDialog(self.window, card.name, self.choice, has_pages=False, plan=True)
        sheets = self._plan_sheets(card, card.report)
        dialog.save_wanted.connect(lambda choice, _suffix: self._save_plan(card, sheets, choice))
        dialog.preview_wanted.connect(lambda choice: self._preview(sheets, choice, ()))
        dialog.print_wanted.connect(lambda choice: self._print(sheets, choice, ()))
        self._open(dialog)

    def _plan_sheets(self, card: ClientCard, report: FitReport) -> Sheets:
        plan = card.plans[-1] if card.plans else None

        def sheets(choice: ReportChoice, _pages: Sequence[QImage]) -> Sequence[Sheet]:
            from desktop.export.plan_sheet import SheetPlan, plan_sheets

            day = QDate.fromString(plan.day, "yyyy-MM-dd") if plan else QDate()
            next_day = day_text(day) if day.isValid() else ""
            wanted = tuple(requirement for requirement, _ in plan.gaps) if plan else ()
            return plan_sheets(report, options_for(choice), SheetPlan(wanted, next_day))

        return sheets

    def _save_plan(self, card: ClientCard, sheets: Sheets, choice: ReportChoice) -> None:
        target = self.ask_target(f"{safe_name(card.name) if choice.show_name else 'plan'}-plan.pdf", ".pdf")
        if target is not None:
            self.write_bytes(target, lambda: _plan_pdf(card, sheets, choice))


def _file_name(report: FitReport, choice: ReportChoice) -> str:
    name = safe_name(report.resume.contact.name or report.document.name) if choice.show_name else "report"
    return f"{name}-fit"


def _plan_pdf(card: ClientCard, sheets: Sheets, choice: ReportChoice) -> bytes:
    from desktop.export.pdf_report import ensure_fonts, sheets_as_pdf

    ensure_fonts()
    from desktop.export.plan_sheet import plan_title

    assert card.report is not None
    title = plan_title(card.report, options_for(choice))
    return sheets_as_pdf(sheets(choice, ()), choice.paper, title, card.report.engine_version)


def _pictures(data: bytes | None, password: str, choice: ReportChoice) -> Sequence[QImage]:
    if data is None or "pages" not in choice.parts or not choice.show_name:
        return ()
    from desktop.export.page_pictures import draw_pages

    return draw_pages(data, password)
