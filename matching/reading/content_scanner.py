"""The fast way through a page's content stream: one compiled regular expression in place of pdfminer's tokenizer.

pdfminer.six opens the file, its objects, streams and fonts; 57 % of its time goes into tokenizing content streams byte by
byte, which this file does instead. Where it raises anything, `pdf.py` reads the page with `stock_content`, which uses
pdfminer's own interpreter. What is relied on beyond pdfminer's documented names, and tested against each new version by
`tests/matching/reading/test_differential.py`:

* here: `PDFPage.contents/resources/cropbox/rotate`, `PDFStream.get_data()/.attrs/.objid`, `resolve1`, `PSLiteral.name`;
* `fonts.py`: `PDFResourceManager.get_font(None, spec)`, and `PDFFont.decode/char_width/to_unichr/descriptor/flags/bbox/matrix`,
  `PDFSimpleFont.cid2unicode`;
* `stock_content.py`: `PDFPageInterpreter.fontmap`, `.graphicstate`, `.textstate`, and the device calls `render_string`,
  `paint_path`, `render_image`, `begin_tag`, `end_tag`;
* `object_parser.py`: `PDFDocument._getobj_parse`, `._get_objects`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import LIT

from matching.reading.colours import Space, colour_of, space_of
from matching.reading.content_operands import Operand, Word, inline_image, read_operand, text_of, unescaped
from matching.reading.fonts import FontBook
from matching.reading.layers import Layers
from matching.reading.page_content import ContentBudgetExceeded, Matrix, PageContent, bounds, common, multiplied
from matching.reading.path_painting import Path, paint_path
from matching.reading.text_painter import GraphicsState, TextPainter

# Limits far above what a résumé needs; a page that goes beyond is cut off there.
MOST_CONTENT_BYTES = 48 * 1024 * 1024
MOST_FORMS = 5_000
DEEPEST_FORM = 20
DEEPEST_STATE = 4_096
MOST_OPERANDS = 512

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_W = rb"\x00\t\n\f\r "
_STRING = rb"(?:[^()\\]++|\\.)*+"
_HEX = rb"[0-9A-Fa-f" + _W + rb"]*+"
_END = rb"(?![A-Za-z0-9*])"
# One match is the numbers before an operator, and the operator; or a whole TJ or Tj with its strings. All quantifiers are
# possessive: the expression never backtracks, whatever the stream holds.
_TOKEN = re.compile(
    rb"([-+.0-9" + _W + rb"]*+)(?:"
    rb"([A-Za-z'\"][A-Za-z0-9*]*+)"
    rb"|\[([^\[\]()<>%/]*+(?:(?:\(" + _STRING + rb"\)|<" + _HEX + rb">)[^\[\]()<>%/]*+)*+)\][" + _W + rb"]*+TJ" + _END
    + rb"|\((" + _STRING + rb")\)[" + _W + rb"]*+Tj" + _END
    + rb"|<(" + _HEX + rb")>[" + _W + rb"]*+Tj" + _END
    + rb"|/([^\x00\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|(<<[^<>()]*+>>)"
    rb"|(.))?+",
    re.S,
)  # fmt: skip
_ITEM = re.compile(rb"\((" + _STRING + rb")\)|<(" + _HEX + rb")>|([-+]?[0-9.]+)", re.S)
_NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)")
_OPERATOR, _SHOW_ARRAY, _SHOW_STRING, _SHOW_HEX, _NAME, _DICTIONARY = range(2, 8)

_FORM, _IMAGE = LIT("Form"), LIT("Image")
Operands = list[Operand]


class ContentScanner:
    """Runs content streams and paints what they show into a `PageContent`.

    Args:
        content: receives runs, marks and rules; kept up to date, so that it holds what was read if a limit ends the scan.
        fonts: the document's fonts.
        layers: the document's optional content.
    """

    def __init__(self, content: PageContent, fonts: FontBook, layers: Layers) -> None:
        self.content = content
        self.fonts = fonts
        self.layers = layers
        self.painter = TextPainter(content)
        self._bytes = self._forms = 0

    def page(self, streams: list[Any], resources: object, ctm: Matrix) -> None:
        """All of a page: its content streams make one."""
        parts = [stream.get_data() for part in streams if isinstance(stream := resolve1(part), PDFStream)]
        _Stream(self, dict_value(resources), GraphicsState(ctm), (), False).run(b"\n".join(parts))
        self.painter.finish()

    def count(self, size: int) -> None:
        """Keeps the budget of bytes; raises `ContentBudgetExceeded`."""
        self._bytes += size
        if self._bytes > MOST_CONTENT_BYTES:
            raise ContentBudgetExceeded("content bytes")

    def count_form(self, depth: int) -> bool:
        """Whether a form this deep may be painted; raises `ContentBudgetExceeded` after too many."""
        self._forms += 1
        if self._forms > MOST_FORMS:
            raise ContentBudgetExceeded("forms")
        return depth < DEEPEST_FORM


class _Stream:
    """One content stream: a page's, or a form's with its own resources. `above` holds the ids of the forms around it."""

    def __init__(
        self, scanner: ContentScanner, resources: dict[str, Any], state: GraphicsState, above: tuple[int, ...], layer_off: bool
    ) -> None:
        self.scanner = scanner
        self.painter = scanner.painter
        self.resources = resources
        self.state = state
        self.above = above
        self.saved: list[GraphicsState] = []
        self.tags: list[bool] = []  # for each open marked content: was the layer off before it
        self.layer_off = layer_off
        self.line_matrix: Matrix = IDENTITY
        self.pen = 0.0
        self.path = Path()
        self.clip_pending = False
        self._faces: dict[str, Any] = {}

    def run(self, data: bytes) -> None:
        self.scanner.count(len(data))
        position: int | None = 0
        operands: Operands = []
        while position is not None:
            position = self._stretch(data, position, operands)

    def _stretch(self, data: bytes, position: int, operands: Operands) -> int | None:
        """Runs operators up to something the expression cannot take whole; returns where to go on, None at the end."""
        operators = _OPERATORS
        for match in _TOKEN.finditer(data, position):
            kind = match.lastindex
            numbers = match[1]
            if kind == _OPERATOR:
                operator = match[2]
                if numbers:
                    try:
                        operands += map(float, numbers.split())
                    except ValueError:
                        operands += map(float, _NUMBER.findall(numbers))
                handler = operators.get(operator)
                if handler is not None:
                    handler(self, operands)
                elif operator == b"BI":
                    return self._inline_image(data, match.end(), operands)
                elif operator in _VALUES:
                    operands.append(_VALUES[operator])
                    continue
                operands.clear()
            elif kind == _SHOW_ARRAY:
                self._show(_items(match[3]))
                operands.clear()
            elif kind == _SHOW_STRING:
                shown = match[4]
                self._show((unescaped(shown) if b"\\" in shown or b"\r" in shown else shown,))
                operands.clear()
            elif kind == _SHOW_HEX:
                self._show((_unhexed(match[5]),))
                operands.clear()
            elif kind is not None and kind > _SHOW_HEX:
                if numbers:
                    operands += map(float, _NUMBER.findall(numbers))
                if len(operands) > MOST_OPERANDS:
                    operands.clear()
                if kind == _NAME:
                    operands.append(Word(_name(match[6])))
                elif kind == _DICTIONARY:  # of marked content, as a rule: none of its entries is needed
                    operands.append(None)
                else:
                    return self._other(data, match.start(8), operands)
        return None

    def _other(self, data: bytes, start: int, operands: Operands) -> int | None:
        """A string, array, dictionary or comment that stands as an operand."""
        value, end = read_operand(data, start)
        if value is not None:
            operands.append(value)
        return end if end < len(data) else None

    def _inline_image(self, data: bytes, start: int, operands: Operands) -> int | None:
        attributes, end = inline_image(data, start)
        mask = attributes.get("ImageMask", attributes.get("IM")) is True
        self.painter.picture(self.state, not mask, self.layer_off)
        operands.clear()
        return end if end < len(data) else None

    # Text: 9.3 and 9.4

    def _show(self, items: Any) -> None:
        state = self.state
        matrix = multiplied(self.line_matrix, state.ctm)
        if state.face is not None and state.face.vertical:
            down = self.painter.show_down(state, matrix, items, self.layer_off)
            self.line_matrix = multiplied((1.0, 0.0, 0.0, 1.0, 0.0, down), self.line_matrix)
        else:
            self.pen = self.painter.show(state, matrix, self.pen, items, self.layer_off)

    def show_operand(self, operands: Operands) -> None:
        shown = operands[-1]
        self._show(tuple(i for i in shown if isinstance(i, (bytes, float))) if isinstance(shown, list) else (shown,))

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
            raise ContentBudgetExceeded("saved states")
        self.saved.append(self.state.saved())

    def restore(self, operands: Operands) -> None:
        if self.saved:
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
        if self.clip_pending:
            # A path without points clips everything away.
            state.clip = common(state.clip, bounds(state.ctm, path.bounds()) if path else (0.0, 0.0, -1.0, -1.0))
            state.style, self.clip_pending = None, False
        if path:
            self.path = Path()

    def shading(self, operands: Operands) -> None:
        self.painter.shading(self.state, self.layer_off)

    # XObjects: 8.8 and 8.10

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
        matrix = list_value(stream.attrs.get("Matrix"))
        if len(matrix) == 6:
            state.ctm = multiplied(_matrix([float(resolve1(part)) for part in matrix]), state.ctm)
        box = [float(resolve1(part)) for part in list_value(stream.attrs.get("BBox"))]
        if len(box) == 4:
            state.clip = common(state.clip, bounds(state.ctm, (box[0], box[1], box[2], box[3])))
            state.style = None
        resources = dict_value(stream.attrs["Resources"]) if "Resources" in stream.attrs else self.resources
        _Stream(self.scanner, resources, state, (*self.above, identity), layer_off).run(stream.get_data())

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


def _items(array: bytes) -> list[bytes | float]:
    items: list[bytes | float] = []
    for shown, hexadecimal, number in _ITEM.findall(array):
        if number:
            items.append(float(number))
        elif hexadecimal:
            items.append(_unhexed(hexadecimal))
        elif shown:
            items.append(unescaped(shown) if b"\\" in shown or b"\r" in shown else shown)
    return items


def _unhexed(digits: bytes) -> bytes:
    text = digits.decode("ascii")
    try:
        return bytes.fromhex(text)
    except ValueError:  # an odd number of digits: the last one is followed by 0
        text = "".join(text.replace("\0", " ").split())
        return bytes.fromhex(text + "0" * (len(text) % 2))


def _name(raw: bytes) -> str:
    if b"#" in raw:
        raw = re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes((int(match[1], 16),)), raw)
    return raw.decode("utf-8", "replace")


_VALUES: dict[bytes, Operand] = {b"true": True, b"false": False, b"null": 0.0}
_OPERATORS: dict[bytes, Callable[[_Stream, Operands], None]] = {
    b"q": _Stream.save, b"Q": _Stream.restore, b"cm": _Stream.concatenate, b"w": _Stream.line_width, b"gs": _Stream.graphics_state,
    b"BT": _Stream.begin_text, b"Tf": _Stream.font, b"Tm": _Stream.text_matrix, b"Td": _Stream.move, b"TD": _Stream.move_and_lead,
    b"T*": _Stream.next_line, b"Tj": _Stream.show_operand, b"TJ": _Stream.show_operand, b"'": _Stream.show_on_next_line,
    b'"': _Stream.show_spaced, b"Tc": _Stream.char_space, b"Tw": _Stream.word_space, b"Tz": _Stream.scaling,
    b"TL": _Stream.leading, b"Ts": _Stream.rise, b"Tr": _Stream.mode,
    b"g": _Stream.gray, b"rg": _Stream.rgb, b"k": _Stream.cmyk, b"cs": _Stream.fill_space, b"sc": _Stream.fill_colour,
    b"scn": _Stream.fill_colour, b"G": _Stream.stroke_gray, b"RG": _Stream.stroke_rgb, b"K": _Stream.stroke_cmyk,
    b"CS": _Stream.stroke_space, b"SC": _Stream.stroke_colour, b"SCN": _Stream.stroke_colour,
    b"re": _Stream.rectangle, b"m": _Stream.start, b"l": _Stream.line, b"c": _Stream.line, b"v": _Stream.line, b"y": _Stream.line,
    b"f": _Stream.fill_path, b"F": _Stream.fill_path, b"f*": _Stream.fill_path, b"S": _Stream.stroke_path, b"s": _Stream.stroke_path,
    b"B": _Stream.fill_and_stroke_path, b"B*": _Stream.fill_and_stroke_path, b"b": _Stream.fill_and_stroke_path,
    b"b*": _Stream.fill_and_stroke_path, b"n": _Stream.end_path, b"W": _Stream.clip, b"W*": _Stream.clip, b"sh": _Stream.shading,
    b"Do": _Stream.xobject, b"BMC": _Stream.begin_marked, b"BDC": _Stream.begin_marked_with, b"EMC": _Stream.end_marked,
}  # fmt: skip
