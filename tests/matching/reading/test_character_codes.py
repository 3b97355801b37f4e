"""Fonts whose /Encoding is a map of their own: codes of one and two bytes, letters by code, widths by glyph."""

from __future__ import annotations

import pytest

from matching.reading.character_codes import embedded_codes
from matching.reading.pdf import read_pdf
from tests.matching.reading.tiny_pdf import stream_object, tiny_pdf

MAP = """/CIDInit /ProcSet findresource begin begincmap /CMapName /Own-0 def
2 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange
2 begincidchar <41> 7 <8041> 9 endcidchar
1 begincidrange <42> <44> 20 endcidrange
endcmap end"""
LETTERS = """begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange
5 beginbfchar <0041> <0052> <8041> <0065> <0042> <0064> <0043> <0069> <0044> <0073> endbfchar endcmap"""


def font_of(encoding: str) -> tuple[str | bytes, ...]:
    """Objects 6 to 10: a composite font with a map of its own, its descendant, its descriptor, the map, the letters."""
    return (
        f"<</Type/Font/Subtype/Type0/BaseFont/Own/Encoding {encoding}/DescendantFonts[7 0 R]/ToUnicode 10 0 R>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/FontDescriptor 8 0 R/DW 100/W[7[700] 9[500] 20[510 520 530]]>>",
        "<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200>>",
        stream_object(MAP, "/Type/CMap/CMapName/Own-0"),
        stream_object(LETTERS),
    )


def test_text_of_a_font_with_its_own_map_is_read_with_its_widths() -> None:
    """ "Redis": the first e is a code of two bytes, the letters are those of the codes, the widths those of the glyphs."""
    content = "BT /F2 10 Tf 72 700 Td <4180414243 44> Tj ET"
    data = tiny_pdf(content, objects=font_of("9 0 R")).replace(b"/F1 5 0 R", b"/F2 6 0 R")
    word = read_pdf(data).lines[0].words[0]
    assert word.text == "Redis"
    assert word.box[2] - word.box[0] == pytest.approx((700 + 500 + 510 + 520 + 530) / 100, abs=0.1)


@pytest.mark.parametrize("encoding", ["Identity-H", None, b"<<>>"])
def test_a_map_known_by_name_is_left_to_pdfminer(encoding: object) -> None:
    assert embedded_codes(encoding) is None
