"""AGREE: what stands on the page was so at some moment of the last β, throughout the time that it stands."""

from collections.abc import Iterable

from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.spans import Span, without


def first_disagreement(claim: Claim, true_in: Iterable[Span], case: Case) -> Span | None:
    """The first span in which a person saw the claim and it was false beyond the allowance, the network being there."""
    allowed = [(start, until + case.beta_ms) for start, until in true_in]
    false_in = without(claim.seen, [*allowed, *case.grace(claim.tab)])
    seen = [span for span in false_in if span[0] < case.end_ms]
    return seen[0] if seen else None
