"""Routes and methods."""

import pytest

from harness.wire.base import Response
from harness.wire.reference.wire import ReferenceWire
from tests.wire.support import END_MS, ask, document, submitted

BACKEND = submitted()


def answered(path: str, method: str) -> Response:
    answer = ask(BACKEND, path, END_MS, method=method)
    assert isinstance(answer, Response)
    return answer


def test_everything_below_api_is_claimed() -> None:
    assert ReferenceWire().claims == ("/api/",)


@pytest.mark.parametrize("path", ["/api/", "/api/nothing", "/api/jobs/", "/api/jobs/publish/items/item-001"])
def test_an_unknown_route_is_a_problem(path: str) -> None:
    answer = answered(path, "GET")
    assert answer.status == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "method", "allowed"),
    [
        ("/api/jobs", "DELETE", "GET, POST, HEAD"),
        ("/api/jobs/publish", "POST", "GET, HEAD"),
        ("/api/events", "POST", "GET, HEAD"),
    ],
)
def test_a_method_that_is_not_allowed_is_refused_with_those_that_are(path: str, method: str, allowed: str) -> None:
    answer = answered(path, method)
    assert (answer.status, answer.headers["allow"]) == (405, allowed)
    assert document(answer)["type"].endswith("/wrong-method")


@pytest.mark.parametrize("path", ["/api/jobs", "/api/jobs/publish", "/api/jobs/nobody", "/api/catalogue"])
def test_the_head_is_the_answer_without_its_body(path: str) -> None:
    head, whole = answered(path, "HEAD"), answered(path, "GET")
    assert (head.status, head.headers, head.body) == (whole.status, whole.headers, "")


def test_the_head_of_a_stream_opens_none() -> None:
    answer = answered("/api/events", "HEAD")
    assert (answer.status, answer.headers["content-type"], answer.body) == (200, "text/event-stream", "")
