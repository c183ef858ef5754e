"""The sums are right: the outcome counts that stand together make the whole that stands beside them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.binding import counter_of
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.spans import Span, union, without
from harness.facts.together import together
from harness.laws.base import has_number, law
from harness.laws.shapes.sum import Number, adds_up
from harness.microcopy.reading import Kind

ENDS = ("succeeded", "failed", "skipped")
GOING = ("running", "retrying", "waiting")
"""Counts that some pages keep apart from what is left, and others within it."""
DONE = "finished"


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """How a page counts: "done" is all that was gone through or what went well; what was skipped is in it or apart."""

    done: str
    skipped_within: bool


WAYS = tuple(Way(done=done, skipped_within=within) for within in (True, False) for done in ("processed", "succeeded"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The counts of one run that stand in one tab in one frame, by what they count."""

    run: RunKey
    tab: int
    at_ms: int
    until_ms: float
    counts: dict[str, tuple[Claim, ...]]
    way: Way = WAYS[0]

    def values(self, word: str) -> tuple[Number, ...]:
        """What the page gives for it; several where it stands in several places."""
        words = (word, DONE) if word == self.way.done else (word,)
        return tuple(claim.value for one in words for claim in self.counts.get(one, ()) if claim.value is not None)

    @property
    def totals(self) -> tuple[Number, ...]:
        """Every total that stands beside them."""
        wholes = (claim.reading.total for claims in self.counts.values() for claim in claims)
        return (*self.values("total"), *(whole for whole in wholes if whole is not None))


def sheets(case: Case) -> list[Sheet]:
    """Applies to: each frame in which counts of one run stand together of which some make up others; those that do not
    add up are taken together, and told by the first.
    """
    made = [_in_its_way(list(_of(case, run, tab))) for run in case.truth.runs() for tab in case.screen.tabs]
    right = [sheet for held in made for sheet in held if _is_right(sheet) and _sums(sheet)]
    return [*right, *(stretch for held in made for stretch in _lasting(held, case))]


def _in_its_way(held: list[Sheet]) -> list[Sheet]:
    """The sheets, counted in the one way in which most of them add up: a page does not change its way."""
    ways = [[replace(sheet, way=way) for sheet in held] for way in WAYS]
    return max(ways, key=lambda made: sum(_is_right(sheet) and bool(_sums(sheet)) for sheet in made))


def _is_right(sheet: Sheet) -> bool:
    return all(_sums(sheet)) and _within_bounds(sheet)


def _lasting(made: list[Sheet], case: Case) -> list[Sheet]:
    """Where frame after frame does not add up, for longer than numbers of two parts of a page may be apart in age."""
    found = []
    for is_right, frames in groupby(made, key=_is_right):
        if is_right:
            continue
        held = list(frames)
        stood = union((sheet.at_ms, sheet.until_ms) for sheet in held)
        lasting = [span for span in stood if span[1] - span[0] > case.beta_ms]
        found += [_stretch(held, span) for span in without(lasting, case.grace(held[0].tab))]
    return found


def _stretch(held: list[Sheet], span: Span) -> Sheet:
    first = next(sheet for sheet in held if sheet.until_ms > span[0])
    return replace(first, at_ms=int(span[0]), until_ms=span[1])


def _of(case: Case, run: RunKey, tab: int) -> Iterator[Sheet]:
    names = {
        id(claim): (name, claim)
        for claim in case.screen.claims(kind=Kind.COUNT, run=run, tab=tab)
        if (name := _name(claim, case)) is not None
    }
    for at_ms, until_ms, standing in together(claim for _, claim in names.values()):
        counts: dict[str, tuple[Claim, ...]] = {}
        for claim in standing:
            name = names[id(claim)][0]
            counts[name] = (*counts.get(name, ()), claim)
        yield Sheet(run=run, tab=tab, at_ms=int(at_ms), until_ms=until_ms, counts=counts)


def _name(claim: Claim, case: Case) -> str | None:
    """What it counts of the whole job; None where it counts in a phase or of one cause, or where nobody knows what."""
    if claim.surface not in ("text", "bar") or claim.reading.cause or claim.phase is not None or claim.value is None:
        return None
    if claim.word in (*ENDS, *GOING, DONE, "remaining", "total"):
        return claim.word
    return "processed" if counter_of(claim, case) == "processed" else None


def _within_bounds(sheet: Sheet) -> bool:
    most = max(sheet.totals, default=None)
    counted = [value for word in (*ENDS, "processed", "remaining", DONE) for value in sheet.values(word)]
    return all(value >= 0 and (most is None or value <= most) for value in counted)


def _sums(sheet: Sheet) -> tuple[bool, ...]:
    """Whether what was gone through is the sum of its ends, and with what is left the total; as far as it is shown."""
    gone, left = sheet.values("processed"), sheet.values("remaining")
    succeeded, failed, skipped = ends = [sheet.values(word) for word in ENDS]
    besides = [value for word in GOING for value in sheet.values(word)]
    within = sheet.way.skipped_within
    sums: list[bool] = []
    if gone and all(ends):
        sums.append(adds_up(gone, ends if within else (succeeded, failed)))
    if left and sheet.totals and gone and (within or skipped):
        sums.append(adds_up(sheet.totals, (gone, left) if within else (gone, skipped, left), besides))
    elif left and sheet.totals and all(ends):
        sums.append(adds_up(sheet.totals, (*ends, left), besides))
    return tuple(sums)


@law(
    id="counts-add-up",
    title="The sums are right",
    failure_title="The numbers on the page do not add up",
    requires="In every frame with outcome counts, succeeded, failed, skipped, running and remaining make the total; "
    "no count is negative or above it.",
    why="Numbers that do not add up leave people to guess which of them is true, and what became of the rest.",
    instead="All numbers of a view come from one document and are drawn in one frame, what remains among them.",
    severity=Severity.MAJOR,
    source="article A76",
    targets=sheets,
    least=3,
    unread=has_number,
)
def counts_add_up(sheet: Sheet, case: Case) -> Breach | None:
    """Expects: every sum that the frame shows is right, and every count lies between none and all."""
    if all(_sums(sheet)) and _within_bounds(sheet):
        return None
    said = dict.fromkeys(claim.text for claims in sheet.counts.values() for claim in claims)
    return Breach(
        run=sheet.run,
        tab=sheet.tab,
        at_ms=sheet.at_ms,
        until_ms=sheet.until_ms,
        said="; ".join(said),
        truth=case.truth.describe(sheet.run, sheet.at_ms),
        slot="sum",
    )
