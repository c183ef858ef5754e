"""What no page can know of a job because its back end never tells it, and the laws that ask for nothing else."""

from collections.abc import Set

from harness.told.book import Book

_CAUSES = tuple(
    f"{thing}.{slot}" for thing in ("job.cause", "cause", "item.cause") for slot in ("id", "title", "remedy", "class")
)

_WAYS: dict[str, tuple[str, ...]] = {
    "processed": (
        "job.processed",
        "job.phase.done",
        "phase.done",
        "job.total job.remaining",
        "job.succeeded job.failed job.skipped",
    ),
    "succeeded": ("job.succeeded", "item.state:succeeded", "job.processed job.failed job.skipped"),
    "failed": (
        "job.failed",
        "item.state:failed",
        "cause.count cause.state:failed",
        "job.processed job.succeeded job.skipped",
    ),
    "skipped": (
        "job.skipped",
        "item.state:skipped",
        "cause.count cause.state:skipped",
        "job.processed job.succeeded job.failed",
    ),
    "remaining": ("job.remaining", "job.total processed"),
    "kept": ("job.kept", "job.succeeded job.rolled_back"),
    "rolled_back": ("job.rolled_back", "job.succeeded job.kept"),
    "quantity": (
        *("processed", "succeeded", "remaining"),
        *("job.percent", "job.current", "job.left", "job.phase.", "phase."),
    ),
    "retrying": ("job.state:retrying", "job.retry.", "item.state:retrying", "item.attempt"),
    "attempt": ("job.retry.attempt", "item.attempt"),
    "next": ("job.retry.next", "job.retry.wait"),
    "cancelling": ("job.state:cancelling",),
    "partial": ("job.state:partial", "failed", "job.failed:", *_CAUSES),
    "cause": _CAUSES,
    "remedy": (*_CAUSES, *(f"{thing}.retryable" for thing in ("job.cause", "cause", "item.cause"))),
    "reason": ("job.queue.", "job.paused."),
}
"""fact -> the ways to know it: slots that are told, all of a line; one that ends in a dot stands for any below it.

A fact may rest on one above it.
"""

_LAWS = {
    "auto-retry-told": "retrying",
    "cancelling-shown": "cancelling",
    "partial-named-partial": "partial",
    "quantity-within-ten-seconds": "quantity",
    "remedy-fits-cause": "remedy",
    "winning-attempt-named": "attempt",
}
"""law -> the fact without which it has nothing to ask"""

_WHY = {
    "retrying": "never tells that a job is tried again; name a word under wire: states: retrying, "
    "or tell {job.retry.attempt}",
    "cancelling": "has no word for a job that is being cancelled; name one under wire: states: cancelling",
    "partial": "never tells that a part failed; name a word under wire: states: partial, or tell {job.failed}",
    "quantity": "never tells how far a job is; tell {job.processed} or {job.percent}",
    "remedy": "never tells why items failed; tell {job.cause.id} or {item.cause.id}",
    "attempt": "never tells which attempt it is; tell {job.retry.attempt}",
}


def untold(book: Book) -> tuple[str, ...]:
    """The facts that no template of the back end tells, in whatever way."""
    known = set(book.tells)
    for fact, ways in _WAYS.items():
        if any(_is_open(way, known) for way in ways):
            known.add(fact)
    return tuple(fact for fact in _WAYS if fact not in known)


def unobservable(facts: tuple[str, ...]) -> dict[str, str]:
    """Law -> why it cannot be judged on a page that is never told these facts."""
    return {law: f"its back end {_WHY[fact]}" for law, fact in _LAWS.items() if fact in facts}


def _is_open(way: str, known: Set[str]) -> bool:
    return all(any(_fits(one, step) for one in known) for step in way.split())


def _fits(told: str, step: str) -> bool:
    return told.startswith(step) if step.endswith(".") else told == step
