"""What a counselor changes about clients: fields, meetings, plans, the bin. Each can be undone, but deleting for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.cases.change import Change
from desktop.clients.desk import Desk
from desktop.clients.values import ClientCard, MeetingLine, PlanLine
from desktop.store.opening import OpenStore

FIELDS = ("name", "notes", "tags", "consent", "keep_until")


class ClientChanges(QObject):
    """Changes go through the undo stack of the casework; the store does them on its thread.

    `several_changed(clients)`: fields of several clients are other ones now.
    """

    several_changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk

    def _do(self, name: str, client: int, do: Callable[[OpenStore], object], undo: Callable[[OpenStore], object]) -> None:
        """Push a change: `do` and `undo` work on the store; then the client is told anew."""

        def run(work: Callable[[OpenStore], object]) -> None:
            self.desk.ask(work, lambda _none: self._tell(client))

        self.desk.casework.undo_stack.push(Change(name, lambda: run(do), lambda: run(undo)))

    def _tell(self, client: int) -> None:
        self.desk.refresh_some([client])
        self.desk.show_client(client)

    def add_client(self, name: str) -> None:
        """A client without a résumé yet."""
        moment = self.desk.moment()[:10]
        self.desk.ask(lambda store: store.clients.add_client(" ".join(name.split())[:200], moment), self._tell)

    def change(self, card: ClientCard, **fields: object) -> None:
        """Change fields of a client: name, notes, tags (a tuple), consent and keep_until (days, or empty)."""
        known = {key: value for key, value in fields.items() if key in FIELDS and value != getattr(card, key)}
        if not known:
            return
        before = {key: getattr(card, key) for key in known}
        self._do(self.tr("Change {name}").format(name=card.name), card.client, _writer(card, known), _writer(card, before))

    def add_meeting(self, card: ClientCard, day: str, note: str) -> None:
        made = _Once(lambda store, number: store.clients.add_meeting(card.client, day, note, number))
        self._do(self.tr("Add meeting"), card.client, made, lambda store: store.clients.remove_meeting(made.number))

    def remove_meeting(self, card: ClientCard, meeting: MeetingLine) -> None:
        self._do(
            self.tr("Remove meeting"),
            card.client,
            lambda store: store.clients.remove_meeting(meeting.id),
            lambda store: store.clients.add_meeting(card.client, meeting.day, meeting.note, meeting.id),
        )

    def add_plan(self, client: int, day: str, requirements: Sequence[str], note: str = "") -> None:
        """Keep gaps to close until a day."""
        made = _Once(lambda store, number: store.clients.add_plan(client, day, tuple(requirements), note, number))
        self._do(self.tr("Add plan"), client, made, lambda store: store.clients.remove_plan(made.number))

    def remove_plan(self, card: ClientCard, plan: PlanLine) -> None:
        names = tuple(requirement for requirement, _ in plan.gaps)
        self._do(
            self.tr("Remove plan"),
            card.client,
            lambda store: store.clients.remove_plan(plan.id),
            lambda store: store.clients.add_plan(card.client, plan.day, names, plan.note, plan.id),
        )

    def change_tags(self, clients: Sequence[int], added: Sequence[str], removed: Sequence[str]) -> None:
        """Give tags to several clients and take others away, in one step; undo gives each the tags that it had."""
        if not clients or not (added or removed):
            return
        step = _Tagging(clients, added, removed)

        def run(work: Callable[[OpenStore], object]) -> None:
            self.desk.ask(work, lambda _none: self._tell_several(clients))

        name = self.tr("Change tags of %n clients", "", len(clients))
        self.desk.casework.undo_stack.push(Change(name, lambda: run(step.do), lambda: run(step.undo)))

    def _tell_several(self, clients: Sequence[int]) -> None:
        self.desk.refresh_some(clients)
        self.several_changed.emit(tuple(clients))

    # ---- the bin

    def put_in_bin(self, clients: Sequence[int]) -> None:
        """Move clients to the bin; undo takes them out again, to where they were."""
        chosen, moment = list(clients), self.desk.moment()

        def move(since: str) -> None:
            self.desk.ask(lambda store: store.clients.put_in_bin(chosen, since), lambda _none: self.desk.refresh_some(chosen))

        self.desk.casework.undo_stack.push(
            Change(self.tr("Move %n to the bin", "", len(chosen)), lambda: move(moment), lambda: move(""))
        )

    def put_back(self, clients: Sequence[int]) -> None:
        """Take clients out of the bin."""
        chosen = list(clients)
        self.desk.ask(lambda store: store.clients.put_in_bin(chosen, ""), lambda _none: self.desk.refresh_some(chosen))

    def erase(self, clients: Sequence[int], done: Callable[[], object] | None = None) -> None:
        """Delete clients for good: rows, index, log, backups; then nothing of it can be undone."""
        chosen = list(clients)

        def work(store: OpenStore) -> tuple[str, ...]:
            paths = store.clients.paths_of(chosen)
            store.erase(chosen)
            return paths

        def gone(paths: tuple[str, ...]) -> None:
            casework = self.desk.casework
            for case in [name for name, at in self.desk.placed.items() if at.client in chosen]:
                del self.desk.placed[case]
                if casework.case(case) is None:
                    continue
                casework.remove(case)
            casework.undo_stack.clear()
            self.desk.erased.emit(paths)
            self.desk.refresh()
            if done is not None:
                done()

        self.desk.ask(work, gone)


class _Once:
    """Adds a row; done again after an undo, the row gets the id it had, so that later undos still find it."""

    def __init__(self, add: Callable[[OpenStore, int | None], int]) -> None:
        self._add = add
        self.number = 0

    def __call__(self, store: OpenStore) -> None:
        self.number = self._add(store, self.number or None)


class _Tagging:
    """Tags given to clients and taken from them, whatever the case of their letters; who had which is kept for undo."""

    def __init__(self, clients: Sequence[int], added: Sequence[str], removed: Sequence[str]) -> None:
        self._clients, self._added = tuple(clients), tuple(added)
        self._removed = {tag.casefold() for tag in removed}
        self._before: dict[int, tuple[str, ...]] = {}

    def do(self, store: OpenStore) -> None:
        here = [client for client in map(store.clients.client, self._clients) if client is not None]
        self._before = {client.id: client.tags for client in here}
        after = {client: self._with(tags) for client, tags in self._before.items()}
        store.clients.set_tags({client: tags for client, tags in after.items() if tags != self._before[client]})

    def undo(self, store: OpenStore) -> None:
        store.clients.set_tags(self._before)

    def _with(self, tags: tuple[str, ...]) -> tuple[str, ...]:
        kept = {tag.casefold(): tag for tag in tags if tag.casefold() not in self._removed}
        for tag in self._added:
            kept.setdefault(tag.casefold(), tag)
        return tuple(kept.values())


def _writer(card: ClientCard, fields: dict[str, object]) -> Callable[[OpenStore], object]:
    def write(store: OpenStore) -> None:
        here = store.clients.client(card.client)
        if here is not None:
            store.clients.change_client(replace(here, **fields))  # type: ignore[arg-type] # checked against FIELDS

    return write
