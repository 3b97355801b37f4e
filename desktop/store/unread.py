"""Files that could not be read: each stands for a client until it is read, so that none is forgotten after an import."""

from __future__ import annotations

import sqlite3

from desktop.store import file_paths
from desktop.store.database import Database

# Nothing was kept about the client but that its file could not be read.
_EMPTY = """
    NOT EXISTS (SELECT 1 FROM resume WHERE resume.client = client.id)
    AND NOT EXISTS (SELECT 1 FROM meeting WHERE meeting.client = client.id)
    AND notes = '' AND tags = '[]' AND consent = '' AND keep_until = ''
"""


def note(change: sqlite3.Connection, client: int, file_name: str, path: str, problem: str) -> None:
    """Keep why the file of a client cannot be read."""
    change.execute("INSERT OR REPLACE INTO unread VALUES (?, ?, ?, ?)", (client, file_name, file_paths.kept(path), problem))


def client_of_file(change: sqlite3.Connection, path: str) -> int:
    """The client whose file could not be read from `path`, not in the bin; 0 for none."""
    query = "SELECT client FROM unread JOIN client ON client.id = client WHERE path = ? AND binned = '' ORDER BY client LIMIT 1"
    found = change.execute(query, (file_paths.kept(path),)).fetchone()
    return int(found[0]) if found else 0


def waiting_clients(database: Database) -> frozenset[int]:
    """Clients that are only known by a file that could not be read."""
    query = "SELECT client FROM unread WHERE NOT EXISTS (SELECT 1 FROM resume WHERE resume.client = unread.client)"
    return frozenset(row[0] for row in database.rows(query))


def taken_over(change: sqlite3.Connection, client: int | None, name: str, path: str) -> int | None:
    """A résumé of `name` is being added from `path`: the client that waited for it gets the person's name and is returned
    where `client` is None; where it is another's, one that holds nothing else goes away."""
    waiting = client_of_file(change, path)
    if not waiting:
        return client
    change.execute("DELETE FROM unread WHERE client = ?", (waiting,))
    if client is None:
        change.execute("UPDATE client SET name = ? WHERE id = ?", (name, waiting))
        return waiting
    if client != waiting:
        change.execute(f"DELETE FROM client WHERE id = ? AND {_EMPTY}", (waiting,))
    return client


def paths_of(database: Database, client: int) -> tuple[str, ...]:
    """Where the client's files were, read or not."""
    query = "SELECT path FROM resume WHERE client = ? AND path <> '' UNION SELECT path FROM unread WHERE client = ?"
    return tuple(file_paths.found(row[0]) for row in database.rows(query, (client, client)))
