"""Guards inside the reading child: what pdfminer would follow, unpack or count without end is bounded here."""

from __future__ import annotations

from matching.reading.limits import ReadingLimits


def install() -> None:
    """Put the guards around pdfminer, once a process."""


def new_file(limits: ReadingLimits) -> None:
    """Start the budgets anew."""
