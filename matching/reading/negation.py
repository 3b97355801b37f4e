"""Tells a mention that is denied, wished for, or about other people from one that is the person's own; phrases are data.

A phrase such as "no experience with" reaches over the list that follows it, and no further: "No experience with Kubernetes or
Helm; shipped with Docker" denies two names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matching.knowledge.senses import Negation, SenseBook
from matching.reading.atoms import Atom
from matching.reading.skill_matches import Match

_IS = ("is", "was", "were")
_ENDS = ".,)]–—"  # signs that end what a phrase reaches over
_LONGEST = 6  # words of the longest phrase
_FILLERS = 6  # words between a phrase and the name
_PEOPLE_AFTER = 4  # words between a name and "developers"
_HIRING = 14  # words between "recruited" and the name
_VERB_BEFORE = 8  # words between "hired" and the name


class Scopes:
    """Finds for the mentions of one document what turns them round."""

    def __init__(self, atoms: Sequence[Atom], matches: Sequence[Match], rules: SenseBook, language: str = "") -> None:
        """`language` is that of the document where it is not English ("Portuguese"): there "no" may say something else."""
        self.otherwise = rules.otherwise.get(language, frozenset())
        self.atoms, self.matches, self.rules = atoms, matches, rules
        self.covered: Mapping[int, Match] = {i: m for m in matches for i in range(m.start, m.stop)}
        words = {word for n in rules.negations for phrase in (*n.before, *n.verbs) for word in phrase.split()[-1:]}
        self.ends = frozenset(words)
        self.after_starts = frozenset(phrase.split()[0] for n in rules.negations for phrase in n.after)

    def reason(self, match: Match) -> str:
        """Why the mention is not the person's own skill, "" where it is."""
        for kind in self.rules.negations:
            if self._before(match, kind) or (kind.after and self._after(match, kind)) or self._people(match, kind):
                return kind.reason
        return ""

    def _before(self, match: Match, kind: Negation) -> bool:
        """Whether one of the kind's phrases stands before the name with nothing but fillers and names of a list between."""
        sentence, clause = self.atoms[match.start].sentence, self.atoms[match.start].clause
        place, fillers = match.start - 1, 0
        while place >= 0 and self.atoms[place].sentence == sentence and self.atoms[place].clause == clause:
            other = self.covered.get(place)
            if other is not None:
                # What stands left of another name of the same list counts for both.
                place, fillers = other.start - 1, 0
                continue
            listed = kind.kind == "customers" and self.atoms[place].printed[0].isupper() and fillers < _FILLERS
            if listed and self.atoms[place + 1].before.strip() in ("", ",", "&"):
                place, fillers = place - 1, fillers + 1
                continue
            if any(sign in self.atoms[place + 1].before for sign in _ENDS):
                return False
            phrase = self._phrase_ending(place, kind.before)
            if phrase:
                return not self._excepted(place, phrase, kind)
            if self.atoms[place].text not in self.rules.fillers or fillers >= _FILLERS:
                return False
            place, fillers = place - 1, fillers + 1
        return False

    def _phrase_ending(self, place: int, phrases: frozenset[str]) -> str:
        """The longest of `phrases` that ends at atom `place`, "" where none does."""
        if self.atoms[place].text not in self.ends:
            return ""
        best, key = "", ""
        for start in range(place, max(-1, place - _LONGEST), -1):
            named = self.covered.get(start)
            if self.atoms[start].sentence != self.atoms[place].sentence or (named is not None and named.accepted):
                break
            key = f"{self.atoms[start].text} {key}" if key else self.atoms[start].text
            if key in phrases and key not in self.otherwise:
                best = key
        return best

    def _excepted(self, place: int, phrase: str, kind: Negation) -> bool:
        """Whether the phrase is part of one that says the contrary ("not only", "machine learning")."""
        start = place - phrase.count(" ")
        for low in range(max(0, start - 2), start + 1):
            for high in range(place, min(len(self.atoms), place + 3)):
                if " ".join(atom.text for atom in self.atoms[low : high + 1]) in kind.unless:
                    return True
        return False

    def _after(self, match: Match, kind: Negation) -> bool:
        """Whether one of the kind's phrases follows right behind the name: "Rust (learning in progress)"."""
        if match.end >= len(self.atoms) or self.atoms[match.end].text not in self.after_starts:
            return False
        sentence, clause = self.atoms[match.start].sentence, self.atoms[match.start].clause
        key = ""
        for index in range(match.end, min(len(self.atoms), match.end + _LONGEST)):
            atom = self.atoms[index]
            if atom.sentence != sentence or atom.clause != clause or (index > match.end and atom.before):
                return False
            if index == match.end and not atom.before.strip("-") and atom.text not in _IS:
                return False
            key = f"{key} {atom.text}" if key else atom.text
            if key in kind.after:
                return True
        return False

    def _people(self, match: Match, kind: Negation) -> bool:
        """Whether a verb before and a word for people behind the name make it theirs: "hired React engineers"."""
        if not kind.people:
            return False
        if self._hired(match, kind):
            return True
        clause = self.atoms[match.start].clause
        behind = range(match.stop, min(len(self.atoms), match.stop + _PEOPLE_AFTER))
        for index in behind:
            atom = self.atoms[index]
            if atom.clause != clause or (atom.before and index not in self.covered and index - 1 not in self.covered):
                return False
            if atom.text in kind.people:
                return self._verb_before(match, kind, clause)
            if index not in self.covered and atom.text not in ("and", "or", "senior", "junior"):
                return False
        return False

    def _hired(self, match: Match, kind: Negation) -> bool:
        """Whether people were looked for with the name behind them: "recruited 40 developers (Java, Python)"."""
        clause, people = self.atoms[match.start].clause, False
        for place in range(match.start - 1, max(-1, match.start - 1 - _HIRING), -1):
            atom = self.atoms[place]
            if atom.clause != clause:
                return False
            if people and atom.text in kind.hiring:
                return True
            known = place in self.covered or atom.text in kind.between or atom.text in self.rules.fillers
            people = people or atom.text in kind.people
            if not people and not known and atom.text not in self.rules.cues["tech_nouns"]:
                return False
        return False

    def _verb_before(self, match: Match, kind: Negation, clause: int) -> bool:
        for place in range(match.start - 1, max(-1, match.start - 1 - _VERB_BEFORE), -1):
            if self.atoms[place].clause != clause:
                return False
            if self._phrase_ending(place, kind.verbs):
                return True
            if (
                place not in self.covered
                and self.atoms[place].text not in kind.between
                and not self.atoms[place].text.isdigit()
            ):
                return False
        return False
