"""What the browser says of its requests, and what the server says of them, put together as the trial's records."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from harness.network.faults import Blackhole, Breaks
from harness.network.schedule import Schedule
from harness.serve.asking import NUMBER
from harness.serve.stage import Arrival, Sent

Json = dict[str, Any]
VIA = {"EventSource": "eventsource", "XHR": "xhr", "Fetch": "fetch", "Ping": "beacon"}
BEGINNINGS = frozenset(("requestWillBeSent", "webSocketCreated", "webSocketWillSendHandshakeRequest"))
SOCKET = "websocket"
MESSAGES = (1, 2)
"""What a frame of a WebSocket carries: text, bytes (RFC 6455, section 5.2)."""
REFUSED = re.compile(r"Unexpected response code: (\d{3})")
GIVEN_UP = "closed before the connection is established"
STREAM = "text/event-stream"
SLACK_MS = 50
"""Browser and server are asked for the time in two processes."""
BREAKS_WITHIN_MS = 500
"""What a fault breaks breaks with it, as soon as the proxy has been told."""


@dataclass
class Asked:
    """One request as the browser tells of it; ``heard_ms`` are the moments at which its messages came."""

    raw: Json
    is_stream: bool = False
    ended_ms: int | None = None
    canceled: bool = False
    number: int | None = None
    """By which the server knows it, where its answer came."""
    arrival: Arrival | None = None
    heard_ms: list[int] = field(default_factory=list)


@dataclass
class Wiretap:
    """``claimed`` says whether a path is the wire's; ``started_ms`` is the wall clock's moment of the trial's start."""

    started_ms: float
    claimed: Callable[[str], bool]
    take: Callable[[list[Json]], None]
    asked: dict[tuple[int, str], Asked] = field(default_factory=dict)
    _offsets: dict[int, float] = field(default_factory=dict)
    _sockets: dict[tuple[int, str], str] = field(default_factory=dict)
    """The addresses of those that have not asked yet."""

    def heard(self, tab: int, name: str, told: Json) -> None:
        """An event of the browser's network log (Chrome DevTools Protocol, domain Network)."""
        if "wallTime" in told:
            self._offsets[tab] = told["wallTime"] - told["timestamp"]
        key = (tab, told["requestId"])
        if name == "requestWillBeSent":
            self._sent(tab, told, told["request"], VIA.get(told.get("type", ""), "fetch"))
        elif name == "webSocketCreated":
            self._sockets[key] = told["url"]
        elif key in self._sockets:  # it asks; where there is no connection to ask over, it ends unasked
            self._sent(tab, told, {"method": "GET", "url": self._sockets.pop(key), "headers": {}}, SOCKET)
        one = self.asked.get(key)
        if one is not None and name not in BEGINNINGS:
            getattr(self, f"_{name}")(one, self._at(tab, told["timestamp"]), told)

    def _sent(self, tab: int, told: Json, request: Json, via: str) -> None:
        address = urlsplit(request["url"])
        if not self.claimed(address.path):
            return
        headers = {name.lower(): value for name, value in request["headers"].items()}
        raw = {
            "record": "request",
            "id": len(self.asked) + 1,
            "tab": tab,
            "method": request["method"],
            "path": address.path + (f"?{address.query}" if address.query else ""),
            "sent_ms": self._at(tab, told["timestamp"]),
            "via": via,
            "body": request.get("postData"),
            "idempotency_key": headers.get("idempotency-key"),
        }
        self.asked[tab, told["requestId"]] = Asked(raw)
        self.take([dict(raw)])

    def _responseReceived(self, one: Asked, at_ms: int, told: Json) -> None:  # noqa: N802 - the event's own name
        _answered(one, told["response"])
        one.is_stream = told["response"]["mimeType"] == STREAM
        if one.is_stream:
            one.raw["answered_ms"] = at_ms

    def _loadingFinished(self, one: Asked, at_ms: int, _told: Json) -> None:  # noqa: N802
        one.ended_ms = at_ms
        one.raw.setdefault("answered_ms", at_ms)

    def _loadingFailed(self, one: Asked, at_ms: int, told: Json) -> None:  # noqa: N802
        one.ended_ms, one.canceled = at_ms, told.get("canceled", False)

    def _eventSourceMessageReceived(self, one: Asked, at_ms: int, _told: Json) -> None:  # noqa: N802
        one.heard_ms.append(at_ms)

    def _webSocketHandshakeResponseReceived(self, one: Asked, at_ms: int, told: Json) -> None:  # noqa: N802
        _answered(one, told["response"])
        one.raw["answered_ms"] = at_ms

    def _webSocketFrameReceived(self, one: Asked, at_ms: int, told: Json) -> None:  # noqa: N802
        if told["response"]["opcode"] in MESSAGES:
            one.heard_ms.append(at_ms)

    def _webSocketFrameError(self, one: Asked, at_ms: int, told: Json) -> None:  # noqa: N802
        """The log has no other word for a handshake that is answered with no socket."""
        one.ended_ms, one.canceled = at_ms, GIVEN_UP in told["errorMessage"]
        if refused := REFUSED.search(told["errorMessage"]):
            one.raw["status"], one.raw["answered_ms"] = int(refused[1]), at_ms

    def _webSocketClosed(self, one: Asked, at_ms: int, _told: Json) -> None:  # noqa: N802
        one.ended_ms = at_ms

    def _at(self, tab: int, timestamp: float) -> int:
        return round((timestamp + self._offsets.get(tab, 0.0)) * 1000 - self.started_ms)

    def finish(self, arrivals: Iterable[Arrival], sent: Iterable[Sent], network: Schedule, end_ms: int) -> None:
        """The trial is over: what the server saw goes to what the browser said."""
        self._match(arrivals)
        for one in self.asked.values():
            one.raw["fault"] = _fault(one, network, end_ms)
            self.take([dict(one.raw)])
        by_stream = defaultdict(list)
        for message in sent:
            by_stream[message.stream].append(message)
        for one in self.asked.values():
            if one.arrival is not None:
                self.take(_messages(one, by_stream[one.arrival.id]))

    def request_of(self, arrival: Arrival) -> str:
        """The id of the request that arrived so, as the trial's records know it."""
        return next((str(one.raw["id"]) for one in self.asked.values() if one.arrival is arrival), "")

    def _match(self, arrivals: Iterable[Arrival]) -> None:
        """By the number in the answer; of what had none, equal requests of a tab arrive in the order in which they were
        sent.
        """
        numbered = {one.number: one for one in self.asked.values() if one.number is not None}
        unanswered = [one for one in self.asked.values() if one.number is None]
        for arrival in arrivals:
            fitting = (one for one in unanswered if one.arrival is None and _fits(one, arrival))
            one = numbered.get(arrival.id) or min(fitting, key=lambda one: one.raw["sent_ms"], default=None)
            if one is not None:
                one.arrival = arrival
                one.raw["arrived_ms"] = max(arrival.at_ms, one.raw["sent_ms"])


def _answered(one: Asked, response: Json) -> None:
    one.raw["status"] = response["status"]
    headers = {name.lower(): value for name, value in response.get("headers", {}).items()}
    if NUMBER in headers and not response.get("fromDiskCache"):
        one.number = int(headers[NUMBER])


def _fits(one: Asked, arrival: Arrival) -> bool:
    if any(one.raw[name] != getattr(arrival, name) for name in ("tab", "method", "path")):
        return False
    sent_ms: int = one.raw["sent_ms"]
    ended_ms = arrival.at_ms if one.ended_ms is None else one.ended_ms
    return sent_ms - SLACK_MS <= arrival.at_ms <= ended_ms + SLACK_MS


def _fault(one: Asked, network: Schedule, end_ms: int) -> str | None:
    """What became of it, where it was not simply answered."""
    if one.arrival is not None and one.arrival.fault is not None:
        return one.arrival.fault
    if one.canceled:
        return "aborted"
    if "answered_ms" in one.raw and one.raw["via"] == SOCKET:
        return _broken_by(one, network)
    if "answered_ms" in one.raw and (one.ended_ms is None or not one.is_stream):
        return None
    last_ms = end_ms if one.ended_ms is None else one.ended_ms
    breaks = (fault for fault in network.every if isinstance(fault, Breaks))
    met = (fault for fault in breaks if one.raw["sent_ms"] <= fault.end_ms + SLACK_MS)
    return next((fault.kind for fault in met if fault.at_ms <= last_ms + SLACK_MS), None)


def _broken_by(one: Asked, network: Schedule) -> str | None:
    """What ended a socket, where neither side did: its own log does not say."""
    if one.ended_ms is None:
        return None
    breaks = (fault for fault in network.every if isinstance(fault, Breaks))
    moments = ((fault.kind, fault.end_ms if isinstance(fault, Blackhole) else fault.at_ms) for fault in breaks)
    return next((kind for kind, at_ms in moments if 0 <= one.ended_ms - at_ms <= BREAKS_WITHIN_MS), None)


def _messages(one: Asked, sent: list[Sent]) -> list[Json]:
    """A stream brings its messages in order; those that did not come before it broke were lost."""
    heard = iter(one.heard_ms)
    return [
        {
            "record": "message",
            "stream": one.raw["id"],
            "tab": one.raw["tab"],
            "sent_ms": message.sent_ms,
            "delivered_ms": None if message.lost else next(heard, None),
            "event": message.event,
            "bytes": message.bytes,
        }
        for message in sent
    ]
