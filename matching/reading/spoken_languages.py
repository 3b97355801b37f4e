"""Languages that the person speaks, by their English names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching.knowledge.headings import heading_words, plain
from matching.reading.document import Document
from matching.reading.resume import Section, SectionKind
from matching.reading.rows import find_rows
from matching.reading.sections import section_rows

_LABEL = re.compile(
    r"^(?:spoken |foreign |other )?(?:languages?|language skills|spoken|i speak|mother tongue(?:\(s\)|s)?|native"
    r"|sprachen|langues|idiomas|línguas|fremdsprachen)\s*[:\-–]?\s",
    re.IGNORECASE,
)


_LABELLED_IN = {SectionKind.SKILLS, SectionKind.OTHER, SectionKind.HEADER, SectionKind.CERTIFICATIONS, SectionKind.EDUCATION}


def find_languages(document: Document, sections: Sequence[Section]) -> tuple[str, ...]:
    """Spoken languages in reading order: from parts headed so, and from lines labelled so in parts about skills or contact."""
    rows = find_rows(document)
    found: dict[str, None] = {}
    for section in sections:
        headed = section.kind is SectionKind.LANGUAGES
        for row in section_rows(rows, section):
            labelled = section.kind in _LABELLED_IN and _LABEL.match(row.text)
            told = section.kind in {SectionKind.SKILLS, SectionKind.OTHER} and (
                _tells_level(row.text) or _nothing_else(row.text)
            )
            if headed or labelled or told:
                found |= dict.fromkeys(languages_in(row.text))
    return tuple(found)


def languages_in(text: str) -> list[str]:
    """The languages named in a line, in its order, by their English names; places of study and tests do not count."""
    names = heading_words().languages.names
    words = plain(re.sub(r"\([^)]*\)", " ", text)).split() or plain(text).split()
    result: list[str] = []
    i = 0
    while i < len(words):
        pair = " ".join(words[i : i + 2])
        name = names.get(pair) if i + 1 < len(words) else None
        step = 2 if name else 1
        name = name or names.get(words[i])
        if name and name not in result:
            result.append(name)
        i += step
    return result


def _tells_level(text: str) -> bool:
    """Whether a short line is a language and how well it is spoken ("French   fluent")."""
    words = plain(text).split()
    names = heading_words().languages
    if not 2 <= len(words) <= 5 or words[0] not in names.names:
        return False
    return names.proficiency.found_in(" ".join(words[1:]))


def _nothing_else(text: str) -> bool:
    """Whether a line is languages, how well they are spoken, and no other word."""
    names = heading_words().languages
    words = plain(text).split()
    known = [word for word in words if word in names.names]
    others = (word for word in words if word not in names.names)
    return bool(known) and all(names.proficiency.has_word(word) or word in {"and", "und", "et", "y", "e"} for word in others)
