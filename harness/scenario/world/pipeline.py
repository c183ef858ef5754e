"""The pipeline of a job: phases, what each waits for, and how many items there are."""

from typing import Annotated

from pydantic import Field

from harness.scenario.types import Duration, Kebab, Part, Positive


class PhasePart(Part):
    """A phase of a pipeline. Items end in the last one."""

    id: Kebab
    """Its name to the journey and the report."""
    title: Annotated[str, Field(min_length=1)] | None = None
    """Its name to people; without it, made of the id."""
    each_ms: Duration = Field(alias="each", default=100)
    """How long one item takes in it."""
    needs: tuple[Kebab, ...] | None = None
    """Phases that must have ended first; without it, the one above. Two that need the same run side by side."""
    skip: bool = False
    """It is passed over."""


class Growth(Part):
    """More items are found while the last phase runs."""

    by: Positive
    """So many more."""
    after: Positive
    """Once so many items have ended in the last phase."""


class Spawn(Part):
    """Another job of the world that this one starts."""

    job: Kebab
    """Which job of the world."""
    after: Kebab | None = None
    """The phase at whose end it starts; without it, the last."""
