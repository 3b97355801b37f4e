"""A twentieth of the store's kill test: nothing acknowledged is lost, nothing half written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(__file__).resolve().parents[2] / "benchmarks" / "kill_store.py"


@pytest.mark.skipif(sys.platform == "win32", reason="kills by a POSIX signal")
def test_fifty_kills_lose_nothing() -> None:
    done = subprocess.run([sys.executable, str(COMMAND), "50"], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "plain store: Count(kills=50" in done.stdout
