"""What was seen: which requests are calls of a back end, and what they said."""

from typing import Any

import pytest

from harness.proposal.watched import Exchange, Watched, as_json

URL = "http://127.0.0.1:8000/"


def exchange(method: str = "GET", content_type: str = "application/json", **more: Any) -> Exchange:
    told = {"at_ms": 0, "method": method, "url": f"{URL}x", "status": 200, "content_type": content_type, **more}
    return Exchange(**told)


@pytest.mark.parametrize(
    ("one", "is_call"),
    [
        (exchange(), True),
        (exchange(content_type="text/html"), True),
        (exchange(content_type="text/html", document=True), False),
        (exchange(content_type="text/javascript"), False),
        (exchange(content_type="image/png"), False),
        (exchange("POST", "text/html"), True),
        (exchange("POST", "text/html", document=True), False),
    ],
)
def test_a_call_is_what_no_file_and_no_page_answers(one: Exchange, is_call: bool) -> None:
    assert one.is_call is is_call
    assert Watched(url=URL, exchanges=(one,)).calls == ((one,) if is_call else ())


def test_calls_are_told_in_the_order_of_time() -> None:
    late, early = exchange(at_ms=9), exchange(at_ms=3)
    assert Watched(url=URL, exchanges=(late, early)).calls == (early, late)


def test_bodies_are_read_as_json_or_as_forms() -> None:
    assert exchange(request_body="kind=publish&n=3").asked == {"kind": "publish", "n": "3"}
    assert exchange(request_body='{"n":3}').asked == {"n": 3}
    assert exchange().asked is None
    assert exchange(body="<p>").answer is None
    assert as_json("3") == 3


def test_a_recording_takes_the_controls_of_the_page_that_was_looked_at() -> None:
    looked = Watched(url=URL, exchanges=(), title="Shop", controls=(("button", "Publish"),))
    both = Watched(url=URL, exchanges=(exchange(),)).on(looked)
    assert (both.title, both.controls, len(both.exchanges), both.origin) == ("Shop", looked.controls, 1, URL[:-1])
