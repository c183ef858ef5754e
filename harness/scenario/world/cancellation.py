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
    """``forbidden_from`` names the phase from whose start on a run can no longer be cancelled."""

    mode: CancelMode = CancelMode.AFTER_STEP
    keeps: Keeps = Keeps.DONE
    forbidden_from: Kebab | None = Field(default=None)
