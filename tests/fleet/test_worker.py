"""A worker process keeps its browser from trial to trial."""

import pytest

from harness.engine.keep import Keep
from harness.engine.spec import TrialSpec
from harness.fleet.pool import pool
from harness.fleet.worker import run_one, warm

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_one_trial_after_another_comes_out_the_same() -> None:
    spec = TrialSpec(scenario="ends-before-subscribe")
    with pool(1, warm) as workforce:
        first, second = [workforce.submit(run_one, spec, Keep()).result() for _ in range(2)]
    assert (first.exit, second.exit) == (0, 0)
    assert first.screen_hash == second.screen_hash
