"""A scenario and a defect in both worlds, for real."""

import asyncio

import pytest

from harness.fleet.agree import Errand, agree, clean, flawed, last_tried
from harness.fleet.agreement import Outcome, Pair
from harness.fleet.hunt import quarry, shipped
from tests.fleet.test_agreement import FAILED, PASSED, UNSEEN, pair

pytestmark = [pytest.mark.browser, pytest.mark.proxy, pytest.mark.slow]

# Jobs of a minute at most, over a good network and one that loses an answer; `make agree` runs all there are.
SHORT = ("mixed-outcome", "lost-submit-answer", "closed-and-back")
DEFECTS = {"fresh-key-per-press": "submit-once"}


def errands() -> list[Errand]:
    scenarios = shipped()
    hunted = [flawed(quarry(defect, law, scenarios), 20) for defect, law in DEFECTS.items()]
    return [*(clean(name, 20) for name in SHORT), *hunted]


def agreed(errand: Errand) -> Pair:
    async def ask() -> Pair:
        [pair] = [pair async for pair in agree([errand], 1)]
        return pair

    return asyncio.run(ask())


@pytest.mark.parametrize("errand", errands(), ids=lambda errand: errand.defect or errand.scenarios[0])
def test_both_worlds_give_the_same_verdicts(errand: Errand) -> None:
    pair = agreed(errand)
    assert pair.error == ""
    assert [one for one in pair.compared if one.outcome is Outcome.DIFFERS] == []
    assert len(pair.compared) >= (1 if errand.defect else 3)


def test_it_is_tried_slower_until_real_time_has_a_clear_answer() -> None:
    unclear, clear, other = pair((PASSED, UNSEEN)), pair((PASSED, PASSED)), pair((PASSED, FAILED))
    assert last_tried([unclear, clear, other]) is clear
    assert last_tried([other, clear]) is other
    assert last_tried([unclear]) is unclear


def test_what_does_not_come_on_virtual_time_is_not_tried() -> None:
    impossible = Errand(scenarios=("not-allowed",), speed=20, defect="fresh-key-per-press", law="submit-once")
    assert agreed(impossible).error == "what it is about does not come on virtual time; see `meanwhile run`"
