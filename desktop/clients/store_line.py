"""One thread of its own for the store: what is asked is done in that order, answers come back on the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class StoreLine(QObject):
    """Unlike a pool, it drops nothing that was asked: a change that was made is written, also at the end."""

    _deliver = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._deliver.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Callable[[], T], done: Callable[[T], object], failed: Callable[[Exception], object]) -> None:
        """Do `work` after all that was asked before; then `done(result)` or `failed(error)` here."""

        def run() -> None:
            try:
                result = work()
            except Exception as error:  # everything that goes wrong elsewhere must arrive here
                self._deliver.emit((failed, error))
            else:
                self._deliver.emit((done, result))

        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="store", daemon=True)
            self._thread.start()
        self._asked.put(run)

    def _work(self) -> None:
        while (run := self._asked.get()) is not None:
            run()

    def _call(self, answer: tuple[Callable[[Any], object], Any]) -> None:
        then, value = answer
        then(value)

    def finish(self, seconds: float = 10.0) -> None:
        """Wait until everything that was asked is done, and end the thread."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._asked.put(None)
            thread.join(seconds)
