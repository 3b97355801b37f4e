"""One key for all forms of an English word: "designs", "designed" and "designing" give the key of "design"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

_VOWEL = re.compile("[aeiouy]")
_PARTS = re.compile(r"<[\w-]+>|=\w+|\w+(?:\.\w+)*|[^\s\w]")
_KEEP_S = ("ss", "us", "sis", "ous")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The key of a folded word. It is no word itself; British and American spelling give the same one."""
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("s") and not word.endswith(_KEEP_S):
        word = f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]
    word = _without_ending(word).replace("isation", "ization")
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeious":
        word = word[:-1]
    return f"{word[:-2]}iz" if word.endswith("is") and len(word) > 4 else word


def _without_ending(word: str) -> str:
    """Without -ing or -ed, where what is left still sounds like a word."""
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest):
            return f"{rest[:-1]}y" if ending == "ed" and rest.endswith("i") else rest
    return word


def stems(phrase: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of a phrase's words and signs, hyphens left out; list names such as "<people>" and forms such as "=logging",
    which stand for themselves only, stay as they are."""
    return tuple(_keys(phrase, irregular))


def _keys(phrase: str, irregular: Mapping[str, str]) -> Iterator[str]:
    for part in _PARTS.findall(phrase.casefold()):
        if part != "-":
            yield part if part[0] in "<=" and len(part) > 1 else stem(irregular.get(part, part))
