"""Reads misspelt names of technologies right ("Kuberentes"), with care not to invent any.

Candidates share the first letter and, within two, the length, or are the same letters in another order: all that
`_plausible` could accept. rapidfuzz ranks them by optimal string alignment, where a swap of neighbours is one edit. Against an
index of deletions (the idea of SymSpell) that is as quick a word (11 µs against 21), and needs no 67,000 entries first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matching.knowledge.senses import SenseBook, load_senses
from matching.knowledge.skills import SkillBook, Spelling
from matching.knowledge.spelling import key_of
from matching.knowledge.words import is_word, load_words
from matching.reading.atoms import Atom
from matching.reading.skill_matches import Match

_SHORTEST = 5  # no name under five letters is ever guessed
_ONE_EDIT_UP_TO = 8
_LONG = 7  # letters from which on a name is told by itself
_MOST_EDITS = 2
_NEAR = 6
_VOWELS = "aeiou"
_LIST = 2  # technologies beside an item of a list that make it a list of technologies


@dataclass(frozen=True, slots=True)
class _Names:
    """The names that can be misspelt: by first letter and length, and by their letters in order of the alphabet."""

    by_start: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    by_letters: dict[str, list[str]] = field(default_factory=dict)

    def near(self, word: str) -> list[str]:
        """All names that a slip could have made `word` of, and others."""
        lengths = range(len(word) - _MOST_EDITS, len(word) + _MOST_EDITS + 1)
        found = [name for length in lengths for name in self.by_start.get((word[0], length), ())]
        return found + [name for name in self.by_letters.get("".join(sorted(word)), ()) if name[0] != word[0]]


_made: list[tuple[Mapping[str, tuple[Spelling, ...]], _Names]] = []  # of the latest book
_known: dict[str, Spelling | None] = {}  # what words were read as, by the latest book
_KNOWN_MOST = 20_000


def _allowed(length: int) -> int:
    return 1 if length <= _ONE_EDIT_UP_TO else 2


def _names_of(book: SkillBook) -> _Names:
    """All one-word names of tools with at least five letters; gathered once a book, at its first typo."""
    if not _made or _made[-1][0] is not book.spellings:
        names = _Names()
        for key, spellings in book.spellings.items():
            if len(key) >= _SHORTEST and key.isalpha() and all(_guessable(s, book) for s in spellings):
                names.by_start.setdefault((key[0], len(key)), []).append(key)
                names.by_letters.setdefault("".join(sorted(key)), []).append(key)
        _known.clear()
        _made[:] = [(book.spellings, names)]
    return _made[-1][1]


def _guessable(spelling: Spelling, book: SkillBook) -> bool:
    """Only proper names of tools; one that has another meaning is not even believed when it is spelt right, unless it is long
    and mostly the technology ("Bootstrap")."""
    if book.skills[spelling.skill].kind != "tool" or spelling.capital:
        return False
    return not spelling.ambiguous or (len(spelling.form) >= _LONG and _mostly_technology(spelling.form))


def _mostly_technology(form: str) -> bool:
    rule = load_senses().sense(key_of(form), form)
    return rule is not None and rule.level in ("sure", "name")


def read_right(word: str, book: SkillBook) -> Spelling | None:
    """The one name of a technology that a misspelt folded word can be; None where there is none or more than one.

    Words of the language and names of other technologies are never misspelt. Up to eight letters one edit is allowed,
    from nine on two; in a name of five letters no letter may be another one ("redes" is not Redis).
    """
    if len(word) < _SHORTEST or not word.isalpha() or word in book.spellings or is_word(word, load_words()):
        return None
    names = _names_of(book)
    if word not in _known:
        if len(_known) >= _KNOWN_MOST:
            _known.clear()
        _known[word] = _nearest(word, book, names)
    return _known[word]


def _nearest(word: str, book: SkillBook, names: _Names) -> Spelling | None:
    """The only skill with a name at the least distance from `word`, None where two are as near."""
    best, found = _MOST_EDITS, dict[str, Spelling]()
    ranked = process.extract(word, names.near(word), scorer=OSA.distance, score_cutoff=_MOST_EDITS, limit=None)
    for key, edits, _ in ranked:  # nearest first
        if edits > best:
            break
        if edits <= _allowed(min(len(word), len(key))) and _plausible(word, key):
            best = int(edits)
            found.update((spelling.skill, spelling) for spelling in book.spellings[key])
    return next(iter(found.values())) if len(found) == 1 else None


def _plausible(word: str, key: str) -> bool:
    """Whether a slip of the keyboard makes `word` of `key`: the first letter stays, a plural is no slip, and short names only
    drop, double or swap letters."""
    if word[0] != key[0] and sorted(word) != sorted(key):
        return False
    # Another ending makes another word ("informatics", "elemento"); only a long name may lose its last letter.
    if word[:-1] in (key, key[:-1]) or (word == key[:-1] and len(key) <= _ONE_EDIT_UP_TO):
        return False
    # A wrong vowel before the last letter of a long name is a slip ("anguler"), not an ending.
    vowel = len(key) >= _LONG and word[-1] == key[-1] and word[-2] in _VOWELS and key[-2] in _VOWELS
    if len(word) == len(key) and word[:-2] == key[:-2] and sorted(word) != sorted(key) and not vowel:
        return False
    if len(key) == _SHORTEST and len(word) == len(key):
        return sorted(word) == sorted(key)
    return True


def find_typos(
    atoms: Sequence[Atom], matches: Sequence[Match], book: SkillBook, rules: SenseBook, usable: Sequence[bool]
) -> list[Match]:
    """Misspelt names among the atoms that exact matching left over.

    Args:
        matches: what was found exactly; the accepted ones are context.
        usable: says for each line whether a name may be guessed there at all (not in the header, schools, referees).
    """
    taken = {index for match in matches for index in range(match.start, match.stop)}
    tools = {i for m in matches if m.accepted and book.skills[m.spelling.skill].kind == "tool" for i in range(m.start, m.stop)}
    guesses: dict[int, Match] = {}
    for index, atom in enumerate(atoms):
        if index in taken or not usable[atom.line] or (atom.glued and atom.before not in ("", "/", "(", "+", "[")):
            continue
        spelling = read_right(atom.text, book) if atom.printed.isascii() else None
        if spelling is not None:
            guesses[index] = Match(index, index + 1, spelling, atom.text, index + 1, fuzzy=True, accepted=True)
    context = tools | guesses.keys()
    return [match for index, match in sorted(guesses.items()) if _in_context(index, atoms, context, rules, match.spelling)]


def _in_context(index: int, atoms: Sequence[Atom], context: set[int], rules: SenseBook, spelling: Spelling) -> bool:
    """Whether a guess stands near another technology, behind a word such as "in", or before one such as "services"; for a
    name with another meaning only the first counts."""
    own = atoms[index]
    near = range(max(0, index - _NEAR), min(len(atoms), index + _NEAR + 1))
    beside = sum(place != index and place in context and atoms[place].sentence == own.sentence for place in near)
    if spelling.ambiguous and len(spelling.form) <= _LONG:
        return beside >= _LIST and (own.opens or own.listed or own.breaks)  # "Jenkns" is a surname outside a list
    if beside:
        return True
    before = atoms[index - 1].text if index and not own.opens and not own.before else ""
    after = atoms[index + 1] if index + 1 < len(atoms) and not atoms[index + 1].opens else None
    if spelling.ambiguous:
        return False
    if after is not None and not after.before and after.text in rules.cues["tech_nouns"]:
        return True
    # A slip in a long name is told by its letters; a short one needs more than a word such as "for" beside it.
    return before in rules.cues["lead_ins"] or len(own.text) >= _LONG
