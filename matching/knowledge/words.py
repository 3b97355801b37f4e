"""Words of the English language, so that none is taken for a misspelt name. Read from `resources/words/`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_VOWELS = frozenset("aeiouy")


@cache
def load_words() -> frozenset[str]:
    """The base forms of `resources/words/english.txt`, lower-case, one a line. Read once."""
    text = (files("resources") / "words" / "english.txt").read_text("utf-8")
    return frozenset(text.split())


def is_word(text: str, words: frozenset[str]) -> bool:
    """Whether folded `text` is a word of the language: listed, or a regular form (plural, -ed, -ing, -er, -ly …) of one."""
    return text in words or any(base in words for base in base_forms(text))


def base_forms(text: str) -> Iterator[str]:
    """What `text` may be a regular form of: "studies" gives "study", "stopped" gives "stop", "making" gives "make"."""
    if len(text) > 3 and text.endswith("s") and not text.endswith("ss"):
        yield text[:-1]
        if text.endswith("es"):
            yield text[:-2]
        if text.endswith("ies"):
            yield text[:-3] + "y"
    for ending in ("ed", "ing", "er", "est", "ers", "ings"):
        if text.endswith(ending) and len(text) - len(ending) >= 3:
            yield from _stems(text[: -len(ending)])
    for ending in ("ly", "ness", "less", "ful", "ment", "able"):
        if text.endswith(ending) and len(text) - len(ending) >= 3:
            yield text[: -len(ending)]
            if text[-len(ending) - 1] == "i":
                yield text[: -len(ending) - 1] + "y"


def _stems(stem: str) -> Iterator[str]:
    """Spellings of a verb before -ed or -ing: as it is, with its final e, with one of two equal consonants, with y for i."""
    yield stem
    yield stem + "e"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem[:-1]
    if stem.endswith("i"):
        yield stem[:-1] + "y"
