"""What a page has to say, by the truth."""

import pytest

from harness.speech.acts import Act
from harness.speech.obligations import LONG_MS, Obligation, obligations
from tests.laws.failing import failing
from tests.speech.cut_off import cut_off
from tests.tiny import Tiny, running


def owed(tiny: Tiny) -> list[tuple[Act, int, int]]:
    return [(held.act, held.at_ms, held.due_ms) for held in obligations(tiny.case())]


def only(tiny: Tiny, act: Act) -> list[Obligation]:
    return [held for held in obligations(tiny.case()) if held.act is act]


def test_a_run_is_started_goes_on_and_ends() -> None:
    assert owed(running(items=30)) == [
        (Act.STARTED, 1_000, 2_000),
        (Act.WORKING, 2_000, 12_000),
        (Act.SUCCEEDED, 32_000, 33_000),
    ]


def test_what_is_over_before_it_is_due_is_owed_by_nobody() -> None:
    assert only(running(items=5), Act.WORKING) == []


def test_a_mixed_end_owes_its_causes_too() -> None:
    assert [held.act for held in obligations(failing().case()) if held.at_ms == 6_000] == [Act.FAILED, Act.MIXED]


def test_starts_and_ends_are_told_aloud_as_well() -> None:
    acts = {held.act: held.surfaces for held in obligations(running(items=30).case())}
    assert acts[Act.STARTED] == acts[Act.SUCCEEDED] == ("page", "announcement")
    assert acts[Act.WORKING] == ("page",)


def test_a_long_wait_is_explained() -> None:
    tiny = Tiny().accepted(1).event(1, "run.queued", ahead=2, reason="no-free-worker").started(30)
    (held,) = only(tiny, Act.WAITING)
    assert (held.at_ms, held.due_ms, held.until_ms) == (1_000, 1_000 + LONG_MS, 30_000)


def test_a_stall_is_admitted() -> None:
    tiny = Tiny(end=300).accepted(total=4).started()
    for number, at in enumerate((3, 4, 5, 200), 1):
        tiny.item(at, number)
    (held,) = only(tiny.ended(201, succeeded=4), Act.STALLED)
    assert (held.at_ms, held.until_ms) == (65_000, 200_000)


def test_a_retry_and_a_cancellation_are_told() -> None:
    tiny = Tiny().accepted(total=1).started()
    waits = {"item": "item-001", "name": "Mug", "phase": "publish", "attempt": 2, "cause": "timeout"}
    tiny.event(3, "item.retrying", job="publish", run=1, next_at_ms=20_000, **waits)
    assert [held.at_ms for held in only(tiny, Act.RETRYING)] == [3_000]
    stopped = Tiny().accepted(total=30).started().event(5, "run.cancelling", mode="immediate")
    stopped.event(20, "run.ended", outcome="cancelled", succeeded=0, failed=0, skipped=0, kept=0)
    assert [held.at_ms for held in only(stopped, Act.CANCELLING)] == [5_000]
    assert [held.at_ms for held in only(stopped, Act.CANCELLED)] == [20_000]


def test_a_long_silence_and_its_end_are_told() -> None:
    assert [(held.at_ms, held.due_ms, held.tab) for held in only(cut_off(), Act.OFFLINE)] == [(10_000, 20_000, 0)]
    assert [held.at_ms for held in only(cut_off(), Act.BACK)] == [41_000]
    assert only(cut_off(until=15), Act.OFFLINE) == []


@pytest.mark.parametrize(("again_s", "owes"), [(40, True), (32.5, False)])
def test_the_end_of_a_run_is_owed_until_the_job_runs_again(again_s: float, owes: bool) -> None:
    tiny = running(items=30)
    tiny.event(
        again_s, "job.accepted", run=2, kind="publish", title="Publish 30 items", noun="item", total=30, phases=[],
        by="person", max_attempts=1,
    )  # fmt: skip
    assert bool(only(tiny, Act.SUCCEEDED)) is owes
