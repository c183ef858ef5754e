"""Queues, the pools of workers that serve them, and limits on what may run at once."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from harness.scenario.types import Duration, Kebab, Part, Positive
from harness.scenario.world.kinds import JobKind

DEFAULT = "default"


def _some(queues: tuple[str, ...]) -> tuple[str, ...]:
    if queues:
        return queues
    raise ValueError("is empty; write the queues that the pool serves, or leave queues: out")


class Queue(Part):
    """Where jobs wait. Of two queues that a worker serves, the one with the higher priority goes first."""

    id: Kebab
    """Its name to jobs (queue:) and pools (queues:)."""
    priority: int = 0
    """Of two queues that a worker serves, the one with more goes first."""


class PoolDo(StrEnum):
    """What happens to a pool: ``lose`` lets a worker finish its item first, ``crash`` does not."""

    ADD = "add"
    LOSE = "lose"
    CRASH = "crash"
    PAUSE = "pause"
    RESUME = "resume"


class PoolEvent(Part):
    """Something that happens to a pool at a moment."""

    at_ms: Duration = Field(alias="at")
    """When, from the start of the trial."""
    do: PoolDo
    """What happens: a worker that is lost finishes its item first, one that crashes does not."""
    workers: Positive = 1
    """To how many workers, where some are added, lost or crash."""


class Pool(Part):
    """Workers that serve some queues, and what happens to them."""

    id: Kebab
    """Its name."""
    workers: Positive = 1
    """How many there are at first; each runs one job at a time."""
    queues: Annotated[tuple[Kebab, ...], AfterValidator(_some), Field(json_schema_extra={"minItems": 1})] = (DEFAULT,)
    """Which queues they serve."""
    schedule: tuple[PoolEvent, ...] = ()
    """What happens to the pool."""


class Limits(Part):
    """How many jobs of a kind, or of a tenant, may run at once."""

    kind: dict[JobKind, Positive] = Field(default={})
    """kind: how many jobs of it."""
    tenant: dict[Kebab, Positive] = Field(default={})
    """tenant: how many jobs of theirs."""
