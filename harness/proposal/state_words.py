"""Words for states, as back ends have them: what each probably means, and how the others of its family are called."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from harness.told.vocabulary import STATES

MEANINGS: dict[str, frozenset[str]] = {
    "queued": frozenset(
        "queued pending waiting created submitted accepted scheduled enqueued new received init".split()
    ),
    "running": frozenset(
        "running started progress processing active working in_progress inprogress busy importing publishing "
        "executing ongoing uploading syncing".split()
    ),
    "retrying": frozenset("retry retrying".split()),
    "cancelling": frozenset("cancelling canceling stopping aborting".split()),
    "paused": frozenset("paused suspended on_hold held".split()),
    "succeeded": frozenset(
        "succeeded success successful done completed complete finished ok ready imported published".split()
    ),
    "partial": frozenset("partial mixed partially completed_with_errors warning warnings partly".split()),
    "failed": frozenset("failed failure error errored broken dead crashed".split()),
    "cancelled": frozenset("cancelled canceled revoked aborted stopped dismissed terminated".split()),
}
FAMILIES: tuple[tuple[str, dict[str, str]], ...] = (
    ("Celery", {"queued": "PENDING", "running": "STARTED", "retrying": "RETRY", "succeeded": "SUCCESS",
                "failed": "FAILURE", "cancelled": "REVOKED", "also": "PROGRESS"}),
    ("RQ", {"queued": "queued", "running": "started", "succeeded": "finished", "failed": "failed",
            "cancelled": "canceled"}),
    ("BullMQ", {"queued": "waiting", "running": "active", "succeeded": "completed", "failed": "failed",
                "cancelled": "cancelled"}),
)  # fmt: skip
"""Queues that many back ends run on. ``also``: what their users usually call a running job besides."""
USUAL = {
    "queued": "queued",
    "running": "running",
    "succeeded": "succeeded",
    "failed": "failed",
    "cancelled": "cancelled",
}
NEEDED = tuple(USUAL)


@dataclass(frozen=True, kw_only=True, slots=True)
class StateWord:
    """What is said for one of our states, and why that is thought."""

    word: str
    why: str
    seen: bool


def meaning(word: str) -> str | None:
    """Our word for theirs; None where it is not known."""
    plain = word.strip().lower().replace(" ", "_").replace("-", "_")
    return next((ours for ours, theirs in MEANINGS.items() if plain in theirs), None)


def translated(seen: Sequence[str]) -> dict[str, StateWord]:
    """A table of states from the words that were seen, in the order in which they came; the rest is guessed."""
    table: dict[str, StateWord] = {}
    for index, word in enumerate(seen):
        ours = meaning(word)
        known = ours is not None and ours not in table
        ours = ours if known else _by_place(index, len(seen), table)
        if ours is not None:
            why = "seen" if known else f"seen, number {index + 1} of {len(seen)}: a guess by its place"
            table[ours] = StateWord(word=word, why=why, seen=True)
    return {**table, **_others(table)}


def in_order(table: dict[str, StateWord]) -> dict[str, StateWord]:
    """The table in the order in which a job goes through its states."""
    return {ours: table[ours] for ours in STATES.words if ours in table}


def _by_place(index: int, count: int, table: dict[str, StateWord]) -> str | None:
    """A word that says nothing to us: the last one is an end, the first of three or more a wait."""
    place = "succeeded" if index == count - 1 and count > 1 else "queued" if index == 0 and count > 2 else "running"
    return None if place in table else place


def _others(table: dict[str, StateWord]) -> dict[str, StateWord]:
    told = {ours: one.word for ours, one in table.items()}
    name, family = _family(set(told.values()))
    style = _style(list(told.values()))
    others = {}
    for ours in NEEDED:
        if ours in table:
            continue
        called = f"; {name} calls it that" if ours in family else ""
        word = family.get(ours) or style(USUAL[ours])
        others[ours] = StateWord(word=word, why=f"never seen{called}: check it", seen=False)
    return others


def _family(words: set[str]) -> tuple[str, dict[str, str]]:
    """The queue of which most of these words are."""
    shared = [(len(words & set(family.values())), name, family) for name, family in FAMILIES]
    most, name, family = max(shared, key=lambda one: one[0])
    return (name, family) if most >= 2 else ("", {})


def _style(words: list[str]) -> Callable[[str], str]:
    """How the words that were seen are written: in capitals, with a capital, or small."""
    if words and all(word.isupper() for word in words):
        return str.upper
    return str.capitalize if words and all(word[:1].isupper() for word in words) else str.lower
