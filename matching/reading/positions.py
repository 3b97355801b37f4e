"""Positions: the jobs of a résumé with title, employer, place, dates and what was done."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matching.knowledge.headings import heading_words, plain
from matching.months import YearMonth
from matching.reading.dates import DateSpan, resolve
from matching.reading.document import Box, Document, Line
from matching.reading.form_entries import form_entries
from matching.reading.place_names import is_place
from matching.reading.position_fields import Named, company_points, name_head, title_points
from matching.reading.position_rows import Entry, date_of, tell_apart
from matching.reading.resume import Evidence, Position, PositionKind, Section, SectionKind
from matching.reading.rows import Row, Rows, find_rows
from matching.reading.section_content import names_degree
from matching.reading.sections import section_rows

_MOST_HEAD_ROWS = 5
_PROJECT = re.compile(
    r"(?:project|projekt|projet|proyecto|projeto)\s*(?:name|title)?\s*(?:#?\d+|[ivx]+)?\s*[:–—-]\s*\S", re.IGNORECASE
)
_ANY_MONTH = YearMonth(2200, 1)  # "present" where two spans are compared
_BRACKET = re.compile(r"(.+?)\s*\(([^()]{3,40})\)")
_MOST_BREAK_WORDS = 10  # "Parental leave, July 2019 – February 2021"


@dataclass(frozen=True, slots=True)
class _Draft:
    entry: Entry
    named: Named
    section: Section


def find_positions(document: Document, sections: Sequence[Section], as_of: YearMonth) -> tuple[Position, ...]:
    """The jobs in reading order. Volunteering is told apart by its kind; projects and breaks are no positions.

    Where no part of the résumé is headed as experience, dated lines with a job title in parts without a known heading count.
    """
    rows = find_rows(document)
    worked = [section for section in sections if section.kind is SectionKind.EXPERIENCE]
    strict = not worked
    if strict:
        worked = [section for section in sections if section.kind in {SectionKind.OTHER, SectionKind.HEADER}]
    helped = [section for section in sections if section.kind is SectionKind.VOLUNTEERING]
    drafts = [draft for section in worked + helped for draft in _drafts(rows, section)]
    found = [
        _position(document, draft, as_of)
        for draft in drafts
        if _is_job(draft, strict or draft.section.kind is SectionKind.VOLUNTEERING)
    ]
    return tuple(sorted(found, key=lambda position: position.lines[0]))


def _drafts(rows: Rows, section: Section) -> list[_Draft]:
    """The entries of one section with their names."""
    members = section_rows(rows, section)
    entries = find_entries(members, section)
    first = [name_head(entry.head, section, None) for entry in entries]
    orders = [named.title_first for named in first if named.title_first is not None]
    title_first = None if not orders else 2 * sum(orders) >= len(orders)
    drafts = [_Draft(entry, name_head(entry.head, section, title_first), section) for entry in entries]
    return _inherited(_with_bracketed(drafts))


def _with_bracketed(drafts: list[_Draft]) -> list[_Draft]:
    """The drafts with the employer from the bracket behind each title ("Developer (Vale Foods)"), where no employer is named
    elsewhere, the brackets differ, and none says a place or a kind of contract."""
    bare = {i: _BRACKET.fullmatch(d.named.title) for i, d in enumerate(drafts) if d.named.titled and not d.named.company}
    names = {found[2] for found in bare.values() if found}
    kinds = heading_words().titles.kinds.values()
    told = any(is_place(name) or any(kind.found_in(plain(name)) for kind in kinds) or not name[0].isupper() for name in names)
    if len(names) < 2 or told or not all(bare.values()) or any(draft.named.company for draft in drafts):
        return drafts
    return [
        replace(draft, named=replace(draft.named, title=found[1], company=found[2]))
        if (found := bare.get(i)) is not None
        else draft
        for i, draft in enumerate(drafts)
    ]


def find_entries(rows: Sequence[Row], section: Section) -> list[Entry]:
    """The rows of a section as entries: a head, and the telling up to the next head."""
    if (forms := form_entries(rows, section)) is not None:
        return forms
    told = tell_apart(rows, section)
    entries: list[Entry] = []
    usual: int | None = None  # rows before the date in the first head
    start = 0
    while start < len(rows):
        stop = start
        while stop < len(rows) and not told[stop]:
            stop += 1
        head = list(rows[start:stop])
        end = stop
        while end < len(rows) and told[end]:
            end += 1
        body = list(rows[stop:end])
        lead = next((i for i, row in enumerate(head) if date_of(row, section) is not None), None)
        if usual is None:
            usual = lead
        elif entries and lead is not None and lead > usual and lead + 1 < len(head) and not _titled(head[:lead]):
            before, head = head[: lead - usual], head[lead - usual :]
            entries += _grown(entries, before)
        for part, below in _around_breaks(head, body, section):
            cut = next((i for i in range(1, len(part)) if _begins_project(part, i, section)), len(part))
            entries += _entries_of(part[:cut], below if cut == len(part) else [], section, entries)
            entries += _entries_of(part[cut:], below, section, entries) if cut < len(part) else []
        start = end
    return _with_own_projects(entries)


def _begins_project(head: Sequence[Row], i: int, section: Section) -> bool:
    """Whether `head[i]` names a project by a label, below the rows of a dated job."""
    return bool(_PROJECT.match(head[i].text)) and any(date_of(row, section) is not None for row in head[:i])


def _with_own_projects(entries: Sequence[Entry]) -> list[Entry]:
    """The entries with those that a label says to be a project told as part of the job above whose time holds theirs."""
    result: list[Entry] = []
    for entry in entries:
        named = _PROJECT.match(entry.head[0].text) if entry.head else None
        if named and result and result[-1].span and (entry.span is None or _holds(result[-1].span, entry.span)):
            result += _grown(result, [*entry.head, *entry.body])
        else:
            result.append(entry)
    return result


def _holds(outer: DateSpan, inner: DateSpan) -> bool:
    """Whether the span `inner` lies within `outer`, as far as they are written."""
    whole, part = resolve(outer, _ANY_MONTH), resolve(inner, _ANY_MONTH)
    return whole is not None and part is not None and whole.first <= part.first and part.stop <= whole.stop


def _around_breaks(head: list[Row], body: list[Row], section: Section) -> list[tuple[list[Row], list[Row]]]:
    """The rows of a head and the telling below, with each break between jobs ("Parental leave, Jul 2019 - Feb 2021") as an
    entry of its own, so that its dates are never read as those of the job next to it."""
    parts: list[tuple[list[Row], list[Row]]] = []
    start = 0
    for i, row in enumerate(head):
        if i < start or not _names_break(row) or (i and _is_employer_of(head[i - 1], row, section)):
            continue
        stop = _end_of_break(head, i, section)
        parts += [(head[start:i], [])] if start < i else []
        parts.append((head[i:stop], []))
        start = stop
    if start < len(head) or not parts:
        return [*parts, (head[start:], body)]
    return [*parts[:-1], (parts[-1][0], body)]


def _is_employer_of(above: Row, row: Row, section: Section) -> bool:
    """Whether `row` is the employer right below a title without a date of its own ("Developer" / "Larkhill Travel")."""
    dated = date_of(above, section) is not None or date_of(row, section) is not None
    return not dated and _titled([above]) and row.text[:1].isupper() and not _names_break(above)


def _end_of_break(head: Sequence[Row], first: int, section: Section) -> int:
    """Where the rows of a break end: behind its date, which may stand up to two rows below, but not in a job's own row."""
    for i in range(first, min(first + 3, len(head))):
        if i > first and _titled([head[i]]):
            break
        if date_of(head[i], section) is not None:
            return i + 1
    return first + 1


def _names_break(row: Row) -> bool:
    """Whether a row names time off between jobs, and no job; in brackets it says more of the row above."""
    return not row.text.startswith("(") and len(row.text.split()) <= _MOST_BREAK_WORDS and _is_break(row.text, row.text)


def _is_break(text: str, title: str) -> bool:
    """Whether a head names time off and no job; "Military service" alone is one, "Military service officer" is not."""
    words = heading_words().organisations
    if words.breaks.is_whole(plain(re.split(r"[,(|:;–—]|\s-\s", title)[0])) or words.at_home.found_in(plain(title)):
        return True
    return words.breaks.found_in(_without_trade(text)) and title_points(title) < 2.0


def _without_trade(text: str) -> str:
    """`text` as plain words without those that name a break only where they open it: "Travel in Peru", not "Moss Travel"."""
    words = heading_words().organisations
    parts = plain(text).split()
    first = next((i for i, part in enumerate(parts) if not words.break_openers.has_word(part)), 0)
    return " ".join(part for i, part in enumerate(parts) if i == first or not words.trades_too.has_word(part))


def _titled(rows: Sequence[Row]) -> bool:
    """Whether one of the rows is bold or holds a job title: it heads an entry."""
    return any(row.bold or title_points(row.text) >= 1.5 for row in rows)


def _entries_of(head: list[Row], body: list[Row], section: Section, before: list[Entry]) -> list[Entry]:
    """The entries of one run of head rows and the telling below it: one for each row with a date."""
    dated = [i for i, row in enumerate(head) if date_of(row, section) is not None]
    dated = _without_doubles(head, dated, section)
    if not dated:
        span = next((span for row in body[:3] if (span := date_of(row, section, body=True))), None)
        if not head:
            return [] if not before else _grown(before, body)
        return [Entry(tuple(head[-_MOST_HEAD_ROWS:]), tuple(body), span)]
    lead = dated[0] if len(dated) > 1 else 0
    if len(dated) > 1:
        lead = min(lead, _usual_lead(head, dated))
    cuts = [0 if i == 0 else max(dated[i] - lead, dated[i - 1] + 1) for i in range(len(dated))]
    result: list[Entry] = []
    for i, cut in enumerate(cuts):
        last = i + 1 == len(cuts)
        rows = head[cut : len(head) if last else cuts[i + 1]]
        span = date_of(head[dated[i]], section)
        result.append(_trimmed(rows, tuple(body) if last else (), span, head[dated[i]]))
    return result


def _trimmed(rows: list[Row], body: tuple[Row, ...], span: DateSpan | None, dated: Row) -> Entry:
    """An entry whose head keeps to a few rows around its date; what is left over below is telling."""
    place = next(i for i, row in enumerate(rows) if row is dated)
    first = max(0, place - _MOST_HEAD_ROWS + 2)
    last = max(place + 1, first + _MOST_HEAD_ROWS)
    return Entry(tuple(rows[first:last]), (*rows[last:], *body), span)


def _grown(before: list[Entry], body: list[Row]) -> list[Entry]:
    """Telling without a head goes to the entry before it."""
    last = before.pop()
    return [Entry(last.head, (*last.body, *body), last.span)]


def _without_doubles(head: Sequence[Row], dated: list[int], section: Section) -> list[int]:
    """Rows with a date, without single years beside a row with a span next to it."""
    spans = {i: date_of(head[i], section) for i in dated}
    ranges = [i for i in dated if (span := spans[i]) is not None and not span.single]
    if ranges and all(title_points(head[i].text) >= 1.5 for i in dated):
        return dated  # each row is a job of its own: "Intern, Vale Foods, Summer 2019"
    return ranges if ranges and len(ranges) < len(dated) and all(abs(i - r) <= 2 for i in dated for r in ranges[:1]) else dated


def _usual_lead(head: Sequence[Row], dated: Sequence[int]) -> int:
    """How many rows stand before the date in each of several entries: as many as always fit."""
    gaps = [later - earlier - 1 for earlier, later in itertools.pairwise(dated)]
    return min([dated[0], *gaps])


def _inherited(drafts: list[_Draft]) -> list[_Draft]:
    """Drafts where a role without an employer takes that of the entry above (freelance work only below a headline that names
    it); a headline that only names it falls away."""
    result: list[_Draft] = []
    company, place, headed = "", "", False
    headline: _Draft | None = None
    for i, draft in enumerate(drafts):
        named = draft.named
        following = drafts[i + 1] if i + 1 < len(drafts) else None
        alone = bool(named.company) and not named.title
        if alone and _is_break(named.company, ""):
            result.append(draft)
            continue
        below = following is not None and following.named.title and (not following.named.company or _is_team(following, draft))
        if alone and not draft.entry.body and below:
            company, place, headed, headline = named.company, named.place, True, draft
            continue
        if headline is not None and _is_team(draft, headline):
            named = replace(named, title=f"{named.title}, {named.company}", company=company, place=place)
            result.append(replace(draft, named=named))
            continue
        free = not headed and position_kind(named.title, "", draft.section.kind) is PositionKind.FREELANCE
        if named.title and not named.company and company and named.titled and not free:
            named = Named(named.title, company, named.place or place, True, None, named.fields)
            draft = _Draft(draft.entry, named, draft.section)
        elif named.company:
            company, place, headed = named.company, named.place, False
            headline = draft if alone and draft.entry.span is None else None
        result.append(draft)
    return result


def _is_team(draft: _Draft, headline: _Draft) -> bool:
    """Whether what stands behind the comma of a title below an employer's headline is a team ("Tech Lead, Payments")."""
    named, span = draft.named, draft.entry.span
    if not named.company or draft.section.kind is not SectionKind.EXPERIENCE:
        return False
    one = any(f"{named.title}, {named.company}" in cell.text for row in draft.entry.head for cell in row.cells)
    whole = headline.entry.span
    within = whole is None or (span is not None and _holds(whole, span))
    return named.titled and one and not named.place and within and company_points(named.company) < 3.0


def _is_job(draft: _Draft, strict: bool) -> bool:
    """Whether an entry is a job: named, no break; without a date or in an unnamed part only with a job title."""
    named = draft.named
    text = plain(f"{named.title} {named.company}")
    if not text or not any(sign.isalpha() for sign in text):
        return False
    if _is_break(f"{named.title} {named.company}", named.title):
        return False
    if strict:
        return (
            draft.entry.span is not None and named.titled and not names_degree(" ".join(row.text for row in draft.entry.head))
        )
    if draft.entry.span is None:
        return named.titled and len(text.split()) <= 14 and (bool(draft.entry.body) or bool(named.company))
    return len(text.split()) <= 30


def _position(document: Document, draft: _Draft, as_of: YearMonth) -> Position:
    named, entry = draft.named, draft.entry
    title, company = (named.title, named.company) if named.title else (named.company, "")
    rows = (*entry.head, *entry.body)
    span = entry.span
    return Position(
        title=title,
        company=company,
        place=named.place,
        kind=position_kind(title, company, draft.section.kind),
        start=span.start if span else None,
        end=None if span is None or span.present else span.end,
        present=bool(span and span.present),
        span=resolve(span, as_of) if span else None,
        lines=tuple(sorted({index for row in rows for index in row.indexes})),
        bullets=tuple(row.index for row in entry.body),
        page=entry.head[0].line.page,
        evidence=tuple(_evidence(document, entry)),
    )


def position_kind(title: str, company: str, section: SectionKind) -> PositionKind:
    """The kind of a position by words of its title and employer; in a part about volunteering always that."""
    kinds = heading_words().titles.kinds
    if section is SectionKind.VOLUNTEERING:
        return PositionKind.VOLUNTEERING
    bare = plain(title)
    for kind in (
        PositionKind.VOLUNTEERING,
        PositionKind.APPRENTICESHIP,
        PositionKind.INTERNSHIP,
        PositionKind.STUDENT,
        PositionKind.FREELANCE,
    ):
        if kinds[kind.value].found_in(bare):
            return kind
    return PositionKind.FREELANCE if kinds["freelance"].found_in(plain(company)) else PositionKind.JOB


def _evidence(document: Document, entry: Entry) -> list[Evidence]:
    """The head as printed, a piece a line."""
    lines = document.lines
    indexes = sorted({index for row in entry.head for index in row.indexes})
    return [_whole_line(lines[index]) for index in indexes]


def _whole_line(line: Line) -> Evidence:
    boxes: list[Box] = [word.box for word in line.words]
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return Evidence(line.page, box, line.text, line.text)
