"""List signs drawn as shapes: dots before the items of a list count, dots that rate a skill or mark a time line do not."""

from __future__ import annotations

from matching.reading.document import Line
from matching.reading.pdf import read_pdf
from tests.matching.reading.tiny_pdf import tiny_pdf


def lines(drawn: str, texts: list[tuple[float, float, str]]) -> list[Line]:
    """The lines of a page with `texts` (left edge, baseline, words) and the shapes that `drawn` paints."""
    shown = "".join(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in texts)
    return list(read_pdf(tiny_pdf(f"{drawn}\n{shown}")).lines)


ITEMS = [(72, 700, "Moved Spring"), (72, 688, "Boot services to Docker"), (72, 676, "Led four people"), (72, 664, "Cut costs")]


def test_dots_before_items_are_list_signs() -> None:
    found = lines("60 702 3 3 re f 60 678 3 3 re f 60 666 3 3 re f", ITEMS)
    assert [(line.text, line.bullet) for line in found] == [
        ("Moved Spring", "•"),
        ("Boot services to Docker", ""),
        ("Led four people", "•"),
        ("Cut costs", "•"),
    ]


def test_dots_that_rate_a_skill_are_none() -> None:
    dots = " ".join(f"{x} {y} 4 4 re f" for y in (702, 690, 678) for x in (120, 128, 136))
    found = lines(dots, [(72, 700, "Python"), (72, 688, "Kotlin"), (72, 676, "Docker"), (150, 700, "good"), (150, 688, "fair")])
    assert not any(line.bullet for line in found)


def test_dots_of_a_time_line_far_apart_are_none() -> None:
    found = lines("60 702 4 4 re f 60 582 4 4 re f", [(72, 700, "Developer"), (72, 688, "Wrote code"), (72, 580, "Intern")])
    assert not any(line.bullet for line in found)


def test_pale_dots_and_a_single_one_are_none() -> None:
    assert not any(line.bullet for line in lines("1 g 60 702 3 3 re f 60 678 3 3 re f 0 g", ITEMS))
    assert not any(line.bullet for line in lines("60 702 3 3 re f", ITEMS))


def test_a_page_of_dots_without_words() -> None:
    assert read_pdf(tiny_pdf("60 702 3 3 re f 60 678 3 3 re f")).lines == ()
