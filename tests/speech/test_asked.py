"""What a back end never tells is not asked of a page, and is judged where the page says it all the same."""

from typing import Any

import pytest

from harness.speech.acts import Act
from harness.speech.situation import Situation
from tests.speech.words import said, so

FACTS: dict[Act, dict[str, Any]] = {
    Act.RETRYING: {"attempt": 2, "attempts": 3, "next_s": 30},
    Act.CANCELLED: {"done": 4, "kept": 4, "undone": 2, "total": 10},
    Act.FAILED: {"failed": 3, "causes": {"missing-id": 3}},
    Act.MIXED: {"succeeded": 7, "failed": 3, "total": 10},
    Act.WORKING: {"done": 4, "total": 10},
    Act.WAITING: {"reason": "no-free-worker"},
}


def situation(act: Act, *untold: str) -> Situation:
    return so(act, untold=untold, **FACTS[act])


@pytest.mark.parametrize(
    ("act", "fact", "slot"),
    [
        (Act.RETRYING, "attempt", "attempt"),
        (Act.RETRYING, "next", "next"),
        (Act.CANCELLED, "processed", "done"),
        (Act.CANCELLED, "kept", "kept"),
        (Act.CANCELLED, "rolled_back", "undone"),
        (Act.FAILED, "cause", "cause"),
        (Act.FAILED, "remedy", "remedy"),
        (Act.FAILED, "failed", "count"),
        (Act.MIXED, "failed", "failed"),
        (Act.WORKING, "quantity", "quantity"),
        (Act.WAITING, "reason", "reason"),
    ],
)
def test_a_slot_that_the_server_never_fills_is_not_asked(act: Act, fact: str, slot: str) -> None:
    line = {Act.RETRYING: "Retrying", Act.CANCELLED: "Cancelled", Act.WAITING: "Waiting"}.get(act, "Publishing")
    asked = said(situation(act), line)
    assert asked[slot] == "omits"
    assert said(situation(act, fact), line) == {name: held for name, held in asked.items() if name != slot}


def test_a_state_that_the_server_has_no_word_for_is_not_asked() -> None:
    assert said(situation(Act.RETRYING), "Publishing")["state"] == "omits"
    assert "state" not in said(situation(Act.RETRYING, "retrying"), "Publishing")
    assert "state" not in said(so(Act.CANCELLING, untold=("cancelling",)), "Publishing")


@pytest.mark.parametrize(
    ("act", "fact", "line", "slot"),
    [
        (Act.RETRYING, "attempt", "Retrying, attempt 3 of 3", "attempt"),
        (Act.MIXED, "failed", "7 succeeded, 4 failed", "failed"),
        (Act.FAILED, "cause", "3 items failed because the connection timed out", "cause"),
        (Act.WORKING, "quantity", "6 of 10 items published", "quantity"),
    ],
)
def test_what_is_said_wrong_contradicts_all_the_same(act: Act, fact: str, line: str, slot: str) -> None:
    assert said(situation(act, fact), line)[slot] == "contradicts"


def test_empty_words_are_no_fault_where_no_page_can_know_the_cause() -> None:
    assert said(situation(Act.FAILED), "Something went wrong.")["vague"] == "overclaims"
    assert "vague" not in said(situation(Act.FAILED, "cause"), "Something went wrong.")
