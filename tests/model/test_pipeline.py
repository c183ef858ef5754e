"""Phases come from the kind or from the job's own pipeline, and each waits for what it needs."""

from harness.model.pipeline import phases_of, ready
from harness.scenario.world import Job
from tests.model.worlds import publish

FAN = [{"id": "read"}, {"id": "pictures", "needs": ["read"]}, {"id": "texts", "needs": ["read"]}]
FAN_OUT = [*FAN, {"id": "publish", "needs": ["pictures", "texts"], "each": "2s"}]


def test_a_scenario_may_set_the_time_of_a_phase() -> None:
    job = Job.model_validate(publish(phases={"validate": "7ms"}))
    assert [phase.each_ms for phase in phases_of(job)] == [7, 3_000]


def test_a_phase_waits_for_the_one_above_unless_it_says_what_for() -> None:
    told = phases_of(Job.model_validate(publish(pipeline=[{"id": "read-all"}, {"id": "b"}, {"id": "c", "needs": []}])))
    assert [(phase.title, phase.needs) for phase in told] == [("Read all", ()), ("B", ("read-all",)), ("C", ())]


def test_two_that_need_the_same_are_ready_together() -> None:
    phases = phases_of(Job.model_validate(publish(pipeline=FAN_OUT)))
    assert [phase.id for phase in ready(phases, set())] == ["read"]
    assert [phase.id for phase in ready(phases[1:], {"read"})] == ["pictures", "texts"]
    assert [phase.id for phase in ready(phases[3:], {"read", "texts"})] == []
