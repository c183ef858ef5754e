"""A request knows its route and its query."""

from harness.wire.base import WireRequest


def test_the_route_is_decoded_and_has_no_query() -> None:
    request = WireRequest(method="GET", path="/api/jobs/my%20job?state=failed", at_ms=0)
    assert request.route == "/api/jobs/my job"


def test_the_query_keeps_the_last_of_a_parameter_given_twice_and_empty_ones() -> None:
    request = WireRequest(method="GET", path="/api/events?last_event_id=3&last_event_id=4&x=", at_ms=0)
    assert request.query == {"last_event_id": "4", "x": ""}
