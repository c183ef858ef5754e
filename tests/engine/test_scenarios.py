"""On the clean reference page every scenario passes, and every law that a scenario exists for passes in it."""

import pytest

from harness.engine.spec import TrialSpec
from harness.laws import ALL
from harness.scenario import read
from tests.engine.player import Player

pytestmark = pytest.mark.browser

SCENARIOS = [path.stem for path in read.paths()]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_clean_page_passes_and_what_is_armed_is_judged(scenario: str, player: Player) -> None:
    result = player.run(TrialSpec(scenario=scenario))
    assert result.error is None
    assert [finding.sentence for finding in result.findings] == []
    assert result.unmet == ()
    assert result.exit == 0


def test_every_law_is_armed_by_two_scenarios() -> None:
    armed = [law for path in read.paths() for law in read.load(path).arms]
    assert {law.id for law in ALL} == set(armed)
    assert all(armed.count(law.id) >= 2 for law in ALL)


def test_a_wire_that_lies_breaks_count_true_and_nothing_else(player: Player) -> None:
    result = player.run(TrialSpec(scenario="seller-publish", target="reference-lying"))
    assert {finding.law for finding in result.findings} == {"count-true"}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_clean_page_passes_over_polling_too(scenario: str, player: Player) -> None:
    result = player.run(TrialSpec(scenario=scenario, transport="poll"))
    assert result.error is None
    assert [finding.sentence for finding in result.findings] == []
    assert result.unmet == ()
