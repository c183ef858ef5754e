"""A quantity, not a spinner: who waits for longer than ten seconds is told how far it is."""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import RunKey, State
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.spans import Span, common, union, without
from harness.laws.base import law
from harness.laws.shapes.hold import gaps
from harness.laws.shapes.resp import Due, doubt_silence
from harness.microcopy.estimates import tells_time_left
from harness.microcopy.reading import Kind

WITHIN_MS = 10_000
HOW_FAR = frozenset(("processed", "succeeded", "finished", "done", "current", "remaining", "found"))
"""Counts that say how far the work is; how many failed, or how many there are, does not."""
IN_HAND = (State.RUNNING.value, State.RETRYING.value)


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """A run is at work and a tab in front says so, for more than ten seconds."""

    run: RunKey
    tab: int
    spans: tuple[Span, ...]


def waits(case: Case) -> list[Wait]:
    """Applies to: each run at work for more than 10 s, in each tab that says so in words meanwhile."""
    found = [_wait(case, run, tab) for run in case.truth.runs() for tab in case.screen.tabs]
    return [wait for wait in found if sum(until - start for start, until in wait.spans) > WITHIN_MS]


def _wait(case: Case, run: RunKey, tab: int) -> Wait:
    states = [claim for claim in case.screen.claims(kind=Kind.STATE, run=run, tab=tab) if _is_at_work(claim)]
    shown = union(span for claim in states for span in claim.seen)
    at_work = without(case.tracks(run).when("state", *IN_HAND), case.grace(tab))
    return Wait(run=run, tab=tab, spans=tuple(common(shown, at_work)))


def _is_at_work(claim: Claim) -> bool:
    """A word for work that goes on; that a job has not ended is said in passing."""
    return claim.word in IN_HAND and _is_shown(claim)


def _is_shown(claim: Claim) -> bool:
    return claim.surface not in ("announcement", "title")


def _unseen(case: Case) -> str | None:
    return None if case.screen.claims(kind=Kind.STATE) else "the page never says in words that a job is at work"


@law(
    id="quantity-within-ten-seconds",
    title="A quantity, not a spinner",
    failure_title="For more than ten seconds the page showed that a job runs, and not how far it is",
    requires="From 10 s after its start to its end a running job shows how far it is: so many of so many, a share, a "
    "step of how many, or the time left; a spinner or a bare verb alone never lasts over 10 s.",
    why="A spinner looks the same whether the work goes on or has stopped: after ten seconds people give up on it.",
    instead="“12 of 30”, “step 2 of 4” or “about 2 minutes left” beside the spinner, as soon as one of them is known.",
    severity=Severity.MAJOR,
    source="article A19, A37, A39, A131; Nielsen, 10 s; Primer, loading",
    targets=waits,
    unseen=_unseen,
)
def quantity_within_ten_seconds(wait: Wait, case: Case) -> Breach | None:
    """Expects: no stretch of more than ten seconds with nothing but words."""
    told = case.screen.claims(run=wait.run, tab=wait.tab)
    bare = gaps(wait.spans, [span for claim in told if _is_quantity(claim) for span in claim.seen], WITHIN_MS)
    if not bare:
        return None
    start_ms, until_ms = bare[0]
    at_ms = int(start_ms) + WITHIN_MS
    doubt_silence(Due(run=wait.run, tab=wait.tab, from_ms=int(start_ms), due_ms=at_ms), case)
    said = next(claim for claim in told if claim.kind is Kind.STATE and _is_at_work(claim) and claim.stands(at_ms))
    return Breach(
        run=wait.run, tab=wait.tab, at_ms=at_ms, until_ms=until_ms, said=said.text, slot="quantity",
        truth=case.truth.describe(wait.run, at_ms),
    )  # fmt: skip


def _is_quantity(claim: Claim) -> bool:
    if not _is_shown(claim):
        return False
    if claim.kind is Kind.COUNT:
        return claim.value is not None and (claim.word in HOW_FAR or claim.reading.total is not None)
    return claim.kind in (Kind.PERCENT, Kind.STEP) or (claim.kind is Kind.DURATION and tells_time_left(claim.text))
