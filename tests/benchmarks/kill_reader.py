"""Kills the reading child at random moments: each time `reader_stopped`, and the next file reads. kill_reader.py [N] [SEED]"""

from __future__ import annotations

import collections
import contextlib
import os
import random
import signal
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import processes
from figures import say

from matching.errors import UnreadableDocument
from matching.reading.isolated import ReaderPool, ReadingJob


def read(pool: ReaderPool, data: bytes) -> str:
    """ "read", or the problem's code."""
    try:
        return "read" if pool.read(ReadingJob("a.pdf", data=data)).pages else "nothing"
    except UnreadableDocument as error:
        return error.problem.value


def kill_once(pool: ReaderPool, data: bytes, after: float) -> str:
    """Read while the child is killed `after` seconds; what came of it. A kill that came too late is "late"."""
    pool.warm()
    (child,) = pool.children()
    killed = threading.Event()

    def kill() -> None:
        with contextlib.suppress(ProcessLookupError):  # a child that was replaced meanwhile
            os.kill(child, signal.SIGKILL)
        killed.set()

    timer = threading.Timer(after, kill)
    timer.start()
    outcome = read(pool, data)
    timer.cancel()
    timer.join()
    if outcome == "read":  # the answer was there before the kill; let a kill that is under way arrive
        while killed.is_set() and alive(child):
            os.sched_yield()
        return "late"
    return outcome


def alive(process: int) -> bool:
    """Whether a process still runs, as far as the system tells (Linux)."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    choose = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    long = processes.drawn(3, lines=48)
    outcomes: collections.Counter[str] = collections.Counter()
    after: collections.Counter[str] = collections.Counter()
    start = time.monotonic()
    with ReaderPool(1) as pool:
        while sum(outcomes.values()) - outcomes["late"] < count:
            # From the start of the interpreter to the last page: a fresh child needs some 0.15 s, a warm one some 0.02 s.
            outcome = kill_once(pool, long, choose.uniform(0.0, 0.2) if choose.random() < 0.7 else choose.uniform(0.0, 0.03))
            outcomes[outcome] += 1
            if outcome != "late":
                after[read(pool, long)] += 1
    good = outcomes["reader_stopped"] == count and after["read"] == count
    late = outcomes.pop("late", 0)
    print(f"kills {count}: {dict(outcomes)}; next file: {dict(after)}; {late} came too late; {time.monotonic() - start:.0f} s")
    say(
        f"kills of the reader, {count}: reader_stopped, and the next file reads",
        f"{outcomes['reader_stopped']}, {after['read']}",
        "all",
        good,
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
