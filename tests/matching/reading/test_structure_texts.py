"""Short invented résumés, drawn and read: jobs, months, degrees, certificates, languages, contact."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from matching.months import YearMonth
from matching.reading.certifications import find_certifications
from matching.reading.contact import find_contact
from matching.reading.education import find_education
from matching.reading.experience import complete
from matching.reading.positions import find_positions
from matching.reading.resume import Position
from matching.reading.sections import find_sections
from matching.reading.spoken_languages import find_languages
from tests.matching.reading.structure_pages import page_of

AS_OF = YearMonth(2026, 11)
CASES = tomllib.loads((Path(__file__).parents[2] / "data" / "structure.toml").read_text("utf-8"))["case"]
cases = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def _job(position: Position) -> str:
    end = "present" if position.present else str(position.end or "")
    return " | ".join([position.title, position.company, str(position.start or ""), end])


def _squeezed(text: str) -> str:
    return " ".join(text.split())


@cases
def test_jobs(case: dict[str, Any]) -> None:
    """Every job with title, employer and dates, none invented; kinds and the lines told below where the case states them."""
    document = page_of(case["text"])
    found = find_positions(document, find_sections(document), AS_OF)
    assert [_squeezed(_job(position)) for position in found] == [_squeezed(job) for job in case["jobs"]]
    if "kinds" in case:
        assert [position.kind.value for position in found] == case["kinds"]
    if "bullets" in case:
        assert [len(position.bullets) for position in found] == case["bullets"]


@cases
def test_months(case: dict[str, Any]) -> None:
    """The union of the dated jobs, volunteering left out."""
    document = page_of(case["text"])
    found = find_positions(document, find_sections(document), AS_OF)
    assert complete(found, (), (), AS_OF).months_experience == case.get("months", 0)


@cases
def test_other_parts(case: dict[str, Any]) -> None:
    """Degrees, certificates, languages and contact where the case states them."""
    document = page_of(case["text"])
    parts = find_sections(document)
    contact = find_contact(document, parts)
    degrees = find_education(document, parts)
    found = {
        "degrees": [f"{degree.level} | {degree.field}".strip() for degree in degrees],
        "unfinished": any(not degree.finished for degree in degrees),
        "certificates": [certificate.name for certificate in find_certifications(document, parts)],
        "languages": list(find_languages(document, parts)),
        "person": contact.name,
        "place": contact.place,
        "emails": list(contact.emails),
        "phones": list(contact.phones),
    }
    stated = {key: case[key] for key in found if key in case}
    stated |= {"degrees": [text.strip() for text in case["degrees"]]} if "degrees" in case else {}
    assert {key: found[key] for key in stated} == stated


@cases
def test_every_line_is_in_one_section(case: dict[str, Any]) -> None:
    """Headings apart, each line stands in exactly one section, and the header comes first."""
    document = page_of(case["text"])
    parts = find_sections(document)
    members = [index for part in parts for index in part.lines]
    headings = {part.heading_line for part in parts if part.heading_line is not None}
    assert sorted([*members, *headings]) == list(range(len(document.lines)))
    assert parts[0].kind.value == "header"
