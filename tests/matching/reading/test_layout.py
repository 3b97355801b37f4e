"""Reading order on drawn-up pages: columns, sidebars, tables, dates, list signs, spaced letters; and what must never happen."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.reading.document import Box, Word
from matching.reading.layout import Arrangement, arrange
from matching.reading.layout_words import segments

LETTER = 0.5  # ems a letter is wide
SPACE = 0.28


def row(text: str, x: float, top: float, size: float = 10.0, *, bold: bool = False) -> list[Word]:
    """The words of one printed line that begins at `x`."""
    words = []
    for part in text.split():
        width = LETTER * size * len(part)
        words.append(Word(part, (x, top, x + width, top + size), size, bold))
        x += width + SPACE * size
    return words


def block(lines: list[str], x: float, top: float, *, leading: float = 12.0, size: float = 10.0) -> list[Word]:
    return [word for i, text in enumerate(lines) for word in row(text, x, top + i * leading, size)]


def texts(arranged: Arrangement) -> list[str]:
    return [line.text for line in arranged.lines]


def read(words: list[Word], rules: list[Box] | None = None) -> list[str]:
    return texts(arrange(words, 600, 800, rules or []))


MAIN = [f"main line number {i} with some more words on it" for i in range(20)]
SIDE = [f"side item {i}" for i in range(14)]


@pytest.mark.parametrize("side_first", [True, False])
@pytest.mark.parametrize(("side_x", "main_x"), [(40, 200), (480, 40)])
def test_a_sidebar_is_read_apart_from_the_main_column(side_x: float, main_x: float, side_first: bool) -> None:
    side, main = block(SIDE, side_x, 103, leading=13), block(MAIN, main_x, 100)
    found = read(side + main if side_first else main + side)
    assert sorted(found) == sorted(SIDE + MAIN)
    assert found in (SIDE + MAIN, MAIN + SIDE)


def test_content_drawn_in_any_order_of_blocks_keeps_columns_apart() -> None:
    left = [block(MAIN[i : i + 5], 40, 100 + 12 * i) for i in range(0, 20, 5)]
    right = [block(SIDE[i : i + 4], 400, 104 + 14 * i, leading=14) for i in range(0, 12, 4)]
    parts = left + right
    random.Random(7).shuffle(parts)
    found = read([word for part in parts for word in part])
    sides = ["side" in text for text in found]
    assert sum(a != b for a, b in pairwise(sides)) == 1
    assert [text for text in found if "main" in text] == MAIN


def test_column_numbers_run_from_left_to_right_and_a_heading_across_has_none() -> None:
    words = row("A Name Across The Whole Page Of Both Columns And More Words", 60, 40, 16)
    words += block([f"first {i} column words" for i in range(8)], 40, 100)
    words += block([f"second {i} column" for i in range(8)], 240, 101)
    words += block([f"third {i} column" for i in range(8)], 430, 103)
    arranged = arrange(words, 600, 800)
    assert [line.column for line in arranged.lines] == [0] + [1] * 8 + [2] * 8 + [3] * 8
    assert not arranged.uncertain


def test_a_date_set_flush_right_stays_on_the_line_of_its_title() -> None:
    words: list[Word] = []
    expected = []
    for i, (title, date) in enumerate(
        [("Senior Engineer, Acme", "Apr 2021 – Present"), ("Engineer, Initech Ltd", "2017 – 2021")]
    ):
        top = 100 + 60 * i
        words += row(title, 40, top) + row(date, 560 - 5 * len(date) + 2.2 * date.count(" "), top)
        words += block(["built a thing", "ran another thing"], 52, top + 14)
        expected += [f"{title} {date}", "built a thing", "ran another thing"]
    assert read(words) == expected


def test_dates_in_a_column_at_the_left_stand_on_the_line_beside_them() -> None:
    words: list[Word] = []
    for i in range(4):
        words += row(f"201{i} – 201{i + 1}", 40, 100 + 50 * i)
        words += block([f"Job title number {i}", f"what was done in job {i}"], 140, 100 + 50 * i)
    found = read(words)
    assert found[0] == "2010 – 2011 Job title number 0"
    assert found[1] == "what was done in job 0"
    assert len(found) == 8


def test_a_bordered_table_is_read_cell_by_cell_row_by_row() -> None:
    cells = [
        ("Summary", ["One line of text"]),
        ("Experience", ["Engineer, Acme", "built it", "ran it"]),
        ("Skills", ["Go, Python"]),
    ]
    words: list[Word] = []
    rules: list[Box] = [(30.0, 90.0, 560.0, 90.5)]
    top = 100.0
    for label, lines in cells:
        words += row(label, 40, top) + block(lines, 150, top)
        bottom = top + 12 * len(lines) + 6
        rules += [(30.0, bottom, 560.0, bottom + 0.5), (140.0, top - 10, 140.5, bottom), (30.0, top - 10, 30.5, bottom)]
        top = bottom + 10
    found = read(words, rules)
    assert found == [
        "Summary",
        "One line of text",
        "Experience",
        "Engineer, Acme",
        "built it",
        "ran it",
        "Skills",
        "Go, Python",
    ]


@pytest.mark.parametrize("labels_first", [True, False])
def test_labels_at_the_left_stand_before_their_text(labels_first: bool) -> None:
    labels: list[Word] = []
    words: list[Word] = []
    expected = []
    top = 100
    for label, count in (("Profile", 3), ("Experience", 5), ("Education", 2), ("Skills", 4)):
        lines = [f"{label.lower()} text line {i} that is rather longer than its label" for i in range(count)]
        (labels if labels_first else words).extend(row(label, 40, top))
        words += block(lines, 160, top)
        expected += [label, *lines]
        top += 12 * count + 14
    assert read(labels + words) == expected


def test_slightly_different_baselines_in_neighbouring_columns_do_not_mix() -> None:
    left, right = [f"left text {i} flows on" for i in range(15)], [f"right {i} too" for i in range(15)]
    for shift in (0.0, 1.0, 3.0, 6.0):
        found = read(block(left, 40, 100) + block(right, 350, 100 + shift))
        assert found == left + right


@pytest.mark.parametrize("sign", ["•", "▪", "◦", "➢", "–", "-", "*", "\uf0b7"])
def test_list_signs_are_taken_off(sign: str) -> None:
    words: list[Word] = []
    for i in range(3):
        words += row(sign, 40, 100 + 12 * i) + row(f"did thing {i} for them", 58, 100 + 12 * i)
    lines = arrange(words, 600, 800).lines
    assert [line.bullet for line in lines] == [sign] * 3
    assert [line.text for line in lines] == [f"did thing {i} for them" for i in range(3)]
    assert [line.block for line in lines] == [0, 1, 2]


def test_an_o_in_another_font_is_a_list_sign_and_a_number_is_not() -> None:
    sign = Word("o", (40, 100, 46, 110), 10, font="Courier")
    lines = arrange([sign, *row("nested item here", 58, 100), *row("1. numbered item", 40, 120)], 600, 800).lines
    assert [(line.bullet, line.text) for line in lines] == [("o", "nested item here"), ("", "1. numbered item")]


def test_a_dash_before_a_date_is_no_list_sign() -> None:
    lines = arrange(row("– Present", 40, 100), 600, 800).lines
    assert (lines[0].bullet, lines[0].text) == ("", "– Present")


def test_a_wrapped_list_item_is_one_paragraph_and_the_next_line_out_of_it_another() -> None:
    words = row("• first item that goes on", 40, 100) + row("and ends here", 48, 112) + row("Next Title", 40, 124)
    assert [line.block for line in arrange(words, 600, 800).lines] == [0, 0, 1]


def letters(text: str, x: float, gap: float, space: float, size: float = 12.0) -> list[Word]:
    words = []
    for sign in text:
        if sign == " ":
            x += space - gap
        else:
            words.append(Word(sign, (x, 100, x + 7, 100 + size), size))
            x += 7 + gap
    return words


@pytest.mark.parametrize(("gap", "space"), [(2.5, 7.0), (3.4, 10.0), (5.0, 14.0), (7.0, 20.0)])
def test_spaced_out_letters_become_words(gap: float, space: float) -> None:
    assert read(letters("WORK EXPERIENCE", 40, gap, space)) == ["WORK EXPERIENCE"]
    assert read(letters("SKILLS", 40, gap, space)) == ["SKILLS"]


def test_a_single_letter_among_words_stays_alone() -> None:
    assert read(row("C and R but not D", 40, 100)) == ["C and R but not D"]


def test_small_caps_in_two_sizes_are_one_word_of_the_commoner_size() -> None:
    words = [Word("S", (40, 100, 47, 112), 12), Word("KILLS", (47.1, 102.5, 70, 112), 9.5)]
    (line,) = arrange(words, 600, 800).lines
    assert [(word.text, word.size) for word in line.words] == [("SKILLS", 9.5)]


def test_pieces_of_a_word_are_put_together_and_raised_signs_kept_on_the_line() -> None:
    pieces = [Word("T", (40, 100, 46, 110), 10), Word("ypeScript", (45.2, 100, 85, 110), 10), Word("C", (90, 100, 96, 110), 10)]
    pieces += [Word("++", (96.1, 98.5, 104, 105.5), 7), *row("and more", 108, 100)]
    assert read(pieces) == ["TypeScript C++ and more"]


def test_text_printed_twice_for_boldness_is_read_once() -> None:
    words = row("Bold Words Here", 40, 100)
    again = [Word(w.text, (w.box[0] + 0.3, w.box[1], w.box[2] + 0.3, w.box[3]), w.size) for w in words]
    assert read(words + again) == ["Bold Words Here"]


def test_white_space_above_is_told_in_line_heights() -> None:
    lines = arrange(row("one", 40, 20) + row("two", 40, 35) + row("three", 40, 65), 600, 800).lines
    assert [line.gap_before for line in lines] == [2.0, 0.5, 2.0]


def test_text_running_up_the_page_does_not_disturb_the_lines() -> None:
    words = [Word("Confidential", (10, 100, 20, 400), 10), *block(MAIN, 40, 100)]
    assert read(words) == [*MAIN, "Confidential"]


places = st.tuples(st.integers(0, 540), st.integers(0, 760), st.sampled_from([6.0, 8.5, 10.0, 18.0]))


@settings(max_examples=60, deadline=None)
@given(st.lists(places, max_size=80))
def test_every_letter_comes_out_exactly_once_and_again_the_same(spots: list[tuple[int, int, float]]) -> None:
    words = [Word(f"w{i}", (x, y, x + size, y + size), size) for i, (x, y, size) in enumerate(spots)]
    arranged = arrange(words, 600, 800)
    assert sorted("".join(texts(arranged)).replace(" ", "")) == sorted("".join(word.text for word in words))
    assert arrange(words, 600, 800) == arranged
    for line in arranged.lines:
        assert line.box[0] == min(word.box[0] for word in line.words)
    blocks = [line.block for line in arranged.lines]
    assert blocks == sorted(blocks)


def test_a_page_of_scattered_or_endless_text_costs_bounded_work() -> None:
    rng = random.Random(3)
    scattered = [Word("ab", (x := rng.random() * 550, y := rng.random() * 780, x + 9, y + 9), 9) for _ in range(20_000)]
    endless = [Word("abcdefghij", (i * 60.0, 100, i * 60.0 + 55, 110), 10) for i in range(30_000)]
    for words in (scattered, endless):
        start = time.process_time()
        arranged = arrange(words, 600, 800)
        assert time.process_time() - start < 5
        assert sum(len(word.text) for line in arranged.lines for word in line.words) == sum(len(word.text) for word in words)


def test_absurd_boxes_do_no_harm() -> None:
    nan, inf = float("nan"), float("inf")
    words = [
        Word("a", (nan, nan, nan, nan), nan),
        Word("b", (0, 0, 0, 0), 0),
        Word("c", (inf, -inf, 5, 5), 1e9),
        Word("d", (9, 9, 1, 1), -3),
    ]
    assert sorted("".join(texts(arrange(words, 600, 800)))) == ["a", "b", "c", "d"]
    assert arrange([], 600, 800).lines == ()


def test_notes_flush_right_over_several_lines_stand_with_their_title_and_not_among_the_text() -> None:
    words: list[Word] = []
    expected = []
    for i, (title, place, dates) in enumerate(
        [("Engineer, Acme", "Bonn, Germany", "2019 – 2021"), ("Intern, Initech", "Rome, Italy", "Jun 2018 – Sep 2018")]
    ):
        top = 100 + 80 * i
        lines = [f"made part {k} of the thing they were making" for k in range(3)]
        words += row(title, 40, top) + block(lines, 52, top + 15)
        for k, note in enumerate((place, dates, "10 months")):
            width = row(note, 0, 0)[-1].box[2]
            words += row(note, 560 - width, top + 12 * k)
        expected += [f"{title} {place}", dates, "10 months", *lines]
    assert read(words) == expected


def test_small_print_left_of_a_large_name_is_text_of_its_own() -> None:
    """A gap that is narrow for the name's size and wide for the small print parts the two; a word's gap does not."""
    small = row("Utrecht, Netherlands", 65, 98.6, 9.0)
    right = small[-1].box[2]
    assert len(segments([*small, *row("Jorun Lith", right + 15, 82, 30.0)])) == 2
    assert len(segments([*row("Jorun Lith", 65, 82, 30.0), *row("(she/her)", right + 90, 98.6, 9.0)])) == 2
    name = row("Jorun Lith", 65, 82, 30.0)
    assert len(segments([*name, *row("PhD", name[-1].box[2] + 8, 98.6, 9.0)])) == 1


def test_a_column_of_dates_under_headings_is_read_row_by_row() -> None:
    """Headings at the left edge, dates and towns below them in a column, the jobs beside: the content takes turns."""
    words: list[Word] = []
    top = 100.0
    parts = ("Experience", "Earlier work", "Education", "Skills", "Languages")
    for number, part in enumerate(parts):
        words += row(part, 45, top, 13.0, bold=True)
        top += 30
        words += row("Apr 2020 – May 2021" if number < 3 else "Main", 45, top)
        words += row("Huddersfield", 45, top + 15.5, 8.0) if number < 3 else []
        words += row("Senior Developer", 170, top) + row("Harrow Tiles", 170, top + 14)
        for line in range(3 if number < 3 else 0):
            words += row("Rebuilt the tariff calculator as four services", 180, top + 30 + 14 * line)
        top += 94 if number < 3 else 52
    found = texts(arrange(words, 600, 800))
    order = [text for text in found if text in {*parts, "Harrow Tiles"}]
    assert order == [text for part in parts for text in (part, "Harrow Tiles")]
