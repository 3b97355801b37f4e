"""What tests of reading share: pdfminer with its guards on, for one test only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from matching.reading import guarded_filters, guards
from matching.reading.budget import BUDGET


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Guards on for one test only: everything they replace is put back, so that other tests meet pdfminer as it is."""
    put = []

    def in_place_of(owner: object, name: str, by: object) -> None:
        put.append(name)
        monkeypatch.setattr(owner, name, by)

    for module in (guards, guarded_filters):
        monkeypatch.setattr(module, "in_place_of", in_place_of)
    monkeypatch.setattr(guards, "_installed", False)
    guards.install()
    assert len(put) >= 15
    yield
    BUDGET.__init__()  # type: ignore[misc]  # endless again, as before
