"""Waits in M/M/c agree with Erlang's formula, and would not if service took a few hundredths longer.

One long series a case, and a 99 % interval by twenty batch means. So many jobs that a service longer by 3 % lies about
four standard errors away: some forty to ninety thousand; a seventh of them for 15 %. The seed is fixed, and so is
the answer.
"""

import pytest

from tests.model.theory.formulas import mean_wait_in_mmc
from tests.model.theory.intervals import Interval, batch_means
from tests.model.theory.station import MEAN_MS, depth, service, untold, waits_ms

pytestmark = pytest.mark.slow

WARM_UP = 2_000
CASES = [
    (1, 0.5, 42_000), (1, 0.7, 62_000), (1, 0.85, 62_000),
    (2, 0.5, 72_000), (2, 0.7, 62_000), (2, 0.85, 62_000),
    (4, 0.5, 92_000), (4, 0.7, 72_000), (4, 0.85, 62_000),
]  # fmt: skip


def interval(servers: int, load: float, jobs: int, scale: float) -> Interval:
    with untold():
        return batch_means(waits_ms(service("exponential", scale), servers, load, jobs), WARM_UP)


@pytest.mark.parametrize(("servers", "load", "jobs"), CASES)
def test_waits_agree_with_erlang_c(servers: int, load: float, jobs: int, deep: bool) -> None:
    assert mean_wait_in_mmc(servers, load, MEAN_MS) in interval(servers, load, depth(deep).jobs(jobs), 1)


@pytest.mark.parametrize(("servers", "load", "jobs"), CASES)
def test_scaled_service_is_told_apart(servers: int, load: float, jobs: int, deep: bool) -> None:
    fine = depth(deep)
    assert mean_wait_in_mmc(servers, load, MEAN_MS) not in interval(servers, load, fine.jobs(jobs), fine.scaled)
