"""The help: every topic opens, the score's rules and the open result's reckoning are in it, every problem has its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from desktop.cases.values import Batch, Case, CaseState
from desktop.clients.messages import TOPIC, store_message
from desktop.running.rolefit import Rolefit
from desktop.store.backups import DAILY, WEEKLY
from desktop.store.records import StoreTrouble
from desktop.windows.help_dialog import HelpDialog
from desktop.wiring.helping import help_pages
from matching.errors import Problem
from matching.knowledge.help import topic_of
from tests.desktop import made_up


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_problem_leads_to_a_page(language: str) -> None:
    ids = {page.id for page in help_pages(language, None)}
    assert {topic_of(problem) for problem in Problem} <= ids


@pytest.mark.parametrize("language", ["en", "de"])
def test_trouble_with_the_store_leads_to_a_page_that_knows_the_store(language: str) -> None:
    (page,) = [page for page in help_pages(language, None) if page.id == TOPIC]
    days, weeks = {"en": ("days", "weeks"), "de": ("Tage", "Wochen")}[language]
    assert f"{DAILY} {days}" in page.paragraphs[1]
    assert f"{WEEKLY} {weeks}" in page.paragraphs[1]


def test_the_rules_and_the_reckoning_of_the_open_result_are_there() -> None:
    report = made_up.report()
    pages = {page.id: page for page in help_pages("en", report, "Ada Stone")}
    assert any(part.rows for part in pages["score"].parts)
    (example,) = pages["example"].parts
    assert "Ada Stone" in example.title
    total = f"{report.match.score // 10}.{report.match.score % 10}"
    assert example.rows[-1][-1] == total
    assert {page.id: page.parts for page in help_pages("en", None)}["example"] == ()


def test_choosing_a_topic_shows_its_text(qtbot: QtBot, worn: None) -> None:
    from PySide6.QtWidgets import QWidget

    window = QWidget()
    qtbot.addWidget(window)
    pages = help_pages("en", None)
    dialog = HelpDialog(window, pages, "privacy")
    topics = dialog.findChild(QListWidget)
    assert topics is not None
    assert topics.currentRow() == [page.id for page in pages].index("privacy")
    for index, page in enumerate(pages):
        topics.setCurrentRow(index)
        shown = {label.text() for label in dialog.findChildren(QLabel)}
        assert {page.title, *page.paragraphs, *page.commands} <= shown


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_an_error_card_leads_to_its_place_in_the_help(rolefit: Rolefit, qtbot: QtBot, tmp_path: Path) -> None:
    state = rolefit.window.report.state
    state.show_case(Case("x", "cv.pdf", "/x/cv.pdf", CaseState.UNREAD, problem=Problem.TOO_LARGE), Batch())
    assert not state.why.isHidden()
    state.why.click()
    assert topic_shown(rolefit) == topic_of(Problem.TOO_LARGE)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_trouble_with_the_store_leads_to_its_place_in_the_help(rolefit: Rolefit) -> None:
    rolefit.clients.desk.trouble.emit(store_message(StoreTrouble.DISK_FULL))
    rolefit.clients.trouble.why.click()
    assert topic_shown(rolefit) == TOPIC


def topic_shown(rolefit: Rolefit) -> str:
    """The id of the topic that the open help shows; the help is closed again."""
    dialog = rolefit.window.findChild(HelpDialog)
    assert dialog is not None
    topics = dialog.findChild(QListWidget)
    assert topics is not None
    current = topics.currentItem()
    assert current is not None
    (found,) = [page.id for page in help_pages("en", None) if page.title == current.text()]
    dialog.close()
    return found
