"""How a back end speaks, without sockets and without a clock: a request in, a response or a stream out.

Every time is a whole millisecond of the trial and is given from outside: a request says when it arrived, and the truth
that a wire is shown may reach further than that. A wire answers as of the request's moment, never later.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from harness.facts.truth import Truth
from harness.scenario.world import World


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


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """One message of a stream, sent by the server at ``sent_ms``. Without event and data it carries what is set."""

    sent_ms: int
    id: str | None = None
    event: str | None = None
    data: str = ""
    retry_ms: int | None = None
    comment: str | None = None
    close: bool = False


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

    ``id`` is the request's. ``job`` is the one job that the stream tells of, or None for all.
    """

    id: str
    opened_ms: int
    job: str | None = None
    frames: tuple[Frame, ...] = ()
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


class Backend(Protocol):
    """What a wire may know and do. The engine gives it."""

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

    def submit(self, *, kind: str, items: int | None, at_ms: int) -> str:
        """Start a job at that moment, which may lie after the request's; the truth then reaches at least that far.

        :returns: the id of the job.
        """

    def command(self, *, do: str, job: str, at_ms: int) -> None:
        """Have a job do something at that moment: ``cancel``, ``retry-failed``, ``rerun`` or ``continue``.

        Raises CommandRefused, with the reason, where it makes no sense then; nothing has happened in that case.
        """


class Wire(Protocol):
    """How one UI's back end speaks."""

    @property
    def claims(self) -> tuple[str, ...]:
        """Prefixes of the paths that the wire answers, whatever the method."""

    @property
    def canaries(self) -> tuple[str, ...]:
        """Strings planted in technical fields, which no person should ever see."""

    def respond(self, request: WireRequest, backend: Backend) -> Response | Stream:
        """Answer a request. A read changes nothing and depends on nothing but request, moment and truth."""

    def publish(self, stream: Stream, backend: Backend, from_ms: int, until_ms: int) -> tuple[Frame, ...]:
        """The frames that an open stream sends after ``from_ms``, until ``until_ms`` inclusive, in order."""
