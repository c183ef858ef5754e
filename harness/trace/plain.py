"""Frozen dataclasses to JSON values and back, by their annotations.

Not pydantic: it refuses a lone surrogate, and what a page shows is stored as it was, whatever it was.
A field that has a default is left out while it equals it (unless its metadata say ``always``), so a line holds what it
is about. A field named with a
trailing underscore (``set_``, ``del_``) stands for the JSON name without it.
"""

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

Reader: TypeAlias = Callable[[Any], Any]
Held = TypeVar("Held")


class Malformed(Exception):
    """A JSON value that does not fit its class: the sentence says which field and what it holds."""


def dumps(value: object) -> str:
    """One line of JSON, the same bytes for the same value: compact, ASCII, keys in the order given."""
    return _ENCODER.encode(value)


def dump_record(name: str, value: Any) -> str:
    """The line of a dataclass that is called so: the bytes of its ``to_plain``, which is not made for it."""
    return _ENCODER.encode({"record": name, **_told(value)})


def to_plain(value: Any) -> Any:
    """The JSON value of a dataclass, and of tuples, dicts and enums inside it."""
    if is_dataclass(value):
        return {name: to_plain(held) for name, held in _told(value).items()}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [to_plain(held) for held in value]
    if isinstance(value, dict):
        return {str(key): to_plain(held) for key, held in value.items()}
    return value


def _told(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that do not equal their defaults."""
    kind: Any = type(value)
    return {
        name: held
        for key, name, default in _shape(kind)
        if (held := getattr(value, key)) is not default and not _is_default(held, default)
    }


_ENCODER = json.JSONEncoder(
    ensure_ascii=True, separators=(",", ":"), allow_nan=False, check_circular=False, default=to_plain
)


def from_plain(cls: type[Held], data: Any) -> Held:
    """The dataclass ``cls`` that ``data`` describes. Raises Malformed on a wrong, missing or unknown field."""
    if not isinstance(data, dict):
        raise Malformed(f"{cls.__name__}: {data!r} is not an object")
    kind: Any = cls
    readers = _readers(kind)
    if unknown := [name for name in data if name not in readers]:
        raise Malformed(f"{cls.__name__}: unknown field {unknown[0]!r}; fields are {', '.join(readers)}")
    try:
        return cls(**{readers[name][0]: _read(cls, name, readers[name][1], held) for name, held in data.items()})
    except TypeError as error:
        raise Malformed(f"{cls.__name__}: {str(error).partition('() ')[2] or error}") from error


def _read(cls: type, name: str, reader: Reader, held: Any) -> Any:
    try:
        return reader(held)
    except (TypeError, ValueError) as error:
        raise Malformed(f"{cls.__name__}.{name}: {error}") from error


@cache
def _shape(cls: type[Any]) -> tuple[tuple[str, str, Any], ...]:
    return tuple((held.name, json_name(held.name), _default(held)) for held in fields(cls))


def json_name(name: str) -> str:
    """The JSON name of a field."""
    return name.removesuffix("_")


def _default(held: "Field[Any]") -> Any:
    if held.metadata.get("always"):
        return MISSING
    return held.default_factory() if held.default_factory is not MISSING else held.default


def _is_default(value: Any, default: Any) -> bool:
    return default is not MISSING and type(value) is type(default) and bool(value == default)


@cache
def _readers(cls: type[Any]) -> dict[str, tuple[str, Reader]]:
    hints = get_type_hints(cls)
    return {json_name(held.name): (held.name, _reader(hints[held.name])) for held in fields(cls)}


def _reader(hint: Any) -> Reader:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _optional(arguments)
    if origin is tuple:
        return _sequence(_reader(arguments[0]))
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda held: from_plain(hint, held)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if hint in (str, int, float, bool):
        return _scalar(hint)
    return _expect(dict) if origin is dict else lambda held: held


def _optional(arguments: tuple[Any, ...]) -> Reader:
    inner = _reader(next(held for held in arguments if held is not type(None)))
    return lambda held: None if held is None else inner(held)


def _sequence(inner: Reader) -> Reader:
    check = _expect(list)
    return lambda held: tuple(inner(one) for one in check(held))


def _scalar(kind: type) -> Reader:
    def read(held: Any) -> Any:
        if type(held) is kind or (kind is float and type(held) is int):
            return held
        if kind is int and type(held) is float and held.is_integer():
            return int(held)  # JavaScript has no whole numbers of its own
        raise TypeError(f"{held!r} is not {kind.__name__}")

    return read


def _expect(kind: type) -> Reader:
    def read(held: Any) -> Any:
        if not isinstance(held, kind):
            raise TypeError(f"{held!r} is not {kind.__name__}")
        return held

    return read
