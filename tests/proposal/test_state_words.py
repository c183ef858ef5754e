"""What words for states probably mean, and how those are called that were never seen."""

import pytest

from harness.proposal.state_words import FAMILIES, MEANINGS, NEEDED, in_order, meaning, translated
from harness.told.vocabulary import STATES


def words(*seen: str) -> dict[str, str]:
    return {ours: one.word for ours, one in translated(seen).items()}


@pytest.mark.parametrize(
    ("word", "ours"),
    [("PENDING", "queued"), ("In progress", "running"), ("completed-with-errors", "partial"), ("Canceled", "cancelled"),
     ("stopping", "cancelling"), ("blorp", None)],
)  # fmt: skip
def test_a_word_is_known_however_it_is_written(word: str, ours: str | None) -> None:
    assert meaning(word) == ours


def test_no_word_means_two_things_and_all_are_states_of_ours() -> None:
    told = [word for words in MEANINGS.values() for word in words]
    assert len(told) == len(set(told))
    assert set(MEANINGS) == set(STATES.words)


def test_unknown_words_are_taken_by_their_place() -> None:
    assert words("zip", "zap", "zop") | {} == {
        **words("zip", "zap", "zop"),
        "queued": "zip",
        "running": "zap",
        "succeeded": "zop",
    }
    assert words("busy", "there")["succeeded"] == "there"
    assert words("zap")["running"] == "zap"


def test_what_was_never_seen_is_called_as_its_family_calls_it() -> None:
    told = translated(["PENDING", "PROGRESS", "SUCCESS"])
    assert (told["failed"].word, told["cancelled"].word) == ("FAILURE", "REVOKED")
    assert (told["failed"].seen, told["running"].seen) == (False, True)
    assert "Celery calls it that" in told["failed"].why


@pytest.mark.parametrize(("seen", "failed"), [("RUNNING", "FAILED"), ("Running", "Failed"), ("running", "failed")])
def test_without_a_family_it_is_written_as_the_others_are(seen: str, failed: str) -> None:
    assert words(seen)["failed"] == failed


def test_every_table_says_all_that_a_file_has_to_say() -> None:
    for seen in (["a"], ["queued", "done"], ["x", "y", "z", "w"], list(FAMILIES[0][1].values())):
        table = words(*seen)
        assert set(NEEDED) <= set(table)
        assert STATES.unsaid(table) == ()


def test_the_order_is_that_of_a_jobs_life() -> None:
    assert list(in_order(translated(["done", "queued"])))[:2] == ["queued", "running"]
