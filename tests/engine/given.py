"""Trials that a test makes up."""

from dataclasses import replace

from harness.engine.prepare import Prepared, prepare
from harness.engine.spec import TrialSpec
from harness.network.faults import Fault
from harness.network.schedule import Schedule


def with_faults(*faults: Fault, scenario: str = "mixed-outcome") -> Prepared:
    """That scenario's trial, on a network that misbehaves like this."""
    prepared = prepare(TrialSpec(scenario=scenario))
    network = Schedule(profile=prepared.scenario.network.profile, faults=faults)
    scene = prepared.scenario.model_copy(update={"network": network})
    return replace(prepared, plan=replace(prepared.plan, scenario=scene))
