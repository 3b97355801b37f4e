"""A salary on a base of one's own is in its own currency wherever it is shown: never dollars, and no axis with them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.cases.engine import question
from desktop.cases.values import Assumptions, WhatIf
from desktop.export.formats import report_as_bytes
from desktop.export.options import ReportOptions
from desktop.export.text_report import report_as_text
from desktop.export.wording import wording_in
from desktop.running.rolefit import Rolefit
from desktop.terminal.cli import run
from desktop.windows import words
from desktop.windows.salary_chart import MOST_STEPS, Axis
from desktop.windows.salary_tab import SalaryTab
from desktop.windows.telling import told_salary
from desktop.windows.what_if_card import WhatIfCard
from matching.fit.report import FitReport, SalaryExpectation
from matching.fit.salary import SalaryQuestion, expect_salary, place_offer
from matching.knowledge.salaries import load_salaries
from tests.desktop import made_up

PARTS = ("fit", "gaps", "salary")


def own(base: int = 60_000, currency: str = "EUR") -> FitReport:
    """A report for somebody in Graz, with a base that was entered."""
    asked = SalaryQuestion(place="Graz, Austria", years=7, local_base=base, local_currency=currency)
    report = made_up.report()
    return replace(report, salary=expect_salary(asked, report.resume, load_salaries()))


def american() -> SalaryExpectation:
    return expect_salary(SalaryQuestion(place="Chicago, IL", years=7), made_up.report().resume, load_salaries())


def shown_in(report: FitReport, qtbot: QtBot, offer: int | None = None) -> SalaryTab:
    tab = SalaryTab(lambda _text: ())
    qtbot.addWidget(tab)
    said = place_offer(offer, report.salary, load_salaries()).text if offer else ""
    tab.show_salary(report, Assumptions(offer=offer), [american(), report.salary], said)
    return tab


def texts(tab: SalaryTab) -> str:
    rows = [str(tab.chart.model.index(row).data()) for row in range(tab.chart.model.rowCount())]
    fields = [tab.offer.text(), tab.offer.placeholderText()]
    return "\n".join([*(label.text() for label in tab.findChildren(QLabel)), *rows, *fields])


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


# ---- the window


def test_the_tab_the_chart_and_an_offer_say_the_currency(qtbot: QtBot, worn: None) -> None:
    pay = own().salary
    assert (pay.currency, pay.base) == ("EUR", "local")
    tab = shown_in(own(), qtbot, offer=70_000)
    told = texts(tab)
    assert "$" not in told
    assert "dollar" not in told.lower()
    assert tab.heading.text() == f"Expect {words.money_range(*pay.likely, 'EUR')}"
    assert "60k EUR" in [label.text() for label in tab.sources.findChildren(QLabel)]
    assert "Graz, Austria, EUR a year before tax." in tab.about.text()
    assert tab.offer.text() == "70,000\u00a0EUR"
    assert [one.currency for one in tab.chart.model.pays] == ["EUR"]
    assert "expect " + words.money_range(*pay.likely, "EUR") in str(tab.chart.model.index(0).data())
    assert not tab.grab().toImage().isNull()


def test_official_figures_stay_dollars_and_are_explained(qtbot: QtBot, worn: None) -> None:
    dollars = replace(own(), salary=american())
    tab = shown_in(dollars, qtbot, offer=150_000)
    assert "US dollars a year before tax" in tab.about.text()
    assert (tab.offer.text(), tab.offer.placeholderText()) == ("$150,000", "$ a year")
    assert len(tab.legend._items()) == 5
    assert [kind for kind, _ in shown_in(own(), qtbot, offer=70_000).legend._items()] == ["own", "offer"]


def test_what_if_says_the_currency(qtbot: QtBot, worn: None) -> None:
    card = WhatIfCard()
    qtbot.addWidget(card)
    card.show_what_if(WhatIf(600, 600, ()), own().salary)
    assert words.money_range(*own().salary.likely, "EUR") in card.still.text()
    assert "$" not in card.still.text()


def test_a_currency_that_nobody_named_is_left_out(qtbot: QtBot, worn: None) -> None:
    tab = shown_in(own(currency=""), qtbot, offer=70_000)
    told = texts(tab)
    assert "?" not in told
    assert "$" not in told
    assert "in the currency of your own base, a year before tax" in tab.about.text()
    assert tab.offer.text() == "70,000"


@pytest.mark.parametrize("base", [1, 900, 9_000, 60_000, 8_000_000, 900_000_000])
def test_the_axis_has_few_steps_whatever_the_money(base: int, qtbot: QtBot, worn: None) -> None:
    axis = Axis([own(base, "JPY").salary], None)
    assert 1 < len(axis.ticks) <= MOST_STEPS + 2
    assert axis.low <= own(base, "JPY").salary.wide[0] <= axis.high
    tab = shown_in(own(base, "JPY"), qtbot)
    assert "×" not in tab.sources.findChildren(QLabel)[2].text()
    assert not tab.grab().toImage().isNull()


def test_a_currency_from_a_strangers_file_stays_letters(qtbot: QtBot, worn: None) -> None:
    report = own()
    hostile = replace(report, salary=replace(report.salary, currency="<b>\n" + "X" * 500))
    assert "<b> XXXXXXXX" in shown_in(hostile, qtbot).heading.text()
    assert "X" * 20 not in texts(shown_in(hostile, qtbot))


def test_german_says_it_too() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert words.whole_money(60_000, "EUR") == "60.000\u00a0EUR"
    assert "örtliche Ausgangswert" in told_salary(own().salary).factors[0].text


# ---- files


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_file_says_dollars(language: str) -> None:
    options, say = ReportOptions(language=language, parts=PARTS), wording_in(language)
    pay = own().salary
    pdf = " ".join(extract_text(io.BytesIO(report_as_bytes(own(), ".pdf", options))).split())
    html = report_as_bytes(own(), ".html", options).decode()
    for made in (pdf, html, report_as_text(own(), language)):
        assert say.span(*pay.likely, "EUR") in " ".join(made.split())
        assert "$" not in made
        assert "ollar" not in made
    assert "$" not in report_as_bytes(own(), ".csv", options).decode("utf-8-sig")


def test_an_unnamed_currency_is_no_question_mark_in_a_file() -> None:
    assert wording_in("en").money(60_000, "?") == "60,000"
    assert "000 ?" not in report_as_text(own(currency=""))


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_base_is_entered_where_the_data_has_no_figures_and_undo_takes_it_back(
    rolefit: Rolefit, engine: made_up.MadeUpEngine, pdf: Path, qtbot: QtBot
) -> None:
    def expected(_report: FitReport, assumptions: Assumptions) -> SalaryExpectation:
        asked = replace(question(assumptions), place="Graz, Austria")
        return expect_salary(asked, made_up.report().resume, load_salaries())

    made = engine.make
    engine.make = lambda document: replace(made(document), salary=expected(made(document), Assumptions()))
    engine.salary = expected  # type: ignore[method-assign] # the real model, for a place abroad
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.open_files([pdf])
    rolefit.window.report.choose_tab("salary")
    tab = rolefit.window.report.salary
    assert tab.own.isVisible()
    assert "You can enter a local base" in tab.about.text()
    qtbot.keyClicks(tab.own_currency, "chf")
    qtbot.keyClicks(tab.own_amount, "90k")
    qtbot.keyClick(tab.own_amount, Qt.Key.Key_Return)
    case = rolefit.wiring.current()
    assert case is not None
    assert (case.assumptions.local_base, case.assumptions.local_currency) == (90_000, "CHF")
    assert case.report is not None
    assert case.report.salary.available
    assert case.report.salary.currency == "CHF"
    assert "CHF" in tab.heading.text()
    assert tab.own.isVisible()  # it can be changed
    rolefit.desk.undo_stack.undo()
    assert tab.heading.text() == "No figures for this place"
    assert tab.own_amount.text() == ""


def test_a_place_with_figures_asks_for_no_base(qtbot: QtBot) -> None:
    report = made_up.report()
    tab = SalaryTab(lambda _text: ())
    qtbot.addWidget(tab)
    tab.show_salary(report, Assumptions(), [american()], "")
    assert tab.own.isHidden()


@pytest.mark.parametrize(
    ("typed", "currency", "told"),
    [("65", "", 65_000), ("65,000", "nok", 65_000), ("", "EUR", None), ("none", "", None), ("70k", "EU", 70_000)],
)
def test_what_is_typed_is_understood(qtbot: QtBot, typed: str, currency: str, told: int | None) -> None:
    tab = SalaryTab(lambda _text: ())
    qtbot.addWidget(tab)
    tab.own_amount.setText(typed)
    tab.own_currency.setText(currency)
    with qtbot.waitSignal(tab.assumed) as heard:
        tab._own_entered()
    changes = heard.args[0]
    assert changes["local_base"] == told
    assert len(changes["local_currency"]) == (3 if told else 0)
    if len(currency) == 3 and told:
        assert changes["local_currency"] == currency.upper()


def test_the_command_line_takes_a_base(tmp_path: Path, samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = str(samples / "mid-level.pdf")
    assert run(["score", sample, "--json", "--as-of", "2026-11", "--place", "Graz, Austria", "--local-base", "65000:eur"]) == 0
    salary = json.loads(capsys.readouterr().out)["salary"]
    assert (salary["available"], salary["currency"], salary["base"]) == (True, "EUR", "local")
    assert salary["factors"][0]["value"] == 65_000
    for wrong in ("65000", "0:EUR", "x:EUR", "65000:E1R"):
        with pytest.raises(SystemExit):
            run(["score", sample, "--local-base", wrong])
