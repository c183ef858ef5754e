"""What was said aloud: each announcement with its readings and the jobs that it can be about."""

from dataclasses import dataclass

from harness.core.words import RunKey
from harness.facts.case import Case
from harness.microcopy.reader import read
from harness.microcopy.reading import Reading
from harness.trace.records import Announcement

_SENTENCE = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Spoken:
    """One announcement. ``jobs`` are those whose titles it names."""

    announcement: Announcement
    readings: tuple[Reading, ...]
    jobs: frozenset[str]

    @property
    def at_ms(self) -> int:
        """When it was given to say."""
        return self.announcement.at_ms

    @property
    def text(self) -> str:
        """Its words."""
        return self.announcement.text


def spoken(case: Case, tab: int, from_ms: float, until_ms: float) -> list[Spoken]:
    """What was said aloud in the tab in [from, until]."""
    return [_spoken(held, case) for held in case.announcements if held.tab == tab and from_ms <= held.at_ms <= until_ms]


def is_about(said: Spoken, key: RunKey, case: Case) -> bool:
    """Whether a listener takes it to be about the run: it names the job, or stands in its part of the page, or on a
    page that gives no other job more than a row of a list.
    """
    if said.jobs:
        return key.job in said.jobs
    standing = case.screen.standing(said.announcement.tab, said.at_ms)
    parts = {claim.run for claim in standing if _is_in(claim.message, said.text)}
    if parts:
        return key in parts
    named = case.words.kind_in(said.text)
    told = {claim.run.job for claim in standing if not claim.listed}
    return key.job in named if len(named) == 1 else told <= {key.job}


def _is_in(message: str, text: str) -> bool:
    """Whether what stands there is what was said, or a sentence of it."""
    return message == text or (len(message) >= _SENTENCE and message in text)


def _spoken(held: Announcement, case: Case) -> Spoken:
    lowered = " ".join(held.text.lower().split())
    jobs = (job for title, jobs in case.words.lowered.items() if title in lowered for job in jobs)
    readings = read(held.text, "status", "", case.words.titles).readings
    return Spoken(announcement=held, readings=readings, jobs=frozenset(jobs))
