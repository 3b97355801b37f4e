"""Résumés as the reading hands them on, made from a few skills, deeds and jobs, for tests of the scoring rules."""

from __future__ import annotations

from hypothesis import strategies as st

from matching.fit.profile_match import match_profile
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


_JOBS = (job(0), job(30), job(80), job(None), job(10, backend=False))
WHERES = st.one_of(
    st.tuples(st.just(Where.EXPERIENCE), st.integers(0, len(_JOBS) - 1)),
    st.tuples(st.sampled_from([Where.PROJECT, Where.SKILLS, Where.SUMMARY, Where.EDUCATION, Where.CERTIFICATE]), st.none()),
)
MENTIONS = st.lists(st.tuples(st.sampled_from(SKILLS), WHERES), max_size=14)
MADE_DEEDS = st.lists(st.tuples(st.sampled_from(DEEDS), WHERES, st.booleans(), st.integers(0, 3)), max_size=10)
_MONTHS = st.one_of(st.none(), st.integers(0, 200))
Made = tuple[list[tuple[str, tuple[Where, int | None]]], list[tuple[str, tuple[Where, int | None], bool, int]], int | None]
MADE = st.tuples(MENTIONS, MADE_DEEDS, _MONTHS)


def made_of(made: Made) -> Resume:
    mentions, deeds, months = made
    by_skill: dict[str, list[Mention]] = {}
    for id, (where, position) in mentions:
        by_skill.setdefault(id, []).append(mention(where, position))
    acts = tuple(deed(kind, where, position, figure, f"{kind} {n}") for kind, (where, position), figure, n in deeds)
    return resume(*(skill(id, *found) for id, found in by_skill.items()), jobs=_JOBS, deeds=acts, months=months)
