"""A latency that cannot be is refused with the way out."""

import pytest
from pydantic import ValidationError

from harness.scenario.world.latency import Lognormal


def test_the_numbers_rise() -> None:
    told = Lognormal.model_validate({"p50": "1s", "p99": "3s"})
    assert (told.p50_ms, told.p99_ms, told.cap_ms) == (1_000, 3_000, 30_000)
    with pytest.raises(ValidationError, match="p50, p99 and cap must rise from more than 0"):
        Lognormal.model_validate({"p50": "4s", "p99": "3s"})
