"""What is left for the file being read of the limits that are counted and not measured: unpacked bytes, operators, forms.

The reading child renews it for each file. Where nothing renews it (tests, tools that read their own files) it is as good as
endless. Anything that loops over a stranger's data may spend from it.
"""

from __future__ import annotations

from matching.errors import Problem, UnreadableDocument
from matching.reading.limits import ReadingLimits

_ENDLESS = 1 << 62


class Budget:
    """Counts down; raises UnreadableDocument where something is used up, and from then on every time."""

    def __init__(self) -> None:
        self.inflated = self.operators = self.forms = self.entries = _ENDLESS

    def renew(self, limits: ReadingLimits) -> None:
        """Start again for another file."""
        self.inflated = limits.inflated_bytes
        self.operators = limits.operators
        self.forms = limits.forms
        self.entries = limits.map_entries

    def spend_inflated(self, count: int) -> None:
        """`count` bytes were unpacked."""
        self.inflated -= count
        if self.inflated < 0:
            raise UnreadableDocument(Problem.TOO_MUCH_MEMORY, "streams unpack to too much")

    def spend_operators(self, count: int) -> None:
        """`count` operators of page content were carried out."""
        self.operators -= count
        if self.operators < 0:
            raise UnreadableDocument(Problem.TOOK_TOO_LONG, "too many operators")

    def spend_form(self) -> None:
        """A form or picture was painted."""
        self.forms -= 1
        if self.forms < 0:
            raise UnreadableDocument(Problem.TOOK_TOO_LONG, "too many forms")

    def spend_entries(self, count: int) -> None:
        """`count` entries of character maps or width tables were made."""
        self.entries -= count
        if self.entries < 0:
            raise UnreadableDocument(Problem.TOO_MUCH_MEMORY, "character tables are too large")


BUDGET = Budget()
