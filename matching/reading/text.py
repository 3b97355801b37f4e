"""Text for matching and for showing: folded spelling, tokens with their places, boxes and quotes of found words.

Tokens
------
A token is a name or one punctuation sign of a printed word; `tokens` gives them in reading order of a `Document`.

* A name is a run of letters and digits. A dot inside it belongs to it ("Node.js", "2.0", "ASP.NET"), so does a dot before a
  letter at the start of a word (".NET"), and `#`, `+` or `++` right after a letter ("C#", "C++", "A+"); but `+` between two
  names parts them ("Docker+Kubernetes"). Apostrophes part ("Python's" is "Python", "'", "s").
* Every other sign is a token of its own: "CI/CD" is "CI", "/", "CD"; "R&D" is "R", "&", "D"; "(EC2," is "(", "EC2", ",".
* `glued` says that nothing but the token before it stands in front: no white space. Matching tries joined runs: the folded
  texts of consecutive tokens, put together without a space where `glued` and with one space where not ("ci/cd", "r&d",
  "go-to", "spring boot"), longest run first; a name inside a longer glued run ("R" in "R&D", "go" in "go-to") is thereby known.
* A word broken at a line's end is one token: `text` is the whole word, `line`, `word`, `start` tell where it begins,
  `last_line`, `last_word`, `end` where it ends. A soft hyphen always joins. A printed hyphen joins when a lower-case letter
  continues in the next line of the same block; whether it belonged to the word cannot be told ("event-" / "driven"), so
  compare hyphenated names by `letters_only` too. Where the word has another hyphen ("state-of-the-" / "art") the parts stay
  tokens, glued.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from matching.reading.document import Box, Document, Line, Word
from matching.reading.resume import Evidence

# Signs without a shape of their own: soft hyphen, zero-width spaces and joiners, bidi marks and controls, variation selectors.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_SHAPELESS = "\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff" + _BIDI
_COMBINING = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_DROPPED = re.compile(f"[{_SHAPELESS}]+")
_UNIFIED = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u0060\u00b4\u02bc", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63", "-")
)
_SHOWN_DROPPED = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]+")
_SHOWN_MARKED = re.compile(f"[{_BIDI}\u2028\u2029\x00-\x1f\x7f-\x9f]")

_INNER = f"[{_SHAPELESS}{_COMBINING}]"
_NAME = f"{_INNER}*[^\\W_](?:[^\\W_]|{_INNER})*"
_TOKEN = re.compile(
    rf"(?:(?<![\w.)\]])\.(?=[^\W\d_]))?{_NAME}(?:\.{_NAME})*(?:(?<=[^\W\d_])(?:\#|\+\+|\+(?![^\W_+])))?"  # a name
    rf"|{_INNER}+"  # nothing to see: no token
    r"|\S"  # one sign
)
_ONLY_INNER = re.compile(f"{_INNER}+")
_BREAKS = "-\u2010\u00ad"


@dataclass(frozen=True, slots=True)
class Token:
    """A name or a sign, with its place: `line` is an index into `Document.lines`, `word` into that line's words, `start` and
    `end` are character offsets in the printed text of the first and of the last word. `last_line` and `last_word` differ
    from `line` and `word` only for a word broken at a line's end."""

    text: str
    folded: str
    line: int
    word: int
    start: int
    end: int
    glued: bool
    last_word: int
    last_line: int


def folded(text: str) -> str:
    """`text` for comparing only: compatibility forms, case, quotes and dashes made one, invisible signs dropped."""
    if text.isascii():
        return text.replace("`", "'").casefold()
    text = _DROPPED.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return unicodedata.normalize("NFKC", text).translate(_UNIFIED)


def letters_only(text: str) -> str:
    """The folded letters and digits of `text` alone: "Event-Driven" and "event driven" give the same."""
    return "".join(sign for sign in folded(text) if sign.isalnum())


def shown(text: str) -> str:
    """`text` safe to show: zero-width signs and soft hyphens dropped, text-direction and other controls as visible marks."""
    if text.isascii() and text.isprintable():
        return text
    return _SHOWN_MARKED.sub(lambda found: f"[U+{ord(found[0]):04X}]", _SHOWN_DROPPED.sub("", text))


# The tokens of the document asked for last: several steps look at one document after the other.
_latest: tuple[Document, tuple[Token, ...]] | None = None


def tokens(document: Document) -> tuple[Token, ...]:
    """All tokens of the visible lines in reading order, words broken at line ends joined."""
    global _latest
    known = _latest
    if known is None or known[0] is not document:
        known = _latest = (document, _tokens(document))
    return known[1]


def _tokens(document: Document) -> tuple[Token, ...]:
    lines = document.lines
    found: list[Token] = []
    for index, line in enumerate(lines):
        fresh = list(line_tokens(line, index))
        if fresh and found and _continues(lines, found[-1], index):
            _join(found, fresh, lines)
        found += fresh
    return tuple(found)


def line_tokens(line: Line, index: int = 0) -> Iterator[Token]:
    """The tokens of one line alone; `index` becomes their `line`."""
    for number, word in enumerate(line.words):
        first = True
        for match in _TOKEN.finditer(word.text):
            text = match[0]
            if _ONLY_INNER.fullmatch(text) and text[0] not in "\u00ad":
                continue
            yield Token(text, folded(text), index, number, match.start(), match.end(), not first, number, index)
            first = False


def _continues(lines: tuple[Line, ...], last: Token, index: int) -> bool:
    """Whether the line at `index` goes on where `last`, the token before it, stopped."""
    above, line = lines[last.last_line], lines[index]
    return (
        last.last_line == index - 1
        and (above.page, above.block, above.column) == (line.page, line.block, line.column)
        and not line.bullet
        and line.furniture == above.furniture
    )


def _join(found: list[Token], fresh: list[Token], lines: tuple[Line, ...]) -> None:
    """Join the word that breaks between the last token of `found` and the first of `fresh`, or mark it as glued."""
    last, following = found[-1], fresh[0]
    printed = lines[last.last_line].words[last.last_word].text
    sign = printed[-1]
    if not (following.text[0].isalnum() and len(printed) > 1 and (sign in _BREAKS or sign == "/")):
        return
    head = found[-2] if last.text == sign and last.glued and len(found) > 1 else last
    soft = sign == "\u00ad"
    plain = sign in _BREAKS and following.text[0].islower() and not any(dash in printed[:-1] for dash in "-\u2010")
    if head.text[0].isalnum() and (soft or plain):
        text = head.text.rstrip(_BREAKS) + following.text
        found[len(found) - (1 if head is last else 2) :] = [
            Token(
                text, folded(text), head.line, head.word, head.start, following.end, head.glued, following.word, following.line
            )
        ]
        del fresh[0]
    elif head.text[0].isalnum():
        fresh[0] = _glued(following)


def _glued(token: Token) -> Token:
    place = (token.line, token.word, token.start, token.end)
    return Token(token.text, token.folded, *place, True, token.last_word, token.last_line)


# Rough widths of letters against the average, for places inside a word; fonts differ, half a letter's width is good enough.
_WIDTHS = dict.fromkeys("iljI.,:;'|!", 0.5) | dict.fromkeys("ftr()[]-/", 0.7) | dict.fromkeys("mwMW@%", 1.5)


def _edge(text: str, offset: int) -> float:
    """The share of a word's width that lies before character `offset`."""
    if offset <= 0 or not text:
        return 0.0
    if offset >= len(text):
        return 1.0
    widths = [_WIDTHS.get(sign, 1.2 if sign.isupper() else 1.0) for sign in text]
    return sum(widths[:offset]) / sum(widths)


def _part(word: Word, start: int, end: int) -> Box:
    """The box of characters `start` to `end` of a word that runs left to right."""
    x0, top, x1, bottom = word.box
    width = x1 - x0
    return (x0 + width * _edge(word.text, start), top, x0 + width * _edge(word.text, end), bottom)


def enclosing(boxes: list[Box]) -> Box:
    """The smallest box that holds all `boxes` (at least one)."""
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def box_of(document: Document, line: int, first_word: int, start: int, last_word: int, end: int) -> Box:
    """The box from character `start` of `first_word` to character `end` of `last_word` in one line; places inside a word are
    estimated by the widths of its letters."""
    words = document.lines[line].words[first_word : last_word + 1]
    if len(words) == 1:
        return _part(words[0], start, end)
    inner = [word.box for word in words[1:-1]]
    return enclosing([_part(words[0], start, len(words[0].text)), *inner, _part(words[-1], 0, end)])


def quote(document: Document, line: int) -> str:
    """The printed line at index `line`, its list sign included, safe to show."""
    found = document.lines[line]
    return shown(f"{found.bullet} {found.text}" if found.bullet else found.text)


def evidence(document: Document, first_token: Token, last_token: Token) -> tuple[Evidence, ...]:
    """From the first to the last token: one item a line, `text` being exactly what is printed inside its box."""
    items = []
    for line in range(first_token.line, last_token.last_line + 1):
        words = document.lines[line].words
        first, start = (first_token.word, first_token.start) if line == first_token.line else (0, 0)
        last, end = len(words) - 1, len(words[-1].text)
        if line == last_token.last_line:
            last, end = last_token.last_word, last_token.end
        texts = [word.text for word in words[first : last + 1]]
        texts[-1] = texts[-1][:end]
        texts[0] = texts[0][start:]
        box = box_of(document, line, first, start, last, end)
        items.append(Evidence(document.lines[line].page, box, shown(" ".join(texts)), quote(document, line)))
    return tuple(items)
