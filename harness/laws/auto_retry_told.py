"""Automatic retries are visible: which attempt it is, and, where the wait is long, when it comes."""

from dataclasses import dataclass

from harness.core.durations import spoken
from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.agreement import FACTS
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.retries import Stretch, attempt_spans, next_spans, said_of_attempts, stretches
from harness.facts.settle import FRAME_MS, is_glimpse
from harness.facts.spans import Span, common, union, without
from harness.laws.base import law, tells_of_trying
from harness.laws.shapes.resp import Due, doubt_silence
from harness.microcopy.reading import Kind

WITHIN_MS = 1_000
LONG_WAIT_MS = 10_000
NEXT_TOLERANCE_MS = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Retrying:
    """One opportunity: retries that a tab had to tell of, in ``owed``; in ``owed_next`` with the next moment."""

    run: RunKey
    tab: int
    held: tuple[Stretch, ...]
    owed: tuple[Span, ...]
    owed_next: tuple[Span, ...]


def spells(case: Case) -> list[Retrying]:
    """Applies to: each time in which a run waits for attempts after the first, or is in them, in each tab that gives
    the run more than a row of a list then, from 1 s + β after it began.
    """
    return [
        spell
        for key in case.truth.runs()
        if (held := stretches(case, key))
        for span in union(stretch.span for stretch in held)
        for tab in case.screen.tabs
        if (spell := _spell(case, key, tab, [one for one in held if span[0] <= one.from_ms < span[1]])).owed
    ]


def _spell(case: Case, key: RunKey, tab: int, held: list[Stretch]) -> Retrying:
    late_ms = WITHIN_MS + case.beta_ms
    shown = common(_in_full(case, key, tab), case.screen.visibility.seen(tab))
    shown = without(common(shown, [(0, case.end_ms)]), case.grace(tab))
    owed = common([(held[0].from_ms + late_ms, held[-1].until_ms)], shown)
    waits = [(start + late_ms, until) for start, until in _long_waits(held)]
    return Retrying(run=key, tab=tab, held=tuple(held), owed=tuple(owed), owed_next=tuple(common(waits, shown)))


def _in_full(case: Case, key: RunKey, tab: int) -> list[Span]:
    claims = case.screen.claims(run=key, tab=tab)
    return union(
        (claim.at_ms, claim.until_ms)
        for claim in claims
        if claim.kind in FACTS and not claim.listed and claim.surface in ("text", "bar")
    )


def _long_waits(held: list[Stretch]) -> list[Span]:
    """When the next moment was known, was still to come, and had been far off when it came to be the next."""
    waits: dict[int, list[Span]] = {}
    for stretch in held:
        if stretch.retry.next_at_ms is not None:
            waits.setdefault(stretch.retry.next_at_ms, []).append(stretch.span)
    spans = ((next_ms, span) for next_ms, told in waits.items() for span in union(told))
    long = (
        (start, min(until, next_ms - NEXT_TOLERANCE_MS))
        for next_ms, (start, until) in spans
        if next_ms - start > LONG_WAIT_MS
    )
    return [span for span in long if span[0] < span[1]]


def _unseen(case: Case) -> str | None:
    told = [key for key in case.truth.runs() if stretches(case, key) and case.screen.claims(run=key)]
    listed = told and not any(_in_full(case, key, tab) for key in told for tab in case.screen.tabs)
    return "the page tells of the job in a row of a list only" if listed else None


@law(
    id="auto-retry-told",
    title="Automatic retries are visible",
    failure_title="The system tries again by itself and the page does not say so truly",
    requires="While a run waits for, or is in, an automatic attempt after the first, the page says which attempt it "
    "is, true within β, from 1 s + β after it began; for a wait of more than 10 s it also gives the time of the next "
    "attempt, within 2 s and the unit in which it tells it.",
    why="People who are not told take a job that tries again for one that is stuck, and stop it or start it anew.",
    instead="“Trying 3 items again, attempt 2 of 3; the next at 10:42:10.” It stands beside the progress and goes "
    "when the attempt ends.",
    severity=Severity.MAJOR,
    source="article A66, A67, A69",
    targets=spells,
    unseen=_unseen,
)
def auto_retry_told(spell: Retrying, case: Case) -> Breach | None:
    """Expects: at each moment that is owed some statement of the attempt is true, and of the next moment, where that is
    far off.
    """
    attempts = said_of_attempts(case, spell.run, spell.tab, Kind.ATTEMPT)
    told = [span for one in attempts for span in common(one.seen, attempt_spans(one, list(spell.held), case.beta_ms))]
    untold = _visible(without(spell.owed, [*told, *_in_words(spell, attempts, case)]))
    if untold:
        return _breach(spell, untold[0], attempts, _silence(spell, untold[0], case), case)
    return _next_untold(spell, case) if case.can_know("next") else None


def _in_words(spell: Retrying, numbered: list[Claim], case: Case) -> list[Span]:
    """When the tab says that it tries again, and not which attempt it is: enough where no page can know that."""
    if case.can_know("attempt"):
        return []
    claims = said_of_attempts(case, spell.run, spell.tab, Kind.STATE)
    words = union(span for claim in claims if claim.word == "retrying" for span in claim.seen)
    return without(words, union(span for claim in numbered for span in claim.seen))


def _next_untold(spell: Retrying, case: Case) -> Breach | None:
    nexts = said_of_attempts(case, spell.run, spell.tab, Kind.NEXT)
    held = list(spell.held)
    told = [span for one in nexts for span in common(one.seen, next_spans(one, held, case.beta_ms, NEXT_TOLERANCE_MS))]
    untold = _visible(without(spell.owed_next, told))
    return _breach(spell, untold[0], nexts, "did not say when the next attempt comes", case) if untold else None


def _visible(spans: list[Span]) -> list[Span]:
    """What no frame shows is no silence either."""
    return [span for span in spans if span[1] - span[0] >= FRAME_MS]


def _silence(spell: Retrying, span: Span, case: Case) -> str:
    told = case.telling(spell.run, spell.tab, span[0])
    retrying = any(claim.word == "retrying" for claim in told)
    return "said that it tries again, and not which attempt it is" if retrying else "did not say that it tries again"


def _breach(spell: Retrying, span: Span, said: list[Claim], silence: str, case: Case) -> Breach:
    at_ms = int(span[0])
    doubt_silence(Due(run=spell.run, tab=spell.tab, from_ms=at_ms, due_ms=at_ms), case, tells_of_trying)
    false = next((claim for claim in said if claim.stands(at_ms) and not is_glimpse(claim)), None)
    return Breach(
        run=spell.run, tab=spell.tab, at_ms=at_ms, until_ms=span[1], said=false.text if false else None,
        silence=silence, truth=_truth(spell, at_ms, case), slot="retry",
    )  # fmt: skip


def _truth(spell: Retrying, at_ms: int, case: Case) -> str:
    stretch = next((one for one in spell.held if one.from_ms <= at_ms < one.until_ms), spell.held[-1])
    retry, view = stretch.retry, case.truth.view(spell.run, at_ms)
    noun = view.noun if view is not None else "item"
    nouns = noun if retry.items == 1 else f"{noun}s"
    attempts = " and ".join(str(attempt) for attempt in retry.attempts)
    when = "" if retry.next_at_ms is None else f", the next at {spoken(retry.next_at_ms)}"
    return f"trying {retry.items} {nouns} again, attempt {attempts} of {retry.max}{when}"
