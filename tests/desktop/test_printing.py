"""Printing, preview and the plan sheet: what is painted is the PDF's own sheets; nothing is printed unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.clients.values import ClientCard, ReportChoice
from desktop.running.rolefit import Rolefit
from desktop.windows.report_dialog import ReportDialog
from desktop.wiring.exporting import safe_name
from tests.desktop.made_up import report
from tests.desktop.test_clients_windows import card

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")


class PrintDialog(QDialog):
    """In place of the system's dialog for printers."""

    def __init__(self, printer: QPrinter, parent: object) -> None:
        super().__init__()
        self.printer = printer


class PreviewDialog(QDialog):
    print_wanted = Signal()

    def __init__(self, _parent: object, printer: QPrinter, paint: Callable[[QPrinter], object]) -> None:
        super().__init__()
        self.printer, self.paint = printer, paint


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer that prints into this file."""
    target = tmp_path / "printed.pdf"
    made = QPrinter.setFullPage

    def into_file(self: QPrinter, full: bool) -> None:
        made(self, full)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(target))

    monkeypatch.setattr(QPrinter, "setFullPage", into_file)
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrintDialog", PrintDialog)
    monkeypatch.setattr("desktop.windows.preview_dialog.PreviewDialog", PreviewDialog)
    return target


def dialog_of(rolefit: Rolefit, kind: type[QDialog], monkeypatch: pytest.MonkeyPatch) -> list[QDialog]:
    """Every dialog that is opened for printing from now on."""
    seen: list[QDialog] = []
    monkeypatch.setattr(rolefit.exporting, "_open", lambda dialog: seen.append(dialog))
    return seen


def test_a_report_is_printed_after_the_printers_dialog(
    opened: Rolefit, paper: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen = dialog_of(opened, PrintDialog, monkeypatch)
    opened.exporting.print_current()
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert not paper.exists()
    seen[0].accepted.emit()
    assert paper.read_bytes().startswith(b"%PDF-")


def test_a_preview_paints_the_same_sheets(opened: Rolefit, paper: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    seen = dialog_of(opened, PreviewDialog, monkeypatch)
    opened.exporting.ask()
    (asked,) = seen
    assert isinstance(asked, ReportDialog)
    asked.preview_wanted.emit(ReportChoice(parts=("fit",)))
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=20_000)
    shown = seen[1]
    assert isinstance(shown, PreviewDialog)
    shown.paint(shown.printer)
    assert paper.read_bytes().startswith(b"%PDF-")
    asked.print_wanted.emit(ReportChoice(parts=("fit",)))
    qtbot.waitUntil(lambda: len(seen) == 3, timeout=20_000)
    asked.deleteLater()


def test_a_plan_sheet_is_saved_previewed_and_printed(
    opened: Rolefit, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen = dialog_of(opened, ReportDialog, monkeypatch)
    client: ClientCard = card()
    opened.exporting.ask_plan(client)
    (asked,) = seen
    assert isinstance(asked, ReportDialog)
    names: list[str] = []

    def choose(*arguments: object) -> tuple[str, str]:
        names.append(Path(str(arguments[2])).name)
        return str(tmp_path / "plan"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    asked.save_wanted.emit(ReportChoice(), ".pdf")
    qtbot.waitUntil((tmp_path / "plan.pdf").exists, timeout=20_000)
    asked.save_wanted.emit(ReportChoice(show_name=False), ".pdf")
    assert names[1] == "plan-plan.pdf"
    asked.preview_wanted.emit(ReportChoice())
    asked.print_wanted.emit(ReportChoice())
    assert [type(one) for one in seen[1:]] == [PreviewDialog, PrintDialog]
    seen[2].accepted.emit()
    assert paper.read_bytes().startswith(b"%PDF-")
    asked.deleteLater()


def test_saving_into_nothing_writes_nothing(opened: Rolefit, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert opened.exporting.ask_target("a.pdf", ".pdf") is None
    opened.exporting.write(report(), Path("/nowhere/at/all/a.json"))
    toast = opened.wiring.toast
    qtbot.waitUntil(lambda: "Not written" in toast.text.text(), timeout=20_000)


@pytest.mark.parametrize(
    ("title", "name"), [("Ada Bello", "Ada-Bello"), ("../../etc/passwd", "etc-passwd"), ("con", "report"), ("李", "report")]
)
def test_a_name_of_a_file_is_harmless(title: str, name: str) -> None:
    assert safe_name(title) == name
