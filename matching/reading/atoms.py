"""The words of a résumé as names of skills are compared: folded, parted from signs, in clauses and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from matching.knowledge.spelling import tokens_of
from matching.reading.document import Document, Line
from matching.reading.resume import Evidence
from matching.reading.text import Token, evidence, tokens

# Words that are addresses, not prose: nothing in them is a skill ("github.com/name", "me@java.example").
_ADDRESS = re.compile(
    r"@|://|^www\.|^[\w-]+(\.[\w-]+)*\.(com|org|net|edu|gov|dev|me|co|uk|de|fr|es|pt|br|info|app|page|example|test)(/\S*)?[,;.)]*$",
    re.I,
)
_NOT_ADDRESS = re.compile(r"^(\(?[\w.]*\.NET|[A-Z]+\.NET)\b", re.I)
_LIST_SIGNS = frozenset(",;|/•·&+()[]{}:–—▪●◦‣∙*")
_STOPS = frozenset(".!?")
# A line shorter than this share of its block's widest line ends there: the next line is no continuation of a name.
_FULL_LINE = 0.55
_ROOM = 0.9  # of its column's widest line that a line and the next one together must leave free


@dataclass(slots=True)  # not frozen: a thousand are made for each résumé, and none is ever changed
class Atom:
    """A part of a printed word that names can be made of.

    `text` is folded, `printed` as it stands there; `token` the index of its token, `start` and `stop` characters in it.
    `before` holds the signs since the atom before it, `spaced` whether white space did; `clause` and `sentence` number the
    stretches between such signs as ; and between full stops, bullets and blocks; `opens` marks the first of a sentence;
    `breaks` that no name reaches over the place before it; `line` is an index into `Document.lines`.
    """

    text: str
    printed: str
    token: int
    start: int
    stop: int
    before: str
    spaced: bool
    line: int
    clause: int
    sentence: int
    opens: bool
    breaks: bool

    @property
    def glued(self) -> bool:
        """Whether only signs, no white space, part it from the atom before."""
        return not self.spaced

    @property
    def listed(self) -> bool:
        """Whether a sign of a list stands before it: comma, slash, bullet, bracket …"""
        return any(sign in _LIST_SIGNS for sign in self.before) or (self.spaced and "-" in self.before)


@lru_cache(maxsize=8192)
def _parts(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((part.text, part.start, part.end) for part in tokens_of(text))


def is_address(word: str) -> bool:
    """Whether a printed word is an e-mail address or a link."""
    return ("." in word or "@" in word) and bool(_ADDRESS.search(word)) and not _NOT_ADDRESS.match(word)


class AtomReader:
    """Parts a document into atoms; keeps the tokens, so that evidence can be cut from them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens: Sequence[Token] = tokens(document)
        self.widest = _widest(document)
        self.columns = _columns(document)
        self.bulleted = {(line.page, line.block) for line in document.lines if line.bullet}
        self.atoms: tuple[Atom, ...] = tuple(self._read())

    def _read(self) -> Iterator[Atom]:
        signs, spaced, clause, sentence, opens = "", True, 0, 0, True
        line = -1
        addresses = self._address_words()
        for index, token in enumerate(self.tokens):
            breaks = False
            spaced = spaced or not token.glued
            if token.line != line:
                if line >= 0 and self._parted(line, token.line):
                    clause, sentence, opens, signs = clause + 1, sentence + 1, True, ""
                breaks = line >= 0 and self._ends(line, token.line)
                line = token.last_line
            stop = bool(signs) and spaced and signs[-1] in _STOPS
            if stop:
                clause, sentence, opens = clause + 1, sentence + 1, True
            elif spaced and signs.endswith(";"):
                clause += 1
            if (token.line, token.word) in addresses:
                signs, spaced, opens = "|", True, False
                continue
            parts = _parts(token.text)
            if not parts:
                signs += token.text
                spaced = False
                continue
            for number, (text, start, end) in enumerate(parts):
                before = signs if not number else token.text[parts[number - 1][2] : start]
                yield Atom(
                    text,
                    token.text[start:end],
                    index,
                    start,
                    end,
                    before,
                    spaced and not number,
                    token.line,
                    clause,
                    sentence,
                    opens,
                    breaks and not number,
                )
                opens = False
            signs, spaced = token.text[parts[-1][2] :], False

    def _address_words(self) -> frozenset[tuple[int, int]]:
        return frozenset(
            (index, number)
            for index, line in enumerate(self.document.lines)
            for number, word in enumerate(line.words)
            if is_address(word.text)
        )

    def _parted(self, above: int, below: int) -> bool:
        """Whether a new bullet, block or page begins between two lines."""
        lines = self.document.lines
        first, second = lines[above], lines[below]
        return (
            bool(second.bullet)
            or (first.page, first.block, first.column) != (second.page, second.block, second.column)
            or below != above + 1
        )

    def _ends(self, above: int, below: int) -> bool:
        """Whether the upper line ends where it ends because nothing follows: then no name goes on in the lower one."""
        if self._parted(above, below):
            return True
        line = self.document.lines[above]
        if (line.page, line.block) in self.bulleted:
            return False
        if _width(line) < _FULL_LINE * self.widest.get((line.page, line.block), 0.0):
            return True
        # In a column of one word a line, as skills stand in a sidebar, a line ends where the column has room for the next.
        names = len(line.words) == 1 and len(self.document.lines[below].words) == 1
        room = self.columns.get((line.page, line.column), 0.0) if line.column and names else 0.0
        return _width(line) + _width(self.document.lines[below]) < _ROOM * room

    def evidence(self, start: int, stop: int) -> tuple[Evidence, ...]:
        """The places of the atoms from `start` up to but not including `stop`."""
        first, last = self.atoms[start], self.atoms[stop - 1]
        head, tail = self.tokens[first.token], self.tokens[last.token]
        return evidence(self.document, _cut(head, first.start, None), _cut(tail, None, last.stop))


def _cut(token: Token, start: int | None, stop: int | None) -> Token:
    """A token from or up to a character of its text; one broken at a line's end stays whole."""
    if token.line != token.last_line:
        return token
    begin = token.start + (start or 0)
    end = token.end if stop is None else min(token.end, token.start + stop)
    return Token(token.text, token.folded, token.line, token.word, begin, end, token.glued, token.last_word, token.last_line)


def _widest(document: Document) -> dict[tuple[int, int], float]:
    widest: dict[tuple[int, int], float] = {}
    for line in document.lines:
        key = (line.page, line.block)
        widest[key] = max(widest.get(key, 0.0), _width(line))
    return widest


def _columns(document: Document) -> dict[tuple[int, int], float]:
    """The width of the widest line of each column, by page and column."""
    widest: dict[tuple[int, int], float] = {}
    for line in document.lines:
        key = (line.page, line.column)
        widest[key] = max(widest.get(key, 0.0), _width(line))
    return widest


def _width(line: Line) -> float:
    return line.box[2] - line.box[0]
