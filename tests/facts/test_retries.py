"""Automatic retries over time, and what is said of them against it."""

import math
from dataclasses import replace

import pytest

from harness.core.words import RunKey
from harness.facts.claims import Claim
from harness.facts.retries import attempt_spans, next_spans, numbers_of, stretches, winning_attempts
from harness.facts.spans import union
from harness.facts.views import RetryView
from harness.microcopy.reading import Kind, Reading
from tests.tiny import Tiny

KEY = RunKey("publish", 1)
HOUR_MS = 3_600_000


def retried() -> Tiny:
    tiny = Tiny(end=60).accepted(total=10).started().retrying(6, 3, 2, 10).resumed(10, 3, 2).retrying(11, 3, 3, 31)
    return tiny.resumed(31, 3, 3).item(33, 3, attempt=3)


def said(kind: Kind, value: int | None = None, **rest: object) -> Claim:
    reading = replace(Reading(kind=kind, text="…", value=value), **rest)  # type: ignore[arg-type]
    return Claim(reading=reading, run=KEY, tab=0, at_ms=0, until_ms=math.inf, node="1", role="paragraph")


def test_what_is_retried_is_known_at_each_moment() -> None:
    held = stretches(retried().case(), KEY)
    assert union(one.span for one in held) == [(6_000, 33_000)]
    told = [(one.from_ms, one.retry.attempts, one.retry.next_at_ms) for one in held]
    assert told == [(6_000, (2,), 10_000), (10_000, (2,), None), (11_000, (3,), 31_000), (31_000, (3,), None)]


def test_nothing_is_retried_while_the_run_stands_still_or_is_cancelled() -> None:
    tiny = Tiny(end=60).accepted(total=10).started().retrying(6, 3, 2, 40)
    tiny.event(8, "run.paused", reason="maintenance", until_ms=None).event(12, "run.resumed").event(
        20, "run.cancelling", mode="immediate"
    )
    assert union(one.span for one in stretches(tiny.case(), KEY)) == [(6_000, 8_000), (12_000, 20_000)]
    assert stretches(tiny.case(), RunKey("publish", 2)) == []


@pytest.mark.parametrize(
    ("value", "rest", "spans"),
    [
        (2, {}, [(6_000, 11_500)]),
        (2, {"total": 3}, [(6_000, 11_500)]),
        (2, {"total": 4}, []),
        (3, {}, [(11_000, 33_500)]),
        (1, {}, []),
        (1, {"noun": "retries", "total": 2}, [(6_000, 11_500)]),
        (2, {"noun": "retries"}, [(6_000, 33_500)]),
    ],
)
def test_an_attempt_is_true_while_it_is_the_one_and_for_beta_after_it(
    value: int, rest: dict[str, object], spans: list[tuple[float, float]]
) -> None:
    assert attempt_spans(said(Kind.ATTEMPT, value, **rest), stretches(retried().case(), KEY), 500) == spans


@pytest.mark.parametrize(
    ("when", "is_true"),
    [
        ("09:00:31", True),
        ("9:00:28 am", True),
        ("09:00:27", False),
        ("09:00:35", False),
        ("09:00", True),
        ("09:02", False),
        ("21:00:31", False),
    ],
)
def test_a_time_of_the_day_is_true_within_the_tolerance_and_its_unit(when: str, is_true: bool) -> None:
    claim = said(Kind.NEXT, word="at", when=when)
    spans = next_spans(claim, [one for one in stretches(retried().case(), KEY) if one.from_ms == 11_000], 500, 2_000)
    assert spans == ([(11_000, 31_500)] if is_true else [])


def test_a_time_just_before_midnight_is_near_one_just_after_it() -> None:
    retry = RetryView(items=1, attempt=2, max=3, next_at_ms=15 * HOUR_MS + 500)
    stretch = replace(stretches(retried().case(), KEY)[0], retry=retry)
    assert next_spans(said(Kind.NEXT, word="at", when="23:59:59"), [stretch], 500, 2_000) != []


def test_a_duration_is_true_while_it_is_so_long_until_then() -> None:
    held = [one for one in stretches(retried().case(), KEY) if one.from_ms == 11_000]
    assert next_spans(said(Kind.NEXT, word="in", when="10 s"), held, 500, 2_000) == [(18_000, 24_500)]
    assert next_spans(said(Kind.NEXT, word="in", when="a few seconds"), held, 500, 2_000) == []


def test_the_attempts_that_won_are_those_after_the_first() -> None:
    assert winning_attempts(retried().item(34, 4).case(), KEY) == (3,)
    assert winning_attempts(Tiny().accepted().started().item(3, 1).case(), KEY) == ()


def test_a_retry_may_be_counted_with_or_without_the_first_attempt() -> None:
    assert numbers_of(said(Kind.ATTEMPT, 2)) == {2}
    assert numbers_of(said(Kind.ATTEMPT, 2, noun="retries")) == {2, 3}
