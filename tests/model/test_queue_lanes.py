from harness.model.queue_lanes import Lanes
from harness.scenario.world import JobKind
from tests.model.queue_bench import ticket


def test_the_first_of_all_open_lanes_is_found_and_who_has_gone_is_not() -> None:
    lanes, early, late, limited = Lanes(), ticket(1), ticket(2), ticket(0)
    lanes.put(("default", ()), late)
    lanes.put(("default", ()), early)
    lanes.put(("default", (JobKind.SYNC,)), limited)
    assert lanes.first(lambda _: True) is limited
    assert lanes.first(lambda lane: not lane[1]) is early
    early.gone = limited.gone = True
    assert lanes.first(lambda _: True) is late
    assert not lanes.touch((JobKind.SYNC,))
