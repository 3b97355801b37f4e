"""Hostile strings as names on the counselor's screens: shown as they are, nowhere as markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import tests.desktop.test_clients_windows as desk
from tests.desktop.test_window_words import HOSTILE

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_every_screen_shows_it_as_it_is(qtbot: QtBot, worn: None, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(desk, "MARKUP", text)
    monkeypatch.setattr(desk, "LINES", tuple(replace(line, name=text, gap=text, tags=(text,)) for line in desk.LINES))
    parent = QWidget()
    qtbot.addWidget(parent)
    for made in desk.all_pages(parent):
        qtbot.addWidget(made)
        made.resize(1200, 800)
        made.show()
        made.grab()
        QApplication.processEvents()
        assert made.width() <= 1500
        for part in (made, *made.findChildren(QWidget)):
            assert not any(mark in part.toolTip() for mark in ("<img", "<script", "<style", "<b>", "<a "))
            if isinstance(part, QLabel) and part.text():
                assert part.textFormat() == Qt.TextFormat.PlainText
        made.hide()
