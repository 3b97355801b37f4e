"""What a person can choose in the settings: each setting's usual value, which values it may have, and where it is kept.

`changed(name)` is told after a value was put. A value in the file that this version does not know is as if nothing was chosen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject, Signal

from desktop.cases.values import Standards
from desktop.remembered import Remembered
from matching.knowledge.roles import DEFAULT_ROLE, available_roles
from matching.reading.limits import DEFAULT, MIB, ReadingLimits

Value = str | float | bool
LANGUAGES = {"system": "", "en": "English", "de": "Deutsch"}
# The bounds of reading that may be chosen, the usual one first. The widest still leave room on a small computer.
SECONDS = (round(DEFAULT.wall_seconds), 40, 60, 120)
MEMORY = (DEFAULT.memory_bytes // MIB, 2048, 4096)  # MiB
PAGES = (DEFAULT.pages, 100, 200)
FILE_SIZES = (DEFAULT.file_bytes // MIB, 50, 100)  # MiB
LONGEST_LINE = 160  # characters of a line that a person writes
# Where paper is Letter; everywhere else it is A4 (Unicode CLDR, supplemental measurementData, paperSize US-Letter).
_LETTER = ["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"]


@dataclass(frozen=True, slots=True)
class Setting:
    """`usual` is what holds where nothing was chosen; `may_be` says whether a value is one that can be chosen."""

    page: str
    usual: Value
    may_be: Callable[[Value], bool] = lambda _value: True


def _one_of(*values: Value) -> Callable[[Value], bool]:
    return lambda value: value in values


def _like(pattern: str) -> Callable[[Value], bool]:
    return lambda value: re.fullmatch(pattern, str(value)) is not None


def _short(value: Value) -> bool:
    return len(str(value)) <= LONGEST_LINE


SETTINGS: dict[str, Setting] = {
    "theme": Setting("general", "system", _one_of("system", "light", "dark")),
    "contrast": Setting("general", False),
    "scale": Setting("general", 1.0, lambda value: 0.9 <= float(value) <= 1.5),
    "language": Setting("general", "system", _one_of(*LANGUAGES)),
    "reopen": Setting("general", True),
    "people": Setting("general", "auto", _one_of("auto", "one", "many")),
    "role": Setting("role", DEFAULT_ROLE, lambda value: value in available_roles()),
    "variant": Setting("role", "", _like(r"[a-z0-9-]{0,60}")),
    "place": Setting("salary", "", _like(r"\d{0,8}")),
    "most-seconds": Setting("reading", float(SECONDS[0]), _one_of(*SECONDS)),
    "most-memory": Setting("reading", float(MEMORY[0]), _one_of(*MEMORY)),
    "most-pages": Setting("reading", float(PAGES[0]), _one_of(*PAGES)),
    "most-megabytes": Setting("reading", float(FILE_SIZES[0]), _one_of(*FILE_SIZES)),
    "paper": Setting("reports", "", _one_of("", "a4", "letter")),
    "hide-name": Setting("reports", False),
    "report-by": Setting("reports", "", _short),
    "report-line": Setting("reports", "", _short),
    "keys": Setting("shortcuts", "", lambda value: not value or bool(keys_in(str(value)))),
}


def keys_in(text: str) -> dict[str, str]:
    """Command → keys, from their JSON; empty where it is none."""
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: keys for name, keys in pairs if isinstance(keys, str) and len(keys) <= 40}


def usual_paper() -> str:
    """The paper of the country that the system is set to."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return "letter" if code in _LETTER else "a4"


class Settings(QObject):
    """The settings as they are now."""

    changed = Signal(str)

    def __init__(self, kept: Remembered) -> None:
        super().__init__()
        self._kept = kept

    def value(self, name: str) -> Value:
        """What was chosen, or the usual value."""
        setting = SETTINGS[name]
        usual = setting.usual
        found: Value
        if isinstance(usual, bool):
            found = self._kept.flag(name, usual)
        elif isinstance(usual, float):
            found = self._kept.number(name, usual)
        else:
            found = self._kept.text(name, usual)
        return found if setting.may_be(found) else usual

    def text(self, name: str) -> str:
        return str(self.value(name))

    def number(self, name: str) -> float:
        return float(self.value(name))

    def flag(self, name: str) -> bool:
        return bool(self.value(name))

    def values(self) -> dict[str, Value]:
        """All of them by name."""
        return {name: self.value(name) for name in SETTINGS}

    def put(self, values: Mapping[str, Value]) -> None:
        """Remember values, then tell of each that is another one now. What may not be chosen is left out."""
        told = []
        for name, value in values.items():
            before = self.value(name)
            if SETTINGS[name].may_be(value):
                self._kept.put(name, value)
            if self.value(name) != before:
                told.append(name)
        for name in told:
            self.changed.emit(name)

    def usual(self, page: str) -> dict[str, Value]:
        """The usual values of a page."""
        return {name: setting.usual for name, setting in SETTINGS.items() if setting.page == page}

    # ---- what several of them make together

    def standards(self) -> Standards:
        return Standards(self.text("role"), self.text("variant"), self.text("place"))

    def limits(self) -> ReadingLimits:
        chosen = (int(self.number(f"most-{what}")) for what in ("seconds", "memory", "pages", "megabytes"))
        return DEFAULT.with_room(*chosen)

    def paper(self) -> str:
        return self.text("paper") or usual_paper()

    def keys(self) -> dict[str, str]:
        return keys_in(self.text("keys"))
