"""What a person can fix on the page: each finding with its place, and silence where all is well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matching.fit.health import find_health
from matching.fit.report import HealthFinding
from matching.months import MonthSpan
from matching.reading.document import Document, HiddenReason, HiddenText, Line, Page, Word
from matching.reading.resume import (
    Contact,
    DatePoint,
    Evidence,
    How,
    Level,
    Mention,
    Position,
    PositionKind,
    Resume,
    SkillFinding,
    Where,
)

BULLETS = (
    "Wrote the parcel service for 40 depots.",
    "Designed the schema of the tariff engine.",
    "Cut the import from 50 to 8 minutes.",
    "Mentored three colleagues.",
    *(
        "Kept the label printers of the northern depots running through storms and strikes and the winter rush."
        for _ in range(8)
    ),
)
PLACE = (Evidence(1, (50.0, 60.0, 90.0, 70.0), "Developer", "Developer"),)


def line(text: str, number: int) -> Line:
    top = 50.0 + 14 * number
    words = tuple(Word(word, (50.0 + 40 * i, top, 88.0 + 40 * i, top + 10), 10) for i, word in enumerate(text.split()))
    return Line(1, words, (50.0, top, 500.0, top + 10), block=number, bullet="•")


def document(*bullets: str, **page: object) -> Document:
    made = Page(1, 600, 800, tuple(line(text, i) for i, text in enumerate(bullets or BULLETS)))
    return Document("cv.pdf", "cv.pdf", "", 1, (replace(made, **page),))  # type: ignore[arg-type]  # fields by name


def position(bullets: int = len(BULLETS), dated: bool = True) -> Position:
    span, date = (MonthSpan(1, 40), DatePoint(2020, 1, "2020")) if dated else (None, None)
    lines = tuple(range(bullets))
    return Position("Developer", "Acme", "", PositionKind.JOB, date, date, False, span, lines, lines, 1, PLACE, True)


def resume(*skills: SkillFinding, **fields: object) -> Resume:
    sound = Resume(
        Contact("Ada", ("ada@example.com",), ("+1 202 555 0101",)),
        (),
        (position(),),
        (),
        (),
        (),
        skills,
        (),
        (),
        40,
        40,
        Level.MID,
    )
    return replace(sound, **fields)  # type: ignore[arg-type]  # fields by name


def skill(id: str, *wheres: Where, category: str = "language", implied_by: tuple[str, ...] = ()) -> SkillFinding:
    mentions = tuple(Mention(PLACE, where, How.EXACT) for where in wheres)
    return SkillFinding(id, id.title(), category, How.EXACT, wheres[0], 0, None, mentions, implied_by)


def only(findings: tuple[HealthFinding, ...]) -> HealthFinding:
    (found,) = findings
    return found


def test_a_sound_page_has_no_findings() -> None:
    assert find_health(document(), resume(skill("java", Where.EXPERIENCE, Where.SKILLS))) == ()


def test_hidden_text_is_shown_with_its_place() -> None:
    hidden = HiddenText(1, "kubernetes terraform " * 10, (1.0, 2.0, 3.0, 4.0), HiddenReason.COLOUR)
    found = only(find_health(document(hidden=(hidden,)), resume()))
    assert (found.id, found.page, found.box, found.severity) == ("hidden_text", 1, (1.0, 2.0, 3.0, 4.0), "warning")
    assert "“kubernetes terraform" in found.reason
    assert len(found.reason) < 300


@pytest.mark.parametrize(
    ("page", "id"),
    [
        ({"recognised": True}, "text_as_picture"),
        ({"unreadable_share": 0.2}, "unreadable_fonts"),
        ({"columns_uncertain": True}, "mixed_columns"),
    ],
)
def test_what_hinders_reading(page: dict[str, object], id: str) -> None:
    found = only(find_health(document(**page), resume()))
    assert (found.id, found.page) == (id, 1)
    assert found.reason
    assert found.remedy


def test_a_page_that_is_one_picture() -> None:
    scan = document("Ada", images=((0.0, 0.0, 600.0, 700.0),))
    ids = {f.id for f in find_health(scan, resume(positions=()))}
    assert "text_as_picture" in ids
    assert "text_as_picture" not in {f.id for f in find_health(document(images=((0.0, 0.0, 80.0, 100.0),)), resume())}


def test_contact() -> None:
    assert only(find_health(document(), resume(contact=Contact("Ada")))).id == "no_contact"
    footer = Contact("Ada", ("ada@example.com",), evidence=PLACE, in_furniture=True)
    found = only(find_health(document(), resume(contact=footer)))
    assert (found.id, found.box) == ("contact_in_furniture", PLACE[0].box)


def test_a_job_without_dates_is_named_with_its_place() -> None:
    found = only(find_health(document(), resume(positions=(position(dated=False),))))
    assert (found.id, found.page, found.box) == ("undated_jobs", 1, PLACE[0].box)
    assert "“Developer”" in found.reason


def test_no_jobs() -> None:
    assert [f.id for f in find_health(document(), resume(positions=()))] == ["no_jobs"]


def test_skills_listed_but_never_shown() -> None:
    skills = (
        skill("go", Where.SKILLS),
        skill("java", Where.SKILLS, Where.EXPERIENCE),
        skill("teamwork", Where.SKILLS, category="soft_skill"),
        skill("python", Where.SKILLS, implied_by=("django",)),
        skill("django", Where.PROJECT),
    )
    found = only(find_health(document(), resume(*skills)))
    assert found.id == "listed_never_shown"
    assert found.reason.endswith("names them: Go.")
    many = only(find_health(document(), resume(*(skill(f"s{n}", Where.SKILLS) for n in range(12)))))
    assert many.reason.endswith("S7 and 4 more.")


def test_a_database_at_work_shows_its_language() -> None:
    sql = skill("sql", Where.SKILLS, category="query_language")
    assert only(find_health(document(), resume(sql))).id == "listed_never_shown"
    postgres = skill("postgresql", Where.EXPERIENCE, category="relational_database")
    assert find_health(document(), resume(sql, postgres)) == ()


def test_lines_without_results() -> None:
    bare = ("Wrote services for depots and shops in many regions of the country with care.",) * 12
    found = only(find_health(document(*bare), resume(positions=(position(12),))))
    assert (found.id, found.page) == ("few_results", 1)
    assert found.reason.startswith("0 of 12 sentences")
    assert found.box == (50.0, 50.0, 500.0, 60.0)


@pytest.mark.parametrize(
    ("pages", "months", "long"),
    [(1, 40, False), (2, 40, False), (3, 40, True), (3, 200, False), (4, 200, True), (3, None, False)],
)
def test_length_is_measured_against_the_years(pages: int, months: int | None, long: bool) -> None:
    found = find_health(replace(document(), page_count=pages), resume(months_experience=months))
    assert [f.id for f in found] == (["long"] if long else [])


def test_a_page_with_few_words_is_short() -> None:
    assert only(find_health(document("Java"), resume(positions=(position(1),)))).id == "short"
