"""When an as-of on the page is right: the time that it gives falls into a stretch of the trial."""

from harness.core.time import EPOCH
from harness.facts.claims import Claim
from harness.facts.spans import Span, common
from harness.microcopy.moments import Moment, moment

DAY_MS = 86_400_000
_EPOCH_OF_DAY_MS = ((EPOCH.hour * 60 + EPOCH.minute) * 60 + EPOCH.second) * 1_000


def fitting(claim: Claim, window: Span) -> list[Span] | None:
    """When the claim, as it was seen, may mean a moment of the window; None where it gives no time, or only a day.

    "12 s ago" means another moment whenever it is read: what stands there grows old.
    """
    told = moment(claim.reading.when) if claim.reading.when is not None else None
    if told is None:
        return None
    if told.ago:
        return common(claim.seen, [(window[0] + told.least_s * 1_000, window[1] + told.most_s * 1_000)])
    start, until = of_day(told, claim.at_ms)
    return list(claim.seen) if start < window[1] and window[0] < until else []


def of_day(told: Moment, near_ms: float) -> Span:
    """The time of day, on the day that brings it nearest."""
    least_ms, most_ms = told.least_s * 1_000, told.most_s * 1_000
    days = round((near_ms + _EPOCH_OF_DAY_MS - least_ms) / DAY_MS)
    start_ms = least_ms - _EPOCH_OF_DAY_MS + days * DAY_MS
    return start_ms, start_ms + most_ms - least_ms
