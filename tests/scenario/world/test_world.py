import pytest
from pydantic import ValidationError

from harness.core import causes
from harness.scenario.types import Part
from harness.scenario.world import JobKind, World
from harness.scenario.world.latency import Lognormal


def test_what_a_world_leaves_out_has_a_default() -> None:
    world = World.model_validate({"third_party": {"marketplace": {}}})
    marketplace = world.third_party["marketplace"]
    assert (world.workers, world.accept_ms, world.jobs) == (2, 400, ())
    assert isinstance(marketplace.latency, Lognormal)
    assert (marketplace.latency.p50_ms, marketplace.latency.p99_ms, marketplace.latency.cap_ms) == (
        3_000,
        8_000,
        30_000,
    )
    assert (marketplace.timeout_ms, marketplace.failures) == (10_000, 0)
    assert (world.retry.attempts, world.retry.backoff_ms, world.retry.factor) == (3, 10_000, 2)


def test_a_job_is_found_by_its_id() -> None:
    world = World.model_validate({"jobs": [{"id": "a", "kind": "import", "items": 1}]})
    job = world.job("a")
    assert job is not None
    assert (job.kind, world.job("b")) == (JobKind.IMPORT, None)


def test_a_person_starts_what_nobody_else_does() -> None:
    jobs = [
        {"id": "a", "kind": "import", "items": 1, "spawns": [{"job": "b"}]},
        {"id": "b", "kind": "update", "items": 1},
        {"id": "c", "kind": "sync", "items": 1, "start": {"at": "1s"}},
    ]
    assert [job.id for job in World.model_validate({"jobs": jobs}).by_person] == ["a"]


def test_every_cause_of_failure_can_be_named() -> None:
    failed = dict.fromkeys(causes.failure_ids(), 1)
    job = {"id": "a", "kind": "import", "items": len(failed), "outcomes": {"failed": failed}}
    told = World.model_validate({"jobs": [job]}).jobs[0]
    assert told.outcomes is not None
    assert told.outcomes.total == len(causes.failure_ids())


def test_a_part_cannot_be_changed() -> None:
    world = World.model_validate({})
    with pytest.raises(ValidationError, match="frozen"):
        world.__setattr__("workers", 3)
    assert all(cls.model_config["extra"] == "forbid" for cls in Part.__subclasses__())
