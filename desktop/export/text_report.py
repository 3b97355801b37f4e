"""A report as text for a terminal of 80 columns: score, the sum behind it, gaps, what to fix, salary, notices."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from desktop.export import report_parts as parts
from desktop.export.options import ReportOptions
from desktop.export.wording import Wording, wording_in
from desktop.messages import message_for
from matching.fit.profile_match import best_variant
from matching.fit.report import (
    Band,
    FitReport,
    GapKind,
    GroupResult,
    HealthFinding,
    ProfileMatch,
    RequirementResult,
    SalaryExpectation,
    State,
    UnreadReport,
)
from matching.fit.wording import tenths
from matching.reading.document import Notice
from matching.reading.resume import Level
from matching.reading.text import shown

__all__ = ["report_as_text", "tenths"]

WIDTH = 79
_NAMES = 46  # columns for the name of a requirement
_FULL = 1000
KINDS = {
    GapKind.MISSING: "missing", GapKind.LISTED_ONLY: "listed only", GapKind.STALE: "stale", GapKind.PARTLY: "partly",
}  # fmt: skip
MARKS = {State.MET: "+", State.PARTLY: "~", State.NOT_FOUND: "-"}


def report_as_text(report: FitReport | UnreadReport, language: str = "en") -> str:
    """The report in lines of at most 79 columns (a long path or name may be longer), without a final line end. It holds every
    number that the score is made of, so that it can be redone with pencil and paper.

    Words from the résumé lose control characters, so that a file cannot steer the terminal.
    """
    if isinstance(report, UnreadReport):
        told = wording_in(language).trouble(message_for(report.problem))
        return f"{_safe(report.path)}\n" + _wrapped(told, "  ")
    return "\n".join(_lines(parts.told(report, ReportOptions(language=language)), wording_in(language)))


def _safe(text: str) -> str:
    return shown(text)


def _wrapped(text: str, indent: str, first: str | None = None) -> str:
    return textwrap.fill(
        _safe(text), WIDTH, initial_indent=indent if first is None else first, subsequent_indent=indent, break_on_hyphens=False
    )


BANDS = {Band.EARLY: "early", Band.CLOSE: "close", Band.STRONG: "strong"}
LEVELS = {
    Level.JUNIOR: "junior", Level.MID: "mid", Level.SENIOR: "senior", Level.LEAD: "lead", Level.OTHER: "other",
}  # fmt: skip


def _lines(report: FitReport, say: Wording) -> Iterator[str]:
    match, resume = report.match, report.resume
    yield f"{_safe(report.document.path)}"
    who = ", ".join(part for part in (resume.contact.name, resume.contact.place) if part)
    if who:
        yield f"  {_safe(who)}"
    yield ""
    score, band = say.points(match.score), say(BANDS[match.band])
    yield "  " + say("Fit for {role}: {score} of 100, {band}", role=match.role_name, score=score, band=band)
    if (match.low, match.high) != (match.score, match.score):
        low, high = say.points(match.low), say.points(match.high)
        yield "  " + say("Reading was uncertain: between {low} and {high}.", low=low, high=high)
    years = resume.years_backend
    known = say("no dates found") if years is None else say("{years} years of back-end work", years=say.number(years, 1))
    yield "  " + say("Level: {level} ({years})", level=say(LEVELS[resume.level]), years=known)
    for notice in report.notices:
        yield _wrapped(_on_page(notice, notice.text, say), "    ", "  ! ")
    yield from _points(match, say)
    yield from _gaps(report, say)
    yield from _beside(report, say)
    yield from _salary(report.salary, say)


def _on_page(found: Notice | HealthFinding, text: str, say: Wording) -> str:
    return say("page {page}: {text}", page=found.page, text=text) if found.page else text


def _points(match: ProfileMatch, say: Wording) -> Iterator[str]:
    yield ""
    yield "  " + say("Where the {score} points come from", score=say.points(match.score))
    how = say(
        "(+ full, ~ partly, - not found in this résumé; what it counts × how strongly it is shown = points, rounded half up "
        "to a tenth)"
    )
    yield _wrapped(how, "  ")
    for group in match.groups:
        yield ""
        yield from _group(group, say)
    yield ""
    total = " + ".join(say.points(group.points) for group in match.groups)
    yield _wrapped(f"{total} = {say.points(match.score)} {say('of 100')}", "    ", "  ")


def _group(group: GroupResult, say: Wording) -> Iterator[str]:
    earned = say("{part} of {all}", part=f"{say.points(group.points):>6}", all=say.points(group.out_of))
    yield f"  {group.name:<{_NAMES + 10}}{earned}"
    for requirement in group.requirements:
        counts, strength, points = (
            say.points(requirement.out_of), say.share(requirement.strength), say.points(requirement.points),
        )  # fmt: skip
        product = f"{counts:>5} × {strength:<5} = {points:>4}"
        yield f"    {MARKS[requirement.state]} {requirement.name:<{_NAMES}}{product}"
        yield from _evidence(requirement, say)


def _evidence(requirement: RequirementResult, say: Wording) -> Iterator[str]:
    """Why it is not full, where it is partly shown, and the first line of the résumé that counts."""
    if 0 < requirement.strength < _FULL:
        yield _wrapped(requirement.why.rpartition(": ")[0] + ".", " " * 8)
    if requirement.evidence:
        first = requirement.evidence[0]
        line = say("page {page}: “{quote}”", page=first.page, quote=_safe(first.quote))
        yield " " * 8 + textwrap.shorten(line, WIDTH - 8, placeholder=" …")


def _gaps(report: FitReport, say: Wording) -> Iterator[str]:
    if not report.gaps:
        return
    yield ""
    yield "  " + say("Gaps, by what closing each alone would add")
    yield "  " + say("(not found means: not written in this résumé)")
    for gap in report.gaps[:10]:
        yield f"    +{say.points(gap.points):>5}  {gap.name} ({say(KINDS[gap.kind])})"
        yield _wrapped(gap.advice, "            ")
    if len(report.gaps) > 10:
        rest = report.gaps[10:]
        names = ", ".join(f"{gap.name} +{say.points(gap.points)}" for gap in rest)
        yield _wrapped(say("and {count} smaller ones: {names}", count=len(rest), names=names), "      ", "    ")


def _beside(report: FitReport, say: Wording) -> Iterator[str]:
    """What stands beside the score and never in it: forms of the role, the market's list, what to fix on the page."""
    best = best_variant(report.match)
    if best:
        yield ""
        line = say(
            "Fits best among the forms of the role: {name}, {score} of 100.", name=best.name, score=say.points(best.score)
        )
        yield _wrapped(line, "    ", "  ")
    found = [name for _, name, there in report.match.market if there]
    rest = [name for _, name, there in report.match.market if not there]
    if found or rest:
        yield ""
        yield "  " + say("Common in the market (beside the score, never in it)")
        yield _wrapped(say("found: {names}", names=", ".join(found) or say("none")), "      ", "    ")
        yield _wrapped(say("not found in this résumé: {names}", names=", ".join(rest) or say("none")), "      ", "    ")
    if report.health:
        yield ""
        yield "  " + say("What can be fixed on the page (apart from the score)")
    for finding in report.health:
        text = f"{finding.title}. {finding.reason} {finding.remedy}"
        yield _wrapped(_on_page(finding, text, say), "      ", "    ")


def _salary(salary: SalaryExpectation, say: Wording) -> Iterator[str]:
    yield ""
    if not salary.available:
        yield _wrapped(say("Salary: {why}", why=salary.why), "  ")
        return
    span = say.span(*salary.likely, salary.currency)
    yield _wrapped(say("Salary in {place}: likely {span} a year before tax", place=salary.place, span=span), "    ", "  ")
    centre = say("centre {amount}", amount=say.money(salary.centre, salary.currency))
    yield f"    {parts.eight_in_ten(salary, say)}; {centre}"
    for factor in salary.factors:
        yield _wrapped(f"{factor.name}: {factor.text} [{factor.source}]", "      ", "    ")
    if salary.official:
        yield _wrapped(salary.official.text, "      ", "    ")
    for guide in salary.guides:
        span = say.span(guide.low, guide.high)
        told = say("Guide “{title}”: “{phrase}”; for this place {span}.", title=guide.title, phrase=guide.phrase, span=span)
        yield _wrapped(told, "      ", "    ")
    for remark in salary.remarks:
        yield _wrapped(remark, "    ")
