"""Reads a role's TOML file and asks its tables for typed values; a mistake names file, entry and key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from matching.errors import FactError


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a facts file; `entry` says which, for messages."""

    file: str
    entry: str
    values: Mapping[str, Any]

    def mistake(self, key: str, what: str) -> FactError:
        return FactError(self.file, self.entry, key, what)

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty. Raises FactError where it is missing and there is no default."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or (not value and default is None):
            raise self.mistake(key, "a text is missing here")
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number from 0 on."""
        value = self.values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.mistake(key, f"not a whole number from 0 on: {value!r}")
        return value

    def flag(self, key: str) -> bool:
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.mistake(key, f"neither true nor false: {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of different texts; empty where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            raise self.mistake(key, "not a list of texts")
        if len(set(value)) < len(value):
            raise self.mistake(key, "the same twice")
        return tuple(value)

    def tables(self, key: str) -> tuple[Table, ...]:
        """A list of tables; empty where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.mistake(key, "not a list of tables")
        return tuple(Table(self.file, f"{self.entry} {key} {n}", item) for n, item in enumerate(value, 1))

    def items(self, key: str, optional: bool = False) -> tuple[Table, ...]:
        """The tables `[[key]]`, each named by its id."""
        found = self.tables(key)
        if not found and not optional:
            raise self.mistake(key, "none there")
        return tuple(Table(self.file, f"{key} {item.values.get('id', n)}", item.values) for n, item in enumerate(found, 1))

    def sub(self, key: str) -> Table:
        """The table `[key]`; empty where it is missing."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.mistake(key, "not a table")
        return Table(self.file, f"{self.entry} {key}".strip(), value)

    def subs(self, key: str) -> Iterator[tuple[str, Table]]:
        """The tables `[key.name]` by name."""
        parent = self.sub(key)
        for name in parent.names():
            yield name, parent.sub(name)

    def names(self) -> tuple[str, ...]:
        return tuple(self.values)

    def only(self, known: str) -> None:
        """Raise FactError for a key that is not among `known` (parted by spaces): a misspelt key would be lost in silence."""
        for key in self.values:
            if key not in known.split():
                raise self.mistake(key, "unknown key")


def parse_table(text: str, file: str) -> Table:
    """The tables of a facts file. Raises FactError where it is not TOML."""
    try:
        return Table(file, "", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise FactError(file, "", "", f"not TOML: {error}") from error


def read_table(folder: str, name: str) -> Table:
    """The facts file `resources/<folder>/<name>`."""
    path = f"resources/{folder}/{name}"
    return parse_table((files("resources") / folder / name).read_text(encoding="utf-8"), path)


def role_ids() -> tuple[str, ...]:
    """The names of the role files, sorted."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in (files("resources") / "roles").iterdir() if _is_role(f.name)))


def _is_role(name: str) -> bool:
    return name.endswith(".toml") and not name.startswith(".")


def read_role_file(id: str) -> Table:
    """The tables of a role's file, with what its companions in `variants/<id>.toml` and `left_out/<id>.toml` add."""
    main = read_table("roles", f"{id}.toml")
    values = dict(main.values)
    for folder in ("variants", "left_out"):
        if (files("resources") / "roles" / folder / f"{id}.toml").is_file():
            values.update(read_table(f"roles/{folder}", f"{id}.toml").values)
    return Table(main.file, main.entry, values)
