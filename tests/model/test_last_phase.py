"""The last phase: totals that grow, a job that is retried as a whole, a third party that takes no more calls."""

from harness.model.commands import Cancel, Submit
from harness.model.last_phase import PAUSE_MS
from tests.model.worlds import play, publish, told, world

SUBMIT = (0, Submit(kind="publish"))


def test_more_items_come_to_light_while_it_runs() -> None:
    grows = [{"by": 3, "after": 2}, {"by": 1, "after": 7}]
    played = play(world(publish(4, grows=grows)), [SUBMIT])
    assert [event.data for event in told(played, "phase.total")] == [
        {"phase": "publish", "total": 7},
        {"phase": "publish", "total": 8},
    ]
    assert told(played, "run.ended")[0].data["succeeded"] == 8


def test_they_come_to_light_even_when_the_last_of_the_others_had_to_be_retried() -> None:
    spec = publish(2, grows=[{"by": 2, "after": 2}], flaky={"items": 1})
    played = play(world(spec), [SUBMIT])
    assert told(played, "run.ended")[0].data["succeeded"] == 4


def test_the_whole_job_is_retried_once_all_items_were_tried() -> None:
    spec = publish(
        3, flaky={"items": 2, "attempts": 2}, retry={"of": "job", "backoff": "20s"}, phases={"publish": "1s"}
    )
    played = play(world(spec), [SUBMIT])
    rounds = told(played, "run.retrying")
    assert [event.data for event in rounds] == [
        {"attempt": 2, "max": 3, "next_at_ms": rounds[0].at_ms + 20_000, "items": 2},
        {"attempt": 3, "max": 3, "next_at_ms": rounds[1].at_ms + 40_000, "items": 2},
    ]
    assert [event.at_ms for event in told(played, "run.resumed")] == [event.data["next_at_ms"] for event in rounds]
    assert {event.data["next_at_ms"] for event in told(played, "item.retrying")} == {None}
    assert told(played, "run.ended")[0].data["succeeded"] == 3


def test_cancelling_while_the_whole_job_waits_ends_it_at_once() -> None:
    spec = publish(3, flaky={"items": 2}, retry={"of": "job"}, phases={"publish": "1s"}, outcomes={})
    played = play(world(spec), [SUBMIT, (30_000, Cancel(job="publish"))])
    assert told(played, "run.retrying")[0].at_ms < 30_000
    assert [event.at_ms for event in told(played, "run.ended")] == [30_000]


def limited(retry_after: str) -> dict[str, object]:
    latency = {"p50": "200ms", "p99": "300ms", "cap": "1s"}
    return {"marketplace": {"latency": latency, "rate_limit": {"calls": 5, "per": "10s", "retry_after": retry_after}}}


def test_where_the_third_party_takes_no_calls_the_run_is_paused_until_it_does_and_no_attempt_is_lost() -> None:
    played = play(world(publish(12), third_party=limited("8s")), [SUBMIT])
    paused, resumed = told(played, "run.paused"), told(played, "run.resumed")
    assert len(paused) == len(resumed) > 0
    assert [event.data["until_ms"] for event in paused] == [event.at_ms for event in resumed]
    assert {event.data["reason"] for event in paused} == {"rate-limit"}
    assert {event.data["attempt"] for event in told(played, "item.succeeded")} == {1}


def test_a_short_wait_for_the_third_party_is_no_pause() -> None:
    assert PAUSE_MS == 2_000
    played = play(world(publish(12), third_party=limited("1s")), [SUBMIT])
    assert told(played, "run.paused") == []
    assert told(played, "run.ended")[0].data["succeeded"] == 12
