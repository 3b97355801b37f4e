"""The bytes of the latest files, in memory, for their page pictures; let go when others come, and fetched again on demand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from desktop.background import Background
from desktop.files import BIGGEST_FILE, read_bytes

MOST_FILES = 8


class KeptFiles:
    """Bytes by case. `ready(case)` is called whenever a case's bytes came."""

    def __init__(self, background: Background, ready: Callable[[str], object]) -> None:
        self._background, self._ready = background, ready
        self._bytes: OrderedDict[str, bytes] = OrderedDict()

    def get(self, case: str) -> bytes | None:
        if case in self._bytes:
            self._bytes.move_to_end(case)
        return self._bytes.get(case)

    def keep(self, case: str, data: bytes | None) -> None:
        """Keep a case's bytes; None keeps nothing."""
        if data is not None:
            self._bytes[case] = data
            self._bytes.move_to_end(case)
            while len(self._bytes) > MOST_FILES:
                self._bytes.popitem(last=False)
            self._ready(case)

    def fetch(self, case: str, path: str) -> None:
        """Read a case's file again, if it was let go; where it is gone the page pane says so."""
        if path and case not in self._bytes:
            most = 4 * BIGGEST_FILE  # as much as the widest limits let in
            self._background.start(
                lambda _job: read_bytes(Path(path), most), lambda data: self.keep(case, data), lambda _error: None
            )
