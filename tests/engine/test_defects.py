"""Each defect of the reference page breaks the law that it is meant for, and no other."""

from collections import Counter

import pytest

from harness.engine.prepare import defects
from harness.engine.spec import TrialSpec
from harness.laws import ALL
from harness.scenario import read
from harness.scenario.journey import CHANGES
from tests.engine.player import Player

pytestmark = pytest.mark.browser

DEFECTS = {one["id"]: one["law"] for one in defects()}
# All laws are armed in these; what else the worlds can do makes a trial longer, and no defect more visible.
SCENARIOS = (
    "double-click-slow-network",
    "two-jobs-at-once",
    "ends-before-subscribe",
    "lost-submit-answer",
    "black-hole",
    "offline-across-end",
    "bad-gateway",
    "slow-but-healthy",
    "mixed-outcome",
    "queued-behind-others",
    "closed-and-back",
    "reload-two-phases",
    "retries-third-attempt",
    "seller-publish",
    "cancel-confirmed",
    "retry-failed-by-hand",
)


def test_every_law_is_armed_somewhere_here() -> None:
    assert {law for name in SCENARIOS for law in read.load(read.find(name)).arms} == {law.id for law in ALL}


def test_every_law_has_two_defects() -> None:
    meant = Counter(DEFECTS.values())
    assert {law.id for law in ALL} == set(meant)
    assert min(meant.values()) >= 2


def played(defect: str) -> list[str]:
    """Where the defect is looked for. A journey that presses a job's control breaks off where a flaw keeps the control
    from the person: it is for the laws that it arms.
    """
    scenarios = [read.load(read.find(name)) for name in SCENARIOS]
    by_hand = [one for one in scenarios if any(step.do in CHANGES for step in one.journey)]
    return [one.id for one in scenarios if one not in by_hand or DEFECTS[defect] in one.arms]


@pytest.mark.parametrize("defect", sorted(DEFECTS))
def test_a_defect_breaks_its_law_and_no_other(defect: str, player: Player) -> None:
    results = [player.run(TrialSpec(scenario=scenario, defect=defect)) for scenario in played(defect)]
    assert [result.error for result in results if result.error] == []
    broken = {(result.scenario, finding.law) for result in results for finding in result.findings}
    assert {law for _, law in broken} == {DEFECTS[defect]}, sorted(broken)
