"""Columns, sidebars and tables: which parts of a page are read after each other, and in what order.

A gutter is a white strip with text on both sides over several lines. What it means is decided by evidence: whether the order
of the content crosses it rarely (columns) or at every line (rows of a table, dates beside jobs), whether the lines left and
right share baselines, whether one side holds dates or ends flush, and whether rules are drawn.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from operator import attrgetter

from matching.reading.document import Box
from matching.reading.layout_words import SAME_BASE, WIDE, Segment, baseline_rows

MOST_DEPTH = 8
MOST_CANDIDATES = 4
SHORTEST_RULE = 10.0  # points; shorter strokes belong to icons and drawn letters
_NEIGHBOUR_WORK = 60  # comparisons a segment, on average, before the page counts as scattered
_DATED = re.compile(r"(?:1[89]|20)\d\d|\b(?:0?[1-9]|1[0-2])/\d\d\b|\d\d?\.\d{4}|present|current|today|now\b", re.IGNORECASE)


class Mode(Enum):
    """What a gutter parts."""

    COLUMNS = "columns"  # one side is read wholly before the other
    CELLS = "cells"  # rows of a table: cell after cell
    LINES = "lines"  # nothing: both sides stand on common lines


@dataclass(slots=True)
class Region:
    """Segments read together, line by line. `lane` tells the column: empty across the page, else the path of sides taken;
    `zone` numbers the group of columns it belongs to. `cell`: it shares a table's row with the region before it."""

    segments: list[Segment]
    lane: tuple[int, ...] = ()
    zone: int = 0
    cell: bool = False


@dataclass(slots=True)
class _Zone:
    """A part of the page from `top` to `bottom` that nothing crosses at gutter `x`."""

    x: float
    top: float
    bottom: float
    left: list[Segment] = field(default_factory=list)
    right: list[Segment] = field(default_factory=list)
    ruled: bool = False  # a rule is drawn in the gutter


class Order:
    """Finds the regions of one page in reading order; `uncertain` tells afterwards whether columns may be mixed."""

    def __init__(self, rules: Sequence[Box]) -> None:
        self.uncertain = False
        self._across = _whole_rules([r for r in rules if r[2] - r[0] > max(SHORTEST_RULE, 8 * (r[3] - r[1]))][:2000])
        self._upright = [r for r in rules if r[3] - r[1] > max(SHORTEST_RULE, 3 * (r[2] - r[0]))][:400]
        self._zones = 0

    def regions(self, found: list[Segment], lane: tuple[int, ...] = (), zone: int = 0, depth: int = 0) -> list[Region]:
        """The regions of `found` (in content order), in reading order."""
        if len(found) < 2 or depth >= MOST_DEPTH:
            return [Region(found, lane, zone)] if found else []
        best = self._best_zone(found)
        if best is None:
            return [Region(found, lane, zone)]
        chosen, mode = best
        inside = {id(segment) for segment in (*chosen.left, *chosen.right)}
        rest = [segment for segment in found if id(segment) not in inside]
        middle = (_top(chosen) + _bottom(chosen)) / 2
        above = [segment for segment in rest if segment.base < middle]
        below = [segment for segment in rest if segment.base >= middle]
        result = self.regions(above, lane, zone, depth + 1)
        result += self._parts(chosen, mode, lane, zone, depth, whole=not rest)
        return result + self.regions(below, lane, zone, depth + 1)

    def _parts(self, zone: _Zone, mode: Mode, lane: tuple[int, ...], number: int, depth: int, whole: bool) -> list[Region]:
        if mode is Mode.CELLS:
            return self._cells(zone, lane, number, depth)
        if not lane:
            self._zones += 1
            number = self._zones
        nested = bool(lane) and not whole  # columns inside a column keep its number
        sides = [(zone.left, lane if nested else (*lane, 0)), (zone.right, lane if nested else (*lane, 1))]
        if zone.right[0].first < zone.left[0].first and _switches(zone) <= 2:
            sides.reverse()
        return [region for side, path in sides for region in self.regions(side, path, number, depth + 1)]

    def _cells(self, zone: _Zone, lane: tuple[int, ...], number: int, depth: int) -> list[Region]:
        """The cells of a table, row by row: a row begins where the content turns to the side with fewer lines."""
        left = {id(segment) for segment in zone.left}
        few = zone.left if _row_count(zone.left) <= _row_count(zone.right) else zone.right
        heads = _row_heads(zone, few is zone.left)
        rows: list[tuple[list[Segment], list[Segment]]] = [([], []) for _ in range(len(heads) + 1)]
        for segment in sorted((*zone.left, *zone.right), key=attrgetter("first")):
            row = rows[bisect_right(heads, segment.base + SAME_BASE * segment.em)]
            row[0 if id(segment) in left else 1].append(segment)
        result: list[Region] = []
        for cells in rows:
            parts = [self.regions(cell, lane, number, depth + 1) for cell in cells if cell]
            if len(parts) == 2:
                parts[1][0].cell = True
                if _is_date(cells[0]) and parts[1][0].lane == lane:  # a date belongs to the line beside it
                    parts[1][0].segments = cells[0] + parts[1][0].segments
                    parts[1][0].cell = False
                    del parts[0]
            result += [region for part in parts for region in part]
        return result

    def _best_zone(self, found: list[Segment]) -> tuple[_Zone, Mode] | None:
        """The zone whose gutter parts most lines, columns before cells; None where all is read line by line."""
        best: tuple[_Zone, Mode] | None = None
        best_rank = (0, 0)
        doubt = False
        extent = (min(s.x0 for s in found), min(s.top for s in found), max(s.x1 for s in found), max(s.bottom for s in found))
        for x in self._gutters(found):
            for zone in self._zones_at(x, found, extent):
                mode, doubtful = _mode(zone)
                if mode is Mode.LINES:
                    continue
                rank = (mode is Mode.COLUMNS, min(_row_count(zone.left), _row_count(zone.right)))
                if rank > best_rank:
                    best, best_rank = (zone, mode), rank
                    doubt = doubtful
        self.uncertain |= doubt
        return best

    def _gutters(self, found: list[Segment]) -> list[float]:
        """Places x that most gaps between neighbours have in common, at most MOST_CANDIDATES."""
        gaps = _gaps(found)
        if gaps is None:
            self.uncertain = True
            return []
        places: list[float] = []
        while gaps and len(places) < MOST_CANDIDATES:
            x = _commonest(gaps)
            places.append(x)
            gaps = [gap for gap in gaps if not gap[0] <= x <= gap[1]]
        return places

    def _zones_at(self, x: float, found: list[Segment], extent: Box) -> list[_Zone]:
        """Stretches of the page between the segments and rules that cross `x`, with text on both sides."""
        x0, top, x1, bottom = extent
        stops = _stops(x, found, (x0 + x1) / 2)
        edges = [(s.base, SAME_BASE * s.em) for s in stops]
        if any(x0 < r[0] < x1 for r in self._upright):  # without upright rules it is no table: level rules are of headings
            low, high = (x0 + x) / 2, (x + x1) / 2
            edges += [(r[1], 0.0) for r in self._across if r[0] < low and r[2] > high and top < r[1] < bottom]
        edges.sort()
        places = [place for place, _ in edges]
        zones = [_Zone(x, low, high) for low, high in pairwise([top - 1, *places, bottom + 1])]
        crossing = {id(segment) for segment in stops}
        last = len(edges)
        for segment in found:
            base = segment.base
            i = bisect_left(places, base)
            # What shares a line with crossing text belongs to that line.
            if (i < last and places[i] - base <= edges[i][1]) or (i and base - places[i - 1] <= edges[i - 1][1]):
                continue
            if id(segment) not in crossing:
                (zones[i].left if segment.x0 + segment.x1 < 2 * x else zones[i].right).append(segment)
        zones = [zone for zone in zones if zone.left and zone.right]
        for zone in zones:
            zone.ruled = self._ruled(zone)
            if zone.bottom < bottom:
                _without_tail(zone)
        return zones

    def _ruled(self, zone: _Zone) -> bool:
        """Whether a rule stands in the gutter, along most of the zone's text."""
        if not self._upright or not zone.left or not zone.right:
            return False
        left, right = max(s.x1 for s in zone.left), min(s.x0 for s in zone.right)
        low, high = max(zone.top, _top(zone)), min(zone.bottom, _bottom(zone))
        drawn = [r for r in self._upright if left - 2 <= (r[0] + r[2]) / 2 <= right + 2]
        return sum(max(0.0, min(r[3], high) - max(r[1], low)) for r in drawn) >= 0.7 * (high - low)


def _whole_rules(pieces: list[Box]) -> list[Box]:
    """Level rules, those drawn in pieces (one for each cell) put together, from the top down."""
    whole: list[Box] = []
    for rule in sorted(pieces, key=lambda r: (round(r[1]), r[0])):
        if whole and abs(whole[-1][1] - rule[1]) < 1 and rule[0] <= whole[-1][2] + 2:
            last = whole[-1]
            whole[-1] = (last[0], last[1], max(last[2], rule[2]), last[3])
        else:
            whole.append(rule)
    return whole[:400]


def _stops(x: float, found: list[Segment], middle: float) -> list[Segment]:
    """Segments that cross `x`; headings centred over both sides, alone on their line and beginning where no column does; and
    lines whose end (a date) stands flush right beyond `x`, away from where a column there begins."""
    starts = Counter(round(s.x0 / 3) for s in found if s.x0 > x)
    edge = 3 * max(starts, key=lambda start: (starts[start], -start)) if starts else x
    ending = {s.last: s for s in found if s.x1 < x}
    stops = []
    for segment in found:
        if segment.x0 < x - 1 and segment.x1 > x + 1:
            stops.append(segment)
        elif segment.x0 > edge + 3 * segment.em and segment.first - 1 in ending:
            if abs(ending[segment.first - 1].base - segment.base) <= SAME_BASE * segment.em:
                stops.append(segment)
        elif abs(segment.x0 + segment.x1 - 2 * middle) < 4:
            alone = all(other is segment or abs(other.base - segment.base) > 0.5 * segment.em for other in found)
            if alone and sum(abs(other.x0 - segment.x0) < 2 for other in found) <= 2:
                stops.append(segment)
    return stops


def _without_tail(zone: _Zone) -> None:
    """Take lines off the longer side that follow a short block of two sides (name and contact) and lead over to the text
    across the page below, such as the first heading."""
    short, long = sorted((zone.left, zone.right), key=lambda side: max(s.base for s in side))
    end = max(s.bottom for s in short)
    if zone.ruled:
        return
    most = 4 if len(baseline_rows(short)) <= 6 else 1
    rows = baseline_rows(long)
    while len(rows) > 1 and rows[-1][0].top >= end - 1 and rows[-1][0].top - rows[-2][0].bottom < rows[-1][0].em:
        rows.pop()
    if len(rows) > 1 and rows[-1][0].top >= end - 1:
        start = rows[-1][0].base - 1
        if sum(s.base >= start for s in long) <= most:
            long[:] = [s for s in long if s.base < start]


def _row_heads(zone: _Zone, few_left: bool) -> list[float]:
    """Baselines at which the content turns to the side with fewer lines, and of dates there that stand beside a line."""
    few, many = (zone.left, zone.right) if few_left else (zone.right, zone.left)
    order = sorted([(s.first, 0, s.base) for s in few] + [(s.first, 1, s.base) for s in many])
    heads = {b for i, (_, at, b) in enumerate(order) if at == 0 and (i == 0 or order[i - 1][1])}
    others = sorted(s.base for s in many)
    for segment in few:
        i = bisect_left(others, segment.base - 1)
        if i < len(others) and others[i] <= segment.base + 1 and _DATED.search(segment.text):
            heads.add(segment.base)
    return sorted(heads)


def _top(zone: _Zone) -> float:
    return min(s.top for s in (*zone.left, *zone.right))


def _bottom(zone: _Zone) -> float:
    return max(s.bottom for s in (*zone.left, *zone.right))


def _gaps(found: list[Segment]) -> list[tuple[float, float]] | None:
    """The wide white gaps between neighbours on one height, as (from, to); None where a page is too scattered to tell."""
    ordered = sorted(found, key=attrgetter("top"))
    work = _NEIGHBOUR_WORK * len(ordered)
    gaps = []
    for i, a in enumerate(ordered):
        nearest: dict[bool, tuple[float, float]] = {}
        for j in range(i + 1, len(ordered)):
            b = ordered[j]
            if b.top >= a.bottom - 0.2 * a.em:
                break
            work -= 1
            if b.x0 > a.x1:
                gap, side = (a.x1, b.x0), True
            elif a.x0 > b.x1:
                gap, side = (b.x1, a.x0), False
            else:
                continue
            if side not in nearest or gap[1] - gap[0] < nearest[side][1] - nearest[side][0]:
                nearest[side] = gap
        gaps += [gap for gap in nearest.values() if gap[1] - gap[0] > WIDE * a.em]
        if work < 0:
            return None
    return gaps


def _commonest(gaps: list[tuple[float, float]]) -> float:
    """The middle of the strip that most gaps share; the leftmost of equals."""
    events = sorted([(start, -1) for start, _ in gaps] + [(end, 1) for _, end in gaps])
    level = most = 0
    x = 0.0
    for i, (place, step) in enumerate(events):
        level -= step
        if level > most:
            most, x = level, (place + events[i + 1][0]) / 2
    return x


def _row_count(side: list[Segment]) -> int:
    return len(baseline_rows(side))


def _switches(zone: _Zone) -> int:
    """How often the order of the content crosses the gutter."""
    order = sorted([(s.first, 0) for s in zone.left] + [(s.first, 1) for s in zone.right])
    return sum(a[1] != b[1] for a, b in pairwise(order))


def _mode(zone: _Zone) -> tuple[Mode, bool]:
    """What the gutter parts, and whether that stays doubtful."""
    left, right = baseline_rows(zone.left), baseline_rows(zone.right)
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    shared = _shared(few, many)
    if all(len(s.words) == 1 and len(s.words[0].text) <= 2 for s in zone.left):  # icons and list signs are no column
        return Mode.LINES, False
    switches = _switches(zone)
    if zone.ruled and switches < 3:
        return Mode.COLUMNS, False
    edged = _edged(right) or _flush(zone.right)
    if len(few) == 1:
        return (_mode_of_single(few, many, shared, few is left) if edged or few is right else Mode.LINES), False
    if not edged and (len(few) < 3 or switches > max(2, 0.3 * len(few))):
        return Mode.LINES, False
    if len(few) <= 3 and switches > len(few) and _descends(zone):
        return Mode.LINES, False
    groups = _groups(few)
    heads = [group[0] for group in groups]
    if len(left) == len(right) and shared >= 0.9 * len(few) and switches >= 1.5 * len(few) and not zone.ruled:
        return Mode.LINES, False
    aligned = max(shared / len(few), _shared(heads, many) / len(heads))
    if (
        aligned >= 0.75
        and shared >= 0.75 * len(few)
        and (_dated(few) >= 0.6 or (len(right) <= len(left) and _flush(zone.right)))
    ):
        return Mode.LINES, False
    if len(few) >= 6 and _flowing(left) and _flowing(right):  # paragraphs on both sides, whatever the content's order
        return Mode.COLUMNS, switches > len(few)
    if aligned >= 0.75 and switches >= 1.2 * len(groups):
        return _mode_of_rows(zone, few is left), False
    turns = few is left and switches >= 4 and _interlocked(zone)
    if turns and (len(few) <= 0.5 * len(many) or (aligned >= 0.6 and switches >= 1.6 * len(groups))):
        return Mode.CELLS, False
    if zone.ruled:
        return Mode.COLUMNS, False
    doubtful = switches >= max(4, len(few)) and aligned >= 0.5
    return Mode.COLUMNS, doubtful


def _descends(zone: _Zone) -> bool:
    """Whether the content goes down both sides together, line by line."""
    bases = [s.base for s in sorted((*zone.left, *zone.right), key=attrgetter("first"))]
    return all(below >= above - 2 for above, below in pairwise(bases))


def _interlocked(zone: _Zone) -> bool:
    """Whether the content takes turns: what comes on the right ends before the next thing on the left begins."""
    left = {id(segment) for segment in zone.left}
    runs: list[tuple[bool, list[float]]] = []
    for segment in sorted((*zone.left, *zone.right), key=attrgetter("first")):
        side = id(segment) in left
        if not runs or runs[-1][0] != side:
            runs.append((side, []))
        runs[-1][1].append(segment.base)
    kept = sum(min(b) >= min(a) - 3 if was_left else min(b) >= max(a) - 3 for (was_left, a), (_, b) in pairwise(runs))
    return kept >= 0.85 * (len(runs) - 1)


def _is_date(cell: list[Segment]) -> bool:
    """Whether a cell is one line with a date."""
    return bool(cell) and len(baseline_rows(cell)) == 1 and any(_DATED.search(s.text) for s in cell)


def _mode_of_single(few: list[list[Segment]], many: list[list[Segment]], shared: int, few_left: bool) -> Mode:
    """One line beside others: a date or a short remark on the same line, or a cell beside a paragraph."""
    if len(many) == 1:
        return Mode.LINES
    if not shared:
        return Mode.COLUMNS if few_left or len(many) > 2 else Mode.LINES
    if not few_left or _dated(few):
        return Mode.LINES
    return Mode.CELLS


def _mode_of_rows(zone: _Zone, few_left: bool) -> Mode:
    """Rows of a table: common lines where every row is one line on both sides, else cells."""
    if not few_left:
        ends = {s.last for s in zone.left}
        follows = sum(s.first - 1 in ends for s in zone.right)
        return Mode.LINES if follows >= 0.6 * len(zone.right) else Mode.CELLS
    return Mode.CELLS


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


def _edged(rows: list[list[Segment]]) -> bool:
    """Whether enough rows begin at one place for a column of text."""
    starts = sorted(min(s.x0 for s in row) for row in rows)
    most = max(bisect_left(starts, x + 3) - i for i, x in enumerate(starts))
    return most >= max(2, 0.4 * len(rows))


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
