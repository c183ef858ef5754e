"""A page that cannot be had is not the product's fault: only what it shows once it is there again is judged."""

from pathlib import Path

import pytest

from harness.core.verdicts import Verdict
from harness.engine.spec import TrialSpec
from tests.engine.player import Player

pytestmark = pytest.mark.browser
SCENARIO = str(Path(__file__).parent / "scenarios" / "offline-reload.yaml")


def test_nothing_is_blamed_on_a_page_that_cannot_be_had(player: Player) -> None:
    result = player.run(TrialSpec(scenario=SCENARIO))
    assert result.error is None
    assert [one.sentence for one in result.findings] == []


def test_what_a_page_forgets_is_found_once_it_is_back(player: Player) -> None:
    result = player.run(TrialSpec(scenario=SCENARIO, defect="state-only-in-memory"))
    found = {verdict.law: verdict.verdict for verdict in result.verdicts}
    assert found["reload-restores"] is Verdict.FAILED
    assert {one.at_ms >= 90_000 for one in result.findings} == {True}
