"""Those who wait and could go, by what they need: the first of each is found without asking all."""

from collections.abc import Callable
from heapq import heappop, heappush

from harness.model.limits import Share
from harness.model.queue_line import Rank, Ticket

Lane = tuple[str, tuple[Share, ...]]
"""A queue, and the limits that a run falls under."""


class Lanes:
    """A heap a lane; who has gone is dropped when it comes up."""

    def __init__(self) -> None:
        self._heaps: dict[Lane, list[tuple[Rank, Ticket]]] = {}

    def put(self, lane: Lane, ticket: Ticket) -> None:
        """It could go as soon as the lane is open."""
        heappush(self._heaps.setdefault(lane, []), (ticket.rank, ticket))

    def first(self, is_open: Callable[[Lane], bool]) -> Ticket | None:
        """The first of all who stand in open lanes; it stays there until it is gone."""
        open_now = [lane for lane in tuple(self._heaps) if self._has_some(lane) and is_open(lane)]
        heads = [self._heaps[lane][0] for lane in open_now]
        return min(heads)[1] if heads else None

    def touch(self, shares: tuple[Share, ...]) -> bool:
        """Whether somebody could go who falls under one of these limits."""
        return bool(shares) and any(
            not set(shares).isdisjoint(lane[1]) and self._has_some(lane) for lane in tuple(self._heaps)
        )

    def _has_some(self, lane: Lane) -> bool:
        heap = self._heaps[lane]
        while heap and heap[0][1].gone:
            heappop(heap)
        if not heap:
            del self._heaps[lane]
        return bool(heap)
