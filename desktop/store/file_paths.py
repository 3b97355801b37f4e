"""Paths in the database: on Linux a name may be bytes that are no text, which SQLite's text cannot hold."""

from __future__ import annotations

import os


def kept(path: str) -> str | bytes:
    """A path as the database keeps it: text, or the system's bytes where it is none."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def found(value: str | bytes) -> str:
    """The path that `kept` made into `value`."""
    return value if isinstance(value, str) else os.fsdecode(value)
