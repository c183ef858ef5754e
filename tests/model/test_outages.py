"""What a third party is like at a moment of its schedule."""

from hypothesis import given
from hypothesis import strategies as st

from harness.model.outages import DOWN, WELL, Health, Schedule
from harness.scenario.world.third_party import Outage, OutageKind

SCHEDULE = Schedule(
    (
        Outage(at_ms="10s", for_ms="5s"),
        Outage(at_ms="15s", for_ms="5s", kind=OutageKind.BROWN_OUT, slower=4),
        Outage(at_ms="30s", for_ms="1ms", kind=OutageKind.BROWN_OUT, failures=0.3),
    )
)


def test_an_outage_lasts_from_its_first_millisecond_up_to_its_end() -> None:
    assert [SCHEDULE.health(at_ms) for at_ms in (-1, 9_999, 10_000, 14_999)] == [WELL, WELL, DOWN, DOWN]
    assert SCHEDULE.health(15_000) == SCHEDULE.health(19_999) == Health(slower=4, failures=0)
    assert [SCHEDULE.health(at_ms) for at_ms in (20_000, 30_000, 30_001)] == [WELL, Health(failures=0.3), WELL]


@given(st.integers(-100_000, 100_000))
def test_outside_of_its_outages_it_is_well(at_ms: int) -> None:
    inside = 10_000 <= at_ms < 20_000 or at_ms == 30_000
    assert (SCHEDULE.health(at_ms) == WELL) is not inside
    assert Schedule(()).health(at_ms) == WELL
