"""Reading order: words of a page become lines, columns and paragraphs as a person would read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from matching.reading.document import Box, Line, Word
from matching.reading.layout_columns import Order, Region
from matching.reading.layout_furniture import mark_furniture
from matching.reading.layout_lines import Draft, drafts, line, paragraphs, with_gaps
from matching.reading.layout_words import Segment, segments

__all__ = ["Arrangement", "arrange", "mark_furniture"]

MOST_SEGMENTS = 4000  # more on one page is no résumé: read in the order of the content


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The lines of a page in reading order; `uncertain` where columns may be mixed."""

    lines: tuple[Line, ...]
    uncertain: bool


def arrange(words: Sequence[Word], width: float, height: float, rules: Sequence[Box] = (), *, number: int = 1) -> Arrangement:
    """Lines in reading order from the pieces of words of page `number`.

    `words` come in the order of the page's content, each a run of glyphs without a gap and without white space; `rules` are
    thin drawn lines. Coordinates and `width`, `height` are points of the page as shown, y downwards. Work is bounded: a
    page of thousands of scattered pieces is read in the order of its content and called uncertain.
    """
    turned = [word for word in words if _upright(word)]
    flat = [word for word in words if not _upright(word)] if turned else words
    found = segments(flat)
    if len(found) > MOST_SEGMENTS:
        regions, uncertain = _content_order(found), True
    else:
        order = Order(rules)
        regions = order.regions(found)
        uncertain = order.uncertain
    lines = _lines(regions, number)
    block = lines[-1].block + 1 if lines else 0
    lines += [Line(number, (word,), word.box, block + i) for i, word in enumerate(turned)]
    return Arrangement(tuple(lines), uncertain)


def _upright(word: Word) -> bool:
    """Whether a text runs up or down the page."""
    x0, top, x1, bottom = word.box
    return bottom - top > 2 * (x1 - x0) and len(word.text) > 2 and bottom - top > 1.8 * word.size


def _content_order(found: list[Segment]) -> list[Region]:
    """One region for each run of content that goes down the page."""
    regions = [Region([found[0]])]
    for before, segment in pairwise(found):
        if segment.base < before.base - 0.25 * segment.em or len(regions[-1].segments) >= 200:
            regions.append(Region([segment]))
        else:
            regions[-1].segments.append(segment)
    return regions


def _lines(regions: list[Region], number: int) -> list[Line]:
    lines: list[Line] = []
    columns = _columns(regions)
    block = -1
    for region in regions:
        found = drafts(region.segments)
        with_gaps(found, _text_above(lines[-200:] if len(regions) < 400 else lines[-9:], found))
        starts = paragraphs(found)
        starts[0] = 0 if region.cell and lines else 1
        for draft, start in zip(found, starts, strict=True):
            block += start
            lines.append(line(draft, number, block, columns[region.zone, region.lane]))
    return lines


def _columns(regions: list[Region]) -> dict[tuple[int, tuple[int, ...]], int]:
    """Column numbers: in each group of columns 1, 2 … from left to right, 0 outside."""
    numbers: dict[tuple[int, tuple[int, ...]], int] = {}
    following: dict[int, int] = {}
    for zone, lane in sorted({(region.zone, region.lane) for region in regions}):
        if lane:
            following[zone] = following.get(zone, 0) + 1
        numbers[zone, lane] = following[zone] if lane else 0
    return numbers


def _text_above(lines: list[Line], found: list[Draft]) -> float:
    """Where the nearest text above a region ends that stands over it; the page's edge if there is none."""
    top = found[0].box[1]
    left, right = min(draft.box[0] for draft in found), max(draft.box[2] for draft in found)
    ends = [ln.box[3] for ln in lines if ln.box[1] < top and ln.box[0] < right and ln.box[2] > left]
    return max(ends, default=0.0)
