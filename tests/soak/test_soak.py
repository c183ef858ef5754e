"""With other seeds, over each transport, nothing fails on the clean reference page, and every armed law passes."""

from collections.abc import Iterator

import pytest

from harness.engine.spec import TrialSpec
from harness.scenario import read
from harness.scenario.scenario import Transport
from tests.engine.player import Player

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCENARIOS = [path.stem for path in read.paths()]
FIRST_SEED = 1_000


@pytest.fixture(scope="session")
def player() -> Iterator[Player]:
    player = Player()
    yield player
    player.close()


def test_a_clean_trial_with_another_seed_passes(soaked: int, player: Player) -> None:
    rounds, number = divmod(soaked, len(SCENARIOS))
    transport = tuple(Transport)[rounds % len(Transport)]
    result = player.run(TrialSpec(scenario=SCENARIOS[number], seed=FIRST_SEED + soaked, transport=transport))
    assert result.error is None
    assert [finding.sentence for finding in result.findings] == []
    assert result.unmet == ()
