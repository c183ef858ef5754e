"""Cancelling is a state: from the press until the truth's effect the page says that the job is being cancelled."""

import math
from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import Outcome, RunKey
from harness.facts.agreement import FACTS
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.deeds import Deed, deeds
from harness.facts.finding import Breach
from harness.facts.settle import FRAME_MS
from harness.facts.spans import Span, common, union, without
from harness.laws.base import has_state_word, law
from harness.laws.shapes.never import too_early
from harness.laws.shapes.once import second
from harness.laws.shapes.resp import Due, doubt_silence
from harness.microcopy.reading import Kind
from harness.trace.records import Request

WITHIN_MS = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Cancelling:
    """One opportunity: a run that is being cancelled, in one tab. ``deed`` is the person's own, where it was done here;
    ``owed`` are the stretches in which the tab had to say so.
    """

    run: RunKey
    tab: int
    from_ms: int
    owed: tuple[Span, ...]
    deed: Deed | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Dismissed:
    """One opportunity: the person pressed cancel and, when asked, said no. ``until_ms`` is their next cancel."""

    deed: Deed
    run: RunKey
    until_ms: float


def cancellations(case: Case) -> list[Cancelling | Dismissed]:
    """Applies to: each run that is being cancelled for long enough to be seen, in each tab that gives it more than a
    row of a list; and each cancellation that the person took back.
    """
    wanted = deeds(case, "cancel")
    asked = [(deed, command) for deed in wanted if (command := deed.taken) is not None]
    owned = [_own(deed, RunKey(told.job, told.run or 0), case) for deed, told in asked]
    here = {(one.run, one.tab) for one in owned}
    others = [
        _cancelling(key, tab, at_ms, at_ms + case.beta_ms + WITHIN_MS, case)
        for key, at_ms in _cancelled(case)
        for tab in case.screen.tabs
        if (key, tab) not in here
    ]
    return [*(one for one in (*owned, *others) if one.owed), *_dismissals(wanted, case)]


def _own(deed: Deed, key: RunKey, case: Case) -> Cancelling:
    return _cancelling(key, deed.step.tab, deed.meant_ms, deed.meant_ms + WITHIN_MS, case, deed)


def _cancelling(key: RunKey, tab: int, from_ms: int, due_ms: float, case: Case, deed: Deed | None = None) -> Cancelling:
    owed = common([(due_ms, min(case.truth.ended_at(key), case.end_ms))], _shown(case, key, tab))
    owed = [span for span in without(owed, case.grace(tab)) if span[1] - span[0] >= FRAME_MS]
    return Cancelling(run=key, tab=tab, from_ms=from_ms, owed=tuple(owed), deed=deed)


def _shown(case: Case, key: RunKey, tab: int) -> list[Span]:
    """When the tab, in front, gave the run more than a row of a list."""
    claims = [claim for claim in case.screen.claims(run=key, tab=tab) if claim.surface in ("text", "bar")]
    told = union((claim.at_ms, claim.until_ms) for claim in claims if claim.kind in FACTS and not claim.listed)
    return common(told, case.screen.visibility.seen(tab))


def _cancelled(case: Case) -> list[tuple[RunKey, int]]:
    return [(event.key, event.at_ms) for event in case.truth.events if event.kind == "run.cancelling"]


def _dismissals(wanted: list[Deed], case: Case) -> list[Dismissed]:
    found = []
    for index, deed in enumerate(wanted):
        key = case.words.newest(deed.meant_ms, deed.step.job)
        if deed.dismissed and key is not None:
            later = (one.step.at_ms for one in wanted[index + 1 :] if one.step.tab == deed.step.tab)
            found.append(Dismissed(deed=deed, run=key, until_ms=min(later, default=math.inf)))
    return found


@law(
    id="cancelling-shown",
    title="Cancelling is a state of its own",
    failure_title="A job was being cancelled and the page showed something else",
    requires="From 1 s after the press that cancels a job, or 1 s + β after somebody else did, until the cancellation "
    "has taken effect, the page says that the job is being cancelled, neither that it is cancelled nor merely that it "
    "runs; the cancellation is sent once; who says no when asked has sent nothing.",
    why="Told too early that it is over, people act on what still changes; told nothing, they cancel again and again.",
    instead="“Cancelling, once the current step is finished” from the press on, with no second Cancel button; "
    "“Cancelled” when the server says so.",
    severity=Severity.BLOCKER,
    source="article A49, A50; google.longrunning, CancelOperation; Shopify, BulkOperationStatus CANCELING",
    targets=cancellations,
)
def cancelling_shown(target: Cancelling | Dismissed, case: Case) -> Breach | None:
    """Expects: a word for cancelling throughout, no word for cancelled, one cancellation; after a no, none of it."""
    if isinstance(target, Dismissed):
        return _after_no(target, case)
    early = _early(target, case)
    if early is not None:
        return early
    again = second(_sent(target, target.deed, case)) if target.deed is not None else None
    if again is not None:
        return _breach(target.run, target.tab, again.sent_ms, "sent the cancellation again", case, slot="again")
    told = [span for claim in _says_cancelling(target, case) for span in claim.seen]
    untold = [span for span in without(target.owed, told) if span[1] - span[0] >= FRAME_MS]
    return _untold(target, untold[0], case) if untold else None


def _early(target: Cancelling, case: Case) -> Breach | None:
    over = case.screen.claims(kind=Kind.ENDED, word=Outcome.CANCELLED, run=target.run, tab=target.tab)
    for claim in over:
        span = too_early(claim, case.truth.ended_at(claim.run), case) if claim.phase is None else None
        if span is not None:
            truth = case.truth.describe(claim.run, int(span[0]))
            return Breach.at(claim, said=claim.text, truth=truth, at_ms=span[0], until_ms=span[1])
    return None


def _sent(target: Cancelling, deed: Deed, case: Case) -> list[Request]:
    """The cancellations of the run that this tab had the server carry out; one sent again with its key is the same."""
    ids = [
        held.request
        for held in case.commands
        if held.do == "cancel" and held.job == target.run.job and held.tab == target.tab
    ]
    sent = [request for request in case.requests if request.id in ids and request.sent_ms >= deed.step.at_ms]
    kept = {request.idempotency_key or request.id: request for request in reversed(sent)}
    return sorted(kept.values(), key=lambda request: request.sent_ms)


def _says_cancelling(target: Cancelling, case: Case) -> list[Claim]:
    """A word for it; or that the request is on its way, which is no more than it knows."""
    claims = case.screen.claims(tab=target.tab, run=target.run, glimpses=True)
    return [
        claim
        for claim in claims
        if claim.surface in ("text", "bar")
        and ((claim.kind is Kind.STATE and claim.word == "cancelling") or claim.kind is Kind.SENDING)
    ]


def _untold(target: Cancelling, span: Span, case: Case) -> Breach:
    doubt_silence(Due(run=target.run, tab=target.tab, from_ms=target.from_ms, due_ms=span[0]), case, has_state_word)
    told = case.telling(target.run, target.tab, span[0])
    state = next((claim for claim in told if claim.kind is Kind.STATE and claim.phase is None), None)
    silence = "did not say that the job was being cancelled"
    return _breach(target.run, target.tab, int(span[0]), silence, case, said=state, until_ms=span[1])


def _after_no(target: Dismissed, case: Case) -> Breach | None:
    tab, since_ms = target.deed.step.tab, target.deed.meant_ms
    sent = [one for one in target.deed.commands if one.do == "cancel" and one.at_ms >= target.deed.step.at_ms]
    if sent:
        return _breach(target.run, tab, sent[0].at_ms, "sent the cancellation that was taken back", case, slot="no")
    claims = case.screen.claims(kind=Kind.STATE, word="cancelling", run=target.run, tab=tab)
    truly: list[Span] = [(at_ms, math.inf) for key, at_ms in _cancelled(case) if key == target.run]
    for claim in claims:
        false_in = without(claim.seen, [(0, since_ms + WITHIN_MS), (target.until_ms, math.inf), *truly])
        if false_in and claim.phase is None:
            return _breach(
                target.run, tab, int(false_in[0][0]), "", case, said=claim, until_ms=claim.until_ms, slot="no"
            )
    return None


def _breach(
    key: RunKey,
    tab: int,
    at_ms: int,
    silence: str,
    case: Case,
    *,
    said: Claim | None = None,
    until_ms: float | None = None,
    slot: str = "cancelling",
) -> Breach:
    return Breach(
        run=key, tab=tab, at_ms=at_ms, until_ms=at_ms if until_ms is None else until_ms,
        said=said.text if said else None, silence=silence, truth=case.truth.describe(key, at_ms), slot=slot,
    )  # fmt: skip
