"""A trial's network: one profile, and the faults that interrupt it."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from harness.core.durations import compact
from harness.network.faults import Blackhole, Fault, Offline, Slow
from harness.network.profile import Profile


@dataclass(frozen=True, kw_only=True, slots=True)
class Schedule:
    """Faults in the order of their beginning. One setting a window: those that set the whole link never overlap."""

    profile: Profile
    faults: tuple[Fault, ...] = ()

    def __post_init__(self) -> None:
        """Refuse overlapping windows of the whole link."""
        object.__setattr__(self, "faults", tuple(sorted(self.faults, key=lambda fault: fault.at_ms)))
        windows = [fault for fault in self.faults if isinstance(fault, Offline | Blackhole | Slow)]
        for earlier, later in pairwise(windows):
            if earlier.end_ms > later.at_ms:
                until, begin = compact(earlier.end_ms), compact(later.at_ms)
                said = f"{earlier.kind} lasts until {until}, and {later.kind} begins at {begin}"
                raise ValueError(f"{said}; let one end before the next begins")

    def profile_at(self, at_ms: int) -> Profile:
        """The profile in force at that moment."""
        slow = (fault for fault in self.faults if isinstance(fault, Slow) and fault.at_ms <= at_ms < fault.end_ms)
        return next((fault.profile for fault in slow), self.profile)

    def is_offline(self, at_ms: int) -> bool:
        """Whether the device has no network at that moment: what is asked for fails at once."""
        return any(isinstance(fault, Offline) and fault.at_ms <= at_ms < fault.end_ms for fault in self.faults)

    def reachable_from(self, at_ms: int) -> int:
        """The first moment from then on at which a document can be loaded."""
        for fault in self.faults:
            if isinstance(fault, Offline | Blackhole) and fault.at_ms <= at_ms < fault.end_ms:
                at_ms = fault.end_ms
        return at_ms

    def to_page(self) -> dict[str, Any]:
        """What the network inside the page needs: the profile and the faults as JSON values."""
        return {"profile": self.profile.to_page(), "faults": [fault.to_page() for fault in self.faults]}
