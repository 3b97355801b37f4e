"""The values on the desk: a case (one résumé and what is assumed about it), a batch, a what-if. Frozen, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from matching.errors import Problem
from matching.fit.report import FitReport
from matching.knowledge.roles import DEFAULT_ROLE


class CaseState(StrEnum):
    """WAITING for a reader, READING, READ with a report, UNREAD with a problem, STOPPED by the user before it was read."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    UNREAD = "unread"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What the salary expectation assumes; None means "as the résumé says". `offer` is the user's own offer, a year, in the
    currency of the expectation."""

    area: str | None = None  # code of an official area
    years: int | None = None
    level: str | None = None  # mid, senior or lead: a preset to look around with; goes before `years`
    company_size: int | None = None
    pay_base: str = "official"
    offer: int | None = None
    local_base: int | None = None  # yearly pay of one's own for a place without figures, in `local_currency`
    local_currency: str = ""


@dataclass(frozen=True, slots=True)
class Standards:
    """What every result is held against where nothing else was chosen for it: the role and its `variant` ("" for none), and
    the official area (code, "" for none) of a résumé that names no place."""

    role: str = DEFAULT_ROLE
    variant: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class ReadingEffort:
    """How hard a file is read: `factor` widens all limits, `recognise` reads the text of pictures where there is no other."""

    factor: int = 1
    recognise: bool = False


@dataclass(frozen=True, slots=True)
class FileToRead:
    """A file as it is handed to the reader: its bytes, what it is called, and how hard it is read."""

    data: bytes = field(repr=False)
    name: str
    path: str = ""
    password: str = field(default="", repr=False)  # in memory only
    effort: ReadingEffort = ReadingEffort()


@dataclass(frozen=True, slots=True)
class Case:
    """One résumé on the desk. `before` is the older report after the file changed on disk (edit and see)."""

    id: str
    name: str
    path: str
    state: CaseState = CaseState.WAITING
    report: FitReport | None = None
    problem: Problem | None = None
    detail: str = ""
    assumptions: Assumptions = field(default_factory=Assumptions)
    ticked: frozenset[str] = frozenset()
    corrections: tuple[object, ...] = ()
    before: FitReport | None = None
    pages_done: int = 0
    pages_total: int = 0
    pasted: bool = False
    effort: ReadingEffort = field(default_factory=ReadingEffort)

    @property
    def title(self) -> str:
        """The person's name as read, else the given name."""
        return (self.report.resume.contact.name if self.report else "") or self.name

    @property
    def has_page(self) -> bool:
        """Whether a page may be shown: of what was read, of what is being read now, and of a picture of text."""
        reading = self.state in (CaseState.WAITING, CaseState.READING)
        return not self.pasted and (self.report is not None or reading or self.problem is Problem.NO_TEXT)

    @property
    def ticked_gaps(self) -> frozenset[str]:
        """The ticked gaps that the present report has: under another role some may not be asked for."""
        return self.ticked & {gap.requirement for gap in self.report.gaps} if self.report else frozenset()


@dataclass(frozen=True, slots=True)
class Batch:
    """How far the reading of several files is. `running` is false for the last word."""

    total: int = 0
    done: int = 0
    failed: tuple[str, ...] = ()
    stopped: int = 0
    now: str = ""
    running: bool = False

    @property
    def share(self) -> float:
        return self.done / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Ticked gaps and what they would make of the score, in tenths. `parts` are (requirement's name, points it adds)."""

    old: int
    new: int
    parts: tuple[tuple[str, int], ...]
