"""The operators of a content stream (ISO 32000-1, annex A): what each does to the graphics state and the page.

Text (9.3, 9.4), graphics state (8.4), colour (8.6), paths (8.5), XObjects (8.8, 8.10) and marked content (14.6). Operators
that change nothing about text and where it can be seen are left out. A wrong operand raises whatever Python raises; the
page is then read by `stock_content`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import LIT

from matching.reading.colours import Space, colour_of, space_of
from matching.reading.content_operands import Operand, Word, text_of
from matching.reading.page_content import IDENTITY, Matrix, bounds, common, multiplied
from matching.reading.path_painting import Path, paint_path
from matching.reading.text_painter import GraphicsState

if TYPE_CHECKING:
    from matching.reading.content_scanner import ContentScanner

DEEPEST_STATE = 4_096
_FORM, _IMAGE = LIT("Form"), LIT("Image")
Operands = list[Operand]


class StreamOperators:
    """What is under way in one content stream: a page's, or a form's with its own resources.

    The methods are named after what their operators do; `OPERATORS` says which is which. All take the operands that stood
    before the operator, and return nothing.

    Args:
        scanner: runs the streams of forms, and holds the document's fonts and layers.
        resources: the resources that names refer to.
        state: the graphics state to start with.
        above: the ids of the forms around this one.
        layer_off: whether a layer that is switched off holds the stream.
    """

    def __init__(
        self, scanner: ContentScanner, resources: dict[str, Any], state: GraphicsState, above: tuple[int, ...], layer_off: bool
    ) -> None:
        self.scanner = scanner
        self.painter = scanner.painter
        self.resources = resources
        self.state = state
        self.above = above
        self.saved: list[GraphicsState] = []
        self.unsaved = 0  # states that were to be saved beyond the deepest; each meets its restore without a change
        self.tags: list[bool] = []  # for each open marked content: was the layer off before it
        self.layer_off = layer_off
        self.line_matrix: Matrix = IDENTITY
        self.pen = 0.0
        self.path = Path()
        self.clip_pending = False
        self._faces: dict[str, Any] = {}

    # Text: 9.3 and 9.4

    def show(self, items: Any) -> None:
        """Shows the strings and moves of one Tj or TJ."""
        state = self.state
        matrix = multiplied(self.line_matrix, state.ctm)
        if state.face is not None and state.face.vertical:
            down = self.painter.show_down(state, matrix, items, self.layer_off)
            self.line_matrix = multiplied((1.0, 0.0, 0.0, 1.0, 0.0, down), self.line_matrix)
        else:
            self.pen = self.painter.show(state, matrix, self.pen, items, self.layer_off)

    def show_operand(self, operands: Operands) -> None:
        shown = operands[-1]
        self.show(tuple(i for i in shown if isinstance(i, (bytes, float))) if isinstance(shown, list) else (shown,))

    def show_on_next_line(self, operands: Operands) -> None:
        self.next_line(operands)
        self.show_operand(operands)

    def show_spaced(self, operands: Operands) -> None:
        self.state.word_space, self.state.char_space = _two(operands[:2])
        self.show_on_next_line(operands)

    def begin_text(self, operands: Operands) -> None:
        self.line_matrix, self.pen = IDENTITY, 0.0

    def font(self, operands: Operands) -> None:
        name, size = operands[-2:]
        self._set_font(str(name), float(size))  # type: ignore[arg-type]  # anything else raises, and stock pdfminer reads the page

    def _set_font(self, name: str, size: float) -> None:
        face = self._faces.get(name)
        if face is None:
            reference = dict_value(self.resources.get("Font")).get(name)
            face = self._faces[name] = self.scanner.fonts.face(reference)
        self.state.face, self.state.size, self.state.style = face, size, None

    def text_matrix(self, operands: Operands) -> None:
        self.line_matrix, self.pen = _matrix(operands), 0.0

    def move(self, operands: Operands) -> None:
        x, y = _two(operands)
        a, b, c, d, e, f = self.line_matrix
        self.line_matrix, self.pen = (a, b, c, d, x * a + y * c + e, x * b + y * d + f), 0.0

    def move_and_lead(self, operands: Operands) -> None:
        self.state.leading = -_two(operands)[1]
        self.move(operands)

    def next_line(self, operands: Operands) -> None:
        self.move([0.0, -self.state.leading])

    def char_space(self, operands: Operands) -> None:
        self.state.char_space = _one(operands)

    def word_space(self, operands: Operands) -> None:
        self.state.word_space = _one(operands)

    def scaling(self, operands: Operands) -> None:
        self.state.scaling = _one(operands) / 100.0

    def leading(self, operands: Operands) -> None:
        self.state.leading = _one(operands)

    def rise(self, operands: Operands) -> None:
        self.state.rise = _one(operands)

    def mode(self, operands: Operands) -> None:
        self.state.mode, self.state.style = int(_one(operands)), None

    # Graphics state: 8.4

    def save(self, operands: Operands) -> None:
        if len(self.saved) >= DEEPEST_STATE:
            self.unsaved += 1
        else:
            self.saved.append(self.state.saved())

    def restore(self, operands: Operands) -> None:
        if self.unsaved:
            self.unsaved -= 1
        elif self.saved:
            self.state = self.saved.pop()

    def concatenate(self, operands: Operands) -> None:
        self.state.ctm = multiplied(_matrix(operands), self.state.ctm)

    def line_width(self, operands: Operands) -> None:
        self.state.line_width = _one(operands)

    def graphics_state(self, operands: Operands) -> None:
        state, changes = self.state, dict_value(dict_value(self.resources.get("ExtGState")).get(str(operands[-1])))
        state.style = None
        state.alpha = _number(changes.get("ca"), state.alpha)
        state.stroke_alpha = _number(changes.get("CA"), state.stroke_alpha)
        if "BM" in changes:
            state.normal_blend = "Normal" in repr(resolve1(changes["BM"])) or "Compatible" in repr(resolve1(changes["BM"]))
        font = list_value(changes.get("Font")) if "Font" in changes else ()
        if len(font) == 2:
            state.face, state.size = self.scanner.fonts.face(font[0]), _number(font[1], state.size)

    # Colour: 8.6

    def gray(self, operands: Operands) -> None:
        self._fill(colour_of(Space.GRAY, operands), Space.GRAY)

    def rgb(self, operands: Operands) -> None:
        self._fill(colour_of(Space.RGB, operands), Space.RGB)

    def cmyk(self, operands: Operands) -> None:
        self._fill(colour_of(Space.CMYK, operands), Space.CMYK)

    def fill_space(self, operands: Operands) -> None:
        space = space_of(str(operands[-1]), self.resources)
        self._fill(colour_of(space, space.initial), space)

    def fill_colour(self, operands: Operands) -> None:
        space = self.state.fill_space if isinstance(self.state.fill_space, Space) else Space.GRAY
        self._fill(colour_of(space, operands), space)

    def _fill(self, colour: Any, space: Space) -> None:
        self.state.fill, self.state.fill_space, self.state.style = colour, space, None

    def stroke_gray(self, operands: Operands) -> None:
        self._stroke(colour_of(Space.GRAY, operands), Space.GRAY)

    def stroke_rgb(self, operands: Operands) -> None:
        self._stroke(colour_of(Space.RGB, operands), Space.RGB)

    def stroke_cmyk(self, operands: Operands) -> None:
        self._stroke(colour_of(Space.CMYK, operands), Space.CMYK)

    def stroke_space(self, operands: Operands) -> None:
        space = space_of(str(operands[-1]), self.resources)
        self._stroke(colour_of(space, space.initial), space)

    def stroke_colour(self, operands: Operands) -> None:
        space = self.state.stroke_space if isinstance(self.state.stroke_space, Space) else Space.GRAY
        self._stroke(colour_of(space, operands), space)

    def _stroke(self, colour: Any, space: Space) -> None:
        self.state.stroke, self.state.stroke_space, self.state.style = colour, space, None

    # Paths: 8.5

    def rectangle(self, operands: Operands) -> None:
        self.path.rectangle(operands)

    def start(self, operands: Operands) -> None:
        self.path.start(operands)

    def line(self, operands: Operands) -> None:
        self.path.points(operands)

    def fill_path(self, operands: Operands) -> None:
        self._paint(True, False)

    def stroke_path(self, operands: Operands) -> None:
        self._paint(False, True)

    def fill_and_stroke_path(self, operands: Operands) -> None:
        self._paint(True, True)

    def end_path(self, operands: Operands) -> None:
        self._paint(False, False)

    def clip(self, operands: Operands) -> None:
        self.clip_pending = True

    def _paint(self, fill: bool, stroke: bool) -> None:
        path, state = self.path, self.state
        if fill or stroke:
            paint_path(self.painter, state, path, fill, stroke, self.layer_off)
        if self.clip_pending and path:  # viewers ignore a clip without a path
            state.clip, state.style = common(state.clip, bounds(state.ctm, path.bounds())), None
        self.clip_pending = False
        if path:
            self.path = Path()

    def shading(self, operands: Operands) -> None:
        self.painter.shading(self.state, self.layer_off)

    # Pictures and forms: 8.8 to 8.10

    def inline_picture(self, attributes: dict[str, Operand]) -> None:
        """An inline image, by its dictionary."""
        mask = attributes.get("ImageMask", attributes.get("IM")) is True
        self.painter.picture(self.state, not mask, self.layer_off)

    def xobject(self, operands: Operands) -> None:
        stream = resolve1(dict_value(self.resources.get("XObject")).get(str(operands[-1])))
        if not isinstance(stream, PDFStream):
            return
        kind = resolve1(stream.attrs.get("Subtype"))
        off = self.layer_off or self.scanner.layers.is_off(stream.attrs.get("OC"))
        if kind is _FORM:
            self._form(stream, off)
        elif kind is _IMAGE:
            see_through = (
                any(key in stream.attrs for key in ("SMask", "Mask")) or resolve1(stream.attrs.get("ImageMask")) is True
            )
            self.painter.picture(self.state, not see_through, off)

    def _form(self, stream: PDFStream, layer_off: bool) -> None:
        identity = stream.objid or id(stream)
        if identity in self.above or not self.scanner.count_form(len(self.above)):
            return
        state = self.state.saved()
        if "Group" in stream.attrs:  # painted by itself, then laid on the page with the alpha that holds here (11.6.6)
            state.group_alpha *= state.alpha
            state.alpha = state.stroke_alpha = 1.0
            state.style = None
        matrix = list_value(stream.attrs.get("Matrix"))
        if len(matrix) == 6:
            state.ctm = multiplied(_matrix([float(resolve1(part)) for part in matrix]), state.ctm)
        box = [float(resolve1(part)) for part in list_value(stream.attrs.get("BBox"))]
        if len(box) == 4:
            state.clip = common(state.clip, bounds(state.ctm, (box[0], box[1], box[2], box[3])))
            state.style = None
        resources = dict_value(stream.attrs["Resources"]) if "Resources" in stream.attrs else self.resources
        self.scanner.run(StreamOperators(self.scanner, resources, state, (*self.above, identity), layer_off), stream.get_data())

    # Marked content: 14.6 and 8.11

    def begin_marked(self, operands: Operands) -> None:
        self.tags.append(self.layer_off)

    def begin_marked_with(self, operands: Operands) -> None:
        self.tags.append(self.layer_off)
        if len(operands) < 2 or operands[-1] is None:
            return
        properties = operands[-1]
        if isinstance(properties, Word):
            properties = dict_value(self.resources.get("Properties")).get(properties)
            if operands[-2] == "OC" and not self.layer_off:
                self.layer_off = self.scanner.layers.is_off(properties)
            properties = resolve1(properties)
        if isinstance(properties, dict) and "ActualText" in properties:
            self.painter.replacement = text_of(resolve1(properties["ActualText"]))

    def end_marked(self, operands: Operands) -> None:
        self.painter.replacement = ""
        if self.tags:
            self.layer_off = self.tags.pop()


def _one(operands: Operands) -> float:
    return float(operands[-1])  # type: ignore[arg-type]  # anything else raises, and stock pdfminer reads the page


def _two(operands: Operands) -> tuple[float, float]:
    x, y = operands[-2:]
    return float(x), float(y)  # type: ignore[arg-type]  # as above


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = operands[-6:]
    return a, b, c, d, e, f


def _number(value: object, default: float) -> float:
    value = resolve1(value)
    return float(value) if isinstance(value, (int, float)) else default


OPERATORS: dict[bytes, Callable[[StreamOperators, Operands], None]] = {
    b"q": StreamOperators.save,
    b"Q": StreamOperators.restore,
    b"cm": StreamOperators.concatenate,
    b"w": StreamOperators.line_width,
    b"gs": StreamOperators.graphics_state,
    b"BT": StreamOperators.begin_text,
    b"Tf": StreamOperators.font,
    b"Tm": StreamOperators.text_matrix,
    b"Td": StreamOperators.move,
    b"TD": StreamOperators.move_and_lead,
    b"T*": StreamOperators.next_line,
    b"Tj": StreamOperators.show_operand,
    b"TJ": StreamOperators.show_operand,
    b"'": StreamOperators.show_on_next_line,
    b'"': StreamOperators.show_spaced,
    b"Tc": StreamOperators.char_space,
    b"Tw": StreamOperators.word_space,
    b"Tz": StreamOperators.scaling,
    b"TL": StreamOperators.leading,
    b"Ts": StreamOperators.rise,
    b"Tr": StreamOperators.mode,
    b"g": StreamOperators.gray,
    b"rg": StreamOperators.rgb,
    b"k": StreamOperators.cmyk,
    b"cs": StreamOperators.fill_space,
    b"sc": StreamOperators.fill_colour,
    b"scn": StreamOperators.fill_colour,
    b"G": StreamOperators.stroke_gray,
    b"RG": StreamOperators.stroke_rgb,
    b"K": StreamOperators.stroke_cmyk,
    b"CS": StreamOperators.stroke_space,
    b"SC": StreamOperators.stroke_colour,
    b"SCN": StreamOperators.stroke_colour,
    b"re": StreamOperators.rectangle,
    b"m": StreamOperators.start,
    b"l": StreamOperators.line,
    b"c": StreamOperators.line,
    b"v": StreamOperators.line,
    b"y": StreamOperators.line,
    b"f": StreamOperators.fill_path,
    b"F": StreamOperators.fill_path,
    b"f*": StreamOperators.fill_path,
    b"S": StreamOperators.stroke_path,
    b"s": StreamOperators.stroke_path,
    b"B": StreamOperators.fill_and_stroke_path,
    b"B*": StreamOperators.fill_and_stroke_path,
    b"b": StreamOperators.fill_and_stroke_path,
    b"b*": StreamOperators.fill_and_stroke_path,
    b"n": StreamOperators.end_path,
    b"W": StreamOperators.clip,
    b"W*": StreamOperators.clip,
    b"sh": StreamOperators.shading,
    b"Do": StreamOperators.xobject,
    b"BMC": StreamOperators.begin_marked,
    b"BDC": StreamOperators.begin_marked_with,
    b"EMC": StreamOperators.end_marked,
}
