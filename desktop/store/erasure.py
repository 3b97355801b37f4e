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
