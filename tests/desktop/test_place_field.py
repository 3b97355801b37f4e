"""The field for a place: what is typed becomes an area or nothing, and showing a place tells nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.windows.place_field import PlaceField
from desktop.windows.salary_tab import SalaryTab

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)", "grabbing the keyboard")

AREAS = (("14460", "Boston, MA"), ("14461", "Boston Heights, OH"))


def search(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(area for area in AREAS if text.lower() in area[1].lower())


@pytest.fixture
def field(qtbot: QtBot, worn: None) -> PlaceField:
    made = PlaceField(search)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_area_that_fits_is_taken_and_told_once(field: PlaceField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.chosen.connect(told.append)
    qtbot.keyClicks(field, "bost")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), told) == ("Boston, MA", ["14460"])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["14460"]


def test_what_fits_nowhere_gives_back_what_was_there(field: PlaceField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.chosen.connect(told.append)
    field.show_place("Chicago, IL")
    field.selectAll()
    qtbot.keyClicks(field, "zzz")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), told) == ("Chicago, IL", [])


def test_empty_is_no_place_and_deleting_letters_is_not_told_yet(field: PlaceField, qtbot: QtBot) -> None:
    told: list[str] = []
    field.chosen.connect(told.append)
    field.show_place("Chicago, IL")
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert told == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [""]
    field.show_place("Chicago, IL")
    clear = field.findChild(QAbstractButton)
    assert clear is not None
    clear.click()
    assert told == ["", ""]


def test_the_salary_tab_assumes_the_place_and_forgets_it(qtbot: QtBot, worn: None) -> None:
    tab = SalaryTab(search)
    qtbot.addWidget(tab)
    assumed: list[dict[str, object]] = []
    tab.assumed.connect(assumed.append)
    qtbot.keyClicks(tab.place, "heights")
    qtbot.keyClick(tab.place, Qt.Key.Key_Return)
    tab.place.clear()
    qtbot.keyClick(tab.place, Qt.Key.Key_Return)
    assert assumed == [{"area": "14461"}, {"area": None}]
