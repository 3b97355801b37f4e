"""Speed and memory of batches: a warm pool of two against one, and the memory of 1 and of 1,000 files. bench_batch.py [FOLDER]

Without a folder the files are drawn. The burn control says how free the second core was: the ratio cannot exceed it.
"""

from __future__ import annotations

import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import processes
from figures import say

from matching.errors import UnreadableDocument
from matching.reading.isolated import ReaderPool, ReadingJob

BURN = "import time; e = time.process_time() + 1.5\nn = 0\nwhile time.process_time() < e: n += 1"


def burn_control() -> float:
    """How much more two burning processes get done than one: 2.0 on two free cores."""
    times = []
    for count in (1, 2):
        start = time.monotonic()
        running = [subprocess.Popen([sys.executable, "-c", BURN]) for _ in range(count)]
        for process in running:
            process.wait()
        times.append((time.monotonic() - start) / count)
    return times[0] / times[1]


def seconds(pool: ReaderPool, jobs: list[ReadingJob]) -> tuple[float, float]:
    """(seconds for all, seconds to the first) for one batch by a pool that is warm."""
    start, first = time.monotonic(), 0.0
    for number, (_, answer) in enumerate(pool.read_many(jobs)):
        first = first or time.monotonic() - start
        assert number >= 0
        assert not isinstance(answer, UnreadableDocument) or answer.problem.value
    return time.monotonic() - start, first


def speed(jobs: list[ReadingJob]) -> None:
    """Print one worker against two, three times by turns."""
    with ReaderPool(1) as one, ReaderPool(2) as two:
        for pool in (one, two):
            seconds(pool, jobs[:8])
        ratios, firsts = [], []
        for _ in range(3):
            alone, _ = seconds(one, jobs)
            both, first = seconds(two, jobs)
            ratios.append(alone / both)
            firsts.append(first)
            print(f"{len(jobs)} files: one child {alone:.2f} s, two {both:.2f} s; first after {first * 1000:.0f} ms")
    gain, free = statistics.median(ratios), burn_control()
    # The bar holds where the second core is free; how free it was, the burning says.
    say(
        f"batch, warm pool of two to one (burn control x{free:.2f})",
        f"x{gain:.2f}",
        "at least x1.7",
        gain >= min(1.7, 0.88 * free),
    )
    say("batch, first result after", f"{1000 * statistics.median(firsts):.0f} ms")


def cancelling(jobs: list[ReadingJob]) -> None:
    """Print how long a batch takes to end once it is no longer wanted."""
    times = []
    for _ in range(5):
        wanted = [True]
        with ReaderPool(2) as pool:
            answers = pool.read_many(itertools.cycle(jobs), lambda wanted=wanted: not wanted[0])
            next(answers)
            start = time.monotonic()
            wanted[0] = False
            for _ in answers:
                pass
            times.append(time.monotonic() - start)
    worst = max(times) * 1000
    say(f"batch, cancelled within (worst of {len(times)})", f"{worst:.0f} ms", "at most 200 ms", worst <= 200)


def memory(command: list[str]) -> int:
    """Highest sum of PSS of a command and everything below it, in bytes."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as process, processes.Peak(process.pid) as peak:
        process.wait()
    return peak.proportional


def score_memory(files: list[bytes]) -> None:
    """Print what `score` of one file and of 1,000 files holds."""
    program = [sys.executable, "-m", "desktop", "score"]
    os.chdir(processes.ROOT)
    with tempfile.TemporaryDirectory() as folder:
        for number, data in zip(range(1000), itertools.cycle(files)):
            (Path(folder) / f"{number:04}.pdf").write_bytes(data)
        one = memory([*program, str(Path(folder) / "0000.pdf"), "--json"])
        many = memory([*program, folder, "--json"])
    say("memory of `score FILE`, whole process tree", f"{one / 1e6:.0f} MB", "under 150 MB", one < 150e6)
    say("memory of `score` of 1,000 files, whole process tree", f"{many / 1e6:.0f} MB", "under 250 MB", many < 250e6)


def main() -> int:
    found = [path for path in processes.pdf_files(sys.argv[1:]) if path.suffix.lower() == ".pdf"]
    files = [path.read_bytes() for path in found] or [processes.drawn(number) for number in range(100)]
    jobs = [ReadingJob(f"{number}.pdf", data=data) for number, data in enumerate(files)]
    speed(jobs)
    cancelling(jobs)
    score_memory(processes.sample_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
