"""A report without the person: name, e-mails, phones and links are blanked wherever they stand, in quotes too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar

from matching.fit.report import FitReport, Gap, GroupResult, RequirementResult, VariantResult
from matching.reading.resume import Contact, SkillFinding

BLANK = "…"
# Fields whose words are ours (ids, names of the profile), not the file's: a person called Ruby must not blank the language.
_OURS = {
    "id", "group", "requirement", "role", "role_name", "edition", "variant", "skill", "implied_by", "fulfilled_by", "category",
    "kind", "market", "sources", "level_reasons", "after",
}  # fmt: skip
_NAMED_BY_US = (RequirementResult, GroupResult, VariantResult, SkillFinding, Gap)
# What looks like an address or a number although the reader did not take it for the person's.
_ANY = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE),
    re.compile(r"\b(?:linkedin|github|gitlab|xing)\.com/\S+", re.IGNORECASE),
    re.compile(r"(?<![\w.])\+?\(?\d{1,4}\)?(?:[ ./()-]{1,2}\d{2,5}){2,5}(?![\w.])"),
)
T = TypeVar("T")


def without_person(report: FitReport) -> FitReport:
    """The same report with everything that tells who it is blanked; figures, requirements and sources stay."""
    blank = _blanker(report.resume.contact)
    notices = _blanked(report.document.notices, blank)
    document = replace(report.document, name="", path="", sha256="", pages=(), notices=notices)
    resume = _blanked(replace(report.resume, contact=Contact()), blank)
    return FitReport(
        report.engine_version,
        report.as_of,
        document,
        resume,
        _blanked(report.match, blank),
        _blanked(report.gaps, blank),
        report.salary,
        _blanked(report.health, blank),
    )


def _blanker(contact: Contact) -> Callable[[str], str]:
    known = sorted(_telling(contact), key=len, reverse=True)
    own = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, known)) + r")(?!\w)", re.IGNORECASE) if known else None

    def blank(text: str) -> str:
        for pattern in _ANY:
            text = pattern.sub(BLANK, text)
        return own.sub(BLANK, text) if own else text

    return blank


def _telling(contact: Contact) -> Iterable[str]:
    """The name, its parts of three letters or more, and the ways to reach the person."""
    yield from (value for value in (contact.name, *contact.emails, *contact.phones, *contact.links) if value.strip())
    yield from (part for part in re.split(r"[^\w'’-]+", contact.name) if len(part) > 2)
    yield from (mail.partition("@")[0] for mail in contact.emails if len(mail.partition("@")[0]) > 3)


def _blanked(value: T, blank: Callable[[str], str]) -> T:
    """A value with all its texts blanked; texts of enumerations stay."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return blank(value)  # type: ignore[return-value] # a text stays a text
    if isinstance(value, tuple):
        return tuple(_blanked(one, blank) for one in value)  # type: ignore[return-value] # a tuple stays a tuple
    if is_dataclass(value) and not isinstance(value, type):
        ours = _OURS | {"name"} if isinstance(value, _NAMED_BY_US) else _OURS
        changed = {f.name: _blanked(getattr(value, f.name), blank) for f in fields(value) if f.init and f.name not in ours}
        return replace(value, **changed)
    return value
