"""The timeline of a truth, in words and with simple bars, for a terminal."""

from collections.abc import Iterator

from harness.core.causes import cause
from harness.core.durations import spoken
from harness.core.words import Outcome, PhaseState, RunKey
from harness.facts.truth import Truth
from harness.facts.views import PhaseView, RunView
from harness.scenario.scenario import Scenario
from harness.trace.truth_event import TruthEvent

BAR_WIDTH = 40
WAIT, WORK, NOTHING = "░", "█", "·"
_ITEM_ENDS = ("item.succeeded", "item.failed")
_ENDINGS = {
    Outcome.SUCCEEDED: "succeeded",
    Outcome.PARTIAL: "partly succeeded",
    Outcome.FAILED: "failed",
    Outcome.CANCELLED: "was cancelled",
}


def timeline(scenario: Scenario, truth: Truth, end_ms: int) -> Iterator[str]:
    """The lines of the timeline: the scenario, then each run in the order of acceptance."""
    workers = scenario.world.workers
    yield f"{scenario.id}: {scenario.title}"
    yield f"{workers} worker{'' if workers == 1 else 's'}, seed {scenario.seed}, ends at {spoken(end_ms)}"
    yield f"bars run from 0 to the end: {WAIT} waiting, {WORK} working"
    for key in truth.runs():
        yield ""
        yield from _run(truth, key, end_ms)


def bar(from_ms: int, to_ms: int, end_ms: int, filling: str) -> str:
    """A bar over the whole time, filled where the stretch lies; the shortest stretch still shows."""
    scale = max(end_ms, 1)
    first = min(from_ms * BAR_WIDTH // scale, BAR_WIDTH - 1)
    last = max(first + 1, min(-(-to_ms * BAR_WIDTH // scale), BAR_WIDTH))
    return NOTHING * first + filling * (last - first) + NOTHING * (BAR_WIDTH - last)


def _run(truth: Truth, key: RunKey, end_ms: int) -> Iterator[str]:
    view = truth.view(key, end_ms)
    assert view is not None
    events = [event for event in truth.events if event.key == key]
    again = f", run {key.run}" if key.run > 1 else ""
    yield f"{key.job}{again}: {view.title}"
    yield _line("accepted", f"at {spoken(view.accepted_ms)}, started by the {events[0].data['by']}")
    yield from _queue(view, events, end_ms)
    for phase in view.phases:
        yield from _phase(phase, view.noun, end_ms)
    yield from _retries(events)
    yield from _causes(view)
    yield from _ending(view)


def _line(word: str, rest: str) -> str:
    return f"  {word:<11} {rest}"


def _queue(view: RunView, events: list[TruthEvent], end_ms: int) -> Iterator[str]:
    places = [event for event in events if event.kind in ("run.queued", "queue.moved")]
    until_ms = view.started_ms if view.started_ms is not None else (view.ended_ms or end_ms)
    if not places:
        yield _line("queue", "none: a worker was free")
        return
    yield _line(
        "queue", f"{bar(view.accepted_ms, until_ms, end_ms, WAIT)} waited {spoken(until_ms - view.accepted_ms)}"
    )
    for event in places:
        ahead, reason = event.data["ahead"], event.data["reason"].replace("-", " ")
        place = "next in line" if ahead == 0 else f"{ahead} job{'' if ahead == 1 else 's'} ahead"
        yield _line("", f"{spoken(event.at_ms)}: {place}, {reason}")


def _phase(phase: PhaseView, noun: str, end_ms: int) -> Iterator[str]:
    if phase.started_ms is None:
        yield _line(phase.title, "skipped" if phase.state is PhaseState.SKIPPED else "not reached")
        return
    until_ms = phase.ended_ms if phase.ended_ms is not None else end_ms
    took = f"{spoken(phase.started_ms)} to {spoken(until_ms)}"
    done = f"{phase.done} of {phase.total} {noun}s" + ("" if phase.state is PhaseState.DONE else f", {phase.state}")
    yield _line(phase.title, f"{bar(phase.started_ms, until_ms, end_ms, WORK)} {took}, {done}")


def _retries(events: list[TruthEvent]) -> Iterator[str]:
    waits = sum(event.kind == "item.retrying" for event in events)
    yield _line("retries", str(waits) if waits else "none")
    for event in events:
        if event.kind == "item.retrying" or (event.data.get("attempt", 1) > 1 and event.kind in _ITEM_ENDS):
            yield _line("", f"{spoken(event.at_ms)}: {event.data['item']} {_retry_words(event)}")


def _retry_words(event: TruthEvent) -> str:
    data = event.data
    if event.kind == "item.succeeded":
        return f"{data['name']}: succeeded on attempt {data['attempt']}"
    why = cause(data["cause"]).title.lower()
    if event.kind == "item.failed":
        return f"{data['name']}: {why}; failed, attempt {data['attempt']} was the last"
    return f"{data['name']}: {why}; attempt {data['attempt']} of {data['max']} at {spoken(data['next_at_ms'])}"


def _causes(view: RunView) -> Iterator[str]:
    for counted in view.causes:
        yield _line(counted.state, f"{counted.count}: {cause(counted.cause).title.lower()}")


def _ending(view: RunView) -> Iterator[str]:
    if view.ended_ms is None or view.outcome is None:
        yield _line("outcome", "has not ended")
        return
    counts = view.counts
    summary = f"{counts.succeeded} succeeded, {counts.failed} failed, {counts.skipped} skipped"
    left = f", {counts.remaining} not attempted" if counts.remaining else ""
    took = spoken(view.ended_ms - view.accepted_ms)
    yield _line("outcome", f"{_ENDINGS[view.outcome]} at {spoken(view.ended_ms)}, after {took}: {summary}{left}")
