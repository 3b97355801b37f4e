"""A report as one HTML file: no scripts, no outside loads, headings and tables that a screen reader can walk."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from desktop.export.options import ReportOptions
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
from matching.fit.report import FitReport, RequirementResult
from matching.reading.text import shown

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def report_as_html(report: FitReport, options: ReportOptions | None = None) -> str:
    """The whole report as one HTML document. Everything that came from a file is escaped and loses control characters."""
    options = options or ReportOptions()
    if not options.show_name:
        report = without_person(report)
    return "\n".join(_document(report, options)) + "\n"


def _style() -> str:
    return (files("resources") / "style" / "report.css").read_text("utf-8")


def _text(value: str) -> str:
    return escape(shown(value), quote=True)


def _document(report: FitReport, options: ReportOptions) -> Iterator[str]:
    title = _title(report, options)
    yield f'<!DOCTYPE html>\n<html lang="{options.language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">'
    yield f"<title>{_text(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<header>"
    if options.logo:
        yield f'<img alt="" height="48" src="data:image/png;base64,{base64.b64encode(options.logo).decode("ascii")}">'
    yield f"<h1>{_text(title)}</h1>"
    yield f'<p class="soft">{_text(_about(report, options))}</p>\n</header>\n<main>'
    yield from _parts(report, options)
    yield f'</main>\n<footer><p class="soft">{_text(footer(report))}</p></footer>\n</body>\n</html>'


def _title(report: FitReport, options: ReportOptions) -> str:
    name = report.resume.contact.name or report.document.name
    return name if options.show_name else "Résumé without name"


def _about(report: FitReport, options: ReportOptions) -> str:
    pages = f"{report.document.page_count} page{'s' * (report.document.page_count != 1)}"
    file = f", {report.document.name}" if options.show_name else ""
    printed = f" Printed {options.printed}." if options.printed else ""
    return f"Fit for {report.match.role_name}. {pages}{file}.{printed}"


def _parts(report: FitReport, options: ReportOptions) -> Iterator[str]:
    yield from _score(report)
    if options.note:
        yield "<h2>Note</h2>\n" + "\n".join(f"<p>{_text(line)}</p>" for line in options.note.splitlines() if line.strip())
    if "fit" in options.parts:
        yield from _groups(report)
    if "gaps" in options.parts:
        yield from _gaps(report)
    if "salary" in options.parts:
        yield from _salary(report)
    if "evidence" in options.parts:
        yield from _evidence(report, options)


def _score(report: FitReport) -> Iterator[str]:
    match = report.match
    yield f'<p><span class="score">{whole(match.score)}</span> of 100. <strong>{_text(verdict(report))}.</strong></p>'
    yield f"<p>{_text(counted(report))} {_text(uncertain(report))}</p>"
    notices = report.notices
    if notices:
        yield "<h2>About the reading</h2>\n<ul>"
        for notice in notices:
            where = f"Page {notice.page}: " if notice.page else ""
            yield f"<li>{_text(where + notice.text)}</li>"
        yield "</ul>"


def _groups(report: FitReport) -> Iterator[str]:
    score = tenths(report.match.score)
    yield f"<h2>Where the {score} points come from</h2>\n<table>"
    yield '<thead><tr><th scope="col">Requirement group</th><th scope="col" class="number">Found</th>'
    yield '<th scope="col" class="number">Points</th></tr></thead>\n<tbody>'
    for group in report.match.groups:
        yield f'<tr><th scope="row">{_text(group.name)}</th><td class="number">{found_in(group)}</td>'
        yield f'<td class="number">{tenths(group.points)} of {tenths(group.out_of)}</td></tr>'
    yield f'</tbody>\n<tfoot><tr><th scope="row">Total</th><td></td><td class="number">{score} of 100</td></tr></tfoot>'
    yield "</table>"
    yield f'<p class="soft">{sum_written_out(report)}</p>'


def _gaps(report: FitReport) -> Iterator[str]:
    if not report.gaps:
        return
    yield "<h2>Gaps, by what closing each alone would add</h2>"
    yield "<p>Not found means: not written in this résumé. It does not say that the person cannot do it.</p>\n<ol>"
    for gap in report.gaps:
        yield f'<li><strong>{_text(gap.name)}</strong> <span class="gap">+{tenths(gap.points)}</span>, '
        yield f"{KIND_WORDS[gap.kind.value]}, {gap.effort.value} effort<br>{_text(gap.advice)}</li>"
    yield "</ol>"


def _salary(report: FitReport) -> Iterator[str]:
    salary = report.salary
    yield "<h2>Salary expectation</h2>"
    if not salary.available:
        yield f"<p>{_text(salary.why)}</p>"
        return
    wide = f"Eight in ten between {money(salary.wide[0], salary.currency)} and {money(salary.wide[1], salary.currency)}."
    yield f"<p><strong>{_text(salary_heading(report))}</strong>, {_text(salary.place)}. {_text(wide)}</p>\n<table>"
    yield '<thead><tr><th scope="col">Factor</th><th scope="col">What it is</th>'
    yield '<th scope="col">Source</th></tr></thead>\n<tbody>'
    for factor in salary.factors:
        yield f'<tr><th scope="row">{_text(factor.name)}</th><td>{_text(factor.text)}</td>'
        yield f'<td class="soft">{_text(factor.source)}</td></tr>'
    yield "</tbody>\n</table>"
    if salary.official:
        yield f'<p>{_text(salary.official.text)} <span class="soft">{_text(salary.official.source)}</span></p>'
    yield "<ul>"
    for guide in salary.guides:
        adjusted = money(guide.low) if guide.low == guide.high else f"{money(guide.low)} to {money(guide.high)}"
        yield f"<li>{_text(guide.title)} ({_text(guide.guide)}): “{_text(guide.phrase)}”; for this place {adjusted}</li>"
    yield "</ul>"
    for remark in salary.remarks:
        yield f'<p class="soft">{_text(remark)}</p>'


def _evidence(report: FitReport, options: ReportOptions) -> Iterator[str]:
    yield "<h2>Evidence, requirement by requirement</h2>"
    for group in report.match.groups:
        yield f"<h3>{_text(group.name)}: {tenths(group.points)} of {tenths(group.out_of)}</h3>\n<table>"
        yield '<thead><tr><th scope="col">Requirement</th><th scope="col">Why</th><th scope="col">Asked by</th>'
        yield '<th scope="col" class="number">Points</th></tr></thead>\n<tbody>'
        for requirement in group.requirements:
            yield from _requirement(requirement)
        yield "</tbody>\n</table>"


def _requirement(requirement: RequirementResult) -> Iterator[str]:
    yield f'<tr><th scope="row">{_text(requirement.name)}<br><span class="soft">{STATE_WORDS[requirement.state]}</span></th>'
    yield f"<td>{_text(requirement.why)}"
    for place in requirement.evidence[:4]:
        yield f'<br><q>{_text(place.quote)}</q> <span class="soft">page {place.page}</span>'
    sources = "<br>".join(f"“{_text(s.phrase)}” <span class='soft'>{_text(s.title)}</span>" for s in requirement.sources[:3])
    yield f"</td><td>{sources}</td>"
    yield f'<td class="number">{tenths(requirement.points)} of {tenths(requirement.out_of)}</td></tr>'
