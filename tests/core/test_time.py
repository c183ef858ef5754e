from hypothesis import given
from hypothesis import strategies as st

from harness.core.time import EPOCH_MS, from_iso, iso


def test_the_trial_begins_at_one_instant_on_every_clock() -> None:
    assert iso(0) == "2026-01-05T09:00:00.000Z"
    assert EPOCH_MS == 1_767_603_600_000


def test_milliseconds_are_written_out() -> None:
    assert iso(184_207) == "2026-01-05T09:03:04.207Z"


@given(st.integers(min_value=-(10**10), max_value=10**11))
def test_a_moment_is_read_back(at_ms: int) -> None:
    assert from_iso(iso(at_ms)) == at_ms
