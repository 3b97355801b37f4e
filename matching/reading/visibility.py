"""Which text a reader of the page can see: judged by colour against what really lies behind it, size, clip, cover and layer.

The rules follow what a viewer paints. Where something cannot be told (a picture or a pattern behind the text, a shape of
unusual outline) text counts as seen: honest résumés are many, stuffed ones few.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from matching.reading.document import Box, HiddenReason
from matching.reading.page_content import Colour, Mark, PageContent, Run, TextStyle

# Under about 2 pt nobody reads; squeezed to less than a third of that in width neither.
SMALLEST_SIZE, SMALLEST_WIDTH_SCALE = 2.0, 0.7
# Below this contrast (WCAG 2.1, relative luminance; 1 is none, 21 black on white) and this distance of colours, text and
# ground look the same. Grey of 40 % on white has 2.9, the palest grey in honest résumés 1.4.
LEAST_CONTRAST, LEAST_DISTANCE = 1.22, 0.25
_TRANSPARENT = 0.05
# How much of a word must lie in the clip to be seen, and under a shape to be covered.
_LEAST_SHOWN, _MOST_COVERED = 0.2, 0.9
# Letters drawn as shapes with the text laid over them unpainted: as many shapes as letters, about as wide as the text.
_SHAPES_A_LETTER, _DRAWN_WIDTH, _NARROW_LETTERS = 0.7, 0.6, 2
# A scan fills its page; its text layer is honest where nothing else is to be read.
_SCAN_SHARE, _SCAN_LETTERS = 0.6, 50

_FILLED, _STROKED, _UNPAINTED, _CLIPPING = frozenset((0, 2, 4, 6)), frozenset((1, 2, 5, 6)), 3, 7
_UNPAINTED_REASONS = frozenset((HiddenReason.TRANSPARENT, HiddenReason.RENDER_MODE))
_WHITE: Colour = (1.0, 1.0, 1.0)
_BAND = 12.0
Item = TypeVar("Item")
# What style and ground tell, by style and the marks behind.
_Known = dict[tuple[int, tuple[int, ...]], HiddenReason | None]


class Bands(Generic[Item]):
    """Finds the boxes that hold a point, by bands of the page: the number of looks does not grow with the page's boxes."""

    def __init__(self, items: Iterable[tuple[Box, Item]], height: float) -> None:
        self._last = min(4_000, max(0, int(height / _BAND)))
        self._bands: dict[int, list[tuple[Box, Item]]] = {}
        for box, item in items:
            for band in range(self._band(box[1]), self._band(box[3]) + 1):
                self._bands.setdefault(band, []).append((box, item))

    def _band(self, y: float) -> int:
        return int(min(self._last * _BAND, max(0.0, y)) / _BAND)

    def at(self, x: float, y: float) -> list[Item]:
        """The items whose box holds the point, in their order."""
        found = self._bands.get(self._band(y))
        return [item for box, item in found if box[0] <= x <= box[2] and box[1] <= y <= box[3]] if found else []


@dataclass(frozen=True, slots=True)
class Verdict:
    """For each run why it is hidden (None: it can be seen), and whether the text is the text layer of a scan."""

    hidden: tuple[HiddenReason | None, ...]
    recognised: bool = False


def judge(content: PageContent) -> Verdict:
    """The verdict on all runs of a page, in their order."""
    marks = Bands([(mark.box, mark) for mark in content.marks], content.height)
    known: _Known = {}
    hidden = tuple(_reason(run, content, marks, known) for run in content.runs)
    if content.outlines and not _UNPAINTED_REASONS.isdisjoint(hidden):
        hidden = _without_drawn(content, hidden, marks)
    if any(hidden) and _is_scan(content, hidden):
        layer = (HiddenReason.RENDER_MODE, HiddenReason.COVERED)
        return Verdict(tuple(None if reason in layer else reason for reason in hidden), recognised=True)
    return Verdict(hidden)


def _without_drawn(
    content: PageContent, hidden: tuple[HiddenReason | None, ...], marks: Bands[Mark]
) -> tuple[HiddenReason | None, ...]:
    """Unpainted text over its own letters drawn as shapes can be seen: some programs export it so, to keep it searchable."""
    rows: dict[int, list[Mark]] = {}
    for outline in content.outlines:
        rows.setdefault(int((outline.box[1] + outline.box[3]) / 2 // _BAND), []).append(outline)
    found = list(hidden)
    for first, end in _glued(content.runs):
        unpainted = [at for at in range(first, end) if hidden[at] in _UNPAINTED_REASONS]
        # One drawn letter speaks for its word: ligatures and narrow letters have fewer shapes than letters.
        if unpainted and any(_is_drawn(content.runs[at], rows, marks) for at in unpainted):
            for at in unpainted:
                found[at] = None
    return tuple(found)


def _glued(runs: list[Run]) -> Iterator[tuple[int, int]]:
    """The first and the end of each stretch of runs without white space between them."""
    first = 0
    for at in range(1, len(runs) + 1):
        if at == len(runs) or not runs[at].glued:
            yield first, at
            first = at


def _is_drawn(run: Run, rows: dict[int, list[Mark]], marks: Bands[Mark]) -> bool:
    x0, y0, x1, y1 = run.box
    near = [outline for row in range(int(y0 // _BAND), int(y1 // _BAND) + 1) for outline in rows.get(row, ())]
    inside = [o for o in near if x0 <= (o.box[0] + o.box[2]) / 2 <= x1 and y0 <= (o.box[1] + o.box[3]) / 2 <= y1]
    letters = sum(char.isalnum() for char in run.text)
    if not inside or len(inside) < _SHAPES_A_LETTER * letters:
        return False
    drawn = max(o.box[2] for o in inside) - min(o.box[0] for o in inside)
    if letters > _NARROW_LETTERS and drawn < _DRAWN_WIDTH * (x1 - x0):
        return False
    behind = [mark for mark in marks.at((x0 + x1) / 2, (y0 + y1) / 2) if mark.order < inside[0].order]
    return _stands_out(inside[0].colour, 1.0, behind)


def _reason(run: Run, content: PageContent, marks: Bands[Mark], known: _Known) -> HiddenReason | None:
    style, (x0, y0, x1, y1) = run.style, run.box
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    if not (0.0 <= x <= content.width and 0.0 <= y <= content.height):
        return HiddenReason.LAYER_OFF if style.layer_off else HiddenReason.OFF_PAGE
    here = marks.at(x, y) if content.marks else ()
    behind = [mark for mark in here if mark.order < run.order] if here else []
    key = (id(style), tuple([mark.order for mark in behind]))
    if style.mode != _CLIPPING and key in known:
        reason = known[key]
    else:
        reason = known[key] = _reason_of_style(style, behind, run.order, here)
    if reason is not None:
        return reason
    if run.size < SMALLEST_SIZE or run.width_scale < SMALLEST_WIDTH_SCALE:
        return HiddenReason.SIZE
    if style.clip is not None and _shown_share(run.box, style.clip) < _LEAST_SHOWN:
        return HiddenReason.CLIPPED
    if any(mark.order > run.order and mark.opaque and _shown_share(run.box, mark.box) >= _MOST_COVERED for mark in here):
        return HiddenReason.COVERED
    return None


def _reason_of_style(style: TextStyle, behind: list[Mark], order: int, here: Iterable[Mark]) -> HiddenReason | None:
    """What style and ground alone tell."""
    if style.layer_off:
        return HiddenReason.LAYER_OFF
    if style.mode == _UNPAINTED or (style.mode == _CLIPPING and not any(mark.order > order for mark in here)):
        return HiddenReason.RENDER_MODE
    if style.mode == _CLIPPING:
        return None
    painted = []
    if style.mode in _FILLED:
        painted.append((style.fill, style.alpha))
    if style.mode in _STROKED:
        painted.append((style.stroke, style.stroke_alpha))
    if all(alpha < _TRANSPARENT for _, alpha in painted):
        return HiddenReason.TRANSPARENT
    return None if any(_stands_out(colour, alpha, behind) for colour, alpha in painted) else HiddenReason.COLOUR


def _stands_out(colour: Colour | None, alpha: float, behind: list[Mark]) -> bool:
    """Whether a colour can be told from what lies behind it, from the topmost shape down to the first that fills its box."""
    if colour is None:
        return True
    for mark in reversed(behind):
        if mark.colour is None or _differ(colour, alpha, mark.colour):
            return True
        if mark.opaque:
            return False
    return _differ(colour, alpha, _WHITE)


def _differ(colour: Colour, alpha: float, ground: Colour) -> bool:
    seen = colour if alpha >= 1.0 else tuple(alpha * c + (1.0 - alpha) * g for c, g in zip(colour, ground, strict=True))
    one, other = _luminance(seen), _luminance(ground)
    if (max(one, other) + 0.05) / (min(one, other) + 0.05) >= LEAST_CONTRAST:
        return True
    return sum((s - g) ** 2 for s, g in zip(seen, ground, strict=True)) >= LEAST_DISTANCE**2


def _luminance(colour: Iterable[float]) -> float:
    """Relative luminance after WCAG 2.1."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _shown_share(box: Box, window: Box) -> float:
    """How much of a word's middle (its letters, without the room above and below) lies in a window."""
    x0, y0, x1, y1 = box
    inset = (y1 - y0) * 0.25
    top, bottom = y0 + inset, y1 - inset
    wide, high = min(x1, window[2]) - max(x0, window[0]), min(bottom, window[3]) - max(top, window[1])
    whole = (x1 - x0) * (bottom - top)
    if whole <= 0.0:
        return 1.0
    return wide * high / whole if wide > 0.0 and high > 0.0 else 0.0


def _is_scan(content: PageContent, hidden: tuple[HiddenReason | None, ...]) -> bool:
    """Whether pictures fill the page and nothing but their text layer is to be read."""
    page = content.width * content.height
    pictured = sum((m.box[2] - m.box[0]) * (m.box[3] - m.box[1]) for m in content.marks if m.picture)
    if page <= 0.0 or pictured < _SCAN_SHARE * page:
        return False
    layer = (HiddenReason.RENDER_MODE, HiddenReason.COVERED)
    under = sum(len(run.text) for run, reason in zip(content.runs, hidden, strict=True) if reason in layer)
    seen = sum(len(run.text) for run, reason in zip(content.runs, hidden, strict=True) if reason is None)
    return under > 0 and seen * _SCAN_LETTERS <= under
