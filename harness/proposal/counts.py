"""What a number follows: a count of the job, a percentage, a time, a place in the queue."""

from collections.abc import Callable, Sequence

from harness.proposal import names
from harness.proposal.clues import Clues, falls, rises, stays
from harness.proposal.guess import Guess, slot

EPOCHS_S = (1_000_000_000, 5_000_000_000)
HUNDRED = 100
LONG_MS = 100_000
"""What counts so far since the start of a job counts milliseconds."""

Rule = Callable[[str, Sequence[float], Clues], Guess | None]


def number(name: str, values: Sequence[float], clues: Clues) -> Guess | None:
    """The slot that a number follows, by its name and by how it moved; None where it cannot be told."""
    return next((guess for rule in RULES if (guess := rule(name, values, clues)) is not None), None)


def moment(name: str, form: str, stays: bool) -> Guess:
    """Which moment of the job a time tells, by its name."""
    told = "" if form == "iso" else f" | {form}"
    for words, which in (
        (names.ACCEPTED_AT, "accepted"),
        (names.STARTED_AT, "started"),
        (names.UPDATED_AT, "updated"),
        (names.FINISHED_AT, "finished"),
    ):
        if names.means(name, words):
            return slot(f"job.{which}{told}", "a time, by its name")
    return slot(f"job.accepted{told}", "a time that stays") if stays else slot(f"now{told}", "a time that moves on")


def _moment(name: str, values: Sequence[float], _: Clues) -> Guess | None:
    """Seconds or milliseconds since 1970."""
    low, high = EPOCHS_S
    for form, unit in (("s", 1), ("ms", 1000)):
        if all(low * unit < value < high * unit for value in values):
            return moment(name, form, stays(values))
    return None


def _percent(name: str, values: Sequence[float], clues: Clues) -> Guess | None:
    if not names.means(name, names.PERCENT) or max(values) > HUNDRED or clues.total in values:
        return None
    if max(values) <= 1 and any(not _is_whole(value) for value in values):
        return slot("job.percent | fraction", "from 0 to 1, by its name")
    form = "" if all(map(_is_whole, values)) else " | hundredth"
    return slot(f"job.percent{form}", f"up to {max(values):g}, by its name")


def _part(name: str, values: Sequence[float], clues: Clues) -> Guess | None:
    """Counts that go by their name, whether they moved or not."""
    if falls(values) or not _counts(values, clues):
        return None
    for words, which in ((names.FAILED, "failed"), (names.SKIPPED, "skipped"), (names.SUCCEEDED, "succeeded")):
        if names.means(name, words):
            return slot(f"job.{which}", f"by its name; it was {_span(values)}")
    return None


def _elapsed(name: str, values: Sequence[float], _: Clues) -> Guess | None:
    if not names.means(name, names.ELAPSED) or falls(values):
        return None
    if "ms" in names.words(name) or max(values) > LONG_MS:
        return slot("job.elapsed | ms", "by its name")
    return slot("job.elapsed" + ("" if all(map(_is_whole, values)) else " | tenth"), "by its name")


def _version(name: str, values: Sequence[float], _: Clues) -> Guess | None:
    is_one = names.means(name, names.VERSION) and not falls(values)
    return slot("job.version", "by its name") if is_one else None


def _queue(name: str, values: Sequence[float], _: Clues) -> Guess | None:
    if rises(values):
        return None
    if names.means(name, names.AHEAD):
        return slot("job.queue.ahead ?? 0", "by its name")
    return slot("job.queue.position ?? 0", "by its name") if names.means(name, names.POSITION) else None


def _remaining(name: str, values: Sequence[float], _: Clues) -> Guess | None:
    if rises(values):
        return None
    if names.means(name, names.REMAINING):
        return slot("job.remaining", f"by its name; it was {_span(values)}")
    return slot("job.left", "by its name") if names.means(name, names.LEFT) else None


def _total(_: str, values: Sequence[float], clues: Clues) -> Guess | None:
    if clues.total is None or not stays(values) or values[0] != clues.total:
        return None
    return slot("job.total", f"always {clues.total}, and a count rose up to it")


def _current(name: str, values: Sequence[float], clues: Clues) -> Guess | None:
    """A number that names the item in hand: it counts from 1."""
    fits = rises(values) and values[0] >= 1 and _counts(values, clues)
    return slot("job.current", "it names the item in hand") if fits and names.means(name, names.IN_HAND) else None


def _rising(_: str, values: Sequence[float], clues: Clues) -> Guess | None:
    if not rises(values) or not _counts(values, clues):
        return None
    of = "" if clues.total is None else f" of {clues.total}"
    return slot("job.processed", f"rose from {values[0]:g} to {values[-1]:g}{of}")


def _falling(_: str, values: Sequence[float], __: Clues) -> Guess | None:
    return slot("job.remaining", f"fell from {values[0]:g} to {values[-1]:g}") if falls(values) else None


def _done(name: str, values: Sequence[float], clues: Clues) -> Guess | None:
    """It was not seen to move, and the name says it."""
    fits = stays(values) and names.means(name, names.DONE) and _counts(values, clues)
    return slot("job.processed", f"by its name; it was {_span(values)}") if fits else None


RULES: tuple[Rule, ...] = (
    *(_moment, _percent, _part, _elapsed, _version, _queue, _remaining, _total),
    *(_current, _rising, _falling, _done),
)


def _counts(values: Sequence[float], clues: Clues) -> bool:
    """Whether they can be counts: whole, and never more than there are items."""
    return all(map(_is_whole, values)) and (clues.total is None or max(values) <= clues.total)


def _is_whole(value: float) -> bool:
    return value == int(value)


def _span(values: Sequence[float]) -> str:
    return f"always {values[0]:g}" if stays(values) else f"{min(values):g} to {max(values):g}"
