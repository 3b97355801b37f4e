"""The window at its first start: in its place before anything else is loaded."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from desktop.running.app import FRAME, _empty_window, within


def test_a_first_window_fits_on_a_small_screen() -> None:
    wanted = QSize(1440, 900)
    assert within(wanted, QSize(1920, 1080)) == wanted
    small = within(wanted, QSize(1366, 768)) + FRAME
    assert (small.width(), small.height()) == (1366, 768)


def test_an_empty_window_is_no_larger_than_the_screen_or_its_smallest_size(qtbot: QtBot, tmp_path: Path) -> None:
    window = _empty_window(tmp_path)
    qtbot.addWidget(window)
    room = (window.screen().availableGeometry().size() - FRAME).expandedTo(window.minimumSize())
    assert window.width() <= room.width()
    assert window.height() <= room.height()
