"""The help: every topic in every language, filled with the program's own values; its example adds up; its commands run."""

from __future__ import annotations

import re
import shlex
import shutil
import string
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from matching.errors import FactError, Problem
from matching.fit.wording import share, tenths
from matching.knowledge.help import HelpTopic, help_languages, help_topics, help_values, topic_of
from matching.knowledge.role_tables import read_table
from matching.knowledge.roles import available_roles, load_role

ROOT = Path(__file__).parents[3]
HELP = ROOT / "resources" / "help"
LANGUAGES = help_languages()


def topic(id: str, language: str = "en", role: str = "") -> HelpTopic:
    (found,) = [topic for topic in help_topics(language, role) if topic.id == id]
    return found


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("role", available_roles())
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_topic_is_whole_in_every_language(language: str, role: str) -> None:
    for told in help_topics(language, role):
        assert told.title
        for paragraph in told.paragraphs:
            assert paragraph.endswith((".", ":"))
            assert "{" not in paragraph
            assert "!" not in paragraph


def test_the_languages_say_the_same_with_the_same_values() -> None:
    for file in HELP.glob("*.toml"):
        if file.name == "topics.toml":
            continue
        table = read_table("help", file.name)
        first, *others = (table.sub(language).texts("paragraphs") for language in LANGUAGES)
        for other in others:
            assert [fields(text) for text in other] == [fields(text) for text in first], file.name


def test_every_file_is_a_topic() -> None:
    assert {told.id for told in help_topics()} == {file.stem for file in HELP.glob("*.toml")} - {"topics"}


@pytest.mark.parametrize("problem", Problem)
def test_every_problem_has_its_place_in_the_help(problem: Problem) -> None:
    assert topic_of(problem) in {told.id for told in help_topics()}


def test_an_unknown_language_is_english_and_a_country_does_not_matter() -> None:
    assert help_topics("xx") == help_topics("en")
    assert help_topics("de_AT") == help_topics("de-CH") == help_topics("de") != help_topics("en")


@pytest.mark.parametrize("role", available_roles())
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_adds_up_as_printed(language: str, role: str) -> None:
    text = " ".join(topic("example", language, role).paragraphs)
    if language == "de":
        text = re.sub(r"(?<=\d),(?=\d)", ".", text)  # reckoned with as English writes it
    products = re.findall(r"([\d.]+) × ([\d.]+) = ([\d.]+\d)", text)
    assert len(products) == 2
    for out_of, strength, points in products:
        assert (Decimal(out_of) * Decimal(strength)).quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal(points)
    gain = Decimal(products[1][2]) - Decimal(products[0][2])
    assert str(gain) in text.split(products[1][2], 1)[1]


@pytest.mark.parametrize("role", available_roles())
def test_the_example_is_a_requirement_of_the_role(role: str) -> None:
    profile = load_role(role)
    values = help_values(profile)
    (requirement,) = [r for r in profile.requirements if r.name == values["example"]]
    assert values["example_out_of"] == tenths(profile.out_of()[requirement.id])
    assert share(profile.strengths.listed) in " ".join(topic("score", "en", role).paragraphs)


def test_the_keys_named_are_keys_of_the_program() -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "desktop").rglob("*.py"))
    for language in LANGUAGES:
        text = " ".join(topic("keyboard", language).paragraphs)
        keys = set(re.findall(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:F\d+|[A-Za-z]+|\?)|\bF\d+\b", text))
        assert len(keys) >= 12
        assert [key for key in keys if f'"{key}"' not in source and key != "Shift+N"] == []


@pytest.mark.parametrize("command", topic("commands").commands)
def test_every_command_of_the_help_runs_as_written(command: str, samples: Path, tmp_path: Path) -> None:
    shutil.copy(samples / "strong-senior.pdf", tmp_path / "cv.pdf")
    program, *arguments = shlex.split(command)
    assert program == "rolefit"
    # A process of its own: a report as PDF makes Qt's application object, which the other tests must not meet.
    start = [
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from desktop.__main__ import main; sys.exit(main())",
    ]
    done = subprocess.run([*start, *arguments], cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout or [file for file in tmp_path.iterdir() if file.name.startswith("report")]


def test_a_word_in_braces_that_nobody_knows_is_a_mistake_of_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matching.knowledge.help.help_values", lambda profile: {})
    with pytest.raises(FactError, match=r"resources/help/limits\.toml.*megabytes"):
        help_topics()
