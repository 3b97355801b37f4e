"""What Rolefit stands on and under which licence, as the About box lists it. The list is resources/licences/parts.toml."""

from __future__ import annotations

from dataclasses import dataclass

from matching.knowledge.role_tables import read_table


@dataclass(frozen=True, slots=True)
class Licensed:
    """One part with its licence (an SPDX expression) and its home page."""

    name: str
    licence: str
    home: str


def licensed_parts() -> tuple[Licensed, ...]:
    """All parts in the list's order. Raises FactError for a mistake in the file."""
    parts = read_table("licences", "parts.toml").items("part")
    return tuple(Licensed(part.text("name"), part.text("licence"), part.text("home", "")) for part in parts)
