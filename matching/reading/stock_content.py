"""The slow way through a page's content stream: pdfminer's own interpreter, for the pages where the fast scanner fails.

Its tokenizer and its handling of operators replace ours; what text and shapes then add to the page is the same code
(`text_painter`). pdfminer knows no transparency, layers or clips, so hidden text is judged by colour, size, place and
render mode only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1

from matching.reading.colours import Space, colour_of
from matching.reading.content_operands import text_of
from matching.reading.fonts import FontBook
from matching.reading.layers import Layers
from matching.reading.page_content import IDENTITY, Colour, ContentBudgetExceeded, Matrix, PageContent, multiplied
from matching.reading.path_painting import Path, paint_path
from matching.reading.text_painter import BLACK, GraphicsState, TextPainter

_MOST_FORMS = 5_000
_SPACES = {1: Space.GRAY, 3: Space.RGB, 4: Space.CMYK}


def paint_page(page: PDFPage, content: PageContent, fonts: FontBook, layers: Layers, ctm: Matrix) -> None:
    """Paints a page into `content` by pdfminer's interpreter."""
    device = _Device(content, layers)
    interpreter = _Interpreter(fonts.manager, device)
    interpreter.ours, interpreter.painting = fonts, device
    interpreter.render_contents(page.resources, page.contents, ctm=ctm)
    device.painter.finish()


class _Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, with our fonts: one broken font does not lose the page."""

    ours: FontBook
    painting: _Device
    properties: dict[str, Any]  # of these resources: what names in marked content mean
    fontmap: dict[Any, Any]  # our faces in place of pdfminer's fonts

    def init_resources(self, resources: dict[object, object]) -> None:
        fonts = resolve1(resources.get("Font")) if resources else None
        super().init_resources({key: value for key, value in (resources or {}).items() if key != "Font"})
        self.resources = resources
        for name, reference in (fonts if isinstance(fonts, dict) else {}).items():
            self.fontmap[name] = self.ours.face(reference)
        self.properties = dict_value(resources.get("Properties")) if resources else {}

    def do_BDC(self, tag: Any, props: Any) -> None:
        self.painting.properties = self.properties  # a form painted before had its own
        super().do_BDC(tag, props)

    def do_Tf(self, fontid: Any, fontsize: Any) -> None:
        name = getattr(fontid, "name", "")
        face: Any = self.fontmap.get(name) or self.ours.face({})
        self.textstate.font = face
        if isinstance(fontsize, (int, float)):
            self.textstate.fontsize = float(fontsize)

    def dup(self) -> _Interpreter:
        other = _Interpreter(self.rsrcmgr, self.painting)
        other.ours, other.painting = self.ours, self.painting
        return other


class _Device(PDFDevice):
    """Receives what the interpreter paints."""

    def __init__(self, content: PageContent, layers: Layers) -> None:
        super().__init__(None)  # type: ignore[arg-type]  # the resource manager is the interpreter's business
        self.ctm: Matrix = IDENTITY
        self.painter = TextPainter(content)
        self.layers = layers
        self.properties: dict[str, Any] = {}
        self._tags: list[bool] = []
        self._forms = 0

    def _state(self, graphics: Any) -> GraphicsState:
        state = GraphicsState(self.ctm)
        state.fill, state.stroke = _colour(graphics.ncolor), _colour(graphics.scolor)
        return state

    def render_string(self, textstate: Any, seq: Iterable[Any], ncs: object, graphicstate: Any) -> None:
        state = self._state(graphicstate)
        state.face, state.size, state.rise = textstate.font, textstate.fontsize, textstate.rise
        state.char_space, state.word_space = textstate.charspace, textstate.wordspace
        state.scaling, state.mode = textstate.scaling / 100.0, textstate.render
        matrix = multiplied(tuple(textstate.matrix), self.ctm)
        items = [item if isinstance(item, bytes) else float(item) for item in seq if isinstance(item, (bytes, int, float))]
        x, y = textstate.linematrix
        if state.face.vertical:
            down = self.painter.show_down(state, multiplied((1.0, 0.0, 0.0, 1.0, 0.0, y), matrix), items, any(self._tags))
            textstate.linematrix = (x, y + down)
        else:
            textstate.linematrix = (self.painter.show(state, matrix, x, items, any(self._tags)), y)

    def paint_path(self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        ours = Path()
        for operator, *numbers in path:
            if operator == "m":
                ours.start(numbers)
            elif numbers:
                ours.points(numbers)
        paint_path(self.painter, self._state(graphicstate), ours, fill, stroke, any(self._tags))

    def render_image(self, name: str, stream: Any) -> None:
        see_through = any(key in stream.attrs for key in ("SMask", "Mask", "ImageMask", "IM"))
        self.painter.picture(GraphicsState(self.ctm), not see_through, any(self._tags))

    def begin_figure(self, name: str, bbox: object, matrix: object) -> None:
        self._forms += 1
        if self._forms > _MOST_FORMS:
            raise ContentBudgetExceeded("forms")

    def end_figure(self, name: str) -> None:
        """Forms end by themselves."""

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        group = self.properties.get(getattr(props, "name", "")) if getattr(tag, "name", "") == "OC" else None
        self._tags.append(isinstance(group, PDFObjRef) and self.layers.is_off(group))
        if isinstance(props, dict):
            self.painter.replacement = text_of(resolve1(props.get("ActualText")))

    def end_tag(self) -> None:
        self.painter.replacement = ""
        if self._tags:
            self._tags.pop()

    def do_tag(self, tag: Any, props: Any = None) -> None:
        """Marks a point; nothing is painted."""


def _colour(value: Any) -> Colour | None:
    """pdfminer keeps the numbers without their colour space: as many as they are, that space is meant."""
    if value is None:
        return BLACK
    numbers = [float(n) for n in (value if isinstance(value, tuple) else (value,)) if isinstance(n, (int, float))]
    space = _SPACES.get(len(numbers))
    return colour_of(space, numbers) if space is not None else None
