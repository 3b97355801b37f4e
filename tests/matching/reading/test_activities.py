"""What a person did: found in sentences as verb and object, with figures, and not where the words mean something else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from matching.errors import FactError
from matching.knowledge.activities import book_of, load_activities
from matching.knowledge.role_tables import parse_table
from matching.knowledge.stems import stem
from matching.months import MonthSpan
from matching.reading.activities import find_activities
from matching.reading.document import Document, Line, Page, Word
from matching.reading.resume import Activity, DatePoint, Evidence, Position, PositionKind, Section, SectionKind, Where

SENTENCES = tomllib.loads((Path(__file__).parents[2] / "data" / "activities.toml").read_text(encoding="utf-8"))["sentence"]


def line_of(text: str, top: float, block: int, bullet: str = "") -> Line:
    """A printed line: letters six points wide, ten high."""
    words, x = [], 50.0
    for word in text.split():
        words.append(Word(word, (x, top, x + 6 * len(word), top + 10), 10))
        x += 6 * len(word) + 4
    return Line(1, tuple(words), (50, top, x, top + 10), block, bullet=bullet)


def document_of(*lines: str) -> Document:
    """A page of these lines; one that begins with "• " begins an item, one without goes on in its block."""
    made, block = [], 0
    for number, text in enumerate(lines):
        block += text.startswith("• ")
        bullet = "•" if text.startswith("• ") else ""
        made.append(line_of(text.removeprefix("• "), 50 + 14 * number, block, bullet))
    return Document("cv.pdf", "cv.pdf", "", 1, (Page(1, 600, 800, tuple(made)),))


def section_of(document: Document, kind: SectionKind) -> tuple[Section, ...]:
    return (Section(kind, kind.value, None, tuple(range(len(document.lines)))),)


def activities(*lines: str, kind: SectionKind = SectionKind.EXPERIENCE) -> tuple[Activity, ...]:
    document = document_of(*lines)
    return find_activities(document, section_of(document, kind), ())


def position(title: str, lines: tuple[int, ...] = ()) -> Position:
    start, end = DatePoint(2020, 1, "2020"), DatePoint(2022, 1, "2022")
    place = (Evidence(1, (0, 0, 1, 1), title, title),)
    return Position(title, "Acme", "", PositionKind.JOB, start, end, False, MonthSpan(1, 25), lines, lines, 1, place)


@pytest.mark.parametrize("case", SENTENCES, ids=[case["text"][:50] for case in SENTENCES])
def test_a_sentence_says_these_deeds_and_no_others(case: dict[str, Any]) -> None:
    found = activities("• " + case["text"])
    kinds = {activity.kind for activity in found}
    assert set(case["finds"]) <= kinds
    assert not set(case.get("not", [])) & kinds
    if not case["finds"]:
        assert not kinds
    if "figure" in case:
        assert {activity.has_figure for activity in found} <= {case["figure"]}


def test_evidence_is_the_words_that_matched_in_their_box() -> None:
    (found,) = [a for a in activities("• In 2022 designed the schema of the shop") if a.kind == "database-design"]
    assert [item.text for item in found.evidence] == ["designed the schema"]
    assert found.evidence[0].quote == "• In 2022 designed the schema of the shop"
    x0, _, x1, _ = found.evidence[0].box
    assert 50 < x0 < x1 < 250


def test_wrapped_lines_are_one_sentence_with_evidence_line_by_line() -> None:
    found = [
        a for a in activities("• Integrated the shop of the group first at", "four parcel carriers") if a.kind == "integration"
    ]
    assert len(found) == 1
    assert found[0].has_figure
    assert found[0].sentence == "Integrated the shop of the group first at four parcel carriers"
    assert [item.text for item in found[0].evidence] == ["Integrated the shop of the group first at", "four parcel carriers"]


def test_lines_without_bullets_begin_a_sentence_with_a_new_verb() -> None:
    found = activities("Reviewed pull requests of the team", "Tested the release of the platform with 40 users")
    assert {a.sentence for a in found if a.kind == "code-review"} == {"Reviewed pull requests of the team"}
    assert not any(a.has_figure for a in found if a.kind == "code-review")


def test_two_sentences_of_one_item_are_two() -> None:
    found = [
        a for a in activities("• Reviewed merge requests daily. Conducted code reviews of interns.") if a.kind == "code-review"
    ]
    assert len(found) == 2


def test_one_activity_for_each_kind_and_sentence() -> None:
    found = [a.kind for a in activities("• Code reviews, design reviews, reviewed pull requests and merge requests")]
    assert found.count("code-review") == 1


def test_summary_and_skills_only_claim() -> None:
    for kind, where in ((SectionKind.SUMMARY, Where.SUMMARY), (SectionKind.SKILLS, Where.SKILLS)):
        found = activities("Communication, teamwork, leadership, problem solving", kind=kind)
        assert {a.kind for a in found} >= {"communication", "teamwork", "leading", "problem-solving"}
        assert {a.where for a in found} == {where}


def test_a_bare_claim_in_a_job_is_no_deed() -> None:
    assert not activities("• Leadership and teamwork")


@pytest.mark.parametrize("kind", [SectionKind.INTERESTS, SectionKind.REFERENCES, SectionKind.LANGUAGES, SectionKind.HEADER])
def test_other_sections_are_not_looked_at(kind: SectionKind) -> None:
    assert not activities("• Led a team of five engineers and reviewed their code", kind=kind)


def test_education_and_awards_show_learning_only() -> None:
    found = activities("• Online course: code reviews and system design", kind=SectionKind.EDUCATION)
    assert [a.kind for a in found] == ["learning"]


def test_projects_and_positions_are_kept_apart() -> None:
    document = document_of("• Reviewed pull requests daily", "• Designed the schema of the shop")
    sections = (Section(SectionKind.EXPERIENCE, "Work", None, (0,)), Section(SectionKind.PROJECTS, "Projects", None, (1,)))
    found = find_activities(document, sections, (position("Developer", (0,)),))
    assert [(a.kind, a.where, a.position) for a in found if a.kind in ("code-review", "database-design")] == [
        ("code-review", Where.EXPERIENCE, 0),
        ("database-design", Where.PROJECT, None),
    ]


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Team Lead", {"leading"}),
        ("Software Architect", {"architecture", "system-design"}),
        ("Backend Developer", set()),
        ("Lead Nurse", set()),
        ("Landscape Architect", set()),
    ],
)
def test_job_titles_say_what_somebody_did(title: str, kinds: set[str]) -> None:
    document = document_of("• x")
    found = find_activities(document, (), (position(title),))
    assert {a.kind for a in found} & {"leading", "architecture", "system-design"} == kinds - (
        {"system-design"} if title == "Landscape Architect" else set()
    )
    assert all(a.evidence[0].text == title for a in found)


def test_the_same_words_in_another_trade_are_no_software_work() -> None:
    """A civil engineer's architecture is none of software; helping colleagues is the same everywhere."""
    document = document_of("Designed the drainage architecture of three systems.", "Mentored two junior colleagues.")
    kinds = {title: {a.kind for a in find_activities(document, (), (position(title, (0, 1)),))} for title in _TRADES}
    assert "mentoring" in kinds["Civil Engineer"]
    assert not kinds["Civil Engineer"] & {"architecture", "system-design"}
    assert {"mentoring", "architecture"} <= kinds["Backend Engineer"]


_TRADES = ("Civil Engineer", "Backend Engineer")


def test_nothing_is_found_in_nothing() -> None:
    assert find_activities(Document("", "", "", 0, ()), (), ()) == ()


@pytest.mark.parametrize(
    ("forms", "same"),
    [
        (["design", "designs", "designed", "designing"], True),
        (["cache", "caches", "cached", "caching"], True),
        (["modelling", "modeling", "modelled", "models"], True),
        (["optimise", "optimize", "optimised", "optimizing"], True),
        (["query", "queries"], True),
        (["plan", "planned", "planning"], True),
        (["design", "designer"], False),
        (["service", "server"], False),
    ],
)
def test_forms_of_a_word_share_a_key(forms: list[str], same: bool) -> None:
    assert (len({stem(form) for form in forms}) == 1) is same


def test_the_shipped_patterns_load() -> None:
    book = load_activities()
    assert len(book.kinds) >= 30
    assert all(kind.phrases or kind.deeds for kind in book.kinds.values())


WORDS = '[verbs]\nbuild = ["build"]\n[irregular]\nbuilt = "build"\n[lists]\n[units]\n[numbers]\n[negation]\n'


@pytest.mark.parametrize(
    ("entry", "key"),
    [
        ('id = "a"\nname = "A"\ndeeds = [{ verbs = ["@bild"], objects = ["x"] }]', "verbs"),
        ('id = "a"\nname = "A"\ndeeds = [{ verbs = ["@build"], objects = ["<peple>"] }]', "objects"),
        ('id = "a"\nname = "A"\nphrase = ["x"]', "phrase"),
        ('id = "a"\nphrases = ["x"]', "name"),
        ('id = "a"\nname = "A"\nphrases = ["x", "x"]', "phrases"),
        ('id = "a"\nname = "A"\ndeeds = [{ verbs = ["@build"] }]', "verbs"),
    ],
)
def test_a_mistake_in_the_patterns_names_file_entry_and_key(entry: str, key: str) -> None:
    with pytest.raises(FactError) as caught:
        book_of(parse_table(WORDS, "words.toml"), [parse_table(f"[[activity]]\n{entry}", "some.toml")])
    assert (caught.value.file, caught.value.key) == ("some.toml", key)
    assert "activity a" in caught.value.entry
