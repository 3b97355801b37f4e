"""What the window's tests share: the application's look, and a whole Rolefit with a made-up engine."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desktop.running.rolefit import Rolefit
from desktop.running.tidying import Tidying
from desktop.style.theme import theme
from tests.desktop.made_up import MadeUpEngine


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    """Whatever comes first in a process makes its one application: for all these tests it must be the windows' kind."""


@pytest.fixture
def tidy(qapp: object) -> Iterator[None]:
    """Garbage is collected on this thread only, as in the program; for tests that work on other threads without a Rolefit."""
    tidying = Tidying()
    yield
    gc.collect()
    tidying.stop()


@pytest.fixture
def worn(qapp: object) -> Iterator[None]:
    """The light look at 100 %, whatever a test before did."""
    theme().wear("light")
    yield
    theme().wear("light")


@pytest.fixture
def engine() -> MadeUpEngine:
    return MadeUpEngine()


@pytest.fixture
def rolefit(qtbot: QtBot, tmp_path: Path, engine: MadeUpEngine, worn: None) -> Iterator[Rolefit]:
    """The whole application with the made-up engine, shown."""
    made = Rolefit(tmp_path / "data", engine)
    theme().wear("light")
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.end()
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or its widgets would be restyled by every later test


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """A file that the made-up engine takes for a résumé."""
    path = tmp_path / "ada.pdf"
    path.write_bytes(b"%PDF-1.4 made up")
    return path


@pytest.fixture
def opened(rolefit: Rolefit, pdf: Path, qtbot: QtBot) -> Rolefit:
    """The application with one result open."""
    with qtbot.waitSignal(rolefit.desk.resume_read):
        rolefit.desk.open_files([pdf])
    return rolefit
