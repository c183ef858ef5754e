"""One trial, ready to be judged: its truth, its screen, its network, and how old a true statement may be."""

import math
from functools import cached_property
from pathlib import Path
from typing import Self

from harness.core.words import RunKey
from harness.facts.claims import Claim
from harness.facts.contact import Contact, Silence
from harness.facts.jobwords import JobWords
from harness.facts.network_windows import CATCH_UP_MS, excused, held_back, withheld
from harness.facts.screen import Screen
from harness.facts.spans import Span, covering, union
from harness.facts.tracks import Tracks
from harness.facts.truth import Truth
from harness.microcopy.taught import Taught
from harness.trace.records import Announcement, Command, FaultWindow, Header, Message, Page, Press, Request, Step
from harness.trace.trial import Trial, read_trial

LOAD_MS = 2_000
"""laws.md, reload-restores: what a page has, besides the allowance, before it must have told the truth."""

_PROMPTS = frozenset(("reload", "close-tab", "open-tab", "visit", "back", "forward"))


class Case:
    """What laws are given. Everything is read from the stored trial and kept."""

    def __init__(self, trial: Trial) -> None:
        self.trial = trial
        self._tracks: dict[RunKey, Tracks] = {}
        self._grace: dict[int, list[Span]] = {}

    @classmethod
    def load(cls, path: Path) -> Self:
        """The case of a stored trial."""
        return cls(read_trial(path))

    @cached_property
    def truth(self) -> Truth:
        """What really happened."""
        return Truth(self.trial.truth)

    @cached_property
    def words(self) -> JobWords:
        """How the page may call jobs, phases and items."""
        return JobWords(self.truth, Taught(self.header.phrases))

    @cached_property
    def screen(self) -> Screen:
        """What was shown."""
        return Screen(self.trial, self.words)

    @property
    def header(self) -> Header:
        """What was run, on what."""
        return self.trial.header

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the person did."""
        return self.trial.steps

    @property
    def presses(self) -> tuple[Press, ...]:
        """The controls that the person pressed."""
        return self.trial.presses

    @property
    def commands(self) -> tuple[Command, ...]:
        """What the page had the server do."""
        return self.trial.commands

    @property
    def requests(self) -> tuple[Request, ...]:
        """What the page asked."""
        return self.trial.requests

    @property
    def messages(self) -> tuple[Message, ...]:
        """What streams sent."""
        return self.trial.messages

    @property
    def faults(self) -> tuple[FaultWindow, ...]:
        """When the network misbehaved."""
        return self.trial.faults

    @property
    def pages(self) -> tuple[Page, ...]:
        """Documents and tabs."""
        return self.trial.pages

    @property
    def announcements(self) -> tuple[Announcement, ...]:
        """What a screen reader was given to say."""
        return self.trial.announcements

    @property
    def beta_ms(self) -> int:
        """How old a true statement may be."""
        return self.header.beta_ms

    @property
    def refresh_ms(self) -> int:
        """How often the page asks; 0 for a push stream."""
        return self.header.refresh_ms

    @property
    def clock_error_ms(self) -> int:
        """How far two times of the trial may be apart from what they say."""
        return self.header.clock_error_ms

    @property
    def end_ms(self) -> int:
        """When the trial ended."""
        return self.header.end_ms

    def can_know(self, fact: str) -> bool:
        """Whether the back end tells a fact at all (``harness.targets.unknowable``): else no page can know it."""
        return fact not in self.header.untold

    def tracks(self, key: RunKey) -> Tracks:
        """The run's counters over time."""
        held = self._tracks.get(key)
        if held is None:
            held = self._tracks[key] = Tracks(self.truth, key)
        return held

    @cached_property
    def withheld(self) -> list[Span]:
        """When the network kept news from the page."""
        return withheld(self.faults, self.requests, self.messages, self.beta_ms)

    @cached_property
    def excused(self) -> list[Span]:
        """``withheld``, each with 5 s + β to catch up, and what was held back for a moment."""
        held = held_back(self.faults, self.messages, self.beta_ms)
        return union([*excused(self.withheld, self.beta_ms), *held])

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Each document's contact with its service."""
        return tuple(Contact(self.trial, document) for document in self.screen.visibility.documents)

    def title_of(self, key: RunKey) -> str:
        """The job's title; its id where it was never accepted."""
        accepted_ms = self.truth.accepted_at(key)
        view = self.truth.view(key, int(accepted_ms)) if accepted_ms != math.inf else None
        return view.title if view else key.job

    @cached_property
    def silences(self) -> tuple[Silence, ...]:
        """The stretches in which a document missed news, and none came."""
        return tuple(silence for contact in self.contacts for silence in contact.silences())

    def grace(self, tab: int) -> list[Span]:
        """When the tab cannot be blamed: the network's windows, a load, its return to the front."""
        held = self._grace.get(tab)
        if held is None:
            held = self._grace[tab] = self._graces(tab)
        return held

    def _graces(self, tab: int) -> list[Span]:
        visibility = self.screen.visibility
        loads = [
            (document.from_ms, document.ready_ms + LOAD_MS + self.beta_ms)
            for document in visibility.documents
            if document.tab == tab
        ]
        shown = [(at_ms, at_ms + CATCH_UP_MS + self.beta_ms) for at_ms, _ in visibility.shown(tab)]
        return union([*self.excused, *loads, *shown, *self._turns(tab)])

    def _turns(self, tab: int) -> list[Span]:
        """When the page turned to another address: like a load, it may show what it knew while it asks anew."""
        return [
            (change.at_ms, change.at_ms + LOAD_MS + self.beta_ms)
            for change in self.trial.screens
            if change.tab == tab and change.url is not None
        ]

    def deadline(self, due_ms: float, tab: int) -> float:
        """A deadline, put off while the page cannot be blamed: to the end of the window that it falls into."""
        while (window := covering(self.grace(tab), due_ms)) is not None:
            due_ms = window[1]
        return due_ms

    def prompted(self, tab: int, from_ms: float, until_ms: float) -> bool:
        """Whether the person reloaded, left or came to the page in the meantime."""
        return any(
            from_ms < step.at_ms <= until_ms and step.do in _PROMPTS and step.tab == tab for step in self.steps
        ) or any(
            document.tab == tab and from_ms < document.from_ms <= until_ms
            for document in self.screen.visibility.documents
        )

    def telling(self, key: RunKey, tab: int, at_ms: float) -> list[Claim]:
        """What the tab said of the run at that moment."""
        return self.screen.standing(tab, at_ms, key)

    def ends_after(self, at_ms: float) -> bool:
        """Whether the trial goes on beyond that moment."""
        return at_ms < self.end_ms

    def last_moment(self, until_ms: float) -> int:
        """A moment as a whole number, within the trial."""
        return int(min(until_ms, self.end_ms)) if until_ms != math.inf else self.end_ms
