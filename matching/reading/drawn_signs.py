"""List signs that are drawn as small shapes instead of letters, as Chromium prints the dots and squares of its lists.

Without them the items of a list would run into each other. A shape is a list sign where others like it stand above or below
it at the same left edge, close enough for one list, each right before the first word of a line of ordinary print and with
nothing else beside it: dots that rate a skill stand side by side, and those of a time line far apart or before titles.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matching.reading.document import Word
from matching.reading.page_content import Mark

_SMALLEST, _LARGEST = 1.2, 7.0  # points; half a line's height is the most
_BAND = 12.0
_MOST = 600  # more small shapes on one page are a drawing
_NEAR, _ALONE = 2.4, 3.0  # in font sizes: from the sign to its word, and to anything on its left
_ITEM = 9.0  # in font sizes: from one sign to the next in a list


def with_drawn_signs(words: Sequence[Word], outlines: Sequence[Mark]) -> Sequence[Word]:
    """The words in the order of the content, with a list sign before each word that has one drawn."""
    small = [mark for mark in outlines if _is_dot(mark)]
    if len(small) < 2 or len(small) > _MOST or not words:
        return words
    bands = _bands(words)
    hosts = {place: host for place, mark in enumerate(small) if (host := _host(mark, small, words, bands)) is not None}
    signs: dict[int, Mark] = {}
    usual = _usual_look(words) if hosts else _look(words[0])
    for group in _alike(small, hosts):
        if _is_list([(small[place], words[hosts[place]]) for place in group], usual):
            signs |= {hosts[place]: small[place] for place in group}
    if not signs:
        return words
    result: list[Word] = []
    for index, word in enumerate(words):
        if index in signs:
            left, _, right, _ = signs[index].box
            result.append(Word("•", (left, word.box[1], right, word.box[3]), word.size))
        result.append(word)
    return result


def _is_dot(mark: Mark) -> bool:
    wide, high = mark.box[2] - mark.box[0], mark.box[3] - mark.box[1]
    pale = mark.colour is not None and min(mark.colour) > 0.9
    return _SMALLEST <= wide <= _LARGEST and _SMALLEST <= high <= _LARGEST and 0.7 <= wide / high <= 1.4 and not pale


def _bands(words: Sequence[Word]) -> dict[int, list[int]]:
    """The words by height."""
    found: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        for band in range(int(word.box[1] // _BAND), int(word.box[3] // _BAND) + 1):
            found.setdefault(band, []).append(index)
    return found


def _host(mark: Mark, small: Sequence[Mark], words: Sequence[Word], bands: dict[int, list[int]]) -> int | None:
    """The word right behind the mark where nothing else stands beside it."""
    middle = (mark.box[1] + mark.box[3]) / 2
    row = [i for i in bands.get(int(middle // _BAND), ()) if words[i].box[1] < middle < words[i].box[3]]
    behind = [i for i in row if words[i].box[0] >= mark.box[2] - 0.5]
    if not behind:
        return None
    host = min(behind, key=lambda i: words[i].box[0])
    size = words[host].size
    left = any(words[i].box[0] < mark.box[2] - 0.5 and words[i].box[2] > mark.box[0] - _ALONE * size for i in row)
    twin = any(
        other is not mark
        and abs(other.box[1] - mark.box[1]) < 1.0
        and 0.0 < max(other.box[0] - mark.box[2], mark.box[0] - other.box[2]) < _ALONE * size
        for other in small
    )
    near = words[host].box[0] - mark.box[2] <= _NEAR * size and mark.box[3] - mark.box[1] <= 0.6 * size
    return host if near and not left and not twin else None


def _alike(small: Sequence[Mark], hosts: dict[int, int]) -> list[list[int]]:
    """Marks of one size at one left edge, top down."""
    groups: dict[tuple[int, int], list[int]] = {}
    for place in hosts:
        box = small[place].box
        groups.setdefault((round(box[0]), round(2 * (box[2] - box[0]))), []).append(place)
    return [sorted(group, key=lambda place: small[place].box[1]) for group in groups.values() if len(group) > 1]


def _look(word: Word) -> tuple[str, bool, float]:
    return word.font, word.bold, round(word.size, 1)


def _usual_look(words: Sequence[Word]) -> tuple[str, bool, float]:
    """The print of most letters of the page."""
    letters: dict[tuple[str, bool, float], int] = {}
    for word in words:
        letters[_look(word)] = letters.get(_look(word), 0) + len(word.text)
    return max(letters, key=lambda look: (letters[look], look))


def _is_list(group: Sequence[tuple[Mark, Word]], usual: tuple[str, bool, float]) -> bool:
    """Whether the marks, top down, stand close enough for items of lists, and before ordinary text."""
    steps = [(lower[0].box[1] - upper[0].box[1]) / max(upper[1].size, 1.0) for upper, lower in pairwise(group)]
    close = sum(step <= _ITEM for step in steps)
    return 2 * close >= len(steps) and 2 * sum(_look(word) == usual for _, word in group) >= len(group)
