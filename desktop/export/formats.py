"""Which writer makes which kind of report file."""

from __future__ import annotations

from matching.fit.report import FitReport, UnreadReport


def report_as_bytes(report: FitReport | UnreadReport, suffix: str) -> bytes:
    """The report in the format of `suffix` (.pdf, .html, .json, .csv). Only JSON can tell of a file that was not read."""
    if suffix == ".json" or isinstance(report, UnreadReport):
        from desktop.export.json_report import report_as_line

        return report_as_line(report).encode("ascii") + b"\n"
    if suffix == ".csv":
        from desktop.export.csv_report import report_as_csv

        return report_as_csv(report).encode("utf-8-sig")
    if suffix == ".html":
        from desktop.export.html_report import report_as_html

        return report_as_html(report).encode("utf-8")
    if suffix == ".pdf":
        from desktop.export.pdf_report import report_as_pdf

        return report_as_pdf(report)
    raise ValueError(f"no report format {suffix!r}")
