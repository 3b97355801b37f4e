"""Lines of one region: rows of segments made into words, with list signs, white space above and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from matching.reading.document import Box, Line, Word
from matching.reading.layout_words import STRONG_BULLETS, WEAK_BULLETS, Segment, em_of, whole_words

_DATE_START = re.compile(r"\d|present|current|today|now\b|heute|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)
_PRIVATE = ("\ue000", "\uf8ff")


@dataclass(slots=True)
class Draft:
    """A line in the making. `indent` is where its words begin, the list sign left out."""

    words: tuple[Word, ...]
    box: Box
    bullet: str = ""
    gap: float = 0.0

    @property
    def indent(self) -> float:
        return self.words[0].box[0]

    @property
    def height(self) -> float:
        return max(self.box[3] - self.box[1], 0.1)

    @property
    def size(self) -> float:
        return max(self.words, key=lambda word: len(word.text)).size

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)


def drafts(found: list[Segment]) -> list[Draft]:
    """The lines of a region, top down."""
    result = []
    for row in text_rows(found):
        pieces = [word for segment in row for word in segment.words]
        words = whole_words(pieces)
        result.append(Draft(words, _box(words)))
    return _with_bullets(result)


def text_rows(found: list[Segment]) -> list[list[Segment]]:
    """Segments that stand on one line, raised and lowered ones included; those that would overlap are parted."""
    rows: list[list[Segment]] = []
    for segment in sorted(found, key=lambda s: (s.base, s.x0)):
        for row in rows[-1:-4:-1]:
            if _fits(row, segment):
                row.append(segment)
                break
        else:
            rows.append([segment])
    for row in rows:
        row.sort(key=attrgetter("x0"))
    rows.sort(key=lambda row: max(row, key=attrgetter("em")).base)
    return rows


def _fits(row: list[Segment], segment: Segment) -> bool:
    main = max(row[:8], key=attrgetter("em"))
    small = min(main.em, segment.em)
    apart = abs(main.base - segment.base)
    if apart > 0.3 * small:
        raised = small <= 0.85 * max(main.em, segment.em) and apart <= 0.45 * max(main.em, segment.em)
        if not (raised and any(-0.2 * small <= gap <= 0.4 * small for gap in _gaps(row, segment))):
            return False
    return all(segment.x0 >= other.x1 - 0.5 * small or segment.x1 <= other.x0 + 0.5 * small for other in row[-8:])


def _gaps(row: list[Segment], segment: Segment) -> list[float]:
    return [max(segment.x0 - other.x1, other.x0 - segment.x1) for other in row[-8:]]


def _box(words: tuple[Word, ...]) -> Box:
    boxes = [word.box for word in words]
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def _with_bullets(found: list[Draft]) -> list[Draft]:
    """Take list signs off the lines; doubtful ones (a dash, an "o") only where the list or the text after them supports it."""
    weak: dict[tuple[str, int], int] = {}
    for draft in found:
        sign = draft.words[0].text
        if sign in WEAK_BULLETS:
            key = (sign, round(draft.indent / 3))
            weak[key] = weak.get(key, 0) + 1
    return [_unbulleted(draft, weak) for draft in found]


def _unbulleted(draft: Draft, weak: dict[tuple[str, int], int]) -> Draft:
    first = draft.words[0]
    sign, rest = first.text, draft.words[1:]
    if rest and (sign in STRONG_BULLETS or (len(sign) == 1 and _PRIVATE[0] <= sign <= _PRIVATE[1])):
        return Draft(rest, draft.box, sign)
    if rest and sign in WEAK_BULLETS:
        listed = weak[sign, round(draft.indent / 3)] > 1
        if _is_list_sign(first, rest, listed):
            return Draft(rest, draft.box, sign)
    elif len(sign) > 1 and _glued_sign(sign):
        x0, top, x1, bottom = first.box
        cut = x0 + (x1 - x0) / len(sign)
        return Draft((replace(first, text=sign[1:], box=(cut, top, x1, bottom)), *rest), draft.box, sign[0])
    return draft


def _is_list_sign(first: Word, rest: tuple[Word, ...], listed: bool) -> bool:
    if first.text == "o":
        return rest[0].font != first.font or listed or rest[0].box[0] - first.box[2] >= 0.8 * em_of(first)
    if first.text == "+":
        return listed and not rest[0].text[0].isdigit()
    return listed or (len(rest) > 1 and not _DATE_START.match(rest[0].text))


def _glued_sign(text: str) -> bool:
    if text[0] in STRONG_BULLETS:
        return text[0] not in "·∗※" or text[1].isalpha()
    return text[0] in "-–" and text[1].isalpha() and len(text) > 2


def with_gaps(found: list[Draft], above: float) -> None:
    """Note the white space over each line; `above` is where the text above the region ends."""
    for draft in found:
        draft.gap = round(max(0.0, draft.box[1] - above) / draft.height, 3)
        above = max(above, draft.box[3]) if draft.box[1] >= above - draft.height else draft.box[3]


def paragraphs(found: list[Draft]) -> list[int]:
    """For each line whether it begins (1) or continues (0) a paragraph; the first always begins one."""
    if not found:
        return []
    gaps = sorted(draft.gap for draft in found[1:])
    usual = min(gaps[len(gaps) // 4], 0.6) if gaps else 0.0  # between lines of a paragraph: the lower gaps
    right = max(draft.box[2] for draft in found)
    starts = [1]
    text_left = found[0].indent if found[0].bullet else None
    for before, draft in pairwise(found):
        start = bool(draft.bullet) or _parted(before, draft, usual, text_left, right)
        starts.append(int(start))
        if start:
            text_left = draft.indent if draft.bullet else None
    return starts


def _parted(before: Draft, draft: Draft, usual: float, text_left: float | None, right: float) -> bool:
    """Whether a line without a list sign begins something new: white space, another size or weight, another left edge."""
    if draft.gap > usual + 0.15 or not 0.87 <= draft.size / max(before.size, 0.1) <= 1.15:
        return True
    if before.bold != draft.bold or (draft.words[0].bold and not before.words[-1].bold):
        return True
    shift = (draft.indent - (before.indent if text_left is None else text_left)) / draft.height
    flows = draft.words[0].text[:1].islower() and before.box[2] > right - 8 * draft.height
    return shift < -0.6 or (shift > 0.6 and not flows)


def line(draft: Draft, page: int, block: int, column: int) -> Line:
    """The finished value."""
    return Line(page, draft.words, draft.box, block, column, draft.bullet, gap_before=draft.gap)
