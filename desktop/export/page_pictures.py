"""The résumé's pages as pictures in the report: what was found is marked and numbered, and a legend says what each number is.

The pictures come from the drawing child of `desktop/pages`, so that this process opens no stranger's file.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import IO, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from desktop.export.paper import ACCENT, UNIT, Cell, Flow, clean, font, text_mark, wrapped
from desktop.export.wording import Wording
from desktop.pages.marks import Mark, found_marks, name_of
from matching.fit.report import FitReport
from matching.reading.text import shown

LEGEND_LINE = 10.0  # points
WIDTH = 1240  # pixels of a page: 150 dots an inch on A4
SECONDS = 60.0
FOUND = "#BDE2DC"
_BIGGEST = WIDTH * 3 * 20_000


def draw_pages(data: bytes, password: str = "", most: int = 10, width: int = WIDTH) -> tuple[QImage, ...]:
    """Pictures of the first `most` pages, drawn by a child process. None where it cannot draw them. Blocks."""
    from desktop.pages import renderer

    program = [sys.executable, "--draw-pages"] if getattr(sys, "frozen", False) else [sys.executable, "-I", renderer.__file__]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:  # noqa: S603 ourselves
        clock = threading.Timer(SECONDS, child.kill)
        clock.start()
        try:
            assert child.stdin is not None
            assert child.stdout is not None
            return tuple(_drawn(child.stdin, child.stdout, data, password, most, width))
        except (OSError, ValueError, KeyError, TypeError):
            return ()
        finally:
            clock.cancel()
            child.kill()


def _drawn(into: IO[bytes], out: IO[bytes], data: bytes, password: str, most: int, width: int) -> list[QImage]:
    _say(into, {"op": "open", "size": len(data), "password": password}, data)
    opened = json.loads(out.readline(1_000_000))
    pictures = []
    for number, (wide, high) in enumerate(opened["pages"][:most]):
        height = max(1, min(10_000, round(width * float(high) / max(1.0, float(wide)))))
        _say(into, {"op": "draw", "page": number, "width": width, "height": height})
        head = json.loads(out.readline(1_000_000))
        size = int(head["size"])
        if size != width * height * 3 or size > _BIGGEST:
            raise ValueError("size")
        raw = out.read(size)
        pictures.append(QImage(raw, width, height, width * 3, QImage.Format.Format_RGB888).copy())
    return pictures


def _say(into: IO[bytes], head: dict[str, Any], body: bytes = b"") -> None:
    into.write(json.dumps(head).encode() + b"\n" + body)
    into.flush()


def put_pages(flow: Flow, report: FitReport, pictures: Sequence[QImage], say: Wording) -> None:
    """A sheet for each page: the picture with its marks at the left, the legend at the right."""
    marks = found_marks(report)
    sizes = {page.number: (page.width, page.height) for page in report.document.pages}
    for number, picture in enumerate(pictures, 1):
        if number in sizes and not picture.isNull():
            flow.new_sheet()
            _page(flow, report, picture, number, sizes[number], [mark for mark in marks if mark.page == number], say)


def _page(
    flow: Flow,
    report: FitReport,
    picture: QImage,
    number: int,
    size: tuple[float, float],
    marks: Sequence[Mark],
    say: Wording,
) -> None:
    flow.text(say("Page {page} with what was found", page=number), 13, QFont.Weight.DemiBold)
    flow.space(6)
    legend = 150.0
    scale = min((flow.inner - legend - 14) / size[0], (flow.height - flow.y - 100) / size[1])
    area = QRectF(flow.left, flow.y, size[0] * scale, size[1] * scale)
    flow.mark(lambda painter: _paint(painter, picture, area, scale, marks))
    x, y = area.right() + 14 - flow.left, flow.y
    lines = _legend_lines(report, marks, legend)
    room = int((flow.height - y - 110) // LEGEND_LINE)
    kept = lines if len(lines) <= room else lines[: room - 1]
    left = len(marks) - sum(first for _, first in kept)
    told = [text for text, _ in kept] + ([say("and {count} more", count=left)] if len(lines) > room else [])
    for place, text in enumerate(told):
        _legend(flow, Cell(text, x, legend + 2, size=7), y + place * LEGEND_LINE)
    flow.y = area.bottom()


def _legend_lines(report: FitReport, marks: Sequence[Mark], width: float) -> list[tuple[str, bool]]:
    """(line, whether a mark begins with it): what each number in the picture is."""
    lines = []
    for place, mark in enumerate(marks, 1):
        names = [name_of(report, requirement)[0] for requirement in mark.requirements]
        text = clean(shown(f"{place}  {mark.text}: {', '.join(names)}"))
        lines += [(line, not rest) for rest, (line, _) in enumerate(wrapped(text, font(7), width))]
    return lines


def _legend(flow: Flow, cell: Cell, y: float) -> None:
    keep, flow.y = flow.y, y
    flow.row([cell], LEGEND_LINE)
    flow.y = keep


def _paint(painter: QPainter, picture: QImage, area: QRectF, scale: float, marks: Sequence[Mark]) -> None:
    big = QRectF(area.x() * UNIT, area.y() * UNIT, area.width() * UNIT, area.height() * UNIT)
    painter.drawImage(big, _marked(picture, scale * UNIT * picture.width() / big.width(), marks))
    painter.setPen(QPen(QColor("#848D95"), 0.5 * UNIT))
    painter.setBrush(QColor(0, 0, 0, 0))
    painter.drawRect(big)
    for place, mark in enumerate(marks, 1):
        text_mark(str(place), area.x() + mark.box[2] * scale + 0.5, area.y() + mark.box[1] * scale - 3, 12, 5, 600, ACCENT)(
            painter
        )


def _marked(picture: QImage, scale: float, marks: Sequence[Mark]) -> QImage:
    """The picture with the found words coloured and underlined; a PDF cannot multiply, so it is done in the picture."""
    made = picture.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    for mark in marks:
        x0, y0, x1, y1 = (value * scale for value in mark.box)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(QRectF(x0 - 2, y0 - 1, x1 - x0 + 4, y1 - y0 + 2), QColor(FOUND))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.fillRect(QRectF(x0 - 2, y1, x1 - x0 + 4, 2), QColor(ACCENT))
    painter.end()
    return made
