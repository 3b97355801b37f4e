"""Parts of a résumé: every line under its heading; by content where a heading is unusual."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matching.reading.document import Document
from matching.reading.resume import Section, SectionKind
from matching.reading.rows import Row, Rows, find_rows
from matching.reading.section_content import kind_by_content, names_degree, speaks
from matching.reading.section_headings import Heading, find_headings


def find_sections(document: Document) -> tuple[Section, ...]:
    """Every line but headings and furniture in exactly one section, the header first. Without any heading the lines after
    the header are one section of kind OTHER."""
    rows = find_rows(document)
    headings = find_headings(rows)
    kept = _assign(rows, headings)
    sections = [_section(heading, members) for heading, members in kept]
    header = [s for s in sections if s.heading_line is None and s.kind is SectionKind.HEADER and not s.heading]
    rest = [s for s in sections if s not in header]
    return (*header, *(_by_content(document, rows, section, headings) for section in rest))


def _assign(rows: Rows, headings: Sequence[Heading]) -> list[tuple[Heading | None, list[Row]]]:
    """Rows under their headings, in reading order; the first entry is the header's."""
    parts: list[tuple[Heading | None, list[Row]]] = [(None, [])]
    heads = {heading.row.index: heading for heading in headings}
    labels = label_layout(rows, headings)
    more = {index for heading in headings for index in heading.more}
    part_of: dict[int, int] = {}
    for heading in labels:
        parts.append((heading, []))
        part_of[heading.row.index] = len(parts) - 1
    last_in_column: dict[int, int] = {}
    current, place = 0, (0, 0)
    for position, row in enumerate(rows.rows):
        if (row.line.page, row.line.column) != place:
            current = _entering(rows, position, current, place, last_in_column, parts, heads)
            place = (row.line.page, row.line.column)
        if row.index in heads:
            if row.index not in part_of:
                parts.append((heads[row.index], []))
                part_of[row.index] = len(parts) - 1
            current = part_of[row.index]
            if heads[row.index].words < len(row.line.words):
                parts[current][1].append(row)
        elif row.index not in more:
            label = _label_of(row, labels)
            parts[current if label is None else part_of[label.row.index]][1].append(row)
        last_in_column[row.line.column] = current
    return parts[:1] + sorted(parts[1:], key=lambda part: part[0].row.index if part[0] else 0)


def label_layout(rows: Rows, headings: Sequence[Heading]) -> list[Heading]:
    """The headings that stand as labels to the left of their sections, in pages laid out so: their column holds nothing else
    but dates."""
    labels: list[Heading] = []
    for page in sorted({heading.row.line.page for heading in headings}):
        here = [heading for heading in headings if heading.row.line.page == page]
        beside = [heading for heading in here if heading.label]
        if len(beside) < 2 or not _same_edge(beside):
            continue
        right = max(heading.right for heading in beside)
        under = [
            row
            for row in rows.rows
            if row.line.page == page and row.x0 < right - 2 and row.line.box[1] > beside[0].row.line.box[1]
        ]
        known = {index for heading in here for index in (heading.row.index, *heading.more)}
        strays = [row for row in under if row.index not in known and not all(cell.only_dates for cell in row.cells)]
        if len(strays) <= 0.34 * len(beside):
            labels += beside
    return labels


def _same_edge(labels: Sequence[Heading]) -> bool:
    """Whether most labels are aligned at their left or right edge."""
    for edges in ([heading.row.x0 for heading in labels], [heading.right for heading in labels]):
        middle = sorted(edges)[len(edges) // 2]
        if sum(abs(edge - middle) < 3 for edge in edges) >= 0.8 * len(edges):
            return True
    return False


def _label_of(row: Row, labels: Sequence[Heading]) -> Heading | None:
    """The label to the left of `row` whose section it belongs to."""
    bottom = row.line.box[3] - 2
    here = [h for h in labels if h.row.line.page == row.line.page and h.right < row.x0 + 1 and h.row.line.box[1] <= bottom]
    return max(here, key=lambda h: h.row.line.box[1]) if here else None


def _entering(
    rows: Rows,
    position: int,
    current: int,
    place: tuple[int, int],
    last: dict[int, int],
    parts: Sequence[tuple[Heading | None, object]],
    heads: dict[int, Heading],
) -> int:
    """The part that goes on where a new page or column begins without a heading: on later pages that of the same column of
    the page before, else a job's part if one was open there; name and contact at the top of a column are the header."""
    row = rows.rows[position]
    page, _ = place
    if row.line.page == 1:
        header = page == 1 and row.line.column and _is_header_run(rows, position, heads)
        return 0 if header else current
    if last.get(row.line.column):
        return last[row.line.column]
    if row.line.page > page:
        open_jobs = [part for part in last.values() if (heading := parts[part][0]) and heading.kind is SectionKind.EXPERIENCE]
        return open_jobs[0] if open_jobs and (row.line.bullet or row.spans) else current
    return current


def _is_header_run(rows: Rows, position: int, heads: dict[int, Heading]) -> bool:
    """Whether the rows up to the column's first heading are name and contact: short, high on the page, no list, no dates."""
    run: list[Row] = []
    for row in rows.rows[position:]:
        if row.index in heads or (row.line.page, row.line.column) != (
            rows.rows[position].line.page,
            rows.rows[position].line.column,
        ):
            break
        run.append(row)
    if not run or len(run) > 12:
        return False
    large = run[0].size > rows.body_size * 1.25
    contact = any("@" in row.text or re.search(r"\+?\d[\d ()./-]{7,}", row.text) for row in run)
    plain_text = any(row.line.bullet or row.spans or len(row.line.words) > 12 for row in run)
    return (large or contact) and not (plain_text and not large)


def _section(heading: Heading | None, members: Sequence[Row]) -> Section:
    lines = tuple(index for row in members for index in row.indexes)
    if heading is None:
        return Section(SectionKind.HEADER, "", None, lines)
    whole = heading.words == len(heading.row.line.words)
    if whole:
        lines = (*heading.row.notes, *lines)
    return Section(heading.kind or SectionKind.OTHER, heading.text, heading.row.index if whole else None, lines)


def _by_content(document: Document, rows: Rows, section: Section, headings: Sequence[Heading]) -> Section:
    """The section with its kind settled by what stands in it, where the heading does not say it."""
    members = section_rows(rows, section)
    if section.kind is SectionKind.LANGUAGES and members and not any(speaks(row.text) for row in members):
        return replace(section, kind=SectionKind.SKILLS)
    untaught = not any(h.kind is SectionKind.EDUCATION for h in headings)
    if section.kind is SectionKind.CERTIFICATIONS and untaught and any(names_degree(row.text) for row in members):
        return replace(section, kind=SectionKind.EDUCATION)  # "Qualifications" over degrees
    unknown = {h.row.index for h in headings if h.kind is None}
    if section.heading_line in unknown:
        return replace(section, kind=kind_by_content(members))
    return section


def section_rows(rows: Rows, section: Section) -> list[Row]:
    """The rows of a section in its order."""
    seen: dict[int, Row] = {}
    for index in section.lines:
        row = rows.at.get(index)
        if row is not None and row.index not in seen:
            seen[row.index] = row
    return list(seen.values())
