"""The store's tables as numbered steps. A step is never changed once shipped; a change is a new step."""

from __future__ import annotations

# user_version of the database = number of steps done.
STEPS: tuple[str, ...] = (
    """
    CREATE TABLE client (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        notes TEXT NOT NULL DEFAULT '',
        tags TEXT NOT NULL DEFAULT '[]',
        consent TEXT NOT NULL DEFAULT '',
        keep_until TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL,
        binned TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE meeting (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        client INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
        day TEXT NOT NULL,
        note TEXT NOT NULL
    );
    CREATE TABLE resume (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        client INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
        version INTEGER NOT NULL,
        file_name TEXT NOT NULL,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        imported TEXT NOT NULL,
        document BLOB NOT NULL,
        pdf BLOB,
        UNIQUE (client, version)
    );
    CREATE INDEX resume_bytes ON resume (sha256);
    CREATE TABLE result (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        resume INTEGER NOT NULL REFERENCES resume (id) ON DELETE CASCADE,
        engine TEXT NOT NULL,
        role TEXT NOT NULL,
        edition TEXT NOT NULL,
        variant TEXT NOT NULL,
        as_of TEXT NOT NULL,
        score INTEGER NOT NULL,
        low INTEGER NOT NULL,
        high INTEGER NOT NULL,
        level TEXT NOT NULL,
        largest_gap TEXT NOT NULL,
        largest_gap_points INTEGER NOT NULL,
        likely_low INTEGER NOT NULL,
        likely_high INTEGER NOT NULL,
        made TEXT NOT NULL,
        problem TEXT NOT NULL DEFAULT '',
        report BLOB NOT NULL
    );
    CREATE INDEX result_resume ON result (resume);
    CREATE TABLE correction (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        client INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
        value TEXT NOT NULL
    );
    CREATE TABLE plan (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        client INTEGER NOT NULL REFERENCES client (id) ON DELETE CASCADE,
        day TEXT NOT NULL,
        requirements TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT ''
    );
    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    """,
    """
    CREATE VIRTUAL TABLE resume_text USING fts5 (text, tokenize = "unicode61 remove_diacritics 2");
    """,
    # A file that could not be read: its client has no résumé yet and is called by the file's name.
    """
    CREATE TABLE unread (
        client INTEGER PRIMARY KEY REFERENCES client (id) ON DELETE CASCADE,
        file_name TEXT NOT NULL,
        path TEXT NOT NULL,
        problem TEXT NOT NULL
    );
    """,
)
