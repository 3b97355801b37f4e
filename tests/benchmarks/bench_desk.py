"""The desk under load: python tests/benchmarks/bench_desk.py [RÉSUMÉS] [CLIENTS]. Draws the files, then measures and prints.

1. A folder of RÉSUMÉS (1,000) imported in one go: files a second with two reading processes and with one (on a part of the
   files, by turns), growth of the window's memory, silences of its event loop beside an idle control, cancel and go on.
2. A table of CLIENTS (5,000): opened from the store, sorted by every column, filtered; each as the window does it.
3. Words typed letter by letter into the search over the résumés of 500 clients, the filter and the palette, a result being
   open: silences of the event loop beside an idle control, and memory.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "data"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import processes
from bench_batch import burn_control
from figures import say
from make_many import make_many, person
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from window_silences import Ticker, wait

from desktop.cases.engine import LiveEngine
from desktop.clients.importing import Importing, LiveBatchReader
from desktop.clients.values import ArrivalKind
from desktop.running.rolefit import Rolefit, samples
from desktop.store.opening import open_store
from desktop.store.records import NewResume, Result
from desktop.windows.palette import Palette
from matching.months import YearMonth

MONTH = YearMonth(2026, 11)
PART = 120  # files for the comparison of one reader with two


def until(true: Callable[[], bool], seconds: float = 1800) -> None:
    end = time.perf_counter() + seconds
    while not true():
        if time.perf_counter() > end:
            raise SystemExit("this took too long")
        wait(20)


def opened(folder: Path) -> Rolefit:
    """The application with an open store in `folder`."""
    rolefit = Rolefit(folder, LiveEngine(MONTH, 1))
    rolefit.window.resize(1440, 900)
    rolefit.window.show()
    rolefit.clients.desk.begin()
    until(lambda: rolefit.clients.desk.is_open)
    return rolefit


def imported(rolefit: Rolefit, files: list[Path], readers: int) -> float:
    """Seconds to import files with so many readers, their processes warm."""
    importing = Importing(rolefit.clients.desk, LiveBatchReader(MONTH, readers), readers)
    importing.begin(files[:4])
    until(lambda: not importing.busy and importing.state.read == 4)
    importing.keep()
    start = time.perf_counter()
    importing.begin(files[4:])
    until(lambda: importing.state.kept + importing.state.already + importing.state.failed >= len(files))
    took = time.perf_counter() - start
    importing.close()
    return took


def throughput(files: list[Path]) -> None:
    """Print one reader against two, three times by turns, each into a new store."""
    ratios = []
    for _ in range(3):
        times = []
        for readers in (1, 2):
            rolefit = opened(Path(tempfile.mkdtemp(prefix="rolefit-desk-")))
            times.append(imported(rolefit, files, readers))
            rolefit.window.close()
            rolefit.end()
        ratios.append(times[0] / times[1])
        print(f"{len(files)} files: one reader {times[0]:.1f} s, two {times[1]:.1f} s", flush=True)
    ratio, free = statistics.median(ratios), burn_control()
    say(f"desk, two readers against one (burn control x{free:.2f})", f"x{ratio:.2f}", "at least x1.7", ratio >= 1.7)


def one_go(files: list[Path]) -> None:
    """All files at once, with a stop on the way: memory and silences."""
    rolefit = opened(Path(tempfile.mkdtemp(prefix="rolefit-desk-")))
    ticker = Ticker()
    wait(1000)
    ticker.during("idle", lambda: wait(3000))
    gc.collect()
    before = processes.resident(os.getpid())
    start = time.perf_counter()
    importing = rolefit.clients.begin_import(files)
    importing.keep()
    first: list[float] = []
    importing.rows_changed.connect(
        lambda rows: first or not any(row.kind is ArrivalKind.KEPT for row in rows) or first.append(time.perf_counter() - start)
    )
    ticker.during("import", lambda: until(lambda: importing.state.kept >= len(files) // 2))
    importing.cancel()
    stop = time.perf_counter()
    until(lambda: not importing.state.running)
    say("desk, an import stopped on its way", f"{(time.perf_counter() - stop) * 1000:.0f} ms", "at most 400 ms")
    importing.go_on()
    ticker.during("rest", lambda: until(lambda: importing.state.kept + importing.state.already >= len(files)))
    took = time.perf_counter() - start
    wait(1000)  # the table is told a little later
    grown = (processes.resident(os.getpid()) - before) / 2**20
    gaps, idle = sorted(ticker.all["import"] + ticker.all["rest"]), ticker.all["idle"]
    typical, longest = gaps[int(len(gaps) * 0.99)], gaps[-1]
    say(f"desk, {len(files)} résumés imported in one go", f"{took:.0f} s, {len(files) / took:.1f} a second")
    say("desk, first result of an import", f"{first[0]:.1f} s" if first else "none")
    say("desk, growth of the window's memory", f"{grown:.0f} MiB", "under 150 MiB", grown < 150)
    control = f"idle {idle[int(len(idle) * 0.99)]:.0f} and {idle[-1]:.0f} ms"
    say(f"desk, 99th percentile of silences while importing ({control})", f"{typical:.0f} ms", "at most 50 ms", typical <= 50)
    say("desk, longest silence while importing", f"{longest:.0f} ms", "at most 150 ms", longest <= 150)
    say("desk, clients in the table after it", str(len(rolefit.clients.pages.lines)))
    rolefit.window.close()
    rolefit.end()


def filled(folder: Path, clients: int, more: int = 0) -> None:
    """A store of so many clients, each with two versions; the text of each has `more` further words."""
    store = open_store(folder)
    store.database.connection.execute("PRAGMA synchronous = OFF")  # only to fill it sooner
    for number in range(clients):
        owner = None
        for version in (0, 1):
            score = (number * 37 + version * 51) % 1000
            kind = ("0.1.0", "senior-backend-engineer", "1.0", "", "2026-11", score, score, score, "senior")
            day = f"2026-{number % 12 + 1:02}-01T10:00:00"
            made = Result(0, 0, *kind, f"Gap {number % 40}", 30, (90_000 + number, 150_000), day)
            further = (f"thing{(number * 7 + place * place) % 1999}" for place in range(more))
            text = " ".join(("python postgresql", f"word{number % 97}", *further))
            new = NewResume("cv.pdf", f"/x/{number}.pdf", f"{number:060x}{version:04x}", "2026-11-22", text, text, text, made)
            owner, _ = store.clients.add_resume(owner, person(number), new)
    store.close()


def timed(act: Callable[[], object]) -> float:
    """Milliseconds until something is done and painted."""
    start = time.perf_counter()
    act()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    return (time.perf_counter() - start) * 1000


def table(clients: int) -> None:
    """Open, sort and filter a table."""
    folder = Path(tempfile.mkdtemp(prefix="rolefit-table-"))
    filled(folder, clients)
    rolefit = opened(folder)
    pages = rolefit.clients.pages
    until(lambda: len(pages.lines) == clients)
    page = pages.clients
    pages.show_all()
    wait(200)
    opening = []
    for _ in range(5):
        start = time.perf_counter()
        loop = QEventLoop()
        told = rolefit.clients.desk.lines_changed.connect(loop.quit)  # connected last: the page has the lines by then
        rolefit.clients.desk.refresh()
        loop.exec()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        opening.append((time.perf_counter() - start) * 1000)
        rolefit.clients.desk.lines_changed.disconnect(told)
    sorts = []
    for column in range(page.table.clients.columnCount()):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            sorts.append(timed(lambda column=column, order=order: page.table.sortByColumn(column, order)))
    filters = [timed(lambda text=text: (page.field.setText(text), page._filter())) for text in ("a", "ada", "zz", "holm", "")]
    page.table.selectAll()
    held = timed(lambda: page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder))
    most, filtered, opening_most = max(sorts), max(filters), max(opening)
    said = f"desk, table of {clients} clients opened, from the store to the screen"
    say(said, f"{opening_most:.0f} ms", "under 300 ms", opening_most < 300)
    say("desk, the table sorted, slowest column", f"{most:.0f} ms", "under 100 ms", most < 100)
    say("desk, the table filtered, slowest", f"{filtered:.0f} ms", "under 100 ms", filtered < 100)
    say("desk, the table sorted while all rows are ticked", f"{held:.0f} ms")
    searching = timed_search(rolefit)
    say("desk, full-text search", f"{searching:.0f} ms")
    rolefit.window.close()
    rolefit.end()


def typing(clients: int) -> None:
    """Letters typed into the three fields that search, with a result open."""
    folder = Path(tempfile.mkdtemp(prefix="rolefit-search-"))
    filled(folder, clients, 400)
    rolefit = opened(folder)
    pages = rolefit.clients.pages
    until(lambda: len(pages.lines) == clients)
    read: list[str] = []
    rolefit.desk.resume_read.connect(read.append)
    rolefit.desk.open_files([samples() / "strong-senior.pdf"])
    until(lambda: bool(read))
    wait(2000)
    ticker = Ticker()
    wait(500)
    ticker.during("idle", lambda: wait(2000))

    def typed(field: QLineEdit, text: str) -> None:
        for end in range(1, len(text) + 1):
            field.setText(text[:end])
            wait(60)
        wait(400)
        field.clear()
        wait(300)

    def palette() -> None:
        rolefit.menus.open_palette()
        box = rolefit.window.findChild(Palette)
        assert box is not None
        typed(box.field, "ada holm")
        box.leave()

    pages.show_search()
    ticker.during("search", lambda: [typed(pages.search.field, words) for words in ("python thing12", "word5", "zzz")] and None)
    pages.show_all()
    ticker.during("filter", lambda: [typed(pages.clients.field, words) for words in ("ada", "holm", "zzz")] and None)
    ticker.during("palette", palette)
    gaps = sorted(gap for name in ("search", "filter", "palette") for gap in ticker.all[name])
    idle, common, longest = ticker.all["idle"], gaps[int(len(gaps) * 0.99)], gaps[-1]
    control = f"idle {idle[int(len(idle) * 0.99)]:.0f} and {idle[-1]:.0f} ms"
    said = f"desk, 99th percentile of silences while searching {clients} clients ({control})"
    say(said, f"{common:.0f} ms", "at most 50 ms", common <= 50)
    say(f"desk, longest silence while searching {clients} clients", f"{longest:.0f} ms", "at most 150 ms", longest <= 150)
    held = processes.resident(os.getpid()) / 1e6
    say(f"desk, the window's memory with {clients} clients and a result", f"{held:.0f} MB", "under 300 MB", held < 300)
    rolefit.window.close()
    rolefit.end()


def timed_search(rolefit: Rolefit) -> float:
    loop = QEventLoop()
    rolefit.clients.desk.found.connect(loop.quit)
    start = time.perf_counter()
    rolefit.clients.desk.search("python word5")
    loop.exec()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    clients = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
    table(clients)
    typing(500)
    folder = Path(tempfile.mkdtemp(prefix="rolefit-many-"))
    files = make_many(folder, count)
    throughput(files[: min(PART, count)])
    one_go(files)
    return 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # no need to tear the window down piece by piece
