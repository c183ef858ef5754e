"""What stands together on a tab: the claims of one run in each frame, from one change to the next."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from harness.facts.claims import Claim
from harness.facts.settle import FRAME_MS

Together = tuple[float, float, tuple[Claim, ...]]
"""From, until, and all that a person saw standing in between."""


def together(claims: Iterable[Claim]) -> Iterator[Together]:
    """Every frame that a screen can show in which any of the claims was seen."""
    changes: dict[float, tuple[list[Claim], list[Claim]]] = {}
    for claim in claims:
        for start, until in claim.seen:
            changes.setdefault(start, ([], []))[0].append(claim)
            changes.setdefault(until, ([], []))[1].append(claim)
    moments = sorted(changes)
    standing: dict[int, Claim] = {}
    for at_ms, until_ms in pairwise(moments):
        came, went = changes[at_ms]
        for claim in went:
            standing.pop(id(claim), None)
        standing |= {id(claim): claim for claim in came}
        if standing and until_ms - at_ms >= FRAME_MS:
            yield at_ms, until_ms, tuple(standing.values())
