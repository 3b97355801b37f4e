"""Colours of a content stream as red, green and blue, as far as they matter for "can it be seen" (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from matching.reading.page_content import Colour

_WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: `kind` says how its `parts` numbers become a colour. `full` is the colour of an ink at full tint,
    None where a function decides it that is not read here."""

    kind: str
    parts: int
    full: Colour | None = None
    palette: bytes = b""
    base: str = ""

    GRAY: ClassVar[Space]
    RGB: ClassVar[Space]
    CMYK: ClassVar[Space]

    @property
    def initial(self) -> tuple[float, ...]:
        """The numbers that hold until a colour is set."""
        return {"cmyk": (0.0, 0.0, 0.0, 1.0), "ink": (1.0,) * self.parts}.get(self.kind, (0.0,) * self.parts)


Space.GRAY = Space("gray", 1)
Space.RGB = Space("rgb", 3)
Space.CMYK = Space("cmyk", 4)
_PATTERN = Space("pattern", 0)
_DEVICE = {
    "DeviceGray": Space.GRAY, "G": Space.GRAY, "CalGray": Space.GRAY,
    "DeviceRGB": Space.RGB, "RGB": Space.RGB, "CalRGB": Space.RGB,
    "DeviceCMYK": Space.CMYK, "CMYK": Space.CMYK, "Pattern": _PATTERN, "Lab": Space("lab", 3),
}  # fmt: skip
_BY_PARTS = {1: Space.GRAY, 3: Space.RGB, 4: Space.CMYK}


def space_of(name: str, resources: dict[str, Any]) -> Space:
    """The colour space that `cs` names: a device space or an entry of the resources."""
    if name in _DEVICE:
        return _DEVICE[name]
    return _space(dict_value(resources.get("ColorSpace")).get(name), 0)


def _space(spec: object, depth: int) -> Space:
    spec = resolve1(spec)
    if not isinstance(spec, list):
        return _DEVICE.get(_name(spec), _PATTERN)
    kind = _name(spec[0]) if spec else ""
    if kind == "ICCBased" and len(spec) > 1:
        stream = resolve1(spec[1])
        return _BY_PARTS.get(resolve1(stream.attrs.get("N")), _PATTERN) if isinstance(stream, PDFStream) else _PATTERN
    if kind == "Indexed" and len(spec) > 3 and depth < 3:
        return _indexed(spec, depth)
    if kind in ("Separation", "DeviceN") and len(spec) > 3 and depth < 3:
        names = [_name(spec[1])] if kind == "Separation" else list_value(spec[1])
        return Space("ink", len(names), _full_tint(spec, depth, len(names)))
    return _DEVICE.get(kind, _PATTERN)


def _indexed(spec: list[Any], depth: int) -> Space:
    base, table = _space(spec[1], depth + 1), resolve1(spec[3])
    palette = table.get_data() if isinstance(table, PDFStream) else table
    return Space("indexed", 1, None, palette if isinstance(palette, bytes) else b"", base.kind)


def _full_tint(spec: list[Any], depth: int, inks: int) -> Colour | None:
    """The colour of one ink at full strength, where an exponential function (type 2) tells it."""
    function = resolve1(spec[3])
    ends = list_value(function.get("C1")) if isinstance(function, dict) and "C1" in function else []
    if inks != 1 or not ends:
        return None
    return colour_of(_space(spec[2], depth + 1), [float(resolve1(end)) for end in ends])


def _name(value: object) -> str:
    return str(getattr(resolve1(value), "name", ""))


def colour_of(space: Space, operands: Sequence[object]) -> Colour | None:
    """Red, green and blue from 0 to 1; None for patterns and what cannot be told."""
    numbers = [min(1.0, max(0.0, n)) for n in operands if isinstance(n, float)]
    if space.kind == "rgb" and len(numbers) == 3:
        return numbers[0], numbers[1], numbers[2]
    if space.kind == "gray" and len(numbers) == 1:
        return numbers[0], numbers[0], numbers[0]
    if space.kind == "cmyk" and len(numbers) == 4:
        cyan, magenta, yellow, black = numbers
        return (1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)
    if space.kind == "ink":
        return _tinted(space, numbers)
    if space.kind == "indexed":
        return _from_palette(space, operands)
    if space.kind == "lab" and operands and isinstance(operands[0], float):
        light = min(1.0, max(0.0, operands[0] / 100.0))
        return light, light, light
    return None


def _tinted(space: Space, tints: list[float]) -> Colour | None:
    """Inks on white: no ink is white; one ink of known colour is mixed with white by its tint."""
    if tints and max(tints) == 0.0:
        return _WHITE
    if space.full is None or len(tints) != 1:
        return None
    red, green, blue = (1.0 - tints[0] * (1.0 - part) for part in space.full)
    return red, green, blue


def _from_palette(space: Space, operands: Sequence[object]) -> Colour | None:
    base = {"gray": Space.GRAY, "rgb": Space.RGB, "cmyk": Space.CMYK}.get(space.base)
    if base is None or not operands or not isinstance(operands[0], float):
        return None
    start = int(operands[0]) * base.parts
    return colour_of(base, [part / 255.0 for part in space.palette[start : start + base.parts]]) if start >= 0 else None
