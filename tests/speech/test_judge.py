"""The whole judgement of a text: slots, guards and lints."""

from harness.speech.acts import EVERY_SLOT, GUARDS, LINTS, SLOTS, Act
from harness.speech.judged import is_unverifiable, wrong_in
from harness.speech.situation import Situation
from tests.speech.words import answers, said, so

FAILED = so(Act.FAILED, job="Import list", verb="import", noun="item", failed=3, causes={"missing-id": 3})


def test_the_sentence_of_the_seed_is_good() -> None:
    told = answers(FAILED, "3 items failed due to missing IDs. Ensure that each item has a unique ID and try again.")
    assert wrong_in(told.values()) == ()
    assert {told[slot].said.value for slot in ("cause", "remedy", "count")} == {"carries"}


def test_an_empty_phrase_is_blamed_unless_nobody_knows_more_and_something_can_be_done() -> None:
    assert said(FAILED, "Something went wrong.")["vague"] == "overclaims"
    unknown = so(Act.FAILED, causes={"unknown": 3})
    assert "vague" not in said(unknown, "Something went wrong. Try again.")
    assert said(unknown, "Something went wrong.")["vague"] == "overclaims"


def test_nobody_needs_to_know_more_of_what_is_tried_again_by_itself() -> None:
    again = so(Act.RETRYING, attempt=2, attempts=3, next_s=30)
    assert "vague" not in said(again, "Internal error. Attempt 1 of 3 failed, attempt 2 starts in 30 s.")
    assert said(again, "An error occurred. Retrying…")["vague"] == "overclaims"


def test_a_start_that_announces_another_number() -> None:
    started = so(Act.STARTED, job="Import list", noun="item", total=500)
    assert said(started, "Import started: 400 items will be added.")["total"] == "contradicts"
    assert "total" not in said(started, "Import started: 500 items will be added.")


def test_an_empty_place_is_blamed() -> None:
    assert said(so(Act.WORKING, done=1, total=3), "Publishing {count} of 3")["placeholder"] == "overclaims"


def test_what_nobody_can_read_is_not_blamed() -> None:
    told = answers(so(Act.FAILED, causes={"missing-id": 1}), "The frobnicator flummoxed. Please regruntle.")
    assert wrong_in(told.values()) == ()
    assert is_unverifiable(told.values())


def test_the_sentence_that_gave_the_answer_is_kept() -> None:
    assert answers(FAILED, "3 items failed.", "The server timed out.")["cause"].text == "The server timed out."


def test_every_answer_has_a_name_that_is_known() -> None:
    assert {slot for slots in SLOTS.values() for slot in slots} <= set(EVERY_SLOT)
    assert not set(EVERY_SLOT) & {*GUARDS, *LINTS}
    assert set(SLOTS) == set(Act)


def test_what_is_so() -> None:
    held = Situation(act=Act.FAILED, causes={"missing-id": 2, "timeout": 1}, done=3, total=12)
    assert held.classes == {"user-data", "system"}
    assert held.can_retry
    assert not Situation(act=Act.FAILED, causes={"missing-id": 2}).can_retry
    assert held.share == 0.25
    assert Situation(act=Act.BACK).share is None
