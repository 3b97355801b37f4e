"""Rows: dates that stand beside their title, also at half the height of a title of two lines."""

from __future__ import annotations

from dataclasses import replace

from matching.reading.document import Document, Line, Page, Word
from matching.reading.rows import find_rows


def line(text: str, left: float, right: float, top: float, block: int) -> Line:
    """A line whose words share its width evenly."""
    words = text.split()
    step = (right - left) / len(words)
    placed = tuple(Word(w, (left + i * step, top, left + (i + 0.9) * step, top + 8), 8.0, False) for i, w in enumerate(words))
    return Line(1, placed, (left, top, right, top + 8), block, 1, "")


def document(*lines: Line) -> Document:
    return Document("drawn.pdf", "", "0" * 64, 1, (Page(1, 600.0, 800.0, lines),))


def test_date_between_the_two_lines_of_a_title_belongs_to_the_first() -> None:
    drawn = document(
        line("ENGINEER AND RESEARCHER OF", 40, 187, 395, 1),
        line("BROKEN CIPHERS", 40, 144, 408, 1),
        line("Aug. 2014 – Apr. 2016", 213, 293, 401.5, 2),
        line("DEVELOPER", 40, 100, 460, 3),
        line("Jan. 2012 – Jul. 2014", 213, 293, 460, 4),
    )
    rows = find_rows(drawn).rows
    assert [row.notes for row in rows] == [(2,), (), (4,)]


def test_date_beside_a_line_belongs_to_that_line() -> None:
    drawn = document(
        line("Holm Soft", 40, 100, 400, 1),
        line("Developer", 40, 100, 412, 1),
        line("Aug. 2014 – Apr. 2016", 213, 293, 412, 2),
        line("Vale Foods", 40, 100, 440, 3),
        line("Programmer", 40, 100, 452, 3),
        line("Jan. 2012 – Jul. 2014", 213, 293, 452, 4),
    )
    rows = find_rows(drawn).rows
    assert [row.notes for row in rows] == [(), (2,), (), (5,)]


def test_date_under_a_title_belongs_to_its_own_column() -> None:
    """A date with a place below a title is no note of the sidebar's line that stands on the same height."""
    job = [line("Software Engineer", 40, 120, 400, 1), line("Aug. 2014 – Apr. 2016 | Oslo", 40, 160, 412, 1)]
    told = [line("Wrote services that many others use each day", 40, 300, 424 + 12 * i, 2) for i in range(3)]
    earlier = [line("Trainee", 40, 90, 470, 3), line("Aug. 2012 – Apr. 2014 | Oslo", 40, 160, 482, 3)]
    beside = replace(line("Kubernetes", 400, 450, 412, 4), column=2)
    rows = find_rows(document(*job, *told, *earlier, beside)).rows
    assert not any(row.notes for row in rows)
