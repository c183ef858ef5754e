from math import inf

from harness.core.words import RunKey
from harness.model.estimate import Durations
from harness.model.queue_claim import Claim
from harness.scenario.world import JobKind


def test_without_a_word_of_its_own_a_run_is_taken_to_be_average_until_it_has_outlasted_that() -> None:
    durations = Durations()
    claim = Claim(key=RunKey("a", 1), kind=JobKind.SYNC)
    assert durations.left_ms(claim, 0) == inf
    for took_ms in (1_000, 3_000):
        durations.add(JobKind.SYNC, took_ms)
    assert (durations.left_ms(claim, 500), durations.left_ms(claim, 2_000)) == (1_500, inf)
    claim.left_ms = lambda: 70
    assert durations.left_ms(claim, 9_000) == 70
