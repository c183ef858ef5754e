"""The clauses that stand in findings: `in truth it was ...`."""

from typing import Any

import pytest

from harness.core.words import RunKey
from harness.facts.describe import describe, outcome_counts
from harness.facts.truth import Truth
from harness.facts.views import Counts
from harness.model.commands import Cancel, Command, Submit
from tests.model.worlds import play, publish, world
from tests.tiny import Tiny

KEY = RunKey("publish", 1)


def truth(*jobs: dict[str, Any], cancel_ms: int | None = None, **parts: Any) -> Truth:
    told: list[tuple[int, Command]] = [(0, Submit(kind="publish"))]
    told += [(cancel_ms, Cancel(job="publish"))] if cancel_ms is not None else []
    return Truth(play(world(publish(4, **parts), *jobs, workers=1), told).events)


TIMES = {"validate": "1s", "publish": "2s"}
OTHERS = [{"id": f"other-{n}", "kind": "import", "items": 10, "start": {"at": "0s"}} for n in range(3)]


@pytest.mark.parametrize(
    ("at_ms", "clause"),
    [
        (-1, "not accepted yet"),
        (0, "validating item 1 of 4"),
        (3_999, "validating item 4 of 4"),
        (4_000, "publishing item 1 of 4"),
        (11_999, "publishing item 4 of 4"),
        (12_000, "ended: 4 succeeded"),
    ],
)
def test_what_a_run_is_doing(at_ms: int, clause: str) -> None:
    assert truth(phases=TIMES).describe(KEY, at_ms) == clause


def test_the_last_phase_counts_all_items_of_the_run() -> None:
    one_fails_early = truth(phases=TIMES, outcomes={"failed": {"missing-id": 1}})
    assert one_fails_early.describe(KEY, 4_000) == "publishing item 2 of 4"
    assert one_fails_early.describe(KEY, 10**6) == "ended: 3 succeeded, 1 failed"


def test_what_a_run_that_was_given_up_left_undone() -> None:
    given_up = truth(phases=TIMES, on_critical="fail", outcomes={"items": {"item-002": "expired-credentials"}})
    assert given_up.describe(KEY, 10**6) == "ended: 1 succeeded, 1 failed, 2 not attempted"


def test_its_place_in_the_queue() -> None:
    waiting = truth(*OTHERS)
    queued = [waiting.describe(KEY, at_ms) for at_ms in (0, 7_000, 14_000)]
    places = [clause.partition(", expected")[0] for clause in queued]
    assert places == ["queued, 2 jobs ahead", "queued, 1 job ahead", "queued, next in line"]


def test_waiting_for_a_retry() -> None:
    retrying = truth(phases=TIMES, flaky={"items": 2, "attempts": 1, "cause": "upstream-error"})
    assert retrying.describe(KEY, 13_000).startswith("waiting to retry 2 items, attempt 2 of 3 at ")
    assert retrying.describe(KEY, 13_000).endswith(" s")


def test_cancelling_and_cancelled() -> None:
    cancelled = truth(phases=TIMES, cancel_ms=7_000)
    assert cancelled.describe(KEY, 7_000) == "cancelling, 1 of 4 items processed"
    assert cancelled.describe(KEY, 8_000) == "cancelled: 2 succeeded, 2 not attempted"


def test_mixed() -> None:
    assert outcome_counts(Counts(total=28, succeeded=20, failed=3, skipped=5)) == "20 succeeded, 3 failed, 5 skipped"
    assert outcome_counts(Counts(total=0)) == "0 succeeded"


def test_nothing_is_known_of_a_run_that_was_not_accepted() -> None:
    assert describe(None) == "not accepted yet"


def tiny(*, total: int | None = 9) -> Tiny:
    """A sync of nine items that a worker has taken up at 2 s."""
    phases = [{"id": id, "title": id.capitalize(), "total": total} for id in ("fetch", "validate", "sync")]
    told: dict[str, Any] = {"kind": "sync", "title": "Sync 9 items", "noun": "item", "total": total, "phases": phases}
    return Tiny().event(0, "job.accepted", **told, max_attempts=3).event(2, "run.started", worker="worker-1")


def said(history: Tiny, at: float = 90) -> str:
    return history.case().truth.describe(KEY, round(at * 1000))


def test_why_it_waits_and_when_it_may_start() -> None:
    waits = Tiny().accepted().event(2, "run.queued", ahead=0, reason="dependency", expected_start_ms=150_000)
    assert said(waits) == "queued, next in line, waiting for another job, expected to start at 2 min 30.0 s"
    waits.event(3, "queue.moved", ahead=2, reason="paused", expected_start_ms=None)
    assert said(waits) == "queued, 2 jobs ahead, while the queue is paused"


def test_a_lost_worker_puts_it_back_into_the_queue() -> None:
    lost = tiny().event(5, "worker.lost", worker="worker-1")
    assert said(lost) == "waiting to be taken up again"
    lost.event(5, "run.queued", ahead=1, reason="no-free-worker", expected_start_ms=None)
    assert said(lost) == "queued again, 1 job ahead"


@pytest.mark.parametrize(
    ("why", "clause"),
    [
        ({"reason": "maintenance", "until_ms": None}, "paused for maintenance, 0 of 9 items processed"),
        (
            {"reason": "rate-limit", "until_ms": 9_500},
            "paused at the limit of calls until 9.5 s, 0 of 9 items processed",
        ),
        (
            {"reason": "critical-error", "until_ms": None, "cause": "no-permission"},
            "paused after a critical error (no permission), 0 of 9 items processed",
        ),
        ({"reason": "holidays", "until_ms": None}, "paused for holidays, 0 of 9 items processed"),
    ],
)
def test_paused(why: dict[str, Any], clause: str) -> None:
    assert said(tiny().event(3, "run.paused", **why)) == clause


def test_phases_side_by_side() -> None:
    both = tiny().event(3, "phase.started", phase="fetch", total=9).event(3, "phase.started", phase="validate", total=9)
    both.event(4, "phase.advanced", phase="validate", done=2)
    assert said(both) == "fetching item 1 of 9 and validating item 3 of 9"


def test_a_total_that_is_counted_first_and_grows_then() -> None:
    counted = tiny(total=None).event(3, "phase.started", phase="fetch", total=None)
    counted.event(4, "phase.advanced", phase="fetch", done=4)
    assert said(counted) == "fetching item 5, of how many is not known yet"
    counted.event(5, "phase.ended", phase="fetch", state="done").event(5, "phase.total", phase="sync", total=4)
    counted.event(6, "phase.started", phase="sync", total=4).event(7, "phase.total", phase="sync", total=6)
    assert [said(counted, at) for at in (6, 7)] == ["syncing item 1 of 4", "syncing item 1 of 6"]


def test_the_whole_job_waits_to_be_taken_up_again() -> None:
    again = tiny().event(5, "run.retrying", attempt=2, max=3, next_at_ms=65_000, items=4)
    assert said(again) == "waiting to retry the whole job for 4 items, attempt 2 of 3 at 1 min 05.0 s"
    assert said(again.event(65, "run.resumed")) == "running, 0 of 9 items processed"


def test_what_was_taken_back_and_what_nobody_heard_of() -> None:
    item: dict[str, Any] = {"item": "item-001", "name": "Cork mirror", "phase": "sync"}
    undone = tiny().event(3, "phase.started", phase="sync", total=9).event(4, "item.succeeded", **item, attempt=1)
    undone.event(5, "item.failed", item="item-002", phase="sync", attempt=1, cause="timeout", done=True)
    undone.event(6, "run.cancelling", mode="immediate").event(7, "item.rolled_back", **item)
    assert said(undone) == "cancelling, 1 taken back, 1 of 9 items processed"
    undone.event(8, "run.ended", outcome="cancelled", succeeded=0, failed=1, skipped=0, kept=0)
    assert said(undone) == (
        "cancelled: 1 failed (1 of them done, though nobody heard of it), 8 not attempted, 1 taken back"
    )
