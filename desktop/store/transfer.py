"""A client as one file, to move to another computer or to leave with everything: JSON inside a zip, checked when read back."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from dataclasses import asdict, fields, replace
from typing import Any

from desktop.store.clients import ClientStore
from desktop.store.records import NewResume, Result

FORMAT = "rolefit.client/1"
_MOST = 256 * 1024 * 1024  # bytes of the file unpacked


class BadClientFile(Exception):
    """The file is not a client's file, or is damaged; nothing was taken from it."""


def export_clients(store: ClientStore, clients: list[int]) -> bytes:
    """One file with everything kept about the clients: résumés, results, corrections, notes, meetings, plans."""
    content = {"format": FORMAT, "clients": [_client_as_dict(store, client) for client in clients]}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("clients.json"), json.dumps(content, ensure_ascii=True, indent=1))
    return out.getvalue()


def _client_as_dict(store: ClientStore, client: int) -> dict[str, Any]:
    known = store.client(client)
    if known is None:
        raise ValueError(f"there is no client {client}")
    resumes = []
    for version in store.versions(client):
        pdf = store.pdf_of(version.id)
        resumes.append(
            {
                "file_name": version.file_name,
                "sha256": version.sha256,
                "imported": version.imported,
                "document": store.document_of(version.id),
                "results": [{**asdict(r), "report": store.report_of(r.id)} for r in store.results(version.id)],
                "pdf": base64.b64encode(pdf).decode("ascii") if pdf is not None else None,
            }
        )
    return {
        "name": known.name,
        "notes": known.notes,
        "tags": list(known.tags),
        "consent": known.consent,
        "keep_until": known.keep_until,
        "created": known.created,
        "meetings": [[m.day, m.note] for m in store.meetings(client)],
        "plans": [[p.day, list(p.requirements), p.note] for p in store.plans(client)],
        "corrections": list(store.corrections(client)),
        "resumes": resumes,
    }


def import_clients(store: ClientStore, data: bytes, text_of: Any) -> tuple[int, ...]:
    """Add the clients of a file that `export_clients` wrote, each as a new client; returns their ids.

    `text_of` makes the words to search from a document's JSON. Raises BadClientFile before anything is kept, or StoreError.
    """
    clients = [_checked(client) for client in _content(data)]
    return tuple(_add(store, client, text_of) for client in clients)


def _content(data: bytes) -> list[Any]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo("clients.json").file_size > _MOST:
                raise BadClientFile("too large")
            content = json.loads(archive.read("clients.json"))
        if content["format"] != FORMAT:
            raise BadClientFile("another format")
        return list(content["clients"])
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, EOFError, OSError) as error:
        raise BadClientFile(type(error).__name__) from None


def _checked(client: Any) -> dict[str, Any]:
    """The client with every field of the right type; results become `Result`."""
    try:
        for key in ("name", "notes", "consent", "keep_until", "created"):
            if not isinstance(client[key], str):
                raise TypeError(key)
        names = {field.name for field in fields(Result)}
        for resume in client["resumes"]:
            resume["pdf"] = base64.b64decode(resume["pdf"]) if resume["pdf"] is not None else None
            made = []
            for result in resume["results"]:
                report = str(result.pop("report"))
                low, high = result["likely"]
                made.append(
                    (Result(**{k: v for k, v in result.items() if k in names} | {"likely": (int(low), int(high))}), report)
                )
            if not made:
                raise ValueError("no result")
            resume["results"] = made
        return dict(client)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadClientFile(type(error).__name__) from None


def _add(store: ClientStore, client: dict[str, Any], text_of: Any) -> int:
    new = store.add_client(client["name"], client["created"])
    known = store.client(new)
    if known is not None:
        changed = {"notes": client["notes"], "tags": tuple(map(str, client["tags"]))}
        store.change_client(replace(known, **changed, consent=client["consent"], keep_until=client["keep_until"]))
    for resume in client["resumes"]:
        (first, report), *later = resume["results"]
        _, row = store.add_resume(
            new,
            "",
            NewResume(
                str(resume["file_name"]),
                "",
                str(resume["sha256"]),
                str(resume["imported"]),
                str(resume["document"]),
                report,
                text_of(str(resume["document"])),
                first,
                resume["pdf"],
            ),
        )
        for result, text in later:
            store.add_result(row, result, text)
    for day, note in client["meetings"]:
        store.add_meeting(new, str(day), str(note))
    for day, requirements, note in client["plans"]:
        store.add_plan(new, str(day), [str(r) for r in requirements], str(note))
    store.set_corrections(new, [str(value) for value in client["corrections"]])
    return new
