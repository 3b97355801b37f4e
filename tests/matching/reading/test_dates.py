"""Dates and spans as people write them, and the months they stand for (scoring rule 5)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.months import YearMonth
from matching.reading.dates import find_spans, resolve

AS_OF = YearMonth(2026, 11)

SPANS = [
    ("Mar 2018 – Nov 2020", "2018-03", "2020-11", 33),
    ("03/2018-11/2020", "2018-03", "2020-11", 33),
    ("2018/03 – 2021/08", "2018-03", "2021-08", 42),
    ("2018-03 to 2020-01", "2018-03", "2020-01", 23),
    ("2018-03–2020-01", "2018-03", "2020-01", 23),
    ("Sept '21 – now", "2021-09", "present", 62),
    ("March '18 – Aug '21", "2018-03", "2021-08", 42),
    ("since January 2020", "2020-01", "present", 82),
    ("since 2020", "2020", "present", 76),
    ("Since 07/1997", "1997-07", "present", 352),
    ("from 2019 until now", "2019", "present", 88),
    ("12/2020 - to date", "2020-12", "present", 71),
    ("2020-12 through present", "2020-12", "present", 71),
    ("2021-03 – Present", "2021-03", "present", 68),
    ("2020–2023", "2020", "2023", 36),
    ("2019–20", "2019", "2020", 12),
    ("2019 – 2019", "2019", "2019", 6),
    ("Jan 2020 to Dec 2020", "2020-01", "2020-12", 12),
    ("Januar 2020 – heute", "2020-01", "present", 82),
    ("März 2017 bis Dezember 2019", "2017-03", "2019-12", 34),
    ("mars 2022 – aujourd’hui", "2022-03", "present", 56),
    ("sept. 2018 – févr. 2022", "2018-09", "2022-02", 42),
    ("de 2018 à 2020", "2018", "2020", 24),
    ("enero de 2021 – actualidad", "2021-01", "present", 70),
    ("jul. 2013 – feb. 2016", "2013-07", "2016-02", 32),
    ("out/2020 – jan/2023", "2020-10", "2023-01", 28),
    ("02/2023 – atual", "2023-02", "present", 45),
    ("desde 2025", "2025", "present", 16),
    ("01/11/2017 – 30/06/2023", "2017-11", "2023-06", 68),
    ("15.01.2019 – heute", "2019-01", "present", 94),
    ("01.04.2016 – 31.12.2018", "2016-04", "2018-12", 33),
    ("1 March 2018 - 4 May 2020", "2018-03", "2020-05", 27),
    ("May 1, 2019 to June 3, 2020", "2019-05", "2020-06", 14),
    ("09/12 – 12/19", "2012-09", "2019-12", 88),
    ("Sep 15 - NOW", "2015-09", "present", 134),
    ("Jan – Mar 2019", "2019-01", "2019-03", 3),
    ("Nov – Feb 2019", "2018-11", "2019-02", 4),
    ("2019 –", "2019", "present", 88),
    ("Jan 2022 – Dec 2027", "2022-01", "2027-12", 58),
    ("Aug. 2014 - Exp. Apr. 2016", "2014-08", "2016-04", 21),
    ("Spring 2019 – Fall 2019", "2019-03", "2019-11", 9),
    ("Jan–Sep 2021", "2021-01", "2021-09", 9),
    ("2021 Jan – 2024 Feb", "2021-01", "2024-02", 38),
    ("Q1 2021 – Q3 2023", "2021-01", "2023-09", 33),
    ("mid-2019 – 2020", "2019-06", "2020", 13),
    ("Anfang 2019 – Ende 2020", "2019-02", "2020-12", 23),
    ("beginning of 2019 – end of 2020", "2019-02", "2020-12", 23),
    ("H1 2016 – H1 2019", "2016-01", "2019-06", 42),
    ("H2 2019 – today", "2019-07", "present", 88),
    ("1. Halbjahr 2018 – 2. Halbjahr 2019", "2018-01", "2019-12", 24),
    ("1. Quartal 2020 – 3. Quartal 2021", "2020-01", "2021-09", 21),
    ("T1 2020 – T3 2021", "2020-01", "2021-09", 21),
    ("2020Q3 – 2021Q2", "2020-07", "2021-06", 12),
    ("06/2021 – bis heute", "2021-06", "present", 65),
    ("2019 – a la fecha", "2019", "present", 88),
    ("janeiro de 2019 – até o presente", "2019-01", "present", 94),
    ("vom 01.03.2018 bis 30.06.2020", "2018-03", "2020-06", 28),
    ("06.2021 - lfd.", "2021-06", "present", 65),
    ("Mar 2019 – Pres.", "2019-03", "present", 92),
    ("2019 – …", "2019", "present", 88),
    ("Starting May 2020", "2020-05", "present", 78),
    ("Present – March 2019", "2019-03", "present", 92),
    ("March 2021 – Oct 2019", "2019-10", "2021-03", 18),
    ("2021 – 2019", "2019", "2021", 24),
]
SINGLE = [
    ("Summer 2019", "2019-06", "2019-08", 3),
    ("Fall '19", "2019-09", "2019-11", 3),
    ("Winter 2022", "2022-12", "2023-02", 3),
    ("Winter 2019/20", "2019-12", "2020-02", 3),
    ("2nd half of 2019", "2019-07", "2019-12", 6),
    ("verano de 2012", "2012-06", "2012-08", 3),
    ("Frühjahr 2019", "2019-03", "2019-05", 3),
    ("2019", "2019", "2019", 6),
    ("Jan 2017", "2017-01", "2017-01", 1),
]
NONE = [
    "5 years",
    "late 20",
    "COVID-19",
    "3 yrs of Java",
    "+44 20 7946 0120",
    "C++20",
    "Angular 6/7",
    "ISO 27001",
    "1049 Brussels",
    "$2000",
    "2000%",
    "May",
    "v2019.3.1",
]


@pytest.mark.parametrize(("text", "start", "end", "months"), SPANS + SINGLE)
def test_span(text: str, start: str, end: str, months: int) -> None:
    (span,) = find_spans(text)
    assert str(span.start) == start
    assert ("present" if span.present else str(span.end)) == end
    found = resolve(span, AS_OF)
    assert found is not None
    assert found.months == months


@pytest.mark.parametrize(("text", "start", "end", "months"), SINGLE)
def test_single_dates_say_so(text: str, start: str, end: str, months: int) -> None:
    (span,) = find_spans(f"Intern, {text}")
    assert span.single


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert find_spans(text) == ()


def test_place_in_the_text() -> None:
    text = "Developer (March '18 – Aug '21), Bath"
    (span,) = find_spans(text)
    assert text[span.begin : span.stop] == "March '18 – Aug '21"


def test_two_spans_in_one_line() -> None:
    first, second = find_spans("2014 – 2016, Jan 2018 – present")
    assert (str(first.start), str(first.end), str(second.start), second.present) == ("2014", "2016", "2018-01", True)


def test_the_month_of_as_of_never_counts() -> None:
    (span,) = find_spans("Nov 2026 – Dec 2026")
    found = resolve(span, AS_OF)
    assert found is not None
    assert found.months == 0


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(text: str) -> None:
    """No text fails, and every span lies inside it."""
    for span in find_spans(text):
        assert 0 <= span.begin < span.stop <= len(text)
        assert span.start is not None


@given(st.integers(1970, 2026), st.integers(1, 12), st.integers(0, 200))
@settings(max_examples=100, deadline=None)
def test_written_and_read_again(year: int, month: int, length: int) -> None:
    """A span of months written with numbers has its length, cut at as-of."""
    start = YearMonth(year, month)
    end = YearMonth.from_index(start.index + length)
    (span,) = find_spans(f"{start.month:02d}/{start.year} – {end.month:02d}/{end.year}")
    found = resolve(span, AS_OF)
    assert found is not None
    assert found.months == max(0, min(length + 1, AS_OF.index - start.index))
