"""A told wire, read: its routes with their templates, in the order in which they are tried."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from harness.told.file import Do, Message, Over, Route, Stream
from harness.told.patterns import Pattern
from harness.told.sources import Source
from harness.told.template import Condition, Node


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """A body with its status and headers. ``node`` None is an empty one; ``content_type`` goes with it."""

    node: Node | None
    content_type: str
    status: int | None = None
    headers: tuple[tuple[str, Node], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class TimedMessage:
    """A message of a stream: when, of what, and what it says."""

    told: Message
    body: Body
    when: tuple[Condition, ...]
    source: Source | None
    event: Node
    id: Node


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadStream:
    """An event stream."""

    told: Stream
    messages: tuple[TimedMessage, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadRoute:
    """A route. ``job``, ``kind``, ``items`` and ``once`` say where the request names them; None where it does not.

    ``ticks``: its answer changes with the clock alone. ``tells_all``: it speaks of more than one job. ``tells``: the
    slots that it uses, and their words that can be told apart (``job.state:retrying``).
    """

    pattern: Pattern
    told: Route
    when: tuple[Condition, ...]
    body: Body
    unknown: Body
    refused: Body
    job: Node | None = None
    newest: bool = False
    kind: Node | None = None
    items: Node | None = None
    once: Node | None = None
    stream: ReadStream | None = None
    ticks: bool = False
    tells_all: bool = False
    canary: bool = False
    tells: frozenset[str] = frozenset()

    @property
    def do(self) -> Do | None:
        """What the request has the job do."""
        return self.told.do

    @property
    def speaks_of_job(self) -> bool:
        """Whether it is about one job that is there already."""
        return self.newest or self.job is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Book:
    """A back end as told. ``kinds`` are its words for kinds of jobs."""

    routes: tuple[ReadRoute, ...]
    kinds: Mapping[str, Any] = field(default_factory=dict)
    origin: str = ""

    @property
    def claims(self) -> tuple[str, ...]:
        """Patterns of the addresses that it answers."""
        return tuple(dict.fromkeys(f"{self.origin}{route.pattern.claim}" for route in self.routes))

    @property
    def over(self) -> frozenset[Over]:
        """How its streams travel; empty where it has none."""
        return frozenset(route.stream.told.over for route in self.routes if route.stream is not None)

    @property
    def canary(self) -> bool:
        """Whether it says what no page may show."""
        return any(route.canary for route in self.routes)

    @property
    def tells(self) -> frozenset[str]:
        """The slots that any route uses, and their words that can be told apart."""
        return frozenset(one for route in self.routes for one in route.tells)
