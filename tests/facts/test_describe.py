"""The clauses that stand in findings: `in truth it was ...`."""

from typing import Any

import pytest

from harness.core.words import RunKey
from harness.facts.describe import describe, outcome_counts
from harness.facts.truth import Truth
from harness.facts.views import Counts
from harness.model.commands import Cancel, Command, Submit
from tests.model.worlds import play, publish, world

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


def test_its_place_in_the_queue() -> None:
    waiting = truth(*OTHERS)
    queued = [waiting.describe(KEY, at_ms) for at_ms in (0, 7_000, 14_000)]
    assert queued == ["queued, 2 jobs ahead", "queued, 1 job ahead", "queued, next in line"]


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
