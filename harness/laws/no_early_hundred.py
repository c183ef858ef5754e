"""100 % means finished: neither a number nor a bar is full before the job ended, nor where it ended before its work."""

import math

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.laws.base import law
from harness.laws.shapes.never import too_early
from harness.microcopy.reading import Kind

FULL_PERCENT = 100
FULL_DRAWN_PERCENT = 99.9
"""A bar drawn further than this looks full: what is left is less than the eye can see."""


def shares(case: Case) -> list[Claim]:
    """Applies to: every percentage and every bar that speaks of the whole job."""
    percents = [claim for claim in case.screen.claims(kind=Kind.PERCENT) if claim.phase is None]
    bars = [claim for claim in case.screen.claims(kind=Kind.COUNT) if claim.surface == "bar" and claim.phase is None]
    return [*percents, *bars]


def _unseen(case: Case) -> str | None:
    return "the page speaks of the job but shows neither a percentage nor a bar" if case.screen.claims() else None


@law(
    id="no-early-hundred",
    title="100 % means finished",
    failure_title="The page shows 100 % of a job that has not done all its work",
    requires="100 % or a full bar of the whole job appears only at or after its end, and only where nothing was left "
    "undone; before it the value is at most 99 %, and of a job that failed or was cancelled half-way it stays so.",
    why="A full bar says that it is over: people leave, or take the job for stuck when it goes on.",
    instead="The bar is rounded down and stops at 99 % until the server says that the job ended.",
    severity=Severity.MAJOR,
    source="Windows, progress bars; article A72",
    targets=shares,
    least=3,
    unseen=_unseen,
)
def no_early_hundred(claim: Claim, case: Case) -> Breach | None:
    """Expects: a full value was painted when the run had ended, with no item left that was not attempted."""
    if not _is_full(claim):
        return None
    early = too_early(claim, math.inf if _stopped_short(claim.run, case) else case.truth.ended_at(claim.run), case)
    if early is None:
        return None
    truth = case.truth.describe(claim.run, int(early[0]))
    return Breach.at(claim, said=claim.text, truth=truth, at_ms=early[0], until_ms=early[1])


def _stopped_short(run: RunKey, case: Case) -> bool:
    """Whether the run ended before all its items had been attempted."""
    ended_ms = case.truth.ended_at(run)
    view = None if ended_ms == math.inf else case.truth.view(run, int(ended_ms))
    return view is not None and bool(view.counts.remaining)


def _is_full(claim: Claim) -> bool:
    if claim.value is None:
        return False
    if claim.kind is Kind.COUNT:
        return claim.value == claim.reading.total
    return claim.value >= (FULL_DRAWN_PERCENT if claim.surface == "drawn" else FULL_PERCENT)
