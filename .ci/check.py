"""The one command that says whether the house stands: format, lint, types, import rules, tests with coverage.

Usage: python .ci/check.py [--quick]      (--quick leaves out coverage)
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
BRANCHES_OF_MATCHING = 90  # percent, of lines and branches together

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


def main() -> int:
    """Run all steps, even after one has failed, and return 1 if any did."""
    good = [run(name, command) for name, command in STEPS.items()]
    quick = "--quick" in sys.argv[1:]
    good.append(run("tests", TESTS if quick else TESTS + COVERAGE))
    if not quick:
        limit = f"--fail-under={BRANCHES_OF_MATCHING}"
        good.append(run("coverage of matching", ["coverage", "report", "--include=matching/*", limit]))
        good.append(run("coverage of desktop", ["coverage", "report", "--include=desktop/*"]))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
