"""Every number on the page is true: processed, remaining, total, succeeded, failed, skipped."""

from harness.core.verdicts import Severity
from harness.facts.agreement import COUNTERS, true_spans
from harness.facts.binding import counter_of
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.spans import Span
from harness.laws.base import has_number, law
from harness.laws.shapes.agree import first_disagreement
from harness.laws.shapes.mono import Position, first_steps_back
from harness.microcopy.reading import Kind

Judged = tuple[Claim, list[Span], Claim | None]
"""A claim, the spans in which it is true, and a claim shown earlier in its place that was newer."""


def counts(case: Case) -> list[Judged]:
    """Applies to: every displayed number of items, with the counter that its words bind it to."""
    claims = [claim for claim in case.screen.claims(kind=Kind.COUNT) if claim.word in COUNTERS or claim.phase]
    known = [(claim, spans) for claim in claims if (spans := true_spans(claim, case)) is not None]
    back = first_steps_back(_position(claim, spans) for claim, spans in known)
    return [(claim, spans, back.get(index)) for index, (claim, spans) in enumerate(known)]


def _position(claim: Claim, spans: list[Span]) -> Position:
    """The moments that the claim may be about; in one node, they never go back."""
    held = [span for span in spans if span[0] <= claim.at_ms]
    return Position(claim=claim, place=(claim.tab, claim.node), spans=held)


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
    instead="Every number comes from the last document or event of the server, drawn as received; nothing is "
    "counted or guessed on the page.",
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
    tracks, name = case.tracks(claim.run), counter_of(claim, case)
    value = tracks.at(name, at_ms) if name else None
    doing = case.truth.describe(claim.run, at_ms)
    if value is None or claim.word not in ("processed", "succeeded", "failed", "skipped", "remaining", "total"):
        return doing
    return f"{value} {claim.word if claim.word != 'total' else 'in total'} ({doing})"
