"""What stands beside a name in a text: the words near it, and the list of technologies it is an item of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matching.knowledge.senses import Phrases, SenseBook
from matching.knowledge.skills import SkillBook
from matching.reading.atoms import Atom
from matching.reading.skill_matches import Match

NEAR = 6  # atoms within a clause: "Ran 300 Spark jobs on Databricks"
FAR = 12  # atoms within a sentence, for names that mostly are the technology


class Context:
    """Answers questions about the surroundings of the names of one document.

    Args:
        atoms: the words of the document.
        matches: the names found, in reading order; what is accepted grows while they are judged.
        in_skills: says of an atom's index whether it stands in a section of skills.
    """

    def __init__(
        self,
        atoms: Sequence[Atom],
        matches: Sequence[Match],
        book: SkillBook,
        rules: SenseBook,
        in_skills: Callable[[int], bool],
    ) -> None:
        self.atoms, self.matches, self.book, self.rules, self.in_skills = atoms, matches, book, rules, in_skills
        self.covered = {index: match for match in matches for index in range(match.start, match.stop)}
        self.technical = False  # set once it is known
        self._chains: dict[int, list[Match]] = {}

    def is_tool(self, match: Match) -> bool:
        skill = self.book.skills[match.spelling.skill]
        return skill.kind == "tool" and skill.category not in self.rules.cues["not_technical"]

    def next_atom(self, index: int) -> Atom | None:
        """The atom at `index` where it goes on in the same sentence."""
        if index >= len(self.atoms) or self.atoms[index].opens or index == 0:
            return None
        return self.atoms[index] if self.atoms[index].sentence == self.atoms[index - 1].sentence else None

    def is_accepted_at(self, index: int) -> bool:
        found = self.covered.get(index)
        return found is not None and (found.certain or found.accepted)

    def is_led_in(self, match: Match) -> bool:
        before = self.atoms[match.start - 1] if match.start and not self.atoms[match.start].opens else None
        return before is not None and not self.atoms[match.start].before and before.text in self.rules.cues["lead_ins"]

    def near_words(self, match: Match, phrases: Phrases, believed: bool = False) -> bool:
        """Whether one of `phrases` stands in the same sentence, not as part of the name itself.

        `believed`: a word that is a doubtful name itself counts only where it is printed as one ("a python" is no cue).
        """
        sentence = self.atoms[match.start].sentence
        low = max(0, match.start - FAR)
        high = min(len(self.atoms), match.stop + FAR)
        for start in range(low, high):
            if self.atoms[start].sentence != sentence or match.start <= start < match.stop:
                continue
            if believed and self._is_doubtful(start):
                continue
            key = ""
            for stop in range(start, min(high, start + phrases.longest)):
                if self.atoms[stop].sentence != sentence or match.start <= stop < match.stop:
                    break
                key = f"{key} {self.atoms[stop].text}" if key else self.atoms[stop].text
                if phrases.has(key):
                    return True
        return False

    def _is_doubtful(self, index: int) -> bool:
        """Whether the atom belongs to a name that is refused, or not accepted and printed small."""
        found = self.covered.get(index)
        if found is None or found.accepted:
            return False
        # In a text that is not technical doubtful names must not vouch for each other.
        return bool(found.reason) or not self.technical or not self.atoms[found.start].printed[0].isupper()

    def has_near(self, match: Match, reach: int, clause: bool, office: bool = False) -> bool:
        """Whether an accepted technology stands at most `reach` atoms away in the same clause, or sentence."""
        own = self.atoms[match.start]
        for index in range(max(0, match.start - reach), min(len(self.atoms), match.stop + reach)):
            other = self.covered.get(index)
            if other is None or other is match or not other.accepted or not (office or self.is_tool(other)):
                continue
            there = self.atoms[index]
            if there.clause == own.clause or (not clause and there.sentence == own.sentence):
                return True
        return False

    def neighbours(self, match: Match) -> list[Match]:
        """Accepted technologies, or others of its own kind, tied to it through list signs or words such as "and"."""
        kind = self.book.skills[match.spelling.skill].category
        return [
            m
            for m in self.chain(match)
            if m.accepted and m is not match and (self.is_tool(m) or self.book.skills[m.spelling.skill].category == kind)
        ]

    def company(self, match: Match) -> int:
        """How many names stand in one list with the match, itself included."""
        return len(self.chain(match))

    def row(self, match: Match) -> int:
        """How many names stand in a row with it, with nothing but space between; itself included."""
        count, place = 1, match.start - 1
        while (other := self.covered.get(place)) is not None and self._is_plain(place + 1):
            count, place = count + 1, other.start - 1
        place = match.stop
        while (other := self.covered.get(place)) is not None and self._is_plain(place):
            count, place = count + 1, other.stop
        return count

    def _is_plain(self, index: int) -> bool:
        """Whether nothing but space stands before an atom that goes on in its line."""
        atom = self.atoms[index]
        return atom.spaced and not atom.before and not atom.opens and self.atoms[index - 1].line == atom.line

    def chain(self, match: Match) -> Sequence[Match]:
        """The names of the list that it stands in, itself included: each tied to the one before."""
        if not self._chains:
            run: list[Match] = []
            for one in self.matches:
                if not run or not self._tied(run[-1], one):
                    run = []
                run.append(one)
                self._chains[id(one)] = run
        return self._chains[id(match)]

    def _tied(self, one: Match, two: Match) -> bool:
        """Whether two matches in reading order stand in one list with nothing but a sign or a linking word between."""
        first, gap = self.atoms[one.start], self.atoms[one.end : two.start]
        second = self.atoms[two.start]
        if one.end > two.start or first.sentence != second.sentence:
            return (
                one.end == two.start
                and self.in_skills(one.start)
                and self.in_skills(two.start)
                and second.line == first.line + 1
            )
        if not gap:
            spaced = self._is_plain(two.start) and self.in_skills(one.start) and self.in_skills(two.start)
            return spaced or second.listed or (second.before == ";" and second.clause != first.clause) or "-" in second.before
        if len(gap) == 1:
            return (
                gap[0].text in self.rules.cues["links"] and gap[0].before in ("", ",", ")", "),") and second.before in ("", "(")
            )
        return False

    def is_item(self, match: Match) -> bool:
        """Whether it is an item of its own between signs of a list or at the ends of its line."""
        own = self.atoms[match.start]
        starts = own.opens or own.listed or own.breaks or (match.start > 0 and self.atoms[match.start - 1].line != own.line)
        if not starts:
            return False
        if match.end >= len(self.atoms):
            return True
        after = self.atoms[match.end]
        return after.opens or after.listed or after.before == ";" or after.clause != own.clause or after.line != own.line
