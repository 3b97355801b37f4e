"""Headers, footers and page numbers are told from the text, and stay where they are."""

from __future__ import annotations

from matching.reading.document import Line, Page, Word
from matching.reading.layout import mark_furniture


def line(page: int, text: str, top: float) -> Line:
    words = tuple(Word(part, (40.0, top, 80.0, top + 10), 10) for part in text.split())
    return Line(page, words, (40.0, top, 200.0, top + 10))


def page(number: int, *lines: tuple[str, float]) -> Page:
    return Page(number, 600, 800, tuple(line(number, text, top) for text, top in lines))


def marked(*pages: Page) -> list[str]:
    result = mark_furniture(pages)
    for before, after in zip(pages, result, strict=True):
        assert [ln.text for ln in before.lines] == [ln.text for ln in after.lines]
    return [ln.text for p in result for ln in p.lines if ln.furniture]


def test_what_repeats_at_the_edges_is_furniture() -> None:
    first = page(1, ("Ana Diaz ana@example.com", 20), ("Ana Diaz", 60), ("Skills", 300), ("Page 1 of 2", 780))
    second = page(2, ("Ana Diaz ana@example.com", 21), ("Skills", 300), ("Page 2 of 2", 780))
    assert marked(first, second) == ["Ana Diaz ana@example.com", "Page 1 of 2", "Ana Diaz ana@example.com", "Page 2 of 2"]


def test_a_page_number_alone_is_furniture_and_other_numbers_are_not() -> None:
    assert marked(page(1, ("text here", 400), ("1", 780))) == ["1"]
    assert marked(page(1, ("2021", 780), ("17", 400))) == []


def test_what_repeats_within_the_page_or_moves_is_text() -> None:
    assert marked(page(1, ("Experience", 300)), page(2, ("Experience", 300))) == []
    assert marked(page(1, ("Experience", 20)), page(2, ("Experience", 60))) == []
    assert marked(page(1, ("Ana", 20), ("Ana", 20))) == []
