"""Colours and type sizes by name, read from `resources/style/tokens.toml`; no Qt, so that contrast is tested as numbers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import resources

SCHEMES = ("light", "dark", "contrast-light", "contrast-dark")


@dataclass(frozen=True, slots=True)
class TypeSize:
    """A size of type: pixels at 100 % and weight (400 to 600)."""

    pixels: int
    weight: int


@cache
def _facts() -> Mapping[str, Any]:
    return tomllib.loads((Path(resources.__file__).parent / "style" / "tokens.toml").read_text(encoding="utf-8"))


def colours(scheme: str) -> Mapping[str, str]:
    """The tokens of a scheme (one of SCHEMES) as `#RRGGBB`; page highlights come as `highlight.<name>`, alike in all."""
    facts = _facts()
    return {**facts[scheme], **{f"highlight.{name}": value for name, value in facts["highlight"].items()}}


def type_sizes() -> Mapping[str, TypeSize]:
    """The type scale: role → size."""
    return {role: TypeSize(*value) for role, value in _facts()["type"].items()}


def contrast_pairs() -> tuple[tuple[str, str, float], ...]:
    """(foreground, background, least contrast) for every pair that is used."""
    pairs = _facts()["pairs"]
    return tuple((str(fore), str(back), float(least)) for fore, back, least in [*pairs["text"], *pairs["controls"]])


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB` by WCAG 2, 0 to 1."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours by WCAG 2, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
