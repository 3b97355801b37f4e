"""What parent and reading child say to each other: frames of checked size, values as JSON held against their types.

The child has read a stranger's file, so the parent trusts nothing it says. No pickle: a value is rebuilt only by the type
that the parent expects, field by field, from plain lists, texts and numbers; anything else is `MalformedAnswer`.
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import math
import operator
import struct
import sys
import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import IO, Any

_HEAD = struct.Struct(">cI")

# Parent to child.
REQUEST = b"q"  # JSON: what to do with the bytes that follow
DATA = b"b"  # the file's bytes
# Child to parent.
PAGE = b"p"  # [pages of the file or null, the page]
DOCUMENT = b"d"  # the document; a page that was sent before stands as its index
RESULT = b"r"  # what the task made of the document
PROBLEM = b"x"  # [problem code, detail]


class MalformedAnswer(Exception):
    """What came over the pipe does not fit what was expected. The message holds no text of the file."""


def write_frame(stream: IO[bytes], kind: bytes, payload: bytes) -> None:
    """Send one frame: a kind of one byte, the length, the payload."""
    stream.write(_HEAD.pack(kind, len(payload)))
    stream.write(payload)
    stream.flush()


def _read_exactly(stream: IO[bytes], count: int) -> bytes:
    parts = []
    while count:
        part = stream.read(min(count, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def read_frame(stream: IO[bytes], most: int) -> tuple[bytes, bytes]:
    """The next frame as (kind, payload). Raises EOFError at the end, MalformedAnswer where it claims over `most` bytes."""
    kind, length = _HEAD.unpack(_read_exactly(stream, _HEAD.size))
    if length > most:
        raise MalformedAnswer("a frame is too long")
    return kind, _read_exactly(stream, length)


def to_json(value: object) -> bytes:
    """Bytes for `from_json`. Raises ValueError for numbers that JSON has not (infinity, not-a-number)."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii")


def from_json(payload: bytes) -> Any:
    """Plain lists, dicts, texts and numbers. Raises MalformedAnswer."""
    try:
        return json.loads(payload, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise MalformedAnswer("no JSON") from error


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def plain(value: object, hint: Any) -> Any:
    """`value`, of type `hint`, as what JSON can carry; `rebuilt` turns it back."""
    return _plainer(hint)(value)


def rebuilt(payload: Any, hint: Any) -> Any:
    """The value of type `hint` that `plain` was given. Raises MalformedAnswer where the payload does not fit the type."""
    return _rebuilder(hint)(payload)


def wire_fields(cls: type) -> list[tuple[str, Any]]:
    """(name, type) of the fields of a dataclass that travel; those with a leading underscore are made anew."""
    hints = typing.get_type_hints(cls)
    return [(f.name, hints[f.name]) for f in dataclasses.fields(cls) if not f.name.startswith("_")]


def _is_union(hint: Any) -> bool:
    return typing.get_origin(hint) in (typing.Union, types.UnionType)


def _class_name(cls: type) -> str:
    return f"{cls.__module__}:{cls.__qualname__}"


def known_class(name: object) -> type:
    """The dataclass of `matching` called `module:Class`. Only modules that are imported already are looked at."""
    module, _, qualname = name.partition(":") if isinstance(name, str) else ("", "", "")
    found = getattr(sys.modules.get(module), qualname, None) if module.startswith("matching.") else None
    if not (isinstance(found, type) and dataclasses.is_dataclass(found) and found.__module__ == module):
        raise MalformedAnswer("an unknown class")
    return found


# --- to plain -----------------------------------------------------------------------------------------------------------


@cache
def _plainer(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _dataclass_plainer(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _same if issubclass(hint, str) else lambda value: value.value
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (tuple, list):
        return _sequence_plainer(arguments)
    if origin is dict:
        inner = _plainer(arguments[1])
        return lambda value: {key: inner(one) for key, one in value.items()}
    if _is_union(hint):
        return _union_plainer([one for one in arguments if one is not types.NoneType])
    if hint is object:
        return _any_plain
    return _same


def _same(value: Any) -> Any:
    """JSON writes tuples as lists and texts of enumerations as texts by itself."""
    return value


def _dataclass_plainer(cls: type) -> Callable[[Any], Any]:
    fields = [(name, _plainer(hint)) for name, hint in wire_fields(cls)]
    if len(fields) > 1 and all(turn is _same for _, turn in fields):  # words, by the hundred
        return operator.attrgetter(*(name for name, _ in fields))
    return lambda value: [turn(getattr(value, name)) for name, turn in fields]


def _sequence_plainer(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if (len(arguments) == 2 and arguments[1] is Ellipsis) or len(arguments) == 1:
        inner = _plainer(arguments[0])
        return _same if inner is _same else lambda value: [inner(one) for one in value]
    each = [_plainer(one) for one in arguments]
    return (
        _same
        if all(turn is _same for turn in each)
        else lambda value: [turn(one) for turn, one in zip(each, value, strict=True)]
    )


def _union_plainer(choices: list[Any]) -> Callable[[Any], Any]:
    if len(choices) == 1:
        inner = _plainer(choices[0])
        return _same if inner is _same else lambda value: None if value is None else inner(value)
    return _any_plain


def _any_plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {"class": _class_name(type(value)), "value": plain(value, type(value))}
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise TypeError(f"cannot send a {type(value).__name__}")


# --- from plain ---------------------------------------------------------------------------------------------------------


def _text(payload: Any) -> str:
    if type(payload) is not str:
        raise MalformedAnswer("a text is missing")
    return payload


def _whole(payload: Any) -> int:
    if type(payload) is not int:
        raise MalformedAnswer("a whole number is missing")
    return payload


def _number(payload: Any) -> float:
    if type(payload) is float and math.isfinite(payload):
        return payload
    if type(payload) is int and -(2**53) <= payload <= 2**53:
        return float(payload)
    raise MalformedAnswer("a number is missing")


def _truth(payload: Any) -> bool:
    if type(payload) is not bool:
        raise MalformedAnswer("a truth value is missing")
    return payload


def _nothing(payload: Any) -> None:
    if payload is not None:
        raise MalformedAnswer("nothing was expected")


_SCALARS: dict[Any, Callable[[Any], Any]] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _truth,
    types.NoneType: _nothing,
    None: _nothing,
}


@cache
def _rebuilder(hint: Any) -> Callable[[Any], Any]:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return _dataclass_rebuilder(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum_rebuilder(hint)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (tuple, list):
        return _sequence_rebuilder(origin, arguments)
    if origin is dict and arguments[0] is str:
        inner = _rebuilder(arguments[1])
        return lambda payload: {key: inner(one) for key, one in _dict(payload).items()}
    if _is_union(hint):
        return _union_rebuilder([one for one in arguments if one is not types.NoneType], types.NoneType in arguments)
    if hint is object:
        return _any_rebuilt
    raise TypeError(f"no rule for {hint!r}")


def _list(payload: Any) -> list[Any]:
    if type(payload) is not list:
        raise MalformedAnswer("a list is missing")
    return payload


def _dict(payload: Any) -> dict[str, Any]:
    if type(payload) is not dict:
        raise MalformedAnswer("a table is missing")
    return payload


def _dataclass_rebuilder(cls: type) -> Callable[[Any], Any]:
    fields = [_rebuilder(hint) for _, hint in wire_fields(cls)]
    count = len(fields)

    def rebuild(payload: Any) -> Any:
        if type(payload) is not list or len(payload) != count:
            raise MalformedAnswer(f"no {cls.__name__}")
        return cls(*[turn(one) for turn, one in zip(fields, payload)])  # noqa: B905 the lengths were compared above

    return rebuild


def _enum_rebuilder(cls: type[Enum]) -> Callable[[Any], Any]:
    members = {member.value: member for member in cls}

    def rebuild(payload: Any) -> Any:
        if not isinstance(payload, (str, int)) or payload not in members:
            raise MalformedAnswer(f"no {cls.__name__}")
        return members[payload]

    return rebuild


def _sequence_rebuilder(origin: Any, arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if (len(arguments) == 2 and arguments[1] is Ellipsis) or len(arguments) == 1:
        inner = _rebuilder(arguments[0])
        return lambda payload: origin([inner(one) for one in _list(payload)])
    each = [_rebuilder(one) for one in arguments]
    if all(turn is _number for turn in each):
        return _numbers_rebuilder(len(each))

    def rebuild(payload: Any) -> Any:
        if len(_list(payload)) != len(each):
            raise MalformedAnswer("a list has the wrong length")
        return tuple([turn(one) for turn, one in zip(each, payload)])  # noqa: B905 the lengths were compared above

    return rebuild


def _numbers_rebuilder(count: int) -> Callable[[Any], Any]:
    """Boxes and colours: as `_sequence_rebuilder`, quicker, for there are two with every word."""
    finite = math.isfinite

    def rebuild(payload: Any) -> Any:
        if type(payload) is not list or len(payload) != count:
            raise MalformedAnswer("a list of numbers is missing")
        for one in payload:
            if type(one) is not float or not finite(one):
                return tuple([_number(each) for each in payload])
        return tuple(payload)

    return rebuild


def _union_rebuilder(choices: list[Any], optional: bool) -> Callable[[Any], Any]:
    if len(choices) == 1:
        inner = _rebuilder(choices[0])
        return lambda payload: None if payload is None and optional else inner(payload)
    allowed = {one for one in choices if isinstance(one, type)}

    def rebuild(payload: Any) -> Any:
        value = _any_rebuilt(payload)
        if not (value is None and optional) and type(value) not in allowed:
            raise MalformedAnswer("a value of another type")
        return value

    return rebuild


def _any_rebuilt(payload: Any) -> Any:
    if isinstance(payload, dict):
        return rebuilt(payload.get("value"), known_class(payload.get("class")))
    if payload is None or isinstance(payload, (str, int, float, bool)):
        return payload
    raise MalformedAnswer("a value of an unknown kind")


# --- tasks --------------------------------------------------------------------------------------------------------------


def task_function(name: str) -> Callable[..., Any]:
    """The function `matching.module:function` that a task names; raises ValueError for names outside `matching`."""
    module, _, function = name.partition(":")
    if not module.startswith("matching.") or not function.isidentifier():
        raise ValueError(f"no task of matching: {name!r}")
    found = getattr(importlib.import_module(module), function)
    if not callable(found):
        raise ValueError(f"no function: {name!r}")
    return typing.cast("Callable[..., Any]", found)


def task_result(name: str) -> Any:
    """The annotated return type of a task's function."""
    return _task_hints(name)["return"]


def plain_arguments(name: str, arguments: Mapping[str, object]) -> dict[str, Any]:
    """Arguments for a task's function as what JSON can carry, by its annotations."""
    return {key: plain(value, _task_hints(name)[key]) for key, value in arguments.items()}


def rebuilt_arguments(name: str, payload: Any) -> dict[str, Any]:
    """What `plain_arguments` was given."""
    return {key: rebuilt(value, _task_hints(name)[key]) for key, value in _dict(payload).items()}


@cache
def _task_hints(name: str) -> dict[str, Any]:
    return typing.get_type_hints(task_function(name))
