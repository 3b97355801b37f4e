"""Reads the samples with random bytes changed: every outcome is a document or a named problem. mutate_samples.py [N] [SEED]

Exit status 1 where a reader died (`reader_stopped`), took longer than the limits, or anything else was raised.
"""

from __future__ import annotations

import collections
import contextlib
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import processes
from figures import say

from matching.errors import Problem, UnreadableDocument
from matching.reading.document import Document
from matching.reading.isolated import ReaderPool, ReadingJob

# A change of some bytes may make a file any of these; the other problems would be ours.
NAMED = {
    Problem.PASSWORD,
    Problem.NOT_A_PDF,
    Problem.DAMAGED,
    Problem.NO_TEXT,
    Problem.TOOK_TOO_LONG,
    Problem.TOO_MUCH_MEMORY,
    Problem.UNSUPPORTED_PROTECTION,
}


def mutated(data: bytes, choose: random.Random) -> bytes:
    """`data` with one to thirty bytes changed, a piece left out, doubled or swapped, or the end cut off."""
    changed = bytearray(data)
    for _ in range(choose.choice((1, 2, 5, 30))):
        changed[choose.randrange(len(changed))] = choose.randrange(256)
    deed, at, size = choose.random(), choose.randrange(len(changed)), choose.randrange(1, 200)
    if deed < 0.1:
        del changed[at : at + size]
    elif deed < 0.2:
        changed[at:at] = changed[at : at + size]
    elif deed < 0.25:
        del changed[at:]
    elif deed < 0.35:  # a number becomes another, which keeps the syntax
        digits = [place for place in range(at, min(at + 2000, len(changed))) if chr(changed[place]).isdigit()]
        for place in digits[: choose.randrange(1, 9)]:
            changed[place] = ord(choose.choice("0123456789"))
    return bytes(changed)


def jobs(count: int, seed: int) -> Iterator[ReadingJob]:
    choose, samples = random.Random(seed), processes.sample_bytes()
    for number in range(count):
        yield ReadingJob(str(number), data=mutated(choose.choice(samples), choose))


class Tally:
    """Outcomes so far, and those that nobody named."""

    def __init__(self) -> None:
        self.outcomes: collections.Counter[str] = collections.Counter()
        self.odd: list[str] = []
        self._start = time.monotonic()

    def add(self, name: str, answer: object) -> None:
        """One outcome; every 500th prints how far it is."""
        self.outcomes[answer.problem.value if isinstance(answer, UnreadableDocument) else "read"] += 1
        if isinstance(answer, UnreadableDocument) and answer.problem not in NAMED:
            self.odd.append(f"{name}: {answer.problem.value} {answer.detail}")
        elif not isinstance(answer, UnreadableDocument | Document):
            self.odd.append(f"{name}: {type(answer).__name__}")
        if self.outcomes.total() % 500 == 0:
            print(self, flush=True)

    def __str__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self.outcomes.most_common())
        return f"{self.outcomes.total()} mutations: {counts}; {len(self.odd)} odd; {time.monotonic() - self._start:.0f} s"


def main() -> int:
    """Read them all, or until Ctrl-C: what was done until then is told as well, with status 1."""
    count, seed = (int(sys.argv[1]) if len(sys.argv) > 1 else 20_000), (int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    tally = Tally()
    with contextlib.suppress(KeyboardInterrupt), ReaderPool() as pool:
        for job, answer in pool.read_many(jobs(count, seed)):
            tally.add(job.path, answer)
    print("\n".join(tally.odd[:20]))
    good = not tally.odd and tally.outcomes.total() == count
    print(f"{tally} (seed {seed})")
    say(f"mutations of the samples, outcomes nobody named, of {tally.outcomes.total()}", str(len(tally.odd)), "0", good)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
