"""A refusal that makes no sense is answered with the way out."""

import pytest
from pydantic import ValidationError

from harness.scenario.world.refusal import Refusal


def test_what_is_left_out_holds_from_the_beginning_to_the_end() -> None:
    refusal = Refusal.model_validate({"status": 403})
    assert (refusal.at_ms, refusal.end_ms, refusal.retry_after_ms) == (0, float("inf"), None)
    assert Refusal.model_validate({"at": "2s", "for": "3s", "status": 503}).end_ms == 5_000


def test_only_what_passes_by_itself_says_when() -> None:
    assert Refusal.model_validate({"status": 429, "retry_after": "5s"}).retry_after_ms == 5_000
    with pytest.raises(ValidationError, match="retry_after does not go with 403"):
        Refusal.model_validate({"status": 403, "retry_after": "5s"})


def test_no_time_at_all_refuses_nothing() -> None:
    with pytest.raises(ValidationError, match='"0s" refuses nothing; write a longer time'):
        Refusal.model_validate({"status": 403, "for": "0s"})
