"""The slot ``state``: whether the words say what is going on, and nothing else."""

import re
from collections.abc import Iterable

from harness.microcopy.english import ENGLISH
from harness.microcopy.numbers import stem
from harness.microcopy.reading import Kind, Reading
from harness.microcopy.utterance import Phrase, Utterance
from harness.speech.acts import Act
from harness.speech.judged import Judged, carries, contradicts, omits, unverifiable
from harness.speech.situation import Situation

_WAITS = ("state:queued", "state:paused", "queue", "state:accepted")
_ENDED = ("ended",)
_WELL = ("ended:succeeded", "ended:completed")

CARRIES: dict[Act, tuple[str, ...]] = {
    Act.WAITING: _WAITS,
    Act.STALLED: (*_WAITS, "connection", "state:retrying"),
    Act.RETRYING: ("state:retrying", "attempt", "count:retrying"),
    Act.CANCELLING: ("state:cancelling",),
    Act.CANCELLED: ("ended:cancelled",),
    Act.SUCCEEDED: (*_WELL, "ended:finished", "count:succeeded", "count:processed", "count:done", "count:finished"),
    Act.OFFLINE: ("connection:lost", "connection:stale"),
    Act.BACK: ("connection:back",),
}
"""act -> the readings that say it; a reading is told by its kind, or by kind and word"""

DENIES: dict[Act, tuple[str, ...]] = {
    Act.STARTED: _ENDED,
    Act.WAITING: ("state:running", "state:cancelling", *_ENDED),
    Act.WORKING: (*_ENDED, "state:queued", "state:paused", "state:cancelling"),
    Act.STALLED: _ENDED,
    Act.RETRYING: _ENDED,
    Act.CANCELLING: (*_ENDED,),
    Act.CANCELLED: ("ended:failed", "ended:succeeded", "ended:completed", "ended:partial", "state:running"),
    Act.SUCCEEDED: (
        "ended:failed",
        "ended:partial",
        "ended:cancelled",
        "state:running",
        "state:queued",
        "state:retrying",
    ),
    Act.MIXED: ("ended:failed", "ended:cancelled", "state:running", "state:queued", "state:retrying"),
    Act.FAILED: (*_WELL, "ended:cancelled", "state:running", "state:queued"),
    Act.OFFLINE: (*_ENDED, "connection:back"),
    Act.BACK: ("connection:lost", "connection:stale"),
}
"""act -> the readings that say something else"""

_TURNS: dict[Act, str] = {
    Act.WAITING: "waiting",
    Act.STALLED: "stalled",
    Act.RETRYING: "retrying",
    Act.CANCELLING: "cancelling",
    Act.CANCELLED: "cancelled",
    Act.OFFLINE: "stale",
    Act.SUCCEEDED: "ready",
    Act.BACK: "back",
}
"""act -> the turn of speech (turns.txt) that tells it where no reading does"""
_CANCELLED = re.compile(r"\bcancel", re.IGNORECASE)
_WARNED = re.compile(r"\bwarning|\bskipped\b|\bleft out\b", re.IGNORECASE)
_NO_WORK = frozenset((Act.WAITING, Act.STALLED, Act.SUCCEEDED, Act.CANCELLED))
"""acts in which no work goes on: "Preparing the environment" tells of none of them, whatever it means"""
_BEGUN = frozenset((Act.STARTED, Act.WAITING))
_UNENDED = frozenset((Act.STARTED, Act.WAITING, Act.WORKING, Act.STALLED))


def state(said: Utterance, so: Situation) -> Judged | None:
    """The state that the words name, against what is so. None where the act has no such slot and nothing denies it."""
    good = [held for held in said.readings if _is(held, CARRIES.get(so.act, ()))] + _by_words(said, so.act)
    bad = _bad(so, said)
    if bad and not _is_excused(so, said, bool(good)):
        return (unverifiable if all(_is_doubtful(held, said) for held in bad) else contradicts)("state", bad[0].text)
    if so.act not in CARRIES:
        return None
    if good:
        return carries("state", good[0].text)
    strange = next((phrase.line for phrase in _open(said, so)), None)
    return unverifiable("state", strange) if strange else omits("state")


def _open(said: Utterance, so: Situation) -> Iterable[Phrase]:
    if so.act is Act.BACK:
        return (held for held in said.phrases if not held.understood or "stands" in held.turns)
    if so.act is Act.RETRYING and (worded := [held for held in said.phrases if "attempt in words" in held.turns]):
        return worded
    return (held for held in said.phrases if may_tell(held) and not (held.names_work and so.act in _NO_WORK))


def may_tell(phrase: Phrase) -> bool:
    """Whether words that nobody knows, or small words that tell much ("We're back"), may tell how it stands."""
    if "stands" in phrase.turns and not phrase.clause.claims:
        return True
    return not phrase.understood or (bool(phrase.strangers) and not phrase.order and not phrase.names_work)


def _is(reading: Reading, codes: tuple[str, ...]) -> bool:
    return reading.kind.value in codes or f"{reading.kind}:{reading.word}" in codes


def _by_words(said: Utterance, act: Act) -> list[Reading]:
    """What no reading tells: that it is slow, that a person stopped it, that the next attempt comes."""
    turn = _TURNS.get(act)
    waits = act in (Act.WAITING, Act.STALLED)
    cut = act is Act.OFFLINE
    return [
        Reading(kind=Kind.STATE, text=held.line)
        for held in said.phrases
        if (turn in held.turns and not held.order) or (waits and held.waits) or (cut and "network" in held.causes)
    ]


def _is_excused(so: Situation, said: Utterance, good: bool) -> bool:
    """What is denied in one breath with the truth: "Load failed, retrying in 30 seconds"; "3 failed, 20 succeeded"."""
    if so.act in (Act.RETRYING, Act.WAITING):
        return good and not any(_is(held, _WELL) for held in said.readings)
    if so.act in (Act.MIXED, Act.FAILED):
        return _tells_other_count(so, said)
    return (
        so.act in (Act.SUCCEEDED, Act.CANCELLED)
        and good
        and not any(held.kind is Kind.ENDED for held in _bad(so, said))
    )


def _bad(so: Situation, said: Utterance) -> list[Reading]:
    worded = [Reading(kind=Kind.ENDED, text=phrase.line) for phrase in said.phrases if _denies_in_words(phrase, so)]
    counted = any(held.kind is Kind.COUNT and held.word == "waiting" for held in said.readings)
    told = (held for held in said.readings if not (counted and held.word == "queued"))
    return [*(held for held in told if _is(held, DENIES[so.act]) and not _may_fit(held, so, said)), *worded]


def _denies_in_words(phrase: Phrase, so: Situation) -> bool:
    if so.act is Act.BACK:
        return "stale" in phrase.turns and "back" not in phrase.turns
    told = "ready" in phrase.turns and "later" not in phrase.turns
    return so.act in _UNENDED and told and not phrase.has_number


def tells_handing_in(phrase: Phrase, so: Situation) -> bool:
    """ "Upload complete", "Request sent successfully", of a job that has only begun: it ends what went before it."""
    return so.act in _BEGUN and "handed in" in phrase.turns and stem(phrase.clause.text, ENGLISH) != so.verb


def _is_doubtful(reading: Reading, said: Utterance) -> bool:
    """Whether words that nobody knows stand in every clause that may have told it: "The machine keeled over"."""
    beside = [held for held in said.phrases if held.clause.claims and " ".join(held.line.split()) == reading.text]
    return reading.kind is Kind.ENDED and bool(beside) and all(held.strangers for held in beside)


def _may_fit(reading: Reading, so: Situation, said: Utterance) -> bool:
    """What is said of an end may be so: "stopped" of a failure, "with warnings" of a success, "5 were published" of
    a cancelled job.
    """
    if any(tells_handing_in(held, so) and " ".join(held.line.split()) == reading.text for held in said.phrases):
        return True
    if so.act in (Act.FAILED, Act.MIXED):
        return reading.word == "cancelled" and _CANCELLED.search(reading.text) is None
    if so.act is Act.SUCCEEDED:
        return reading.word == "partial" and _WARNED.search(reading.text) is not None
    beside = [phrase for phrase in said.phrases if phrase.line == reading.text]
    stopped = any("cancelled" in phrase.turns for phrase in beside)
    told = any("undone" in phrase.turns or phrase.has_number for phrase in beside)
    return so.act is Act.CANCELLED and reading.word == "succeeded" and stopped and told


def _tells_other_count(so: Situation, said: Utterance) -> bool:
    """A mixed end called a failure, or a failure beside words of success: the other count beside it mends it."""
    wanted = "succeeded" if so.act is Act.MIXED else "failed"
    counted = any(held.kind is Kind.COUNT and held.word == wanted and held.value for held in said.readings)
    return counted or (so.act is Act.FAILED and any(phrase.causes for phrase in said.phrases))
