"""When is a claim true? The spans of time in which what it says was so; None for what is not judged
against the truth.
"""

import math
from collections.abc import Callable, Sequence

from harness.core.causes import recognised
from harness.core.words import PhaseState, State
from harness.facts.binding import counter_of
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.spans import Span, common, union
from harness.facts.tracks import Tracks
from harness.microcopy.reading import Kind

COUNTERS = frozenset(
    "processed succeeded failed skipped remaining total done current finished found kept rolled_back".split()
)
FACTS = frozenset((Kind.COUNT, Kind.STATE, Kind.ENDED, Kind.STEP, Kind.QUEUE, Kind.PERCENT, Kind.TROUBLE))
"""What a view says of a job itself, unlike what it says of its loading, its connection or its age."""

_STATES: dict[str, tuple[State, ...]] = {
    "queued": (State.QUEUED,),
    "running": (State.RUNNING, State.RETRYING),
    "retrying": (State.RETRYING, State.RUNNING),
    "cancelling": (State.CANCELLING,),
    "paused": (State.PAUSED,),
    "accepted": (State.QUEUED, State.RUNNING, State.RETRYING),
    "unended": (State.QUEUED, State.RUNNING, State.RETRYING, State.CANCELLING, State.PAUSED),
}
_PHASE_STATES: dict[str, tuple[PhaseState, ...]] = {
    "queued": (PhaseState.WAITING,),
    "running": (PhaseState.RUNNING,),
    "retrying": (PhaseState.RUNNING,),
}


def true_spans(claim: Claim, case: Case) -> list[Span] | None:
    """The spans in which the claim held."""
    tracks = case.tracks(claim.run)
    if claim.kind is Kind.COUNT:
        return _count(claim, tracks, case)
    if claim.kind is Kind.ENDED and claim.phase is None:
        return [(case.truth.ended_at(claim.run), math.inf)]
    judge = _JUDGED.get(claim.kind)
    return judge(claim, tracks) if judge else None


def _ended(claim: Claim, tracks: Tracks) -> list[Span]:
    ended = (PhaseState.DONE, PhaseState.FAILED, PhaseState.SKIPPED)
    return tracks.when(f"state:{claim.phase}", *(state.value for state in ended))


def _queue(claim: Claim, tracks: Tracks) -> list[Span] | None:
    if not isinstance(claim.value, int):
        return None
    return tracks.when("ahead", claim.value - (1 if claim.word == "place" else 0))


def _count(claim: Claim, tracks: Tracks, case: Case) -> list[Span] | None:
    if claim.word not in COUNTERS and claim.phase is None:
        return None
    value = claim.value
    if value is None:
        return tracks.other_than(str(claim.word), 0) if claim.word in ("failed", "skipped") else None
    if claim.word == "found":
        return _found(claim, tracks)
    if claim.word == "total":
        return union(
            [
                *tracks.when("total", value),
                *(tracks.when(f"total:{claim.phase}", value) if claim.phase else tracks.when("phase-total", value)),
            ]
        )
    name = counter_of(claim, case)
    if claim.reading.cause is not None:
        name = _cause_counter(claim.reading.cause)
    if name is None:
        return None
    values: tuple[object, ...] = (value, value - 1) if claim.word == "current" else (value,)
    spans = tracks.when(name, *values)
    return spans if claim.reading.total is None else common(spans, _totals(claim, tracks))


def _found(claim: Claim, tracks: Tracks) -> list[Span] | None:
    """``40 items found so far`` while they are counted, ``120 items found`` in all, ``30 more items found`` later."""
    if claim.reading.noun is None:
        return None
    return union(span for name in ("counting", "total", "grown") for span in tracks.when(name, claim.value))


def _cause_counter(words: str) -> str | None:
    """The counter of the one cause that the words name; None where they name none, or could name several."""
    named = recognised(words)
    return f"cause:{named[0]}" if len(named) == 1 else None


def _totals(claim: Claim, tracks: Tracks) -> list[Span]:
    total = claim.reading.total
    names = ["total", "phase-total", *([f"total:{claim.phase}"] if claim.phase else [])]
    return union(span for name in names for span in tracks.when(name, total))


def _state(claim: Claim, tracks: Tracks) -> list[Span] | None:
    if claim.phase is not None:
        phase_states = _PHASE_STATES.get(str(claim.word))
        return tracks.when(f"state:{claim.phase}", *(state.value for state in phase_states)) if phase_states else None
    states = _STATES.get(str(claim.word))
    return tracks.when("state", *(state.value for state in states)) if states else None


def _step(claim: Claim, tracks: Tracks) -> list[Span] | None:
    name = "steps-done" if claim.word == "done" else "step"
    spans = tracks.when(name, (claim.value, claim.reading.total))
    if name == "step":  # of branches side by side, each is a step in hand
        spans = union([*spans, *tracks.when(f"step:{claim.value}", claim.reading.total)])
    known = any(tracks.when(name, (step, claim.reading.total)) for step in range(20))
    return spans if known else None


_JUDGED: dict[Kind, Callable[[Claim, Tracks], list[Span] | None]] = {
    Kind.STATE: _state,
    Kind.ENDED: _ended,
    Kind.QUEUE: _queue,
    Kind.STEP: _step,
}


def agrees(claim: Claim, case: Case, at_ms: float) -> bool:
    """Whether what it says was so at some moment of [at − β, at]."""
    spans = true_spans(claim, case)
    return spans is None or any(start <= at_ms and at_ms - case.beta_ms < until for start, until in spans)


def tells_end(told: Sequence[Claim], case: Case) -> bool:
    """Whether a person reads from what stands there that the run as a whole is over.

    "All 200 items were published" tells it too, where nothing beside it says that the job goes on.
    """
    goes_on = any(claim.kind is Kind.STATE and claim.phase is None for claim in told)
    return any(_says_ended(claim, case) or (not goes_on and _is_complete(claim)) for claim in told)


def _says_ended(claim: Claim, case: Case) -> bool:
    if claim.phase is not None:
        return False
    return claim.kind is Kind.ENDED or (claim.kind is Kind.TROUBLE and case.truth.outcome(claim.run) == "failed")


def _is_complete(claim: Claim) -> bool:
    counted = claim.kind is Kind.COUNT and claim.word in ("succeeded", "processed") and claim.phase is None
    return counted and claim.surface == "text" and claim.value is not None and claim.value == claim.reading.total
