"""Measures reading order on pages with columns: how often the order of words crosses the gutter, and lines that mix columns.

    python tests/benchmarks/bench_order.py [MATERIAL]

The gutter is found from the words alone, apart from the product: the place in the middle of the page that the fewest
stretches of text cross while the most lines stand on both sides of it. Right order: at most 3 crossings. A mixed line has
words on both sides with the gutter's white space between them, where both columns run. Prints one row a page and a summary;
also the time `arrange` takes.
"""

from __future__ import annotations

import csv
import logging
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
import processes
from figures import say

from matching.reading import pdf
from matching.reading.document import Box, Page, Word

MOST_CROSSINGS = 3
WIDE = 8.0  # points of white space that part two stretches of text


def stretches(words: list[Word]) -> list[Box]:
    """Words on one line without wide white space between them, put together."""
    found: list[Box] = []
    for word in sorted(words, key=lambda w: (round(w.box[3]), w.box[0])):
        x0, top, x1, bottom = word.box
        last = found[-1] if found else None
        if last and abs(last[3] - bottom) < 1.5 and -5 < x0 - last[2] < WIDE:
            found[-1] = (last[0], min(last[1], top), max(last[2], x1), last[3])
        else:
            found.append(word.box)
    return found


def gutter(words: list[Word], width: float) -> tuple[float, float, float] | None:
    """x of the gutter and the height (from, to) over which text stands on both sides of it."""
    found = stretches(words)
    best: tuple[float, float, float, float] | None = None  # lines beside each other times height, x, from, to
    for x in range(int(0.2 * width), int(0.8 * width), 2):
        left = [b for b in found if b[2] <= x + 0.5]
        right = [b for b in found if b[0] >= x - 0.5]
        if len(left) < 5 or len(right) < 5:
            continue
        low, high = max(min(b[1] for b in s) for s in (left, right)), min(max(b[3] for b in s) for s in (left, right))
        crossing = sorted(b[3] for b in found if b[0] < x - 0.5 and b[2] > x + 0.5)
        edges = [low, *[c for c in crossing if low < c < high], high]
        low, high = max(pairwise(edges), key=lambda span: span[1] - span[0])
        both = min(sum(low < b[3] <= high for b in side) for side in (left, right))
        if both >= 4 and (best is None or both * (high - low) > best[0]):
            best = (both * (high - low), x, low, high)
    return best and best[1:]


def crossings(page: Page, place: tuple[float, float, float]) -> tuple[int, int]:
    """How often the order of words crosses the gutter, and how many lines mix both sides."""
    x, low, high = place
    sides: list[bool] = []
    mixed = 0
    for line in page.lines:
        if not low + 1 < (line.box[1] + line.box[3]) / 2 < high - 1:
            continue
        here = [word.box[0] >= x - 0.5 for word in line.words]
        sides += here
        if any(here) and not all(here):
            gap = min(w.box[0] for w in line.words if w.box[0] >= x - 0.5) - max(
                w.box[2] for w in line.words if w.box[0] < x - 0.5
            )
            mixed += gap >= WIDE
    return sum(a != b for a, b in pairwise(sides)), mixed


def files(material: Path) -> Iterator[Path]:
    """Résumés with columns or sidebars by the index, and the layout probes that have them."""
    with (material / "resumes" / "index.tsv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            layout = row["layout"]
            if ("sidebar" in layout or "two-column" in layout) and "image" not in layout:
                yield material / "resumes" / row["file"]
    for kind in ("left_sidebar", "right_sidebar", "two_columns"):
        yield from sorted((material / "probes" / "layout").glob(f"*_{kind}.pdf"))


class Stopwatch:
    """Stands in for `arrange` in the reader: the same, with processor time and pieces counted."""

    def __init__(self) -> None:
        self.arrange = pdf.arrange
        self.seconds = 0.0
        self.pieces = 0

    def __call__(self, words: list[Word], *args: Any, **options: Any) -> Any:
        start = time.process_time()
        result = self.arrange(words, *args, **options)
        self.seconds += time.process_time() - start
        self.pieces += len(words)
        return result


def main(material: Path) -> int:
    """Print the table; status 1 where under 95 % of the pages are right or a line is mixed."""
    if not (material / "resumes" / "index.tsv").is_file():
        say("order", processes.ABSENT)
        return 0
    logging.disable(logging.CRITICAL)
    pages = right = mixed_lines = 0
    watch = pdf.arrange = Stopwatch()  # type: ignore[assignment]  # a benchmark may look inside
    for path in files(material):
        for page in pdf.read_pdf(path.read_bytes()).pages:
            place = gutter([word for line in page.lines for word in line.words], page.width)
            if place is None:
                continue
            switched, mixed = crossings(page, place)
            pages, right, mixed_lines = pages + 1, right + (switched <= MOST_CROSSINGS), mixed_lines + mixed
            doubt = " uncertain" if page.columns_uncertain else ""
            print(
                f"{switched:3} crossings {mixed:2} mixed  gutter {place[0]:4.0f}  page {page.number} {path.name[-64:]}{doubt}"
            )
    cost = 1e6 * watch.seconds / max(watch.pieces, 1)
    good = bool(pages) and right >= 0.95 * pages
    say("order, pages with columns in the right order", f"{right} of {pages}", "at least 95 %", good)
    say("order, lines that mix columns", str(mixed_lines), "0", not mixed_lines)
    say("order, processor time per 1,000 pieces of text", f"{cost:.1f} ms")
    return 0 if good and not mixed_lines else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else processes.MATERIAL))
