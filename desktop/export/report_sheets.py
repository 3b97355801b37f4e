"""The sheets of a report; what is printed, previewed and saved as PDF.

The first sheet is the result: score, groups, the gaps that matter most, the expected salary. The others are what it stands on:
the other gaps, where the salary comes from, evidence with sources.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from desktop.export import report_parts as parts
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
    advance,
    bar_mark,
    box_mark,
    clean,
    font,
    knob_mark,
    line_mark,
    shortened,
    text_mark,
    wrapped,
)
from desktop.export.wording import Wording, wording_in
from matching.fit.report import FitReport, Gap, GroupResult, ProfileMatch, RequirementResult, SalaryExpectation, State
from matching.reading.text import shown

FEWEST, MOST = 2, 5  # gaps on the first sheet
BY_LINES, BY_HEIGHT = 2, 11.0  # who made it: at most so many lines in the foot, each so many points high
SALARY = 113.0  # points of paper that the salary's heading, range and chart take
BOLD, PLAIN = QFont.Weight.DemiBold, QFont.Weight.Normal


def report_sheets(report: FitReport, options: ReportOptions, pages: Sequence[QImage] = ()) -> tuple[Sheet, ...]:
    """All sheets of a report, with their footers. Needs a QGuiApplication for its fonts.

    `pages` are pictures of the résumé's pages; they are left out with the name, for they show it.
    """
    report, say = parts.told(report, options), wording_in(options.language)
    flow = Flow(options.paper)
    _title(flow, report, options, say)
    _score(flow, report, say)
    if options.note:
        flow.heading(say("Note"))
        for line in options.note.splitlines():
            flow.text(shown(line))
    wanted = options.parts
    if "fit" in wanted:
        _groups(flow, report, say)
    first = _main_gaps(flow, report, say, SALARY if "salary" in wanted else 0.0) if "gaps" in wanted else 0
    if "salary" in wanted:
        _salary(flow, report, say)
    if "gaps" in wanted:
        _other_gaps(flow, report, say, first)
    if "salary" in wanted:
        _salary_sources(flow, report, say)
    if "evidence" in wanted:
        _evidence(flow, report, say)
    if "pages" in options.parts and options.show_name:
        put_pages(flow, report, pages, say)
    add_footers(flow, report, options, say)
    return tuple(flow.sheets)


def _title(flow: Flow, report: FitReport, options: ReportOptions, say: Wording) -> None:
    if options.logo:
        _logo(flow, options.logo)
    flow.title(shown(parts.title(report, options, say)))
    flow.text(shown(parts.about(report, options, say)), colour=SOFT)
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


def _score(flow: Flow, report: FitReport, say: Wording) -> None:
    match, beside = report.match, 140.0
    counted = wrapped(clean(parts.counted(report, say)), font(8), flow.inner - beside - 16)
    below = wrapped(clean(parts.uncertain(report, say)), font(8), flow.inner - 32) if parts.uncertain(report, say) else []
    scale = 33.0 + 11 * len(counted) + 12
    top, height = flow.y, scale + 34 + 12 * len(below)
    flow.room(height)
    flow.mark(box_mark(flow.left, top, flow.inner, height, "#F5F6F7", LINE))
    figure = parts.whole(match.score)
    flow.mark(text_mark(figure, flow.left + 16, top + 10, 80, 34, BOLD, INK))
    flow.mark(text_mark(say("of 100"), flow.left + 22 + advance(figure, 34, BOLD), top + 32, 50, 9.5, PLAIN, SOFT))
    flow.mark(text_mark(parts.verdict(report, say), flow.left + beside, top + 13, 300, 12, BOLD, INK))
    for place, (line, used) in enumerate(counted):
        flow.mark(text_mark(line, flow.left + beside, top + 32 + 11 * place, used, 8, PLAIN, SOFT))
    _scale(flow, flow.left + 16, top + scale, flow.inner - 32, match, say)
    for place, (line, used) in enumerate(below):
        flow.mark(text_mark(line, flow.left + 16, top + scale + 28 + 12 * place, used, 8, PLAIN, AMBER))
    flow.y = top + height + 6
    for notice in report.notices:
        flow.text(shown(parts.notice_line(notice, say)), 8.5, colour=AMBER)


def _scale(flow: Flow, x: float, y: float, width: float, match: ProfileMatch, say: Wording) -> None:
    flow.mark(bar_mark(x, y, width, 6, match.score / 1000))
    for edge in (0.5, 0.75):
        flow.mark(line_mark(x + width * edge, y - 1, x + width * edge, y + 7, "#FFFFFF", 1.6))
    flow.mark(knob_mark(x + width * match.score / 1000, y + 3, 4.5))
    for (band, words), middle in zip(parts.SCALE.items(), (0.25, 0.625, 0.875), strict=True):
        used, ink = advance(say(words), 7.5), INK if band is match.band else SOFT
        flow.mark(text_mark(say(words), x + width * middle - used / 2, y + 12, used, 7.5, PLAIN, ink))


def _groups(flow: Flow, report: FitReport, say: Wording) -> None:
    score = say.points(report.match.score)
    flow.heading(say("Where the {score} points come from", score=score))
    heads = (Cell(say("Requirement group"), 0, 210, size=8), Cell(say("Found"), 330, 70, True, size=8))
    cells = (*heads, Cell(say("Points"), flow.inner - 90, 90, True, size=8))
    flow.row([replace(cell, colour=SOFT) for cell in cells], 14)
    for group in report.match.groups:
        flow.rule()
        _group(flow, group, say)
    flow.rule(INK, 0.9)
    found = sum(r.state is not State.NOT_FOUND for r in report.match.requirements)
    all_found = say("{part} of {all}", part=found, all=len(report.match.requirements))
    total = Cell(f"{score} {say('of 100')}", flow.inner - 90, 90, True, weight=BOLD)
    flow.row([Cell(say("Total"), 0, 200, weight=BOLD), Cell(all_found, 330, 70, True, weight=BOLD), total], 20)
    flow.text(parts.sum_written_out(report, say), 8, colour=SOFT)


def _group(flow: Flow, group: GroupResult, say: Wording) -> None:
    height = 19.0 if flow.height > 800 else 17.0  # Letter is shorter, and the result stays on one sheet
    flow.room(height)
    wide, gap = 110.0, 2.0
    x, y = flow.left + 215, flow.y + height / 2 - 2.5
    each = (wide + gap) / max(1, len(group.requirements))
    shares = sorted((r.points / r.out_of if r.out_of else 0.0 for r in group.requirements), reverse=True)
    for place, share in enumerate(shares):  # one piece a requirement, filled as far as it is shown
        flow.mark(bar_mark(x + place * each, y, each - gap, 5, share))
    points = Cell(parts.out_of(group, say), flow.inner - 90, 90, True, weight=BOLD)
    flow.row([Cell(group.name, 0, 210), Cell(parts.found_in(group, say), 330, 70, True, colour=SOFT), points], height)


def _main_gaps(flow: Flow, report: FitReport, say: Wording, after: float) -> int:
    """The gaps that matter most: as many as leave `after` points of paper free, at least FEWEST. Returns how many."""
    if not report.gaps:
        return 0
    flow.heading(say("Gaps that matter most"))
    flow.text(f"{say('What closing each alone would add.')} {say(parts.NOT_FOUND_MEANS)}", 8, colour=SOFT)
    for place, gap in enumerate(report.gaps[:MOST]):
        if place >= FEWEST and flow.left_below < _gap_height(flow, gap) + after:
            return place
        _gap(flow, place + 1, gap, say)
    return min(MOST, len(report.gaps))


def _other_gaps(flow: Flow, report: FitReport, say: Wording, first: int) -> None:
    """The gaps after the `first` ones."""
    if len(report.gaps) > first:
        flow.heading(say("The other gaps"))
    for number, gap in enumerate(report.gaps[first:], first + 1):
        _gap(flow, number, gap, say)


def _gap_height(flow: Flow, gap: Gap) -> float:
    """Points of paper that a gap's name and advice take."""
    return 17 + 8.5 * 1.4 * len(flow.wrapped(shown(gap.advice), 8.5, flow.inner - 80))


def _gap(flow: Flow, number: int, gap: Gap, say: Wording) -> None:
    flow.room(min(_gap_height(flow, gap), 18 + 8.5 * 1.4 * 3))  # a name stays with its advice
    flow.space(3)
    room = flow.inner - 80
    named = Cell(gap.name, 20, min(room, advance(clean(gap.name), 9.5, BOLD) + 2), weight=BOLD)
    kind = Cell(parts.gap_kind(gap, say), named.x + named.width + 8, max(0.0, room - named.width - 8), size=8, colour=SOFT)
    points = Cell(f"+{say.points(gap.points)}", flow.inner - 50, 50, True, weight=BOLD, colour=ACCENT)
    flow.row([Cell(str(number), 0, 18, colour=SOFT), named, kind, points], 14)
    flow.text(shown(gap.advice), 8.5, colour=SOFT, indent=20, width=flow.inner - 80)


def _salary(flow: Flow, report: FitReport, say: Wording) -> None:
    salary = report.salary
    flow.heading(say("Salary expectation"))
    flow.text(shown(parts.salary_heading(report, say)), 12, BOLD)
    if not salary.available:
        flow.text(shown(salary.why))
        return
    flow.text(shown(f"{salary.place}; {parts.eight_in_ten(salary, say)}."), colour=SOFT)
    _salary_chart(flow, salary, say)


def _salary_sources(flow: Flow, report: FitReport, say: Wording) -> None:
    """Every number of the expectation with its source."""
    salary = report.salary
    if not salary.available:
        return
    flow.heading(say("Where the salary comes from"))
    paragraphs = [
        *(say("{name}: {text}. Source: {source}.", name=f.name, text=f.text, source=f.source) for f in salary.factors),
        *([salary.official.text] if salary.official else []),
        *(parts.guide_line(guide, say) for guide in salary.guides),
    ]
    for text, size, colour in (*((p, 8.5, INK) for p in paragraphs), *((r, 8.0, SOFT) for r in salary.remarks)):
        flow.space(2.5)
        flow.room(size * 1.4 * min(2, len(flow.wrapped(shown(text), size, flow.inner))))  # no first line alone at an end
        flow.text(shown(text), size, colour=colour)


def _salary_chart(flow: Flow, salary: SalaryExpectation, say: Wording) -> None:
    """Line: the wide band. Box: the likely band. Stroke: the centre. Light box: the official middle half."""
    flow.room(49)
    low = min(salary.wide[0], salary.official.p25 if salary.official else salary.wide[0])
    high = max(salary.wide[1], salary.official.p75 if salary.official else salary.wide[1])
    span = max(1, high - low)

    def at(dollars: int) -> float:
        return flow.left + 20 + (flow.inner - 40) * (dollars - low) / span

    y = flow.y + 12
    if salary.official:
        left, right = at(salary.official.p25), at(salary.official.p75)
        flow.mark(box_mark(left, y - 7, right - left, 14, "#C4E4E0", ACCENT))
    flow.mark(line_mark(at(salary.wide[0]), y, at(salary.wide[1]), y, ACCENT, 1.4))
    flow.mark(box_mark(at(salary.likely[0]), y - 5, at(salary.likely[1]) - at(salary.likely[0]), 10, ACCENT))
    flow.mark(line_mark(at(salary.centre), y - 5, at(salary.centre), y + 5, "#FFFFFF", 1.6))
    for dollars in (salary.wide[0], salary.likely[0], salary.centre, salary.likely[1], salary.wide[1]):
        words = say.money(dollars, salary.currency)
        used = advance(words, 7)
        flow.mark(text_mark(words, at(dollars) - used / 2, y + 9, used, 7, PLAIN, SOFT))
    flow.space(36)
    legend = say("Line: eight in ten. Dark box: about half. White stroke: centre.")
    if salary.official:
        legend += " " + say("Light box: official middle half.")
    flow.text(legend, 7.5, colour=SOFT)


def _evidence(flow: Flow, report: FitReport, say: Wording) -> None:
    flow.heading(say("Evidence, requirement by requirement"))
    for group in report.match.groups:
        flow.room(80)  # a group's line stays with its first requirement
        flow.space(6)
        points = Cell(parts.out_of(group, say), flow.inner - 90, 90, True, weight=BOLD)
        flow.row([Cell(group.name, 0, flow.inner - 100, weight=BOLD, size=10.5), points], 17)
        flow.rule()
        for requirement in group.requirements:
            _requirement(flow, requirement, say)


def _requirement(flow: Flow, requirement: RequirementResult, say: Wording) -> None:
    lines = [(shown(requirement.why), 8.0, SOFT)]
    for quote, page in list(dict.fromkeys((place.quote, place.page) for place in requirement.evidence))[:3]:
        lines.append((shown(say("“{quote}” page {page}", quote=quote, page=page)), 8.0, INK))
    for source in requirement.sources[:2]:
        asked = say("Asked by {title}: “{phrase}”", title=source.title, phrase=source.phrase)
        lines.append((shown(asked), 7.5, SOFT))
    height = sum(size * 1.4 * len(flow.wrapped(text, size, flow.inner - 10)) for text, size, _ in lines)
    flow.room(16 + min(height, 120))  # a requirement is not torn apart, unless it is long
    flow.space(3)
    colour = INK if requirement.state is not State.NOT_FOUND else AMBER
    state = f" ({say(parts.STATES[requirement.state])})" if requirement.state is not State.NOT_FOUND else ""  # the why says it
    name = f"{requirement.name}{state}"
    points = Cell(parts.out_of(requirement, say), flow.inner - 80, 80, True)
    flow.row([Cell(name, 0, flow.inner - 80, colour=colour), points], 13)
    for text, size, ink in lines:
        flow.text(text, size, colour=ink, indent=10)


def add_footers(flow: Flow, report: FitReport, options: ReportOptions, say: Wording) -> None:
    """A line, who made it, what made it, and the sheet's number at the foot of every sheet."""
    total, words, width = len(flow.sheets), parts.footer(report, say), flow.inner - 60
    by = shortened(shown(parts.prepared_by(options, say)), 8, width, BY_LINES)
    for number, sheet in enumerate(flow.sheets, 1):
        y = flow.height - MARGIN - FOOT + 16
        sheet.marks.append(line_mark(flow.left, y, flow.right, y, LINE, 0.6))
        page = say("{part} of {all}", part=number, all=total)
        used = advance(page, 7.5)
        sheet.marks.append(text_mark(page, flow.right - used, y + 5, used, 7.5, PLAIN, SOFT))
        for place, line in enumerate(by):
            sheet.marks.append(text_mark(line, flow.left, y + 5 + BY_HEIGHT * place, width, 8, PLAIN, INK))
        sheet.marks.append(text_mark(words, flow.left, y + 5 + BY_HEIGHT * len(by), width, 7.5, PLAIN, SOFT))


def paint_sheet(sheet: Sheet, painter: QPainter) -> None:
    """Paint one sheet; the painter's coordinates must be tenths of a point from the paper's top left corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in sheet.marks:
        mark(painter)
