"""A report as CSV: a row for each requirement. Cells that a spreadsheet could take for a formula are made harmless."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from desktop.export import report_parts as parts
from desktop.export.options import ReportOptions
from desktop.export.wording import wording_in
from matching.fit.report import FitReport
from matching.fit.wording import tenths

HEAD = ("group", "requirement", "points", "out of", "state", "why", "evidence", "page", "guide", "phrase")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: what begins with = + - @, a tab or a line break gets an apostrophe before it."""
    text = "".join(c if c >= " " else " " for c in cell) if cell[:1] not in ("\t", "\r", "\n") else " " + cell.strip()
    return f"'{text}" if text.lstrip()[:1] in ("=", "+", "-", "@") or cell[:1] in ("\t", "\r", "\n") else text


def rows_as_csv(rows: Sequence[Sequence[str]]) -> str:
    """Rows as CSV text with every cell made harmless; numbers of our own are passed as text without a sign."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([[harmless(cell) for cell in row] for row in rows])
    return out.getvalue()


def report_as_csv(report: FitReport, options: ReportOptions | None = None) -> str:
    """One row for each requirement, with the first words that count and the first source.

    Heads and sentences are in the language of the options; points have a full stop and states their code, for programs.
    """
    options = options or ReportOptions()
    report, say = parts.told(report, options), wording_in(options.language)
    rows: list[Sequence[str]] = [[say(head) for head in HEAD]]
    for group in report.match.groups:
        for r in group.requirements:
            first, source = next(iter(r.evidence), None), next(iter(r.sources), None)
            rows.append(
                (
                    group.name,
                    r.name,
                    tenths(r.points),
                    tenths(r.out_of),
                    r.state.value,
                    r.why,
                    first.quote if first else "",
                    str(first.page) if first else "",
                    source.guide if source else "",
                    source.phrase if source else "",
                )
            )
    return rows_as_csv(rows)
