"""Which requests meet a fault at the server: the same ones as on virtual time."""

import pytest

from harness.network import profiles
from harness.network.faults import Fault, Http, LostResponse
from harness.network.meetings import Meetings
from harness.network.schedule import Schedule


def meetings(*faults: Fault) -> Meetings:
    return Meetings(Schedule.over(profiles.profile("ideal"), faults))


def refused(met: Meetings, *asked: tuple[str, str, int]) -> list[bool]:
    return [met.refusal(method, path, at_ms) is not None for method, path, at_ms in asked]


def test_the_nth_on_and_as_many_as_are_counted() -> None:
    met = meetings(Http(at_ms=0, end_ms=None, status=500, nth=2, count=2))
    assert refused(met, *[("GET", "/api/jobs", at_ms) for at_ms in range(5)]) == [False, True, True, False, False]


def test_without_a_count_there_is_no_end_but_the_window() -> None:
    met = meetings(Http(at_ms=100, end_ms=200, status=500, count=None))
    assert refused(met, *[("GET", "/", at_ms) for at_ms in (99, 100, 199, 200)]) == [False, True, True, False]


@pytest.mark.parametrize(
    ("pattern", "path", "meets"),
    [
        ("/api/jobs", "/api/jobs/1", True),
        ("/api/jobs", "/api/catalogue", False),
        ("/api/*/items", "/api/jobs/items", True),
        ("/api/*/items", "/api/jobs/items/1", False),
        ("*:retry-failed", "/api/jobs/1:retry-failed", True),
    ],
)
def test_a_pattern_is_a_prefix_or_has_stars(pattern: str, path: str, meets: bool) -> None:
    assert refused(meetings(Http(at_ms=0, end_ms=None, status=500, match=pattern)), ("GET", path, 1)) == [meets]


def test_another_method_is_neither_met_nor_counted() -> None:
    met = meetings(LostResponse(at_ms=0, end_ms=1_000, method="post", nth=2))
    asked = [("GET", 1), ("POST", 2), ("GET", 3), ("POST", 4), ("POST", 5)]
    assert [met.loss(method, "/", at_ms) is not None for method, at_ms in asked] == [False, False, False, True, False]
