"""The SQLite file: opened with the settings that keep acknowledged changes, one writer at a time, one transaction a change."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from desktop.store.records import StoreError, StoreTrouble
from desktop.store.schema import STEPS

FILE = "rolefit.db"
LOCK = "writer.lock"

# Primary result codes of SQLite, https://sqlite.org/rescode.html
_TROUBLES = {
    5: StoreTrouble.LOCKED,
    6: StoreTrouble.LOCKED,
    8: StoreTrouble.NO_PERMISSION,
    10: StoreTrouble.DISK_FULL,  # an input or output error: nearly always the disk
    11: StoreTrouble.DAMAGED,
    13: StoreTrouble.DISK_FULL,
    14: StoreTrouble.NO_PERMISSION,
    26: StoreTrouble.DAMAGED,
}


def trouble_of(error: sqlite3.Error) -> StoreError:
    """The store's word for an error of SQLite. Its message is left out: it may quote values."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return StoreError(_TROUBLES.get(code, StoreTrouble.DAMAGED), getattr(error, "sqlite_errorname", type(error).__name__))


def private_folder(folder: Path) -> None:
    """Make the data folder, readable by its owner only. Raises StoreError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix":
            folder.chmod(0o700)
    except OSError as error:
        raise StoreError(StoreTrouble.NO_PERMISSION, type(error).__name__) from None


class WriterLock:
    """Held while this program may write the store; a second program is told that it is locked."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK
        self._file: Any = None

    def take(self) -> None:
        """Raises StoreError (locked) where another program holds it."""
        file = self._path.open("a+b")
        try:
            if os.name == "posix":
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            else:  # Windows: not run here
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            file.close()
            raise StoreError(StoreTrouble.LOCKED, LOCK) from None
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def driver_for(passphrase: str) -> ModuleType:
    """The SQLite to use: Python's own, or SQLCipher's where the store has a passphrase. Raises StoreError."""
    if not passphrase:
        return sqlite3
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        raise StoreError(StoreTrouble.NO_ENCRYPTION, "sqlcipher3") from None
    return cast(ModuleType, dbapi2)


class Database:
    """One open store file. Use from one thread at a time."""

    def __init__(self, path: Path, passphrase: str = "") -> None:
        self.path = path
        self.encrypted = bool(passphrase)
        self._driver = driver_for(passphrase)
        self.errors: type[Exception] = self._driver.Error
        self.connection: sqlite3.Connection = self._open(passphrase)

    def _open(self, passphrase: str) -> sqlite3.Connection:
        fresh = not self.path.exists()
        connection: sqlite3.Connection | None = None
        try:
            connection = cast(sqlite3.Connection, self._driver.connect(str(self.path), timeout=5.0, check_same_thread=False))
            _prepare(connection, passphrase)
        except self._driver.Error as error:
            if connection is not None:
                connection.close()
            if passphrase and not fresh:
                raise StoreError(StoreTrouble.WRONG_PASSPHRASE) from None
            raise trouble_of(error) from None
        if os.name == "posix":
            self.path.chmod(0o600)
        return connection

    @property
    def steps_done(self) -> int:
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    def upgrade(self, before_step: Callable[[int], None] | None = None) -> None:
        """Do the schema steps that are missing, each in one transaction; `before_step` makes a verified copy of old data.

        Raises StoreError: `newer` where the file was written by a newer Rolefit."""
        done = self.steps_done
        if done > len(STEPS):
            raise StoreError(StoreTrouble.NEWER, f"schema {done}")
        for number in range(done, len(STEPS)):
            if before_step is not None and number:
                before_step(number)
            with self.change():
                for statement in _statements(STEPS[number]):
                    self.connection.execute(statement)
                self.connection.execute(f"PRAGMA user_version = {number + 1}")

    @contextlib.contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing. Raises StoreError."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(self.errors):
                    self.connection.execute("ROLLBACK")
                raise
        except self.errors as error:
            raise trouble_of(cast(sqlite3.Error, error)) from None

    def rows(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """All rows of a query. Raises StoreError."""
        try:
            return self.connection.execute(query, values).fetchall()
        except self.errors as error:
            raise trouble_of(cast(sqlite3.Error, error)) from None

    def sound(self) -> bool:
        """Whether SQLite finds the file whole."""
        try:
            return bool(self.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
        except self.errors:
            return False

    def close(self) -> None:
        with contextlib.suppress(self.errors):
            self.connection.close()


def _prepare(connection: sqlite3.Connection, passphrase: str) -> None:
    """Give the passphrase, see that the file can be read, and set what keeps acknowledged changes."""
    connection.isolation_level = None
    if passphrase:
        quoted = passphrase.replace("'", "''")
        connection.execute(f"PRAGMA key = '{quoted}'")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for pragma in ("secure_delete = ON", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a schema step one by one: `executescript` would commit in between."""
    yield from (part.strip() for part in script.split(";") if part.strip())
