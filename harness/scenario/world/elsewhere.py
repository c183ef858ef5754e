"""What somebody else does to a job: a colleague, an administrator, the same person on another device."""

from enum import StrEnum

from pydantic import Field

from harness.scenario.types import Duration, Kebab, Part


class ElsewhereDo(StrEnum):
    """What can be done to a job that was started."""

    CANCEL = "cancel"
    RETRY_FAILED = "retry-failed"
    RERUN = "rerun"
    CONTINUE = "continue"


class Elsewhere(Part):
    """Done at that moment, if it makes sense then; if not, nothing happens."""

    at_ms: Duration = Field(alias="at")
    """When, from the start of the trial."""
    do: ElsewhereDo
    """What is done."""
    job: Kebab
    """To which job."""
