"""Résumés that few people write: heads over several rows, employers like places, certificates beside issuers."""

from __future__ import annotations

import pytest

from matching.months import YearMonth
from matching.reading.certifications import find_certifications
from matching.reading.positions import find_positions
from matching.reading.resume import Position, SectionKind
from matching.reading.sections import find_sections
from tests.matching.reading.structure_pages import page_of

AS_OF = YearMonth(2026, 11)


def jobs(text: str) -> list[str]:
    document = page_of(text)
    found = find_positions(document, find_sections(document), AS_OF)
    return [_job(position) for position in found]


def _job(position: Position) -> str:
    return " | ".join(part for part in (position.title, position.company, position.place) if part)


def job(*head: str) -> list[str]:
    """The jobs of a résumé whose one job has this head and a dated second one with an ordinary head."""
    rows = "\n".join(head)
    return jobs(f"""
! Ines Valdoro

# Experience
{rows}
* Wrote stock services in Java.

= Developer, Moss Retail, Leeds || Jan 2016 – Feb 2018
* Kept the till software alive.
""")


def certificates(*rows: str) -> list[str]:
    body = "\n".join(rows)
    document = page_of(f"""
! Ines Valdoro

# Certifications
{body}

# Education
BSc Computer Science, University of Leeds, 2015
""")
    sections = find_sections(document)
    return [one.name for one in find_certifications(document, sections)]


D = "Mar 2018 – Nov 2020"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (
            ("= Senior Back-", f"= end Developer || {D}", "Harrow Tiles Ltd, Leeds"),
            "Senior Backend Developer | Harrow Tiles Ltd | Leeds",
        ),
        ((f"= Backend Engineer - || {D}", "Harrow Tiles Ltd, Leeds"), "Backend Engineer | Harrow Tiles Ltd | Leeds"),
        ((f"= Backend Engineer || {D}", "Lapwing Post, Scotland"), "Backend Engineer | Lapwing Post | Scotland"),
        ((f"= Backend Engineer at Harrow Tiles || {D}", "Leeds"), "Backend Engineer | Harrow Tiles | Leeds"),
        ((f"= Backend Engineer at the Harrow Tiles, Leeds || {D}",), "Backend Engineer | Harrow Tiles | Leeds"),
        ((f"= Backend Engineer: Harrow Tiles || {D}",), "Backend Engineer | Harrow Tiles"),
        ((f"= Backend Engineer / Harrow Tiles || {D}",), "Backend Engineer | Harrow Tiles"),
        ((f"= Harrow Tiles / Backend Engineer || {D}",), "Backend Engineer | Harrow Tiles"),
        ((f"= Harrow Tiles, Inc., Backend Engineer || {D}",), "Backend Engineer | Harrow Tiles, Inc."),
        (
            (f"= Backend Engineer, Team Lead, Harrow Tiles, Inc., Leeds || {D}",),
            "Backend Engineer, Team Lead | Harrow Tiles, Inc. | Leeds",
        ),
        (
            (f"= Harrow Tiles, Software Engineer, Backend Developer, Leeds || {D}",),
            "Software Engineer, Backend Developer | Harrow Tiles | Leeds",
        ),
        ((f"= Backend Engineer, Harrow Tiles (Leeds) || {D}",), "Backend Engineer | Harrow Tiles | Leeds"),
        ((f"= Backend Engineer, Harrow Tiles, Engineering Department || {D}",), "Backend Engineer | Harrow Tiles"),
        ((f"= Backend Engineer, Harrow Tiles, makers of tiles || {D}",), "Backend Engineer | Harrow Tiles"),
        ((f"= Backend Engineer, Harrow Tiles, Millcote || {D}",), "Backend Engineer | Harrow Tiles | Millcote"),
        ((f"= Backend Engineer, Harrow Tiles, GTX || {D}",), "Backend Engineer | Harrow Tiles, GTX"),
        ((f"= Grand Vizier, Harrow Tiles || {D}",), "Grand Vizier | Harrow Tiles"),
        ((f"= Backend Engineer || {D}", "Harrow Tiles, near", "Millcote"), "Backend Engineer | Harrow Tiles"),
        ((f"= Role: Backend Engineer || {D}", "Company: Harrow Tiles"), "Backend Engineer | Harrow Tiles"),
        ((f"= Harrow Tiles || {D}",), "Harrow Tiles"),
    ],
)
def test_a_head_is_title_employer_and_place(head: tuple[str, ...], told: str) -> None:
    first, second = job(*head)
    assert first == told
    assert second == "Developer | Moss Retail | Leeds"


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (
            ("= AWS Certified Developer", "Amazon Web Services, 2021", "= Kubernetes Administrator", "Cloud Foundation"),
            ["AWS Certified Developer", "Kubernetes Administrator"],
        ),
        (
            ("AWS Certified Developer – Associate; Oracle Certified Professional",),
            ["AWS Certified Developer – Associate", "Oracle Certified Professional"],
        ),
        (
            ("AWS Certified Solutions Architect and", "Developer, 2022"),
            ["AWS Certified Solutions Architect and Developer"],
        ),
        (("AWS Certified Solutions Archi-", "tect 2022"), ["AWS Certified Solutions Architect"]),
        (("2021", "Harbor Safety Basics", "2022", "Tall Ships Master"), ["Harbor Safety Basics", "Tall Ships Master"]),
        (("Microsoft", "Harbor Safety Basics"), ["Harbor Safety Basics"]),
        (("AWS Certified Developer || Amazon Web Services || 2021",), ["AWS Certified Developer"]),
        (("Driving licence", "Harbor Safety Basics"), ["Harbor Safety Basics"]),
        (("* Harbor Safety Basics", "* Tall Ships Master"), ["Harbor Safety Basics", "Tall Ships Master"]),
        (("This certificate was given for twelve months of hard work on the sea.",), []),
        (("Some Name • Other Name", "http://example.com"), ["Some Name", "Other Name"]),
    ],
)
def test_certificates_are_told_from_issuers_dates_and_sentences(rows: tuple[str, ...], names: list[str]) -> None:
    assert certificates(*rows) == names


# --- parts --------------------------------------------------------------------------------------------------------------


def parts(text: str) -> list[tuple[str, list[str]]]:
    """The kinds of the parts with the words of their lines."""
    document = page_of(text)
    found = find_sections(document)
    return [(section.kind.value, [document.lines[index].text for index in section.lines]) for section in found]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Certificates & Courses", "certifications"),
        ("E D U C A T I O N", "education"),
        ("Relevant Work Experience", "experience"),
        ("Education and Training", "education"),
    ],
)
def test_a_heading_of_several_words(heading: str, kind: str) -> None:
    found = parts(f"""
! Ines Valdoro
Leeds, UK

# {heading}
Something that stands below it

# Interests
Tall ships
""")
    assert [name for name, _ in found] == ["header", kind, "interests"]


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (["= Developer, Moss Retail || Jan 2016 – Feb 2018", "* Kept the till software alive."], SectionKind.EXPERIENCE),
        (["BSc Computer Science, University of Leeds, 2015"], SectionKind.EDUCATION),
        (["AWS Certified Developer", "Certified Kubernetes Administrator"], SectionKind.CERTIFICATIONS),
        (["English (native)", "German (fluent)"], SectionKind.LANGUAGES),
        (["Python, Go", "Java, SQL", "Docker", "Kubernetes, Kafka"], SectionKind.SKILLS),
        (["We sailed for twelve months along the whole of the northern coast and back."], SectionKind.OTHER),
    ],
)
def test_an_unusual_heading_is_known_by_what_stands_below_it(rows: list[str], kind: SectionKind) -> None:
    body = "\n".join(rows)
    found = parts(f"""
! Ines Valdoro
Leeds, UK

# Experience
= Developer, Harrow Tiles || Mar 2018 – Nov 2020
* Wrote stock services.

# Flotsam
{body}

# Interests
Tall ships
""")
    assert found[2][0] == kind.value


def test_an_unusual_heading_with_nothing_below_it_is_of_no_kind() -> None:
    found = parts("""
! Ines Valdoro
Leeds, UK

# Experience
= Developer, Harrow Tiles || Mar 2018 – Nov 2020
* Wrote stock services.

# Interests
Tall ships

# Flotsam
""")
    assert [name for name, _ in found][:3] == ["header", "experience", "interests"]


LABELS = """
! Ines Valdoro
Leeds, UK

<< EXPERIENCE
Developer, Harrow Tiles, 2018 – 2020
Wrote stock services in Java.

<< EDUCATION
BSc Computer Science, University of Leeds, 2015

<< SKILLS
Python, Go, Java

<< LANGUAGES
English, German
"""


def test_headings_as_labels_beside_their_parts() -> None:
    found = dict(parts(LABELS))
    assert found["education"] == ["BSc Computer Science, University of Leeds, 2015"]
    assert found["skills"] == ["Python, Go, Java"]
    assert found["languages"] == ["English, German"]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("= Education: BSc Computer Science", "header"),
        ("Education: BSc Computer Science", "header"),
        ("= Tools: Python", "header"),
    ],
)
def test_a_word_before_a_colon_is_a_heading_only_where_it_looks_so(row: str, kind: str) -> None:
    found = parts(f"""
! Ines Valdoro
{row}
More of the same

# Experience
Developer, Harrow Tiles, 2018 – 2020
""")
    assert found[0][0] == kind
    assert found[-1][0] == "experience"


def test_a_list_item_in_small_letters_is_no_heading() -> None:
    found = parts("""
! Ines Valdoro

# Experience
= Developer, Harrow Tiles || Mar 2018 – Nov 2020
* experience
* skills,
education
""")
    assert [name for name, _ in found] == ["header", "experience"]
