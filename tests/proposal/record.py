"""Records anew the HAR files that proposals are tested on: ``python -m tests.proposal.record``.

Each is one job on one of our pages before a real server on loopback, as a browser writes it down, without what no
proposal looks at.
"""

import asyncio
import json
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from playwright.async_api import Page, async_playwright

from harness.drive.browser import find_browser
from harness.scenario.world import World
from harness.targets.load import load
from tests.proposal.server import Stage, served

HARS = Path(__file__).parent / "hars"
KEPT_HEADERS = {"content-type", "location", "idempotency-key", "accept", "etag", "retry-after"}
PORT = re.compile(r"127\.0\.0\.1:\d+")
HERE = "127.0.0.1:8000"
AFTER_S = 4.0

Press = Callable[[Page], Awaitable[None]]


def world(kind: str, items: int = 12, *, flaky: bool = True) -> World:
    """A job of some twelve seconds, with each kind of end among its items; ``flaky``: and one that is tried again."""
    outcomes = {"failed": {"missing-id": 2, **({"timeout": 1} if flaky else {})}, "skipped": {"unchanged": 2}}
    latency = {"p50": "800ms", "p99": "1500ms", "cap": "2s"}
    return World.model_validate(
        {
            "third_party": {"marketplace": {"latency": latency}},
            "jobs": [{"id": kind, "kind": kind, "items": items, "outcomes": outcomes}],
        }
    )


class Messages:
    """The messages of event streams, as Chrome lists them in the HAR files that it saves."""

    def __init__(self) -> None:
        self.listed: list[dict[str, Any]] = []
        self._ahead_s = 0.0

    async def listen(self, page: Page) -> None:
        """Hear what the browser hears."""
        cdp = await page.context.new_cdp_session(page)
        cdp.on("Network.requestWillBeSent", self._sent)
        cdp.on("Network.eventSourceMessageReceived", self._came)
        await cdp.send("Network.enable")

    def _sent(self, event: dict[str, Any]) -> None:
        self._ahead_s = event["wallTime"] - event["timestamp"]

    def _came(self, event: dict[str, Any]) -> None:
        told = {name: event[name] for name in ("eventName", "eventId", "data")}
        self.listed.append({"time": event["timestamp"] + self._ahead_s, **told})


async def record(url: str, press: Press, stage: Stage, to: Path) -> list[dict[str, Any]]:
    """Press, and wait until the job has ended and the page has had time to learn of it. The messages that came."""
    messages = Messages()
    async with async_playwright() as playwright:
        browser = await (await find_browser(playwright)).launch(playwright)
        context = await browser.new_context(record_har_path=to, record_har_content="embed")
        page = await context.new_page()
        await messages.listen(page)
        await page.goto(url)
        await press(page)
        await asyncio.to_thread(stage.wait_for_end, AFTER_S)
        await context.close()
        await browser.close()
    return messages.listed


def trimmed(har: dict[str, Any], messages: list[dict[str, Any]]) -> dict[str, Any]:
    """The entries with what a proposal may look at."""
    entries = [_entry(entry) for entry in har["log"]["entries"]]
    for entry in entries:
        if "event-stream" in entry["response"]["content"].get("mimeType", ""):
            entry["_eventSourceMessages"] = messages
            entry["response"]["content"].pop("text", None)
    log = {"version": "1.2", "creator": {"name": "meanwhile", "version": "1"}, "entries": entries}
    return {"log": log}


def _entry(entry: dict[str, Any]) -> dict[str, Any]:
    request, response = entry["request"], entry["response"]
    content = {name: value for name, value in response["content"].items() if name in ("mimeType", "text", "encoding")}
    if not any(kind in content.get("mimeType", "") for kind in ("json", "event-stream", "html")):
        content.pop("text", None)
    posted = {name: value for name, value in request.get("postData", {}).items() if name in ("mimeType", "text")}
    return {
        "startedDateTime": entry["startedDateTime"],
        **({"_resourceType": entry["_resourceType"]} if "_resourceType" in entry else {}),
        "request": {
            "method": request["method"],
            "url": request["url"],
            "headers": _headers(request),
            **({"postData": posted} if posted else {}),
        },
        "response": {"status": response["status"], "headers": _headers(response), "content": content},
    }


def _headers(message: dict[str, Any]) -> list[dict[str, str]]:
    return [header for header in message["headers"] if header["name"].lower() in KEPT_HEADERS]


PAGES: dict[str, tuple[str, str, str]] = {
    "example-polling": ("import", "Import products", "sse"),
    "example-events": ("publish", "Publish items", "sse"),
    "celery-progress": ("publish", "Publish items", "poll"),
    "plain-polling": ("publish", "Publish", "poll"),
    "reference": ("publish", "Publish", "poll"),
}


def main(names: list[str]) -> None:
    """Record the pages of these names, or all."""
    HARS.mkdir(exist_ok=True)
    for name in names or PAGES:
        kind, button, transport = PAGES[name]
        to = HARS / f"{name}.har"

        async def press(page: Page, button: str = button) -> None:
            await page.get_by_role("button", name=re.compile(f"^{button}")).first.click()

        with served(load(name), world(kind), transport=transport) as (url, stage):
            messages = asyncio.run(record(url, press, stage, to))
        har = trimmed(json.loads(to.read_text(encoding="utf-8")), messages)
        text = json.dumps(har, indent=1, ensure_ascii=False)
        to.write_text(PORT.sub(HERE, text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
