"""What a reader cannot see is found and kept apart; what is only pale, small or on a dark ground counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from matching.reading.document import Document, HiddenReason, NoticeCode
from matching.reading.pdf import read_pdf
from tests.matching.reading.tiny_pdf import stream_object, tiny_pdf

NAME = "BT /F1 12 Tf 72 720 Td (Jane Doe) Tj ET "
STUFFED = "BT /F1 10 Tf 72 300 Td (Kubernetes Terraform) Tj ET "
LAYER = "<</Type/OCG/Name(extra)>>"
PICTURE = stream_object(b"\x7f" * 12, "/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8")
OFF = "/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>"
ONLY_ON = "/OCProperties<</OCGs[6 0 R]/D<</BaseState/OFF>>>>"


def seen(document: Document) -> str:
    return " ".join(word.text for _, _, word in document.words())


def hidden(document: Document) -> list[tuple[str, HiddenReason]]:
    return [(found.text, found.reason) for page in document.pages for found in page.hidden]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("1 g " + STUFFED, HiddenReason.COLOUR),
        ("0.985 0.985 0.985 rg " + STUFFED, HiddenReason.COLOUR),
        ("0 0 0 0 k " + STUFFED, HiddenReason.COLOUR),
        ("0 g 50 280 400 60 re f " + STUFFED, HiddenReason.COLOUR),
        ("0.2 0.3 0.4 rg 50 280 400 60 re f 0.21 0.31 0.41 rg " + STUFFED, HiddenReason.COLOUR),
        ("1 Tr 1 G " + STUFFED, HiddenReason.COLOUR),
        ("/Soft cs 0 scn " + STUFFED, HiddenReason.COLOUR),
        (STUFFED.replace("10 Tf", "1 Tf"), HiddenReason.SIZE),
        ("0.1 0 0 0.1 65 270 cm " + STUFFED, HiddenReason.SIZE),
        ("3 Tr " + STUFFED, HiddenReason.RENDER_MODE),
        (STUFFED.replace("72 300", "700 300"), HiddenReason.OFF_PAGE),
        (STUFFED.replace("72 300", "72 -40"), HiddenReason.OFF_PAGE),
        ("q 0 0 1 1 re W n " + STUFFED + "Q", HiddenReason.CLIPPED),
        ("q 70 295 m 300 295 l 300 296 l 70 296 l h W n " + STUFFED + "Q", HiddenReason.CLIPPED),
        (STUFFED + "1 g 60 290 300 30 re f", HiddenReason.COVERED),
        (STUFFED + "0.1 0.1 0.4 rg 60 290 m 400 290 l 400 320 l 60 320 l f", HiddenReason.COVERED),
        (STUFFED + "q 300 0 0 40 60 285 cm /I Do Q", HiddenReason.COVERED),
        ("/Clear gs " + STUFFED, HiddenReason.TRANSPARENT),
        ("/Clear gs /G Do ", HiddenReason.TRANSPARENT),
        ("/OC /L BDC " + STUFFED + "EMC ", HiddenReason.LAYER_OFF),
        ("/OC /L BDC /Span BMC " + STUFFED + "EMC EMC ", HiddenReason.LAYER_OFF),
        ("/X Do ", HiddenReason.COLOUR),
    ],
)
def test_hidden_text_is_found(content: str, reason: HiddenReason) -> None:
    form = stream_object("1 g " + STUFFED, "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>")
    resources = (
        "/Properties<</L 6 0 R>>/ExtGState<</Clear<</ca 0/CA 0>>>>/XObject<</I 7 0 R/X 8 0 R/G 10 0 R>>"
        "/ColorSpace<</Soft[/Separation/Ink/DeviceCMYK 9 0 R]>>"
    )
    tint = "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 1 0]/N 1>>"
    group = stream_object(
        "/Solid gs " + STUFFED,
        "/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Group<</S/Transparency>>"
        "/Resources<</Font<</F1 5 0 R>>/ExtGState<</Solid<</ca 1>>>>>>",
    )
    document = read_pdf(tiny_pdf(NAME + content, resources, catalog=OFF, objects=(LAYER, PICTURE, form, tint, group)))
    assert seen(document) == "Jane Doe"
    assert hidden(document) == [("Kubernetes Terraform", reason)]
    (notice,) = document.notices
    assert (notice.code, notice.page) == (NoticeCode.HIDDEN_TEXT, 1)
    assert "2 words" in notice.text


@pytest.mark.parametrize(
    "content",
    [
        "0.6 g " + STUFFED,
        "0.8 g " + STUFFED,
        "0.08 0.12 0.2 rg 0 280 612 60 re f 1 g " + STUFFED,
        "1 g 0 0 612 792 re f 0 g " + STUFFED,
        STUFFED.replace("10 Tf", "6 Tf"),
        "2 Tr 0 G 1 g " + STUFFED,
        "/Half gs " + STUFFED,
        "q 60 290 300 30 re W n " + STUFFED + "Q",
        "q W n " + STUFFED + "Q",
        STUFFED + "0.9 g 60 310 300 30 re f",
        STUFFED + "/Half gs 1 1 0 rg 60 290 300 30 re f",
        "q 612 0 0 792 0 0 cm /I Do Q 1 g " + STUFFED,
        "/OC /M BDC " + STUFFED + "EMC ",
        "/Pattern cs /P scn " + STUFFED,
        STUFFED + "60 290 m 200 400 l 60 291 l f",
    ],
)
def test_honest_text_counts(content: str) -> None:
    resources = "/ExtGState<</Half<</ca 0.5>>>>/XObject<</I 7 0 R>>/Properties<</M 8 0 R>>"
    other = "<</Type/OCG/Name(shown)>>"
    document = read_pdf(tiny_pdf(f"q {content} Q {NAME}", resources, catalog=OFF, objects=(LAYER, PICTURE, other)))
    assert "Kubernetes Terraform" in seen(document)
    assert hidden(document) == []


def test_layers_that_are_off_unless_named() -> None:
    resources = "/Properties<</L 6 0 R>>"
    document = read_pdf(tiny_pdf(NAME + "/OC /L BDC " + STUFFED + "EMC", resources, catalog=ONLY_ON, objects=(LAYER,)))
    assert hidden(document) == [("Kubernetes Terraform", HiddenReason.LAYER_OFF)]


def test_the_text_layer_of_a_scan_is_read_and_said() -> None:
    scan = "q 612 0 0 792 0 0 cm /I Do Q 3 Tr " + STUFFED
    document = read_pdf(tiny_pdf(scan, "/XObject<</I 6 0 R>>", objects=(PICTURE,)))
    assert seen(document) == "Kubernetes Terraform"
    assert document.pages[0].recognised
    assert all(line.recognised for line in document.lines)
    assert [notice.code for notice in document.notices] == [NoticeCode.RECOGNISED_TEXT]


def test_no_text_layer_where_other_text_is_seen() -> None:
    scan = "q 612 0 0 792 0 0 cm /I Do Q " + NAME + "3 Tr " + STUFFED
    document = read_pdf(tiny_pdf(scan, "/XObject<</I 6 0 R>>", objects=(PICTURE,)))
    assert seen(document) == "Jane Doe"
    assert hidden(document) == [("Kubernetes Terraform", HiddenReason.RENDER_MODE)]


def test_a_picture_as_background_hides_nothing_painted_later_but_what_was_painted_before() -> None:
    before = tiny_pdf(NAME + STUFFED + "q 300 0 0 40 60 285 cm /I Do Q", "/XObject<</I 6 0 R>>", objects=(PICTURE,))
    after = tiny_pdf(NAME + "q 300 0 0 40 60 285 cm /I Do Q " + STUFFED, "/XObject<</I 6 0 R>>", objects=(PICTURE,))
    assert seen(read_pdf(before)) == "Jane Doe"
    assert "Kubernetes" in seen(read_pdf(after))


def test_unpainted_text_over_its_own_drawn_letters_is_seen() -> None:
    letters = "".join(f"{72 + 6 * n} 300 m {76 + 6 * n} 300 l {74 + 6 * n} 307 l h " for n in range(10))
    drawn = letters + "f 3 Tr BT /F1 10 Tf 110 Tz 72 300 Td (Kubernetes) Tj ET"
    assert seen(read_pdf(tiny_pdf(NAME + drawn))) == "Jane Doe Kubernetes"


def test_a_shadow_is_not_hidden_text() -> None:
    shadow = "1 g BT /F1 12 Tf 72.4 719.7 Td (Jane Doe) Tj ET 0 g "
    document = read_pdf(tiny_pdf(shadow + NAME))
    assert (seen(document), hidden(document)) == ("Jane Doe", [])


def test_hidden_text_of_the_probes(shared: Path) -> None:
    probes = shared / "probes" / "stuffing"
    if not probes.is_dir():
        pytest.skip("no probes here")
    honest = {"base", "white_on_banner", "grey40", "tiny_footer"}
    for file in sorted(probes.glob("*.pdf")):
        document = read_pdf(file.read_bytes())
        codes = {notice.code for notice in document.notices}
        assert (NoticeCode.HIDDEN_TEXT in codes) is (file.stem not in honest), file.stem
