"""Our own icons: SVG files of one line weight, tinted from the tokens, sharp on every screen."""

from __future__ import annotations

import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget


@cache
def _source(name: str) -> str:
    return files("resources").joinpath(f"icons/{name}.svg").read_text(encoding="utf-8")


def _svg(name: str, colour: str) -> bytes:
    return _source(name).replace("currentColor", colour).encode()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(name, colour)))


def paint(painter: QPainter, name: str, colour: QColor, rect: QRectF) -> None:
    """Draw an icon into `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, colour.name()).render(painter, rect)
    painter.restore()


def pixmap(name: str, colour: QColor, size: int, gap: int = 0) -> QPixmap:
    """An icon as a picture of `size` logical pixels at the screen's density, with a `gap` on the side of words after it."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    picture = QPixmap(QSize(round((size + gap) * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    left = gap if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
    paint(painter, name, colour, QRectF(left, 0, size, size))
    painter.end()
    return picture


def icon(name: str, colour: str = "text2", size: int = 20, gap: int = 0) -> QIcon:
    """A tinted icon; disabled it fades."""
    from desktop.style.theme import theme

    made = QIcon(pixmap(name, theme().colour(colour), size, gap))
    made.addPixmap(pixmap(name, theme().colour("text3"), size, gap), QIcon.Mode.Disabled)
    return made


def dress(widget: QAbstractButton | QLabel, name: str, colour: str = "text2", size: int = 18) -> None:
    """Give a button or label an icon that follows the theme."""
    widget.setProperty("iconName", name)
    widget.setProperty("iconToken", colour)
    widget.setProperty("iconPixels", size)
    dress_again(widget)


def dress_again(widget: QWidget) -> None:
    """Draw a widget's icon anew, in the colours and size of now."""
    from desktop.style.theme import theme

    name = widget.property("iconName")
    if not isinstance(name, str):
        return
    size = theme().px(int(widget.property("iconPixels")))
    colour = str(widget.property("iconToken"))
    if isinstance(widget, QAbstractButton):
        gap = theme().px(4) if widget.text() else 0  # Qt's own gap to the words is too narrow
        widget.setIcon(icon(name, colour, size, gap))
        widget.setIconSize(QSize(size + gap, size))
    elif isinstance(widget, QLabel):
        widget.setPixmap(pixmap(name, theme().colour(colour), size))


_folder: tempfile.TemporaryDirectory[str] | None = None


@cache
def file_for(name: str, colour: str) -> str:
    """A tinted icon as a file, for the style sheet, which takes pictures by path only. Lives as long as the program."""
    global _folder
    if _folder is None:
        _folder = tempfile.TemporaryDirectory(prefix="rolefit-icons-")
    path = Path(_folder.name) / f"{name}-{colour.lstrip('#')}.svg"
    path.write_bytes(_svg(name, colour))
    return path.as_posix()


def forget() -> None:
    """Drop the pictures of an earlier look."""
    _renderer.cache_clear()
