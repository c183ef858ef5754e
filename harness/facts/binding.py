"""Which counter a number of the page counts: by its verb, its row, what the page says is going on; never by its value.

Pure over what the page shows and the names of phases; what the counters stand at is never looked at (laws.md, 6.3).
"""

import re

from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.labels import is_tile
from harness.microcopy.english import ENGLISH
from harness.microcopy.numbers import stem
from harness.microcopy.partition import done_counts
from harness.microcopy.reading import Kind

_UNNAMED = ("done", "current")
_NOT_DONE = re.compile(r"(?:\bnot|n't) (?:be |been )?(\w+)")
_GONE_THROUGH = ("processed", "handled", "done")


def counter_of(claim: Claim, case: Case) -> str | None:
    """The counter that the claim is about: by its verb, else by its phase, else the job's own."""
    if claim.word == "finished" and claim.phase is None:
        return _done(claim, case)
    if claim.word in (*_UNNAMED, "finished"):
        phase = claim.phase or (_unnamed(claim, case) if claim.word in _UNNAMED else None)
        return f"phase:{phase}" if phase else "processed"
    if claim.word == "remaining":
        return None if claim.phase or _counts_retries_apart(claim, case) else "remaining"
    if claim.word == "failed" and (undone := _undone(claim)) and _is_cancelled(claim, case):
        return "remaining" if undone in _GONE_THROUGH else None
    if claim.word in ("failed", "skipped"):
        return claim.word
    return f"phase:{claim.phase}" if claim.phase is not None else claim.word


def _undone(claim: Claim) -> str | None:
    """What was not done to those that the number counts: in "0 failed. 34 items were not processed" to the 34 alone."""
    text = claim.text.lower()
    for match in _NOT_DONE.finditer(text):
        clause = re.split(r"[.,;:]\s", text[: match.start()])[-1]
        if str(claim.value) in re.findall(r"\d+", clause):
            return match[1]
    return None


def _is_cancelled(claim: Claim, case: Case) -> bool:
    """Whether the page says that the job was cancelled: then what was not done need not have been tried."""
    standing = case.screen.standing(claim.tab, claim.at_ms, claim.run)
    return any(held.kind is Kind.ENDED and held.word == "cancelled" for held in standing)


def _counts_retries_apart(claim: Claim, case: Case) -> bool:
    """Whether those being tried again stand beside it in a figure of their own: left may mean left besides those."""
    tiles = case.screen.tiles.get((claim.tab, claim.run), ())
    return any(held.word == "retrying" and held.value and held.stands(claim.at_ms) for held in tiles)


def _done(claim: Claim, case: Case) -> str | None:
    """A tile "Done" beside a tile "Failed" counts what went well; beside "Left" it counts what was gone through.

    The page's sums while anything failed or was skipped tell it for all of the trial.
    """
    if claim.reading.total is not None or not is_tile(claim.message):
        return "processed"
    tiles = case.screen.tiles.get((claim.tab, claim.run), [])
    troubled = {held.at_ms for held in tiles if held.word in ("failed", "skipped") and held.value}
    told = {_told_at(at_ms, tiles) for at_ms in (troubled or {claim.at_ms})} - {None, "finished"}
    return None if len(told) > 1 else next(iter(told), "processed" if not troubled else None)


def _told_at(at_ms: int, tiles: list[Claim]) -> str | None:
    """What "Done" counts by the sum of the tiles that stand at that moment."""
    standing = [held for held in tiles if held.stands(at_ms)]
    beside = {held.word: held.value for held in standing if held.word and held.value is not None}
    if "finished" not in beside:
        return None
    wholes = [held.reading.total for held in standing if held.reading.total is not None]
    return done_counts(beside["finished"], beside.get("total", wholes[0] if wholes else None), beside)


def _unnamed(claim: Claim, case: Case) -> str | None:
    """The phase that is going on, unless "of 200" is what the job has and that phase has not: it names the job."""
    phase, total = _phase_going_on(claim, case), claim.reading.total
    view = case.truth.view(claim.run, claim.at_ms)
    if phase is None or total is None or view is None or total != view.counts.total:
        return phase
    return next((held.id for held in view.phases if held.id == phase and held.total in (None, total)), None)


def _phase_going_on(claim: Claim, case: Case) -> str | None:
    """``Publishing items: 4 of 20`` counts in the phase it names; ``4 of 20`` under "Checking your items" in that one.

    A verb of no phase ("Importing 4 of 60") is the whole job's.
    """
    own = claim.reading.subject or stem(claim.message.lower(), ENGLISH)
    if own is not None:
        return _named(own, claim, case)
    standing = {claim.reading.subject for claim in _doings(claim, case)}
    phases = {phase for verb in standing if verb is not None and (phase := _named(verb, claim, case))}
    return phases.pop() if len(phases) == 1 else None


def _named(verb: str, claim: Claim, case: Case) -> str | None:
    phase = case.words.phase_named(claim.run, verb)
    return phase.id if phase is not None else None


def _doings(claim: Claim, case: Case) -> list[Claim]:
    """What the tab says is going on while the number stands."""
    return [
        held
        for held in case.screen.doings.get((claim.tab, claim.run), ())
        if held.at_ms <= claim.at_ms < held.until_ms and held.kind is Kind.STATE
    ]
