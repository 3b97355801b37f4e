"""The level of a person on the guides' ladder (scoring rule 8): junior, mid, senior, lead, or other work than back-end."""

from __future__ import annotations

from collections.abc import Sequence

from matching.knowledge.headings import heading_words, plain
from matching.reading.experience import title_class
from matching.reading.resume import Activity, Level, Position, PositionKind

_RANK_ORDER = ("lead", "senior", "mid", "junior")
_LATE = 10**6


def find_level(
    positions: Sequence[Position], months_backend: int | None, activities: Sequence[Activity]
) -> tuple[Level, tuple[str, ...]]:
    """The level and the sentences that give its reasons.

    The rank word in the latest back-end title decides; without one, under three years of back-end work is junior, else mid,
    or senior where leading or mentoring is in evidence. A team led now is a lead. Where the latest work is not back-end, or
    none is, the level is other.
    """
    rules = heading_words().experience
    work = [(i, p) for i, p in enumerate(positions) if p.kind is not PositionKind.VOLUNTEERING]
    current = _latest(work)
    if current is None:
        return Level.OTHER, ("No job was found.",)
    if not any(position.backend for _, position in work):
        return Level.OTHER, ("None of the jobs is back-end work.",)
    if not positions[current].backend and not _unclear(positions[current]):
        return Level.OTHER, (f"The latest job, “{positions[current].title}”, is not back-end work.",)
    index = _latest([(i, p) for i, p in work if p.backend]) or 0
    title = positions[index].title
    rank = rank_of(title)
    if rank is not None:
        return rank, (f"The latest back-end title, “{title}”, says {rank.value}.",)
    leads = [activity for activity in activities if activity.kind in rules.team and activity.position == index]
    if leads and positions[index].present and len(leads) > 1:
        return Level.LEAD, (f"“{title}” leads a team now.",)
    months = months_backend or 0
    if months < rules.junior_below_months:
        return Level.JUNIOR, (f"Less than {rules.junior_below_months // 12} years of back-end work, and no rank in the title.",)
    if any(activity.kind in rules.leading and activity.position is not None for activity in activities):
        return Level.SENIOR, (f"{months // 12} years of back-end work, with leading or mentoring in evidence.",)
    return Level.MID, (f"{months // 12} years of back-end work, no rank in the title, no leading or mentoring in evidence.",)


def rank_of(title: str) -> Level | None:
    """The rank that a title's words give; the higher of two ("Team Lead and Senior Developer" is a lead)."""
    ranks = heading_words().titles.ranks
    bare = plain(title)
    for name in _RANK_ORDER:
        if ranks[name].found_in(bare):
            return Level(name)
    return None


def _latest(positions: Sequence[tuple[int, Position]]) -> int | None:
    """Index of the position that ends last (running ones latest, then the one begun last); without dates the first."""
    if not positions:
        return None
    dated = [(i, p) for i, p in positions if p.span is not None]
    if not dated:
        return positions[0][0]
    return max(
        dated,
        key=lambda item: (_LATE if item[1].present else item[1].span.stop if item[1].span else 0, _start(item[1]), -item[0]),
    )[0]


def _start(position: Position) -> int:
    return position.span.first if position.span else 0


def _unclear(position: Position) -> bool:
    """Whether a job says too little to call it other work: a bare title beside back-end jobs."""
    return title_class(position.title) in {"bare", "data", "security"}
