"""What the reference page shows of a refused start: that nothing was started, why, and that one may try again."""

from pathlib import Path

import pytest

from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once, judge_trial
from harness.engine.spec import TrialSpec
from harness.facts.case import Case
from harness.trace.trial import Trial
from harness.wire import problems
from harness.wire.reference.refusals import PROBLEMS
from tests.engine.player import Player

pytestmark = pytest.mark.browser

SCENARIO = """\
id: refused
title: A start is refused, and taken later
seed: 5
world:
  refuse: [{{at: 0s, for: 20s, status: {status}{more}}}]
  jobs: [{{id: publish, kind: publish, items: 5}}]
journey:
  - {{at: 1s, do: submit, job: publish}}
  - {{at: 25s, do: submit, job: publish}}
"""


def trial(status: int, player: Player, folder: Path, more: str = "") -> tuple[Trial, list[str]]:
    """The trial, and the sentences of the findings in it."""
    path = folder / "refused.yaml"
    path.write_text(SCENARIO.format(status=status, more=more), encoding="utf-8")
    prepared = prepare(TrialSpec(scenario=str(path)))
    made = player.wait(drive_once(prepared, player.keeper))
    return made, [finding.sentence for verdict in judge_trial(prepared, made) for finding in verdict.findings]


def shown(made: Trial) -> str:
    """Every text that stood on the page at any moment."""
    return " ".join(str(change.set_) for change in made.screens)


@pytest.mark.parametrize("status", PROBLEMS)
def test_a_refused_start_is_told_and_may_be_tried_again(status: int, player: Player, tmp_path: Path) -> None:
    made, sentences = trial(status, player, tmp_path)
    problem = PROBLEMS[status]
    words = f"“Publish 5 items” was refused, so nothing was started. {problem.title}. {problem.remedy}"
    assert words in shown(made)
    assert [request.status for request in made.requests if request.method == "POST"] == [status, 202]
    assert [key.job for key in Case(made).truth.runs()] == ["publish"]
    assert not any(canary in shown(made) for canary in problems.canaries())
    assert sentences == []


def test_the_moment_from_which_to_try_again_is_told(player: Player, tmp_path: Path) -> None:
    made, sentences = trial(429, player, tmp_path, more=", retry_after: 15s")
    assert f"so nothing was started. {PROBLEMS[429].title}. You can try again at 09:00:16." in shown(made)
    assert sentences == []
