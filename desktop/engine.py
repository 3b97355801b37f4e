"""The one door from the desk to `matching`: reading, reports, what if, salary. Its imports wait until the window is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from desktop.cases import Assumptions
from matching.fit.report import FitReport, ProfileMatch, SalaryExpectation
from matching.reading.document import Document


class Engine(Protocol):
    """What the desk needs done; tests put a quick one in its place. All may be slow but `score_with`, `smallest_set`."""

    def read(
        self,
        data: bytes,
        name: str,
        path: str,
        password: str,
        cancelled: Callable[[], bool],
        on_page: Callable[[int, int], None],
    ) -> Document: ...

    def report(self, document: Document, assumptions: Assumptions, corrections: Sequence[object]) -> FitReport: ...

    def salary(self, report: FitReport, assumptions: Assumptions) -> SalaryExpectation: ...

    def pay_by_place(self, report: FitReport, assumptions: Assumptions) -> tuple[SalaryExpectation, ...]: ...

    def score_with(self, match: ProfileMatch, closed: frozenset[str]) -> int: ...

    def smallest_set(self, report: FitReport, target: int) -> tuple[str, ...] | None: ...

    def places(self) -> tuple[str, ...]: ...

    def warm_up(self) -> None: ...
