"""Pictures of a PDF's pages, drawn by a child process under a clock and kept by size. The window itself opens no PDF."""

from __future__ import annotations

import json
import sys
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal
from PySide6.QtGui import QImage

SECONDS = 15  # for one answer; then the child is ended
KEPT_BYTES = 96 * 1024 * 1024  # of pictures
MOST_ANSWER = 130 * 1024 * 1024


class PagePictures(QObject):
    """Draws pages of one document at a time.

    `ready(page)`: `picture` has a new one. `cannot(page, why)`: this page (or, with -1, the document) cannot be drawn.
    Pages count from 0, sizes are device pixels.
    """

    ready = Signal(int)
    opened = Signal(object)
    cannot = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._spare: QProcess | None = None
        self._leaving: list[QProcess] = []  # killed, not gone yet
        self._buffer = bytearray()
        self._head: dict[str, object] | None = None
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._wanted: list[tuple[int, int, int]] = []
        self._drawing: tuple[int, int, int] | None = None
        self._is_open = False
        self._data = b""
        self._password = ""
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SECONDS * 1000)
        self._clock.timeout.connect(self._too_long)
        self._keep_spare = False
        self.command: Callable[[], list[str]] = _command

    def show_document(self, data: bytes, password: str = "") -> None:
        """Forget the last document and begin with this one."""
        self.close()
        self._data, self._password = data, password
        self._begin()

    def end(self) -> None:
        """End all children, for good."""
        self.close()
        self._drop_spare()
        for process in tuple(self._leaving):
            process.waitForFinished(500)

    def close(self) -> None:
        """End the child and drop all pictures."""
        self._end()
        self._kept.clear()
        self._wanted.clear()
        self._data = b""

    @property
    def has_document(self) -> bool:
        return bool(self._data)

    def picture(self, page: int, width: int) -> QImage | None:
        """A page's picture of this width, else the nearest there is, else None."""
        exact = self._kept.get((page, width))
        if exact is not None:
            self._kept.move_to_end((page, width))
            return exact
        others = [key for key in self._kept if key[0] == page]
        return self._kept[min(others, key=lambda key: abs(key[1] - width))] if others else None

    def want(self, pages: list[tuple[int, int, int]]) -> None:
        """Ask for (page, width, height), the most urgent first; what was asked before and is not wanted any more is dropped."""
        self._wanted = [wish for wish in pages if (wish[0], wish[1]) not in self._kept and wish != self._drawing]
        self._next()

    # ---- the child

    def warm(self) -> None:
        """Start a child ahead, so that the next document's first page is there sooner."""
        self._keep_spare = True
        if self._spare is None or self._spare.state() == QProcess.ProcessState.NotRunning:
            self._drop_spare()
            self._spare = self._start_child()

    def _drop_spare(self) -> None:
        spare, self._spare = self._spare, None
        if spare is not None:
            self._let_go(spare)

    def _start_child(self) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment()
        for name in ("SYSTEMROOT", "PATH", "LANG", "HOME"):  # what Qt needs to start; nothing else is handed on
            value = QProcessEnvironment.systemEnvironment().value(name)
            if value:
                environment.insert(name, value)
        environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        program, *arguments = self.command()
        process.start(program, arguments)
        return process

    def _begin(self) -> None:
        process, self._spare = self._spare, None
        if process is None or process.state() == QProcess.ProcessState.NotRunning:
            process = self._start_child()
        self._process = process
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        head = json.dumps({"op": "open", "size": len(self._data), "password": self._password})
        process.write(head.encode() + b"\n")
        process.write(self._data)
        self._clock.start()

    def _end(self) -> None:
        self._clock.stop()
        process, self._process = self._process, None
        self._buffer.clear()
        self._head, self._drawing, self._is_open = None, None, False
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._ended)
            self._let_go(process)

    def _let_go(self, process: QProcess) -> None:
        """Kill a child without waiting for its end: waiting would hold up the window (measured: up to 37 ms)."""

        self._leaving.append(process)
        process.finished.connect(self._reap)
        process.kill()
        # Not here: this may run inside a signal of that very process.
        QTimer.singleShot(0, self, self._reap)

    def _reap(self, *_how: object) -> None:
        """Forget the children that are gone."""
        for process in tuple(self._leaving):
            if process.state() == QProcess.ProcessState.NotRunning:
                self._leaving.remove(process)
                process.deleteLater()

    def _ended(self, *_how: object) -> None:
        page = self._drawing[0] if self._drawing else -1
        was_open = self._is_open
        self._end()
        if was_open and page >= 0 and self._data:
            self._wanted = [wish for wish in self._wanted if wish[0] != page]
            self.cannot.emit(page, "stopped")
            if self._wanted:
                self._begin()
        elif not was_open or not self._data:
            self._data = b""
            self.cannot.emit(-1, "stopped")

    def _too_long(self) -> None:
        if self._process is not None:
            self._ended()

    def _next(self) -> None:
        if self._drawing is not None or not self._wanted or not self._data:
            return
        if self._process is None:
            self._begin()
            return
        if not self._is_open:
            return
        self._drawing = page, width, height = self._wanted.pop(0)
        head = json.dumps({"op": "draw", "page": page, "width": width, "height": height})
        self._process.write(head.encode() + b"\n")
        self._clock.start()

    def _read(self) -> None:
        assert self._process is not None
        self._buffer += self._process.readAllStandardOutput().data()
        while self._process is not None and self._take_one():
            pass

    def _take_one(self) -> bool:
        """Take one whole message from the buffer; false where there is none yet."""
        if self._head is None:
            end = self._buffer.find(b"\n")
            if end < 0:
                if len(self._buffer) > 100_000:
                    self._ended()
                return False
            try:
                head = json.loads(self._buffer[:end])
                self._head = head if isinstance(head, dict) else {}
            except ValueError:
                self._ended()
                return False
            del self._buffer[: end + 1]
        size = self._head.get("size", 0)
        if not isinstance(size, int) or not 0 <= size <= MOST_ANSWER:
            self._ended()
            return False
        if len(self._buffer) < size:
            return False
        head, self._head = self._head, None
        body = bytes(self._buffer[:size])
        del self._buffer[:size]
        self._answer(head, body)
        return True

    def _answer(self, head: dict[str, object], body: bytes) -> None:
        self._clock.stop()
        if head.get("op") == "opened":
            self._is_open = True
            self.opened.emit(head.get("pages"))
        elif head.get("op") == "drawn" and self._drawing is not None:
            page, width, height = self._drawing
            self._drawing = None
            if (head.get("width"), head.get("height"), len(body)) == (width, height, width * height * 3):
                picture = QImage(body, width, height, width * 3, QImage.Format.Format_RGB888)
                self._keep(page, width, picture.convertToFormat(QImage.Format.Format_RGB32))  # as the screen has it
                if self._keep_spare:
                    self.warm()
            else:
                self.cannot.emit(page, "answer")
        else:
            failed, self._drawing = self._drawing, None
            if failed is None:
                self._end()
                self._data = b""
                self.cannot.emit(-1, str(head.get("why", ""))[:80])
            else:
                self.cannot.emit(failed[0], str(head.get("why", ""))[:80])
        self._next()

    def _keep(self, page: int, width: int, picture: QImage) -> None:
        self._kept[page, width] = picture
        while sum(p.sizeInBytes() for p in self._kept.values()) > KEPT_BYTES and len(self._kept) > 1:
            self._kept.popitem(last=False)
        self.ready.emit(page)


def _command() -> list[str]:
    """The program that draws: this interpreter, isolated, on the renderer's file; a frozen bundle calls itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--draw-pages"]
    return [sys.executable, "-I", str(Path(__file__).with_name("renderer.py"))]
