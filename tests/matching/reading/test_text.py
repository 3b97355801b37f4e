"""Tokens with places, folding, boxes of parts of words, evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.reading.document import Document, Line, Page, Word
from matching.reading.text import Token, box_of, evidence, folded, letters_only, line_tokens, quote, shown, tokens


def line(text: str, block: int = 0, bullet: str = "") -> Line:
    words = tuple(Word(part, (50.0 * i, 0.0, 50.0 * i + 40, 10.0), 10) for i, part in enumerate(text.split(" ")))
    return Line(1, words, (0.0, 0.0, 500.0, 10.0), block, bullet=bullet)


def document(*lines: Line) -> Document:
    return Document("", "", "", 1, (Page(1, 600, 800, lines),))


def split(text: str) -> list[str]:
    """Tokens, each glued one with a "+" before it."""
    return ["+" * token.glued + token.text for token in line_tokens(line(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C++, C#, F#", ["C++", "+,", "C#", "+,", "F#"]),
        (".NET (.NET ASP.NET.", [".NET", "(", "+.NET", "ASP.NET", "+."]),
        ("Node.js, node.js/express", ["Node.js", "+,", "node.js", "+/", "+express"]),
        ("CI/CD R&D go-to", ["CI", "+/", "+CD", "R", "+&", "+D", "go", "+-", "+to"]),
        ("(EC2, S3)", ["(", "+EC2", "+,", "S3", "+)"]),
        ("C/C++17", ["C", "+/", "+C++", "+17"]),
        ("Docker+Kubernetes 5+", ["Docker", "++", "+Kubernetes", "5", "++"]),
        ("Python's C#.NET 2.0.", ["Python", "+'", "+s", "C#", "+.NET", "2.0", "+."]),
        ("2016–2019 …", ["2016", "+–", "+2019", "…"]),
    ],
)
def test_words_part_into_names_and_signs(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_offsets_point_at_the_printed_letters() -> None:
    words = ["(EC2,", "cre\u00adated", "e\u0301te\u200bx"]
    for token in line_tokens(line(" ".join(words))):
        assert words[token.word][token.start : token.end] == token.text


def test_folding_unifies_forms_case_quotes_and_dashes_and_drops_the_invisible() -> None:
    assert folded("Ｐｙｔｈｏｎ") == "python"
    assert folded("ﬁx–it’s “ok”") == 'fix-it\'s "ok"'
    assert folded("Py\u200bth\u00adon\u202e") == "python"
    assert letters_only("Event-Driven 2.0") == "eventdriven20"


def test_what_is_shown_marks_text_direction_and_drops_zero_width() -> None:
    assert shown("ab\u202ecd\u200b") == "ab[U+202E]cd"
    assert shown("plain") == "plain"


@given(st.text(max_size=40))
def test_folding_is_stable_and_shown_text_has_no_controls(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert not any(sign in shown(text) for sign in "\u202e\u2066\x00\x1b\u200b")


def found(doc: Document, text: str) -> Token:
    return next(token for token in tokens(doc) if token.text == text)


def test_a_word_broken_at_the_line_end_is_one_token_with_both_places() -> None:
    doc = document(line("uses micro-"), line("services daily"))
    token = found(doc, "microservices")
    assert (token.line, token.word, token.last_line, token.last_word, token.start, token.end) == (0, 1, 1, 0, 0, 8)
    items = evidence(doc, token, token)
    assert [(item.text, item.quote) for item in items] == [("micro-", "uses micro-"), ("services", "services daily")]


def test_a_soft_hyphen_joins_always_and_a_hyphen_only_before_a_small_letter() -> None:
    assert "Software" in [token.text.replace("\u00ad", "") for token in tokens(document(line("Soft\u00ad"), line("ware")))]
    parts = tokens(document(line("uses Event-"), line("Driven design")))
    assert [(token.text, token.glued) for token in parts][1:4] == [("Event", False), ("-", True), ("Driven", True)]


@pytest.mark.parametrize("second", [line("services", block=1), line("services", bullet="•")])
def test_nothing_joins_across_paragraphs(second: Line) -> None:
    assert [token.text for token in tokens(document(line("micro-"), second))] == ["micro", "-", "services"]


def test_a_phrase_over_two_lines_has_an_item_for_each() -> None:
    doc = document(line("knows Spring"), line("Boot, too", bullet=""))
    items = evidence(doc, found(doc, "Spring"), found(doc, "Boot"))
    assert [item.text for item in items] == ["Spring", "Boot"]
    assert items[0].box == (50.0, 0.0, 90.0, 10.0)


def test_the_box_of_a_part_lies_inside_the_word_and_holds_its_share() -> None:
    doc = document(line("(PostgreSQL), x"))
    inner = box_of(doc, 0, 0, 1, 0, 11)
    assert 0 < inner[0] < 4
    assert 34 < inner[2] < 40
    assert box_of(doc, 0, 0, 0, 1, 1) == (0.0, 0.0, 90.0, 10.0)


def test_a_quote_is_the_printed_line_with_its_list_sign() -> None:
    assert quote(document(line("did it", bullet="•")), 0) == "• did it"
