"""Education: degrees and courses with level, field, school and year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matching.knowledge.headings import heading_words, plain
from matching.reading.dates import DateSpan
from matching.reading.document import Document
from matching.reading.place_names import is_place
from matching.reading.resume import Education, Evidence, Section, SectionKind
from matching.reading.rows import Row, Rows, find_rows
from matching.reading.sections import section_rows

_CANDIDATE = re.compile(r"^\s*\(?(?:candidate|student)\b\)?", re.IGNORECASE)  # between a degree and its subject
_FIELD_LINK = re.compile(
    r"^\s*(?:degree\s*)?(?:\((?:Hons?|Honours|Honors)\.?\))?\s*(?:degree\s+)?"
    r"(?:[,:–—-]|\bd['’]|\b(?:in|of|en|de|em|der|des|in der)\b)?\s*",
    re.IGNORECASE,
)
_FIELD_END = re.compile(r"\s*(?:[,;|(•·–—\t]|\s-\s|\bat\b|\bfrom\b|\bwith\b|\bminor\b|\bthesis\b|\d{4})", re.IGNORECASE)
_EDGES = " \t|,;:•·–—-‐‑()[]/~."


@dataclass(frozen=True, slots=True)
class _Degree:
    level: str
    field: str
    row: Row
    begin: int
    stop: int


def find_education(document: Document, sections: Sequence[Section]) -> tuple[Education, ...]:
    """Degrees in reading order: from parts about education, and where none is headed so from parts without a known heading."""
    rows = find_rows(document)
    taught = [section for section in sections if section.kind is SectionKind.EDUCATION]
    if not taught:
        taught = [s for s in sections if s.kind in {SectionKind.OTHER, SectionKind.CERTIFICATIONS, SectionKind.HEADER}]
    found: list[Education] = []
    for section in taught:
        found += _of_section(rows, section)
    return tuple(found)


def _of_section(rows: Rows, section: Section) -> list[Education]:
    """One `Education` for each degree named, with the rows up to the next one around it."""
    members = section_rows(rows, section)
    degrees = [(i, degree) for i, row in enumerate(members) for degree in degrees_in(row)]
    headed = section.kind is SectionKind.EDUCATION
    degrees = [(i, d) for i, d in degrees if not members[i].line.bullet or not degrees or i == 0 or _starts(d)]
    result = []
    for number, (place, degree) in enumerate(degrees):
        before = degrees[number - 1][0] if number else -1
        after = degrees[number + 1][0] if number + 1 < len(degrees) else len(members)
        around = _around(members, place, before, after, number == 0)
        if headed or _has_school(around):
            result.append(_education(degree, around))
    return result


def _starts(degree: _Degree) -> bool:
    return degree.begin == 0


def _around(members: Sequence[Row], place: int, before: int, after: int, first: bool) -> list[Row]:
    """The rows of one entry: from the degree's row, up to three rows of another block or date above where the résumé puts the
    school first, and down to the next degree."""
    top = place
    while (
        top - 1 > before
        and place - top < 3
        and not members[top - 1].line.bullet
        and (first or _opens(members, top - 1, before))
    ):
        top -= 1
    bottom = place + 1
    while (
        bottom < after
        and bottom - place < 5
        and not (bottom + 1 == after and _school_like(members[bottom]) and after < len(members) and first and top < place)
    ):
        bottom += 1
    return list(members[top:bottom])


def _opens(members: Sequence[Row], index: int, before: int) -> bool:
    """Whether the row at `index` belongs to the degree below it: a gap or a school stands there and the entry above has one."""
    return _school_like(members[index]) and any(_school_like(members[i]) for i in range(max(before, 0), index))


def _school_like(row: Row) -> bool:
    return heading_words().organisations.schools.found_in(row.plain)


def _has_school(rows: Sequence[Row]) -> bool:
    return any(_school_like(row) for row in rows)


def degrees_in(row: Row) -> list[_Degree]:
    """The degrees that a row names, at most one for each cell; abbreviations first, then words in any of the languages."""
    found = []
    for cell in row.cells:
        degree = _abbreviated(cell.text, row) or _worded(cell.text, row)
        if degree:
            found.append(degree)
    return found[:1]


def _abbreviated(text: str, row: Row) -> _Degree | None:
    """ "B.Sc. Computer Science", "BS in …", "Ph.D.": letters as printed, dots and spaces free."""
    short = heading_words().degrees.abbreviations
    for match in re.finditer(r"(?<![\w.'’])[A-Z](?:[A-Za-z]{0,5}\.?)(?:\s?[A-Z][A-Za-z]{0,4}\.?){0,3}", text):
        pieces = re.findall(r"[A-Za-z]+\.?", match[0])
        for count in range(len(pieces), 0, -1):
            letters = "".join(piece.rstrip(".") for piece in pieces[:count])
            level = short.get(letters)
            length = _length_of(match[0], count)
            if level and _stands_as_degree(text, match.start(), match.start() + length, letters):
                stop = match.start() + length
                return _Degree(level, _field_after(text, stop), row, match.start(), stop)
    return None


def _length_of(text: str, count: int) -> int:
    stops = [found.end() for found in re.finditer(r"[A-Za-z]+\.?", text)]
    return stops[count - 1]


def _in_sentence(before: str) -> bool:
    """Whether what stands before a degree's name is the beginning of a sentence, not a school or a date."""
    words = before.split()
    small = sum(word[:1].islower() for word in words)
    return small >= 3 or (small >= 1 and before[:1].islower()) or (len(words) >= 2 and small >= len(words) - 1)


def _stands_as_degree(text: str, begin: int, stop: int, letters: str) -> bool:
    """Whether letters such as "MA" or "BE" are a degree here and not a state, a name or a word."""
    after, before = text[stop:], text[:begin].rstrip()
    if _in_sentence(before):
        return False
    if len(letters) >= 3 and letters not in {"BIT", "DEC", "BUT", "BTS", "JD", "AAS"}:
        return True
    dotted = "." in text[begin:stop].rstrip(".")
    after = _CANDIDATE.sub("", after)
    after = re.sub(r"^\s+i[nN]\s|^\s+IN\s|^\s+OF\s", " in ", after)
    named = re.match(r"\s*(?:\(.*?\)\s*)?(?:(?:in|of|en)\s+)?[A-Z][A-Za-z]{2,}|\s*,\s*[A-Z][A-Za-z]+|\s*$|\s*\(Hons", after)
    return (bool(named) and (dotted or not before or before[-1] in "|•·–—-:;/,")) or (
        not before and bool(re.match(r"\s+in\s", after))
    )


def _worded(text: str, row: Row) -> _Degree | None:
    """ "Bachelor of Science in …", "Licence d'informatique", "Maestría en …"."""
    bare = f" {plain(text)} "
    hits = [
        (bare.index(f" {word} "), -len(word), word, level)
        for word, level in heading_words().degrees.words
        if f" {word} " in bare
    ]
    hits = [
        hit
        for hit in hits
        if not _in_sentence(bare[: hit[0]]) and not re.match(r" (?:thesis|arbeit|studies)", bare[hit[0] + 1 - hit[1] :])
    ]
    if not hits or len(bare.split()) > 22 or text[:1].islower():
        return None
    best = _best_level(hits)
    _, _, word, level = best
    stop = _end_of(text, word)
    field = _field_after(text, stop) or heading_words().degrees.named.get(word, "")
    return _Degree(level, field, row, 0 if bare.startswith(f" {word}") else 1, stop)


_ORDER = ["secondary", "diploma", "associate", "bachelor", "master", "phd"]


def _best_level(hits: Sequence[tuple[int, int, str, str]]) -> tuple[int, int, str, str]:
    """The first degree word of the line, the longer of two at one place; "high school diploma" is secondary, "advanced
    diploma" a diploma, and a level's own word beats a bare "diploma" or "grades"."""
    strong = [hit for hit in hits if hit[3] not in {"diploma", "secondary"}]
    secondary = [hit for hit in hits if hit[3] == "secondary" and hit[2] != "grades"]
    if secondary and not strong:
        return min(secondary)
    return min(strong or hits)


def _end_of(text: str, word: str) -> int:
    """Where the plain phrase `word` ends in the printed text."""
    parts = [re.escape(part) for part in word.split()]
    joined = r"[\W_]+".join(parts)
    stripped = _unaccented(text)
    found = re.search(joined, stripped, re.IGNORECASE)
    return found.end() if found else 0


def _unaccented(text: str) -> str:
    """`text` letter by letter without accents, so that places stay the same."""
    import unicodedata

    return "".join(unicodedata.normalize("NFKD", sign)[0] for sign in text)


def _field_after(text: str, stop: int) -> str:
    """The subject after a degree's name, up to the next separator."""
    rest = _from_subject(text[stop:])
    rest = re.sub(r"^['’]s\b", "", rest)
    rest = re.sub(r"^\s*\((?:Hons?|Honours|Honors|conversion|en alternance)\.?\)", "", rest, flags=re.IGNORECASE)
    rest = re.sub(r"^\s*degree\b", "", rest, flags=re.IGNORECASE)
    rest = _CANDIDATE.sub("", rest)
    rest = re.sub(r"^\s*of\s+(?:applied\s+)?(?:science|arts|engineering|technology)\s+in\s+", "", rest, flags=re.IGNORECASE)
    link = _FIELD_LINK.match(rest)
    rest = _without_kind(rest[link.end() :] if link else rest)
    for word in heading_words().degrees.words:
        if plain(rest).startswith(word[0] + " ") and word[1] == "bachelor" and not is_related(word[0]):
            rest = rest[_end_of(rest, word[0]) :]
            rest = re.sub(r"^\s*(?:in|of|en|em|de)\s+", "", rest, flags=re.IGNORECASE)
            break
    end = _FIELD_END.search(rest)
    field = (rest[: end.start()] if end else rest).strip(_EDGES)
    field = re.sub(r"^(?:in|of|en|de|d['’]|der|em|da)\s+", "", field, flags=re.IGNORECASE)
    return field if field and not _no_field(field) else ""


def _from_subject(rest: str) -> str:
    """What follows a word that introduces the subject ("Techniker, Fachrichtung Informatik"); without one `rest` itself."""
    for word in heading_words().degrees.subject:
        found = re.search(rf"\b{re.escape(word)}\b", _unaccented(rest), re.IGNORECASE)
        if found:
            return rest[found.end() :]
    return rest


def _without_kind(rest: str) -> str:
    """The subject without words that name the kind of degree ("professionnelle en informatique")."""
    word, _, after = rest.partition(" ")
    if plain(word) not in heading_words().degrees.kinds:
        return rest
    return re.sub(r"^(?:(?:in|of|en|em|de)\s+|d['’]\s*)", "", after.lstrip(), flags=re.IGNORECASE)


def _no_field(field: str) -> bool:
    words = heading_words()
    bare = plain(field)
    if words.organisations.schools.found_in(bare):
        return True
    return (
        not bare or is_place(field) or any(f" {stop} " in f" {bare} " for stop in words.degrees.stop) or len(bare.split()) > 8
    )


def _education(degree: _Degree, around: Sequence[Row]) -> Education:
    field = degree.field or _field_beside(degree, around)
    span = _span(degree, around)
    text = plain(" ".join(row.text for row in around))
    opened = heading_words().degrees.open.found_in(plain(degree.row.text)) or bool(span and span.present)
    line = degree.row.line
    return Education(
        level=degree.level,
        field=field,
        school=_school(degree, around),
        year=_year(span),
        page=line.page,
        related=is_related(field) or (not field and is_related(text)),
        finished=not opened,
        evidence=(Evidence(line.page, line.box, line.text, line.text),),
    )


def _field_beside(degree: _Degree, around: Sequence[Row]) -> str:
    """The field where it stands apart from the degree ("BS" in a column, "My University, Computer Science")."""
    place = next(i for i, row in enumerate(around) if row is degree.row)
    for row in around[place : place + 2]:
        for cell in row.cells:
            for part in re.split(r"[,|–—]\s*", cell.rest):
                if is_related(part) and not heading_words().organisations.schools.found_in(plain(part)):
                    return part.strip(_EDGES)
    for row in around[place : place + 2]:
        parts = [part.strip(_EDGES) for cell in row.cells for part in re.split(r",\s+|\s[–—-]\s", cell.rest)]
        schools = heading_words().organisations.schools
        named = len(parts) > 1 and schools.found_in(plain(parts[0])) and not schools.found_in(plain(parts[1]))
        if named and degree.level != "secondary" and not is_place(parts[1]):
            return parts[1]
    return ""


def is_related(field: str) -> bool:
    """Whether a field of study is computing or close to it."""
    related = heading_words().degrees.related
    bare = plain(re.sub(r"\(.*?\)", "", field))
    if bare in related:
        return True
    padded = f" {bare} "
    return any(f" {word} " in padded for word in related if " " in word or len(word) > 5)


def _span(degree: _Degree, around: Sequence[Row]) -> DateSpan | None:
    spans = list(degree.row.spans) or [span for row in around for span in row.spans]
    ranges = [span for span in spans if not span.single]
    return next(iter(ranges or spans), None)


def _year(span: DateSpan | None) -> int | None:
    """The year a degree was or will be finished."""
    if span is None or span.present:
        return None
    point = span.end or span.start
    return point.year if point else None


def _school(degree: _Degree, around: Sequence[Row]) -> str:
    """The piece of the entry that names a school."""
    for row in sorted(around, key=lambda r: r is not degree.row):
        for cell in row.cells:
            for part in re.split(r",\s+|\s[|–—·•-]\s", cell.rest):
                text = part.strip(_EDGES)
                bare = plain(re.sub(r"\(\w+\.?\)?", "", text) or text)  # "(Univ.)" tells the kind of a degree
                if heading_words().organisations.schools.found_in(bare) and len(text.split()) <= 12:
                    return text
    return ""
