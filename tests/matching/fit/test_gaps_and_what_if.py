"""Gaps, their exact points, what-if and the smallest set (scoring rule 9)."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.fit.gaps import find_gaps
from matching.fit.profile_match import match_profile
from matching.fit.report import Effort, Gap, GapKind, ProfileMatch
from matching.fit.what_if import plan_order, score_with, smallest_set
from matching.reading.resume import (
    Where,
)
from tests.matching.fit.made_resumes import MADE, PROFILE, Made, job, made_of, mention, resume, skill


@settings(max_examples=120, deadline=None)
@given(MADE)
def test_gap_points_are_exact_and_ranked(made: Made) -> None:
    read = made_of(made)
    match = match_profile(read, PROFILE)
    gaps = find_gaps(match, read, PROFILE)
    assert {g.requirement for g in gaps} == {r.id for r in match.requirements if r.points < r.out_of}
    for gap in gaps:
        assert score_with(match, [gap.requirement]) == match.score + gap.points
        assert gap.advice
        assert gap.evidence_hint
    assert [g.points for g in gaps] == sorted((g.points for g in gaps), reverse=True)
    assert score_with(match, [g.requirement for g in gaps]) == 1000


def gap(id: str, points: int, effort: Effort = Effort.SMALL, after: tuple[str, ...] = ()) -> Gap:
    return Gap(id, id, "g", points, GapKind.MISSING, effort, "do", after=after)


def nothing_matched() -> ProfileMatch:
    return match_profile(resume(months=0), PROFILE)


_GAPS = st.lists(st.tuples(st.integers(1, 40), st.sampled_from(list(Effort))), min_size=1, max_size=9)


@settings(max_examples=200, deadline=None)
@given(_GAPS, st.integers(1, 200))
def test_the_smallest_set_is_the_smallest(sizes: list[tuple[int, Effort]], wanted: int) -> None:
    gaps = [gap(str(i), *size) for i, size in enumerate(sizes)]
    match = nothing_matched()
    target = match.score + min(wanted, sum(g.points for g in gaps))
    cost = {Effort.SMALL: 1, Effort.MEDIUM: 2, Effort.LARGE: 4}
    chosen = min(
        (
            (count, sum(cost[g.effort] for g in some), tuple(int(g.requirement) for g in some))
            for count in range(1, len(gaps) + 1)
            for some in combinations(gaps, count)
            if sum(g.points for g in some) >= target - match.score
        ),
    )
    assert smallest_set(match, gaps, target) == tuple(str(i) for i in chosen[2])


def test_the_smallest_set_is_empty_where_the_score_is_reached_and_refused_where_it_cannot_be() -> None:
    match = nothing_matched()
    assert smallest_set(match, [gap("a", 10)], match.score) == ()
    with pytest.raises(ValueError, match="cannot be reached"):
        smallest_set(match, [gap("a", 10)], match.score + 11)


def test_all_gaps_together_reach_the_full_score() -> None:
    read = resume(months=0)
    match = match_profile(read, PROFILE)
    gaps = find_gaps(match, read, PROFILE)
    assert set(smallest_set(match, gaps, 1000)) == {g.requirement for g in gaps}


def test_what_if_refuses_what_the_role_does_not_ask_for() -> None:
    with pytest.raises(KeyError):
        score_with(nothing_matched(), ["knitting"])


def test_a_plan_puts_first_what_others_build_on() -> None:
    gaps = [gap("c", 30, after=("a", "b")), gap("a", 20, after=("b",)), gap("b", 10), gap("d", 5)]
    assert plan_order(gaps, {"a", "b", "c"}) == ("b", "a", "c")
    assert plan_order(gaps, {"c", "d"}) == ("c", "d")
    assert plan_order([gap("x", 2, after=("y",)), gap("y", 1, after=("x",))], {"x", "y"}) == ("y", "x")


def test_a_hint_on_the_page_asks_to_check_before_learning() -> None:
    read = resume(skill("docker", mention(text="Docker")), jobs=(job(),))
    cloud = next(g for g in find_gaps(match_profile(read, PROFILE), read, PROFILE) if g.requirement == "cloud")
    assert cloud.check_first
    assert [item.text for item in cloud.evidence] == ["Docker"]
    bare = resume(jobs=(job(),))
    assert not next(g for g in find_gaps(match_profile(bare, PROFILE), bare, PROFILE) if g.requirement == "cloud").check_first


def test_effort_follows_the_kind_of_gap() -> None:
    read = resume(skill("aws", mention(Where.SKILLS, None)), jobs=(job(),), months=30)
    efforts = {g.requirement: g.effort for g in find_gaps(match_profile(read, PROFILE), read, PROFILE)}
    assert efforts["cloud"] is Effort.SMALL  # listed: writing it down
    assert efforts["backend-language"] is Effort.LARGE  # missing: learning it
    assert efforts["backend-years"] is Effort.LARGE  # years are not written down, they pass
