"""What a target file may say (YAML), checked."""

import re
from typing import Annotated, Any, Literal, Self, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from harness.core import durations
from harness.scenario.types import Kebab, Part
from harness.scenario.world import JobKind

PageName = Literal["jobs", "job"]
Transport = Literal["sse", "poll"]
TRANSPORTS: tuple[Transport, ...] = get_args(Transport)
PUSH = "push"
ORIGIN = re.compile(r"https?://[^/?#@\s]+")


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
    """One interval for every transport, or one for each that is named; what is not named is pushed."""
    named = value if isinstance(value, dict) else dict.fromkeys(TRANSPORTS, value)
    unknown = sorted(set(named) - set(TRANSPORTS))
    if unknown:
        raise ValueError(f'"{unknown[0]}" is no transport; transports are {", ".join(TRANSPORTS)}')
    return {transport: _interval_ms(named.get(transport, PUSH)) for transport in TRANSPORTS}


def _interval_ms(value: Any) -> int:
    return 0 if value == PUSH else durations.parse(value)


INTERVAL = {"anyOf": [{"const": PUSH}, {"type": "string", "pattern": f"^{durations.PATTERN}$"}]}
PER_TRANSPORT = {"type": "object", "properties": dict.fromkeys(TRANSPORTS, INTERVAL), "additionalProperties": False}


def _some(kinds: tuple[JobKind, ...]) -> tuple[JobKind, ...]:
    if kinds:
        return kinds
    raise ValueError(f"a target that shows no job cannot be judged; write one or more of {', '.join(JobKind)}")


Shown = Annotated[tuple[JobKind, ...], AfterValidator(_some)]
Origin = Annotated[str, AfterValidator(_origin)]
UrlPath = Annotated[str, AfterValidator(_absolute)]
Refresh = Annotated[
    dict[Transport, int],
    BeforeValidator(_refresh),
    WithJsonSchema({"anyOf": [*INTERVAL["anyOf"], PER_TRANSPORT]}),
]


class Control(Part):
    """Something to press, found as a person finds it: by role and by a pattern of its name (letter case aside).

    ``{kind}`` and ``{items}`` in the name stand for those of the job to start.
    """

    role: str = "button"
    name: str


class Controls(Part):
    """How a person acts in this UI. What is left out is found by its role and usual name."""

    submit: Control | None = None


class TargetFile(Part):
    """A UI under test, told in one file."""

    id: Kebab
    title: str
    serve: dict[UrlPath, str] = Field(default_factory=dict)
    """URL path -> file or folder beside this file, ``python:package/path``, or ``built:name``"""
    spa: bool = False
    """whether index.html answers for every page"""
    url: Origin | None = None
    """a running server, instead of ``serve``: its origin, such as ``http://127.0.0.1:8000``"""
    wire: str = "reference"
    """``reference``, or a Python file beside this one that defines ``wire(transport)``"""
    home: UrlPath = "/"
    pages: dict[PageName, UrlPath] = Field(default_factory=dict)
    refresh: Refresh = Field(default=PUSH, validate_default=True)
    """how often the page asks: ``push``, ``2s``, or one for each transport; the staleness allowance counts it"""
    shows: Shown = tuple(JobKind)
    controls: Controls = Controls()
    phrases: dict[str, str] = Field(default_factory=dict)
    """words of this page -> what they say in plain ones; ``{count}`` stands for a number on both sides"""
    unobservable: dict[Kebab, str] = Field(default_factory=dict)
    """law -> why it cannot be judged on this UI"""

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if bool(self.serve) != bool(self.url):
            return self
        raise ValueError("a target is either served or running; write serve: or url:, and not both")
