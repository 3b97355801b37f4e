"""The one QApplication of a process, with the names that the desktop knows it by."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """The QApplication with its names; made once."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Rolefit")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("org.rolefit.Rolefit")
    return app
