"""Rules at their edges: comparing nobody, offers without a table, missing dates, odd dates and places, mistakes in roles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matching.errors import FactError
from matching.fit.comparison import compare, summarise
from matching.fit.report import SalaryExpectation
from matching.fit.salary import SalaryQuestion, expect_salary, place_offer
from matching.knowledge.places import search_areas
from matching.knowledge.role_tables import parse_table
from matching.knowledge.roles import profile_of
from matching.knowledge.salaries import load_salaries
from matching.months import YearMonth
from matching.reading import wire
from matching.reading.contact_place import place_in
from matching.reading.dates import find_spans, resolve
from matching.reading.document import Document
from matching.reading.education import find_education
from matching.reading.notices import resume_notices
from matching.reading.resume import Contact, Level, Resume
from matching.reading.sections import find_sections
from tests.matching.knowledge.test_roles import ROLE
from tests.matching.reading.resume_texts import Made, skills_in
from tests.matching.reading.structure_pages import page_of

AS_OF = YearMonth(2026, 11)

# --- fit ----------------------------------------------------------------------------------------------------------------


def test_comparing_one_or_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="two to four"):
        compare([])
    with pytest.raises(ValueError, match="nobody"):
        summarise([])


def empty_resume() -> Resume:
    return Resume(Contact(), (), (), (), (), (), (), (), (), None, None, Level.OTHER)


def test_an_offer_without_an_official_table_says_so() -> None:
    tables = load_salaries()
    pay: SalaryExpectation = expect_salary(SalaryQuestion(place="Seattle, WA"), empty_resume(), tables)
    with_table = place_offer(150_000, pay, tables)
    without = place_offer(150_000, replace(pay, official=None), tables)
    assert without.band == with_table.band
    assert "no official table" in str(without)
    assert "no official table" not in str(with_table)


def test_search_for_an_area_by_a_word_inside_its_name() -> None:
    found = [area.name for area in search_areas("-Naperville")]
    assert found == ["Chicago-Naperville-Elgin, IL-IN"]


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ('[[variant]]\nid = "v"\nname = "V"\nreason = "r"\n', "sources"),
        (
            '[[variant]]\nid = "v"\nname = "V"\nreason = "r"\nsources = [{ guide = "a", as = "required", phrase = "p" }]\n'
            "[variant.times]\nsoldering = 200\n",
            "times",
        ),
        ('[[ceiling]]\nid = "c"\nmost = 100\nmembers = ["soldering"]\nreason = "r"\n', "members"),
    ],
)
def test_variants_and_ceilings_name_what_is_there(more: str, key: str) -> None:
    with pytest.raises(FactError) as caught:
        profile_of(parse_table(ROLE + more, "welder.toml"))
    assert (caught.value.file, caught.value.key) == ("welder.toml", key)


def test_a_ceiling_may_hold_all_that_one_guide_alone_asks_for() -> None:
    more = '[[ceiling]]\nid = "c"\nmost = 1000\none_guide = true\nreason = "r"\n'
    assert profile_of(parse_table(ROLE + more, "welder.toml")).out_of() == {"welding": 1000}


# --- notices ------------------------------------------------------------------------------------------------------------


def notices(undated: tuple[int, ...], jobs: int) -> list[str]:
    made = Made("## Experience\n" + "\n".join(f"@ Engineer | Works {n} | 2020-01 | 2021-12\n- Did it." for n in range(jobs)))
    resume = replace(empty_resume(), sections=made.found_sections, positions=made.positions, undated_positions=undated)
    document: Document = made.document
    return [notice.text for notice in resume_notices(document, resume).notices]


def test_jobs_without_dates_are_counted_in_a_sentence() -> None:
    assert any("No dates were found for the jobs" in text for text in notices((0, 1), 2))
    assert any(text.startswith("One job has no dates (“Engineer”)") for text in notices((1,), 3))
    assert any(text.startswith("2 jobs have no dates") for text in notices((0, 2), 3))
    assert not any("dates" in text for text in notices((), 2))


def test_a_letter_is_no_resume() -> None:
    letter = Made("Dear all,\nwe sailed along the coast and back again.")
    resume = replace(empty_resume(), sections=letter.found_sections)
    assert any("Check that it is the right file" in notice.text for notice in resume_notices(letter.document, resume).notices)


# --- dates, places, degrees ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("'19 – '21", ["2019 2021"]),
        ("13/13/2019 – 14/14/2020", []),
        ("03/04/2018 – 25/06/2019", ["2018-04 2019-06"]),
        ("04/05/2018 – 06/07/2019", ["2018-04 2019-06"]),
        ("spring 2019 – autumn 2020", ["2019-03 2020-11"]),
        ("2019–18", ["2019 2019"]),
        ("2019–99", ["2019 2019"]),
    ],
)
def test_dates_that_can_be_read_two_ways(text: str, spans: list[str]) -> None:
    found = [f"{span.start or ''} {span.end or ''}" for span in find_spans(text)]
    assert found == spans


def test_a_span_without_a_start_has_no_months() -> None:
    (span,) = find_spans("2019 – 2020")
    assert resolve(replace(span, start=None), AS_OF) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Address 12 Mill Lane, Leeds, UK", "Leeds, UK"),
        ("Kreuzberg, Berlin, Germany", "Berlin, Germany"),
        ("LS1 4DY Leeds", "Leeds"),
        ("nothing of the kind", ""),
    ],
)
def test_places_as_people_write_them(text: str, place: str) -> None:
    assert place_in(text) == place


@pytest.mark.parametrize(
    "line",
    [
        "She was a MA of sorts, University of Leeds",
        "Bachelor of Science in Bachelor of Arts in History, University of Leeds, 2015",
        "BSc, University of Leeds, Applied Rope Making, 2015",
    ],
)
def test_odd_degrees_have_a_level_or_are_none(line: str) -> None:
    document = page_of(f"! Nora Fielding\n\n# Education\n{line}\n")
    assert all(degree.level for degree in find_education(document, find_sections(document)))


# --- skills in odd places -----------------------------------------------------------------------------------------------


def skills(text: str) -> set[str]:
    return {skill.id for skill in skills_in(f"! Ines Valdoro\n{text}").skills}


def test_places_where_a_name_is_no_skill() -> None:
    assert "python" not in skills("## Languages\nPython")
    assert "spark" not in skills("## Interests\nSpark plugs")
    assert "go" not in skills("## Experience\n@ Engineer | Moss | 2020-01 | present\n- Ready to go-live with Dr. Go.")
    assert "kubernetes" in skills("## Skills\nKuberntes, Docker, Terraform, Python")


def test_a_hyphen_after_a_name_leaves_the_name() -> None:
    job = "## Experience\n@ Engineer | Moss | 2020-01 | present\n- "
    assert "java" in skills(job + "Wrote Java-based services with Spring Boot.")
    assert "c" not in skills(job + "Reported to C-level and vitamin-C makers.")


# --- the wire -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("payload", "hint"),
    [
        ({"a": 1}, tuple[int, ...]),
        ([1], dict[str, int]),
        ([1], tuple[int, str]),
        ({"class": "os:system", "value": 1}, object),
        ([1], object),
        ([1.0, float("inf")], tuple[float, float]),
    ],
)
def test_what_does_not_fit_its_type_is_malformed(payload: object, hint: object) -> None:
    with pytest.raises((wire.MalformedAnswer, TypeError, ValueError)):
        wire.rebuilt(payload, hint)


def test_one_of_several_types_is_taken() -> None:
    assert [wire.rebuilt(value, str | int | None) for value in (3, "x", None)] == [3, "x", None]


def test_types_without_a_rule_and_tasks_that_are_none() -> None:
    with pytest.raises(TypeError, match="no rule"):
        wire.rebuilt(1, set[int])
    for name in ("os:system", "matching.errors:not an identifier", "matching.reading.wire:PAGE"):
        with pytest.raises(ValueError, match=r"no (task|function)"):
            wire.task_function(name)
