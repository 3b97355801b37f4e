"""The settings: each choice acts at once, is remembered, is undone, goes back to what is usual, and survives a hostile file."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, Qt
from PySide6.QtGui import QAccessible, QDesktopServices, QKeySequence, QPageSize
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.cases.engine import known
from desktop.cases.questions import what_if
from desktop.cases.values import Standards
from desktop.clients.values import ClientLine
from desktop.remembered import Remembered
from desktop.running.rolefit import Rolefit
from desktop.settings import SETTINGS, Settings, usual_paper
from desktop.style.theme import theme
from desktop.windows.help_dialog import HelpDialog
from desktop.windows.settings_dialog import SettingsDialog
from matching.reading.limits import DEFAULT, MIB
from tests.desktop import made_up
from tests.desktop.made_up import MadeUpEngine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"support raise\(\)", "grabbing the keyboard")

# A value of each setting that is not the usual one.
OTHER = {
    "theme": "dark", "contrast": True, "scale": 1.2, "language": "de", "reopen": False, "people": "many",
    "role": "backend-software-engineer", "variant": "devops", "place": "14460", "most-seconds": 40.0, "most-memory": 2048.0,
    "most-pages": 100.0, "most-megabytes": 50.0, "paper": "letter", "hide-name": True,
    "report-by": "Keller, Ana", "report-line": "Career Centre North", "keys": '{"open": "Ctrl+Alt+O"}',
}  # fmt: skip
HOSTILE = (
    "", "yes", "no", "nan", "inf", "-1", "1e400", "999999999999", "../../x", "<b>x</b>", "\u202eabc", "W" * 10_000, "[" * 5_000,
    "{}", '{"open": 5}', '{"open": "N"}', "@Invalid()", "a, b",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _as_before(worn: None) -> Iterator[None]:
    yield
    QLocale.setDefault(QLocale("en"))


def settings_at(folder: Path) -> Settings:
    return Settings(Remembered(folder))


def shown(rolefit: Rolefit, page: str = "") -> SettingsDialog:
    rolefit.menus.open_settings(page)
    dialog = rolefit.window.findChild(SettingsDialog)
    assert dialog is not None
    return dialog


def pick(box: object, value: object) -> None:
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


# ---- what is remembered


def test_every_setting_is_tried_here() -> None:
    assert OTHER.keys() == SETTINGS.keys()
    assert all(OTHER[name] != setting.usual and setting.may_be(OTHER[name]) for name, setting in SETTINGS.items())


@pytest.mark.parametrize("name", SETTINGS)
def test_a_choice_is_remembered_and_told_once(tmp_path: Path, name: str, qtbot: QtBot) -> None:
    settings = settings_at(tmp_path)
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.put({name: OTHER[name]})
    settings.put({name: OTHER[name]})
    assert told == [name]
    settings._kept.sync()
    assert settings_at(tmp_path).value(name) == OTHER[name]


@pytest.mark.parametrize("name", SETTINGS)
def test_what_nobody_can_choose_is_as_if_nothing_was_chosen(tmp_path: Path, name: str) -> None:
    setting = SETTINGS[name]
    for place, text in enumerate(HOSTILE):
        folder = tmp_path / str(place)
        folder.mkdir()
        file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        file.setValue(name, text)
        file.sync()
        value = settings_at(folder).value(name)
        assert type(value) is type(setting.usual)
        assert value == setting.usual or setting.may_be(value), text


def test_a_file_of_noise_gives_the_usual_values(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(bytes(range(256)) * 40)
    assert settings_at(tmp_path).values() == {name: setting.usual for name, setting in SETTINGS.items()}


def test_a_window_opens_with_hostile_settings(tmp_path: Path, engine: MadeUpEngine, pdf: Path, qtbot: QtBot) -> None:
    (tmp_path / "data").mkdir()
    lines = [f"{name}={'<b>W</b>' * 50}" for name in SETTINGS]
    (tmp_path / "data" / "window.ini").write_text("[General]\n" + "\n".join(lines) + "\n")
    made = Rolefit(tmp_path / "data", engine)
    made.window.show()
    with qtbot.waitSignal(made.desk.resume_read):
        made.desk.open_files([pdf])
    dialog = shown(made)
    assert dialog.pages["general"].theme.currentData() == "system"  # type: ignore[attr-defined] # the general page
    dialog.close()
    made.end()
    made.window.close()


def test_a_role_or_place_that_is_gone_falls_back() -> None:
    assert known(Standards("no-such-role", "devops", "99999999")) == Standards()
    assert known(Standards(variant="no-such-variant")) == Standards()
    assert known(Standards("backend-software-engineer", "devops", "14460")).variant == "devops"


# ---- what acts


def test_look_and_text_size_act_and_a_drag_of_the_slider_is_one_step(opened: Rolefit) -> None:
    dialog = shown(opened, "general")
    page, stack = dialog.pages["general"], opened.desk.undo_stack
    pick(page.theme, "dark")  # type: ignore[attr-defined] # the general page
    theme().finish()
    assert theme().scheme == "dark"
    before = stack.count()
    for step in (11, 12, 13):
        page.scale.setValue(step)  # type: ignore[attr-defined] # the general page
    assert theme().scale == 1.3
    assert stack.count() == before + 1
    dialog.undo.click()
    assert theme().scale == 1.0
    assert page.scale.value() == 10  # type: ignore[attr-defined] # the general page
    assert theme().wish == "dark"
    stack.redo()
    assert theme().scale == 1.3
    dialog.restore.click()
    theme().finish()
    assert (theme().wish, theme().scale) == ("system", 1.0)
    dialog.undo.click()
    assert (theme().wish, theme().scale) == ("dark", 1.3)
    dialog.close()
    opened.menus.change_look(wish="light", scale=1.0)


def test_only_what_was_chosen_here_is_undone_from_here(opened: Rolefit) -> None:
    case = opened.desk.current
    opened.desk.tick_gap(case, "nosql", True)
    dialog = shown(opened, "reports")
    assert not dialog.undo.isVisible()
    dialog.undo_wanted.emit()
    assert opened.desk.case(case).ticked == {"nosql"}  # type: ignore[union-attr] # open
    pick(dialog.pages["reports"].paper, "letter")  # type: ignore[attr-defined] # the reports page
    assert dialog.undo.isVisible()
    dialog.close()


def test_clients_from_the_second_person_on_always_or_never(rolefit: Rolefit) -> None:
    desk = rolefit.clients
    menu = desk.commands.menus["clients"].menuAction()
    line = ClientLine(1, "Ada Example")
    desk.desk.lines_changed.emit((line,))
    assert not menu.isVisible()
    rolefit.settings.put({"people": "many"})
    assert menu.isVisible()
    desk.desk.lines_changed.emit((line, replace(line, client=2)))
    desk.pages.show_all()
    rolefit.settings.put({"people": "one"})
    assert not menu.isVisible()
    assert desk.pages.shown is None
    rolefit.settings.put({"people": "auto"})
    assert menu.isVisible()


def test_paper_is_the_country_s_until_it_is_chosen(rolefit: Rolefit, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, paper in (("de_DE", "a4"), ("en_US", "letter"), ("fr_CA", "letter"), ("en_GB", "a4"), ("es_MX", "letter")):
        monkeypatch.setattr(QLocale, "system", lambda name=name: QLocale(name))
        assert usual_paper() == paper
        assert rolefit.settings.paper() == paper
    dialog = shown(rolefit, "reports")
    page = dialog.pages["reports"]
    for paper in ("a4", "letter"):
        pick(page.paper, paper)  # type: ignore[attr-defined] # the reports page
        assert rolefit.exporting.choice.paper == paper
    page.hide_name.click()  # type: ignore[attr-defined] # the reports page
    assert not rolefit.exporting.choice.show_name
    dialog.restore.click()
    assert rolefit.exporting.choice.show_name
    assert rolefit.exporting.choice.paper == usual_paper()
    dialog.close()


def test_the_report_dialog_and_the_printer_begin_with_the_chosen_paper(opened: Rolefit) -> None:
    from desktop.windows.report_dialog import ReportDialog

    opened.settings.put({"paper": "letter"})
    opened.exporting.ask()
    dialog = opened.window.findChild(ReportDialog)
    assert dialog is not None
    assert dialog.choice.paper == "letter"
    size = opened.exporting.printer(opened.exporting.choice).pageLayout().pageSize().size(QPageSize.Unit.Point)
    assert (round(size.width()), round(size.height())) == (612, 792)
    dialog.close()


def test_limits_hold_for_the_next_reading(rolefit: Rolefit, engine: MadeUpEngine, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = shown(rolefit, "reading")
    boxes = dialog.pages["reading"].findChildren(QComboBox)
    for box in boxes:
        box.setCurrentIndex(box.count() - 1)
    dialog.close()
    limits = rolefit.desk.limits
    assert engine.limits == limits
    assert (limits.wall_seconds, limits.memory_bytes, limits.pages) == (120, 4096 * MIB, 200)
    assert limits.file_bytes == 100 * MIB
    assert limits.operators > DEFAULT.operators
    big = tmp_path / "big.pdf"
    with big.open("wb") as file:
        file.truncate(26 * MIB)
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.open_files([big])
    rolefit.settings.put(rolefit.settings.usual("reading"))
    assert rolefit.desk.limits == DEFAULT


def test_the_usual_limits_are_the_limits_of_before(tmp_path: Path) -> None:
    assert settings_at(tmp_path).limits() == DEFAULT
    assert DEFAULT.raised(4).at_least(DEFAULT) == DEFAULT.raised(4)


# ---- role and place: open results are scored anew


def other_role(engine: MadeUpEngine) -> None:
    """Another role gives another score and lacks one of the gaps."""
    make = engine.make

    def made(document: object) -> object:
        report = make(document)  # type: ignore[arg-type] # a Document
        role = engine.standards.role
        if role == "senior-backend-engineer":
            return report
        gaps = tuple(gap for gap in report.gaps if gap.requirement != "security")
        return replace(report, match=replace(report.match, role=role, role_name="Backend software engineer"), gaps=gaps)

    engine.make = made  # type: ignore[assignment] # typed loosely above


def test_another_role_scores_anew_and_keeps_tab_selection_and_ticks(
    opened: Rolefit, engine: MadeUpEngine, qtbot: QtBot
) -> None:
    other_role(engine)
    desk, area = opened.desk, opened.window.report
    case = desk.current
    desk.tick_only(case, ["nosql", "security"])
    area.fit.choose("cache")
    area.choose_tab("gaps")
    dialog = shown(opened, "role")
    with qtbot.waitSignal(desk.case_changed):
        pick(dialog.pages["role"].role, "backend-software-engineer")  # type: ignore[attr-defined] # the role page
    here = desk.case(case)
    assert here is not None
    assert here.report is not None
    assert here.report.match.role == "backend-software-engineer"
    assert here.ticked_gaps == {"nosql"}
    assert what_if(desk.engine, here).parts == (("NoSQL database", 60),)
    assert area.tab == "gaps"
    assert area.fit.chosen_in(here.report) == "cache"
    assert "Backend software engineer" in opened.window.status_role.text()
    with qtbot.waitSignal(desk.case_changed):
        dialog.undo.click()
    back = desk.case(case)
    assert back is not None
    assert back.report is not None
    assert back.report.match.role == "senior-backend-engineer"
    assert back.ticked_gaps == {"nosql", "security"}
    assert dialog.pages["role"].role.currentData() == "senior-backend-engineer"  # type: ignore[attr-defined] # the role page
    dialog.close()


def test_an_emphasis_belongs_to_its_role(rolefit: Rolefit, engine: MadeUpEngine) -> None:
    dialog = shown(rolefit, "role")
    page = dialog.pages["role"]
    pick(page.variant, "developer")  # type: ignore[attr-defined] # the role page
    assert engine.standards == Standards(variant="developer")
    assert "Coding comes first" in page.help_of["variant"].text()
    pick(page.role, "backend-software-engineer")  # type: ignore[attr-defined] # the role page
    assert engine.standards == Standards("backend-software-engineer")
    assert page.variant.findData("developer") == -1  # type: ignore[attr-defined] # the role page
    assert "1.0" in page.edition.text()  # type: ignore[attr-defined] # the role page
    assert "Backend software engineer" in page.guides.text()  # type: ignore[attr-defined] # the role page
    dialog.undo.click()
    assert engine.standards == Standards(variant="developer")
    assert page.variant.currentData() == "developer"  # type: ignore[attr-defined] # the role page
    dialog.close()


def test_a_role_chosen_while_a_file_is_read_holds_for_it_too(
    rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot
) -> None:
    other_role(engine)
    make = engine.make

    def changes_meanwhile(document: object) -> object:
        report = make(document)  # type: ignore[arg-type] # a Document
        engine.make = make
        rolefit.settings.put({"role": "backend-software-engineer"})
        return report

    engine.make = changes_meanwhile  # type: ignore[assignment] # typed loosely above
    rolefit.desk.open_files([pdf])

    def role() -> str:
        case = rolefit.desk.case(rolefit.desk.current)
        return case.report.match.role if case and case.report else ""

    qtbot.waitUntil(lambda: role() == "backend-software-engineer")


def test_a_correction_made_while_it_is_scored_anew_is_not_lost(opened: Rolefit, engine: MadeUpEngine, qtbot: QtBot) -> None:
    desk, go_on, make = opened.desk, threading.Event(), engine.make
    case = desk.current

    def slow(document: object) -> object:
        go_on.wait(10)
        return make(document)  # type: ignore[arg-type] # a Document

    engine.make = slow  # type: ignore[assignment] # typed loosely above
    opened.settings.put({"place": "14460"})
    desk._put(case, corrections=("one",))
    before = desk.case(case).report  # type: ignore[union-attr] # open
    go_on.set()
    qtbot.waitUntil(lambda: desk.case(case).report is not before)  # type: ignore[union-attr] # open
    assert engine.corrected[-1] == ("one",)
    assert desk.case(case).corrections == ("one",)  # type: ignore[union-attr] # open


def test_a_default_place_is_searched_and_what_was_chosen_for_a_résumé_stays(
    opened: Rolefit, engine: MadeUpEngine, qtbot: QtBot
) -> None:
    case = opened.desk.current
    opened.desk.assume(case, area="16980")
    dialog = shown(opened, "salary")
    field = dialog.pages["salary"].place  # type: ignore[attr-defined] # the salary page
    qtbot.keyClicks(field, "bos")
    with qtbot.waitSignal(opened.desk.case_changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Boston-Cambridge-Nashua, MA-NH"
    assert engine.standards.area == "14460"
    assert opened.desk.case(case).assumptions.area == "16980"  # type: ignore[union-attr] # open
    assert dialog.isVisible()
    qtbot.keyClicks(field, "zzz")
    dialog.list.setFocus()
    field._leave()
    assert field.text() == "Boston-Cambridge-Nashua, MA-NH"
    field.findChild(QAbstractButton).click()
    assert field.text() == ""
    assert engine.standards.area == ""
    dialog.undo.click()
    assert engine.standards.area == "14460"
    assert field.text() == "Boston-Cambridge-Nashua, MA-NH"
    dialog.close()


# ---- shortcuts


def keys_of(rolefit: Rolefit, name: str) -> list[str]:
    return [keys.toString() for keys in rolefit.menus.commands[name].shortcuts()]


def test_keys_are_changed_refused_where_taken_and_restored(rolefit: Rolefit) -> None:
    dialog = shown(rolefit, "shortcuts")
    page = dialog.pages["shortcuts"]
    names = [shortcut.id for shortcut in page._rows]  # type: ignore[attr-defined] # the shortcuts page
    page.table.setCurrentCell(names.index("open"), 0)  # type: ignore[attr-defined] # the shortcuts page
    page.give("Ctrl+E")  # type: ignore[attr-defined] # the shortcuts page
    assert "Export report" in page.said.text()  # type: ignore[attr-defined] # the shortcuts page
    page.give("N")  # type: ignore[attr-defined] # the shortcuts page
    assert "Ctrl" in page.said.text()  # type: ignore[attr-defined] # the shortcuts page
    assert keys_of(rolefit, "open") == ["Ctrl+O"]
    page.give("Ctrl+Alt+O")  # type: ignore[attr-defined] # the shortcuts page
    assert keys_of(rolefit, "open") == ["Ctrl+Alt+O"]
    assert page.current.id == "open"  # type: ignore[attr-defined] # the shortcuts page
    page.usual.click()  # type: ignore[attr-defined] # the shortcuts page
    assert keys_of(rolefit, "open") == ["Ctrl+O"]
    page.give("F7")  # type: ignore[attr-defined] # the shortcuts page
    dialog.restore.click()
    assert keys_of(rolefit, "open") == ["Ctrl+O"]
    dialog.undo.click()
    assert keys_of(rolefit, "open") == ["F7"]
    dialog.close()


def test_keys_from_a_file_are_taken_only_where_they_can_be(rolefit: Rolefit) -> None:
    commands = rolefit.menus.commands
    before = {name: action.shortcuts() for name, action in commands.actions.items()}
    commands.rebind({"nothing": "Ctrl+1", "open": "N", "export": "Ctrl+Z", "print": "Ctrl+K, Ctrl+X", "quit": "?" * 30})
    assert {name: action.shortcuts() for name, action in commands.actions.items()} == before
    commands.rebind({"open": "Ctrl+E", "export": "Ctrl+O"})
    assert (keys_of(rolefit, "open"), keys_of(rolefit, "export")) == (["Ctrl+E"], ["Ctrl+O"])
    commands.rebind({"open": ""})
    assert (keys_of(rolefit, "open"), keys_of(rolefit, "export")) == ([], ["Ctrl+E"])
    commands.rebind({})
    assert {name: action.shortcuts() for name, action in commands.actions.items()} == before
    assert commands["open"].shortcut() == QKeySequence("Ctrl+O")


# ---- the dialog


def test_every_page_has_names_plain_text_a_place_in_the_help_and_keys(rolefit: Rolefit, qtbot: QtBot) -> None:
    dialog = shown(rolefit)
    nameless, rich, clipped = [], [], []
    for key, page in dialog.pages.items():
        dialog.turn_to(key)
        for widget in page.findChildren(QWidget):
            if isinstance(widget, QLabel) and widget.text() and widget.textFormat() is not Qt.TextFormat.PlainText:
                rich.append((key, widget.text()))
            if isinstance(widget, QPushButton) and widget.isVisible() and widget.width() < widget.sizeHint().width():
                clipped.append((key, widget.text()))
            inside = widget.parentWidget()
            hidden = not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus
            if hidden or (isinstance(inside, QAbstractScrollArea) and inside.viewport() is widget):
                continue
            told = QAccessible.queryAccessibleInterface(widget)
            if told is None or not told.text(QAccessible.Text.Name):
                nameless.append((key, type(widget).__name__))
        dialog.help_wanted.emit(page.topic)
        help_dialog = rolefit.window.findChild(HelpDialog)
        assert help_dialog is not None
        assert help_dialog._pages[help_dialog._list.currentRow()].id == page.topic
        help_dialog.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (nameless, rich, clipped) == ([], [], [])
    dialog.close()


@pytest.mark.parametrize("language", ["en", "de"])
def test_nothing_is_clipped_in_the_smallest_window_with_large_text(rolefit: Rolefit, language: str) -> None:
    rolefit.window.resize(960, 640)
    rolefit.settings.put({"scale": 1.5, "language": language})
    theme().finish()
    dialog = shown(rolefit)
    assert dialog.width() <= 960
    assert dialog.height() <= 640
    for key, page in dialog.pages.items():
        dialog.turn_to(key)
        assert page.inner.minimumSizeHint().width() <= page.viewport().width(), key
    dialog.close()
    rolefit.settings.put({"scale": 1.0, "language": "en"})


def test_tab_goes_through_a_page_and_round(rolefit: Rolefit, qtbot: QtBot) -> None:
    dialog = shown(rolefit, "general")
    dialog.activateWindow()
    dialog.list.setFocus()
    seen: list[QWidget] = []
    for _ in range(20):
        dialog.focusNextChild()
        here = dialog.focusWidget()
        assert here is not None
        if here is dialog.list:
            break
        seen.append(here)
    page = dialog.pages["general"]
    wanted = [page.theme, page.contrast, page.scale, page.language, page.reopen, page.people]  # type: ignore[attr-defined] # ours
    assert [widget for widget in seen if widget in wanted] == wanted
    assert here is dialog.list
    dialog.close()


def test_the_folder_is_opened_and_storage_is_a_page(rolefit: Rolefit, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    rolefit.clients.open_storage()
    dialog = rolefit.window.findChild(SettingsDialog)
    assert dialog is not None
    assert dialog.page == "storage"
    assert not dialog.restore.isVisible()
    dialog.turn_to("privacy")
    dialog.pages["privacy"].open_folder.click()  # type: ignore[attr-defined] # the privacy page
    assert opened == [str(rolefit.kept.folder)]
    dialog.close()


def test_a_default_place_is_told_on_the_salary_tab(opened: Rolefit, engine: MadeUpEngine, qtbot: QtBot) -> None:
    make = engine.make
    engine.make = lambda document: replace(make(document), salary=replace(made_up.pay(), default_place=True))
    opened.window.report.choose_tab("salary")
    with qtbot.waitSignal(opened.desk.case_changed):
        opened.settings.put({"place": "14460"})
    assert "your default place" in opened.window.report.salary.about.text()
