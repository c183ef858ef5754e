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


def test_a_page_that_keeps_its_remedies_back_is_found(player: Player) -> None:
    spec = TrialSpec(scenario="mixed-outcome", defect="keeps-remedy-back")
    found = player.wait(look(prepare(spec), player.keeper))
    assert {slot.name for duty in found.duties for slot in duty.slots or () if slot.said is not Said.CARRIES} == {
        "remedy"
    }
