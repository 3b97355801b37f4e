"""What a person can have done, as patterns: verb and object, or a phrase. Facts live in `resources/activities/*.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import chain

from matching.knowledge.role_tables import Table, read_table
from matching.knowledge.stems import stem, stems

Phrase = tuple[str, ...]  # stems, signs and list names such as "<people>"

NUMBER, MANY, BIG, TIME = "<n>", "<many>", "<big>", "<time>"
_WORDS = "words.toml"


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb and, in the same clause, an object."""

    activity: str
    verbs: frozenset[Phrase]
    objects: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ActivityKind:
    """One kind of activity. `phrases` say it by themselves, `claims` only claim it, `titles` are job titles that say it,
    `never` hides it in a sentence; `beside` looks for it in education, certificates, publications and awards too; `software`
    says that in a job of another trade the same words mean something else ("designed the drainage architecture")."""

    id: str
    name: str
    deeds: tuple[Deed, ...]
    phrases: tuple[Phrase, ...]
    claims: tuple[Phrase, ...]
    titles: tuple[Phrase, ...]
    never: tuple[Phrase, ...]
    beside: bool
    software: bool = False


@dataclass(frozen=True, slots=True)
class ActivityBook:
    """All kinds by id, and the words their patterns share: `irregular` forms, `lists` by name, units of `time`, `numbers`
    in words, words for `big` numbers, `negation`."""

    kinds: Mapping[str, ActivityKind]
    irregular: Mapping[str, str]
    lists: Mapping[str, tuple[Phrase, ...]]
    time: frozenset[str]
    numbers: frozenset[str]
    big: frozenset[str]
    negation: tuple[Phrase, ...]
    verbs: tuple[Phrase, ...] = field(init=False)  # all verbs of all patterns, sorted

    def __post_init__(self) -> None:
        deeds = chain.from_iterable(kind.deeds for kind in self.kinds.values())
        object.__setattr__(self, "verbs", tuple(sorted({verb for deed in deeds for verb in deed.verbs})))

    def key(self, folded_word: str) -> str:
        """The key of a folded word of a résumé."""
        return stem(self.irregular.get(folded_word, folded_word))


@cache
def load_activities() -> ActivityBook:
    """All activities. Raises FactError naming file, entry and key."""
    folder = files("resources") / "activities"
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".toml") and f.name != _WORDS)
    return book_of(read_table("activities", _WORDS), [read_table("activities", name) for name in names])


def book_of(words: Table, tables: list[Table]) -> ActivityBook:
    """The activities that these tables say."""
    irregular = {form: words.sub("irregular").text(form) for form in words.sub("irregular").names()}
    groups = {name: words.sub("verbs").texts(name) for name in words.sub("verbs").names()}
    lists = {
        f"<{name}>": tuple(stems(text, irregular) for text in words.sub("lists").texts(name))
        for name in words.sub("lists").names()
    }
    kinds: dict[str, ActivityKind] = {}
    for table in tables:
        for entry in table.items("activity"):
            kind = _kind(entry, groups, lists, irregular)
            if kind.id in kinds:
                raise entry.mistake("id", "stands there twice")
            kinds[kind.id] = kind
    return ActivityBook(
        kinds,
        irregular,
        lists,
        time=_keys(words, "units", "time"),
        numbers=_keys(words, "numbers", "words"),
        big=_keys(words, "numbers", "big"),
        negation=tuple(stems(text, irregular) for text in words.sub("negation").texts("words")),
    )


def _keys(words: Table, table: str, key: str) -> frozenset[str]:
    return frozenset(stem(text) for text in words.sub(table).texts(key))


def _kind(
    entry: Table, groups: Mapping[str, tuple[str, ...]], lists: Mapping[str, tuple[Phrase, ...]], irregular: Mapping[str, str]
) -> ActivityKind:
    entry.only("id name deeds phrases claims titles never beside software")

    def phrases(table: Table, key: str) -> tuple[Phrase, ...]:
        found = tuple(dict.fromkeys(stems(text, irregular) for text in table.texts(key)))
        for name in chain.from_iterable(found):
            if name.startswith("<") and len(name) > 1 and name not in lists and name not in (NUMBER, MANY, BIG, TIME):
                raise table.mistake(key, f"no list is called {name}")
        return found

    def deed(table: Table) -> Deed:
        table.only("verbs objects")
        verbs = [verb for name in table.texts("verbs") for verb in _verbs(table, name, groups)]
        objects = phrases(table, "objects")
        if not verbs or not objects:
            raise table.mistake("verbs", "a deed needs verbs and objects")
        return Deed(entry.text("id"), frozenset(stems(verb, irregular) for verb in verbs), objects)

    return ActivityKind(
        entry.text("id"), entry.text("name"), tuple(deed(t) for t in entry.tables("deeds")), phrases(entry, "phrases"),
        phrases(entry, "claims"), phrases(entry, "titles"), phrases(entry, "never"), entry.flag("beside"),
        entry.flag("software"),
    )  # fmt: skip


def _verbs(table: Table, name: str, groups: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if not name.startswith("@"):
        return (name,)
    if name[1:] not in groups:
        raise table.mistake("verbs", f"no group of verbs is called {name}")
    return groups[name[1:]]
