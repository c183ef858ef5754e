"""One breach, as a law states it; the law's own words are added by laws/base.py."""

from dataclasses import dataclass
from typing import Self

from harness.core.words import RunKey
from harness.facts.claims import Claim
from harness.microcopy.reading import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Breach:
    """``said`` is what the page said on that ``surface``; None where it kept silent, and then ``silence`` says of what.

    ``truth`` completes "in truth it was …" unless it begins with a verb of its own. ``slot`` names the kind of claim:
    breaches of one slot that follow one another are one.
    """

    run: RunKey
    tab: int
    at_ms: int
    until_ms: float
    said: str | None
    truth: str
    slot: str = ""
    silence: str = ""
    surface: str = "text"

    @classmethod
    def at(
        cls, claim: Claim, *, said: str, truth: str, at_ms: float | None = None, until_ms: float | None = None
    ) -> Self:
        """The breach that a claim is, from its paint or from the moment at which it became false."""
        return cls(
            run=claim.run,
            tab=claim.tab,
            at_ms=int(claim.at_ms if at_ms is None else at_ms),
            until_ms=claim.until_ms if until_ms is None else until_ms,
            said=said,
            truth=truth,
            slot=f"{claim.kind}:{claim.word}" if claim.kind is Kind.COUNT else claim.kind.value,
            surface=claim.surface,
        )

    @classmethod
    def gone_back(cls, claim: Claim, before: Claim, *, slot: str, doing: str) -> Self:
        """The breach that a claim is after another that was further on."""
        told = f"shown {before.text}" if before.surface == "drawn" else f'said "{before.text}"'
        truth = f"the page had already {told} ({doing})"
        return cls(
            run=claim.run,
            tab=claim.tab,
            at_ms=claim.at_ms,
            until_ms=claim.until_ms,
            said=claim.text,
            truth=truth,
            slot=slot,
            surface=claim.surface,
        )


def said_on(surface: str, text: str) -> str:
    """``said "97 %"``; a bar without words is shown, a control offered."""
    if surface == "drawn":
        return f"showed {text}"
    return f'offered "{text}"' if surface == "control" else f'said "{text}"'
