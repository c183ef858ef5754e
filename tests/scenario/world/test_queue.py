"""A pool serves at least one queue."""

import pytest
from pydantic import ValidationError

from harness.scenario.world.queue import Pool


def test_a_pool_serves_the_default_queue_unless_it_names_others() -> None:
    assert Pool.model_validate({"id": "team"}).queues == ("default",)
    with pytest.raises(ValidationError, match="is empty; write the queues that the pool serves, or leave queues: out"):
        Pool.model_validate({"id": "team", "queues": []})
