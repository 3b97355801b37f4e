"""The pipe between parent and child: values come back equal, and nothing but what the type says comes back at all."""

from __future__ import annotations

import math
import pickle
from dataclasses import dataclass, fields
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from matching.errors import Problem, UnreadableDocument
from matching.fit.report import FitReport, UnreadReport
from matching.months import YearMonth
from matching.reading import wire
from matching.reading.document import Document, HiddenReason, HiddenText, Line, Notice, NoticeCode, Page, Word
from matching.reading.isolated import ReaderPool, ReadingJob, Task
from matching.reading.wire import MalformedAnswer, from_json, plain, rebuilt, to_json

numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)
boxes = st.tuples(numbers, numbers, numbers, numbers)
colours = st.none() | st.tuples(numbers, numbers, numbers)
words = st.builds(Word, st.text(max_size=8), boxes, numbers, st.booleans(), st.booleans(), st.text(max_size=4), colours)
lines = st.builds(Line, st.integers(1, 50), st.tuples(words) | st.just(()), boxes, st.integers(0, 99), st.integers(0, 3))
hidden = st.builds(HiddenText, st.integers(1, 50), st.text(max_size=9), boxes, st.sampled_from(HiddenReason))
pages = st.builds(Page, st.integers(1, 50), numbers, numbers, st.tuples(lines), st.tuples(hidden), st.booleans())
notices = st.builds(Notice, st.sampled_from(NoticeCode), st.text(max_size=9), st.none() | st.integers(1, 50))
documents = st.builds(
    Document,
    st.text(max_size=9),
    st.text(max_size=9),
    st.text(max_size=9),
    st.integers(0, 99),
    st.tuples(pages),
    st.tuples(notices),
)


def there_and_back(value: object, hint: Any) -> Any:
    return rebuilt(from_json(to_json(plain(value, hint))), hint)


@given(documents)
@settings(max_examples=50, deadline=None)
def test_a_document_comes_back_equal(document: Document) -> None:
    again = there_and_back(document, Document)
    assert again == document
    assert again.lines == document.lines
    assert [type(notice.code) for notice in again.notices] == [NoticeCode] * len(document.notices)


def test_every_kind_of_value_comes_back_equal() -> None:
    unread = UnreadReport("1", YearMonth(2026, 11), "r", "1.0", "n", "p\udcff", "", 0, Problem.DAMAGED)
    assert there_and_back(unread, UnreadReport) == unread
    assert there_and_back(unread, FitReport | UnreadReport) == unread
    assert there_and_back(unread, object) == unread
    assert there_and_back({"a": (1, 2.5)}, dict[str, tuple[int, float]]) == {"a": (1, 2.5)}
    assert there_and_back([1, 2], list[int]) == [1, 2]
    assert there_and_back(None, int | None) is None
    assert there_and_back("x", object) == "x"


@pytest.mark.parametrize(
    ("payload", "hint"),
    [
        ("1", int),
        (True, int),
        (1, bool),
        (1, str),
        (math.inf, float),
        (math.nan, float),
        (10**400, float),
        ([1, 2, 3], tuple[int, int]),
        ({"0": 1}, tuple[int, ...]),
        ("abc", tuple[str, ...]),
        ("nonsense", Problem),
        ([], Problem),
        ({}, Page),
        ([1, 2], Page),
        (1, None),
        (["x"], object),
        ({"class": "os:system", "value": ["true"]}, object),
        ({"class": "subprocess:Popen", "value": ["true"]}, object),
        ({"class": "matching.errors:UnreadableDocument", "value": []}, object),
        ({"class": "matching.reading.document:field", "value": []}, object),
        ({"class": "matching.reading.wire:dataclasses", "value": []}, object),
        ({"class": "matching.reading.document:Word.text", "value": []}, object),
        ({"class": "matching.reading.document:Box", "value": []}, object),
        ({"class": ["x"], "value": []}, object),
        ({"class": "matching.reading.document:Notice", "value": ["hidden_text", "x", None]}, FitReport | UnreadReport),
    ],
)
def test_what_the_type_does_not_say_is_refused(payload: object, hint: Any) -> None:
    with pytest.raises(MalformedAnswer):
        rebuilt(payload, hint)


@pytest.mark.parametrize("payload", [b"", b"{", b"[" * 100_000, b"NaN", b"[Infinity]", b"\xff\xfe", pickle.dumps([1])])
def test_what_is_no_json_is_refused(payload: bytes) -> None:
    with pytest.raises(MalformedAnswer):
        from_json(payload)


def test_infinite_numbers_are_not_sent() -> None:
    with pytest.raises(ValueError):
        to_json([math.nan])


@dataclass(frozen=True)
class Foreign:
    """A dataclass outside `matching`."""

    text: str


def test_only_dataclasses_of_matching_are_known_by_name() -> None:
    with pytest.raises(MalformedAnswer):
        there_and_back(Foreign("x"), object)
    with pytest.raises(TypeError):
        plain({1, 2}, object)


@given(st.binary(max_size=40), st.integers(0, 60))
@settings(deadline=None)
def test_frames_come_back_or_are_refused(payload: bytes, most: int) -> None:
    stream = BytesIO()
    wire.write_frame(stream, wire.PAGE, payload)
    stream.seek(0)
    if len(payload) > most:
        with pytest.raises(MalformedAnswer):
            wire.read_frame(stream, most)
    else:
        assert wire.read_frame(stream, most) == (wire.PAGE, payload)
        with pytest.raises(EOFError):
            wire.read_frame(stream, most)


def test_all_of_a_document_travels_but_what_is_made_anew() -> None:
    assert [name for name, _ in wire.wire_fields(Document)] == [f.name for f in fields(Document) if f.name != "_lines"]


# --- tasks --------------------------------------------------------------------------------------------------------------


def made(text: str) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=True)
    canvas.drawString(72, 700, text)
    canvas.save()
    return file.getvalue()


def test_a_task_is_done_in_the_child_and_its_result_comes_back() -> None:
    with ReaderPool(1, task=Task("matching.reading.pdf:require_text")) as pool:
        first = pool.read(ReadingJob("/folder/ada.pdf", data=made("Ada")))
        (second,) = [answer for _, answer in pool.read_many([ReadingJob("b.pdf", data=made("Bob"))])]
    assert isinstance(first, Document)
    assert (first.name, first.path, first.lines[0].text) == ("ada.pdf", "/folder/ada.pdf", "Ada")
    assert second.lines[0].text == "Bob"


@pytest.mark.parametrize("name", ["os:system", "matching.errors:no such", "matching", "builtins:eval", "matchingx.y:z"])
def test_a_task_is_a_function_of_matching(name: str) -> None:
    with pytest.raises((ValueError, AttributeError)):
        wire.task_function(name)


def test_a_task_that_fails_is_not_the_files_fault() -> None:
    # A function that does not take a document: it fails in the child whatever the file.
    with ReaderPool(1, task=Task("matching.months:union_months")) as pool, pytest.raises(UnreadableDocument) as caught:
        pool.read(ReadingJob("a.pdf", data=made("Ada")))
    assert caught.value.problem is Problem.READER_STOPPED
    assert "TypeError" in caught.value.detail
