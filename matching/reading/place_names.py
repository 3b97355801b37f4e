"""Whether a piece of text is a place by its words: "Denver, CO", "Oslo, Norway", "Remote", "Berlin"."""

from __future__ import annotations

import re
from functools import lru_cache

from matching.knowledge.headings import heading_words, plain


@lru_cache(maxsize=2048)
def is_place(text: str) -> bool:
    """Whether `text` is a place and nothing else: "Denver, CO", "Oslo, Norway", "Remote", "Berlin"."""
    words = heading_words().places
    if re.search(r"\s[&+]\s", text):
        return all(is_place(part) for part in re.split(r"\s[&+]\s", text))
    parts = [_core(part.strip(" .")) for part in re.split(r"[,/()]|\s[–—-]\s", text) if part.strip(" .")]
    if not parts or len(parts) > 4 or sum(len(part.split()) for part in parts) > 7:
        return False
    if plain(parts[-1]) in words.remote:
        return len(parts) == 1 or is_place(", ".join(parts[:-1])) or (len(parts) == 2 and known_town(parts[0]))
    first, rest = parts[0], parts[1:]
    if not rest:
        return plain(first) in words.names or plain(first) in words.cities or _city_and_code(first)
    regions = all(part.replace(".", "") in words.codes or plain(part) in words.names for part in rest)
    return (regions and _may_be_town(first)) or (
        known_town(first) and all(known_town(part) or part in words.codes for part in rest)
    )


def _core(text: str) -> str:
    """The town that a region is named after: "Greater Boston Area", "San Francisco Bay Area"."""
    found = re.fullmatch(r"(?:Greater\s+)?(.+?)\s+(?:(?:Metropolitan|Metro|Bay)\s+)?(?:Area|Region)|Greater\s+(.+)", text)
    return (found[1] or found[2]) if found else text


def known_town(text: str) -> bool:
    """Whether a name is a town, region or country by the data."""
    words = heading_words().places
    return plain(text) in words.cities or plain(text) in words.names or _city_and_code(text)


def _may_be_town(text: str) -> bool:
    """Whether a name before a region can be a town: short, capitals, no employer's or school's word."""
    words = heading_words().organisations
    bare = plain(text)
    if known_town(text):
        return True
    named = (
        words.suffixes.has_word(bare.split()[-1]) or words.words.found_in(bare) or words.schools.found_in(bare)
        if bare
        else True
    )
    return not named and len(bare.split()) <= 3 and _capitalised(text)


def _city_and_code(text: str) -> bool:
    """ "Melbourne VIC", "Berkeley CA 94704"."""
    found = re.fullmatch(r"(.+?)\s+([A-Z.]{2,5})(?:\s+\d{4,6})?", text)
    if not found or found[2] not in heading_words().places.codes or not _capitalised(found[1]):
        return False
    firm = heading_words().organisations.suffixes.is_whole(plain(found[2]))  # "Volund Maskin AB" is no town in Alberta
    return not firm or plain(found[1]) in heading_words().places.cities


def _capitalised(text: str) -> bool:
    return bool(text) and (text[0].isupper() or text[0].isdigit()) and not re.search(r"[@:]|\d{5}", text)
