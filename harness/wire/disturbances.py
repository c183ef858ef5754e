"""What happens to the messages of an event stream before they leave for the page, one function a fault.

Each takes what is sent, as a function of a stretch of time, and gives back such a function. They keep nothing, so that
a stretch can be asked for again.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from harness.network.faults import Buffered, Gap, Reordered, Replayed
from harness.wire.base import Frame

Sending = Callable[[int, int], list[Frame]]
"""The frames that are sent after the first moment until the second inclusive, in order."""


def gap(fault: Gap, sent: Sending) -> Sending:
    """The messages of the window are lost; a stream that the server closes is closed all the same."""

    def frames(from_ms: int, until_ms: int) -> Iterator[Frame]:
        for one in sent(from_ms, until_ms):
            struck = _strikes(fault, one)
            yield replace(one, lost=True, close=False) if struck else one
            if struck and one.close:
                yield Frame(sent_ms=one.sent_ms, close=True)

    return lambda from_ms, until_ms: list(frames(from_ms, until_ms))


def replayed(fault: Replayed, sent: Sending) -> Sending:
    """The messages of the window come twice."""

    def frames(from_ms: int, until_ms: int) -> Iterator[Frame]:
        for one in sent(from_ms, until_ms):
            if _strikes(fault, one):
                yield replace(one, close=False)
            yield one

    return lambda from_ms, until_ms: list(frames(from_ms, until_ms))


def reordered(fault: Reordered, sent: Sending) -> Sending:
    """Of each two messages of the window the first waits for the second; one that is left over, for the end."""

    def frames(from_ms: int, until_ms: int) -> Iterator[Frame]:
        waiting: Frame | None = None
        begin_ms = from_ms if from_ms >= fault.end_ms else min(from_ms, fault.at_ms - 1)
        for one in sent(begin_ms, until_ms):
            if waiting is not None and (one.close or one.sent_ms >= fault.end_ms):
                yield _until(waiting, min(one.sent_ms, fault.end_ms))
                waiting = None
            if not _strikes(fault, one) or one.close:
                yield one
            elif waiting is None:
                waiting = one
            else:
                yield one
                yield _until(waiting, one.sent_ms)
                waiting = None
        if waiting is not None and until_ms >= fault.end_ms:
            yield _until(waiting, fault.end_ms)

    return lambda from_ms, until_ms: [one for one in frames(from_ms, until_ms) if from_ms < one.sent_ms <= until_ms]


def buffered(fault: Buffered, sent: Sending) -> Sending:
    """What is sent in the window is let out with the next burst."""

    def frames(from_ms: int, until_ms: int) -> Iterator[Frame]:
        for one in sent(min(from_ms, _burst(fault, from_ms) - 1), until_ms):
            held = not one.lost and fault.at_ms <= one.sent_ms < fault.end_ms
            yield _until(one, min(_burst(fault, one.sent_ms) + fault.every_ms, fault.end_ms)) if held else one

    def in_order(from_ms: int, until_ms: int) -> list[Frame]:
        found = [one for one in frames(from_ms, until_ms) if from_ms < one.sent_ms <= until_ms]
        return sorted(found, key=lambda one: one.sent_ms)

    return in_order


def _burst(fault: Buffered, at_ms: int) -> int:
    """When something was let out last, or holding began; outside the window the moment itself."""
    if not fault.at_ms <= at_ms < fault.end_ms:
        return at_ms + 1
    return at_ms - (at_ms - fault.at_ms) % fault.every_ms


def _strikes(fault: Gap | Replayed | Reordered, frame: Frame) -> bool:
    """Whether the frame is a message, sent within the window and not lost."""
    return frame.is_message and not frame.lost and fault.at_ms <= frame.sent_ms < fault.end_ms


def _until(frame: Frame, at_ms: int) -> Frame:
    return replace(frame, sent_ms=at_ms, held_ms=frame.held_ms + at_ms - frame.sent_ms)
