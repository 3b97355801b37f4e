"""Runs the benchmarks one after the other and prints one table of their figures: run_all.py [--quick] [--write] [--only NAME]

Each command runs in a process of its own; its figures are the lines that start with "= ". `--quick` takes small runs, the
figures of which are rougher. `--write` puts the table between the markers of README.md, or into figures.md beside this file
where README.md has none. Ctrl-C ends it with the figures so far. Status 1 where a command fell short or failed.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import figures

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

# Command → arguments of the whole run and of the quick one.
COMMANDS = {
    "bench_reading.py": (["--rounds", "5"], ["--rounds", "1"]),
    "bench_order.py": ([], []),
    "bench_batch.py": ([], []),
    "bench_start.py": (["11"], ["3"]),
    "bench_understanding.py": (["7"], ["3"]),
    "bench_accuracy.py": ([], []),
    "window_silences.py": ([], []),
    "bench_result.py": (["15"], ["5"]),
    "bench_desk.py": (["1000", "5000"], ["150", "1000"]),
    "hostile_run.py": ([], []),
    "kill_reader.py": (["1000"], ["50"]),
    "kill_store.py": (["1000"], ["50"]),
    "mutate_samples.py": (["20000"], ["500"]),
}


def machine() -> str:
    """What it was measured on, in one line."""
    model = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
        memory = f", {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB"
    except (OSError, ValueError):
        memory = ""
    return f"{model}, {os.cpu_count()} cores{memory}, {platform.system()}, Python {platform.python_version()}"


def load() -> str:
    """How busy the machine is, over the last minute, where the system tells."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def state() -> str:
    """The commit that is measured, and whether files differ from it."""
    git = [["git", "rev-parse", "--short", "HEAD"], ["git", "status", "--porcelain", "--untracked-files=no"]]
    try:
        commit, changed = (subprocess.run(c, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip() for c in git)
    except (OSError, subprocess.CalledProcessError):
        return "not from a checkout"
    return commit + (" with changes" if changed else "")


def run(name: str, arguments: list[str]) -> tuple[list[figures.Figure], int]:
    """Run one command, its output passed on as it comes; its figures and its exit status."""
    command = [sys.executable, "-u", str(HERE / name), *arguments]
    print(f"--- {name} {' '.join(arguments)}", flush=True)
    lines = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, errors="replace") as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            lines.append(line.rstrip())
    found = figures.gathered(lines)
    if not found or process.returncode < 0:
        last = next((line for line in reversed(lines) if line.strip()), "nothing was printed")
        found.append(figures.Figure(name, f"status {process.returncode}: {last.replace('|', '/')[:160]}"))
    return found, process.returncode


def table(found: list[figures.Figure], quick: bool, begun: str, seconds: float) -> str:
    """The figures as Markdown, with what one must know to judge them."""
    size = "quick run, rougher figures" if quick else "whole run"
    head = [
        f"Measured {datetime.now(UTC):%Y-%m-%d} at {state()} on {machine()}; {size} of {seconds / 60:.0f} minutes, "
        f"load {begun} at its start and {load()} at its end (of {os.cpu_count()} cores).",
        "Ratios are taken by turns within a round, medians of rounds; [intervals] are 95 %. The method is told in "
        "`tests/benchmarks/README.md`.",
    ]
    rows = [f"| {f.what} | {f.value} | {f.bar} | {f.met} |" for f in found]
    return "\n".join([*head, "", "| figure | value | bar | met |", "| --- | --- | --- | --- |", *rows])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small runs: some minutes")
    parser.add_argument("--write", action="store_true", help="write the table into README.md")
    parser.add_argument("--only", action="append", choices=sorted(COMMANDS), help="this command only; may be given again")
    chosen = parser.parse_args()
    begun, start, found, bad = load(), time.monotonic(), list[figures.Figure](), []
    names = [name for name in COMMANDS if (HERE / name).is_file() and name in (chosen.only or COMMANDS)]
    try:
        for name in names:
            new, status = run(name, COMMANDS[name][chosen.quick])
            found += new
            bad += [name] if status else []
    except KeyboardInterrupt:  # what was measured until then is shown as well
        bad.append("stopped by hand")
    text = table(found, chosen.quick, begun, time.monotonic() - start)
    print(f"\n{text}\n")
    if chosen.write:
        print(f"written to {figures.write('figures', text)}")
    short = [f.what for f in found if f.met == "no"]
    print(
        f"{len(found)} figures; below the bar: {', '.join(short) or 'none'}; commands that failed: {', '.join(bad) or 'none'}"
    )
    return 1 if bad or short else 0


if __name__ == "__main__":
    sys.exit(main())
