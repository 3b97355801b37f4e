"""The skill book: what skills exist, how they are written, what each implies. Facts live in `resources/skills/*.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill. `aliases` are other spellings; `is_a` parents get full credit, `written_in` parents a little less,
    `often_with` none (context only). `sense` names an entry of `resources/skills/senses/` where the name is ambiguous."""

    id: str
    name: str
    category: str
    aliases: tuple[str, ...] = ()
    is_a: tuple[str, ...] = ()
    written_in: tuple[str, ...] = ()
    often_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Implication:
    """`parent` follows from a child; `relation` is the weakest link on the way ("is_a" or "written_in"), `via` the ids
    between child and parent."""

    parent: str
    relation: str
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillBook:
    """All skills by id, and what follows from each (transitive, nearest first)."""

    skills: Mapping[str, Skill]
    implications: Mapping[str, tuple[Implication, ...]]
