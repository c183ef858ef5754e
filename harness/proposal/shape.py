"""JSON documents of one route, laid upon each other: what each place in them held, one after another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any


class Absent:
    """The place was not there."""


ABSENT = Absent()


@dataclass(frozen=True, slots=True)
class Place:
    """What stood at one place of the documents, in order. ``path`` leads to it."""

    path: tuple[str, ...]
    values: tuple[Any, ...]

    @property
    def name(self) -> str:
        """The last key on the way to it; "" for the whole."""
        return self.path[-1] if self.path else ""

    @property
    def there(self) -> tuple[Any, ...]:
        """What was there, without what was null or missing."""
        return tuple(value for value in self.values if value is not None and value is not ABSENT)

    @property
    def is_object(self) -> bool:
        """Whether it held objects, wherever it held anything."""
        return bool(self.there) and all(isinstance(value, dict) for value in self.there)

    @property
    def is_list(self) -> bool:
        """Whether it held lists, wherever it held anything."""
        return bool(self.there) and all(isinstance(value, list) for value in self.there)

    @property
    def is_constant(self) -> bool:
        """Whether it held the same all the time."""
        return all(value == self.values[0] for value in self.values)

    def fields(self) -> Iterator["Place"]:
        """The places below an object, in the order in which their keys were first seen."""
        names = dict.fromkeys(name for value in self.there for name in value)
        for name in names:
            yield Place((*self.path, name), tuple(_at(value, name) for value in self.values))

    def leaves(self) -> Iterator["Place"]:
        """All places below that are no objects."""
        if not self.is_object:
            yield self
            return
        for field in self.fields():
            yield from field.leaves()


def whole(documents: Sequence[Any]) -> Place:
    """The documents as one place."""
    return Place((), tuple(documents))


def _at(value: Any, name: str) -> Any:
    if not isinstance(value, dict):
        return value if value is None else ABSENT
    return value.get(name, ABSENT)


def is_number(value: Any) -> bool:
    """Whether it is a number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)
