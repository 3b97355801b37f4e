"""Measures cold starts, each process by turns with the simplest one of its kind: bench_start.py [ROUNDS] [FILE]

`score FILE` and `--version` against a bare Python and against pdfminer's own text of the same file; the window until its first
paint (`ROLEFIT_WINDOW_PROBE=1`, no screen) against a bare QMainWindow. Ratios are taken within a round, of wall time and of
processor time (with children); the median of rounds counts. Round 0 warms the file cache and is left out.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import processes
from figures import say

MINER = "import sys; from pdfminer.high_level import extract_text; extract_text(sys.argv[1])"
WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
Times = dict[str, tuple[float, float]]  # name → wall and processor seconds


def took(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Wall and processor seconds of a process and of those it waited for."""
    before, start = os.times(), time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=processes.ROOT, capture_output=True, check=False)
    wall, after = time.perf_counter() - start, os.times()
    if done.returncode:
        raise SystemExit(f"{command[1:4]} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-500:]}")
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def commands(file: str) -> dict[str, list[str]]:
    """What takes turns."""
    python = sys.executable
    return {
        "python": [python, "-S", "-c", "pass"],
        "miner": [python, "-c", MINER, file],
        "version": [python, "-m", "desktop", "--version"],
        "score": [python, "-m", "desktop", "score", file, "--json", "--as-of", "2026-11"],
        "bare window": [python, "-c", WINDOW],
        "window": [python, "-m", "desktop"],
    }


def rounds_of(count: int, file: str) -> list[Times]:
    """All rounds but the first."""
    rounds = []
    with tempfile.TemporaryDirectory() as home:
        own = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"), home)
        environment = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "ROLEFIT_WINDOW_PROBE": "1"}
        for number in range(count + 1):
            times = {name: took(command, environment) for name, command in commands(file).items()}
            rounds += [times] if number else []
    return rounds


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    file = sys.argv[2] if len(sys.argv) > 2 else str(processes.ROOT / "resources" / "samples" / "strong-senior.pdf")
    rounds = rounds_of(count, file)

    def median(value: Callable[[Times], float]) -> float:
        return statistics.median(map(value, rounds))

    for name in rounds[0]:
        wall, cpu = (median(lambda t, n=name, i=i: t[n][i]) for i in (0, 1))
        print(f"  {name:12} {1000 * wall:6.0f} ms wall {1000 * cpu:6.0f} ms of processor")
    pairs = {
        "`score FILE`, cold, to a bare Python": ("score", "python", 0.0),
        "`score FILE`, cold, to default pdfminer's text of it": ("score", "miner", 0.0),
        "`--version` to a bare Python": ("version", "python", 0.0),
        "window shown, to a bare QMainWindow": ("window", "bare window", 1.3),
    }
    for what, (ours, theirs, bar) in pairs.items():
        wall, cpu = (median(lambda t, i=i, a=ours, b=theirs: t[a][i] / max(t[b][i], 0.001)) for i in (0, 1))
        say(what, f"{wall:.2f} (processor {cpu:.2f})", f"at most {bar}" if bar else "", wall <= bar if bar else None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
