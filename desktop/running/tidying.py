"""Python's garbage is collected on the window's thread only.

A collection runs on whichever thread happens to allocate. One that finds an unreachable widget or other QObject there
destroys it on the wrong thread, which corrupts memory: measured, as crashes in code that had nothing to do with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500  # milliseconds between two looks at how much there is
THRESHOLDS = (700, 10, 40)  # as Python's own, but the oldest generation waits longer: it is looked through in full


class Tidying(QObject):
    """From its making to `stop`, Python's own collecting is off and done here by the clock."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self)
        self._clock.setInterval(EVERY)
        self._clock.timeout.connect(self.tidy)
        self._clock.start()

    def tidy(self) -> int:
        """Collect the oldest generation that is due; returns it, or -1 where none is."""
        due = [age for age, (count, most) in enumerate(zip(gc.get_count(), THRESHOLDS, strict=True)) if count > most]
        if due:
            gc.collect(due[-1])
        return due[-1] if due else -1

    def settle(self) -> None:
        """What is here now stays for long: later collections need not look at it, so that they are short."""
        gc.freeze()

    def stop(self) -> None:
        self._clock.stop()
        gc.enable()
