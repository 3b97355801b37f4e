"""CUPS is asked by its file on this computer, unless somebody chose a server."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.export import print_service


@pytest.mark.parametrize(
    ("system", "chosen", "before", "after"),
    [
        ("linux", False, "", print_service.SOCKET),
        ("linux", False, "printers.example", "printers.example"),
        ("linux", True, "", None),
        ("darwin", False, "", None),
    ],
)
def test_who_is_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, chosen: bool, before: str, after: str | None
) -> None:
    file = tmp_path / "client.conf"
    if chosen:
        file.write_text("ServerName printers.example\n")
    monkeypatch.setattr(print_service.sys, "platform", system)
    monkeypatch.setattr(print_service, "CHOSEN", (str(file),))
    monkeypatch.setenv("CUPS_SERVER", before)
    if not before:
        monkeypatch.delenv("CUPS_SERVER")
    print_service.stay_on_this_computer()
    assert os.environ.get("CUPS_SERVER") == after
