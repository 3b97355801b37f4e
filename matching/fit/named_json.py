"""Dataclasses as JSON that is kept for years: every class's fields are named once, so that a later version can read it.

A kept text is `{"format": 2, "fields": {class: [names]}, "value": ...}`: the value as `reading/wire.py` would send it, with the
names of the fields beside it. Reading goes by the names: a field that this version does not know is passed over, one that was
not there yet takes its default. All else, also a missing field without a default, is `MalformedAnswer`.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

from matching.reading.wire import MalformedAnswer, from_json, known_class, plain, rebuilt, wire_fields

FORMAT = 2  # 1 had no names
Turn = Callable[[Any], Any]


def written(value: object, hint: type) -> str:
    """`value`, of the dataclass `hint`, as text. Raises ValueError for numbers that JSON has not."""
    payload = plain(value, hint)
    fields: dict[str, list[str]] = {}
    _name_fields(hint, fields)
    _name_tagged(payload, fields)
    kept = {"format": FORMAT, "fields": fields, "value": payload}
    return json.dumps(kept, separators=(",", ":"), allow_nan=False)


def read_again(text: str, hint: type) -> Any:
    """The value of type `hint` that `written` was given, by this version or another. Raises MalformedAnswer."""
    kept = from_json(text.encode("ascii", "replace"))
    if not isinstance(kept, dict) or kept.get("format") != FORMAT or "value" not in kept:
        raise MalformedAnswer("another format")
    try:
        return _Reader(_checked(kept.get("fields"))).turn(hint)(kept["value"])
    except (RecursionError, TypeError, ValueError) as error:  # a class may refuse values that fit its types
        raise MalformedAnswer(type(error).__name__) from None


def _class_name(cls: type) -> str:
    return f"{cls.__module__}:{cls.__qualname__}"


def _is_dataclass(hint: Any) -> bool:
    return isinstance(hint, type) and dataclasses.is_dataclass(hint)


def _name_fields(hint: Any, fields: dict[str, list[str]]) -> None:
    """Note the fields of every dataclass that `hint` can hold."""
    if _is_dataclass(hint):
        if _class_name(hint) not in fields:
            own = wire_fields(hint)
            fields[_class_name(hint)] = [name for name, _ in own]
            for _, inner in own:
                _name_fields(inner, fields)
    else:
        for inner in typing.get_args(hint):
            _name_fields(inner, fields)


def _name_tagged(payload: Any, fields: dict[str, list[str]]) -> None:
    """Note the classes that stand in a payload by name, where a field may hold any value."""
    if isinstance(payload, dict):
        if isinstance(payload.get("class"), str) and payload["class"] not in fields:
            _name_fields(known_class(payload["class"]), fields)
        for inner in payload.values():
            _name_tagged(inner, fields)
    elif isinstance(payload, (list, tuple)):
        for inner in payload:
            if isinstance(inner, (dict, list, tuple)):
                _name_tagged(inner, fields)


def _checked(fields: Any) -> dict[str, list[str]]:
    """The names as they were written: lists of different texts."""
    if not isinstance(fields, dict):
        raise MalformedAnswer("the fields are not named")
    for names in fields.values():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names) or len(set(names)) < len(names):
            raise MalformedAnswer("the fields are not named")
    return fields


class _Reader:
    """Rebuilds values of one kept text by the names in it."""

    def __init__(self, fields: Mapping[str, list[str]]) -> None:
        self._fields = fields
        self._turns: dict[Any, Turn] = {}

    def turn(self, hint: Any) -> Turn:
        """What makes a value of type `hint` out of its payload."""
        if hint not in self._turns:
            self._turns[hint] = self._made(hint)
        return self._turns[hint]

    def _made(self, hint: Any) -> Turn:
        if _is_dataclass(hint):
            return self._dataclass(hint)
        origin, arguments = typing.get_origin(hint), typing.get_args(hint)
        if hint is object or origin in (typing.Union, types.UnionType):
            return self._choice(hint, [one for one in arguments if one is not types.NoneType])
        if origin in (tuple, list) and self._holds_dataclass(hint):
            return self._sequence(origin, arguments)
        if origin is dict and self._holds_dataclass(hint):
            return self._table(arguments[1])
        return lambda payload: rebuilt(payload, hint)

    @staticmethod
    def _holds_dataclass(hint: Any) -> bool:
        """Whether a value of this type can hold what is read by names; texts and numbers are read as on the wire."""
        arguments = typing.get_args(hint)
        return hint is object or _is_dataclass(hint) or any(_Reader._holds_dataclass(one) for one in arguments)

    def _dataclass(self, cls: type) -> Turn:
        written_names, known = self._fields.get(_class_name(cls)), dict(wire_fields(cls))
        if written_names is None:
            raise MalformedAnswer(f"the fields of {cls.__name__} are not named")
        count = len(written_names)
        turns: list[tuple[int, str, Turn]] = []  # filled when first used: a class may hold itself

        def rebuild(payload: Any) -> Any:
            if type(payload) is not list or len(payload) != count:
                raise MalformedAnswer(f"no {cls.__name__}")
            if not turns:
                turns.extend((i, name, self.turn(known[name])) for i, name in enumerate(written_names) if name in known)
            return cls(**{name: turn(payload[i]) for i, name, turn in turns})

        return rebuild

    def _sequence(self, origin: type, arguments: tuple[Any, ...]) -> Turn:
        if (len(arguments) == 2 and arguments[1] is Ellipsis) or len(arguments) == 1:
            inner = self.turn(arguments[0])

            def rebuild_all(payload: Any) -> Any:
                if type(payload) is not list:
                    raise MalformedAnswer("a list is missing")
                return origin([inner(one) for one in payload])

            return rebuild_all
        each = [self.turn(one) for one in arguments]

        def rebuild(payload: Any) -> Any:
            if type(payload) is not list or len(payload) != len(each):
                raise MalformedAnswer("a list has the wrong length")
            return tuple(turn(one) for turn, one in zip(each, payload, strict=True))

        return rebuild

    def _table(self, inner: Any) -> Turn:
        turn = self.turn(inner)

        def rebuild(payload: Any) -> Any:
            if type(payload) is not dict:
                raise MalformedAnswer("a table is missing")
            return {key: turn(one) for key, one in payload.items()}

        return rebuild

    def _choice(self, hint: Any, choices: list[Any]) -> Turn:
        """A union, or any value: with one choice as that one, with more the class is named in the payload."""
        optional = hint is object or types.NoneType in typing.get_args(hint)
        if len(choices) == 1:
            inner = self.turn(choices[0])
            return lambda payload: None if payload is None and optional else inner(payload)

        def rebuild(payload: Any) -> Any:
            if not isinstance(payload, dict):
                return rebuilt(payload, hint)
            cls = known_class(payload.get("class"))
            if choices and cls not in choices:
                raise MalformedAnswer("a value of another type")
            return self.turn(cls)(payload.get("value"))

        return rebuild
