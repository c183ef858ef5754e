"""HAR files as browsers write them, and what is no such file."""

import base64
import json
from typing import Any

import pytest

from harness.proposal.har import NoHar, parsed, read
from harness.proposal.watched import StreamMessage

URL = "http://127.0.0.1:8000/"


def entry(at: str = "2026-01-05T09:00:00.000Z", **more: Any) -> dict[str, Any]:
    """One entry, with what is given instead of the usual."""
    request = {"method": "GET", "url": f"{URL}api/x", "headers": [], **more.pop("request", {})}
    content = {"mimeType": "application/json", "text": "{}", **more.pop("content", {})}
    response = {"status": 200, "headers": [], "content": content, **more.pop("response", {})}
    return {"startedDateTime": at, "request": request, "response": response, **more}


def har(*entries: dict[str, Any]) -> str:
    return json.dumps({"log": {"entries": entries}})


def test_an_entry_is_an_exchange_counted_from_the_first() -> None:
    posted = {"postData": {"mimeType": "application/json", "text": '{"kind":"publish"}'}, "method": "POST"}
    watched = read(
        har(entry("2026-01-05T09:00:02.500+00:00", request=posted), entry("2026-01-05T10:00:01.000+01:00")), URL
    )
    late, early = watched.exchanges
    assert (early.at_ms, late.at_ms, late.method, late.asked) == (0, 1_500, "POST", {"kind": "publish"})
    assert (early.status, early.answer, early.path, early.origin) == (200, {}, "/api/x", "http://127.0.0.1:8000")


def test_headers_are_read_whatever_their_case_and_tell_the_type_before_the_content_does() -> None:
    headers = [{"name": "Content-Type", "value": "text/event-stream"}, {"name": "LOCATION", "value": "/x"}]
    [one] = read(har(entry(response={"headers": headers})), URL).exchanges
    assert (one.content_type, one.headers["location"], one.is_stream) == ("text/event-stream", "/x", True)


def test_a_body_may_be_packed_and_a_form_may_be_told_by_its_fields() -> None:
    packed = {"text": base64.b64encode(b'{"n":1}').decode(), "encoding": "base64"}
    posted = {"postData": {"params": [{"name": "kind", "value": "import"}]}, "method": "POST"}
    [one] = read(har(entry(content=packed, request=posted)), URL).exchanges
    assert (one.answer, one.asked) == ({"n": 1}, {"kind": "import"})


@pytest.mark.parametrize(
    ("more", "is_one"),
    [
        ({"_resourceType": "document"}, True),
        ({"_resourceType": "fetch", "content": {"mimeType": "text/html"}}, False),
        ({"content": {"mimeType": "text/html"}}, True),
        ({"content": {"mimeType": "text/html"}, "request": {"headers": [{"name": "accept", "value": "*/*"}]}}, False),
        ({}, False),
    ],
)
def test_what_loaded_a_page_is_no_call(more: dict[str, Any], is_one: bool) -> None:
    [one] = read(har(entry(**more)), URL).exchanges
    assert (one.document, one.is_call) == (is_one, not is_one)


def test_the_messages_of_a_stream_are_read_from_its_text_or_from_the_browsers_list() -> None:
    stream = {"mimeType": "text/event-stream", "text": "event: a\ndata: 1\n\n"}
    [told] = read(har(entry(content=stream)), URL).exchanges
    assert told.messages == (StreamMessage(at_ms=None, event="a", data="1"),)
    noted = [{"time": 1_767_603_602.5, "eventName": "message", "eventId": "", "data": "2"}]
    [listed] = read(har(entry(content=stream, _eventSourceMessages=noted)), URL).exchanges
    assert listed.messages == (StreamMessage(at_ms=2_500, event=None, data="2"),)


def test_a_stream_is_read_as_its_standard_says() -> None:
    text = ": hello\nretry: 3000\n\nevent: a\nid: 7\ndata: one\ndata:two\n\ndata\n\nevent: lost\n\ndata: last"
    assert list(parsed(text.splitlines())) == [
        StreamMessage(at_ms=None, event="a", data="one\ntwo", id="7"),
        StreamMessage(at_ms=None, event=None, data=""),
        StreamMessage(at_ms=None, event=None, data="last"),
    ]


def test_the_title_is_that_of_the_page() -> None:
    page = entry(_resourceType="document", content={"mimeType": "text/html", "text": "<title> Shop </title>"})
    watched = read(har(page), URL)
    assert (watched.title, watched.addresses) == ("Shop", ((0, f"{URL}api/x"),))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this is no HAR file; save one from your browser's developer tools, with content"),
        ("[]", "this is no HAR file"),
        ('{"log": {}}', "this is no HAR file"),
        ('{"log": {"entries": [1]}}', "this is no HAR file"),
        ('{"log": {"entries": []}}', "it holds no requests; record again with the page open"),
        (har({**entry(), "startedDateTime": "now"}), "an entry has no startedDateTime; save the file again"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(text: str, said: str) -> None:
    with pytest.raises(NoHar, match=said):
        read(text, URL)
