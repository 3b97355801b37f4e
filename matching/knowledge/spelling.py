"""How names of skills are compared: folded tokens, and the spellings that follow from a name by rule."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

# ".NET" keeps its dot (not in "guifi.net") and "C#", "C++", "g++" their signs, or they could not be told from "net", "c" and
# "g". A lone sign is a token of its own ("C #" as broken by a PDF). Everything else between letters and digits separates.
_TOKEN = re.compile(r"(?<![^\W_])\.net(?![^\W_])|[^\W_]+(?:\+\+(?![a-z])|\+(?![\w+])|#)?|\+\+|#|&")
_VERSIONED = re.compile(r"([a-z.][a-z.+#]*?)-?v?(\d+(?:\.\d+)*[a-z]?\+?)")
_VERSION = re.compile(r"v?\d+[a-z]?\+?|x")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
# The same ending in two orthographies; both are accepted wherever one of them stands in the book.
_ORTHOGRAPHIES = (
    ("ization", "isation"),
    ("behavior", "behaviour"),
    ("modeling", "modelling"),
    ("labeling", "labelling"),
    ("analyzer", "analyser"),
    ("center", "centre"),
    ("defense", "defence"),
)
_OTHER_ORTHOGRAPHY = dict(_ORTHOGRAPHIES) | {two: one for one, two in _ORTHOGRAPHIES}
_ORTHOGRAPHY = re.compile("|".join(_OTHER_ORTHOGRAPHY))
# Makers' names that people exchange before a product's name, by first word: from the book's form to what else is written.
_MAKERS = {
    "microsoft": ((("microsoft",), ("ms",)),),
    "amazon": ((("amazon",), ("aws",)),),
    "aws": ((("aws",), ("amazon",)),),
    "google": ((("google", "cloud"), ("gcp",)),),
    "azure": ((("azure",), ("microsoft", "azure")), (("azure",), ("ms", "azure"))),
}


@dataclass(frozen=True, slots=True)
class Token:
    """A folded token and the characters of the original text it was made from (`start` inclusive, `end` exclusive)."""

    text: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """The folded tokens of a printed text: ligatures, case and accents folded, "&" read as "and", signs that only
    separate dropped. "Node.js" gives node, js; "CI/CD" ci, cd; "C++17" c++, 17; ".NET" .net; "R&D" r, and, d."""
    folded, places = _fold(text)
    return [
        Token("and" if m.group() == "&" else m.group(), places[m.start()], places[m.end() - 1] + 1)
        for m in _TOKEN.finditer(folded)
    ]


def key_of(text: str) -> str:
    """The folded tokens of a text joined by single spaces: the key of `SkillBook.spellings`."""
    return " ".join(_plain_tokens(text))


@cache
def _plain_tokens(text: str) -> tuple[str, ...]:
    folded = text.lower() if text.isascii() else _fold(text)[0]
    if folded.isalnum():
        return (folded,)
    return tuple("and" if t == "&" else t for t in _TOKEN.findall(folded))


def _fold(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index of the original character."""
    if text.isascii():
        return text.lower(), list(range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for index, character in enumerate(text.replace("♯", "#")):
        for letter in unicodedata.normalize("NFKD", character).casefold():
            if not unicodedata.combining(letter) and letter != "\u00ad":
                letters.append(letter)
                places.append(index)
    return "".join(letters), places


def is_version(token: str) -> bool:
    """Whether a folded token following a name is part of its version: "3", "11", "19c", "2+", "v2", "x" (of "6.x")."""
    return bool(_VERSION.fullmatch(token))


def without_version(token: str) -> str | None:
    """The name in a folded token that ends in a version ("php7" → "php", "oracle19c" → "oracle"), else None."""
    found = _VERSIONED.fullmatch(token)
    return found.group(1) if found and len(found.group(1)) > 1 else None


class Variant(NamedTuple):
    """A spelling made by rule. `capital`: only believable where each printed part starts with a capital ("Open Shift")."""

    key: str
    capital: bool = False


def variants(form: str, plural: bool) -> list[Variant]:
    """All spellings that follow by rule from a form of the book, without the form itself.

    Args:
        form: a name or alias as the book prints it.
        plural: whether singular and plural mean the same skill (concepts and protocols, not products).

    Returns:
        Variants: written as one word or, for camel case, as several; makers' names exchanged (Microsoft X, MS X); for
        concepts also plural and singular, British and American endings. May hold the same key twice.
    """
    tokens = _plain_tokens(form)
    found: list[Variant] = []
    if plural or len(tokens) > 1:
        for words in _other_words(tokens, plural):
            if words is not tokens:
                found.append(Variant(" ".join(words)))
            if 2 <= len(words) <= 3:
                found.extend(map(Variant, _joined(words, plural)))
    parts = _camel_parts(form)
    if parts is not None:
        found.append(Variant(parts, capital=True))
    return found


def _other_words(tokens: tuple[str, ...], plural: bool) -> list[tuple[str, ...]]:
    """The tokens themselves, then with maker, orthography or number exchanged."""
    found = [tokens]
    for maker, other in _MAKERS.get(tokens[0], ()):
        if tokens[: len(maker)] == maker and len(tokens) > len(maker):
            found.append(other + tokens[len(maker) :])
    if plural:
        text = " ".join(tokens)
        ending = _ORTHOGRAPHY.search(text)
        if ending:
            found.append(tuple(text.replace(ending.group(), _OTHER_ORTHOGRAPHY[ending.group()]).split()))
        last = _other_number(tokens[-1])
        if last:
            found.append((*tokens[:-1], last))
    return found


def _other_number(word: str) -> str:
    """The plural of a singular and the singular of a plural, "" where neither is sure."""
    if len(word) < 3 or not word.isalpha():
        return ""
    if word.endswith(("ss", "is", "us", "ics", "ing")):
        return ""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s"):
        return word[:-1] if len(word) > 3 else ""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _joined(tokens: tuple[str, ...], pairs: bool) -> list[str]:
    """Two or three tokens written as one word ("springboot"); in concepts of three also two of them ("eventdriven x")."""
    whole = "".join(tokens)
    found = [whole] if len(whole) >= 5 else []
    if pairs and len(tokens) == 3:
        found += [f"{tokens[0]}{tokens[1]} {tokens[2]}", f"{tokens[0]} {tokens[1]}{tokens[2]}"]
    return found


def _camel_parts(form: str) -> str | None:
    """The key of a camel-case form written apart ("RabbitMQ" → "rabbit mq"); None without camel case or with a part of one
    letter ("jQuery"), which would be read into too much."""
    if form.islower() or form.isupper():
        return None
    parts = _CAMEL.sub(" ", form)
    if parts == form:
        return None
    tokens = _plain_tokens(parts)
    if len(tokens) == len(_plain_tokens(form)) or any(len(t) == 1 for t in tokens):
        return None
    return " ".join(tokens)
