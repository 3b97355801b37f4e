"""Technologies that employers commonly ask of software developers: shown beside the score, never in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from matching.knowledge.role_tables import read_table


@dataclass(frozen=True, slots=True)
class MarketSkill:
    """A skill of the skill book with the name the list gives it (`listed_as`)."""

    id: str
    name: str
    listed_as: str


@dataclass(frozen=True, slots=True)
class MarketList:
    """The list with its source and the words its licence asks for."""

    source: str
    attribution: str
    skills: tuple[MarketSkill, ...]


@cache
def market_list() -> MarketList:
    """The list of `resources/market/in_demand.toml`. Raises FactError for a mistake in it."""
    table = read_table("market", "in_demand.toml")
    skills = tuple(MarketSkill(t.text("id"), t.text("name"), t.text("listed_as")) for t in table.items("skill"))
    for skill in skills:
        if [s.id for s in skills].count(skill.id) > 1:
            raise table.mistake("skill", f"{skill.id!r} stands there twice")
    return MarketList(table.text("source"), table.text("attribution"), skills)


def market_skills() -> tuple[MarketSkill, ...]:
    """The skills of the list, in its order."""
    return market_list().skills
