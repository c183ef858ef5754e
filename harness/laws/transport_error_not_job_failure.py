"""A lost request is not a lost job: trouble on the way shows as that, and never as the job's failure or absence."""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import Outcome, RunKey
from harness.facts.agreement import FACTS
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.spans import common
from harness.laws.base import CannotTell, law
from harness.laws.shapes.hold import gaps
from harness.laws.shapes.resp import Due, doubt_silence
from harness.microcopy.reader import read
from harness.microcopy.reading import Kind

GONE_MS = 1_000
"""Ours: so long, besides the allowance, a page may take to draw itself anew."""
STATES = FACTS - {Kind.TROUBLE}
"""What is known of a job. That something went wrong is not known of it, but of the request."""
SAID = frozenset(("text", "bar", "title"))
"""Where it is said. A bar that is drawn and has no number says nothing beside an error in the place of the words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """Requests for news failed, hung or broke off in a tab that showed a run."""

    run: RunKey
    tab: int
    from_ms: int
    until_ms: float


def troubles(case: Case) -> list[Trouble]:
    """Applies to: each stretch in which reads or streams of a tab failed, for each run that it showed right before."""
    return [
        trouble
        for contact in case.contacts
        for start, until in contact.interruptions()
        for run in _shown(case, contact.tab, start)
        if (trouble := _until_acted(Trouble(run=run, tab=contact.tab, from_ms=int(start), until_ms=until), case))
    ]


def _shown(case: Case, tab: int, at_ms: float) -> list[RunKey]:
    standing = case.screen.standing(tab, at_ms)
    return list(dict.fromkeys(claim.run for claim in standing if claim.kind in STATES))


def _until_acted(trouble: Trouble, case: Case) -> Trouble | None:
    """Up to the next thing that the person does: what another view shows is another matter."""
    steps = [step.at_ms for step in case.steps if step.tab == trouble.tab and step.at_ms > trouble.from_ms]
    until_ms = min([trouble.until_ms + case.beta_ms, case.end_ms, *steps])
    if until_ms <= trouble.from_ms or not case.screen.visibility.is_seen(trouble.tab, trouble.from_ms):
        return None
    return Trouble(run=trouble.run, tab=trouble.tab, from_ms=trouble.from_ms, until_ms=until_ms)


@law(
    id="transport-error-not-job-failure",
    title="A lost request is not a lost job",
    failure_title="A failed request was shown as a failed, missing or vanished job",
    requires="A failed, slow or garbled status request never shows as job failure, as no job, or as a blank page; the "
    "last known state stays.",
    why="People who read that the job failed start it again, while the first goes on.",
    instead="“We cannot reach the server at the moment”, beside the last known state, and the page goes on asking.",
    severity=Severity.BLOCKER,
    source="article A58, A128, A133; Primer, degraded experiences",
    targets=troubles,
)
def transport_error_not_job_failure(trouble: Trouble, case: Case) -> Breach | None:
    """Expects: while requests fail, nothing denies the job or calls it failed, and what was known of it stays."""
    painted = [
        claim
        for claim in case.screen.claims(tab=trouble.tab, run=trouble.run)
        if trouble.from_ms <= claim.at_ms < trouble.until_ms
    ]
    false = next((claim for claim in painted if _denies(claim, case)), None)
    if false is not None:
        return Breach.at(false, said=false.text, truth=_truth(trouble, false.at_ms, case))
    unclear = next((claim for claim in painted if claim.kind is Kind.TROUBLE and not _names_network(claim)), None)
    if unclear is not None and case.truth.outcome(trouble.run) is not Outcome.FAILED:
        raise CannotTell(f'"{unclear.text}" may be said of the request or of the job')
    return _vanished(trouble, case)


def _names_network(claim: Claim) -> bool:
    return any(reading.kind in (Kind.CONNECTION, Kind.LOADING) for reading in read(claim.message).readings)


def _denies(claim: Claim, case: Case) -> bool:
    """That it failed, when it has not; that there is no job; that none goes on, while this one does."""
    has_ended = case.truth.ended_at(claim.run) <= claim.at_ms
    if claim.kind is Kind.ENDED and claim.phase is None and claim.word == "failed":
        return not has_ended or case.truth.outcome(claim.run) is Outcome.SUCCEEDED
    return claim.kind is Kind.NO_JOBS and (claim.word != "active" or not has_ended)


def _is_news_of(run: RunKey, told: RunKey) -> bool:
    """A later run of the job in the place of the one that the page showed is news of the job."""
    return told.job == run.job and told.run >= run.run


def _vanished(trouble: Trouble, case: Case) -> Breach | None:
    told = [
        claim
        for claim in case.screen.claims(tab=trouble.tab)
        if claim.surface in SAID and _is_news_of(trouble.run, claim.run)
    ]
    required = common([(trouble.from_ms, trouble.until_ms)], case.screen.visibility.seen(trouble.tab))
    held = [span for claim in told if claim.kind in STATES for span in claim.seen]
    blank = gaps(required, held, GONE_MS + case.beta_ms)
    if not blank:
        return None
    at_ms, until_ms = int(blank[0][0]), blank[0][1]
    doubt_silence(Due(run=trouble.run, tab=trouble.tab, from_ms=trouble.from_ms, due_ms=at_ms), case)
    instead = next((claim for claim in told if claim.kind is Kind.TROUBLE and claim.stands(at_ms)), None)
    return Breach(
        run=trouble.run,
        tab=trouble.tab,
        at_ms=at_ms,
        until_ms=until_ms,
        said=instead.text if instead else None,
        silence="said nothing of the job any more",
        truth=_truth(trouble, at_ms, case),
        slot="vanished",
    )


def _truth(trouble: Trouble, at_ms: int, case: Case) -> str:
    return f"it was the request that had failed ({case.truth.describe(trouble.run, at_ms)})"
