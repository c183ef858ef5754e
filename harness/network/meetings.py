"""Which fault a request meets at the server, where the wire carries it out: counted once for each request."""

import re
from collections import Counter
from dataclasses import dataclass, field

from harness.network.faults import Http, LostResponse
from harness.network.schedule import Schedule


@dataclass
class Meetings:
    """How many requests each counting fault of a schedule has met so far."""

    schedule: Schedule
    _seen: Counter[int] = field(default_factory=Counter)

    def refusal(self, method: str, path: str, at_ms: int) -> Http | None:
        """The error that answers this request, if one does."""
        return next((one for one in self._met(Http, method, path, at_ms) if isinstance(one, Http)), None)

    def loss(self, method: str, path: str, at_ms: int) -> LostResponse | None:
        """The fault by which this request loses its answer, if it does."""
        return next(
            (one for one in self._met(LostResponse, method, path, at_ms) if isinstance(one, LostResponse)), None
        )

    def _met(self, kind: type[Http | LostResponse], method: str, path: str, at_ms: int) -> list[Http | LostResponse]:
        found = []
        for index, fault in enumerate(self.schedule.faults):
            if isinstance(fault, kind) and _covers(fault, at_ms) and _is_of(fault, method, path):
                self._seen[index] += 1
                if _counts(fault, self._seen[index]):
                    found.append(fault)
                    break
        return found


def _covers(fault: Http | LostResponse, at_ms: int) -> bool:
    return fault.at_ms <= at_ms and (fault.end_ms is None or at_ms < fault.end_ms)


def _is_of(fault: Http | LostResponse, method: str, path: str) -> bool:
    if fault.method is not None and fault.method.upper() != method:
        return False
    return fault.match is None or _matches(fault.match, path)


def _matches(pattern: str, path: str) -> bool:
    """``*`` stands for anything; a pattern without one is a prefix."""
    if "*" not in pattern:
        return path.startswith(pattern)
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), path) is not None


def _counts(fault: Http | LostResponse, seen: int) -> bool:
    last = (
        fault.nth if isinstance(fault, LostResponse) else None if fault.count is None else fault.nth + fault.count - 1
    )
    return fault.nth <= seen and (last is None or seen <= last)
