"""Words of the truth, and tables that translate them."""

import pytest

from harness.core import causes
from harness.core.words import ItemState, Outcome, PhaseState, State
from harness.told.vocabulary import CAUSES, ITEM_STATES, KINDS, PHASE_STATES, PHASES, STATES, Vocabulary, key


def test_the_words_are_those_of_the_truth() -> None:
    assert set(STATES.words) == ({state.value for state in State} - {"ended"}) | {end.value for end in Outcome}
    assert set(ITEM_STATES.words) == {state.value for state in ItemState}
    assert set(PHASE_STATES.words) == {state.value for state in PhaseState}
    assert set(CAUSES.words) == {cause.id for cause in causes.ALL}


FIVE = {"queued": "Q", "running": "R", "succeeded": "OK", "failed": "KO", "cancelled": "X"}


def test_five_words_are_enough_for_all_states() -> None:
    assert STATES.unsaid(FIVE) == ()
    told = {word: STATES.told(word, FIVE) for word in STATES.words}
    assert {told[word] for word in ("running", "retrying", "cancelling", "paused")} == {"R"}
    assert (told["partial"], told["failed"], told["cancelled"], told["queued"]) == ("OK", "KO", "X", "Q")


@pytest.mark.parametrize("word", FIVE)
def test_none_of_the_five_may_be_left_out(word: str) -> None:
    table = {name: own for name, own in FIVE.items() if name != word}
    assert STATES.unsaid(table) == (word,)
    assert STATES.unsaid({**table, "default": "?"}) == ()
    assert STATES.told(word, {**table, "default": "?"}) == "?"


def test_a_word_that_another_stands_in_for_is_not_missing() -> None:
    assert STATES.unsaid({"retrying": "T", "partial": "M"}) == ("queued", "running", "succeeded", "failed", "cancelled")


def test_where_a_table_need_not_say_everything_the_words_own_name_stays() -> None:
    assert KINDS.unsaid({"publish": "push"}) == ()
    assert [KINDS.told(word, {"publish": "push"}) for word in ("publish", "import")] == ["push", "import"]


def test_a_vocabulary_without_words_knows_any() -> None:
    assert PHASES.knows("whatever")
    assert not STATES.knows("whatever")


def test_a_key_is_found_by_the_word_or_by_what_stands_for_it() -> None:
    assert key("partial", {"succeeded": 1, "default": 2}, STATES.instead) == "succeeded"
    assert key("partial", {"partial": 0, "succeeded": 1}, STATES.instead) == "partial"
    assert key("queued", {"default": 2}, STATES.instead) == "default"
    assert key("queued", {}, STATES.instead) is None


def test_a_word_that_a_closed_table_lacks_keeps_its_name_all_the_same() -> None:
    assert Vocabulary(table="x", words=("a",)).told("a", {}) == "a"
