"""The desk's pages: the table sorts, filters and keeps ticks; names for screen readers; plain text everywhere; dialogs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.clients.values import BinLine, ClientCard, ClientLine, Hit, ReportChoice, StoreFacts, VersionLine
from desktop.windows.client_page import ClientPage
from desktop.windows.clients_model import ATTENTION, CHANGE, COLUMNS, FIT, GAP, NAME, SALARY, Filter, cell_text, problem_text
from desktop.windows.clients_page import ClientsPage
from desktop.windows.compare_dots import Compared
from desktop.windows.compare_page import ComparePage
from desktop.windows.import_preview import ImportPreview
from desktop.windows.plan_dialog import PlanDialog
from desktop.windows.report_dialog import ReportDialog
from desktop.windows.search_page import SearchPage
from desktop.windows.storage_settings import StoragePage
from desktop.windows.summary_dialog import SummaryDialog
from desktop.windows.tag_dialog import TagDialog
from matching.errors import Problem
from matching.fit.comparison import compare, summarise
from matching.fit.report import Band
from tests.desktop.made_up import report

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
MARKUP = '<img src="file:///etc/passwd"><b>bold</b>'
LINES = (
    ClientLine(
        1, "Daniel Cho", 2, 2, 831, 831, 831, 40, "Threat modelling", 30, (139_000, 161_000), "senior", "1.0", "2026-11-22"
    ),
    ClientLine(2, "Ada Bello", 1, 3, 580, 570, 600, None, "Cloud", 40, (109_000, 129_000), "mid", "1.0", "2026-03-09", ("x",)),
    ClientLine(3, "Tom Okoro", 1, 4, updated="2026-03-02", attention=("not_scored",)),
    ClientLine(4, MARKUP, 3, 5, 690, 690, 690, -25, "Kubernetes", 40, (0, 0), "lead", "1.0", "2026-03-12"),
)


@pytest.fixture
def page(qtbot: QtBot, worn: None) -> ClientsPage:
    made = ClientsPage()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show_lines(LINES)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(page: ClientsPage) -> list[int]:
    return [line.client for line in page.table.clients.shown]


def test_the_best_fit_comes_first_and_the_unscored_last(page: ClientsPage) -> None:
    assert shown(page) == [1, 4, 2, 3]
    assert page.counts.text().startswith("4")


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_every_column_sorts_both_ways(page: ClientsPage, column: int) -> None:
    page.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    up = list(page.table.clients.shown)
    page.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    down = list(page.table.clients.shown)
    there = [line for line in up if cell_text(line, column) not in ("", "Not scored")]
    if len({cell_text(line, column) for line in there}) == len(there) and column not in (CHANGE, SALARY):
        assert [line.client for line in down[: len(there)]] == [line.client for line in reversed(there)]
    assert {line.client for line in up} == {1, 2, 3, 4}
    assert all(line in there for line in up[: len(there)]), "rows with nothing to sort by stand last both ways"


def test_a_file_that_could_not_be_read_has_its_reason_and_a_way_to_mend_it(page: ClientsPage, qtbot: QtBot) -> None:
    page.update_lines([replace(LINES[2], version=0, problem="no_text", path="/x/t.pdf", file_name="t.pdf")], ())
    line = page.table.clients.shown[page.table.clients.row_of(3)]
    cells = [cell_text(line, c) for c in (FIT, GAP, SALARY, ATTENTION)]
    assert cells == ["Not scored", "No text in this PDF", "Fix…", "Not scored"]
    fix = page.table.visualRect(page.table.clients.index(page.table.clients.row_of(3), SALARY)).center()
    with qtbot.waitSignal(page.opened) as told:
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=fix)
    assert told.args == [3]
    page.show_only_attention()
    assert shown(page) == [3]


def test_cells_say_what_they_mean() -> None:
    assert [cell_text(LINES[0], c) for c in (NAME, FIT, CHANGE, SALARY)] == ["Daniel Cho", "83", "+4.0", "$139k to $161k"]
    assert cell_text(LINES[2], FIT) == "Not scored"
    assert cell_text(LINES[3], CHANGE) == "−2.5"
    assert cell_text(replace(LINES[0], attention=("keep_until",)), ATTENTION) == "Retention is due"


def test_filters_and_what_is_said_when_nothing_is_left(page: ClientsPage) -> None:
    model = page.table.clients
    for chosen, left in (
        (Filter(text="bello"), [2]), (Filter(text="x"), [2]), (Filter(band=Band.STRONG), [1]), (Filter(level="lead"), [4]),
        (Filter(attention=True), [3]), (Filter(since="2026-03-12"), [1, 4]), (Filter(only=frozenset({2, 3})), [2, 3]),
    ):  # fmt: skip
        model.set_filter(chosen)
        assert shown(page) == left
    page.field.setText("nobody like this")
    page._filter()
    assert page.nobody.isVisible()
    page.clear_filter()
    assert len(shown(page)) == 4


def test_what_was_probably_meant_is_offered_where_nothing_matches(page: ClientsPage, qtbot: QtBot) -> None:
    page.field.setText("belo")
    page._filter()
    assert (page.nobody.isVisible(), page.table.isVisible(), page.nobody.nearest) == (True, False, "Bello")
    qtbot.mouseClick(page.nobody.instead, Qt.MouseButton.LeftButton)
    page._filter()
    assert shown(page) == [2]
    assert page.shown_count.text() == "1 of 4 shown"
    page.field.setText("x")
    page.band.setCurrentIndex(page.band.findData(Band.STRONG.value))
    assert page.nobody.nearest == "", "the other filter is in the way, not the word"


def test_rows_are_copied_with_the_columns_that_are_seen(page: ClientsPage, qtbot: QtBot) -> None:
    page.table.hide_columns(["salary", "updated", "level", "tags", "attention", "gap", "change"])
    page.table.tick([1, 2])
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines == ["Client\tVersion\tFit", "Daniel Cho\tv2\t83", "Ada Bello\tv1\t58"]


def test_every_problem_has_few_words_in_the_table() -> None:
    for problem in set(Problem) - {Problem.NO_PDFS}:
        assert 3 < len(problem_text(problem.value)) <= 26
        assert problem_text(problem.value) != problem.value
    assert problem_text("of_a_later_version") == "of_a_later_version"


def test_ticks_survive_sorting_filtering_and_news(page: ClientsPage) -> None:
    page.table.tick([2, 4])
    page.table.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
    assert set(page.table.chosen) == {2, 4}
    page.update_lines([replace(LINES[1], score=990)], [1])
    assert set(page.table.chosen) == {2, 4}
    assert 1 not in shown(page)


def test_ticking_by_space_and_on_the_box(page: ClientsPage, qtbot: QtBot) -> None:
    table = page.table
    table.setFocus()
    table.setCurrentIndex(table.clients.index(0, NAME))
    table.clearSelection()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.chosen == (1,)
    where = table.visualRect(table.clients.index(1, NAME)).center()
    where.setX(table.visualRect(table.clients.index(1, NAME)).left() + 20)
    with qtbot.waitSignal(page.small_compare_wanted):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert table.chosen == (1, 4)
    with qtbot.waitSignal(page.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_columns_can_be_hidden_but_the_name(page: ClientsPage) -> None:
    page.table.hide_columns(["name", "salary"])
    assert page.table.hidden_columns == ["salary"]
    page.table.show_column(SALARY, True)
    assert page.table.hidden_columns == []


def test_export_takes_the_ticked_in_the_order_shown(page: ClientsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.export_wanted) as told:
        page._export()
    assert [line.client for line in told.args[0]] == [1, 4, 2, 3]
    page.table.tick([2])
    with qtbot.waitSignal(page.export_wanted) as told:
        page._export()
    assert [line.client for line in told.args[0]] == [2]


def card() -> ClientCard:
    versions = (
        VersionLine(1, 1, "a.pdf", "/a.pdf", "2026-01-01", False, 400, "1.0", "0.1.0"),
        VersionLine(2, 2, "b.pdf", "/b.pdf", "2026-05-01", False, 600, "1.0", "0.1.0", 200, (("0.9", 580),)),
    )
    return ClientCard(7, MARKUP, "notes", ("a",), "2026-01-01", "2026-02-01", "2026-01-01", versions, report=report())


def test_typed_notes_stay_when_the_client_is_told_anew(qtbot: QtBot, worn: None) -> None:
    page = ClientPage()
    qtbot.addWidget(page)
    page.show_card(card(), "2026-11-22")
    assert not page.due.isHidden()
    page.notes.setPlainText("being typed")
    page.show_card(replace(card(), consent="2026-03-03"), "2026-11-22")
    assert page.notes.toPlainText() == "being typed"
    with qtbot.waitSignal(page.changed) as told:
        page.save_fields()
    assert told.args[1]["notes"] == "being typed"
    assert told.args[1]["consent"] == "2026-03-03"


def all_pages(parent: QWidget) -> list[QWidget]:
    """Everything of the desk, filled."""
    clients, client, side, search = ClientsPage(), ClientPage(), ComparePage(), SearchPage()
    clients.show_lines(LINES)
    client.show_card(card(), "2026-11-22")
    reports = (report(), report())
    side.show_comparison([Compared(MARKUP, 600), Compared("b", 600)], reports, compare(reports), True)
    search.model.show_hits((Hit(1, MARKUP, 1, 1, (("a ", False), ("hit", True))),))
    storage = StoragePage()
    storage.show_facts(
        StoreFacts("/data", 5, 1, 1, ("rolefit-2026-11-22.db",), False, True, (BinLine(1, MARKUP, "2026-01-01"),))
    )
    dialogs = [
        storage, ReportDialog(parent, MARKUP, ReportChoice(), has_pages=True), SummaryDialog(parent, summarise(reports)),
        PlanDialog(parent, [MARKUP]), ImportPreview(parent), TagDialog(parent, LINES[:2], [MARKUP]),
    ]  # fmt: skip
    return [clients, client, side, search, *dialogs]


def test_every_widget_that_takes_the_focus_has_a_name_and_all_text_is_plain(qtbot: QtBot, worn: None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    nameless, rich = [], []
    for made in all_pages(parent):
        qtbot.addWidget(made)
        made.show()
        for widget in made.findChildren(QWidget):
            if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText and widget.text():
                rich.append((type(made).__name__, widget.text()))
            inside = widget.parentWidget()
            hidden = not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus
            if hidden or (isinstance(inside, QAbstractScrollArea) and inside.viewport() is widget):
                continue
            told = QAccessible.queryAccessibleInterface(widget)
            if told is None or not told.text(QAccessible.Text.Name):
                nameless.append((type(made).__name__, type(widget).__name__, widget.objectName()))
        made.hide()
    assert nameless == []
    assert rich == []


def test_without_the_name_there_are_no_pages(qtbot: QtBot, worn: None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ReportDialog(parent, "Ada", ReportChoice(parts=("fit", "pages")), has_pages=True)
    assert dialog.choice == ReportChoice(parts=("fit", "pages"))
    dialog.hide_name.setChecked(True)
    assert dialog.choice == ReportChoice(show_name=False, parts=("fit",))


def test_a_logo_is_made_small_and_a_text_is_none(qtbot: QtBot, worn: None, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ReportDialog(parent, "Ada", ReportChoice(), has_pages=False)
    big = QImage(3000, 100, QImage.Format.Format_RGB32)
    big.fill(0)
    big.save(str(tmp_path / "logo.png"))
    dialog.take_logo(str(tmp_path / "logo.png"))
    assert QImage.fromData(dialog.choice.logo).width() == 1200
    (tmp_path / "no.png").write_text("text")
    dialog.take_logo(str(tmp_path / "no.png"))
    assert "cannot be read" in dialog.logo_said.text()


def test_a_passphrase_is_typed_twice_and_long_enough(qtbot: QtBot, worn: None) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = StoragePage()
    dialog.show_facts(StoreFacts("/data", 5, 1, 1, (), False, True))
    for first, second, good in (
        ("short", "short", False),
        ("long enough", "other one", False),
        ("long enough", "long enough", True),
    ):
        dialog.first.setText(first)
        dialog.second.setText(second)
        assert dialog.encrypt.isEnabled() is good
