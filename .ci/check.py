"""The one command that says whether the house stands: format, lint, types, import rules, tests with coverage.

Usage: python .ci/check.py [--quick]      (--quick leaves out coverage)
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
LEAST_BRANCHES = {"matching": 95, "desktop": 85}  # percent of a room's branches that tests must take

STEPS = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "types": ["mypy"],
    "imports": ["lint-imports"],
}
TESTS = ["pytest", "-q", "-n", "auto", "--dist", "loadfile"]
COVERAGE = ["--cov", "--cov-report="]


def run(name: str, command: list[str]) -> bool:
    """Run one step; its output is shown as it comes. Returns whether it went well."""
    started = time.monotonic()
    program = BIN / command[0]
    done = subprocess.run([str(program), *command[1:]], cwd=ROOT, check=False)
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"--- {name}: {verdict} ({time.monotonic() - started:.0f} s)", flush=True)
    return done.returncode == 0


def share(part: int, whole: int) -> float:
    """A part in percent, rounded down to hundredths, so that a limit is never reached by rounding."""
    return part * 10_000 // whole / 100 if whole else 100.0


def covered(room: str, least: int) -> bool:
    """Print what tests left out of a room and how much of it they reached. Returns whether enough branches were taken."""
    of = f"--include={room}/*"
    run(f"what no test reaches in {room}", ["coverage", "report", of])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "coverage.json"
        if not run(f"figures of {room}", ["coverage", "json", "--quiet", of, "-o", str(file)]):
            return False
        totals = json.loads(file.read_text("utf-8"))["totals"]
    branches = share(totals["covered_branches"], totals["num_branches"])
    lines = share(totals["covered_lines"], totals["num_statements"])
    told = (
        f"{branches} % of {totals['num_branches']} branches (at least {least}), {lines} % of {totals['num_statements']} lines"
    )
    print(f"--- coverage of {room}: {'ok' if branches >= least else 'FAILED'}, {told}", flush=True)
    return branches >= least


def main() -> int:
    """Run all steps, even after one has failed, and return 1 if any did."""
    good = [run(name, command) for name, command in STEPS.items()]
    quick = "--quick" in sys.argv[1:]
    good.append(run("tests", TESTS if quick else TESTS + COVERAGE))
    if not quick:
        good += [covered(room, least) for room, least in LEAST_BRANCHES.items()]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
