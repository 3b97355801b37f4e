"""Corrections change what was read and all that depends on it, survive JSON, and fit the next version of the résumé."""

from __future__ import annotations

import json

import pytest

from matching.knowledge.skills import load_skill_book
from matching.months import MonthSpan, YearMonth
from matching.reading.corrections import (
    Correction,
    MissedSkill,
    NotMyJob,
    WrongDates,
    WrongSkill,
    apply_corrections,
    from_dict,
    to_dict,
)
from matching.reading.resume import Contact, How, Level, Resume, Where
from matching.reading.skill_finder import find_skills
from tests.matching.reading.resume_texts import AS_OF, Made

_TEXT = """
## Experience
@ Backend Developer | Tallow Bank | 2020-01 | 2021-12
- Wrote services in Django with Redis and our own Blorple engine.
@ Cook | Moss Kitchen | 2018-01 | 2019-12
- Kept recipes in PostgreSQL.
## Skills
Django, Kubernetes
"""
_BLORPLE = MissedSkill("scala", "Blorple", "Wrote services in Django with Redis and our own Blorple engine.")


def _read(text: str = _TEXT) -> tuple[Made, Resume]:
    made = Made(text)
    found = find_skills(made.document, made.found_sections, made.positions, (), load_skill_book(), AS_OF)
    return made, Resume(
        Contact(), made.found_sections, made.positions, (), (), (), found.skills, found.rejected, (), 48, 24, Level.OTHER
    )


def _apply(*corrections: Correction, text: str = _TEXT) -> Resume:
    made, resume = _read(text)
    return apply_corrections(resume, made.document, corrections, load_skill_book(), AS_OF)


def test_without_corrections_nothing_changes() -> None:
    made, resume = _read()
    assert apply_corrections(resume, made.document, (), load_skill_book(), AS_OF) is resume


def test_a_wrong_skill_goes_with_all_that_followed_from_it() -> None:
    resume = _apply(WrongSkill("django"))
    ids = {skill.id for skill in resume.skills}
    assert not {"django", "python"} & ids
    assert "redis" in ids
    assert [r.skill for r in resume.rejected if "by you" in r.reason] == ["django", "django"]


def test_one_mention_alone_can_be_wrong() -> None:
    resume = _apply(WrongSkill("django", "Django", "• Wrote services in Django with Redis and our own Blorple engine."))
    (django,) = [skill for skill in resume.skills if skill.id == "django"]
    assert (django.where, django.months, django.corrected) == (Where.SKILLS, 0, True)


def test_a_missed_skill_is_found_where_it_stands() -> None:
    resume = _apply(_BLORPLE)
    (scala,) = [skill for skill in resume.skills if skill.id == "scala"]
    assert (scala.how, scala.where, scala.months, scala.corrected) == (How.ALIAS, Where.EXPERIENCE, 24, True)
    assert scala.mentions[0].evidence[0].text == "Blorple"


def test_it_fits_the_next_version_and_does_nothing_where_the_line_is_gone() -> None:
    longer = _TEXT.replace("## Experience", "## Summary\nLong new summary.\n## Experience")
    assert "scala" in {skill.id for skill in _apply(_BLORPLE, text=longer).skills}
    assert "scala" not in {skill.id for skill in _apply(_BLORPLE, text=_TEXT.replace("Blorple", "Zorple")).skills}


def test_wrong_dates_change_months_and_totals() -> None:
    resume = _apply(WrongDates("Backend Developer", "Tallow Bank", "2020-01", "present"))
    job = resume.positions[0]
    assert (job.present, job.corrected, job.span) == (True, True, MonthSpan(YearMonth(2020, 1).index, AS_OF.index))
    assert next(s.months for s in resume.skills if s.id == "django") == 82
    assert resume.months_experience == 82 + 24


def test_unknown_dates_leave_the_job_without_months() -> None:
    resume = _apply(WrongDates("Cook", "Moss Kitchen", "", ""))
    assert resume.positions[1].span is None
    assert (resume.months_experience, resume.undated_positions) == (24, (1,))


def test_not_my_job_takes_the_job_and_its_time() -> None:
    resume = _apply(NotMyJob("Backend Developer", "Tallow Bank"))
    assert [p.title for p in resume.positions] == ["Cook"]
    found = {skill.id: skill for skill in resume.skills}
    assert (found["redis"].where, found["redis"].months) == (Where.OTHER, 0)
    assert found["postgresql"].mentions[0].position == 0
    assert (found["postgresql"].months, resume.months_experience) == (24, 24)


def test_corrections_are_kept_with_the_resume_and_do_not_touch_the_reading() -> None:
    made, before = _read()
    after = apply_corrections(before, made.document, (_BLORPLE,), load_skill_book(), AS_OF)
    assert after.corrections == (_BLORPLE,)
    assert _read()[1] == before


@pytest.mark.parametrize(
    "correction",
    [WrongSkill("go", "Go", "Go live"), _BLORPLE, WrongDates("Cook", "Moss Kitchen", "2018", "present"), NotMyJob("Cook", "")],
)
def test_plain_values_and_back(correction: Correction) -> None:
    assert from_dict(json.loads(json.dumps(to_dict(correction)))) == correction


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"kind": "other"},
        {"kind": "wrong_skill", "skill": 3},
        {"kind": "wrong_skill", "colour": "red"},
        {"kind": "missed_skill", "skill": "go"},
        {"kind": "wrong_dates", "title": "", "company": "", "start": "May", "end": ""},
    ],
)
def test_anything_else_is_no_correction(values: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        from_dict(values)


# -- corrections that fit nothing, and jobs that go ---------------------------------------------------------------------


def test_corrections_that_fit_nothing_change_nothing_but_are_kept() -> None:
    strange = (
        NotMyJob("Pilot", "Nowhere Air"),
        WrongDates("Pilot", "Nowhere Air", "2020-01", "2021-01"),
        WrongSkill("rust"),
        MissedSkill("scala", "Blorple", "a line that is not there"),
        MissedSkill("scala", "not in it", "Kept recipes in PostgreSQL."),
        MissedSkill("no-such-skill", "Blorple", "Kept recipes in PostgreSQL."),
    )
    before, after = _read()[1], _apply(*strange)
    assert {skill.id for skill in after.skills} == {skill.id for skill in before.skills}
    assert after.corrections == strange
    assert [job.title for job in after.positions] == [job.title for job in before.positions]


def test_a_job_without_an_end_has_no_months() -> None:
    resume = _apply(WrongDates("Backend Developer", "Tallow Bank", "2020", ""))
    job = resume.positions[0]
    assert (str(job.start), job.end, job.span) == ("2020", None, None)


def test_what_was_found_in_a_job_that_is_none_stays_found_elsewhere() -> None:
    first = _apply(NotMyJob("Backend Developer", "Tallow Bank"))
    assert [job.title for job in first.positions] == ["Cook"]
    where = {s.id: [(m.where, m.position) for m in s.mentions] for s in first.skills}
    assert where["redis"] == [(Where.OTHER, None)]
    assert where["postgresql"] == [(Where.EXPERIENCE, 0)]
    last = _apply(NotMyJob("Cook", "Moss Kitchen"))
    assert {m.position for s in last.skills if s.id == "redis" for m in s.mentions} == {0}


def test_a_skill_said_to_be_missed_is_not_counted_twice() -> None:
    again = MissedSkill("postgresql", "PostgreSQL", "Kept recipes in PostgreSQL.")
    resume = _apply(again)
    (skill,) = [s for s in resume.skills if s.id == "postgresql"]
    assert len(skill.mentions) == 1
    listed = MissedSkill("scala", "Django", "Django, Kubernetes")
    (skill,) = [s for s in _apply(listed).skills if s.id == "scala"]
    assert [(m.where, m.position) for m in skill.mentions] == [(Where.SKILLS, None)]
