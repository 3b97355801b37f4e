"""The words that structure a résumé (headings, dates, titles, places …), read from `resources/headings/` and checked."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from matching.errors import FactError

_PLAIN = re.compile(r"[^\W_]+(?:[.+#][^\W_]+)*[+#]*")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` as words for comparing: small letters without accents, signs dropped ("Co-Founder & CTO" is "co founder cto")."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(_PLAIN.findall(text.casefold()))


class WordList:
    """Words and phrases to look for in plain text. An entry ending in * matches words that go on after it."""

    __slots__ = ("_exact", "_openings", "_phrases", "entries")

    def __init__(self, entries: Iterable[str]) -> None:
        self.entries = tuple(entries)
        exact, openings, phrases = set(), [], []
        for entry in self.entries:
            words, opens = plain(entry.rstrip("*")), entry.endswith("*")
            if " " in words:
                phrases.append(f" {words}" if opens else f" {words} ")
            elif opens:
                openings.append(words)
            else:
                exact.add(words)
        self._exact, self._openings, self._phrases = frozenset(exact), tuple(openings), tuple(phrases)

    def has_word(self, word: str) -> bool:
        """Whether one plain word is in the list."""
        return word in self._exact or (bool(self._openings) and word.startswith(self._openings))

    def found_in(self, words: str) -> bool:
        """Whether an entry stands in `words` (plain text)."""
        if any(self.has_word(word) for word in words.split()):
            return True
        padded = f" {words} "
        return any(phrase in padded for phrase in self._phrases)

    def is_whole(self, words: str) -> bool:
        """Whether `words` (plain text) is exactly one entry."""
        return f" {words} " in self._phrases if " " in words else self.has_word(words)


@dataclass(frozen=True, slots=True)
class SectionWords:
    """Section kinds (the values of `SectionKind`) by whole heading and by deciding noun; words that may stand beside a noun."""

    phrases: Mapping[str, str]
    nouns: Mapping[str, str]
    fillers: frozenset[str]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Month, season and half-year names with their month (1 = January), and the small words of time spans, longest first."""

    months: Mapping[str, int]
    seasons: Mapping[str, int]
    halves: Mapping[str, int]
    present: tuple[str, ...]
    since: tuple[str, ...]
    open_since: tuple[str, ...]
    until: tuple[str, ...]
    onwards: tuple[str, ...]
    between: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What makes a line a job title, which kind of work it names, which rank, which kind of position."""

    nouns: WordList
    ranks: Mapping[str, WordList]
    kinds: Mapping[str, WordList]
    classes: Mapping[str, WordList]
    not_software: WordList
    plainly_software: WordList
    pure_management: WordList
    trades: WordList
    labels: WordList


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    suffixes: WordList
    words: WordList
    schools: WordList
    departments: WordList
    breaks: WordList
    trades_too: WordList
    break_openers: WordList
    at_home: WordList


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """`codes` are compared as printed (state and country abbreviations); the rest as plain text."""

    codes: frozenset[str]
    names: frozenset[str]
    cities: frozenset[str]
    remote: frozenset[str]
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class DegreeWords:
    """Degree abbreviations (letters only, case kept) and words by level, and the fields that are computing or close to it.

    `kinds` stand between a degree and its field, `subject` before a field, `named` are fields that a degree's own name tells.
    """

    abbreviations: Mapping[str, str]
    words: tuple[tuple[str, str], ...]
    open: WordList
    stop: tuple[str, ...]
    related: frozenset[str]
    kinds: frozenset[str]
    subject: tuple[str, ...]
    named: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CertificateWords:
    words: WordList
    marks: WordList
    refused: WordList
    issuers: tuple[tuple[str, WordList, tuple[str, ...]], ...]
    evidence: tuple[tuple[str, WordList], ...]


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """English names of spoken languages by every way to write them, and words that tell how well."""

    names: Mapping[str, str]
    proficiency: WordList


@dataclass(frozen=True, slots=True)
class BackendSign:
    """One requirement of the back-end role: categories of skills and kinds of deeds that are evidence of it."""

    name: str
    categories: frozenset[str]
    deeds: frozenset[str]


@dataclass(frozen=True, slots=True)
class ExperienceRules:
    """Scoring rules 5 and 8 as data: signs of back-end work, title classes that never count, limits and signs of the level."""

    needed: int
    needed_bare: int
    needed_beside: int
    signs: tuple[BackendSign, ...]
    never: frozenset[str]
    beside: frozenset[str]
    junior_below_months: int
    leading: frozenset[str]
    team: frozenset[str]


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """Everything in `resources/headings/`."""

    sections: SectionWords
    dates: DateWords
    titles: TitleWords
    organisations: OrganisationWords
    places: PlaceWords
    degrees: DegreeWords
    certificates: CertificateWords
    languages: LanguageWords
    experience: ExperienceRules
    form_labels: Mapping[str, str]  # from a label (plain text) to what stands beside it: title, employer, dates …
    small_words: Mapping[str, frozenset[str]]  # by English name of the language: words that tell it from the others


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("headings", name).read_text("utf-8"))


def _longest_first(entries: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(entries), key=lambda entry: (-len(entry), entry)))


def _by_word(file: str, tables: Mapping[str, Iterable[str]], key: str) -> dict[str, str]:
    """Plain word → table name. Raises FactError where one word would mean two things."""
    found: dict[str, str] = {}
    for table, entries in tables.items():
        for entry in entries:
            word = plain(entry)
            if found.setdefault(word, table) != table:
                raise FactError(file, table, key, f"{entry!r} is already in [{found[word]}]")
    return found


def _sections(file: str = "sections.toml") -> SectionWords:
    table = _table(file)
    kinds = {name: part for name, part in table.items() if isinstance(part, dict)}
    fillers = frozenset(plain(word) for key in ("modifiers", "joiners") for word in table[key])
    phrases = _by_word(file, {kind: part["phrases"] for kind, part in kinds.items()}, "phrases")
    nouns = _by_word(file, {kind: part["nouns"] for kind, part in kinds.items()}, "nouns")
    return SectionWords(phrases, nouns, fillers)


def _dates() -> DateWords:
    table = _table("dates.toml")
    months, seasons, halves = (
        {name: int(month) for month, names in table[key].items() for name in names} for key in ("months", "seasons", "halves")
    )
    return DateWords(months, seasons, halves, **{key: _longest_first(entries) for key, entries in table["words"].items()})


def _titles(file: str = "titles.toml") -> TitleWords:
    table = _table(file)
    ranks, kinds = ({name: WordList(words) for name, words in table[key].items()} for key in ("ranks", "kinds"))
    order = table["classes"].pop("order")
    extra = {
        key: WordList(table["classes"].pop(key)) for key in ("not_software", "plainly_software", "pure_management", "trades")
    }
    for name in order:
        if name not in table["classes"]:
            raise FactError(file, "classes", "order", f"{name!r} has no word list")
    classes = {name: WordList(table["classes"][name]) for name in order}
    return TitleWords(WordList(table["nouns"]), ranks, kinds, classes, **extra, labels=WordList(table["labels"]))


def _organisations() -> OrganisationWords:
    return OrganisationWords(**{key: WordList(words) for key, words in _table("organisations.toml").items()})


def _places() -> PlaceWords:
    table = _table("places.toml")
    names = frozenset(plain(name) for key in ("regions", "countries") for name in table[key])
    cities, remote, labels = (frozenset(plain(name) for name in table[key]) for key in ("cities", "remote", "labels"))
    return PlaceWords(frozenset(table["us_states"] + table["other_codes"]), names, cities, remote, labels)


def _degrees(file: str = "degrees.toml") -> DegreeWords:
    table = _table(file)
    levels = {name: part for name, part in table.items() if "abbreviations" in part}
    short: dict[str, str] = {}
    for level, part in levels.items():
        for entry in part["abbreviations"]:
            if short.setdefault(entry.replace(" ", ""), level) != level:
                raise FactError(file, level, "abbreviations", f"{entry!r} is already in [{short[entry]}]")
    words = _by_word(file, {level: part["words"] for level, part in levels.items()}, "words")
    longest = tuple(sorted(words.items(), key=lambda item: (-len(item[0]), item[0])))
    stop = _longest_first(plain(word) for word in table["study"]["stop"])
    related = frozenset(plain(word) for word in table["fields"]["related"])
    kinds = frozenset(plain(word) for word in table["study"]["kinds"])
    named = {plain(word): field for word, field in table["fields"]["named"].items()}
    if unknown := sorted(named.keys() - words.keys()):
        raise FactError(file, "fields.named", unknown[0], "is no degree")
    subject = _longest_first(plain(word) for word in table["study"]["subject"])
    return DegreeWords(short, longest, WordList(table["study"]["open"]), stop, related, kinds, subject, named)


def _certificates() -> CertificateWords:
    table = _table("certificates.toml")
    issuers = tuple((row["name"], WordList(row["words"]), tuple(row["skills"])) for row in table["issuer"])
    evidence = tuple((skill, WordList(words)) for skill, words in table["evidence"].items())
    words, marks, refused = (WordList(table[key]) for key in ("words", "marks", "not_certificates"))
    return CertificateWords(words, marks, refused, issuers, evidence)


def _languages(file: str = "spoken_languages.toml") -> LanguageWords:
    table = _table(file)
    return LanguageWords(_by_word(file, table["languages"], "languages"), WordList(table["proficiency"]))


def _experience(file: str = "experience.toml") -> ExperienceRules:
    table = _table(file)
    signs = tuple(
        BackendSign(name, frozenset(part["categories"]), frozenset(part["deeds"]))
        for name, part in table["requirements"].items()
    )
    if not 1 <= table["needed"] <= len(signs):
        raise FactError(file, "requirements", "needed", "more signs needed than there are")
    level, never, beside = table["level"], frozenset(table["never"]["classes"]), frozenset(table["beside"]["classes"])
    leading, team = frozenset(level["leading"]), frozenset(level["team"])
    needed = (table["needed"], table["needed_bare"], table["needed_beside"])
    return ExperienceRules(*needed, signs, never, beside, level["junior_below_months"], leading, team)


def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(plain(word) for word in words) for language, words in _table("small_words.toml").items()}


@cache
def heading_words() -> HeadingWords:
    """All structure words, read once. Raises FactError, naming file, entry and key, where the data contradict themselves."""
    return HeadingWords(
        sections=_sections(),
        dates=_dates(),
        titles=_titles(),
        organisations=_organisations(),
        places=_places(),
        degrees=_degrees(),
        certificates=_certificates(),
        languages=_languages(),
        experience=_experience(),
        form_labels=_by_word("form_labels.toml", _table("form_labels.toml"), "labels"),
        small_words=_small_words(),
    )
