"""A passphrase put on a store and taken off again: everything is still there, and only the passphrase opens it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.store.database import FILE
from desktop.store.opening import open_store
from desktop.store.passphrase import is_encrypted, rewrite_with
from desktop.store.records import StoreError, StoreTrouble
from tests.desktop.store.test_clients import resume

pytest.importorskip("sqlcipher3")


def test_a_passphrase_goes_on_and_off(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.clients.add_resume(None, "Ines Marques", resume(text="Python zebra"))
    store.close()
    assert not is_encrypted(tmp_path / FILE)
    rewrite_with(tmp_path / FILE, "", "it's a secret")
    assert is_encrypted(tmp_path / FILE)
    assert b"Ines" not in (tmp_path / FILE).read_bytes()
    with pytest.raises(StoreError) as wrong:
        open_store(tmp_path, passphrase="no")
    assert wrong.value.trouble is StoreTrouble.WRONG_PASSPHRASE
    with pytest.raises(StoreError):
        rewrite_with(tmp_path / FILE, "no", "")
    store = open_store(tmp_path, passphrase="it's a secret")
    assert store.clients.search("zebra")
    store.clients.add_resume(None, "Tom Okoro", resume("cd" * 32, "Go zebra"))
    assert store.database.sound()
    store.close()
    rewrite_with(tmp_path / FILE, "it's a secret", "")
    store = open_store(tmp_path)
    assert [client.name for client in store.clients.clients()] == ["Ines Marques", "Tom Okoro"]
    assert len(store.clients.search("zebra")) == 2
    store.close()
