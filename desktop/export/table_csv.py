"""The table of all clients, and a summary without names, as CSV; cells that a spreadsheet could run are made harmless."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.desk_values import ClientLine
from desktop.export.csv_report import rows_as_csv
from desktop.export.text_report import tenths
from matching.fit.comparison import GroupSummary

HEAD = (
    "client", "version", "score", "low", "high", "change", "largest gap", "points of the gap", "salary low", "salary high",
    "level", "tags", "edition", "updated", "needs attention",
)  # fmt: skip


def table_as_csv(lines: Sequence[ClientLine]) -> str:
    """One row a client, in the order given. Numbers are bare, so that a spreadsheet can count with them."""
    return rows_as_csv([HEAD, *(_row(line) for line in lines)])


def _row(line: ClientLine) -> tuple[str, ...]:
    scored = line.score is not None
    change = "" if line.change is None else f"{'minus ' if line.change < 0 else ''}{tenths(abs(line.change))}"
    pay = [str(amount) if line.likely[1] else "" for amount in line.likely]
    return (
        line.name, str(line.version or ""), tenths(line.score or 0) if scored else "", tenths(line.low) if scored else "",
        tenths(line.high) if scored else "", change, line.gap, tenths(line.gap_points) if line.gap else "", *pay, line.level,
        "; ".join(line.tags), line.edition, line.updated, "; ".join(line.attention),
    )  # fmt: skip


def summary_as_csv(summary: GroupSummary) -> str:
    """A summary over several people, without their names."""
    rows: list[Sequence[str]] = [("what", "name", "people", "not found", "listed only", "long ago", "points in all")]
    rows.append(("people", "", str(summary.people), "", "", "", ""))
    named = (("lowest score", summary.lowest), ("middle score", summary.middle), ("highest score", summary.highest))
    rows += [(name, tenths(score), "", "", "", "", "") for name, score in named]
    rows += [("fit", band.value, str(count), "", "", "", "") for band, count in summary.bands]
    rows += [("level", level.value, str(count), "", "", "", "") for level, count in summary.levels]
    rows += [
        ("gap", g.name, str(g.people), str(g.missing), str(g.listed_only), str(g.stale), tenths(g.points)) for g in summary.gaps
    ]
    return rows_as_csv(rows)
