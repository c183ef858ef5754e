"""A page is watched at work before a real server: what it asks, what it is told, what is pressed, what stands on it."""

import asyncio
import json
from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page

from harness.core.errors import UsageError
from harness.drive.watch import Notes, watch, watched
from harness.proposal.watched import Exchange, Watched
from harness.targets.load import load
from tests.proposal.record import world
from tests.proposal.server import Stage, served

URL = "http://127.0.0.1:8000/"


def person(stage: Stage, button: str) -> Callable[[Page], Awaitable[None]]:
    """Presses a button, and waits for the end."""

    async def act(page: Page) -> None:
        await page.get_by_role("button", name=button).click()
        await asyncio.to_thread(stage.wait_for_end, 0.5)

    return act


@pytest.fixture(scope="module")
def seen() -> Watched:
    """The page with an event stream, watched once."""
    with served(load("example-events"), world("publish", flaky=False), speed=8) as (url, stage):
        return asyncio.run(watch(url, person(stage, "Publish items"), headed=False))


@pytest.mark.browser
def test_presses_are_told_by_role_and_name(seen: Watched) -> None:
    assert [(press.role, press.name) for press in seen.presses] == [("button", "Publish items")]


@pytest.mark.browser
def test_calls_are_told_with_what_was_sent_and_answered(seen: Watched) -> None:
    start, stream = seen.calls
    assert (start.method, start.path, start.status, start.asked) == ("POST", "/api/batches", 201, {"type": "publish"})
    assert start.answer == {"batch": {"id": "publish"}}
    assert seen.presses[0].at_ms <= start.at_ms <= stream.at_ms


@pytest.mark.browser
def test_the_messages_of_a_stream_are_told_whatever_their_name(seen: Watched) -> None:
    messages = seen.calls[1].messages
    assert {message.event for message in messages} == {"batch", "item", "end"}
    assert json.loads(messages[0].data)["title"] == "Publish 12 items"
    assert [message.at_ms for message in messages] == sorted(message.at_ms or 0 for message in messages)


@pytest.mark.browser
def test_what_stands_on_the_page_and_its_addresses_are_told(seen: Watched) -> None:
    assert seen.title == "Batches"
    assert seen.controls == (("button", "Publish items"), ("button", "Sync items"))
    assert any(text.startswith("In progress:") for text in seen.said)
    assert not [text for text in seen.said if text == "Publish items"]
    assert seen.addresses[0][1].endswith("/")
    assert seen.addresses[-1][1].endswith("/#publish")


@pytest.mark.browser
def test_where_no_page_is_the_sentence_says_what_to_do() -> None:
    async def nobody(page: Page) -> None:
        raise AssertionError

    with pytest.raises(
        UsageError, match=r'no page opens at "http://127\.0\.0\.1:9/" .* start its server, or mend the URL'
    ):
        asyncio.run(watch("http://127.0.0.1:9/", nobody, headed=False))


def test_notes_are_put_in_the_order_of_time_and_counted_from_the_first() -> None:
    notes = Notes()
    stream = Exchange(at_ms=0, method="GET", url=f"{URL}e", status=200, content_type="text/event-stream")
    notes.exchanges += [(5_000.0, stream), (4_000.0, Exchange(at_ms=0, method="POST", url=f"{URL}x", status=200))]
    for at, url in ((6_000, f"{URL}e"), (5_500, f"{URL}other"), (4_500, f"{URL}e")):
        notes.take(json.dumps({"record": "message", "url": url, "event": None, "data": str(at), "id": "", "at": at}))
    notes.take(json.dumps({"record": "press", "role": "button", "name": "Go", "at": 3_900}))
    told = watched(URL, notes)
    assert [(one.method, one.at_ms) for one in told.exchanges] == [("POST", 100), ("GET", 1_100)]
    assert [(one.at_ms, one.data) for one in told.exchanges[1].messages] == [(2_100, "6000")]
    assert told.presses[0].at_ms == 0


def test_without_notes_there_is_nothing() -> None:
    assert watched(URL, Notes()) == Watched(url=URL, exchanges=())
