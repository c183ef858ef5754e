"""What a page has to say, over a real trial and its variants."""

import pytest

from harness.engine.prepare import prepare
from harness.engine.spec import TrialSpec
from harness.engine.words import look
from harness.speech.acts import Act, Said
from tests.engine.player import Player

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_reference_page_says_all_that_it_has_to(player: Player) -> None:
    found = player.wait(look(prepare(TrialSpec(scenario="mixed-outcome")), player.keeper))
    assert {duty.owed.act for duty in found.duties} == {Act.STARTED, Act.WORKING, Act.MIXED, Act.FAILED}
    assert {slot.said for duty in found.duties for slot in duty.slots or ()} == {Said.CARRIES}
    assert [check.ok for check in found.checks] == [True] * 6
