"""A report in another language: every sentence of ours said anew, everything from the résumé and the guides as it was.

The report itself stays English, for the store and the JSON; this makes the one that is shown or printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from matching.fit.report import FitReport, Gap, GroupResult, HealthFinding, ProfileMatch, RequirementResult, SalaryExpectation
from matching.knowledge.phrases import ENGLISH, phrase_book, said
from matching.reading.document import Notice
from matching.reading.resume import Resume

Say = Callable[[str], str]


def report_in(report: FitReport, language: str) -> FitReport:
    """The report as it is said in a language such as "de"; the same one where that is English or unknown."""
    if phrase_book(language) is ENGLISH:
        return report
    say: Say = partial(said, language=language)
    return replace(
        report,
        document=replace(report.document, notices=_notices(report.document.notices, say)),
        resume=_resume(report.resume, say),
        match=match_in(report.match, language),
        gaps=tuple(_gap(gap, say) for gap in report.gaps),
        salary=salary_in(report.salary, language),
        health=tuple(_finding(finding, say) for finding in report.health),
    )


def match_in(match: ProfileMatch, language: str) -> ProfileMatch:
    """The score's names and reasons in a language."""
    say: Say = partial(said, language=language)
    return replace(
        match,
        role_name=say(match.role_name),
        groups=tuple(_group(group, say) for group in match.groups),
        variants=tuple(replace(variant, name=say(variant.name)) for variant in match.variants),
    )


def salary_in(salary: SalaryExpectation, language: str) -> SalaryExpectation:
    """The expectation's sentences in a language; the guides' own words stay."""
    say: Say = partial(said, language=language)
    factors = (replace(f, name=say(f.name), text=say(f.text), source=say(f.source)) for f in salary.factors)
    official = salary.official
    return replace(
        salary,
        why=say(salary.why),
        place=say(salary.place),
        factors=tuple(factors),
        official=official and replace(official, text=say(official.text), source=say(official.source)),
        remarks=tuple(map(say, salary.remarks)),
    )


def _group(group: GroupResult, say: Say) -> GroupResult:
    return replace(group, name=say(group.name), requirements=tuple(_requirement(r, say) for r in group.requirements))


def _requirement(result: RequirementResult, say: Say) -> RequirementResult:
    return replace(result, name=say(result.name), why=say(result.why))


def _gap(gap: Gap, say: Say) -> Gap:
    return replace(
        gap,
        name=say(gap.name),
        advice=say(gap.advice),
        evidence_hint=say(gap.evidence_hint),
        wording_hint=say(gap.wording_hint),
        check_first=say(gap.check_first),
    )


def _finding(finding: HealthFinding, say: Say) -> HealthFinding:
    return replace(finding, title=say(finding.title), reason=say(finding.reason), remedy=say(finding.remedy))


def _notices(notices: Iterable[Notice], say: Say) -> tuple[Notice, ...]:
    return tuple(replace(notice, text=say(notice.text)) for notice in notices)


def _resume(resume: Resume, say: Say) -> Resume:
    return replace(
        resume,
        positions=tuple(replace(p, backend_reason=say(p.backend_reason)) for p in resume.positions),
        rejected=tuple(replace(r, reason=say(r.reason)) for r in resume.rejected),
        level_reasons=tuple(map(say, resume.level_reasons)),
        notices=_notices(resume.notices, say),
    )
