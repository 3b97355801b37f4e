"""A report as what a store keeps of it: short facts for a table, and texts from which document and report are made again.

The texts are JSON by the rules of `named_json.py`: a value is rebuilt only as the type that is expected, by the names of its
fields, so that what was kept before a field was added can still be read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from matching.fit.named_json import read_again, written
from matching.fit.pipeline import report_for
from matching.fit.report import FitReport
from matching.fit.request import Request
from matching.reading import corrections as _corrections
from matching.reading.document import Document
from matching.reading.wire import MalformedAnswer

assert _corrections.Correction  # a kept report may hold corrections; their classes must be known when it is rebuilt


class NotReadable(Exception):
    """A kept text is not what this version writes: it is damaged, or of another version."""


@dataclass(frozen=True, slots=True)
class Keepsake:
    """What is kept of one reading. Points in tenths, `likely` in US dollars a year (0, 0: no expectation)."""

    person: str
    file_name: str
    path: str
    sha256: str
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
    notices: tuple[str, ...]
    text: str
    document: str
    report: str


def keep(report: FitReport) -> Keepsake:
    """The keepsake of a report."""
    match, document, pay = report.match, report.document, report.salary
    gap = max(report.gaps, key=lambda g: g.points, default=None)
    return Keepsake(
        person=report.resume.contact.name,
        file_name=document.name,
        path=document.path,
        sha256=document.sha256,
        engine=report.engine_version,
        role=match.role,
        edition=match.edition,
        variant=match.variant,
        as_of=str(report.as_of),
        score=match.score,
        low=match.low,
        high=match.high,
        level=report.resume.level.value,
        largest_gap=gap.name if gap else "",
        largest_gap_points=gap.points if gap else 0,
        likely=pay.likely if pay.available else (0, 0),
        notices=tuple(dict.fromkeys(notice.code.value for notice in report.notices)),
        text="\n".join(line.text for line in document.lines),
        document=written(document, Document),
        report=written(replace(report, document=replace(document, pages=())), FitReport),
    )


def keep_document(document: Document, request: Request) -> Keepsake:
    """Read, score and pack in one go: done in the reading processes when many files come at once."""
    return keep(report_for(document, request))


def document_again(text: str) -> Document:
    """The document that was kept. Raises NotReadable."""
    made = _value(text, Document)
    assert isinstance(made, Document)
    return made


def report_again(report: str, document: str) -> FitReport:
    """The report that was kept, equal to the one it was made of. Raises NotReadable."""
    made = _value(report, FitReport)
    assert isinstance(made, FitReport)
    return replace(made, document=document_again(document))


def words_of(text: str) -> str:
    """The words to search of a kept document; none where it cannot be read."""
    try:
        return "\n".join(line.text for line in document_again(text).lines)
    except NotReadable:
        return ""


def _value(text: str, hint: type) -> object:
    try:
        return read_again(text, hint)
    except (MalformedAnswer, RecursionError) as error:
        raise NotReadable(type(error).__name__) from None
