"""Another language while a result is open: the window then says what a window says that was made in that language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme
from desktop.windows.group_model import short_note
from desktop.windows.settings_dialog import SettingsDialog
from desktop.windows.settings_pages import GeneralPage
from tests.desktop.made_up import MadeUpEngine


def all_words(window: QWidget) -> list[str]:
    """Every text that a window shows or says, in order."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what was put in anew leaves in the next turn only
    found: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        found += [widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        elif isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        elif isinstance(widget, QTabBar):
            found += [widget.tabText(i) for i in range(widget.count())]
        elif isinstance(widget, QComboBox):
            found += [widget.itemText(i) for i in range(widget.count())]
    found += [action.text() for action in window.findChildren(QAction)]
    return [text for text in found if text and not text.startswith("/")]


def away(made: Rolefit) -> None:
    made.end()
    for translator in made.translators:
        QCoreApplication.removeTranslator(translator)
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def english_again(rolefit: Rolefit) -> Iterator[None]:
    yield
    rolefit.speak("en")
    QLocale.setDefault(QLocale("en"))


@pytest.mark.usefixtures("english_again")
def test_a_switched_window_says_what_a_german_one_says(
    opened: Rolefit, tmp_path: Path, pdf: Path, engine: MadeUpEngine, qtbot: QtBot
) -> None:
    opened.menus.change_language("en")
    qtbot.waitUntil(lambda: not opened.window.report._waiting)
    before = all_words(opened.window)
    opened.menus.change_language("de")
    qtbot.waitUntil(lambda: not opened.window.report._waiting)
    switched = all_words(opened.window)
    (tmp_path / "german").mkdir()
    (tmp_path / "german" / "window.ini").write_text("[General]\nlanguage=de\ntheme=light\n")
    german = Rolefit(tmp_path / "german", engine)
    german.window.show()
    with qtbot.waitSignal(german.desk.resume_read):
        german.desk.open_files([pdf])
    qtbot.waitUntil(lambda: not german.window.report._waiting)
    fresh = all_words(german.window)
    away(german)
    assert set(switched) - set(fresh) == set()
    assert len(set(fresh) - set(before)) > 100
    QLocale.setDefault(QLocale("de"))
    opened.menus.change_language("en")
    qtbot.waitUntil(lambda: not opened.window.report._waiting)
    assert set(all_words(opened.window)) ^ set(before) == set()


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.usefixtures("english_again")
def test_theme_and_language_change_while_a_result_is_open(opened: Rolefit, qtbot: QtBot) -> None:
    opened.menus.change_language("en")
    area = opened.window.report
    area.choose_tab("fit")
    wanted = next(r for r in opened.wiring.current().report.match.requirements if r.evidence)  # type: ignore[union-attr] # open
    area.fit.choose(wanted.id)
    opened.menus.open_settings()
    dialog = opened.window.findChild(SettingsDialog)
    assert dialog is not None
    page = dialog.pages["general"]
    assert isinstance(page, GeneralPage)
    page.theme.setCurrentIndex(page.theme.findData("dark"))
    page.language.setCurrentIndex(page.language.findData("de"))
    qtbot.waitUntil(opened.window.splitter.updatesEnabled)
    assert theme().scheme == "dark"
    assert dialog.windowTitle() == "Einstellungen"
    assert dialog.list.item(1).text() == "Rolle"
    assert area.fit.score.verdict.text() == "Nahe Passung, 15,0 Punkte unter stark"
    assert area.tabs.tabText(1) == "Lücken"
    assert area.tab == "fit"
    page.language.setCurrentIndex(page.language.findData("en"))
    page.theme.setCurrentIndex(page.theme.findData("light"))
    theme().finish()
    assert dialog.windowTitle() == "Settings"
    assert area.fit.score.verdict.text() == "Close fit, 15.0 points below strong"
    dialog.close()


@pytest.mark.usefixtures("english_again")
def test_words_of_the_resume_stand_between_the_languages_own_marks(opened: Rolefit, qtbot: QtBot) -> None:
    def quotes() -> str:
        rows = opened.window.report.fit.tree.rows
        groups = [rows.index(place, 0) for place in range(rows.rowCount())]
        children = [rows.index(place, 0, group) for group in groups for place in range(rows.rowCount(group))]
        return "".join(short_note(found) for child in children if (found := rows.row_at(child).requirement) is not None)

    opened.menus.change_language("en")
    qtbot.waitUntil(lambda: not opened.window.report._waiting)
    assert "“" in quotes()
    assert "„" not in quotes()
    opened.menus.change_language("de")
    qtbot.waitUntil(lambda: not opened.window.report._waiting)
    assert "„" in quotes()
