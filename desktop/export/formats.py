"""Which writer makes which kind of report file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.export.options import ReportOptions
from matching.fit.report import FitReport, UnreadReport

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage


def report_as_bytes(
    report: FitReport | UnreadReport, suffix: str, options: ReportOptions | None = None, pages: Sequence[QImage] = ()
) -> bytes:
    """The report in the format of `suffix` (.pdf, .html, .json, .csv). Only JSON can tell of a file that was not read.

    `pages` are pictures of the résumé's pages for the PDF. Without the name, every format is blanked. JSON is always English.
    """
    options = options or ReportOptions()
    if suffix == ".json" or isinstance(report, UnreadReport):
        from desktop.export.json_report import report_as_line
        from desktop.export.redaction import without_person

        if isinstance(report, FitReport) and not options.show_name:
            report = without_person(report)
        return report_as_line(report).encode("ascii") + b"\n"
    if suffix == ".csv":
        from desktop.export.csv_report import report_as_csv

        return report_as_csv(report, options).encode("utf-8-sig")
    if suffix == ".html":
        from desktop.export.html_report import report_as_html

        return report_as_html(report, options).encode("utf-8")
    if suffix == ".pdf":
        from desktop.export.pdf_report import report_as_pdf

        return report_as_pdf(report, options, pages)
    raise ValueError(f"no report format {suffix!r}")
