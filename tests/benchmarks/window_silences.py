"""How long the event loop is silent while the window works: `python tests/benchmarks/window_silences.py [FOLDER OF PDFS]`.

A timer ticks every 5 ms; printed are the gaps between two ticks in milliseconds, first idle as a control, then for import,
zoom, tabs, theme, switching and (with a folder) a batch; besides the time to the result and to its page, and memory.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import processes  # noqa: F401 puts the checkout on the path
from figures import say
from PySide6.QtCore import QEventLoop, Qt, QTimer

from desktop.cases.engine import LiveEngine
from desktop.running.rolefit import Rolefit, samples
from desktop.style.theme import theme
from matching.months import YearMonth


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Ticker:
    """Gaps between ticks, by the thing that was going on."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.all: dict[str, list[float]] = {}  # what went on → its gaps in order of size
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def during(self, name: str, act: Callable[[], object]) -> None:
        self.gaps.clear()
        act()
        gaps = self.all[name] = sorted(self.gaps)
        print(f"{name:10} p50 {gaps[len(gaps) // 2]:4.0f}  p99 {gaps[int(len(gaps) * 0.99)]:4.0f}  max {gaps[-1]:4.0f} ms")


def main(folder: Path | None) -> None:
    rolefit = Rolefit(Path(tempfile.mkdtemp()), LiveEngine(YearMonth(2026, 11), os.cpu_count() or 1))
    window, desk = rolefit.window, rolefit.desk
    window.show()
    ticker = Ticker()

    def import_one(path: Path) -> None:
        marks: dict[str, float] = {}
        read = desk.resume_read.connect(lambda _case: marks.setdefault("result", time.perf_counter()))
        drawn = window.page.pictures.ready.connect(lambda _page: marks.setdefault("page", time.perf_counter()))
        start = time.perf_counter()
        desk.open_files([path])
        while len(marks) < 2 and time.perf_counter() - start < 30:
            wait(10)
        print(path.name, {name: f"{(at - start) * 1000:.0f} ms" for name, at in marks.items()})
        desk.resume_read.disconnect(read)
        window.page.pictures.ready.disconnect(drawn)
        wait(300)

    def batch() -> None:
        start = time.perf_counter()
        desk.open_folder(folder or samples())
        wait(500)
        while desk.batch.running and time.perf_counter() - start < 300:
            wait(50)
        print(f"{desk.batch.done} files in {time.perf_counter() - start:.1f} s")

    ticker.during("warm-up", lambda: [rolefit.begin([]), wait(2500)])
    ticker.during("idle", lambda: wait(1500))
    ticker.during("import", lambda: [import_one(path) for path in sorted(samples().glob("*.pdf"))])
    ticker.during("zoom", lambda: [(window.page.view.set_zoom(z), wait(300)) for z in (1, 1.5, 2, 1, 0.7)])
    ticker.during(
        "tabs", lambda: [(window.report.choose_tab(t), wait(150)) for t in ("gaps", "salary", "text", "fit")] and None
    )
    ticker.during("theme", lambda: [(theme().wear(wish), wait(400)) for wish in ("dark", "light")])
    ticker.during("switch", lambda: [(desk.choose(case.id), wait(400)) for case in desk.cases])
    if folder:
        ticker.during("batch", batch)
    rolefit.end()
    told(ticker)


def told(ticker: Ticker) -> None:
    """Say the figures: what is judged is all that went on after the start, beside the idle control."""
    working = sorted(gap for name, gaps in ticker.all.items() if name not in ("warm-up", "idle") for gap in gaps)
    idle, typical, longest = ticker.all["idle"], working[int(len(working) * 0.99)], working[-1]
    control = f"idle {idle[int(len(idle) * 0.99)]:.0f} and {idle[-1]:.0f} ms"
    say(
        f"window, 99th percentile of the event loop's silences ({control})", f"{typical:.0f} ms", "at most 50 ms", typical <= 50
    )
    say("window, longest silence", f"{longest:.0f} ms", "at most 150 ms", longest <= 150)
    memory = Path("/proc/self/statm")
    if memory.exists():
        held = int(memory.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
        say("window, memory with results open", f"{held:.0f} MB", "under 250 MB", held < 250)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else None)
    os._exit(0)  # no need to tear the window down piece by piece
