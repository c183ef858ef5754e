"""What "done" counts: all that was gone through, or what went well. The other numbers that stand beside it tell.

A page's own sums decide, never what is true: of 28, "12 done, 3 failed, 13 left" adds up with the failed ones apart.
"""

from collections.abc import Mapping
from dataclasses import replace

from harness.microcopy.reading import Kind, Reading

Number = int | float
_APART = ("failed", "skipped")


def done_counts(done: Number | None, whole: Number | None, beside: Mapping[str, Number]) -> str | None:
    """``processed`` or ``succeeded``; ``finished`` where nothing stands beside it, None where it could be either.

    ``whole`` is the total, ``beside`` the counters that stand there too, by their words.
    """
    apart = [beside[word] for word in _APART if word in beside]
    if not apart:
        return "processed" if beside.keys() & {"remaining", "processed"} else "finished"
    gone_through = _gone_through(whole, beside)
    if gone_through is None or done is None:
        return None if beside.keys() & {"remaining", "processed"} else "succeeded"
    rest = gone_through - done
    return "succeeded" if rest == sum(apart) else "processed" if rest == 0 else None


def _gone_through(whole: Number | None, beside: Mapping[str, Number]) -> Number | None:
    if "processed" in beside:
        return beside["processed"]
    return whole - beside["remaining"] if whole is not None and "remaining" in beside else None


def resolve_done(readings: list[Reading]) -> list[Reading]:
    """The readings of one text, with every "done" told apart; one that could be either is left out."""
    counts = [reading for reading in readings if reading.kind is Kind.COUNT and reading.value is not None]
    beside = {reading.word: reading.value for reading in counts if reading.word and reading.value is not None}
    wholes = [reading.total for reading in counts if reading.total is not None]
    whole = beside.get("total", wholes[0] if wholes else None)
    return [told for reading in readings if (told := _resolved(reading, whole, beside)) is not None]


def _resolved(reading: Reading, whole: Number | None, beside: Mapping[str, Number]) -> Reading | None:
    if reading.kind is not Kind.COUNT or reading.word != "finished":
        return reading
    word = "processed" if reading.total is not None else done_counts(reading.value, whole, beside)
    return replace(reading, word=word) if word else None
