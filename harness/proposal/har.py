"""Reads HAR files (HTTP Archive 1.2), as browsers and Playwright write them."""

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from harness.proposal.watched import EVENTS, Exchange, StreamMessage, Watched

DOCUMENT = "document"


class NoHar(ValueError):
    """The text is no HAR; the words say what to do."""


def read(text: str, url: str) -> Watched:
    """What the file says. ``url`` is where the page is."""
    entries = _entries(text)
    if not entries:
        raise NoHar("it holds no requests; record again with the page open, and run one job to its end")
    first = min(_moment(entry) for entry in entries)
    exchanges = tuple(_exchange(entry, first) for entry in entries)
    visited = tuple((one.at_ms, one.url) for one in exchanges if one.document)
    return Watched(url=url, exchanges=exchanges, addresses=visited, title=_title(exchanges))


def _entries(text: str) -> list[dict[str, Any]]:
    try:
        entries = json.loads(text)["log"]["entries"]
        return [entry for entry in entries if entry["request"]["url"].startswith("http") and entry["response"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NoHar("this is no HAR file; save one from your browser's developer tools, with content") from None


def _moment(entry: dict[str, Any]) -> datetime:
    try:
        return datetime.fromisoformat(entry["startedDateTime"])
    except (KeyError, ValueError, TypeError):
        raise NoHar(
            "an entry has no startedDateTime; save the file again with your browser's developer tools"
        ) from None


def _exchange(entry: dict[str, Any], first: datetime) -> Exchange:
    request, response = entry["request"], entry["response"]
    content = response.get("content") or {}
    content_type = _headers(response).get("content-type") or content.get("mimeType") or ""
    at_ms = (_moment(entry) - first) // timedelta(milliseconds=1)
    body = _body(content)
    return Exchange(
        at_ms=at_ms,
        method=request["method"],
        url=request["url"].partition("#")[0],
        status=int(response.get("status") or 0),
        content_type=content_type,
        body=body,
        request_body=_sent(request.get("postData") or {}),
        request_headers=_headers(request),
        headers=_headers(response),
        messages=tuple(_messages(entry, body, at_ms, first)) if content_type.startswith(EVENTS) else (),
        document=_is_document(entry, content_type),
    )


def _is_document(entry: dict[str, Any], content_type: str) -> bool:
    """What loaded a page: the file says so, or the browser asked for HTML before anything else."""
    kind = entry.get("_resourceType")
    if kind is not None:
        return bool(kind == DOCUMENT)
    return "html" in content_type and "text/html" in _headers(entry["request"]).get("accept", "text/html")


def _headers(message: dict[str, Any]) -> dict[str, str]:
    return {header["name"].lower(): header["value"] for header in message.get("headers") or ()}


def _body(content: dict[str, Any]) -> str | None:
    text: str | None = content.get("text")
    if text is not None and content.get("encoding") == "base64":
        return base64.b64decode(text).decode("utf-8", errors="replace")
    return text


def _sent(posted: dict[str, Any]) -> str | None:
    if posted.get("text") is not None:
        return str(posted["text"])
    params = {param["name"]: param.get("value", "") for param in posted.get("params") or ()}
    return json.dumps(params) if params else None


def _messages(entry: dict[str, Any], body: str | None, at_ms: int, first: datetime) -> Iterator[StreamMessage]:
    """From Chrome's own list where there is one, else from the text of the stream."""
    noted = entry.get("_eventSourceMessages")
    if not noted:
        yield from parsed((body or "").splitlines())
        return
    begun_s = first.timestamp()
    for one in noted:
        moment_ms = round((float(one["time"]) - begun_s) * 1000) if one.get("time") else at_ms
        event = one.get("eventName") or None
        yield StreamMessage(at_ms=moment_ms, event=None if event == "message" else event, data=one.get("data") or "")


def parsed(lines: Iterable[str]) -> Iterator[StreamMessage]:
    """The messages in the text of an event stream (WHATWG HTML, section 9.2)."""
    held: dict[str, list[str]] = {}
    for line in [*lines, ""]:
        if line == "":
            if "data" in held:
                yield _message(held)
            held = {}
        elif not line.startswith(":"):
            name, _, value = line.partition(":")
            held.setdefault(name, []).append(value.removeprefix(" "))


def _message(held: dict[str, list[str]]) -> StreamMessage:
    event, id = held.get("event", [""])[-1], held.get("id", [""])[-1]
    return StreamMessage(at_ms=None, event=event or None, data="\n".join(held["data"]), id=id or None)


def _title(exchanges: tuple[Exchange, ...]) -> str:
    page = next((one.body for one in exchanges if one.document and one.body), "")
    _, _, rest = page.partition("<title>")
    return rest.partition("</title>")[0].strip() if rest else ""
