"""Between what the store keeps and what the window shows: results, lines, cards, hits. No Qt; used on the store's thread."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desktop.cases.values import Standards
from desktop.clients.values import (
    BinLine,
    ClientCard,
    ClientLine,
    Hit,
    MeetingLine,
    PlanLine,
    StoreFacts,
    VersionLine,
)
from desktop.store.backups import backups_in
from desktop.store.clients import ClientStore
from desktop.store.opening import OpenStore
from desktop.store.records import ClientRow, NewResume, Result, ResumeVersion
from matching.fit.comparison import compare
from matching.fit.keeping import Keepsake, NotReadable, report_again
from matching.fit.report import FitReport
from matching.reading.corrections import Correction, from_dict, to_dict

# Notices that a person should look at before trusting a score.
WORRYING = ("pages_missing", "text_unreadable", "columns_uncertain", "not_a_resume", "hidden_text", "no_dates", "not_english")

LIKE = 75  # per cent: from here on a word is like another


def result_of(kept: Keepsake, made: str) -> Result:
    """A keepsake's figures as the store keeps them; `made` is a moment. Its worrying notices stand in `problem`."""
    worries = ",".join(code for code in WORRYING if code in kept.notices)
    return Result(
        0, 0, kept.engine, kept.role, kept.edition, kept.variant, kept.as_of, kept.score, kept.low, kept.high, kept.level,
        kept.largest_gap, kept.largest_gap_points, kept.likely, made, worries,
    )  # fmt: skip


def new_resume(kept: Keepsake, made: str, pdf: bytes | None = None) -> NewResume:
    """A keepsake as a résumé to be added."""
    result = result_of(kept, made)
    return NewResume(kept.file_name, kept.path, kept.sha256, made[:10], kept.document, kept.report, kept.text, result, pdf)


def line_of(row: ClientRow, today: str) -> ClientLine:
    """A row of the table; `today` decides which retention dates have come."""
    client, result = row.client, row.result
    due = ("keep_until",) if client.keep_until and client.keep_until <= today else ()
    if result is None:
        worry = ("not_scored",) if row.version or row.problem else ()
        return ClientLine(
            client.id,
            client.name,
            row.version,
            row.resume,
            updated=client.created[:10],
            tags=client.tags,
            attention=worry + due,
            file_name=row.file_name,
            problem=row.problem,
            path=row.path,
        )
    return ClientLine(
        client.id, client.name, row.version, row.resume, result.score, result.low, result.high, row.change,
        result.largest_gap, result.largest_gap_points, result.likely, result.level, result.edition, result.made[:10],
        client.tags, tuple(code for code in result.problem.split(",") if code) + due, row.file_name,
    )  # fmt: skip


def report_of(store: ClientStore, resume: int) -> FitReport | None:
    """The newest report of a résumé as it was made; None where it cannot be read by this version."""
    results = store.results(resume)
    try:
        return report_again(store.report_of(results[-1].id), store.document_of(resume)) if results else None
    except NotReadable:
        return None


def corrections_of(store: ClientStore, client: int) -> tuple[Correction, ...]:
    """A client's corrections; one that this version does not know is left out."""
    made = []
    for text in store.corrections(client):
        try:
            made.append(from_dict(json.loads(text)))
        except (ValueError, TypeError, AttributeError):
            continue
    return tuple(made)


def correction_texts(corrections: Sequence[object]) -> list[str]:
    """Corrections as texts for the store; values that are none are left out."""
    return [json.dumps(to_dict(c)) for c in corrections if isinstance(c, Correction)]


def card_of(store: ClientStore, client: int) -> ClientCard | None:
    """Everything about a client; None where there is no such client."""
    here = store.client(client)
    if here is None:
        return None
    versions, reports = _version_lines(store, store.versions(client))
    names = {r.id: r.name for report in reports if report for r in report.match.requirements}
    plans = tuple(
        PlanLine(p.id, p.day, tuple((r, names.get(r, r)) for r in p.requirements), p.note) for p in store.plans(client)
    )
    meetings = tuple(MeetingLine(m.id, m.day, m.note) for m in store.meetings(client))
    return ClientCard(
        client, here.name, here.notes, here.tags, here.consent, here.keep_until, here.created, versions, meetings, plans,
        len(store.corrections(client)), reports[-1] if reports else None,
    )  # fmt: skip


def _version_lines(
    store: ClientStore, versions: Sequence[ResumeVersion]
) -> tuple[tuple[VersionLine, ...], list[FitReport | None]]:
    """The versions, oldest first, each compared with the one before it, and their reports."""
    lines: list[VersionLine] = []
    reports = [report_of(store, version.id) for version in versions]
    for place, version in enumerate(versions):
        results = store.results(version.id)
        if not results:
            continue
        last, before = results[-1], reports[place - 1] if place else None
        here = reports[place]
        told = compare([before, here]) if before is not None and here is not None else None
        older = {(r.edition, r.engine): r.score for r in results if (r.edition, r.engine) != (last.edition, last.engine)}
        fair = told is not None and told.comparable
        lines.append(
            VersionLine(
                version.version, version.id, version.file_name, version.path, version.imported, version.kept,
                last.score, last.edition, last.engine,
                told.scores[1] - told.scores[0] if told and fair else None,
                tuple((edition, score) for (edition, _), score in older.items()),
                told.gained if told else (), told.lost if told else (),
            )
        )  # fmt: skip
    return tuple(lines), reports


def hits_of(store: ClientStore, words: str) -> tuple[Hit, ...]:
    """Clients with a résumé that holds all the words, best first; of several versions that do, the newest."""
    names = {client.id: client.name for client in store.clients()}
    hits: dict[int, Hit] = {}
    for resume, line in store.search(words):
        client, version = store.owner(resume)
        if client not in hits or hits[client].version < version:
            hits[client] = Hit(client, names.get(client, ""), resume, version, marked_pieces(line))
    return tuple(hits.values())


def nearest_words(store: ClientStore, words: str) -> str:
    """The words that were probably meant where no résumé holds `words`; empty where nothing is like them."""
    from rapidfuzz import fuzz, process  # only after a slip of the keys

    known = store.words()
    meant = []
    for word in words.split():
        folded = word.casefold()
        found = None
        if not any(term.startswith(folded) for term in known):
            found = process.extractOne(folded, known, scorer=fuzz.ratio, score_cutoff=LIKE)
        meant.append(found[0] if found else word)
    nearest = " ".join(meant)
    return nearest if nearest != " ".join(words.split()) and store.search(nearest, 1) else ""


def marked_pieces(line: str) -> tuple[tuple[str, bool], ...]:
    """A line with its hits between \\x02 and \\x03 in pieces: (text, whether it is a hit)."""
    pieces: list[tuple[str, bool]] = []
    for part in " ".join(line.split(" ")).replace("\n", " ").split("\x02"):
        hit, mark, rest = part.partition("\x03")
        if mark:
            pieces.append((hit, True))
            pieces.append((rest, False))
        else:
            pieces.append((part, False))
    return tuple((text, hit) for text, hit in pieces if text)


def facts_of_folder(folder: Path) -> StoreFacts:
    """What the storage settings can show without opening the store."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return StoreFacts(str(folder), size, 0, 0, tuple(path.name for path in backups_in(folder)), is_open=False)


def facts_of(store: OpenStore) -> StoreFacts:
    """What the storage settings show."""
    import importlib.util

    rows = store.database.rows
    return replace(
        facts_of_folder(store.folder),
        clients=int(rows("SELECT count(*) FROM client WHERE binned = ''")[0][0]),
        resumes=int(rows("SELECT count(*) FROM resume")[0][0]),
        encrypted=store.database.encrypted,
        encryption=importlib.util.find_spec("sqlcipher3") is not None,
        is_open=True,
        binned=tuple(BinLine(c.id, c.name, c.binned[:10]) for c in store.clients.clients(binned=True)),
    )


def rules_of_now(standards: Standards) -> tuple[str, str, str, str]:
    """Engine version, role, edition and variant that score now."""
    import matching
    from desktop.cases.engine import known
    from matching.knowledge.roles import load_role

    here = known(standards)
    return matching.__version__, here.role, load_role(here.role).edition, here.variant
