"""A mistake in a facts file is told with file, entry and key, so that whoever wrote the fact finds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from matching.errors import FactError
from matching.knowledge import (
    activities,
    advice,
    headings,
    health,
    help,
    market,
    places,
    role_tables,
    roles,
    salaries,
    senses,
)
from matching.knowledge.role_tables import parse_table

RESOURCES = Path(__file__).parents[3] / "resources"
# Everything that asks where the facts are.
ASKING = (activities, advice, headings, places, role_tables, salaries)


def with_other(folder: Path, file: str, old: str, new: str) -> Path:
    """A folder of facts like the shipped one, but for one text in one file."""
    text = (RESOURCES / file).read_text("utf-8")
    assert text.count(old) >= 1, f"{file} has no {old!r}"
    home = folder / Path(file).parent
    home.mkdir()
    for path in RESOURCES.iterdir():
        if path.name != home.name:
            (folder / path.name).symlink_to(path)
    for path in (RESOURCES / home.name).iterdir():
        if path.name != Path(file).name:
            (home / path.name).symlink_to(path)
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    return folder


Load = Callable[[], object]
DEGREES, TITLES, SALARIES = "headings/degrees.toml", "headings/titles.toml", "salaries/tables.toml"


@pytest.mark.skipif(not hasattr(Path, "symlink_to"), reason="needs links")
@pytest.mark.parametrize(
    ("load", "file", "old", "new", "entry", "key"),
    [
        (headings._titles, TITLES, 'order = ["backend"', 'order = ["astronaut", "backend"', "classes", "order"),
        (headings._degrees, DEGREES, 'abbreviations = ["AAS"', 'abbreviations = ["MSc", "AAS"', "associate", "abbreviations"),
        (headings._degrees, DEGREES, '"dipl-inf" =', '"dipl-welder" =', "fields.named", "dipl welder"),
        (headings._experience, "headings/experience.toml", "needed = 2", "needed = 99", "requirements", "needed"),
        (places.load_gazetteer, "salaries/places.toml", "[suburbs.35620]", "[suburbs.1]", "suburbs.1", "code"),
        (places.load_gazetteer, "salaries/places.toml", '\nNJ = ["Hoboken', '\nZZ = ["Hoboken', "suburbs.35620", "ZZ"),
        (places.load_gazetteer, "salaries/places.toml", '35620 = ["NYC"', '1 = ["NYC"', "nicknames or unstated", "1"),
        (salaries.load_salaries, SALARIES, "mean = 144570", "", "?", "mean"),
        (salaries.load_salaries, SALARIES, "from = 2, to = 3", "from = 3, to = 3", "experience", "from = 3"),
        (salaries.load_salaries, SALARIES, "[0.8141,", "[0.8241,", "spread", "likely"),
        (salaries.load_salaries, "salaries/us_areas.csv", "10380,", "10180,", "10180", "area_code"),
        (salaries.load_salaries, "salaries/us_areas.csv", "66768,105768", "66768,66768", "10180", "level1_usd"),
        (market.market_list, "market/in_demand.toml", 'id = "jira"', 'id = "aws"', "", "skill"),
        (health.load_health, "health/findings.toml", 'severity = "', 'severity = "dire ', "finding hidden_text", "severity"),
        (
            lambda: advice.load_advice.__wrapped__("senior-backend-engineer"),
            "advice/default.toml",
            'missing = "medium"',
            'missing = "huge"',
            "effort",
            "missing",
        ),
        (
            lambda: advice.load_advice.__wrapped__("senior-backend-engineer"),
            "advice/senior-backend-engineer.toml",
            "[database-management]",
            '[database-management]\nhints = ["html"]',
            "database-management",
            "check",
        ),
        (lambda: help.help_topics("en"), "help/damaged.toml", "Rolefit reads PDF", "{nobody} reads PDF", "en", "paragraphs"),
        (
            lambda: help.help_topics("en"),
            "help/damaged.toml",
            "[en]\ntitle",
            "[en]\nparagraphs = []\n[xx]\ntitle",
            "en",
            "paragraphs",
        ),
        (activities.load_activities, "activities/data.toml", 'id = "data-modelling"', 'id = "database-design"', None, "id"),
    ],
)
def test_a_mistake_names_file_entry_and_key(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    load: Load,
    file: str,
    old: str,
    new: str,
    entry: str | None,
    key: str,
) -> None:
    changed = with_other(tmp_path, file, old, new)
    for module in ASKING:
        monkeypatch.setattr(module, "files", lambda _: changed)
    with pytest.raises(FactError) as caught:
        getattr(load, "__wrapped__", load)()
    assert caught.value.file.removeprefix("resources/") in (file, Path(file).name)
    assert caught.value.key == key
    if entry is not None:
        assert caught.value.entry == entry


# --- rules of the meanings of names -------------------------------------------------------------------------------------

SENSES = {
    "names.toml": '[word]\n"spark" = { cues = ["hadoop"] }\n',
    "phrases.toml": '[fair]\nreason = "an event"\nphrases = ["job fair"]\n',
    "cues.toml": 'tech_nouns = ["jobs"]\n',
    "negation.toml": 'fillers = ["any"]\n[negation]\nreason = "not used"\nbefore = ["no"]\n',
    "concepts.toml": 'in_sentences = ["microservices"]\nnamed_within = ["aws"]\n',
}


def senses_of(folder: Path, **changed: str) -> senses.SenseBook:
    for name, text in SENSES.items():
        (folder / name).write_text(changed.get(name.removesuffix(".toml"), text), "utf-8")
    return senses.read_senses(folder)


def test_a_small_book_of_senses_is_read(tmp_path: Path) -> None:
    book = senses_of(tmp_path)
    assert book.sense("spark", "Spark") is not None
    assert book.sense("flink", "Flink") is None


@pytest.mark.parametrize(
    ("file", "text", "entry", "key"),
    [
        ("names", "[perhaps]\n", "perhaps", ""),
        ("names", "word = 3\n", "word", ""),
        ("names", '[word]\n"spark" = 3\n', "spark", ""),
        ("names", '[word]\n"spark" = { colour = "red" }\n', "spark", ""),
        ("names", '[word]\n"spark" = { needs = "luck" }\n', "spark", "needs"),
        ("names", '[word]\n"spark" = { case = "odd" }\n', "spark", "case"),
        ("names", '[word]\n"spark" = { not_next = ["<moon>"] }\n', "spark", "not_next"),
        ("names", '[word]\n"spark" = { cues = "hadoop" }\n', "spark", "cues"),
        ("phrases", '[fair]\nphrases = ["job fair"]\n', "fair", "reason"),
        ("phrases", "fair = 3\n", "fair", ""),
        ("cues", "tech_nouns = [1]\n", "", "tech_nouns"),
        ("negation", '[negation]\nbefore = ["no"]\n', "negation", "reason"),
        ("concepts", "in_sentences = [", "", ""),
    ],
)
def test_a_mistake_in_the_senses_names_file_entry_and_key(tmp_path: Path, file: str, text: str, entry: str, key: str) -> None:
    with pytest.raises(FactError) as caught:
        senses_of(tmp_path, **{file: text})
    assert (caught.value.file, caught.value.entry, caught.value.key) == (f"{file}.toml", entry, key)


# --- what a table of facts may hold -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("x = 3", lambda table: table.text("x")),
        ("x = true", lambda table: table.number("x")),
        ("x = 1", lambda table: table.flag("x")),
        ("x = [1]", lambda table: table.texts("x")),
        ("x = [1]", lambda table: table.tables("x")),
        ("x = []", lambda table: table.items("x")),
        ("x = 1", lambda table: table.sub("x")),
    ],
)
def test_a_value_of_another_kind_is_a_mistake(text: str, read: Callable[[role_tables.Table], object]) -> None:
    with pytest.raises(FactError) as caught:
        read(parse_table(text, "a.toml"))
    assert (caught.value.file, caught.value.key) == ("a.toml", "x")


def test_an_unknown_requirement_is_no_requirement() -> None:
    profile = roles.load_role("senior-backend-engineer")
    assert profile.requirement("backend-language").id == "backend-language"
    with pytest.raises(KeyError):
        profile.requirement("astronautics")
