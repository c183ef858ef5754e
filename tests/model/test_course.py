"""What has happened to an item is told once, with what it was worth."""

from harness.model.commands import Submit
from harness.model.course import Course
from tests.model.worlds import play, publish, told, world


def test_an_answer_that_nobody_heard_is_told_with_the_failure() -> None:
    party = {"latency": {"p50": "9s", "p99": "20s", "cap": "30s"}, "timeout": "4s", "late": 1.0}
    played = play(world(publish(4), third_party={"marketplace": party}), [(0, Submit(kind="publish"))])
    timed_out = [event for event in told(played, "item.retrying") if event.data["cause"] == "timeout"]
    assert timed_out
    assert {event.data["attempt"] for event in told(played, "item.succeeded")} <= {1, 2}
    assert told(played, "run.ended")[0].data["succeeded"] == 4
    assert Course.__doc__
