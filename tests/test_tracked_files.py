"""What holds for every file that the project keeps."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MARKS = tuple(sign * 7 + b" " for sign in (b"<", b"|", b">"))  # what git writes where two changes met


def marked_lines(data: bytes) -> list[int]:
    """The lines that begin as a mark of a merge does; none in a file that is no text."""
    if b"\0" in data:
        return []
    return [number for number, line in enumerate(data.splitlines(), 1) if line.startswith(MARKS)]


def test_no_file_keeps_the_marks_of_a_merge() -> None:
    if not (ROOT / ".git").exists() or (git := shutil.which("git")) is None:
        pytest.skip("no clone, or git is not installed")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    paths = [ROOT / name for name in listed.decode().split("\0") if name]
    assert len(paths) > 100
    found = {path.relative_to(ROOT).as_posix(): marked_lines(path.read_bytes()) for path in paths if path.is_file()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_marks_are_found_at_the_beginning_of_a_line_only() -> None:
    ours, theirs = b"<" * 7 + b" ours\n", b">" * 7 + b" theirs\n"
    assert marked_lines(b"a\n" + ours + b"b\n=======\nc\n" + theirs) == [2, 6]
    assert marked_lines(b"a " + ours + b"=======\n") == []
    assert marked_lines(b"\0" + ours) == []
