"""What is marked on the pages: evidence of requirements, words that were refused, text that nobody can see. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from matching.fit.report import FitReport, RequirementResult
from matching.reading.document import Box


class MarkKind(StrEnum):
    FOUND = "found"
    REJECTED = "rejected"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on a page (from 1, in points as shown). `requirements` are the ids it is evidence of, most points first."""

    page: int
    box: Box
    kind: MarkKind
    text: str
    requirements: tuple[str, ...] = ()
    reason: str = ""
    skill: str = ""

    @property
    def order(self) -> tuple[int, float, float]:
        return self.page, round(self.box[1] / 3), self.box[0]


def found_marks(report: FitReport) -> tuple[Mark, ...]:
    """Evidence of all requirements in reading order; the same words for two requirements are one mark."""
    marks: dict[tuple[int, Box], Mark] = {}
    by_points = sorted(report.match.requirements, key=_weight)
    for requirement in by_points:
        for item in requirement.evidence:
            key = (item.page, item.box)
            if key not in marks:
                marks[key] = Mark(item.page, item.box, MarkKind.FOUND, item.text)
            if requirement.id not in marks[key].requirements:
                marks[key] = replace(marks[key], requirements=(*marks[key].requirements, requirement.id))
    return tuple(sorted(marks.values(), key=lambda mark: mark.order))


def _weight(requirement: RequirementResult) -> tuple[int, str]:
    return -requirement.points, requirement.id


def rejected_marks(report: FitReport) -> tuple[Mark, ...]:
    """Words that look like a skill and were not taken for one, with the reason."""
    return tuple(
        Mark(r.evidence.page, r.evidence.box, MarkKind.REJECTED, r.text, reason=r.reason, skill=r.skill)
        for r in report.resume.rejected
    )


def hidden_marks(report: FitReport) -> tuple[Mark, ...]:
    """Text in the file that a reader of the page cannot see; `reason` is a HiddenReason's value."""
    return tuple(
        Mark(page.number, hidden.box, MarkKind.HIDDEN, hidden.text, reason=hidden.reason.value)
        for page in report.document.pages
        for hidden in page.hidden
    )


def name_of(report: FitReport, requirement: str) -> tuple[str, str, int]:
    """(name, group's name, points in tenths) of a requirement."""
    for group in report.match.groups:
        for result in group.requirements:
            if result.id == requirement:
                return result.name, group.name, result.points
    return requirement, "", 0
