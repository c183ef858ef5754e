"""Which pictures the report holds. Trials that were repeated look alike, and one file has to stay a file to open."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.trace.result import Picture, TrialResult

Likeness = tuple[str, str, str | None, bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """The pictures of one trial. ``pictured_in`` is the trial that shows the states of its job, where it does not."""

    pictures: tuple[Picture, ...]
    pictured_in: str | None = None


def album(results: Sequence[TrialResult]) -> list[Page]:
    """The moment of each finding of every trial, and each state of the job in the first trial of those alike.

    Alike are trials of one scenario, target and defect that all passed, or that none did.
    """
    first: dict[Likeness, str] = {}
    return [_page(result, first) for result in results]


def _page(result: TrialResult, first: dict[Likeness, str]) -> Page:
    findings = tuple(picture for picture in result.pictures if picture.finding is not None)
    if len(findings) == len(result.pictures):
        return Page(pictures=findings)
    shown = first.setdefault(_likeness(result), result.id)
    return Page(pictures=result.pictures) if shown == result.id else Page(pictures=findings, pictured_in=shown)


def _likeness(result: TrialResult) -> Likeness:
    return result.scenario, result.target, result.defect, result.exit == 0
