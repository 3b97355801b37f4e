"""The fast way through a page's content stream: one compiled regular expression in place of pdfminer's tokenizer.

pdfminer.six opens the file, its objects, streams and fonts; 57 % of its time goes into tokenizing content streams byte by
byte, which this file does instead. Where it raises anything, `pdf.py` reads the page with `stock_content`, which uses
pdfminer's own interpreter. What is relied on beyond pdfminer's documented names, and tested against each new version by
`tests/matching/reading/test_differential.py`:

* here and in `content_operators.py`: `PDFPage.contents/resources/cropbox/rotate`, `PDFStream.get_data()/.attrs/.objid`,
  `resolve1`, `PSLiteral.name`;
* `fonts.py`: `PDFResourceManager.get_font(None, spec)`, and `PDFFont.decode/char_width/to_unichr/descriptor/flags/bbox/matrix`,
  `PDFSimpleFont.cid2unicode`;
* `stock_content.py`: `PDFPageInterpreter.fontmap`, `.graphicstate`, `.textstate`, and the device calls `render_string`,
  `paint_path`, `render_image`, `begin_tag`, `end_tag`;
* `object_parser.py`: `PDFDocument._getobj_parse`, `._getobj_objstm`.
"""

from __future__ import annotations

import re
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, resolve1

from matching.reading.content_operands import Operand, Word, inline_image, read_operand, unescaped
from matching.reading.content_operators import OPERATORS, Operands, StreamOperators
from matching.reading.fonts import FontBook
from matching.reading.layers import Layers
from matching.reading.page_content import ContentBudgetExceeded, Matrix, PageContent
from matching.reading.text_painter import GraphicsState, TextPainter

# Limits far above what a résumé needs; a page that goes beyond is cut off there.
MOST_CONTENT_BYTES = 48 * 1024 * 1024
MOST_FORMS = 5_000
DEEPEST_FORM = 20
MOST_OPERANDS = 512

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

_VALUES: dict[bytes, Operand] = {b"true": True, b"false": False, b"null": 0.0}


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
        self.run(StreamOperators(self, dict_value(resources), GraphicsState(ctm), (), False), b"\n".join(parts))
        self.painter.finish()

    def run(self, stream: StreamOperators, data: bytes) -> None:
        """One content stream from its first operator to its last.

        Raises:
            ContentBudgetExceeded: a limit was reached.
        """
        self._bytes += len(data)
        if self._bytes > MOST_CONTENT_BYTES:
            raise ContentBudgetExceeded("content bytes")
        position: int | None = 0
        operands: Operands = []
        while position is not None:
            position = _stretch(stream, data, position, operands)

    def count_form(self, depth: int) -> bool:
        """Whether a form this deep may be painted; raises `ContentBudgetExceeded` after too many."""
        self._forms += 1
        if self._forms > MOST_FORMS:
            raise ContentBudgetExceeded("forms")
        return depth < DEEPEST_FORM


def _stretch(stream: StreamOperators, data: bytes, position: int, operands: Operands) -> int | None:
    """Runs operators up to something the expression cannot take whole; returns where to go on, None at the end."""
    operators = OPERATORS
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
                handler(stream, operands)
            elif operator == b"BI":
                return _inline_image(stream, data, match.end(), operands)
            elif operator in _VALUES:
                operands.append(_VALUES[operator])
                continue
            operands.clear()
        elif kind == _SHOW_ARRAY:
            stream.show(_items(match[3]))
            operands.clear()
        elif kind == _SHOW_STRING:
            shown = match[4]
            stream.show((unescaped(shown) if b"\\" in shown or b"\r" in shown else shown,))
            operands.clear()
        elif kind == _SHOW_HEX:
            stream.show((_unhexed(match[5]),))
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
                return _other(data, match.start(8), operands)
    return None


def _other(data: bytes, start: int, operands: Operands) -> int | None:
    """A string, array, dictionary or comment that stands as an operand."""
    value, end = read_operand(data, start)
    if value is not None:
        operands.append(value)
    return end if end < len(data) else None


def _inline_image(stream: StreamOperators, data: bytes, start: int, operands: Operands) -> int | None:
    attributes, end = inline_image(data, start)
    stream.inline_picture(attributes)
    operands.clear()
    return end if end < len(data) else None


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
