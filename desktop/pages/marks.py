"""What is marked on the pages: evidence of requirements, words that were refused, text that nobody can see. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
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
    texts: dict[tuple[int, Box], str] = {}
    asked: dict[tuple[int, Box], dict[str, None]] = {}
    for requirement in sorted(report.match.requirements, key=_weight):
        for item in requirement.evidence:
            key = (item.page, item.box)
            texts.setdefault(key, item.text)
            asked.setdefault(key, {})[requirement.id] = None
    marks = (Mark(page, box, MarkKind.FOUND, text, tuple(asked[page, box])) for (page, box), text in texts.items())
    return tuple(sorted(marks, key=lambda mark: mark.order))


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
