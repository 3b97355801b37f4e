"""Misspelt names are read right where nothing else can be meant, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from matching.knowledge.skills import load_skill_book
from matching.knowledge.words import is_word, load_words
from matching.reading.resume import How
from matching.reading.typos import read_right
from tests.matching.reading.resume_texts import skills_in


@pytest.mark.parametrize(
    ("printed", "skill"),
    [
        ("kuberentes", "kubernetes"),
        ("kubernets", "kubernetes"),
        ("teraform", "terraform"),
        ("pyhton", "python"),
        ("djagno", "django"),
        ("ansibel", "ansible"),
        ("elasticseach", "elasticsearch"),
        ("dokcer", "docker"),
        ("jenkns", "jenkins"),
        ("anguler", "angular"),
    ],
)
def test_slips_are_read_right(printed: str, skill: str) -> None:
    found = read_right(printed, load_skill_book())
    assert found is not None
    assert found.skill == skill


@pytest.mark.parametrize(
    "printed",
    [
        "reads",
        "trust",
        "doctor",
        "pearl",
        "redes",
        "jawa",
        "got",
        "saas",
        "javas",
        "informatics",
        "elementum",
        "dockers",
        "jana",
        "gitt",
    ],
)
def test_words_short_names_and_endings_are_left_alone(printed: str) -> None:
    assert read_right(printed, load_skill_book()) is None


def test_names_of_skills_are_never_misspelt() -> None:
    book = load_skill_book()
    assert all(read_right(key, book) is None for key in book.spellings if " " not in key)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(load_words())), st.sampled_from(["", "s", "ed", "ing", "ly"]))
def test_no_word_of_the_language_becomes_a_skill(word: str, ending: str) -> None:
    if is_word(word + ending, load_words()):
        assert read_right(word + ending, load_skill_book()) is None


def test_a_guess_is_shown_as_one() -> None:
    text = "## Experience\n@ Developer | Elm Hall | 2011-01 | 2012-01\n- Deployed to Kuberentes with Docker and Redis."
    (guess,) = [skill for skill in skills_in(text).skills if skill.id == "kubernetes"]
    assert (guess.how, guess.read_as) == (How.FUZZY, "Kuberentes")


@pytest.mark.parametrize("word", ["studies", "stopped", "making", "deployed", "happiest", "boxes", "reliably", "happiness"])
def test_regular_forms_are_words(word: str) -> None:
    assert is_word(word, load_words())


@pytest.mark.parametrize("name", ["kubernetes", "django", "postgresql", "kafka", "grafana"])
def test_names_of_tools_are_no_words(name: str) -> None:
    assert not is_word(name, load_words())


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["terraform", "kubernetes", "postgresql", "ansible", "prometheus"]), st.data())
def test_looking_at_few_names_finds_what_looking_at_all_finds(name: str, data: st.DataObject) -> None:
    """A swap or a lost letter anywhere, the first one included: the nearest of all names is the one that is read."""
    book = load_skill_book()
    place = data.draw(st.integers(0, len(name) - 2))
    swapped = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
    slip = data.draw(st.sampled_from([swapped, name[:place] + name[place + 1 :]] if place else [swapped]))
    nearest = min(OSA.distance(slip, key) for key in book.spellings if key.isalpha())
    best = {s.skill for key in book.spellings if OSA.distance(slip, key) == nearest for s in book.spellings[key]}
    if slip not in book.spellings and not is_word(slip, load_words()) and len(best) == 1:
        found = read_right(slip, book)
        assert found is not None, slip
        assert {found.skill} == best


def test_a_slip_in_a_name_that_means_something_else_needs_a_list() -> None:
    listed = skills_in("## Skills\nJava, Docker, Jenkns, Anguler, PostgreSQL").skills
    assert {(s.id, s.read_as) for s in listed if s.read_as} == {("jenkins", "Jenkns"), ("angular", "Anguler")}
    told = skills_in(
        "## Experience\n@ Developer | Elm Hall | 2011-01 | 2012-01\n- Wrote Java and Docker files for Mr Jenkns."
    ).skills
    assert "jenkins" not in {s.id for s in told}
