"""Words in the window: every sentence is there in German, longer words fit, right-to-left is mirrored, data stays plain."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.cases.values import Batch, Case, CaseState
from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme
from desktop.windows.parts import Elided
from desktop.windows.state_card import StateCard
from matching.errors import Problem
from matching.fit.report import RequirementResult
from matching.reading.document import Document
from tests.desktop.made_up import MadeUpEngine, report

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "<b>bold</b>",
    '<img src="file:///papers/canary.png">',
    '<img src="http://example.org/x.png">',
    '<a href="file:///">link</a>',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u202egnp.exe",
    "W" * 10_000,
    "=HYPERLINK(\"http://example.org\")",
    "a\u200b\u200bb\u200dc",
    "%n %1 {name} {0}",
    "& && &F <style>*{color:red}</style>",
    "line one\nline two\ttab\x07",
)  # fmt: skip


def messages(file: Path) -> dict[tuple[str, str], list[str]]:
    """(context, source) → translations."""
    found: dict[tuple[str, str], list[str]] = {}
    for context in ET.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = translation.findall("numerusform") or [translation]
            texts = [form.text or "" for form in forms]
            if translation.get("type") == "unfinished":
                texts = [""]
            found[context.findtext("name", ""), message.findtext("source", "")] = texts
    return found


@pytest.mark.filterwarnings("ignore")
def test_every_sentence_is_translated_into_german(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    sources = [str(p) for p in sorted((ROOT / "desktop").rglob("*.py"))]
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    if not tool.exists():
        pytest.skip("pyside6-lupdate is not here")
    subprocess.run([str(tool), *sources, "-ts", str(fresh)], check=True, capture_output=True, timeout=60)
    german = messages(ROOT / "resources" / "i18n" / "rolefit_de.ts")
    missing = [key for key in messages(fresh) if not all(german.get(key, [""]))]
    assert missing == []


def test_placeholders_are_kept_in_german() -> None:
    import re

    def places(text: str) -> set[str]:
        return set(re.findall(r"\{\w+\}", text))

    german = messages(ROOT / "resources" / "i18n" / "rolefit_de.ts")
    assert [(key, texts) for key, texts in german.items() if any(places(key[1]) != places(text) for text in texts)] == []


class Pseudo(QTranslator):
    """Every sentence 40 % longer."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # type: ignore[override]
        longer = source + "~" * max(2, len(source) * 2 // 5)
        return longer.replace("%n", str(n)) if n >= 0 else longer

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons that are seen but have less width than their words need."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QPushButton) or isinstance(part, Elided):
            continue
        if isinstance(part, QLabel) and (part.wordWrap() or not part.text()):
            continue
        if part.width() < part.sizeHint().width() - 1:
            found.append(f"{part.text()} {part.width()} < {part.sizeHint().width()}")
    return found


@pytest.mark.parametrize("width", [1440, 960])
def test_longer_words_are_not_clipped(pseudo: None, opened: Rolefit, qtbot: QtBot, width: int) -> None:
    window = opened.window
    window.resize(width, 900 if width > 1000 else 640)
    cut = {}
    for tab in ("fit", "gaps", "salary", "timeline", "text", "health"):
        window.report.choose_tab(tab)
        QCoreApplication.processEvents()
        cut[tab] = clipped(window)
    assert {tab: parts for tab, parts in cut.items() if parts} == {}
    assert window.width() == width


def test_nothing_is_clipped_at_150_percent(opened: Rolefit, qtbot: QtBot) -> None:
    opened.menus.change_look(wish="light", scale=1.5)
    theme().finish()
    opened.window.resize(960, 640)
    cut = {}
    for tab in ("fit", "gaps", "salary", "timeline", "text", "health"):
        opened.window.report.choose_tab(tab)
        QCoreApplication.processEvents()
        cut[tab] = clipped(opened.window)
    opened.menus.change_look(wish="light", scale=1.0)
    assert {tab: parts for tab, parts in cut.items() if parts} == {}


def test_right_to_left_mirrors_the_window(qtbot: QtBot, tmp_path: Path, engine: MadeUpEngine, worn: None, pdf: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    made = Rolefit(tmp_path / "rtl", engine)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme().wear("light")
    made.window.show()
    with qtbot.waitSignal(made.desk.resume_read):
        made.desk.open_files([pdf])
    QCoreApplication.processEvents()
    assert made.window.case_list.x() > made.window.middle.x() > made.window.page.x()
    made.window.grab()
    made.end()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_german_window(qtbot: QtBot, tmp_path: Path, engine: MadeUpEngine, worn: None, pdf: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "window.ini").write_text("[General]\nlanguage=de\ntheme=light\n")
    made = Rolefit(tmp_path / "de", engine)
    made.window.show()
    with qtbot.waitSignal(made.desk.resume_read):
        made.desk.open_files([pdf])
    assert made.window.report.fit.score.verdict.text() == "Nahe Passung, 15,0 Punkte unter stark"
    assert made.window.report.tabs.tabText(1) == "Lücken"
    QCoreApplication.processEvents()
    assert clipped(made.window) == []
    made.end()
    made.speak("en")
    QLocale.setDefault(QLocale("en"))
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_comes_from_a_file_is_shown_as_it_is(
    rolefit: Rolefit, engine: MadeUpEngine, tmp_path: Path, qtbot: QtBot, text: str
) -> None:
    def spoilt(asked: RequirementResult) -> RequirementResult:
        return replace(asked, why=text, evidence=tuple(replace(e, quote=text, text=text) for e in asked.evidence))

    def hostile(document: Document):  # type: ignore[no-untyped-def] # a FitReport
        made = report(document)
        jobs = tuple(replace(job, company=text, title=text) for job in made.resume.positions)
        groups = tuple(replace(g, requirements=tuple(map(spoilt, g.requirements))) for g in made.match.groups)
        contact = replace(made.resume.contact, name=text)
        return replace(
            made, resume=replace(made.resume, contact=contact, positions=jobs), match=replace(made.match, groups=groups)
        )

    engine.make = hostile
    path = tmp_path / "hostile.pdf"
    path.write_bytes(text.encode("utf-8", "replace"))
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.open_files([path])
    window = rolefit.window
    for tab in ("fit", "gaps", "salary", "timeline", "text", "health"):
        window.report.choose_tab(tab)
        window.grab()
    assert window.report.name.text() == " ".join(text.split())
    assert window.width() == 1440
    labels = [label for label in window.findChildren(QLabel) if label.text()]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    for part in window.findChildren(QWidget):
        assert "<img" not in part.toolTip()
        assert "<script" not in part.toolTip()
        assert "<style" not in part.toolTip()


@pytest.mark.parametrize("problem", list(Problem))
def test_no_button_of_a_problem_is_clipped(pseudo: None, worn: None, qtbot: QtBot, problem: Problem) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.setStyleSheet(theme().sheet())
    card = StateCard()
    card.setParent(window)
    card.resize(window.size())
    card.show_case(Case("one", "cv.pdf", "/cv.pdf", state=CaseState.UNREAD, problem=problem), Batch())
    with qtbot.waitExposed(window):
        window.show()
    assert clipped(card) == []


def test_the_longest_text_that_fits_is_shown(qtbot: QtBot) -> None:
    label = Elided()
    qtbot.addWidget(label)
    label.set_text("4.9 points, used in a job, Languages and frameworks", "4.9 points, used in a job", "4.9 points")
    room = label.fontMetrics().horizontalAdvance
    shown = []
    for text in ("4.9 points, used in a job, Languages and frameworks", "4.9 points, used in a job,", "4.9 points,", "4"):
        label.resize(room(text), 20)
        shown.append(label.fitting())
    assert shown == [label.text(), "4.9 points, used in a job", "4.9 points", "4.9 points"]
