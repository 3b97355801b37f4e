"""A report as one HTML file: no scripts, no outside loads, headings and tables that a screen reader can walk."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from desktop.export import report_parts as parts
from desktop.export.options import ReportOptions
from desktop.export.wording import Wording, wording_in
from matching.fit.report import FitReport, RequirementResult
from matching.reading.text import shown

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def report_as_html(report: FitReport, options: ReportOptions | None = None) -> str:
    """The whole report as one HTML document. Everything that came from a file is escaped and loses control characters."""
    options = options or ReportOptions()
    say = wording_in(options.language)
    return "\n".join(_document(parts.told(report, options), options, say)) + "\n"


def _style() -> str:
    return (files("resources") / "style" / "report.css").read_text("utf-8")


def _text(value: str) -> str:
    return escape(shown(value), quote=True)


def _document(report: FitReport, options: ReportOptions, say: Wording) -> Iterator[str]:
    title = parts.title(report, options, say)
    yield f'<!DOCTYPE html>\n<html lang="{say.book.language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">'
    yield f"<title>{_text(title)}</title>\n<style>\n{_style()}</style>\n</head>\n<body>\n<header>"
    if options.logo:
        yield f'<img alt="" height="48" src="data:image/png;base64,{base64.b64encode(options.logo).decode("ascii")}">'
    yield f"<h1>{_text(title)}</h1>"
    yield f'<p class="soft">{_text(parts.about(report, options, say))}</p>\n</header>\n<main>'
    yield from _parts(report, options, say)
    yield "</main>\n<footer>"
    if by := parts.prepared_by(options, say):
        yield f"<p>{_text(by)}</p>"
    yield f'<p class="soft">{_text(parts.footer(report, say))}</p></footer>\n</body>\n</html>'


def _parts(report: FitReport, options: ReportOptions, say: Wording) -> Iterator[str]:
    yield from _score(report, say)
    if options.note:
        lines = "\n".join(f"<p>{_text(line)}</p>" for line in options.note.splitlines() if line.strip())
        yield f"<h2>{say('Note')}</h2>\n{lines}"
    writers = {"fit": _groups, "gaps": _gaps, "salary": _salary, "evidence": _evidence}
    for part, write in writers.items():
        if part in options.parts:
            yield from write(report, say)


def _score(report: FitReport, say: Wording) -> Iterator[str]:
    score = f'<span class="score">{parts.whole(report.match.score)}</span> {say("of 100")}'
    yield f"<p>{score}. <strong>{_text(parts.verdict(report, say))}.</strong></p>"
    yield f"<p>{_text(' '.join(filter(None, (parts.counted(report, say), parts.uncertain(report, say)))))}</p>"
    if report.notices:
        yield f"<h2>{say('About the reading')}</h2>\n<ul>"
        for notice in report.notices:
            yield f"<li>{_text(parts.notice_line(notice, say))}</li>"
        yield "</ul>"


def _head(*cells: tuple[str, bool]) -> str:
    """The head of a table: (words, whether they stand over figures)."""
    kinds = {True: '<th scope="col" class="number">', False: '<th scope="col">'}
    made = (f"{kinds[figures]}{_text(words)}</th>" for words, figures in cells)
    return f"<thead><tr>{''.join(made)}</tr></thead>"


def _groups(report: FitReport, say: Wording) -> Iterator[str]:
    score = say.points(report.match.score)
    yield f"<h2>{say('Where the {score} points come from', score=score)}</h2>\n<table>"
    yield _head((say("Requirement group"), False), (say("Found"), True), (say("Points"), True)) + "\n<tbody>"
    for group in report.match.groups:
        yield f'<tr><th scope="row">{_text(group.name)}</th><td class="number">{parts.found_in(group, say)}</td>'
        yield f'<td class="number">{parts.out_of(group, say)}</td></tr>'
    total = f"{score} {say('of 100')}"
    yield f'</tbody>\n<tfoot><tr><th scope="row">{say("Total")}</th><td></td><td class="number">{total}</td></tr></tfoot>'
    yield f'</table>\n<p class="soft">{parts.sum_written_out(report, say)}</p>'


def _gaps(report: FitReport, say: Wording) -> Iterator[str]:
    if not report.gaps:
        return
    yield f"<h2>{say('Gaps, by what closing each alone would add')}</h2>"
    yield f"<p>{say(parts.NOT_FOUND_MEANS)}</p>\n<ol>"
    for gap in report.gaps:
        yield f'<li><strong>{_text(gap.name)}</strong> <span class="gap">+{say.points(gap.points)}</span>, '
        yield f"{parts.gap_kind(gap, say)}<br>{_text(gap.advice)}</li>"
    yield "</ol>"


def _salary(report: FitReport, say: Wording) -> Iterator[str]:
    salary = report.salary
    yield f"<h2>{say('Salary expectation')}</h2>"
    if not salary.available:
        yield f"<p>{_text(salary.why)}</p>"
        return
    wide = parts.eight_in_ten(salary, say)
    yield f"<p><strong>{_text(parts.salary_heading(report, say))}</strong>, {_text(f'{salary.place}; {wide}.')}</p>\n<table>"
    yield _head((say("Factor"), False), (say("What it is"), False), (say("Source"), False)) + "\n<tbody>"
    for factor in salary.factors:
        yield f'<tr><th scope="row">{_text(factor.name)}</th><td>{_text(factor.text)}</td>'
        yield f'<td class="soft">{_text(factor.source)}</td></tr>'
    yield "</tbody>\n</table>"
    if salary.official:
        yield f'<p>{_text(salary.official.text)} <span class="soft">{_text(salary.official.source)}</span></p>'
    if salary.guides:
        yield "<ul>"
        for guide in salary.guides:
            yield f"<li>{_text(parts.guide_line(guide, say))}</li>"
        yield "</ul>"
    for remark in salary.remarks:
        yield f'<p class="soft">{_text(remark)}</p>'


def _evidence(report: FitReport, say: Wording) -> Iterator[str]:
    yield f"<h2>{say('Evidence, requirement by requirement')}</h2>"
    for group in report.match.groups:
        yield f"<h3>{_text(group.name)}: {parts.out_of(group, say)}</h3>\n<table>"
        heads = ((say("Requirement"), False), (say("Why"), False), (say("Asked by"), False), (say("Points"), True))
        yield _head(*heads) + "\n<tbody>"
        for requirement in group.requirements:
            yield from _requirement(requirement, say)
        yield "</tbody>\n</table>"


def _requirement(requirement: RequirementResult, say: Wording) -> Iterator[str]:
    state = say(parts.STATES[requirement.state])
    yield f'<tr><th scope="row">{_text(requirement.name)}<br><span class="soft">{state}</span></th>'
    yield f"<td>{_text(requirement.why)}"
    for place in requirement.evidence[:4]:
        yield f'<br><q>{_text(place.quote)}</q> <span class="soft">{say("page {page}", page=place.page)}</span>'
    sources = "<br>".join(f"“{_text(s.phrase)}” <span class='soft'>{_text(s.title)}</span>" for s in requirement.sources[:3])
    yield f'</td><td lang="en">{sources}</td>'
    yield f'<td class="number">{parts.out_of(requirement, say)}</td></tr>'
