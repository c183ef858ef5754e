"""How a back end speaks, without sockets and without a clock: a request in, a response or a stream out.

Every time is a whole millisecond of the trial and is given from outside: a request says when it arrived, and the truth
that a wire is shown may reach further than that. A wire answers as of the request's moment, never later.

Most back ends can be told in the target file (docs/wire.md). For one that cannot, a Python file beside it, named by
``wire: wire.py``, defines ``wire(transport)`` and returns a ``Wire``: see there for a whole one in twenty lines.
"""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from harness.facts.truth import Truth
from harness.scenario.world import Cancellation, World
from harness.told.file import Over


@dataclass(frozen=True, kw_only=True, slots=True)
class WireRequest:
    """A request as it arrived. ``path`` carries its query; ``headers`` have names in lower case.

    ``body`` is text; what of it is no UTF-8 stands as lone surrogates: ``body.encode("utf-8", "surrogateescape")`` are
    the very bytes that were sent.
    """

    method: str
    path: str
    at_ms: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str | None = None
    tab: int = 1
    id: str = ""

    @property
    def route(self) -> str:
        """The path alone, decoded, without its query."""
        return unquote(urlsplit(self.path).path)

    @property
    def query(self) -> dict[str, str]:
        """The query's parameters; of one given twice, the last."""
        return {
            name: values[-1] for name, values in parse_qs(urlsplit(self.path).query, keep_blank_values=True).items()
        }

    @property
    def over(self) -> Over:
        """Over what a stream is asked for: a handshake (RFC 6455) asks for a WebSocket."""
        return "websocket" if self.headers.get("upgrade", "").lower() == "websocket" else "sse"


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """One message of a stream, sent by the server at ``sent_ms``. Without event and data it carries what is set.

    Over a WebSocket ``data`` is the message, as text; a frame without it sends nothing. ``held_ms`` is for how long
    something on the way had held it by then; ``lost``: it never gets to the page.
    """

    sent_ms: int
    id: str | None = None
    event: str | None = None
    data: str = ""
    retry_ms: int | None = None
    comment: str | None = None
    close: bool = False
    held_ms: int = 0
    lost: bool = False

    @property
    def is_message(self) -> bool:
        """Whether a page hears of it (WHATWG HTML, section 9.2.6)."""
        return bool(self.data) or self.event is not None

    @property
    def told_ms(self) -> int:
        """When the server said it."""
        return self.sent_ms - self.held_ms


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """An answer. It leaves ``delay_ms`` after the request's arrival.

    The same read gets the same answer from its arrival until just before ``valid_until_ms``; None says: for as long as
    the truth is known (``Backend.horizon_ms``). An answer to a write holds for that write alone.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    valid_until_ms: int | None = None
    delay_ms: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Stream:
    """An answer that stays open. ``frames`` leave at once; ``Wire.publish`` gives the later ones.

    ``id`` is the request's. ``job`` is the one job that the stream tells of, or None for all. ``request`` opened it:
    some wires need to look at it again. One ``over`` a WebSocket answers a handshake alone (``WireRequest.over``).
    """

    id: str
    opened_ms: int
    job: str | None = None
    frames: tuple[Frame, ...] = ()
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    request: WireRequest | None = None
    over: Over = "sse"


class Backend(Protocol):
    """What a wire may know and do. The engine gives it.

    ``truth.job(id, at_ms)`` is the newest run of a job at a moment (state, outcome, counts, phases, causes), or None
    before it was accepted; ``truth.at(at_ms)`` are all jobs; ``truth.items(view.key, at_ms)`` are the items of one.
    """

    @property
    def truth(self) -> Truth:
        """What really happened, as far as it has been simulated: events later than a request's moment may be in it."""

    @property
    def horizon_ms(self) -> int:
        """The moment until which the truth is complete."""

    @property
    def world(self) -> World:
        """The scenario's world."""

    @property
    def memory(self) -> MutableMapping[str, Any]:
        """What the wire keeps through the trial. Only writes may change it."""

    def cancellation(self, job: str) -> Cancellation:
        """What a cancellation does to the runs of a job that there is."""

    def submit(self, *, kind: str, items: int | None, at_ms: int, failed: Mapping[int, str] | None = None) -> str:
        """Start a job at that moment, which may lie after the request's; the truth then reaches at least that far.

        ``failed`` is given where the items are those of a file: the causes by number of those that cannot be taken.

        :returns: the id of the job.
        """

    def command(self, *, do: str, job: str, at_ms: int) -> None:
        """Have a job do something at that moment: ``cancel``, ``retry-failed``, ``rerun`` or ``continue``.

        Raises CommandRefused, with the reason, where it makes no sense then; nothing has happened in that case.
        """


class Wire(Protocol):
    """How one UI's back end speaks.

    It keeps nothing of a trial in itself: what it has to remember goes into ``backend.memory``.
    """

    @property
    def claims(self) -> tuple[str, ...]:
        """What the wire answers, whatever the method: patterns of how paths begin, for Python and JavaScript alike.

        ``/api/`` claims everything below it, ``/tasks/[^/]+$`` one whole path. One may begin with an origin.
        """

    @property
    def canaries(self) -> tuple[str, ...]:
        """Strings planted in technical fields, which no person should ever see; () for none."""

    def respond(self, request: WireRequest, backend: Backend) -> Response | Stream:
        """Answer a request. A read changes nothing and depends on nothing but request, moment and truth.

        A page that asks again and again is given the same ``Response`` until just before its ``valid_until_ms``: that
        has to be the next moment at which the answer is another. ``harness.wire.later`` looks for it.
        """

    def publish(self, stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
        """The frames that an open stream sends after ``from_ms``, until ``until_ms`` inclusive, in order.

        It is asked for one stretch of time after another, and again for what a command has changed; () without streams.
        """
