"""What a cancellation does to a run."""

from enum import StrEnum

from pydantic import Field

from harness.scenario.types import Kebab, Part


class CancelMode(StrEnum):
    """When a cancelled run stops."""

    AFTER_STEP = "after-step"
    IMMEDIATE = "immediate"


class Keeps(StrEnum):
    """What becomes of the items that a cancelled run has done."""

    DONE = "done"
    NOTHING = "nothing"


class Cancellation(Part):
    """What a cancellation does, and until when it can."""

    mode: CancelMode = CancelMode.AFTER_STEP
    """Whether a cancelled run finishes the items in hand, or stops at once."""
    keeps: Keeps = Keeps.DONE
    """What becomes of the items that it has done: they stay, or all is undone."""
    forbidden_from: Kebab | None = Field(default=None)
    """The phase from whose start on a run can no longer be cancelled."""
