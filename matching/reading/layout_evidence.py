"""What a gutter of white space means: columns, the cells of a table, or lines that run across it, by evidence on the page.

The evidence: how often the order of the content crosses the gutter, whether lines left and right share baselines, whether
one side holds dates or ends flush right, whether paragraphs fill both sides, whether a rule is drawn in the gutter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from operator import attrgetter

from matching.reading.layout_words import SAME_BASE, Segment, baseline_rows

_DATED = re.compile(r"(?:1[89]|20)\d\d|\b(?:0?[1-9]|1[0-2])/\d\d\b|\d\d?\.\d{4}|present|current|today|now\b", re.IGNORECASE)


class Mode(Enum):
    """What a gutter parts."""

    COLUMNS = "columns"  # one side is read wholly before the other
    BLOCKS = "blocks"  # columns again and again, each time under a heading of their own
    NOTES = "notes"  # dates and places flush right, read after the line they stand beside
    CELLS = "cells"  # rows of a table: cell after cell
    LINES = "lines"  # nothing: both sides stand on common lines


@dataclass(slots=True)
class Zone:
    """A part of the page from `top` to `bottom` that nothing crosses at gutter `x`."""

    x: float
    top: float
    bottom: float
    left: list[Segment] = field(default_factory=list)
    right: list[Segment] = field(default_factory=list)
    ruled: bool = False  # a rule is drawn in the gutter


def mode_of(zone: Zone) -> tuple[Mode, bool]:
    """What the gutter parts, and whether that stays doubtful."""
    left, right = baseline_rows(zone.left), baseline_rows(zone.right)
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    shared = _shared(few, many)
    if all(len(s.words) == 1 and len(s.words[0].text) <= 2 for s in zone.left):  # icons and list signs are no column
        return Mode.LINES, False
    crossed = switches(zone)
    if zone.ruled and crossed < 3:
        return Mode.COLUMNS, False
    edged = _edged(right) or _flush(zone.right)
    if len(few) == 1:
        return (_mode_of_single(few, many, shared, few is left) if edged or few is right else Mode.LINES), False
    if not edged and (len(few) < 3 or crossed > max(2, 0.3 * len(few))):
        return Mode.LINES, False
    if len(few) <= 3 and crossed > len(few) and _descends(zone):
        return Mode.LINES, False
    groups = _groups(few)
    if (
        few is right
        and len(few) == 2
        and shared
        and not zone.ruled
        and right[1][0].base - right[0][0].base > 6 * right[0][0].em
    ):
        return Mode.LINES, False  # two lone lines far from each other are no column
    heads = [group[0] for group in groups]
    if len(left) == len(right) and shared >= 0.9 * len(few) and crossed >= 1.5 * len(few) and not zone.ruled:
        return Mode.LINES, False
    aligned = max(shared / len(few), _shared(heads, many) / len(heads))
    if (
        aligned >= 0.75
        and shared >= 0.75 * len(few)
        and (_dated(few) >= 0.6 or (len(right) <= len(left) and _flush(zone.right)))
    ):
        return Mode.LINES, False
    if len(right) <= 0.8 * len(left) and _flush(zone.right) and _noted(left, right, crossed):
        return Mode.NOTES, False
    dense = 6 <= len(few) >= 0.6 * len(many)
    if dense and _flowing(left) and _flowing(right):  # paragraphs on both sides, whatever the content's order
        return Mode.COLUMNS, crossed > len(few)
    if aligned >= 0.75 and crossed >= 1.2 * len(groups):
        return _mode_of_rows(zone, few is left), False
    turns = _interlocked(zone) if crossed >= 3 else 0.0
    in_turn = crossed >= 1.6 * len(groups) or (turns == 1.0 and crossed > len(few))
    sparse = len(few) <= 0.5 * len(many) or (aligned >= 0.6 and in_turn)
    if few is left and crossed >= 4 and turns >= 0.85 and sparse:
        return Mode.CELLS, False
    if turns == 1.0 and crossed <= len(few):  # headings on the left over blocks that stand side by side
        return Mode.BLOCKS, False
    labels = few is left and crossed >= 2 * len(groups) - 1 and _labelled(groups, right)
    if zone.ruled and not labels:
        return Mode.COLUMNS, False
    if few is left and (zone.ruled or len(few) <= 0.5 * len(many)) and _labelled(groups, right):
        return Mode.CELLS, False
    doubtful = crossed >= max(4, len(few)) and aligned >= 0.5
    return Mode.COLUMNS, doubtful


def _mode_of_single(few: list[list[Segment]], many: list[list[Segment]], shared: int, few_left: bool) -> Mode:
    """One line beside others: a date or a short remark on the same line, or a cell beside a paragraph."""
    if len(many) == 1:
        return Mode.LINES
    if not shared:
        return Mode.COLUMNS if few_left or len(many) > 2 else Mode.LINES
    if not few_left or _dated(few):
        return Mode.LINES
    return Mode.CELLS


def _mode_of_rows(zone: Zone, few_left: bool) -> Mode:
    """Rows of a table: common lines where every row is one line on both sides, else cells."""
    if not few_left:
        ends = {s.last for s in zone.left}
        follows = sum(s.first - 1 in ends for s in zone.right)
        return Mode.LINES if follows >= 0.6 * len(zone.right) else Mode.CELLS
    return Mode.CELLS


def row_heads(zone: Zone) -> list[float]:
    """Baselines at which the content turns to the left, and of dates in a short cell there that stand beside a line."""
    others = sorted(s.base for s in zone.right)
    heads: set[float] = set()
    runs = _runs(zone)
    if len(runs) <= 3:  # all labels drawn first, or last
        heads.update(group[0][0].base for group in _groups(baseline_rows(zone.left)))
    for is_left, run in runs:
        if not is_left:
            continue
        heads.add(run[0].base)
        for segment in run if len(run) <= 3 else ():
            i = bisect_left(others, segment.base - 1)
            if i < len(others) and others[i] <= segment.base + 1 and _DATED.search(segment.text):
                heads.add(segment.base)
    return sorted(heads)


def _runs(zone: Zone) -> list[tuple[bool, list[Segment]]]:
    """The content's runs on one side of the gutter, in its order, each with whether it stands left."""
    left = {id(segment) for segment in zone.left}
    runs: list[tuple[bool, list[Segment]]] = []
    for segment in sorted((*zone.left, *zone.right), key=attrgetter("first")):
        side = id(segment) in left
        if not runs or runs[-1][0] != side:
            runs.append((side, []))
        runs[-1][1].append(segment)
    return runs


def row_count(side: list[Segment]) -> int:
    return len(baseline_rows(side))


def switches(zone: Zone) -> int:
    """How often the order of the content crosses the gutter."""
    order = sorted([(s.first, 0) for s in zone.left] + [(s.first, 1) for s in zone.right])
    return sum(a[1] != b[1] for a, b in pairwise(order))


def _descends(zone: Zone) -> bool:
    """Whether the content goes down both sides together, line by line."""
    bases = [s.base for s in sorted((*zone.left, *zone.right), key=attrgetter("first"))]
    return all(below >= above - 2 for above, below in pairwise(bases))


def _interlocked(zone: Zone) -> float:
    """How far the content takes turns: the share of turns where what came on the right ended before the next on the left."""
    runs = [(is_left, [segment.base for segment in run]) for is_left, run in _runs(zone)]
    kept = sum(min(b) >= min(a) - 3 if was_left else min(b) >= max(a) - 3 for (was_left, a), (_, b) in pairwise(runs))
    return kept / max(1, len(runs) - 1)


def _shared(few: list[list[Segment]], many: list[list[Segment]]) -> int:
    """How many rows of `few` stand on a baseline of `many`."""
    bases = [row[0].base for row in many]
    count = 0
    for row in few:
        base, limit = row[0].base, SAME_BASE * row[0].em
        i = bisect_left(bases, base - limit)
        count += i < len(bases) and bases[i] <= base + limit
    return count


def _groups(rows: list[list[Segment]]) -> list[list[list[Segment]]]:
    """Rows parted where the white space between them is wider than most of a line."""
    groups = [[rows[0]]]
    for before, row in pairwise(rows):
        if row[0].top - before[0].bottom > 0.7 * row[0].em:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups


def _dated(rows: list[list[Segment]]) -> float:
    """The share of rows that show a date."""
    return sum(any(_DATED.search(s.text) for s in row) for row in rows) / len(rows)


def is_date(cell: list[Segment]) -> bool:
    """Whether a cell is one line with a date."""
    return bool(cell) and len(baseline_rows(cell)) == 1 and any(_DATED.search(s.text) for s in cell)


def _edged(rows: list[list[Segment]]) -> bool:
    """Whether enough rows begin at one place for a column of text."""
    starts = sorted(min(s.x0 for s in row) for row in rows)
    most = max(bisect_left(starts, x + 3) - i for i, x in enumerate(starts))
    return most >= max(2, 0.4 * len(rows))


def note_heads(right: list[Segment]) -> list[float]:
    """Baselines at which a new note begins at the right."""
    return [group[0][0].base for group in _groups(baseline_rows(right))]


def _noted(left: list[list[Segment]], right: list[list[Segment]], crossed: int) -> bool:
    """Whether the groups at the right begin beside lines at the left, and hold dates, or are short and drawn with them."""
    groups = _groups(right)
    dated = sum(_dated(group) > 0 for group in groups) >= 0.6 * len(groups)
    start, edge = min(s.x0 for row in left for s in row), max(s.x1 for row in right for s in row)
    narrow = max(s.x1 - s.x0 for row in right for s in row) <= 0.25 * (edge - start)
    bases = [row[0].base for row in left]
    beside = 0
    for group in groups:
        base, reach = group[0][0].base, 0.6 * group[0][0].em
        i = bisect_left(bases, base - reach)
        beside += i < len(bases) and bases[i] <= base + reach
    drawn_with = narrow and crossed >= 2 * len(groups) - 1
    return len(groups) >= 2 and (dated or drawn_with) and beside >= 0.8 * len(groups)


def _labelled(groups: list[list[list[Segment]]], right: list[list[Segment]]) -> bool:
    """Whether each group at the left begins beside a line that begins a group at the right: labels, whatever is drawn first."""
    if len(groups) < 3:
        return False
    starts = [group[0] for group in _groups(right)]
    return _shared([group[0] for group in groups], starts) >= 0.85 * len(groups)


def _flowing(rows: list[list[Segment]]) -> bool:
    """Whether many rows fill their column, as lines of paragraphs do."""
    edge = max(s.x1 for row in rows for s in row)
    width = edge - min(s.x0 for row in rows for s in row)
    filled = sum(row[-1].x1 - row[0].x0 >= 0.8 * width for row in (sorted(row, key=attrgetter("x0")) for row in rows))
    return filled >= 0.4 * len(rows)


def _flush(side: list[Segment]) -> bool:
    """Whether texts of different length all end at one place: set flush right."""
    if len(side) < 2:
        return False
    edge = max(s.x1 for s in side)
    ending = sum(s.x1 >= edge - 2 for s in side)
    starts = [s.x0 for s in side]
    return ending >= 0.8 * len(side) and max(starts) - min(starts) > 4
