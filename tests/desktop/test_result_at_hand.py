"""What a result that is open offers: dragged out as a file, copied, asked years marked, a bright page, whole names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.running.rolefit import Rolefit
from desktop.style.theme import theme
from desktop.windows.group_rows import columns, widest
from matching.knowledge.roles import available_roles, load_role
from matching.reading.document import Document
from tests.desktop.made_up import MadeUpEngine, report


def dragged(opened: Rolefit, qtbot: QtBot) -> QMimeData:
    """Drag the Export button some way, as a mouse does."""
    taken: list[QMimeData] = []
    opened.exporting.drag_out.begin = taken.append
    export = opened.window.report.export
    middle = export.rect().center()
    QTest.mousePress(export, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(export, middle + QPoint(0, 40))
    qtbot.waitUntil(lambda: bool(taken), timeout=10_000)
    QTest.mouseRelease(export, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, 40))
    return taken[0]


def test_the_report_is_dragged_out_as_a_pdf(opened: Rolefit, qtbot: QtBot) -> None:
    data = dragged(opened, qtbot)
    path = Path(data.urls()[0].toLocalFile())
    assert path.name.endswith("-fit.pdf")
    assert path.read_bytes().startswith(b"%PDF-")
    assert "of 100" in data.text()


def test_a_hostile_name_makes_a_tame_file_name(rolefit: Rolefit, engine: MadeUpEngine, pdf: Path, qtbot: QtBot) -> None:
    def nasty(document: Document) -> object:
        made = report(document)
        contact = replace(made.resume.contact, name='../../etc/<img src="file:///x">\u202e' + "W" * 10_000)
        return replace(made, resume=replace(made.resume, contact=contact))

    engine.make = nasty  # type: ignore[assignment] # a report
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.open_files([pdf])
    path = Path(dragged(rolefit, qtbot).urls()[0].toLocalFile())
    assert path.name.isascii()
    assert len(path.name) < 80
    assert path.parent.name.startswith("rolefit-drag-")


def test_a_click_without_moving_drags_nothing(opened: Rolefit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[QMimeData] = []
    asked: list[bool] = []
    opened.exporting.drag_out.begin = taken.append
    opened.window.report.export_wanted.disconnect()
    opened.window.report.export_wanted.connect(lambda: asked.append(True))
    QTest.mouseClick(opened.window.report.export, Qt.MouseButton.LeftButton)
    assert asked == [True]
    assert taken == []


def test_copying_gives_text_and_cells(opened: Rolefit) -> None:
    opened.window.report.fit.copy()
    data = QGuiApplication.clipboard().mimeData()
    cells = bytes(data.data("text/tab-separated-values").data()).decode().splitlines()
    assert data.text().splitlines()[0].endswith("of 100")
    assert {len(line.split("\t")) for line in cells} == {3}
    assert data.text().endswith("\n".join(cells))


def test_a_row_is_copied_as_cells(opened: Rolefit, qtbot: QtBot) -> None:
    case = opened.wiring.current()
    assert case is not None
    assert case.report is not None
    wanted = next(r for r in case.report.match.requirements if r.evidence)
    fit = opened.window.report.fit
    fit.choose(wanted.id)
    fit.tree.setFocus()
    QTest.keyClick(fit.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    name, points, out_of, quote = QGuiApplication.clipboard().text().split("\t")
    assert name == wanted.name
    assert float(points) * 10 == wanted.points
    assert float(out_of) * 10 == wanted.out_of
    assert wanted.evidence[0].text in quote


def test_the_asked_years_are_marked_on_the_axis(opened: Rolefit) -> None:
    area = opened.window.report
    area.choose_tab("timeline")
    assert "5 years asked" in area.timeline.about.text()
    chart = area.timeline.chart
    left, right = chart.edges()
    stop = max(span.stop for bar in chart.model.bars if bar.backend for span in bar.spans)
    picture = QImage(chart.size(), QImage.Format.Format_RGB32)
    chart.render(picture)
    inside = chart.at_month(stop - 30, left, right)
    before = chart.at_month(max(stop - 60, chart._first), left, right) - 12
    row = theme().px(25) + 1
    assert picture.pixelColor(round(inside), row) == theme().colour("accent")
    assert picture.pixelColor(round(before), row) != theme().colour("accent")


def test_the_page_can_stay_bright_in_the_dark(opened: Rolefit) -> None:
    opened.menus.change_look(wish="dark")
    theme().finish()
    view = opened.window.page.view

    def paper() -> QColor:
        rect = next(iter(view.places.rects()))[1]
        return view.viewport().grab().toImage().pixelColor(round(rect.right()) - 8, round(rect.top()) + 8)

    assert paper() == QColor("#DBDBDB")
    opened.menus.commands["bright-page"].trigger()
    assert paper() == QColor("#FFFFFF")
    assert opened.kept.flag("bright")
    opened.menus.commands["bright-page"].trigger()
    assert paper() == QColor("#DBDBDB")


@pytest.mark.parametrize("role", available_roles())
def test_no_name_is_cut_at_the_design_size(opened: Rolefit, role: str) -> None:
    opened.window.resize(1440, 900)
    profile = load_role(role)
    tree = opened.window.report.fit.tree
    groups, requirements = widest([g.name for g in profile.groups]), widest([r.name for r in profile.requirements])
    row = QRect(0, 0, tree.viewport().width(), 34)
    bar_left, _, _, bar = columns(row, groups)
    assert bar_left - 12 - 28 >= groups
    assert bar >= 48
    assert requirements <= round(row.width() * 0.6)
