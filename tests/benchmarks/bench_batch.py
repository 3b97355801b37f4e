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
    print(f"warm pool of two against one: x{statistics.median(ratios):.2f}; burn control x{burn_control():.2f}")


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
    print(f"cancelled within {max(times) * 1000:.0f} ms (worst of {len(times)})")


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
    print(f"PSS of the process tree: one file {one / 1e6:.0f} MB (at most 150), 1,000 files {many / 1e6:.0f} MB (at most 250)")


def main() -> int:
    found = [path for path in processes.pdf_files(sys.argv[1:]) if path.suffix.lower() == ".pdf"]
    files = [path.read_bytes() for path in found] or [processes.drawn(number) for number in range(100)]
    jobs = [ReadingJob(f"{number}.pdf", data=data) for number, data in enumerate(files)]
    speed(jobs)
    cancelling(jobs)
    score_memory(files)
    return 0


if __name__ == "__main__":
    sys.exit(main())
