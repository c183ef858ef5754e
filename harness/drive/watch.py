"""Opens a page in real time, on its own server, and notes what one job brings: requests, presses, what stands on it."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

from playwright.async_api import BrowserContext, Error, Page, Request, Response, async_playwright

from harness.core.errors import HarnessTrouble, UsageError
from harness.core.resources import built
from harness.drive.browser import FoundBrowser, find_browser, first_line
from harness.proposal.watched import EVENTS, STATIC, Exchange, Pressed, StreamMessage, Watched

Json = dict[str, Any]
Person = Callable[[Page], Awaitable[None]]
"""What is done on the page; the watching ends when it returns."""
OPENING_LIMIT_MS = 20_000
BLANK = "about:blank"
CONTROLS = frozenset(("button", "link", "menuitem", "tab", "switch"))


@dataclass
class Notes:
    """Everything as it came, by the wall clock: ``(milliseconds, what)``. ``pending`` are answers still being read."""

    exchanges: list[tuple[float, Exchange]] = field(default_factory=list)
    records: list[tuple[float, Json]] = field(default_factory=list)
    pending: set[asyncio.Task[None]] = field(default_factory=set)

    def take(self, record: str) -> None:
        """What the page tells."""
        told = json.loads(record)
        self.records.append((float(told.pop("at")), told))

    def soon(self, work: Awaitable[None]) -> None:
        """Something that takes a moment."""
        task = asyncio.ensure_future(work)
        self.pending.add(task)
        task.add_done_callback(self.pending.discard)


async def watch(url: str, person: Person, *, headed: bool) -> Watched:
    """Watch the page while the person uses it. Raises UsageError where no page is there."""
    async with async_playwright() as playwright:
        found = await find_browser(playwright, headed=headed)
        try:
            browser = await found.launch(playwright, headed=headed)
        except Error as error:
            raise _no_window(found, error) from error
        notes = Notes()
        try:
            await person(await _open(await browser.new_context(locale="en-US"), url, notes))
            await asyncio.gather(*notes.pending)
        finally:
            await browser.close()
    return watched(url, notes)


def _no_window(found: FoundBrowser, error: Error) -> HarnessTrouble:
    return HarnessTrouble(
        f"{found.describe()} opens no window ({first_line(error.message)}); name a full Chromium by MEANWHILE_BROWSER,"
        " or record a HAR file and give it with --har"
    )


async def _open(context: BrowserContext, url: str, notes: Notes) -> Page:
    source = (built("page") / "runtime.js").read_text(encoding="utf-8")
    await context.expose_function("meanwhileTell", notes.take)
    await context.add_init_script(f"{source}\nif (window === window.top) __meanwhile.watch(window.meanwhileTell);")
    page = await context.new_page()
    page.on("requestfinished", lambda request: notes.soon(_note(request, notes)))
    page.on("response", lambda response: notes.soon(_note_stream(response, notes)))
    try:
        await page.goto(url, wait_until="load", timeout=OPENING_LIMIT_MS)
    except Error as error:
        said = f'no page opens at "{url}" ({first_line(error.message)}); start its server, or mend the URL'
        raise UsageError(said) from None
    return page


async def _note(request: Request, notes: Notes) -> None:
    """A request that is over."""
    response = await request.response()
    if response is None or _is_stream(response):
        return
    is_static = any(kind in response.headers.get("content-type", "") for kind in STATIC)
    _keep(response, None if is_static else await _body(response), notes)


async def _note_stream(response: Response, notes: Notes) -> None:
    """A stream that has opened: it may never be over. The page tells of its messages."""
    if _is_stream(response):
        _keep(response, None, notes)


def _is_stream(response: Response) -> bool:
    return response.headers.get("content-type", "").startswith(EVENTS)


async def _body(response: Response) -> str | None:
    """The text of an answer; None where the browser no longer has it, or it is no text."""
    try:
        return await response.text()
    except (Error, UnicodeDecodeError):
        return None


def _keep(response: Response, body: str | None, notes: Notes) -> None:
    request = response.request
    exchange = Exchange(
        at_ms=0,
        method=request.method,
        url=request.url,
        status=response.status,
        content_type=response.headers.get("content-type", ""),
        body=body,
        request_body=request.post_data,
        request_headers=dict(request.headers),
        headers=dict(response.headers),
        document=request.is_navigation_request(),
    )
    notes.exchanges.append((request.timing["startTime"], exchange))


def watched(url: str, notes: Notes) -> Watched:
    """The notes put together, counted from the first of their moments."""
    first = min((at for at, _ in [*notes.exchanges, *notes.records]), default=0.0)
    told = [(round(at - first), record) for at, record in sorted(notes.records, key=lambda one: one[0])]
    screens = [(at_ms, record) for at_ms, record in told if record["record"] == "screen" and record["url"] != BLANK]
    exchanges = [replace(one, at_ms=round(at - first)) for at, one in sorted(notes.exchanges, key=lambda one: one[0])]
    return Watched(
        url=url,
        exchanges=tuple(_with_messages(one, told) for one in exchanges),
        title=next((record["title"] for _, record in screens if record["title"]), ""),
        presses=tuple(
            Pressed(at_ms=at_ms, role=record["role"], name=record["name"])
            for at_ms, record in told
            if record["record"] == "press"
        ),
        addresses=tuple(dict.fromkeys((at_ms, record["url"]) for at_ms, record in screens)),
        controls=next((found for _, record in screens if (found := _controls(record))), ()),
        said=tuple(dict.fromkeys(text for _, record in screens for text in _texts(record))),
    )


def _with_messages(exchange: Exchange, told: list[tuple[int, Json]]) -> Exchange:
    """A stream with the messages that came over it."""
    if not exchange.is_stream:
        return exchange
    messages = (
        StreamMessage(at_ms=at_ms, event=record["event"], data=record["data"], id=record["id"] or None)
        for at_ms, record in told
        if record["record"] == "message" and record["url"] == exchange.url and at_ms >= exchange.at_ms
    )
    return replace(exchange, messages=tuple(messages))


def _controls(screen: Json) -> tuple[tuple[str, str], ...]:
    nodes = (node for node in screen["nodes"] if node["role"] in CONTROLS and node.get("enabled") is not False)
    return tuple((node["role"], node.get("name") or " ".join(_words(node))) for node in nodes)


def _texts(screen: Json) -> list[str]:
    """What stood on the page, a text a node; what a control is called is no statement."""
    return [" ".join(words) for node in screen["nodes"] if node["role"] not in CONTROLS and (words := _words(node))]


def _words(node: Json) -> list[str]:
    return [kid for kid in node["kids"] if isinstance(kid, str)]
