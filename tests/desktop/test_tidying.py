"""Garbage is collected on the window's thread: an unreachable QObject is never destroyed on another one."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.running.tidying import Tidying


class Thing(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.itself = [self]  # a cycle, so that only a collection frees it


def unreachable() -> weakref.ref[QObject]:
    return weakref.ref(Thing())


def test_another_thread_collects_nothing(qtbot: QtBot) -> None:
    tidying = Tidying()
    try:
        kept = unreachable()
        made: list[list[int]] = []
        worker = threading.Thread(target=lambda: made.extend([] for _ in range(200_000)))
        worker.start()
        worker.join()
        assert kept() is not None
        qtbot.waitUntil(lambda: kept() is None, timeout=20_000)
    finally:
        tidying.stop()
    assert gc.isenabled()


def test_only_what_is_due_is_looked_through(qtbot: QtBot) -> None:
    tidying = Tidying()
    try:
        gc.collect()
        assert tidying.tidy() == -1
        junk = [[] for _ in range(5000)]  # type: ignore[var-annotated] # nothing but things to count
        assert tidying.tidy() == 0
        assert len(junk) == 5000
    finally:
        tidying.stop()
