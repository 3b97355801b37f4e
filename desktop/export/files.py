"""Writing a file whole or not at all: into a neighbour first, forced to the disk, then moved into place."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(target: Path, data: bytes) -> None:
    """Write `data` to `target`; the old file stays as it was if anything fails. Raises OSError."""
    number, name = tempfile.mkstemp(prefix=".rolefit-", suffix=".part", dir=target.parent or Path())
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode_for(target))
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _mode_for(target: Path) -> int:
    """The old file's permissions, or what the user's mask gives a new file."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
