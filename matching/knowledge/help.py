"""The help inside the program: topics in each language, filled with the program's own values. Facts in `resources/help/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from matching.errors import FactError, Problem
from matching.fit.wording import share, tenths
from matching.knowledge.phrases import said
from matching.knowledge.role_tables import Table, read_table
from matching.knowledge.roles import Requirement, RoleProfile, load_role
from matching.knowledge.salaries import load_salaries
from matching.reading.limits import DEFAULT, MIB

_FOLDER = "help"


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """A page of the help. `commands` are lines for a terminal; only the topic about it has some."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    commands: tuple[str, ...] = ()


def help_languages() -> tuple[str, ...]:
    """The languages that the help is written in, the first for all others."""
    return _index().texts("languages")


def help_topics(language: str = "en", role: str = "") -> tuple[HelpTopic, ...]:
    """All topics in their order, in `language` (such as "de" or "de_AT"; English where it is not written), for a role (id).

    Raises FactError for a mistake in the files, ValueError for an unknown role.
    """
    spoken = language.replace("-", "_").split("_")[0].lower()
    spoken = spoken if spoken in help_languages() else help_languages()[0]
    english = help_values(load_role(role) if role else load_role())
    values = {name: said(value, spoken) for name, value in english.items()}  # figures and names as the language has them
    return tuple(_topic(id, spoken, values) for id in _index().texts("order"))


def topic_of(problem: Problem) -> str:
    """The id of the topic that explains a problem; every problem has one (a test checks it)."""
    return _index().sub("problems").text(problem.value)


def help_values(profile: RoleProfile) -> dict[str, str]:
    """What the topics' {words in braces} stand for."""
    strengths = {field.name: share(getattr(profile.strengths, field.name)) for field in fields(profile.strengths)}
    told = load_salaries().text
    return strengths | _example(profile) | {
        "role": profile.name,
        "requirements": str(len(profile.requirements)),
        "stale_after": str(profile.strengths.stale_after),
        "megabytes": str(DEFAULT.file_bytes // MIB),
        "memory": str(DEFAULT.memory_bytes // MIB),
        "pages": str(DEFAULT.pages),
        "seconds": f"{DEFAULT.wall_seconds:g}",
        "source": told["areas.source"],
        "period": told["areas.period"],
    }  # fmt: skip


def _example(profile: RoleProfile) -> dict[str, str]:
    """The heaviest requirement that a tool meets in full: what it earns where it is listed only, and in a job."""
    out_of = profile.out_of()

    def simple(requirement: Requirement) -> bool:
        return bool(requirement.categories or requirement.skills) and not (requirement.several or requirement.less)

    chosen = max((r for r in profile.requirements if simple(r)), key=lambda r: out_of[r.id])
    whole = out_of[chosen.id]
    listed, recent = ((whole * strength + 500) // 1000 for strength in (profile.strengths.listed, profile.strengths.recent))
    return {
        "example": chosen.name,
        "example_out_of": tenths(whole),
        "example_listed": tenths(listed),
        "example_recent": tenths(recent),
        "example_gain": tenths(recent - listed),
    }


@cache
def _index() -> Table:
    return read_table(_FOLDER, "topics.toml")


def _topic(id: str, language: str, values: Mapping[str, str]) -> HelpTopic:
    table = read_table(_FOLDER, f"{id}.toml")
    words = table.sub(language)
    paragraphs = tuple(_filled(words, text, values) for text in words.texts("paragraphs"))
    if not paragraphs:
        raise words.mistake("paragraphs", "none there")
    return HelpTopic(id, words.text("title"), paragraphs, table.texts("commands"))


def _filled(table: Table, text: str, values: Mapping[str, str]) -> str:
    try:
        return text.format_map(values)
    except (KeyError, ValueError, IndexError) as error:
        raise FactError(table.file, table.entry, "paragraphs", f"nothing is called {error}") from None
