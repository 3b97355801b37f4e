"""Worked cases of the scoring rules: strength, deeds, years, education, and what the result says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matching.fit.profile_match import best_variant, match_profile, points
from matching.fit.report import Band, GapKind, State
from matching.reading.resume import (
    Activity,
    Certification,
    Education,
    SkillFinding,
    Where,
)
from tests.matching.fit.made_resumes import PROFILE, deed, job, mention, place, resume, skill, strength, tenths

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
