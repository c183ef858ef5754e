"""What was noted, as one cell of the table a way of talking: counts and times, and whether two cells differ."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

NEAR_S = 0.4
"""Times that are no farther apart are the same: a real browser takes its time."""
ONE = {"events": "event", "errors": "error", "times ids begin again": "time ids begin again"}
Note = list[Any]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What a page experienced: how often what, and how long what took, in seconds. What is 0 or no time is not said."""

    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def differs(self, other: "Cell") -> bool:
        """Whether a page would notice."""
        if self.counts != other.counts or set(self.seconds) != set(other.seconds):
            return True
        return any(abs(value - other.seconds[name]) > NEAR_S for name, value in self.seconds.items())

    def __str__(self) -> str:
        """For the table."""
        counts = [f"{number} {ONE.get(name, name) if number == 1 else name}" for name, number in self.counts.items()]
        return ", ".join([*counts, *(f"{name} {value:.1f} s" for name, value in self.seconds.items())]) or "nothing"


def request(notes: Iterable[Note], name: str) -> Cell:
    """One request: what became of it, and when."""
    for _, what, asked_ms, at_ms in (note for note in notes if note[0] == name):
        return Cell(seconds={f"{what} after": (at_ms - asked_ms) / 1_000})
    return Cell()


def polling(notes: Iterable[Note]) -> Cell:
    """One request after another: what became of them, and how long one took at most."""
    own = [note for note in notes if note[0] == "polling"]
    counts: dict[str, int] = {}
    for _, what, *_ in sorted(own, key=lambda note: str(note[1])):
        counts[what] = counts.get(what, 0) + 1
    return Cell(counts=counts, seconds={"at most": max((at - asked for _, _, asked, at in own), default=0) / 1_000})


def stream(notes: Iterable[Note], name: str = "stream") -> Cell:
    """A stream: what came, how, and for how long nothing did; an event says when it was sent."""
    own = [note for note in notes if note[0] == name]
    events = [note for note in own if note[1] == "event"]
    sent = [note[2] for note in events]
    counts = {
        "events": len(set(sent)),
        "of them twice": len(sent) - len(set(sent)),
        "overtaken": sum(later < earlier for earlier, later in pairwise(sent)),
        "errors": len(own) - len(events),
        "times ids begin again": _begun_again(events),
    }
    return Cell(
        counts={name: count for name, count in counts.items() if count},
        seconds={
            "late by": max((note[3] - note[2] for note in events), default=0) / 1_000,
            "silent for": max((late[3] - early[3] for early, late in pairwise(events)), default=0) / 1_000,
        },
    )


def _begun_again(events: list[Note]) -> int:
    """How often an id is lower than that of an event that was sent before."""
    in_order = sorted(events, key=lambda note: note[2])
    return sum(late[4] < early[4] for early, late in pairwise(in_order))


WAYS: dict[str, Callable[[list[Note]], Cell]] = {
    "fetch, on its way": lambda notes: request(notes, "waiting"),
    "fetch, made meanwhile": lambda notes: request(notes, "fetch"),
    "polling": polling,
    "event stream": stream,
    "WebSocket": lambda notes: stream(notes, "socket"),
}
"""The ways in which a page talks to its server, and how each is told."""
