"""Where names of skills stand among the atoms of a résumé: longest match first, spellings of the skill book only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matching.knowledge.senses import SenseBook
from matching.knowledge.skills import SkillBook, Spelling
from matching.knowledge.spelling import is_version
from matching.reading.atoms import Atom

# Signs that a name may hold between its parts besides white space: "CI/CD", "Node.js", "R&D", "scikit-learn", "PL/SQL".
_INNER_SIGNS = frozenset("-./&+'_")


@dataclass(slots=True)
class Match:
    """A name found from atom `start` up to, not including, `stop`; `end` looks past a version and a word such as "jobs".

    `certain` says that it needs no context, `accepted` that its context decided for it; `reason` why it was refused.
    """

    start: int
    stop: int
    spelling: Spelling
    key: str
    end: int = 0
    certain: bool = True
    accepted: bool = False
    reason: str = ""
    noun: bool = False  # a word such as "jobs" or "developer" follows
    version: bool = False
    fuzzy: bool = False
    wide: bool = False  # refused only because it is a wide field named in passing


_made: list[
    tuple[Mapping[str, object], frozenset[str]]
] = []  # of the latest book: it is the same one as long as a program runs


def prefixes(book: SkillBook) -> frozenset[str]:
    """All beginnings of keys of several tokens; built once a book."""
    if not _made or _made[-1][0] is not book.spellings:
        parts = (key.split() for key in book.spellings)
        _made[:] = [(book.spellings, frozenset(" ".join(p[:n]) for p in parts for n in range(1, len(p))))]
    return _made[-1][1]


def find_matches(atoms: Sequence[Atom], book: SkillBook, senses: SenseBook) -> list[Match]:
    """All names of the book in reading order, longest first, without overlaps."""
    starts = prefixes(book)
    found: list[Match] = []
    index = 0
    while index < len(atoms):
        match = _longest(atoms, index, book, starts)
        if match is None:
            index += 1
            continue
        _look_past(match, atoms, senses)
        found.append(match)
        index = match.stop
    return found


def _longest(atoms: Sequence[Atom], start: int, book: SkillBook, starts: frozenset[str]) -> Match | None:
    key, best, stop = atoms[start].text, None, start + 1
    if key.isalpha() and key not in starts and key not in book.spellings:
        return None
    while True:
        spellings = tuple(s for s in book.candidates(key) if not s.capital or _capitals(atoms[start:stop]))
        if spellings:
            best = Match(start, stop, _printed_so(spellings, atoms[start:stop]), key)
        if key not in starts or stop >= len(atoms) or not _goes_on(atoms[stop]):
            return best
        key = f"{key} {atoms[stop].text}"
        stop += 1


def _goes_on(atom: Atom) -> bool:
    """Whether a name may reach over the place before `atom`."""
    if atom.breaks or atom.opens:
        return False
    return not atom.before or (len(atom.before) <= 3 and all(sign in _INNER_SIGNS for sign in atom.before))


def _capitals(atoms: Sequence[Atom]) -> bool:
    return all(atom.printed[0].isupper() or atom.printed[0].isdigit() for atom in atoms)


def _printed_so(spellings: tuple[Spelling, ...], atoms: Sequence[Atom]) -> Spelling:
    """Among several skills of one key the one whose form is printed exactly so ("LESS" or "LeSS"), else the first."""
    if len(spellings) == 1:
        return spellings[0]
    printed = "".join(atom.printed for atom in atoms)
    return next((s for s in spellings if "".join(c for c in s.form if c.isalnum()) == printed), spellings[0])


def _look_past(match: Match, atoms: Sequence[Atom], senses: SenseBook) -> None:
    """Set `end` behind a version ("Java 8/11", "Angular 2+") and one word that names a part of a system ("Helm charts")."""
    match.end = match.stop
    last = atoms[match.stop - 1]
    match.version = last.text[-1].isdigit() and not match.spelling.form[-1].isdigit()
    while match.end < len(atoms) and match.end < match.stop + 3:
        atom = atoms[match.end]
        if atom.opens or atom.breaks or atom.sentence != last.sentence or not _is_version_after(atom):
            break
        match.version = True
        match.end += 1
    if match.end < len(atoms):
        atom = atoms[match.end]
        plain = not atom.before or atom.before == "-"
        if plain and atom.sentence == last.sentence and not atom.breaks and atom.text in senses.cues["tech_nouns"]:
            match.noun = True
            match.end += 1
        elif plain and not atom.opens and not atom.breaks and atom.text in senses.cues["grades"]:
            match.end += 1


def _is_version_after(atom: Atom) -> bool:
    if atom.before not in ("", "/", ".", "-", "("):
        return False
    year = len(atom.text) == 4 and atom.text.isdigit() and atom.text.startswith(("19", "20"))
    return is_version(atom.text) and not year and (len(atom.text) < 4 or "." in atom.text)
