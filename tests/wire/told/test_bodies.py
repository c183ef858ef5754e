"""From a told body to what goes over the wire."""

import pytest

from harness.told.book import Body
from harness.wire.base import WireRequest
from harness.wire.told.bodies import content, response, tagged
from tests.told.support import book, scene


def body(text: str) -> Body:
    [route] = book(f"routes: {{'GET /{{job}}': {{{text}}}}}").routes
    return route.body


@pytest.mark.parametrize(
    ("told", "content_type", "said"),
    [
        ("answer: {id: '{job.id}', n: '{job.total}'}", "application/json", '{"id":"publish","n":4}'),
        ("answer: null", "application/json", "null"),
        ("answer: '{job.id}'", "application/json", '"publish"'),
        ("answer: '{omit}'", "application/json", ""),
        ("html: '<b>{job.title}</b>'", "text/html; charset=utf-8", "<b>Publish 4 items</b>"),
        ("html: [<ul>, {each: items, as: '<li>{item.name}</li>', limit: 1}, </ul>]", "text/html; charset=utf-8",
         "<ul><li>Mug &lt;blue&gt;</li></ul>"),
        ("text: '{job.processed}/{job.total}'", "text/plain; charset=utf-8", "4/4"),
        ("status: 204", "application/json", ""),
    ],
)  # fmt: skip
def test_a_body_is_json_html_or_text(told: str, content_type: str, said: str) -> None:
    answer = response(body(told), scene(6_400), 500)
    assert (answer.headers["content-type"], answer.body) == (content_type, said)
    assert answer.headers["cache-control"] == "no-store"
    assert content(body(told), scene(6_400)) == said


def test_headers_hold_slots_and_one_without_a_value_is_left_out() -> None:
    answer = response(
        body("headers: {Location: '/t/{job.id}', X-Kept: '{job.kept}', X-N: '{job.total}'}"), scene(1_000), 200
    )
    assert answer.headers["location"] == "/t/publish"
    assert answer.headers["x-n"] == "4"
    assert "x-kept" not in answer.headers


def test_the_status_is_the_bodys_own_or_the_one_that_is_given() -> None:
    assert response(body("status: 286"), scene(0), 200).status == 286
    assert response(Body(node=None, content_type="x"), scene(0), 404).status == 404


def test_an_answer_that_is_known_already_is_not_sent_again() -> None:
    answer = response(body("answer: 1"), scene(0), 200)
    first = tagged(answer, WireRequest(method="GET", path="/", at_ms=0))
    tag = first.headers["etag"]
    again = tagged(answer, WireRequest(method="GET", path="/", at_ms=0, headers={"if-none-match": tag}))
    assert (first.status, first.body, again.status, again.body) == (200, "1", 304, "")
    other = tagged(response(body("answer: 2"), scene(0), 200), WireRequest(method="GET", path="/", at_ms=0))
    assert other.headers["etag"] != tag
