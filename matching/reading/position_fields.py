"""Title, employer and place of a job from the head of its entry, in whatever order they stand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from matching.knowledge.headings import heading_words, plain
from matching.reading.place_names import is_place, known_town
from matching.reading.position_rows import content_cells
from matching.reading.resume import Section
from matching.reading.rows import Row
from matching.reading.trimming import trimmed

_STRONG = re.compile(r"\s*(?:\t|\s\|\s|\||\s[•·⋄∙◦~]\s|·|•|⋄|∙|◦|\s[–—]\s|(?<=[\w).])—(?=\w)|\s-\s|\s‑\s|\s−\s|\s//\s)\s*")
_AT = re.compile(r"\s+(?:at|@|bei|bei der|beim|chez|en|na|no|for)\s+(?=(?:the\s+)?[A-Z0-9ÄÖÜÉ])|\s+@\s*")
_EDGES = " \t|,;:•·–—-‐‑−/⋄~∙◦."
_SITE = re.compile(r"\s*\((?:https?://|www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s)]*)?\)", re.IGNORECASE)
_HYPHENS = ("-", "‐", "‑", "\u00ad")


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of a head: where it stood, and whether commas may still part it."""

    text: str
    row: Row
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """What a head says. `titled` tells that a job title was recognised by its words."""

    title: str
    company: str
    place: str
    titled: bool
    title_first: bool | None
    fields: int


@lru_cache(maxsize=1024)
def title_points(text: str) -> float:
    """How much a piece of text looks like a job title."""
    words = heading_words()
    bare = plain(text)
    parts = bare.split()
    if not parts:
        return 0.0
    points = 0.0
    if words.titles.nouns.found_in(bare):
        points += 2.0
        head = plain(re.split(r"[(,]|\s(?:at|for|of|in|de|und|and)\s", text)[0]).split()
        points += 1.0 * bool(head and words.titles.nouns.has_word(head[-1]))
    if any(ranks.found_in(bare) for ranks in words.titles.ranks.values()):
        points += 0.5
    if any(kinds.found_in(bare) for kinds in words.titles.kinds.values()):
        points += 0.5
    return points - company_points(text) * 0.5


@lru_cache(maxsize=1024)
def company_points(text: str) -> float:
    """How much a piece of text looks like an employer's name."""
    words = heading_words().organisations
    bare = plain(re.sub(r"\(.*?\)", "", text))
    parts = bare.split()
    if not parts:
        return 0.0
    points = 3.0 if len(parts) > 1 and words.suffixes.found_in(" ".join(parts[-2:])) else 0.0
    if words.words.found_in(bare):
        points += 1.0 + 0.5 * words.words.has_word(parts[-1])
    return points


def head_fields(head: Sequence[Row], section: Section) -> list[Field]:
    """The pieces of a head without its dates: cells, parted at separators that stand between fields."""
    fields: list[Field] = []
    for row in head:
        for cell in content_cells(row, section):
            text = _SITE.sub("", _label(cell.rest))
            if not text or (cell.spans and heading_words().titles.labels.is_whole(plain(text))):
                continue
            if fields and row is not fields[-1].row and fields[-1].text.endswith(_HYPHENS) and text[:1].islower():
                fields[-1] = Field(fields[-1].text[:-1] + text, fields[-1].row, fields[-1].bold)
                continue
            if fields and row is not fields[-1].row and _open_bracket(fields[-1].text):
                fields[-1] = Field(f"{fields[-1].text} {text}", fields[-1].row, fields[-1].bold)
                continue
            keep = cell.text.rstrip().endswith(_HYPHENS) and cell is row.cells[-1]
            pieces = [piece for part in _STRONG.split(text) for run in _by_weight(part, row) if (piece := trimmed(run))]
            pieces = [piece for piece in pieces if not _noise(piece)]
            if keep and pieces:
                pieces[-1] = pieces[-1].rstrip("".join(_HYPHENS)) + "-"
            fields += [Field(piece, row, row.bold) for piece in pieces]
    return _wrapped([Field(trimmed(field.text), field.row, field.bold) for field in fields])


def _by_weight(text: str, row: Row) -> list[str]:
    """A piece in two where bold print ends between employer and title with no other sign ("Vale Foods Backend Engineer")."""
    run = list(itertools.takewhile(lambda word: word.bold, row.line.words))
    front = " ".join(word.text for word in run)
    rest = text[len(front) :].strip()
    if not front or not text.startswith(f"{front} ") or not rest[:1].isupper():
        return [text]
    points = sorted((title_points(front), title_points(rest)))
    return [front, rest] if points[0] <= 0 and points[1] >= 1.5 else [text]


def _wrapped(fields: list[Field]) -> list[Field]:
    """The pieces with one that broke at the end of a narrow column put together: two rows of one paragraph, alike in a
    telling print (bold or capitals) that another piece of the head does not have."""
    looks = {_look(field) for field in fields if not is_place(field.text)}
    result: list[Field] = []
    for field in fields:
        last = next((i for i in range(len(result) - 1, -1, -1) if not is_place(result[i].text)), -1)
        above = result[last] if result else field
        telling = field.row.bold or field.row.capitals
        if telling and len(looks) > 1 and _look(above) == _look(field) and _next_line(above.row, field.row):
            result[last] = Field(f"{above.text} {field.text}", field.row, field.bold)
        else:
            result.append(field)
    return result


def _look(field: Field) -> tuple[float, bool, bool]:
    return round(field.row.size, 1), field.row.bold, field.row.capitals


def _next_line(above: Row, row: Row) -> bool:
    """Whether two rows are lines of one paragraph, the lower one with nothing beside it."""
    same = above.line.block == row.line.block and above.line.page == row.line.page
    return same and row is not above and len(row.cells) == 1 and abs(above.x0 - row.x0) < 2


def _label(text: str) -> str:
    """`text` without a label in front of it ("Role: Developer")."""
    before, colon, after = text.partition(":")
    return after.strip() if colon and heading_words().titles.labels.is_whole(plain(before)) else text


def _open_bracket(text: str) -> bool:
    """Whether a bracket is open at the end: the piece goes on in the next row."""
    return text.count("(") > text.count(")") or text.count("<") > text.count(">")


def _noise(text: str) -> bool:
    """Addresses of pages, single letters (of a font of icons) and words that carry nothing."""
    return bool(re.search(r"https?://|www\.|\S@\S|^[^\W\dX]$", text)) or plain(text) in {
        "",
        "full time",
        "part time",
        "vollzeit",
        "teilzeit",
        "contract",
        "permanent",
    }


def name_head(head: Sequence[Row], section: Section, title_first: bool | None) -> Named:
    """Title, employer and place of a head. `title_first` is what the other entries of the résumé show: which of the two
    stands first."""
    fields = head_fields(head, section)
    places = [field for field in fields if is_place(field.text)]
    named = [field for field in fields if field not in places] or fields
    place = places[0].text if places else ""
    if not named:
        return Named("", "", place, False, None, 0)
    texts = [field.text for field in named]
    if len(texts) == 1 and len(places) == 1 and "," not in texts[0]:
        employer, tail = _employer_in_place(place)
        if employer:
            texts, place = [employer if field is places[0] else field.text for field in fields], tail
    if len(texts) == 1:
        return _from_one(texts[0], place, title_first, len(named))
    return _from_many(texts, place, title_first)


def _employer_in_place(place: str) -> tuple[str, str]:
    """An employer's name and its place where the two were taken for a place ("Lapwing Post, Scotland"): the first part is no
    town that is known."""
    first, _, tail = place.partition(",")
    return (first.strip(), tail.strip()) if tail and not known_town(first.strip()) else ("", "")


def _from_many(texts: Sequence[str], place: str, title_first: bool | None) -> Named:
    """Two or more pieces: the one most like a title, and the employer among the rest."""
    texts = _unwrapped(texts[:6])
    if len(texts) == 1:
        return _from_one(texts[0], place, title_first, 1)
    at = _AT.search(texts[0])
    if (
        at
        and len(texts) == 2
        and title_points(texts[0][: at.start()]) >= 1.5
        and _may_be_place(texts[1])
        and " " not in texts[1]
    ):
        return Named(texts[0][: at.start()].strip(), texts[0][at.end() :].strip(), place or texts[1], True, True, 2)
    points = [title_points(text) for text in texts]
    best = max(range(len(texts)), key=lambda i: (points[i], -i if title_first is not False else i))
    if points[best] <= 0.5:
        best = 0 if title_first is not False or len(texts) < 2 else 1
    rest = [i for i in range(len(texts)) if i != best]
    if not rest:
        return _from_one(texts[0], place, title_first, 1)
    company = max(rest, key=lambda i: (company_points(texts[i]) - 0.3 * abs(i - best), -i))
    name, tail = split_place(texts[company])
    title, title_tail = split_place(texts[best], follows=False)
    known = points[best] > 0.5
    return Named(title, name, place or tail or title_tail, known, best < company if known else None, len(texts))


def _unwrapped(texts: Sequence[str]) -> list[str]:
    """The pieces with a line that broke after a small word ("… near" / "Millcote") put together again."""
    result: list[str] = []
    for text in texts:
        last = result[-1].rsplit(" ", 1) if result else []
        if len(last) == 2 and "," in last[0] and last[1].isalpha() and last[1].islower():
            result[-1] = f"{result[-1]} {text}"
        else:
            result.append(text)
    return result


def _from_one(text: str, place: str, title_first: bool | None, count: int) -> Named:
    """One piece that may hold all: "Title, Company, Place", "Company, Title", "Title at Company"."""
    at = _AT.search(text)
    if at and title_points(text[: at.start()]) >= 1.5 and "," not in text[: at.start()]:
        name, tail = split_place(text[at.end() :].strip(_EDGES[:-1]))
        return Named(text[: at.start()].strip(), re.sub(r"^the\s+", "", name), place or tail, True, True, 2)
    colon = re.match(r"([^:]{3,60}):\s+(\S.*)$", text)
    if colon and title_points(colon[1]) >= 1.0:
        return Named(colon[1].strip(), split_place(colon[2])[0], place, True, True, 2)
    if colon and title_points(colon[2]) >= 1.5 and not heading_words().titles.labels.is_whole(plain(colon[1])):
        name, tail = split_place(colon[1].strip())
        title, title_tail = split_place(colon[2].strip(), follows=False)
        return Named(title, name, place or tail or title_tail, True, False, 2)
    slashed = [part.strip() for part in re.split(r"\s/\s", text)]
    if len(slashed) > 2 and any(title_points(part) >= 1.5 for part in slashed):
        places = [part for part in slashed if is_place(part)]
        return _from_many([part for part in slashed if part not in places], place or next(iter(places), ""), title_first)
    if len(slashed) == 2 and sorted(title_points(part) >= 1.5 for part in slashed) == [False, True]:
        return _from_many(slashed, place, title_first)
    parts = [part.strip() for part in _commas(text)]
    if len(parts) == 1:
        titled = title_points(text) > 0.5
        text, tail = split_place(text, follows=False) if titled else (text, "")
        place = place or tail
        return Named(text, "", place, True, None, count) if titled else Named("", text, place, False, None, count)
    return _from_parts(parts, place, title_first)


def _commas(text: str) -> list[str]:
    """`text` at its commas, those in brackets and before a company's suffix left alone."""
    parts = [part for part in re.split(r",\s+(?![^(]*\))", text) if part.strip()]
    joined: list[str] = []
    for part in parts:
        if joined and heading_words().organisations.suffixes.is_whole(plain(part)):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _from_parts(parts: list[str], place: str, title_first: bool | None) -> Named:
    points = [title_points(part) for part in parts]
    best = max(range(len(parts)), key=lambda i: (points[i], -i))
    known = points[best] > 0.5
    while known and best and points[best - 1] >= 1.5 and company_points(parts[best - 1]) < 1.5:
        best -= 1
    if not known and is_place(", ".join(parts[1:])):
        return Named("", parts[0], place or ", ".join(parts[1:]), False, None, 1)
    if not known:
        best = 0 if title_first is not False else 1
    if best == 0:
        stop = 1
        while stop < len(parts) - 1 and _still_title(parts[stop], points[stop]):
            stop += 1
        title, rest = ", ".join(parts[:stop]), parts[stop:]
        name, tail = split_place(", ".join(rest))
        return Named(title, name, place or tail, known, True if known else None, 2)
    rest = parts[best + 1 :]
    more = next((count for count in range(len(rest)) if is_place(", ".join(rest[count:]))), len(rest))
    title, tail = ", ".join([parts[best], *rest[:more]]), ", ".join(rest[more:])
    return Named(title, ", ".join(parts[:best]), place or tail, known, False if known else None, 2)


def _still_title(text: str, points: float) -> bool:
    return points >= 1.5 and company_points(text) < 1.5


def split_place(text: str, follows: bool = True) -> tuple[str, str]:
    """An employer's name and the place after its comma: a known place, or any short name where `follows` says so."""
    bracket = re.fullmatch(r"(.+?)\s*\(([^)]+)\)", text)
    if bracket and is_place(bracket[2]):
        name, tail = split_place(bracket[1], follows)
        return name, tail or bracket[2]
    within = re.fullmatch(r"(.+?\S)\s+(?:in|à|en)\s+([A-ZÀ-Ý].*)", text)
    if within and is_place(within[2]):
        return split_place(within[1], follows)[0], within[2]
    parts = [part.strip() for part in re.split(r",\s+", text) if part.strip()]
    for start in range(1, len(parts)):
        tail = ", ".join(parts[start:])
        if is_place(tail) or is_place(tail.rstrip(".")):
            return ", ".join(parts[:start]), tail.rstrip(".")
    if len(parts) > 1 and heading_words().organisations.departments.found_in(plain(parts[-1])):
        return split_place(", ".join(parts[:-1]), follows)
    if len(parts) > 1 and parts[-1][:1].islower() and not re.search(r"\d", parts[-1]):
        return ", ".join(parts[:-1]), ""
    if follows and len(parts) > 1 and _may_be_place(parts[-1]):
        return ", ".join(parts[:-1]), parts[-1].rstrip(".")
    return text, ""


def _may_be_place(text: str) -> bool:
    """Whether a short name after a comma may be a town: not an abbreviation in capitals, not a department."""
    words = text.strip(".").split()
    if heading_words().organisations.suffixes.is_whole(plain(text)):
        return False
    if not words or len(words) > 3 or (text.isupper() and len(text) <= 5):
        return False
    capital = words[0][:1].isupper() and words[-1][:1].isupper()
    return capital and not company_points(text) and title_points(text) <= 0.5 and not re.search(r"\d", text)
