"""TEXT: numbers that a view must carry, and numbers that it must not say in their place."""

import pytest

from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.laws.base import CannotTell
from harness.laws.shapes.numbers import Slot, contradiction, doubt_groups, missing_numbers, omitted
from tests.tiny import Tiny

FAILED = Slot(counter="failed", value=3, what="failed")
DONE = Slot(counter="succeeded", value=6, what="succeeded")
NONE = Slot(counter="skipped", value=0, what="were skipped", needed=False)


def told(*lines: str) -> tuple[list[Claim], Case]:
    case = Tiny().accepted().started().screen(3, *lines).case()
    return case.telling(RunKey("publish", 1), 0, 4_000), case


def test_a_slot_is_carried_by_its_number_alone() -> None:
    claims, case = told("6 succeeded", "4 skipped")
    assert omitted([DONE, FAILED, NONE], claims, case) == [FAILED]
    assert omitted([DONE], *told("6 failed")) == [DONE]


def test_another_number_in_its_place_contradicts() -> None:
    wrong = contradiction([DONE, FAILED], *told("6 succeeded", "4 failed"))
    assert wrong is not None
    assert wrong.text == "4 failed"
    assert contradiction([DONE, FAILED], *told("6 succeeded, 9 left")) is None
    assert contradiction([NONE], *told("2 skipped")) is not None


def test_the_group_of_one_cause_carries_where_it_is_all_and_never_contradicts() -> None:
    assert omitted([FAILED], *told("3 items failed because of a missing ID")) == []
    assert contradiction([FAILED], *told("2 items failed because of a missing ID")) is None


def test_groups_that_sum_up_are_doubt() -> None:
    claims, case = told("2 failed because of a missing ID", "1 failed due to a timeout")
    missing = omitted([FAILED], claims, case)
    assert missing == [FAILED]
    with pytest.raises(CannotTell, match="the 3 that failed are told by their causes only, in 2 numbers"):
        doubt_groups(missing, claims, case)
    doubt_groups(missing, *told("2 failed because of a missing ID"))
    doubt_groups(missing, *told("Nothing to see"))


def test_what_is_missing_is_one_plain_clause() -> None:
    assert missing_numbers([FAILED], "items") == "did not say how many items failed"
    assert (
        missing_numbers([DONE, FAILED, NONE], "rows") == "did not say how many rows succeeded, failed and were skipped"
    )
