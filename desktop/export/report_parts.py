"""The sentences of a report that HTML, PDF and print share: headings, the score in words, rows and captions.

Each function says its part in the language of the `Wording` it is given.
"""

from __future__ import annotations

import re

from desktop.export.options import ReportOptions
from desktop.export.redaction import without_person
from desktop.export.wording import Wording
from matching.fit.report import Band, Effort, FitReport, Gap, GroupResult, GuidePay, RequirementResult, SalaryExpectation, State
from matching.fit.retelling import report_in
from matching.reading.document import Notice

BANDS = {Band.EARLY: "Early fit", Band.CLOSE: "Close fit", Band.STRONG: "Strong fit"}
SCALE = {Band.EARLY: "Early 0–49", Band.CLOSE: "Close 50–74", Band.STRONG: "Strong 75+"}
STATES = {State.MET: "found", State.PARTLY: "partly", State.NOT_FOUND: "not found in this résumé"}
KINDS = {"missing": "not found", "listed_only": "listed only", "stale": "long ago", "partly": "partly shown"}
EFFORTS = {Effort.SMALL: "small effort", Effort.MEDIUM: "medium effort", Effort.LARGE: "large effort"}
NOT_FOUND_MEANS = "Not found means: not written in this résumé. It does not say that the person cannot do it."


def told(report: FitReport, options: ReportOptions) -> FitReport:
    """The report as it shall be written: in the language of the options, without the person where that is wished."""
    said = report_in(report, options.language)
    return said if options.show_name else without_person(said)


def title(report: FitReport, options: ReportOptions, say: Wording) -> str:
    """Whose report it is."""
    name = report.resume.contact.name or report.document.name
    return name if options.show_name else say("Résumé without name")


def about(report: FitReport, options: ReportOptions, say: Wording) -> str:
    """The line below the title: role, pages, file, date."""
    count = report.document.page_count
    pages = say("1 page") if count == 1 else say("{count} pages", count=count)
    file = f", {report.document.name}" if options.show_name else ""
    line = say("Fit for {role}. {pages}{file}.", role=report.match.role_name, pages=pages, file=file)
    return f"{line} {say('Printed {date}.', date=options.printed)}" if options.printed else line


def whole(points: int) -> str:
    """The score for large type: a whole number, rounded down (74.6 shows as 74)."""
    return str(points // 10)


def verdict(report: FitReport, say: Wording) -> str:
    """The plain verdict, such as "Close fit, 6.0 points below strong"."""
    match = report.match
    if match.band is Band.STRONG:
        return say(BANDS[match.band])
    if match.band is Band.CLOSE:
        return say("Close fit, {points} points below strong", points=say.points(750 - match.score))
    return say("Early fit, {points} points below close", points=say.points(500 - match.score))


def counted(report: FitReport, say: Wording) -> str:
    """How many requirements were found, and what the biggest gaps are worth."""
    requirements = report.match.requirements
    found = sum(r.state is not State.NOT_FOUND for r in requirements)
    text = say("{found} of {count} requirements found in this résumé.", found=found, count=len(requirements))
    biggest = report.gaps[:3]
    if len(biggest) == 3:
        text += " " + say(
            "The three biggest gaps are worth {points} points.", points=say.points(sum(g.points for g in biggest))
        )
    return text


def uncertain(report: FitReport, say: Wording) -> str:
    """The sentence about a score that may lie lower or higher, or nothing."""
    match = report.match
    if match.low == match.high == match.score:
        return ""
    return say(
        "Reading was uncertain: the score lies between {low} and {high}.",
        low=say.points(match.low),
        high=say.points(match.high),
    )


def found_in(group: GroupResult, say: Wording) -> str:
    found = sum(r.state is not State.NOT_FOUND for r in group.requirements)
    return say("{part} of {all}", part=found, all=len(group.requirements))


def out_of(part: GroupResult | RequirementResult, say: Wording) -> str:
    """Points of a group or requirement: "15.0 of 18.0"."""
    return say("{part} of {all}", part=say.points(part.points), all=say.points(part.out_of))


def sum_written_out(report: FitReport, say: Wording) -> str:
    """The sum of the groups, so that it can be redone with pencil and paper."""
    return " + ".join(say.points(g.points) for g in report.match.groups) + f" = {say.points(report.match.score)}"


def gap_kind(gap: Gap, say: Wording) -> str:
    """ "not found, small effort"."""
    return f"{say(KINDS[gap.kind.value])}, {say(EFFORTS[gap.effort])}"


def notice_line(notice: Notice, say: Wording) -> str:
    """A notice with its page, unless it names the page itself."""
    if notice.page is None or re.search(rf"\b{notice.page}\b", notice.text):
        return notice.text
    return say("Page {page}: {text}", page=notice.page, text=notice.text)


def salary_heading(report: FitReport, say: Wording) -> str:
    """The range in one line, or that there is none."""
    salary = report.salary
    if not salary.available:
        return say("No figure for this place")
    return say("{span} a year, before tax", span=say.span(*salary.likely, salary.currency))


def eight_in_ten(salary: SalaryExpectation, say: Wording) -> str:
    """The wide band in half a sentence."""
    low, high = (say.money(amount, salary.currency) for amount in salary.wide)
    return say("eight in ten between {low} and {high}", low=low, high=high)


def guide_line(guide: GuidePay, say: Wording) -> str:
    """A guide's own words about pay, and what they come to here."""
    return say(
        "{title} ({file}): “{phrase}”; for this place {span}.",
        title=guide.title,
        file=guide.guide,
        phrase=guide.phrase,
        span=say.span(guide.low, guide.high),
    )


def prepared_by(options: ReportOptions, say: Wording) -> str:
    """Who made it, for the foot; nothing where nobody wishes to be named."""
    name, line = (" ".join(text.split()) for text in (options.by, options.by_line))
    return " · ".join(filter(None, (say("Prepared by {name}", name=name) if name else "", line)))


def footer(report: FitReport, say: Wording) -> str:
    match = report.match
    return say(
        "Rolefit {version}, {role}, edition {edition}, as of {month}. Made offline on this computer.",
        version=report.engine_version,
        role=match.role_name,
        edition=match.edition,
        month=say.month(report.as_of),
    )
