"""NEVER: a statement must not stand before the moment that makes it true."""

from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.spans import Span, without
from harness.laws.base import CannotTell


def too_early(claim: Claim, from_ms: float, case: Case) -> Span | None:
    """The span in which a person saw the claim before ``from_ms``. Raises CannotTell within the clock's error."""
    early = without(claim.seen, [(from_ms, float("inf"))])
    if not early:
        return None
    lead_ms = from_ms - early[0][0]
    if lead_ms < case.clock_error_ms:
        raise CannotTell(f"lead of {lead_ms:g} ms is within the clock error of {case.clock_error_ms} ms")
    return early[0]
