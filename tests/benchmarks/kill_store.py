"""Kills writers of the store at random moments and counts what was lost: python tests/benchmarks/kill_store.py [KILLS].

A writer adds résumés one after the other and says each one's number once it is acknowledged. It is killed with signal 9;
then the store is opened again: every acknowledged résumé must be there, none half, the file whole. Also run: kills during
each schema step, during exports, and full disks during exports and writes (a file-size limit that fails a write half way).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

WRITER = """
import sys
from pathlib import Path
from desktop.store.opening import open_store
from desktop.store.records import NewResume, Result
folder, passphrase = Path(sys.argv[1]), sys.argv[2]
store = open_store(folder, passphrase=passphrase)
number = len(store.clients.clients())
print("open", flush=True)
while True:
    name = f"client {number}"
    made = Result(0, 0, "0.1.0", "r", "1.0", "", "2026-11", number, number, number, "mid", "g", 1, (0, 0), "")
    store.clients.add_resume(None, name, NewResume("a.pdf", "", f"{number:064d}", "", name * 300, name * 300, name, made))
    print(number, flush=True)
    number += 1
"""

STEPPER = """
import sys
from pathlib import Path
from desktop.store.opening import open_store
open_store(Path(sys.argv[1]))
"""

EXPORTER = """
import resource, signal, sys
from pathlib import Path
from desktop.export.files import write_whole
limit = int(sys.argv[2])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
print("open", flush=True)
try:
    for turn in range(100000 if not limit else 1):
        write_whole(Path(sys.argv[1]), bytes([65 + turn % 26]) * 2_000_000)
except OSError as error:
    print("refused", error.errno, flush=True)
"""


@dataclass
class Count:
    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    unsound: int = 0

    @property
    def good(self) -> bool:
        return not (self.lost or self.half or self.unsound)


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill_later(child: subprocess.Popen[str], seconds: float) -> list[str]:
    """Let a child run for `seconds` after its first line, kill it, and return what it said."""
    assert child.stdout is not None
    child.stdout.readline()
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        os.kill(child.pid, signal.SIGKILL)
    said = child.stdout.read().splitlines()
    child.wait()
    return said


def check(folder: Path, passphrase: str, acknowledged: int, count: Count) -> None:
    """Open the store as the program would and compare with what was acknowledged."""
    from desktop.store.opening import open_store

    store = open_store(folder, passphrase=passphrase)
    names = {client.name for client in store.clients.clients()}
    count.lost += sum(f"client {number}" not in names for number in range(acknowledged))
    rows = store.database.rows
    parts = [rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("client", "resume", "result", "resume_text")]
    count.half += len(set(parts)) != 1
    count.unsound += not store.database.sound()
    store.close()


def kill_writers(kills: int, passphrase: str, rng: random.Random) -> Count:
    count, acknowledged = Count(), 0
    folder = Path(tempfile.mkdtemp(prefix="rolefit-kills-"))
    try:
        for turn in range(kills):
            if turn % 50 == 0:
                shutil.rmtree(folder)
                acknowledged = 0
            said = kill_later(start(WRITER, str(folder), passphrase), rng.uniform(0.0, 0.08))
            numbers = [int(word) for word in said if word.isdecimal()]
            count.acknowledged += len(numbers)
            acknowledged = max([acknowledged, *(n + 1 for n in numbers)])
            count.kills += 1
            check(folder, passphrase, acknowledged, count)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return count


def kill_steps(kills: int, rng: random.Random) -> Count:
    """Kill the program while it brings an old store up to date; afterwards it must open and hold what it held."""
    from desktop.store.database import FILE, Database
    from desktop.store.opening import open_store
    from desktop.store.schema import STEPS

    count = Count()
    for _ in range(kills):
        folder = Path(tempfile.mkdtemp(prefix="rolefit-steps-"))
        old = Database(folder / FILE)
        with old.change() as change:
            for statement in STEPS[0].split(";"):
                if statement.strip():
                    change.execute(statement)
            change.execute("INSERT INTO client (name, created) VALUES ('client 0', '')")
            change.execute("PRAGMA user_version = 1")
        old.close()
        child = start(STEPPER, str(folder))
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(rng.uniform(0.03, 0.18))
        child.kill()
        child.wait()
        store = open_store(folder)
        count.kills += 1
        count.lost += [c.name for c in store.clients.clients()] != ["client 0"]
        count.unsound += not store.database.sound() or store.database.steps_done != len(STEPS)
        store.close()
        shutil.rmtree(folder)
    return count


def kill_exports(kills: int, full: int, rng: random.Random) -> Count:
    """Kill exports, and let others meet a full disk: the file is the old one or a new one, whole."""
    count = Count()
    folder = Path(tempfile.mkdtemp(prefix="rolefit-exports-"))
    target = folder / "report.pdf"
    target.write_bytes(b"0" * 2_000_000)
    for turn in range(kills + full):
        limit = rng.randrange(1, 1_999_999) if turn >= kills else 0
        said = kill_later(start(EXPORTER, str(target), str(limit)), 5 if limit else rng.uniform(0.0, 0.05))
        data = target.read_bytes()
        count.kills += 1
        count.half += len(data) != 2_000_000 or len(set(data)) != 1
        count.lost += bool(limit) and not any(word.startswith("refused") for word in said)
        for stray in folder.glob(".rolefit-*.part"):
            stray.unlink()
    shutil.rmtree(folder)
    return count


def main() -> int:
    """Run all and print a line each. Returns 1 if anything was lost, half written or unsound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", nargs="?", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]
    from figures import say

    counts = {"plain store": kill_writers(options.kills, "", rng)}
    try:
        import sqlcipher3  # noqa: F401 whether the passphrase can be tried

        counts["encrypted store"] = kill_writers(options.kills, "a passphrase", rng)
    except ImportError:
        print("encrypted store: not run, sqlcipher3 is not installed")
    counts["schema steps"] = kill_steps(max(1, options.kills // 10), rng)
    counts["exports"] = kill_exports(max(1, options.kills // 2), max(1, options.kills // 20), rng)
    for name, count in counts.items():
        print(f"{name}: {count}")
        bad = f"{count.lost} lost, {count.half} half written, {count.unsound} unsound"
        say(f"{name}, {count.kills} kills", bad, "none", count.good)
    return 0 if all(count.good for count in counts.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
