"""The limits of reading: wider ones leave room for what they let in, and nothing gets narrower."""

from __future__ import annotations

from dataclasses import fields

from matching.reading.limits import DEFAULT, MIB, ReadingLimits


def test_the_usual_room_is_the_usual_limits() -> None:
    assert DEFAULT.with_room(18, 1024, 50, 25) == DEFAULT


def test_more_pages_may_hold_more() -> None:
    wider = DEFAULT.with_room(60, 2048, 200, 25)
    assert (wider.wall_seconds, wider.memory_bytes, wider.pages) == (60.0, 2048 * MIB, 200)
    assert wider.file_bytes == DEFAULT.file_bytes
    assert wider.operators == 4 * DEFAULT.operators
    assert wider.after_page_seconds > DEFAULT.after_page_seconds
    assert wider.open_files == DEFAULT.open_files
    assert wider.at_least(DEFAULT) == wider


def test_the_wider_of_two_in_every_respect() -> None:
    long, large = DEFAULT.with_room(120, 1024, 50, 25), DEFAULT.with_room(18, 4096, 50, 100)
    both = long.at_least(large)
    assert all(getattr(both, f.name) == max(getattr(long, f.name), getattr(large, f.name)) for f in fields(ReadingLimits))
