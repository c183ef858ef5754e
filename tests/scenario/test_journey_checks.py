"""The steps of a journey fit together, or one sentence says what does not."""

from typing import Any

from harness.scenario.journey_checks import journey_problems
from harness.scenario.scenario import Scenario

JOB = {"id": "publish", "kind": "publish", "items": 4}
SUBMIT = {"at": "1s", "do": "submit", "job": "publish"}
CANCEL = {"at": "2s", "do": "cancel", "job": "publish"}
STARTED = {"jobs": [{**JOB, "start": {"at": "0s"}}]}


def said(*steps: dict[str, Any], world: dict[str, Any] | None = None) -> list[str]:
    told = {"id": "x", "title": "x", "world": world or {"jobs": [JOB]}, "journey": steps}
    found = journey_problems(Scenario.model_validate(told))
    return ["/".join(map(str, place)) + ": " + sentence for place, sentence in found]


def test_steps_that_fit_together_are_no_problem() -> None:
    assert said(SUBMIT, CANCEL, {**CANCEL, "answer": "dismiss"}) == []


def test_steps_stand_in_the_order_of_time_and_may_be_at_one_moment() -> None:
    assert said(SUBMIT, SUBMIT) == []
    assert said({**SUBMIT, "at": "3s"}, CANCEL) == [
        'journey/1/at: "2s" is before the step above it, at 3s; write the steps in the order of time'
    ]
    assert said() == ["journey: is empty; write at least one step"]


def test_a_job_of_the_world_may_be_visited_and_cancelled_but_not_submitted() -> None:
    visit = {"at": "2s", "do": "visit", "page": "job", "job": "publish"}
    assert said(visit, CANCEL, world=STARTED) == []
    assert said(SUBMIT, world=STARTED) == [
        'journey/0/job: "publish" is started by the world; take its start: away, or name a job that has none'
    ]


def test_what_nobody_has_started_cannot_be_cancelled() -> None:
    sentence = 'nobody has started "publish" by then; write a step above it that does, or give the job a start:'
    assert said({**CANCEL, "at": "0s"}, SUBMIT) == [f"journey/0/job: {sentence}"]


def test_a_job_that_another_one_starts_needs_no_step() -> None:
    spawning = {**JOB, "id": "first", "spawns": [{"job": "publish"}]}
    start = {**SUBMIT, "job": "first"}
    assert said(start, CANCEL, world={"jobs": [spawning, JOB]}) == []


def test_a_job_is_one_of_the_world() -> None:
    assert said({**CANCEL, "job": "import"}) == ['journey/0/job: "import" is no job of this world; jobs are publish']


def tabs(*steps: dict[str, Any]) -> list[str]:
    return said(*({"at": "1s", **step} for step in steps))


def test_a_step_is_done_in_a_tab_that_is_open_by_then() -> None:
    opened, closed = {"do": "open-tab"}, {"do": "close-tab"}
    third = {"do": "reload", "tab": 3}
    assert tabs(opened, {"do": "open-window"}, third, {**closed, "tab": 1}, {"do": "switch-to", "tab": 2}) == []
    assert tabs(opened, third) == ['journey/1/tab: "3" is no tab that is open by then; open are 1, 2']
    assert tabs(opened, closed, {"do": "reload", "tab": 2}) == [
        'journey/2/tab: "2" is no tab that is open by then; open are 1'
    ]
    assert tabs(opened, {"do": "switch-to", "tab": 1}, closed, {"do": "reload", "tab": 1}) == [
        'journey/3/tab: "1" is no tab that is open by then; open are 2'
    ]


def test_where_all_tabs_are_closed_one_has_to_be_opened() -> None:
    assert tabs({"do": "close-tab"}, {"do": "open-tab"}, {"do": "reload", "tab": 2}) == []
    assert tabs({"do": "close-tab"}, {"do": "open-window"}, {"do": "reload"}) == []
    assert tabs({"do": "close-tab"}, {"do": "reload"}) == [
        'journey/1/do: "reload" needs a tab, and the steps above have closed it; write do: open-tab before it'
    ]
    assert tabs({"do": "close-tab"}, {"do": "reload", "tab": 1}) == [
        'journey/1/tab: "1" is no tab that is open by then; none is open; write do: open-tab above it'
    ]
