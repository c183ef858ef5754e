"""The parts of a job fit together, or one sentence says what does not."""

from typing import Any

import pytest

from harness.scenario.job_checks import elsewhere_problems, job_problems, phase_ids
from harness.scenario.world import Job, World

JOB: dict[str, Any] = {"id": "a", "kind": "publish", "items": 10}
PIPELINE = [{"id": "read"}, {"id": "texts", "needs": ["read"]}, {"id": "pictures", "needs": ["read"]}]
NONE_LEFT = '"3" failing attempts leave none to win with, for retry allows 3 in all'
WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "phase": ({"phases": {"scan": "1s"}}, 'phases/scan: "scan" is no phase of publish; phases are validate, publish'),
    "both": (
        {"phases": {"read": "1s"}, "pipeline": [{"id": "read"}]},
        "phases: says nothing beside a pipeline; write each: at the phases of the pipeline",
    ),
    "twice": (
        {"pipeline": [{"id": "read"}, {"id": "read"}]},
        'pipeline/1/id: "read" is the id of two phases; give one of them another',
    ),
    "below": (
        {"pipeline": [{"id": "read", "needs": ["texts"]}, {"id": "texts", "needs": ["read"]}]},
        'pipeline/0/needs: "texts" is no phase above this one; nothing is above it; leave needs: out',
    ),
    "loose": (
        {"pipeline": [*PIPELINE, {"id": "publish", "needs": ["texts"]}]},
        'pipeline/2/id: no phase waits for "pictures"; write it under needs: of "publish"',
    ),
    "skip": (
        {"pipeline": [{"id": "read"}, {"id": "publish", "skip": True}]},
        "pipeline/1/skip: items end in the last phase; leave skip: out",
    ),
    "counted": (
        {"counted": True, "pipeline": [{"id": "read"}, {"id": "b", "needs": []}, {"id": "c", "needs": ["read", "b"]}]},
        'pipeline/1/needs: "b" begins while "read" still counts; write needs: [read]',
    ),
    "flaky": (
        {"flaky": {"items": 1, "attempts": 3}},
        f"flaky/attempts: {NONE_LEFT}; write fewer, or more under world: retry: attempts",
    ),
    "grows": (
        {"grows": [{"by": 5, "after": 16}, {"by": 5, "after": 10}]},
        'grows/0/after: "16" items never end, for 15 are known by then; write 15 or less',
    ),
    "spawns": ({"spawns": [{"job": "c"}]}, 'spawns/0/job: "c" is no other job of this world; others are b'),
    "spawns itself": ({"spawns": [{"job": "a"}]}, 'spawns/0/job: "a" is no other job of this world; others are b'),
    "spawns a started one": (
        {"spawns": [{"job": "b"}]},
        'spawns/0/job: "b" is started by the world already; take its start: away',
    ),
    "forbidden": (
        {"cancellation": {"forbidden_from": "scan"}},
        'cancellation/forbidden_from: "scan" is no phase of this job; phases are validate, publish',
    ),
}


def problems(**more: Any) -> list[str]:
    job = Job.model_validate({**JOB, **more})
    world = World.model_validate({"jobs": [job, {"id": "b", "kind": "import", "items": 1, "start": {"at": "0s"}}]})
    return [f"{'/'.join(map(str, place))}: {said}" for place, said in job_problems(world, job, ())]


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_fit_is_told_in_one_sentence(case: str) -> None:
    more, said = WRONG[case]
    assert problems(**more) == [said]


def test_what_fits_is_told_nothing_of() -> None:
    pipeline = [*PIPELINE, {"id": "publish", "needs": ["texts", "pictures"]}]
    cancellation = {"forbidden_from": "publish"}
    assert problems(pipeline=pipeline, cancellation=cancellation, grows=[{"by": 5, "after": 10}]) == []
    assert phase_ids(Job.model_validate({**JOB, "pipeline": pipeline})) == ("read", "texts", "pictures", "publish")


def test_what_somebody_else_does_is_done_to_a_job_of_this_world() -> None:
    told = {"jobs": [JOB], "elsewhere": [{"at": "1s", "do": "cancel", "job": job} for job in ("a", "c")]}
    assert list(elsewhere_problems(World.model_validate(told))) == [
        (("world", "elsewhere", 1, "job"), '"c" is no job of this world; jobs are a')
    ]
