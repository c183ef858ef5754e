"""The sentences of the timeline: moments, places in the queue, retries, the ending."""

from collections.abc import Sequence

from harness.cli.story import ITEM_ENDS, RunStory
from harness.core.causes import BY_ID
from harness.core.durations import spoken
from harness.core.words import Outcome
from harness.reporters.words import number_of, printable
from harness.trace.truth_event import TruthEvent

MOST_LINES = 12
_REASONS = {
    "concurrency-limit": "as many as allowed are running",
    "dependency": "another job must end first",
    "rate-limit": "the rate limit is reached",
    "paused": "its workers are paused",
}
_ENDINGS = {
    Outcome.SUCCEEDED: "succeeded",
    Outcome.PARTIAL: "partly succeeded",
    Outcome.FAILED: "failed",
    Outcome.CANCELLED: "was cancelled",
}


def moment(at_ms: int) -> str:
    """``12.5 s``, or ``3 min 00.0 s before the start`` of the trial."""
    return spoken(at_ms) if at_ms >= 0 else f"{spoken(-at_ms)} before the start"


def at(at_ms: int) -> str:
    """``at 12.5 s``, or ``3 min 00.0 s before the start``."""
    return f"at {spoken(at_ms)}" if at_ms >= 0 else moment(at_ms)


def capped(lines: Sequence[str]) -> list[str]:
    """The lines, or their beginning and their last one with the number of those left out."""
    if len(lines) <= MOST_LINES:
        return list(lines)
    left_out = len(lines) - MOST_LINES + 1
    return [*lines[: MOST_LINES - 2], f"... {left_out} more, which --json lists", lines[-1]]


def cause_words(id: str) -> str:
    """The cause as people call it; one that is not registered, as it is written."""
    return BY_ID[id].title.lower() if id in BY_ID else id.replace("-", " ")


def items_words(event: TruthEvent) -> str:
    """``item-003 Oak desk lamp``."""
    return printable(" ".join(str(event.data[word]) for word in ("item", "name") if word in event.data))


def wait_line(event: TruthEvent) -> str:
    """``1.4 s: 2 jobs ahead, no free worker, should start at 42.0 s``."""
    data = event.data
    ahead, reason = data.get("ahead"), str(data.get("reason", ""))
    place = (
        "waits" if ahead is None else "next in line" if ahead == 0 else f"{ahead} job{'' if ahead == 1 else 's'} ahead"
    )
    because = f", moved up: {str(data['because']).replace('-', ' ')}" if data.get("because") else ""
    return (
        f"{moment(event.at_ms)}: {place}, {_REASONS.get(reason, reason.replace('-', ' '))}{_expected(event)}{because}"
    )


def _expected(event: TruthEvent) -> str:
    if "expected_start_ms" not in event.data:
        return ""
    start_ms = event.data["expected_start_ms"]
    return ", its start cannot be foreseen yet" if start_ms is None else f", should start {at(start_ms)}"


def retry_lines(run: RunStory) -> list[str]:
    """Every retry with its time, and what became of it."""
    told = ("item.retrying", "run.retrying", *ITEM_ENDS)
    return [
        f"{moment(event.at_ms)}: {_retry_words(event, run.noun)}"
        for event in run.of(*told)
        if event.kind.endswith(".retrying") or event.data.get("attempt", 1) > 1
    ]


def _retry_words(event: TruthEvent, noun: str) -> str:
    data, attempt = event.data, event.data.get("attempt")
    if event.kind == "item.succeeded":
        return f"{items_words(event)}: succeeded on attempt {attempt}"
    again = f"attempt {attempt} of {data.get('max')}{_next(event)}"
    if event.kind == "run.retrying":
        return f"the whole job again, with {number_of(data.get('items', 0), noun)}; {again}"
    why = cause_words(str(data.get("cause")))
    if event.kind != "item.retrying":
        return f"{items_words(event)}: {why}; {event.kind.removeprefix('item.')}, attempt {attempt} was the last"
    return f"{items_words(event)}: {why}; {again}"


def _next(event: TruthEvent) -> str:
    next_at_ms = event.data.get("next_at_ms")
    return " once the others have been tried" if next_at_ms is None else f" {at(next_at_ms)}"


def ending(run: RunStory) -> str:
    """How the run ended, when, after how long, and what became of its items."""
    if run.ended is None:
        return "has not ended"
    data = run.ended.data
    counts = {word: data.get(word, 0) for word in ("succeeded", "failed", "skipped")}
    left = _total(run) - sum(counts.values())
    summary = ", ".join(f"{count} {word}" for word, count in counts.items())
    outcome = _ENDINGS[Outcome(data["outcome"])]
    more = f", {left} not attempted" if left > 0 else ""
    return f"{outcome} {at(run.to_ms)}, after {spoken(run.to_ms - run.from_ms)}: {summary}{more}"


def _total(run: RunStory) -> int:
    """The items of the run: as accepted, or as its last phase came to know."""
    known = [run.accepted.data.get("total"), *(event.data.get("total") for event in run.of("phase.total"))]
    first = [phase.total for phase in list(run.phases.values())[:1]]
    return max((total for total in [*known, *first] if total is not None), default=0)
