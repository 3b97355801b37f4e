"""What if: the exact score with some gaps closed, the smallest set of gaps that reaches a score, an order to close them in."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from matching.fit.report import Effort, Gap, ProfileMatch

_COST = {Effort.SMALL: 1, Effort.MEDIUM: 2, Effort.LARGE: 4}


def score_with(match: ProfileMatch, closed: Collection[str]) -> int:
    """The score in tenths with these requirements at full strength. Raises KeyError for an id the role does not have."""
    known = {result.id for result in match.requirements}
    for id in closed:
        if id not in known:
            raise KeyError(id)
    return sum(r.out_of if r.id in closed else r.points for r in match.requirements)


def smallest_set(match: ProfileMatch, gaps: Sequence[Gap], target: int) -> tuple[str, ...]:
    """The fewest gaps whose closing reaches `target` (tenths); of equally many those of least effort, then the first in order.

    Empty where the score is there already; all gaps together reach the full 100.0, so every target up to it can be reached.
    Raises ValueError for a target that even all gaps do not reach.
    """
    needed = target - match.score
    if needed <= 0:
        return ()
    if needed > sum(gap.points for gap in gaps):
        raise ValueError(f"{target} tenths cannot be reached")
    count = _fewest(gaps, needed)
    return tuple(gaps[i].requirement for i in _cheapest(gaps, needed, count))


def _fewest(gaps: Sequence[Gap], needed: int) -> int:
    """How many gaps are enough: the largest ones, one by one."""
    left, count = needed, 0
    for points in sorted((gap.points for gap in gaps), reverse=True):
        left -= points
        count += 1
        if left <= 0:
            break
    return count


def _cheapest(gaps: Sequence[Gap], needed: int, count: int) -> tuple[int, ...]:
    """The places of `count` gaps that reach `needed` with least effort, the earliest of equals (dynamic programming).

    `best[n][p]` is the least (effort, places) of `n` gaps from the current one on that bring `p` points, `needed` standing
    for that and more. Places are compared in order, so that of equal efforts the set that stands first wins.
    """
    nothing: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    best: list[dict[int, tuple[int, tuple[int, ...]]]] = [nothing, *({} for _ in range(count))]
    for i in range(len(gaps) - 1, -1, -1):
        cost = _COST[gaps[i].effort]
        for n in range(count, 0, -1):
            for brought, (effort, places) in best[n - 1].items():
                reached = min(needed, brought + gaps[i].points)
                option = (effort + cost, (i, *places))
                if reached not in best[n] or option < best[n][reached]:
                    best[n][reached] = option
    return best[count][needed][1]


def plan_order(gaps: Sequence[Gap], chosen: Collection[str]) -> tuple[str, ...]:
    """The chosen gaps in an order to close them: what another one builds on first, otherwise as ranked.

    A prerequisite that was not chosen is left out; rings of prerequisites are broken at the first in rank.
    """
    wanted = {gap.requirement: gap for gap in gaps if gap.requirement in chosen}
    order: list[str] = []

    def close(id: str, above: tuple[str, ...]) -> None:
        if id in order or id in above or id not in wanted:
            return
        for before in wanted[id].after:
            close(before, (*above, id))
        order.append(id)

    for id in wanted:
        close(id, ())
    return tuple(order)
