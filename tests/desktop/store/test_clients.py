"""Clients, versions and results in the store: what is kept comes back, what failed leaves nothing."""

from __future__ import annotations

import os
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.store.database import FILE, Database
from desktop.store.opening import OpenStore, open_store
from desktop.store.records import NewResume, Result, StoreError, StoreTrouble
from desktop.store.schema import STEPS


def result(score: int = 690, edition: str = "1.0") -> Result:
    """A made-up result."""
    values = ("0.1.0", "senior-backend-engineer", edition, "", "2026-11", score, score, score, "senior", "NoSQL database", 30)
    return Result(0, 0, *values, (100_000, 151_000), "2026-11-22T10:00:00")


def resume(sha256: str = "ab" * 32, text: str = "Python Django", score: int = 690, pdf: bytes | None = None) -> NewResume:
    """A made-up résumé that holds `text`."""
    return NewResume("cv.pdf", "/x/cv.pdf", sha256, "2026-11-22", f'["{text}"]', f'{{"t": "{text}"}}', text, result(score), pdf)


@pytest.fixture
def store(tmp_path: Path) -> OpenStore:
    opened = open_store(tmp_path / "data")
    yield opened  # type: ignore[misc]
    opened.close()


def test_a_resume_comes_back_as_it_was_kept(store: OpenStore) -> None:
    client, row = store.clients.add_resume(None, "Ines Marques", resume(pdf=b"%PDF-1.7"))
    (version,) = store.clients.versions(client)
    assert (version.version, version.sha256, version.kept) == (1, "ab" * 32, True)
    (kept,) = store.clients.results(row)
    assert replace(kept, id=0, version=0) == result()
    assert store.clients.document_of(row) == '["Python Django"]'
    assert store.clients.report_of(kept.id) == '{"t": "Python Django"}'
    assert store.clients.pdf_of(row) == b"%PDF-1.7"


def test_the_pdf_is_kept_only_if_asked(store: OpenStore) -> None:
    _, row = store.clients.add_resume(None, "Ines Marques", resume())
    assert store.clients.pdf_of(row) is None


def test_same_bytes_next_version_and_new_are_told_apart(store: OpenStore) -> None:
    client, _ = store.clients.add_resume(None, "Ines Marques", resume())
    assert store.clients.arrival("ab" * 32, "Somebody Else").kind == "already_here"
    following = store.clients.arrival("cd" * 32, "ines  MARQUES")
    assert (following.kind, following.version) == ("next_version", 2)
    assert following.client is not None
    assert following.client.id == client
    assert store.clients.arrival("cd" * 32, "Tom Okoro").kind == "new"
    assert store.clients.arrival("cd" * 32, "").kind == "new"


def test_the_table_shows_the_change_within_one_edition_only(store: OpenStore) -> None:
    client, _ = store.clients.add_resume(None, "Ines Marques", resume(score=580))
    store.clients.add_resume(client, "", resume("cd" * 32, score=640))
    (row,) = store.clients.table()
    assert (row.version, row.result.score if row.result else None, row.change) == (2, 640, 60)
    other, first = store.clients.add_resume(None, "Tom Okoro", resume("ef" * 32, score=500))
    newer = replace(resume("aa" * 32), result=result(700, edition="2.0"))
    store.clients.add_resume(other, "", newer)
    assert [r.change for r in store.clients.table()] == [60, None]
    store.clients.add_result(first, result(650, edition="2.0"), "{}")
    assert [r.change for r in store.clients.table()] == [60, 50]


def test_search_finds_all_words_and_marks_them(store: OpenStore) -> None:
    _, row = store.clients.add_resume(None, "Ines Marques", resume(text="Built a café locator in Django"))
    store.clients.add_resume(None, "Tom Okoro", resume("cd" * 32, text="Flask"))
    assert store.clients.search("cafe djan") == ((row, "Built a \x02café\x03 locator in \x02Django\x03"),)
    assert store.clients.search('" OR 1=1 --') == ()
    assert store.clients.search("  ") == ()


def test_the_bin_hides_and_gives_back(store: OpenStore) -> None:
    client, _ = store.clients.add_resume(None, "Ines Marques", resume())
    store.clients.put_in_bin([client], "2026-11-22T10:00:00")
    assert store.clients.table() == ()
    assert [c.id for c in store.clients.clients(binned=True)] == [client]
    assert store.clients.search("Django") == ()
    store.clients.put_in_bin([client], "")
    assert [r.client.id for r in store.clients.table()] == [client]


def test_notes_meetings_plans_corrections_and_settings(store: OpenStore) -> None:
    client = store.clients.add_client("Ines Marques", "2026-11-22")
    known = store.clients.client(client)
    assert known is not None
    changed = replace(known, notes="=1+1", tags=("berlin", "<b>"), consent="2026-11-01", keep_until="2026-12-01")
    store.clients.change_client(changed)
    assert store.clients.client(client) == changed
    assert store.clients.due("2026-12-01") == (changed,)
    assert store.clients.due("2026-11-30") == ()
    meeting = store.clients.add_meeting(client, "2026-11-22", "first talk")
    assert [m.note for m in store.clients.meetings(client)] == ["first talk"]
    store.clients.remove_meeting(meeting)
    assert store.clients.meetings(client) == ()
    store.clients.add_plan(client, "2026-12-22", ["nosql", "cloud"])
    assert store.clients.plans(client)[0].requirements == ("nosql", "cloud")
    store.clients.set_corrections(client, ['{"a": 1}', '{"b": 2}'])
    store.clients.set_corrections(client, ['{"b": 2}'])
    assert store.clients.corrections(client) == ('{"b": 2}',)
    store.clients.set_setting("place", "Chicago")
    store.clients.set_setting("place", "Austin")
    assert (store.clients.setting("place"), store.clients.setting("none", "x")) == ("Austin", "x")


def test_a_failed_change_leaves_nothing(store: OpenStore) -> None:
    class Stop(Exception):
        pass

    def stopped_half_way() -> None:
        with store.database.change() as change:
            change.execute("INSERT INTO client (name, created) VALUES ('half', '')")
            raise Stop

    def against_the_rules() -> None:
        with store.database.change() as change:
            change.execute("INSERT INTO client (name, created) VALUES ('half', '')")
            change.execute("INSERT INTO meeting (client, day, note) VALUES (99, '', '')")

    with pytest.raises(Stop):
        stopped_half_way()
    assert store.clients.clients() == ()
    with pytest.raises(StoreError):
        against_the_rules()
    assert store.clients.clients() == ()


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX systems")
def test_only_the_owner_may_read_the_store(store: OpenStore) -> None:
    store.clients.add_client("Ines Marques", "2026-11-22")
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((store.folder / FILE).stat().st_mode) == 0o600


def test_a_second_writer_is_told_that_it_is_locked(store: OpenStore) -> None:
    with pytest.raises(StoreError) as caught:
        open_store(store.folder)
    assert caught.value.trouble is StoreTrouble.LOCKED


def test_a_store_from_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as raw:
        raw.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    raw.close()
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path)
    assert caught.value.trouble is StoreTrouble.NEWER


def test_a_damaged_store_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 200)
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path)
    assert caught.value.trouble is StoreTrouble.DAMAGED
    assert (tmp_path / FILE).read_bytes().startswith(b"no database")


def test_settings_that_keep_acknowledged_changes(store: OpenStore) -> None:
    values = {
        name: store.database.rows(f"PRAGMA {name}")[0][0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }
    assert values == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_an_old_schema_is_brought_up_with_a_copy_before(tmp_path: Path) -> None:
    old = Database(tmp_path / FILE)
    with old.change() as change:
        for statement in STEPS[0].split(";"):
            if statement.strip():
                change.execute(statement)
        change.execute("PRAGMA user_version = 1")
        change.execute("INSERT INTO client (name, created) VALUES ('Ines Marques', '2026-01-01')")
    old.close()
    opened = open_store(tmp_path)
    assert [c.name for c in opened.clients.clients()] == ["Ines Marques"]
    assert opened.database.steps_done == len(STEPS)
    assert (tmp_path / "backups" / "rolefit-before-step-2.db").exists()
    opened.close()


def test_another_role_edition_or_variant_has_not_scored_it_yet(store: OpenStore) -> None:
    _, row = store.clients.add_resume(None, "Ines Marques", resume())
    (kept,) = store.clients.results(row)
    rules = (kept.engine, kept.role, kept.edition, kept.variant)
    assert store.clients.not_scored_by(*rules) == ()
    for place in range(4):
        others = tuple("other" if at == place else rule for at, rule in enumerate(rules))
        assert store.clients.not_scored_by(*others) == (row,)
