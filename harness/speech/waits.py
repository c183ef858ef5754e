"""The slots of what is waited for: why, behind how many, which attempt, when, and how old what is shown is."""

import re
from collections.abc import Iterator

from harness.microcopy import clocks
from harness.microcopy.reading import Kind
from harness.microcopy.utterance import Phrase, Utterance
from harness.speech.judged import Judged, carries, contradicts, omits, unverifiable
from harness.speech.progress import clock_times, durations
from harness.speech.situation import Situation

LONG_WAIT_S = 10
"""laws.md, auto-retry-told: for a longer wait the next attempt's time is due"""
_EXACT_S = 2
_WORD = re.compile(r"\b[a-z']{3,}")
_DAY = 24 * 60
_UNSURE = frozenset(("paused", "perhaps upstream"))
"""reasons whose words stand beside any other as well"""
_KIN = (
    frozenset(("no-free-worker", "concurrency-limit", "dependency")),
    frozenset(("rate-limit", "upstream", "perhaps upstream")),
    frozenset(("dependency", "perhaps upstream")),
)


def reason(said: Utterance, so: Situation) -> Judged | None:
    """Why it waits; or behind how many, or until when, which tells as much."""
    told = [phrase for phrase in said.phrases if phrase.waits and not phrase.promises]
    if fits := [phrase for phrase in told if so.reason is not None and _alike(phrase.waits, so.reason)]:
        return carries("reason", fits[0].line)
    others = [phrase for phrase in told if so.reason is not None and not _UNSURE & set(phrase.waits)]
    if others:
        return contradicts("reason", others[0].line)
    queue = ahead(said, so)
    if queue is not None:
        return carries("reason", queue.text) if not queue.is_wrong else None
    if starts := next(_starts(said), None):
        return carries("reason", starts)
    unclear = next((phrase.line for phrase in said.phrases if _may_tell(phrase)), None)
    return unverifiable("reason", unclear) if unclear else omits("reason")


def _may_tell(phrase: Phrase) -> bool:
    """A heading of one word gives no reason, nor does "Requested at 09:00"."""
    several = len(_WORD.findall(phrase.clause.text)) > 1
    return not phrase.promises and ("waits for" in phrase.turns or (several and _is_strange(phrase)))


def _starts(said: Utterance) -> Iterator[str]:
    moments = (*durations(said), *clock_times(said))
    return (phrase.line for phrase, _ in moments if "starts" in phrase.turns)


def _is_strange(phrase: Phrase) -> bool:
    return (bool(phrase.strangers) and not phrase.names_work) or (
        not phrase.understood and "waiting" not in phrase.turns
    )


def _alike(named: tuple[str, ...], reason: str) -> bool:
    """Whether one of the reasons is spoken of as this one is: "waiting for other builds" fits several."""
    return any(reason == held or any({reason, held} <= kin for kin in _KIN) for held in named if _fits(held, reason))


def _fits(named: str, reason: str) -> bool:
    """Who waits for a worker waits for others to be through; who waits for another job waits for no worker."""
    return (named, reason) != ("no-free-worker", "dependency")


def ahead(said: Utterance, so: Situation) -> Judged | None:
    """How many go before it, if a number of them is said."""
    told = [held for held in said.readings if held.kind is Kind.QUEUE and isinstance(held.value, int)]
    if not told or so.ahead is None:
        return carries("ahead", told[0].text) if told else None
    value = (told[0].value or 0) - (1 if told[0].word == "place" else 0)
    return carries("ahead", told[0].text) if value == so.ahead else contradicts("ahead", told[0].text)


def attempt(said: Utterance, so: Situation) -> Judged | None:
    """Which attempt it is, of how many."""
    if so.attempt is None:
        return None
    told = [held for held in said.readings if held.kind is Kind.ATTEMPT]
    pairs = (held for held in said.readings if held.kind is Kind.COUNT and held.total)
    told += [held for held in pairs if held.word in ("done", "retrying")]
    if told:
        right = any(held.value == so.attempt and so.attempts in (None, held.total or so.attempts) for held in told)
        return carries("attempt", told[0].text) if right else contradicts("attempt", told[0].text)
    worded = (phrase.line for phrase in said.phrases if "attempt in words" in phrase.turns)
    numbered = (phrase for phrase in said.phrases if phrase.has_number and (phrase.strangers or not phrase.understood))
    strange = next(worded, None) or next((phrase.line for phrase in numbered), None)
    if so.attempt in said.loose:
        strange = strange or said.lines[0]
    return unverifiable("attempt", strange) if strange else omits("attempt")


def next_attempt(said: Utterance, so: Situation) -> Judged | None:
    """When the next attempt comes, if that takes long."""
    if so.next_s is None:
        return None
    again = {phrase.line for phrase in said.phrases if "retrying" in phrase.turns}
    for phrase, written in durations(said):
        past = "ago" in phrase.turns and "coming" not in phrase.turns
        if past or (again and phrase.line not in again):
            continue
        told = clocks.seconds(written)
        near = told is None or abs(told - so.next_s) <= max(_EXACT_S, clocks.step_of(written) - 1)
        return carries("next", phrase.line) if near else contradicts("next", phrase.line)
    if clock := next((phrase.line for phrase, _ in clock_times(said)), None):
        return carries("next", clock)
    if so.next_s <= LONG_WAIT_S:
        return None
    strange = next((phrase.line for phrase in said.strange if phrase.has_number), None)
    return unverifiable("next", strange) if strange else omits("next")


def as_of(said: Utterance, so: Situation) -> Judged | None:
    """From when what is shown is."""
    if so.as_of_minute is None:
        return None
    for phrase, written in clock_times(said):
        minute = clocks.clock(written)
        away = abs((minute or 0) - so.as_of_minute) % _DAY
        return carries("as_of", phrase.line) if min(away, _DAY - away) <= 1 else contradicts("as_of", phrase.line)
    if old := next(
        (phrase.line for phrase, _ in durations(said) if "ago" in phrase.turns),
        None,
    ):
        return carries("as_of", old)
    worded = next((held.line for held in said.phrases if held.has_number or "in words" in held.turns), None)
    return unverifiable("as_of", worded) if worded else omits("as_of")
