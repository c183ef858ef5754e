"""The station is that of the model."""

import pytest

from tests.model.theory.station import service, untold, waits_ms

JOBS = 400


@pytest.mark.parametrize("servers", [1, 2])
def test_what_is_told_to_those_who_wait_moves_nobody(servers: int) -> None:
    told = waits_ms(service("exponential"), servers, 0.85, JOBS)
    with untold():
        assert waits_ms(service("exponential"), servers, 0.85, JOBS) == told
    assert max(told) > 0
