"""celery-progress 0.5, unmodified: a page that we did not write, healthy and broken (czue/celery-progress #77, #13)."""

from pathlib import Path

import pytest

from harness.core.verdicts import Verdict
from harness.engine.spec import TrialSpec
from harness.trace.result import TrialResult
from tests.engine.player import Player

pytestmark = pytest.mark.browser

SCENARIOS = Path(__file__).parent / "scenarios"
SILENT = "status-announced"
"""Neither the library nor the page that its README has you write has a live region."""


def judged(scenario: str, player: Player) -> TrialResult:
    result = player.run(TrialSpec(scenario=str(SCENARIOS / f"{scenario}.yaml"), target="celery-progress"))
    assert result.error is None
    return result


@pytest.mark.parametrize(("scenario", "vague"), [("one-502", {"no-vague-phrase"}), ("ten-second-cut", set())])
def test_a_page_that_stops_asking_is_found(scenario: str, vague: set[str], player: Player) -> None:
    result = judged(scenario, player)
    told = {finding.law: finding.sentence for finding in result.findings}
    del told[SILENT]
    assert set(told) == {"transport-error-not-job-failure", "reconnect-catches-up", *vague}
    assert all("Uh-Oh, something went wrong!" in sentence for sentence in told.values())


def test_a_reload_is_no_fault_of_it(player: Player) -> None:
    result = judged("plain-reload", player)
    assert {finding.law for finding in result.findings} == {SILENT}
    passed = {verdict.law for verdict in result.verdicts if verdict.verdict is Verdict.PASSED}
    assert {"reload-restores", "count-true", "no-premature-terminal", "terminal-shown-unprompted"} <= passed


def test_what_cannot_be_judged_says_why(player: Player) -> None:
    result = judged("plain-reload", player)
    assert all(verdict.why for verdict in result.verdicts if verdict.verdict not in {Verdict.PASSED, Verdict.FAILED})


def test_a_cancellation_that_its_back_end_cannot_tell_of_is_none_of_its_faults(player: Player) -> None:
    result = player.run(TrialSpec(scenario="cancelled-and-undone", target="celery-progress"))
    verdicts = {verdict.law: verdict for verdict in result.verdicts}
    assert verdicts["cancelling-shown"].verdict is Verdict.NOT_OBSERVABLE
    assert "no word for a job that is being cancelled" in (verdicts["cancelling-shown"].why or "")
    assert "did not say how many items" in verdicts["cancelled-summary-true"].findings[0].sentence


def test_a_page_that_never_speaks_of_attempts_need_not_name_one(player: Player) -> None:
    result = player.run(TrialSpec(scenario="retries-third-attempt", target="celery-progress"))
    verdicts = {verdict.law: verdict for verdict in result.verdicts}
    named = verdicts["winning-attempt-named"]
    assert (named.verdict, named.why) == (Verdict.NOT_OBSERVABLE, "the page nowhere speaks of attempts")
    assert verdicts["auto-retry-told"].verdict is Verdict.FAILED
