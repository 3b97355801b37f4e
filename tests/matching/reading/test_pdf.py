"""Words, places, notices and problems from the bytes of a PDF."""

from __future__ import annotations

import io

import pikepdf
import pytest

from matching.errors import Problem, UnreadableDocument
from matching.reading import text_painter
from matching.reading.document import NoticeCode, Page, Word
from matching.reading.pdf import open_pdf, read_pdf, require_text
from tests.matching.reading.tiny_pdf import stream_object, tiny_pdf

HELLO = "BT /F1 12 Tf 72 720 Td (Hello world) Tj ET"


def words(data: bytes) -> list[Word]:
    return [word for _, _, word in read_pdf(data).words()]


def texts(data: bytes) -> list[str]:
    return [word.text for word in words(data)]


def test_words_have_their_places() -> None:
    hello, world = words(tiny_pdf(HELLO))
    assert (hello.text, world.text) == ("Hello", "world")
    assert hello.box[0] == pytest.approx(72.0)
    # Helvetica: H 722, e 556, l 222, l 222, o 556 thousandths; then a space of 278.
    assert hello.box[2] == pytest.approx(72 + 12 * 2.278)
    assert world.box[0] == pytest.approx(72 + 12 * 2.556)
    assert hello.box[1] < 72.0 < hello.box[3] < 78.0
    assert hello.size == 12.0


@pytest.mark.parametrize(
    ("turn", "size", "corner"),
    [(0, (612, 792), (72, 72)), (90, (792, 612), (720, 72)), (180, (612, 792), (540, 720)), (270, (792, 612), (72, 540))],
)
def test_rotated_pages(turn: int, size: tuple[float, float], corner: tuple[float, float]) -> None:
    document = read_pdf(tiny_pdf(HELLO, page=f"/MediaBox[0 0 612 792]/Rotate {turn}"))
    page = document.pages[0]
    assert (page.width, page.height) == size
    x0, top, x1, bottom = next(word.box for _, _, word in document.words() if word.text == "Hello")
    assert x0 - 12 <= corner[0] <= x1 + 12
    assert top - 12 <= corner[1] <= bottom + 12


def test_crop_box_moves_the_origin() -> None:
    document = read_pdf(tiny_pdf(HELLO, page="/MediaBox[0 0 612 792]/CropBox[50 100 550 750]"))
    assert (document.pages[0].width, document.pages[0].height) == (500, 650)
    box = next(document.words())[2].box
    assert box[0] == pytest.approx(22.0)
    assert box[1] < 30.0 < box[3]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("BT /F1 12 Tf 72 720 Td [(Kuber)-20(netes)-300(Go)]TJ ET", ["Kubernetes", "Go"]),
        ("BT /F1 12 Tf 72 720 Td (Post) Tj (gres) Tj ( SQL) Tj ET", ["Postgres", "SQL"]),
        ("BT /F1 12 Tf 14 TL 72 720 Td (one) Tj T* (two) Tj (three) ' ET", ["one", "two", "three"]),
        ('BT /F1 12 Tf 14 TL 72 720 Td 1 0 (a b) " ET', ["a", "b"]),
        ("BT /F1 12 Tf 72 720 Td <48656C6C6F> Tj ET", ["Hello"]),
        ("BT /F1 12 Tf 72 720 Td (C\\053\\053 \\(new\\)) Tj ET", ["C++", "(new)"]),
        ("BT /F1 12 Tf 72 720 Td (a (nested) b) Tj ET", ["a", "(nested)", "b"]),
        ("BT /F1 12 Tf 72 720 TD (up) Tj 0 -20 TD (down) Tj ET % comment (no)\n", ["up", "down"]),
        ("BT /F1 12 Tf 3 Tc 72 720 Td (SKILLS) Tj ET", ["SKILLS"]),
        ("BT /F1 14 Tf 72 720 Td (S) Tj /F1 11 Tf (KILLS) Tj ET", ["SKILLS"]),
        ("BT /F1 12 Tf 72 720 Td (Java) Tj 1 0 0 rg (Script) Tj ET", ["JavaScript"]),
        ("BT /F1 12 Tf 72 720 Td [(caf\\264) 400 (e)]TJ ET", ["café"]),
        ("BT /F1 12 Tf 70 Tz 72 720 Td (half wide) Tj ET", ["half", "wide"]),
        ("q BT /F1 12 Tf ET Q BT 72 720 Td (no font) Tj ET", []),
        ("/Span<</ActualText(Kubernetes)>>BDC BT /F1 12 Tf 72 720 Td (Jane) Tj ET EMC", ["Jane"]),
    ],
)
def test_operators(content: str, expected: list[str]) -> None:
    assert texts(tiny_pdf(content)) == expected


def test_inline_image_with_ei_in_its_data() -> None:
    image = b"q BI /W 4 /H 4 /BPC 8 /CS /G ID ab EI cd\x00\xff ef EI \nQ "
    assert texts(tiny_pdf(image + HELLO.encode())) == ["Hello", "world"]


def test_forms_move_and_may_not_loop() -> None:
    form = stream_object(
        "BT /F1 12 Tf 10 10 Td (inside) Tj ET /X Do", "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Matrix[1 0 0 1 50 60]"
    )
    data = tiny_pdf("1 0 0 1 100 100 cm /X Do", "/XObject<</X 6 0 R>>", objects=(form,))
    (word,) = words(data)
    assert word.text == "inside"
    assert word.box[0] == pytest.approx(160.0)
    assert word.box[1] < 792 - 170 < word.box[3]


def test_font_from_the_graphics_state_dictionary() -> None:
    data = tiny_pdf("/G gs BT 72 720 Td (by gs) Tj ET", "/ExtGState<</G<</Font[5 0 R 10]>>>>")
    assert [word.size for word in words(data)] == [10.0, 10.0]


def unicode_font(mapping: dict[int, str], extra: str = "") -> tuple[bytes | str, ...]:
    """A composite font whose codes mean what `mapping` says, as objects 6 to 9."""
    rows = "".join(f"<{code:04X}><{text.encode('utf-16-be').hex()}>\n" for code, text in mapping.items())
    cmap = f"1 begincodespacerange <0000><FFFF> endcodespacerange {len(mapping)} beginbfchar\n{rows}endbfchar"
    return (
        "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Inter-Bold/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[8 0 R]>>",
        stream_object(cmap),
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Inter-Bold/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        "/Supplement 0>>/DW 500/FontDescriptor 9 0 R>>",
        f"<</Type/FontDescriptor/FontName/ABCDEF+Inter-Bold/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800{extra}"
        ">>",
    )


def shown(mapping: dict[int, str], codes: list[int], extra: str = "") -> bytes:
    hexadecimal = "".join(f"{code:04X}" for code in codes)
    content = f"BT /F2 12 Tf 72 720 Td <{hexadecimal}> Tj ET"
    resources = "/Font<</F1 5 0 R/F2 6 0 R>>"
    return tiny_pdf(content, objects=unicode_font(mapping, extra)).replace(b"/Font<</F1 5 0 R>>", resources.encode())


def repaired(data: bytes) -> bytes:
    """The same file with a right cross-reference table, after bytes were replaced."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("mapping", "expected"),
    [
        ({1: "o", 2: "ﬃ", 3: "ce"}, ["office"]),
        ({1: "e\u0301", 2: "t", 3: "e\u0301"}, ["été"]),
        ({1: "Post", 2: "\u00ad", 3: "gres"}, ["Postgres"]),
        ({1: "Py", 2: "\u200b", 3: "thon"}, ["Python"]),
        ({1: "A\u202e", 2: "\x07", 3: "B"}, ["AB"]),
        ({1: "a", 2: "\ue123", 3: "b"}, ["a", "b"]),
        ({1: "Jane", 2: "Kubernetes PhD", 3: "Doe"}, ["Jane", "Doe"]),
        ({1: "\uf761", 2: "\uf762", 3: "\uf730"}, ["AB0"]),
    ],
)
def test_letters_of_a_font(mapping: dict[int, str], expected: list[str]) -> None:
    assert texts(repaired(shown(mapping, [1, 2, 3]))) == expected


def test_bold_by_name_and_without_subset_prefix() -> None:
    (word,) = words(repaired(shown({1: "x"}, [1])))
    assert word.bold
    assert word.font == "Inter-Bold"


def test_letters_without_unicode_are_counted_and_never_words() -> None:
    document = read_pdf(repaired(shown({9: "x"}, [1, 2, 3, 4, 5, 6])))
    assert not list(document.words())
    assert document.pages[0].unreadable_share == 1.0
    assert [notice.code for notice in document.notices] == [NoticeCode.TEXT_UNREADABLE]
    with pytest.raises(UnreadableDocument) as caught:
        require_text(document)
    assert caught.value.problem is Problem.NO_TEXT


def test_a_few_icons_are_not_unreadable_text() -> None:
    document = read_pdf(repaired(shown({1: "x", 2: "\ue010"}, [1, 1, 2, 1, 1])))
    assert document.pages[0].unreadable_share == 0.0


def test_fake_bold_counts_once() -> None:
    twice = "BT /F1 12 Tf 72 720 Td (Skills) Tj ET BT /F1 12 Tf 72.3 720 Td (Skills) Tj ET"
    (word,) = words(tiny_pdf(twice))
    assert (word.text, word.bold) == ("Skills", True)


def test_links_are_text_only() -> None:
    link = "/Annots[<</Type/Annot/Subtype/Link/Rect[70 715 100 735]/A<</S/URI/URI(https://example.org/me)>>>>]"
    hello, world = words(tiny_pdf(HELLO, page="/MediaBox[0 0 612 792]" + link))
    assert (hello.link, world.link) == ("https://example.org/me", "")


def encrypted(user: str, owner: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(tiny_pdf(HELLO))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user=user, owner=owner, R=6))
    return out.getvalue()


def test_passwords() -> None:
    locked = encrypted("käse", "boss")
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(locked)
    assert caught.value.problem is Problem.PASSWORD
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(locked, password="no")
    assert caught.value.problem is Problem.WRONG_PASSWORD
    document = read_pdf(locked, password="käse")
    assert [word.text for _, _, word in document.words()] == ["Hello", "world"]
    assert document.notices == ()


def test_owner_protection_reads_as_usual_and_is_said() -> None:
    document = read_pdf(encrypted("", "boss"))
    assert len(list(document.words())) == 2
    assert [notice.code for notice in document.notices] == [NoticeCode.OWNER_PROTECTED]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.NOT_A_PDF),
        (b"PK\x03\x04 a word file", Problem.NOT_A_PDF),
        (b"%PDF-1.7\n", Problem.DAMAGED),
        (tiny_pdf(HELLO)[:200], Problem.DAMAGED),
    ],
)
def test_what_is_no_document(data: bytes, problem: Problem) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(data)
    assert caught.value.problem is problem


def test_a_file_without_its_end_reads_as_far_as_it_goes() -> None:
    whole = tiny_pdf(HELLO)
    assert texts(whole[: whole.index(b"xref")]) == ["Hello", "world"]
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf(whole[: whole.index(b"stream")])
    assert caught.value.problem is Problem.DAMAGED


def many_pages(count: int) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(tiny_pdf(HELLO))) as pdf:
        for _ in range(count - 1):
            pdf.pages.append(pdf.pages[0])
        pdf.save(out)
    return out.getvalue()


def test_pages_are_told_as_they_are_finished() -> None:
    told: list[tuple[Page, int]] = []
    document = read_pdf(many_pages(3), on_page=lambda page, count: told.append((page, count)))
    assert [(page.number, count) for page, count in told] == [(1, 3), (2, 3), (3, 3)]
    assert document.page_count == 3


def test_too_many_pages_are_cut_and_said() -> None:
    document = read_pdf(many_pages(4), max_pages=2)
    assert (document.page_count, len(document.pages)) == (4, 2)
    assert [notice.code for notice in document.notices] == [NoticeCode.MANY_PAGES, NoticeCode.PAGES_MISSING]
    assert document.uncertain


def test_pages_are_read_only_when_asked_for() -> None:
    opened = open_pdf(many_pages(2))
    assert opened.page_count == 2
    assert next(opened.pages).number == 1


def test_a_page_that_reaches_a_limit_keeps_what_was_read_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_painter, "MOST_RUNS", 2)
    document = read_pdf(tiny_pdf(HELLO + " ".join(f"BT /F1 12 Tf 72 {500 - 20 * n} Td (late) Tj ET" for n in range(9))))
    assert [word.text for _, _, word in document.words()][:2] == ["Hello", "world"]
    assert len(list(document.words())) < 9
    assert document.uncertain
    assert [(notice.code, notice.page) for notice in document.notices] == [(NoticeCode.PAGES_MISSING, 1)]


def test_states_beyond_the_deepest_lose_no_words() -> None:
    deep = " q 2 0 0 2 0 0 cm" + " q" * 5_000 + " 0.5 0 0 0.5 0 0 cm" + " BT /F1 12 Tf 72 500 Td (late) Tj ET" + " Q" * 5_001
    document = read_pdf(tiny_pdf(HELLO + deep + " BT /F1 12 Tf 72 400 Td (last) Tj ET"))
    late, last = [word for _, _, word in document.words()][2:]
    assert (late.text, last.text) == ("late", "last")
    assert last.box[0] == pytest.approx(72.0)
    assert document.notices == ()
