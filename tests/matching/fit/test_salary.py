"""Salary expectation: the worked examples of the domain notes to the thousand, what moves it and what does not."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.fit.salary import SalaryQuestion, expect_salary, place_offer
from matching.knowledge.salaries import load_salaries
from matching.reading.resume import Contact, Level, Resume


def resume(place: str = "", months: int | None = 84, level: Level = Level.SENIOR) -> Resume:
    return Resume(Contact(place=place), (), (), (), (), (), (), (), (), months, months, level)


@pytest.mark.parametrize(
    ("place", "likely"),
    [
        ("", (108_000, 163_000)),
        ("San Francisco, CA", (147_000, 222_000)),
        ("Seattle, WA", (138_000, 209_000)),
        ("New York, NY", (123_000, 185_000)),
        ("Boston, MA", (120_000, 181_000)),
        ("Los Angeles, CA", (120_000, 181_000)),
        ("Austin, TX", (106_000, 161_000)),
        ("Chicago, IL", (100_000, 151_000)),
    ],
)
def test_seven_years_by_the_official_base(place: str, likely: tuple[int, int]) -> None:
    found = expect_salary(SalaryQuestion(), resume(place), load_salaries())
    assert found.likely == likely


@pytest.mark.parametrize(
    ("place", "centre", "likely"),
    [
        ("", 120_000, (98_000, 147_000)),
        ("San Francisco, CA", 156_000, (127_000, 191_000)),
        ("Seattle, WA", 150_000, (122_000, 184_000)),
        ("New York, NY", 133_000, (109_000, 164_000)),
        ("Chicago, IL", 108_000, (88_000, 133_000)),
        ("Austin, TX", 116_000, (94_000, 142_000)),
    ],
)
def test_seven_years_by_the_guides_base(place: str, centre: int, likely: tuple[int, int]) -> None:
    found = expect_salary(SalaryQuestion(base="guides"), resume(place), load_salaries())
    assert (found.centre, found.likely) == (centre, likely)


def test_the_factors_multiply_to_the_centre() -> None:
    found = expect_salary(SalaryQuestion(company_size=30), resume("Seattle, WA", months=130), load_salaries())
    product = 1.0
    for factor in found.factors:
        product *= factor.value
        assert factor.source
    assert abs(product - found.centre) <= 500
    assert [f.name for f in found.factors] == ["Base", "Experience", "Company size"]


def test_outside_the_united_states_no_figure_is_given() -> None:
    found = expect_salary(SalaryQuestion(), resume("Lisbon, Portugal"), load_salaries())
    assert not found.available
    assert "United States only" in found.why
    own = expect_salary(SalaryQuestion(local_base=40_000, local_currency="EUR"), resume("Lisbon, Portugal"), load_salaries())
    assert (own.available, own.currency, own.centre, own.official, own.guides) == (True, "EUR", 40_000, None, ())


def test_unknown_years_widen_the_band_and_say_so() -> None:
    known = expect_salary(SalaryQuestion(), resume("Chicago, IL"), load_salaries())
    unknown = expect_salary(SalaryQuestion(), resume("Chicago, IL", months=None), load_salaries())
    assert unknown.centre == known.centre
    assert unknown.likely[0] < known.likely[0]
    assert unknown.wide[1] > known.wide[1]
    assert any("no dates" in remark for remark in unknown.remarks)


def test_under_five_years_the_text_says_where_the_guides_put_the_role() -> None:
    found = expect_salary(SalaryQuestion(), resume("Chicago, IL", months=40), load_salaries())
    assert any("5 or more years" in remark and "3 whole years" in remark for remark in found.remarks)


@pytest.mark.parametrize(("level", "years"), [("mid", 4), ("senior", 7), ("lead", 12)])
def test_level_presets_stand_for_years(level: str, years: int) -> None:
    by_level = expect_salary(SalaryQuestion(level=level), resume("Austin, TX", months=10), load_salaries())
    by_years = expect_salary(SalaryQuestion(years=years), resume("Austin, TX", months=10), load_salaries())
    assert (by_level.centre, by_level.wide) == (by_years.centre, by_years.wide)


def test_guides_are_shown_adjusted_for_the_place_with_their_phrase() -> None:
    found = expect_salary(SalaryQuestion(), resume("Chicago, IL"), load_salaries())
    assert [(g.low, g.high, g.stated) for g in found.guides] == [
        (108_000, 108_000, (120_000, 120_000)),
        (108_000, 108_000, (120_000, 120_000)),
        (90_000, 145_000, (100_000, 160_000)),
        (99_000, 99_000, (110_000, 110_000)),
    ]
    assert found.official is not None
    assert (found.official.p25, found.official.p50, found.official.p75) == (97_000, 123_000, 156_000)


def test_what_is_tested_and_what_is_judgement_is_said() -> None:
    text = " ".join(expect_salary(SalaryQuestion(), resume("Chicago, IL"), load_salaries()).remarks)
    for part in ("51.0 %", "82.3 %", "judgement", "2017", "not kept", "Fit does not move", "22 %", "15 %", "undated"):
        assert part in text, part


@pytest.mark.parametrize(
    ("amount", "band"),
    [(60_000, "below_wide"), (90_000, "below_likely"), (123_000, "likely"), (170_000, "above_likely"), (300_000, "above_wide")],
)
def test_an_offer_is_placed_in_the_band(amount: int, band: str) -> None:
    expectation = expect_salary(SalaryQuestion(), resume("Chicago, IL"), load_salaries())
    assert place_offer(amount, expectation, load_salaries()).band == band


def test_an_offer_is_placed_in_the_official_table() -> None:
    tables = load_salaries()
    expectation = expect_salary(SalaryQuestion(), resume("Chicago, IL"), tables)
    assert "lowest-paid tenth" in place_offer(50_000, expectation, tables).official_text
    assert "half" in place_offer(124_000, expectation, tables).official_text
    assert "nine tenths" in place_offer(250_000, expectation, tables).official_text


areas = st.sampled_from(sorted(load_salaries().areas))


@settings(max_examples=150, deadline=None)
@given(areas, st.integers(0, 600), st.one_of(st.none(), st.integers(1, 200_000)), st.sampled_from(["official", "guides"]))
def test_bands_are_nested_and_level_titles_do_not_move_pay(area: str, months: int, size: int | None, base: str) -> None:
    question = SalaryQuestion(area=area, company_size=size, base=base)
    found = expect_salary(question, resume(months=months), load_salaries())
    assert found.wide[0] <= found.likely[0] <= found.centre <= found.likely[1] <= found.wide[1]
    other = expect_salary(question, resume(months=months, level=Level.JUNIOR), load_salaries())
    assert dataclasses.replace(other, level=found.level) == found


def test_a_default_place_holds_only_where_none_is_named() -> None:
    tables, question = load_salaries(), SalaryQuestion(default_area="14460")
    named = tables.areas["14460"].name
    for written in ("", "  "):
        found = expect_salary(question, resume(written), tables)
        assert (found.place, found.default_place) == (named, True)
        assert found.centre == expect_salary(SalaryQuestion(area="14460"), resume(), tables).centre
        assert any("your default place" in remark for remark in found.remarks)
        assert "your default place" in found.factors[0].text
    by_guides = expect_salary(dataclasses.replace(question, base="guides"), resume(), tables)
    assert "your default place" in by_guides.factors[1].text
    for written in ("Chicago, IL", "Berlin, Germany", "Remote", "Nowhere at all"):
        assert expect_salary(question, resume(written), tables) == expect_salary(SalaryQuestion(), resume(written), tables)
    asked = dataclasses.replace(question, area="16980")
    assert not expect_salary(asked, resume(), tables).default_place
