"""Automatic retries over time: when a run that is being worked on waits for attempts after the first, or is in them."""

import math
from dataclasses import dataclass
from itertools import pairwise

from harness.core.time import EPOCH_MS
from harness.core.words import RunKey, State
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.spans import Span, common, union
from harness.facts.views import RetryView
from harness.microcopy.reading import Kind
from harness.microcopy.times import clock, duration

DAY_MS = 24 * 3_600_000
_AT_WORK = (State.RUNNING, State.RETRYING)


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """The same was being retried from one moment to another."""

    from_ms: int
    until_ms: float
    retry: RetryView

    @property
    def span(self) -> Span:
        """From when, until when."""
        return (self.from_ms, self.until_ms)


def stretches(case: Case, key: RunKey) -> list[Stretch]:
    """Every stretch of the run in which something was being retried; not while it stands still or is cancelled."""
    accepted_ms = case.truth.accepted_at(key)
    if accepted_ms == math.inf:
        return []
    moments: list[float] = [accepted_ms, *case.truth.moments(key, accepted_ms, math.inf), math.inf]
    views = ((start, until, case.truth.view(key, int(start))) for start, until in pairwise(moments))
    return [
        Stretch(from_ms=int(start), until_ms=until, retry=view.retry)
        for start, until, view in views
        if view is not None and view.retry is not None and view.state in _AT_WORK
    ]


def attempt_spans(claim: Claim, held: list[Stretch], beta_ms: int) -> list[Span]:
    """When what is said of an attempt ("attempt 2 of 3") was so at some moment of the last β."""
    return union(
        (stretch.from_ms, stretch.until_ms + beta_ms)
        for stretch in held
        if numbers_of(claim) & set(stretch.retry.attempts) and _is_most(claim, stretch.retry)
    )


def _is_most(claim: Claim, retry: RetryView) -> bool:
    most = claim.reading.total
    return most is None or most == retry.max or (claim.reading.noun is not None and most == retry.max - 1)


def next_spans(claim: Claim, held: list[Stretch], beta_ms: int, tolerance_ms: int) -> list[Span]:
    """When what is said of the next attempt's time was so at some moment of the last β, within the tolerance and the
    unit that it is told in.
    """
    said = claim.reading.when or ""
    told = clock(said) if claim.word == "at" else duration(said)
    if told is None:
        return []
    slack_ms = tolerance_ms + told[1]
    return union(
        span
        for stretch in held
        if stretch.retry.next_at_ms is not None
        for start, until in _meant(claim.word == "at", told[0], stretch.retry.next_at_ms, slack_ms)
        for span in common([(stretch.from_ms, stretch.until_ms + beta_ms)], [(start, until + beta_ms)])
    )


def _meant(of_day: bool, told_ms: int, next_at_ms: int, slack_ms: int) -> list[Span]:
    """When the words mean that moment: a time of the day always or never, a duration once it is so long until then."""
    if not of_day:
        return [(next_at_ms - told_ms - slack_ms, next_at_ms - told_ms + slack_ms)]
    apart_ms = (EPOCH_MS + next_at_ms - told_ms) % DAY_MS
    return [(0, math.inf)] if min(apart_ms, DAY_MS - apart_ms) <= slack_ms else []


def said_of_attempts(case: Case, key: RunKey, tab: int, kind: Kind) -> list[Claim]:
    """What stands in the tab of attempts, or of when the next one comes, however briefly."""
    said = case.screen.claims(kind=kind, run=key, tab=tab, glimpses=True)
    return [claim for claim in said if claim.surface in ("text", "bar")]


def winning_attempts(case: Case, key: RunKey) -> tuple[int, ...]:
    """The attempts after the first on which items of the run succeeded, in order; none where all went well at once."""
    won = {
        int(event.data.get("attempt", 1))
        for event in case.truth.events
        if event.key == key and event.kind == "item.succeeded"
    }
    return tuple(sorted(won - {1}))


def numbers_of(claim: Claim) -> set[int | float | None]:
    """Which attempts the words may mean. Whether "retry 2" is the second retry or the second attempt, products do not
    agree: either will do.
    """
    return {claim.value} if claim.reading.noun is None else {claim.value, (claim.value or 0) + 1}
