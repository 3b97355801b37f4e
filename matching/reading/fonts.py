"""Fonts as reading needs them: the letters and the width of every character code, weight and slant, ascent and descent.

pdfminer sets the fonts up (encodings, widths, CID maps); everything it can tell is asked once and kept. /ToUnicode maps are
read by `to_unicode`, and font programs are opened only where nothing else tells the letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from pdfminer.encodingdb import name2unicode
from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFObjRef, PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import literal_name

from matching.errors import UnreadableDocument
from matching.reading.character_codes import CharacterCodes, embedded_codes
from matching.reading.to_unicode import read_to_unicode

# What a piece of a shown string is: letters; a space that word spacing widens; any other space; a glyph without letters.
LETTERS, WORD_SPACE, SPACE, UNREADABLE = range(4)
# (letters, width in em, number of glyphs, kind); for UNREADABLE the "letters" are the code, to tell glyphs apart.
Piece = tuple[str, float, int, int]

_BOLD = re.compile(r"bold|black|heavy|demi|medi(?![a-z])|cmbx|sfbx|ecbx|lmbx|-bd|[-,]b$", re.I)
_ITALIC = re.compile(r"ital|obliq|slant|cmti|cmsl|sfti|ecti|-it$|[-,]i$", re.I)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_TYPE1_ENCODING = re.compile(rb"dup\s+(\d{1,3})\s*/([^\s/\[\](){}<>%]+)\s+put")
_FORCE_BOLD, _ITALIC_FLAG, _SEMIBOLD = 1 << 18, 1 << 6, 600

# A glyph that claims to be a whole word is a lie about what is printed; the longest honest ligatures have three letters.
_MOST_LETTERS_A_GLYPH = 4
_MOST_PIECES = 20_000
_LONGEST_PIECE = 100
# Word, LibreOffice and others draw list signs from symbol fonts, whose codes are private use. They are read as one sign.
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf06f\uf071\uf0f0\uf0e0\uf0d2\ue00a\ue00b\ue00c\uf09f\uf0ae")
_SOFT_HYPHEN = "\u00ad"


class FontFace:
    """One font of one document.

    Attributes:
        name: without the subset prefix. bold, italic: as far as name, flags and weight tell.
        ascent, descent: above and (negative) below the baseline in em, held to what letters really need.
        gap: the white space in em from which on two letters belong to two words.
        type3_scale: what the font size is to be multiplied with to be comparable (1 for ordinary fonts).
    """

    def __init__(self, font: PDFFont | None, letters: Mapping[int, str] | None, codes: CharacterCodes | None = None) -> None:
        self._font = font
        self._own_codes = codes
        self._letters = letters or {}
        self._glyphs: dict[int, tuple[str, float, int]] = {}
        self._pieces: dict[bytes, tuple[Piece, ...]] = {}
        self.single_byte = font is None or not font.is_multibyte()
        self.vertical = font is not None and font.is_vertical()
        self.name = _SUBSET.sub("", str(getattr(font, "basefont", None) or getattr(font, "fontname", "") or ""))
        self.bold, self.italic = _weight_and_slant(self.name, font)
        self.type3_scale = _type3_scale(font)
        self.ascent, self.descent = _extent(font)
        # XeTeX and others call the one hyphen of a font a soft one; it is printed like any other.
        self._hyphen_is_soft = _is_embedded(font) and "-" not in self._letters.values()
        self.gap = self._gap()

    def pieces(self, shown: bytes) -> tuple[Piece, ...]:
        """The shown string as letters and spaces in order; remembered, as the same strings come again and again."""
        known = self._pieces.get(shown)
        if known is None:
            if len(self._pieces) > _MOST_PIECES:
                self._pieces.clear()
            known = self._pieces[shown] = tuple(self._split(shown))
        return known

    def _split(self, shown: bytes) -> Iterable[Piece]:
        text, width, count = "", 0.0, 0
        glyphs = self._glyphs
        for code in self._codes(shown):
            letters, advance, kind = glyphs.get(code) or self._glyph(code)
            if kind == LETTERS:
                text += letters
                width += advance
                count += 1
                if count < _LONGEST_PIECE:
                    continue
                yield text, width, count, LETTERS
                text, width, count = "", 0.0, 0
                continue
            if count:
                yield text, width, count, LETTERS
                text, width, count = "", 0.0, 0
            yield letters, advance, 1, kind
        if count:
            yield text, width, count, LETTERS

    def _codes(self, shown: bytes) -> Iterable[int]:
        if self._own_codes is not None:
            return self._own_codes.split(shown)
        return shown if self.single_byte or self._font is None else self._font.decode(shown)

    def _glyph(self, code: int) -> tuple[str, float, int]:
        letters = self._letters_of(code)
        number = code if self._own_codes is None else self._own_codes.glyph(code)
        width = 0.5 if self._font is None else float(self._font.char_width(number))
        if not letters:
            glyph = (chr(code % 0x10000), width, UNREADABLE)
        elif letters.isspace():
            glyph = (" ", width, WORD_SPACE if code == 32 and self.single_byte else SPACE)
        elif letters == _SOFT_HYPHEN and self._hyphen_is_soft:
            glyph = ("-", width, LETTERS)
        elif (printed := cleaned(letters)) is None:
            glyph = (chr(code % 0x10000), width, UNREADABLE)
        else:
            glyph = (printed, width, LETTERS)
        self._glyphs[code] = glyph
        return glyph

    def _letters_of(self, code: int) -> str:
        letters = self._letters.get(code)
        if letters is None and self._font is not None:
            try:
                letters = self._font.to_unichr(code if self._own_codes is None else self._own_codes.glyph(code))
            except (PDFUnicodeNotDefined, NotImplementedError, ValueError, OverflowError):
                return ""
        return letters if letters and len(letters) <= _MOST_LETTERS_A_GLYPH else ""

    def _gap(self) -> float:
        """Half the font's space, within bounds: kerning is narrower, word spaces of justified lines are wider."""
        if self._font is None or not self.single_byte:
            return 0.1
        space = float(self._font.char_width(32)) if self._letters_of(32) in (" ", "\u00a0") else 0.0
        return min(0.15, max(0.09, space * 0.45)) if space else 0.11


def cleaned(letters: str) -> str | None:
    """Letters as they are printed: ligatures taken apart, control and zero-width characters dropped; None for a glyph
    whose meaning only its font knows (private use, unassigned)."""
    if letters.isascii() and letters.isprintable():
        return letters
    kept = []
    for char in letters:
        category = unicodedata.category(char)
        if char == _SOFT_HYPHEN or category[0] in "LMNPSZ":
            kept.append(unicodedata.normalize("NFKC", char) if "\ufb00" <= char <= "\ufb06" else char)
        elif category == "Co":
            if not (meant := _private(char)):
                return None
            kept.append(meant)
        elif category in ("Cn", "Cs"):
            return None
    return "".join(kept) if "\ufffd" not in kept else None


def _private(char: str) -> str:
    """Letters of private-use characters that have a fixed meaning, else ""."""
    if char in _BULLETS:
        return "•"
    # Adobe's glyph list puts small capitals and old-style figures at U+F7xx over their plain code.
    low = ord(char) - 0xF700
    return chr(low).upper() if 0x21 <= low <= 0x7E else ""


def _weight_and_slant(name: str, font: PDFFont | None) -> tuple[bool, bool]:
    bold, italic = bool(_BOLD.search(name)), bool(_ITALIC.search(name))
    if font is None:
        return bold, italic
    weight = resolve1(font.descriptor.get("FontWeight"))
    heavy = isinstance(weight, (int, float)) and weight >= _SEMIBOLD
    return bold or heavy or bool(font.flags & _FORCE_BOLD), italic or bool(font.flags & _ITALIC_FLAG) or bool(font.italic_angle)


def _is_embedded(font: PDFFont | None) -> bool:
    return font is not None and (hasattr(font, "matrix") or bool(font.descriptor.get("Embedded")))


def _type3_scale(font: PDFFont | None) -> float:
    """Type 3 fonts choose their own units: what makes a size of 1 as high as an ordinary font's em."""
    if font is None or not hasattr(font, "matrix"):
        return 1.0
    height = abs(font.vscale) * abs(font.bbox[3] - font.bbox[1])
    return height / 1.1 if height and not 0.4 < height < 3.0 else 1.0


def _extent(font: PDFFont | None) -> tuple[float, float]:
    """Ascent and descent in em. Fonts state them by their own taste (0, the bounding box, the line height): letters with
    their accents reach up to 0.95 em and down to 0.3."""
    if font is None:
        return 0.75, -0.22
    if hasattr(font, "matrix"):
        return 0.8, -0.25
    ascent, descent = float(font.get_ascent()), float(font.get_descent())
    return min(0.95, max(0.74, ascent)) if ascent else 0.78, max(-0.3, min(-0.2, descent)) if descent else -0.23


class FontBook:
    """The fonts of one document, each set up once. `face` never fails: a broken font is one whose letters are unknown."""

    def __init__(self) -> None:
        self.manager = PDFResourceManager()
        self._faces: dict[int, FontFace] = {}

    def face(self, reference: object) -> FontFace:
        """The font that a resource dictionary refers to."""
        number = reference.objid if isinstance(reference, PDFObjRef) else 0
        known = self._faces.get(number) if number else None
        if known is None:
            known = self._set_up(dict_value(reference))
            if number:
                self._faces[number] = known
        return known

    def _set_up(self, spec: dict[str, Any]) -> FontFace:
        try:
            letters = _to_unicode(spec)
            font = self.manager.get_font(None, _light(spec, letters))
            _name_codes_of_type1(spec, font)
            return FontFace(font, letters, embedded_codes(spec.get("Encoding")) if font.is_multibyte() else None)
        except (MemoryError, UnreadableDocument):  # a limit was reached
            raise
        except Exception:  # whatever a stranger's font makes pdfminer raise: the other fonts of the page still read
            return FontFace(None, None)


def _to_unicode(spec: dict[str, Any]) -> dict[int, str] | None:
    stream = resolve1(spec.get("ToUnicode"))
    if not isinstance(stream, PDFStream):
        return None
    return read_to_unicode(stream.get_data())


def _light(spec: dict[str, Any], letters: Mapping[int, str] | None) -> dict[str, Any]:
    """The font's dictionary without the parts that are slow to read and not needed: the map we read ourselves, and the
    font program where the map already tells the letters."""
    light = {key: value for key, value in spec.items() if key != "ToUnicode" or letters is None}
    if not letters:
        return _without_program(light, ("FontFile",))
    if "DescendantFonts" in light:
        below = [dict_value(font) for font in list_value(light["DescendantFonts"])[:1]]
        # "Embedded" is our own entry: the program itself may be left out.
        light["DescendantFonts"] = [_without_program(font, ("FontFile2",)) for font in below]
    return _without_program(light, ("FontFile", "FontFile2"))


def _without_program(spec: dict[str, Any], programs: tuple[str, ...]) -> dict[str, Any]:
    descriptor = resolve1(spec.get("FontDescriptor"))
    if not isinstance(descriptor, dict):
        return spec
    embedded = any(program in descriptor for program in ("FontFile", "FontFile2", "FontFile3"))
    kept = {key: value for key, value in descriptor.items() if key not in programs}
    return {**spec, "FontDescriptor": {**kept, "Embedded": embedded}}


def _name_codes_of_type1(spec: dict[str, Any], font: PDFFont) -> None:
    """A Type 1 font without /Encoding carries it in the clear part of its program: `dup 65 /A put`."""
    program = resolve1(dict_value(spec.get("FontDescriptor")).get("FontFile"))
    if "Encoding" in spec or "ToUnicode" in spec or not isinstance(program, PDFStream):
        return
    length = resolve1(program.get("Length1"))
    names = _TYPE1_ENCODING.findall(program.get_data()[: length if isinstance(length, int) else 20_000])
    codes = {}
    for code, name in names:
        try:
            codes[int(code)] = name2unicode(literal_name(name.decode("latin-1")))
        except (KeyError, ValueError):
            continue
    if codes and isinstance(font, PDFSimpleFont):
        font.cid2unicode = codes
