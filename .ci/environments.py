"""Environments of their own for the scripts beside this file, so that the developer's stays as it is."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def environment_with(folder: Path, *packages: str) -> Path:
    """Make an environment in `folder` and install `packages` there; returns its Python. Raises CalledProcessError."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if packages:
        command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages]
        subprocess.run(command, check=True)
    return python


def run(python: Path, *arguments: str) -> int:
    """Run a Python with these arguments in the checkout and return its status."""
    return subprocess.run([str(python), *arguments], cwd=ROOT, check=False).returncode
