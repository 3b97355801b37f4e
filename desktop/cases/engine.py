"""The one door from the desk to `matching`: reading, reports, what if, salary. Its imports wait until the window is shown."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Protocol

from desktop.cases.values import Assumptions, FileToRead, ReadingEffort, Standards
from matching.fit.report import FitReport, ProfileMatch, SalaryExpectation
from matching.knowledge.roles import DEFAULT_ROLE
from matching.months import YearMonth
from matching.reading.document import Document
from matching.reading.limits import DEFAULT, ReadingLimits

if TYPE_CHECKING:
    from matching.fit.request import Request
    from matching.fit.salary import SalaryQuestion
    from matching.reading.isolated import ReaderPool


class Engine(Protocol):
    """What the desk needs done; tests put a quick one in its place. All may be slow but `score_with`, `smallest_set`."""

    def read(self, file: FileToRead, cancelled: Callable[[], bool], on_page: Callable[[int, int], None]) -> Document: ...

    def report(self, document: Document, assumptions: Assumptions, corrections: Sequence[object]) -> FitReport: ...

    def salary(self, report: FitReport, assumptions: Assumptions) -> SalaryExpectation: ...

    def pay_by_place(self, report: FitReport, assumptions: Assumptions) -> tuple[SalaryExpectation, ...]: ...

    def score_with(self, match: ProfileMatch, closed: frozenset[str]) -> int: ...

    def smallest_set(self, report: FitReport, target: int) -> tuple[str, ...] | None: ...

    def search_places(self, text: str) -> tuple[tuple[str, str], ...]: ...

    def name_of_place(self, code: str) -> str: ...

    def offer_words(self, amount: int, salary: SalaryExpectation) -> str: ...

    def skills(self) -> tuple[tuple[str, str], ...]: ...

    def reads_pictures(self) -> bool: ...

    def hold_against(self, standards: Standards) -> None: ...

    def allow(self, limits: ReadingLimits) -> None: ...

    def close(self) -> None: ...

    def warm_up(self) -> None: ...


COMPARED = (
    "San Francisco, CA",
    "New York, NY",
    "Seattle, WA",
    "Boston, MA",
    "Chicago, IL",
    "Austin, TX",
)  # the role guides' places


class LiveEngine:
    """The engine on `matching`: files are read in child processes, the rest is quick and pure."""

    def __init__(self, as_of: YearMonth, readers: int) -> None:
        self.as_of = as_of
        self.standards = Standards()
        self.limits = DEFAULT
        self._readers = readers
        self._lock = threading.Lock()
        self._pool: ReaderPool | None = None
        self._in_use: Counter[ReaderPool] = Counter()  # files that each pool reads now

    def _reader_pool(self) -> ReaderPool:
        from matching.reading.isolated import ReaderPool

        with self._lock:
            if self._pool is None:
                self._pool = ReaderPool(self._readers, self.limits)
            return self._pool

    @contextmanager
    def _borrowed_pool(self) -> Iterator[ReaderPool]:
        """The pool for one file. One that was put aside meanwhile ends with its last file."""
        pool = self._reader_pool()
        with self._lock:
            self._in_use[pool] += 1
        try:
            yield pool
        finally:
            with self._lock:
                self._in_use[pool] -= 1
                idle = not self._in_use[pool]
                if idle:
                    del self._in_use[pool]
                aside = idle and pool is not self._pool
            if aside:
                pool.close()

    def hold_against(self, standards: Standards) -> None:
        """Use a role, a variant and a default place for every report from now on; what is not known falls back."""
        self.standards = standards

    def allow(self, limits: ReadingLimits) -> None:
        """Read every file from now on under these limits; one that is being read keeps those it began with."""
        with self._lock:
            if limits == self.limits:
                return
            old, self._pool, self.limits = self._pool, None, limits
            idle = old is not None and not self._in_use[old]
        if old is not None and idle:
            old.close()

    def warm_up(self) -> None:
        """Start a reading process and load the tables, so that the first file is as quick as the next."""
        from matching.fit.pipeline import warm_up

        self._reader_pool().warm()
        warm_up()

    def read(self, file: FileToRead, cancelled: Callable[[], bool], on_page: Callable[[int, int], None]) -> Document:
        """Read a file in a child process; with more than the usual effort in a child of its own, which ends afterwards."""
        from matching.reading.isolated import ReaderPool, ReadingJob

        done = 0

        def page(_page: object, total: int | None) -> None:
            nonlocal done
            done += 1
            on_page(done, total or 0)

        job = ReadingJob(file.path, file.name, file.password, file.data)
        document: Document
        if file.effort == ReadingEffort():
            with self._borrowed_pool() as pool:
                document = pool.read(job, cancelled, page)
        else:
            limits = DEFAULT.raised(file.effort.factor).at_least(self.limits)
            with ReaderPool(1, limits, recognise=file.effort.recognise) as pool:
                document = pool.read(job, cancelled, page)
        return document

    def reads_pictures(self) -> bool:
        """Whether a program that recognises text in pictures is installed."""
        from matching.reading.recogniser import find_recogniser

        return bool(find_recogniser())

    def report(self, document: Document, assumptions: Assumptions, corrections: Sequence[object]) -> FitReport:
        from matching.fit.pipeline import report_for

        return report_for(
            document, replace(request_for(self.as_of, known(self.standards), assumptions), corrections=tuple(corrections))
        )

    def salary(self, report: FitReport, assumptions: Assumptions) -> SalaryExpectation:
        from matching.fit.salary import expect_salary
        from matching.knowledge.salaries import load_salaries

        return expect_salary(question(assumptions, known(self.standards).area), report.resume, load_salaries())

    def pay_by_place(self, report: FitReport, assumptions: Assumptions) -> tuple[SalaryExpectation, ...]:
        from matching.fit.salary import expect_salary
        from matching.knowledge.salaries import load_salaries

        asked, tables = question(assumptions, known(self.standards).area), load_salaries()
        made = [expect_salary(replace(asked, area=None, place=place), report.resume, tables) for place in (*COMPARED, "remote")]
        if report.salary.available:
            made.append(report.salary)
        by_place = {pay.place: pay for pay in made if pay.available}
        return tuple(sorted(by_place.values(), key=lambda pay: (-pay.centre, pay.place)))

    def score_with(self, match: ProfileMatch, closed: frozenset[str]) -> int:
        from matching.fit.what_if import score_with

        return score_with(match, closed)

    def smallest_set(self, report: FitReport, target: int) -> tuple[str, ...] | None:
        from matching.fit.what_if import smallest_set

        try:
            return smallest_set(report.match, report.gaps, target)
        except ValueError:
            return None

    def search_places(self, text: str) -> tuple[tuple[str, str], ...]:
        from matching.knowledge.places import search_areas

        return tuple((area.code, area.name) for area in search_areas(text, most=12))

    def name_of_place(self, code: str) -> str:
        from matching.knowledge.salaries import load_salaries

        area = load_salaries().areas.get(code)
        return area.name if area else ""

    def offer_words(self, amount: int, salary: SalaryExpectation) -> str:
        from matching.fit.salary import place_offer
        from matching.knowledge.salaries import load_salaries

        placed = place_offer(amount, salary, load_salaries())
        return f"{placed.text} {placed.official_text}"

    def skills(self) -> tuple[tuple[str, str], ...]:
        """(id, name) of every known skill."""
        from matching.knowledge.skills import load_skill_book

        return tuple((skill.id, skill.name) for skill in load_skill_book().skills.values())

    def close(self) -> None:
        """End the reading processes."""
        if self._pool is not None:
            self._pool.close()


def this_month() -> YearMonth:
    """The month that "present" means when nobody says another one."""
    today = datetime.now(UTC).astimezone()
    return YearMonth(today.year, today.month)


@cache
def known(standards: Standards) -> Standards:
    """The standards with what this version does not know put back to what is usual."""
    from matching.knowledge.roles import available_roles, load_role
    from matching.knowledge.salaries import load_salaries

    if standards.role not in available_roles():
        standards = replace(standards, role=DEFAULT_ROLE, variant="")
    variants = {variant.id for variant in load_role(standards.role).variants} if standards.variant else ()
    area = standards.area if standards.area and standards.area in load_salaries().areas else ""
    return Standards(standards.role, standards.variant if standards.variant in variants else "", area)


def request_for(as_of: YearMonth, standards: Standards, assumptions: Assumptions) -> Request:
    """What a résumé is held against."""
    from matching.fit.request import Request

    return Request(as_of, standards.role, standards.variant or None, question(assumptions, standards.area))


def question(assumptions: Assumptions, default_area: str = "") -> SalaryQuestion:
    """The desk's assumptions as a question to the salary model."""
    from matching.fit.salary import SalaryQuestion

    return SalaryQuestion(
        area=assumptions.area,
        years=assumptions.years,
        level=assumptions.level,
        company_size=assumptions.company_size,
        base=assumptions.pay_base,
        local_base=assumptions.local_base,
        local_currency=assumptions.local_currency,
        default_area=default_area or None,
    )
