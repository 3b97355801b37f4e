"""Runs tests with the oldest versions that pyproject.toml allows of what Rolefit needs (the tools for testing stay new).

Usage: python .ci/lower_bounds.py [ARGUMENTS OF PYTEST]       (default: all of tests/matching and tests/desktop)
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from environments import ROOT, environment_with, run

DEFAULT = ["-q", "-n", "auto", "--dist", "loadfile", "tests/matching", "tests/desktop"]


def testers() -> list[str]:
    """What the tests are run with: the packages of the extra `dev`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return list(project["optional-dependencies"]["dev"])


def main() -> int:
    with tempfile.TemporaryDirectory() as work:
        maker = environment_with(Path(work) / "uv", "uv")
        oldest = Path(work) / "oldest.txt"
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        wanted = ["--resolution", "lowest-direct", "--python-version", version, "--quiet", "-o", str(oldest)]
        if status := run(maker, "-m", "uv", "pip", "compile", *wanted, "pyproject.toml"):
            return status
        print(oldest.read_text(encoding="utf-8"), flush=True)
        python = environment_with(Path(work) / "oldest", "-r", str(oldest), *testers())
        return run(python, "-m", "pytest", *(sys.argv[1:] or DEFAULT))


if __name__ == "__main__":
    sys.exit(main())
