"""A page must not say that a job ended before it did."""

from harness.core.verdicts import Severity
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.laws.base import has_state_word, law
from harness.laws.shapes.never import too_early
from harness.microcopy.reading import Kind


def ending_claims(case: Case) -> list[Claim]:
    """Applies to: every statement on the page that the job has ended."""
    return [claim for claim in case.screen.claims(kind=Kind.ENDED) if claim.phase is None]


@law(
    id="no-premature-terminal",
    title="The page says that a job ended only after it ended",
    failure_title="The page says that a job ended while it is still running",
    requires="Before the job ends, no view, title or announcement says that it has ended, however it ends.",
    why="People act on an ending: they close the tab, delete the source file, tell a colleague.",
    instead="Words of an ending come from the job’s own state alone, never from a bar that is full, a stream that "
    "closed or an item that failed.",
    severity=Severity.BLOCKER,
    source="article A72; AIP-151 done",
    targets=ending_claims,
    unread=has_state_word,
)
def no_premature_terminal(claim: Claim, case: Case) -> Breach | None:
    """Expects: the run had ended when the statement was painted."""
    early = too_early(claim, case.truth.ended_at(claim.run), case)
    if early is None:
        return None
    truth = case.truth.describe(claim.run, int(early[0]))
    return Breach.at(claim, said=claim.text, truth=truth, at_ms=early[0], until_ms=early[1])
