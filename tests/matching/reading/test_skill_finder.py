"""Skills with their places, time and what follows from them; evidence stands where its words are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.errors import FactError
from matching.knowledge.senses import load_senses, read_senses
from matching.knowledge.skills import load_skill_book
from matching.months import YearMonth
from matching.reading.resume import Certification, Evidence, How, SkillFinding, Where
from matching.reading.skill_finder import SkillsFound, find_skills
from tests.matching.reading.resume_texts import AS_OF, Made, skills_in

_CAREER = """
! Ines Valdoro
## Summary
Backend developer with Kafka.
## Experience
@ Developer | Tallow Bank | 2020-01 | 2021-12
- Wrote services in Django with PostgreSQL.
@ Engineer | Moss Retail | 2021-07 | present
- Wrote services in Django and Go with gRPC.
@ Engineer | Undated Works
- Wrote jobs in Scala with Kafka and gRPC.
## Projects
- A chess server in Rust with Tokio and gRPC.
## Volunteering
@ Helper | Food Bank | 2015-01 | 2018-12
- Kept the WordPress site and its MySQL.
## Skills
Kubernetes, Redis, PostgreSQL
"""


@pytest.fixture(scope="module")
def career() -> dict[str, SkillFinding]:
    return {skill.id: skill for skill in skills_in(_CAREER).skills}


def test_months_are_the_union_of_dated_jobs(career: dict[str, SkillFinding]) -> None:
    # 2020-01 up to the month of the reading, 2026-11, with half a year of both jobs at once.
    assert career["django"].months == 82
    assert career["postgresql"].months == 24
    assert career["postgresql"].last_used == YearMonth(2021, 12).index
    assert career["django"].last_used == AS_OF.index - 1


def test_an_implied_skill_inherits_the_time(career: dict[str, SkillFinding]) -> None:
    python = career["python"]
    assert (python.how, python.where, python.months) == (How.IMPLIED, Where.EXPERIENCE, 82)
    assert python.implied_by == ("django",)
    assert python.relation == "written_in"
    assert [m.evidence for m in python.mentions] == [m.evidence for m in career["django"].mentions]


def test_nothing_is_implied_downward_or_sideways(career: dict[str, SkillFinding]) -> None:
    assert "mysql" in career
    assert not {"flask", "amazon-eks", "mariadb"} & set(career)


def test_strongest_place_wins(career: dict[str, SkillFinding]) -> None:
    assert career["postgresql"].where is Where.EXPERIENCE
    assert career["kubernetes"].where is Where.SKILLS
    assert career["rust"].where is Where.PROJECT


def test_undated_jobs_and_volunteering_add_no_months(career: dict[str, SkillFinding]) -> None:
    assert (career["scala"].where, career["scala"].months, career["scala"].last_used) == (Where.EXPERIENCE, 0, None)
    assert career["scala"].mentions[0].position == 2
    assert (career["wordpress"].where, career["wordpress"].months) == (Where.PROJECT, 0)


def test_a_refusal_has_reason_and_place() -> None:
    found = skills_in("## Experience\n@ Clerk | Oak Hall | 2011-01 | 2012-01\n- Joined in Spring 2019.")
    (refused,) = [r for r in found.rejected if r.text == "Spring"]
    assert "season" in refused.reason
    assert refused.evidence.quote == "• Joined in Spring 2019."
    assert refused.evidence.text == "Spring"


def test_a_certificate_is_evidence_of_its_subjects() -> None:
    made = Made("## Certifications\n- CKA, 2023")
    line = made.document.lines[0]
    evidence = Evidence(1, line.box, line.text, f"• {line.text}")
    certificate = Certification("CKA", "CNCF", 2023, (evidence,), ("kubernetes",))
    found = find_skills(made.document, made.found_sections, (), (certificate,), load_skill_book(), AS_OF)
    kubernetes = next(skill for skill in found.skills if skill.id == "kubernetes")
    assert (kubernetes.where, kubernetes.mentions[0].evidence) == (Where.CERTIFICATE, (evidence,))


def test_a_cloud_service_names_its_provider_where_both_are_printed() -> None:
    found = {s.name: s for s in skills_in("## Skills\nAWS Lambda, Docker, Redis").skills}
    assert found["AWS"].how is How.EXACT
    assert found["AWS"].mentions[0].evidence[0].text == "AWS"


def test_wide_fields_count_only_as_items_of_a_skills_section() -> None:
    prose = "## Experience\n@ Developer | Elm Hall | 2011-01 | 2012-01\n- Contributed to open source web applications in PHP."
    assert "Open Source" not in {s.name for s in skills_in(prose).skills}
    assert "Open Source" in {s.name for s in skills_in("## Skills\nPHP, Open Source, MySQL").skills}


def test_names_broken_at_a_line_end_keep_both_places() -> None:
    bullet = "- Ran all of the long nightly jobs and clusters on Kuber-\nnetes."
    text = f"## Experience\n@ Developer | Elm Hall | 2011-01 | 2012-01\n{bullet}"
    (kubernetes,) = [s for s in skills_in(text).skills if s.id == "kubernetes"]
    assert [e.text for e in kubernetes.mentions[0].evidence] == ["Kuber-", "netes"]


_WORDS = st.sampled_from(
    [
        "Go",
        "go",
        "R",
        "C",
        "Spring",
        "2019",
        "Python",
        "Java",
        "in",
        "with",
        ",",
        "and",
        "Kafka",
        "rest",
        "of",
        "Excel",
        "at",
        "Django;",
        "no",
        "experience",
        "AWS.",
        "(EC2,",
        "S3)",
        "team",
        "Node",
        "C++",
        "C#",
        ".NET",
        "Kuberentes",
        "developer",
        "Vitamin",
        "I",
        "learn",
        "want",
        "to",
        "Express",
        "Delivery",
        "é",
        "ﬂow",
        "安",
        "-",
        "/",
        "Post-",
        "greSQL",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_WORDS, min_size=1, max_size=12), min_size=1, max_size=6))
def test_every_claim_stands_in_its_line(lines: list[list[str]]) -> None:
    made = Made("## Experience\n" + "\n".join("- " + " ".join(words) for words in lines))
    found = find_skills(made.document, made.found_sections, (), (), load_skill_book(), AS_OF)
    again = find_skills(made.document, made.found_sections, (), (), load_skill_book(), AS_OF)
    assert found == again
    shown = {(line.page, f"• {line.text}"): line for line in made.document.lines}
    for skill in found.skills:
        assert skill.mentions
        for item in (e for mention in skill.mentions for e in mention.evidence):
            line = shown[item.page, item.quote]
            assert item.text in item.quote
            assert line.box[0] <= item.box[0] < item.box[2] <= line.box[2] + 0.01


def test_sense_rules_name_their_mistakes(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    for name, text in (("names.toml", '[word]\nGo = { cue = ["x"] }\n'), ("phrases.toml", ""), ("cues.toml", "")):
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(FactError, match=r"names.toml: \[Go\]"):
        read_senses(folder)


def test_each_rule_has_a_name_that_the_book_knows() -> None:
    book = load_skill_book()
    unknown = [
        sense.name
        for senses in load_senses().names.values()
        for sense in senses
        if not book.candidates(" ".join(sense.name.lower().split()))
    ]
    # Rules may be kept for names that the book does not hold yet, but most must decide about something.
    assert len(unknown) < 0.25 * len(load_senses().names)


@pytest.mark.parametrize(
    "cited",
    [
        "Kafka, F. and Spark, J. On queues. Journal of Brokers, 2010.",
        "Jenkins, T., Kafka, F. & Swift, T. (2019). Reading letters.",
        "F. Kafka, J. Swift. Reading letters. 2010",
    ],
)
def test_cited_authors_are_no_skills(cited: str) -> None:
    found = skills_in(f"## Publications\n- {cited}\n## Skills\nJava, Docker, Redis, Python")
    assert {"kafka", "spark", "jenkins", "swift"}.isdisjoint(skill.id for skill in found.skills)


def test_technologies_in_a_title_of_a_publication_stay() -> None:
    found = skills_in("## Publications\n- Streaming with Kafka and Spark. 2019.\n## Skills\nJava, Docker, Python, Redis")
    assert {"kafka", "spark"} <= {skill.id for skill in found.skills}


def test_names_under_each_other_in_a_sidebar_are_no_longer_name() -> None:
    """ "Oracle" over "Linux" is not Oracle Linux; a name that broke where its column ends still is one."""
    made = Made("! Ines Valdoro\n## Skills\nJava\nDB2\nOracle\nLinux\n\nHandled with a great deal of care")
    assert {"java", "db2", "oracle-database", "linux"} <= {skill.id for skill in _in_sidebar(made).skills}
    broken = _in_sidebar(Made("! Ines Valdoro\n## Skills\nAmazon Web\nServices\nKubernetes"))
    assert {"aws", "kubernetes"} <= {skill.id for skill in broken.skills}


def _in_sidebar(made: Made) -> SkillsFound:
    """The skills of a page whose lines stand in a column of their own."""
    page = made.document.pages[0]
    lines = tuple(replace(line, column=1) for line in page.lines)
    document = replace(made.document, pages=(replace(page, lines=lines),))
    return find_skills(document, made.found_sections, made.positions, (), load_skill_book(), AS_OF)
