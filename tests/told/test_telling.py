"""What a told wire tells: its slots, and the words that can be told apart."""

import pytest

from tests.told.support import book


def tells(answer: str, more: str = "") -> set[str]:
    told = book(f"routes: {{'GET /t/{{job}}': {answer}}}\n{more}").tells
    return {one for one in told if one.startswith(("job.", "item."))}


def states(answer: str, more: str = "") -> set[str]:
    return {one.partition(":")[2] for one in tells(answer, more) if one.startswith("job.state:")}


TABLE = "states: {queued: Q, running: R, succeeded: S, failed: F, cancelled: X"


def test_a_slot_in_any_template_is_told() -> None:
    assert "job.total" in tells('{answer: {all: ["of {job.total}"]}}')
    assert "item.name" in tells('{answer: {each: items, as: "{item.name}"}}')
    assert "job.failed" in tells("{stream: {messages: {data: '{job.failed}'}}}")
    assert "job.failed" not in tells("{answer: 1}")


def test_a_condition_or_a_switch_tells_a_flag_and_of_a_number_not_which() -> None:
    assert "job.ended" in tells("{answer: {switch: job.ended, cases: {true: 1, default: 2}}}")
    told = tells("{answer: {switch: job.failed, cases: {0: fine, default: bad}}}")
    assert told == {"job.failed:"}


def test_words_that_a_table_gives_one_word_cannot_be_told_apart() -> None:
    own = states('{answer: "{job.state}"}')
    assert {"retrying", "cancelling", "partial", "running"} <= own
    five = states('{answer: "{job.state}"}', TABLE + "}")
    assert five == {"queued", "failed", "cancelled"}
    assert states('{answer: "{job.state}"}', TABLE + ", retrying: R}") == five
    assert states('{answer: "{job.state}"}', TABLE + ", retrying: T}") == {*five, "retrying"}
    assert "retrying" in states('{answer: "{job.state | own}"}', TABLE + "}")


@pytest.mark.parametrize(
    ("cases", "told"),
    [
        ("{retrying: again, default: on}", {"retrying"}),
        ("{retrying: on, default: on}", set()),
        ("{running: on, default: off}", set()),  # three more words are told as running
    ],
)
def test_a_switch_tells_the_words_that_have_a_case_of_their_own(cases: str, told: set[str]) -> None:
    assert states(f"{{answer: {{switch: job.state, cases: {cases}}}}}") == told


def test_a_condition_tells_the_one_word_that_it_names() -> None:
    count = "{{answer: {{count_of: items, where: {{item.state: {}}}}}}}"
    assert tells(count.format("failed")) == {"item.state", "item.state:failed"}
    assert tells(count.format("[failed, skipped]")) == {"item.state"}
    assert "item.state:failed" in tells(count.format("BAD"), "item_states: {failed: BAD, default: OK}")
