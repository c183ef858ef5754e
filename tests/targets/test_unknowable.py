"""What no page can know, and the laws that ask for nothing else."""

import pytest

from harness.laws import ALL
from harness.targets.load import load
from harness.targets.unknowable import unobservable, untold
from tests.told.support import book

WORDS = "states: {queued: Q, running: R, succeeded: S, failed: F, cancelled: X"
EVERYTHING = (
    "{job.state} {job.processed} {job.succeeded} {job.failed} {job.skipped} {job.remaining} {job.kept} "
    "{job.rolled_back} {job.retry.attempt} {job.retry.next} {job.cause.title} {job.queue.reason}"
)


def facts(told: str, more: str = "") -> set[str]:
    return set(untold(book(f"routes: {{'GET /t/{{job}}': {{answer: {told}}}}}\n{more}")))


def test_of_a_back_end_that_tells_all_of_it_nothing_is_unknown() -> None:
    assert facts(f'"{EVERYTHING}"') == set()
    assert unobservable(()) == {}


def test_of_one_that_tells_nothing_everything_is() -> None:
    nothing = untold(book("routes: {'GET /t/{job}': {answer: 1}}"))
    assert {"processed", "failed", "cause", "next", "attempt", "retrying", "cancelling", "kept"} <= set(nothing)
    laws = unobservable(nothing)
    assert {"auto-retry-told", "cancelling-shown", "winning-attempt-named"} <= set(laws)
    assert set(laws) <= {law.id for law in ALL}
    assert laws["auto-retry-told"] == (
        "its back end never tells that a job is tried again; name a word under wire: states: retrying, "
        "or tell {job.retry.attempt}"
    )


@pytest.mark.parametrize(
    ("told", "more", "known"),
    [
        ('"{job.state}"', WORDS + ", retrying: T}", "retrying"),
        ('"{job.state}"', WORDS + ", cancelling: C}", "cancelling"),
        ('"{job.state}"', WORDS + ", partial: P}", "partial"),
        ('"{job.retry.whole}"', "", "retrying"),
        ("{switch: job.retry.whole, cases: {true: again, default: on}}", "", "retrying"),
        ('"{job.retry.wait | s}"', "", "next"),
        ('"{job.total} {job.remaining}"', "", "processed"),
        ('"{job.processed} {job.succeeded} {job.skipped}"', "", "failed"),
        ("{count_of: items, where: {item.state: failed}}", "", "failed"),
        ('{each: causes, where: {cause.state: failed}, as: "{cause.count}"}', "", "failed"),
        ('{each: items, as: "{item.cause.title}"}', "", "cause"),
        ('"{job.cause.retryable}"', "", "remedy"),
        ('"{job.phase.title}"', "", "quantity"),
        ("{switch: job.failed, cases: {0: fine, default: bad}}", "", "partial"),
    ],
)
def test_a_fact_is_known_by_each_of_its_ways(told: str, more: str, known: str) -> None:
    assert known not in facts(told, more)


@pytest.mark.parametrize(
    ("told", "more", "unknown"),
    [
        ('"{job.state}"', WORDS + "}", "retrying"),
        ('"{job.state}"', WORDS + ", retrying: R}", "retrying"),
        ('"{job.retry.whole}"', "", "attempt"),
        ('"{job.retry.attempt}"', "", "next"),
        ('"{job.processed}"', "", "failed"),
        ("{switch: job.failed, cases: {0: fine, default: bad}}", "", "failed"),
        ('{each: causes, where: {cause.state: failed}, as: "{cause.count}"}', "", "skipped"),
        ('"{job.cause.retryable}"', "", "cause"),
    ],
)
def test_what_tells_less_leaves_it_unknown(told: str, more: str, unknown: str) -> None:
    assert unknown in facts(told, more)


def test_the_example_pages_cannot_know_of_retries() -> None:
    for name in ("example-events", "example-polling"):
        assert {"auto-retry-told", "cancelling-shown", "winning-attempt-named"} == set(load(name).unobservable)
