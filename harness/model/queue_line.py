"""Those who wait, in the order in which they may go."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

import simpy

from harness.model.queue_claim import Claim
from harness.model.queue_notice import Notice

Rank = tuple[bool, int, int, int]
_rank = attrgetter("rank")


@dataclass(eq=False, kw_only=True, slots=True)
class Ticket:
    """A run's place in the line; ``turn`` carries the worker that it gets. ``unmet`` counts the jobs it waits for."""

    claim: Claim
    rank: Rank
    turn: simpy.Event
    unmet: int = 0
    gone: bool = False
    told: Notice | None = None
    overdue: int = 0


class Lines:
    """One sorted line a queue. A place counts those before it in every queue that shares a pool with its own."""

    def __init__(self, rivals: dict[str, tuple[str, ...]]) -> None:
        self._rivals = rivals
        self._lines: defaultdict[str, list[Ticket]] = defaultdict(list)

    def __bool__(self) -> bool:
        return any(self._lines.values())

    def insert(self, ticket: Ticket) -> None:
        """Put it where its rank belongs."""
        insort(self._lines[ticket.claim.queue], ticket, key=_rank)

    def remove(self, ticket: Ticket) -> None:
        """Take it out."""
        line = self._lines[ticket.claim.queue]
        del line[bisect_left(line, ticket.rank, key=_rank)]

    def ahead(self, ticket: Ticket) -> int:
        """How many stand before it."""
        lines = (self._lines[queue] for queue in self._rivals[ticket.claim.queue])
        return sum(bisect_left(line, ticket.rank, key=_rank) for line in lines)

    def is_last(self, ticket: Ticket) -> bool:
        """Whether nobody stands behind it, in any queue."""
        return all(not line or line[-1].rank <= ticket.rank for line in self._lines.values())

    def in_order(self) -> Iterator[tuple[Ticket, int]]:
        """Everyone with the number of those before them, the first one first."""
        passed: Counter[str] = Counter()
        for ticket in self._merged():
            queue = ticket.claim.queue
            yield ticket, sum(passed[rival] for rival in self._rivals[queue])
            passed[queue] += 1

    def _merged(self) -> list[Ticket]:
        lines = [line for line in self._lines.values() if line]
        return list(lines[0]) if len(lines) == 1 else sorted(chain(*lines), key=_rank)
