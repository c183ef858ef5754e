"""Which pictures the report holds. Trials that were repeated look alike, and one file has to stay a file to open."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from harness.trace.result import Picture, TrialResult

MOST_ALIKE = 10
"""In how many trials the moment of the same finding is shown."""

Likeness = tuple[str, str, str | None, bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """The pictures of one trial. ``pictured_in`` is the trial that shows the others, where it does not."""

    pictures: tuple[Picture, ...]
    pictured_in: str | None = None


def album(results: Sequence[TrialResult]) -> list[Page]:
    """The moment of each finding of a trial, and every other moment in the first trial of those alike.

    Alike are trials of one scenario, target and defect that all passed, or that none did.
    """
    first: dict[Likeness, str] = {}
    found: Counter[tuple[Likeness, str]] = Counter()
    return [_page(result, first, found) for result in results]


def _page(result: TrialResult, first: dict[Likeness, str], found: Counter[tuple[Likeness, str]]) -> Page:
    alike = _likeness(result)
    shown = first.setdefault(alike, result.id) if result.pictures else result.id
    if shown == result.id:
        return Page(pictures=result.pictures)
    return Page(pictures=tuple(_findings(result, alike, found)), pictured_in=shown)


def _findings(result: TrialResult, alike: Likeness, found: Counter[tuple[Likeness, str]]) -> list[Picture]:
    pictures = []
    for picture in result.pictures:
        if picture.finding is not None and found[alike, picture.finding] < MOST_ALIKE - 1:
            found[alike, picture.finding] += 1
            pictures.append(picture)
    return pictures


def _likeness(result: TrialResult) -> Likeness:
    return result.scenario, result.target, result.defect, result.exit == 0
