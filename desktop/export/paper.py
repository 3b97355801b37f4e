"""Sheets to write on: a flow of text, rules and bars in PDF points, painted by QPainter onto a PDF, a printer or a preview.

The same list of marks is painted everywhere, so that paper, file and preview agree. Inter is used with contextual
alternates off and no number features: with them, Qt writes a text layer that reads back wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

# Fonts and coordinates are set in tenths of a point, so that whole-numbered font sizes are exact enough.
UNIT = 10

SIZES = {"a4": (595.0, 842.0), "letter": (612.0, 792.0)}
MARGIN = 48.0
FOOT = 34.0

INK, SOFT, ACCENT, AMBER, LINE, TRACK = "#14181B", "#4E5860", "#0B6B63", "#8A5300", "#DFE3E6", "#D9DEE2"


def font(size: float, weight: int = QFont.Weight.Normal) -> QFont:
    """Inter at `size` points with features off."""
    made = QFont("Inter")
    made.setPixelSize(round(size * UNIT))
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("calt"), 0)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def clean(text: str) -> str:
    """Text for a text layout: line separators and control characters would break it."""
    return "".join(c if c.isprintable() else " " for c in text)


Mark = Callable[[QPainter], None]


@dataclass
class Sheet:
    """One page: marks in the order they are painted, and the text in it for those who search."""

    marks: list[Mark] = field(default_factory=list)


class Flow:
    """Puts blocks one below the other and begins a new sheet where one does not fit. All lengths in points."""

    def __init__(self, paper: str, density: float = 1.0) -> None:
        """`density` below 1 makes paragraphs and the space between them smaller."""
        self.density = density
        self.width, self.height = SIZES[paper]
        self.left, self.right = MARGIN, self.width - MARGIN
        self.sheets: list[Sheet] = [Sheet()]
        self.y = MARGIN

    @property
    def inner(self) -> float:
        return self.right - self.left

    @property
    def left_below(self) -> float:
        """Points that are free on this sheet, above its foot."""
        return self.height - MARGIN - FOOT - self.y

    def room(self, height: float) -> None:
        """Begin a new sheet unless `height` fits on this one."""
        if height > self.left_below and self.y > MARGIN:
            self.new_sheet()

    def new_sheet(self) -> None:
        self.sheets.append(Sheet())
        self.y = MARGIN

    def space(self, height: float) -> None:
        self.y += height * self.density

    def mark(self, mark: Mark) -> None:
        self.sheets[-1].marks.append(mark)

    def text(
        self,
        text: str,
        size: float = 9.5,
        weight: int = QFont.Weight.Normal,
        colour: str = INK,
        indent: float = 0.0,
        width: float | None = None,
        leading: float = 1.4,
    ) -> None:
        """A paragraph, line by line, so that it may run over to the next sheet."""
        size *= self.density
        for line, used in wrapped(clean(text), font(size, weight), width or self.inner - indent):
            height = size * leading
            self.room(height)
            self.mark(text_mark(line, self.left + indent, self.y, used, size, weight, colour))
            self.y += height

    def wrapped(self, text: str, size: float, width: float) -> list[tuple[str, float]]:
        """The lines that `text` would take, to see beforehand whether it fits."""
        return wrapped(clean(text), font(size), width)

    def row(self, cells: Sequence[Cell], height: float) -> None:
        """Cells side by side on one line; those too long are shortened."""
        self.room(height)
        for cell in cells:
            made = font(cell.size, cell.weight)
            shown = QFontMetricsF(made).elidedText(clean(cell.text), Qt.TextElideMode.ElideRight, cell.width * UNIT)
            used = advance(shown, cell.size, cell.weight)
            x = self.left + cell.x + (cell.width - used if cell.right else 0)
            self.mark(text_mark(shown, x, self.y + (height - cell.size * 1.4) / 2, used, cell.size, cell.weight, cell.colour))
        self.y += height

    def rule(self, colour: str = LINE, thickness: float = 0.6) -> None:
        x0, x1, y = self.left, self.right, self.y
        self.mark(lambda p: _line(p, x0, x1, y, colour, thickness))

    def title(self, text: str) -> None:
        """The sheet's title, smaller where it would not fit on one line."""
        bold = QFont.Weight.DemiBold
        fits = advance(clean(text), 20 * self.density, bold) <= self.inner
        self.text(text, 20 if fits else 14, bold, leading=1.3)

    def heading(self, text: str, size: float = 13) -> None:
        """A heading that stays with what follows."""
        self.room(size * 1.6 + 60)
        self.space(10)
        self.text(text, size, QFont.Weight.DemiBold)
        self.space(3)


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of text in a row: from `x` (points from the left margin), `width` wide, perhaps at its right end."""

    text: str
    x: float
    width: float
    right: bool = False
    size: float = 9.5
    weight: int = QFont.Weight.Normal
    colour: str = INK


def advance(text: str, size: float, weight: int = QFont.Weight.Normal) -> float:
    """How wide a text is on one line, in points."""
    return QFontMetricsF(font(size, weight)).horizontalAdvance(text) / UNIT


def wrapped(text: str, used_font: QFont, width: float) -> list[tuple[str, float]]:
    """(line, its width in points) of a text broken to `width` points; long words are broken where they must."""
    if not text.strip():
        return [("", 0.0)]
    layout = QTextLayout(text, used_font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * UNIT)
        part = text[line.textStart() : line.textStart() + line.textLength()].rstrip()
        lines.append((part, line.naturalTextWidth() / UNIT))
    layout.endLayout()
    return lines


def shortened(text: str, size: float, width: float, most: int) -> list[str]:
    """At most `most` lines of `width` points; what does not fit into the last one is left out with an ellipsis."""
    lines = [line for line, _ in wrapped(clean(text), font(size), width)] if text.strip() else []
    if len(lines) <= most:
        return lines
    rest = " ".join(lines[most - 1 : most + 1])
    return [*lines[: most - 1], QFontMetricsF(font(size)).elidedText(rest, Qt.TextElideMode.ElideRight, width * UNIT)]


def text_mark(text: str, x: float, y: float, width: float, size: float, weight: int, colour: str) -> Mark:
    def paint(painter: QPainter) -> None:
        made = font(size, weight)
        painter.setFont(made)
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(x * UNIT, y * UNIT + QFontMetricsF(made).ascent()), text)

    return paint


def bar_mark(x: float, y: float, width: float, height: float, share: float, colour: str = ACCENT) -> Mark:
    """A track with its first `share` filled."""

    def paint(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        radius = height * UNIT / 2
        for part, fill in ((1.0, TRACK), (share, colour)):
            if part > 0:
                painter.setBrush(QColor(fill))
                painter.drawRoundedRect(QRectF(x * UNIT, y * UNIT, width * part * UNIT, height * UNIT), radius, radius)

    return paint


def box_mark(x: float, y: float, width: float, height: float, fill: str, edge: str = "") -> Mark:
    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(edge), 0.8 * UNIT) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(x * UNIT, y * UNIT, width * UNIT, height * UNIT), 4 * UNIT, 4 * UNIT)

    return paint


def knob_mark(x: float, y: float, radius: float, colour: str = ACCENT) -> Mark:
    """A ring around a point, white inside: where a value lies on a bar."""

    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 1.8 * UNIT))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(QPointF(x * UNIT, y * UNIT), radius * UNIT, radius * UNIT)

    return paint


def line_mark(x0: float, y0: float, x1: float, y1: float, colour: str, thickness: float) -> Mark:
    def paint(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), thickness * UNIT))
        painter.drawLine(QPointF(x0 * UNIT, y0 * UNIT), QPointF(x1 * UNIT, y1 * UNIT))

    return paint


def _line(painter: QPainter, x0: float, x1: float, y: float, colour: str, thickness: float) -> None:
    line_mark(x0, y, x1, y, colour, thickness)(painter)
