"""The graphics state of a content stream, and what showing text and painting shapes adds to a page.

Shared by the fast scanner and the stock fallback, so that both paint alike. Arithmetic after ISO 32000-1, 8.3 and 9.4.
"""

from __future__ import annotations

from collections.abc import Iterable

from matching.reading.document import Box
from matching.reading.fonts import LETTERS, UNREADABLE, WORD_SPACE, FontFace
from matching.reading.page_content import (
    FARTHEST,
    MOST_MARKS,
    MOST_OUTLINES,
    MOST_RULES,
    MOST_RUNS,
    Colour,
    ContentBudgetExceeded,
    Mark,
    Matrix,
    PageContent,
    Run,
    TextStyle,
    bounds,
    common,
)

BLACK: Colour = (0.0, 0.0, 0.0)
# A shape thinner than this and longer than `_SHORTEST_RULE` is a line (table border, column rule), not an area; in points.
_THICKEST_RULE, _SHORTEST_RULE = 2.5, 8.0
# Smaller areas cannot stand behind or over a word.
_SMALLEST_AREA_SIDE = 2.5
# Letters drawn as shapes are no higher than this, in points.
_HIGHEST_LETTER = 60.0
# One or two unreadable glyphs are icons; from here on they are words whose letters the font hides.
_UNREADABLE_WORD = 3
# Letters raised or lowered by more than this part of the size (superscripts) are a word of their own.
_SAME_BASELINE = 0.15
# What a letter may step back over the one before (kerning) without starting a word, and from where it is an accent's letter.
_STEP_BACK, _ACCENT_STEP = 0.6, 0.2
# Longer stretches of letters are parted (and glued again): what runs off the page is judged apart from what stands on it.
_LONGEST_RUN = 100
# TeX's old fonts print an accent and then the letter under it.
_ACCENTS = dict(zip("´`ˆ¨˜¯˘˙˚ˇ¸˝", "\u0301\u0300\u0302\u0308\u0303\u0304\u0306\u0307\u030a\u030c\u0327\u030b", strict=True))
# One glyph stands for no more letters than this.
_ACTUAL_LETTERS = 4
_DOTLESS = {"ı": "i", "ȷ": "j"}


class GraphicsState:
    """The part of the graphics state (table 52 and 104) that decides where text stands and whether it can be seen."""

    __slots__ = (
        "alpha",
        "char_space",
        "clip",
        "ctm",
        "face",
        "fill",
        "fill_space",
        "group_alpha",
        "leading",
        "line_width",
        "mode",
        "normal_blend",
        "rise",
        "scaling",
        "size",
        "stroke",
        "stroke_alpha",
        "stroke_space",
        "style",
        "word_space",
    )

    def __init__(self, ctm: Matrix) -> None:
        self.ctm = ctm
        self.face: FontFace | None = None
        self.size = self.char_space = self.word_space = self.leading = self.rise = 0.0
        self.scaling = self.line_width = 1.0
        self.mode = 0
        self.fill: Colour | None = BLACK
        self.stroke: Colour | None = BLACK
        self.fill_space: object = None
        self.stroke_space: object = None
        self.alpha = self.stroke_alpha = 1.0
        self.group_alpha = 1.0  # of the transparency groups around
        self.normal_blend = True
        self.clip: Box | None = None
        self.style: TextStyle | None = None  # made when text is shown; None after a change

    def saved(self) -> GraphicsState:
        """A copy, for `q`. Written out: the module `copy` takes ten times as long, and pages save hundreds of times."""
        other = GraphicsState.__new__(GraphicsState)
        other.ctm, other.clip, other.style, other.line_width = self.ctm, self.clip, self.style, self.line_width
        other.face, other.size, other.mode, other.rise = self.face, self.size, self.mode, self.rise
        other.char_space, other.word_space = self.char_space, self.word_space
        other.scaling, other.leading = self.scaling, self.leading
        other.fill, other.fill_space, other.alpha = self.fill, self.fill_space, self.alpha
        other.stroke, other.stroke_space, other.stroke_alpha = self.stroke, self.stroke_space, self.stroke_alpha
        other.normal_blend, other.group_alpha = self.normal_blend, self.group_alpha
        return other


class TextPainter:
    """Adds runs, marks and rules to a `PageContent`. One for a page; forms share it."""

    def __init__(self, content: PageContent) -> None:
        self.content = content
        self._pen_x = self._pen_y = -FARTHEST  # where the last run ended
        self._heading = (1.0, 0.0)
        self._parted = True  # white space came after the last run
        self._hidden_letters: list[str] = []
        self.replacement = ""  # /ActualText of the marked content that is open

    def show(self, state: GraphicsState, matrix: Matrix, x: float, items: Iterable[bytes | float], layer_off: bool) -> float:
        """Shows the strings of Tj or TJ.

        Args:
            state: where `face` and `size` are set.
            matrix: text space to page: text line matrix times CTM.
            x: how far along the line the pen stands, in text space.
            items: strings, and numbers that move the pen back by thousandths of an em.
            layer_off: whether a layer that is switched off holds the text.

        Returns:
            where the pen stands then.
        """
        face = state.face
        if face is None:
            return x
        style = state.style
        if style is None or style.layer_off is not layer_off:
            style = _style(state, face, layer_off)
        em = state.size * state.scaling
        if self.replacement:
            items = list(items)
            if (replaced := self._show_replaced(state, style, matrix, x, items)) is not None:
                return replaced
        char_space, word_space = state.char_space * state.scaling, state.word_space * state.scaling
        thousandth, widest, farthest_back = em * 0.001, face.gap * abs(em), -_STEP_BACK * abs(em)
        text, start, end = "", x, x
        for item in items:
            if item.__class__ is not bytes:
                x -= item * thousandth  # type: ignore[operator]  # a number: `items` holds nothing else
                continue
            for letters, width, count, kind in face.pieces(item):
                if kind == LETTERS:
                    if text and (not farthest_back < x - end < widest or len(text) > _LONGEST_RUN):
                        self._run(text, start, end, state, style, matrix)
                        text = ""
                    if not text:
                        start = x
                    text = (
                        _accented(text, letters) if x - end < -_ACCENT_STEP * em and text[-1:] in _ACCENTS else text + letters
                    )
                    x += width * em + count * char_space
                    end = x - char_space
                    continue
                if text:
                    self._run(text, start, end, state, style, matrix)
                    text = ""
                x += width * em + count * char_space + (word_space if kind == WORD_SPACE else 0.0)
                self._parted = True
                if kind == UNREADABLE:
                    self._hidden_letters.append(letters)
                elif self._hidden_letters:
                    self._count_hidden_letters()
        if text:
            self._run(text, start, end, state, style, matrix)
        return x

    def _show_replaced(
        self, state: GraphicsState, style: TextStyle, matrix: Matrix, x: float, items: list[bytes | float]
    ) -> float | None:
        """Shows glyphs without letters as what /ActualText says they are (ligatures, as a rule), if it is no longer than
        their number allows; None where the glyphs have letters, which count then: they are what is printed."""
        text, self.replacement = self.replacement, ""
        pieces = [piece for item in items if isinstance(item, bytes) for piece in style.face.pieces(item)]
        count = sum(piece[2] for piece in pieces)
        if len(text) > _ACTUAL_LETTERS * count or any(kind == LETTERS and letters for letters, _, _, kind in pieces):
            return None
        em = state.size * state.scaling
        moved = sum(item for item in items if isinstance(item, float)) * 0.001
        end = x + (sum(piece[1] for piece in pieces) - moved) * em + count * state.char_space * state.scaling
        self._run(text, x, end, state, style, matrix)
        return end

    def show_down(self, state: GraphicsState, matrix: Matrix, items: Iterable[bytes | float], layer_off: bool) -> float:
        """Shows strings in a font that writes from top to bottom, one run a string; returns how far the pen moved down
        the line (a negative number), in text space."""
        y = 0.0
        if (face := state.face) is None:
            return y
        style = _style(state, face, layer_off)
        for item in items:
            if item.__class__ is not bytes:
                y -= item * 0.001 * state.size  # type: ignore[operator]  # a number: `items` holds nothing else
                continue
            for letters, width, count, kind in face.pieces(item):
                length = abs(width) * state.size + count * state.char_space
                if kind == LETTERS:
                    self._column(letters, style, bounds(matrix, (-state.size / 2, y - length, state.size / 2, y)), state.size)
                y -= length
        return y

    def _column(self, text: str, style: TextStyle, box: Box, size: float) -> None:
        content = self.content
        content.order += 1
        content.readable += len(text)
        content.runs.append(Run(text, style, box, abs(size), abs(size), content.order, False, False))
        self._parted = True

    def _run(self, text: str, start: float, end: float, state: GraphicsState, style: TextStyle, matrix: Matrix) -> None:
        content, face, rise = self.content, style.face, state.rise
        if self._hidden_letters:
            self._count_hidden_letters()
        content.readable += len(text)
        a, b, c, d, e, f = matrix
        size = state.size * face.type3_scale
        x0, y0 = a * start + c * rise + e, b * start + d * rise + f
        x1, y1 = a * end + c * rise + e, b * end + d * rise + f
        upright = b == 0.0 and c == 0.0 and a * size > 0.0 and d * size < 0.0
        if upright:
            high = -d * size
            box = (x0, y0 - high * face.ascent, x1, y0 - high * face.descent)
            heading, wide = (1.0, 0.0), a * size * state.scaling
        else:
            high, wide = abs(size) * (c * c + d * d) ** 0.5, abs(size * state.scaling) * (a * a + b * b) ** 0.5
            box = bounds(matrix, (start, rise + face.descent * size, end, rise + face.ascent * size))
            length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
            heading = ((x1 - x0) / length, (y1 - y0) / length) if length else self._heading
        content.order += 1
        if len(content.runs) >= MOST_RUNS:
            raise ContentBudgetExceeded("runs")
        glued = not self._parted and self._continues(x0, y0, high, face.gap, heading)
        content.runs.append(Run(text, style, box, high, wide, content.order, glued, upright))
        self._pen_x, self._pen_y, self._heading, self._parted = x1, y1, heading, False

    def _continues(self, x: float, y: float, size: float, gap: float, heading: tuple[float, float]) -> bool:
        """Whether a run that starts here goes on where the last one ended."""
        along_x, along_y = self._heading
        if heading is not self._heading and abs(heading[0] - along_x) + abs(heading[1] - along_y) > 0.05:
            return False
        dx, dy = x - self._pen_x, y - self._pen_y
        along, across = dx * along_x + dy * along_y, dy * along_x - dx * along_y
        return -_STEP_BACK * size < along < gap * size and abs(across) < _SAME_BASELINE * size

    def _count_hidden_letters(self) -> None:
        if len(set(self._hidden_letters)) >= _UNREADABLE_WORD:
            self.content.unreadable += len(self._hidden_letters)
        self._hidden_letters.clear()

    def finish(self) -> None:
        """Call at the end of the page."""
        self._count_hidden_letters()

    def fill(self, state: GraphicsState, box: Box, share: float, layer_off: bool) -> None:
        """A filled shape: `box` in user space, `share` how much of the box it fills (1: a rectangle)."""
        shown, content = bounds(state.ctm, box), self.content
        if shown[3] - shown[1] < _HIGHEST_LETTER and len(content.outlines) < MOST_OUTLINES and not layer_off:
            content.outlines.append(Mark(content.order, shown, _over(state.fill, state.alpha * state.group_alpha), False))
        self._area(
            state, shown, state.fill, state.alpha * state.group_alpha >= 0.95 and state.normal_blend and share > 0.8, layer_off
        )

    def picture(self, state: GraphicsState, opaque: bool, layer_off: bool, colour: Colour | None = None) -> None:
        """A picture in the unit square."""
        solid = opaque and state.alpha * state.group_alpha >= 0.95 and state.normal_blend
        self._area(state, bounds(state.ctm, (0.0, 0.0, 1.0, 1.0)), colour, solid, layer_off, picture=True)

    def shading(self, state: GraphicsState, layer_off: bool) -> None:
        """`sh`: paints all of the clip in colours that change."""
        everything = (0.0, 0.0, self.content.width, self.content.height)
        self._area(state, common(state.clip, everything), None, False, layer_off)

    def rule(self, state: GraphicsState, ends: Box, layer_off: bool) -> None:
        """A stroked line between two corners of `ends`, in user space."""
        x0, y0, x1, y1 = bounds(
            state.ctm, (min(ends[0], ends[2]), min(ends[1], ends[3]), max(ends[0], ends[2]), max(ends[1], ends[3]))
        )
        if state.stroke_alpha > 0.05 and (x1 - x0 < _THICKEST_RULE) != (y1 - y0 < _THICKEST_RULE):
            self._rule(common(state.clip, (x0, y0, x1, y1)), layer_off)

    def _area(
        self, state: GraphicsState, box: Box, colour: Colour | None, opaque: bool, layer_off: bool, picture: bool = False
    ) -> None:
        content = self.content
        x0, y0, x1, y1 = shown = common(state.clip, box)
        if layer_off or state.alpha * state.group_alpha < 0.05 or not (x1 > x0 - 1.0 and y1 > y0 - 1.0):
            return
        content.order += 1
        wide, high = x1 - x0, y1 - y0
        if not picture and (wide < _THICKEST_RULE) != (high < _THICKEST_RULE):
            self._rule(shown, layer_off)
        elif wide >= _SMALLEST_AREA_SIDE and high >= _SMALLEST_AREA_SIDE and len(content.marks) < MOST_MARKS:
            content.marks.append(Mark(content.order, shown, _over(colour, state.alpha * state.group_alpha), opaque, picture))

    def _rule(self, box: Box, layer_off: bool) -> None:
        long_enough = max(box[2] - box[0], box[3] - box[1]) >= _SHORTEST_RULE
        if long_enough and not layer_off and len(self.content.rules) < MOST_RULES:
            self.content.rules.append(box)


def _over(colour: Colour | None, alpha: float) -> Colour | None:
    """The colour of a shape on white; one that lets much through has no one colour."""
    if colour is None or alpha >= 0.95:
        return colour
    red, green, blue = (alpha * part + 1.0 - alpha for part in colour)
    return red, green, blue


def _style(state: GraphicsState, face: FontFace, layer_off: bool) -> TextStyle:
    alpha, stroke_alpha = state.alpha * state.group_alpha, state.stroke_alpha * state.group_alpha
    style = TextStyle(face, state.mode, state.fill, state.stroke, alpha, stroke_alpha, state.clip, layer_off)
    state.style = style
    return style


def _accented(text: str, letters: str) -> str:
    """The letter under an accent that was printed first."""
    letter = _DOTLESS.get(letters[:1], letters[:1])
    return text[:-1] + letter + _ACCENTS[text[-1]] + letters[1:]
