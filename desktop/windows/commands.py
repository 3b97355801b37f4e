"""Every command by name, with its shortcut: menus, palette and the list of shortcuts are all made from these."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.windows.shortcut_settings import Shortcut


@dataclass(frozen=True, slots=True)
class Command:
    """`keys` are portable key sequences, the first one is shown. `menu` is the menu's key; "" is not in a menu."""

    id: str
    text: str
    keys: tuple[str, ...]
    menu: str
    act: Callable[[], object]
    checkable: bool = False
    after: str = ""  # the command of the same menu that it follows; "" puts it last


class Refusal(Enum):
    """Why a command cannot have some keys: another one has them, or they are for typing."""

    TAKEN = "taken"
    BARE = "bare"


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
                self._put(self.menus[command.menu], action, self.actions.get(command.after))
                last = command.menu
            self.actions[command.id] = action
            self.all.append(command)

    def _put(self, menu: QMenu, action: QAction, after: QAction | None) -> None:
        here = menu.actions()
        place = here.index(after) + 1 if after is not None else len(here)
        if place < len(here):
            menu.insertAction(here[place], action)
        else:
            menu.addAction(action)

    # ---- keys of one's own

    def shortcuts(self) -> list[Shortcut]:
        """Every command whose keys can be changed, in the menus' order."""
        return [
            Shortcut(
                command.id, self.actions[command.id].text().replace("&", ""), self._keys(command.id), "".join(command.keys[:1])
            )
            for command in self.all
        ]

    def _keys(self, name: str) -> str:
        return self.actions[name].shortcut().toString(QKeySequence.SequenceFormat.PortableText)

    def refusal(self, name: str, keys: str) -> tuple[Refusal | None, str]:
        """Why a command cannot have these keys, and which command has them; no keys at all are always possible."""
        wanted = QKeySequence(keys)
        if keys and not _for_commands(wanted):
            return Refusal.BARE, ""
        for other, action in self.actions.items():
            if keys and other != name and wanted in action.shortcuts():
                return Refusal.TAKEN, action.text().replace("&", "")
        return None, ""

    def rebind(self, chosen: Mapping[str, str]) -> None:
        """Give commands their own keys, all others the usual ones. What is unknown, bare or taken is left out."""
        for command in self.all:
            self.actions[command.id].setShortcuts([QKeySequence(keys) for keys in command.keys])
        for command in self.all:
            if command.id in chosen:  # first free all that move, so that two may exchange their keys
                self.actions[command.id].setShortcuts([])
        for command in self.all:
            keys = chosen.get(command.id)
            if keys is None:
                continue
            usual = [key for key in command.keys if self.refusal(command.id, key)[0] is None]
            given = usual if self.refusal(command.id, keys)[0] is not None else [keys] if keys else []
            self.actions[command.id].setShortcuts([QKeySequence(key) for key in given])

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]


def _for_commands(keys: QKeySequence) -> bool:
    """Whether keys are a single combination that nobody types into a field or presses in a list."""
    if keys.count() != 1:
        return False
    combination = keys[0]  # type: ignore[index] # the stub does not know it
    key, held = combination.key(), combination.keyboardModifiers()
    modifiers = Qt.KeyboardModifier
    if key == Qt.Key.Key_unknown:
        return False
    functional = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35 or key == Qt.Key.Key_Delete
    return functional or bool(held & (modifiers.ControlModifier | modifiers.AltModifier | modifiers.MetaModifier))
