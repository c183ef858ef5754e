"""Hunts and clean trials side by side, in real processes and browsers."""

import asyncio

import pytest

from harness.engine.spec import TrialSpec
from harness.fleet.hunt import Hunt, Quarry, shipped
from harness.fleet.prove import FIRST_SEED, Proof, clean_trials, prove
from harness.trace.result import TrialResult


def test_the_clean_page_is_judged_in_every_scenario_and_then_with_other_seeds() -> None:
    every = len(shipped())
    trials = clean_trials(every + 2)
    assert [one.seed for one in trials[:every]] == [None] * every
    assert [one.seed for one in trials[every:]] == [FIRST_SEED + n for n in range(every + 2)]
    assert trials[every].scenario == trials[-2].scenario
    assert {one.defect for one in trials} == {None}


@pytest.mark.browser
def test_a_defect_is_caught_one_that_is_none_is_not_and_the_clean_page_is_left_alone() -> None:
    flaw = Quarry(defect="status-successful-is-success", law="partial-named-partial", scenarios=("mixed-outcome",))
    wrong = Quarry(defect="status-successful-is-success", law="submit-once", scenarios=("mixed-outcome",))

    async def all_of() -> list[Proof]:
        return [one async for one in prove([flaw, wrong], [TrialSpec(scenario="mixed-outcome")], 2)]

    proofs = asyncio.run(all_of())
    hunts = {one.quarry.law: one for one in proofs if isinstance(one, Hunt)}
    assert hunts["partial-named-partial"].scenario == "mixed-outcome"
    assert (hunts["submit-once"].scenario, hunts["submit-once"].others) == (None, ("partial-named-partial",))
    assert [one.findings for one in proofs if isinstance(one, TrialResult)] == [()]
