"""When the network kept news from the page: the stretches in which a page cannot be blamed for not knowing."""

from collections.abc import Iterable

from harness.facts.spans import Span, covering, union
from harness.trace.records import FaultWindow, Message, Request

CATCH_UP_MS = 5_000
"""laws.md, section 1: what a page has after the network's return, besides the staleness allowance."""

LATE_MS = 1_000
"""A frame that took longer than this, beyond the allowance, was withheld and not merely on its way."""

ON_REQUEST = frozenset(("http", "lost_response"))
"""Faults that hold nothing but the requests they strike."""

BY_THE_PAGE = "aborted"
"""What the page itself broke off, the network did not withhold, unless it was losing answers then."""


def withheld(
    faults: Iterable[FaultWindow], requests: Iterable[Request], messages: Iterable[Message], beta_ms: int
) -> list[Span]:
    """The raw windows, [first withheld, return of the network): faults, requests without an answer, frames
    held back.
    """
    faults = list(faults)
    spans = [
        (float(fault.at_ms), float(max(fault.end_ms, fault.at_ms + 1)))
        for fault in faults
        if fault.kind not in ON_REQUEST
    ]
    losing: list[Span] = [(fault.at_ms, fault.end_ms) for fault in faults if fault.kind == "lost_response"]
    spans += [span for request in requests if (span := _of_request(request, spans, losing)) is not None]
    spans += [span for message in messages if (span := _of_message(message, beta_ms, spans)) is not None]
    return union(spans)


def _of_request(request: Request, faults: list[Span], losing: list[Span]) -> Span | None:
    """A request that a fault struck; one that was answered slowly was withheld by nobody."""
    asked = request.fault == BY_THE_PAGE and request.method == "GET"
    given_up = asked and covering(losing, request.sent_ms) is not None
    if request.fault is None or (request.fault == BY_THE_PAGE and not given_up):
        return None
    if request.answered_ms is None:
        return (request.sent_ms, _return_after(request.sent_ms, faults))
    return (request.sent_ms, max(request.answered_ms, request.sent_ms + 1))


def _of_message(message: Message, beta_ms: int, faults: list[Span]) -> Span | None:
    if message.delivered_ms is None:
        return (message.sent_ms, _return_after(message.sent_ms, faults))
    if message.delivered_ms - message.sent_ms <= beta_ms + LATE_MS:
        return None
    return (message.sent_ms, message.delivered_ms)


def _return_after(at_ms: float, faults: list[Span]) -> float:
    """When the network was back for what was lost at that moment: a lost piece is news withheld for an instant only."""
    return next((until for start, until in faults if start <= at_ms < until), at_ms + 1)


def excused(windows: Iterable[Span], beta_ms: int) -> list[Span]:
    """The windows with the time that a page has to catch up."""
    return union((start, until + CATCH_UP_MS + beta_ms) for start, until in windows)
