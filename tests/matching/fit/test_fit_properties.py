"""Rules of the score that hold for thousands of made-up résumés."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.fit.profile_match import match_profile
from matching.fit.report import State
from matching.reading.resume import (
    Certification,
    Where,
)
from tests.matching.fit.made_resumes import DEEDS, MADE, PROFILE, SKILLS, WHERES, Made, made_of, place, tenths


@settings(max_examples=120, deadline=None)
@given(MADE)
def test_sums_are_exact_and_within_bounds(made: Made) -> None:
    read = made_of(made)
    match = match_profile(read, PROFILE)
    assert match.score == sum(g.points for g in match.groups) == sum(r.points for r in match.requirements)
    assert 0 <= match.low <= match.score <= match.high <= 1000 == sum(r.out_of for r in match.requirements)
    for result in match.requirements:
        assert 0 <= result.low_points <= result.points <= result.high_points <= result.out_of
        assert (result.points == result.out_of) == (result.state is State.MET) == (result.kind is None)
        assert f"{result.points / 10:.1f} of {result.out_of / 10:.1f} points" in result.why


@settings(max_examples=120, deadline=None)
@given(MADE, st.tuples(st.sampled_from(SKILLS), WHERES))
def test_one_more_mention_never_lowers(made: Made, more: tuple[str, tuple[Where, int | None]]) -> None:
    mentions, deeds, months = made
    before, after = match_profile(made_of(made), PROFILE), match_profile(made_of(([*mentions, more], deeds, months)), PROFILE)
    assert all(a.points >= b.points for a, b in zip(after.requirements, before.requirements, strict=True))


@settings(max_examples=120, deadline=None)
@given(MADE, st.tuples(st.sampled_from(DEEDS), WHERES, st.booleans(), st.integers(0, 3)))
def test_one_more_bullet_never_lowers(made: Made, more: tuple[str, tuple[Where, int | None], bool, int]) -> None:
    mentions, deeds, months = made
    before, after = match_profile(made_of(made), PROFILE), match_profile(made_of((mentions, [*deeds, more], months)), PROFILE)
    assert all(a.points >= b.points for a, b in zip(after.requirements, before.requirements, strict=True))


@settings(max_examples=60, deadline=None)
@given(MADE)
def test_one_more_certificate_never_lowers(made: Made) -> None:
    read = made_of(made)
    more = replace(read, certifications=(Certification("AWS", "Amazon", 2020, place("AWS"), ("aws",)),))
    assert tenths(more) >= tenths(read)


@settings(max_examples=60, deadline=None)
@given(MADE, WHERES)
def test_what_the_role_does_not_ask_for_changes_nothing(made: Made, where: tuple[Where, int | None]) -> None:
    mentions, deeds, months = made
    more = ([*mentions, ("knitting", where)], [*deeds, ("juggling", where, True, 0)], months)
    before, after = match_profile(made_of(made), PROFILE), match_profile(made_of(more), PROFILE)
    assert (after.score, after.low, after.high) == (before.score, before.low, before.high)


@settings(max_examples=60, deadline=None)
@given(MADE, st.randoms(use_true_random=False))
def test_order_changes_nothing(made: Made, random: object) -> None:
    mentions, deeds, months = [list(part) if isinstance(part, list) else part for part in made]
    random.shuffle(mentions)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    random.shuffle(deeds)  # type: ignore[attr-defined]  # as above
    first, second = match_profile(made_of(made), PROFILE), match_profile(made_of((mentions, deeds, months)), PROFILE)  # type: ignore[arg-type]  # lists again
    assert [(r.points, r.low_points, r.high_points, r.kind) for r in first.requirements] == [
        (r.points, r.low_points, r.high_points, r.kind) for r in second.requirements
    ]


@settings(max_examples=60, deadline=None)
@given(MADE)
def test_the_score_of_a_variant_is_what_matching_under_it_gives(made: Made) -> None:
    read = made_of(made)
    for variant in match_profile(read, PROFILE).variants[:3]:
        assert match_profile(read, PROFILE, variant.id).score == variant.score
