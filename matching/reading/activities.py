"""Finds what a person did or claims, beyond names of tools: verb and object in sentences, with figures where given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from matching.knowledge.activities import BIG, MANY, NUMBER, TIME, ActivityBook, ActivityKind, Deed, Phrase, load_activities
from matching.reading.deed_sentences import Piece, Sentence, Sentences, phrase_pieces
from matching.reading.document import Document
from matching.reading.experience import title_class
from matching.reading.resume import Activity, Evidence, Position, Section, SectionKind, Where
from matching.reading.text import evidence, letters_only

_REACH = 10  # pieces between a verb and its object
_REACH_BACK = 4  # pieces between an object and the verb after it ("Redis cache added")
_REACH_NOT = 6  # pieces between a negation and what it denies
_BREAKS = frozenset(";:.!?|•–—")
_LINKS = frozenset({",", "and", "&", "or", "then", "/", "+"})
_BEFORE_VERBS = frozenset(
    {"to", "i", "we", "who", "that", "which", "by", "of", "for", "in", "with", "while", "when", "(", "will"}
)
_BEFORE_VERBS |= {"before", "after", "through", "help", "helped", "started", "began", "now", "currently", "also", "including"}
_BEFORE_VERBS |= {"not", "no", "can", "must", "then", "want", "like", "responsible"}
_FROM = {NUMBER: 0, MANY: 1_000, BIG: 100_000}

_PLACES: Mapping[SectionKind, Where] = {
    SectionKind.EXPERIENCE: Where.EXPERIENCE,
    SectionKind.VOLUNTEERING: Where.EXPERIENCE,
    SectionKind.PROJECTS: Where.PROJECT,
    SectionKind.SUMMARY: Where.SUMMARY,
    SectionKind.SKILLS: Where.SKILLS,
    SectionKind.EDUCATION: Where.EDUCATION,
    SectionKind.CERTIFICATIONS: Where.OTHER,
    SectionKind.PUBLICATIONS: Where.OTHER,
    SectionKind.AWARDS: Where.OTHER,
}
_CLAIMING = (Where.SUMMARY, Where.SKILLS)
_BESIDE = (Where.EDUCATION, Where.OTHER)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Pieces `start` to `stop` (exclusive) of a sentence."""

    start: int
    stop: int


def find_activities(document: Document, sections: Sequence[Section], positions: Sequence[Position]) -> tuple[Activity, ...]:
    """What was done or claimed, in reading order: at most one `Activity` for each kind and sentence.

    In jobs and projects verbs with objects and telling phrases count; in summaries and lists of skills also words that only
    claim; interests, references and languages are not looked at, and in jobs of another trade only what all trades share.
    """
    finder = _finder()
    sentences = Sentences(document, finder.book)
    found: list[Activity] = []
    for lines, where, position in _runs(sections, positions):
        for sentence in sentences.of(lines, each_line=where is Where.SKILLS):
            found += finder.activities(document, sentence, where, position)
    found += finder.titles(positions)
    foreign = {i for i, position in enumerate(positions) if title_class(position.title) == "other"}
    return tuple(a for a in found if a.position not in foreign or not finder.book.kinds[a.kind].software)


@cache
def _finder() -> _Finder:
    return _Finder(load_activities())


def _runs(sections: Sequence[Section], positions: Sequence[Position]) -> Iterator[tuple[list[int], Where, int | None]]:
    """Runs of lines with the place they stand in: the bullets of each position, then what is left of each section."""
    taken: set[int] = set()
    for i, position in enumerate(positions):
        taken.update(position.lines)
        taken.update(position.bullets)
        yield sorted(position.bullets), Where.EXPERIENCE, i
    for section in sections:
        if section.kind in _PLACES:
            yield sorted(set(section.lines) - taken), _PLACES[section.kind], None


class _Finder:
    """Matches the patterns of a book against sentences; built once for each book."""

    def __init__(self, book: ActivityBook) -> None:
        self.book = book
        self._index = _index(book)
        self._verbs = frozenset(verb[0] for verb in book.verbs)
        self._kinds_of = _kinds_of(book)

    def activities(self, document: Document, sentence: Sentence, where: Where, position: int | None) -> Iterator[Activity]:
        """The activities of one sentence."""
        for kind, hit in self._kinds(sentence.pieces, where):
            first, last = sentence.pieces[hit.start].token, sentence.pieces[hit.stop - 1].last
            yield Activity(kind, where, position, sentence.has_figure, evidence(document, first, last), sentence.text)

    def titles(self, positions: Sequence[Position]) -> Iterator[Activity]:
        """Job titles that say what was done: a team lead led a team."""
        for i, position in enumerate(positions):
            keys = phrase_pieces(position.title, self.book)
            for kind in self.book.kinds.values():
                if any(_holds(keys, title) for title in kind.titles) and not any(_holds(keys, n) for n in kind.never):
                    yield Activity(kind.id, Where.EXPERIENCE, i, False, _title_place(position), position.title)

    def _kinds(self, pieces: tuple[Piece, ...], where: Where) -> Iterator[tuple[str, _Hit]]:
        hits = self._hits(pieces)
        possible = {kind for phrase in hits for kind in self._kinds_of.get(phrase, ())}
        if not possible:
            return
        denied = self._denied(pieces, hits)
        takers = self._inflected(pieces)
        for kind in self.book.kinds.values():
            hidden = (where in _BESIDE and not kind.beside) or any(phrase in hits for phrase in kind.never)
            if hidden or kind.id not in possible:
                continue
            options = [hit for hit in self._options(kind, pieces, hits, where, takers) if not denied[hit.start]]
            if options:
                yield kind.id, min(options, key=lambda h: (h.stop - h.start, h.start))

    def _options(
        self,
        kind: ActivityKind,
        pieces: tuple[Piece, ...],
        hits: Mapping[Phrase, list[_Hit]],
        where: Where,
        takers: frozenset[int],
    ) -> Iterator[_Hit]:
        """Where the sentence says that kind of activity."""
        for phrase in kind.phrases + (kind.claims if where in _CLAIMING else ()):
            yield from hits.get(phrase, ())
        for deed in kind.deeds:
            yield from self._deed(deed, pieces, hits, takers)

    def _deed(
        self, deed: Deed, pieces: tuple[Piece, ...], hits: Mapping[Phrase, list[_Hit]], takers: frozenset[int]
    ) -> Iterator[_Hit]:
        objects = [hit for phrase in deed.objects for hit in hits.get(phrase, ())]
        if not objects:
            return
        verbs = [hit for phrase in deed.verbs for hit in hits.get(phrase, ()) if _acts(hit, pieces)]
        for verb in verbs:
            for thing in objects:
                if _governs(verb, thing, pieces, takers):
                    yield _Hit(min(verb.start, thing.start), max(verb.stop, thing.stop))

    def _inflected(self, pieces: tuple[Piece, ...]) -> frozenset[int]:
        """Where a new verb takes over: an -ed form after a comma or "and"."""
        return frozenset(
            i for i in range(1, len(pieces)) if pieces[i].past and pieces[i].key in self._verbs and pieces[i - 1].key in _LINKS
        )

    def _hits(self, pieces: tuple[Piece, ...]) -> dict[Phrase, list[_Hit]]:
        """All patterns that match somewhere, with their places."""
        found: dict[Phrase, list[_Hit]] = {}
        for start, piece in enumerate(pieces):
            starters = self._index.get(piece.key, ()) + self._index.get(f"={piece.token.folded}", ())
            for phrase in starters + (self._index[NUMBER] if piece.number is not None else ()):
                for stop in self._ends(phrase, 0, pieces, start):
                    found.setdefault(phrase, []).append(_Hit(start, stop))
                    break
        return found

    def _ends(self, phrase: Phrase, at: int, pieces: tuple[Piece, ...], i: int) -> Iterator[int]:
        """The ends of all matches of the rest of a phrase from piece `i` on, longer list entries first."""
        if at == len(phrase):
            yield i
        elif i < len(pieces):
            for stop in self._element(phrase[at], pieces, i):
                yield from self._ends(phrase, at + 1, pieces, stop)

    def _element(self, element: str, pieces: tuple[Piece, ...], i: int) -> Iterator[int]:
        piece = pieces[i]
        if element in _FROM:
            yield from _number_ends(element, pieces, i, self.book)
        elif element == TIME:
            if piece.key in self.book.time:
                yield i + 1
        elif element in self.book.lists:
            for entry in self.book.lists[element]:
                if entry[0] == piece.key:
                    yield from self._ends(entry, 0, pieces, i)
        elif element == piece.key or element == f"={piece.token.folded}":
            yield i + 1

    def _denied(self, pieces: tuple[Piece, ...], hits: Mapping[Phrase, list[_Hit]]) -> list[bool]:
        """For each piece whether a negation in its clause stands shortly before it."""
        denied = [False] * (len(pieces) + 1)
        for phrase in self.book.negation:
            for hit in hits.get(phrase, ()):
                for i in range(hit.start, min(len(pieces), hit.stop + _REACH_NOT)):
                    if pieces[i].key in _BREAKS:
                        break
                    denied[i] = True
        return denied


def _kinds_of(book: ActivityBook) -> Mapping[Phrase, frozenset[str]]:
    """For each phrase the kinds that a sentence with it may say: most sentences touch few of them."""
    found: dict[Phrase, set[str]] = {}
    for kind in book.kinds.values():
        objects = (phrase for deed in kind.deeds for phrase in deed.objects)
        for phrase in (*kind.phrases, *kind.claims, *objects):
            found.setdefault(phrase, set()).add(kind.id)
    return {phrase: frozenset(kinds) for phrase, kinds in found.items()}


def _number_ends(element: str, pieces: tuple[Piece, ...], i: int, book: ActivityBook) -> Iterator[int]:
    """The ends of a number at piece `i`: with its "million" or "k", if it is large enough; a plus sign belongs to it."""
    value = pieces[i].number
    if value is None:
        return
    stop = i + 1
    multiplied = stop < len(pieces) and pieces[stop].key in book.big
    stop += multiplied
    if stop < len(pieces) and pieces[stop].key == "+":
        stop += 1
    if multiplied or value >= _FROM[element]:
        yield stop


def _acts(verb: _Hit, pieces: tuple[Piece, ...]) -> bool:
    """Whether the word stands as a verb: an -ed form, or where a verb can stand; "partner" in "the partner portal" does not."""
    if verb.start == 0:
        return True
    before = pieces[verb.start - 1]
    folded_before = before.token.folded
    if pieces[verb.start].token.glued and folded_before not in ("re", "co", "/", "("):
        return False  # "domain-driven"
    if pieces[verb.start].past:
        return True
    return before.key in _BREAKS | _LINKS or folded_before in _BEFORE_VERBS or folded_before.endswith("ly")


def _governs(verb: _Hit, thing: _Hit, pieces: tuple[Piece, ...], takers: frozenset[int]) -> bool:
    """Whether a verb has this object: in the same clause, near, and no other verb has taken over between them."""
    if thing.start >= verb.stop:
        between = range(verb.stop, thing.start)
        if len(between) > _REACH or any(pieces[i].key in _BREAKS for i in between):
            return False
        return not any(i in takers and _left_chain(pieces, verb.stop, i) for i in between)
    between = range(thing.stop, verb.start)
    near = verb.start >= thing.stop and len(between) <= _REACH_BACK
    return near and pieces[verb.start].past and not any(pieces[i].key in _BREAKS | _LINKS for i in between)


def _left_chain(pieces: tuple[Piece, ...], start: int, stop: int) -> bool:
    """Whether something besides links, adverbs and verbs of a chain stands there ("designed, built and ran" is a chain)."""
    return any(
        pieces[i].key not in _LINKS and not pieces[i].past and not pieces[i].token.folded.endswith("ly")
        for i in range(start, stop)
    )


def _title_place(position: Position) -> tuple[Evidence, ...]:
    """Where the title is printed."""
    title = letters_only(position.title)
    return tuple(item for item in position.evidence if title and title in letters_only(item.text))[:1] or position.evidence[:1]


def _holds(keys: Sequence[str], phrase: Phrase) -> bool:
    return any(tuple(keys[i : i + len(phrase)]) == phrase for i in range(len(keys) - len(phrase) + 1))


def _index(book: ActivityBook) -> dict[str, tuple[Phrase, ...]]:
    """All phrases of a book by what they can begin with: a key, or `NUMBER` for those that begin with a number."""
    index: dict[str, dict[Phrase, None]] = {NUMBER: {}}
    for phrase in _all_phrases(book):
        for key in _beginnings(phrase[0], book):
            index.setdefault(key, {})[phrase] = None
    return {key: tuple(phrases) for key, phrases in index.items()}


def _all_phrases(book: ActivityBook) -> Iterable[Phrase]:
    for kind in book.kinds.values():
        yield from (*kind.phrases, *kind.claims, *kind.never)
        for deed in kind.deeds:
            yield from (*sorted(deed.verbs), *deed.objects)
    yield from book.negation


def _beginnings(element: str, book: ActivityBook) -> Iterable[str]:
    if element in _FROM:
        return (NUMBER,)
    if element == TIME:
        return sorted(book.time)
    return dict.fromkeys(entry[0] for entry in book.lists[element]) if element in book.lists else (element,)
