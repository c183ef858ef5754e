"""Which counter a number of the page counts: by its verb, its row, what the page says is going on; never by its value.

Pure over what the page shows and the names of phases; what the counters stand at is never looked at (laws.md, 6.3).
"""

from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.labels import is_numeric
from harness.microcopy.english import ENGLISH
from harness.microcopy.numbers import stem
from harness.microcopy.reading import Kind

_UNNAMED = ("done", "current")


def counter_of(claim: Claim, case: Case) -> str | None:
    """The counter that the claim is about: by its verb, else by its phase, else the job's own."""
    if claim.word == "finished" and claim.phase is None:
        return "succeeded" if _is_contrasted(claim, case) else "processed"
    if claim.word in (*_UNNAMED, "finished"):
        phase = claim.phase or (_phase_going_on(claim, case) if claim.word in _UNNAMED else None)
        return f"phase:{phase}" if phase else "processed"
    if claim.word == "remaining":
        return None if claim.phase else "remaining"
    if claim.word in ("failed", "skipped"):
        return claim.word
    return f"phase:{claim.phase}" if claim.phase is not None else claim.word


def _is_contrasted(claim: Claim, case: Case) -> bool:
    """A tile "Done" beside a tile "Failed" counts what went well; beside "Left" it counts what was gone through."""
    if claim.reading.total is not None or not is_numeric(claim.message):
        return False
    beside = {held.word for held in case.screen.tiles.get((claim.tab, claim.run), ()) if held.stands(claim.at_ms)}
    return bool(beside & {"failed", "skipped"}) and not beside & {"remaining", "processed"}


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
