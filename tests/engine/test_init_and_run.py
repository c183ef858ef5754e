"""From a page that was watched to a page that is judged, without a line written by hand."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from harness.cli.init import init
from harness.core.verdicts import Verdict
from harness.engine.spec import TrialSpec
from harness.targets.load import load
from harness.trace.result import TrialResult
from tests.engine.player import Player
from tests.proposal.record import HARS, HERE, world
from tests.proposal.server import served

pytestmark = pytest.mark.browser

SCENARIO = """id: healthy
title: Some items fail, and nothing else is wrong
world:
  jobs: [{id: publish, kind: publish, items: 14, outcomes: {failed: {missing-id: 2}, skipped: {unchanged: 3}}}]
network: {profile: cable}
journey:
  - {at: 1s, do: submit, job: publish}
"""


def judged(page: str, folder: Path, player: Player) -> TrialResult:
    """The page as ``init`` proposes it, run: its files come from a real server, and its back end is played."""
    (folder / "healthy.yaml").write_text(SCENARIO, encoding="utf-8")
    with served(load(page), world("publish")) as (url, _):
        here = url.removeprefix("http://").removesuffix("/")
        har = (HARS / f"{page}.har").read_text(encoding="utf-8").replace(HERE, here)
        (folder / "page.har").write_text(har, encoding="utf-8")
        words = [url, "--har", str(folder / "page.har"), "--out", str(folder / "target.yaml")]
        assert CliRunner().invoke(init, words).exit_code == 0
        return player.run(TrialSpec(scenario=str(folder / "healthy.yaml"), target=str(folder / "target.yaml")))


@pytest.mark.parametrize("page", ["example-events", "plain-polling", "celery-progress"])
def test_what_is_proposed_is_judged_as_what_was_written_by_hand(page: str, tmp_path: Path, player: Player) -> None:
    result = judged(page, tmp_path, player)
    by_hand = player.run(TrialSpec(scenario=str(tmp_path / "healthy.yaml"), target=page))
    assert (result.error, by_hand.error) == (None, None)
    declared = set(load(page).told.unobservable)  # what only a person can say of a page
    assert {finding.law for finding in result.findings} - declared == {finding.law for finding in by_hand.findings}
    passed = {verdict.law for verdict in result.verdicts if verdict.verdict is Verdict.PASSED}
    assert {"job-acknowledged", "count-true", "no-premature-terminal", "terminal-shown-unprompted"} <= passed
    assert result.passed_through == 0 or page == "plain-polling"
