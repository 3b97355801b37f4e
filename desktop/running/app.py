"""Puts the application together and runs it: shows an empty window at once, then furnishes it and starts the work."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.remembered import Remembered
from desktop.running.application import application
from desktop.style.tokens import colours
from desktop.windows.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.running.rolefit import Rolefit

PROBE = "ROLEFIT_WINDOW_PROBE"
FRAME = QSize(16, 48)  # what window managers put around a window, as a rule


def run(files: Sequence[str], data_dir: Path | None, language: str | None = None) -> int:
    """Open the window and import `files`; a window that runs already gets them instead. Returns the exit status."""
    folder = data_dir or _data_dir()
    paths = [str(Path(path).absolute()) for path in files]
    app = application()
    if os.environ.get(PROBE) == "1":
        return _probe(app, folder)
    from desktop.running.single import hand_over, socket_name

    if hand_over(socket_name(folder), paths):
        return 0
    window = _empty_window(folder)
    made: list[Rolefit] = []
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: made.append(_furnish(window, folder, paths, language))))
    window.show()
    status = app.exec()
    for rolefit in made:
        rolefit.end()
    return status


def _probe(app: QApplication, folder: Path) -> int:
    """Say when the window is painted first, and quit."""
    window = _empty_window(folder)
    window.painted.connect(lambda: (print("window shown", flush=True), QTimer.singleShot(0, app.quit)))
    window.show()
    return app.exec()


def _empty_window(folder: Path) -> MainWindow:
    """The window in its place and colour, still without panels."""
    kept = Remembered(folder)
    wish = kept.text("theme", "system")
    window = MainWindow()
    palette = window.palette()
    # Not by the scheme's name: making the enumerations of `Qt` takes a fifth of the time to the first paint.
    dark = wish == "dark" or (wish == "system" and palette.color(QPalette.ColorRole.Window).lightness() < 128)
    palette.setColor(QPalette.ColorRole.Window, QColor(colours("dark" if dark else "light")["window"]))
    window.setPalette(palette)
    geometry = kept.blob("geometry")
    if not geometry.isEmpty():
        window.restoreGeometry(geometry)
    else:
        window.resize(within(window.size(), window.screen().availableGeometry().size()))
    return window


def within(wanted: QSize, room: QSize) -> QSize:
    """A first window's size on a screen that has this much room, its frame included."""
    return wanted.boundedTo(room - FRAME)


def _furnish(window: MainWindow, folder: Path, paths: Sequence[str], language: str | None) -> Rolefit:
    from desktop.cases.engine import LiveEngine, this_month
    from desktop.running.rolefit import Rolefit
    from desktop.running.single import Reception, socket_name

    rolefit = Rolefit(folder, LiveEngine(this_month(), max(1, os.cpu_count() or 1)), window)
    reception = Reception(socket_name(folder), window)
    reception.files_came.connect(rolefit.files_came)
    QTimer.singleShot(0, lambda: rolefit.begin(paths))
    return rolefit


def _data_dir() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("rolefit", appauthor=False))
