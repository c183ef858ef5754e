"""No sentence says more than is so: all, successfully, nothing changed, we will retry, safe to close, a few seconds."""

from harness.core.durations import spoken
from harness.core.verdicts import Severity
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.facts.remarked import Remarked
from harness.facts.spans import Span, without
from harness.laws.base import foreign, law
from harness.speech.licences import PROMISES, licensed

Promise = tuple[Remarked, list[Span]]


def promises(case: Case) -> list[Promise]:
    """Applies to: every sentence on any surface that claims one of these, where the truth can tell whether it may."""
    return [(held, spans) for held in case.screen.remarks(*PROMISES) if (spans := licensed(held, case)) is not None]


@law(
    id="no-overclaim",
    title="No sentence says more than is so",
    failure_title="The page claims more than is so",
    requires='No sentence, seen or announced, says "all" or "everything" while anything failed, was skipped or is '
    'left; that it went well when it did not; that nothing was changed when something was kept; "we will retry" when '
    'no attempt is to come; that it is safe to leave when it is not; "in a few seconds" when it takes longer.',
    why="People act on a promise: they close the tab, stop checking, tell others; then it was not kept.",
    instead="Numbers instead of “all”, and promises only where the server made them: “25 of 28 published. You may "
    "leave: the job goes on.”",
    severity=Severity.BLOCKER,
    source="article A72, A125, A126",
    targets=promises,
    unseen=foreign,
)
def no_overclaim(promise: Promise, case: Case) -> Breach | None:
    """Expects: what the sentence claims was so within the last β, for as long as it stands."""
    held, spans = promise
    allowed = [(start, until + case.beta_ms) for start, until in spans]
    false_in = [span for span in without(held.seen, [*allowed, *case.grace(held.tab)]) if span[0] < case.end_ms]
    if not false_in:
        return None
    at_ms, until_ms = int(false_in[0][0]), false_in[0][1]
    return Breach(
        run=held.run, tab=held.tab, at_ms=at_ms, until_ms=until_ms, said=held.text,
        truth=_truth(held, at_ms, case), slot=held.remark.name, surface=held.surface,
    )  # fmt: skip


def _truth(held: Remarked, at_ms: int, case: Case) -> str:
    doing, ended_ms = case.truth.describe(held.run, at_ms), case.truth.ended_at(held.run)
    if held.remark.name == "will retry":
        return f"there was no other attempt to come ({doing})"
    if held.remark.name == "soon" and ended_ms <= case.end_ms:
        return f"it took {spoken(int(ended_ms) - at_ms)} more ({doing})"
    return doing
