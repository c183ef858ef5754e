"""A cancelled job leaves a receipt: what was done, what was not, what is kept, what was undone, and a way on."""

import re
from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import Outcome
from harness.facts.case import Case
from harness.facts.claims import Claim, Unread
from harness.facts.endings import Ending, endings, speaks_in_full
from harness.facts.finding import Breach
from harness.facts.offers import ways_on
from harness.facts.views import RunView
from harness.laws.base import law
from harness.laws.shapes.numbers import Slot, contradiction, missing_numbers, omitted, tellings
from harness.laws.shapes.resp import Due, doubt_silence, is_fair, moments
from harness.microcopy.reading import Kind

WITHIN_MS = 1_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Receipt:
    """One opportunity: what the view has to tell of a cancelled run by the deadline."""

    due: Due
    view: RunView
    slots: tuple[Slot, ...]


def cancelled_ends(case: Case) -> list[Receipt]:
    """Applies to: each run that ended cancelled, in each tab that gives it more than a row of a list."""
    held = [ending for ending in endings(case) if ending.view.outcome is Outcome.CANCELLED]
    made = [_receipt(ending, case) for ending in held]
    return [one for one in made if is_fair(one.due, case) and _is_in_full(one.due, case)]


def _receipt(ending: Ending, case: Case) -> Receipt:
    due_ms = case.deadline(ending.from_ms + WITHIN_MS + case.beta_ms, ending.tab)
    due = Due(run=ending.run, tab=ending.tab, from_ms=ending.from_ms, due_ms=due_ms)
    return Receipt(due=due, view=ending.view, slots=_slots(ending.view))


def _slots(view: RunView) -> tuple[Slot, ...]:
    """What is none need not be said. Where nothing was done, that nothing was done says all."""
    counts, kept = view.counts, view.kept or 0
    done, left, undone = counts.processed, counts.remaining or 0, counts.rolled_back
    nothing = (("succeeded", 0), ("processed", 0), ("kept", 0)) if not done and not undone else ()
    return (
        Slot(counter="processed", value=done, what="were done", needed=done > 0, or_else=_done(view)),
        Slot(counter="remaining", value=left, what="were not done", needed=left > 0, or_else=nothing),
        Slot(counter="kept", value=kept, what="are kept", needed=kept > 0),
        Slot(counter="rolled_back", value=undone, what="were taken back", needed=undone > 0),
    )


def _done(view: RunView) -> tuple[tuple[str, int], ...]:
    return (("succeeded", view.counts.succeeded), ("kept", view.counts.succeeded))


def _is_in_full(due: Due, case: Case) -> bool:
    return any(speaks_in_full(case, due.run, due.tab, at_ms) for at_ms in moments(due, case))


def _unseen(case: Case) -> str | None:
    cancelled = [ending for ending in endings(case) if ending.view.outcome is Outcome.CANCELLED]
    told = any(speaks_in_full(case, ending.run, ending.tab, ending.from_ms) for ending in cancelled)
    return "the page tells of the cancelled job in a row of a list only" if cancelled and not told else None


@law(
    id="cancelled-summary-true",
    title="A cancelled job leaves a receipt",
    failure_title="A job was cancelled and the page does not say truly what became of its work",
    requires="At most 1 s + β after a cancellation has taken effect the page gives the numbers of items done, not "
    "done, kept and undone as they are, those that are none left out or not, and offers something safe to do next.",
    why="People must know what is live and what is not before they start again or leave it.",
    instead="“Cancelled. 12 of 30 done and kept, 18 not done.” with “Run again” and a way to what was kept.",
    severity=Severity.BLOCKER,
    source="article A53, A54, A55",
    targets=cancelled_ends,
    unseen=_unseen,
)
def cancelled_summary_true(receipt: Receipt, case: Case) -> Breach | None:
    """Expects: at some moment by the deadline all of it stood in the view, none of it another, and a way on at last."""
    due, at_ms = receipt.due, int(receipt.due.due_ms)
    views = tellings(due, receipt.slots, case)
    if not any(_is_whole(receipt, told, case) for told in views):
        return _untrue(receipt, views[-1], case)
    if ways_on(case, due.tab, at_ms):
        return None
    return _breach(receipt, None, "offered nothing to do next", case)


def _is_whole(receipt: Receipt, told: list[Claim], case: Case) -> bool:
    return _contradiction(receipt, told, case) is None and not _left_out(receipt, told, case)


def _contradiction(receipt: Receipt, told: list[Claim], case: Case) -> Claim | None:
    """Another number, or that nothing was changed, where something is kept."""
    unchanged = next((claim for claim in told if claim.kind is Kind.COUNT and claim.word == "changed"), None)
    return contradiction(receipt.slots, told, case) or (unchanged if receipt.view.kept else None)


def _left_out(receipt: Receipt, told: list[Claim], case: Case) -> list[Slot]:
    """What nothing carries; "what was done is kept" carries it without a number."""
    kept = any(claim.kind is Kind.COUNT and claim.word == "kept" and claim.value is None for claim in told)
    return [slot for slot in omitted(receipt.slots, told, case) if not (kept and slot.counter == "kept")]


def _untrue(receipt: Receipt, told: list[Claim], case: Case) -> Breach:
    wrong = _contradiction(receipt, told, case)
    if wrong is not None:
        return _breach(receipt, wrong, "", case)
    missing = _left_out(receipt, told, case)
    doubt_silence(receipt.due, case, lambda held: _may_tell(held, missing))
    silence = missing_numbers(missing, f"{receipt.view.noun}s")
    return _breach(receipt, None, silence, case)


def _may_tell(held: Unread, missing: list[Slot]) -> bool:
    """Whether an unread sentence may have told it: by the number, or by a word for what stays and what goes."""
    numbers = {int(number) for number in re.findall(r"\d+", held.text)}
    words = re.search(r"(?i)\b(?:kept?|keeps?|stays?|remains?|undone|undo|taken back|rolled back|revert)", held.text)
    return words is not None or any(slot.value in numbers for slot in missing)


def _breach(receipt: Receipt, said: Claim | None, silence: str, case: Case) -> Breach:
    due, at_ms = receipt.due, int(receipt.due.due_ms)
    kept = f", {receipt.view.kept} kept" if receipt.view.kept else ""
    return Breach(
        run=due.run, tab=due.tab, at_ms=at_ms, until_ms=said.until_ms if said else at_ms,
        said=said.text if said else None, silence=silence, truth=f"{case.truth.describe(due.run, at_ms)}{kept}",
        slot="receipt",
    )  # fmt: skip
