"""A job that promises more outcomes than it has items is refused."""

import pytest
from pydantic import ValidationError

from harness.scenario.world.job import Job


def test_outcomes_and_flaky_items_fit_into_the_job() -> None:
    told = {"id": "a", "kind": "publish", "items": 3, "outcomes": {"failed": {"bad-format": 2}}, "flaky": {"items": 1}}
    assert Job.model_validate(told).items == 3
    with pytest.raises(ValidationError, match="name 3 items; write items: 3 or more, or name fewer"):
        Job.model_validate({**told, "items": 2})
