"""The fixed words of reports: each has its German, with the same places, and figures agree with Qt's own locale."""

from __future__ import annotations

import ast
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QDate, QLocale

from desktop.export import json_result, report_parts, table_csv, text_report
from desktop.export.csv_report import HEAD
from desktop.export.wording import Wording, wording_in
from desktop.messages import message_for
from matching.errors import Problem
from matching.knowledge.phrases import phrase_book
from matching.months import YearMonth

FOLDER = Path(__file__).resolve().parents[3] / "desktop" / "export"
GERMAN = wording_in("de")


def sentences() -> set[str]:
    """Every sentence that a writer says: the first argument of `say(…)`, and the tables of words."""
    found: set[str] = set()
    for path in (*FOLDER.glob("*.py"), *(FOLDER.parent / "terminal").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and ast.unparse(node.func) in ("say", "self", "self._say")
            if called and isinstance(node.args[0], ast.Constant):
                found.add(str(node.args[0].value))
    for table in (
        report_parts.BANDS, report_parts.SCALE, report_parts.STATES, report_parts.KINDS, report_parts.EFFORTS,
        text_report.BANDS, text_report.LEVELS, text_report.KINDS,
    ):  # fmt: skip
        found |= set(table.values())
    found |= {json_result.NOT_OURS, json_result.TOO_LARGE, json_result.SEVERAL, report_parts.NOT_FOUND_MEANS}
    return found | {*HEAD, *table_csv.HEAD, *table_csv.SUMMARY_HEAD, *table_csv.SCORES} | trouble()


def trouble() -> set[str]:
    """Every sentence about a file that cannot be read."""
    told = map(message_for, Problem)
    return {part for message in told for part in (message.title, message.meaning, message.next_step) if part}


def test_the_terminal_says_trouble_in_the_words_of_the_window() -> None:
    window = ElementTree.parse(FOLDER.parents[1] / "resources" / "i18n" / "rolefit_de.ts")
    (messages,) = (context for context in window.iter("context") if context.findtext("name") == "messages")
    german = {entry.findtext("source"): entry.findtext("translation") for entry in messages.iter("message")}
    assert {sentence: GERMAN(sentence) for sentence in trouble()} == {sentence: german[sentence] for sentence in trouble()}


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
