"""Columns, sidebars and tables: which parts of a page are read after each other, and in what order.

A gutter is a white strip with text on both sides over several lines. What it means is decided by evidence: whether the order
of the content crosses it rarely (columns) or at every line (rows of a table, dates beside jobs), whether the lines left and
right share baselines, whether one side holds dates or ends flush, and whether rules are drawn.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from matching.reading.document import Box
from matching.reading.layout_evidence import Mode, Zone, is_date, mode_of, note_heads, row_count, row_heads, switches
from matching.reading.layout_words import SAME_BASE, WIDE, Segment, baseline_rows

MOST_DEPTH = 8
MOST_CANDIDATES = 4
SHORTEST_RULE = 10.0  # points; shorter strokes belong to icons and drawn letters
_NEIGHBOUR_WORK = 60  # comparisons a segment, on average, before the page counts as scattered


@dataclass(slots=True)
class Region:
    """Segments read together, line by line. `lane` tells the column: empty across the page, else the path of sides taken;
    `zone` numbers the group of columns it belongs to. `cell`: it shares a table's row with the region before it."""

    segments: list[Segment]
    lane: tuple[int, ...] = ()
    zone: int = 0
    cell: bool = False


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
        chosen = self._best_zones(found)
        inside = {id(segment) for zone_, _ in chosen for segment in (*zone_.left, *zone_.right)}
        rest = [segment for segment in found if id(segment) not in inside]
        if not chosen:
            return [Region(found, lane, zone)]
        result: list[Region] = []
        for part, mode in chosen:
            middle = (_top(part) + _bottom(part)) / 2
            result += self.regions([segment for segment in rest if segment.base < middle], lane, zone, depth + 1)
            rest = [segment for segment in rest if segment.base >= middle]
            result += self._parts(part, mode, lane, zone, depth, whole=len(inside) == len(found))
        return result + self.regions(rest, lane, zone, depth + 1)

    def _parts(self, zone: Zone, mode: Mode, lane: tuple[int, ...], number: int, depth: int, whole: bool) -> list[Region]:
        if mode is Mode.CELLS:
            return self._cells(zone, lane, number, depth)
        if mode is Mode.NOTES:
            return self._notes(zone, lane, number, depth)
        if mode is Mode.BLOCKS:
            return self._blocks(zone, lane, number, depth)
        if not lane:
            self._zones += 1
            number = self._zones
        nested = bool(lane) and not whole  # columns inside a column keep its number
        sides = [(zone.left, lane if nested else (*lane, 0)), (zone.right, lane if nested else (*lane, 1))]
        if zone.right[0].first < zone.left[0].first and switches(zone) <= 2:
            sides.reverse()
        return [region for side, path in sides for region in self.regions(side, path, number, depth + 1)]

    def _blocks(self, zone: Zone, lane: tuple[int, ...], number: int, depth: int) -> list[Region]:
        """Columns side by side, row of blocks after row of blocks."""
        result: list[Region] = []
        for left, right in _rows(zone):
            if left and right:
                part = Zone(zone.x, zone.top, zone.bottom, left, right)
                result += self._parts(part, Mode.COLUMNS, lane, number, depth, whole=False)
            else:
                result += self.regions(left or right, lane, number, depth + 1)
        return result

    def _notes(self, zone: Zone, lane: tuple[int, ...], number: int, depth: int) -> list[Region]:
        """Each note at the right with the line beside which it begins, the rest of the note, then the text below."""
        result: list[Region] = []
        starts = [head - 0.6 * zone.right[0].em for head in note_heads(zone.right)]
        for start, end in pairwise([float("-inf"), *starts, float("inf")]):
            text = [s for s in zone.left if start <= s.base < end]
            note = [s for s in zone.right if start <= s.base < end]
            limit = min((s.base + 0.6 * s.em for s in note), default=start)
            first = [s for s in text if s.base <= limit] + note
            if first:
                result.append(Region(sorted(first, key=attrgetter("first")), lane, number))
            result += self.regions([s for s in text if s.base > limit], lane, number, depth + 1)
        return result

    def _cells(self, zone: Zone, lane: tuple[int, ...], number: int, depth: int) -> list[Region]:
        """The cells of a table, row by row."""
        result: list[Region] = []
        for cells in _rows(zone):
            parts = [self.regions(cell, lane, number, depth + 1) for cell in cells if cell]
            if len(parts) == 2:
                parts[1][0].cell = True
                if is_date(cells[0]) and parts[1][0].lane == lane:  # a date belongs to the line beside it
                    parts[1][0].segments = cells[0] + parts[1][0].segments
                    parts[1][0].cell = False
                    del parts[0]
            result += [region for part in parts for region in part]
        return result

    def _best_zones(self, found: list[Segment]) -> list[tuple[Zone, Mode]]:
        """Zones from the top down that do not overlap: those that part most lines, columns before cells."""
        judged: list[tuple[int, int, Zone, Mode, bool]] = []
        extent = (min(s.x0 for s in found), min(s.top for s in found), max(s.x1 for s in found), max(s.bottom for s in found))
        for x in self._gutters(found):
            for zone in self._zones_at(x, found, extent):
                mode, doubtful = mode_of(zone)
                if mode is not Mode.LINES:
                    rows = min(row_count(zone.left), row_count(zone.right))
                    tier = 0 if mode is Mode.CELLS else 1 if mode is Mode.NOTES or rows < 4 else 2
                    judged.append((tier, rows, zone, mode, doubtful))
        judged.sort(key=lambda entry: entry[:2], reverse=True)
        best: list[tuple[float, float, Zone, Mode]] = []
        for _, _, zone, mode, doubtful in judged:
            top, bottom = _top(zone), _bottom(zone)
            if all(top >= taken[1] - 1 or bottom <= taken[0] + 1 for taken in best):
                best.append((top, bottom, zone, mode))
                self.uncertain |= doubtful
        best.sort(key=lambda entry: entry[:2])
        return [(zone, mode) for _, _, zone, mode in best]

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

    def _zones_at(self, x: float, found: list[Segment], extent: Box) -> list[Zone]:
        """Stretches of the page between the segments and rules that cross `x`, with text on both sides."""
        x0, top, x1, bottom = extent
        stops = _stops(x, found, (x0 + x1) / 2)
        edges = [(s.base, SAME_BASE * s.em) for s in stops]
        if any(x0 < r[0] < x1 for r in self._upright):  # without upright rules it is no table: level rules are of headings
            low, high = (x0 + x) / 2, (x + x1) / 2
            edges += [(r[1], 0.0) for r in self._across if r[0] < low and r[2] > high and top < r[1] < bottom]
        edges.sort()
        places = [place for place, _ in edges]
        zones = [Zone(x, low, high) for low, high in pairwise([top - 1, *places, bottom + 1])]
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

    def _ruled(self, zone: Zone) -> bool:
        """Whether a rule stands in the gutter, along most of the zone's text."""
        if not self._upright or not zone.left or not zone.right:
            return False
        left, right = max(s.x1 for s in zone.left), min(s.x0 for s in zone.right)
        low, high = max(zone.top, _top(zone)), min(zone.bottom, _bottom(zone))
        drawn = [r for r in self._upright if left - 2 <= (r[0] + r[2]) / 2 <= right + 2]
        return sum(max(0.0, min(r[3], high) - max(r[1], low)) for r in drawn) >= 0.7 * (high - low)


def _rows(zone: Zone) -> list[tuple[list[Segment], list[Segment]]]:
    """What stands left and right in each row of a table; a row begins where the content turns to the left."""
    left = {id(segment) for segment in zone.left}
    heads = row_heads(zone)
    rows: list[tuple[list[Segment], list[Segment]]] = [([], []) for _ in range(len(heads) + 1)]
    for segment in sorted((*zone.left, *zone.right), key=attrgetter("first")):
        row = rows[bisect_right(heads, segment.base + SAME_BASE * segment.em)]
        row[0 if id(segment) in left else 1].append(segment)
    return rows


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


def _without_tail(zone: Zone) -> None:
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


def _top(zone: Zone) -> float:
    return min(s.top for s in (*zone.left, *zone.right))


def _bottom(zone: Zone) -> float:
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
