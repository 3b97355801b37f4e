"""The desk: what casework reads is kept, versions and offers, changes with undo, the bin, trouble in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.background import Background
from desktop.cases.casework import Casework
from desktop.cases.values import Case, CaseState
from desktop.clients.changes import ClientChanges
from desktop.clients.desk import Desk
from desktop.clients.messages import store_message
from desktop.clients.records import card_of
from desktop.clients.storage import Storage
from desktop.clients.values import ClientCard, ClientLine, Offer, StoreFacts
from desktop.messages import Message
from desktop.store.database import FILE
from desktop.store.passphrase import is_encrypted
from desktop.store.records import StoreTrouble
from matching.fit.report import FitReport
from matching.reading.corrections import WrongSkill
from matching.reading.document import Document
from tests.desktop.made_up import MadeUpEngine, document, report
from tests.desktop.store.traces import traces_of

MOMENT = "2026-11-22T10:00:00"


def person(name: str, sha: str) -> FitReport:
    made = report(document(name=f"{name.split()[0].lower()}.pdf", sha=sha * 64))
    return replace(made, resume=replace(made.resume, contact=replace(made.resume.contact, name=name)))


class Table:
    """What the window would show of the clients."""

    def __init__(self, desk: Desk) -> None:
        self.lines: dict[int, ClientLine] = {}
        desk.lines_changed.connect(self._all)
        desk.lines_updated.connect(self._some)

    def _all(self, lines: tuple[ClientLine, ...]) -> None:
        self.lines = {line.client: line for line in lines}

    def _some(self, lines: tuple[ClientLine, ...], gone: tuple[int, ...]) -> None:
        self.lines |= {line.client: line for line in lines}
        for client in gone:
            self.lines.pop(client, None)

    @property
    def names(self) -> list[str]:
        return sorted(line.name for line in self.lines.values())


@pytest.fixture
def casework(tidy: None) -> Iterator[Casework]:
    background = Background(threads=2)
    yield Casework(MadeUpEngine(), background)
    background.stop()


@pytest.fixture
def desk(casework: Casework, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(casework, tmp_path / "data", moment=lambda: MOMENT)
    with qtbot.waitSignal(made.opened):
        made.begin()
    yield made
    made.close()


@pytest.fixture
def table(desk: Desk) -> Table:
    return Table(desk)


def read(desk: Desk, name: str, made: FitReport) -> None:
    """As if casework had just read a file."""
    case = desk.casework.case(name) or Case(name, made.document.name, made.document.path)
    desk.casework.restore([replace(case, state=CaseState.READ, report=made)])
    desk.casework.resume_read.emit(name)


def keep(desk: Desk, qtbot: QtBot, name: str, made: FitReport) -> None:
    with qtbot.waitSignal(desk.kept):
        read(desk, name, made)


def card(desk: Desk, qtbot: QtBot, client: int) -> ClientCard:
    """The client's page after everything that was asked before."""
    with qtbot.waitCallback() as told:
        desk.ask(lambda store: card_of(store.clients, client), told)
    made = told.args[0]
    assert isinstance(made, ClientCard)
    return made


def test_every_trouble_has_words() -> None:
    assert all(store_message(trouble).next_step for trouble in StoreTrouble)


def test_what_is_read_is_kept_with_its_report(desk: Desk, table: Table, qtbot: QtBot) -> None:
    made = person("Ada Example", "a")
    keep(desk, qtbot, "one", made)
    qtbot.waitUntil(lambda: len(table.lines) == 1)
    (line,) = table.lines.values()
    assert (line.name, line.version, line.score, line.change) == ("Ada Example", 1, 600, None)
    assert (line.gap, line.gap_points) == ("Software architecture", 150)
    assert "hidden_text" in line.attention
    assert card(desk, qtbot, line.client).report == made


def test_the_same_bytes_add_nothing(desk: Desk, table: Table, qtbot: QtBot) -> None:
    made = person("Ada Example", "a")
    keep(desk, qtbot, "one", made)
    keep(desk, qtbot, "two", made)
    (client,) = {placed.client for placed in desk.placed.values()}
    assert len(card(desk, qtbot, client).versions) == 1


def test_one_person_s_next_file_is_the_next_version(desk: Desk, qtbot: QtBot) -> None:
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    keep(desk, qtbot, "two", person("ada  EXAMPLE", "b"))
    versions = card(desk, qtbot, desk.placed["one"].client).versions
    assert [(v.version, v.change) for v in versions] == [(1, None), (2, 0)]


def test_keeping_a_version_can_be_taken_back(desk: Desk, table: Table, qtbot: QtBot) -> None:
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    keep(desk, qtbot, "two", person("Ada Example", "b"))
    desk.take_back("two")
    client = desk.placed["one"].client
    assert [version.version for version in card(desk, qtbot, client).versions] == [1]
    with qtbot.waitSignal(desk.found) as told:
        desk.search("PostgreSQL")
    assert len(told.args[1]) == 1


@pytest.mark.parametrize(("as_version", "people", "versions"), [(True, 2, 2), (False, 3, 1)])
def test_with_several_people_the_next_version_is_offered(
    desk: Desk, table: Table, qtbot: QtBot, as_version: bool, people: int, versions: int
) -> None:
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    keep(desk, qtbot, "two", person("Tom Okoro", "b"))
    with qtbot.waitSignal(desk.offered) as told:
        read(desk, "three", person("Ada Example", "c"))
    offer = told.args[0]
    assert isinstance(offer, Offer)
    assert (offer.name, offer.version, desk.offers) == ("Ada Example", 2, (offer,))
    assert "three" not in desk.placed
    with qtbot.waitSignal(desk.kept):
        desk.settle(offer, as_version)
    qtbot.waitUntil(lambda: len(table.lines) == people)
    assert len(card(desk, qtbot, offer.client).versions) == versions
    assert desk.offers == ()


def test_corrections_are_replayed_on_the_next_version(desk: Desk, qtbot: QtBot) -> None:
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    correction = WrongSkill("relational", "PostgreSQL", "…")
    case = desk.casework.case("one")
    assert case is not None
    desk.casework.restore([replace(case, corrections=(correction,))])
    desk.casework.case_changed.emit("one")
    engine = desk.casework.engine
    assert isinstance(engine, MadeUpEngine)
    engine.make = lambda _document: person("Ada Example", "b")
    keep(desk, qtbot, "two", person("Ada Example", "b"))
    assert engine.corrected == [(correction,)]
    later = desk.casework.case("two")
    assert later is not None
    assert later.corrections == (correction,)
    assert card(desk, qtbot, desk.placed["one"].client).corrections == 1


def test_a_new_edition_scores_old_resumes_beside_the_old_figure(desk: Desk, qtbot: QtBot) -> None:
    old = person("Ada Example", "a")
    old = replace(old, match=replace(old.match, edition="0.9"))
    keep(desk, qtbot, "one", old)
    desk.refresh()
    with qtbot.waitSignal(desk.outdated, check_params_cb=lambda count: count == 1):
        desk.refresh()
    engine = desk.casework.engine
    assert isinstance(engine, MadeUpEngine)

    def anew(doc: Document) -> FitReport:
        import matching
        from matching.knowledge.roles import load_role

        made = report(doc)
        role = load_role("senior-backend-engineer")
        return replace(made, engine_version=matching.__version__, match=replace(made.match, edition=role.edition))

    engine.make = anew
    with qtbot.waitSignal(desk.outdated, check_params_cb=lambda count: count == 0):
        desk.score_again()
    (version,) = card(desk, qtbot, desk.placed["one"].client).versions
    assert version.older == (("0.9", 600),)


def test_fields_meetings_and_plans_change_and_undo(desk: Desk, qtbot: QtBot) -> None:
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    client = desk.placed["one"].client
    changes, stack = ClientChanges(desk), desk.casework.undo_stack
    first = card(desk, qtbot, client)
    changes.change(first, notes="Prefers mornings", tags=("remote", "Berlin"), consent="2026-11-01", keep_until="2026-11-22")
    changes.add_meeting(first, "2026-11-20", "Talked about databases")
    changes.add_plan(client, "2027-01-10", ("nosql", "security"))
    after = card(desk, qtbot, client)
    assert (after.notes, after.tags, after.consent, after.keep_until) == (
        "Prefers mornings", ("remote", "Berlin"), "2026-11-01", "2026-11-22",
    )  # fmt: skip
    assert [m.note for m in after.meetings] == ["Talked about databases"]
    assert after.plans[0].gaps == (("nosql", "NoSQL database"), ("security", "Application security"))
    changes.remove_meeting(after, after.meetings[0])
    for _ in range(4):
        stack.undo()
    assert replace(card(desk, qtbot, client), report=None) == replace(first, report=None)
    stack.redo()
    assert card(desk, qtbot, client).notes == "Prefers mornings"


def test_the_retention_date_asks_for_attention(desk: Desk, table: Table, qtbot: QtBot) -> None:
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    client = desk.placed["one"].client
    ClientChanges(desk).change(card(desk, qtbot, client), keep_until="2026-11-22")
    qtbot.waitUntil(lambda: "keep_until" in table.lines[client].attention)


def test_search_marks_the_words(desk: Desk, qtbot: QtBot) -> None:
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    with qtbot.waitSignal(desk.found) as told:
        desk.search("redis cach")
    words, (hit,) = told.args
    assert words == "redis cach"
    assert {text for text, marked in hit.marked if marked} == {"Redis", "cache"}


def test_bin_undo_and_deleting_for_real(desk: Desk, table: Table, qtbot: QtBot) -> None:
    keep(desk, qtbot, "one", person("Zebulon Quist", "a"))
    keep(desk, qtbot, "two", person("Tom Okoro", "b"))
    qtbot.waitUntil(lambda: len(table.lines) == 2)
    client, changes = desk.placed["one"].client, ClientChanges(desk)
    changes.put_in_bin([client])
    qtbot.waitUntil(lambda: table.names == ["Tom Okoro"])
    desk.casework.undo_stack.undo()
    qtbot.waitUntil(lambda: table.names == ["Tom Okoro", "Zebulon Quist"])
    desk.casework.undo_stack.redo()
    storage = Storage(desk)
    with qtbot.waitCallback() as copied:
        storage.back_up_now(copied)
    with qtbot.waitSignal(desk.erased) as told:
        changes.erase([client])
    assert told.args[0] == ("/papers/zebulon.pdf",)
    qtbot.waitUntil(lambda: table.names == ["Tom Okoro"])
    assert desk.casework.case("one") is None
    assert not desk.casework.undo_stack.canUndo()
    assert traces_of(desk.folder, "Zebulon") == []
    assert traces_of(desk.folder, "zebulon") == []


def test_a_kept_resume_comes_back_to_the_desk(desk: Desk, qtbot: QtBot) -> None:
    made = person("Ada Example", "a")
    keep(desk, qtbot, "one", made)
    client = desk.placed.pop("one").client
    with qtbot.waitSignal(desk.recalled) as told:
        desk.recall(client)
    case = told.args[0]
    assert isinstance(case, Case)
    assert case.report == made
    assert desk.casework.case(case.id) is not None


def test_backup_restore_facts_and_delete_all(desk: Desk, table: Table, qtbot: QtBot) -> None:
    storage = Storage(desk)
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    with qtbot.waitCallback() as copied:
        storage.back_up_now(copied)
    keep(desk, qtbot, "two", person("Tom Okoro", "b"))
    with qtbot.waitCallback() as restored:
        storage.restore(copied.args[0], restored)
    qtbot.waitUntil(lambda: table.names == ["Ada Example"])
    with qtbot.waitCallback() as told:
        storage.facts(told)
    facts = told.args[0]
    assert isinstance(facts, StoreFacts)
    assert (facts.clients, facts.resumes, facts.backups) == (1, 1, ("rolefit-2026-11-22.db",))
    with qtbot.waitCallback() as gone:
        storage.delete_all(gone)
    qtbot.waitUntil(lambda: table.names == [])
    assert traces_of(desk.folder, "Ada") == []


def test_a_passphrase_is_asked_for_at_the_next_start(desk: Desk, casework: Casework, qtbot: QtBot) -> None:
    pytest.importorskip("sqlcipher3")
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    with qtbot.waitCallback() as done:
        Storage(desk).set_passphrase("open sesame", done)
    assert desk.is_open
    desk.close()
    assert traces_of(desk.folder, "Ada") == []
    again = Desk(casework, desk.folder, moment=lambda: MOMENT)
    table = Table(again)
    with qtbot.waitSignal(again.passphrase_wanted) as asked:
        again.begin()
    assert asked.args == [False]
    with qtbot.waitSignal(again.passphrase_wanted) as asked:
        again.unlock("wrong")
    assert asked.args == [True]
    with qtbot.waitSignal(again.opened):
        again.unlock("open sesame")
    qtbot.waitUntil(lambda: table.names == ["Ada Example"])
    again.close()


def test_a_destroyed_store_with_a_passphrase_is_restored_after_it_was_given(
    desk: Desk, casework: Casework, qtbot: QtBot
) -> None:
    pytest.importorskip("sqlcipher3")
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    with qtbot.waitCallback() as done:
        Storage(desk).set_passphrase("open sesame", done)
    with qtbot.waitCallback() as made:
        Storage(desk).back_up_now(made)
    desk.close()
    path = desk.folder / FILE
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    again = Desk(casework, desk.folder, moment=lambda: MOMENT)
    table = Table(again)
    with qtbot.waitSignal(again.passphrase_wanted):
        again.begin()
    with qtbot.waitSignal(again.passphrase_wanted) as asked:
        again.unlock("wrong")
    assert asked.args == [True]
    with qtbot.waitSignal(again.trouble) as told:
        again.unlock("open sesame")
    assert told.args[0] == store_message(StoreTrouble.DAMAGED)
    with qtbot.waitCallback() as restored:
        Storage(again).restore(made.args[0], restored)
    qtbot.waitUntil(lambda: table.names == ["Ada Example"])
    assert is_encrypted(path)
    again.close()


def test_a_second_program_is_told_that_the_store_is_in_use(desk: Desk, casework: Casework, qtbot: QtBot) -> None:
    other = Desk(casework, desk.folder)
    with qtbot.waitSignal(other.trouble) as told:
        other.begin()
    assert isinstance(told.args[0], Message)
    assert told.args[0] == store_message(StoreTrouble.LOCKED)


def test_clients_move_as_a_file(desk: Desk, table: Table, qtbot: QtBot, tmp_path: Path) -> None:
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    storage, target = Storage(desk), tmp_path / "ada.rolefit"
    with qtbot.waitCallback() as written:
        storage.export_clients([desk.placed["one"].client], target, written)
    with qtbot.waitCallback() as added:
        storage.import_clients(target, added)
    assert added.args == [1]
    qtbot.waitUntil(lambda: table.names == ["Ada Example", "Ada Example"])
    with qtbot.waitSignal(desk.found) as told:
        desk.search("PostgreSQL")
    assert len(told.args[1]) == 2
    bad = tmp_path / "bad.rolefit"
    bad.write_text(json.dumps({"format": "other"}))
    with qtbot.waitSignal(desk.trouble) as trouble:
        storage.import_clients(bad, lambda _count: None)
    assert "not a file of clients" in trouble.args[0].title


def test_search_finds_each_client_once_and_says_what_was_meant(desk: Desk, qtbot: QtBot) -> None:
    keep(desk, qtbot, "one", person("Ada Example", "a"))
    keep(desk, qtbot, "two", person("Ada Example", "b"))
    with qtbot.waitSignal(desk.found) as told:
        desk.search("PostgreSQL")
    assert [(hit.name, hit.version) for hit in told.args[1]] == [("Ada Example", 2)]
    with qtbot.waitSignal(desk.meant) as meant:
        desk.search("postgresqk")
    assert meant.args == ["postgresqk", "postgresql"]
    with qtbot.waitSignal(desk.found) as nothing, qtbot.assertNotEmitted(desk.meant, wait=50):
        desk.search("zzzzzzzz")
    assert nothing.args[1] == ()
