"""Queues, pools and waiting jobs fit together, or one sentence says what does not."""

from typing import Any

import pytest

from harness.scenario.job_checks import Place
from harness.scenario.queue_checks import queue_problems, waiting_problems
from harness.scenario.world import Job, World

SLOW = {"queues": [{"id": "default"}, {"id": "slow"}]}


def pool(*schedule: dict[str, Any], **parts: Any) -> dict[str, Any]:
    return {"pools": [{"id": "team", "workers": 2, "schedule": list(schedule), **parts}]}


def at(seconds: int, do: str, **parts: Any) -> dict[str, Any]:
    return {"at": f"{seconds}s", "do": do, **parts}


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "unknown queue": (pool(queues=["default", "slwo"]), 'pools/0/queues/1: "slwo" is no queue; queues are default'),
    "unserved": (SLOW | pool(), 'queues/1: no pool serves "slow"; write it under queues: of a pool'),
    "queue twice": (
        {"queues": [{"id": "default"}, {"id": "default"}]},
        'queues/1/id: "default" is the id of two queues; give one of them another',
    ),
    "pool twice": (
        {"pools": [{"id": "a"}, {"id": "a"}]},
        'pools/1/id: "a" is the id of two pools; give one of them another',
    ),
    "too many lost": (
        pool(at(1, "lose"), at(2, "crash", workers=2)),
        (
            'pools/0/schedule/1/workers: "2" workers cannot go, for the pool has 1 by then; '
            "write fewer, or add some before"
        ),
    ),
    "order": (
        pool(at(2, "add"), at(1, "add")),
        'pools/0/schedule/1/at: "1s" is before the event above it, at 2s; write the events in the order of time',
    ),
    "paused twice": (
        pool(at(1, "pause"), at(2, "pause")),
        "pools/0/schedule/1/do: the pool is paused by then; leave this out",
    ),
    "not paused": (
        pool(at(1, "pause"), at(2, "resume"), at(3, "resume")),
        "pools/0/schedule/2/do: the pool is at work by then; leave this out",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_problem_is_one_sentence_at_its_place(name: str) -> None:
    told, said = WRONG[name]
    found = [f"{'/'.join(map(str, place[1:]))}: {text}" for place, text in queue_problems(World.model_validate(told))]
    assert found == [said]


def test_what_fits_together_is_no_problem() -> None:
    schedule = (at(1, "lose"), at(1, "crash"), at(2, "pause"), at(3, "add"), at(4, "resume"), at(5, "lose"))
    assert list(queue_problems(World.model_validate(SLOW | pool(*schedule, queues=["default", "slow"])))) == []
    assert list(queue_problems(World.model_validate(SLOW))) == []


def waiting(**after: Any) -> list[str]:
    parts = {id: {"id": id, "kind": "sync", "items": 1, **told} for id, told in after.items()}
    jobs: dict[Place, Job] = {(id,): Job.model_validate(told) for id, told in parts.items()}
    return [f"{'/'.join(map(str, place))}: {text}" for place, text in waiting_problems(jobs, World())]


def test_a_job_waits_for_jobs_that_there_are_and_never_for_itself() -> None:
    assert waiting(a={}, b={"after": ["a"]}, c={"after": ["a", "b"]}) == []
    assert waiting(a={"after": ["z"]}) == ['a/after/0: "z" is no job here; jobs are a']
    assert waiting(a={"after": ["b"]}, b={"after": ["a"]}, c={"after": ["b"]}) == [
        'a/after/0: "a" would wait for itself through "b"; leave one of them out of after:',
        'b/after/0: "b" would wait for itself through "a"; leave one of them out of after:',
    ]
    assert waiting(a={"queue": "slow"}) == ['a/queue: "slow" is no queue; queues are default']
