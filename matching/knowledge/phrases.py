"""What is said in English, said in another language: sentences are found again by their pattern and said anew.

Every text that `matching` makes is English; it is what a report holds, what is kept and what the JSON says. Another language is
put on at the edge, when something is shown or printed. Its sentences stand in `resources/i18n/<language>/`, each beside the
English one, with places for what is filled in:

    {n…}      a number, written as the language writes it        {month…}  a month such as 2026-11
    {money…}  an amount with its sign, likewise                  {raw…}    kept as it is: a name, a quote, a place
    {say…}    must itself be something that the language knows   others    said anew where the language knows it

So a report that was kept before a language was there can be shown in it, and no value has to remember how it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from matching.errors import FactError
from matching.knowledge.role_tables import Table, read_table

_FOLDER = "i18n"
_FORMAT, _FIXED = "format.toml", "report.toml"
_PLACE = re.compile(r"\{(\w+)\}")
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_KINDS = {"n": _NUMBER, "money": rf"\$(?:{_NUMBER})", "month": r"\d{4}-\d\d", "raw": ".*?", "say": ".+?"}
_LONGEST = 2000  # characters; our own sentences are shorter, and a stranger's text is none of them


@dataclass(frozen=True, slots=True)
class Figures:
    """How a language writes numbers, amounts and months."""

    decimal: str = "."
    group: str = ","
    money: str = "${amount}"
    months: tuple[str, ...] = ()

    def number(self, english: str) -> str:
        """A number as English writes it ("1,234.5"), as this language does."""
        return "".join({",": self.group, ".": self.decimal}.get(sign, sign) for sign in english)

    def amount(self, english: str) -> str:
        """An amount of dollars as English writes it ("$1,234")."""
        return self.money.format(amount=self.number(english.removeprefix("$")))

    def month(self, text: str) -> str:
        """A month such as "2026-11" in words, where the language has words for months here."""
        return f"{self.months[int(text[5:]) - 1]} {text[:4]}" if self.months and "01" <= text[5:] <= "12" else text


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An English sentence with places, and the other language's; `core` is its longest fixed part."""

    found: re.Pattern[str]
    core: str
    fixed: int
    told: str


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """The sentences of one language. `fixed` are those that the writers of reports fill in themselves."""

    language: str = "en"
    figures: Figures = Figures()
    fixed: Mapping[str, str] = field(default_factory=dict)
    whole: Mapping[str, str] = field(default_factory=dict)
    patterns: tuple[_Pattern, ...] = ()

    def filled(self, sentence: str, **values: object) -> str:
        """A sentence of a report, by its English form, with its places filled."""
        return self.fixed.get(sentence, sentence).format(**values)

    def said(self, text: str) -> str:
        """A text of `matching` in this language; unchanged where it is none of its sentences."""
        found = self.known(text)
        return text if found is None else found

    def known(self, text: str) -> str | None:
        """The same, but None where the language has no words for it."""
        if text in self.whole:
            return self.whole[text]
        if not self.patterns or not text or len(text) > _LONGEST:
            return None
        for pattern in self.patterns:
            if pattern.core in text and (hit := pattern.found.fullmatch(text)):
                told = self._refilled(pattern, hit.groupdict())
                if told is not None:
                    return told
        return self._piecewise(text)

    def _refilled(self, pattern: _Pattern, values: Mapping[str, str]) -> str | None:
        anew = {name: self._value(name, value) for name, value in values.items()}
        if None in anew.values():
            return None
        return _PLACE.sub(lambda place: str(anew[place[1]]), pattern.told)

    def _value(self, name: str, value: str) -> str | None:
        kind = _kind(name)
        if kind == "n":
            return self.figures.number(value)
        if kind == "money":
            return self.figures.amount(value)
        if kind == "month":
            return self.figures.month(value)
        if kind == "say":
            return self.known(value)
        return value if kind == "raw" else self.said(value)

    def _piecewise(self, text: str) -> str | None:
        """Two or more of our sentences, one after the other."""
        at = text.find(". ")
        while at >= 0:
            first = self.whole.get(text[: at + 1]) or self._one(text[: at + 1])
            rest = self.known(text[at + 2 :]) if first else None
            if first and rest:
                return f"{first} {rest}"
            at = text.find(". ", at + 1)
        return None

    def _one(self, text: str) -> str | None:
        for pattern in self.patterns:
            if pattern.core in text and (hit := pattern.found.fullmatch(text)):
                return self._refilled(pattern, hit.groupdict())
        return None


ENGLISH = PhraseBook()


def spoken_languages() -> tuple[str, ...]:
    """The languages that reports can be written in, English first."""
    folders = (files("resources") / _FOLDER).iterdir()
    return ("en", *sorted(folder.name for folder in folders if (folder / _FORMAT).is_file()))


def phrase_book(language: str) -> PhraseBook:
    """The book of a language such as "de" or "de_AT"; English where there is none. Raises FactError for a mistake."""
    return _book(language.replace("-", "_").split("_")[0].lower())


@lru_cache(maxsize=20_000)
def said(text: str, language: str) -> str:
    """A text of `matching` in a language. Kept, because a window asks for each text many times."""
    return phrase_book(language).said(text)


def phrase_files(language: str) -> Iterator[str]:
    """The names of the files of a language's sentences."""
    folder: Traversable = files("resources") / _FOLDER / language
    yield from sorted(one.name for one in folder.iterdir() if one.name.endswith(".toml") and one.name != _FORMAT)


@cache
def _book(language: str) -> PhraseBook:
    if language not in spoken_languages()[1:]:
        return ENGLISH
    folder = f"{_FOLDER}/{language}"
    look = read_table(folder, _FORMAT)
    figures = Figures(look.text("decimal"), look.text("group"), look.text("money"), look.texts("months"))
    whole: dict[str, str] = {}
    patterns = []
    for name in phrase_files(language):
        if name == _FIXED:
            continue
        for english, told in _pairs(folder, name):
            if _PLACE.search(english):
                patterns.append(_pattern(english, told))
            else:
                whole[english] = told
                whole.setdefault(english.lower(), told)  # a requirement's name inside a sentence
    # What fixes most goes first; a sentence that may begin with anything, such as a certificate's name, goes last.
    patterns.sort(key=lambda p: (p.found.pattern.startswith("(?P<raw"), -p.fixed))
    return PhraseBook(language, figures, dict(_pairs(folder, _FIXED)), whole, tuple(patterns))


def _pairs(folder: str, name: str) -> Iterator[tuple[str, str]]:
    table: Table = read_table(folder, name)
    for english in table.names():
        told = table.text(english)
        if set(_PLACE.findall(english)) != set(_PLACE.findall(told)):
            raise FactError(f"{folder}/{name}", english, "", "the two sentences have different places")
        yield english, told


def _kind(name: str) -> str:
    """What a place may hold: "raw" for "raw_names", "n" for "n2", "" for a name that tells none of the kinds."""
    kind = name.partition("_")[0].rstrip("0123456789")
    return kind if kind in _KINDS else ""


def _pattern(english: str, told: str) -> _Pattern:
    parts = _PLACE.split(english)
    seen: set[str] = set()
    pieces = [re.escape(parts[0])]
    for name, after in zip(parts[1::2], parts[2::2], strict=True):
        pieces.append(f"(?P={name})" if name in seen else f"(?P<{name}>{_KINDS.get(_kind(name), '.+?')})")
        pieces.append(re.escape(after))
        seen.add(name)
    fixed = parts[::2]
    return _Pattern(re.compile("".join(pieces), re.DOTALL), max(fixed, key=len), sum(map(len, fixed)), told)
