"""A scrolled page keeps its place while its parts are put in anew, however long that takes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.windows.parts import Scrolled, clear


def filled(page: Scrolled, height: int) -> None:
    part = QWidget()
    part.setFixedHeight(height)
    page.column.addWidget(part)


def laid_out(page: Scrolled, qtbot: QtBot) -> None:
    qtbot.wait(20)
    page.inner.layout().activate()  # type: ignore[union-attr] # it has one
    qtbot.wait(20)


def made(qtbot: QtBot) -> Scrolled:
    page = Scrolled()
    qtbot.addWidget(page)
    page.resize(300, 200)
    filled(page, 2000)
    page.show()
    laid_out(page, qtbot)
    page.verticalScrollBar().setValue(700)
    return page


def test_the_place_is_kept_however_long_the_new_parts_take(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.stay()
    clear(page.column)
    laid_out(page, qtbot)
    assert page.verticalScrollBar().maximum() == 0
    qtbot.wait(500)  # a busy machine
    filled(page, 2000)
    laid_out(page, qtbot)
    assert page.verticalScrollBar().value() == 700


def test_a_place_scrolled_to_meanwhile_is_not_taken_back(qtbot: QtBot) -> None:
    page = made(qtbot)
    page.stay()
    clear(page.column)
    filled(page, 1500)
    laid_out(page, qtbot)
    page.verticalScrollBar().setValue(100)
    filled(page, 1500)
    laid_out(page, qtbot)
    assert page.verticalScrollBar().value() == 100
