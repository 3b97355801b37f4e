"""Reads hostile files, each between two good ones, by one pool: hostile_run.py [FOLDER|FILE ...]

Every file must end in a document or a named problem within 20 s and 1.2 GiB for the whole process tree; the good file after
it must read. Memory is measured on Linux only.
"""

from __future__ import annotations

import collections
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import processes
from figures import say

from matching.errors import UnreadableDocument
from matching.reading.isolated import ReaderPool, ReadingJob

MOST_SECONDS, MOST_MEMORY = 20.0, 1.2 * 2**30


def outcome(pool: ReaderPool, job: ReadingJob) -> str:
    """ "read" with its notices, or the problem."""
    try:
        document = pool.read(job)
    except UnreadableDocument as error:
        return error.problem.value
    return "read" + "".join(sorted({f"+{notice.code.value}" for notice in document.notices}))


def main() -> int:
    files = list(processes.pdf_files(sys.argv[1:] or [str(processes.MATERIAL / "hostile")]))
    if not files or not files[0].is_file():
        say("hostile files", processes.ABSENT)
        return 0 if not sys.argv[1:] else 1
    good, rows, faults = processes.drawn(1), [], []
    with ReaderPool(1) as pool:
        for path in files:
            start = time.monotonic()
            with processes.Peak(os.getpid()) as peak:
                what = outcome(pool, ReadingJob(str(path)))
            seconds = time.monotonic() - start
            after = outcome(pool, ReadingJob("good.pdf", data=good))
            rows.append((seconds, peak.resident, path.name, what))
            if seconds > MOST_SECONDS or peak.resident > MOST_MEMORY or what == "reader_stopped" or after != "read":
                faults.append(f"{path.name}: {what}, {seconds:.1f} s, {peak.resident >> 20} MiB; the next file: {after}")
    for what, count in collections.Counter(what for *_, what in rows).most_common():
        print(f"{count:5} {what}")
    for seconds, memory, name, what in sorted(rows, reverse=True)[:8]:
        print(f"{seconds:6.1f} s {memory >> 20:5} MiB  {what[:30]:30} {name[:60]}")
    print("\n".join(faults))
    memory, slowest = max((row[1] for row in rows), default=0) >> 20, max(rows, default=(0.0,))[0]
    say("hostile files, named outcome and the next file reads", f"{len(rows) - len(faults)} of {len(rows)}", "all", not faults)
    say("hostile files, slowest and largest process tree", f"{slowest:.1f} s, {memory} MiB", "20 s, 1229 MiB", not faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
