"""What the desk tells the window about clients: frozen values without Qt and without the store's own.

Days are `YYYY-MM-DD`, empty where not set. Points are tenths, pay is US dollars a year.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from matching.fit.comparison import RequirementChange
from matching.fit.report import FitReport, Gap


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A row of the table of all clients. `change` is since the version before, None where nothing can be compared.

    `attention` holds codes: notice codes of the newest result, `not_scored`, `keep_until` (the retention date has come).
    `file_name` is the newest version's; where its file could not be read, `problem` says why and `path` where it is.
    """

    client: int
    name: str
    version: int = 0
    resume: int = 0
    score: int | None = None
    low: int = 0
    high: int = 0
    change: int | None = None
    gap: str = ""
    gap_points: int = 0
    likely: tuple[int, int] = (0, 0)
    level: str = ""
    edition: str = ""
    updated: str = ""
    tags: tuple[str, ...] = ()
    attention: tuple[str, ...] = ()
    file_name: str = ""
    problem: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One résumé version with the score of its newest result; `older` holds (edition, score) of results made before it by
    other editions, so that a rise is seen to be the person's and not ours."""

    version: int
    resume: int
    file_name: str
    path: str
    imported: str
    kept: bool
    score: int
    edition: str
    engine: str
    change: int | None = None
    older: tuple[tuple[str, int], ...] = ()
    gained: tuple[RequirementChange, ...] = ()
    lost: tuple[RequirementChange, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingLine:
    id: int
    day: str
    note: str


@dataclass(frozen=True, slots=True)
class PlanLine:
    """Gaps to close until a day: (requirement id, name)."""

    id: int
    day: str
    gaps: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClientCard:
    """Everything about one client. `report` is the newest version's, None where it cannot be read again."""

    client: int
    name: str
    notes: str = ""
    tags: tuple[str, ...] = ()
    consent: str = ""
    keep_until: str = ""
    created: str = ""
    versions: tuple[VersionLine, ...] = ()
    meetings: tuple[MeetingLine, ...] = ()
    plans: tuple[PlanLine, ...] = ()
    corrections: int = 0
    report: FitReport | None = None

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return self.report.gaps if self.report else ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A résumé that holds the words searched for. `marked`: pieces of the line, with whether each is a hit."""

    client: int
    name: str
    resume: int
    version: int
    marked: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A file of a person who is here already: keep it as the next version, or as another client?"""

    case: str
    file_name: str
    client: int
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class BinLine:
    client: int
    name: str
    since: str


class ArrivalKind(StrEnum):
    """What an incoming file is, or what became of it."""

    WAITING = "waiting"
    READING = "reading"
    NEW = "new"
    NEXT_VERSION = "next_version"
    ALREADY_HERE = "already_here"
    UNREADABLE = "unreadable"
    KEPT = "kept"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class ArrivalLine:
    """A row of the import preview. `detail` says which client or version, or why it cannot be read."""

    number: int
    path: str
    file_name: str
    kind: ArrivalKind = ArrivalKind.WAITING
    person: str = ""
    score: int | None = None
    detail: str = ""
    client: int = 0
    version: int = 0


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is. `keeping`: what is read is kept at once; before that it is only shown."""

    total: int = 0
    read: int = 0
    kept: int = 0
    already: int = 0
    failed: int = 0
    stopped: int = 0
    now: str = ""
    running: bool = False
    keeping: bool = False


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What the storage settings show. `backups` are names of copies, newest first; `encryption`: can it be had here?
    A store that is not open (`is_open`) shows no more than its folder and its backups."""

    folder: str
    size: int
    clients: int
    resumes: int
    backups: tuple[str, ...] = ()
    encrypted: bool = False
    encryption: bool = False
    binned: tuple[BinLine, ...] = ()
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """What a person chose for a report. `parts` of fit, gaps, salary, evidence, pages; `paper` a4 or letter.

    `by` and `by_line` are the counselor's name and what stands behind it, for the foot; empty for none.
    """

    paper: str = "a4"
    show_name: bool = True
    note: str = ""
    logo: bytes = field(default=b"", repr=False)
    parts: tuple[str, ...] = ("fit", "gaps", "salary", "evidence")
    by: str = ""
    by_line: str = ""
