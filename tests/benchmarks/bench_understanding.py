"""Measures understanding against reading, warm, in one process, by turns: bench_understanding.py [ROUNDS] [FILE ...]

For each file of two pages (by default those of the measuring material, else two sheets of the strongest sample): processor
time of bytes to `Document`, and of `Document` to report (understanding alone, and with matching, gaps and salary). The words
of earlier files stay known as they do in a session; the medians of rounds are taken for each file, then over the files.
"""

from __future__ import annotations

import io
import logging
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import pikepdf
import processes
from figures import say

from matching.errors import UnreadableDocument
from matching.fit.pipeline import report_for
from matching.fit.request import Request
from matching.knowledge.skills import load_skill_book
from matching.months import YearMonth
from matching.reading.document import Document
from matching.reading.pdf import read_pdf, require_text
from matching.reading.reader import read_resume

AS_OF = YearMonth(2026, 11)


def two_pages(files: list[str]) -> Iterator[bytes]:
    """Files of two pages with text; where there is none, one of our own sheets twice."""
    found = 0
    for path in processes.pdf_files(files or [str(processes.MATERIAL / "resumes" / "labelled")]):
        try:
            data = path.read_bytes()
            document = require_text(read_pdf(data))
        except (OSError, UnreadableDocument):
            continue
        if len(document.pages) == 2:
            found += 1
            yield data
    if not found:
        with pikepdf.open(processes.ROOT / "resources" / "samples" / "strong-senior.pdf") as sheet, pikepdf.new() as both:
            both.pages.extend([sheet.pages[0], sheet.pages[0]])
            out = io.BytesIO()
            both.save(out)
        yield out.getvalue()


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def times_of(data: bytes, rounds: int) -> tuple[float, float, float]:
    """Medians of reading, understanding, and understanding with scoring."""
    document, request, book = read_pdf(data), Request(as_of=AS_OF), load_skill_book()
    assert isinstance(document, Document)
    report_for(document, request)  # indexes are built once
    taken = [
        (
            seconds(lambda: read_pdf(data)),
            seconds(lambda: read_resume(document, book, AS_OF)),
            seconds(lambda: report_for(document, request)),
        )
        for _ in range(rounds)
    ]
    reading, understanding, report = (statistics.median(column) for column in zip(*taken, strict=True))
    return reading, understanding, report


def main() -> int:
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    rows = [times_of(data, rounds) for data in two_pages(sys.argv[2:])]
    for reading, understanding, report in rows:
        print(
            f"  reading {1000 * reading:5.1f} ms, understanding {1000 * understanding:5.1f} ms, report {1000 * report:5.1f} ms"
        )
    ratio = statistics.median(understanding / reading for reading, understanding, _ in rows)
    whole = statistics.median(report / reading for reading, _, report in rows)
    say(f"understanding, time to reading's, {len(rows)} résumés of two pages, warm", f"{ratio:.2f}", "at most 1", ratio <= 1)
    say("understanding with scoring, time to reading's", f"{whole:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
