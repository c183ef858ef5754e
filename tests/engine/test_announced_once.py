"""The reference page says aloud what happened once, however often it draws itself again."""

import pytest

from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once
from harness.engine.spec import TrialSpec
from tests.engine.player import Player

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scenario", ["mixed-outcome", "maintenance-pause", "seller-publish"])
def test_no_news_is_told_twice(scenario: str, player: Player) -> None:
    trial = player.wait(drive_once(prepare(TrialSpec(scenario=scenario)), player.keeper))
    said = [one.text for one in trial.announcements]
    assert len(said) >= 3
    assert len(said) == len(set(said)), said
