"""From runs of letters to words: glued runs are joined, what is printed twice counts once, what is hidden goes aside."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from matching.reading.document import Box, HiddenReason, HiddenText, Word
from matching.reading.page_content import PageContent, Run
from matching.reading.visibility import Bands, Verdict

_SOFT_HYPHEN = "\u00ad"
# Fake bold prints letters twice, a fraction of a point apart; this part of the size.
_TWICE = 0.07
# Letters are looked up by squares of this many points.
_CELL = 2.0
_MOST_HIDDEN = 400
_MOST_LETTERS_HIDDEN = 2_000
Link = tuple[Box, str]


def visible_words(content: PageContent, verdict: Verdict, links: list[Link]) -> list[Word]:
    """The words that can be seen, in the order in which the page paints them.

    Args:
        content: the page.
        verdict: which of its runs are hidden.
        links: areas with the target that a click there would open.
    """
    targets = Bands(links, content.height)
    words = []
    for runs, doubled in _groups(content.runs, verdict):
        word = _word(runs, doubled)
        if word is None:
            continue
        if links and (under := targets.at((word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2)):
            word = Word(word.text, word.box, word.size, word.bold, word.italic, word.font, word.colour, under[-1])
        words.append(word)
    return words


def _groups(runs: list[Run], verdict: Verdict) -> Iterator[tuple[list[Run], bool]]:
    """The runs of each visible word, and whether any was printed twice."""
    printed = _Printed()
    group: list[Run] = []
    doubled = False
    for run, reason in zip(runs, verdict.hidden, strict=True):
        if reason is not None:
            continue
        if printed.before(run):
            doubled = True
            continue
        if group and not run.glued:
            yield group, doubled
            group, doubled = [], False
        group.append(run)
    if group:
        yield group, doubled


class _Printed:
    """Remembers which letters stand where."""

    def __init__(self) -> None:
        self._cells: dict[tuple[str, int, int], tuple[float, float]] = {}

    def before(self, run: Run) -> bool:
        """Whether the same letters were printed at nearly the same place; remembers them if not."""
        x, y, text, cells = run.box[0], run.box[1], run.text, self._cells
        near = min(_CELL / 2, run.size * _TWICE)
        left, right = int((x - near) / _CELL), int((x + near) / _CELL)
        top, bottom = int((y - near) / _CELL), int((y + near) / _CELL)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                there = cells.get((text, column, row))
                if there is not None and abs(there[0] - x) <= near and abs(there[1] - y) <= near:
                    return True
        cells[(text, int(x / _CELL), int(y / _CELL))] = (x, y)
        return False


def _word(runs: list[Run], doubled: bool) -> Word | None:
    first = runs[0]
    text, box = first.text, first.box
    if len(runs) > 1:
        text = "".join(run.text for run in runs)
        box = _around(runs)
        first = max(runs, key=lambda run: len(run.text))
    if not text.isascii():
        text = _composed(text)
    if not text:
        return None
    style = first.style
    bold = style.face.bold or doubled or (style.mode == 2 and style.stroke == style.fill)
    return Word(text, box, round(first.size, 2), bold, style.face.italic, style.face.name, style.fill)


def _composed(text: str) -> str:
    """Letters and accents as one character each; a soft hyphen is a hyphen at the end of a line and nothing before it."""
    text = unicodedata.normalize("NFC", text)
    if _SOFT_HYPHEN in text:
        ends = text.endswith(_SOFT_HYPHEN) and len(text) > 1
        text = text.replace(_SOFT_HYPHEN, "") + ("-" if ends else "")
    return text


def _around(runs: list[Run]) -> Box:
    boxes = [run.box for run in runs]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def hidden_texts(content: PageContent, verdict: Verdict, number: int) -> tuple[HiddenText, ...]:
    """The hidden text of a page, one entry for each line and reason. What is also printed visibly at the same place
    (a shadow under letters) is no hidden text."""
    if not any(verdict.hidden):
        return ()
    seen = _Printed()
    for run, reason in zip(content.runs, verdict.hidden, strict=True):
        if reason is None:
            seen.before(run)
    found: list[tuple[HiddenReason, list[Run]]] = []
    for run, reason in zip(content.runs, verdict.hidden, strict=True):
        if reason is None or seen.before(run):
            continue
        if found and found[-1][0] is reason and _same_line(found[-1][1][-1], run):
            found[-1][1].append(run)
        elif len(found) < _MOST_HIDDEN:
            found.append((reason, [run]))
    return tuple(_hidden(number, reason, runs) for reason, runs in found if any(c.isalnum() for run in runs for c in run.text))


def _same_line(one: Run, other: Run) -> bool:
    return min(one.box[3], other.box[3]) - max(one.box[1], other.box[1]) > 0.5 * min(one.size, other.size)


def _hidden(number: int, reason: HiddenReason, runs: list[Run]) -> HiddenText:
    text = "".join(run.text if run.glued or not at else " " + run.text for at, run in enumerate(runs))
    return HiddenText(number, _composed(text)[:_MOST_LETTERS_HIDDEN], _around(runs), reason)
