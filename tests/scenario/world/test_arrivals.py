"""The time between two arrivals is one of two, and arrivals have some time to come in."""

from typing import Any

import pytest
from pydantic import ValidationError

from harness.scenario.world.arrivals import Arrivals, Every


@pytest.mark.parametrize("told", [{}, {"constant": "1s", "exponential": "1s"}, {"constant": "0s"}])
def test_every_says_one_time_above_zero(told: dict[str, Any]) -> None:
    assert Every.model_validate({"exponential": "1s"}).exponential_ms == 1_000
    with pytest.raises(ValidationError, match="is one of two, and more than 0; write constant: or exponential:"):
        Every.model_validate(told)


def test_until_is_after_from() -> None:
    job = {"id": "sync", "kind": "sync", "items": 1}
    with pytest.raises(ValidationError, match="nothing arrives, for until is not after from; write a later until:"):
        Arrivals.model_validate({"job": job, "every": {"constant": "1s"}, "from": "2s", "until": "2s"})
