"""What decides whether a word is the technology of that name or something else. Facts live in `resources/senses/*.toml`.

`names.toml` has the names with another meaning and what speaks for and against them, `phrases.toml` longer phrases that hold
such a name, `cues.toml` the words that tell what stands beside them, `negation.toml` phrases of not knowing, wishing to learn,
and of other people's skills, `concepts.toml` the techniques that count where a sentence names them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import product

from matching.errors import FactError
from matching.knowledge.spelling import key_of

LEVELS = ("sure", "name", "word", "strict", "letter", "never")
CASES = ("any", "capital", "upper", "exact")
_NAME_KEYS = {"forms", "case", "needs", "cues", "not_next", "not_before", "not_near", "reason", "lead", "verb", "person"}
_CLASSES = ("<year>", "<season>", "<state>", "<firm>", "<title>", "<percent>", "<number>")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases as keys (`key_of`); one that ends in * stands for any ending of its last word. `longest` counts words."""

    whole: frozenset[str]
    starts: tuple[str, ...]
    longest: int

    @classmethod
    def of(cls, texts: tuple[str, ...]) -> Phrases:
        keys = [(key_of(text.rstrip("*")), text.endswith("*")) for text in texts]
        longest = max((key.count(" ") + 1 for key, _ in keys), default=0)
        return cls(frozenset(k for k, open_ in keys if not open_), tuple(k for k, open_ in keys if open_), longest)

    def has(self, key: str) -> bool:
        return key in self.whole or (bool(self.starts) and key.startswith(self.starts) and key.count(" ") < self.longest)


@dataclass(frozen=True, slots=True)
class NameSense:
    """What a name with another meaning needs. `level` is one of `LEVELS`, least demanding first (see `names.toml`).

    `case` says how the name must be printed ("exact": as one of `forms`); `lead` that a word such as "in" before it is enough
    of a sign beside another technology; `verb` that a capital at the start of a sentence says nothing;
    `person` that it is a given name or surname, too.
    """

    name: str
    level: str
    case: str = "capital"
    forms: tuple[str, ...] = ()
    cues: Phrases = Phrases(frozenset(), (), 0)
    not_next: Phrases = Phrases(frozenset(), (), 0)
    not_before: Phrases = Phrases(frozenset(), (), 0)
    not_near: Phrases = Phrases(frozenset(), (), 0)
    next_classes: frozenset[str] = frozenset()
    before_classes: frozenset[str] = frozenset()
    lead: bool = False
    verb: bool = False
    person: bool = False
    reason: str = "an everyday word"


@dataclass(frozen=True, slots=True)
class Negation:
    """Phrases that turn a mention round: `before` the name with only fillers between, `after` right behind it.

    Between a phrase of `kind` "customers" and the name other names may stand, too: "companies like Moss Retail and Slack".
    """

    kind: str
    reason: str
    before: frozenset[str]
    after: frozenset[str]
    unless: frozenset[str]
    verbs: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    hiring: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SenseBook:
    """All of `resources/senses/`. `names` by key; `phrases` from a key to the reason why it is no skill; `cues` word sets.

    `in_sentences`: ids of concepts that count in a sentence; `named_within`: ids of skills that count inside a longer name.
    `otherwise`: by language, phrases of the negations that mean something else in it.
    """

    names: Mapping[str, tuple[NameSense, ...]]
    phrases: Mapping[str, str]
    phrase_starts: frozenset[str]
    cues: Mapping[str, frozenset[str]]
    negations: tuple[Negation, ...]
    fillers: frozenset[str]
    in_sentences: frozenset[str] = frozenset()
    named_within: frozenset[str] = frozenset()
    otherwise: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def sense(self, key: str, printed: str) -> NameSense | None:
        """The rule for a folded name; where two names differ only in case ("LESS", "LeSS"), the one printed so."""
        found = self.names.get(key)
        if not found:
            return None
        return next((sense for sense in found if printed in sense.forms), found[0])


@cache
def load_senses() -> SenseBook:
    """The rules of `resources/senses/`, read and checked once. Raises `FactError` naming file, entry and key of a mistake."""
    return read_senses(resources.files("resources") / "senses")


def read_senses(folder: Traversable) -> SenseBook:
    """The rules in a folder; raises `FactError` where a key, level or case is unknown."""
    names: dict[str, tuple[NameSense, ...]] = {}
    for level, entries in _table(folder, "names.toml").items():
        if level not in LEVELS:
            raise FactError("names.toml", level, "", f"no level; there are {LEVELS}")
        for name, values in _entries("names.toml", level, entries).items():
            sense = _name_sense(name, level, values)
            names[key_of(name)] = (*names.get(key_of(name), ()), sense)
    phrases = _phrases(folder)
    starts = {" ".join(key.split()[:n]) for key in phrases for n in range(1, key.count(" ") + 2)}
    cues = {key: frozenset(_texts("cues.toml", "", key, value)) for key, value in _table(folder, "cues.toml").items()}
    negations, fillers, otherwise = _negations(folder)
    wide = {k: frozenset(_texts("concepts.toml", "", k, v)) for k, v in _table(folder, "concepts.toml").items()}
    named = (wide["in_sentences"], wide["named_within"])
    return SenseBook(names, phrases, frozenset(starts), cues, negations, fillers, *named, otherwise)


def _name_sense(name: str, level: str, values: object) -> NameSense:
    if not isinstance(values, dict) or not _NAME_KEYS.issuperset(values):
        raise FactError("names.toml", name, "", f"needs a table with keys of {sorted(_NAME_KEYS)}")
    level, case = values.get("needs", level), values.get("case", "capital")
    if level not in LEVELS or case not in CASES:
        raise FactError("names.toml", name, "needs" if level not in LEVELS else "case", "unknown value")
    lists = {
        k: _texts("names.toml", name, k, values.get(k, [])) for k in ("forms", "cues", "not_next", "not_before", "not_near")
    }
    classes = {k: frozenset(w for w in lists[k] if w.startswith("<")) for k in ("not_next", "not_before")}
    for wrong in (classes["not_next"] | classes["not_before"]).difference(_CLASSES):
        raise FactError("names.toml", name, "not_next", f"no class {wrong}")
    words = {k: Phrases.of(tuple(w for w in lists[k] if not w.startswith("<"))) for k in lists}
    return NameSense(
        name,
        level,
        case,
        lists["forms"] or (name,),
        words["cues"],
        words["not_next"],
        words["not_before"],
        words["not_near"],
        classes["not_next"],
        classes["not_before"],
        bool(values.get("lead")),
        bool(values.get("verb")),
        bool(values.get("person")),
        str(values.get("reason", "an everyday word")),
    )


def _phrases(folder: Traversable) -> dict[str, str]:
    found: dict[str, str] = {}
    for group, values in _table(folder, "phrases.toml").items():
        table = _entries("phrases.toml", group, values)
        reason = str(table.get("reason", ""))
        if not reason:
            raise FactError("phrases.toml", group, "reason", "needs a text")
        for phrase in _texts("phrases.toml", group, "phrases", table.get("phrases")):
            found.setdefault(key_of(phrase), reason)
    return found


# Lists of negation.toml that make phrases together: each of the first before each of the second.
_COUPLES = (("denials", "denied"), ("desires", "aims"), ("owners", "doings"), ("firms", "naming"))


def _negations(folder: Traversable) -> tuple[tuple[Negation, ...], frozenset[str], dict[str, frozenset[str]]]:
    """Kinds of negation, the words that may stand between, and by language the phrases that mean something else in it."""
    table = _table(folder, "negation.toml")
    fillers = frozenset(_texts("negation.toml", "", "fillers", table.pop("fillers", [])))
    foreign = _entries("negation.toml", "means_otherwise", table.pop("means_otherwise", {}))
    otherwise = {
        language: frozenset(map(key_of, _texts("negation.toml", language, "means_otherwise", phrases)))
        for language, phrases in foreign.items()
    }
    kinds = []
    for kind, values in table.items():
        entry = _entries("negation.toml", kind, values)
        lists = {
            k: frozenset(key_of(t) for t in _texts("negation.toml", kind, k, entry.get(k, [])))
            for k in ("before", "after", "unless_before", "verbs", "people", "between", "hiring")
        }
        for couple in _COUPLES:
            parts = (_texts("negation.toml", kind, k, entry.get(k, [])) for k in couple)
            lists["before"] |= frozenset(key_of(" ".join(pair)) for pair in product(*parts))
        reason = str(entry.get("reason", ""))
        if not reason:
            raise FactError("negation.toml", kind, "reason", "needs a text")
        kinds.append(Negation(kind, reason, *lists.values()))
    return tuple(kinds), fillers, otherwise


def _table(folder: Traversable, name: str) -> dict[str, object]:
    try:
        return tomllib.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise FactError(name, "", "", f"cannot be read: {error}") from error


def _entries(file: str, entry: str, values: object) -> dict[str, object]:
    if not isinstance(values, dict):
        raise FactError(file, entry, "", "needs a table")
    return values


def _texts(file: str, entry: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise FactError(file, entry, key, "needs a list of texts")
    return tuple(value)
