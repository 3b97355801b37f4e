"""The sentences of a résumé in which deeds are looked for: wrapped lines joined, sentences parted, numbers told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.knowledge.activities import ActivityBook
from matching.reading.document import Document, Line
from matching.reading.text import Token, shown, tokens

_DIGITS = re.compile(r"(\d+(?:[.,]\d+)*)([a-zµ%]*)")
_YEAR = re.compile(r"(?:19[5-9]|20)\d\d")
_UNIT_LETTERS = {"ms", "s", "h", "min", "k", "m", "bn", "gb", "tb", "mb", "x", "%", "rps", "qps", "tps", "hrs", "pb", "b", "kb"}
_STOPS = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number or sign of a sentence. `key` is what patterns are compared with, `number` its value where it is one,
    `figure` whether it says how much (a year, a version or a name with a digit does not), `past` whether it is an -ed form."""

    key: str
    token: Token
    last: Token
    number: float | None = None
    figure: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """The pieces of one sentence in order, and its text as printed."""

    pieces: tuple[Piece, ...]
    text: str

    @property
    def has_figure(self) -> bool:
        """Whether it says how much or how many."""
        return any(piece.figure for piece in self.pieces)


class Sentences:
    """Gives the sentences of runs of lines of one document."""

    def __init__(self, document: Document, book: ActivityBook) -> None:
        self._document = document
        self._book = book
        self._verbs = frozenset(verb[0] for verb in book.verbs)
        self._tokens: dict[int, list[Token]] = {}
        for token in tokens(document):
            self._tokens.setdefault(token.line, []).append(token)

    def of(self, lines: Sequence[int], each_line: bool = False) -> Iterator[Sentence]:
        """The sentences of these lines (indexes into `Document.lines`); `each_line`: a list, where every line is one."""
        item: list[Token] = []
        last: int | None = None
        for index in lines:
            fresh = self._tokens.get(index, [])
            if item and (each_line or last is None or self._starts_item(last, index, fresh)):
                yield from self._parted(item)
                item = []
            item += fresh
            last = index
        if item:
            yield from self._parted(item)

    def _starts_item(self, last: int, index: int, fresh: list[Token]) -> bool:
        """Whether the line at `index` starts something new after line `last`."""
        above, line = self._document.lines[last], self._document.lines[index]
        if line.bullet or index - last > 1 or not fresh:
            return True
        if fresh[0].text[0].islower() or not fresh[0].text[0].isalnum():
            return False
        if not above.bullet and _apart(above, line):
            return True
        first = self._book.key(fresh[0].folded)
        return first in self._verbs and _past(fresh[0].folded, self._book) and not above.text.endswith((",", " and", " &", "/"))

    def _parted(self, item: list[Token]) -> Iterator[Sentence]:
        """An item of a list as its sentences: parted at full stops before a capital."""
        start = 0
        for i, token in enumerate(item):
            following = item[i + 1] if i + 1 < len(item) else None
            if token.text in _STOPS and following and not following.glued and not following.text[0].islower():
                yield self._sentence(item[start : i + 1])
                start = i + 1
        if start < len(item):
            yield self._sentence(item[start:])

    def _sentence(self, part: list[Token]) -> Sentence:
        first, last = part[0], part[-1]
        texts = []
        for index in range(first.line, last.last_line + 1):
            words = self._document.lines[index].words
            begin = first.word if index == first.line else 0
            end = last.last_word if index == last.last_line else len(words) - 1
            texts += [word.text for word in words[begin : end + 1]]
        return Sentence(tuple(_pieces(part, self._book)), shown(" ".join(texts)))


def phrase_pieces(text: str, book: ActivityBook) -> tuple[str, ...]:
    """The keys of a short text such as a job title."""
    return tuple(book.key(word) for word in re.findall(r"\w+|[^\s\w-]", text.casefold()))


def _apart(above: Line, line: Line) -> bool:
    """Whether two lines stand in different paragraphs."""
    return (above.page, above.block, above.column) != (line.page, line.block, line.column)


def _past(folded_word: str, book: ActivityBook) -> bool:
    return folded_word.endswith("ed") or folded_word in book.irregular


def _pieces(part: list[Token], book: ActivityBook) -> Iterator[Piece]:
    """The pieces of a sentence: hyphens inside words dropped, "2,400" made one number, "90ms" parted into number and unit."""
    i = 0
    while i < len(part):
        token = part[i]
        end = i
        while end + 2 < len(part) and _goes_on(part[end : end + 3]):
            end += 2
        if token.text[0].isdigit():
            yield from _number(part, i, end, book)
        elif token.text in "-\u2010\u2011" and token.glued:
            pass
        else:
            yield _word(part, i, book)
        i = end + 1


def _goes_on(three: list[Token]) -> bool:
    """Whether three tokens are the middle of a number with thousands: "2" "," "400"."""
    first, sign, rest = three
    joined = sign.text == "," and sign.glued and rest.glued
    return joined and first.text.isdigit() and rest.text[:3].isdigit() and not rest.text[3:4].isdigit()


def _number(part: list[Token], start: int, end: int, book: ActivityBook) -> Iterator[Piece]:
    text = "".join(token.folded for token in part[start : end + 1])
    found = _DIGITS.fullmatch(text)
    if not found or (found[2] and found[2] not in _UNIT_LETTERS):
        yield Piece(book.key(text), part[start], part[end])
        return
    value = float(found[1].replace(",", "")) if found[1].count(".") < 2 else 0.0
    yield Piece(found[1], part[start], part[end], value, _is_figure(found[1], part, start, end))
    if found[2]:
        yield Piece(found[2], part[start], part[end])


def _is_figure(digits: str, part: list[Token], start: int, end: int) -> bool:
    """Whether a number says how much: years, versions ("Java 8", "OAuth 2.0"), names ("HTTP/2", "24/7") do not."""
    before = part[start - 1] if start else None
    after = part[end + 1] if end + 1 < len(part) else None
    if digits.count(".") > 1 or (_YEAR.fullmatch(digits) and not (after and after.text == "%")):
        return False
    if before and part[start].glued and before.text in "/-.#'" and (start < 2 or not part[start - 2].text[0].isdigit()):
        return False
    if after and after.glued and after.text == "/" and end + 2 < len(part) and part[end + 2].text[0].isdigit():
        return False
    return not (before and start > 1 and before.text[0].isupper() and not part[start].glued)


def _word(part: list[Token], i: int, book: ActivityBook) -> Piece:
    token = part[i]
    key = book.key(token.folded)
    hyphen_next = i + 1 < len(part) and part[i + 1].text == "-" and part[i + 1].glued
    counted = key in book.numbers or key in book.big
    named = key in book.numbers and not hyphen_next and token.folded not in ("s", "m", "k")
    return Piece(key, token, token, 2.0 if counted and key in book.numbers else None, named, _past(token.folded, book))
