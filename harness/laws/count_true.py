"""Every number on the page is true: processed, remaining, total, succeeded, failed, skipped."""

import re
from collections import defaultdict

from harness.core.verdicts import Severity
from harness.facts.agreement import COUNTERS, counter_of, true_spans
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.spans import Span
from harness.facts.tracks import NOW
from harness.laws.base import has_number, law
from harness.laws.shapes.agree import first_disagreement, first_step_back
from harness.microcopy.reading import Kind

Judged = tuple[Claim, list[Span], Claim | None]
"""A claim, the spans in which it is true, and a claim shown earlier in its place that was newer."""

CANDIDATES = {"done": (NOW, "processed"), "current": (NOW, "processed"), "finished": ("processed", "succeeded")}
"""What a number may count that no verb, or only "done", names: the first unless the other fits its place better."""


def counts(case: Case) -> list[Judged]:
    """Applies to: every displayed number of items, with the counter that its words bind it to."""
    claims = [claim for claim in case.screen.claims(kind=Kind.COUNT) if claim.word in COUNTERS or claim.phase]
    chosen = _unnamed(claims, case)
    known = [
        (claim, spans) for claim in claims if (spans := true_spans(claim, case, chosen.get(_place(claim)))) is not None
    ]
    back = first_step_back(known, case)
    return [(claim, spans, back.get(index)) for index, (claim, spans) in enumerate(known)]


def _place(claim: Claim) -> tuple[object, ...] | None:
    """Where an unnamed number stands: one place means one counter for as long as it is there."""
    if claim.word not in CANDIDATES or claim.phase is not None:
        return None
    return (claim.run, claim.tab, claim.surface, claim.role, claim.word, re.sub(r"\d+", "#", claim.message))


def _unnamed(claims: list[Claim], case: Case) -> dict[tuple[object, ...] | None, str]:
    """For each place with an unnamed number its counter: the same one for the whole trial."""
    places: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if (place := _place(claim)) is not None:
            places[place].append(claim)
    return {place: _best(held, case) for place, held in places.items()}


def _best(claims: list[Claim], case: Case) -> str:
    first, other = CANDIDATES[str(claims[0].word)]
    false_first = _false(claims, first, case)
    return first if not false_first or false_first <= _false(claims, other, case) else other


def _false(claims: list[Claim], counter: str, case: Case) -> int:
    return sum(
        1 for claim in claims if first_disagreement(claim, true_spans(claim, case, counter) or [], case) is not None
    )


def _unseen(case: Case) -> str | None:
    told = (
        case.screen.claims(kind=Kind.PERCENT)
        or case.screen.claims(kind=Kind.STATE)
        or case.screen.claims(kind=Kind.ENDED)
    )
    return "the page speaks of the job but shows no number of items" if told else None


@law(
    id="count-true",
    title="Every number on the page is true",
    failure_title="The page shows a number that is not true",
    requires="Each displayed processed, remaining, total, succeeded, failed or skipped number equals "
    "the truth at some moment in the last β.",
    why="People plan by these numbers: they wait, stop the job or tell others by them.",
    severity=Severity.BLOCKER,
    source="article A39, A106, A107",
    targets=counts,
    least=3,
    unread=has_number,
    unseen=_unseen,
)
def count_true(target: Judged, case: Case) -> Breach | None:
    """Expects: the number was so within the last β, for as long as it stands, and no older than what was
    shown before.
    """
    claim, spans, earlier = target
    false_in = first_disagreement(claim, spans, case)
    if false_in is not None:
        truth = _truth(claim, case, int(false_in[0]))
        return Breach.at(claim, said=claim.text, truth=truth, at_ms=false_in[0], until_ms=false_in[1])
    if earlier is not None and not _in_grace(claim, case):
        return Breach.at(claim, said=claim.text, truth=f'the page had already said "{earlier.text}"')
    return None


def _in_grace(claim: Claim, case: Case) -> bool:
    return any(start <= claim.at_ms < until for start, until in case.grace(claim.tab))


def _truth(claim: Claim, case: Case, at_ms: int) -> str:
    tracks, name = case.tracks(claim.run), counter_of(claim)
    value = tracks.at(name, at_ms) if name else None
    doing = case.truth.describe(claim.run, at_ms)
    if value is None or claim.word not in ("processed", "succeeded", "failed", "skipped", "remaining", "total"):
        return doing
    return f"{value} {claim.word if claim.word != 'total' else 'in total'} ({doing})"
