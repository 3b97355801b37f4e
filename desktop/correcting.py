"""Sets findings right from the page: "Not right?" on a mark, and words that are a skill after all."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.casework import Casework
from desktop.pages.marks import Mark
from desktop.windows.main_window import MainWindow


class Correcting(QObject):
    def __init__(self, desk: Casework, window: MainWindow) -> None:
        super().__init__(window)
        self.desk, self.window = desk, window

    def not_right(self, mark: Mark) -> None: ...

    def add_skill(self, text: str) -> None: ...
