"""The optional passphrase: whether a store has one, and writing the store anew with another or none. Needs SQLCipher.

SQLCipher's wheels exist for CPython on Windows, macOS and Linux (sqlcipher3 0.6); elsewhere there is no passphrase.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from desktop.store.database import Database, driver_for, trouble_of
from desktop.store.records import StoreError, StoreTrouble

_PLAIN = b"SQLite format 3\x00"


def is_encrypted(path: Path) -> bool:
    """Whether a store file is there and does not begin as a plain SQLite file does."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAIN))
    except OSError:
        return False
    return bool(head) and head != _PLAIN


def rewrite_with(path: Path, old: str, new: str) -> None:
    """Write the closed store `path` anew under passphrase `new` ("" for none); it was under `old`. Raises StoreError.

    The new file is checked before it takes the old one's place; until then nothing has changed.
    """
    driver = driver_for(old or new)
    part = path.with_suffix(".rewritten")
    part.unlink(missing_ok=True)
    connection = driver.connect(str(path))
    try:
        if old:
            connection.execute(f"PRAGMA key = '{_quoted(old)}'")
        connection.isolation_level = None
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        step = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"ATTACH DATABASE ? AS other KEY '{_quoted(new)}'", (str(part),))
        connection.execute("SELECT sqlcipher_export('other')")
        connection.execute(f"PRAGMA other.user_version = {int(step)}")
        connection.execute("DETACH DATABASE other")
    except driver.Error as error:
        part.unlink(missing_ok=True)
        raise (StoreError(StoreTrouble.WRONG_PASSPHRASE) if old else trouble_of(error)) from None
    finally:
        connection.close()
    _take_place(path, part, new)


def _take_place(path: Path, part: Path, new: str) -> None:
    try:
        copy = Database(part, new)
        sound = copy.sound()
        copy.connection.execute("PRAGMA journal_mode = DELETE")
        copy.close()
        if not sound:
            raise StoreError(StoreTrouble.DAMAGED, "rewritten")
        if os.name == "posix":
            part.chmod(0o600)
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    for leftover in (f"{path}-wal", f"{path}-shm"):
        Path(leftover).unlink(missing_ok=True)


def _quoted(passphrase: str) -> str:
    return passphrase.replace("'", "''")
