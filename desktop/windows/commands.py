"""Every command by name, with its shortcut: menus, palette and the list of shortcuts are all made from these."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


@dataclass(frozen=True, slots=True)
class Command:
    """`keys` are portable key sequences, the first one is shown. `menu` is the menu's key; "" is not in a menu."""

    id: str
    text: str
    keys: tuple[str, ...]
    menu: str
    act: Callable[[], object]
    checkable: bool = False


class Commands:
    """The actions of a window, by id."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self.all: list[Command] = []

    def add_menus(self, bar: QMenuBar, names: dict[str, str]) -> None:
        """(key, shown name) of each menu in order."""
        for key, name in names.items():
            self.menus[key] = bar.addMenu(name)

    def add(self, *commands: Command | None) -> None:
        """Make actions; None is a dividing line in the menu of the command before it."""
        last = ""
        for command in commands:
            if command is None:
                if last:
                    self.menus[last].addSeparator()
                continue
            action = QAction(command.text, self._window)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.checkable)
            action.triggered.connect(lambda _on=False, act=command.act: act())
            action.setObjectName(command.id)
            self._window.addAction(action)
            if command.menu:
                self.menus[command.menu].addAction(action)
                last = command.menu
            self.actions[command.id] = action
            self.all.append(command)

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]
