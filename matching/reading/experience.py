"""Months of experience, whole and back-end (scoring rule 5), and which positions are back-end work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matching.knowledge.headings import heading_words, plain
from matching.months import YearMonth, union_months
from matching.reading.resume import Activity, Position, PositionKind, SkillFinding

_NOT_COUNTED = {PositionKind.INTERNSHIP, PositionKind.STUDENT, PositionKind.VOLUNTEERING}
_CLASS_NAMES = {
    "frontend": "front-end work",
    "mobile": "mobile work",
    "science": "data science or analysis",
    "data": "data work",
    "quality": "testing",
    "operations": "operations",
    "support": "support",
    "design": "design",
    "security": "security",
    "hardware": "hardware or another trade",
    "teaching": "teaching or research",
    "management": "management",
}


@dataclass(frozen=True, slots=True)
class Experience:
    """The positions with their back-end verdicts and the months they add up to; months are None where nothing is dated."""

    positions: tuple[Position, ...]
    months_experience: int | None
    months_backend: int | None
    latest_end: int | None
    undated_positions: tuple[int, ...]


def complete(
    positions: Sequence[Position], skills: Sequence[SkillFinding], activities: Sequence[Activity], as_of: YearMonth
) -> Experience:
    """Judge each position and add the months up.

    Months of experience are the union of all dated positions but volunteering; back-end months leave internships, student
    jobs and volunteering out. `latest_end` is the month index at which the latest dated job ends; a running one ends with
    the month before `as_of`.
    """
    judged = tuple(_judged(i, position, skills, activities) for i, position in enumerate(positions))
    dated = [position for position in judged if position.span is not None and position.kind is not PositionKind.VOLUNTEERING]
    spans = [position.span for position in dated if position.span is not None]
    backend = [position.span for position in dated if position.span is not None and counts_as_backend(position)]
    undated = tuple(i for i, p in enumerate(judged) if p.span is None and p.kind is not PositionKind.VOLUNTEERING)
    ends = [min(span.stop, as_of.index) - 1 for span in spans if span.months]
    if not spans:
        known = None if judged else 0
        return Experience(judged, known, known, None, undated)
    return Experience(judged, union_months(spans), union_months(backend), max(ends, default=None), undated)


def counts_as_backend(position: Position) -> bool:
    """Whether a position's months are back-end months: back-end work, no internship, student job or volunteering."""
    return position.backend and position.kind not in _NOT_COUNTED


def title_class(title: str) -> str:
    """The class of work that a job title names (resources/headings/titles.toml); "" where it names none, "other" where it
    is a trade outside software."""
    words = heading_words().titles
    bare = plain(title)
    backend = words.classes["backend"].found_in(bare)
    if words.pure_management.found_in(bare) and not backend:
        return "management"
    plainly = words.plainly_software.found_in(bare) and not words.classes["management"].found_in(bare)
    if not backend and not plainly and (words.not_software.found_in(bare) or _other_trade(bare)):
        return "other"
    for name, listed in words.classes.items():
        if name != "bare" and listed.found_in(bare):
            return _weighed(name, bare)
    return "bare" if words.classes["bare"].found_in(bare) else ""


def _other_trade(bare: str) -> bool:
    """Whether a title names a trade of another field and nothing of software or engineering."""
    words = heading_words().titles
    return (
        words.trades.found_in(bare)
        and not words.classes["software"].found_in(bare)
        and not words.classes["bare"].found_in(bare)
    )


def _weighed(name: str, bare: str) -> str:
    """`name`, but for titles that hold a speciality beside building software ("Full-stack developer and team manager",
    "Co-founder and software engineer", "Security researcher and software engineer")."""
    words = heading_words().titles
    software = words.classes["software"]
    if name in {"management", "teaching", "security"} and software.found_in(bare):
        return "software"
    return name


def _judged(index: int, position: Position, skills: Sequence[SkillFinding], activities: Sequence[Activity]) -> Position:
    backend, reason = _verdict(index, position, skills, activities)
    return replace(position, backend=backend, backend_reason=reason)


def _verdict(
    index: int, position: Position, skills: Sequence[SkillFinding], activities: Sequence[Activity]
) -> tuple[bool, str]:
    """Whether a position is back-end work, and one sentence why."""
    rules = heading_words().experience
    name = title_class(position.title)
    if name in {"backend", "software"}:
        return True, f"The title “{position.title}” is back-end or general software work."
    named = heading_words().titles.classes["software"].found_in(plain(position.title))
    if name in rules.never or (name == "other" and not named):
        trade = _CLASS_NAMES.get(name, "another trade")
        return False, f"The title “{position.title}” is {trade}, which does not count as back-end work."
    signs = backend_signs(index, skills, activities)
    beside = rules.beside | {"other"}
    needed = rules.needed_bare if name == "bare" else rules.needed_beside if name in beside else rules.needed
    if len(signs) >= needed:
        return True, f"The lines of this job show back-end work: {', '.join(signs)}."
    if name in beside:
        trade = _CLASS_NAMES.get(name, "another trade")
        return False, f"The title “{position.title}” is {trade}, and the lines show too little back-end work."
    return False, "Neither the title nor at least two back-end requirements in its lines make this back-end work."


def backend_signs(index: int, skills: Sequence[SkillFinding], activities: Sequence[Activity]) -> list[str]:
    """The requirements of the back-end role that are evidenced in the lines of position `index`, by name."""
    categories = {
        skill.category for skill in skills for mention in skill.mentions if mention.position == index and not mention.negative
    }
    deeds = {activity.kind for activity in activities if activity.position == index}
    return [sign.name for sign in heading_words().experience.signs if sign.categories & categories or sign.deeds & deeds]
