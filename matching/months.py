"""Calendar months as plain numbers: what "present" means, how long a job was, which spans overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A calendar month, 1 = January."""

    year: int
    month: int

    @property
    def index(self) -> int:
        """Months since year 0, so that subtracting two gives a length in months."""
        return self.year * 12 + self.month - 1

    @classmethod
    def from_index(cls, index: int) -> YearMonth:
        return cls(index // 12, index % 12 + 1)

    @classmethod
    def parse(cls, text: str) -> YearMonth:
        """Read `YYYY-MM`. Raises ValueError for anything else."""
        found = re.fullmatch(r"(\d{4})-(\d{2})", text)
        if not found or not 1 <= int(found[2]) <= 12:
            raise ValueError(f"not a month as YYYY-MM: {text!r}")
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True, order=True)
class MonthSpan:
    """Months from `first` up to but not including `stop`, both as `YearMonth.index`; length in months."""

    first: int
    stop: int

    @property
    def months(self) -> int:
        return max(0, self.stop - self.first)


def union_months(spans: Iterable[MonthSpan]) -> int:
    """Length in months of the union of `spans`: overlaps count once (scoring rule 5)."""
    total, reached = 0, None
    for span in sorted(spans):
        first = span.first if reached is None else max(span.first, reached)
        if span.stop > first:
            total += span.stop - first
            reached = span.stop
    return total
