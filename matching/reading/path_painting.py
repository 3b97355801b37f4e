"""Paths of a content stream: their bounds, how much of them they fill, and the thin lines among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matching.reading.document import Box
from matching.reading.text_painter import GraphicsState, TextPainter

# A path of very many parts is a drawing; its parts are no longer looked at one by one.
_MOST_PARTS = 5_000


class Path:
    """The path under construction, in user space: subpaths as flat lists of coordinates, control points among them."""

    __slots__ = ("parts", "rectangles")

    def __init__(self) -> None:
        self.parts: list[list[float]] = []
        self.rectangles: list[Box] = []

    def __bool__(self) -> bool:
        return bool(self.parts or self.rectangles)

    def rectangle(self, operands: Sequence[Any]) -> None:
        """`re`: corner, width and height; either may be negative."""
        x, y, wide, high = operands[-4:]
        self.rectangles.append((min(x, x + wide), min(y, y + high), max(x, x + wide), max(y, y + high)))

    def start(self, operands: Sequence[Any]) -> None:
        """`m`: begins a subpath."""
        x, y = operands[-2:]
        self.parts.append([x, y])

    def points(self, operands: Sequence[Any]) -> None:
        """`l`, `c`, `v`, `y`: adds points to the subpath."""
        if self.parts:
            self.parts[-1] += operands
        else:
            self.parts.append(list(operands))

    def bounds(self) -> Box:
        """The box around all of it."""
        boxes = [*self.rectangles, *(_box(part) for part in self.parts)]
        return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def _box(part: list[float]) -> Box:
    xs, ys = part[::2], part[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def paint_path(painter: TextPainter, state: GraphicsState, path: Path, fill: bool, stroke: bool, layer_off: bool) -> None:
    """Adds the areas and thin lines of a path that is filled, stroked or both."""
    for box in path.rectangles[:_MOST_PARTS]:
        if fill:
            painter.fill(state, box, 1.0, layer_off)
        if stroke:
            x0, y0, x1, y1 = box
            for edge in ((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)):
                painter.rule(state, edge, layer_off)
    for part in path.parts[:_MOST_PARTS]:
        if fill and len(part) >= 6:
            box = _box(part)
            painter.fill(state, box, _filled_share(part, box), layer_off)
        if stroke and 4 <= len(part) <= 12:
            for at in range(0, len(part) - 3, 2):
                painter.rule(state, (part[at], part[at + 1], part[at + 2], part[at + 3]), layer_off)


def _filled_share(part: list[float], box: Box) -> float:
    """How much of its box a subpath fills (shoelace formula over its points)."""
    area = (box[2] - box[0]) * (box[3] - box[1])
    if area <= 0.0:
        return 0.0
    xs, ys = part[::2], part[1::2]
    twice = sum(x * b - a * y for x, y, a, b in zip(xs, ys, xs[1:] + xs[:1], ys[1:] + ys[:1], strict=False))
    return min(1.0, abs(twice) / 2.0 / area)
