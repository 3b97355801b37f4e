"""Clients, their résumé versions, results, meetings and plans: every change is one transaction. No Qt.

Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM:SS`; the caller says what time it is, so that tests need no clock.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop.store import file_paths, unread
from desktop.store.database import Database
from desktop.store.records import Arrival, Client, ClientRow, Meeting, NewResume, Plan, Result, ResumeVersion

_CLIENT = "id, name, notes, tags, consent, keep_until, created, binned"
_VERSION = "id, client, version, file_name, path, sha256, imported, pdf IS NOT NULL"
_RESULT = (
    "id, resume, engine, role, edition, variant, as_of, score, low, high, level, largest_gap, largest_gap_points, "
    "likely_low, likely_high, made, problem"
)
# One row a client: the newest version, its newest result, and the score of the version before by the same rules.
_TABLE = f"""
    SELECT client.{_CLIENT.replace(", ", ", client.")}, resume.version, resume.id, result.{_RESULT.replace(", ", ", result.")},
    (SELECT older.score FROM resume AS earlier JOIN result AS older ON older.resume = earlier.id
     WHERE earlier.client = client.id AND earlier.version < resume.version AND older.engine = result.engine
     AND older.role = result.role AND older.edition = result.edition AND older.variant = result.variant
     ORDER BY earlier.version DESC, older.id DESC LIMIT 1),
    coalesce(resume.file_name, unread.file_name, ''), coalesce(unread.problem, ''), coalesce(unread.path, '')
    FROM client
    LEFT JOIN resume ON resume.client = client.id
    AND resume.version = (SELECT max(version) FROM resume AS other WHERE other.client = client.id)
    LEFT JOIN result ON result.id = (SELECT max(id) FROM result AS other WHERE other.resume = resume.id)
    LEFT JOIN unread ON unread.client = client.id AND resume.id IS NULL
"""


def _client(row: Sequence[Any]) -> Client:
    return Client(row[0], row[1], row[2], tuple(json.loads(row[3])) if row[3] != "[]" else (), *row[4:8])


def _version(row: Sequence[Any]) -> ResumeVersion:
    fields = [*row[:4], file_paths.found(row[4]), *row[5:7], bool(row[7])]
    return ResumeVersion(*fields)


def _result(row: Sequence[Any]) -> Result:
    fields = [*row[:13], (row[13], row[14]), row[15], row[16]]
    return Result(*fields)


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8"), 6)


def _unpacked(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8")


class ClientStore:
    """Reads and writes of one open database. All methods raise StoreError; a failed change leaves nothing behind."""

    def __init__(self, database: Database) -> None:
        self.database = database

    # ---- clients

    def clients(self, *, binned: bool = False) -> tuple[Client, ...]:
        """All clients by name; those in the bin only if asked."""
        where = "binned <> ''" if binned else "binned = ''"
        rows = self.database.rows(f"SELECT {_CLIENT} FROM client WHERE {where} ORDER BY name COLLATE NOCASE, id")
        return tuple(_client(row) for row in rows)

    def client(self, client: int) -> Client | None:
        rows = self.database.rows(f"SELECT {_CLIENT} FROM client WHERE id = ?", (client,))
        return _client(rows[0]) if rows else None

    def add_client(self, name: str, created: str) -> int:
        with self.database.change() as change:
            return _last(change.execute("INSERT INTO client (name, created) VALUES (?, ?)", (name, created)))

    def change_client(self, client: Client) -> None:
        """Write name, notes, tags, consent and retention date of a client."""
        values = (client.name, client.notes, json.dumps(client.tags), client.consent, client.keep_until, client.id)
        with self.database.change() as change:
            change.execute("UPDATE client SET name = ?, notes = ?, tags = ?, consent = ?, keep_until = ? WHERE id = ?", values)

    def set_tags(self, tags: Mapping[int, Sequence[str]]) -> None:
        """Write the tags of several clients (id → tags), all of them or none."""
        with self.database.change() as change:
            values = [(json.dumps(own), client) for client, own in tags.items()]
            change.executemany("UPDATE client SET tags = ? WHERE id = ?", values)

    def put_in_bin(self, clients: Iterable[int], moment: str) -> None:
        """Move clients to the bin; an empty `moment` takes them out again, to where they were."""
        with self.database.change() as change:
            change.executemany("UPDATE client SET binned = ? WHERE id = ?", [(moment, client) for client in clients])

    def due(self, today: str) -> tuple[Client, ...]:
        """Clients whose retention date has come."""
        query = (
            f"SELECT {_CLIENT} FROM client WHERE keep_until <> '' AND keep_until <= ? AND binned = '' ORDER BY keep_until, id"
        )
        return tuple(_client(row) for row in self.database.rows(query, (today,)))

    # ---- résumés

    def arrival(self, sha256: str, person: str) -> Arrival:
        """What a file is: already here (same bytes), the next version of a person of this name, or new."""
        rows = self.database.rows(
            "SELECT resume.client, resume.version FROM resume JOIN client ON client.id = resume.client "
            "WHERE sha256 = ? AND client.binned = '' ORDER BY resume.id LIMIT 1",
            (sha256,),
        )
        if rows:
            return Arrival("already_here", self.client(rows[0][0]), rows[0][1])
        wanted = same_name(person)
        waiting = unread.waiting_clients(self.database) if wanted else frozenset()
        for client in self.clients() if wanted else ():
            if same_name(client.name) == wanted and client.id not in waiting:
                latest = self.versions(client.id)
                return Arrival("next_version", client, (latest[-1].version if latest else 0) + 1)
        return Arrival("new")

    def add_resume(self, client: int | None, name: str, resume: NewResume) -> tuple[int, int]:
        """Add a résumé with its result as the next version of `client`, or of a new one called `name`; (client, résumé) ids."""
        with self.database.change() as change:
            client = unread.taken_over(change, client, name, resume.path)
            if client is None:
                client = _last(change.execute("INSERT INTO client (name, created) VALUES (?, ?)", (name, resume.imported)))
            top = change.execute("SELECT max(version) FROM resume WHERE client = ?", (client,)).fetchone()[0] or 0
            values = (client, top + 1, resume.file_name, file_paths.kept(resume.path), resume.sha256, resume.imported)
            row = _last(
                change.execute(
                    "INSERT INTO resume (client, version, file_name, path, sha256, imported, document, pdf) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    (*values, _packed(resume.document), resume.pdf),
                )
            )
            change.execute("INSERT INTO resume_text (rowid, text) VALUES (?, ?)", (row, resume.text))
            _insert_result(change, row, resume.result, resume.report)
            return client, row

    def add_result(self, resume: int, result: Result, report: str) -> int:
        """Keep a new result beside the older ones, as after a new edition or a correction."""
        with self.database.change() as change:
            return _insert_result(change, resume, result, report)

    def add_unread(self, name: str, file_name: str, path: str, problem: str, created: str) -> int:
        """Note a file that could not be read, as a client of its own called `name`; the same file again only gets the new
        problem. Returns the client's id."""
        with self.database.change() as change:
            known = unread.client_of_file(change, path)
            client = known or _last(change.execute("INSERT INTO client (name, created) VALUES (?, ?)", (name, created)))
            unread.note(change, client, file_name, path, problem)
            return client

    def paths_of(self, clients: Iterable[int]) -> tuple[str, ...]:
        """Where the files of clients were when they were read, also of those that could not be."""
        return tuple(path for client in clients for path in unread.paths_of(self.database, client))

    def versions(self, client: int) -> tuple[ResumeVersion, ...]:
        """A client's résumés, oldest first."""
        rows = self.database.rows(f"SELECT {_VERSION} FROM resume WHERE client = ? ORDER BY version", (client,))
        return tuple(_version(row) for row in rows)

    def results(self, resume: int) -> tuple[Result, ...]:
        """All results of a résumé, oldest first."""
        rows = self.database.rows(f"SELECT {_RESULT} FROM result WHERE resume = ? ORDER BY id", (resume,))
        return tuple(_result(row) for row in rows)

    def document_of(self, resume: int) -> str:
        """The stored document's JSON, to score it anew without the file; empty where there is none."""
        rows = self.database.rows("SELECT document FROM resume WHERE id = ?", (resume,))
        return _unpacked(rows[0][0]) if rows else ""

    def report_of(self, result: int) -> str:
        """A result's report as JSON, as it was when it was made; empty where there is none."""
        rows = self.database.rows("SELECT report FROM result WHERE id = ?", (result,))
        return _unpacked(rows[0][0]) if rows else ""

    def pdf_of(self, resume: int) -> bytes | None:
        """The PDF's bytes, where a copy was kept."""
        rows = self.database.rows("SELECT pdf FROM resume WHERE id = ?", (resume,))
        return bytes(rows[0][0]) if rows and rows[0][0] is not None else None

    def pdf_by_hash(self, sha256: str) -> bytes | None:
        """The kept copy of the file with these bytes."""
        rows = self.database.rows("SELECT pdf FROM resume WHERE sha256 = ? AND pdf IS NOT NULL LIMIT 1", (sha256,))
        return bytes(rows[0][0]) if rows else None

    # ---- the table of all clients

    def table(self, only: Sequence[int] | None = None) -> tuple[ClientRow, ...]:
        """A row for each client not in the bin (or of those in `only`): newest version, its newest result, and the change
        since the version before, compared only within the same engine, role, edition and variant."""
        where, values = _among("client.id", only)
        order = "client.id" if only is not None else "name COLLATE NOCASE, client.id"
        query = f"{_TABLE} WHERE client.binned = '' AND {where} ORDER BY {order}"
        return tuple(_row(row) for row in self.database.rows(query, values))

    def people(self) -> dict[str, tuple[int, str, int]]:
        """Clients not in the bin by their name without case and spacing: (client, name as written, newest version)."""
        query = (
            "SELECT client.id, name, coalesce(max(version), 0) FROM client LEFT JOIN resume ON resume.client = client.id "
            "WHERE binned = '' GROUP BY client.id ORDER BY client.id DESC"
        )
        waiting = unread.waiting_clients(self.database)
        return {same_name(row[1]): (row[0], row[1], row[2]) for row in self.database.rows(query) if row[0] not in waiting}

    def known_bytes(self) -> dict[str, tuple[int, str, int]]:
        """Résumés of clients not in the bin by the hash of their bytes: (client, name, version)."""
        query = (
            "SELECT sha256, client.id, name, version FROM resume JOIN client ON client.id = resume.client "
            "WHERE binned = '' ORDER BY resume.id DESC"
        )
        return {row[0]: (row[1], row[2], row[3]) for row in self.database.rows(query)}

    def not_scored_by(self, engine: str, role: str, edition: str, variant: str = "") -> tuple[int, ...]:
        """Ids of résumés that have no result yet of this engine, role, edition and variant."""
        query = (
            "SELECT resume.id FROM resume JOIN client ON client.id = resume.client WHERE binned = '' AND NOT EXISTS "
            "(SELECT 1 FROM result WHERE result.resume = resume.id AND engine = ? AND role = ? AND edition = ? "
            "AND variant = ?) "
            "ORDER BY resume.id"
        )
        return tuple(row[0] for row in self.database.rows(query, (engine, role, edition, variant)))

    def owner(self, resume: int) -> tuple[int, int]:
        """(client, version) of a résumé; (0, 0) where there is none."""
        rows = self.database.rows("SELECT client, version FROM resume WHERE id = ?", (resume,))
        return (rows[0][0], rows[0][1]) if rows else (0, 0)

    def remove_resume(self, resume: int) -> None:
        """Take a version away again, as when its keeping is undone."""
        with self.database.change() as change:
            change.execute("DELETE FROM resume_text WHERE rowid = ?", (resume,))
            change.execute("DELETE FROM resume WHERE id = ?", (resume,))

    def remove_plan(self, plan: int) -> None:
        with self.database.change() as change:
            change.execute("DELETE FROM plan WHERE id = ?", (plan,))

    def search(self, words: str, most: int = 200) -> tuple[tuple[int, str], ...]:
        """(résumé id, a line around the words with the hits between \\x02 and \\x03) of résumés that hold all words."""
        terms = [term.replace('"', '""') for term in words.split() if any(c.isalnum() for c in term)]
        if not terms:
            return ()
        match = " ".join(f'"{term}"*' for term in terms)
        query = (
            "SELECT resume_text.rowid, snippet(resume_text, 0, char(2), char(3), '…', 12) FROM resume_text "
            "JOIN resume ON resume.id = resume_text.rowid JOIN client ON client.id = resume.client "
            "WHERE resume_text MATCH ? AND client.binned = '' ORDER BY rank, resume_text.rowid LIMIT ?"
        )
        return tuple((row[0], row[1]) for row in self.database.rows(query, (match, most)))

    def words(self) -> tuple[str, ...]:
        """Every word that stands in a résumé, as the index writes it: small letters without accents."""
        self.database.rows("CREATE VIRTUAL TABLE IF NOT EXISTS temp.resume_word USING fts5vocab (main, resume_text, row)")
        return tuple(row[0] for row in self.database.rows("SELECT term FROM temp.resume_word"))

    # ---- meetings, plans, corrections, settings

    def meetings(self, client: int) -> tuple[Meeting, ...]:
        rows = self.database.rows("SELECT id, client, day, note FROM meeting WHERE client = ? ORDER BY day, id", (client,))
        return tuple(Meeting(*row) for row in rows)

    def add_meeting(self, client: int, day: str, note: str, number: int | None = None) -> int:
        """Add a meeting, under the id `number` where one that was removed comes back; returns its id."""
        with self.database.change() as change:
            return _last(change.execute("INSERT INTO meeting VALUES (?, ?, ?, ?)", (number, client, day, note)))

    def remove_meeting(self, meeting: int) -> None:
        with self.database.change() as change:
            change.execute("DELETE FROM meeting WHERE id = ?", (meeting,))

    def plans(self, client: int) -> tuple[Plan, ...]:
        rows = self.database.rows(
            "SELECT id, client, day, requirements, note FROM plan WHERE client = ? ORDER BY id", (client,)
        )
        return tuple(Plan(row[0], row[1], row[2], tuple(json.loads(row[3])) if row[3] != "[]" else (), row[4]) for row in rows)

    def add_plan(self, client: int, day: str, requirements: Sequence[str], note: str = "", number: int | None = None) -> int:
        """Add a plan, under the id `number` where one that was removed comes back; returns its id."""
        values = (number, client, day, json.dumps(list(requirements)), note)
        with self.database.change() as change:
            return _last(change.execute("INSERT INTO plan VALUES (?, ?, ?, ?, ?)", values))

    def corrections(self, client: int) -> tuple[str, ...]:
        """A client's corrections as JSON texts, in the order they were made."""
        return tuple(
            row[0] for row in self.database.rows("SELECT value FROM correction WHERE client = ? ORDER BY id", (client,))
        )

    def set_corrections(self, client: int, values: Sequence[str]) -> None:
        with self.database.change() as change:
            change.execute("DELETE FROM correction WHERE client = ?", (client,))
            change.executemany("INSERT INTO correction (client, value) VALUES (?, ?)", [(client, value) for value in values])

    def setting(self, key: str, default: str = "") -> str:
        rows = self.database.rows("SELECT value FROM setting WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else default

    def set_setting(self, key: str, value: str) -> None:
        with self.database.change() as change:
            change.execute(
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (key, value)
            )


def _last(cursor: sqlite3.Cursor) -> int:
    return int(cursor.lastrowid or 0)


def same_name(name: str) -> str:
    """A name as it is compared: case and spacing do not count."""
    return " ".join(name.casefold().split())


def _among(column: str, only: Sequence[int] | None) -> tuple[str, tuple[Any, ...]]:
    """A condition on ids and its values; one value however many ids, for SQLite limits their number."""
    return ("1", ()) if only is None else (f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(list(only)),))


def _row(row: Sequence[Any]) -> ClientRow:
    result = _result(row[10:27]) if row[10] is not None else None
    change = result.score - row[27] if result is not None and row[27] is not None else None
    path = file_paths.found(row[30])
    return ClientRow(_client(row[:8]), row[8] or 0, row[9] or 0, result, change, row[28], row[29], path)


def _insert_result(change: sqlite3.Connection, resume: int, r: Result, report: str) -> int:
    values = (r.engine, r.role, r.edition, r.variant, r.as_of, r.score, r.low, r.high, r.level, r.largest_gap)
    more = (r.largest_gap_points, *r.likely, r.made, r.problem, _packed(report))
    marks = ", ".join("?" * 17)
    columns = _RESULT.removeprefix("id, ") + ", report"
    return _last(change.execute(f"INSERT INTO result ({columns}) VALUES ({marks})", (resume, *values, *more)))
