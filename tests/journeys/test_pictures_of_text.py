"""A scanned résumé: read on request by the real engine, marked as recognised."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from pytestqt.qtbot import QtBot

from desktop.running.rolefit import Rolefit
from matching.errors import Problem
from matching.reading.document import NoticeCode
from tests.journeys.test_whole_stories import live as live  # the same application, with the real engine


def scanned(source: Path, target: Path) -> None:
    """The first page of `source` as a PDF that holds nothing but its picture."""
    document = QPdfDocument()
    document.load(str(source))
    size = document.pagePointSize(0)
    drawn = document.render(0, QSize(round(size.width() * 2.5), round(size.height() * 2.5)))
    picture = QImage(drawn.size(), QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    painter.drawImage(0, 0, drawn)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QSizeF(size), QPageSize.Unit.Point))
    painter = QPainter(writer)
    painter.drawImage(painter.viewport(), picture)
    painter.end()
    buffer.close()
    target.write_bytes(data.data())


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_a_scan_is_read_on_request(live: Rolefit, qtbot: QtBot, tmp_path: Path, samples: Path) -> None:
    path = tmp_path / "scan.pdf"
    scanned(samples / "mid-level.pdf", path)
    with qtbot.waitSignal(live.desk.reading_failed, timeout=30_000):
        live.desk.open_files([path])
    case = live.wiring.current()
    assert case is not None
    assert case.problem is Problem.NO_TEXT
    with qtbot.waitSignal(live.desk.resume_read, timeout=60_000):
        live.window.report.state.harder.click()
    case = live.wiring.current()
    assert case is not None
    assert case.report is not None
    assert NoticeCode.RECOGNISED_TEXT in {notice.code for notice in case.report.notices}
    assert live.window.report.fit.notices.isVisible()
    assert case.report.match.score > 0
