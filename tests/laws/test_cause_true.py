"""cause-true."""

import pytest

from harness.trace.result import LawVerdict
from tests.laws.answers import answer, sentences
from tests.laws.failing import failing, told
from tests.tiny import Tiny

LAW = "cause-true"


@pytest.mark.parametrize(
    ("cause", "line"),
    [
        ("missing-id", "1 item failed because its ID is missing"),
        ("missing-id", "1 item has no SKU"),
        ("no-permission", "You are not allowed to publish 1 item"),
        ("timeout", "1 item timed out"),
        ("timeout", "1 item failed because of an internal error"),
        ("upstream-error", "The marketplace did not answer for 1 item"),
    ],
)
def test_the_cause_or_its_class_passes(cause: str, line: str) -> None:
    assert answer(LAW, told(failing(cause), line)).verdict == "passed"


def test_another_cause_fails_and_both_are_told() -> None:
    verdict = answer(LAW, told(failing(), "1 item failed because the request timed out"))
    (sentence,) = sentences(verdict)
    assert 'the page said "1 item failed because the request timed out"' in sentence
    assert sentence.endswith("in truth 1 item failed: missing ID (user data).")


def test_silence_on_the_cause_fails() -> None:
    verdict = answer(LAW, told(failing()))
    assert "the page did not say why items failed" in sentences(verdict)[0]


def test_unknown_is_a_cause_of_its_own() -> None:
    assert answer(LAW, told(failing(), "1 item failed for an unknown reason")).verdict == "failed"


def test_a_reason_that_cannot_be_read_is_doubt() -> None:
    verdict = answer(LAW, told(failing(), "1 item failed because of the phlogiston"))
    assert verdict.verdict == "cant_tell"
    assert 'could not read "1 item failed because of the phlogiston"' in verdict.doubts


def test_what_is_said_of_the_connection_is_said_of_no_item() -> None:
    assert answer(LAW, told(failing(), "1 item has no SKU", "Connection lost")).verdict == "passed"


def test_what_was_skipped_has_causes_too() -> None:
    tiny = Tiny(end=60).accepted(total=2).started().item(3, 1, "failed").item(4, 2, "skipped")
    tiny.ended(6, "failed", succeeded=0, failed=1, skipped=1)
    lines = ("Ended: 1 failed, 1 skipped", "1 item failed because its ID is missing", "1 item skipped: unchanged")
    assert answer(LAW, tiny.screen(6.2, *lines, title="Publish 2 items")).verdict == "passed"


def test_a_row_of_a_list_tells_in_brief() -> None:
    def node(role: str, *kids: str | int) -> dict[str, object]:
        return {"role": role, "kids": list(kids)}

    nodes = {"1": node("main", 2), "2": node("table", 3), "3": node("row", 4, 5)}
    nodes |= {"4": node("cell", "Publish 3 items"), "5": node("cell", "Finished with problems")}
    assert answer(LAW, failing().nodes(6.2, nodes)).verdict == "not_exercised"


def test_a_clean_run_and_one_that_goes_on_are_not_judged() -> None:
    clean = Tiny(end=60).accepted(total=1).started().item(3, 1).ended(4, succeeded=1)
    assert answer(LAW, clean.screen(4.2, "Published", title="Publish 1 items")).verdict == "not_exercised"
    going = Tiny(end=60).accepted(total=3).started().item(3, 1, "failed")
    assert answer(LAW, going.screen(4.2, "1 item failed", title="Publish 3 items")).verdict == "not_exercised"


def test_a_page_in_another_language_is_not_observable() -> None:
    verdict = answer(LAW, told(failing(), lang="de"))
    assert verdict.verdict == "not_observable"
    assert 'the page is in "de"' in str(verdict.why)


def test_of_a_back_end_that_tells_no_causes_none_is_asked_and_a_wrong_one_fails() -> None:
    def verdict(*lines: str) -> LawVerdict:
        return answer(LAW, told(failing().untold("cause"), *lines))

    assert verdict().verdict == "not_observable"
    assert verdict().why == "the back end never tells the cause of a failure"
    assert verdict("1 item failed because of the phlogiston").verdict == "not_observable"
    assert verdict("1 item failed because the request timed out").verdict == "failed"
    assert verdict("1 item failed because its ID is missing").verdict == "passed"
