"""Daily copies of the store that were opened and checked: seven days and four weeks are kept, and a copy before each step."""

from __future__ import annotations

import contextlib
import os
from datetime import date
from pathlib import Path

from desktop.store.database import Database
from desktop.store.records import StoreError, StoreTrouble

FOLDER = "backups"
DAILY, WEEKLY = 7, 4
_TABLES = ("client", "resume", "result", "meeting", "plan")


def backup_folder(data: Path) -> Path:
    return data / FOLDER


def backups_in(data: Path) -> tuple[Path, ...]:
    """All copies, newest first."""
    return tuple(sorted(backup_folder(data).glob("rolefit-*.db"), key=lambda path: path.name, reverse=True))


def make_backup(database: Database, data: Path, label: str, passphrase: str = "") -> Path:
    """Copy the store beside itself under `label` (a date), check the copy, then give it its name. Raises StoreError.

    A passphrase encrypts the copy as it does the store.
    """
    folder = backup_folder(data)
    folder.mkdir(mode=0o700, exist_ok=True)
    part, target = folder / f".{label}.part", folder / f"rolefit-{label}.db"
    part.unlink(missing_ok=True)
    try:
        database.connection.execute("VACUUM INTO ?", (str(part),))
        if os.name == "posix":
            part.chmod(0o600)
        _check(part, database, passphrase)
        part.replace(target)
    except (OSError, database.errors) as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise StoreError(StoreTrouble.DISK_FULL, type(error).__name__) from None
    return target


def _check(part: Path, database: Database, passphrase: str) -> None:
    """Open the copy and compare: whole, and as many rows as the store. Raises StoreError."""
    copy = Database(part, passphrase)
    try:
        same = all(_count(copy, table) == _count(database, table) for table in _TABLES)
        if not copy.sound() or not same:
            raise StoreError(StoreTrouble.DAMAGED, "backup")
        copy.connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()


def _count(database: Database, table: str) -> int:
    if not database.rows("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)):
        return 0
    return int(database.rows(f"SELECT count(*) FROM {table}")[0][0])


def daily_backup(database: Database, data: Path, today: date, passphrase: str = "") -> Path | None:
    """Make today's copy unless it is there, then let go of those too old. Returns the new copy, or None."""
    label = today.isoformat()
    if (backup_folder(data) / f"rolefit-{label}.db").exists():
        return None
    made = make_backup(database, data, label, passphrase)
    for old in to_let_go(backups_in(data)):
        old.unlink(missing_ok=True)
    return made


def to_let_go(copies: tuple[Path, ...]) -> tuple[Path, ...]:
    """Copies by date that are neither among the newest seven nor the newest of one of the four latest weeks."""
    dated = []
    for path in copies:
        with contextlib.suppress(ValueError):
            dated.append((date.fromisoformat(path.stem.removeprefix("rolefit-")), path))
    dated.sort(reverse=True)
    keep = {path for _, path in dated[:DAILY]}
    weeks: dict[tuple[int, int], Path] = {}
    for day, path in dated:
        weeks.setdefault(day.isocalendar()[:2], path)
    keep.update(list(weeks.values())[:WEEKLY])
    return tuple(path for _, path in dated if path not in keep)


def restore(backup: Path, target: Path, passphrase: str = "") -> None:
    """Put a copy in the place of the store, which must be closed; the store as it was is kept beside it as `.before`.

    Raises StoreError where the copy is not sound; then nothing has changed.
    """
    copy = Database(backup, passphrase)
    try:
        if not copy.sound():
            raise StoreError(StoreTrouble.DAMAGED, "backup")
        part = target.with_suffix(".restored")
        part.unlink(missing_ok=True)
        copy.connection.execute("VACUUM INTO ?", (str(part),))
    finally:
        copy.close()
    if target.exists():
        target.replace(target.with_suffix(".before"))
    for leftover in (Path(f"{target}-wal"), Path(f"{target}-shm")):
        leftover.unlink(missing_ok=True)
    part.replace(target)
