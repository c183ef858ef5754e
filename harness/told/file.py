"""What ``wire:`` of a target file may say, where it is told there and not in Python. Templates are read later."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator
from typing_extensions import TypeAliasType

from harness.scenario.types import Duration, Part
from harness.told import schema, vocabulary

ORIGIN = re.compile(r"https?://[^/?#@\s]+")


def _origin(url: str) -> str:
    if ORIGIN.fullmatch(url):
        return url
    raise ValueError(f'"{url}" is not where a server is asked; write http://127.0.0.1:8000, without a path')


def _list(value: Any) -> Any:
    """One is a list of one."""
    return value if isinstance(value, list) or value is None else [value]


def _some(duration_ms: int) -> int:
    if duration_ms > 0:
        return duration_ms
    raise ValueError('"0s" is no time at all; write one such as 1s')


Template = TypeAliasType("Template", Annotated[Any, WithJsonSchema(schema.TEMPLATE)])
Interval = Annotated[Duration, AfterValidator(_some)]
Status = Annotated[int, Field(strict=True, ge=200, le=599)]
Words = dict[str, Any]
Over = Literal["sse", "websocket"]
Do = Literal["submit", "cancel", "retry-failed", "rerun", "continue"]

JOB_SAID = "newest"


class Body(Part):
    """A body, told in one of three ways, and what goes with it."""

    headers: dict[str, str] = Field(default={}, examples=[{"Location": "/tasks/{job.id}"}])
    """More headers; values may hold slots."""
    answer: Template = None
    """The body as JSON, with slots."""
    html: Template = None
    """The body as a fragment of HTML: a text, or a list of pieces. What slots hold is escaped."""
    text: Template = None
    """The body as plain text: a text, or a list of pieces."""

    @model_validator(mode="after")
    def _has_one_body(self) -> Self:
        bodies = [name for name in BODIES if name in self.model_fields_set]
        if len(bodies) < 2:
            return self
        raise ValueError(f"there is {bodies[0]}: and {bodies[1]}:, and an answer has one of them; take one away")


class ErrorBody(Body):
    """What an error looks like."""

    status: Status | None = None
    """The HTTP status; without it 404 for an unknown job, and the one that fits for a refusal."""


class Message(Part):
    """A message of a stream. It is sent whenever what it tells has changed, and on opening."""

    event: str | None = None
    """The name of the event; without it the browser calls it `message`. It may hold slots."""
    id: str | None = None
    """The id of the event, such as "{job.version}"."""
    data: Template = None
    """What it carries, as JSON."""
    html: Template = None
    """What it carries, as a fragment of HTML. What slots hold is escaped."""
    text: Template = None
    """What it carries, as plain text: a text, or a list of pieces."""
    each: Literal["jobs", "items", "phases", "causes"] | None = None
    """A message for each of these, sent when it is that one that has changed."""
    when: Words = Field(default={}, examples=[{"job.ended": True}, {"item.state": ["failed", "skipped"]}])
    """Only while this is so: slot, and one word or a list of words."""
    every_ms: Interval | None = Field(alias="every", default=None)
    """Sent so often, changed or not, instead of whenever something has changed."""
    on_opening: bool = True
    """Whether it is sent when the stream is opened, too."""
    close: bool = False
    """Whether the server closes the stream after it."""


class Stream(Part):
    """An event stream (server-sent events), or the messages of a WebSocket."""

    over: Over = "sse"
    """How it travels. Over a WebSocket a message is what it carries alone: it has no event and no id."""
    messages: Annotated[tuple[Message, ...], BeforeValidator(_list), Field(json_schema_extra=schema.one_or_more)]
    """What is sent: one message, or a list of them."""
    retry_ms: Duration | None = Field(alias="retry", default=None)
    """How long the browser waits before it connects again, as the server tells it."""
    heartbeat_ms: Interval | None = Field(alias="heartbeat", default=None)
    """How often a comment is sent, so that the connection is known to live."""

    @model_validator(mode="after")
    def _has_only_what_a_socket_has(self) -> Self:
        fields = {name for message in self.messages for name in ("event", "id") if getattr(message, name) is not None}
        fields |= {name for name in ("retry", "heartbeat") if getattr(self, f"{name}_ms") is not None}
        if self.over == "sse" or not fields:
            return self
        raise ValueError(f"there is {min(fields)}:, which a WebSocket does not have; take it away, or over: websocket")


class Route(Body):
    """What is answered to one request."""

    status: Status = 200
    """The HTTP status."""
    when: Words = Field(default={}, examples=[{"body.operation": "status"}, {"job.ended": True}])
    """Only where this is so: slot, and one word or a list of words. The first that fits answers."""
    do: Do | None = None
    """What the request has the job do; without it, nothing changes. `submit` starts one."""
    kind: str | None = Field(default=None, examples=["publish", "{body.type}"])
    """What to start: publish, import, sync or update, or where the request says it. Else {kind} in the path."""
    items: int | str | None = Field(default=None, examples=["{body.count}"])
    """How many items the job has, where the scenario leaves that open."""
    job: str | None = Field(default=None, examples=[JOB_SAID, "{body.task_id}"])
    """Which job is spoken of: `newest`, or where the request says it. Without it {job} of the path."""
    once: str | None = Field(default=None, examples=["{header.idempotency-key}"])
    """Where the request says which one it is. Sent again with the same, it gets the same answer; nothing happens."""
    etag: bool = False
    """Whether the answer has an ETag, and is 304 without a body where the request knows it already."""
    stream: Stream | None = None
    """A stream instead of an answer: server-sent events, or the messages of a WebSocket."""
    unknown: ErrorBody | None = None
    """What is answered for a job that nobody knows, where it differs from `unknown:` of the wire."""
    refused: ErrorBody | None = None
    """What is answered where nothing comes of the request, where it differs from `refused:` of the wire."""

    @model_validator(mode="after")
    def _answers_in_one_way(self) -> Self:
        if self.stream is not None and (bodies := [name for name in BODIES if name in self.model_fields_set]):
            raise ValueError(f"there is stream: and {bodies[0]}:, and a route has one of them; take one away")
        return self

    @property
    def by_handshake(self) -> bool:
        """Whether it is asked for by the handshake of a WebSocket, and by nothing else."""
        return self.stream is not None and self.stream.over == "websocket"


BODIES = ("answer", "html", "text")
Routes = dict[str, Annotated[tuple[Route, ...], BeforeValidator(_list)]]


def _table(words: vocabulary.Vocabulary) -> Any:
    return Field(default={}, json_schema_extra=lambda told: told.update(schema.table(words)))


class WireFile(Part):
    """How a back end speaks: its words, its routes, what an error looks like."""

    routes: Annotated[Routes, Field(json_schema_extra=schema.routes)]
    """What is asked for (`GET /tasks/{job}`), and what is answered; a list where it depends on `when:`."""
    states: Words = _table(vocabulary.STATES)
    """Its words for what a job is doing and how it ended."""
    item_states: Words = _table(vocabulary.ITEM_STATES)
    """Its words for what has become of an item."""
    phase_states: Words = _table(vocabulary.PHASE_STATES)
    """Its words for what has become of a phase."""
    phases: Words = _table(vocabulary.PHASES)
    """Its words for the phases of a job."""
    kinds: Words = _table(vocabulary.KINDS)
    """Its words for the kinds of jobs; read in requests as well."""
    causes: Words = _table(vocabulary.CAUSES)
    """Its codes or sentences for why an item failed or was skipped."""
    tables: dict[str, Words] = Field(default={}, examples=[{"short": {"running": "RUN", "default": "-"}}])
    """More tables, each a form of its own: {job.state | short}."""
    unknown: ErrorBody = ErrorBody(status=404, answer={"error": "no such job"})
    """What is answered for a job that nobody knows."""
    refused: ErrorBody = ErrorBody(answer={"error": "{refusal.reason}"})
    """What is answered where nothing comes of a request."""
    origin: Annotated[str, AfterValidator(_origin)] | None = Field(default=None, examples=["http://127.0.0.1:8000"])
    """Where the page asks for it, if that is another server than the page's own."""
