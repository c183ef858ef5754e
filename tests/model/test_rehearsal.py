import pytest

from harness.core.errors import UsageError
from harness.model.rehearsal import rehearse
from harness.scenario.scenario import Scenario
from tests.model.worlds import publish


def scenario(*steps: dict[str, str], more: dict[str, object] | None = None, **parts: object) -> Scenario:
    world = {"jobs": [publish(2, **parts)], "accept": "300ms", **(more or {})}
    return Scenario.model_validate({"id": "x", "title": "x", "world": world, "journey": steps})


def test_the_submit_reaches_the_model_once_it_is_accepted() -> None:
    events = rehearse(scenario({"at": "2s", "do": "submit", "job": "publish"})).events
    assert (events[0].kind, events[0].at_ms) == ("job.accepted", 2_300)
    assert events[-1].kind == "run.ended"


def test_a_double_click_starts_one_job() -> None:
    events = rehearse(scenario({"at": "2s", "do": "double-click", "job": "publish"})).events
    assert sum(event.kind == "job.accepted" for event in events) == 1


def test_visiting_a_job_does_not_start_it() -> None:
    assert rehearse(scenario({"at": "2s", "do": "visit", "page": "job", "job": "publish"})).events == []


def test_jobs_without_end_are_refused() -> None:
    steps = {"at": "2s", "do": "submit", "job": "publish"}
    with pytest.raises(UsageError, match="x: jobs go on for more than a day"):
        rehearse(scenario(steps, phases={"validate": "20h"}))


def test_what_never_ends_is_told_as_far_as_the_scenario_goes() -> None:
    update = {"id": "update", "kind": "update", "items": 1}
    more: dict[str, object] = {"arrivals": [{"job": update, "every": {"constant": "1m"}}]}
    endless = scenario({"at": "2s", "do": "background"}, more=more)
    with pytest.raises(UsageError, match="or the scenario an end"):
        rehearse(endless)
    told = rehearse(endless.model_copy(update={"until_ms": 200_000})).events
    assert [event.job for event in told if event.kind == "job.accepted"] == [
        "update-1",
        "update-2",
        "update-3",
        "update-4",
    ]


@pytest.mark.parametrize(("answer", "ends"), [("confirm", "cancelled"), ("dismiss", "succeeded")])
def test_a_cancellation_counts_unless_the_person_thinks_better_of_it(answer: str, ends: str) -> None:
    steps = [{"at": "2s", "do": "submit", "job": "publish"}, {"at": "3s", "do": "cancel", "job": "publish"}]
    told = rehearse(scenario(steps[0], {**steps[1], "answer": answer}, phases={"validate": "5s"})).events
    assert told[-1].data["outcome"] == ends


def test_what_is_done_to_a_job_again_and_again_counts_as_often_as_it_makes_sense() -> None:
    steps = [{"at": at, "do": "rerun", "job": "publish"} for at in ("60s", "60s")]
    told = rehearse(scenario({"at": "2s", "do": "submit", "job": "publish"}, *steps)).events
    assert [event.run for event in told if event.kind == "job.accepted"] == [1, 2]


def test_a_submit_that_is_refused_starts_nothing() -> None:
    steps = [{"at": at, "do": "submit", "job": "publish"} for at in ("2s", "20s")]
    told = rehearse(scenario(*steps, more={"refuse": [{"for": "10s", "status": 503}]})).events
    assert [event.at_ms for event in told if event.kind == "job.accepted"] == [20_300]
