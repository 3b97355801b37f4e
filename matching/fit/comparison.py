"""Results side by side: by group, and requirement by requirement what was gained and lost. Points are tenths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from matching.fit.report import Band, FitReport, GapKind, RequirementResult
from matching.reading.resume import Level


@dataclass(frozen=True, slots=True)
class GroupComparison:
    """One group in all results, in the order given."""

    id: str
    name: str
    points: tuple[int, ...]
    out_of: int


@dataclass(frozen=True, slots=True)
class RequirementChange:
    """A requirement whose points differ between two results, with the sentence that makes the newer ones."""

    id: str
    name: str
    before: int
    after: int
    why: str

    @property
    def difference(self) -> int:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to four results side by side. `comparable` is false where engine, role, edition or variant differ: then a change
    may be the program's and not the person's."""

    scores: tuple[int, ...]
    groups: tuple[GroupComparison, ...]
    gained: tuple[RequirementChange, ...]
    lost: tuple[RequirementChange, ...]
    comparable: bool


def compare(reports: Sequence[FitReport]) -> Comparison:
    """Compare two to four reports; gained and lost are from the first to the last. Raises ValueError for other numbers."""
    if not 2 <= len(reports) <= 4:
        raise ValueError("two to four results can be compared")
    first, last = reports[0], reports[-1]
    changes = _changes(first, last)
    return Comparison(
        scores=tuple(report.match.score for report in reports),
        groups=tuple(_group(reports, index) for index in range(len(last.match.groups))) if _same_role(reports) else (),
        gained=tuple(c for c in changes if c.difference > 0),
        lost=tuple(c for c in changes if c.difference < 0),
        comparable=len({_edition(report) for report in reports}) == 1,
    )


def _edition(report: FitReport) -> tuple[str, str, str, str]:
    match = report.match
    return report.engine_version, match.role, match.edition, match.variant


def _same_role(reports: Sequence[FitReport]) -> bool:
    return len({tuple(group.id for group in report.match.groups) for report in reports}) == 1


def _group(reports: Sequence[FitReport], index: int) -> GroupComparison:
    groups = [report.match.groups[index] for report in reports]
    return GroupComparison(groups[-1].id, groups[-1].name, tuple(group.points for group in groups), groups[-1].out_of)


def _changes(first: FitReport, last: FitReport) -> list[RequirementChange]:
    """Largest difference first; equal ones in the profile's order."""
    before: dict[str, RequirementResult] = {r.id: r for r in first.match.requirements}
    found = [
        RequirementChange(r.id, r.name, before[r.id].points, r.points, r.why)
        for r in last.match.requirements
        if r.id in before and before[r.id].points != r.points
    ]
    return sorted(found, key=lambda change: -abs(change.difference))


@dataclass(frozen=True, slots=True)
class GapCount:
    """How many of the chosen people have a gap, by kind, and what closing it would add to all of them together (tenths)."""

    requirement: str
    name: str
    people: int
    missing: int
    listed_only: int
    stale: int
    points: int


@dataclass(frozen=True, slots=True)
class GroupSummary:
    """Several people without their names, to plan a workshop with. Scores in tenths."""

    people: int
    lowest: int
    middle: int
    highest: int
    bands: tuple[tuple[Band, int], ...]
    levels: tuple[tuple[Level, int], ...]
    gaps: tuple[GapCount, ...]


def summarise(reports: Sequence[FitReport]) -> GroupSummary:
    """The commonest gaps, levels and bands over the reports of chosen people. Holds no names. Raises ValueError for none."""
    if not reports:
        raise ValueError("nobody was chosen")
    scores = sorted(report.match.score for report in reports)
    bands = Counter(report.match.band for report in reports)
    levels = Counter(report.resume.level for report in reports)
    return GroupSummary(
        people=len(reports),
        lowest=scores[0],
        middle=int(median(scores)),
        highest=scores[-1],
        bands=tuple((band, bands[band]) for band in Band if bands[band]),
        levels=tuple((level, levels[level]) for level in Level if levels[level]),
        gaps=_gap_counts(reports),
    )


def _gap_counts(reports: Sequence[FitReport]) -> tuple[GapCount, ...]:
    counts: dict[str, GapCount] = {}
    for report in reports:
        for gap in report.gaps:
            old = counts.get(gap.requirement, GapCount(gap.requirement, gap.name, 0, 0, 0, 0, 0))
            counts[gap.requirement] = GapCount(
                old.requirement,
                old.name,
                old.people + 1,
                old.missing + (gap.kind is GapKind.MISSING),
                old.listed_only + (gap.kind is GapKind.LISTED_ONLY),
                old.stale + (gap.kind is GapKind.STALE),
                old.points + gap.points,
            )
    return tuple(sorted(counts.values(), key=lambda count: (-count.people, -count.points, count.requirement)))
