"""Each defect of the reference page breaks the law that it is meant for, and no other."""

from collections import Counter

import pytest

from harness.engine.prepare import defects
from harness.engine.spec import TrialSpec
from harness.laws import ALL
from harness.scenario import read
from harness.trace.result import TrialResult
from tests.engine.player import Player

pytestmark = pytest.mark.browser

DEFECTS = {one["id"]: one["law"] for one in defects()}
EVERYWHERE, RELOADED = "mixed-outcome", "reload-two-phases"
"""With `--deep` every defect is looked for in these, so that more is seen of whether it breaks another law, too."""
# All laws are armed in these, each where its defects show; `meanwhile prove` hunts every defect in all there are. Those
# that find most in the least time come first.
SCENARIOS = (
    "waits-for-an-import",
    "lost-submit-answer",
    EVERYWHERE,
    "by-screen-reader",
    "retry-failed-by-hand",
    "retries-third-attempt",
    "two-jobs-at-once",
    RELOADED,
    "cancel-confirmed",
    "cancel-by-keyboard",
    "offline-across-end",
    "double-click-slow-network",
    "black-hole",
    "queued-behind-others",
    "counted-first",
    "closed-and-back",
)
ARMS = {name: read.load(read.find(name)).arms for name in SCENARIOS}


def test_every_law_is_armed_somewhere_here() -> None:
    assert {law for arms in ARMS.values() for law in arms} >= {law.id for law in ALL}


def test_every_law_has_two_defects() -> None:
    meant = Counter(DEFECTS.values())
    assert {law.id for law in ALL} == set(meant)
    assert min(meant.values()) >= 2


@pytest.mark.parametrize("defect", sorted(DEFECTS))
def test_a_defect_breaks_its_law_and_no_other(defect: str, player: Player, deep: bool) -> None:
    meant = DEFECTS[defect]
    always = (EVERYWHERE, RELOADED) if deep else ()
    armed = (scenario for scenario in SCENARIOS if meant in ARMS[scenario])
    results: list[TrialResult] = []
    for scenario in dict.fromkeys((*always, *armed, EVERYWHERE, RELOADED)):
        if scenario in always or meant not in broken(results):
            results.append(player.run(TrialSpec(scenario=scenario, defect=defect)))
    assert [result.error for result in results if result.error] == []
    assert broken(results) == {meant}


def broken(results: list[TrialResult]) -> set[str]:
    """The laws that any of these trials broke."""
    return {finding.law for result in results for finding in result.findings}
