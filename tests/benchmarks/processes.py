"""What the measuring commands have in common: sample files, where the measuring material is, memory of processes (Linux)."""

from __future__ import annotations

import contextlib
import os
import random
import sys
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

MATERIAL = Path(os.environ.get("ROLEFIT_SHARED", ROOT.parent / "shared"))
ABSENT = "not measured: the measuring material is not here"

WORDS = ("python", "java", "postgresql", "kafka", "docker", "built", "led", "team", "service", "2019", "2024", "senior")


def sample_bytes() -> list[bytes]:
    """The project's sample résumés, and drawn ones of one to four pages, so that there are always ten."""
    found = [path.read_bytes() for path in sorted((ROOT / "resources" / "samples").glob("*.pdf"))]
    return found + [drawn(number) for number in range(10 - len(found))]


def drawn(number: int, lines: int = 45) -> bytes:
    """A PDF of words in lines, always the same for the same number."""
    from reportlab.pdfgen.canvas import Canvas

    choose, file = random.Random(number), BytesIO()
    canvas = Canvas(file, invariant=True, pageCompression=number % 2)
    for _ in range(number % 4 + 1):
        canvas.setFont("Helvetica", 10)
        for line in range(lines):
            canvas.drawString(60, 780 - 16 * line, " ".join(choose.choices(WORDS, k=9)))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def tree(root: int) -> list[int]:
    """A process and everything below it."""
    found, todo = [], [root]
    while todo:
        process = todo.pop()
        found.append(process)
        with contextlib.suppress(OSError):
            for thread in Path(f"/proc/{process}/task").iterdir():
                todo += map(int, (thread / "children").read_text().split())
    return found


def proportional(process: int) -> int:
    """Proportional set size of a process in bytes: its own memory and its share of what it shares."""
    with contextlib.suppress(OSError, ValueError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def resident(process: int) -> int:
    """Resident set size of a process in bytes."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0


class Peak:
    """Watches a process tree; `proportional` and `resident` are the highest sums seen, in bytes."""

    def __init__(self, root: int, every: float = 0.02) -> None:
        self.proportional = self.resident = 0
        self._root, self._every = root, every
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self) -> None:
        while not self._done.wait(self._every):
            processes = tree(self._root)
            self.proportional = max(self.proportional, sum(map(proportional, processes)))
            self.resident = max(self.resident, sum(map(resident, processes)))

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._done.set()
        self._thread.join()


def pdf_files(places: list[str]) -> Iterator[Path]:
    """All files of the folders and files given, sorted."""
    for place in map(Path, places):
        yield from sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
