"""Many runs of one making are summed up."""

from harness.cli.crowd import crowds, told_and_summed
from harness.cli.story import RunStory, stories
from harness.scenario.scenario import Scenario
from tests.cli.logs import accepted, log, whole

SCENARIO = Scenario.model_validate(
    {
        "id": "many",
        "title": "Many",
        "world": {
            "jobs": [{"id": "publish", "kind": "publish", "items": 3}, {"id": "named", "kind": "sync", "items": 1}]
        },
        "journey": [{"at": "1s", "do": "submit", "job": "publish"}],
    }
)


def many(count: int, step_ms: int = 5_000) -> list[RunStory]:
    events = [event for number in range(count) for event in whole(number * step_ms, job=f"sync-{number + 1}")]
    return stories(events, count * step_ms + 10_000)


def test_eight_are_told_and_nine_summed_up_but_for_those_with_a_name() -> None:
    assert [len(part) for part in told_and_summed(SCENARIO, many(8))] == [8, 0]
    runs = stories([*log(accepted(0)), *whole(job="named"), *whole(job="other-1")], 9_000) + many(9)
    told, summed = told_and_summed(SCENARIO, runs)
    assert [run.key.job for run in told] == ["publish", "named"]
    assert [(crowd.name, len(crowd.runs)) for crowd in summed] == [("other-1", 1), ("sync-1 to sync-9", 9)]


def test_of_many_that_the_person_started_the_first_eight_are_told() -> None:
    runs = stories([event for number in range(12) for event in log(accepted(0), job=f"publish-{number}")], 1)
    told, (rest,) = told_and_summed(SCENARIO, runs)
    assert (len(told), len(rest.runs)) == (8, 4)


def test_past_and_trial_are_summed_up_apart() -> None:
    runs = stories([*whole(-60_000), *whole(0, job="sync-2")], 10_000)
    assert [(crowd.id, crowd.is_past) for crowd in crowds(runs)] == [("sync", True), ("sync", False)]


def test_a_crowd_in_numbers() -> None:
    (crowd,) = crowds(many(10))
    assert crowd.outcomes() == {"succeeded": 10}
    assert (crowd.waits_ms(), crowd.lengths_ms()) == ((1_000, 1_000), (10_000, 10_000))
    assert crowd.items() == {"item.succeeded": 10}
    assert (crowd.from_ms, crowd.to_ms) == (0, 55_000)


def test_how_many_had_not_ended_at_once() -> None:
    (crowd,) = crowds(many(3))
    assert crowd.at_once(5, 0, 25_000) == [1, 2, 2, 1, 0]


def test_without_an_end_there_is_no_length() -> None:
    (crowd,) = crowds(stories(log(accepted(0)), 5_000))
    assert (crowd.lengths_ms(), crowd.outcomes()) == (None, {None: 1})
