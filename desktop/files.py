"""Reads files and finds PDFs in folders; turns the system's errors into the named problems; paths as people see them. No Qt."""

from __future__ import annotations

import os
from pathlib import Path

from matching.errors import Problem, UnreadableDocument
from matching.reading.file_names import printable

BIGGEST_FILE = 25 * 1024 * 1024  # bytes


def read_bytes(path: Path, most: int = BIGGEST_FILE) -> bytes:
    """The bytes of a file, at most `most`. Raises UnreadableDocument: not_found, no_permission, too_large, damaged."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableDocument(Problem.NOT_FOUND) from error
    except PermissionError as error:
        raise UnreadableDocument(Problem.NO_PERMISSION) from error
    except (OSError, ValueError) as error:
        raise UnreadableDocument(Problem.NOT_FOUND, type(error).__name__) from error
    if len(data) > most:
        raise UnreadableDocument(Problem.TOO_LARGE)
    return data


def pdfs_below(folder: Path) -> tuple[Path, ...]:
    """Every *.pdf (any case) below a folder, sorted by path; links are not followed."""
    found = []
    for place, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        found += [Path(place) / name for name in names if name.lower().endswith(".pdf")]
    return tuple(sorted(path for path in found if path.is_file() and not path.is_symlink()))


def shown_path(path: str) -> str:
    """A path as people write it: what lies in their home begins with a tilde, and no sign in it is invisible."""
    home = str(Path.home())
    return printable(f"~{path[len(home) :]}" if path.startswith(home + os.sep) else path)
