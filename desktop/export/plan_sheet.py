"""A plan sheet to hand to the client: three gaps, what would count as evidence, room to write, the next date."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.export import report_parts as parts
from desktop.export.options import ReportOptions
from desktop.export.paper import AMBER, LINE, SOFT, Cell, Flow, Sheet, box_mark, line_mark
from desktop.export.report_sheets import BOLD, add_footers
from desktop.export.wording import Wording, wording_in
from matching.fit.report import FitReport, Gap
from matching.fit.what_if import plan_order
from matching.reading.text import shown

MOST = 3
DENSITIES = (1.0, 0.92, 0.84)  # 8 points at least


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What to plan: requirement ids (the biggest gaps where empty), and the next date as it shall stand there."""

    requirements: tuple[str, ...] = ()
    next_day: str = ""


def planned_gaps(report: FitReport, plan: SheetPlan) -> tuple[Gap, ...]:
    """The gaps of the plan that are still open, else the biggest; three at most, each behind those that it builds on."""
    chosen = tuple(gap for gap in report.gaps if gap.requirement in plan.requirements)
    few = {gap.requirement: gap for gap in (chosen or report.gaps)[:MOST]}
    return tuple(few[requirement] for requirement in plan_order(tuple(few.values()), few))


def plan_sheets(report: FitReport, options: ReportOptions, plan: SheetPlan) -> tuple[Sheet, ...]:
    """The sheet, set closer where that keeps it one; two where texts are long. Needs a QGuiApplication for its fonts."""
    report = parts.told(report, options)
    made = [_sheets(report, options, plan, density) for density in DENSITIES]
    return min(made, key=len)


def _sheets(report: FitReport, options: ReportOptions, plan: SheetPlan, density: float) -> tuple[Sheet, ...]:
    say = wording_in(options.language)
    flow = Flow(options.paper, density)
    if options.printed:
        printed = say("Printed {date}.", date=options.printed)
        flow.row([Cell(printed, 0, flow.inner, right=True, size=8, colour=SOFT)], 12)
    flow.title(shown(plan_title(report, options)))
    score = say.points(report.match.score)
    flow.text(say("Towards {role}. Now {score} of 100.", role=report.match.role_name, score=score), colour=SOFT)
    if options.note:
        flow.heading(say("Note"))
        for line in options.note.splitlines():
            flow.text(shown(line))
    gaps = planned_gaps(report, plan)
    for number, gap in enumerate(gaps, 1):
        _gap(flow, number, gap, say)
    if not gaps:
        flow.heading(say("No gap is open"))
    _next(flow, plan.next_day, say)
    add_footers(flow, report, options, say)
    return tuple(flow.sheets)


def plan_title(report: FitReport, options: ReportOptions) -> str:
    """Whose plan it is, if that may be said."""
    say, name = wording_in(options.language), report.resume.contact.name or report.document.name
    return say("Plan for {name}", name=" ".join(name.split())) if options.show_name else say("Plan")


def _gap(flow: Flow, number: int, gap: Gap, say: Wording) -> None:
    flow.heading(f"{number}. {gap.name}")
    now, effort = say(parts.KINDS[gap.kind.value]), say(parts.EFFORTS[gap.effort])
    flow.text(
        say("Worth {points} points. Now: {now}; {effort}.", points=say.points(gap.points), now=now, effort=effort), colour=SOFT
    )
    if gap.check_first:
        flow.text(shown(say("Check first: {what}", what=gap.check_first)), colour=AMBER)
    flow.text(shown(gap.advice))
    told = ((say("What would count as evidence"), gap.evidence_hint), (say("How to word it truthfully"), gap.wording_hint))
    for title, text in told:
        if text:
            flow.room(48)  # a title stays with what follows
            flow.space(3)
            flow.text(title, 8.5, BOLD, SOFT)
            flow.text(shown(text))
    flow.space(4)
    _lines(flow, say("What I did, where, and what came of it:"))


def _lines(flow: Flow, title: str) -> None:
    """A title and two lines to write on."""
    flow.room(60)
    flow.text(title, 8.5, BOLD, SOFT)
    for _ in range(2):
        flow.space(17)
        y = flow.y
        flow.mark(line_mark(flow.left, y, flow.right, y, LINE, 0.8))
    flow.space(6)


def _next(flow: Flow, day: str, say: Wording) -> None:
    flow.room(70)
    flow.space(14)
    flow.mark(box_mark(flow.left, flow.y, flow.inner, 34, "#F5F6F7", LINE))
    flow.space(8)
    flow.row([Cell(say("We meet again on"), 14, 140, weight=BOLD), Cell(day or "", 160, flow.inner - 180, weight=BOLD)], 18)
    flow.space(14)
