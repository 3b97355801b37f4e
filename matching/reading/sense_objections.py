"""What speaks against a name being the technology: a longer word, a firm's name, an everyday phrase around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching.knowledge.senses import NameSense, SenseBook
from matching.reading.atoms import Atom
from matching.reading.sense_context import Context
from matching.reading.skill_matches import Match

_CITATION = 40  # words of a line in which the year of a citation is looked for
_PLAIN = NameSense("", "word", "capital")


class Objections:
    """Answers what speaks against the names of one document.

    Args:
        atoms: the words of the document.
        context: what stands beside each name, and what is accepted so far.
        rules: the phrases and cues, as data.
    """

    def __init__(self, atoms: Sequence[Atom], context: Context, rules: SenseBook) -> None:
        self.atoms, self.context, self.rules = atoms, context, rules

    def to_certain(self, match: Match) -> str:
        """What refuses even a name that nothing else is called: a firm's or prize's name, a syllable of a longer word."""
        after = self.context.next_atom(match.stop)
        if after is not None and not after.before and after.text in self.rules.cues["honours"]:
            return "part of the name of an honour or an organisation"
        if self.is_firm(match):
            return "part of a firm's name"
        own = self.atoms[match.start]
        syllable = len(match.key) <= 3 and not own.printed.isupper() and own.printed[0].isupper()
        if syllable and own.printed != match.spelling.form and self.is_glued(match, _PLAIN):
            return "part of a longer word or abbreviation"
        return ""

    def is_glued(self, match: Match, rule: NameSense) -> bool:
        """Whether a hyphen, dot, apostrophe or ampersand without space makes it part of another word."""
        first = self.atoms[match.start]
        before = self.atoms[match.start - 1] if match.start else None
        joined = before is not None and first.glued and first.before and first.before in "-.&'_’" and before.line == first.line
        if joined and (first.before != "-" or not self.context.is_accepted_at(match.start - 1)):
            return True
        after = self.atoms[match.stop] if match.stop < len(self.atoms) else None
        if after is None or not after.glued or not after.before or after.before not in "-.&'_’":
            return False
        if after.before in "'’":
            return rule.level != "name" or not self.atoms[match.start].printed[0].isupper()
        if after.before == "-":
            if after.text in self.rules.cues["hyphen_endings"] or after.text in self.rules.cues["tech_nouns"]:
                return rule.level == "letter" and after.text in ("level", "class")
            return not self.context.is_accepted_at(match.stop) and not self._is_spelled_large(match, rule)
        return True

    def _is_spelled_large(self, match: Match, rule: NameSense) -> bool:
        return rule.level == "name" and self.atoms[match.start].printed[0].isupper()

    def is_firm(self, match: Match) -> bool:
        after = self.context.next_atom(match.stop)
        if after is None or after.before not in ("", ",") or after.text not in self.rules.cues["firm_endings"]:
            return False
        return after.printed[0].isupper() or after.text == "plc" or after.before == ""

    def phrase(self, match: Match) -> str:
        """The reason of an everyday phrase that holds the name, "" where there is none."""
        for start in range(max(0, match.start - 3), match.start + 1):
            stop = start + 1
            key = self.atoms[start].text
            while key in self.rules.phrase_starts:
                whole = stop > match.stop or (stop == match.stop and start < match.start)
                if whole and start <= match.start and key in self.rules.phrases and self._is_everyday(match, start, stop):
                    return self.rules.phrases[key]
                if (
                    stop >= len(self.atoms)
                    or self.atoms[stop].opens
                    or self.atoms[stop].before not in ("", "-", "&", "/", "'", ".")
                ):
                    break
                key = f"{key} {self.atoms[stop].text}"
                stop += 1
        return ""

    def _is_everyday(self, match: Match, start: int, stop: int) -> bool:
        """Whether a phrase is printed as in everyday speech, or as a name of its own ("Google Play"): a name with a capital
        in the midst of small words ("the REST") is no part of a phrase."""
        own = self.atoms[match.start]
        if not own.printed[0].isupper() or own.opens or len(own.text) <= 2:
            return True
        others = [a for i, a in enumerate(self.atoms[start:stop], start) if not match.start <= i < match.stop]
        return any(atom.printed[0].isupper() and not atom.opens for atom in others) or (
            own.printed[1:].islower() and start == match.start
        )

    def beside(self, match: Match, rule: NameSense) -> bool:
        """Whether the words right before or behind it are among those that speak against it."""
        after = self.context.next_atom(match.stop)
        if after is not None and not after.before.strip(",-("):
            run = [after.text]
            for index in range(match.stop + 1, min(match.stop + 3, len(self.atoms))):
                run.append(f"{run[-1]} {self.atoms[index].text}")
            if not after.before and any(rule.not_next.has(key) for key in run):
                return True
            if self._is_class(after, rule.next_classes):
                return True
        before = self.atoms[match.start - 1] if match.start and not self.atoms[match.start].opens else None
        own = self.atoms[match.start]
        if match.start and self.atoms[match.start - 1].text in self.rules.cues["person_titles"]:
            return own.before in ("", ".")
        if before is None:
            return False
        if "%" in own.before and "<percent>" in rule.before_classes:
            return True
        if own.before.strip("-"):
            return False
        return rule.not_before.has(before.text) or ("<number>" in rule.before_classes and before.text.isdigit())

    def _is_class(self, atom: Atom, classes: frozenset[str]) -> bool:
        """Whether an atom belongs to one of the word classes that a rule names."""
        year = len(atom.text) == 4 and atom.text.isdigit() and atom.text.startswith(("19", "20"))
        return (
            ("<year>" in classes and (year or (atom.before.endswith("'") and atom.text.isdigit())))
            or (
                "<season>" in classes
                and (atom.text in self.rules.cues["season_words"] or atom.text in self.rules.cues["seasons"])
            )
            or ("<state>" in classes and atom.text in self.rules.cues["states"] and atom.printed[0].isupper())
            or ("<firm>" in classes and atom.text in self.rules.cues["firm_endings"])
        )

    def has_initial(self, match: Match) -> bool:
        """Whether an initial with its dot stands right before it ("T. Rust"); single letters that are languages are none."""
        own = self.atoms[match.start]
        if not match.start or own.before != "." or not own.spaced or not own.printed[0].isupper():
            return False
        before = self.atoms[match.start - 1]
        initial = len(before.printed) == 1 and before.printed.isalpha() and before.printed.isupper() and before.line == own.line
        return initial and (match.start - 1 not in self.context.covered or self._is_dated(match.start))

    def is_foreign(self, index: int) -> bool:
        """Whether an atom is a capital word that is no technology and no everyday word of the trade."""
        atom = self.atoms[index]
        if index in self.context.covered or not atom.printed[0].isupper() or atom.printed == "I":
            return False
        return not (atom.printed.isupper() and len(atom.printed) <= 4) and atom.text not in self.rules.cues["tech_nouns"]

    def is_cited(self, match: Match) -> bool:
        """Whether an author's initial with its dot follows behind a comma ("Kafka, F."); a letter that may be a language
        counts only in a line with a year, as citations have one."""
        stop, own = match.stop, self.atoms[match.start]
        if stop >= len(self.atoms) or not own.printed[0].isupper():
            return False
        initial = self.atoms[stop]
        lone = len(initial.printed) == 1 and initial.printed.isupper() and initial.before == "," and initial.line == own.line
        after = self.atoms[stop + 1] if stop + 1 < len(self.atoms) else None
        if not lone or (after is not None and after.line == own.line and not after.before.startswith(".")):
            return False
        return stop not in self.context.covered or self._is_dated(stop)

    def _is_dated(self, index: int) -> bool:
        """Whether a year follows in the line of the atom at `index`."""
        line = self.atoms[index].line
        return any(a.line == line and re.fullmatch(r"(?:19|20)\d\d", a.text) for a in self.atoms[index : index + _CITATION])
