"""Names of files as a person may see them."""

from __future__ import annotations

import os
import unicodedata


def display_name(path: str | os.PathLike[str]) -> str:
    """A file's name as a person may see it: bytes that are no text, line breaks and direction marks become U+FFFD."""
    return printable(os.path.basename(os.fspath(path).rstrip("/\\")) or os.fspath(path))  # noqa: PTH119 Path would alter odd names


def printable(name: str) -> str:
    """A name or path with U+FFFD for what nobody sees or what turns the letters after it around."""
    return "".join("\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") else c for c in name)
