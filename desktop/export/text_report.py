"""A report as text for a terminal: score, where the points come from, gaps, salary, notices. Plain characters only."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from desktop.messages import message_for
from matching.fit.report import FitReport, GroupResult, RequirementResult, SalaryExpectation, State, UnreadReport
from matching.reading.text import shown

WIDTH = 96
MARKS = {State.MET: "+", State.PARTLY: "~", State.NOT_FOUND: "-"}


def report_as_text(report: FitReport | UnreadReport) -> str:
    """The report in readable lines of at most about 96 columns, without a final line end.

    Words from the résumé lose control characters, so that a file cannot steer the terminal.
    """
    if isinstance(report, UnreadReport):
        message = message_for(report.problem)
        return f"{_safe(report.path)}\n" + _wrapped(message.text, "  ")
    return "\n".join(_lines(report))


def tenths(points: int) -> str:
    """Tenths of a point as printed: 123 is "12.3"."""
    return f"{points // 10}.{points % 10}"


def _safe(text: str) -> str:
    return shown(text)


def _wrapped(text: str, indent: str, first: str | None = None) -> str:
    return textwrap.fill(
        _safe(text), WIDTH, initial_indent=indent if first is None else first, subsequent_indent=indent, break_on_hyphens=False
    )


def _lines(report: FitReport) -> Iterator[str]:
    match, resume = report.match, report.resume
    yield f"{_safe(report.document.path)}"
    who = ", ".join(part for part in (resume.contact.name, resume.contact.place) if part)
    if who:
        yield f"  {_safe(who)}"
    yield ""
    yield f"  Fit for {match.role_name}: {tenths(match.score)} of 100, {match.band.value}"
    if (match.low, match.high) != (match.score, match.score):
        yield f"  Reading was uncertain: between {tenths(match.low)} and {tenths(match.high)}."
    years = "no dates found" if resume.years_backend is None else f"{resume.years_backend:.1f} years of back-end work"
    yield f"  Level: {resume.level.value} ({years})"
    for notice in report.notices:
        where = f"page {notice.page}: " if notice.page else ""
        yield _wrapped(f"{where}{notice.text}", "    ", "  ! ")
    yield ""
    yield f"  Where the {tenths(match.score)} points come from (+ full, ~ partly, - not found in this résumé)"
    for group in match.groups:
        yield from _group(group)
    yield from _gaps(report)
    yield from _salary(report.salary)


def _group(group: GroupResult) -> Iterator[str]:
    yield f"  {group.name:<60}{tenths(group.points):>6} of {tenths(group.out_of):>5}"
    for requirement in group.requirements:
        points = f"{tenths(requirement.points):>6} of {tenths(requirement.out_of):>5}"
        yield f"    {MARKS[requirement.state]} {requirement.name:<56}{points}"
        yield from _evidence(requirement)


def _evidence(requirement: RequirementResult) -> Iterator[str]:
    if requirement.evidence:
        first = requirement.evidence[0]
        yield " " * 8 + textwrap.shorten(f"page {first.page}: “{_safe(first.quote)}”", WIDTH, placeholder=" …")


def _gaps(report: FitReport) -> Iterator[str]:
    if not report.gaps:
        return
    yield ""
    yield "  Gaps, by what closing each alone would add (not found means: not written in this résumé)"
    for gap in report.gaps[:10]:
        yield f"    +{tenths(gap.points):>5}  {gap.name} ({gap.kind.value.replace('_', ' ')})"
        yield _wrapped(gap.advice, "            ")
    if len(report.gaps) > 10:
        rest = report.gaps[10:]
        yield f"    and {len(rest)} smaller ones: " + ", ".join(gap.name for gap in rest[:6]) + (" …" if len(rest) > 6 else "")


def _money(dollars: int) -> str:
    return f"${dollars:,}"


def _salary(salary: SalaryExpectation) -> Iterator[str]:
    yield ""
    if not salary.available:
        yield _wrapped(f"Salary: {salary.why}", "  ")
        return
    yield f"  Salary in {salary.place}: likely {_money(salary.likely[0])} to {_money(salary.likely[1])} a year before tax"
    yield f"    eight in ten between {_money(salary.wide[0])} and {_money(salary.wide[1])}; centre {_money(salary.centre)}"
    for factor in salary.factors:
        yield _wrapped(f"{factor.name}: {factor.text} [{factor.source}]", "      ", "    ")
    if salary.official:
        yield _wrapped(salary.official.text, "      ", "    ")
    for guide in salary.guides:
        here = _money(guide.low) if guide.low == guide.high else f"{_money(guide.low)} to {_money(guide.high)}"
        yield _wrapped(f"Guide “{guide.title}”: “{guide.phrase}”; for this place {here}.", "      ", "    ")
    for remark in salary.remarks:
        yield _wrapped(remark, "    ")
