"""Deleting that deletes: rows, search index, write-ahead log, free pages and older backups. What is gone leaves no byte.

A solid-state disk may keep old blocks out of everybody's reach; more than the files of the data folder is not promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.store.database import Database


def erase_clients(database: Database, clients: Sequence[int], backups: Sequence[Path]) -> None:
    """Delete clients for good and rewrite the file, so that their names stand nowhere in it; older backups are removed.

    Raises StoreError where the rows cannot be deleted; then nothing has changed.
    """
    with database.change() as change:
        for client in clients:
            for (resume,) in change.execute("SELECT id FROM resume WHERE client = ?", (client,)).fetchall():
                change.execute("DELETE FROM resume_text WHERE rowid = ?", (resume,))
            change.execute("DELETE FROM client WHERE id = ?", (client,))
    # FTS5 keeps deleted terms until its segments are merged into one.
    with database.change() as change:
        change.execute("INSERT INTO resume_text (resume_text) VALUES ('optimize')")
    rewrite(database)
    for backup in backups:
        backup.unlink(missing_ok=True)


def rewrite(database: Database) -> None:
    """Write the file anew without its free pages, and empty the write-ahead log before and after."""
    for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
        database.rows(statement)


def traces_of(folder: Path, word: str) -> list[Path]:
    """Files below `folder` that hold `word` as UTF-8 or UTF-16: what the test of a deletion looks for."""
    wanted = [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    found = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        if any(part in data for part in wanted):
            found.append(path)
    return found
