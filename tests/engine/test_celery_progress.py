"""celery-progress 0.5, unmodified: a page that we did not write, healthy and broken (czue/celery-progress #77, #13)."""

from pathlib import Path

import pytest

from harness.core.verdicts import Verdict
from harness.engine.spec import TrialSpec
from harness.trace.result import TrialResult
from tests.engine.player import Player

pytestmark = pytest.mark.browser

SCENARIOS = Path(__file__).parent / "scenarios"


def judged(scenario: str, player: Player) -> TrialResult:
    result = player.run(TrialSpec(scenario=str(SCENARIOS / f"{scenario}.yaml"), target="celery-progress"))
    assert result.error is None
    return result


@pytest.mark.parametrize("scenario", ["one-502", "ten-second-cut"])
def test_a_page_that_stops_asking_is_found(scenario: str, player: Player) -> None:
    result = judged(scenario, player)
    told = {finding.law: finding.sentence for finding in result.findings}
    assert set(told) == {"transport-error-not-job-failure", "reconnect-catches-up"}
    assert all("Uh-Oh, something went wrong!" in sentence for sentence in told.values())


def test_a_reload_is_no_fault_of_it(player: Player) -> None:
    result = judged("plain-reload", player)
    assert result.findings == ()
    passed = {verdict.law for verdict in result.verdicts if verdict.verdict is Verdict.PASSED}
    assert {"reload-restores", "count-true", "no-premature-terminal", "terminal-shown-unprompted"} <= passed


def test_what_cannot_be_judged_says_why(player: Player) -> None:
    result = judged("plain-reload", player)
    assert all(verdict.why for verdict in result.verdicts if verdict.verdict not in {Verdict.PASSED, Verdict.FAILED})
