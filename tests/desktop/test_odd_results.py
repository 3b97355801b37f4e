"""Results that are unlike the usual one, in the window and in every file: nothing found, all, no salary, unsure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.export.html_report import report_as_html
from desktop.export.json_report import report_as_dict
from desktop.export.options import ReportOptions
from desktop.export.pdf_report import report_as_pdf
from desktop.export.plan_sheet import SheetPlan, planned_gaps
from desktop.export.report_parts import salary_heading, uncertain, verdict
from desktop.export.text_report import report_as_text
from desktop.export.wording import wording_in
from desktop.running.rolefit import Rolefit
from matching.fit.report import Factor, FitReport, GapKind, HealthFinding, SalaryExpectation, State
from matching.reading.document import Document, Notice, NoticeCode
from matching.reading.resume import Contact
from tests.desktop.made_up import MadeUpEngine, document, report

SAY = wording_in("en")


def with_points(made: FitReport, part: Callable[[int], int]) -> FitReport:
    """The report with other points for every requirement."""
    groups = []
    for group in made.match.groups:
        rows = []
        for r in group.requirements:
            points = part(r.out_of)
            state = State.MET if points == r.out_of else State.PARTLY if points else State.NOT_FOUND
            found = r.evidence if points else ()
            rows.append(
                replace(
                    r,
                    points=points,
                    strength=1000 * points // r.out_of,
                    state=state,
                    low_points=points,
                    high_points=points,
                    evidence=found,
                    kind=None if points == r.out_of else GapKind.MISSING,
                )
            )
        groups.append(replace(group, requirements=tuple(rows)))
    open_still = {r.id for g in groups for r in g.requirements if r.points < r.out_of}
    gaps = tuple(gap for gap in made.gaps if gap.requirement in open_still)
    return replace(made, match=replace(made.match, groups=tuple(groups)), gaps=gaps)


def everything_found(of: Document) -> FitReport:
    made = with_points(report(of), lambda out_of: out_of)
    match = replace(made.match, market=(("linux", "Linux", True),), variants=())
    return replace(made, match=match, gaps=(), health=())


def nothing_found(of: Document) -> FitReport:
    made = with_points(report(of), lambda _: 0)
    resume = replace(
        made.resume, contact=Contact("", ()), positions=(), skills=(), rejected=(), months_backend=None, months_experience=None
    )
    return replace(made, match=replace(made.match, market=()), resume=resume)


def no_salary(of: Document) -> FitReport:
    nothing = SalaryExpectation(
        False, "There are no figures for Graz, Austria.", "USD", "Graz", "senior", "official", 0, (0, 0), (0, 0), ()
    )
    return replace(report(of), salary=nothing)


def own_base(of: Document) -> FitReport:
    """A salary on a base of one's own, in another money, without official figures, with a guide that gives a range."""
    made = report(of)
    factors = (Factor("Base", 90_000, "Your own base", ""), Factor("Experience", 1.1, "7 years", ""))
    guides = tuple(replace(guide, low=100_000, high=120_000) for guide in made.salary.guides)
    return replace(made, salary=replace(made.salary, currency="EUR", official=None, factors=factors, guides=guides, remarks=()))


def unsure(of: Document) -> FitReport:
    """Read in part: points could be lower or higher; notices with and without a page; findings with and without one."""
    made = report(
        replace(of, notices=(Notice(NoticeCode.PAGES_MISSING, "Reading was stopped after 1 of 3 pages."), *of.notices))
    )
    groups = tuple(
        replace(g, requirements=tuple(replace(r, low_points=0, high_points=r.out_of) for r in g.requirements))
        for g in made.match.groups
    )
    finding = HealthFinding("whole", "Long", "Nobody reads five pages.", "Cut what is old.")
    return replace(made, match=replace(made.match, groups=groups), health=(*made.health, finding))


ODD = [everything_found, nothing_found, no_salary, own_base, unsure]


def texts(rolefit: Rolefit) -> str:
    return "\n".join(label.text() for label in rolefit.window.report.findChildren(QLabel))


# --- the window ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def shown(
    rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot
) -> Callable[[Callable[[Document], FitReport]], Rolefit]:
    """The application with one odd result open."""

    def show(make: Callable[[Document], FitReport]) -> Rolefit:
        engine.make = make
        with qtbot.waitSignal(rolefit.desk.resume_read):
            rolefit.desk.open_files([pdf])
        return rolefit

    return show


Shown = Callable[[Callable[[Document], FitReport]], Rolefit]


@pytest.mark.parametrize("make", ODD, ids=lambda make: make.__name__)
def test_every_tab_is_drawn(shown: Shown, make: Callable[[Document], FitReport]) -> None:
    made = shown(make)
    for tab in ("fit", "gaps", "salary", "timeline", "health", "text"):
        made.window.report.choose_tab(tab)
        assert not made.window.grab().toImage().isNull()
    made.window.report.fit.copy()


def test_a_place_without_figures_says_why(shown: Shown) -> None:
    made = shown(no_salary)
    made.window.report.choose_tab("salary")
    assert "There are no figures for Graz, Austria." in texts(made)


def test_an_unsure_reading_shows_its_range(shown: Shown) -> None:
    made = shown(unsure)
    told = texts(made)
    assert "Reading was stopped after 1 of 3 pages." in told
    assert "0" in told


def test_a_resume_without_dates_has_no_timeline(shown: Shown) -> None:
    made = shown(nothing_found)
    made.window.report.choose_tab("timeline")
    assert "No position has a date" in texts(made)


def test_the_sum_of_everything_is_a_hundred(shown: Shown) -> None:
    made = shown(everything_found)
    assert made.window.report.fit.score.number.text() == "100"
    assert made.window.report.gaps.list.rows.rowCount() == 0


def test_an_offer_is_taken_in_thousands_too(opened: Rolefit) -> None:
    tab = opened.window.report.salary
    for typed, amount in (("150k", 150_000), ("$148,500", 148_500), ("nothing", None)):
        tab.offer.setText(typed)
        tab._offer_entered()
        case = opened.wiring.current()
        assert case is not None
        assert case.assumptions.offer == amount


def test_the_place_is_let_go_when_its_field_is_emptied(opened: Rolefit) -> None:
    tab = opened.window.report.salary
    for typed in ("Bos", ""):
        tab.place.setText(typed)
        tab.place.textEdited.emit(typed)
        tab.place.editingFinished.emit()
    case = opened.wiring.current()
    assert case is not None
    assert case.assumptions.area is None
    for made in tab.levels.buttons():
        made.click()
    case = opened.wiring.current()
    assert case is not None
    assert case.assumptions.level == "lead"


def test_gaps_by_group_and_by_effort(opened: Rolefit) -> None:
    opened.window.report.choose_tab("gaps")  # a tab is filled when it is shown, or a moment later
    rows = opened.window.report.gaps.list.rows
    by_impact = [gap.requirement for gap in rows.gaps]
    rows.sort_by("group")
    groups = [gap.group for gap in rows.gaps]
    assert groups == sorted(groups, key=list(rows.groups).index)
    rows.sort_by("effort")
    efforts = ["small", "medium", "large"]
    places = [efforts.index(gap.effort.value) for gap in rows.gaps]
    assert places == sorted(places)
    rows.sort_by("impact")
    assert [gap.requirement for gap in rows.gaps] == by_impact
    index = rows.index(0)
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith(rows.gaps[0].name)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == rows.gaps[0].advice
    assert rows.rowCount(index) == 0
    assert not rows.setData(index, "x", Qt.ItemDataRole.EditRole)


def test_rows_tell_everything_to_a_screen_reader(opened: Rolefit) -> None:
    area = opened.window.report
    rows = area.fit.tree.rows
    group = rows.index(0, 0)
    assert str(group.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("points")
    assert "of" in str(rows.index(0, 0, group).data(Qt.ItemDataRole.AccessibleTextRole))
    area.choose_tab("salary")
    pays = area.salary.chart.model
    told = [str(pays.index(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(pays.rowCount())]
    assert sum(text.endswith("yours") for text in told) == 1
    assert pays.rowCount(pays.index(0)) == 0
    area.choose_tab("timeline")
    bars = area.timeline.chart.model
    assert "Northwind" in str(bars.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    for widget in (area.fit.tree, area.gaps.list, area.salary.chart, area.timeline.chart.view):
        assert QAccessible.queryAccessibleInterface(widget) is not None
    assert rows.rowCount(QModelIndex()) == len(opened.wiring.current().report.match.groups)  # type: ignore[union-attr] # read


def test_the_timeline_leads_to_the_page(opened: Rolefit) -> None:
    area = opened.window.report
    area.choose_tab("timeline")
    area.timeline.chart.view.setCurrentIndex(area.timeline.chart.model.index(0))
    assert [mark.text for mark in opened.window.page.view.lit] == ["Northwind"]


def test_health_leads_to_the_page(opened: Rolefit) -> None:
    for finding in (HealthFinding("a", "A", "", "", 1), HealthFinding("b", "B", "", "")):
        opened.window.report.health.place_wanted.emit(finding)
    assert opened.window.page.view.verticalScrollBar().value() >= 0


# --- files --------------------------------------------------------------------------------------------------------------


def picture() -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(buffer, "PNG")
    return bytes(data.data())


@pytest.mark.parametrize("make", ODD, ids=lambda make: make.__name__)
@pytest.mark.parametrize("parts", [("fit", "gaps", "salary", "evidence"), ()])
def test_every_file_is_made(qapp: object, make: Callable[[Document], FitReport], parts: tuple[str, ...]) -> None:
    made = make(document())
    options = ReportOptions(note="First line\n\nSecond line", logo=picture(), parts=parts, printed="28 November 2026")
    html = report_as_html(made, options)
    assert "Second line" in html
    assert verdict(made, SAY).split(",")[0] in html
    assert report_as_pdf(made, options).startswith(b"%PDF-")
    assert verdict(made, SAY).split(" ")[0].lower() in report_as_text(made).lower()


def test_a_logo_that_is_no_picture_is_left_out(qapp: object) -> None:
    made = report()
    plain = report_as_pdf(made, ReportOptions())
    assert abs(len(report_as_pdf(made, ReportOptions(logo=b"no picture"))) - len(plain)) < 100


def test_the_text_of_odd_reports() -> None:
    text = report_as_text(no_salary(document()))
    assert "Salary: There are no figures for Graz, Austria." in text
    text = report_as_text(nothing_found(document()))
    assert "no dates found" in text
    assert "Common in the market" not in text
    assert "Gaps, by what" not in report_as_text(everything_found(document()))
    assert "Reading was uncertain: between 0.0 and" in report_as_text(unsure(document()))
    many = report()
    text = report_as_text(replace(many, gaps=many.gaps * 4))
    assert "smaller ones" in text


def test_words_of_odd_reports() -> None:
    assert verdict(everything_found(document()), SAY) == "Strong fit"
    assert verdict(nothing_found(document()), SAY) == "Early fit, 50.0 points below close"
    assert uncertain(report(), SAY) == ""
    assert uncertain(unsure(document()), SAY).startswith("Reading was uncertain")
    assert salary_heading(no_salary(document()), SAY) == "No figure for this place"
    assert "EUR" in salary_heading(own_base(document()), SAY)


def test_the_data_of_odd_reports() -> None:
    assert report_as_dict(no_salary(document()))["salary"] == {
        "available": False,
        "why": "There are no figures for Graz, Austria.",
    }
    assert report_as_dict(own_base(document()))["salary"]["official"] is None
    made = report()
    skill = replace(made.resume.skills[0], read_as="PostgreSQL", corrected=True)
    changed = replace(made, resume=replace(made.resume, skills=(skill,)))
    (told,) = report_as_dict(changed)["resume"]["skills"]
    assert (told["read_as"], told["corrected"]) == ("PostgreSQL", True)


def test_a_plan_takes_what_was_chosen_and_else_the_biggest() -> None:
    made = report()
    chosen = made.gaps[-1].requirement
    assert [gap.requirement for gap in planned_gaps(made, SheetPlan((chosen,)))] == [chosen]
    assert planned_gaps(everything_found(document()), SheetPlan(())) == ()
