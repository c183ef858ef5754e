"""Progress never goes back: neither the share nor the count of what is done falls within one run."""

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable
from itertools import pairwise

from harness.core.verdicts import Severity
from harness.core.words import RunKey, State
from harness.facts.binding import counter_of
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.laws.base import law
from harness.laws.shapes.mono import Position, first_steps_back
from harness.microcopy.reading import Kind

DONE = frozenset(("processed", "finished", "done", "current"))
"""Counts that say how far a run is. What succeeded says so only as "so many of so many"; alone it says what became of
the items, as what failed or was skipped does.
"""
DRAWN_ERROR_POINTS = 0.5
"""Ours: a bar is measured in pixels, and half a point of its length is nothing that anybody sees."""

Judged = tuple[Claim, Claim | None]
"""A measure of progress, and one shown before in its place that was further on."""


def measures(case: Case) -> list[Judged]:
    """Applies to: every share and every count of what is done, of a run that is not being cancelled."""
    shown = [claim for claim in case.screen.claims() if _measures(claim) and not _is_undone(claim, case)]
    places = _places(shown, case)
    positions = [
        Position(claim=claim, place=place, spans=[_reach(claim)]) for claim, place in zip(shown, places, strict=True)
    ]
    back = first_steps_back(positions)
    return [(claim, back.get(index)) for index, claim in enumerate(shown)]


def _measures(claim: Claim) -> bool:
    if claim.surface == "announcement" or claim.value is None:
        return False
    if claim.kind is Kind.COUNT:
        return claim.word in DONE or (claim.word == "succeeded" and claim.reading.total is not None)
    return claim.kind is Kind.PERCENT


def _is_undone(claim: Claim, case: Case) -> bool:
    """What a cancelled run takes back is no progress any more."""
    undone = case.tracks(claim.run).when("state", State.CANCELLING.value)
    return bool(undone) and undone[0][0] <= claim.at_ms


def _reach(claim: Claim) -> tuple[float, float]:
    """The value; of a drawn bar, as exactly as it can be measured."""
    value = float(claim.value or 0)
    return (value, value + (DRAWN_ERROR_POINTS if claim.surface == "drawn" else 0) + 1e-9)


def _places(shown: list[Claim], case: Case) -> list[Hashable]:
    """What each is compared with: the like text or bar in the tab, over reloads too; of several, the same node.

    Where the total was restated, a new count begins.
    """
    restated = {key: _restated(case, *key) for key in {(claim.tab, claim.run) for claim in shown}}
    likes = [(_like(claim, case), bisect_right(restated[claim.tab, claim.run], claim.at_ms)) for claim in shown]
    several = _crowded(zip(likes, shown, strict=True))
    return [(like, claim.node) if like in several else like for like, claim in zip(likes, shown, strict=True)]


def _like(claim: Claim, case: Case) -> Hashable:
    counter = counter_of(claim, case) if claim.kind is Kind.COUNT else None
    words = re.sub(r"\d+", "#", claim.message)
    return claim.tab, claim.run, claim.kind, claim.surface, claim.phase, counter, words


def _crowded(shown: Iterable[tuple[Hashable, Claim]]) -> set[Hashable]:
    """What stood in several nodes at once."""
    crowded: set[Hashable] = set()
    last: dict[Hashable, Claim] = {}
    for like, claim in shown:
        before = last.get(like)
        if before is not None and before.node != claim.node and before.until_ms > claim.at_ms:
            crowded.add(like)
        last[like] = claim
    return crowded


@law(
    id="progress-monotone",
    title="Progress never goes back",
    failure_title="The progress shown went back",
    requires="Within one run the displayed share and the number of items done never fall, across phases, retries, "
    "reload and reconnect, unless the total is restated in the same frame.",
    why="A bar that falls says that work was lost: people stop the job or start it again.",
    instead="One total over all steps; when more work comes to light, the new total is told together with the new "
    "share.",
    severity=Severity.MAJOR,
    source="article A38, A136; Windows, progress bars; Carbon, progress bar",
    targets=measures,
    least=3,
)
def progress_monotone(target: Judged, case: Case) -> Breach | None:
    """Expects: nothing further on was shown before it, while the total was the same."""
    claim, further = target
    if further is None:
        return None
    return Breach.gone_back(claim, further, slot="progress", doing=case.truth.describe(claim.run, claim.at_ms))


def _restated(case: Case, tab: int, run: RunKey) -> list[int]:
    """The moments from which the job's total is another than the one shown before."""
    totals = [
        (claim.at_ms, total)
        for claim in case.screen.claims(kind=Kind.COUNT, run=run, tab=tab)
        if (total := _total(claim, case))
    ]
    return [at_ms for (_, before), (at_ms, total) in pairwise(totals) if total != before]


def _total(claim: Claim, case: Case) -> int | float | None:
    """The job's total that the claim tells. The last phase's is the job's; that of an earlier one is not."""
    if claim.surface == "announcement":
        return None
    if claim.word in ("total", "found"):
        return claim.value if claim.phase is None else None
    counter = counter_of(claim, case)
    earlier = {f"phase:{phase.id}" for phase in case.words.phases(claim.run) if not phase.last}
    return None if counter in (None, *earlier) else claim.reading.total
