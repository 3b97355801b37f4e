"""A store whose head is destroyed: a plain one is damaged, an encrypted one asks for its passphrase and then is damaged too."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.store.backups import backups_in, make_backup, restore
from desktop.store.database import FILE
from desktop.store.opening import open_store
from desktop.store.passphrase import is_encrypted, needs_passphrase, opens_a_copy, rewrite_with
from desktop.store.records import StoreError, StoreTrouble
from tests.desktop.store.test_clients import resume

SECRET = "open sesame"


def overwritten(first: int, last: int, fill: Callable[[int], bytes]) -> Callable[[Path], None]:
    """Damage: the bytes from `first` to `last` (0 for the end) are others now."""

    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        end = last or len(data)
        data[first:end] = fill(end - first)
        path.write_bytes(data)

    return damage


def zeros(count: int) -> bytes:
    return bytes(count)


def noise(count: int) -> bytes:
    return random.Random(7).randbytes(count)


def letters(count: int) -> bytes:
    return (b"somebody else's text. " * (count // 22 + 1))[:count]


HEADS = {
    "one byte": overwritten(0, 1, letters),
    "the head, zeros": overwritten(0, 100, zeros),
    "the head, noise": overwritten(0, 100, noise),
    "the first page, zeros": overwritten(0, 4096, zeros),
    "the first page, noise": overwritten(0, 4096, noise),
    "three pages, noise": overwritten(0, 3 * 4096, noise),
}
WHOLE = {
    "all zeros": overwritten(0, 0, zeros),
    "all letters": overwritten(0, 0, letters),
    "cut to half a page": lambda path: os.truncate(path, 2000),
    "no database": lambda path: path.write_bytes(b"no database at all" * 200),
}


def fill(folder: Path, *, noisy: bool = False) -> Path:
    """A plain store with a client and a backup; `noisy` keeps PDFs that are noise themselves."""
    store = open_store(folder)
    made = resume(text="Python zebra")
    store.clients.add_resume(None, "Ines Marques", made)
    if noisy:
        from dataclasses import replace

        for number in range(4):
            store.clients.add_resume(None, f"Person {number}", replace(made, sha256=f"{number:064}", pdf=noise(300_000)))
    make_backup(store.database, folder, "2026-11-01")
    store.close()
    return folder / FILE


def trouble_of(folder: Path, passphrase: str = "") -> StoreTrouble:
    with pytest.raises(StoreError) as told:
        open_store(folder, passphrase=passphrase)
    return told.value.trouble


# ---- without a passphrase


@pytest.mark.parametrize("damage", [*HEADS.values(), *WHOLE.values()], ids=[*HEADS, *WHOLE])
@pytest.mark.parametrize("noisy", [False, True], ids=["small", "with PDFs"])
def test_a_plain_store_that_is_destroyed_is_damaged_and_restored(
    damage: Callable[[Path], object], noisy: bool, tmp_path: Path
) -> None:
    path = fill(tmp_path, noisy=noisy)
    assert not is_encrypted(path)
    damage(path)
    assert not is_encrypted(path)
    assert not needs_passphrase(path, backups_in(tmp_path))
    assert not needs_passphrase(path, ())
    assert trouble_of(tmp_path) is StoreTrouble.DAMAGED
    restore(backups_in(tmp_path)[0], path)
    store = open_store(tmp_path)
    assert "Ines Marques" in [client.name for client in store.clients.clients()]
    store.close()


def test_nothing_and_an_empty_file_need_no_passphrase(tmp_path: Path) -> None:
    assert not needs_passphrase(tmp_path / FILE, ())
    (tmp_path / FILE).touch()
    assert not needs_passphrase(tmp_path / FILE, ())
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).mkdir()
    assert not needs_passphrase(tmp_path / FILE, ())


# ---- with one


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A store with a passphrase and a backup under it."""
    pytest.importorskip("sqlcipher3")
    path = fill(tmp_path)
    rewrite_with(path, "", SECRET)
    shutil.rmtree(tmp_path / "backups")
    store = open_store(tmp_path, passphrase=SECRET)
    make_backup(store.database, tmp_path, "2026-11-02", SECRET)
    store.close()
    return path


def test_an_encrypted_store_asks_for_its_passphrase(locked: Path) -> None:
    assert is_encrypted(locked)
    assert needs_passphrase(locked, ())
    assert all(map(is_encrypted, backups_in(locked.parent)))
    assert trouble_of(locked.parent, "wrong") is StoreTrouble.WRONG_PASSPHRASE
    open_store(locked.parent, passphrase=SECRET).close()


def test_copies_that_are_plain_do_not_make_an_encrypted_store_plain(locked: Path) -> None:
    copy = locked.parent / "backups" / "rolefit-2026-10-01.db"
    other = locked.parent / "other"
    copy.write_bytes(fill(other).read_bytes())
    assert needs_passphrase(locked, [copy])


@pytest.mark.parametrize("damage", [*HEADS.values(), *WHOLE.values()], ids=[*HEADS, *WHOLE])
def test_a_destroyed_store_with_a_passphrase_asks_tells_and_is_restored(damage: Callable[[Path], object], locked: Path) -> None:
    folder = locked.parent
    damage(locked)
    assert needs_passphrase(locked, backups_in(folder))
    assert trouble_of(folder, "wrong") is StoreTrouble.WRONG_PASSPHRASE
    assert trouble_of(folder, SECRET) is StoreTrouble.DAMAGED
    restore(backups_in(folder)[0], locked, SECRET)
    store = open_store(folder, passphrase=SECRET)
    assert [client.name for client in store.clients.clients()] == ["Ines Marques"]
    store.close()


@pytest.mark.parametrize("damage", HEADS.values(), ids=HEADS)
def test_without_copies_its_pages_tell(damage: Callable[[Path], object], locked: Path) -> None:
    damage(locked)
    assert needs_passphrase(locked, ())
    assert not opens_a_copy(SECRET, ())


def test_a_store_born_under_a_passphrase_is_known_from_its_log(tmp_path: Path) -> None:
    pytest.importorskip("sqlcipher3")
    store = open_store(tmp_path, passphrase=SECRET)
    store.clients.add_client("Ines Marques", "2026-11-01")
    killed = tmp_path / "killed"
    killed.mkdir()
    for path in tmp_path.glob(f"{FILE}*"):  # as a program that was killed leaves it: nothing is written back
        shutil.copy(path, killed / path.name)
    store.close()
    assert (killed / FILE).stat().st_size < 8 * 4096
    assert is_encrypted(killed / FILE)


def test_after_the_passphrase_is_taken_off_the_store_is_plain(locked: Path) -> None:
    rewrite_with(locked, SECRET, "")
    assert not needs_passphrase(locked, backups_in(locked.parent))
