"""From a document to the whole report, in the order of the one path: understand, match, find gaps, expect a salary."""

from __future__ import annotations

from dataclasses import replace

import matching
from matching.fit.gaps import find_gaps
from matching.fit.health import find_health
from matching.fit.profile_match import match_profile
from matching.fit.report import FitReport
from matching.fit.request import Request
from matching.fit.salary import expect_salary
from matching.knowledge.roles import DEFAULT_ROLE, load_role
from matching.knowledge.salaries import load_salaries
from matching.knowledge.skills import load_skill_book
from matching.reading.document import Document
from matching.reading.reader import read_resume


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
    """`report_for` for a batch, done in the reading processes: the pages come back without their words, to keep it light."""
    report = report_for(document, request)
    pages = tuple(replace(page, lines=(), hidden=(), images=()) for page in document.pages)
    return replace(report, document=replace(document, pages=pages))


def warm_up() -> None:
    """Load all tables, so that the first report is as quick as the next."""
    load_role(DEFAULT_ROLE)
    load_skill_book()
    load_salaries()
