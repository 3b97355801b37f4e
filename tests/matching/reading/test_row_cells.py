"""Cells of rows: cut at gaps and at edges of text, lines stretched to both margins, dates that broke over lines."""

from __future__ import annotations

import re

import pytest

from matching.reading.document import Document, Line, Page, Word
from matching.reading.rows import find_rows


def line(top: float, *words: tuple[str, float, float]) -> Line:
    """A line of words, each with where it begins and ends."""
    placed = tuple(Word(text, (x0, top, x1, top + 10.0), 10.0) for text, x0, x1 in words)
    return Line(1, placed, (placed[0].box[0], top, placed[-1].box[2], top + 10.0), int(top))


def cells(*lines: Line) -> list[list[str]]:
    document = Document("drawn.pdf", "", "0" * 64, 1, (Page(1, 600.0, 800.0, lines),))
    return [[cell.text for cell in row.cells] for row in find_rows(document).rows]


def test_a_narrow_gap_parts_cells_where_text_begins_at_one_place_line_after_line() -> None:
    narrow = [line(top, ("2019", 100, 126), ("Developer", 134, 180)) for top in (50.0, 80.0, 110.0)]
    assert cells(*narrow) == [["2019", "Developer"]] * 3
    assert cells(narrow[0]) == [["2019 Developer"]]


def test_a_space_of_a_typewriter_parts_no_cells_though_words_stand_below_each_other() -> None:
    rows = ("Senior Software Engineer", "Senior Database Engineer", "Senior Firmware Engineer  2019")

    def typed(top: float, text: str) -> Line:
        at = [match.span() for match in re.finditer(r"\S+", text)]
        return line(top, *((text[a:b], 50 + 6.1 * a, 50 + 6.1 * b) for a, b in at))

    typewritten = [typed(50.0 + 12 * number, text) for number, text in enumerate(rows)]
    assert cells(*typewritten) == [[rows[0]], [rows[1]], ["Senior Firmware Engineer", "2019"]]


def test_a_line_stretched_to_both_margins_stays_one_cell() -> None:
    words = (("Junior", 50, 80), ("Softwareentwicklerin,", 95, 195), ("Frankenwerk", 210, 270), ("AG,", 285, 300))
    assert cells(line(50.0, *words, ("2019", 400, 425))) == [["Junior Softwareentwicklerin, Frankenwerk AG,", "2019"]]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("June 2021 -", "Current", "June 2021 - Current"),
        ("February 2018 - May", "2021", "February 2018 - May 2021"),
        ("June 2017 - Septem-", "ber 2017", "June 2017 - September 2017"),
        ("ago. de 2018 – jan. de", "2021", "ago. de 2018 – jan. de 2021"),
        ("Summer", "2018", "Summer 2018"),
    ],
)
def test_a_date_that_broke_is_whole_in_the_upper_row(upper: str, lower: str, whole: str) -> None:
    assert cells(line(50.0, (upper, 50, 120)), line(62.0, (lower, 50, 80))) == [[whole]]


@pytest.mark.parametrize(
    ("upper", "lower"), [("2020/10 -", "2015/04 - 2020/09"), ("May 2020 – now", "June 2018"), ("2020 –", "Java")]
)
def test_whole_dates_and_other_text_below_them_stay_apart(upper: str, lower: str) -> None:
    assert cells(line(50.0, (upper, 50, 120)), line(62.0, (lower, 50, 80))) == [[upper], [lower]]
