"""A client moves to another store whole; a wrong file takes nothing along."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from desktop.store.opening import open_store
from desktop.store.records import NewResume, Result
from desktop.store.transfer import BadClientFile, export_clients, import_clients


def test_a_client_moves_whole(tmp_path: Path) -> None:
    made = Result(
        0, 0, "0.1.0", "role", "1.0", "", "2026-11", 690, 680, 700, "senior", "Gap", 30, (1, 2), "2026-11-22T10:00:00"
    )
    here, there = open_store(tmp_path / "here"), open_store(tmp_path / "there")
    new = NewResume("cv.pdf", "/x", "ab" * 32, "2026-11-22", '["words"]', '{"r": 1}', "words", made, b"%PDF")
    client, row = here.clients.add_resume(None, "Ines Marques", new)
    here.clients.add_result(row, made, '{"r": 2}')
    here.clients.add_meeting(client, "2026-11-22", "talk")
    here.clients.add_plan(client, "2026-12-22", ["nosql"], "try")
    here.clients.set_corrections(client, ['{"wrong": "go"}'])
    data = export_clients(here.clients, [client])
    (moved,) = import_clients(there.clients, data, lambda document: document.strip('[]"'))
    assert export_clients(there.clients, [moved]) != b""
    (version,) = there.clients.versions(moved)
    assert (version.sha256, there.clients.pdf_of(version.id)) == ("ab" * 32, b"%PDF")
    assert [there.clients.report_of(r.id) for r in there.clients.results(version.id)] == ['{"r": 1}', '{"r": 2}']
    assert [r.likely for r in there.clients.results(version.id)] == [(1, 2), (1, 2)]
    assert there.clients.search("words")[0][0] == version.id
    assert [m.note for m in there.clients.meetings(moved)] == ["talk"]
    assert there.clients.plans(moved)[0].requirements == ("nosql",)
    assert there.clients.corrections(moved) == ('{"wrong": "go"}',)
    here.close()
    there.close()


def zipped(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("clients.json", text)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zip",
        zipped("no json"),
        zipped('{"format": "other", "clients": []}'),
        zipped('{"format": "rolefit.client/1", "clients": [{"name": 3}]}'),
        zipped('{"format": "rolefit.client/1", "clients": [7]}'),
    ],
)
def test_a_wrong_file_takes_nothing_along(tmp_path: Path, data: bytes) -> None:
    store = open_store(tmp_path)
    with pytest.raises(BadClientFile):
        import_clients(store.clients, data, str)
    assert store.clients.clients() == ()
    store.close()
