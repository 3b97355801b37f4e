"""A program of its own that draws pages of a PDF: bytes in on stdin, raw RGB out on stdout. Runs under limits, opens no file.

Started by path with an isolated interpreter; imports nothing of Rolefit, and QtPdf only here. Messages are a JSON line,
followed by `size` raw bytes:
  in   {"op": "open", "size": n, "password": "…"} + the PDF      {"op": "draw", "page": from 0, "width": px, "height": px}
  out  {"op": "opened", "pages": [[width, height], …] in points}  {"op": "drawn", "page", "width", "height", "size"} + RGB
       {"op": "failed", "why": "…"}
"""

import json
import sys
from typing import Any, BinaryIO

MEMORY = 512 * 1024 * 1024  # bytes of data; the address space itself must stay free for Qt's libraries
SECONDS = 60  # of processor time in all
MOST_PIXELS = 40_000_000
MOST_SIDE = 10_000
MOST_PAGES = 50
MOST_BYTES = 25 * 1024 * 1024


def limit() -> None:
    """Take away memory, time, files and core dumps, before the stranger's bytes are touched."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the limit
        return
    limits = {"DATA": MEMORY, "CPU": SECONDS, "FSIZE": 0, "CORE": 0, "NOFILE": 64}
    for name, value in limits.items():
        kind = getattr(resource, f"RLIMIT_{name}", None)
        if kind is not None:
            _, hard = resource.getrlimit(kind)
            most = value if hard == resource.RLIM_INFINITY else min(value, hard)
            resource.setrlimit(kind, (most, most))


def send(out: BinaryIO, head: dict[str, Any], body: bytes | memoryview = b"") -> None:
    out.write(json.dumps(head).encode() + b"\n")
    out.write(body)
    out.flush()


class Drawer:
    """One document and its pages."""

    def __init__(self) -> None:
        from PySide6.QtPdf import QPdfDocument

        self.document = QPdfDocument()

    def open(self, data: bytes, password: str) -> list[list[float]]:
        """Load the bytes; sizes of the pages in points. Raises ValueError with the reason."""
        from PySide6.QtCore import QBuffer, QByteArray, QIODevice

        self.bytes = QByteArray(data)
        self.buffer = QBuffer(self.bytes)
        self.buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        if password:
            self.document.setPassword(password)
        self.document.load(self.buffer)
        if self.document.status() != self.document.Status.Ready:
            raise ValueError(self.document.error().name)
        sizes = (self.document.pagePointSize(i) for i in range(min(MOST_PAGES, self.document.pageCount())))
        return [[size.width(), size.height()] for size in sizes]

    def draw(self, page: int, width: int, height: int) -> tuple[int, int, bytes]:
        """A page on white paper as RGB, rows without padding."""
        from PySide6.QtCore import QSize
        from PySide6.QtGui import QImage, QPainter

        if not (0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE and width * height <= MOST_PIXELS):
            raise ValueError("size")
        drawn = self.document.render(page, QSize(width, height))
        if drawn.isNull():
            raise ValueError("empty")
        paper = QImage(width, height, QImage.Format.Format_RGB888)
        paper.fill(0xFFFFFFFF)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        stride, raw = paper.bytesPerLine(), bytes(paper.constBits())
        if stride != width * 3:
            raw = b"".join(raw[row * stride : row * stride + width * 3] for row in range(height))
        return width, height, raw


def serve(source: BinaryIO, out: BinaryIO) -> None:
    """Answer requests until stdin ends."""
    drawer = Drawer()
    while line := source.readline(100_000):
        asked = json.loads(line)
        try:
            if asked["op"] == "open":
                size = min(int(asked["size"]), MOST_BYTES)
                send(out, {"op": "opened", "pages": drawer.open(source.read(size), str(asked["password"]))})
            else:
                page = int(asked["page"])
                width, height, raw = drawer.draw(page, int(asked["width"]), int(asked["height"]))
                send(out, {"op": "drawn", "page": page, "width": width, "height": height, "size": len(raw)}, raw)
        except (ValueError, MemoryError) as error:
            send(out, {"op": "failed", "page": asked.get("page", -1), "why": str(error)[:80]})


def main() -> None:
    from PySide6.QtGui import QGuiApplication

    limit()
    app = QGuiApplication(["renderer", "-platform", "offscreen"])
    serve(sys.stdin.buffer, sys.stdout.buffer)
    del app


if __name__ == "__main__":
    main()
