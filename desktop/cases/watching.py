"""Watches the open file: editors replace, truncate and rewrite it, so a change counts only after a moment of rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

REST = 400  # milliseconds without another change


class Watcher(QObject):
    """Calls `changed(path)` when the watched file was written anew."""

    def __init__(self, changed: Callable[[str], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = changed
        self._path = ""
        self._stamp: tuple[float, int] | None = None
        self._system = QFileSystemWatcher(self)
        self._system.fileChanged.connect(self._stirred)
        self._system.directoryChanged.connect(self._stirred)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._look)

    def watch(self, path: str) -> None:
        """Watch one file (and its folder, because many programs replace the file); "" watches nothing."""
        watched = self._system.files() + self._system.directories()
        if watched:
            self._system.removePaths(watched)
        self._rest.stop()
        self._path = path
        self._stamp = self._stamp_now()
        if path and self._stamp:
            self._system.addPaths([path, str(Path(path).parent)])

    def _stamp_now(self) -> tuple[float, int] | None:
        if not self._path:
            return None
        try:
            status = Path(self._path).stat()
        except (OSError, ValueError):
            return None
        return status.st_mtime, status.st_size

    def _stirred(self) -> None:
        self._rest.start()

    def _look(self) -> None:
        now = self._stamp_now()
        if now is None or now == self._stamp:
            return
        self._stamp = now
        if self._path not in self._system.files():
            self._system.addPath(self._path)
        self._changed(self._path)
