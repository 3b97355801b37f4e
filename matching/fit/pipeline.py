"""From a document to the whole report, in the order of the one path: understand, match, find gaps, expect a salary."""

from __future__ import annotations

from dataclasses import dataclass, field

import matching
from matching.fit.gaps import find_gaps
from matching.fit.health import find_health
from matching.fit.profile_match import match_profile
from matching.fit.report import FitReport
from matching.fit.salary import SalaryQuestion, expect_salary
from matching.knowledge.roles import load_role
from matching.knowledge.salaries import load_salaries
from matching.knowledge.skills import load_skill_book
from matching.months import YearMonth
from matching.reading.document import Document
from matching.reading.reader import read_resume

DEFAULT_ROLE = "senior-backend-engineer"


@dataclass(frozen=True, slots=True)
class Request:
    """What to hold a résumé against. `as_of` is the month that "present" means; unset salary fields come from the résumé."""

    as_of: YearMonth
    role: str = DEFAULT_ROLE
    variant: str | None = None
    salary: SalaryQuestion = field(default_factory=SalaryQuestion)
    corrections: tuple[object, ...] = ()


def report_for(document: Document, request: Request) -> FitReport:
    """The whole report of a document. Pure: the same document and request give an equal report.

    Raises FactError where a table in `resources/` is wrong, ValueError for an unknown role or variant.
    """
    profile = load_role(request.role)
    resume = read_resume(document, load_skill_book(), request.as_of, request.corrections)
    match = match_profile(
        resume, profile, request.variant, uncertain=document.uncertain, missing_pages=len(document.pages) < document.page_count
    )
    return FitReport(
        engine_version=matching.__version__,
        as_of=request.as_of,
        document=document,
        resume=resume,
        match=match,
        gaps=find_gaps(match, resume, profile),
        salary=expect_salary(request.salary, resume, load_salaries()),
        health=find_health(document, resume),
    )


def score_document(document: Document, request: Request) -> FitReport:
    """`report_for` under the name by which a batch asks its reading processes for it."""
    return report_for(document, request)


def warm_up() -> None:
    """Load all tables, so that the first report is as quick as the next."""
    load_role(DEFAULT_ROLE)
    load_skill_book()
    load_salaries()
