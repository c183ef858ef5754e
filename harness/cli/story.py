"""Each run of a log as one story: what it did from when to when. What is not known here is passed on, never refused."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from harness.core.words import RunKey
from harness.trace.truth_event import TruthEvent

ITEM_ENDS = ("item.succeeded", "item.failed", "item.skipped")
PAST_BEFORE_MS = 0


class Doing(StrEnum):
    """What a run does with its time."""

    WAITING = "waiting for a worker"
    WORKING = "working"
    RESTING = "waiting for a retry"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one moment to another the run did one thing."""

    from_ms: int
    to_ms: int
    doing: Doing


@dataclass(kw_only=True, slots=True)
class PhaseStory:
    """One phase: its moments are None until it has begun, and until it has ended."""

    id: str
    title: str
    total: int | None = None
    done: int = 0
    state: str | None = None
    from_ms: int | None = None
    to_ms: int | None = None


@dataclass(kw_only=True, slots=True)
class RunStory:
    """One run from the moment it was accepted; ``items`` are the moments at which an item ended."""

    accepted: TruthEvent
    until_ms: int
    events: list[TruthEvent] = field(default_factory=list)
    phases: dict[str, PhaseStory] = field(default_factory=dict)
    stretches: list[Stretch] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    others: list[TruthEvent] = field(default_factory=list)
    started_ms: int | None = None
    ended: TruthEvent | None = None

    @property
    def key(self) -> RunKey:
        """Job and number of the run."""
        return self.accepted.key

    @property
    def name(self) -> str:
        """What the blocks of show and the rows of the plot are called by."""
        return self.key.job if self.key.run == 1 else f"{self.key.job}, run {self.key.run}"

    @property
    def title(self) -> str:
        """The title that a person reads."""
        return str(self.accepted.data.get("title", self.key.job))

    @property
    def by(self) -> str:
        """Who started it: ``person``, ``world``, or a word that is not known here."""
        return str(self.accepted.data.get("by", "world"))

    @property
    def noun(self) -> str:
        """What the items are called, for one of them."""
        return str(self.accepted.data.get("noun", "item"))

    @property
    def from_ms(self) -> int:
        """When it was accepted."""
        return self.accepted.at_ms

    @property
    def to_ms(self) -> int:
        """When it ended, or when the telling does."""
        return self.until_ms if self.ended is None else self.ended.at_ms

    @property
    def waited_ms(self) -> int:
        """How long it waited for its first worker."""
        return (self.to_ms if self.started_ms is None else self.started_ms) - self.from_ms

    @property
    def is_past(self) -> bool:
        """Whether it was accepted before the trial began."""
        return self.from_ms < PAST_BEFORE_MS

    def of(self, *kinds: str) -> list[TruthEvent]:
        """Its events of these kinds, in order."""
        return [event for event in self.events if event.kind in kinds]

    def within(self, from_ms: int, to_ms: int) -> list[Stretch]:
        """What it did between two moments."""
        cut = (Stretch(max(one.from_ms, from_ms), min(one.to_ms, to_ms), one.doing) for one in self.stretches)
        return [one for one in cut if one.from_ms < one.to_ms]


def stories(events: Iterable[TruthEvent], until_ms: int) -> list[RunStory]:
    """The runs of a log in the order in which they were accepted."""
    tellers: dict[RunKey, _Teller] = {}
    for event in events:
        if event.kind == "job.accepted":
            tellers[event.key] = _Teller(event, until_ms)
        elif event.key in tellers:
            tellers[event.key].add(event)
    return [teller.closed() for teller in tellers.values()]


class _Teller:
    """Folds the events of one run."""

    def __init__(self, accepted: TruthEvent, until_ms: int) -> None:
        told = accepted.data.get("phases", ())
        phases = {
            part["id"]: PhaseStory(id=part["id"], title=part.get("title", part["id"]), total=part.get("total"))
            for part in told
        }
        self._story = RunStory(accepted=accepted, until_ms=until_ms, events=[accepted], phases=phases)
        self._since_ms = self._last_ms = accepted.at_ms
        self._doing = Doing.WAITING
        self._handlers: dict[str, Callable[[TruthEvent], None]] = {
            "run.queued": self._on_waiting,
            "run.started": self._on_started,
            "run.paused": lambda event: self._turn(event.at_ms, Doing.PAUSED),
            "run.retrying": lambda event: self._turn(event.at_ms, Doing.RESTING),
            "run.resumed": lambda event: self._turn(event.at_ms, Doing.WORKING),
            "worker.lost": self._on_waiting,
            "run.ended": self._on_ended,
            "item.resumed": self._on_resumed,
            "phase.started": self._on_phase,
            "phase.advanced": self._on_phase,
            "phase.total": self._on_phase,
            "phase.ended": self._on_phase,
            **dict.fromkeys(ITEM_ENDS, self._on_item_end),
        }
        self._silent = {
            "queue.moved", "run.cancelling", "item.retrying", "item.interrupted", "item.rolled_back", "job.spawned",
        }  # fmt: skip

    def add(self, event: TruthEvent) -> None:
        """Take in the next event."""
        handler = self._handlers.get(event.kind)
        if handler is not None:
            handler(event)
        elif event.kind not in self._silent:
            self._story.others.append(event)
        self._story.events.append(event)
        self._last_ms = event.at_ms

    def closed(self) -> RunStory:
        """The story, with what the run was doing at the end of it."""
        if self._story.ended is None:
            self._turn(max(self._story.until_ms, self._last_ms), self._doing)
        return self._story

    def _turn(self, at_ms: int, doing: Doing) -> None:
        if at_ms > self._since_ms:
            self._story.stretches.append(Stretch(self._since_ms, at_ms, self._doing))
        self._since_ms, self._doing = at_ms, doing

    def _on_waiting(self, event: TruthEvent) -> None:
        self._turn(event.at_ms, Doing.WAITING)

    def _on_started(self, event: TruthEvent) -> None:
        if self._story.started_ms is None:
            self._story.started_ms = event.at_ms
        self._turn(event.at_ms, Doing.WORKING)

    def _on_ended(self, event: TruthEvent) -> None:
        self._turn(event.at_ms, self._doing)
        self._story.ended = event

    def _on_resumed(self, event: TruthEvent) -> None:
        """An item is taken up right after the one before it, unless there was nothing to do until its time had come."""
        if self._doing is Doing.WORKING and event.at_ms > self._last_ms:
            self._turn(self._last_ms, Doing.RESTING)
            self._turn(event.at_ms, Doing.WORKING)

    def _on_phase(self, event: TruthEvent) -> None:
        phase, data = self._phase(event), event.data
        if "total" in data:
            phase.total = data["total"]
        if event.kind == "phase.started":
            phase.from_ms = event.at_ms if phase.from_ms is None else phase.from_ms
        elif event.kind == "phase.advanced":
            phase.done = data.get("done", phase.done + 1)
        elif event.kind == "phase.ended":
            phase.state, phase.to_ms = data.get("state"), event.at_ms

    def _on_item_end(self, event: TruthEvent) -> None:
        self._story.items.append(event.at_ms)
        self._phase(event).done += 1

    def _phase(self, event: TruthEvent) -> PhaseStory:
        id = str(event.data.get("phase", ""))
        return self._story.phases.setdefault(id, PhaseStory(id=id, title=id))
