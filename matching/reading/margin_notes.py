"""Dates, places and durations that stand in a column of their own: which line each of them belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from matching.knowledge.headings import heading_words, plain
from matching.reading.dates import find_spans
from matching.reading.document import Line
from matching.reading.place_names import is_place
from matching.reading.trimming import is_duration, without_spans


def note_hosts(lines: Sequence[Line]) -> dict[int, int]:
    """Note line → the line it stands beside. Notes are dates, places or durations in a column that holds little else."""
    by_page: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        if not line.furniture and line.words:
            by_page.setdefault(line.page, []).append(i)
    hosts: dict[int, int] = {}
    for members in by_page.values():
        candidates = _margin_notes(lines, members)
        told = _told_columns(lines, members, candidates)
        for i in candidates:
            free = lines[i].column not in told or any(not span.single for span in find_spans(lines[i].text))
            near = [j for j in members if free or lines[j].column == lines[i].column]
            beside = [j for j in near if j != i and (j not in candidates or j < i) and _beside(lines[i], lines[j])]
            own = [j for j in beside if lines[j].column == lines[i].column]
            if lines[i].column in told and _stacked(lines, i):
                beside = own
            elif lines[i].column in told:
                beside = own or [j for j in beside if abs(lines[j].box[3] - lines[i].box[3]) < 0.25 * lines[i].size]
            upper = None if own else _between(lines, i, members)
            if upper is not None:
                hosts[i] = upper
            elif beside:
                hosts[i] = min(beside, key=lambda j: (_distance(lines[i], lines[j]), j))
    return {note: _root(note, hosts) for note in hosts}


def _stacked(lines: Sequence[Line], i: int) -> bool:
    """Whether a line stands under text of its own column, at one left edge with it: a date below a title."""
    above = lines[i - 1] if i else lines[i]
    same = above.page == lines[i].page and above.column == lines[i].column and abs(above.box[0] - lines[i].box[0]) < 1
    return same and 0 < lines[i].box[1] - above.box[1] < 2 * lines[i].size and not _is_note(above.text)


def _margin_notes(lines: Sequence[Line], members: Sequence[int]) -> dict[int, None]:
    """Those of `members` that are notes: in a run of one column in which most lines are notes, or at an edge of their own
    (headings and long lines count neither way)."""
    notes = {i for i in members if len(lines[i].words) <= 7 and not lines[i].bullet and _is_note(lines[i].text)}
    if not notes:
        return {}
    short = [i for i in members if len(lines[i].words) <= 7 and plain(lines[i].text) not in heading_words().sections.phrases]
    found: dict[int, None] = {}
    for group in (*_runs(lines, members), *_edges_shared(lines, short)):
        inside = [i for i in group if i in notes]
        others = [i for i in group if i not in notes and plain(lines[i].text) not in heading_words().sections.phrases]
        if len(inside) >= 1.5 * max(len(others), 1) or (inside and not others and group is not members):
            found |= dict.fromkeys(inside)
    return dict.fromkeys(i for i in members if i in found)


def _told_columns(lines: Sequence[Line], members: Sequence[int], notes: dict[int, None]) -> set[int]:
    """Columns of a page that hold more text than notes: what stands in them belongs to them, not to a line beside."""
    counts: dict[int, int] = {}
    for i in members:
        heading = plain(lines[i].text) in heading_words().sections.phrases
        counts[lines[i].column] = counts.get(lines[i].column, 0) + (0 if heading else -1 if i in notes else 1)
    return {column for column, count in counts.items() if count > 0}


def _runs(lines: Sequence[Line], members: Sequence[int]) -> list[list[int]]:
    """`members` as runs of one column."""
    runs: list[list[int]] = []
    for i in members:
        if runs and lines[runs[-1][-1]].column == lines[i].column:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _edges_shared(lines: Sequence[Line], members: Sequence[int]) -> list[list[int]]:
    """Groups of lines that end or begin at one place across the page."""
    groups: list[list[int]] = []
    for side in (2, 0):
        ordered = sorted(members, key=lambda i: (lines[i].box[side], i))
        group: list[int] = []
        for i in ordered:
            if group and lines[i].box[side] - lines[group[0]].box[side] > 2:
                groups.append(group)
                group = []
            group.append(i)
        groups.append(group)
    return [group for group in groups if len(group) > 1]


def _root(note: int, hosts: dict[int, int]) -> int:
    host, seen = hosts[note], {note}
    while host in hosts and host not in seen:
        seen.add(host)
        host = hosts[host]
    return host


@lru_cache(maxsize=2048)
def _is_note(text: str) -> bool:
    """Whether a line is nothing but dates, a duration or a place."""
    spans = find_spans(text)
    if spans:
        rest = without_spans(text, spans)
        month = plain(rest) in heading_words().dates.months and text.endswith(rest)  # "May 2017 – June", its year below
        return not rest or is_place(rest) or month
    return is_duration(text) or is_place(text)


def _beside(note: Line, host: Line) -> bool:
    """Whether the two stand on one height and the host, the wider text, is no note of the same column."""
    overlap = min(note.box[3], host.box[3]) - max(note.box[1], host.box[1])
    height = min(note.box[3] - note.box[1], host.box[3] - host.box[1])
    apart = note.box[0] >= host.box[2] or note.box[2] <= host.box[0]
    return apart and overlap > 0.5 * height and (not _is_note(host.text) or bool(find_spans(note.text)))


def _between(lines: Sequence[Line], note: int, near: Sequence[int]) -> int | None:
    """The first of two lines of one block between which the note stands, as where a date is set at half the height of a title
    of two lines."""
    own = lines[note]
    middle = (own.box[1] + own.box[3]) / 2
    for upper in near:
        above, below = lines[upper], lines[upper + 1] if upper + 1 < len(lines) else None
        if (
            below is None
            or note in (upper, upper + 1)
            or above.column != own.column
            or above.block != below.block
            or above.page != own.page
        ):
            continue
        apart = all(own.box[0] >= line.box[2] or own.box[2] <= line.box[0] for line in (above, below))
        centre = (above.box[1] + below.box[3]) / 2
        if apart and not _is_note(above.text) and abs(centre - middle) < 0.3 * own.size and below.box[1] > above.box[1]:
            return upper
    return None


def _distance(note: Line, host: Line) -> float:
    gap = max(note.box[0] - host.box[2], host.box[0] - note.box[2])
    return gap + 4 * abs(note.box[3] - host.box[3])
