"""About Rolefit: version, licences, details for a bug report (nothing of a résumé)."""

from __future__ import annotations

import platform
from collections.abc import Sequence

import PySide6
from PySide6.QtCore import Signal, qVersion
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

import matching
from desktop.windows.parts import Scrolled, button, icon_label, plain, row


def details() -> str:
    """Versions of the program and of what it stands on."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    under = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}"
    return f"Rolefit {matching.__version__}, {under}, {system}"


class AboutDialog(QDialog):
    """`copy_wanted`: the details are wanted on the clipboard."""

    copy_wanted = Signal()

    def __init__(self, parent: QWidget, parts: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Rolefit"))
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(10)
        name = row(icon_label("app", "accent", 36), plain("Rolefit", "h1"), None, spacing=12)
        column.addLayout(name)
        column.addWidget(plain(details(), "small", wrap=True, selectable=True))
        told = (
            self.tr("Shows how a résumé fits the role of a senior backend engineer, on your own computer."),
            self.tr("Free software under the MIT licence. It stands on these parts, each under its own:"),
        )
        for text in told:
            column.addWidget(plain(text, "body2", wrap=True))
        standing = Scrolled(spacing=2)
        standing.setFixedHeight(180)
        standing.setAccessibleName(self.tr("Parts and licences"))
        for part in parts:
            standing.column.addWidget(plain(part, "small", wrap=True, selectable=True))
        standing.column.addStretch(1)
        column.addWidget(standing)
        column.addSpacing(8)
        copy = button(self.tr("Copy details for a bug report"), self.copy_wanted.emit)
        column.addLayout(row(copy, None, button(self.tr("Close"), self.accept)))
