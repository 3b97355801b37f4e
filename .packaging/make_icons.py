"""Makes the program's icons from resources/icons/app.svg: a scalable one, 16 to 512 pixels, and a symbolic one for panels.

Usage: python .packaging/make_icons.py        (writes .packaging/icons/; needs PySide6)
"""

from __future__ import annotations

import os
import re
import struct
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent / "resources" / "icons" / "app.svg"
NAME = "org.rolefit.Rolefit"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
IN_ICO = (16, 24, 32, 48, 64, 128, 256)
ACCENT, PAPER = "#0B6B63", "#FFFFFF"


def drawing() -> str:
    """The strokes of the app's picture, without the frame around them."""
    found = re.search(r"<svg[^>]*>(.*)</svg>", SOURCE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, f"{SOURCE} is no SVG"
    return found[1]


def scalable() -> str:
    """The strokes in white on a rounded square, so that the icon shows on dark and light panels."""
    strokes = (
        f'<g fill="none" stroke="{PAPER}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{drawing()}</g>'
    )
    square = f'<rect x="1" y="1" width="22" height="22" rx="5" fill="{ACCENT}"/>'
    # The drawing's own middle lies at (12.25, 12); it is made smaller around it to leave a margin.
    inner = f'<g transform="translate(12 12) scale(0.78) translate(-12.25 -12)">{strokes}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="128" height="128">{square}{inner}</svg>\n'


def symbolic() -> str:
    """One colour, which the desktop replaces by its own."""
    strokes = (
        f'<g fill="none" stroke="#2e3436" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{drawing()}</g>'
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="16" height="16">{strokes}</svg>\n'


def png(svg: str, size: int) -> bytes:
    """The picture at this size in pixels, as PNG."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG pictures by size."""
    head, body, offset = struct.pack("<HHH", 0, 1, len(pictures)), b"", 6 + 16 * len(pictures)
    for size, data in pictures.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset + len(body))
        body += data
    return head + body


def icns(pictures: dict[int, bytes]) -> bytes:
    """A macOS icon of PNG pictures by size."""
    kinds = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
    parts = b"".join(kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size] for size, kind in kinds.items())
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication(sys.argv[:1])
    icons = HERE / "icons"
    pictures = {size: png(scalable(), size) for size in SIZES}
    for size, data in pictures.items():
        _write(icons / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png", data)
    _write(icons / "hicolor" / "scalable" / "apps" / f"{NAME}.svg", scalable().encode())
    _write(icons / "hicolor" / "symbolic" / "apps" / f"{NAME}-symbolic.svg", symbolic().encode())
    _write(icons / "rolefit.ico", ico({size: pictures[size] for size in IN_ICO}))
    _write(icons / "rolefit.icns", icns(pictures))
    del app
    return 0


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
