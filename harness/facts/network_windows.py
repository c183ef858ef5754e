"""When the network kept news from the page: the stretches in which a page cannot be blamed for not knowing."""

from collections.abc import Iterable

from harness.facts.spans import Span, covering, union
from harness.trace.records import FaultWindow, Message, Request

CATCH_UP_MS = 5_000
"""laws.md, section 1: what a page has after the network's return, besides the staleness allowance."""

LATE_MS = 1_000
"""A frame that took longer than this, beyond the allowance, was withheld and not merely on its way."""

SINGLE = frozenset(("http", "lost_response", "buffered", "gap", "replayed", "reordered"))
"""Faults that hold nothing but the requests and messages that they strike."""

STREAMS = {"eventsource": 200, "websocket": 101}
"""How a stream comes, and the status with which it opens."""

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
        (float(fault.at_ms), float(max(fault.end_ms, fault.at_ms + 1))) for fault in faults if fault.kind not in SINGLE
    ]
    losing: list[Span] = [(fault.at_ms, fault.end_ms) for fault in faults if fault.kind == "lost_response"]
    messages, requests = list(messages), list(requests)
    spans += _gaps(faults, messages)
    spans += [(one.at_ms, one.end_ms) for one in faults if one.kind == "buffered" and _listened(one, requests)]
    spans += [span for request in requests if (span := _of_request(request, spans, losing)) is not None]
    spans += [span for message in messages if (span := _of_message(message, beta_ms, spans)) is not None]
    return union(spans)


def held_back(faults: Iterable[FaultWindow], messages: Iterable[Message], beta_ms: int) -> list[Span]:
    """When a message waited for another to overtake it: until it came there was nothing that a page could do.

    One that takes its time on the way is a page's own trouble; there is nothing to catch up with afterwards.
    """
    windows: list[Span] = [(fault.at_ms, fault.end_ms) for fault in faults if fault.kind == "reordered"]
    came = ((one.sent_ms, one.delivered_ms) for one in messages if one.delivered_ms is not None)
    return union((sent_ms, until_ms + beta_ms) for sent_ms, until_ms in came if covering(windows, sent_ms))


def _listened(fault: FaultWindow, requests: list[Request]) -> bool:
    """Whether the page had a stream by then; what a stream holds when the page closes it, nobody gets to see."""
    streams = (one for one in requests if one.via in STREAMS and one.status == STREAMS[one.via])
    return any(one.sent_ms < fault.end_ms for one in streams)


def _gaps(faults: list[FaultWindow], messages: list[Message]) -> Iterable[Span]:
    """From the first message that a gap lost, until one arrives by which a page can see that some are missing."""
    for fault in faults:
        lost = [
            one.sent_ms for one in messages if one.delivered_ms is None and fault.at_ms <= one.sent_ms < fault.end_ms
        ]
        if fault.kind == "gap" and lost:
            came = (
                one.delivered_ms for one in messages if one.delivered_ms is not None and one.sent_ms >= fault.end_ms
            )
            yield (min(lost), min(came, default=fault.end_ms))


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
