"""The salary tables: official pay by area, experience and size ratios, the guides' figures. Facts in `resources/salaries/`.

All money is US dollars a year, base pay before tax.
"""

from __future__ import annotations

import csv
import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from statistics import NormalDist
from typing import Any

from matching.errors import FactError

_FILE = "salaries/tables.toml"
_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Percentiles:
    """Quarter points and tails of yearly pay, in US dollars."""

    p10: int
    p25: int
    p50: int
    p75: int
    p90: int


@dataclass(frozen=True, slots=True)
class Area:
    """An official wage area. `level1` is the mean of its lowest-paid third, `mean` the mean of all (level 3)."""

    code: str
    name: str
    level1: int
    mean: int

    @property
    def percentiles(self) -> Percentiles:
        """Derived, not published: see `spread_from_levels`. Rounded to 100 dollars."""
        sigma = spread_from_levels(self.level1, self.mean)
        median = self.mean * math.exp(-sigma * sigma / 2)
        points = (round(median * math.exp(_NORMAL.inv_cdf(share) * sigma), -2) for share in (0.10, 0.25, 0.50, 0.75, 0.90))
        return Percentiles(*(int(point) for point in points))


@dataclass(frozen=True, slots=True)
class Step:
    """A ratio that holds from `first` to `last` (years or people, both included); `people` answered (0: not counted)."""

    first: int
    last: int
    ratio: float
    people: int = 0


@dataclass(frozen=True, slots=True)
class Spread:
    """Factors from the centre to the ends of the likely band (half of people) and the wide band (eight in ten)."""

    s: float
    likely: tuple[float, float]
    wide: tuple[float, float]
    parts: str


@dataclass(frozen=True, slots=True)
class GuideFigure:
    """A figure that a role guide states, undated."""

    guide: str
    title: str
    role: str
    stated: tuple[int, int]
    phrase: str


@dataclass(frozen=True, slots=True)
class Outlook:
    period: str
    growth_percent: int
    group: str
    source: str


@dataclass(frozen=True, slots=True)
class SalaryTables:
    """All facts that a salary expectation stands on; `text` holds the sources' and methods' sentences by key."""

    national: Percentiles
    national_mean: int
    areas: Mapping[str, Area]
    experience: tuple[Step, ...]
    company_size: tuple[Step, ...]
    spread: Spread
    spread_unknown_years: Spread
    level_years: Mapping[str, int]
    role_years: int
    guides_base: int
    guides: tuple[GuideFigure, ...]
    outlook: tuple[Outlook, ...]
    cap: int
    text: Mapping[str, str]

    def location_factor(self, area: Area | None) -> float:
        """Mean pay of the area over the national mean, to three decimals as printed; 1.0 without an area."""
        return 1.0 if area is None else round(area.mean / self.national_mean, 3)


def spread_from_levels(level1: float, mean: float) -> float:
    """Standard deviation of log pay from the mean of the lowest third and the mean of all, for a lognormal spread.

    The lowest third of a lognormal has the mean  mean x 3 x Phi(z - sigma)  with z = Phi^-1(1/3); solved for sigma.
    Raises ValueError where level 1 is not below the mean.
    """
    if not 0 < level1 < mean:
        raise ValueError("level 1 must lie between zero and the mean")
    return _NORMAL.inv_cdf(1 / 3) - _NORMAL.inv_cdf(level1 / mean / 3)


def step_for(steps: Sequence[Step], amount: int) -> Step:
    """The step that `amount` (years or people) falls in. Raises ValueError where none does."""
    for step in steps:
        if step.first <= amount <= step.last:
            return step
    raise ValueError(f"no step for {amount}")


@cache
def load_salaries() -> SalaryTables:
    """Read and check all salary tables. Raises FactError naming file, entry and key."""
    raw = tomllib.loads((files("resources") / _FILE).read_text("utf-8"))
    try:
        return _tables(raw)
    except KeyError as missing:
        raise FactError(_FILE, "?", str(missing.args[0]), "is missing") from missing


def _tables(raw: dict[str, Any]) -> SalaryTables:
    national = raw["national"]
    return SalaryTables(
        national=Percentiles(*(national[key] for key in ("p10", "p25", "p50", "p75", "p90"))),
        national_mean=national["mean"],
        areas=_areas(raw["areas"]["file"]),
        experience=_steps(raw, "experience", first=0),
        company_size=_steps(raw, "company_size", first=1),
        spread=_spread(raw, "spread"),
        spread_unknown_years=_spread(raw, "spread_unknown_years"),
        level_years=dict(raw["level_years"]),
        role_years=raw["role_years"]["years"],
        guides_base=raw["guides_base"]["centre"],
        guides=tuple(
            GuideFigure(g["guide"], g["title"], g["role"], (g["stated"][0], g["stated"][1]), g["phrase"]) for g in raw["guides"]
        ),
        outlook=tuple(Outlook(o["period"], o["growth_percent"], o["group"], o["source"]) for o in raw["outlook"]),
        cap=raw["areas"]["cap"],
        text={
            f"{entry}.{key}": value
            for entry, table in raw.items()
            if isinstance(table, dict)
            for key, value in table.items()
            if isinstance(value, str)
        },
    )


def _areas(name: str) -> dict[str, Area]:
    text = (files("resources") / "salaries" / name).read_text("utf-8")
    areas: dict[str, Area] = {}
    for row in csv.DictReader(text.splitlines()):
        area = Area(row["area_code"], row["area_name"], int(row["level1_usd"]), int(row["level3_usd"]))
        if area.code in areas:
            raise FactError(f"salaries/{name}", area.code, "area_code", "stands twice")
        if not 0 < area.level1 < area.mean:
            raise FactError(f"salaries/{name}", area.code, "level1_usd", "must lie below level 3")
        areas[area.code] = area
    return areas


def _steps(raw: dict[str, Any], entry: str, first: int) -> tuple[Step, ...]:
    steps = tuple(Step(s["from"], s["to"], s["ratio"], s.get("people", 0)) for s in raw[entry]["steps"])
    expected = first
    for step in steps:
        if step.first != expected or step.last < step.first:
            raise FactError(
                _FILE, entry, f"from = {step.first}", f"must follow on without hole or overlap (expected {expected})"
            )
        expected = step.last + 1
    return steps


def _spread(raw: dict[str, Any], entry: str) -> Spread:
    table = raw[entry]
    for key, z in (("likely", 0.6745), ("wide", 1.2816)):
        low, high = math.exp(-z * table["s"]), math.exp(z * table["s"])
        if abs(table[key][0] - low) > 0.0001 or abs(table[key][1] - high) > 0.0001:
            raise FactError(_FILE, entry, key, f"does not follow from s: {low:.4f} and {high:.4f}")
    likely, wide = table["likely"], table["wide"]
    return Spread(table["s"], (likely[0], likely[1]), (wide[0], wide[1]), table["parts"])
