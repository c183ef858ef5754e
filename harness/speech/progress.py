"""The slots of work that goes on: which job, what is being done, how far it is."""

import re
from collections.abc import Iterator

from harness.microcopy import clocks
from harness.microcopy.english import ENGLISH
from harness.microcopy.numbers import stem
from harness.microcopy.reading import Kind, Reading
from harness.microcopy.utterance import Phrase, Utterance
from harness.speech.judged import Judged, carries, contradicts, omits, unverifiable
from harness.speech.numbers import is_in_hand
from harness.speech.situation import Situation

GENERIC = frozenset(("process", "load", "handle", "execute", "work", "read", "apply"))
"""verbs that any job does: "Processing…" says no more than that something goes on"""
ITEMS = frozenset(("item", "items", "entry", "entries", "thing", "things", "job", "jobs", "task", "tasks", "data"))
"""nouns that name no job's work"""
_WEAK = frozenset(("loaded", "total"))
"""counters that may tell how far it is, and cannot tell it wrong: "Uploading 43 items" may mean those that are left"""
_MOST_WRONG = 2
_LETTERS = 4


def job(said: Utterance, so: Situation) -> Judged | None:
    """The job: by its name, its verb, or what it works on."""
    if so.job is None:
        return None
    for line in said.lines:
        if _names_job(line.lower(), so):
            return carries("job", line)
    strange = next((phrase.line for phrase in said.strange), None)
    strange = strange or next((held.text for held in said.readings if held.noun and held.noun not in ITEMS), None)
    return unverifiable("job", strange) if strange else omits("job")


def _names_job(text: str, so: Situation) -> bool:
    if so.job and so.job.lower() in text:
        return True
    own = stem(so.own.plainly(text).lower(), ENGLISH)
    if own is not None and own in {"publish", so.verb, *ENGLISH.kin.get(so.verb or "", ())}:
        return True
    if so.noun and so.noun.lower() in text:
        return True
    words = [word for word in re.findall(r"[a-z]+", (so.job or "").lower()) if len(word) >= _LETTERS]
    return any(re.search(rf"\b{word[: max(_LETTERS, len(word) - 3)]}", text) for word in words)


def activity(said: Utterance, so: Situation) -> Judged | None:
    """What is being done: a verb that not every job does, or the items, or the step by its name."""
    going = [held for held in said.readings if held.kind in (Kind.STATE, Kind.COUNT, Kind.STEP, Kind.PERCENT)]
    for held in going:
        if (held.subject is not None and held.subject not in GENERIC) or held.noun is not None:
            return carries("activity", held.text)
    for line in said.lines:
        if _names_job(line.lower(), so) or (so.phase and so.phase.lower() in line.lower()):
            return carries("activity", line)
    strange = next((phrase.line for phrase in said.phrases if _names_work(phrase)), None)
    strange = strange or next((phrase.line for phrase in said.strange), None)
    return unverifiable("activity", strange) if strange else omits("activity")


def _names_work(phrase: Phrase) -> bool:
    """Whether a verb that no table knows goes on in it."""
    first = next(iter(phrase.clause.text.split()), "")
    return first.endswith("ing") and stem(first, ENGLISH) is None and first not in ENGLISH.imperatives


def quantity(said: Utterance, so: Situation) -> Judged | None:
    """How far it is: n of m, a share, a step, what is left, or how long it still takes.

    Beside a whole that is right another share may be that of a part: "Mailbox 4 of 12: copying messages (38 %)".
    """
    verdicts = [(held, agreed) for held in said.readings if (agreed := _agrees(held, so)) is not None]
    times = [(line, agreed) for line, agreed in _times_left(said, so)]
    whole = any(agreed and held.total is not None for held, agreed in verdicts)
    if not whole and (wrong := next((held.text for held, agreed in verdicts if not agreed), None)):
        return contradicts("quantity", wrong)
    if right := next((held.text for held, agreed in verdicts if agreed), None):
        return carries("quantity", right)
    if times:
        line, agreed = times[0]
        return carries("quantity", line) if agreed else contradicts("quantity", line)
    strange = next((phrase.line for phrase in said.strange if phrase.has_number), None) or _may_tell(said, so)
    return unverifiable("quantity", strange) if strange else omits("quantity")


def _may_tell(said: Utterance, so: Situation) -> str | None:
    """A line with a number that nothing took, and that would be right; or with a share or a number in words."""
    known = {so.step} if so.done is None else {so.done, so.done + 1, _left(so), so.step}
    if (known - {None}) & set(said.loose):
        return said.lines[0]
    if worded := next((phrase.line for phrase in said.phrases if _is_worded(phrase)), None):
        return worded
    fits = (phrase.line for phrase, written in durations(said) if _is_left(clocks.seconds(written), written, so))
    return next(fits, None)


def _is_worded(phrase: Phrase) -> bool:
    return bool({"in words", "attempt in words"} & phrase.turns)


def tells_right(said: Utterance, so: Situation) -> str | None:
    """The first quantity that is so, whatever else is said."""
    return next((held.text for held in said.readings if _agrees(held, so)), None)


def _agrees(reading: Reading, so: Situation) -> bool | None:
    """Whether a quantity is so; None for what is none."""
    if reading.value is None:
        return None
    judge = {Kind.PERCENT: _percent, Kind.STEP: _step, Kind.COUNT: _count}.get(reading.kind)
    return judge(reading, reading.value, so) if judge else None


def _percent(reading: Reading, value: float, so: Situation) -> bool:
    return so.share is None or abs(value - 100 * so.share) <= 1


def _step(reading: Reading, value: float, so: Situation) -> bool:
    return so.step is None or (value == so.step and so.steps in (None, reading.total))


def _count(reading: Reading, value: float, so: Situation) -> bool | None:
    if reading.word in ("remaining", "waiting"):
        left = so.left if so.left is not None else _left(so)
        return left is None or value == left
    if reading.word == "succeeded" and so.succeeded is not None:
        return value in (so.succeeded, so.done)
    if reading.word in _WEAK:
        return True if value in (so.done, so.left) else None
    if reading.word not in ("done", "processed", "finished", "current", "succeeded"):
        return None
    return so.done is None or value == so.done or (is_in_hand(reading) and value == so.done + 1)


def _left(so: Situation) -> int | None:
    return None if so.total is None or so.done is None else so.total - so.done


def _times_left(said: Utterance, so: Situation) -> Iterator[tuple[str, bool]]:
    """Durations that say how long it still takes: so within a factor of two."""
    for phrase, written in durations(said):
        told = clocks.seconds(written)
        if "time left" not in phrase.turns:
            continue
        if told is None:
            continue
        yield phrase.line, so.remaining_s is None or _is_left(told, written, so)


def _is_left(told: float | None, written: str, so: Situation) -> bool:
    if told is None or so.remaining_s is None:
        return False
    low, high = so.remaining_s / _MOST_WRONG, so.remaining_s * _MOST_WRONG
    return low - clocks.step_of(written) <= told <= high + clocks.step_of(written)


def durations(said: Utterance) -> Iterator[tuple[Phrase, str]]:
    """Each duration with the clause that it stands in."""
    return _tokens(said, "d")


def clock_times(said: Utterance) -> Iterator[tuple[Phrase, str]]:
    """Each time of day with the clause that it stands in."""
    return _tokens(said, "t")


def _tokens(said: Utterance, kind: str) -> Iterator[tuple[Phrase, str]]:
    return ((phrase, written) for phrase in said.phrases for written in said.written(phrase, kind))


def step(said: Utterance, so: Situation) -> Judged | None:
    """Which step: only where another is named."""
    if so.step is None:
        return None
    told = [held for held in said.readings if held.kind is Kind.STEP and held.word != "done"]
    wrong = [
        held for held in told if held.value != so.step or (so.steps is not None and held.total not in (None, so.steps))
    ]
    return contradicts("step", wrong[0].text) if wrong else None
