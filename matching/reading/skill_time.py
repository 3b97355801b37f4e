"""How long and how lately a skill was used: from the dated jobs that name it (scoring rule 5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matching.months import MonthSpan, union_months
from matching.reading.resume import Mention, Position, Where


def spans_of(mentions: Iterable[Mention], positions: Sequence[Position]) -> frozenset[MonthSpan]:
    """The spans of the dated jobs in which a skill is mentioned."""
    jobs = {m.position for m in mentions if m.where is Where.EXPERIENCE and m.position is not None}
    return frozenset(span for job in jobs if (span := positions[job].span) is not None)


def time_of(spans: Iterable[MonthSpan]) -> tuple[int, int | None]:
    """Months of use, overlaps counted once, and the index of the last month (None without a dated job)."""
    known = [span for span in spans if span.months > 0]
    return union_months(known), max((span.stop - 1 for span in known), default=None)
