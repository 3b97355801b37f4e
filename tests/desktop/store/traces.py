"""What a deletion must not leave: a word in any file of a folder."""

from __future__ import annotations

from pathlib import Path


def traces_of(folder: Path, word: str) -> list[Path]:
    """Files below `folder` that hold `word` as UTF-8 or UTF-16."""
    wanted = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        if any(part in data for part in wanted):
            found.append(path)
    return found
