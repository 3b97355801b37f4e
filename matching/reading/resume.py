"""A résumé as understood: sections, positions, skills with evidence and refusals, deeds. Step two of the one path."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from matching.months import MonthSpan
from matching.reading.document import Box, Notice


class Where(StrEnum):
    """The kind of place a mention stands in. CERTIFICATE is shown as `other` in JSON but counts as strength 0.7."""

    EXPERIENCE = "experience"
    PROJECT = "project"
    CERTIFICATE = "certificate"
    SKILLS = "skills"
    SUMMARY = "summary"
    EDUCATION = "education"
    OTHER = "other"


class How(StrEnum):
    """How a skill was recognised, best first."""

    EXACT = "exact"
    ALIAS = "alias"
    FUZZY = "fuzzy"
    IMPLIED = "implied"


class SectionKind(StrEnum):
    """What a part of the résumé is about; headings are data in `resources/headings/`."""

    HEADER = "header"  # name and contact
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    VOLUNTEERING = "volunteering"
    PROJECTS = "projects"
    SKILLS = "skills"
    EDUCATION = "education"
    CERTIFICATIONS = "certifications"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    PUBLICATIONS = "publications"
    AWARDS = "awards"
    OTHER = "other"


class PositionKind(StrEnum):
    """Kinds of positions that scoring rule 5 tells apart."""

    JOB = "job"
    INTERNSHIP = "internship"
    APPRENTICESHIP = "apprenticeship"
    FREELANCE = "freelance"
    VOLUNTEERING = "volunteering"
    STUDENT = "student"


class Level(StrEnum):
    """The rungs of scoring rule 8; OTHER is work that is not back-end work."""

    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place on a page that a claim stands on. `text` is the words inside `box`, `quote` the printed line holding them."""

    page: int
    box: Box
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the résumé: `lines` are indexes into `Document.lines`, without the heading's."""

    kind: SectionKind
    heading: str
    heading_line: int | None
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One end of a time span as written. `month` is None where only the year stands there."""

    year: int
    month: int | None
    text: str

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"


@dataclass(frozen=True, slots=True)
class Position:
    """One job. `span` is resolved by scoring rule 5 (year-only start = July, year-only end = June; "present" = as-of month,
    which does not count); None where no date was found. `lines` are the indexes of all its lines in `Document.lines`,
    title and company included; `bullets` those that tell what was done."""

    title: str
    company: str
    place: str
    kind: PositionKind
    start: DatePoint | None
    end: DatePoint | None
    present: bool
    span: MonthSpan | None
    lines: tuple[int, ...]
    bullets: tuple[int, ...]
    page: int
    evidence: tuple[Evidence, ...] = ()  # title, company and dates as printed
    backend: bool = False
    backend_reason: str = ""
    corrected: bool = False

    @property
    def months(self) -> int:
        return self.span.months if self.span else 0


@dataclass(frozen=True, slots=True)
class Education:
    """A degree or course. `level`: phd, master, bachelor, associate, diploma, secondary, course or unknown ("").
    `related` says whether the field is computing or close to it (data in `resources/headings/`)."""

    level: str
    field: str
    school: str
    year: int | None
    page: int
    related: bool = False
    finished: bool = True
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Certification:
    """A certificate by its printed name, with issuer and the skills it is evidence of."""

    name: str
    issuer: str
    year: int | None
    evidence: tuple[Evidence, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One accepted mention of a skill: where it stands, in which position (index into `Resume.positions`), how recognised."""

    evidence: tuple[Evidence, ...]
    where: Where
    how: How
    position: int | None = None
    negative: bool = False


@dataclass(frozen=True, slots=True)
class SkillFinding:
    """A skill with all its mentions in reading order. For an implied skill `implied_by` names its children by id (nearest
    first) and `relation` the weakest link: "is_a" or "written_in". `months` is the union of the dated positions that use it
    (an implied skill inherits), `last_used` the last such month index."""

    id: str
    name: str
    category: str
    how: How
    where: Where
    months: int
    last_used: int | None
    mentions: tuple[Mention, ...]
    implied_by: tuple[str, ...] = ()
    relation: str = ""
    read_as: str = ""  # the printed word where a typo was read right
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class RejectedMention:
    """A word that looks like a skill and is not taken for one, with the reason as a short sentence."""

    text: str
    skill: str
    reason: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Activity:
    """Something a person did or claims, as one sentence: `kind` is an activity id of `resources/activities/*.toml`."""

    kind: str
    where: Where
    position: int | None
    has_figure: bool
    evidence: tuple[Evidence, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Who to reach: all as printed. `name_evidence` is empty where no name was found."""

    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    place: str = ""
    evidence: tuple[Evidence, ...] = ()
    in_furniture: bool = False  # found only in a header or footer


@dataclass(frozen=True, slots=True)
class Resume:
    """Everything understood from a `Document`. Years are None where no position has a date; `months_backend` is exact."""

    contact: Contact
    sections: tuple[Section, ...]
    positions: tuple[Position, ...]
    education: tuple[Education, ...]
    certifications: tuple[Certification, ...]
    spoken_languages: tuple[str, ...]
    skills: tuple[SkillFinding, ...]
    rejected: tuple[RejectedMention, ...]
    activities: tuple[Activity, ...]
    months_experience: int | None
    months_backend: int | None
    level: Level
    level_reasons: tuple[str, ...] = ()
    latest_end: int | None = None  # month index at which the person's own latest dated job ends (staleness, scoring rule 3)
    undated_positions: tuple[int, ...] = ()
    notices: tuple[Notice, ...] = ()
    corrections: tuple[object, ...] = ()

    @property
    def years_experience(self) -> float | None:
        return None if self.months_experience is None else round(self.months_experience / 12, 2)

    @property
    def years_backend(self) -> float | None:
        return None if self.months_backend is None else round(self.months_backend / 12, 2)
