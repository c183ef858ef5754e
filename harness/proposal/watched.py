"""What was seen while somebody ran one job by hand: requests with their answers, presses, addresses. No I/O."""

import json
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlsplit

JSON = "json"
EVENTS = "text/event-stream"
STATIC = ("javascript", "css", "image/", "font/", "wasm", "video/", "audio/")


@dataclass(frozen=True, kw_only=True, slots=True)
class StreamMessage:
    """One message of an event stream. ``at_ms`` is None where nobody noted it."""

    at_ms: int | None
    event: str | None
    data: str
    id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A request and its answer. ``at_ms`` counts from the first; ``document``: it loaded a page."""

    at_ms: int
    method: str
    url: str
    status: int
    content_type: str = ""
    body: str | None = None
    request_body: str | None = None
    request_headers: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    messages: tuple[StreamMessage, ...] = ()
    document: bool = False

    @property
    def path(self) -> str:
        """The path, without the query."""
        return urlsplit(self.url).path or "/"

    @property
    def origin(self) -> str:
        """Where it was sent."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @cached_property
    def query(self) -> dict[str, str]:
        """The parameters of the query."""
        return dict(parse_qsl(urlsplit(self.url).query, keep_blank_values=True))

    @property
    def is_stream(self) -> bool:
        """Whether it is an event stream."""
        return self.content_type.startswith(EVENTS)

    @property
    def is_good(self) -> bool:
        """Whether the server did what was asked."""
        return 200 <= self.status < 300

    @property
    def is_call(self) -> bool:
        """Whether a back end answers it, and not a file or a page."""
        if self.method != "GET":
            return not self.document
        return not self.document and not any(kind in self.content_type for kind in STATIC)

    @cached_property
    def answer(self) -> Any:
        """The body as JSON; None where it is something else."""
        return as_json(self.body)

    @cached_property
    def asked(self) -> Any:
        """The request's body, read: as JSON, or the fields of a form; None where there is none."""
        read = as_json(self.request_body)
        if read is not None or not self.request_body:
            return read
        return dict(parse_qsl(self.request_body, keep_blank_values=True)) or None


def as_json(text: str | None) -> Any:
    """The text as JSON; None where it is something else."""
    try:
        return json.loads(text or "")
    except ValueError:
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Pressed:
    """A control that the person pressed, by its role and name."""

    at_ms: int
    role: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Watched:
    """One job, watched. ``url`` is where the page was opened; ``addresses`` are those that it had, with their moments.

    ``controls`` are the controls of the page as it came, by role and name; ``said`` is what stood on it at any time.
    """

    url: str
    exchanges: tuple[Exchange, ...]
    title: str = ""
    presses: tuple[Pressed, ...] = ()
    addresses: tuple[tuple[int, str], ...] = ()
    controls: tuple[tuple[str, str], ...] = ()
    said: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """Where the page is."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    def on(self, page: "Watched") -> "Watched":
        """What was recorded elsewhere, on the page that was looked at here."""
        return replace(self, title=self.title or page.title, controls=page.controls)

    @property
    def calls(self) -> tuple[Exchange, ...]:
        """What a back end answered, in order."""
        return tuple(one for one in sorted(self.exchanges, key=lambda one: one.at_ms) if one.is_call)
