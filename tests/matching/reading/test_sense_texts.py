"""The labelled set of the project: short invented texts, each with what must be found in it and what must be refused."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from matching.knowledge.skills import load_skill_book
from matching.reading.resume import How
from tests.matching.reading.resume_texts import skills_in

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "senses"
_TEXTS = [
    pytest.param(entry, id=f"{path.stem}: {entry['about']}")
    for path in sorted(_FOLDER.glob("*.toml"))
    for entry in tomllib.loads(path.read_text("utf-8"))["text"]
]


@pytest.mark.parametrize("entry", _TEXTS)
def test_finds_and_refuses(entry: dict[str, object]) -> None:
    known = {skill.name for skill in load_skill_book().skills.values()}
    found = {skill.name: skill for skill in skills_in(str(entry["lines"])).skills}
    wanted, refused = list(entry.get("found", [])), list(entry.get("refused", []))
    assert set(wanted) <= known, f"not in the skill book: {set(wanted) - known}"
    missed = [name for name in wanted if name not in found or found[name].how is How.IMPLIED]
    wrong = [(name, found[name].mentions[0].evidence[0]) for name in refused if name in found]
    assert (missed, wrong) == ([], [])


def test_the_set_is_large_enough() -> None:
    assert len(_TEXTS) >= 30
