import pytest

from harness.core.errors import UsageError
from harness.network.interruption import Interruption
from harness.network.profiles import ids, profile, rate_bps


@pytest.mark.parametrize(
    ("id", "rtt_ms", "down_bps", "up_bps"),
    [
        ("ideal", 0, None, None),
        ("wifi", 2, 30_000_000, 15_000_000),
        ("cable", 28, 5_000_000, 1_000_000),
        ("lte", 70, 12_000_000, 12_000_000),
        ("4g", 170, 9_000_000, 9_000_000),
        ("3g", 300, 1_600_000, 768_000),
        ("fast-3g", 150, 1_600_000, 768_000),
        ("slow-3g", 400, 400_000, 400_000),
        ("devtools-fast-3g", 563, 1_440_000, 675_000),
        ("lighthouse-3g", 1_125, 630_000, 630_000),
        ("lighthouse-4g", 40, 10_240_000, 10_240_000),
        ("satellite", 560, 20_000_000, 3_000_000),
        ("hotel-wifi", 120, 2_000_000, 1_000_000),
    ],
)
def test_the_numbers_are_those_of_the_source(id: str, rtt_ms: int, down_bps: int | None, up_bps: int | None) -> None:
    found = profile(id)
    assert (found.id, found.rtt_ms, found.down_bps, found.up_bps) == (id, rtt_ms, down_bps, up_bps)


def test_each_names_its_source() -> None:
    assert all(profile(id).source and profile(id).title for id in ids())
    assert len(ids()) == 13


def test_a_bad_link_says_what_it_does_again_and_again() -> None:
    assert profile("wifi").interruptions == ()
    drop, hole = profile("hotel-wifi").interruptions
    assert drop == Interruption(kind="drop", first_ms=17_000, every_ms=41_000)
    assert hole == Interruption(kind="blackhole", first_ms=29_000, every_ms=67_000, for_ms=3_000)


def test_an_unknown_one_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match='"5g" is no network profile; profiles are 3g, 4g, cable'):
        profile("5g")


def test_a_rate_needs_its_unit() -> None:
    assert rate_bps("400kbps") == 400_000
    assert rate_bps("unlimited") is None
    with pytest.raises(ValueError, match='"400" is not a rate; write 400kbps, 9Mbps or unlimited'):
        rate_bps("400")
