"""What to hold a résumé against: role, variant, month, salary assumptions, corrections."""

from __future__ import annotations

from dataclasses import dataclass, field

from matching.fit.salary import SalaryQuestion
from matching.knowledge.roles import DEFAULT_ROLE
from matching.months import YearMonth


@dataclass(frozen=True, slots=True)
class Request:
    """`as_of` is the month that "present" means; unset salary fields come from the résumé."""

    as_of: YearMonth
    role: str = DEFAULT_ROLE
    variant: str | None = None
    salary: SalaryQuestion = field(default_factory=SalaryQuestion)
    corrections: tuple[object, ...] = ()
