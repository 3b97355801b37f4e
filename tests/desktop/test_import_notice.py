"""Several files of which some cannot be read: told with names and reasons, until it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.cases.values import CaseState
from desktop.messages import message_for
from desktop.running.rolefit import Rolefit
from matching.errors import Problem
from tests.desktop.made_up import MadeUpEngine


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"cv{n}.pdf" for n in range(6)]
    for number, path in enumerate(made):
        path.write_bytes(f"%PDF-1.4 made up {number}".encode())
    return made


def all_read(rolefit: Rolefit, paths: Sequence[Path], qtbot: QtBot) -> None:
    rolefit.desk.open_files(paths)
    qtbot.waitUntil(lambda: not rolefit.desk.batch.running and rolefit.desk.batch.done == len(paths))


def test_names_and_reasons_stay_until_they_are_reviewed(
    rolefit: Rolefit, engine: MadeUpEngine, paths: list[Path], qtbot: QtBot
) -> None:
    engine.problems = {"cv3.pdf": Problem.NO_TEXT, "cv4.pdf": Problem.DAMAGED}
    all_read(rolefit, paths[:5], qtbot)
    notice = rolefit.window.report.notice
    assert notice.isVisible()
    assert notice.title.text() == "3 imported, 2 need attention"
    assert notice.reasons.text().splitlines() == [
        f"cv3.pdf: {message_for(Problem.NO_TEXT).title}", f"cv4.pdf: {message_for(Problem.DAMAGED).title}",
    ]  # fmt: skip
    assert notice.review.text() == "Review 2 files"
    notice.review.click()
    case = rolefit.wiring.current()
    assert case is not None
    assert case.problem is Problem.NO_TEXT
    assert not notice.isVisible()


def test_many_are_counted_and_a_new_batch_takes_the_notice_away(
    rolefit: Rolefit, engine: MadeUpEngine, paths: list[Path], qtbot: QtBot
) -> None:
    engine.problems = {path.name: Problem.DAMAGED for path in paths[1:]}
    all_read(rolefit, paths, qtbot)
    notice = rolefit.window.report.notice
    assert notice.title.text() == "1 imported, 5 need attention"
    assert notice.reasons.text().splitlines()[-1] == "and 2 more"
    engine.problems = {}
    for case in [case for case in rolefit.desk.cases if case.state is CaseState.UNREAD]:
        rolefit.desk.try_again(case.id)
    qtbot.waitUntil(lambda: all(case.state is CaseState.READ for case in rolefit.desk.cases))
    assert not notice.isVisible()


def test_it_is_dismissed_and_where_all_were_read_a_short_word_is_enough(
    rolefit: Rolefit, engine: MadeUpEngine, paths: list[Path], qtbot: QtBot
) -> None:
    all_read(rolefit, paths[:2], qtbot)
    assert rolefit.wiring.toast.text.text() == "2 imported"
    assert not rolefit.window.report.notice.isVisible()
    engine.problems = {"cv3.pdf": Problem.NO_TEXT}
    all_read(rolefit, paths[2:4], qtbot)
    assert rolefit.window.report.notice.isVisible()
    rolefit.window.report.notice.dismiss.click()
    assert not rolefit.window.report.notice.isVisible()
