from dataclasses import replace

import pytest

from harness.model.queue_notice import Notice, Reason

TOLD = Notice(at_ms=1_000, ahead=2, reason=Reason.NO_FREE_WORKER, expected_start_ms=11_000)


@pytest.mark.parametrize(("expected_ms", "is_news"), [(11_000, False), (12_000, False), (12_001, True), (9_999, True)])
def test_an_expectation_is_news_beyond_a_tenth_of_the_wait(expected_ms: int, is_news: bool) -> None:
    assert replace(TOLD, at_ms=1_500, expected_start_ms=expected_ms).is_news_after(TOLD) is is_news


def test_place_reason_and_whether_anything_is_known_are_news() -> None:
    for changed in ({"ahead": 1}, {"reason": Reason.PAUSED}, {"expected_start_ms": None}):
        assert replace(TOLD, **changed).is_news_after(TOLD)
        assert TOLD.is_news_after(replace(TOLD, **changed))


def test_what_was_known_a_while_ago_holds_for_a_long_wait() -> None:
    assert TOLD.holds_by(0)
    assert not TOLD.holds_by(-1)
    assert not replace(TOLD, expected_start_ms=None).holds_by(999)
