"""retry-failed-only."""

from typing import Any

import pytest

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny

LAW = "retry-failed-only"


def ended(**rest: Any) -> Tiny:
    """Of three items the first succeeds, the second fails for a timeout, the third for a missing ID; it ends at 6 s."""
    tiny = Tiny(end=60, **rest).accepted(total=3).started().item(3, 1)
    data: dict[str, Any] = {
        "item": "item-002",
        "name": "Blue mug 2",
        "phase": "publish",
        "attempt": 1,
        "cause": "timeout",
    }
    tiny.event(4, "item.failed", **data).item(5, 3, "failed").ended(6, "partial", 1, 2)
    return tiny.screen(6.1, "Finished with problems", title="Publish 3 items")


def again(
    tiny: Tiny,
    at: float,
    items: tuple[int, ...],
    run: int = 2,
    total: int | None = None,
    failing: int | None = None,
) -> Tiny:
    """The next run, over these items, of which one may fail."""
    phases = [{"id": "publish", "title": "Publish", "total": total or len(items)}]
    told: dict[str, Any] = {
        "kind": "publish",
        "title": "Publish 3 items",
        "noun": "item",
        "phases": phases,
        "by": "person",
    }
    tiny.event(at, "job.accepted", run=run, total=total or len(items), max_attempts=3, **told)
    tiny.event(at + 1, "run.started", run=run, worker=1)
    tiny.event(at + 1, "phase.started", run=run, phase="publish", total=None)
    for number in items:
        tiny.item(at + 2, number, "failed" if number == failing else "succeeded", run=run)
    return tiny.event(at + 3, "run.ended", run=run, outcome="succeeded", succeeded=len(items), failed=0, skipped=0)


def pressed(items: tuple[int, ...], do: str = "retry-failed", **rest: Any) -> Tiny:
    tiny = ended().step(10, "retry-failed", "publish").press(10, "Retry failed items")
    return again(tiny, 10.1, items).command(10, do, run=2, **rest)


@pytest.mark.parametrize("items", [(2,), (2, 3)])
def test_the_failed_items_alone_pass_with_or_without_those_that_cannot_succeed(items: tuple[int, ...]) -> None:
    verdict = answer(LAW, pressed(items))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_a_succeeded_item_done_again_fails() -> None:
    assert sentences(answer(LAW, pressed((1, 2, 3), "rerun"))) == [
        (
            'job "Publish 3 items" at 12.1 s: the page did more than retry what failed; '
            'in truth 1 of these had succeeded: "Blue mug 1".'
        )
    ]


def test_a_run_of_too_many_fails_before_it_has_come_to_any() -> None:
    tiny = ended().step(10, "retry-failed", "publish").press(10, "Retry failed items")
    tiny = again(tiny, 10.1, (), total=3).command(10, "rerun", run=2)
    assert "it was a run of 3 items, more than had failed" in sentences(answer(LAW, tiny))[0]


def test_a_failed_item_left_out_fails_and_one_that_nothing_can_mend_does_not() -> None:
    verdict = answer(LAW, pressed((3,)))
    assert "the page did not retry all that failed" in sentences(verdict)[0]
    assert 'in truth 1 of these had failed and could be retried: "Blue mug 2"' in sentences(verdict)[0]


def test_two_runs_of_one_intent_fail() -> None:
    tiny = pressed((2,))
    again(tiny, 20, (2,), run=3).command(19.9, "retry-failed", run=3)
    assert sentences(answer(LAW, tiny)) == [
        (
            'job "Publish 3 items" at 20.0 s: the page had the failed items retried twice; '
            "in truth there were 2 runs of it."
        )
    ]


def test_a_press_later_is_another_intent() -> None:
    tiny = ended().step(10, "retry-failed", "publish").press(10, "Retry failed items")
    again(tiny, 10.1, (2, 3), failing=3).command(10, "retry-failed", run=2)
    tiny.step(30, "retry-failed", "publish", n=2).press(30, "Retry failed items", n=2)
    again(tiny, 30.1, (3,), run=3).command(30, "retry-failed", run=3)
    assert answer(LAW, tiny).findings == ()
    assert answer(LAW, tiny).judged == 2


def test_an_item_that_succeeded_in_an_earlier_retry_is_not_done_again() -> None:
    tiny = pressed((2,)).step(30, "retry-failed", "publish", n=2).press(30, "Retry failed items", n=2)
    again(tiny, 30.1, (2,), run=3).command(30, "retry-failed", run=3)
    assert "did more than retry what failed" in sentences(answer(LAW, tiny))[0]


def test_what_the_page_asks_for_names_no_item_that_had_succeeded() -> None:
    body = '{"items": ["item-001", "item-002"]}'
    assert "asked for an item again that had succeeded" in sentences(answer(LAW, pressed((2,), body=body)))[0]
    assert answer(LAW, pressed((2,), body='{"items": ["item-002"]}')).verdict == "passed"


def test_a_request_that_was_lost_and_sent_again_is_one_retry() -> None:
    tiny = ended().step(10, "retry-failed", "publish").press(10, "Retry failed items").fault(9, 20)
    again(tiny, 10.1, (2, 3)).command(10, "retry-failed", run=2, answered=None, fault="blackhole")
    assert answer(LAW, tiny.request(21, 21.3, path="/api/jobs/publish:retry-failed")).verdict == "passed"


def test_without_a_run_of_it_nothing_is_judged() -> None:
    tiny = ended().step(10, "retry-failed", "publish").press(10, "Retry failed items")
    assert (
        answer(LAW, tiny.command(10, "retry-failed", run=None, refused="it has not ended")).verdict == "not_exercised"
    )
    assert answer(LAW, ended()).verdict == "not_exercised"
    assert answer(LAW, again(ended(), 10, (1, 2, 3))).verdict == "not_exercised"


def test_a_page_without_such_a_control_cannot_be_judged() -> None:
    assert answer(LAW, ended().step(10, "retry-failed", "publish")).verdict == "not_observable"


def test_two_tabs_and_two_jobs_are_kept_apart() -> None:
    tiny = pressed((2,)).step(11, "rerun", "import", tab=1, n=2).press(11, "Run again", tab=1, n=2)
    tiny.command(11, "rerun", job="import", run=2, tab=1)
    assert answer(LAW, tiny).verdict == "passed"


def test_a_retry_that_goes_on_at_the_end_is_judged_by_what_it_has_done() -> None:
    tiny = ended(beta_ms=100).step(10, "retry-failed", "publish").press(10, "Retry failed items")
    tiny = again(tiny, 10.1, (2,)).command(10, "retry-failed", run=2)
    tiny._truth.pop()
    assert answer(LAW, tiny).verdict == "passed"
