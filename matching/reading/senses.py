"""Decides for each name found whether it is the technology or something else of that name; the rules are data.

A name is certain where nothing else is called so. The others are judged by what stands beside them: a list of technologies,
a cue of their own, a technology close by, a word such as "Spark jobs", a version. What speaks against them (a longer
everyday phrase, a year, a firm, a person's name) is looked at first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from matching.knowledge.senses import NameSense, SenseBook
from matching.knowledge.skills import SkillBook
from matching.knowledge.spelling import key_of
from matching.knowledge.words import is_word, load_words
from matching.reading.atoms import Atom
from matching.reading.sense_context import FAR, NEAR, Context
from matching.reading.sense_objections import Objections
from matching.reading.skill_matches import Match

_TECHNICAL = 3  # certain technologies that make a text a technical one
_TRADE = 2  # words of the trade in titles that stand in for certain technologies
_ROUNDS = 9  # an accepted name is context for its neighbours: it reaches from one item of a list to the next
_ROW = 4  # names beside each other without a sign that make a list: "AWS Redis Kafka Django"
_SMALL = NameSense("", "name", "any")
_PLAIN = NameSense("", "word", "capital")


class Judge:
    """Judges the names of one document.

    Args:
        atoms: the words of the document.
        matches: the names found, in reading order; `certain`, `accepted` and `reason` are set by `decide`.
        in_skills: says of an atom's index whether it stands in a section of skills.
        is_head: says of a line's index whether it tells what the person is: a job's title, the header, a degree.
    """

    def __init__(
        self,
        atoms: Sequence[Atom],
        matches: Sequence[Match],
        book: SkillBook,
        rules: SenseBook,
        in_skills: Callable[[int], bool],
        is_head: Callable[[int], bool],
    ) -> None:
        self.atoms, self.matches, self.book, self.rules = atoms, matches, book, rules
        self.in_skills, self.is_head = in_skills, is_head
        self.words = load_words()
        self.context = Context(atoms, matches, book, rules, in_skills)
        self.covered = self.context.covered
        self.objections = Objections(atoms, self.context, rules)
        self.rule_of = {id(match): self._rule(match) for match in matches}
        self.capital_lines = _capital_lines(atoms)
        self.technical = False
        for match in matches:
            rule = self.rule_of[id(match)]
            match.certain = rule is None or rule.level == "sure"

    def decide(self) -> None:
        """Accept or refuse every match that has no reason against it yet; a refused one gets its reason."""
        for match in self.matches:
            if match.certain and not match.reason:
                match.reason = self.objections.to_certain(match)
                match.accepted = not match.reason
        open_matches = [m for m in self.matches if not m.certain and not m.reason]
        for match in open_matches:
            match.reason = self._against(match)
        waiting = [m for m in open_matches if not m.reason]
        self.technical = self.context.technical = self._is_technical(waiting)
        for _ in range(_ROUNDS):
            fresh = [m for m in waiting if not m.accepted and self._speaks_for(m)]
            for match in fresh:
                match.accepted = True
            if not fresh:
                break
        for match in waiting:
            if not match.accepted:
                match.reason = self._doubt(match)

    def _is_technical(self, waiting: Sequence[Match]) -> bool:
        """Whether the text is a technical one: it names certain technologies, or few of them beside words of the trade.

        Names that may be something else count only beside certain ones, or a text full of them would vouch for itself.
        """
        certain = {m.spelling.skill for m in self.matches if m.accepted and self.context.is_tool(m)}
        named = [match for match in waiting if self._is_likely(match)]
        likely = certain | {match.spelling.skill for match in named}
        if any(sum(other in named for other in self.context.chain(match)) >= _TECHNICAL for match in named):
            return True  # several of them in one list
        trade = {atom.text for atom in self.atoms if atom.text in self.rules.cues["trade_words"] and self.is_head(atom.line)}
        if len(certain) >= _TECHNICAL or (len(certain) == _TECHNICAL - 1 and len(likely) >= _TECHNICAL):
            return True
        return (len(trade) >= _TRADE and bool(likely)) or (bool(trade) and bool(certain))

    def _is_likely(self, match: Match) -> bool:
        """Whether a doubtful name mostly is the technology, is printed as one and is no given name."""
        rule = self.rule_of[id(match)]
        likely = rule is not None and rule.level == "name" and not rule.person
        return likely and rule is not None and self._printed_as(match, rule) and self.context.is_tool(match)

    # -- which rule -------------------------------------------------------------------------------------------------

    def _rule(self, match: Match) -> NameSense | None:
        """The rule for a match; None where the name is certain."""
        printed = " ".join(atom.printed for atom in self.atoms[match.start : match.stop])
        found = self.rules.sense(match.key, printed)
        if found is None and match.key != key_of(match.spelling.form) and match.stop - match.start == 1:
            stem = key_of(match.spelling.form)
            found = self.rules.sense(stem, printed) if match.key.startswith(stem) else None
        if found is not None:
            return found
        if match.spelling.ambiguous:
            return _PLAIN
        skill = self.book.skills[match.spelling.skill]
        if match.spelling.form == printed and any(letter.isupper() for letter in printed[1:]) and not printed.isupper():
            return None  # capitals inside the word, as in LaTeX: nobody writes an everyday word so
        if skill.kind == "tool" and match.stop - match.start == 1 and is_word(match.key, self.words):
            return _SMALL if match.key not in self.words else _PLAIN
        return None

    # -- what speaks against ----------------------------------------------------------------------------------------

    def _against(self, match: Match) -> str:
        """The reason why a name is something else for sure, "" where nothing says so."""
        rule = self.rule_of[id(match)]
        assert rule is not None
        if self.objections.is_glued(match, rule):
            return "part of a longer word or abbreviation"
        if self.objections.is_firm(match):
            return "part of a firm's name"
        reason = self.objections.phrase(match)
        if reason:
            return reason
        if self.objections.beside(match, rule):
            return f"here {rule.reason}"
        if rule.not_near.longest and self.context.near_words(match, rule.not_near) and not self._own_cue(match, rule):
            return f"here {rule.reason}"
        if self.objections.has_initial(match) or (not self.in_skills(match.start) and self.objections.is_cited(match)):
            return "part of a person's name"
        if rule.person and self._is_beside_person(match):
            return "part of a person's name"
        if self._is_part_of_name(match) and not self._in_list(match) and not self._own_cue(match, rule):
            return "part of another name"
        return ""

    def _is_part_of_name(self, match: Match) -> bool:
        """Whether a capital word beside it makes it part of another name ("Trenord Express", "Julia Marsh")."""
        own = self.atoms[match.start]
        rule = self.rule_of[id(match)]
        telling = own.line not in self.capital_lines or (rule is not None and rule.person and not self.is_head(own.line))
        if not telling or not own.printed[0].isupper():
            return False
        if match.start and not own.before and not own.opens and own.spaced:
            before = self.atoms[match.start - 1]
            same = before.line == own.line
            if (
                same
                and self.objections.is_foreign(match.start - 1)
                and not before.opens
                and before.text not in self.rules.cues["makers"]
            ):
                return True
        after = self.context.next_atom(match.stop)
        return (
            after is not None
            and after.spaced
            and not after.before
            and not match.noun
            and self.objections.is_foreign(match.stop)
        )

    def _is_beside_person(self, match: Match) -> bool:
        """Whether the word right beside it can be a person's name as well ("Travis Jenkins"), outside a row of many names."""
        if self.context.row(match) >= _ROW:
            return False
        for index, joint in ((match.start - 1, match.start), (match.stop, match.stop)):
            other = self.covered.get(index)
            rule = self.rule_of[id(other)] if other is not None else None
            if rule is not None and rule.person and joint < len(self.atoms):
                edge = self.atoms[joint]
                if edge.spaced and not edge.before and not edge.opens and self.atoms[index].printed[0].isupper():
                    return True
        return False

    # -- what speaks for --------------------------------------------------------------------------------------------

    def _speaks_for(self, match: Match) -> bool:
        rule = self.rule_of[id(match)]
        assert rule is not None
        listed = self._in_list(match)
        if not self._printed_as(match, rule):
            return self._small_but_listed(match, rule)
        if listed or self._own_cue(match, rule):
            return True
        if rule.level == "name":
            return (
                self.technical
                or match.noun
                or self.context.has_near(match, FAR, clause=False, office=self.context.is_led_in(match))
            )
        if rule.level == "word":
            return self._word_speaks(match)
        if rule.lead and match.noun and self.technical and self.context.has_near(match, FAR, clause=False):
            return True
        if rule.lead and self.context.is_led_in(match):
            return self.technical or self.context.has_near(match, NEAR, clause=True)
        return False

    def _word_speaks(self, match: Match) -> bool:
        """An everyday word with a capital: a technology close by, or a trade word and a technical text."""
        if self.context.has_near(match, NEAR, clause=True):
            return True
        opens = self.atoms[match.start].opens
        if not opens and self.context.is_led_in(match) and self.context.has_near(match, NEAR, clause=True, office=True):
            return True
        if self.technical and not opens and self.context.has_near(match, FAR, clause=False):
            return True
        return self.technical and (match.noun or match.version or (not opens and self.context.is_led_in(match)))

    def _printed_as(self, match: Match, rule: NameSense) -> bool:
        """Whether the name is printed as the rule wants it."""
        own = self.atoms[match.start]
        if rule.case == "any":
            return True
        if rule.case == "exact":
            printed = " ".join(a.printed for a in self.atoms[match.start : match.stop])
            return printed in rule.forms and not self._is_verb(match, rule)
        if self._is_verb(match, rule):
            return False
        if rule.case == "upper":
            return own.printed.rstrip("0123456789").isupper() or self._in_list(match)
        return own.printed[0].isupper() or own.printed[0].isdigit()

    def _is_verb(self, match: Match, rule: NameSense) -> bool:
        """Whether it may be a verb that begins a sentence: its capital then says nothing."""
        if not rule.verb or not self.atoms[match.start].opens or match.noun or match.version or self._in_list(match):
            return False
        after = self.context.next_atom(match.stop)
        objects = after is not None and not after.before and after.text in self.rules.cues["verb_objects"]
        if objects and self.context.is_accepted_at(match.stop + 1) and after is not None and after.text in ("in", "on"):
            return False  # "Spark on EMR"
        return objects or not self._own_cue(match, rule)

    def _small_but_listed(self, match: Match, rule: NameSense) -> bool:
        """A name printed small is believed in a list of technologies; an everyday word only in one that is small, too."""
        if rule.level in ("letter", "never") and len(match.key) < 2:
            return False
        own = self.atoms[match.start]
        neighbours = self.context.neighbours(match)
        if rule.level == "name" and rule.case != "exact" and own.printed.islower():
            if neighbours or (self._own_cue(match, rule) and not rule.verb) or (self.technical and self._is_small_list(match)):
                return True
            return self.context.is_led_in(match) and self.context.has_near(match, NEAR, clause=True)
        small = [n for n in neighbours if self.atoms[n.start].printed.islower()]
        return bool(small) and own.printed.islower()

    def _is_small_list(self, match: Match) -> bool:
        """Whether it stands in a list of several names that mostly are technologies ("python, rust and ruby services")."""
        rules = [(m, self.rule_of[id(m)]) for m in self.context.chain(match)]
        likely = {
            m.spelling.skill for m, rule in rules if rule is not None and rule.level == "name" and self.context.is_tool(m)
        }
        return len(likely) >= _TECHNICAL

    def _doubt(self, match: Match) -> str:
        rule = self.rule_of[id(match)]
        assert rule is not None
        if not self._printed_as(match, rule):
            return f"printed as {rule.reason}"
        if rule.level == "letter":
            return "a single letter or abbreviation outside a list of technologies"
        return "no technology or telling word near it"

    def _own_cue(self, match: Match, rule: NameSense) -> bool:
        return rule.cues.longest > 0 and self.context.near_words(match, rule.cues, believed=True)

    def _in_list(self, match: Match) -> bool:
        """Whether it stands in a list of technologies: tied to an accepted one, or an item of its own in a skills section."""
        if self.context.neighbours(match):
            return True
        own = self.rule_of[id(match)]
        assert own is not None
        if own.level != "letter" and self._has_twin(match):
            return True
        if not self.in_skills(match.start) or not self.context.is_item(match):
            return False
        office = self.book.skills[match.spelling.skill].category in self.rules.cues["not_technical"]
        if office and own.level == "word" and self.atoms[match.start].printed[0].isupper():
            return True  # "Wound care, triage, Excel": an item of its own is a name, and no other skill need be near
        sentence, line = self.atoms[match.start].sentence, self.atoms[match.start].line
        return own.level != "never" and any(
            m.accepted
            and m is not match
            and self.context.is_tool(m)
            and self.in_skills(m.start)
            and (self.atoms[m.start].sentence == sentence or abs(self.atoms[m.start].line - line) <= 2)
            for m in self.matches
        )

    def _has_twin(self, match: Match) -> bool:
        """Whether another name of its own kind stands in the same list: "Word, Excel and Outlook" vouch for each other."""
        category = self.book.skills[match.spelling.skill].category
        return any(
            m is not match
            and self.book.skills[m.spelling.skill].category == category
            and m.spelling.skill != match.spelling.skill
            and self.atoms[m.start].printed[0].isupper()
            and (not m.reason)
            and (self.in_skills(match.start) or category in self.rules.cues["not_technical"])
            for m in self.context.chain(match)
        )


def _capital_lines(atoms: Sequence[Atom]) -> frozenset[int]:
    """Lines where most words have a capital, as in headings: there a capital tells nothing about a neighbour."""
    large, total = Counter[int](), Counter[int]()
    for atom in atoms:
        if len(atom.text) > 3 and atom.printed[0].isalpha():
            total[atom.line] += 1
            large[atom.line] += atom.printed[0].isupper()
    return frozenset(line for line, count in total.items() if count >= 3 and large[line] >= 0.75 * count)
