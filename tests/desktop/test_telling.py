"""The window in German shows reports in German; what is kept and exported as JSON stays English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.clients.values import ReportChoice
from desktop.running.rolefit import Rolefit
from desktop.windows import telling, words
from desktop.wiring.exporting import day_text, options_for
from matching.fit.report import FitReport
from tests.desktop import made_up
from tests.desktop.made_up import MadeUpEngine


@pytest.fixture
def german() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def group_names(report: FitReport) -> list[str]:
    return [group.name for group in report.match.groups]


def test_a_report_is_told_once_and_stays_as_it_was(german: None) -> None:
    report = made_up.report()
    told = telling.told(report)
    assert telling.told(report) is told
    assert "Datenbanken" in group_names(told)
    assert "Databases" in group_names(report)
    for _ in range(20):
        telling.told(made_up.report())
    assert group_names(telling.told(report)) == group_names(told)


def test_in_english_it_is_the_report_itself() -> None:
    report = made_up.report()
    assert telling.told(report) is report


def test_reports_are_written_in_the_language_of_the_window(german: None) -> None:
    assert options_for(ReportChoice()).language == "de_DE"


@pytest.fixture
def german_window(qtbot: QtBot, tmp_path: Path, engine: MadeUpEngine, worn: None) -> Iterator[Rolefit]:
    made = Rolefit(tmp_path / "de", engine, language="de")
    made.window.show()
    yield made
    made.end()
    made.speak("en")
    QLocale.setDefault(QLocale("en"))
    made.window.close()
    made.window.deleteLater()


def test_the_window_says_names_amounts_and_days_in_german(german_window: Rolefit, qtbot: QtBot, pdf: Path) -> None:
    from PySide6.QtCore import QDate

    desk, area = german_window.desk, german_window.window.report
    with qtbot.waitSignal(desk.resume_read):
        desk.open_files([pdf])
    area.choose_tab("gaps")
    labels = {label.text() for label in german_window.window.findChildren(QLabel)}
    assert any("Senior-Backend-Entwickler" in text for text in labels)
    case = desk.case(desk.current)
    assert case is not None
    assert case.report is not None
    assert "Databases" in group_names(case.report)
    assert (words.money(123_400), words.whole_money(150_000)) == ("123.000\u00a0$", "150.000\u00a0$")
    assert day_text(QDate(2026, 3, 9)) == "9. März 2026"
