"""What all tests share: the checkout they test, the measuring material where it is at hand, a Qt without a screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import settings

import matching

# Where a change must land, the same examples are tried each time; at a desk, others every time.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("ROLEFIT_SHARED", ROOT.parent / "shared"))

PATIENCE = 20_000  # milliseconds

assert Path(matching.__file__).is_relative_to(ROOT), f"testing {matching.__file__}, which is not this checkout"


class PatientQtBot(QtBot):
    """Waits four times as long as pytest-qt would: on a machine busy with other work an answer is late, not wrong."""

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **how)

    def waitUntil(self, callback: Any, *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitCallback(self, *, timeout: int = PATIENCE, **how: Any) -> Any:
        return super().waitCallback(timeout=timeout, **how)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's driver of windows, with more patience."""
    return PatientQtBot(request)


@pytest.fixture
def shared() -> Path:
    """The measuring material beside the project; the test is skipped, saying so, where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the measuring material (../shared) is not here")
    return SHARED


@pytest.fixture
def samples() -> Path:
    """The three sample résumés of the project."""
    return ROOT / "resources" / "samples"
