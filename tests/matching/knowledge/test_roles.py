"""The role profiles: every phrase stands in its guide, weights follow from the guides, mistakes name their place."""

from __future__ import annotations

import json
import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.errors import FactError
from matching.fit.report import GapKind, Source
from matching.knowledge.activities import load_activities
from matching.knowledge.advice import advice_for, load_advice
from matching.knowledge.health import load_health
from matching.knowledge.market import market_list
from matching.knowledge.role_tables import parse_table
from matching.knowledge.roles import RoleProfile, available_roles, load_role, profile_of
from matching.knowledge.skills import load_skill_book
from matching.knowledge.weights import Ceiling, largest_remainder, points_for

PROFILES = [load_role(id) for id in available_roles()]


def all_sources(profile: RoleProfile) -> list[Source]:
    owners = (*profile.requirements, *profile.variants, *profile.left_out)
    return [source for owner in owners for source in owner.sources]


def plain(text: str) -> str:
    """Case, quotes and white space made one."""
    text = text.translate(str.maketrans("‘’“”", "''\"\""))
    return re.sub(r"\s+", " ", text).casefold()


@pytest.mark.shared
@pytest.mark.parametrize("profile", PROFILES, ids=lambda p: p.id)
def test_every_phrase_and_title_stands_in_its_guide(profile: RoleProfile, shared: Path) -> None:
    guides = {path.name: plain(path.read_text(encoding="utf-8")) for path in (shared / "seeds").glob("*.txt")}
    for source in all_sources(profile):
        assert plain(source.phrase) in guides[source.guide], source
        assert plain(source.title) in guides[source.guide], source


# Kinds of facts about a role that are no demand on a person: pay, places, titles, prospects.
_NO_DEMAND = {"location", "salary", "salary_driver", "outlook", "title", "career_ladder", "career_path", "noise"}


def words_of(text: str) -> str:
    return re.sub(r"\W+", " ", plain(text)).strip()


@pytest.mark.shared
def test_whatever_the_guides_ask_for_is_a_requirement_or_left_out_with_a_reason(shared: Path) -> None:
    facts = json.loads((shared / "domain" / "role_facts.json").read_text(encoding="utf-8"))["facts"]
    phrases: dict[str, list[str]] = {}
    for source in all_sources(load_role()):
        phrases.setdefault(source.guide, []).append(words_of(source.phrase))
    demands = [fact for fact in facts if fact["category"] not in _NO_DEMAND]
    assert len(demands) > 200
    without = []
    for fact in demands:
        said = words_of(fact["phrase"])
        if not any(said in phrase or phrase in said for phrase in phrases[fact["seed_file"]]):
            without.append((fact["seed_file"], fact["canonical"], fact["phrase"]))
    assert without == []


@pytest.mark.parametrize("profile", PROFILES, ids=lambda p: p.id)
def test_weights_sum_to_one_hundred_in_every_variant(profile: RoleProfile) -> None:
    for variant in (None, *(v.id for v in profile.variants)):
        out_of = profile.out_of(variant)
        assert sum(out_of.values()) == 1000
        assert list(out_of) == [r.id for r in profile.requirements]
        assert all(points > 0 for points in out_of.values())


@pytest.mark.parametrize("profile", PROFILES, ids=lambda p: p.id)
def test_ceilings_hold(profile: RoleProfile) -> None:
    out_of = profile.out_of()
    for ceiling in profile.ceilings:
        assert sum(out_of[member] for member in ceiling.members) <= ceiling.most


def test_a_requirement_of_one_guide_stands_under_the_ceiling_for_it() -> None:
    profile = load_role()
    (one_guide,) = [c for c in profile.ceilings if c.id == "one-guide"]
    (general,) = [c for c in profile.ceilings if c.id == "general"]
    alone = {r.id for r in profile.requirements if len(r.guides) == 1} - set(general.members)
    assert set(one_guide.members) == alone


def test_weights_follow_from_the_strongest_mention_in_each_guide() -> None:
    profile = load_role()
    sql = profile.requirement("sql")
    assert sql.raw_weight == 10 + 6 + 10 + 10 + 6  # guides 000 to 004
    assert profile.requirement("degree").raw_weight == 50
    free = [r for r in profile.requirements if not any(r.id in c.members for c in profile.ceilings)]
    out_of, raw = profile.out_of(), sum(r.raw_weight for r in free)
    total = sum(out_of[r.id] for r in free)
    for requirement in free:
        assert abs(out_of[requirement.id] - Fraction(requirement.raw_weight * total, raw)) < 1


def test_a_variant_moves_weight_to_what_it_is_about() -> None:
    profile = load_role()
    plain_weights = profile.out_of()
    for variant, grows in {
        "architect": "software-architecture",
        "team-lead": "team-leadership",
        "infrastructure": "operations",
        "devops": "ci-cd",
        "data-engineer": "database-design",
        "developer": "backend-language",
        "general": "backend-framework",
    }.items():
        assert profile.out_of(variant)[grows] > plain_weights[grows], variant


def test_an_unknown_role_or_variant_is_told_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="senior-backend-engineer"):
        load_role("astronaut")
    with pytest.raises(ValueError, match="architect"):
        load_role().out_of("astronaut")


@pytest.mark.parametrize("profile", PROFILES, ids=lambda p: p.id)
def test_every_skill_category_and_deed_exists(profile: RoleProfile) -> None:
    book, kinds = load_skill_book(), load_activities().kinds
    categories = {skill.category for skill in book.skills.values()}
    for requirement in profile.requirements:
        listed = [*requirement.skills, *(id for less in requirement.less for id in less.skills)]
        assert [id for id in listed if id not in book.skills] == [], requirement.id
        assert set(requirement.categories) <= categories, requirement.id
        assert set(requirement.deeds) <= set(kinds), requirement.id
    assert set(profile.field.deeds) <= set(kinds)


def test_no_named_tool_of_the_guides_is_a_requirement_alone() -> None:
    """The guides' "such as" lists are alternatives: Java and PostgreSQL leave no gap called Ruby or MySQL."""
    profile = load_role()
    for requirement in profile.requirements:
        assert not {"ruby", "mysql", "google-cloud", "svn"} >= set(requirement.skills) or not requirement.skills


@pytest.mark.parametrize("profile", PROFILES, ids=lambda p: p.id)
def test_every_requirement_has_advice_for_every_kind_of_gap(profile: RoleProfile) -> None:
    written = load_advice(profile.id)
    book, kinds = load_skill_book(), load_activities().kinds
    ids = {r.id for r in profile.requirements}
    assert set(written) == ids
    for requirement in profile.requirements:
        advice = advice_for(profile.id, requirement.id, requirement.name)
        assert set(advice.texts) == set(advice.efforts) == set(GapKind)
        assert set(advice.after) <= ids - {requirement.id}
        assert [hint for hint in advice.hints if hint not in book.skills and hint not in kinds] == [], requirement.id
        for text in (*advice.texts.values(), advice.evidence, advice.wording, advice.check):
            assert "{" not in text
            assert "you lack" not in text.casefold()
            assert "keyword" not in text.casefold()
        assert "found" in advice.texts[GapKind.MISSING]


def test_prerequisites_make_no_ring() -> None:
    advice = load_advice("senior-backend-engineer")

    def reach(id: str, above: tuple[str, ...]) -> None:
        assert id not in above, (*above, id)
        for before in advice[id].after:
            reach(before, (*above, id))

    for id in advice:
        reach(id, ())


def test_a_role_without_advice_of_its_own_gets_the_general_one() -> None:
    advice = advice_for("another-role", "welding", "Welding")
    assert advice.texts[GapKind.MISSING].startswith("Welding was not found in this résumé")


def test_the_market_list_names_known_skills_and_its_source() -> None:
    market = market_list()
    assert len(market.skills) >= 25
    assert "CC BY 4.0" in market.attribution
    assert [s.id for s in market.skills if s.id not in load_skill_book().skills] == []


def test_health_texts_can_be_filled_in() -> None:
    words = {"names": "x", "count": 1, "of": 2, "pages": 3, "words": 4}
    for finding in load_health().findings.values():
        assert "{" not in finding.reason.format(**words)


ROLE = """
id = "welder"
name = "Welder"
edition = "1"
dated = "2026-01-31"
work = "welding"
[scale]
required = 10
[strength]
recent = 1000
stale = 800
undated = 700
listed = 500
written_in_less = 100
deed_shown = 1000
deed_once = 700
deed_claimed = 400
deed_elsewhere = 100
stale_after = 36
[field]
needed = 1
requirements = ["welding"]
[degree]
related = 1000
other_field = 600
equivalent = 800
studying = 500
[guides.a]
file = "a.txt"
title = "A"
[[group]]
id = "work"
name = "Work"
[[requirement]]
id = "welding"
name = "Welding"
group = "work"
about = "Welding."
skills = ["welding"]
sources = [{ guide = "a", as = "required", phrase = "must weld" }]
"""


def test_a_second_role_is_pure_data() -> None:
    profile = profile_of(parse_table(ROLE, "welder.toml"))
    assert profile.out_of() == {"welding": 1000}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('group = "work"', 'group = "play"', "group"),
        ('as = "required"', 'as = "dreamt"', "as"),
        ('guide = "a"', 'guide = "b"', "guide"),
        ('sources = [{ guide = "a", as = "required", phrase = "must weld" }]', "sources = []", "sources"),
        ('skills = ["welding"]', "skills = []", "skills"),
        ('skills = ["welding"]', 'skils = ["welding"]', "skils"),
        ('skills = ["welding"]', 'skills = ["a", "a"]', "skills"),
        ("recent = 1000", 'recent = "full"', "recent"),
        ("stale_after = 36", "stale_after = -1", "stale_after"),
        ('about = "Welding."', "", "about"),
        ('requirements = ["welding"]', 'requirements = ["soldering"]', "requirements"),
        ('[[group]]\nid = "work"', '[[group]]\nid = "work"\nname = "W"\n[[group]]\nid = "work"', "group"),
    ],
)
def test_a_mistake_in_a_role_names_file_and_key(old: str, new: str, key: str) -> None:
    assert old in ROLE
    with pytest.raises(FactError) as caught:
        profile_of(parse_table(ROLE.replace(old, new), "welder.toml"))
    assert (caught.value.file, caught.value.key) == ("welder.toml", key)


def test_what_is_no_toml_is_a_mistake_of_facts() -> None:
    with pytest.raises(FactError, match=r"welder\.toml"):
        parse_table("id = ", "welder.toml")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=30), st.integers(0, 1000))
def test_largest_remainder_splits_exactly_and_in_proportion(raw: list[int], total: int) -> None:
    weights = {str(i): Fraction(value) for i, value in enumerate(raw)}
    parts = largest_remainder(weights, total)
    if sum(raw):
        assert sum(parts.values()) == total
        assert all(abs(parts[key] - value * total / sum(raw)) < 1 for key, value in weights.items())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=6, max_size=20), st.integers(0, 300), st.integers(0, 300))
def test_ceilings_are_never_exceeded_and_nothing_is_lost(raw: list[int], first: int, second: int) -> None:
    weights = {str(i): Fraction(value) for i, value in enumerate(raw)}
    ceilings = [Ceiling("a", first, ("0", "1"), ""), Ceiling("b", second, ("2", "3"), "")]
    tenths = points_for(weights, ceilings)
    assert sum(tenths.values()) == 1000
    for ceiling in ceilings:
        assert sum(tenths[member] for member in ceiling.members) <= ceiling.most


@pytest.mark.parametrize("profile", PROFILES, ids=lambda p: p.id)
def test_every_edition_has_its_day(profile: RoleProfile) -> None:
    assert date.fromisoformat(profile.dated).year >= 2026
