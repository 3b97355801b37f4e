"""Employer and title that only the weight of the print tells apart."""

from __future__ import annotations

import pytest

from matching.months import YearMonth
from matching.reading.document import Document, Line, Page, Word
from matching.reading.positions import find_positions
from matching.reading.sections import find_sections


def printed(top: float, *parts: tuple[str, bool], size: float = 10.0) -> Line:
    words: list[Word] = []
    left = 50.0
    for text, bold in parts:
        for part in text.split():
            right = left + 0.5 * size * len(part)
            words.append(Word(part, (left, top, right, top + size), size, bold))
            left = right + 0.25 * size
    return Line(1, tuple(words), (50.0, top, left, top + size), int(top), gap_before=1.0)


@pytest.mark.parametrize(
    ("bold", "rest", "title", "company"),
    [
        ("Vale Foods", "Backend Engineer 2018 – 2020", "Backend Engineer", "Vale Foods"),
        ("Backend Engineer", "Vale Foods 2018 – 2020", "Backend Engineer", "Vale Foods"),
        ("Senior", "Backend Engineer, Vale Foods 2018 – 2020", "Senior Backend Engineer", "Vale Foods"),
    ],
)
def test_the_end_of_bold_print_parts_employer_and_title(bold: str, rest: str, title: str, company: str) -> None:
    lines = (
        printed(50.0, ("Nora Fielding", True), size=22.0),
        printed(90.0, ("Experience", True), size=14.0),
        printed(120.0, (bold, True), (rest, False)),
        printed(140.0, ("Wrote stock services in Java and looked after the queues of two shops.", False)),
    )
    document = Document("drawn.pdf", "", "0" * 64, 1, (Page(1, 600.0, 800.0, lines),))
    (job,) = find_positions(document, find_sections(document), YearMonth(2026, 11))
    assert (job.title, job.company) == (title, company)
