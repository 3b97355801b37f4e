"""What is kept of a reading can be read by a later version: fields by name, defaults for what was not there, nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.fit.keeping import NotReadable, document_again, words_of
from matching.fit.named_json import FORMAT, read_again, written
from matching.fit.report import UnreadReport
from matching.reading.document import Document, HiddenReason, HiddenText, Line, Notice, NoticeCode, Page, Word
from matching.reading.wire import MalformedAnswer

numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)
boxes = st.tuples(numbers, numbers, numbers, numbers)
words = st.builds(Word, st.text(max_size=8), boxes, numbers, st.booleans(), st.booleans(), st.text(max_size=4), st.none())
lines = st.builds(Line, st.integers(1, 50), st.tuples(words) | st.just(()), boxes, st.integers(0, 99), st.integers(0, 3))
hidden = st.builds(HiddenText, st.integers(1, 50), st.text(max_size=9), boxes, st.sampled_from(HiddenReason))
pages = st.builds(Page, st.integers(1, 50), numbers, numbers, st.tuples(lines), st.tuples(hidden), st.booleans())
notices = st.builds(Notice, st.sampled_from(NoticeCode), st.text(max_size=9), st.none() | st.integers(1, 50))
names = st.text(max_size=9)
documents = st.builds(Document, names, names, names, st.integers(0, 99), st.tuples(pages), st.tuples(notices))

ONE = Document("a.pdf", "", "00", 1, (), (Notice(NoticeCode.NO_DATES, "seen", 3),))
NOTICE = f"{Notice.__module__}:Notice"
DOCUMENT = f"{Document.__module__}:Document"


def opened() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(written(ONE, Document))
    return made


def without(kept: dict[str, Any], field: str) -> dict[str, Any]:
    """As a version would have written it whose document had no such field."""
    place = kept["fields"][DOCUMENT].index(field)
    del kept["fields"][DOCUMENT][place]
    del kept["value"][place]
    return kept


@given(documents)
@settings(max_examples=40, deadline=None)
def test_a_document_comes_back_equal(document: Document) -> None:
    again = document_again(written(document, Document))
    assert again == document
    assert words_of(written(document, Document)) == "\n".join(line.text for line in document.lines)


def test_a_text_of_before_a_field_was_added_is_read_with_its_default() -> None:
    assert document_again(json.dumps(without(opened(), "notices"))) == replace(ONE, notices=())


def test_a_text_of_a_later_version_is_read_without_the_fields_unknown_here() -> None:
    kept = opened()
    kept["fields"][DOCUMENT].insert(0, "invented_later")
    kept["value"].insert(0, {"any": ["thing"]})
    assert document_again(json.dumps(kept)) == ONE


def test_fields_are_told_by_name_and_not_by_place() -> None:
    kept = opened()
    kept["fields"][DOCUMENT].reverse()
    kept["value"].reverse()
    assert document_again(json.dumps(kept)) == ONE


@pytest.mark.parametrize("field", [f.name for f in fields(Document) if not f.name.startswith("_")][:4])
def test_a_missing_field_without_a_default_is_refused(field: str) -> None:
    with pytest.raises(NotReadable):
        document_again(json.dumps(without(opened(), field)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": FORMAT + 1},
        {"format": None},
        {"fields": {}},
        {"fields": []},
        {"fields": {DOCUMENT: "name"}},
        {"value": None},
        {"value": []},
        {"value": {"class": "os:system", "value": []}},
    ],
)
def test_anything_else_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(NotReadable):
        document_again(json.dumps(opened() | wrong))


def test_wrong_values_and_names_are_refused() -> None:
    for place, value in ((0, 1), (3, "1"), (5, [["no such notice", "", None]]), (5, [["no_dates", "", None, 1]])):
        kept = opened()
        kept["value"][place] = value
        with pytest.raises(NotReadable):
            document_again(json.dumps(kept))
    twice = opened()
    twice["fields"][NOTICE] = ["code", "code", "page"]
    with pytest.raises(NotReadable):
        document_again(json.dumps(twice))
    for text in ("", "[]", "nonsense", "[" * 100_000, json.dumps(opened()["value"])):
        with pytest.raises(NotReadable):
            document_again(text)


def test_another_class_is_not_made_of_it() -> None:
    with pytest.raises(MalformedAnswer):
        read_again(written(ONE, Document), UnreadReport)


# --- every shape that a kept class may have -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value inside others."""

    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """One field of each shape that can hold other classes."""

    pair: tuple[Leaf, int]
    table: dict[str, Leaf]
    listed: list[Leaf]
    maybe: Leaf | None = None


TREE = Tree((Leaf("a", 1), 2), {"b": Leaf("b")}, [Leaf("c", 3)], Leaf("d"))
LEAF = f"{Leaf.__module__}:Leaf"


def tree() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(written(TREE, Tree))
    return made


def test_pairs_tables_lists_and_what_may_be_absent_come_back() -> None:
    assert read_again(written(TREE, Tree), Tree) == TREE
    bare = replace(TREE, table={}, listed=[], maybe=None)
    assert read_again(written(bare, Tree), Tree) == bare


def test_fields_are_found_by_name_inside_pairs_and_tables_too() -> None:
    kept = tree()
    kept["fields"][LEAF] = ["size", "name"]
    for leaf in (kept["value"][0][0], kept["value"][1]["b"], kept["value"][2][0], kept["value"][3]):
        leaf.reverse()
    assert read_again(json.dumps(kept), Tree) == TREE


@pytest.mark.parametrize("place", [0, 1, 2])
def test_another_shape_is_refused(place: int) -> None:
    for wrong in (3, [1, 2, 3], {"b": 3}, None):
        kept = tree()
        kept["value"][place] = wrong
        with pytest.raises(MalformedAnswer):
            read_again(json.dumps(kept), Tree)
