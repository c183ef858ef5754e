"""Nothing but what a person perceives counts: other class names, ids and data-* attributes change no verdict."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.core.resources import built
from harness.core.verdicts import Verdict
from harness.engine.prepare import Prepared, prepare
from harness.engine.run_trial import drive_once, judge_trial
from harness.engine.spec import TrialSpec
from tests.engine.player import Player
from tests.engine.renaming import rename_folder

pytestmark = pytest.mark.browser

SCENARIOS = ("mixed-outcome", "black-hole", "reload-two-phases", "queued-behind-others")


def judged(prepared: Prepared, player: Player) -> dict[str, Verdict]:
    trial = player.wait(drive_once(prepared, player.keeper))
    return {verdict.law: verdict.verdict for verdict in judge_trial(prepared, trial)}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_renaming_changes_no_verdict(scenario: str, tmp_path: Path, player: Player) -> None:
    assert rename_folder(built("reference_ui/clean"), tmp_path) > 40
    plain = prepare(TrialSpec(scenario=scenario))
    renamed = replace(plain, plan=replace(prepare(plain.spec).plan, target=plain.target.overlaid(tmp_path)))
    assert judged(plain, player) == judged(renamed, player)
