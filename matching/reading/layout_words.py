"""Pieces of words as a page's content draws them, gathered into stretches of text without a wide gap, and into whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from matching.reading.document import Word

# In ems (the font size). A space is 0.2 to 0.35 wide in common fonts and may be squeezed to half of that; kerning and
# loosely set letters stay under 0.1. Wider than WIDE is a tab or a column's gutter unless the page says otherwise.
WORD_GAP = 0.10
WIDE = 0.75
OVERLAP = 0.35
ALIKE = 0.6  # smaller print than this share of the larger beside it is text of another kind
SAME_BASE = 0.25  # baselines may differ this much within a line
DESCENT = 0.21  # of a box's height lies under the baseline, about, in most fonts

STRONG_BULLETS = frozenset("•‣⁃∙●○◦■□▪▫▸▹►▻▶▷◆◇❖❯➔➜➢➤➣→⇒✓✔✦✧★☆⦿⦾⬤⚫◉◾◽⬥⚬·∗※\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d")
WEAK_BULLETS = frozenset("-–—*o+>»›~¤§")
_LABEL = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]|\[\d{1,3}\]")


class Segment:
    """Pieces that stand on one baseline without a wide gap. `first` and `last` are places in the order of the content."""

    __slots__ = ("base", "bottom", "em", "first", "last", "top", "words", "x0", "x1")

    def __init__(self, word: Word, place: int) -> None:
        self.words = [word]
        self.x0, self.top, self.x1, self.bottom = word.box
        self.em = em_of(word)
        self.base = self.bottom - DESCENT * (self.bottom - self.top)
        self.first = self.last = place

    def add(self, words: Iterable[Word], x0: float, top: float, x1: float, bottom: float) -> None:
        """Take in `words` with their common box."""
        self.words += words
        self.x0, self.x1 = min(self.x0, x0), max(self.x1, x1)
        self.top, self.bottom = min(self.top, top), max(self.bottom, bottom)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def em_of(word: Word) -> float:
    """The font size, or the box's height where a font tells an absurd size."""
    height = word.box[3] - word.box[1]
    return word.size if 0.4 * height <= word.size <= 2.5 * height else height


def segments(words: Sequence[Word]) -> list[Segment]:
    """All `words` as segments, in content order; what is drawn twice in one place is kept once."""
    return _joined(_once(_runs(words)))


def _once(found: list[Segment]) -> list[Segment]:
    """Segments without those drawn again in almost the same place: bold by overprinting, or a shadow."""
    drawn: dict[tuple[str, int], list[Segment]] = {}
    result = []
    for segment in found:
        same = drawn.setdefault((segment.words[0].text, len(segment.words)), [])
        if not any(_overprints(segment, other) for other in same[-3:]):
            result.append(segment)
            same.append(segment)
    return result


def _overprints(segment: Segment, other: Segment) -> bool:
    near = 0.15 * segment.em
    close = abs(segment.x0 - other.x0) <= near and abs(segment.base - other.base) <= near and segment.x1 - segment.x0 > near
    return close and segment.text == other.text


def _runs(words: Sequence[Word]) -> list[Segment]:
    """Neighbours in the content that are neighbours on the page."""
    found: list[Segment] = []
    current: Segment | None = None
    for place, word in enumerate(words):
        x0, top, x1, bottom = word.box
        em = em_of(word)
        base = bottom - DESCENT * (bottom - top)
        if current is not None and _goes_on(current, x0, top, bottom, base, em):
            current.words.append(word)
            current.last = place
            if x1 > current.x1:
                current.x1 = x1
            if em > current.em or top < current.top or bottom > current.bottom or x0 < current.x0:
                current.add((), x0, top, x1, bottom)
                if em > current.em:
                    current.em, current.base = em, base
        else:
            current = Segment(word, place)
            found.append(current)
    return found


def _goes_on(current: Segment, x0: float, top: float, bottom: float, base: float, em: float) -> bool:
    gap, old = x0 - current.x1, current.em
    small, large = (em, old) if em < old else (old, em)
    if abs(base - current.base) <= SAME_BASE * small:
        return -OVERLAP * large <= gap <= (reach(current) * large if small > ALIKE * large else _limit(current, em))
    raised = top < current.bottom - 0.3 * em and bottom > current.top + 0.3 * em
    return raised and small <= 0.85 * large and -0.1 * large <= gap <= 0.3 * large


def _limit(segment: Segment, em: float) -> float:
    """The widest gap, in points, before text of size `em` that goes on with `segment`: beside a large name small print is
    text of its own where the gap is wide for its size."""
    small, large = min(segment.em, em), max(segment.em, em)
    return reach(segment) * large if small > ALIKE * large else max(reach(segment) * small, 0.35 * large)


def reach(segment: Segment) -> float:
    """How far (in ems) to the right its own text may go on: a list sign or number belongs to the text after a wider gap."""
    if len(segment.words) > 1:
        return WIDE
    text = segment.words[0].text
    if text in STRONG_BULLETS or text in WEAK_BULLETS:
        return 3.5
    return 2.5 if len(text) < 6 and _LABEL.fullmatch(text) else WIDE


def _joined(found: list[Segment]) -> list[Segment]:
    """Join segments that are neighbours on the page though not in the content."""
    result: list[Segment] = []
    for row in baseline_rows(found):
        row.sort(key=attrgetter("x0"))
        current = row[0]
        for segment in row[1:]:
            em = max(current.em, segment.em)
            if -OVERLAP * em <= segment.x0 - current.x1 <= _limit(current, segment.em):
                current.add(segment.words, segment.x0, segment.top, segment.x1, segment.bottom)
                current.first, current.last = min(current.first, segment.first), max(current.last, segment.last)
            else:
                result.append(current)
                current = segment
        result.append(current)
    result.sort(key=attrgetter("first"))
    return result


def baseline_rows(found: Iterable[Segment]) -> list[list[Segment]]:
    """Segments whose baselines agree, from the top of the page down."""
    rows: list[list[Segment]] = []
    limit = float("-inf")
    for segment in sorted(found, key=attrgetter("base")):
        if rows and segment.base <= min(limit, rows[-1][0].base + SAME_BASE * segment.em):
            rows[-1].append(segment)
        else:
            rows.append([segment])
            limit = segment.base + SAME_BASE * segment.em
    return rows


def whole_words(pieces: list[Word]) -> tuple[Word, ...]:
    """The words of one line from its pieces, left to right; what is drawn twice in one place is kept once."""
    pieces = sorted(pieces, key=lambda word: word.box)
    before = pieces[0]
    groups = [[before]]
    right = before.box[2]
    spaced = _spaced_out(pieces) if sum(len(piece.text) == 1 for piece in pieces) >= 4 else {}
    for i, piece in enumerate(pieces[1:], 1):
        gap = piece.box[0] - right
        if gap < 0 and _drawn_twice(before, piece):
            continue
        if gap <= (spaced[i] if i in spaced else WORD_GAP * (piece.size + before.size) / 2):
            groups[-1].append(piece)
        else:
            groups.append([piece])
        if piece.box[2] > right:
            right = piece.box[2]
        before = piece
    return tuple(group[0] if len(group) == 1 else _merged(group) for group in groups)


def _drawn_twice(a: Word, b: Word) -> bool:
    """The same text once more in almost the same place: bold by overprinting, or a shadow."""
    near = 0.15 * em_of(b)
    return (
        a.text == b.text
        and abs(a.box[0] - b.box[0]) <= near
        and abs(a.box[1] - b.box[1]) <= near
        and a.box[2] - a.box[0] > near
    )


def _spaced_out(pieces: list[Word]) -> dict[int, float]:
    """For letters set apart ("S K I L L S"): place of a piece → the widest gap before it that does not part words.

    A run counts from four single letters on; its usual gap is the lower median, a gap half as wide again parts words.
    """
    limits: dict[int, float] = {}
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and (_single(pieces[end]) or _joins_run(pieces, start, end)):
            end += 1
        if sum(len(piece.text) == 1 for piece in pieces[start:end]) >= 4:
            gaps = [pieces[i].box[0] - pieces[i - 1].box[2] for i in range(start + 1, end)]
            usual = sorted(gaps)[(len(gaps) - 1) // 2]
            em = pieces[start].size
            if WORD_GAP * em < usual <= 1.2 * em:
                limits.update(dict.fromkeys(range(start + 1, end), usual + max(0.5 * usual, 0.08 * em)))
        start = max(end, start + 1)
    return limits


def _single(piece: Word) -> bool:
    return len(piece.text) == 1 and piece.text.isalnum()


def _joins_run(pieces: list[Word], start: int, end: int) -> bool:
    """Whether a sign or a pair of letters may stand inside a run of single letters, such as "&" or a kerned "AV"."""
    return (
        start < end < len(pieces) and len(pieces[end].text) <= 2 and (pieces[end].text.isupper() or pieces[end].text in "&/-")
    )


def _merged(group: list[Word]) -> Word:
    """One word from its pieces: size and face are those of most letters, the larger size of equals."""
    letters: dict[float, int] = {}
    for piece in group:
        letters[piece.size] = letters.get(piece.size, 0) + len(piece.text)
    length = sum(letters.values())
    boxes = [piece.box for piece in group]
    return replace(
        group[0],
        text="".join(piece.text for piece in group),
        box=(min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)),
        size=max(letters, key=lambda size: (letters[size], size)),
        bold=2 * sum(len(piece.text) for piece in group if piece.bold) > length,
        italic=2 * sum(len(piece.text) for piece in group if piece.italic) > length,
        link=next((piece.link for piece in group if piece.link), ""),
    )
