"""When the next thing happens, in a truth that is known further than the moment asked about."""

from bisect import bisect_right
from collections.abc import Callable, Iterator

from harness.facts.truth import Truth
from harness.trace.truth_event import TruthEvent


def events_after(truth: Truth, at_ms: int) -> Iterator[TruthEvent]:
    """The events later than the moment, in order."""
    first = bisect_right(truth.events, at_ms, key=lambda event: event.at_ms)
    return (truth.events[index] for index in range(first, len(truth.events)))


def next_ms(truth: Truth, at_ms: int, matters: Callable[[TruthEvent], bool] = lambda _: True) -> int | None:
    """When the next event that matters happens; None if none is known."""
    return next((event.at_ms for event in events_after(truth, at_ms) if matters(event)), None)


def next_of_job_ms(truth: Truth, job: str, at_ms: int) -> int | None:
    """When the next event of the job happens, in any of its runs; None if none is known."""
    return next_ms(truth, at_ms, lambda event: event.job == job)


def last_seq(truth: Truth, at_ms: int, job: str | None = None) -> int:
    """The number of the last event until the moment, of one job or of all; 0 before the first."""
    index = bisect_right(truth.events, at_ms, key=lambda event: event.at_ms)
    while index and job is not None and truth.events[index - 1].job != job:
        index -= 1
    return truth.events[index - 1].seq if index else 0


def events_between(truth: Truth, from_ms: int, until_ms: int, job: str | None = None) -> Iterator[TruthEvent]:
    """The events after ``from_ms`` until ``until_ms`` inclusive, of one job or of all."""
    for event in events_after(truth, from_ms):
        if event.at_ms > until_ms:
            return
        if job is None or event.job == job:
            yield event
