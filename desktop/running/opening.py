"""Opens the window, or says why it cannot; apart from the command line, which a start by an icon does not need."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def open_window(files: Sequence[str], data_dir: Path | None, language: str | None = None) -> int:
    """Open the window, in `language` where one is given, and import `files`.

    Returns the exit status: 1 where this computer lacks what Qt needs.
    """
    try:
        from desktop.running.app import run
    except ImportError as error:  # a bare server without the libraries that Qt needs
        print(f"The window cannot start: {error}. On a server without a screen use: rolefit score FILE", file=sys.stderr)
        return 1
    return run(files, data_dir, language)
