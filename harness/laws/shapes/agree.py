"""AGREE: what stands on the page was so at some moment of the last β, throughout the time that it stands."""

from collections.abc import Iterable, Sequence

from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.spans import Span, without


def first_disagreement(claim: Claim, true_in: Iterable[Span], case: Case) -> Span | None:
    """The first span in which a person saw the claim and it was false beyond the allowance, the network being there."""
    allowed = [(start, until + case.beta_ms) for start, until in true_in]
    false_in = without(claim.seen, [*allowed, *case.grace(claim.tab)])
    seen = [span for span in false_in if span[0] < case.end_ms]
    return seen[0] if seen else None


def first_step_back(claims: Sequence[tuple[Claim, list[Span]]], case: Case) -> dict[int, Claim]:
    """Index of each claim that shows an older moment than one shown before it in the same place -> that
    earlier claim.
    """
    found: dict[int, Claim] = {}
    newest: dict[tuple[int, str], tuple[float, Claim]] = {}
    for index, (claim, spans) in enumerate(claims):
        place = (claim.tab, claim.node)
        held = [span for span in spans if span[0] <= claim.at_ms]
        if not held:
            continue
        floor = newest.get(place)
        if floor is not None and held[-1][1] <= floor[0]:
            found[index] = floor[1]
            continue
        since = next((start for start, until in held if floor is None or until > floor[0]), held[0][0])
        newest[place] = (since if floor is None else max(since, floor[0]), claim)
    return found
