"""MONO: what a place shows never goes back behind what it has shown."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from harness.facts.claims import Claim
from harness.facts.spans import Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """Where a claim stands in an order: in one of the spans, which are sorted. ``place``: what it is compared with."""

    claim: Claim
    place: Hashable
    spans: Sequence[Span]


Floors = dict[Hashable, tuple[float, Claim]]
"""place -> the least position that it has reached, and the claim that reached it"""


def first_steps_back(shown: Iterable[Position]) -> dict[int, Claim]:
    """Index of each position that lies wholly before one shown in its place in an earlier frame -> that one's claim.

    Positions come in the order shown; one without any span has no place in the order.
    """
    found: dict[int, Claim] = {}
    floors: Floors = {}
    for _, frame in groupby(enumerate(shown), key=lambda held: held[1].claim.at_ms):
        painted = [(index, position) for index, position in frame if position.spans]
        found |= {index: floors[position.place][1] for index, position in painted if _is_before(position, floors)}
        for _, position in painted:
            if not _is_before(position, floors):
                _raise(position, floors)
    return found


def _is_before(position: Position, floors: Floors) -> bool:
    return position.place in floors and position.spans[-1][1] <= floors[position.place][0]


def _raise(position: Position, floors: Floors) -> None:
    """The place has reached the first moment that the spans leave open, given what was shown before."""
    floor = floors.get(position.place)
    least = next(start for start, until in position.spans if floor is None or until > floor[0])
    if floor is None or least > floor[0]:
        floors[position.place] = (least, position.claim)
