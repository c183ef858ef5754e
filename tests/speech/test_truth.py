"""What was so of a run, as words are judged by it."""

from typing import Any

from harness.core.words import RunKey
from harness.speech.acts import Act
from harness.speech.truth import act_of, situation
from tests.laws.failing import failing
from tests.tiny import Tiny, running

PUBLISH = RunKey("publish", 1)


def test_a_run_that_goes_on() -> None:
    so = situation(running().case(), PUBLISH, 6_000)
    assert so is not None
    assert (so.act, so.done, so.total, so.left, so.remaining_s) == (Act.WORKING, 4, 10, 6, 6.0)
    assert (so.job, so.verb, so.noun) == ("Publish 10 items", "publish", "item")


def test_a_mixed_end_with_its_causes() -> None:
    so = situation(failing().case(), PUBLISH, 7_000)
    assert so is not None
    assert (so.act, so.succeeded, so.failed, dict(so.causes)) == (Act.MIXED, 2, 1, {"missing-id": 1})
    assert so.retry_scheduled is False


def test_what_was_skipped_is_named_apart() -> None:
    tiny = Tiny().accepted(total=1).started().item(3, 1, "skipped").ended(4, succeeded=0, skipped=1)
    so = situation(tiny.case(), PUBLISH, 5_000)
    assert so is not None
    assert (dict(so.causes), so.others) == ({}, ("unchanged",))


def test_a_wait_and_a_retry() -> None:
    waiting = Tiny().accepted(1).event(1, "run.queued", ahead=2, reason="no-free-worker").case()
    so = situation(waiting, PUBLISH, 2_000)
    assert so is not None
    assert (so.act, so.ahead, so.reason) == (Act.WAITING, 2, "no-free-worker")
    retry = Tiny().accepted(1, total=1).started()
    waits: dict[str, Any] = {"item": "item-001", "name": "Mug", "phase": "publish", "attempt": 2, "cause": "timeout"}
    retry.event(3, "item.retrying", next_at_ms=9_000, **waits)
    again = situation(retry.case(), PUBLISH, 4_000)
    assert again is not None
    assert (again.act, again.attempt, again.attempts, again.next_s) == (Act.RETRYING, 2, 3, 5.0)


def test_before_it_was_accepted_nothing_was_so() -> None:
    assert situation(running().case(), PUBLISH, 0) is None


def test_every_end_has_its_act() -> None:
    view = running().case().truth.view(PUBLISH, 20_000)
    assert view is not None
    assert act_of(view) is Act.SUCCEEDED
