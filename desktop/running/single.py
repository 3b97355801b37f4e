"""One window for each user: a second launch hands its files to the first through a local socket (no network)."""

from __future__ import annotations

import getpass
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

MOST = 1_000_000  # bytes of a message


def socket_name(data_dir: Path) -> str:
    """A name of this user and data folder only."""
    secret = hashlib.sha256(f"{getpass.getuser()}\0{data_dir}".encode()).hexdigest()[:20]
    return f"rolefit-{secret}"


def hand_over(name: str, files: Sequence[str], milliseconds: int = 300) -> bool:
    """Give the files to a window that runs already; false where none does."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(milliseconds):
        return False
    socket.write(json.dumps(list(files)).encode() + b"\n")
    sent = socket.waitForBytesWritten(milliseconds) or socket.bytesToWrite() == 0
    socket.disconnectFromServer()
    return sent


class Reception(QObject):
    """Listens for later launches. `files_came(paths)`: maybe none, which means "show yourself"."""

    files_came = Signal(list)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._come)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a crash: nobody answered there
            self._server.listen(name)

    def _come(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.disconnected.connect(lambda: self._read(socket))

    def _read(self, socket: QLocalSocket) -> None:
        raw = bytes(socket.read(MOST).data())
        socket.deleteLater()
        try:
            files = json.loads(raw)
        except ValueError:
            return
        if isinstance(files, list):
            self.files_came.emit([path for path in files if isinstance(path, str)])

    def close(self) -> None:
        self._server.close()
