"""A change that can be undone: two actions and a name for the menu ("Undo Remove Maya")."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class Change(QUndoCommand):
    """`do` runs when the change is pushed and at every redo, `undo` at every undo."""

    def __init__(self, name: str, do: Callable[[], object], undo: Callable[[], object]) -> None:
        super().__init__(name)
        self._do, self._undo = do, undo

    def redo(self) -> None:
        self._do()

    def undo(self) -> None:
        self._undo()
