"""The name of the person: by size, place, form, labels, page headers, and what the e-mail address says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matching.knowledge.headings import heading_words, plain
from matching.reading.document import Document, Line
from matching.reading.place_names import is_place
from matching.reading.resume import Section
from matching.reading.rows import line_cells
from matching.reading.section_headings import heading_kind

_NAMES = r"(?:(?:sur|first |last |family |given )?names?(?:\(s\))?)"
_LABEL = re.compile(
    rf"^(?:full name|first name|{_NAMES}\s*/\s*{_NAMES}|name|nom|nombre|nome|vor- und nachname|name, vorname)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:[,|·•–—-]\s*|\s)\(?(?:ph\.?\s?d\.?|m\.?\s?sc\.?|b\.?\s?sc\.?|mba|acca|cpa|pmp|m\.?d\.?|esq\.?|cissp|b\.?\s?ed\.?|b\.?\s?eng\.?|m\.?\s?eng\.?|jr\.?|he/him|she/her|they/them|[a-z]+/[a-z]+)\)?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:dr|prof|mr|mrs|ms|ing|dipl\.?-in[gf]|herr|frau"
    r"|(?:curriculum vitae|resume|résumé|cv|lebenslauf)(?: of| von)?)\b[.:]?\s+",
    re.IGNORECASE,
)
_FURNITURE = re.compile(r"\s*[,|·•–—-]?\s*(?:page|seite|p\.?)?\s*\d+(?:\s*(?:/|of|von|de|sur)\s*\d+)?\s*$", re.IGNORECASE)
_RESUME_WORD = re.compile(
    r"\s*[·•|–—,-]?\s*\b(?:résumé|resume|curriculum vitae|cv|lebenslauf)\b\s*[·•|–—,-]?\s*", re.IGNORECASE
)
_PART = re.compile(r"(?:[^\W\d_]|['’.\-‐‑])+")
# fmt: off
_PARTICLES = frozenset({
    "abu", "af", "al", "an", "as", "ash", "av", "az", "bin", "bint", "binti", "da", "dal", "das", "de", "degli",
    "del", "della", "den", "der", "di", "do", "dos", "du", "d", "e", "el", "ibn", "la", "las", "le", "los",
    "of", "ould", "ter", "ten", "thi", "ud", "ul", "ur", "van", "von", "y", "zu",
})
# fmt: on


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    line: int
    points: float


def find_name(
    document: Document, sections: Sequence[Section], own: Sequence[int], emails: Sequence[str]
) -> tuple[str, int | None]:
    """The name as printed and the line it stands in; ("", None) where nothing looks like one."""
    lines = document.lines
    largest = max((line.size for line in lines if not line.furniture and line.page == 1), default=0.0)
    marks = _mail_words(emails)
    pool = [i for i in own if lines[i].page == 1 or lines[i].furniture]
    pool += [i for i, line in enumerate(lines[:60]) if line.page == 1 and i not in pool and line.size > 0.85 * largest]
    found = [c for i in pool for c in _candidates(lines[i], i, largest, marks)]
    if not found:
        return "", None
    best = max(found, key=lambda c: (c.points, -c.line))
    if best.points < 2.0:
        return "", None
    name = _with_rest(_tidied(best, found, lines), lines, best.line)
    whole = _with_start(name, lines, best.line, own)
    return whole, best.line - (whole != name)


def _with_rest(name: str, lines: Sequence[Line], index: int) -> str:
    """A name with the rest that stands on the next line: behind a hyphen ("Sørensen-" / "Ruiz"), or in the same large print."""
    line = lines[index]
    if index + 1 >= len(lines):
        return name
    below = lines[index + 1]
    start = re.split(r"\s*[|•·,]\s*|\s[–—-]\s", below.text)[0]
    alike = below.page == line.page and abs(below.size - line.size) < 0.05 * line.size and below.bold == line.bold
    near = 0 < below.box[1] - line.box[1] < 1.8 * line.size
    if not alike or len(start.split()) > 2 or not start[:1].isupper() or len(start) < 3:
        return name
    hyphened = line.text.endswith(("-", "‐"))
    whole = f"{name}-{start}" if hyphened else f"{name} {start}"
    told = heading_words().titles.nouns.found_in(plain(start))
    large = line.size > 1.4 * _usual_size(lines) and line.text.endswith(name.rsplit(" ", 1)[-1])
    goes_on = hyphened or (near and large and not told and abs(line.box[0] - below.box[0]) < 2)
    return whole if goes_on and _is_name(start) and _is_name(whole) else name


def _with_start(name: str, lines: Sequence[Line], index: int, own: Sequence[int]) -> str:
    """A name in one word with the first name that stands on the line above in the same large print ("Sofia" / "Lindqvist")."""
    line = lines[index]
    if " " in name or not index or index - 1 not in own or line.size <= 1.2 * _usual_size(lines):
        return name
    above = lines[index - 1]
    alike = above.page == line.page and abs(above.size - line.size) < 0.05 * line.size and above.bold == line.bold
    near = 0 < line.box[1] - above.box[1] < 1.8 * line.size and abs(line.box[0] - above.box[0]) < 2
    told = heading_words().titles.nouns.found_in(plain(above.text))
    bare = all(_PART.fullmatch(part) and part[:1].isupper() for part in above.text.split())
    return f"{above.text} {name}" if alike and near and bare and not told and heading_kind(above.text) is None else name


def _usual_size(lines: Sequence[Line]) -> float:
    """The font size in the middle of those of all lines."""
    sizes = sorted(line.size for line in lines)
    return sizes[len(sizes) // 2]


def _tidied(best: _Candidate, found: Sequence[_Candidate], lines: Sequence[Line]) -> str:
    """The best candidate's text; where the same letters stand elsewhere with fewer gaps ("Ingr Id Solberg"), that spelling."""
    if all(len(part) > 2 and not re.search(r"[a-z][A-Z]", part) for part in best.text.split()) and " " in best.text:
        return best.text
    compact = plain(best.text).replace(" ", "").replace(".", "")
    same = [c.text for c in found if plain(c.text).replace(" ", "").replace(".", "") == compact]
    whole = [text for text in same if " " in text] or same
    return min(whole, key=lambda text: (bool(re.search(r"[a-z][A-Z]", text)), len(text.split()), text != best.text, text))


def _mail_words(emails: Sequence[str]) -> set[str]:
    """The words in front of the @ of the e-mail addresses."""
    return {
        word
        for email in emails
        for word in re.findall(r"[a-z]{3,}", plain(email.split("@")[0].replace(".", " ").replace("_", " ")))
    }


def _candidates(line: Line, index: int, largest: float, marks: set[str]) -> list[_Candidate]:
    """What a line offers as a name: the whole of it, its part before a separator or a wide gap, or what follows a label."""
    text = line.text
    labelled = _LABEL.match(text)
    pieces = [text[labelled.end() :]] if labelled else [text, *re.split(r"\s*[|•·,]\s*|\s[–—-]\s", text)[:2]]
    if not labelled and len(line.words) > 2:
        pieces.append(_large_part(line))
        pieces.append(re.split(r"\s+(?=\S+@\S|\+?\(?\d|https?:|www\.)", text)[0])
        pieces += [cell.text for cell in line_cells(line.words, line.size)]
    result = []
    for piece in dict.fromkeys(pieces):
        name = _clean(piece, line.furniture)
        if name:
            points = _points(name, line, largest, marks) + 2.5 * bool(labelled) + 0.5 * (index == 0)
            result.append(_Candidate(name, index, points))
    return result


def _large_part(line: Line) -> str:
    """The words at a line's start that are printed larger than the rest."""
    first = line.words[0].size
    words = []
    for word in line.words:
        if word.size < first - 1:
            break
        words.append(word.text)
    return " ".join(words)


def _clean(text: str, furniture: bool) -> str:
    """`text` without titles, letters after the name, pronouns and page numbers; "" where it cannot be a name."""
    if furniture:
        text = _RESUME_WORD.sub(" ", _FURNITURE.sub("", text))
    text = re.sub(r"\([^)]*\)|[\"“„][^\"”“]*[\"”“]", " ", text)  # pronouns, a nickname
    for _ in range(2):
        text = _BEFORE.sub("", text.strip())
    for _ in range(2):
        text = _AFTER.sub("", text).strip(" ,|·•–—-:")
    text = re.sub(r"\s+", " ", text).strip()
    return text if _is_name(text) else ""


def _is_name(text: str) -> bool:
    parts = text.split()
    if not 1 <= len(parts) <= 7 or len(text) > 50 or re.search(r"[\d@/:]", text):
        return False
    if not all(_PART.fullmatch(part) for part in parts):
        return False
    if not all(
        part[:1].isupper() or plain(part) in _PARTICLES or _joins_particle(part)
        for part in parts
        if part[:1].isalpha() and part.lower() != part.upper()
    ):
        return False
    headed = any(heading_kind(" ".join(parts[:count])) for count in range(1, len(parts) + 1)) and len(parts) > 2
    return heading_kind(text) is None and not headed and not is_place(text)


def _joins_particle(part: str) -> bool:
    """Whether a small particle is joined to a capital name: "al-Rashid", "d'Alembert"."""
    found = re.match(r"([^\W\d_]+)['’\-‐‑](?=\w)", part)
    return found is not None and plain(found[1]) in _PARTICLES and part[found.end() :][:1].isupper()


def _points(name: str, line: Line, largest: float, marks: set[str]) -> float:
    """How much a text looks like the name."""
    parts = [part for part in plain(name).split() if len(part) > 1]
    words = heading_words()
    told = [part for part in name.split() if plain(part) not in _PARTICLES]
    points = 1.5 if 2 <= len(told) <= 4 else -0.5
    points += 2.5 * (line.size >= largest - 0.2) + 1.0 * (line.size >= 1.25 * 10) * (line.size >= 0.8 * largest)
    points -= 2.5 * words.titles.nouns.found_in(plain(name)) + 1.0 * words.titles.classes["software"].found_in(plain(name))
    points -= 1.5 * words.organisations.schools.found_in(plain(name)) + 1.5 * words.organisations.suffixes.has_word(
        parts[-1] if parts else ""
    )
    hits = sum(any(part in mark or (mark in part and len(mark) > 3) for mark in marks) for part in parts)
    points += 1.5 * min(hits, 2)
    points += 0.4 * line.bold + 0.3 * (line.page == 1 and line.box[1] < 150) + 0.2 * line.furniture
    return points
