"""What a page's content stream paints, in paint order: runs of text and the marks (shapes, pictures, rules) around them.

Made by `content_scanner` (or `stock_content` where that fails), judged by `visibility`, put together by `words`.
All coordinates are those of `matching.reading.document`: points, origin top left of the page as shown, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matching.reading.document import Box

if TYPE_CHECKING:
    from matching.reading.fonts import FontFace

Colour = tuple[float, float, float]
Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Nothing on a page of ordinary size is farther out; beyond it, numbers are an attack or a mistake.
FARTHEST = 1_000_000.0
MOST_RUNS = 300_000
MOST_MARKS = 6_000
MOST_RULES = 4_000
MOST_OUTLINES = 60_000


class ContentBudgetExceeded(Exception):
    """A page asks for more work than any résumé needs; what was read until then is kept."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text is painted. `mode` is the text rendering mode (ISO 32000-1, table 106), `alpha` and `stroke_alpha` run from
    0 to 1, `clip` bounds the clipping path (None: nothing is clipped), `layer_off` says that its layer is switched off."""

    face: FontFace
    mode: int
    fill: Colour | None
    stroke: Colour | None
    alpha: float
    stroke_alpha: float
    clip: Box | None
    layer_off: bool


class Run:
    """Letters painted one after the other in one style, without a gap.

    `glued` says that it continues the run before it without white space: both belong to one word. `order` is its place
    in the paint order, `size` the font size as shown, `upright` whether it runs from left to right and stands upright.
    """

    __slots__ = ("box", "glued", "order", "size", "style", "text", "upright", "width_scale")

    def __init__(
        self, text: str, style: TextStyle, box: Box, size: float, width_scale: float, order: int, glued: bool, upright: bool
    ) -> None:
        self.text = text
        self.style = style
        self.box = box
        self.size = size
        self.width_scale = width_scale
        self.order = order
        self.glued = glued
        self.upright = upright


@dataclass(frozen=True, slots=True)
class Mark:
    """A filled shape or a picture. `colour` is None where it is not one known colour (pictures, patterns, shadings);
    `opaque` says that nothing under it shows through."""

    order: int
    box: Box
    colour: Colour | None
    opaque: bool
    picture: bool = False


@dataclass(slots=True)
class PageContent:
    """Everything one page paints. `rules` are thin lines (table borders, column rules); `outlines` small filled shapes,
    which may be letters drawn as shapes; `readable` and `unreadable` count glyphs whose letters are known and hidden by
    their font, icons counted in neither. `cut_short`: a limit was reached before the page's end."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)
    outlines: list[Mark] = field(default_factory=list)
    readable: int = 0
    unreadable: int = 0
    order: int = 0
    cut_short: bool = False


def multiplied(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies `first` and then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def bounds(matrix: Matrix, box: Box) -> Box:
    """The smallest upright box around `box` after `matrix`."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = box
    if b == 0.0 and c == 0.0:
        left, right, top, bottom = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)
    xs = (a * x0 + c * y0 + e, a * x1 + c * y0 + e, a * x0 + c * y1 + e, a * x1 + c * y1 + e)
    ys = (b * x0 + d * y0 + f, b * x1 + d * y0 + f, b * x0 + d * y1 + f, b * x1 + d * y1 + f)
    return min(xs), min(ys), max(xs), max(ys)


def common(one: Box | None, other: Box) -> Box:
    """Where both boxes overlap; may be empty (x1 < x0). None is the whole plane."""
    if one is None:
        return other
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
