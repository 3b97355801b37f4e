"""The sheets of a report: score, groups, gaps, salary, evidence with sources; what is printed, previewed and saved as PDF."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from desktop.export.options import ReportOptions
from desktop.export.page_pictures import put_pages
from desktop.export.paper import (
    ACCENT,
    AMBER,
    FOOT,
    INK,
    LINE,
    MARGIN,
    SOFT,
    UNIT,
    Cell,
    Flow,
    Sheet,
    bar_mark,
    box_mark,
    line_mark,
    text_mark,
)
from desktop.export.redaction import without_person
from desktop.export.report_parts import (
    KIND_WORDS,
    STATE_WORDS,
    counted,
    footer,
    found_in,
    money,
    salary_heading,
    sum_written_out,
    uncertain,
    verdict,
    whole,
)
from desktop.export.text_report import tenths
from matching.fit.report import FitReport, GroupResult, SalaryExpectation, State
from matching.reading.text import shown

BOLD = QFont.Weight.DemiBold


def report_sheets(report: FitReport, options: ReportOptions, pages: Sequence[QImage] = ()) -> tuple[Sheet, ...]:
    """All sheets of a report, with their footers. Needs a QGuiApplication for its fonts.

    `pages` are pictures of the résumé's pages; they are left out with the name, for they show it.
    """
    if not options.show_name:
        report = without_person(report)
    flow = Flow(options.paper)
    _title(flow, report, options)
    _score(flow, report)
    if options.note:
        flow.heading("Note")
        for line in options.note.splitlines():
            flow.text(shown(line))
    if "fit" in options.parts:
        _groups(flow, report)
    if "gaps" in options.parts:
        _gaps(flow, report)
    if "salary" in options.parts:
        _salary(flow, report)
    if "evidence" in options.parts:
        _evidence(flow, report)
    if "pages" in options.parts and options.show_name:
        put_pages(flow, report, pages)
    add_footers(flow, footer(report))
    return tuple(flow.sheets)


def _title(flow: Flow, report: FitReport, options: ReportOptions) -> None:
    if options.logo:
        _logo(flow, options.logo)
    if options.printed:
        flow.row([Cell(f"Printed {options.printed}", 0, flow.inner, right=True, size=8, colour=SOFT)], 12)
    name = report.resume.contact.name or report.document.name
    flow.text(shown(name) if options.show_name else "Résumé without name", 20, BOLD, leading=1.3)
    about = f"Fit for {report.match.role_name}."
    flow.text(shown(f"{about} {report.document.name}") if options.show_name else about, colour=SOFT)
    flow.space(8)


def _logo(flow: Flow, logo: bytes) -> None:
    image = QImage()
    if not image.loadFromData(QByteArray(logo)) or image.width() > 4000 or image.height() > 4000:
        return
    height = 32.0
    width = min(height * image.width() / image.height(), 160.0)
    x, y = flow.left, flow.y
    flow.mark(lambda p: p.drawImage(QRectF(x * UNIT, y * UNIT, width * UNIT, height * UNIT), image))
    flow.space(height + 8)


def _score(flow: Flow, report: FitReport) -> None:
    match = report.match
    top, height = flow.y, 92.0 + 14.0 * bool(uncertain(report))
    flow.room(height)
    flow.mark(box_mark(flow.left, top, flow.inner, height, "#F5F6F7", LINE))
    flow.mark(text_mark(whole(match.score), flow.left + 16, top + 10, 80, 34, BOLD, INK))
    flow.mark(text_mark("of 100", flow.left + 84, top + 32, 40, 9.5, QFont.Weight.Normal, SOFT))
    flow.mark(text_mark(verdict(report), flow.left + 140, top + 13, 300, 12, BOLD, INK))
    flow.mark(text_mark(counted(report), flow.left + 140, top + 32, 330, 8, QFont.Weight.Normal, SOFT))
    _scale(flow, flow.left + 16, top + 58, flow.inner - 32, match.score)
    if uncertain(report):
        flow.mark(text_mark(uncertain(report), flow.left + 16, top + 88, 400, 8, QFont.Weight.Normal, AMBER))
    flow.y = top + height + 6
    for notice in report.notices:
        where = f"Page {notice.page}: " if notice.page else ""
        flow.text(shown(where + notice.text), 8.5, colour=AMBER)


def _scale(flow: Flow, x: float, y: float, width: float, score: int) -> None:
    flow.mark(bar_mark(x, y, width, 6, score / 1000))
    for edge in (0.5, 0.75):
        flow.mark(line_mark(x + width * edge, y - 1, x + width * edge, y + 7, "#FFFFFF", 1.6))
    for middle, words in ((0.25, "Early 0–49"), (0.625, "Close 50–74"), (0.875, "Strong 75+")):
        flow.mark(text_mark(words, x + width * middle - 22, y + 11, 60, 7.5, QFont.Weight.Normal, SOFT))


def _groups(flow: Flow, report: FitReport) -> None:
    match = report.match
    flow.heading(f"Where the {tenths(match.score)} points come from")
    head = [Cell("Requirement group", 0, 200, size=8, colour=SOFT), Cell("Found", 330, 70, True, 8, colour=SOFT)]
    flow.row([*head, Cell("Points", flow.inner - 90, 90, True, 8, colour=SOFT)], 14)
    for group in match.groups:
        flow.rule()
        _group(flow, group)
    flow.rule(INK)
    total = Cell(f"{tenths(match.score)} of 100", flow.inner - 110, 110, True, weight=BOLD)
    flow.row([Cell("Total", 0, 200, weight=BOLD), total], 20)
    flow.text(f"{sum_written_out(report)}", 8, colour=SOFT)


def _group(flow: Flow, group: GroupResult) -> None:
    height = 19.0
    flow.room(height)
    y = flow.y
    share = group.points / group.out_of if group.out_of else 0.0
    flow.mark(bar_mark(flow.left + 215, y + height / 2 - 2.5, 110, 5, share))
    points = Cell(f"{tenths(group.points)} of {tenths(group.out_of)}", flow.inner - 90, 90, True, weight=BOLD)
    flow.row([Cell(group.name, 0, 210), Cell(found_in(group), 330, 70, True, colour=SOFT), points], height)


def _gaps(flow: Flow, report: FitReport) -> None:
    if not report.gaps:
        return
    flow.heading("Gaps, by what closing each alone would add")
    flow.text("Not found means: not written in this résumé. It does not say that the person cannot do it.", 8, colour=SOFT)
    for number, gap in enumerate(report.gaps, 1):
        flow.room(30)
        flow.space(3)
        name = f"{gap.name}  ({KIND_WORDS[gap.kind.value]}, {gap.effort.value} effort)"
        cells = [Cell(str(number), 0, 18, colour=SOFT), Cell(name, 20, flow.inner - 80, weight=BOLD)]
        flow.row([*cells, Cell(f"+{tenths(gap.points)}", flow.inner - 50, 50, True, weight=BOLD, colour=ACCENT)], 14)
        flow.text(gap.advice, 8.5, colour=SOFT, indent=20, width=flow.inner - 80)


def _salary(flow: Flow, report: FitReport) -> None:
    salary = report.salary
    flow.heading("Salary expectation")
    flow.text(shown(salary_heading(report)), 12, BOLD)
    if not salary.available:
        flow.text(shown(salary.why))
        return
    wide = f"eight in ten between {money(salary.wide[0], salary.currency)} and {money(salary.wide[1], salary.currency)}"
    flow.text(shown(f"{salary.place}; {wide}."), colour=SOFT)
    _salary_chart(flow, salary)
    for factor in salary.factors:
        flow.text(shown(f"{factor.name}: {factor.text}. Source: {factor.source}."), 8.5)
    if salary.official:
        flow.text(shown(salary.official.text), 8.5)
    for guide in salary.guides:
        here = money(guide.low) if guide.low == guide.high else f"{money(guide.low)} to {money(guide.high)}"
        flow.text(f"{guide.title} ({guide.guide}): “{guide.phrase}”; for this place {here}.", 8.5)
    for remark in salary.remarks:
        flow.text(remark, 8, colour=SOFT)


def _salary_chart(flow: Flow, salary: SalaryExpectation) -> None:
    """Line: the wide band. Box: the likely band. Stroke: the centre. Light box: the official middle half."""
    flow.room(50)
    low = min(salary.wide[0], salary.official.p25 if salary.official else salary.wide[0])
    high = max(salary.wide[1], salary.official.p75 if salary.official else salary.wide[1])
    span = max(1, high - low)

    def at(dollars: int) -> float:
        return flow.left + 10 + (flow.inner - 20) * (dollars - low) / span

    y = flow.y + 12
    if salary.official:
        left, right = at(salary.official.p25), at(salary.official.p75)
        flow.mark(box_mark(left, y - 7, right - left, 14, "#C4E4E0", ACCENT))
    flow.mark(line_mark(at(salary.wide[0]), y, at(salary.wide[1]), y, ACCENT, 1.4))
    flow.mark(box_mark(at(salary.likely[0]), y - 5, at(salary.likely[1]) - at(salary.likely[0]), 10, ACCENT))
    flow.mark(line_mark(at(salary.centre), y - 5, at(salary.centre), y + 5, "#FFFFFF", 1.6))
    for dollars in (salary.wide[0], salary.likely[0], salary.centre, salary.likely[1], salary.wide[1]):
        flow.mark(text_mark(money(dollars, salary.currency), at(dollars) - 18, y + 9, 40, 7, QFont.Weight.Normal, SOFT))
    flow.space(36)
    flow.text(
        "Line: eight in ten. Dark box: about half. White stroke: centre. Light box: official middle half.", 7.5, colour=SOFT
    )


def _evidence(flow: Flow, report: FitReport) -> None:
    flow.heading("Evidence, requirement by requirement")
    for group in report.match.groups:
        flow.room(60)
        flow.space(6)
        points = Cell(f"{tenths(group.points)} of {tenths(group.out_of)}", flow.inner - 90, 90, True, weight=BOLD)
        flow.row([Cell(group.name, 0, flow.inner - 100, weight=BOLD, size=10.5), points], 17)
        flow.rule()
        for requirement in group.requirements:
            flow.room(34)
            flow.space(3)
            colour = INK if requirement.state is not State.NOT_FOUND else AMBER
            score = f"{tenths(requirement.points)} of {tenths(requirement.out_of)}"
            name = f"{requirement.name} ({STATE_WORDS[requirement.state]})"
            flow.row([Cell(name, 0, flow.inner - 80, colour=colour), Cell(score, flow.inner - 80, 80, True)], 13)
            flow.text(shown(requirement.why), 8, colour=SOFT, indent=10)
            for place in requirement.evidence[:3]:
                flow.text(shown(f"“{place.quote}” page {place.page}"), 8, indent=10)
            for source in requirement.sources[:2]:
                flow.text(f"Asked by {source.title}: “{source.phrase}”", 7.5, colour=SOFT, indent=10)


def add_footers(flow: Flow, words: str) -> None:
    """A line, the words and the sheet's number at the foot of every sheet."""
    total = len(flow.sheets)
    for number, sheet in enumerate(flow.sheets, 1):
        y = flow.height - MARGIN - FOOT + 16
        sheet.marks.append(line_mark(flow.left, y, flow.right, y, LINE, 0.6))
        sheet.marks.append(text_mark(words, flow.left, y + 5, flow.inner - 60, 7.5, QFont.Weight.Normal, SOFT))
        sheet.marks.append(text_mark(f"{number} of {total}", flow.right - 32, y + 5, 32, 7.5, QFont.Weight.Normal, SOFT))


def paint_sheet(sheet: Sheet, painter: QPainter) -> None:
    """Paint one sheet; the painter's coordinates must be tenths of a point from the paper's top left corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in sheet.marks:
        mark(painter)
