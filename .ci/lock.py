"""Writes .ci/requirements.lock: every package of an environment for the checks, with version and hashes, for Python 3.11 on.

Usage: python .ci/lock.py            (needs the network; run it to take newer versions, then the whole check)
The lock is installed with:
  python -m pip install --require-hashes -r .ci/requirements.lock && python -m pip install --no-deps -e .
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from environments import ROOT, environment_with, run

LOCK = ROOT / ".ci" / "requirements.lock"
WANTED = ["--universal", "--python-version", "3.11", "--extra", "dev", "--extra", "passphrase", "--generate-hashes"]
PLAIN = ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate", "--quiet"]


def main() -> int:
    with tempfile.TemporaryDirectory() as work:
        python = environment_with(Path(work) / "uv", "uv")
        return run(python, "-m", "uv", "pip", "compile", *WANTED, *PLAIN, "pyproject.toml", "-o", str(LOCK))


if __name__ == "__main__":
    sys.exit(main())
