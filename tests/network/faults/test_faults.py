import json
from pathlib import Path
from typing import get_args

import pytest

from harness.network import faults
from harness.network.faults.blackhole import Blackhole
from harness.network.faults.buffered import Buffered
from harness.network.faults.drop import Drop
from harness.network.faults.gap import Gap
from harness.network.faults.http import Http
from harness.network.faults.lost_response import LostResponse
from harness.network.faults.offline import Offline
from harness.network.faults.refused import Refused
from harness.network.faults.reordered import Reordered
from harness.network.faults.replayed import Replayed
from harness.network.faults.reset import Reset
from harness.network.faults.server_restart import ServerRestart
from harness.network.faults.slow import Slow
from harness.network.faults.trickle import Trickle
from harness.network.faults.window import check_interval, check_window
from harness.network.profiles import profile

EXAMPLES: tuple[faults.Fault, ...] = (
    Blackhole(at_ms=1, end_ms=2),
    Drop(at_ms=1),
    Http(at_ms=1, end_ms=None, status=503, retry_after_s=3, match="/api/jobs", count=2),
    LostResponse(at_ms=1, end_ms=2, method="POST", match="/api/jobs"),
    Offline(at_ms=1, end_ms=2),
    Slow(at_ms=1, end_ms=2, profile=profile("slow-3g")),
    Buffered(at_ms=1, end_ms=2, every_ms=500),
    Gap(at_ms=1, end_ms=2),
    Refused(at_ms=1, end_ms=2),
    Reordered(at_ms=1, end_ms=2),
    Replayed(at_ms=1, end_ms=2),
    Reset(at_ms=1),
    ServerRestart(at_ms=1),
    Trickle(at_ms=1, end_ms=2, bytes=64, every_ms=20),
)


def test_the_list_is_the_folder() -> None:
    folder = Path(faults.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__", "window"}
    assert {fault.kind for fault in faults.ALL} == modules
    assert set(get_args(faults.Fault)) == set(faults.ALL)
    assert len(set(faults.ALL)) == len(faults.ALL)
    assert {type(example) for example in EXAMPLES} == set(faults.ALL)


@pytest.mark.parametrize("fault", EXAMPLES, ids=lambda fault: str(fault.kind))
def test_each_tells_the_page_its_kind_and_window_in_plain_json(fault: faults.Fault) -> None:
    page = fault.to_page()
    assert json.loads(json.dumps(page)) == page
    assert (page["kind"], page["at_ms"], page["end_ms"]) == (fault.kind, 1, fault.end_ms)


@pytest.mark.parametrize("instant", [Drop, Reset, ServerRestart])
def test_an_instant_ends_where_it_begins(instant: type[Drop | Reset | ServerRestart]) -> None:
    assert instant(at_ms=7).end_ms == 7
    with pytest.raises(ValueError, match="a fault from -1 ms"):
        instant(at_ms=-1)


@pytest.mark.parametrize("every_ms", [0, -5])
def test_what_comes_again_and_again_has_an_interval(every_ms: int) -> None:
    with pytest.raises(ValueError, match=f"every {every_ms} ms is no interval; give it a duration above 0"):
        check_interval(every_ms)
    for cls in (Buffered, Trickle):
        with pytest.raises(ValueError, match="is no interval"):
            cls(at_ms=1, end_ms=2, every_ms=every_ms)


def test_the_page_is_told_how_bytes_come() -> None:
    page = Trickle(at_ms=1, end_ms=2).to_page()
    assert (page["bytes"], page["every_ms"]) == (100, 50)
    assert [Trickle(at_ms=1, end_ms=2).takes_ms(size) for size in (0, 100, 101, 250)] == [0, 0, 50, 100]
    assert Buffered(at_ms=1, end_ms=2, every_ms=9).to_page()["every_ms"] == 9


def test_an_error_answer_carries_status_headers_and_body() -> None:
    page = EXAMPLES[2].to_page()
    assert page["status"] == 503
    assert page["headers"] == {"content-type": "text/plain", "retry-after": "3"}
    assert page["body"] == "Service Unavailable"
    assert (page["nth"], page["count"]) == (1, 2)


def test_a_lost_response_is_lost_once() -> None:
    page = EXAMPLES[3].to_page()
    assert (page["method"], page["match"], page["nth"], page["count"]) == ("POST", "/api/jobs", 1, 1)


def test_a_slow_window_brings_its_profile() -> None:
    assert EXAMPLES[5].to_page()["profile"]["rtt_ms"] == 400


@pytest.mark.parametrize(("at_ms", "end_ms"), [(5, 5), (5, 4), (-1, 4)])
def test_a_window_has_a_length_within_the_trial(at_ms: int, end_ms: int) -> None:
    with pytest.raises(ValueError, match="give it a duration above 0"):
        check_window(at_ms, end_ms)
    for cls in (Blackhole, Gap, LostResponse, Offline, Refused, Reordered, Replayed, Trickle):
        with pytest.raises(ValueError, match="give it a duration above 0"):
            cls(at_ms=at_ms, end_ms=end_ms)


@pytest.mark.parametrize("status", [200, 302, 499, 599])
def test_a_status_is_that_of_an_error(status: int) -> None:
    with pytest.raises(ValueError, match=f'"{status}" is no status of an error; write one such as 429'):
        Http(at_ms=0, end_ms=None, status=status)
