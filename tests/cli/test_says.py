"""Sentences of the timeline."""

import pytest

from harness.cli.says import at, capped, cause_words, ending, moment, wait_line
from harness.cli.story import stories
from tests.cli.logs import accepted, log


def test_moments_before_the_start_are_said_so() -> None:
    assert (moment(1_500), at(1_500)) == ("1.5 s", "at 1.5 s")
    assert (moment(-90_000), at(-90_000)) == ("1 min 30.0 s before the start",) * 2


def test_a_cause_that_is_not_registered_is_said_as_written() -> None:
    assert (cause_words("missing-id"), cause_words("a-new-cause")) == ("missing id", "a new cause")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"ahead": 0, "reason": "no-free-worker"}, "1.0 s: next in line, no free worker"),
        ({"ahead": 1, "reason": "concurrency-limit"}, "1.0 s: 1 job ahead, as many as allowed are running"),
        ({"ahead": 2, "reason": "paused"}, "1.0 s: 2 jobs ahead, its workers are paused"),
        (
            {"ahead": 0, "reason": "rate-limit", "expected_start_ms": 9_000},
            "1.0 s: next in line, the rate limit is reached, should start at 9.0 s",
        ),
        (
            {"ahead": 0, "reason": "a-new-one", "because": "taken-up-again"},
            "1.0 s: next in line, a new one, moved up: taken up again",
        ),
    ],
)
def test_place_reason_and_expectation(data: dict[str, object], words: str) -> None:
    assert wait_line(log((1_000, "run.queued", data))[0]) == words


def test_twelve_lines_are_all_told_of_thirteen_the_ends() -> None:
    assert capped(list("abcdefghijkl")) == list("abcdefghijkl")
    assert capped(list("abcdefghijklm")) == [*"abcdefghij", "... 2 more, which --json lists", "m"]


def test_what_was_not_attempted_is_counted_from_the_last_total() -> None:
    grown = (1, "phase.total", {"phase": "publish", "total": 7})
    end = (2, "run.ended", {"outcome": "cancelled", "succeeded": 2, "failed": 0, "skipped": 1})
    (run,) = stories(log(accepted(0), grown, end), 2)
    assert ending(run).endswith("2 succeeded, 0 failed, 1 skipped, 4 not attempted")
