"""The optional passphrase: whether a store has one, and writing the store anew with another or none. Needs SQLCipher.

SQLCipher's wheels exist for CPython on Windows, macOS and Linux (sqlcipher3 0.6); elsewhere there is no passphrase.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

from desktop.store.database import Database, driver_for, trouble_of
from desktop.store.records import StoreError, StoreTrouble

_PLAIN = b"SQLite format 3\x00"
_PAGE = 4096  # bytes of a page, in SQLite since 3.12 and in SQLCipher since 4
_FEWEST = 8  # pages besides the first; an empty store has 18, so less is what is left of one
_MOST = 256  # pages that are looked at
_VALUES = 250  # different bytes in a page of noise: one of the 256 is missing once in 35,000 pages, seven never
_LOG_HEAD, _FRAME_HEAD = 32, 24  # bytes of the log's head, and before each of its pages
_KINDS = b"\x00\x02\x05\x0a\x0d"  # what a plain page begins with, https://sqlite.org/fileformat2.html sections 1.5 to 1.7
_COPIES = 2  # copies that a passphrase is tried on: each takes a part of a second


def is_encrypted(path: Path) -> bool:
    """Whether a store file is there and is encrypted, judged by its pages: a plain store whose head was destroyed is not."""
    try:
        with path.open("rb") as file:
            if file.read(len(_PLAIN)) == _PLAIN:
                return False
        # The first page is left out: it is the one that was destroyed. What is not written back yet stands in the log.
        pages = _pages(path, _PAGE, 0)[1:]
        if len(pages) < _FEWEST:
            pages += _pages(Path(f"{path}-wal"), _PAGE + _FRAME_HEAD, _LOG_HEAD + _FRAME_HEAD)
    except OSError:
        return False
    return len(pages) >= _FEWEST and sum(map(_is_noise, pages)) * 2 > len(pages)


def needs_passphrase(path: Path, copies: Iterable[Path]) -> bool:
    """Whether only a passphrase leads on: the store is encrypted, or it is destroyed and its `copies` are encrypted."""
    if is_encrypted(path):
        return True
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAIN))
    except OSError:
        return False
    return bool(head) and head != _PLAIN and any(map(is_encrypted, copies))


def opens_a_copy(passphrase: str, copies: Iterable[Path]) -> bool:
    """Whether the passphrase is the right one, as copies show that it opens: each new one is written under the store's."""
    for copy in [copy for copy in copies if is_encrypted(copy)][:_COPIES]:
        try:
            Database(copy, passphrase).close()
        except StoreError:
            continue
        return True
    return False


def _pages(path: Path, step: int, begin: int) -> list[bytes]:
    """Pages of a file, spread over it: one begins every `step` bytes, the first at `begin`. Raises OSError."""
    if not path.exists():
        return []
    found = []
    with path.open("rb") as file:
        count = max(0, path.stat().st_size - begin + step - _PAGE) // step
        for number in range(0, count, max(1, count // _MOST)):
            file.seek(begin + number * step)
            found.append(file.read(_PAGE))
    return found


def _is_noise(page: bytes) -> bool:
    """Whether a page is as SQLCipher writes it. In 4,096 bytes of noise all 256 values are there; text and zeros have few.
    A plain page may hold a packed report, which is noise too, but begins with its kind or the number of the page that follows.
    """
    return len(set(page)) >= _VALUES and page[0] not in _KINDS


def rewrite_with(path: Path, old: str, new: str) -> None:
    """Write the closed store `path` anew under passphrase `new` ("" for none); it was under `old`. Raises StoreError.

    The new file is checked before it takes the old one's place; until then nothing has changed.
    """
    driver = driver_for(old or new)
    part = path.with_suffix(".rewritten")
    part.unlink(missing_ok=True)
    connection = driver.connect(str(path))
    try:
        if old:
            connection.execute(f"PRAGMA key = '{_quoted(old)}'")
        connection.isolation_level = None
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        step = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"ATTACH DATABASE ? AS other KEY '{_quoted(new)}'", (str(part),))
        connection.execute("SELECT sqlcipher_export('other')")
        connection.execute(f"PRAGMA other.user_version = {int(step)}")
        connection.execute("DETACH DATABASE other")
    except driver.Error as error:
        part.unlink(missing_ok=True)
        raise (StoreError(StoreTrouble.WRONG_PASSPHRASE) if old else trouble_of(error)) from None
    finally:
        connection.close()
    _take_place(path, part, new)


def _take_place(path: Path, part: Path, new: str) -> None:
    try:
        copy = Database(part, new)
        sound = copy.sound()
        copy.connection.execute("PRAGMA journal_mode = DELETE")
        copy.close()
        if not sound:
            raise StoreError(StoreTrouble.DAMAGED, "rewritten")
        if os.name == "posix":
            part.chmod(0o600)
        part.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    for leftover in (f"{path}-wal", f"{path}-shm"):
        Path(leftover).unlink(missing_ok=True)


def _quoted(passphrase: str) -> str:
    return passphrase.replace("'", "''")
