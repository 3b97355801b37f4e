"""Runs work on other threads and delivers the answer on the window's thread. No widget does that itself."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

T = TypeVar("T")
# Seconds. Python's own are 0.005: silences of the window while the tables are loaded were then 33 ms at the 99th percentile,
# with this 13 (window_silences.py, by turns, 2026-11-28).
SWITCH = 0.0005


class Job:
    """One piece of work on its way. The work looks at `cancelled` and may call `tell` to report progress."""

    def __init__(self, tell: Callable[[Any], None]) -> None:
        self._stop = threading.Event()
        self.tell = tell

    def cancel(self) -> None:
        self._stop.set()

    def cancelled(self) -> bool:
        return self._stop.is_set()


class _Run(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


class Background(QObject):
    """A pool of threads. Callbacks are given to `start`; they run on the thread this object lives in, in the order sent."""

    _deliver = Signal(object)

    def __init__(self, threads: int = 2, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._jobs: set[Job] = set()
        self._stopped = False
        # Each call into Qt lets go of the interpreter's lock; a busy thread holds it for this long before it gives it back.
        sys.setswitchinterval(SWITCH)
        self._deliver.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        progress: Callable[[Any], object] | None = None,
    ) -> Job:
        """Run `work(job)` elsewhere; then `done(result)` or `failed(error)` here. A cancelled job still ends in one of both."""
        job = Job(lambda news: self._deliver.emit(lambda: progress(news) if progress and not job.cancelled() else None))

        def run() -> None:
            try:
                result = work(job)
            except Exception as error:  # everything that goes wrong elsewhere must arrive here
                failure = error
                self._send(job, lambda: failed(failure))
            else:
                self._send(job, lambda: done(result))

        self._jobs.add(job)
        self._pool.start(_Run(run))
        return job

    def _send(self, job: Job, answer: Callable[[], object]) -> None:
        def last() -> None:
            self._jobs.discard(job)
            answer()

        self._deliver.emit(last)

    def _call(self, answer: Callable[[], object]) -> None:
        if not self._stopped:
            answer()

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def stop(self, milliseconds: int = 2000) -> None:
        """Cancel everything and wait a little for the threads to end. Answers that are still on their way reach nobody."""
        self._stopped = True
        for job in self._jobs:
            job.cancel()
        self._pool.clear()
        self._pool.waitForDone(milliseconds)
