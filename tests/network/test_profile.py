from harness.network.profile import Profile

SLOW = Profile(id="slow", title="Slow", rtt_ms=400, down_bps=400_000, up_bps=200_000, source="here")
IDEAL = Profile(id="ideal", title="Ideal", rtt_ms=0, down_bps=None, up_bps=None, source="here")


def test_bytes_take_their_time_at_the_rate_of_the_direction() -> None:
    assert SLOW.down_ms(50_000) == 1_000
    assert SLOW.up_ms(50_000) == 2_000


def test_a_started_millisecond_counts() -> None:
    assert SLOW.down_ms(1) == 1
    assert SLOW.down_ms(0) == 0


def test_without_a_rate_bytes_take_no_time() -> None:
    assert IDEAL.down_ms(10**9) == IDEAL.up_ms(10**9) == 0


def test_the_page_gets_plain_values() -> None:
    assert SLOW.to_page() == {"id": "slow", "rtt_ms": 400, "down_bps": 400_000, "up_bps": 200_000}
