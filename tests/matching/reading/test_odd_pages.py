"""Pages that few programs make: vertical print, odd fonts and colours, membership layers, forms in forms, broken objects."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from matching.errors import Problem, UnreadableDocument
from matching.reading import content_scanner, fonts, pdf
from matching.reading.character_codes import embedded_codes
from matching.reading.document import Document, HiddenReason, NoticeCode
from matching.reading.pdf import read_pdf
from matching.reading.to_unicode import read_to_unicode
from tests.matching.reading.tiny_pdf import stream_object, tiny_pdf

NAME = "BT /F1 12 Tf 72 720 Td (Jane Doe) Tj ET "
STUFFED = "BT /F1 10 Tf 72 300 Td (Kubernetes) Tj ET "


def text(document: Document) -> str:
    return " ".join(line.text for line in document.lines)


def hidden(document: Document) -> list[tuple[str, HiddenReason]]:
    return [(one.text, one.reason) for page in document.pages for one in page.hidden]


def painted(content: str, resources: str = "", **rest: object) -> Document:
    return read_pdf(tiny_pdf(NAME + content, resources, **rest))  # type: ignore[arg-type] # as tiny_pdf takes it


# --- colours ------------------------------------------------------------------------------------------------------------

SPACES = (
    "/ColorSpace<<"
    "/Dark[/Separation/Ink/DeviceGray 6 0 R]/Unknown[/Separation/Ink/DeviceGray 7 0 R]"
    "/Two[/DeviceN[/A/B]/DeviceGray 6 0 R]/Palette[/Indexed/DeviceRGB 1<FFFFFF101010>]/Streamed[/Indexed/DeviceGray 1 8 0 R]"
    "/Mixed[/Indexed/Pattern 1<FF>]/Profile[/ICCBased 9 0 R]/NoProfile[/ICCBased 7 0 R]/Lab[/Lab<</WhitePoint[1 1 1]>>]"
    "/Named/DeviceGray/Calibrated[/CalGray<<>>]/Empty[]"
    ">>"
)
TINT = "<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>"
NO_TINT = "<</FunctionType 4>>"


@pytest.mark.parametrize(
    ("colour", "seen"),
    [
        ("/Dark cs 1 scn", True),
        ("/Dark cs 0 scn", False),
        ("/Dark cs 0.01 scn", False),
        ("/Unknown cs 1 scn", True),  # no telling: it counts
        ("/Unknown cs 0 scn", False),  # no ink at all
        ("/Two cs 1 1 scn", True),
        ("/Two cs 0 0 scn", False),
        ("/Palette cs 0 scn", False),
        ("/Palette cs 1 scn", True),
        ("/Palette cs -1 scn", True),
        ("/Streamed cs 0 scn", False),
        ("/Streamed cs 1 scn", True),
        ("/Mixed cs 0 scn", True),
        ("/Profile cs 1 1 1 scn", False),
        ("/Profile cs 0 0 0 scn", True),
        ("/NoProfile cs 1 scn", True),
        ("/Lab cs 100 0 0 scn", False),
        ("/Lab cs 20 0 0 scn", True),
        ("/Named cs 1 scn", False),
        ("/Calibrated cs 1 scn", False),
        ("/Empty cs 1 scn", True),
        ("0 0 0 0 k 1 Tr 0 0 0 0 K", False),
        ("0 0 0 0 k 2 Tr 0 0 0 1 K", True),
    ],
)
def test_ink_that_cannot_be_told_from_paper_is_hidden(colour: str, seen: bool) -> None:
    objects = (TINT, NO_TINT, stream_object(b"\xff\x00"), stream_object("profile", "/N 3"))
    document = painted(f"q {colour} {STUFFED} Q", SPACES, objects=objects)
    assert ("Kubernetes" in text(document)) is seen
    assert hidden(document) == ([] if seen else [("Kubernetes", HiddenReason.COLOUR)])


def test_letters_that_only_clip_count_where_something_shows_through() -> None:
    assert hidden(painted(f"q 7 Tr {STUFFED} Q")) == [("Kubernetes", HiddenReason.RENDER_MODE)]
    assert hidden(painted(f"q 7 Tr {STUFFED} 0 0 1 rg 60 290 45 30 re f Q")) == []


# --- layers -------------------------------------------------------------------------------------------------------------

LAYERS = "/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[6 0 R]>>>>"


@pytest.mark.parametrize(
    ("membership", "seen"),
    [
        ("/OCGs 6 0 R", False),
        ("/OCGs 7 0 R", True),
        ("/OCGs[6 0 R 7 0 R]", True),
        ("/OCGs[6 0 R 7 0 R]/P/AllOn", False),
        ("/OCGs[6 0 R 7 0 R]/P/AnyOff", True),
        ("/OCGs[6 0 R 7 0 R]/P/AllOff", False),
        ("/OCGs[6 0 R]/P/AllOff", True),
        ("/OCGs[]", True),
        ("", True),
    ],
)
def test_a_membership_of_layers_shows_by_its_policy(membership: str, seen: bool) -> None:
    document = painted(
        f"/OC /M BDC {STUFFED} EMC",
        "/Properties<</M 8 0 R>>",
        catalog=LAYERS,
        objects=("<</Type/OCG/Name(off)>>", "<</Type/OCG/Name(on)>>", f"<</Type/OCMD{membership}>>"),
    )
    assert ("Kubernetes" in text(document)) is seen


# --- fonts --------------------------------------------------------------------------------------------------------------


def composite(encoding: str, to_unicode: str, *more: str | bytes) -> tuple[str | bytes, ...]:
    """A composite font as objects 6 to 8 (its map is 7), further objects from 9."""
    return (
        f"<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding{encoding}/ToUnicode 7 0 R/DescendantFonts[8 0 R]>>",
        stream_object(to_unicode),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Odd/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        "/DW 500>>",
        *more,
    )


MAP = "1 begincodespacerange <0000><FFFF> endcodespacerange 2 beginbfchar <0041><0041> <0042><0042> endbfchar"


def test_print_from_top_to_bottom_is_read_downwards() -> None:
    content = "BT /F2 12 Tf 300 600 Td [<00410042> -500 <0041>] TJ ET"
    document = painted(content, "/Font<</F1 5 0 R/F2 6 0 R>>", objects=composite("/Identity-V", MAP))
    letters = [word for line in document.lines for word in line.words if word.text in ("A", "AB")]
    assert [word.text for word in letters] == ["AB", "A"]
    assert letters[0].box[1] < letters[1].box[1]
    assert letters[0].box[0] == letters[1].box[0]


def test_codes_of_a_map_in_the_file_are_split_by_its_spaces() -> None:
    inside = stream_object(
        "1 begincodespacerange <00> <7F> endcodespacerange 1 begincodespacerange <8000> <FFFF> endcodespacerange "
        "1 begincidchar <41> 1 endcidchar 1 begincidrange <8000> <8001> 2 endcidrange"
    )
    from pdfminer.pdftypes import PDFStream

    body = inside.split(b"stream\n")[1].split(b"\nendstream")[0]
    codes = embedded_codes(PDFStream({}, body))
    assert codes is not None
    assert list(codes.split(b"\x41\x80\x00\x90")) == [0x41, 0x8000]
    assert [codes.glyph(code) for code in (0x41, 0x8001, 0x42)] == [1, 3, 0x42]
    assert embedded_codes(PDFStream({}, b"1 begincidchar < > 1 endcidchar 1 begincidrange < > < > 1 endcidrange")) is None
    assert embedded_codes("Identity-H") is None
    odd = b"1 begincodespacerange <0> <FFFFFFFFFFFFFFFFFF> endcodespacerange 1 begincidrange < > <41> 1 endcidrange"
    assert embedded_codes(PDFStream({}, odd)) is None


@pytest.mark.parametrize(
    ("program", "letters"),
    [
        (b"1 beginbfchar <41> <0061> endbfchar", {0x41: "a"}),
        (b"1 beginbfchar < > <0061> endbfchar", {}),
        (b"1 beginbfchar <41> <61> endbfchar", {0x41: "a"}),
        (b"1 beginbfrange <41> <43> <0061> endbfrange", {0x41: "a", 0x42: "b", 0x43: "c"}),
        (b"1 beginbfrange <41> <42> <61> endbfrange", {0x41: "a", 0x42: "b"}),
        (b"1 beginbfrange <41> <42> [<0066> <00660069>] endbfrange", {0x41: "f", 0x42: "fi"}),
        (b"1 beginbfrange < > <42> <0061> endbfrange", {}),
        (b"1 beginbfrange <41> <42> <00660069> endbfrange", {0x41: "fi", 0x42: "fj"}),
        (b"/X usecmap 1 beginbfchar <41> <0061> endbfchar", {0x41: "a"}),
    ],
)
def test_maps_of_letters(program: bytes, letters: dict[int, str]) -> None:
    assert read_to_unicode(program) == letters


def test_a_type_1_font_tells_its_letters_in_its_program() -> None:
    program = stream_object(
        "/Encoding 256 array dup 65 /B put dup 66 /nosuchletter put dup 999 /C put readonly def", "/Length1 90"
    )
    objects = (
        "<</Type/Font/Subtype/Type1/BaseFont/Own/FirstChar 65/LastChar 66/Widths[500 500]/FontDescriptor 7 0 R>>",
        "<</Type/FontDescriptor/FontName/Own/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/FontFile 8 0 R>>",
        program,
    )
    document = painted("BT /F2 12 Tf 72 500 Td (AAA) Tj ET", "/Font<</F1 5 0 R/F2 6 0 R>>", objects=objects)
    assert "BBB" in text(document)


def test_a_type_3_font_chooses_its_own_units() -> None:
    glyph = stream_object("500 0 0 0 500 500 d1 0 0 500 500 re f")
    objects = (
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[0.01 0 0 0.01 0 0]/FirstChar 65/LastChar 65/Widths[6]"
        "/CharProcs<</A 7 0 R>>/Encoding<</Differences[65/A]>>>>",
        glyph,
    )
    document = painted("BT /F2 100 Tf 72 500 Td (AA) Tj ET", "/Font<</F1 5 0 R/F2 6 0 R>>", objects=objects)
    (word,) = [word for line in document.lines for word in line.words if "A" in word.text]
    assert word.size == pytest.approx(9.1, abs=1.0)


@pytest.mark.parametrize(
    "font", ["<</Type/Font/Subtype/Type0/DescendantFonts 5>>", "<</Type/Font/Subtype/Type1/FirstChar(x)>>", "5"]
)
def test_a_broken_font_leaves_the_others(font: str) -> None:
    document = painted("BT /F2 12 Tf 72 500 Td (lost) Tj ET", "/Font<</F1 5 0 R/F2 6 0 R>>", objects=(font,))
    assert text(document).startswith("Jane Doe")


def test_strings_without_end_and_fonts_of_many_strings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_MOST_PIECES", 2)
    monkeypatch.setattr(fonts, "_LONGEST_PIECE", 4)
    document = painted("BT /F1 12 Tf 72 500 Td (Postgres) Tj 0 -20 Td (Kafka) Tj 0 -20 Td (Redis) Tj 0 -20 Td (Go) Tj ET")
    assert text(document) == "Jane Doe Postgres Kafka Redis Go"


def test_soft_hyphens_and_private_letters() -> None:
    rows = "<0041><0041> <0042><00AD> <0043><F761> <0044><E000> <0045><0378>"
    to_unicode = f"1 begincodespacerange <0000><FFFF> endcodespacerange 5 beginbfchar {rows} endbfchar"
    document = painted(
        "BT /F2 12 Tf 72 500 Td <00410041004200410041> Tj 0 -30 Td <00410043> Tj 0 -30 Td <0041004400450041> Tj ET",
        "/Font<</F1 5 0 R/F2 6 0 R>>",
        objects=composite("/Identity-H", to_unicode),
    )
    assert "AAAA" in text(document)
    assert NoticeCode.HIDDEN_TEXT not in {notice.code for notice in document.notices}


# --- content ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("BT /F1 12 Tf 72 500 Td 5 Ts (raised) Tj ET", "raised"),
        ("BT /F1 12 Tf 72 500 Td [(a) <62> (c\\144)] TJ ET", "abcd"),
        ("BT /F1 12 Tf 72 500 Td <616> Tj ET", "a`"),
        ("true false null BT /F1 12 Tf 72 500 Td (values) Tj ET", "values"),
        ("/No Do /Text Do BT /F1 12 Tf 72 500 Td (after) Tj ET", "after"),
        ("/Span /No BDC BT /F1 12 Tf 72 500 Td (marked) Tj ET EMC EMC", "marked"),
        ("1 2 l 10 10 20 20 30 30 c 40 500 100 10 re S 72 500 m 72 500 l f BT /F1 12 Tf 72 490 Td (lines) Tj ET", "lines"),
        ("/F#31 12 Tf BT 72 500 Td (escaped) Tj ET", "escaped"),
    ],
)
def test_operators_that_few_use(content: str, found: str) -> None:
    document = painted(content, "/XObject<</Text 6 0 R>>", objects=(stream_object("", "/Type/XObject/Subtype/PS"),))
    assert found in text(document)


@pytest.mark.parametrize(
    ("limit", "content"),
    [
        ("MOST_CONTENT_BYTES", NAME + NAME),
        ("MOST_FORMS", NAME + "/X Do /X Do /X Do"),
        ("MOST_OPERANDS", NAME + " 1" * 50 + " n"),
    ],
)
def test_a_limit_of_the_content_keeps_what_was_read(monkeypatch: pytest.MonkeyPatch, limit: str, content: str) -> None:
    monkeypatch.setattr(content_scanner, limit, 2)
    form = stream_object("", "/Type/XObject/Subtype/Form")
    document = read_pdf(tiny_pdf(content, "/XObject<</X 6 0 R>>", objects=(form,)))
    assert text(document) in ("", "Jane Doe")


def test_glyphs_without_letters_are_what_the_file_says_they_are() -> None:
    document = painted(
        "/Span<</ActualText(Kafka)>>BDC BT /F2 12 Tf 72 500 Td <0001000200030004> Tj ET EMC",
        "/Font<</F1 5 0 R/F2 6 0 R>>",
        objects=composite("/Identity-H", MAP),
    )
    assert text(document) == "Jane Doe Kafka"


# --- pages and files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("box", ["/MediaBox[0 0 0 0]", "/MediaBox[0 0 90000 90000]", "/MediaBox[612 792 0 0]"])
def test_a_page_of_no_sensible_size_is_letter(box: str) -> None:
    document = read_pdf(tiny_pdf(NAME, page=box))
    assert (document.pages[0].width, document.pages[0].height) == (612.0, 792.0)
    assert text(document) == "Jane Doe"


def test_a_crop_box_beside_the_page_is_not_followed() -> None:
    document = read_pdf(tiny_pdf(NAME, page="/MediaBox[0 0 612 792]/CropBox[700 0 900 792]"))
    assert document.pages[0].width == 612.0


@pytest.mark.parametrize(
    "annotation", ["5", "<</Rect[0 0 9 9]/A<</URI 5>>>>", "<</A<</URI(x)>>/Rect[(a)(b)(c)(d)]>>", "<</A<</URI(x)>>/Rect[1 2]>>"]
)
def test_broken_links_cost_only_themselves(annotation: str) -> None:
    page = f"/MediaBox[0 0 612 792]/Annots[{annotation}]"
    assert text(read_pdf(tiny_pdf(NAME, page=page))) == "Jane Doe"


def test_what_both_ways_of_reading_a_page_find_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    scan = content_scanner.ContentScanner.run

    def breaks_off(self: object, stream: object, data: bytes) -> None:
        scan(self, stream, data[: data.index(b"ET") + 3])  # type: ignore[arg-type] # as it is called
        raise ZeroDivisionError

    monkeypatch.setattr(content_scanner.ContentScanner, "run", breaks_off)
    data = tiny_pdf(NAME + STUFFED)
    assert text(read_pdf(data)) == "Jane Doe Kubernetes"

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pdf.stock_content, "paint_page", fails)
    assert text(read_pdf(data)) == "Jane Doe"

    def over(*_: object) -> None:
        raise pdf.ContentBudgetExceeded("runs")

    monkeypatch.setattr(pdf.stock_content, "paint_page", over)
    read_pdf(data)

    def memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pdf.stock_content, "paint_page", memory)
    with pytest.raises(MemoryError):
        read_pdf(data)


def test_the_other_way_of_reading_sees_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """pdfminer's own interpreter, which reads pages that ours stumbles over."""

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(content_scanner.ContentScanner, "run", fails)
    form = stream_object(
        "BT /F1 12 Tf 72 400 Td (inside) Tj ET", "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>"
    )
    image = stream_object(b"\0", "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray")
    document = painted(
        "0 0 1 rg 60 290 m 70 290 l 70 300 l h f 0 0 1 RG 10 10 50 5 re S /X Do q 9 0 0 9 0 0 cm /I Do Q "
        "/OC /L BDC " + STUFFED + " EMC /Span<</ActualText(x)>>BDC EMC /P MP BT /F9 12 Tf 72 200 Td (no font) Tj ET "
        "BT /F2 12 Tf 300 600 Td [<0041> -500 <0042>] TJ ET",
        "/Font<</F1 5 0 R/F2 8 0 R>>/XObject<</X 6 0 R/I 7 0 R>>/Properties<</L 12 0 R>>",
        catalog="/OCProperties<</OCGs[12 0 R]/D<</OFF[12 0 R]>>>>",
        objects=(
            form,
            image,
            "<</Type/Font/Subtype/Type0/BaseFont/Odd/Encoding/Identity-V/ToUnicode 9 0 R/DescendantFonts[10 0 R]>>",
            stream_object(MAP),
            composite("/Identity-V", MAP)[2],
            "<<>>",
            "<</Type/OCG/Name(off)>>",
        ),
    )
    assert "Jane Doe" in text(document)
    assert "inside" in text(document)
    assert hidden(document) == [("Kubernetes", HiddenReason.LAYER_OFF)]


def packed(change: bytes = b"", to: bytes = b"") -> bytes:
    """A small PDF whose objects are packed; `change` is put in the unpacked stream of objects."""
    file = BytesIO()
    with pikepdf.open(BytesIO(tiny_pdf(NAME))) as made:
        made.save(file, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=False, static_id=True)
    data = file.getvalue()
    assert change in data
    assert len(change) == len(to)
    return data.replace(change, to, 1)


def test_packed_objects_are_read() -> None:
    assert text(read_pdf(packed())) == "Jane Doe"


def outcome(data: bytes) -> str | Problem:
    """The words of a file, or the problem it ends in."""
    try:
        return text(read_pdf(data))
    except UnreadableDocument as error:
        return error.problem


@pytest.mark.parametrize(("change", "to"), [(b"/First ", b"/Fist  "), (b"/Type /Pages", b"/Type /Pag(s")])
def test_packed_objects_with_a_mistake_end_in_words_or_a_name(change: bytes, to: bytes) -> None:
    assert outcome(packed(change, to)) in ("Jane Doe", "", Problem.DAMAGED)


@pytest.mark.parametrize(
    ("change", "to"),
    [
        (b"/Contents 4 0 R", b"/Contents 4 0 R/Deep" + b"[" * 200 + b"]" * 200),
        (b"/Type/Page/", b"/Type/Page/Odd<</A>>/"),
        (b"/Type/Page/", b"/Type/Page/Odd<<(a) 1>>/"),
    ],
)
def test_objects_that_are_odd_end_in_words_or_a_name(change: bytes, to: bytes) -> None:
    assert outcome(tiny_pdf(NAME).replace(change, to, 1)) in ("Jane Doe", Problem.DAMAGED)
