"""message-complete."""

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.laws.failing import failing, told
from tests.tiny import Tiny, running

LAW = "message-complete"
CAUSE, REMEDY = "1 item failed because its ID is missing", "Give each item a unique ID, then try again."


def waiting(*lines: str, reason: str = "dependency") -> Tiny:
    """A job that waits from 1 s to 30 s, and what the page says of it from 2 s on."""
    tiny = Tiny(end=35).accepted(1).event(1, "run.queued", ahead=0, reason=reason).started(30)
    return tiny.screen(2, "Queued", *lines, title="Publish 1 items")


def test_a_page_that_says_all_of_it_passes() -> None:
    verdict = answer(LAW, told(failing(), CAUSE, REMEDY))
    assert (verdict.verdict, verdict.findings) == ("passed", ())


@pytest.mark.parametrize(
    ("lines", "silence"),
    [
        ((CAUSE,), "the page did not say what can be done about it"),
        (("1 item failed",), "the page did not say why items failed"),
    ],
)
def test_what_is_left_out_is_named(lines: tuple[str, ...], silence: str) -> None:
    verdict = answer(LAW, told(failing(), *lines))
    assert verdict.verdict == "failed"
    assert silence in sentences(verdict)[0]


def test_a_wait_is_explained_within_ten_seconds() -> None:
    assert answer(LAW, waiting("Waiting for another job to finish")).verdict == "passed"
    (sentence,) = sentences(answer(LAW, waiting()))
    assert "the page did not say why it waits" in sentence


def test_another_reason_is_told_as_it_was_said() -> None:
    (sentence,) = sentences(answer(LAW, waiting("Waiting for a free worker")))
    assert 'the page said "Waiting for a free worker"' in sentence
    assert "waiting for another job" in sentence


def test_a_reason_that_nobody_can_read_is_doubt() -> None:
    verdict = answer(LAW, waiting("Held until the moon is waning"))
    assert verdict.verdict == "cant_tell"
    assert 'could not read "Held until the moon is waning"' in verdict.doubts


def test_a_success_says_how_many_it_concerns() -> None:
    done = running(items=30).screen(11.9, "Publishing: 10 of 30 items", title="Publish 30 items")
    assert answer(LAW, done.screen(32.2, "Published 30 items", title="Publish 30 items")).verdict == "passed"
    bare = running(items=30).screen(11.9, "Publishing: 10 of 30 items", title="Publish 30 items")
    (sentence,) = sentences(answer(LAW, bare.screen(32.2, "Completed", title="Publish 30 items")))
    assert "the page did not say how many items it concerns" in sentence


def test_a_spinner_without_a_word_is_silence() -> None:
    told = sentences(answer(LAW, running(items=30).screen(2, title="Publish 30 items")))
    assert "the page did not say what is being done" in told[0]
    assert "the page did not say how far it is" in told[1]


def test_a_fault_that_another_law_tells_is_not_told_again() -> None:
    verdicts = answers(told(failing(), "1 item failed"))
    assert verdicts["cause-true"].verdict == "failed"
    assert verdicts[LAW].under == "cause-true"


def test_a_page_in_another_language_is_not_observable() -> None:
    assert answer(LAW, told(failing(), lang="de")).verdict == "not_observable"


def test_what_the_back_end_never_tells_is_not_owed() -> None:
    assert answer(LAW, told(failing().untold("cause", "remedy"), "1 item failed")).verdict == "passed"


def test_where_nothing_happens_nothing_is_owed() -> None:
    assert answer(LAW, Tiny(end=60).screen(1, "No jobs yet")).verdict == "not_exercised"


def test_a_list_alone_is_not_observable() -> None:
    def node(role: str, *kids: str | int) -> dict[str, object]:
        return {"role": role, "kids": list(kids)}

    nodes = {"1": node("main", 2), "2": node("table", 3), "3": node("row", 4, 5)}
    nodes |= {"4": node("cell", "Publish 3 items"), "5": node("cell", "Finished with problems")}
    verdict = answer(LAW, failing().nodes(6.2, nodes))
    assert verdict.verdict == "not_observable"
    assert verdict.why == "no tab in front tells of a job in more than rows of a list"
