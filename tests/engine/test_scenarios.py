"""On the clean reference page every scenario passes, and every law that a scenario exists for passes in it, over its
own transport; with `--deep` over each where the network is what it is about. `make soak` plays all of them over each.
"""

from collections import Counter

import pytest

from harness.core.verdicts import Verdict
from harness.engine.spec import REAL, TrialSpec
from harness.laws import ALL
from harness.scenario import read
from harness.scenario.scenario import Transport
from tests.engine.player import Player

pytestmark = pytest.mark.browser

FAMILIES = {path.stem: path.parent.name for path in read.paths()}
OVER_EACH = ("restoration", "network")


@pytest.mark.parametrize("scenario", FAMILIES)
def test_the_clean_page_passes_and_what_is_armed_is_judged(scenario: str, player: Player, deep: bool) -> None:
    each = deep and FAMILIES[scenario] in OVER_EACH
    for transport in Transport if each else (None,):
        result = player.run(TrialSpec(scenario=scenario, transport=transport))
        assert result.error is None
        assert [finding.sentence for finding in result.findings] == []
        assert result.unmet == ()
        assert result.exit == 0


@pytest.mark.proxy
@pytest.mark.slow
@pytest.mark.parametrize("scenario", ["offline-across-end", "reload-on-hotel-wifi", "reload-two-phases"])
def test_over_a_socket_in_real_time_nothing_is_found_either(scenario: str, player: Player) -> None:
    result = player.run(TrialSpec(scenario=scenario, transport=Transport.WEBSOCKET, time=REAL, speed=20))
    assert result.error is None
    assert [finding.sentence for finding in result.findings] == []
    assert len([one for one in result.verdicts if one.verdict is Verdict.PASSED]) >= 10


def test_every_law_is_armed_by_three_scenarios() -> None:
    armed = Counter(law for path in read.paths() for law in read.load(path).arms)
    assert {law.id for law in ALL} == set(armed)
    assert [law for law, times in armed.items() if times < 3] == []


def test_a_wire_that_lies_breaks_count_true_and_nothing_else(player: Player) -> None:
    result = player.run(TrialSpec(scenario="seller-publish", target="reference-lying"))
    assert {finding.law for finding in result.findings} == {"count-true"}
