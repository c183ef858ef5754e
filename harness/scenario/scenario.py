"""One situation: a world, a network and a journey, and the laws that it exists for."""

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, PrivateAttr

from harness.network.schedule import Schedule
from harness.scenario.faster import faster
from harness.scenario.journey import Step
from harness.scenario.network import NetworkPart
from harness.scenario.types import Duration, Kebab, Part
from harness.scenario.world import World


class Transport(StrEnum):
    """How the back end tells the page what is new."""

    SSE = "sse"
    POLL = "poll"
    WEBSOCKET = "websocket"


class Scenario(Part):
    """A scenario file as read."""

    id: Kebab
    """The name of the file."""
    title: Annotated[str, Field(min_length=1)]
    """The situation as a sentence, for lists and reports."""
    source: str = ""
    """Why it matters: a sentence, a ticket, a bug."""
    seed: Annotated[int, Field(strict=True, ge=0)] = 1
    """Of all chance in it: the same seed gives the same world."""
    arms: tuple[Kebab, ...] = ()
    """Laws that it exists for: on the clean reference page each has to pass in it."""
    world: World
    """What really happens."""
    link: NetworkPart = Field(alias="network", default=NetworkPart())
    """What lies between the page and the server."""
    transport: Transport = Transport.SSE
    """How the server tells the page what is new."""
    journey: Annotated[tuple[Step, ...], Field(json_schema_extra={"minItems": 1})]
    """What the person does."""
    differs: dict[Kebab, Annotated[str, Field(min_length=1)]] = Field(default={})
    """law: why virtual and real time cannot agree on it here."""
    until_ms: Duration | None = Field(alias="until", default=None)
    """When the trial ends; without it, 30 s after the last job, step or fault."""
    _lines: tuple[int, ...] = PrivateAttr(())

    @property
    def step_lines(self) -> tuple[int, ...]:
        """The line of each step of the journey in the file; empty where there is no file."""
        return self._lines

    def written_at(self, lines: tuple[int, ...]) -> Self:
        """The same scenario, with the lines of its steps."""
        made = self.model_copy()
        made._lines = lines
        return made

    def over(self, transport: Transport | None, profile: str | None) -> Self:
        """The same scenario over another transport and on another network; None is its own."""
        link = self.link if profile is None else self.link.model_copy(update={"profile": profile})
        changed = {"transport": transport or self.transport, "link": link, "network": link.schedule()}
        return self.model_copy(update=changed)

    def at_speed(self, speed: float) -> Self:
        """The same scenario with the job living so many times as fast. Raises UsageError where faults would overlap."""
        return self if speed == 1 else faster(self, speed)

    @cached_property
    def network(self) -> Schedule:
        """The network as data."""
        return self.link.schedule()
