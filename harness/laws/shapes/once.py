"""ONCE: what a person wanted once was done once, however often they pressed."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def intents(presses: Iterable[Thing], is_again: Callable[[Thing, Thing], bool]) -> list[tuple[Thing, ...]]:
    """The presses grouped by what was wanted: one that is the one before it again belongs to it."""
    groups: list[list[Thing]] = []
    for press in presses:
        if groups and is_again(groups[-1][-1], press):
            groups[-1].append(press)
        else:
            groups.append([press])
    return [tuple(group) for group in groups]


def second(done: Sequence[Thing]) -> Thing | None:
    """What was done beyond the one that was wanted."""
    return done[1] if len(done) > 1 else None
