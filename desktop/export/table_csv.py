"""The table of all clients, and a summary without names, as CSV; cells that a spreadsheet could run are made harmless."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.clients.values import ClientLine
from desktop.export.csv_report import rows_as_csv
from desktop.export.wording import Wording, wording_in
from matching.fit.comparison import GroupSummary
from matching.fit.wording import tenths

HEAD = (
    "client", "version", "score", "low", "high", "change", "largest gap", "points of the gap", "salary low", "salary high",
    "level", "tags", "edition", "updated", "needs attention",
)  # fmt: skip
SUMMARY_HEAD = ("what", "name", "people", "not found", "listed only", "long ago", "points in all")
SCORES = ("lowest score", "middle score", "highest score")


def table_as_csv(lines: Sequence[ClientLine], language: str = "en") -> str:
    """One row a client, in the order given. Numbers are bare, so that a spreadsheet can count with them.

    Heads and gaps are in the language; levels and what needs attention keep their codes, for programs.
    """
    say = wording_in(language)
    return rows_as_csv([[say(head) for head in HEAD], *(_row(line, say) for line in lines)])


def _row(line: ClientLine, say: Wording) -> tuple[str, ...]:
    scored, gap = line.score is not None, say.book.said(line.gap)
    change = "" if line.change is None else f"{'minus ' if line.change < 0 else ''}{tenths(abs(line.change))}"
    pay = [str(amount) if line.likely[1] else "" for amount in line.likely]
    return (
        line.name, str(line.version or ""), tenths(line.score or 0) if scored else "", tenths(line.low) if scored else "",
        tenths(line.high) if scored else "", change, gap, tenths(line.gap_points) if line.gap else "", *pay, line.level,
        "; ".join(line.tags), line.edition, line.updated, "; ".join(line.attention),
    )  # fmt: skip


def summary_as_csv(summary: GroupSummary, language: str = "en") -> str:
    """A summary over several people, without their names. Heads and what a row is are in the language."""
    say = wording_in(language)
    rows: list[Sequence[str]] = [[say(head) for head in SUMMARY_HEAD]]
    rows.append((say("people"), "", str(summary.people), "", "", "", ""))
    named = zip(SCORES, (summary.lowest, summary.middle, summary.highest), strict=True)
    rows += [(say(name), tenths(score), "", "", "", "", "") for name, score in named]
    rows += [(say("fit"), band.value, str(count), "", "", "", "") for band, count in summary.bands]
    rows += [(say("level"), level.value, str(count), "", "", "", "") for level, count in summary.levels]
    rows += [
        (say("gap"), g.name, str(g.people), str(g.missing), str(g.listed_only), str(g.stale), tenths(g.points))
        for g in summary.gaps
    ]
    return rows_as_csv(rows)
