"""The sentences that reporters share."""

from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from harness.core.verdicts import Verdict
from harness.reporters.words import (
    VERDICT_WORDS,
    answer_words,
    fault_end_words,
    fault_words,
    listed,
    number_of,
    step_words,
    tally_words,
    trial_name,
)
from tests.reporters.sample import result_of


def test_every_verdict_has_words() -> None:
    assert set(VERDICT_WORDS) == set(Verdict)


def test_numbers_agree_with_their_noun() -> None:
    assert [number_of(count, "trial") for count in (0, 1, 2)] == ["0 trials", "1 trial", "2 trials"]


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_sentences(parts: list[str], words: str) -> None:
    assert listed(parts) == words


def test_steps_and_faults_that_nobody_named_still_read() -> None:
    assert step_words("submit", "publish") == snapshot("starts the job (publish)")
    assert step_words("press-space") == "press space"
    assert fault_words("blackhole") == snapshot("nothing arrives, though connections stay open")
    assert fault_words("server_restart") == "server restart"
    assert fault_end_words("offline") == "the network is back"
    assert fault_end_words("server_restart") == "this is over: server restart"


def test_a_trial_by_what_sets_it_apart() -> None:
    assert trial_name("seller-publish", 7, 1, None) == "seller-publish (seed 7)"
    assert trial_name("seller-publish", 7, 2, "stuck") == "seller-publish (seed 7, repeat 2, defect stuck)"


def test_answers() -> None:
    stuck, clean = result_of(stuck=True), result_of(stuck=False)
    assert [answer_words(clean), answer_words(stuck)] == ["passed", "1 finding"]
    unmet = replace(clean, unmet=("count-true",))
    assert answer_words(unmet) == "not passed: 1 law not put to the test"
    assert answer_words(replace(clean, error="the browser went away")) == "error"
    assert tally_words(stuck.verdicts) == snapshot("laws: 1 passed, 2 failed, 1 not exercised")
