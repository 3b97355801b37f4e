"""A figure as the measuring commands print it and `run_all.py` gathers it: `= what | value | bar | met`, a line each."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

START = "= "
ROOT = Path(__file__).resolve().parents[2]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, its value as printed, the bar it should reach ("" where there is none), "yes" or "no" ("" too)."""

    what: str
    value: str
    bar: str = ""
    met: str = ""

    def __str__(self) -> str:
        return START + " | ".join((self.what, self.value, self.bar, self.met))


def say(what: str, value: str, bar: str = "", met: bool | None = None) -> None:
    """Print a figure."""
    print(Figure(what, value, bar, "" if met is None else "yes" if met else "no"), flush=True)


def gathered(output: Iterable[str]) -> list[Figure]:
    """The figures among the lines a command printed."""
    found = []
    for line in output:
        parts = [part.strip() for part in line.removeprefix(START).split("|")]
        if line.startswith(START) and 2 <= len(parts) <= 4:
            found.append(Figure(*parts))
    return found


def share_interval(hits: int, of: int) -> tuple[float, float]:
    """95 % interval of a share by Wilson's score, which holds for shares near 1 and small numbers too."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    spread = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    whole = 1 + z * z / of
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def drawn_interval(groups: Sequence[_T], of: Callable[[Sequence[_T]], float], times: int = 2000) -> tuple[float, float]:
    """95 % interval of a figure over groups that stand for others of their kind: the groups are drawn again, with
    replacement, always with the same random numbers (percentile bootstrap)."""
    choose = random.Random(1)
    values = sorted(of(choose.choices(groups, k=len(groups))) for _ in range(times))
    return values[int(0.025 * times)], values[math.ceil(0.975 * times) - 1]


def write(name: str, text: str, readme: Path = ROOT / "README.md", beside: Path = ROOT / "tests" / "benchmarks") -> Path:
    """Put a text between `<!-- name -->` and `<!-- /name -->` of README.md, or into name.md in `beside` where README.md has
    no such place; which of them it was."""
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    whole = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    before, found, rest = whole.partition(start)
    _, closed, after = rest.partition(end)
    if found and closed:
        readme.write_text(f"{before}{start}\n{text}\n{end}{after}", encoding="utf-8")
        return readme
    own = beside / f"{name}.md"
    own.write_text(f"# {name.capitalize()}\n\n{text}\n", encoding="utf-8")
    return own
