"""Mixed is called mixed: a job of which some items failed is neither a plain success nor a plain failure."""

from harness.core.verdicts import Severity
from harness.core.words import Outcome
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.spans import without
from harness.laws.base import has_state_word, law
from harness.microcopy.reader import read
from harness.microcopy.reading import Kind

_PLAIN = {"succeeded": "failed", "completed": "failed", "failed": "succeeded"}
"""plain label -> the count that, in the same message, keeps it from being a falsehood"""


def labels(case: Case) -> list[Claim]:
    """Applies to: each statement of the end of a run of which some items succeeded and some failed, on any surface."""
    mixed = [key for key in case.truth.runs() if case.truth.outcome(key) is Outcome.PARTIAL]
    return [
        claim
        for key in mixed
        for claim in case.screen.claims(kind=Kind.ENDED, run=key)
        if claim.phase is None and _after_end(claim, case)
    ]


def _after_end(claim: Claim, case: Case) -> bool:
    return bool(without(claim.seen, [(0, case.truth.ended_at(claim.run))]))


def _unseen(case: Case) -> str | None:
    mixed = any(case.truth.outcome(key) is Outcome.PARTIAL for key in case.truth.runs())
    told = any(case.screen.claims(run=key) for key in case.truth.runs())
    return "the page never said that the job ended" if mixed and told else None


@law(
    id="partial-named-partial",
    title="Mixed is called mixed",
    failure_title="A job that half succeeded is called a success or a failure",
    requires="When some items succeeded and some failed, every surface (page, list, title, "
    "announcement) names the outcome "
    "as mixed or gives the other count in the same message; none says plain success or plain failure.",
    why="A success ignores what the person still has to mend; a failure hides that most of the work is done.",
    instead="“Finished with problems: 20 of 28 published, 3 failed”, in the page, in the list, in the title and "
    "in what is announced.",
    severity=Severity.BLOCKER,
    source="article A70 to A75, A138; DynamoDB, COMPLETED_WITH_ERRORS",
    targets=labels,
    unread=has_state_word,
    unseen=_unseen,
)
def partial_named_partial(claim: Claim, case: Case) -> Breach | None:
    """Expects: the statement's word is a mixed one, or its message carries the count that the word leaves out."""
    needed = _PLAIN.get(str(claim.word))
    if needed is None or _carries(claim.message, needed):
        return None
    at_ms = max(claim.at_ms, int(case.truth.ended_at(claim.run)))
    return Breach.at(claim, said=claim.text, truth=case.truth.describe(claim.run, at_ms), at_ms=at_ms)


def _carries(message: str, bucket: str) -> bool:
    return any(reading.kind is Kind.COUNT and reading.word == bucket for reading in read(message).readings)
