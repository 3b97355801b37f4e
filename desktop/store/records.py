"""What the store keeps, as frozen values: clients, résumé versions, results, meetings, plans."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class StoreTrouble(StrEnum):
    """Why the store cannot do what was asked. The window has a sentence for each."""

    DISK_FULL = "disk_full"
    LOCKED = "locked"  # another program holds it
    DAMAGED = "damaged"
    NEWER = "newer"  # written by a newer Rolefit
    NO_PERMISSION = "no_permission"
    WRONG_PASSPHRASE = "wrong_passphrase"
    NO_ENCRYPTION = "no_encryption"  # the package for a passphrase is not installed


class StoreError(Exception):
    """Raised where the store cannot do what was asked; nothing is half written. `detail` holds nothing a person wrote."""

    def __init__(self, trouble: StoreTrouble, detail: str = "") -> None:
        super().__init__(trouble, detail)
        self.trouble, self.detail = trouble, detail


@dataclass(frozen=True, slots=True)
class Client:
    """A person the counselor works with. Dates are `YYYY-MM-DD`, empty where not set. `binned`: since when in the bin."""

    id: int
    name: str
    notes: str = ""
    tags: tuple[str, ...] = ()
    consent: str = ""
    keep_until: str = ""
    created: str = ""
    binned: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    id: int
    client: int
    day: str
    note: str


@dataclass(frozen=True, slots=True)
class ResumeVersion:
    """One version of a client's résumé. `kept` says whether the PDF's bytes are stored (only if asked)."""

    id: int
    client: int
    version: int
    file_name: str
    path: str
    sha256: str
    imported: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Result:
    """A score as it was when it was made, with engine and edition, so that a rise is the person's and not ours.

    `score`, `low`, `high` in tenths; `largest_gap` is its name; `likely` US dollars a year (0, 0: none)."""

    id: int
    version: int
    engine: str
    role: str
    edition: str
    variant: str
    as_of: str
    score: int
    low: int
    high: int
    level: str
    largest_gap: str
    largest_gap_points: int
    likely: tuple[int, int]
    made: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Gaps a client wants to close until a date, as requirement ids."""

    id: int
    client: int
    day: str
    requirements: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewResume:
    """A résumé to be added: what was read and scored. `document` and `report` are JSON texts."""

    file_name: str
    path: str
    sha256: str
    imported: str
    document: str
    report: str
    text: str
    result: Result
    pdf: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A row of the table of all clients: the newest version and its result, and the change since the version before.

    `file_name` is the newest version's. Where there is none because its file could not be read, `problem` says why, and
    `path` where the file is."""

    client: Client
    version: int = 0
    resume: int = 0
    result: Result | None = None
    change: int | None = None  # tenths; None where there is nothing to compare with by the same engine and edition
    file_name: str = ""
    problem: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an incoming file is to the store: `kind` is new, next_version or already_here."""

    kind: str
    client: Client | None = None
    version: int = 0
