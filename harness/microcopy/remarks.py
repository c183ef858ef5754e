"""What a single text says beside its claims that a law may hold against it: promises, empty words, empty places."""

import re
from dataclasses import dataclass
from functools import lru_cache

from harness.core.causes import UNKNOWN
from harness.microcopy import clocks
from harness.microcopy.leaks import engine_talk_in
from harness.microcopy.lists import WordLists
from harness.microcopy.reading import Kind
from harness.microcopy.utterance import Phrase, Utterance, understand

VAGUE = "vague"
PLACEHOLDER = "placeholder"
ENGINE = "engine"
SOON_S = 10
_OF_THE_PAGE = frozenset((Kind.CONNECTION, Kind.SENDING, Kind.LOADING, Kind.AS_OF, Kind.NO_JOBS))
_LONGEST = 2_000
_PER = re.compile(r"(?:<n\d+>|\b(?:calls|requests|messages|items|times|of them|once|twice)) <d\d+>")
"""so many "a second": how fast it may go, and not how long it takes"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """``name`` is a guard, ``vague``, ``placeholder`` or ``engine``. ``subject`` is the verb of the work that it is
    said of.

    ``counted``: a number in the same clause says how many are meant. ``beginning``: it is said of the start.
    ``remedied``: something can be done about it.
    """

    name: str
    text: str
    subject: str | None = None
    counted: bool = False
    beginning: bool = False
    remedied: bool = False


def remarks_in(text: str, lists: WordLists, titles: tuple[str, ...] = ()) -> tuple[Remark, ...]:
    """The remarks of a text. ``titles`` of jobs are names and say nothing."""
    if len(text) > _LONGEST or not text.strip():
        return ()
    for title in titles:
        text = text.replace(title, "“”")
    # a remark does not depend on a number, unless it counts seconds
    return _remarks(text if "second" in text else re.sub(r"\d", "0", text), lists)


@lru_cache(maxsize=20_000)
def _remarks(text: str, lists: WordLists) -> tuple[Remark, ...]:
    said = understand((text,), lists)
    found = _machine_talk(text, said)
    if any(phrase.vague for phrase in said.phrases) and not _is_specific(said):
        found.append(Remark(name=VAGUE, text=text, remedied=bool(said.remedies)))
    if not any(reading.kind in _OF_THE_PAGE for reading in said.readings):
        found += [_promise(name, phrase, said) for phrase in said.phrases for name in promised(phrase, said)]
    return tuple(dict.fromkeys(found))


def _machine_talk(text: str, said: Utterance) -> list[Remark]:
    """Words of the engine, or else empty places: "undefined is not a function" has none."""
    if (words := engine_talk_in(text)) is not None:
        return [Remark(name=ENGINE, text=words)]
    return [Remark(name=PLACEHOLDER, text=place) for place in said.placeholders]


def _is_specific(said: Utterance) -> bool:
    """Whether a cause is told beside the empty words, which are then only its preface."""
    return any(phrase.causes - {UNKNOWN} for phrase in said.phrases)


def _promise(name: str, phrase: Phrase, said: Utterance) -> Remark:
    subject = next((reading.subject for reading in said.readings if reading.subject), None)
    begins = "starts" in phrase.turns
    return Remark(name=name, text=phrase.line, subject=subject, counted=phrase.has_number, beginning=begins)


def promised(phrase: Phrase, said: Utterance) -> tuple[str, ...]:
    """The guards whose words a clause says, as its own. What is ordered, or was refused, promises nothing."""
    beside = frozenset(turn for held in said.phrases if held.line == phrase.line for turn in held.turns)
    if phrase.order or "refused" in beside:
        return ()
    told = (*phrase.promises, *(("soon",) if _in_seconds(phrase, said) else ()))
    # "the next try is due any moment" is no word on the end
    return tuple(dict.fromkeys(name for name in told if name != "soon" or not {"not soon", "retrying"} & beside))


def _in_seconds(phrase: Phrase, said: Utterance) -> bool:
    """ "This only takes a few seconds"; whether of the end, or of what took so long, others tell."""
    if _PER.search(phrase.clause.text):
        return False
    told = [clocks.seconds(written) for written in said.written(phrase, "d") if "second" in written]
    return any(seconds is None or seconds <= SOON_S for seconds in told)
