"""The fixed words of reports: each has its German, with the same places, and figures agree with Qt's own locale."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale

from desktop.export import report_parts, text_report
from desktop.export.csv_report import HEAD
from desktop.export.wording import Wording, wording_in
from matching.knowledge.phrases import phrase_book
from matching.months import YearMonth

FOLDER = Path(__file__).resolve().parents[3] / "desktop" / "export"
GERMAN = wording_in("de")


def sentences() -> set[str]:
    """Every sentence that a writer says: the first argument of `say(…)`, and the tables of words."""
    found: set[str] = set()
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("say", "self")
            if called and isinstance(node.args[0], ast.Constant):
                found.add(str(node.args[0].value))
    for table in (
        report_parts.BANDS, report_parts.SCALE, report_parts.STATES, report_parts.KINDS, report_parts.EFFORTS,
        text_report.BANDS, text_report.LEVELS, text_report.KINDS,
    ):  # fmt: skip
        found |= set(table.values())
    return found | set(HEAD) | {report_parts.NOT_FOUND_MEANS}


def test_every_fixed_sentence_has_its_german_and_none_is_left_over() -> None:
    assert len(sentences()) > 80
    assert sentences() == set(phrase_book("de").fixed)


@pytest.mark.parametrize("amount", [0, 7, 950, 1_000, 123_456, 9_876_543])
def test_figures_are_those_of_qts_german(amount: int) -> None:
    german = QLocale("de_DE")
    assert GERMAN.number(amount) == german.toString(amount)
    assert GERMAN.points(amount) == german.toString(amount / 10, "f", 1).replace(german.groupSeparator(), "")
    assert GERMAN.money(amount) == f"{german.toString(amount)}\u00a0$"
    assert GERMAN.money(amount, "EUR") == f"{german.toString(amount)} EUR"


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_those_of_qts_german(month: int) -> None:
    assert GERMAN.month(YearMonth(2026, month)) == QLocale("de_DE").toString(QDate(2026, month, 1), "MMMM yyyy")


def test_english_needs_no_file() -> None:
    say = Wording()
    assert (say.points(123), say.money(98_000), say.span(1, 1), say.month(YearMonth(2026, 3))) == (
        "12.3",
        "$98,000",
        "$1",
        "2026-03",
    )
    assert say("{part} of {all}", part=1, all=2) == "1 of 2"
