"""What the window, the exports and the JSON show: fit, gaps, salary, health, in one value. The last step of the one path.

Points are whole tenths (`int`): 123 is 12.3 points. `score` is their plain sum; nothing is rounded twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from matching.errors import Problem
from matching.months import YearMonth
from matching.reading.document import Box, Document, Notice
from matching.reading.resume import Evidence, Resume


class State(StrEnum):
    MET = "met"
    PARTLY = "partly"
    NOT_FOUND = "not_found"


class GapKind(StrEnum):
    MISSING = "missing"
    LISTED_ONLY = "listed_only"
    STALE = "stale"
    PARTLY = "partly"


class Effort(StrEnum):
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Band(StrEnum):
    EARLY = "early"
    CLOSE = "close"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a requirement, weight or figure comes from: a guide's file name and title, and its words, verbatim."""

    guide: str
    title: str
    phrase: str


@dataclass(frozen=True, slots=True)
class RequirementResult:
    """One requirement held against the résumé. `points` and `out_of` in tenths; `strength` in thousandths of full.

    `why` is one sentence with the numbers that make the points; `kind` is None where nothing is missing.
    `low_points`, `high_points` differ from `points` only where reading was uncertain (scoring rule 10).
    """

    id: str
    name: str
    group: str
    points: int
    out_of: int
    strength: int
    state: State
    kind: GapKind | None
    why: str
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]
    low_points: int
    high_points: int
    fulfilled_by: tuple[str, ...] = ()  # skill or activity ids that count


@dataclass(frozen=True, slots=True)
class GroupResult:
    id: str
    name: str
    requirements: tuple[RequirementResult, ...]

    @property
    def points(self) -> int:
        return sum(r.points for r in self.requirements)

    @property
    def out_of(self) -> int:
        return sum(r.out_of for r in self.requirements)


@dataclass(frozen=True, slots=True)
class VariantResult:
    """The score under another weighting of the same role (architect, team lead …)."""

    id: str
    name: str
    score: int
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class ProfileMatch:
    """A résumé held against a role profile."""

    role: str
    role_name: str
    edition: str
    variant: str
    groups: tuple[GroupResult, ...]
    variants: tuple[VariantResult, ...]
    market: tuple[tuple[str, str, bool], ...] = ()  # (skill id, name, found): common in the market, beside the score

    @property
    def requirements(self) -> tuple[RequirementResult, ...]:
        return tuple(r for g in self.groups for r in g.requirements)

    @property
    def score(self) -> int:
        return sum(g.points for g in self.groups)

    @property
    def low(self) -> int:
        return sum(r.low_points for r in self.requirements)

    @property
    def high(self) -> int:
        return sum(r.high_points for r in self.requirements)

    @property
    def band(self) -> Band:
        """Early under 50, close under 75, strong from 75, from the exact score (scoring rule 8)."""
        return Band.EARLY if self.score < 500 else Band.CLOSE if self.score < 750 else Band.STRONG


@dataclass(frozen=True, slots=True)
class Gap:
    """A requirement below full. `points` (tenths) is exactly what the score rises by if this gap alone is closed."""

    requirement: str
    name: str
    group: str
    points: int
    kind: GapKind
    effort: Effort
    advice: str
    evidence_hint: str = ""  # what would count as evidence
    wording_hint: str = ""  # how to word it truthfully
    check_first: str = ""  # why the résumé hints that the person may have it already
    after: tuple[str, ...] = ()  # requirements worth closing before
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of the salary expectation; `value` in US dollars a year for the base, else a ratio."""

    name: str
    value: float
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class OfficialPay:
    """The official table's quarter points for the place, US dollars a year."""

    p25: int
    p50: int
    p75: int
    text: str
    source: str
    p10: int | None = None
    p90: int | None = None


@dataclass(frozen=True, slots=True)
class GuidePay:
    """A guide's own figure: as stated, and adjusted for the place. US dollars a year."""

    low: int
    high: int
    stated: tuple[int, int]
    guide: str
    title: str
    phrase: str


@dataclass(frozen=True, slots=True)
class SalaryExpectation:
    """What pay to expect; where `available` is false only `why` is filled. US dollars a year before tax, base pay."""

    available: bool
    why: str = ""
    currency: str = "USD"
    place: str = ""
    level: str = ""
    base: str = "official"
    centre: int = 0
    likely: tuple[int, int] = (0, 0)
    wide: tuple[int, int] = (0, 0)
    factors: tuple[Factor, ...] = ()
    official: OfficialPay | None = None
    guides: tuple[GuidePay, ...] = ()
    remarks: tuple[str, ...] = ()  # sentences to show below: comparison, ages, what is judgement, outlook
    default_place: bool = False  # no place is named: `place` is the one chosen for that case


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """Something a person can fix on the page; apart from the score."""

    id: str
    title: str
    reason: str
    remedy: str
    page: int | None = None
    box: Box | None = None
    severity: str = "hint"  # hint | warning


@dataclass(frozen=True, slots=True)
class FitReport:
    """Everything about one résumé: what was read, what it scores and why, what is missing, what pay to expect."""

    engine_version: str
    as_of: YearMonth
    document: Document
    resume: Resume
    match: ProfileMatch
    gaps: tuple[Gap, ...]
    salary: SalaryExpectation
    health: tuple[HealthFinding, ...] = ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        return self.document.notices + self.resume.notices


@dataclass(frozen=True, slots=True)
class UnreadReport:
    """A file without a result: the problem instead. `sha256` empty and `pages` 0 where unknown."""

    engine_version: str
    as_of: YearMonth
    role: str
    edition: str
    name: str
    path: str
    sha256: str
    pages: int
    problem: Problem
    detail: str = ""
