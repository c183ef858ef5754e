"""The pipeline of a job: phases, what each waits for, and how many items there are."""

from typing import Annotated

from pydantic import Field

from harness.scenario.types import Duration, Kebab, Part, Positive


class PhasePart(Part):
    """A phase of a pipeline. Without ``needs`` it waits for the phase above; two that need the same run side by side.

    ``each`` is the time that one item takes; ``skip`` passes the phase over. Items end in the last phase.
    """

    id: Kebab
    title: Annotated[str, Field(min_length=1)] | None = None
    each_ms: Duration = Field(alias="each", default=100)
    needs: tuple[Kebab, ...] | None = None
    skip: bool = False


class Growth(Part):
    """More items are found while the last phase runs: ``by`` so many, once ``after`` items have ended."""

    by: Positive
    after: Positive


class Spawn(Part):
    """Another job of the world that this one starts when a phase of it has ended (the last one where none is named)."""

    job: Kebab
    after: Kebab | None = None
