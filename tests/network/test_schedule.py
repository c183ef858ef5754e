import pytest

from harness.network.faults import (
    Blackhole,
    Buffered,
    Drop,
    Fault,
    Gap,
    Offline,
    Refused,
    Reset,
    ServerRestart,
    Slow,
    Trickle,
)
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


def test_offline_and_refused_fail_at_once_and_a_black_hole_does_not() -> None:
    network = schedule(Offline(at_ms=100, end_ms=200), Blackhole(at_ms=200, end_ms=300), Refused(at_ms=300, end_ms=400))
    assert [network.refuses(at_ms) for at_ms in (99, 100, 199, 200, 300, 399, 400)] == [
        *(False, True, True, False),
        *(True, True, False),
    ]
    assert network.reachable_from(250) == 400


def test_the_trickle_in_force() -> None:
    trickle = Trickle(at_ms=100, end_ms=200)
    network = schedule(trickle)
    assert [network.trickle_at(at_ms) for at_ms in (99, 100, 199, 200)] == [None, trickle, trickle, None]


@pytest.mark.parametrize("fault", [Refused(at_ms=50, end_ms=60), Trickle(at_ms=50, end_ms=60), Reset(at_ms=50)])
def test_what_sets_the_whole_link_waits_for_its_turn(fault: Fault) -> None:
    with pytest.raises(ValueError, match=f"blackhole lasts until 100ms, and {fault.kind} begins at 50ms"):
        schedule(Blackhole(at_ms=10, end_ms=100), fault)


def test_the_connections_may_break_in_the_moment_in_which_something_begins_or_ends() -> None:
    assert len(schedule(Slow(at_ms=5, end_ms=9, profile=profile("3g")), Reset(at_ms=9), Reset(at_ms=5)).faults) == 3


def test_what_happens_to_a_stream_may_happen_at_any_time() -> None:
    window = Buffered(at_ms=0, end_ms=500, every_ms=50)
    in_stream = (window, Gap(at_ms=100, end_ms=200), ServerRestart(at_ms=150), Drop(at_ms=120))
    assert len(schedule(Blackhole(at_ms=10, end_ms=400), *in_stream).faults) == 5


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
