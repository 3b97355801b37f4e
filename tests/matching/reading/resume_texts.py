"""Makes documents, sections and positions from a few written lines, for tests of what is found in them.

A line `## Experience` begins a section (a kind of `SectionKind`), `@ Title | Company | 2020-01 | 2021-06 | Place` a job with
its dates (`present` and a missing place are allowed), `- text` is a bullet, `! text` a line in a large size (the name).
Anything else goes on in the block of the line before.
"""

from __future__ import annotations

from matching.knowledge.skills import SkillBook, load_skill_book
from matching.months import MonthSpan, YearMonth
from matching.reading.document import Document, Line, Page, Word
from matching.reading.resume import DatePoint, Position, PositionKind, Section, SectionKind
from matching.reading.skill_finder import SkillsFound, find_skills

AS_OF = YearMonth(2026, 11)
_SIZE = 10.0


def make_line(text: str, number: int, block: int, bullet: str = "", size: float = _SIZE) -> Line:
    """A line of words set side by side in a typewriter's widths, `number` lines down the page."""
    words, left = [], 50.0
    top = 50.0 + 14.0 * number
    for part in text.split():
        right = left + 0.6 * size * len(part)
        words.append(Word(part, (left, top, right, top + size), size))
        left = right + 0.6 * size
    return Line(1, tuple(words), (50.0, top, max(left - 0.6 * size, 50.0), top + size), block, bullet=bullet)


def _month(text: str) -> DatePoint | None:
    return None if not text or text == "present" else DatePoint(int(text[:4]), int(text[5:7]), text)


def _span(start: DatePoint | None, end: DatePoint | None, present: bool) -> MonthSpan | None:
    if start is None or start.month is None:
        return None
    stop = AS_OF.index if present or end is None or end.month is None else YearMonth(end.year, end.month).index + 1
    return MonthSpan(YearMonth(start.year, start.month).index, stop)


class Made:
    """A document with its sections and positions, made from written lines."""

    def __init__(self, text: str) -> None:
        self.lines: list[Line] = []
        self.sections: list[tuple[SectionKind, list[int]]] = [(SectionKind.HEADER, [])]
        self.jobs: list[tuple[list[str], list[int], list[int]]] = []
        self.block = 0
        for written in text.strip().splitlines():
            self._add(written.strip())
        self.document = Document("made.pdf", "", "0" * 64, 1, (Page(1, 600, 800, tuple(self.lines)),))

    def _add(self, written: str) -> None:
        if not written:
            self.block += 1
        elif written.startswith("## "):
            self.sections.append((SectionKind(written[3:].strip().lower()), []))
            self.block += 1
        elif written.startswith("@ "):
            fields = [field.strip() for field in written[2:].split("|")]
            self.jobs.append((fields, [], []))
            self._line(", ".join(field for field in fields if field), "", True)
        elif written.startswith("- "):
            self._line(written[2:], "•", True)
        elif written.startswith("! "):
            self._line(written[2:], "", True, 20.0)
        else:
            self._line(written, "", False)

    def _line(self, text: str, bullet: str, fresh: bool, size: float = _SIZE) -> None:
        self.block += fresh
        index = len(self.lines)
        self.lines.append(make_line(text, index, self.block, bullet, size))
        kind, members = self.sections[-1]
        members.append(index)
        if kind in (SectionKind.EXPERIENCE, SectionKind.VOLUNTEERING) and self.jobs:
            _, lines, bullets = self.jobs[-1]
            if lines:
                bullets.append(index)
            lines.append(index)

    @property
    def found_sections(self) -> tuple[Section, ...]:
        return tuple(Section(kind, kind.value, None, tuple(members)) for kind, members in self.sections if members)

    @property
    def positions(self) -> tuple[Position, ...]:
        return tuple(self._position(*job) for job in self.jobs)

    def _position(self, fields: list[str], lines: list[int], bullets: list[int]) -> Position:
        title, company, start, end, place = (*fields, "", "", "", "", "")[:5]
        first, last, present = _month(start), _month(end), end == "present"
        helped = any(kind is SectionKind.VOLUNTEERING and lines[0] in members for kind, members in self.sections)
        kind = PositionKind.VOLUNTEERING if helped else PositionKind.JOB
        span = _span(first, last, present)
        return Position(title, company, place, kind, first, last, present, span, tuple(lines), tuple(bullets), 1)


def skills_in(text: str, book: SkillBook | None = None) -> SkillsFound:
    """What the finder finds in written lines."""
    made = Made(text)
    return find_skills(made.document, made.found_sections, made.positions, (), book or load_skill_book(), AS_OF)
