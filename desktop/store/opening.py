"""Opening the store of a data folder: private folder, one writer, copies before each schema step, today's backup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.store.backups import backups_in, daily_backup, make_backup
from desktop.store.clients import ClientStore
from desktop.store.database import FILE, Database, WriterLock, private_folder
from desktop.store.erasure import erase_clients
from desktop.store.passphrase import opens_a_copy
from desktop.store.records import StoreError, StoreTrouble


@dataclass
class OpenStore:
    """An open store with everything that belongs to it; close it when done."""

    folder: Path
    database: Database
    clients: ClientStore
    lock: WriterLock
    passphrase: str = ""
    today: Callable[[], date] = date.today

    def erase(self, clients: list[int]) -> None:
        """Delete clients for good, older backups included, and make a fresh backup without them."""
        erase_clients(self.database, clients, backups_in(self.folder))
        (self.folder / FILE).with_suffix(".before").unlink(missing_ok=True)
        make_backup(self.database, self.folder, self.today().isoformat(), self.passphrase)

    def close(self) -> None:
        self.database.close()
        self.lock.release()


def open_store(folder: Path, *, passphrase: str = "", today: Callable[[], date] = date.today) -> OpenStore:
    """Open the store in `folder`, making it where there is none; `today` dates its backups.

    Raises StoreError; then nothing is held open. A store that is destroyed is told from a wrong passphrase by its backups.
    """
    private_folder(folder)
    lock = WriterLock(folder)
    lock.take()
    try:
        database = Database(folder / FILE, passphrase)
    except StoreError as error:
        try:
            if error.trouble is StoreTrouble.WRONG_PASSPHRASE and opens_a_copy(passphrase, backups_in(folder)):
                raise StoreError(StoreTrouble.DAMAGED, "encrypted") from None
        finally:
            lock.release()
        raise
    try:
        database.upgrade(lambda step: _copy_before(database, folder, step, passphrase))
        if database.rows("SELECT 1 FROM client LIMIT 1"):
            daily_backup(database, folder, today(), passphrase)
    except BaseException:
        database.close()
        lock.release()
        raise
    return OpenStore(folder, database, ClientStore(database), lock, passphrase, today)


def _copy_before(database: Database, folder: Path, step: int, passphrase: str) -> None:
    """A verified copy before schema step `step`, unless there is nothing in the store yet."""
    if database.rows("SELECT 1 FROM client LIMIT 1"):
        make_backup(database, folder, f"before-step-{step + 1}", passphrase)
