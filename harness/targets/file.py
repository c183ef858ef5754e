"""What a target file may say (YAML), checked."""

from typing import Annotated, Any, Literal, Self, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, WithJsonSchema, model_validator

from harness.core import durations
from harness.scenario.problems import nearest
from harness.scenario.types import Kebab, Part
from harness.scenario.world import JobKind
from harness.targets.patterns import trouble_with
from harness.targets.roles import ROLES
from harness.told.file import ORIGIN, WireFile

PageName = Literal["jobs", "job"]
Transport = Literal["sse", "poll", "websocket"]
TRANSPORTS: tuple[Transport, ...] = get_args(Transport)
USUAL: tuple[Transport, ...] = ("sse", "poll")
PUSH = "push"


def _absolute(path: str) -> str:
    if path.startswith("/"):
        return path
    raise ValueError(f'"{path}" is not a path of the UI; write /{path}')


def _origin(url: str) -> str:
    if ORIGIN.fullmatch(url):
        return url
    told = urlsplit(url)
    there = f"write http://{told.netloc}" if told.netloc else "write http://127.0.0.1:8000"
    raise ValueError(f'"{url}" is not where a server runs; {there} alone, and paths under home: and pages:')


def _refresh(value: Any) -> dict[str, Any]:
    """One interval for the usual transports, or one for each named; of the usual what is not named is pushed."""
    named = value if isinstance(value, dict) else dict.fromkeys(USUAL, value)
    unknown = sorted(set(named) - set(TRANSPORTS))
    if unknown:
        raise ValueError(f'"{unknown[0]}" is no transport; transports are {", ".join(TRANSPORTS)}')
    intervals = dict.fromkeys(USUAL, PUSH) | named
    return {transport: _interval_ms(intervals[transport]) for transport in TRANSPORTS if transport in intervals}


def _interval_ms(value: Any) -> int:
    return 0 if value == PUSH else durations.parse(value)


INTERVAL = {"anyOf": [{"const": PUSH}, {"type": "string", "pattern": f"^{durations.PATTERN}$"}]}
OVER = {"sse": "Over event streams.", "poll": "Where it has to ask.", "websocket": "Over a WebSocket."}
PER_TRANSPORT = {
    "type": "object",
    "properties": {transport: INTERVAL | {"description": OVER[transport]} for transport in TRANSPORTS},
    "additionalProperties": False,
}


def _some(kinds: tuple[JobKind, ...]) -> tuple[JobKind, ...]:
    if kinds:
        return kinds
    raise ValueError(f"a target that shows no job cannot be judged; write one or more of {', '.join(JobKind)}")


def _where_told(wire: Any) -> str:
    """Whether the wire is told in the target file itself, or in another file."""
    return "WireFile" if isinstance(wire, dict | WireFile) else "file"


Wire = Annotated[Annotated[str, Tag("file")] | Annotated[WireFile, Tag("WireFile")], Discriminator(_where_told)]
Act = Literal["cancel", "retry-failed", "rerun", "continue", "choose-file"]
Shown = Annotated[tuple[JobKind, ...], AfterValidator(_some)]
Origin = Annotated[str, AfterValidator(_origin)]
UrlPath = Annotated[str, AfterValidator(_absolute)]
Refresh = Annotated[
    dict[Transport, int],
    BeforeValidator(_refresh),
    WithJsonSchema({"anyOf": [*INTERVAL["anyOf"], PER_TRANSPORT]}),
]


def _role(role: str) -> str:
    if role in ROLES:
        return role
    raise ValueError(
        f'"{role}" is no role (WAI-ARIA); {nearest(role, ROLES)}write one such as button, link or menuitem'
    )


def _pattern(name: str) -> str:
    trouble = trouble_with(name)
    if trouble is None:
        return name
    raise ValueError(f'"{name}" is no pattern of a name; {trouble}')


Role = Annotated[str, AfterValidator(_role), WithJsonSchema({"enum": list(ROLES)})]
NamePattern = Annotated[str, AfterValidator(_pattern)]


class Control(Part):
    """Something to press, found as a person finds it: by role and by a pattern of its name (letter case aside).

    ``{kind}`` and ``{items}`` in the name stand for those of the job.
    """

    role: Role = "button"
    """What it is to a screen reader: `button`, `link`, `menuitem`, ..."""
    name: NamePattern
    """A regular expression for what it is called, letter case aside. `{kind}` and `{items}` are those of the job."""


class Controls(Part):
    """How a person acts in this UI. What is left out is found by its role and usual name.

    ``confirm`` and ``dismiss`` stand in the dialog that asks whether a person means what they pressed.
    """

    submit: Control | None = None
    """What starts a job."""
    cancel: Control | None = None
    """What cancels it."""
    confirm: Control | None = None
    """What says yes where the page asks whether a person means it."""
    dismiss: Control | None = None
    """What keeps things as they are where the page asks."""
    retry_failed: Control | None = None
    """What has the failed items tried again."""
    rerun: Control | None = None
    """What runs the whole job again."""
    continue_: Control | None = Field(alias="continue", default=None)
    """What lets a job that rests at a critical error skip what failed and go on."""
    file: Control | None = None
    """What a person presses to choose a file."""

    def named(self, name: str) -> Control | None:
        """The control that the file tells, by its key."""
        told: Control | None = getattr(self, "continue_" if name == "continue" else name)
        return told


class TargetFile(Part):
    """A UI under test, told in one file."""

    id: Kebab
    """The name by which findings, reports and baselines know this UI."""
    title: str
    """What people call it."""
    serve: dict[UrlPath, str] = Field(default_factory=dict)
    """Its files: URL path -> file or folder beside this file, or `python:package/path`. Without it `url` or `feed`."""
    spa: bool = False
    """Whether the page at `/` answers at every address that is no file, as an app of one page wants it."""
    url: Origin | None = None
    """Where a server of yours runs that has the files: scheme, host and port."""
    feed: str | None = None
    """A Python file with `feed()`, which runs its real back end in real time (docs/wire.md)."""
    wire: Wire = "reference"
    """How the back end answers: told here, in another target file or a Python one; or `reference`, as ours."""
    home: UrlPath = "/"
    """The address at which a person begins."""
    pages: dict[PageName, UrlPath] = Field(default_factory=dict)
    """Addresses: `job` while a job is shown, with `{job}` for its id; `jobs` for the list. Without them `home`."""
    refresh: Refresh = Field(default=PUSH, validate_default=True)
    """How often the page asks: `push` where it is told, `2s`, or one for each transport. It may lag so much."""
    shows: Shown = tuple(JobKind)
    """Kinds of jobs that can be started and seen here; scenarios with other kinds are left out."""
    lacks: tuple[Act, ...] = ()
    """What nobody can do here; scenarios in which the person does it are left out."""
    controls: Controls = Controls()
    """What a person presses, where it is not found by its role and usual name."""
    phrases: dict[str, str] = Field(default_factory=dict)
    """Words of this page -> what they say in plain ones; `{count}` stands for a number on both sides."""
    unobservable: dict[Kebab, str] = Field(default_factory=dict)
    """Law -> why it cannot be judged on this UI. It is then `not_observable`, which is no pass and no finding."""

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if [bool(self.serve), bool(self.url), bool(self.feed)].count(True) == 1:
            return self
        raise ValueError("a target is served, running, or run by its feed; write one of serve:, url: and feed:")
