"""How much each requirement counts: whole tenths of a point that sum to 100.0, derived from the guides' mentions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

ALL_TENTHS = 1000


@dataclass(frozen=True, slots=True)
class Ceiling:
    """Requirements that together may count at most `most` tenths. With `one_guide` its members are all requirements that a
    single guide asks for and that stand in no ceiling before it."""

    id: str
    most: int
    members: tuple[str, ...]
    reason: str


def largest_remainder(raw: Mapping[str, Fraction], total: int) -> dict[str, int]:
    """Split `total` in proportion to `raw` into whole parts that sum to it; what rounding leaves goes to the largest
    fractions, the earlier of equals first."""
    whole = sum(raw.values(), Fraction())
    if not whole:
        return dict.fromkeys(raw, 0)
    exact = {key: value * total / whole for key, value in raw.items()}
    parts = {key: int(value) for key, value in exact.items()}
    order = sorted(exact, key=lambda key: parts[key] - exact[key])  # stable: profile order breaks ties
    for key in order[: total - sum(parts.values())]:
        parts[key] += 1
    return parts


def points_for(raw: Mapping[str, Fraction], ceilings: Sequence[Ceiling]) -> dict[str, int]:
    """Tenths for each requirement, in the order of `raw`, summing to 1,000.

    A ceiling that its members would exceed is held at its `most`; the rest is shared by the others, until none is exceeded.
    """
    member_of = {member: ceiling.id for ceiling in ceilings for member in ceiling.members}
    pools = {ceiling.id: sum((raw[m] for m in ceiling.members), Fraction()) for ceiling in ceilings}
    most = {ceiling.id: ceiling.most for ceiling in ceilings}
    free = {key: value for key, value in raw.items() if key not in member_of}
    held: dict[str, int] = {}
    while True:
        left = ALL_TENTHS - sum(held.values())
        open_pools = {pool: value for pool, value in pools.items() if pool not in held}
        shares = largest_remainder({**open_pools, "": sum(free.values(), Fraction())}, left)
        over = [pool for pool in open_pools if shares[pool] > most[pool]]
        if not over:
            break
        held.update({pool: most[pool] for pool in over})
    tenths = largest_remainder(free, shares[""])
    for ceiling in ceilings:
        share = held.get(ceiling.id, shares.get(ceiling.id, 0))
        tenths.update(largest_remainder({m: raw[m] for m in ceiling.members}, share))
    return {key: tenths[key] for key in raw}
