"""Which runs are told one by one, and which are summed up because there are many like them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from harness.cli.story import RunStory
from harness.scenario.scenario import Scenario

MOST_TOLD = 8
_NUMBER = re.compile(r"-\d+$")


@dataclass(frozen=True, slots=True)
class Crowd:
    """Runs of one making, all before the trial or all in it."""

    id: str
    runs: tuple[RunStory, ...]

    @property
    def name(self) -> str:
        """``sync-1 to sync-96``."""
        first, last = self.runs[0], self.runs[-1]
        return first.name if first is last else f"{first.name} to {last.name}"

    @property
    def is_past(self) -> bool:
        """Whether they were accepted before the trial began."""
        return self.runs[0].is_past

    @property
    def from_ms(self) -> int:
        """When the first of them was accepted."""
        return self.runs[0].from_ms

    @property
    def to_ms(self) -> int:
        """When the last of them ended, or when the telling does."""
        return max(run.to_ms for run in self.runs)

    def outcomes(self) -> Counter[str | None]:
        """How many ended how; None counts those that have not."""
        return Counter(None if run.ended is None else str(run.ended.data.get("outcome")) for run in self.runs)

    def items(self) -> Counter[str]:
        """How many of their items ended how, by the kind of the event."""
        return Counter(event.kind for run in self.runs for event in run.events if event.kind.startswith("item."))

    def waits_ms(self) -> tuple[int, int]:
        """The wait in the middle, and the longest."""
        return _middle_and_most([run.waited_ms for run in self.runs])

    def lengths_ms(self) -> tuple[int, int] | None:
        """The time from acceptance to end, in the middle and at most; None where none has ended."""
        lengths = [run.to_ms - run.from_ms for run in self.runs if run.ended is not None]
        return _middle_and_most(lengths) if lengths else None

    def at_once(self, columns: int, from_ms: int, to_ms: int) -> list[int]:
        """How many of them had not ended, at most, in each of so many equal parts of the time."""
        width = max(to_ms - from_ms, 1) / columns
        counts = []
        for column in range(columns):
            since, until = from_ms + column * width, from_ms + (column + 1) * width
            counts.append(_most_at_once([run for run in self.runs if run.from_ms < until and run.to_ms > since], since))
        return counts


def _most_at_once(runs: Sequence[RunStory], since: float) -> int:
    starts = [(max(run.from_ms, since), 1) for run in runs]
    most = now = 0
    for _, step in sorted([*starts, *((run.to_ms, -1) for run in runs)]):
        now += step
        most = max(most, now)
    return most


def _middle_and_most(lengths: Sequence[int]) -> tuple[int, int]:
    return round(median(lengths)), max(lengths)


def told_and_summed(scenario: Scenario, runs: Sequence[RunStory]) -> tuple[list[RunStory], list[Crowd]]:
    """Up to eight runs are all told. Of more, the person's own and those that the scenario names: the first eight."""
    if len(runs) <= MOST_TOLD:
        return list(runs), []
    named = {job.id for job in scenario.world.jobs}
    first = [run for run in runs if run.by == "person"]
    first += [run for run in runs if run.by != "person" and run.key.job in named]
    chosen = {run.key for run in first[:MOST_TOLD]}
    rest = [run for run in runs if run.key not in chosen]
    return [run for run in runs if run.key in chosen], crowds(rest)


def crowds(runs: Sequence[RunStory]) -> list[Crowd]:
    """Runs by what they are numbered copies of, those of the past apart."""
    by_making: dict[tuple[bool, str], list[RunStory]] = {}
    for run in runs:
        by_making.setdefault((run.is_past, _NUMBER.sub("", run.key.job)), []).append(run)
    return [Crowd(id, tuple(alike)) for (_, id), alike in by_making.items()]
