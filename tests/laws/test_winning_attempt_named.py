"""winning-attempt-named."""

from typing import Any

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny

LAW = "winning-attempt-named"
RUNNING = ("2 of 10 items processed", "Retrying 1 item, attempt 2 of 3.")
DONE = "Published. 10 succeeded, 0 failed, 0 skipped."


def late(*attempts: int, **rest: Any) -> Tiny:
    """Items that succeed on these attempts, the others on their first; over at 12 s."""
    tiny = Tiny(end=60, **rest).accepted().started().retrying(4, 1, 2, 6)
    for number in range(1, 11):
        attempt = attempts[number - 1] if number <= len(attempts) else 1
        tiny.item(7, number, attempt=attempt)
    return tiny.ended(12).screen(4.1, *RUNNING)


@pytest.mark.parametrize(
    "line",
    ["Succeeded on attempt 3.", "Published on attempt 3", "Attempt 3 of 3", "Published after 3 attempts", "2 retries"],
)
def test_the_true_attempt_passes(line: str) -> None:
    line = f"Published after {line}" if line == "2 retries" else line
    verdict = answer(LAW, late(3).screen(12.1, DONE, line))
    assert (verdict.verdict, verdict.judged) == ("passed", 1)


def test_of_several_any_will_do() -> None:
    for attempt, verdict in ((1, "failed"), (2, "passed"), (3, "passed"), (4, "failed")):
        assert answer(LAW, late(2, 3).screen(12.1, DONE, f"Succeeded on attempt {attempt}.")).verdict == verdict


def test_another_attempt_fails() -> None:
    assert sentences(answer(LAW, late(3).screen(12.1, DONE, "Succeeded on attempt 1."))) == [
        (
            'job "Publish 10 items" at 13.5 s: the page said "Succeeded on attempt 1."; '
            "in truth it had succeeded on attempt 3."
        )
    ]


def test_silence_fails() -> None:
    assert sentences(answer(LAW, late(2, 3).screen(12.1, DONE))) == [
        (
            'job "Publish 10 items" at 13.5 s: the page did not say on which attempt the job succeeded; '
            "in truth it had succeeded on attempts 2 and 3."
        )
    ]


def test_that_an_attempt_failed_does_not_say_which_succeeded() -> None:
    assert "did not say" in sentences(answer(LAW, late(2).screen(12.1, DONE, "Attempt 2 failed.")))[0]
    told = late(2).screen(12.1, DONE, "Attempt 1 failed.", "Attempt 2 succeeded.")
    assert answer(LAW, told).verdict == "passed"


def test_a_page_that_nowhere_speaks_of_attempts_is_not_judged() -> None:
    tiny = Tiny(end=60).accepted().started().retrying(4, 1, 2, 6).screen(2, "2 of 10 items processed")
    for number in range(1, 11):
        tiny.item(7, number, attempt=2 if number == 1 else 1)
    verdict = answer(LAW, tiny.ended(12).screen(12.1, DONE))
    assert (verdict.verdict, verdict.why) == ("not_observable", "the page nowhere speaks of attempts")


def test_a_false_one_where_nothing_else_speaks_of_attempts_fails() -> None:
    tiny = Tiny(end=60).accepted().started().screen(2, "2 of 10 items processed").item(7, 1, attempt=2)
    for number in range(2, 11):
        tiny.item(7, number)
    assert answer(LAW, tiny.ended(12).screen(12.1, DONE, "Succeeded on attempt 1.")).verdict == "failed"


def test_a_first_attempt_and_other_ends_are_not_judged() -> None:
    assert answer(LAW, late().screen(12.1, DONE)).verdict == "not_exercised"
    tiny = Tiny(end=60).accepted().started().screen(4.1, *RUNNING).item(7, 1, attempt=2).item(8, 2, "failed")
    tiny.ended(12, "partial", succeeded=9, failed=1).screen(12.1, "Ended: 9 succeeded, 1 failed")
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_the_deadline_is_one_second_and_beta_after_the_end() -> None:
    def told(at: float, **rest: Any) -> str:
        return answer(LAW, late(3, **rest).screen(12.1, DONE).screen(at, DONE, "Succeeded on attempt 3.")).verdict

    assert [told(13.4), told(13.6), told(13.8, beta_ms=900)] == ["passed", "failed", "passed"]


def test_hidden_tabs_and_rows_are_not_judged() -> None:
    assert answer(LAW, late(3).page(11, "hide")).verdict == "not_exercised"
    row = Tiny(end=60).accepted().started().item(3, 1, attempt=2).row(2, "Running. Attempt 2 of 3.").ended(12)
    verdict = answer(LAW, row.row(12.1, "Published"))
    assert (verdict.verdict, verdict.why) == (
        "not_observable",
        "the page tells of the job that came through in a row of a list only",
    )


def test_what_could_not_be_read_may_have_said_it() -> None:
    odd = "2 frobnications were attempted by the small widget anew"
    assert answer(LAW, late(3).screen(12.1, DONE, odd)).verdict == "cant_tell"
    assert answer(LAW, late(3).screen(12.1, DONE, "17 frobnicated widgets of the small kind")).verdict == "failed"


@pytest.mark.parametrize("before", [RUNNING, (*RUNNING, "Validate: done at 09:00:04")])
def test_what_was_said_before_the_end_is_not_said_of_it(before: tuple[str, ...]) -> None:
    tiny = Tiny(end=60).accepted(phases=True).started().screen(4.1, *before).item(7, 1, attempt=2)
    for number in range(2, 11):
        tiny.item(7, number)
    assert answer(LAW, tiny.ended(12).screen(12.1, DONE)).verdict == "failed"


def test_what_made_room_after_it_was_told_was_told() -> None:
    told = late(3).screen(12.1, DONE, "Succeeded on attempt 3.").screen(13, DONE)
    assert answer(LAW, told).verdict == "passed"


def test_where_the_end_is_not_shown_that_is_told_and_not_this() -> None:
    held = answers(late(3))
    assert (held[LAW].verdict, held[LAW].under) == ("failed", "terminal-shown-unprompted")


def test_an_end_in_a_row_does_not_make_an_end_of_what_stands_beside_it() -> None:
    def screen(tiny: Tiny, at: float, row: str, *lines: str) -> Tiny:
        own = {str(20 + n): {"role": "paragraph", "kids": [line]} for n, line in enumerate(lines)}
        return tiny.nodes(at, {
            "1": {"role": "generic", "kids": [2]},
            "2": {"role": "main", "kids": [3, 7]},
            "3": {"role": "list", "kids": [4]},
            "4": {"role": "listitem", "kids": [5, 6]},
            "5": {"role": "link", "kids": ["Publish 10 items"]},
            "6": {"role": "paragraph", "kids": [row]},
            "7": {"role": "article", "kids": [8, *map(int, own)]},
            "8": {"role": "heading", "level": 1, "kids": ["Publish 10 items"]},
            **own,
        })  # fmt: skip

    tiny = screen(late(2), 4.2, "Running", *RUNNING)
    tiny = screen(screen(tiny, 12.1, "Published", *RUNNING), 12.5, "Published", DONE)
    assert answer(LAW, tiny).verdict == "failed"
