"""Backups that were checked, restoring, deletion that deletes, a passphrase."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.store.backups import backups_in, daily_backup, make_backup, restore, to_let_go
from desktop.store.database import FILE
from desktop.store.opening import open_store
from desktop.store.records import NewResume, Result, StoreError, StoreTrouble
from tests.desktop.store.traces import traces_of

NAME = "Zebediah Quuxington"


def new_resume(name: str) -> NewResume:
    """A made-up résumé with the name in every field that can hold it."""
    made = Result(
        0, 0, "0.1.0", "role", "1.0", "", "2026-11", 690, 690, 690, "senior", "Gap", 30, (0, 0), "2026-11-22T10:00:00"
    )
    return NewResume(
        f"{name}.pdf",
        f"/x/{name}.pdf",
        "ab" * 32,
        "2026-11-22",
        f'["{name}"]',
        f'["{name}"]',
        f"{name} Django",
        made,
        name.encode() * 500,
    )


def fill(folder: Path, passphrase: str = "") -> list[int]:
    """A store with the name all over it, and a backup of it; returns the clients to delete."""
    store = open_store(folder, passphrase=passphrase)
    client, _ = store.clients.add_resume(None, NAME, new_resume(NAME))
    store.clients.add_resume(None, "Tom Okoro", new_resume("Tom Okoro"))
    store.clients.add_meeting(client, "2026-11-22", f"talked with {NAME}")
    store.clients.set_corrections(client, [f'"{NAME}"'])
    make_backup(store.database, folder, "2026-11-01", passphrase)
    store.close()
    return [client]


def test_deletion_leaves_no_byte_of_the_name(tmp_path: Path) -> None:
    clients = fill(tmp_path)
    assert traces_of(tmp_path, NAME)
    store = open_store(tmp_path)
    store.erase(clients)
    assert traces_of(tmp_path, "Zebediah") == []
    assert traces_of(tmp_path, "zebediah") == []
    assert [c.name for c in store.clients.clients()] == ["Tom Okoro"]
    assert store.database.sound()
    store.close()
    assert traces_of(tmp_path, "Zebediah") == []
    assert traces_of(tmp_path, "Okoro")


def test_one_backup_a_day_and_it_restores(tmp_path: Path) -> None:
    fill(tmp_path)
    store = open_store(tmp_path, today=lambda: date(2026, 11, 22))
    assert daily_backup(store.database, tmp_path, date(2026, 11, 22)) is None
    assert [p.name for p in backups_in(tmp_path)] == ["rolefit-2026-11-22.db", "rolefit-2026-11-01.db"]
    store.clients.add_client("after the copy", "2026-11-22")
    store.close()
    restore(tmp_path / "backups" / "rolefit-2026-11-22.db", tmp_path / FILE)
    store = open_store(tmp_path, today=lambda: date(2026, 11, 22))
    assert [c.name for c in store.clients.clients()] == ["Tom Okoro", NAME]
    store.close()


def test_a_damaged_backup_is_not_restored(tmp_path: Path) -> None:
    fill(tmp_path)
    backup = tmp_path / "backups" / "rolefit-2026-11-01.db"
    backup.write_bytes(backup.read_bytes()[:5000] + b"x" * 3000)
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(StoreError):
        restore(backup, tmp_path / FILE)
    assert (tmp_path / FILE).read_bytes() == before


def test_seven_days_and_four_weeks_are_kept(tmp_path: Path) -> None:
    days = [date(2026, 11, 22) - timedelta(days=n) for n in range(60)]
    copies = tuple(tmp_path / f"rolefit-{day.isoformat()}.db" for day in days)
    gone = set(to_let_go(copies))
    kept = [day for day, path in zip(days, copies, strict=True) if path not in gone]
    assert kept[:7] == days[:7]
    assert len({day.isocalendar()[:2] for day in kept}) == 4
    assert len(kept) == 7 + 3  # the seven days are one week
    assert to_let_go((tmp_path / "rolefit-before-step-2.db",)) == ()


def test_a_passphrase_encrypts_store_and_backups(tmp_path: Path) -> None:
    pytest.importorskip("sqlcipher3", reason="the optional package for a passphrase is not installed")
    clients = fill(tmp_path, "open it's me")
    assert traces_of(tmp_path, "Zebediah") == []
    for wrong in ("", "other"):
        with pytest.raises(StoreError):
            open_store(tmp_path, passphrase=wrong)
    store = open_store(tmp_path, passphrase="open it's me")
    assert [c.name for c in store.clients.clients()] == ["Tom Okoro", NAME]
    store.erase(clients)
    store.close()


def test_without_the_package_a_passphrase_is_refused_clearly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sqlcipher3", None)
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path, passphrase="secret")
    assert caught.value.trouble is StoreTrouble.NO_ENCRYPTION
    open_store(tmp_path).close()
