"""A trial's network: one profile, and the faults that interrupt it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Self

from harness.core.durations import compact
from harness.network.faults import Blackhole, Drop, Fault, Offline, OfLink, Refused, Slow, Trickle
from harness.network.profile import Profile


def _of_link(faults: Iterable[Fault]) -> list[OfLink]:
    return [fault for fault in faults if isinstance(fault, OfLink)]


def _own(profile: Profile) -> Iterator[Blackhole | Drop]:
    for one in profile.interruptions:
        for at_ms in one.moments():
            yield Drop(at_ms=at_ms) if one.for_ms is None else Blackhole(at_ms=at_ms, end_ms=at_ms + one.for_ms)


@dataclass(frozen=True, kw_only=True, slots=True)
class Schedule:
    """Faults in the order of their beginning. One setting a window: those that set the whole link never overlap.

    ``faults`` are those of the scenario, ``own`` what the profile does by itself, again and again.
    """

    profile: Profile
    faults: tuple[Fault, ...] = ()
    own: tuple[Fault, ...] = ()

    def __post_init__(self) -> None:
        """Refuse overlapping windows of the whole link."""
        object.__setattr__(self, "faults", tuple(sorted(self.faults, key=lambda fault: fault.at_ms)))
        windows = sorted(_of_link(self.every), key=lambda fault: (fault.at_ms, fault.end_ms))
        for earlier, later in pairwise(windows):
            if earlier.end_ms > later.at_ms:
                until, begin = compact(earlier.end_ms), compact(later.at_ms)
                said = f"{earlier.kind} lasts until {until}, and {later.kind} begins at {begin}"
                raise ValueError(f"{said}; let one end before the next begins")

    @classmethod
    def over(cls, profile: Profile, faults: Iterable[Fault]) -> Self:
        """A network of that profile with these faults, and with what the profile does by itself between them."""
        told = tuple(faults)
        windows = _of_link(told)
        own: list[Fault] = []
        for fault in sorted(_own(profile), key=lambda one: one.at_ms):
            if not any(window.at_ms <= fault.end_ms and fault.at_ms < window.end_ms for window in windows):
                own.append(fault)
                windows += _of_link([fault])
        return cls(profile=profile, faults=told, own=tuple(own))

    @property
    def every(self) -> tuple[Fault, ...]:
        """All faults in the order of their beginning."""
        return tuple(sorted((*self.faults, *self.own), key=lambda fault: fault.at_ms))

    def profile_at(self, at_ms: int) -> Profile:
        """The profile in force at that moment."""
        slow = (fault for fault in self.faults if isinstance(fault, Slow) and fault.at_ms <= at_ms < fault.end_ms)
        return next((fault.profile for fault in slow), self.profile)

    def trickle_at(self, at_ms: int) -> Trickle | None:
        """The trickle in force at that moment."""
        trickles = (fault for fault in self.faults if isinstance(fault, Trickle))
        return next((fault for fault in trickles if fault.at_ms <= at_ms < fault.end_ms), None)

    def refuses(self, at_ms: int) -> bool:
        """Whether what is asked for at that moment fails at once: without a network, or with nobody to take it."""
        return any(isinstance(one, Offline | Refused) and one.at_ms <= at_ms < one.end_ms for one in self.faults)

    def reachable_from(self, at_ms: int) -> int:
        """The first moment from then on at which a document can be loaded."""
        for fault in self.every:
            if isinstance(fault, Offline | Blackhole | Refused) and fault.at_ms <= at_ms < fault.end_ms:
                at_ms = fault.end_ms
        return at_ms

    def to_page(self) -> dict[str, Any]:
        """What the network inside the page needs: the profile and the faults as JSON values."""
        return {"profile": self.profile.to_page(), "faults": [fault.to_page() for fault in self.every]}
