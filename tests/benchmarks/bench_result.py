"""From a dropped file to its result and its page: python tests/benchmarks/bench_result.py [ROUNDS]

A résumé of two pages (a sample's sheet twice, its bytes made different each time) is read and scored by the warm engine alone,
then dropped on the window; by turns within a round. Wall times, their ratio as the median of the rounds; and how long after the
result the first page was drawn, in reading times.
"""

from __future__ import annotations

import io
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pikepdf
import processes
from figures import say
from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication
from window_silences import wait

from desktop.cases.engine import LiveEngine
from desktop.cases.values import Assumptions, FileToRead
from desktop.running.rolefit import Rolefit
from matching.months import YearMonth


def two_pages(number: int) -> bytes:
    """Two sheets of the strongest sample; `number` is written into the file, so that no two are the same bytes."""
    with pikepdf.open(processes.ROOT / "resources" / "samples" / "strong-senior.pdf") as sheet, pikepdf.new() as both:
        both.pages.extend([sheet.pages[0], sheet.pages[0]])
        both.docinfo["/Keywords"] = str(number)
        out = io.BytesIO()
        both.save(out)
    return out.getvalue()


def alone(engine: LiveEngine, data: bytes) -> tuple[float, float]:
    """Seconds to read, and to read and score, without the window."""
    start = time.perf_counter()
    document = engine.read(FileToRead(data, "cv.pdf", "cv.pdf"), lambda: False, lambda _page, _pages: None)
    read = time.perf_counter() - start
    engine.report(document, Assumptions(), ())
    return read, time.perf_counter() - start


def dropped(rolefit: Rolefit, path: Path) -> tuple[float, float]:
    """Seconds from the drop until the result is on the screen, and from then until its first page is."""
    desk, pictures = rolefit.desk, rolefit.window.page.pictures
    clock, loop, drawn = QElapsedTimer(), QEventLoop(), []
    read = desk.resume_read.connect(lambda _case: loop.quit())
    ready = pictures.ready.connect(lambda _page: drawn.append(clock.nsecsElapsed()))
    clock.start()
    desk.open_files([path])
    loop.exec()
    QApplication.processEvents()  # what the result is painted with
    shown = clock.nsecsElapsed()
    for _ in range(1000):
        if drawn:
            break
        wait(2)
    desk.resume_read.disconnect(read)
    pictures.ready.disconnect(ready)
    return shown / 1e9, max(0, (drawn[0] if drawn else clock.nsecsElapsed()) - shown) / 1e9


def main(rounds: int) -> int:
    folder = Path(tempfile.mkdtemp(prefix="rolefit-result-"))
    engine = LiveEngine(YearMonth(2026, 11), 1)
    rolefit = Rolefit(folder, engine)
    rolefit.window.resize(1440, 900)
    rolefit.window.show()
    rolefit.begin([])
    wait(2500)  # the reading machinery is warmed after the window is shown
    ratios, pages = [], []
    for number in range(rounds + 2):
        read, bare = alone(engine, two_pages(2 * number))
        path = folder / f"{number}.pdf"
        path.write_bytes(two_pages(2 * number + 1))
        shown, page = dropped(rolefit, path)
        wait(300)
        times = [f"{seconds * 1000:.0f}" for seconds in (read, bare, shown, page)]
        print("read {}, scored {}, in the window {}, its page {} ms later".format(*times))
        if number >= 2:  # the first two fill what is kept between files
            ratios.append(shown / bare)
            pages.append(page / read)
    ratio, page_ratio = statistics.median(ratios), statistics.median(pages)
    say("window, from drop to result, to reading and scoring without it", f"{ratio:.2f}", "at most 1.5", ratio <= 1.5)
    say("window, first page after the result, in reading times", f"{page_ratio:.2f}", "at most 2", page_ratio <= 2)
    return 0


if __name__ == "__main__":
    status = main(int(sys.argv[1]) if sys.argv[1:] else 15)
    sys.stdout.flush()
    os._exit(status)  # no need to tear the window down piece by piece
