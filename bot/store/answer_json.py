"""An answer as compressed JSON and back, so that its buttons work after a restart."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
import zlib
from enum import Enum
from typing import Any

from index.answers.answer import Answer


def pack(answer: Answer) -> bytes:
    """The answer as zlib-compressed JSON."""
    return zlib.compress(json.dumps(answer, default=_as_mapping, ensure_ascii=False).encode())


def unpack(data: bytes) -> Answer | None:
    """The answer in `data`; None where it cannot be read, as after an update that changed answers.

    Fields that are unknown are left out, and those that are missing have their default.
    """
    try:
        value: Answer = _as(Answer, json.loads(zlib.decompress(data)))
    except (zlib.error, ValueError, TypeError, KeyError, AttributeError):
        return None
    return value


def _as_mapping(value: Any) -> dict[str, Any]:
    """A dataclass, for JSON; many times quicker than `dataclasses.asdict`, which copies every value."""
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}


@functools.cache
def _fields(wanted: type) -> dict[str, Any]:
    """The fields of a dataclass with their types, which take long to find out."""
    hints = typing.get_type_hints(wanted)
    return {field.name: hints[field.name] for field in dataclasses.fields(wanted)}


def _as(wanted: Any, value: Any) -> Any:
    """`value`, as JSON has it, in the type `wanted`: a dataclass, tuple, optional, enumeration or scalar."""
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in {types.UnionType, typing.Union}:
        if value is None:
            return None
        (kind,) = (argument for argument in arguments if argument is not types.NoneType)
        return _as(kind, value)
    if origin is tuple:
        if arguments[1:] == (...,):
            return tuple(_as(arguments[0], entry) for entry in value)
        return tuple(_as(kind, entry) for kind, entry in zip(arguments, value, strict=True))
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        return wanted(
            **{name: _as(kind, value[name]) for name, kind in _fields(wanted).items() if name in value}
        )
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return wanted(value)
    return value
