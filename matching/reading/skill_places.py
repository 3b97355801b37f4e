"""Where on a résumé a mention stands: in which job, kind of section, or in a name that is no place for skills."""

from __future__ import annotations

from collections.abc import Sequence

from matching.knowledge.senses import SenseBook
from matching.knowledge.spelling import key_of
from matching.reading.atoms import AtomReader
from matching.reading.resume import Certification, Position, PositionKind, Section, SectionKind, Where
from matching.reading.skill_matches import Match

PLACE_OF_SECTION = {
    SectionKind.HEADER: Where.SUMMARY,
    SectionKind.SUMMARY: Where.SUMMARY,
    SectionKind.EXPERIENCE: Where.EXPERIENCE,
    SectionKind.VOLUNTEERING: Where.PROJECT,
    SectionKind.PROJECTS: Where.PROJECT,
    SectionKind.SKILLS: Where.SKILLS,
    SectionKind.EDUCATION: Where.EDUCATION,
    SectionKind.CERTIFICATIONS: Where.CERTIFICATE,
}
_RANK = (Where.EXPERIENCE, Where.PROJECT, Where.CERTIFICATE, Where.SKILLS, Where.SUMMARY, Where.EDUCATION, Where.OTHER)
_NAME_LINES = 6  # lines of the first page among which the name stands
_NAME_WORDS = 6
_LIST = 3


def rank(where: Where) -> int:
    """How strong a place is, 0 the strongest (scoring rule 3)."""
    return _RANK.index(where)


class Places:
    """Knows for every line of a document what it belongs to."""

    def __init__(
        self,
        reader: AtomReader,
        sections: Sequence[Section],
        positions: Sequence[Position],
        certifications: Sequence[Certification],
        rules: SenseBook,
    ) -> None:
        self.reader, self.positions, self.rules = reader, positions, rules
        self.kind = {line: section.kind for section in sections for line in section.lines}
        self.position = {line: number for number, position in enumerate(positions) for line in position.lines}
        self.headings = {section.heading_line for section in sections if section.heading_line is not None}
        self.certified = {(e.page, e.quote) for c in certifications for e in c.evidence}
        self.names = self._name_lines()
        self.firms = self._firm_atoms()

    def kind_of(self, line: int) -> SectionKind:
        return self.kind.get(line, SectionKind.OTHER)

    def in_skills(self, index: int) -> bool:
        """Whether the atom at `index` stands in a section of skills."""
        return self.kind_of(self.reader.atoms[index].line) is SectionKind.SKILLS

    def is_head(self, line: int) -> bool:
        """Whether a line tells what the person is: the heading of a job, the header, education."""
        number = self.position.get(line)
        if number is not None:
            return line not in self.positions[number].bullets
        return self.kind_of(line) in (SectionKind.HEADER, SectionKind.EDUCATION, SectionKind.SUMMARY)

    def where(self, match: Match) -> tuple[Where, int | None]:
        """The kind of place of a match, and the job it belongs to. Volunteering counts like a project."""
        line = self.reader.atoms[match.start].line
        number = self.position.get(line)
        if number is not None:
            if self.positions[number].kind is PositionKind.VOLUNTEERING:
                return Where.PROJECT, None
            return Where.EXPERIENCE, number
        place = PLACE_OF_SECTION.get(self.kind_of(line), Where.OTHER)
        shown = self.reader.document.lines[line]
        if place is not Where.EXPERIENCE and any(
            (shown.page, q) in self.certified for q in (shown.text, f"{shown.bullet} {shown.text}")
        ):
            place = Where.CERTIFICATE
        return place, None

    def blocked(self, match: Match, company: int) -> str:
        """Why nothing in this place is a skill of the person, "" where skills may stand.

        `company`: how many names stand in its list, itself included; a longer list of technologies is none of referees.
        """
        atom = self.reader.atoms[match.start]
        kind = self.kind_of(atom.line)
        if kind is SectionKind.REFERENCES and not (match.certain and company >= _LIST):
            return "stands among the referees"
        follower = self.reader.atoms[match.stop] if match.noun else None
        if atom.line in self.names and (follower is None or follower.line != atom.line):
            return "part of the person's name"
        if any(index in self.firms for index in range(match.start, match.stop)):
            return "part of an employer's name or place"
        if kind is SectionKind.EDUCATION and self._in_school(match):
            return "part of a school's name"
        if kind is SectionKind.HEADER and self._is_link(match):
            return "the name of a link, not a skill"
        if kind in (SectionKind.INTERESTS, SectionKind.LANGUAGES) and not match.certain:
            return "stands among interests or spoken languages"
        return ""

    def too_wide(self, match: Match, kind: str, listed: bool) -> str:
        """Why a concept or soft skill does not count here: wide fields only as an item of a skills section or certificate.

        Args:
            kind: the skill's kind, "tool", "concept" or "soft".
            listed: whether the match is an item of its own.
        """
        if kind == "tool":
            return ""
        atom = self.reader.atoms[match.start]
        line = self.kind_of(atom.line)
        number = self.position.get(atom.line)
        head = number is not None and atom.line not in self.positions[number].bullets
        if head or line is SectionKind.EDUCATION or atom.line in self.headings:
            return "names a field of work or study, not a skill"
        following = self.reader.atoms[match.end] if match.end < len(self.reader.atoms) else None
        if following is not None and ":" in following.before and following.line == atom.line:
            return "the label of a list, not a skill"
        if match.spelling.skill in self.rules.in_sentences:
            return ""
        return "" if listed and line is SectionKind.SKILLS and self._has_company(match) else "a wide field, named in passing"

    def _has_company(self, match: Match) -> bool:
        """Whether other items stand in its line, or it is an item below a bullet: a line alone may be the title of a list."""
        atoms = self.reader.atoms
        line = atoms[match.start].line
        if self.reader.document.lines[line].bullet:
            return True
        sides = [atoms[i].line == line for i in (match.start - 1, match.end) if 0 <= i < len(atoms)]
        return any(sides)

    def _name_lines(self) -> frozenset[int]:
        """The line with the person's name: the largest of the first lines of page 1, if it is short and without figures."""
        lines = self.reader.document.lines
        first = [
            index
            for index, line in enumerate(lines)
            if line.page == 1 and self.kind.get(index, SectionKind.HEADER) is SectionKind.HEADER and index not in self.headings
        ][:_NAME_LINES]
        if not first:
            return frozenset()
        largest = max(lines[index].size for index in first)
        named = [index for index in first if lines[index].size >= largest - 0.2]
        short = [i for i in named[:2] if len(lines[i].words) <= _NAME_WORDS and not any(c.isdigit() for c in lines[i].text)]
        # Where everything is of one size, only the very first line can be told to be the name.
        differs = any(lines[index].size < largest - 0.2 for index in first)
        return frozenset(short if differs else short[:1])

    def _firm_atoms(self) -> frozenset[int]:
        """Atoms of employers' names and places in the heading lines of positions."""
        atoms = self.reader.atoms
        by_line: dict[int, list[int]] = {}
        for index, atom in enumerate(atoms):
            by_line.setdefault(atom.line, []).append(index)
        found: set[int] = set()
        for position in self.positions:
            heads = [line for line in position.lines if line not in position.bullets]
            for name in (position.company, position.place):
                parts = key_of(name).split()
                for line in heads if parts else ():
                    found.update(_run(by_line.get(line, []), parts, [atoms[i].text for i in by_line.get(line, [])]))
        return frozenset(found)

    def _in_school(self, match: Match) -> bool:
        atoms = self.reader.atoms
        line = atoms[match.start].line
        for step, start in ((-1, match.start), (1, match.stop)):
            index = start - 1 if step < 0 else start
            while 0 <= index < len(atoms) and atoms[index].line == line:
                edge = atoms[index + 1] if step < 0 else atoms[index]
                if edge.listed:
                    break
                if atoms[index].text in self.rules.cues["school_words"]:
                    return True
                index += step
        return False

    def _is_link(self, match: Match) -> bool:
        """Whether the word is a label or target of a link in the contact lines."""
        atom = self.reader.atoms[match.start]
        token = self.reader.tokens[atom.token]
        line = self.reader.document.lines[token.line]
        word = line.words[token.word]
        follower = line.words[token.word + 1].text if token.word + 1 < len(line.words) else ""
        return bool(word.link) or word.text.endswith(":") or "/" in word.text or any(sign in follower for sign in "@/:")


def _run(indexes: list[int], parts: list[str], texts: list[str]) -> list[int]:
    """The indexes where `parts` stand one after another in a line."""
    for start in range(len(texts) - len(parts) + 1):
        if texts[start : start + len(parts)] == parts:
            return indexes[start : start + len(parts)]
    return []
