"""Title, employer and place of jobs in many orders and with many signs between them."""

from __future__ import annotations

import pytest

from matching.months import YearMonth
from matching.reading.positions import find_positions
from matching.reading.sections import find_sections
from tests.matching.reading.structure_pages import page_of

_JOBS = (
    ("Senior Backend Engineer", "Holt & Sons", "Zürich, Switzerland", "seit 05/2022", "2022-05", "None"),
    ("DevOps Engineer II", "Ardent Health Partners, Inc.", "Austin, TX", "Summer 2019 – Q1 2022", "2019-06", "2022-03"),
    ("Entwicklerin", "Sparkasse Lindau", "München", "Okt. 2016 – Mai 2019", "2016-10", "2019-05"),
    ("Consultant", "Iqvelo", "Remote", "2014–2016", "2014", "2016"),
)
_HEADS = (
    "= {title}, {company}, {place} || {dates}",
    "{title} | {company} | {place} | {dates}",
    "= {company}, {place} || {dates}\n{title}",
    "= {title} || {dates}\n{company} || {place}",
    "= {company}\n{title}\n{dates} | {place}",
    "= {title} at {company} ({dates})",
    "{dates}: {title}, {company}, {place}",
    "<< {dates}\n= {title}\n{company}, {place}",
    "Company: {company}\nRole: {title}\nPeriod: {dates}\nLocation: {place}",
    "= {company}: {title}, {dates}",
    "= {title} / {company} / {place} / {dates}",
    "= {title}, {company} in {place} || {dates}",
    "= {title}—{company}\n{dates}, {place}",
)


def jobs(text: str) -> list[tuple[str, str, str, str]]:
    document = page_of(f"! Nora Fielding\nnora@fielding.example\n\n# Experience\n{text}\n")
    found = find_positions(document, find_sections(document), YearMonth(2026, 11))
    return [(job.title, job.company, str(job.start), str(job.end)) for job in found]


@pytest.mark.parametrize("head", _HEADS)
def test_each_order_of_title_employer_and_place(head: str) -> None:
    entries = [
        head.format(title=title, company=company, place=place, dates=dates)
        + "\n* Wrote order services in Java.\n* Cut response times by 40% with Redis.\n"
        for title, company, place, dates, _, _ in _JOBS
    ]
    assert jobs("\n".join(entries)) == [(title, company, start, end) for title, company, _, _, start, end in _JOBS]


def test_employers_in_brackets_behind_every_title() -> None:
    text = "= Developer (Vale Foods) || 2018 – 2020\n* Wrote APIs.\n= Consultant (Iqvelo) || 2016 – 2018\n* Wrote reports.\n"
    assert jobs(text) == [("Developer", "Vale Foods", "2018", "2020"), ("Consultant", "Iqvelo", "2016", "2018")]


@pytest.mark.parametrize(("first", "second"), [("Contractor", "Internship"), ("Payments", "Payments")])
def test_brackets_that_name_no_employer_stay_with_the_title(first: str, second: str) -> None:
    text = f"= Developer ({first}) || 2018 – 2020\n* Wrote APIs.\n= Engineer ({second}) || 2016 – 2018\n* Wrote reports.\n"
    assert [job[0] for job in jobs(text)] == [f"Developer ({first})", f"Engineer ({second})"]


def test_brackets_below_an_employer_are_teams() -> None:
    text = "= Vale Foods Ltd, Leeds || 2016 – 2020\n= Developer (Payments) || 2018 – 2020\n* Wrote APIs.\n"
    text += "= Engineer (Search) || 2016 – 2018\n* Wrote reports.\n"
    assert [job[:2] for job in jobs(text)] == [
        ("Developer (Payments)", "Vale Foods Ltd"),
        ("Engineer (Search)", "Vale Foods Ltd"),
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "= Moss Retail, Leeds || Jun 2016 – Dec 2022",
        "= Moss Retail || Leeds, UK\nA chain of garden shops in the north of England.",
    ],
)
def test_a_team_behind_the_title_is_no_employer_below_a_headline(headline: str) -> None:
    text = f"{headline}\n= Tech Lead, Payments || Apr 2020 – Dec 2022\n* Wrote APIs.\n"
    text += "= Engineer || Jun 2016 – Mar 2020\n* Wrote reports.\n"
    assert [job[:2] for job in jobs(text)] == [("Tech Lead, Payments", "Moss Retail"), ("Engineer", "Moss Retail")]


def test_an_employer_behind_the_title_stays_one_outside_the_headlines_time() -> None:
    text = "= Moss Retail, Leeds || Jun 2016 – Dec 2022\n= Engineer || Jun 2018 – Dec 2022\n* Wrote reports.\n"
    text += "= Developer, Holm Soft || Jan 2012 – Mar 2016\n* Wrote APIs.\n"
    assert [job[:2] for job in jobs(text)] == [("Engineer", "Moss Retail"), ("Developer", "Holm Soft")]
