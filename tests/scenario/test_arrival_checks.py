"""Arrivals and the past have a beginning and an end, or one sentence says what is missing."""

from typing import Any

import pytest

from harness.scenario.arrival_checks import start_problems
from harness.scenario.world import World

SYNC: dict[str, Any] = {"id": "sync", "kind": "sync", "items": 1}
EVERY = {"every": {"constant": "1m"}}
DAILY = {"job": SYNC, **EVERY, "most": 3}
STARTED = {**SYNC, "start": {"at": "2h"}}
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "endless": (
        {"arrivals": [{"job": SYNC, **EVERY}]},
        "arrivals/0: has no end; write until: or most: here, or until: for the whole scenario",
    ),
    "twice": (
        {"arrivals": [DAILY, DAILY]},
        'arrivals/1/job/id: "sync" arrives twice here; give one of them another id',
    ),
    "start": (
        {"arrivals": [{**DAILY, "job": STARTED}]},
        "arrivals/0/job/start: says nothing here, for the job starts when it arrives; leave start: out",
    ),
    "phase": (
        {"arrivals": [{**DAILY, "job": {**SYNC, "phases": {"map": "1s"}}}]},
        'arrivals/0/job/phases/map: "map" is no phase of sync; phases are fetch, validate, sync',
    ),
    "queue": (
        {"arrivals": [{**DAILY, "job": {**SYNC, "queue": "slow"}}]},
        'arrivals/0/job/queue: "slow" is no queue; queues are default',
    ),
    "never": (
        {"past": {"jobs": [SYNC]}},
        "past/jobs/0: never starts; write start: and at: with the time since the past began",
    ),
    "late": (
        {"past": {"hours": 2, "jobs": [STARTED]}},
        (
            'past/jobs/0/start/at: "2h" is after the past of 2h is over; '
            "write less, or the job among the jobs of the world"
        ),
    ),
    "late arrivals": (
        {"past": {"hours": 2, "arrivals": [{**DAILY, "from": "3h"}]}},
        'past/arrivals/0/from: "3h" is after the past of 2h is over; write less',
    ),
    "one id": (
        {"jobs": [SYNC], "past": {"jobs": [STARTED]}},
        'past/jobs/0/id: "sync" is the id of two jobs; give one of them another',
    ),
}


def found(told: dict[str, Any], *, ends: bool = False) -> list[str]:
    problems = start_problems(World.model_validate(told), ends=ends)
    return [f"{'/'.join(map(str, place[1:]))}: {text}" for place, text in problems]


@pytest.mark.parametrize("name", WRONG)
def test_each_problem_is_one_sentence_at_its_place(name: str) -> None:
    told, said = WRONG[name]
    assert found(told) == [said]


def test_what_fits_together_is_no_problem() -> None:
    past = {"hours": 3, "jobs": [{**STARTED, "id": "once"}], "arrivals": [{"job": SYNC, **EVERY}]}
    assert found({"past": past, "arrivals": [DAILY]}) == []
    assert found(WRONG["endless"][0], ends=True) == []
