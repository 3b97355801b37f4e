"""Headings of a résumé: known words, typography and position, and rows that look like the headings found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from matching.knowledge.headings import heading_words, plain
from matching.reading.resume import SectionKind
from matching.reading.rows import Row, Rows

_ENOUGH = 2.3
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found: `kind` None where only its look says so. `label` where its section stands to the right of it,
    `words` how many words of the row it takes (all, but for a heading in front of text)."""

    row: Row
    kind: SectionKind | None
    words: int
    label: bool = False
    more: tuple[int, ...] = ()  # further lines of the heading

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.row.line.words[: self.words])

    @property
    def right(self) -> float:
        """Where the heading's own words end."""
        return self.row.line.words[self.words - 1].box[2]


@lru_cache(maxsize=2048)
def heading_kind(text: str) -> SectionKind | None:
    """What part a heading of these words opens, by the data; None for any other text."""
    words = heading_words().sections
    bare = plain(text)
    if not bare:
        return None
    found = words.phrases.get(bare) or _compact_phrases().get(bare.replace(" ", ""))
    if found is None:
        parts = bare.split()
        nouns = [words.nouns[part] for part in parts if part in words.nouns]
        if nouns and all(part in words.nouns or part in words.fillers for part in parts) and len(parts) <= _MOST_WORDS:
            found = nouns[0]
        else:
            found = _joined_kind(text)
    return SectionKind(found) if found else None


def _joined_kind(text: str) -> str | None:
    """The kind of the first part of "Certificates & Courses" where each part is a heading of its own."""
    words = heading_words().sections
    parts = [plain(part) for part in re.split(r"\s*(?:&|/|,|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b)\s*", text) if plain(part)]
    if len(parts) < 2:
        return None
    kinds = [words.phrases.get(part) or words.nouns.get(part) for part in parts]
    return kinds[0] if all(kinds) else None


@cache
def _compact_phrases() -> dict[str, str]:
    """Headings without spaces, for letter-spaced print ("E D U C AT I O N"); short ones are left out."""
    phrases = heading_words().sections.phrases
    return {phrase.replace(" ", ""): kind for phrase, kind in phrases.items() if len(phrase) > 5}


def find_headings(rows: Rows) -> list[Heading]:
    """All headings in reading order."""
    found: dict[int, Heading] = {}
    for before, row, after in _with_neighbours(rows.rows):
        heading = _known(rows, before, row, after)
        if heading:
            found[row.index] = heading
    found = _without_breaks(_without_weak(_whole_labels(rows, found)))
    for row in _unusual(rows, found):
        found[row.index] = Heading(row, None, len(row.line.words))
    return [found[row.index] for row in rows.rows if row.index in found]


def _with_neighbours(rows: Sequence[Row]) -> list[tuple[Row | None, Row, Row | None]]:
    return [(rows[i - 1] if i else None, row, rows[i + 1] if i + 1 < len(rows) else None) for i, row in enumerate(rows)]


def _known(rows: Rows, before: Row | None, row: Row, after: Row | None) -> Heading | None:
    """The heading that `row` is by its words and look; None where it is none."""
    if row.line.bullet and row.text[:1].islower():
        return None
    count = len(row.line.words)
    kind = heading_kind(row.text) if count <= _MOST_WORDS + 8 else None
    if kind is None:
        return _in_front(rows, row, after)
    if _look_points(rows, before, row, after) < _ENOUGH:
        return None
    return Heading(row, kind, count, _is_label(rows, row))


def _look_points(rows: Rows, before: Row | None, row: Row, after: Row | None) -> float:
    """How much a row of heading words looks like a heading."""
    points = 2.0
    points += 1.0 * (row.size > rows.body_size * 1.06) - 0.7 * (row.size < rows.body_size * 0.9 and row.line.gap_before < 0.8)
    points += 0.7 * (row.bold and not rows.body_bold) + 0.6 * row.capitals + 0.4 * row.text.rstrip().endswith(":")
    points += 0.5 * (row.line.gap_before >= 0.5 or before is None or before.line.page != row.line.page)
    points += 0.3 * (before is None or before.line.block != row.line.block)
    small = row.text[:1].islower() and not any(sign.isupper() for sign in row.text)
    points -= 1.5 * small + 2.0 * bool(row.line.bullet) + 1.5 * row.text.rstrip().endswith((",", ";", "-"))
    points -= 1.0 * (row.text.rstrip().endswith(".") and not row.bold)
    if before is not None and _flows(before, row) and not (row.bold and not before.bold):
        points -= 0.8
    if after is not None and after.text[:1].islower() and _flows(row, after):
        points -= 1.0
    return points


def _flows(above: Row, below: Row) -> bool:
    """Whether two rows look like lines of one paragraph."""
    alike = abs(above.size - below.size) < 0.3 and above.bold == below.bold and above.capitals == below.capitals
    return alike and above.line.block == below.line.block and below.line.gap_before < 0.5


def _is_label(rows: Rows, row: Row) -> bool:
    """Whether text stands to the right of a heading on its own height, in another column or cell."""
    top, bottom = row.line.box[1], row.line.box[3]
    for other in rows.rows:
        if other.line.page == row.line.page and other.index != row.index and other.x0 > row.x1 + 4:
            overlap = min(bottom, other.line.box[3]) - max(top, other.line.box[1])
            if overlap > 0.5 * (bottom - top) and heading_kind(other.text) is None:
                return True
    return False


def _in_front(rows: Rows, row: Row, after: Row | None) -> Heading | None:
    """A heading in the first cell of a row ("Experience   Senior Developer, …"), or bold before a colon."""
    words = row.line.words
    if len(row.cells) > 1 and row.cells[0].x0 <= row.x0 + 1:
        count = len(row.cells[0].text.split(" "))
        kind = heading_kind(row.cells[0].text)
        aligned = after is None or after.x0 >= row.cells[0].x1 or after.x0 <= row.x0 + 2
        differs = words[0].bold != words[-1].bold or words[0].size > words[-1].size + 0.4 or words[0].colour != words[-1].colour
        known_left = after is not None and after.x0 >= row.cells[0].x1
        if kind and aligned and (differs or known_left) and not row.line.bullet:
            return Heading(row, kind, count, True)
    for count, word in enumerate(words[:4], 1):
        if word.text.endswith(":") and count < len(words):
            text = " ".join(w.text for w in words[:count])
            kind = heading_kind(text)
            strong = all(w.bold for w in words[:count]) and not words[count].bold
            if kind in _COLON_KINDS and strong and not rows.body_bold and not row.line.bullet:
                return Heading(row, kind, count)
            return None
    return None


_COLON_KINDS = {
    SectionKind.EDUCATION,
    SectionKind.SUMMARY,
    SectionKind.EXPERIENCE,
    SectionKind.CERTIFICATIONS,
    SectionKind.INTERESTS,
}


def _whole_labels(rows: Rows, found: dict[int, Heading]) -> dict[int, Heading]:
    """Labels over several lines ("RESEARCH" / "EXPERIENCE") as one heading: the first line, with the kind of the whole."""
    result = dict(found)
    for index in sorted(found):
        heading = result.get(index)
        if heading is None or not heading.label or heading.words < len(heading.row.line.words):
            continue
        text, last, more = heading.text, heading.row, []
        while (following := _below(last, rows)) is not None and _style(following) == _style(heading.row):
            text, last = f"{text} {following.text}", following
            more.append(following.index)
            result.pop(following.index, None)
        if last is not heading.row:
            kind = heading_kind(text) or heading_kind(text.rsplit(" ", 1)[-1]) or heading.kind
            result[index] = replace(heading, kind=kind, more=tuple(more))
    return result


def _below(row: Row, rows: Rows) -> Row | None:
    """The row right below another one, in its column and with one left or right edge."""
    x0, _, x1, bottom = row.line.box
    for other in rows.rows:
        near = 0 <= other.line.box[1] - bottom + 0.4 * row.size < 1.2 * row.size
        aligned = abs(other.x0 - x0) < 3 or abs(other.x1 - x1) < 3
        if other.line.page == row.line.page and other.index != row.index and near and aligned:
            return other
    return None


def _style(row: Row) -> tuple[float, bool, bool, str, tuple[float, float, float] | None]:
    first = row.line.words[0]
    return (round(row.size * 2) / 2, row.bold, row.capitals, first.font, first.colour)


def _without_weak(found: dict[int, Heading]) -> dict[int, Heading]:
    """Headings without those that look weaker than the usual ones of their column: group names inside a part."""
    columns: dict[tuple[int, int], Counter[tuple[float, bool]]] = {}
    for heading in found.values():
        if not heading.label and heading.kind in _CORE:
            columns.setdefault(_column(heading.row), Counter())[(round(heading.row.size), heading.row.bold)] += 1
    kept = {}
    for index, heading in found.items():
        looks = columns.get(_column(heading.row), Counter())
        usual = max(looks, key=lambda look: (looks[look], look)) if looks else None
        size, bold = round(heading.row.size), heading.row.bold
        weaker = (
            usual is not None
            and (looks[usual] >= 2 or heading.text.endswith(":"))
            and (size < usual[0] or (usual[1] and not bold and size <= usual[0]))
        )
        if not weaker or heading.kind in _ALWAYS:
            kept[index] = heading
    return kept


def _without_breaks(found: dict[int, Heading]) -> dict[int, Heading]:
    """Headings without time off between jobs ("Military service") that looks unlike every other heading: it is an entry."""
    styles = {_style(heading.row) for heading in found.values() if not _names_break(heading.text)}
    return {i: heading for i, heading in found.items() if not _names_break(heading.text) or _style(heading.row) in styles}


def _names_break(text: str) -> bool:
    return heading_words().organisations.breaks.is_whole(plain(text))


_CORE = {
    SectionKind.EXPERIENCE,
    SectionKind.EDUCATION,
    SectionKind.SKILLS,
    SectionKind.SUMMARY,
    SectionKind.PROJECTS,
    SectionKind.LANGUAGES,
}
_ALWAYS = {SectionKind.EXPERIENCE, SectionKind.EDUCATION}


def _column(row: Row) -> tuple[int, int]:
    """Column of a row; pages share columns of the same number."""
    return (0, row.line.column)


def _unusual(rows: Rows, found: dict[int, Heading]) -> list[Row]:
    """Rows that look exactly like known headings and hold other words ("In my rucksack")."""
    taken = set(found).union(*(heading.more for heading in found.values()))
    styles = Counter(_style(heading.row) for heading in found.values() if heading.words == len(heading.row.line.words))
    body = Counter(_style(row) for row in rows.rows)
    result: list[Row] = []
    for style in sorted(styles, key=repr):
        size, bold, capitals, _, _ = style
        distinct = size > rows.body_size * 1.06 or (bold and not rows.body_bold) or capitals
        others = [row for row in rows.rows if _style(row) == style and row.index not in taken]
        fit = [row for row in others if _may_head(row)]
        if distinct and others and len(others) <= 2 * styles[style] + 1 and len(fit) >= 0.7 * len(others) and body[style] <= 30:
            result += fit
    first = min(found, default=0)
    largest = max((row.size for row in rows.rows), default=0.0)
    return [row for row in result if row.index > first or row.line.column or (row.size < largest - 0.5 and row.index > 0)]


def _may_head(row: Row) -> bool:
    """Whether a row of a heading's look can be one: few words, no figures, no address, no job title."""
    if len(row.line.words) > 6 or row.line.bullet or re.search(r"[\d@|,;]|https?:|www\.", row.text) or row.spans:
        return False
    if _names_break(row.text):
        return False
    return not heading_words().titles.nouns.found_in(row.plain) and len(row.text) <= 45 and not row.text.rstrip().endswith(".")
