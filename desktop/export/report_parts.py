"""The sentences of a report that HTML, PDF and print share: headings, the score in words, rows and captions."""

from __future__ import annotations

from desktop.export.text_report import tenths
from matching.fit.report import Band, FitReport, GroupResult, State

BAND_WORDS = {Band.EARLY: "Early fit", Band.CLOSE: "Close fit", Band.STRONG: "Strong fit"}
STATE_WORDS = {State.MET: "found", State.PARTLY: "partly", State.NOT_FOUND: "not found in this résumé"}
KIND_WORDS = {"missing": "not found", "listed_only": "listed only", "stale": "long ago", "partly": "partly shown"}
NEXT_BAND = {Band.EARLY: (500, "close"), Band.CLOSE: (750, "strong")}


def whole(points: int) -> str:
    """The score for large type: a whole number, rounded down (74.6 shows as 74)."""
    return str(points // 10)


def verdict(report: FitReport) -> str:
    """The plain verdict, such as "Close fit, 6.0 points below strong"."""
    match = report.match
    words = BAND_WORDS[match.band]
    if match.band in NEXT_BAND:
        edge, name = NEXT_BAND[match.band]
        return f"{words}, {tenths(edge - match.score)} points below {name}"
    return words


def counted(report: FitReport) -> str:
    """How many requirements were found, and what the biggest gaps are worth."""
    requirements = report.match.requirements
    found = sum(r.state is not State.NOT_FOUND for r in requirements)
    text = f"{found} of {len(requirements)} requirements found in this résumé."
    biggest = report.gaps[:3]
    if len(biggest) == 3:
        text += f" The three biggest gaps are worth {tenths(sum(g.points for g in biggest))} points."
    return text


def uncertain(report: FitReport) -> str:
    """The sentence about a score that may lie lower or higher, or nothing."""
    match = report.match
    if match.low == match.high == match.score:
        return ""
    return f"Reading was uncertain: the score lies between {tenths(match.low)} and {tenths(match.high)}."


def found_in(group: GroupResult) -> str:
    found = sum(r.state is not State.NOT_FOUND for r in group.requirements)
    return f"{found} of {len(group.requirements)}"


def sum_written_out(report: FitReport) -> str:
    """The sum of the groups, so that it can be redone with pencil and paper."""
    return " + ".join(tenths(g.points) for g in report.match.groups) + f" = {tenths(report.match.score)}"


def money(dollars: int, currency: str = "USD") -> str:
    return f"${dollars:,}" if currency == "USD" else f"{dollars:,} {currency}"


def salary_heading(report: FitReport) -> str:
    """The range in one line, or that there is none."""
    salary = report.salary
    if not salary.available:
        return "No figure for this place"
    return f"{money(salary.likely[0], salary.currency)} to {money(salary.likely[1], salary.currency)} a year, before tax"


def footer(report: FitReport) -> str:
    match = report.match
    edition = f"{match.role_name}, edition {match.edition}"
    return f"Rolefit {report.engine_version}, {edition}, as of {report.as_of}. Made offline on this computer."
