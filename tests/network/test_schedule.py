import pytest

from harness.network.faults import Blackhole, Drop, Fault, Offline, Slow
from harness.network.profiles import profile
from harness.network.schedule import Schedule


def schedule(*faults: Fault) -> Schedule:
    return Schedule(profile=profile("wifi"), faults=faults)


def test_faults_stand_in_the_order_of_their_beginning() -> None:
    late, early = Drop(at_ms=900), Offline(at_ms=100, end_ms=200)
    assert schedule(late, early).faults == (early, late)


def test_one_setting_a_window() -> None:
    with pytest.raises(
        ValueError, match="offline lasts until 500ms, and blackhole begins at 499ms; let one end before the next begins"
    ):
        schedule(Blackhole(at_ms=499, end_ms=900), Offline(at_ms=0, end_ms=500))


def test_a_window_may_begin_where_another_ends_and_an_instant_anywhere() -> None:
    assert len(schedule(Offline(at_ms=0, end_ms=500), Blackhole(at_ms=500, end_ms=900), Drop(at_ms=600)).faults) == 3


def test_a_slow_window_has_its_own_profile() -> None:
    network = schedule(Slow(at_ms=100, end_ms=200, profile=profile("slow-3g")))
    assert [network.profile_at(at_ms).id for at_ms in (99, 100, 199, 200)] == ["wifi", "slow-3g", "slow-3g", "wifi"]


def test_a_document_loads_once_the_network_is_there() -> None:
    network = schedule(Offline(at_ms=100, end_ms=200), Blackhole(at_ms=200, end_ms=300))
    assert [network.reachable_from(at_ms) for at_ms in (99, 100, 250, 300)] == [99, 300, 300, 300]


def test_the_device_is_offline_while_that_fault_lasts_and_not_in_a_black_hole() -> None:
    network = schedule(Offline(at_ms=100, end_ms=200), Blackhole(at_ms=200, end_ms=300))
    assert [network.is_offline(at_ms) for at_ms in (99, 100, 199, 200)] == [False, True, True, False]


def test_the_page_gets_profile_and_faults() -> None:
    page = schedule(Drop(at_ms=5)).to_page()
    assert page == {"profile": profile("wifi").to_page(), "faults": [{"kind": "drop", "at_ms": 5, "end_ms": 5}]}


def test_what_a_profile_does_by_itself_keeps_out_of_the_way_of_what_is_told() -> None:
    told = (Offline(at_ms=27_000, end_ms=40_000), Drop(at_ms=100_000))
    network = Schedule.over(profile("hotel-wifi"), told)
    first = [(fault.kind, fault.at_ms) for fault in network.every[:6]]
    assert first == [
        ("drop", 17_000),
        ("offline", 27_000),  # the black hole at 29 s is left out
        ("drop", 58_000),
        ("blackhole", 96_000),
        ("drop", 99_000),
        ("drop", 100_000),
    ]
    assert network.faults == told
    assert Schedule.over(profile("wifi"), told).own == ()
