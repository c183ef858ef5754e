"""A request as the server takes it: its path as it came, and what it meets before the wire."""

from starlette.requests import HTTPConnection

from harness.network.faults import Http
from harness.serve.asking import arrived, path_of, refused
from tests.serve.hosting import Wire, staged, text


def asked(path: bytes, query: bytes = b"", tab: bytes = b"3") -> HTTPConnection:
    return HTTPConnection(
        {"type": "http", "raw_path": path, "query_string": query, "headers": [(b"x-meanwhile-tab", tab)]}
    )


def test_a_path_is_as_it_was_asked_for() -> None:
    assert path_of(asked(b"/api/a%2Fb")) == "/api/a%2Fb"


def test_an_arrival_has_its_tab_and_its_query() -> None:
    stage = staged(Wire(lambda _: text("ok")))
    arrival = arrived(stage, asked(b"/api/jobs", b"state=failed"), "PUT")
    assert (arrival.tab, arrival.method, arrival.path) == (3, "PUT", "/api/jobs?state=failed")
    assert arrived(stage, asked(b"/api/jobs")).path == "/api/jobs"
    assert [one.id for one in stage.arrivals] == [1, 2]


def test_a_fault_refuses_and_is_noted() -> None:
    stage = staged(Wire(lambda _: text("ok")), Http(at_ms=0, end_ms=None, status=429, retry_after_s=3))
    first, second = (arrived(stage, asked(b"/api/jobs")) for _ in range(2))
    answer = refused(stage, first)
    assert answer is not None
    assert (answer.status, answer.headers["retry-after"], first.fault) == (429, "3", "http")
    assert refused(stage, second) is None
    assert second.fault is None
