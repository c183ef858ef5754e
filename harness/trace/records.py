"""The lines of a stored trial, one class a kind. Times are whole ms from the trial's start; ``tab`` counts from 0."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from harness.trace.truth_event import TruthEvent

SCHEMA = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """The first line: what was run, on what, and how exactly its clock and network can be trusted.

    ``beta_ms`` is how old a true statement may be (laws.md, section 1); ``refresh_ms`` is how often the page asks,
    0 for a push stream. ``passed_through`` counts requests of the page that no wire claims: they were answered with the
    clock stopped; ``passed_paths`` are the first few of their paths. ``canaries`` are the strings that the wire planted
    in fields not meant for people. ``phrases`` are what the target file taught the reader: words of the page -> plain
    ones. ``untold`` are the facts that the back end never tells, so that no page can know them.
    """

    scenario: str
    target: str
    browser: str
    clock: str
    speed: float
    clock_error_ms: int
    beta_ms: int
    refresh_ms: int
    transport: str
    seed: int
    defect: str | None
    end_ms: int
    profile: str = ""
    passed_through: int = 0
    passed_paths: tuple[str, ...] = ()
    canaries: tuple[str, ...] = ()
    phrases: dict[str, str] = field(default_factory=dict)
    untold: tuple[str, ...] = ()
    schema: int = field(default=SCHEMA, metadata={"always": True})


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """The ``n``-th thing that the person did; ``done_ms`` is when the page had taken it."""

    n: int
    do: str
    at_ms: int
    tab: int
    done_ms: int
    job: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Press:
    """The person pressed a control in the ``step``-th step. ``node`` is its id in the tab's tree, ``name`` its words.

    ``part``: control, again (the second press of a double click), confirm or dismiss (the answer to what was asked),
    way (a link to where the control is, or to the page that the person goes to).
    ``by``: mouse, keyboard or screen-reader.
    """

    step: int
    tab: int
    at_ms: int
    node: str | None
    role: str
    name: str
    part: str = "control"
    by: str = "mouse"


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """What the server was told to do by a request of the page: submit, cancel, retry-failed, rerun or continue.

    ``run`` is the run that came of it, or that it acted on; None where nothing came of it, and ``refused`` says why.
    ``request`` is the id of the request that asked for it.
    """

    do: str
    at_ms: int
    tab: int
    request: str
    job: str
    run: int | None = None
    refused: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FaultWindow:
    """The network misbehaved. ``detail`` holds what else its kind says (status, profile, nth)."""

    kind: str
    at_ms: int
    end_ms: int
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """A request of the page. ``answered_ms`` is when the page had the answer, None when it never did."""

    id: str
    tab: int
    method: str
    path: str
    sent_ms: int
    arrived_ms: int | None
    answered_ms: int | None
    status: int | None
    fault: str | None
    via: str
    idempotency_key: str | None = None
    body: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Passed:
    """A request of the page that no wire claims: it passed through to a real server, with the clock stopped."""

    tab: int
    at_ms: int
    method: str
    url: str
    status: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One frame of a stream. ``delivered_ms`` is None when it was lost on the way."""

    stream: str
    tab: int
    sent_ms: int
    delivered_ms: int | None
    event: str | None
    bytes: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A document began or ended, or its tab was hidden or shown. ``cause`` is one of open, reload, navigate, close,
    hide, show, unreachable.

    ``unreachable``: the document could not be had, and the tab shows the browser's own page, nothing of the product.
    ``loaded_ms``: when the network had brought the document; laws about a load count from there.
    """

    tab: int
    at_ms: int
    url: str
    cause: str
    loaded_ms: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ScreenDelta:
    """What changed of what a person could perceive: nodes set and gone. The root is ``"1"``.

    A node is ``{role, kids, name?, value?, level?, enabled?, checked?, expanded?, current?, href?, live?,
    drawn?}``; ``kids`` holds runs of text and ids of nodes in reading order. Open, reload and navigate begin
    a new tree. ``focus`` is the id of the node that has the focus now, "" where nothing has it any more. ``lang`` is
    the language that the document says it is in.
    """

    tab: int
    at_ms: int
    set_: dict[str, dict[str, Any]]
    del_: tuple[str, ...]
    url: str | None = None
    title: str | None = None
    lang: str | None = None
    focus: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Announcement:
    """What a screen reader was given to say. ``existed_before``: the live region was there before its text."""

    tab: int
    at_ms: int
    politeness: str
    text: str
    existed_before: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Thrown:
    """An error that the page's own script threw and nobody caught, or a promise that it broke."""

    tab: int
    at_ms: int
    text: str


Record: TypeAlias = (
    Header
    | TruthEvent
    | Step
    | Press
    | Command
    | FaultWindow
    | Request
    | Passed
    | Message
    | Page
    | ScreenDelta
    | Announcement
    | Thrown
)

KINDS: dict[str, type[Record]] = {
    "header": Header,
    "truth": TruthEvent,
    "step": Step,
    "press": Press,
    "command": Command,
    "fault": FaultWindow,
    "request": Request,
    "passed": Passed,
    "message": Message,
    "page": Page,
    "screen": ScreenDelta,
    "announcement": Announcement,
    "thrown": Thrown,
}
