"""Clients, their résumé versions, results, meetings and plans: every change is one transaction. No Qt.

Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM:SS`; the caller says what time it is, so that tests need no clock.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from desktop.store.database import Database
from desktop.store.records import Arrival, Client, ClientRow, Meeting, NewResume, Plan, Result, ResumeVersion

_CLIENT = "id, name, notes, tags, consent, keep_until, created, binned"
_VERSION = "id, client, version, file_name, path, sha256, imported, pdf IS NOT NULL"
_RESULT = (
    "id, resume, engine, role, edition, variant, as_of, score, low, high, level, largest_gap, largest_gap_points, "
    "likely_low, likely_high, made, problem"
)


def _client(row: Sequence[Any]) -> Client:
    return Client(row[0], row[1], row[2], tuple(json.loads(row[3])), *row[4:8])


def _version(row: Sequence[Any]) -> ResumeVersion:
    fields = [*row[:7], bool(row[7])]
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
        wanted = _same_name(person)
        for client in self.clients() if wanted else ():
            if _same_name(client.name) == wanted:
                latest = self.versions(client.id)
                return Arrival("next_version", client, (latest[-1].version if latest else 0) + 1)
        return Arrival("new")

    def add_resume(self, client: int | None, name: str, resume: NewResume) -> tuple[int, int]:
        """Add a résumé with its result as the next version of `client`, or of a new one called `name`; (client, résumé) ids."""
        with self.database.change() as change:
            if client is None:
                client = _last(change.execute("INSERT INTO client (name, created) VALUES (?, ?)", (name, resume.imported)))
            top = change.execute("SELECT max(version) FROM resume WHERE client = ?", (client,)).fetchone()[0] or 0
            values = (client, top + 1, resume.file_name, resume.path, resume.sha256, resume.imported)
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

    # ---- the table of all clients

    def table(self) -> tuple[ClientRow, ...]:
        """A row for each client not in the bin: newest version, its newest result, and the change since the version before,
        compared only within the same engine, role and edition."""
        results: dict[int, list[tuple[int, Result]]] = {}
        query = (
            f"SELECT resume.client, resume.version, {', '.join('result.' + c.strip() for c in _RESULT.split(','))} "
            "FROM result JOIN resume ON resume.id = result.resume ORDER BY resume.client, resume.version, result.id"
        )
        for row in self.database.rows(query):
            results.setdefault(row[0], []).append((row[1], _result(row[2:])))
        newest = {
            row[0]: (row[1], row[2])
            for row in self.database.rows("SELECT client, version, id FROM resume ORDER BY client, version")
        }
        rows = []
        for client in self.clients():
            version, resume = newest.get(client.id, (0, 0))
            last = next((r for v, r in reversed(results.get(client.id, [])) if v == version), None)
            rows.append(ClientRow(client, version, resume, last, _change(results.get(client.id, []), version, last)))
        return tuple(rows)

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

    # ---- meetings, plans, corrections, settings

    def meetings(self, client: int) -> tuple[Meeting, ...]:
        rows = self.database.rows("SELECT id, client, day, note FROM meeting WHERE client = ? ORDER BY day, id", (client,))
        return tuple(Meeting(*row) for row in rows)

    def add_meeting(self, client: int, day: str, note: str) -> int:
        with self.database.change() as change:
            return _last(change.execute("INSERT INTO meeting (client, day, note) VALUES (?, ?, ?)", (client, day, note)))

    def remove_meeting(self, meeting: int) -> None:
        with self.database.change() as change:
            change.execute("DELETE FROM meeting WHERE id = ?", (meeting,))

    def plans(self, client: int) -> tuple[Plan, ...]:
        rows = self.database.rows(
            "SELECT id, client, day, requirements, note FROM plan WHERE client = ? ORDER BY id", (client,)
        )
        return tuple(Plan(row[0], row[1], row[2], tuple(json.loads(row[3])), row[4]) for row in rows)

    def add_plan(self, client: int, day: str, requirements: Sequence[str], note: str = "") -> int:
        values = (client, day, json.dumps(list(requirements)), note)
        with self.database.change() as change:
            return _last(change.execute("INSERT INTO plan (client, day, requirements, note) VALUES (?, ?, ?, ?)", values))

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


def _same_name(name: str) -> str:
    return " ".join(name.casefold().split())


def _change(results: list[tuple[int, Result]], version: int, last: Result | None) -> int | None:
    if last is None:
        return None
    same = [
        r
        for v, r in results
        if v < version and (r.engine, r.role, r.edition, r.variant) == (last.engine, last.role, last.edition, last.variant)
    ]
    return last.score - same[-1].score if same else None


def _insert_result(change: sqlite3.Connection, resume: int, r: Result, report: str) -> int:
    values = (r.engine, r.role, r.edition, r.variant, r.as_of, r.score, r.low, r.high, r.level, r.largest_gap)
    more = (r.largest_gap_points, *r.likely, r.made, r.problem, _packed(report))
    marks = ", ".join("?" * 17)
    columns = _RESULT.removeprefix("id, ") + ", report"
    return _last(change.execute(f"INSERT INTO result ({columns}) VALUES ({marks})", (resume, *values, *more)))
