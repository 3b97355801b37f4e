"""A plan sheet to hand to the client: three gaps, what would count as evidence, room to write, the next date."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.export.options import ReportOptions
from desktop.export.paper import AMBER, LINE, SOFT, Cell, Flow, Sheet, box_mark, line_mark
from desktop.export.report_parts import KIND_WORDS, footer
from desktop.export.report_sheets import BOLD, add_footers
from desktop.export.text_report import tenths
from matching.fit.report import FitReport, Gap
from matching.fit.what_if import plan_order
from matching.reading.text import shown

MOST = 3


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
    """The sheet, or two where texts are long. Needs a QGuiApplication for its fonts."""
    flow = Flow(options.paper)
    if options.printed:
        flow.row([Cell(f"Printed {options.printed}", 0, flow.inner, right=True, size=8, colour=SOFT)], 12)
    name = shown(report.resume.contact.name or report.document.name)
    flow.text(f"Plan for {name}" if options.show_name else "Plan", 20, BOLD, leading=1.3)
    flow.text(f"Towards {report.match.role_name}. Now {tenths(report.match.score)} of 100.", colour=SOFT)
    if options.note:
        flow.heading("Note")
        for line in options.note.splitlines():
            flow.text(shown(line))
    gaps = planned_gaps(report, plan)
    for number, gap in enumerate(gaps, 1):
        _gap(flow, number, gap)
    if not gaps:
        flow.heading("No gap is open")
    _next(flow, plan.next_day)
    add_footers(flow, footer(report))
    return tuple(flow.sheets)


def _gap(flow: Flow, number: int, gap: Gap) -> None:
    flow.heading(f"{number}. {gap.name}")
    flow.text(f"Worth {tenths(gap.points)} points. Now: {KIND_WORDS[gap.kind.value]}. Effort: {gap.effort.value}.", colour=SOFT)
    if gap.check_first:
        flow.text(shown(f"Check first: {gap.check_first}"), colour=AMBER)
    flow.text(shown(gap.advice))
    told = (("What would count as evidence", gap.evidence_hint), ("How to word it truthfully", gap.wording_hint))
    for title, text in told:
        if text:
            flow.room(48)  # a title stays with what follows
            flow.space(3)
            flow.text(title, 8.5, BOLD, SOFT)
            flow.text(shown(text))
    flow.space(4)
    _lines(flow, "What I did, where, and what came of it:")


def _lines(flow: Flow, title: str) -> None:
    """A title and two lines to write on."""
    flow.room(60)
    flow.text(title, 8.5, BOLD, SOFT)
    for _ in range(2):
        flow.space(17)
        y = flow.y
        flow.mark(line_mark(flow.left, y, flow.right, y, LINE, 0.8))
    flow.space(6)


def _next(flow: Flow, day: str) -> None:
    flow.room(70)
    flow.space(14)
    flow.mark(box_mark(flow.left, flow.y, flow.inner, 34, "#F5F6F7", LINE))
    flow.space(8)
    flow.row([Cell("We meet again on", 14, 140, weight=BOLD), Cell(day or "", 160, flow.inner - 180, weight=BOLD)], 18)
    flow.space(14)
