"""What can be asked about a case without changing it: what if, the smallest set for a score, pay by place, an offer. No Qt."""

from __future__ import annotations

from desktop.cases.engine import Engine
from desktop.cases.values import Case, WhatIf
from matching.fit.report import SalaryExpectation


def what_if(engine: Engine, case: Case) -> WhatIf:
    """What the ticked gaps would make of the score (tenths); the parts add up to the difference. The case has a report."""
    assert case.report is not None
    match = case.report.match
    parts = tuple((gap.name, gap.points) for gap in case.report.gaps if gap.requirement in case.ticked)
    return WhatIf(match.score, engine.score_with(match, case.ticked_gaps), parts)


def reach(engine: Engine, case: Case, target: int) -> tuple[str, ...] | None:
    """The smallest set of gaps (requirement ids) that reaches `target` (tenths); None where none does."""
    return engine.smallest_set(case.report, target) if case.report else None


def pay_by_place(engine: Engine, case: Case) -> tuple[SalaryExpectation, ...]:
    """The expectation in the places to compare with, the chosen one among them; nothing without a report."""
    return engine.pay_by_place(case.report, case.assumptions) if case.report else ()


def offer_words(engine: Engine, case: Case) -> str:
    """Where the user's own offer lies; "" without an offer or an expectation."""
    if case.report is None or not case.report.salary.available or case.assumptions.offer is None:
        return ""
    return engine.offer_words(case.assumptions.offer, case.report.salary)
