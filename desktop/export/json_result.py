"""A report again from its saved JSON, as far as report files show it. The file is a stranger's: everything is checked.

What report files do not show (skills, jobs, boxes on the page) is not rebuilt. Fields that this version does not know are
passed over; whatever is missing or of another type makes the file unusable, and no text of it is repeated in what is said then.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from desktop.export.json_report import SCHEMA
from desktop.messages import Message, message_for
from matching.errors import Problem
from matching.fit.report import (
    Effort,
    Factor,
    FitReport,
    Gap,
    GapKind,
    GroupResult,
    GuidePay,
    HealthFinding,
    OfficialPay,
    ProfileMatch,
    RequirementResult,
    SalaryExpectation,
    Source,
    State,
    VariantResult,
)
from matching.months import YearMonth
from matching.reading.document import Document, Notice, NoticeCode
from matching.reading.resume import Contact, Evidence, Level, Resume

LARGEST = 16 * 1024 * 1024  # bytes; a result of fifty pages has less than one million
MOST = 5_000  # things in one list
T = TypeVar("T")


class BadResult(Exception):
    """A file that is no usable result; the message says what it is instead and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


NOT_OURS = "This file is not a result that Rolefit wrote, or it was changed. Make a new one with `rolefit score FILE --json`."
TOO_LARGE = f"This file is larger than {LARGEST // 1024 // 1024} MiB, far more than a result has. Choose the right file."
SEVERAL = "This file holds more than one result, and a report is about one. Save the line of one résumé as a file of its own."


def is_saved_result(path: str) -> bool:
    """Whether a file is to be taken for a saved result: by its name, unless it begins as a PDF does."""
    if Path(path).suffix.lower() != ".json":
        return False
    try:
        with open(path, "rb") as file:  # noqa: PTH123 names that are no text stay as they are
            return file.read(5) != b"%PDF-"
    except OSError:
        return False  # what reads résumés says what is wrong


def read_result(path: str) -> FitReport:
    """The report that was saved in a file. Raises BadResult, also for a result that is a problem, and OSError."""
    if os.path.getsize(path) > LARGEST:  # noqa: PTH202
        raise BadResult(Message(TOO_LARGE))
    with open(path, "rb") as file:  # noqa: PTH123
        return report_from_json(file.read(LARGEST + 1))


def report_from_json(data: bytes) -> FitReport:
    """The report that JSON tells of. Raises BadResult."""
    if len(data) > LARGEST:
        raise BadResult(Message(TOO_LARGE))
    lines = [line for line in data.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()]
    if len(lines) > 1 and all(line.lstrip().startswith(b"{") and line.rstrip().endswith(b"}") for line in lines):
        raise BadResult(Message(SEVERAL))
    try:
        made = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
        return _report(_Fields(made))
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise BadResult(Message(NOT_OURS)) from None


def _refuse(_name: str) -> NoReturn:
    raise ValueError("not a number of JSON")


@dataclass(frozen=True, slots=True)
class _Fields:
    """An object of the file, asked for typed values; whatever is something else is a ValueError."""

    values: Mapping[str, Any]

    def __post_init__(self) -> None:
        if not isinstance(self.values, dict):
            raise TypeError("not an object")

    def text(self, key: str) -> str:
        """A text; null is empty."""
        value = self.values[key]
        if value is not None and not isinstance(value, str):
            raise TypeError(key)
        return value or ""

    def whole(self, key: str, least: int = 0, most: int = 1_000_000_000) -> int:
        value = self.values[key]
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise ValueError(key)
        return value

    def number(self, key: str, most: float = 1e9) -> float:
        value = self.values[key]
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not (math.isfinite(value) and 0 <= value <= most):
            raise ValueError(key)
        return value

    def tenths(self, key: str) -> int:
        """Points with one decimal, as whole tenths."""
        return round(self.number(key, 100.0) * 10)

    def page(self) -> int | None:
        return None if self.values["page"] is None else self.whole("page", 1)

    def flag(self, key: str) -> bool:
        if not isinstance(self.values[key], bool):
            raise TypeError(key)
        return bool(self.values[key])

    def sub(self, key: str) -> _Fields:
        return _Fields(self.values[key])

    def each(self, key: str, make: Callable[[_Fields], T]) -> tuple[T, ...]:
        return tuple(make(_Fields(one)) for one in self._list(key))

    def texts(self, key: str) -> tuple[str, ...]:
        found = self._list(key)
        if not all(isinstance(one, str) for one in found):
            raise TypeError(key)
        return tuple(found)

    def two(self, key: str) -> tuple[int, int]:
        low, high = (_Fields({"n": one}).whole("n") for one in self._list(key))
        return low, high

    def _list(self, key: str) -> list[Any]:
        value = self.values[key]
        if not isinstance(value, list) or len(value) > MOST:
            raise TypeError(key)
        return value


def _report(result: _Fields) -> FitReport:
    if result.text("schema") != SCHEMA:
        raise ValueError("schema")
    if result.values["problem"] is not None:
        raise BadResult(message_for(Problem(result.sub("problem").text("code"))))
    engine, match = result.sub("engine"), _match(result)
    kinds = {gap.text("requirement"): GapKind(gap.text("kind")) for gap in result.each("gaps", lambda one: one)}
    return FitReport(
        engine.text("version"),
        YearMonth.parse(engine.text("as_of")),
        _document(result.sub("document")),
        _resume(result.sub("resume")),
        _with_kinds(match, kinds),
        result.each("gaps", lambda one: _gap(one, match)),
        _salary(result.sub("salary")),
        result.each("health", _finding),
    )


def _document(document: _Fields) -> Document:
    return Document(
        document.text("name"),
        document.text("path"),
        document.text("sha256"),
        document.whole("pages"),
        (),
        document.each("notices", lambda one: Notice(NoticeCode(one.text("code")), one.text("text"), one.page())),
    )


def _resume(resume: _Fields) -> Resume:
    """Who it is and the level; nothing else of it stands in a report file."""
    lists = (resume.texts("emails"), resume.texts("phones"), resume.texts("links"))
    contact = Contact(resume.text("name"), *lists, resume.text("place"))
    level = Level(resume.text("level"))
    return Resume(contact, (), (), (), (), (), (), (), (), None, None, level, resume.texts("level_reasons"))


def _match(result: _Fields) -> ProfileMatch:
    engine, fit = result.sub("engine"), result.sub("fit")
    match = ProfileMatch(
        engine.text("role"),
        fit.text("role_name"),
        engine.text("edition"),
        engine.text("variant"),
        fit.each("groups", _group),
        fit.each("variants", lambda one: VariantResult(one.text("id"), one.text("name"), one.tenths("score"))),
        fit.each("market", lambda one: (one.text("skill"), one.text("name"), one.flag("found"))),
    )
    if (match.score, match.low, match.high) != (fit.tenths("score"), fit.tenths("low"), fit.tenths("high")):
        raise ValueError("the points do not add up")
    return match


def _with_kinds(match: ProfileMatch, kinds: Mapping[str, GapKind]) -> ProfileMatch:
    groups = (
        replace(group, requirements=tuple(replace(r, kind=kinds.get(r.id)) for r in group.requirements))
        for group in match.groups
    )
    return replace(match, groups=tuple(groups))


def _group(group: _Fields) -> GroupResult:
    return GroupResult(
        group.text("id"), group.text("name"), group.each("requirements", lambda one: _requirement(one, group.text("id")))
    )


def _requirement(one: _Fields, group: str) -> RequirementResult:
    return RequirementResult(
        one.text("id"),
        one.text("name"),
        group,
        one.tenths("points"),
        one.tenths("out_of"),
        round(one.number("strength", 1.0) * 1000),
        State(one.text("state")),
        None,
        one.text("why"),
        one.each("evidence", _evidence),
        one.each("sources", lambda s: Source(s.text("guide"), s.text("title"), s.text("phrase"))),
        one.tenths("low"),
        one.tenths("high"),
    )


def _evidence(one: _Fields) -> Evidence:
    """The words and their page; the box is for the page's picture, which a result has not."""
    return Evidence(one.whole("page", 1), (0.0, 0.0, 0.0, 0.0), one.text("text"), one.text("quote"))


def _gap(one: _Fields, match: ProfileMatch) -> Gap:
    group = next((r.group for r in match.requirements if r.id == one.text("requirement")), "")
    kind, effort = GapKind(one.text("kind")), Effort(one.text("effort"))
    return Gap(one.text("requirement"), one.text("name"), group, one.tenths("points"), kind, effort, one.text("advice"))


def _salary(salary: _Fields) -> SalaryExpectation:
    if not salary.flag("available"):
        return SalaryExpectation(False, salary.text("why"))
    official = salary.values["official"]
    return SalaryExpectation(
        available=True,
        currency=salary.text("currency"),
        place=salary.text("place"),
        level=salary.text("level"),
        base=salary.text("base"),
        centre=salary.whole("centre"),
        likely=salary.two("likely"),
        wide=salary.two("wide"),
        factors=salary.each("factors", _factor),
        official=None if official is None else _official(_Fields(official)),
        guides=salary.each("guides", _guide),
        remarks=salary.texts("remarks"),
    )


def _factor(one: _Fields) -> Factor:
    return Factor(one.text("name"), one.number("value"), one.text("text"), one.text("source"))


def _official(one: _Fields) -> OfficialPay:
    return OfficialPay(one.whole("p25"), one.whole("p50"), one.whole("p75"), one.text("text"), one.text("source"))


def _guide(one: _Fields) -> GuidePay:
    texts = (one.text("guide"), one.text("title"), one.text("phrase"))
    return GuidePay(one.whole("low"), one.whole("high"), one.two("stated"), *texts)


def _finding(one: _Fields) -> HealthFinding:
    return HealthFinding(one.text("id"), one.text("title"), one.text("reason"), one.text("remedy"), one.page())
