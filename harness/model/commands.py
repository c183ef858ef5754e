"""What a person can make the simulation do, at the current time."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Submit:
    """Start a job. Without ``job`` the next job of that kind that the scenario leaves to the person.

    Where the scenario tells of such a job, its own number of items holds; ``items`` is for the others.
    """

    kind: str
    job: str | None = None
    items: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancel:
    """Stop the job's newest run once the current step is finished."""

    job: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RetryFailed:
    """Start the next run of the job with the items that failed in the newest one."""

    job: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rerun:
    """Start the next run of the job with all its items, after data or configuration was mended."""

    job: str


Command = Submit | Cancel | RetryFailed | Rerun


class CommandRefused(Exception):
    """The command makes no sense now (an unknown job, a run that has not ended); nothing happened."""
