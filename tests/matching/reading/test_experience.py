"""Back-end work by title and by evidence, months, level (scoring rules 5 and 8), and notices about a résumé's content."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matching.months import MonthSpan, YearMonth
from matching.reading.document import NoticeCode
from matching.reading.experience import complete, title_class
from matching.reading.level import find_level, rank_of
from matching.reading.notices import other_language, resume_notices
from matching.reading.resume import (
    Activity,
    Contact,
    How,
    Level,
    Mention,
    Position,
    PositionKind,
    Resume,
    SkillFinding,
    Where,
)
from tests.matching.reading.structure_pages import page_of

AS_OF = YearMonth(2026, 11)


def job(title: str, first: str = "", stop: str = "", kind: PositionKind = PositionKind.JOB) -> Position:
    """A position from month `first` up to but not including `stop` ("" is as-of); without `first` undated."""
    end = YearMonth.parse(stop).index if stop else AS_OF.index
    span = MonthSpan(YearMonth.parse(first).index, end) if first else None
    return Position(title, "Heron Ltd", "", kind, None, None, bool(first) and not stop, span, (0,), (), 1)


def skill(category: str, position: int, negative: bool = False) -> SkillFinding:
    mention = Mention((), Where.EXPERIENCE, How.EXACT, position, negative)
    return SkillFinding(category, category, category, How.EXACT, Where.EXPERIENCE, 0, None, (mention,))


def deed(kind: str, position: int) -> Activity:
    return Activity(kind, Where.EXPERIENCE, position, False, (), "")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Senior Backend Engineer", "backend"),
        ("Full-stack Developer", "backend"),
        ("Platform Engineer", "backend"),
        ("API Developer", "backend"),
        ("Django Developer", "backend"),
        ("Software Engineer", "software"),
        ("Java-Entwickler", "software"),
        ("Desenvolvedor Python Júnior", "software"),
        ("Web Developer", "software"),
        ("Co-founder and Software Engineer", "software"),
        ("Front-end Developer", "frontend"),
        ("Senior iOS Developer", "mobile"),
        ("Data Scientist", "science"),
        ("Data Engineer", "data"),
        ("QA Engineer", "quality"),
        ("Site Reliability Engineer", "operations"),
        ("Support Engineer", "support"),
        ("Engineering Manager", "management"),
        ("Embedded Software Engineer", "hardware"),
        ("Mathematics Teacher", "teaching"),
        ("Sales Engineer", "other"),
        ("Software Sales Manager", "other"),
        ("Property Developer", "other"),
        ("Software Engineer, Finance", "software"),
        ("Java Developer (Real Estate)", "software"),
        ("Legal Tech Software Engineer", "software"),
        ("Management Accountant", "other"),
        ("Engineer", "bare"),
        ("Line Cook", "other"),
        ("Account Executive", "other"),
        ("Senior Civil Engineer", "other"),
        ("Executive Chef", "other"),
        ("Data Warehouse Engineer", "data"),
        ("Web Developer, Restaurant Apps", "software"),
        ("Goatherd", ""),
    ],
)
def test_title_class(title: str, expected: str) -> None:
    assert title_class(title) == expected


def test_evidence_makes_unnamed_work_backend() -> None:
    jobs = [job("Application Owner", "2020-01", "2021-01")]
    jobs = [replace(jobs[0], title="Numerical Expert")]
    one = complete(jobs, [skill("language", 0)], [], AS_OF)
    two = complete(jobs, [skill("language", 0)], [deed("database-design", 0)], AS_OF)
    assert (one.months_backend, two.months_backend) == (0, 12)
    assert "language" in two.positions[0].backend_reason


def test_denied_skills_and_other_jobs_are_no_evidence() -> None:
    jobs = [job("Numerical Expert", "2020-01", "2021-01")]
    skills = [skill("language", 0, negative=True), skill("relational_database", 1), skill("api", 0)]
    assert complete(jobs, skills, [], AS_OF).months_backend == 0


def test_front_end_stays_front_end_whatever_the_lines_say() -> None:
    jobs = [job("Front-end Developer", "2020-01", "2021-01")]
    skills = [skill("language", 0), skill("relational_database", 0), skill("api", 0)]
    assert complete(jobs, skills, [], AS_OF).months_backend == 0


@pytest.mark.parametrize(
    "title", ["Founder", "Engineering Manager", "Research Scientist", "DevOps Engineer", "Embedded Developer"]
)
def test_titles_beside_back_end_work_count_by_plain_evidence(title: str) -> None:
    jobs = [job(title, "2020-01", "2021-01")]
    skills = [skill("language", 0), skill("relational_database", 0)]
    two = complete(jobs, skills, [], AS_OF)
    three = complete(jobs, [*skills, skill("backend_framework", 0)], [], AS_OF)
    assert (two.months_backend, three.months_backend) == (0, 12)
    assert title in two.positions[0].backend_reason


def test_work_outside_software_stays_outside() -> None:
    skills = [skill("language", 0), skill("relational_database", 0), skill("backend_framework", 0), skill("api", 0)]
    for title in ("Marketing Manager", "Data Scientist", "QA Engineer", "Support Engineer"):
        assert complete([job(title, "2020-01", "2021-01")], skills, [], AS_OF).months_backend == 0


def test_months_overlap_once_and_kinds_count_as_decided() -> None:
    jobs = [
        job("Backend Developer", "2020-01", "2022-01"),
        job("Developer", "2021-01", "2023-01"),
        job("Backend Intern", "2019-06", "2019-09", PositionKind.INTERNSHIP),
        job("Developer Apprentice", "2018-01", "2019-01", PositionKind.APPRENTICESHIP),
        job("Volunteer Developer", "2010-01", "2012-01", PositionKind.VOLUNTEERING),
        job("Cook", "2015-01", "2016-01"),
    ]
    work = complete(jobs, [], [], AS_OF)
    assert work.months_experience == 36 + 3 + 12 + 12
    assert work.months_backend == 36 + 12
    assert work.latest_end == YearMonth(2022, 12).index


def test_undated_jobs_are_told() -> None:
    work = complete([job("Developer"), job("Developer", "2020-01")], [], [], AS_OF)
    assert work.undated_positions == (0,)
    assert work.months_experience == 82
    assert complete([job("Developer")], [], [], AS_OF).months_experience is None
    assert complete([], [], [], AS_OF).months_experience == 0


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Lead Backend Engineer", Level.LEAD),
        ("Team Lead and Senior Scala Developer", Level.LEAD),
        ("Sr. Software Engineer", Level.SENIOR),
        ("Desarrollador backend sénior", Level.SENIOR),
        ("Desenvolvedor Back-end Pleno", Level.MID),
        ("Junior Developer", Level.JUNIOR),
        ("Developer", None),
    ],
)
def test_rank(title: str, rank: Level | None) -> None:
    assert rank_of(title) is rank


@pytest.mark.parametrize(
    ("jobs", "deeds", "level"),
    [
        ([job("Senior Developer", "2020-01"), job("Lead Developer", "2016-01", "2019-12")], [], Level.SENIOR),
        ([job("Developer", "2024-12")], [], Level.JUNIOR),
        ([job("Developer", "2020-01")], [], Level.MID),
        ([job("Developer", "2020-01")], [deed("mentoring", 0)], Level.SENIOR),
        ([job("Developer", "2020-01")], [deed("leading", 0), deed("leading", 0)], Level.LEAD),
        ([job("Nurse", "2020-01")], [], Level.OTHER),
        ([job("Engineering Manager", "2021-01"), job("Scala Developer", "2012-01", "2020-12")], [], Level.OTHER),
        ([], [], Level.OTHER),
    ],
)
def test_level(jobs: list[Position], deeds: list[Activity], level: Level) -> None:
    work = complete(jobs, [], deeds, AS_OF)
    found, reasons = find_level(work.positions, work.months_backend, deeds)
    assert found is level
    assert reasons


def _resume(
    positions: tuple[Position, ...], undated: tuple[int, ...] = (), emails: tuple[str, ...] = ("a@example.org",)
) -> Resume:
    return Resume(Contact(emails=emails), (), positions, (), (), (), (), (), (), 0, 0, Level.OTHER, undated_positions=undated)


def _codes(resume: Resume, text: str = "Built services.") -> set[NoticeCode]:
    return {notice.code for notice in resume_notices(page_of(text), resume).notices}


def test_notices_say_what_is_missing() -> None:
    assert _codes(_resume((job("Developer", "2020-01"),))) == set()
    assert _codes(_resume((job("Developer"),), (0,))) == {NoticeCode.NO_DATES}
    assert _codes(_resume((job("Developer", "2020-01"),), emails=())) == {NoticeCode.NO_CONTACT}
    assert _codes(_resume(())) == {NoticeCode.NOT_A_RESUME}


def test_language_of_the_text() -> None:
    german = "Entwicklung der Plattform für die Bahn und den Verkehr mit Diensten\n" * 5
    english = "Development of the platform for the railway and the traffic with services\n" * 5
    assert other_language(page_of(german)) == "German"
    assert other_language(page_of(english)) == ""
    assert other_language(page_of("und die der")) == ""
