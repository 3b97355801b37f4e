"""Sentences in another language: found again by their pattern, whole, with figures as the language writes them."""

from __future__ import annotations

import ast
import itertools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.errors import FactError
from matching.fit import wording
from matching.fit.explain import how_the_score_works, worked_example
from matching.fit.pipeline import report_for
from matching.fit.report import Effort, FitReport
from matching.fit.request import Request
from matching.fit.retelling import report_in
from matching.fit.salary import SalaryQuestion, place_offer
from matching.fit.strength import Place, Shown
from matching.knowledge import phrases
from matching.knowledge.phrases import PhraseBook, phrase_book, phrase_files, said, spoken_languages
from matching.knowledge.role_tables import parse_table, read_table
from matching.knowledge.roles import load_role
from matching.knowledge.salaries import load_salaries
from matching.months import YearMonth
from tests.desktop.made_up import TEXT, document

ROOT = Path(__file__).resolve().parents[3]
GERMAN = phrase_book("de")


def unknown(texts: Iterator[str]) -> list[str]:
    """The texts that German has no words for."""
    return sorted({text for text in texts if text and GERMAN.known(text) is None})


def texts_below(value: object, keys: set[str]) -> Iterator[str]:
    """Every text that stands under one of the keys, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys and isinstance(inner, str):
                yield inner
            yield from texts_below(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_below(inner, keys)


def facts(folder: str, keys: str) -> Iterator[str]:
    for path in sorted((ROOT / "resources" / folder).glob("*.toml")):
        yield from texts_below(tomllib.loads(path.read_text("utf-8")), set(keys.split()))


def test_german_is_spoken_and_other_codes_lead_to_it_or_to_english() -> None:
    assert spoken_languages() == ("en", "de")
    assert phrase_book("de_AT") is phrase_book("DE-ch") is GERMAN
    for code in ("en", "en_GB", "fr", "", "../../x"):
        assert phrase_book(code).said("Security") == "Security"


@pytest.mark.parametrize(
    ("folder", "keys"),
    [
        ("advice", "evidence missing listed_only stale partly wording check"),
        ("roles", "name work"),
        ("roles/variants", "name"),
        ("senses", "reason"),
    ],
)
def test_every_fact_that_is_shown_has_its_german(folder: str, keys: str) -> None:
    shown = (text for text in facts(folder, keys) if text not in list(Effort))
    assert unknown(text.replace("{name}", "Caching") for text in shown) == []


def test_what_can_be_set_right_has_its_german() -> None:
    values = {"names": "“Curt Invented”", "count": 3, "of": 20, "pages": 4, "words": 99}
    assert unknown(text.format(**values) for text in facts("health", "title reason remedy")) == []


def test_every_refusal_in_the_code_has_its_german() -> None:
    found = set()
    for name in ("senses", "sense_objections", "skill_places"):
        module = import_module(f"matching.reading.{name}")
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
            if isinstance(node, ast.Return):
                constants = (part.value for part in ast.walk(node.value or node) if isinstance(part, ast.Constant))
                found |= {value for value in constants if isinstance(value, str) and value.count(" ") > 1}
    found.discard("printed as ")  # a part; whole it stands below
    assert len(found) > 10
    found |= {"here an everyday word", "printed as an everyday word"}
    assert unknown(iter(found)) == []


def shown_at(place: Place, count: int = 1, figure: bool = False, **more: object) -> Shown:
    return replace(Shown(700, 700, 700, place, ("x",), "system design"), count=count, figure=figure, **more)


def whys() -> Iterator[str]:
    """Every kind of sentence about points."""
    yield wording.nothing(83)
    for place in Place:
        for shown in (shown_at(place), shown_at(place, 3, True), shown_at(place, 12), shown_at(place, from_skill="Django")):
            if place is Place.OTHER:
                continue
            yield wording.sentence(shown, 83, 58, 36)
            yield wording.two_skills(shown, None, 200, 700, 83, 58, 36)
            yield wording.two_skills(shown, shown, 200, 700, 83, 58, 36)
    yield wording.sentence(shown_at(Place.LISTED, from_skill="Django", written_in=True), 83, 58, 36)
    for undated in (True, False):
        yield wording.years(31, 60, "back-end work", 517, 60, 31, undated)
    for label in (
        "A bachelor's degree in Physics, not finished yet", "A master's degree", "A doctorate, not finished yet",
        "At least 5 years of back-end work in place of a degree", "A degree in computing, as a course in it",
        "Certified: An Invented Engineer",
    ):  # fmt: skip
        yield wording.sentence(replace(shown_at(Place.OTHER), label=label), 83, 58, 36)


def test_every_sentence_about_points_has_its_german() -> None:
    assert unknown(whys()) == []
    told = GERMAN.said(wording.sentence(shown_at(Place.RECENT), 83, 58, 36))
    assert told.endswith("8,3 × 0,7 = 5,8 von 8,3 Punkten.")
    assert told.startswith("Systementwurf in einer Stelle")


def every_text(report: FitReport) -> Iterator[str]:
    """Every sentence of ours in a report."""
    yield from (notice.text for notice in report.notices)
    yield report.match.role_name
    for group in report.match.groups:
        yield group.name
        for requirement in group.requirements:
            yield from (requirement.name, requirement.why)
    yield from (variant.name for variant in report.match.variants)
    for gap in report.gaps:
        yield from (gap.name, gap.advice, gap.evidence_hint, gap.wording_hint, gap.check_first)
    yield report.salary.why
    for factor in report.salary.factors:
        yield from (factor.name, factor.text, factor.source)
    yield from report.salary.remarks
    if report.salary.official:
        yield from (report.salary.official.text, report.salary.official.source)
    for finding in report.health:
        yield from (finding.title, finding.reason, finding.remedy)
    yield from report.resume.level_reasons
    yield from (position.backend_reason for position in report.resume.positions)
    yield from (rejected.reason for rejected in report.resume.rejected)


QUESTIONS = (
    SalaryQuestion(), SalaryQuestion(base="guides", company_size=1), SalaryQuestion(place="remote", base="guides"),
    SalaryQuestion(place="Lisbon"), SalaryQuestion(place="Lisbon", local_base=50_000, local_currency="EUR"),
    SalaryQuestion(place="Nowhere at all"), SalaryQuestion(place="Texas", years=1), SalaryQuestion(place="USA", years=40),
    SalaryQuestion(place="Seattle, WA", level="senior", company_size=20_000), SalaryQuestion(level="mid", company_size=30),
)  # fmt: skip
RESUMES = (
    ("Ines Valdoro",),
    ("Ines Valdoro", "Experience", "Nurse, Moss Clinic, 2019 – present", "Led a team of nurses."),
    (
        "Ines Valdoro",
        "Experience",
        "Engineer, Moss Retail",
        "Built services in Python with Django.",
        "Skills",
        "Go, Rust, Ember",
    ),
    TEXT,
)


ASKED = [
    *((resume, QUESTIONS[0], role) for resume in RESUMES for role in ("senior-backend-engineer", "backend-software-engineer")),
    *((RESUMES[3], question, "senior-backend-engineer") for question in QUESTIONS[1:]),
]


@pytest.mark.parametrize(("resume", "question", "role"), ASKED)
def test_no_english_sentence_is_left_in_a_german_report(resume: tuple[str, ...], question: SalaryQuestion, role: str) -> None:
    made = replace(document(resume), notices=())  # the notices made up there are nobody's sentences
    report = report_for(made, Request(YearMonth(2026, 11), role, salary=question))
    assert unknown(every_text(report)) == []


@pytest.mark.parametrize("role", ["senior-backend-engineer", "backend-software-engineer"])
def test_the_rules_of_the_score_have_their_german(role: str) -> None:
    profile = load_role(role)
    report = report_for(document(), Request(YearMonth(2026, 11), role))
    sections = (*how_the_score_works(profile), worked_example(report.match, "Ada Example"))
    cells = (cell for section in sections for cell in (section.title, *section.paragraphs, *itertools.chain(*section.rows)))
    # The guides' titles are theirs, and the words about O*NET are asked for as they are by its licence.
    left = [cell for cell in unknown(cells) if "jobs & Careers" not in cell and "O*NET" not in cell]
    assert left == []


def test_a_german_report_has_the_same_figures_and_the_resumes_own_words() -> None:
    report = report_for(document(), Request(YearMonth(2026, 11)))
    told = report_in(report, "de")
    assert told.match.score == report.match.score
    assert [r.evidence for r in told.match.requirements] == [r.evidence for r in report.match.requirements]
    assert [r.sources for r in told.match.requirements] == [r.sources for r in report.match.requirements]
    assert told.resume.contact == report.resume.contact
    assert report_in(report, "en") is report
    assert report_in(report, "fr") is report
    assert report_in(told, "de") == told


def test_where_an_offer_lies_has_its_german() -> None:
    tables = load_salaries()
    salary = report_for(document(), Request(YearMonth(2026, 11), salary=QUESTIONS[8])).salary
    amounts = [salary.wide[0] - 1, salary.likely[0] - 1, salary.centre - 1, salary.centre, salary.centre + 1, salary.wide[1]]
    placed = [place_offer(amount, salary, tables) for amount in (*amounts, salary.wide[1] + 1, 10_000, 999_000)]
    placed.append(place_offer(100, replace(salary, official=None), tables))
    assert unknown(f"{place.text} {place.official_text}" for place in placed) == []


def filled(sentence: str, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda place: values[place[1]], sentence)


def pairs() -> list[tuple[str, str]]:
    tables = [read_table("i18n/de", name) for name in phrase_files("de") if name != "report.toml"]
    return [(english, table.text(english)) for table in tables for english in table.names()]


SIMPLE = [
    (english, german)
    for english, german in pairs()
    if "{" in english
    and all(re.match(r"(n|raw|money)(\d|_|$)|period$|place$", place) for place in re.findall(r"\{(\w+)\}", english))
]


NAMES = ("Ada", "{n}", "A\\1 (?P<x>", "“Ines”: 3.5; the, an", "é" * 40, "C++ {} {0}")


@given(pair=st.sampled_from(SIMPLE), number=st.integers(0, 9_999_999), name=st.sampled_from(NAMES))
def test_figures_and_names_go_over_whole(pair: tuple[str, str], number: int, name: str) -> None:
    kinds = {"n": (f"{number:,}", f"{number:,}".replace(",", ".")), "raw": (name, name)}
    kinds["money"] = (f"${number:,}", f"{number:,}\u00a0$".replace(",", "."))
    kinds["period"] = kinds["place"] = ("May 2024", "Mai 2024")
    places = set(re.findall(r"\{(\w+)\}", pair[0]))
    kind = {place: place.partition("_")[0].rstrip("0123456789") for place in places}
    english = filled(pair[0], {place: kinds[kind[place]][0] for place in places})
    assert GERMAN.said(english) == filled(pair[1], {place: kinds[kind[place]][1] for place in places})


@pytest.mark.parametrize("text", ["", "Ran Kafka for orders.", "x" * 5000, "{n} sentences", "Seite 1"])
def test_what_is_none_of_our_sentences_stays(text: str) -> None:
    assert said(text, "de") == text


def test_months_amounts_and_numbers_are_written_the_german_way() -> None:
    figures = GERMAN.figures
    assert (figures.number("1,234.5"), figures.amount("$98,000"), figures.month("2026-03")) == (
        "1.234,5",
        "98.000\u00a0$",
        "März 2026",
    )
    assert PhraseBook().figures.month("2026-03") == "2026-03"


def test_a_sentence_whose_places_differ_is_a_mistake_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    table = parse_table('"On {n}" = "Am {m}"', "made up")
    monkeypatch.setattr(phrases, "read_table", lambda _folder, _name: table)
    with pytest.raises(FactError, match="different places"):
        list(phrases._pairs("i18n/de", "made.toml"))


def test_the_files_hold_no_sentence_twice_with_two_meanings() -> None:
    seen: dict[str, str] = {}
    for english, german in pairs():
        assert seen.setdefault(english, german) == german, english
    assert (files("resources") / "i18n" / "de" / "format.toml").is_file()
