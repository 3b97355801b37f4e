"""What the window remembers between two runs: look, panes, recent files, what was open. An INI file, no résumé text."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT = 10


class Remembered:
    """Values by name in `folder`/window.ini; a damaged file means starting afresh."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        value = self._file.value(name, default)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: float) -> float:
        try:
            return float(self.text(name, str(default)))
        except ValueError:
            return default

    def flag(self, name: str, default: bool = False) -> bool:
        return self.text(name, "yes" if default else "no") == "yes"

    def put(self, name: str, value: str | float | bool) -> None:
        self._file.setValue(name, ("yes" if value else "no") if isinstance(value, bool) else str(value))

    def blob(self, name: str) -> QByteArray:
        return QByteArray.fromBase64(self.text(name).encode())

    def put_blob(self, name: str, value: QByteArray) -> None:
        self._file.setValue(name, bytes(value.toBase64().data()).decode())

    def paths(self, name: str) -> list[str]:
        """A list of paths."""
        try:
            found = json.loads(self.text(name, "[]"))
        except ValueError:
            return []
        return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []

    def put_paths(self, name: str, paths: list[str]) -> None:
        self._file.setValue(name, json.dumps(paths))

    def add_recent(self, path: str) -> None:
        """Put a file on top of the recent ones; ten are kept."""
        if path:
            self.put_paths("recent", [path, *(p for p in self.paths("recent") if p != path)][:RECENT])

    def sync(self) -> None:
        self._file.sync()
