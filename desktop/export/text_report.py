"""A report as text for a terminal of 80 columns: score, the sum behind it, gaps, what to fix, salary, notices."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from desktop.messages import message_for
from matching.fit.profile_match import best_variant
from matching.fit.report import FitReport, GroupResult, ProfileMatch, RequirementResult, SalaryExpectation, State, UnreadReport
from matching.fit.wording import share
from matching.reading.text import shown

WIDTH = 79
_NAMES = 46  # columns for the name of a requirement
_FULL = 1000
MARKS = {State.MET: "+", State.PARTLY: "~", State.NOT_FOUND: "-"}


def report_as_text(report: FitReport | UnreadReport) -> str:
    """The report in lines of at most 79 columns (a long path or name may be longer), without a final line end. It holds every
    number that the score is made of, so that it can be redone with pencil and paper.

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
    yield from _points(match)
    yield from _gaps(report)
    yield from _beside(report)
    yield from _salary(report.salary)


def _points(match: ProfileMatch) -> Iterator[str]:
    yield ""
    yield f"  Where the {tenths(match.score)} points come from"
    yield "  (+ full, ~ partly, - not found in this résumé; what it counts × how strongly"
    yield "  it is shown = points, rounded half up to a tenth)"
    for group in match.groups:
        yield ""
        yield from _group(group)
    yield ""
    total = " + ".join(tenths(group.points) for group in match.groups)
    yield _wrapped(f"{total} = {tenths(match.score)} of 100", "    ", "  ")


def _group(group: GroupResult) -> Iterator[str]:
    yield f"  {group.name:<{_NAMES + 10}}{tenths(group.points):>6} of {tenths(group.out_of)}"
    for requirement in group.requirements:
        product = f"{tenths(requirement.out_of):>5} × {share(requirement.strength):<5} = {tenths(requirement.points):>4}"
        yield f"    {MARKS[requirement.state]} {requirement.name:<{_NAMES}}{product}"
        yield from _evidence(requirement)


def _evidence(requirement: RequirementResult) -> Iterator[str]:
    """Why it is not full, where it is partly shown, and the first line of the résumé that counts."""
    if 0 < requirement.strength < _FULL:
        yield _wrapped(requirement.why.rpartition(": ")[0] + ".", " " * 8)
    if requirement.evidence:
        first = requirement.evidence[0]
        yield " " * 8 + textwrap.shorten(f"page {first.page}: “{_safe(first.quote)}”", WIDTH - 8, placeholder=" …")


def _gaps(report: FitReport) -> Iterator[str]:
    if not report.gaps:
        return
    yield ""
    yield "  Gaps, by what closing each alone would add"
    yield "  (not found means: not written in this résumé)"
    for gap in report.gaps[:10]:
        yield f"    +{tenths(gap.points):>5}  {gap.name} ({gap.kind.value.replace('_', ' ')})"
        yield _wrapped(gap.advice, "            ")
    if len(report.gaps) > 10:
        rest = report.gaps[10:]
        names = ", ".join(f"{gap.name} +{tenths(gap.points)}" for gap in rest)
        yield _wrapped(f"and {len(rest)} smaller ones: {names}", "      ", "    ")


def _beside(report: FitReport) -> Iterator[str]:
    """What stands beside the score and never in it: forms of the role, the market's list, what to fix on the page."""
    best = best_variant(report.match)
    if best:
        yield ""
        yield _wrapped(f"Fits best among the forms of the role: {best.name}, {tenths(best.score)} of 100.", "    ", "  ")
    found = [name for _, name, there in report.match.market if there]
    rest = [name for _, name, there in report.match.market if not there]
    if found or rest:
        yield ""
        yield "  Common in the market (beside the score, never in it)"
        yield _wrapped(f"found: {', '.join(found) or 'none'}", "      ", "    ")
        yield _wrapped(f"not found in this résumé: {', '.join(rest) or 'none'}", "      ", "    ")
    if report.health:
        yield ""
        yield "  What can be fixed on the page (apart from the score)"
    for finding in report.health:
        where = f"page {finding.page}: " if finding.page else ""
        yield _wrapped(f"{where}{finding.title}. {finding.reason} {finding.remedy}", "      ", "    ")


def _money(dollars: int) -> str:
    return f"${dollars:,}"


def _salary(salary: SalaryExpectation) -> Iterator[str]:
    yield ""
    if not salary.available:
        yield _wrapped(f"Salary: {salary.why}", "  ")
        return
    likely = f"{_money(salary.likely[0])} to {_money(salary.likely[1])}"
    yield _wrapped(f"Salary in {salary.place}: likely {likely} a year before tax", "    ", "  ")
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
