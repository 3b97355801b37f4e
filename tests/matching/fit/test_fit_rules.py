"""Score, gaps and what-if by the scoring rules: worked cases, and rules that hold for thousands of made-up résumés."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.fit.gaps import find_gaps
from matching.fit.profile_match import best_variant, match_profile, points
from matching.fit.report import Band, Effort, Gap, GapKind, ProfileMatch, State
from matching.fit.what_if import plan_order, score_with, smallest_set
from matching.knowledge.roles import load_role
from matching.months import MonthSpan
from matching.reading.resume import (
    Activity,
    Certification,
    Contact,
    DatePoint,
    Education,
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

PROFILE = load_role()
NOW = 24322  # a month index; the latest job ends here
CATEGORIES = {
    "postgresql": "relational_database", "mysql": "relational_database", "mongodb": "nosql_database", "redis": "nosql_database",
    "django": "backend_framework", "spring-boot": "backend_framework", "jenkins": "ci_cd_tool", "junit": "test_framework",
}  # fmt: skip
SKILLS = (
    "java", "python", "go", "postgresql", "mongodb", "redis", "django", "aws", "git", "svn", "docker", "rest-api", "oauth",
    "microservices", "jenkins", "nginx", "graphql", "knitting",
)  # fmt: skip
DEEDS = ("architecture", "system-design", "performance", "query-tuning", "code-review", "mentoring", "leading", "debugging",
         "testing", "teamwork", "communication", "juggling")  # fmt: skip


def place(text: str) -> tuple[Evidence, ...]:
    return (Evidence(1, (0.0, 0.0, 10.0, 10.0), text, text),)


def job(ended: int | None = 0, months: int = 24, backend: bool = True) -> Position:
    """A job that ended so many months before the latest one; None: without dates."""
    span = None if ended is None else MonthSpan(NOW - ended - months, NOW - ended)
    date = None if ended is None else DatePoint(2020, 1, "2020")
    return Position("Developer", "Acme", "", PositionKind.JOB, date, date, False, span, (), (), 1, place("Developer"), backend)


def mention(where: Where = Where.EXPERIENCE, position: int | None = 0, text: str = "x") -> Mention:
    return Mention(place(text), where, How.EXACT, position)


def skill(id: str, *mentions: Mention, implied_by: tuple[str, ...] = (), relation: str = "") -> SkillFinding:
    how = How.EXACT if mentions else How.IMPLIED
    where = mentions[0].where if mentions else Where.OTHER
    return SkillFinding(id, id, CATEGORIES.get(id, "other"), how, where, 0, None, mentions, implied_by, relation)


def deed(
    kind: str, where: Where = Where.EXPERIENCE, position: int | None = 0, figure: bool = False, text: str = ""
) -> Activity:
    return Activity(kind, where, position, figure, place(kind), text or f"{kind} sentence")


def resume(
    *skills: SkillFinding,
    jobs: tuple[Position, ...] = (),
    deeds: tuple[Activity, ...] = (),
    months: int | None = 60,
    education: tuple[Education, ...] = (),
    certificates: tuple[Certification, ...] = (),
) -> Resume:
    undated = tuple(i for i, j in enumerate(jobs) if j.span is None)
    return Resume(
        Contact(), (), jobs, education, certificates, (), skills, (), deeds, months, months, Level.MID,
        latest_end=max((j.span.stop - 1 for j in jobs if j.span), default=None), undated_positions=undated,
    )  # fmt: skip


def strength(made: Resume, requirement: str) -> int:
    return {r.id: r.strength for r in match_profile(made, PROFILE).requirements}[requirement]


def tenths(made: Resume) -> int:
    return match_profile(made, PROFILE).score


# ---------------------------------------------------------------- strength of a tool (rule 3)


@pytest.mark.parametrize(
    ("ended", "expected"),
    [(0, 1000), (36, 1000), (37, 800), (200, 800)],
)
def test_a_tool_is_full_within_three_years_of_the_own_latest_job(ended: int, expected: int) -> None:
    jobs = (job(0), job(ended))
    assert strength(resume(skill("git", mention(position=1)), jobs=jobs), "version-control") == expected


@pytest.mark.parametrize(
    ("where", "position", "expected"),
    [
        (Where.EXPERIENCE, 0, 700),  # a job without dates
        (Where.EXPERIENCE, None, 700),
        (Where.PROJECT, None, 700),
        (Where.CERTIFICATE, None, 700),
        (Where.SKILLS, None, 500),
        (Where.SUMMARY, None, 500),
        (Where.EDUCATION, None, 500),
        (Where.OTHER, None, 500),
    ],
)
def test_strength_by_place(where: Where, position: int | None, expected: int) -> None:
    assert strength(resume(skill("git", mention(where, position)), jobs=(job(None),)), "version-control") == expected


def test_leave_after_the_latest_job_makes_nothing_stale() -> None:
    """Staleness is measured against the person's own latest job: the same jobs ten years earlier score the same."""
    now = resume(skill("git", mention()), jobs=(job(0),))
    long_ago = resume(skill("git", mention()), jobs=(job(120),))
    assert tenths(now) == tenths(long_ago)


def test_the_best_place_wins_and_five_places_are_not_five_times() -> None:
    one = resume(skill("git", mention()), jobs=(job(),))
    many = resume(skill("git", *(mention() for _ in range(5)), mention(Where.SKILLS, None)), jobs=(job(),))
    assert tenths(one) == tenths(many)


def test_a_negative_mention_counts_nothing() -> None:
    made = resume(skill("git", replace(mention(), negative=True)), jobs=(job(),))
    assert strength(made, "version-control") == 0


@pytest.mark.parametrize(("relation", "expected"), [("is_a", 1000), ("written_in", 900)])
def test_an_implied_skill_counts_as_its_child_or_a_tenth_less(relation: str, expected: int) -> None:
    parent = skill("sql", implied_by=("postgresql",), relation=relation)
    assert strength(resume(skill("postgresql"), parent, jobs=(job(),)), "sql") == 0  # nothing is written anywhere
    made = resume(skill("git-service", mention()), skill("git", implied_by=("git-service",), relation=relation), jobs=(job(),))
    assert strength(made, "version-control") == expected


def test_an_own_mention_in_a_list_does_not_weaken_what_a_framework_implies() -> None:
    python = skill("python", mention(Where.SKILLS, None), implied_by=("django",), relation="written_in")
    made = resume(skill("django", mention()), python, jobs=(job(),))
    assert strength(made, "backend-language") == 900 * 800 // 1000


def test_a_second_language_earns_the_last_fifth() -> None:
    jobs = (job(0), job(60))
    one = resume(skill("java", mention()), jobs=jobs)
    two = resume(skill("java", mention()), skill("go", mention(position=1)), jobs=jobs)
    assert strength(one, "backend-language") == 800
    assert strength(two, "backend-language") == 960


def test_five_databases_are_one() -> None:
    one = resume(skill("postgresql", mention()), jobs=(job(),))
    two = resume(skill("postgresql", mention()), skill("mysql", mention()), jobs=(job(),))
    assert tenths(one) == tenths(two)
    assert strength(one, "sql") == 1000


def test_subversion_alone_counts_in_part_and_is_never_missing() -> None:
    svn = resume(skill("svn", mention()), jobs=(job(),))
    both = resume(skill("svn", mention()), skill("git", mention()), jobs=(job(),))
    git = resume(skill("git", mention()), jobs=(job(),))
    assert strength(svn, "version-control") == 600
    assert tenths(both) == tenths(git)


# ---------------------------------------------------------------- deeds (rule 4)


def test_deeds_by_sentences_and_figures() -> None:
    java = skill("java", mention())

    def shown(*deeds: Activity) -> int:
        return strength(resume(java, jobs=(job(), job(0, backend=False)), deeds=deeds), "code-review")

    assert shown(deed("code-review")) == 700
    assert shown(deed("code-review", figure=True)) == 1000
    assert shown(deed("code-review", text="one"), deed("code-review", text="two")) == 1000
    assert shown(deed("code-review", text="Same one."), deed("code-review", text="same  one")) == 700
    assert shown(deed("code-review", Where.PROJECT, None)) == 700
    assert shown(deed("code-review", Where.SUMMARY, None)) == 400
    assert shown(deed("code-review", Where.SKILLS, None, figure=True)) == 400
    assert shown(deed("code-review", position=1)) == 100  # a job where nothing of the role is named
    assert shown(deed("code-review", Where.SUMMARY, None), deed("code-review", position=1)) == 400


def test_a_job_of_any_title_belongs_to_the_field_by_what_its_lines_show() -> None:
    """A founder or scientist who designed a schema and an API led engineers, whatever the title; a head of sales did not."""

    def led(*more: Activity, tools: tuple[SkillFinding, ...] = ()) -> int:
        deeds = (deed("leading", figure=True), *more)
        return strength(resume(*tools, jobs=(job(0, backend=False),), deeds=deeds), "team-leadership")

    assert led() == led(deed("database-design")) == led(tools=(skill("git", mention()),)) == 100
    assert led(deed("database-design"), deed("api-design")) == 1000
    assert led(deed("database-design"), tools=(skill("git", mention()),)) == 1000
    assert led(tools=(skill("java", mention()), skill("git", mention()))) == 1000
    assert led(deed("database-design"), deed("database-design", text="another")) == 100


def test_the_better_of_tool_and_deed_counts() -> None:
    made = resume(skill("junit", mention(Where.SKILLS, None)), jobs=(job(),), deeds=(deed("testing", figure=True),))
    assert strength(made, "testing") == 1000


# ---------------------------------------------------------------- years, education, certificates (rules 5 to 7)


@pytest.mark.parametrize(("months", "expected"), [(None, 0), (0, 0), (30, 500), (60, 1000), (240, 1000)])
def test_years_count_in_proportion(months: int | None, expected: int) -> None:
    assert strength(resume(months=months), "backend-years") == expected


@pytest.mark.parametrize(
    ("level", "related", "finished", "months", "expected"),
    [
        ("bachelor", True, True, 0, 1000),
        ("master", True, True, 0, 1000),
        ("phd", True, True, 0, 1000),
        ("bachelor", False, True, 0, 600),
        ("bachelor", False, True, 60, 800),
        ("bachelor", True, False, 0, 500),
        ("secondary", True, True, 59, 0),
        ("secondary", True, True, 60, 800),
        ("", True, True, 0, 0),
    ],
)
def test_degree_or_equivalent(level: str, related: bool, finished: bool, months: int, expected: int) -> None:
    made = resume(months=months, education=(Education(level, "X", "School", 2015, 1, related, finished),))
    assert strength(made, "degree") == expected


def test_the_school_counts_nothing() -> None:
    one, other = (
        resume(education=(Education("bachelor", "CS", school, 2015, 1, True),)) for school in ("MIT", "Nowhere College")
    )
    assert tenths(one) == tenths(other)


def test_a_certificate_counts_only_if_it_is_about_technology() -> None:
    aws = Certification("AWS Developer", "Amazon", 2024, place("AWS Developer"), ("aws",))
    first_aid = Certification("First aid", "Red Cross", 2024, place("First aid"))
    assert strength(resume(certificates=(aws,)), "certifications") == 1000
    assert strength(resume(certificates=(aws,)), "continuous-learning") == 700
    assert strength(resume(certificates=(first_aid,)), "certifications") == 0


# ---------------------------------------------------------------- what the result says


def test_points_are_rounded_half_up_to_a_tenth() -> None:
    assert [points(25, 500), points(24, 500), points(15, 700), points(5, 100), points(49, 0)] == [13, 12, 11, 1, 0]


def test_state_kind_and_sentence() -> None:
    made = resume(skill("git", mention(Where.SKILLS, None)), skill("java", mention(position=1)), jobs=(job(), job(60)))
    found = {r.id: r for r in match_profile(made, PROFILE).requirements}
    git = found["version-control"]
    assert (git.state, git.kind, git.fulfilled_by) == (State.PARTLY, GapKind.LISTED_ONLY, ("git",))
    half = points(git.out_of, 500)
    assert (
        git.why
        == f"git only named in a list, summary or course: {git.out_of / 10} × 0.5 = {half / 10} of {git.out_of / 10} points."
    )
    assert found["backend-language"].kind is GapKind.STALE
    assert (found["cloud"].state, found["cloud"].kind) == (State.NOT_FOUND, GapKind.MISSING)
    assert "Not found in this résumé" in found["cloud"].why
    assert (found["backend-years"].state, found["backend-years"].kind) == (State.MET, None)


def test_every_point_has_evidence_and_every_requirement_a_source() -> None:
    made = resume(skill("git", mention()), jobs=(job(),), deeds=(deed("architecture"),))
    for result in match_profile(made, PROFILE).requirements:
        assert result.sources
        if result.strength and result.id not in ("degree", "backend-years"):
            assert result.evidence


def test_undated_jobs_leave_a_range() -> None:
    made = resume(skill("git", mention()), jobs=(job(None),), months=None)
    match = match_profile(made, PROFILE)
    git = next(r for r in match.requirements if r.id == "version-control")
    years = next(r for r in match.requirements if r.id == "backend-years")
    assert (git.low_points, git.points, git.high_points) == tuple(points(git.out_of, s) for s in (500, 700, 1000))
    assert (years.low_points, years.points, years.high_points) == (0, 0, years.out_of)
    assert match.low < match.score < match.high


def test_certain_reading_leaves_none() -> None:
    match = match_profile(resume(skill("git", mention(Where.SKILLS, None)), jobs=(job(),)), PROFILE)
    assert match.low == match.score == match.high


@pytest.mark.parametrize("how", ["uncertain", "missing_pages"])
def test_missing_pages_may_hide_where_a_listed_skill_is_shown(how: str) -> None:
    made = resume(skill("git", mention(Where.SKILLS, None)), jobs=(job(),))
    match = match_profile(made, PROFILE, **{how: True})  # type: ignore[arg-type]  # keyword chosen by the parameter
    git = next(r for r in match.requirements if r.id == "version-control")
    assert (git.low_points, git.high_points) == (git.points, git.out_of)
    assert match.high == match.score + git.out_of - git.points


def test_bands_follow_the_exact_score() -> None:
    assert match_profile(resume(months=0), PROFILE).band is Band.EARLY


def test_the_market_stands_beside_the_score() -> None:
    plain, with_linux = resume(jobs=(job(),)), resume(skill("linux", mention()), jobs=(job(),))
    assert tenths(plain) == tenths(with_linux)
    assert ("linux", "Linux", True) in match_profile(with_linux, PROFILE).market


def test_the_best_variant_is_the_one_with_most_points() -> None:
    leader = resume(skill("java", mention()), jobs=(job(),), months=0, deeds=(
        deed("leading", figure=True), deed("mentoring", figure=True), deed("project-management", figure=True)))  # fmt: skip
    best = best_variant(match_profile(leader, PROFILE))
    assert best is not None
    assert best.id == "team-lead"
    assert best.score == match_profile(leader, PROFILE, "team-lead").score


def test_an_unknown_variant_is_refused() -> None:
    with pytest.raises(ValueError, match="astronaut"):
        match_profile(resume(), PROFILE, "astronaut")


# ---------------------------------------------------------------- rules that hold for every résumé

_JOBS = (job(0), job(30), job(80), job(None), job(10, backend=False))
_WHERES = st.one_of(
    st.tuples(st.just(Where.EXPERIENCE), st.integers(0, len(_JOBS) - 1)),
    st.tuples(st.sampled_from([Where.PROJECT, Where.SKILLS, Where.SUMMARY, Where.EDUCATION, Where.CERTIFICATE]), st.none()),
)
_MENTIONS = st.lists(st.tuples(st.sampled_from(SKILLS), _WHERES), max_size=14)
_DEEDS = st.lists(st.tuples(st.sampled_from(DEEDS), _WHERES, st.booleans(), st.integers(0, 3)), max_size=10)
_MONTHS = st.one_of(st.none(), st.integers(0, 200))
Made = tuple[list[tuple[str, tuple[Where, int | None]]], list[tuple[str, tuple[Where, int | None], bool, int]], int | None]
_MADE = st.tuples(_MENTIONS, _DEEDS, _MONTHS)


def made_of(made: Made) -> Resume:
    mentions, deeds, months = made
    by_skill: dict[str, list[Mention]] = {}
    for id, (where, position) in mentions:
        by_skill.setdefault(id, []).append(mention(where, position))
    acts = tuple(deed(kind, where, position, figure, f"{kind} {n}") for kind, (where, position), figure, n in deeds)
    return resume(*(skill(id, *found) for id, found in by_skill.items()), jobs=_JOBS, deeds=acts, months=months)


@settings(max_examples=120, deadline=None)
@given(_MADE)
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
@given(_MADE, st.tuples(st.sampled_from(SKILLS), _WHERES))
def test_one_more_mention_never_lowers(made: Made, more: tuple[str, tuple[Where, int | None]]) -> None:
    mentions, deeds, months = made
    before, after = match_profile(made_of(made), PROFILE), match_profile(made_of(([*mentions, more], deeds, months)), PROFILE)
    assert all(a.points >= b.points for a, b in zip(after.requirements, before.requirements, strict=True))


@settings(max_examples=120, deadline=None)
@given(_MADE, st.tuples(st.sampled_from(DEEDS), _WHERES, st.booleans(), st.integers(0, 3)))
def test_one_more_bullet_never_lowers(made: Made, more: tuple[str, tuple[Where, int | None], bool, int]) -> None:
    mentions, deeds, months = made
    before, after = match_profile(made_of(made), PROFILE), match_profile(made_of((mentions, [*deeds, more], months)), PROFILE)
    assert all(a.points >= b.points for a, b in zip(after.requirements, before.requirements, strict=True))


@settings(max_examples=60, deadline=None)
@given(_MADE)
def test_one_more_certificate_never_lowers(made: Made) -> None:
    read = made_of(made)
    more = replace(read, certifications=(Certification("AWS", "Amazon", 2020, place("AWS"), ("aws",)),))
    assert tenths(more) >= tenths(read)


@settings(max_examples=60, deadline=None)
@given(_MADE, _WHERES)
def test_what_the_role_does_not_ask_for_changes_nothing(made: Made, where: tuple[Where, int | None]) -> None:
    mentions, deeds, months = made
    more = ([*mentions, ("knitting", where)], [*deeds, ("juggling", where, True, 0)], months)
    before, after = match_profile(made_of(made), PROFILE), match_profile(made_of(more), PROFILE)
    assert (after.score, after.low, after.high) == (before.score, before.low, before.high)


@settings(max_examples=60, deadline=None)
@given(_MADE, st.randoms(use_true_random=False))
def test_order_changes_nothing(made: Made, random: object) -> None:
    mentions, deeds, months = [list(part) if isinstance(part, list) else part for part in made]
    random.shuffle(mentions)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    random.shuffle(deeds)  # type: ignore[attr-defined]  # as above
    first, second = match_profile(made_of(made), PROFILE), match_profile(made_of((mentions, deeds, months)), PROFILE)  # type: ignore[arg-type]  # lists again
    assert [(r.points, r.low_points, r.high_points, r.kind) for r in first.requirements] == [
        (r.points, r.low_points, r.high_points, r.kind) for r in second.requirements
    ]


@settings(max_examples=60, deadline=None)
@given(_MADE)
def test_the_score_of_a_variant_is_what_matching_under_it_gives(made: Made) -> None:
    read = made_of(made)
    for variant in match_profile(read, PROFILE).variants[:3]:
        assert match_profile(read, PROFILE, variant.id).score == variant.score


# ---------------------------------------------------------------- gaps and what if (rule 9)


@settings(max_examples=120, deadline=None)
@given(_MADE)
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
