"""The slots that hold numbers: how many succeeded, failed, were skipped, are done, are left, were kept."""

import re

from harness.microcopy.english import ENGLISH
from harness.microcopy.reading import Kind, Reading
from harness.microcopy.utterance import Phrase, Utterance
from harness.speech.acts import SLOTS, Act
from harness.speech.judged import Judged, carries, contradicts, omits, unverifiable
from harness.speech.situation import Situation

WORDS: dict[str, tuple[str, ...]] = {
    "succeeded": ("succeeded", "finished"),
    "failed": ("failed",),
    "skipped": ("skipped",),
    "left": ("remaining", "waiting"),
    "kept": ("kept",),
    "undone": ("rolled_back",),
    "done": ("processed", "done", "current", "finished"),
}
"""slot -> the counters of the reader that fill it"""

_WEAK: dict[str, tuple[str, ...]] = {"succeeded": ("done", "processed", "loaded"), "done": ("loaded",)}
"""slot -> the counters that may fill it, and cannot contradict it"""

_GONE_WELL = (("succeeded", Act.MIXED), ("done", Act.CANCELLED))
"""slots that a bare number fills, if it is the right one"""

_THE_ONE = re.compile(r"\b(?:the|your|this|its|that|an?|one) (?:[a-z-]+ )?item\b(?!s)")
_STRANGE = re.compile(r"<n\d+>(?: (?:were|was|are|is|items?))* \?$")

_GOING_ON = re.compile(r"\b[a-z]+ing\b", re.IGNORECASE)

_BACK = frozenset(("kept", "undone"))
"""what may be said without a number: "they are kept", "all were removed again\""""


def numbers(said: Utterance, so: Situation) -> list[Judged]:
    """Every number slot that the act requires, and every other of which something false is said."""
    answers = [_number(slot, said, so) for slot in WORDS if getattr(so, slot) is not None]
    wanted = SLOTS[so.act]
    return [held for held in answers if held is not None and (held.name in wanted or held.is_wrong)]


def _number(slot: str, said: Utterance, so: Situation) -> Judged | None:
    value = getattr(so, slot)
    if counted := _counted(slot, value, said, so):
        return counted
    if slot not in SLOTS[so.act] or (value == 0 and slot not in ("succeeded", "done")):
        return None
    if words := _in_words(slot, value, said, so):
        return carries(slot, words)
    strange = next((phrase.line for phrase in said.strange if phrase.has_number or slot in _BACK), None)
    if value in _unplaced(said, so) or _has_a_rest(said, so):
        strange = strange or said.lines[0]
    strange = strange or next((phrase.line for phrase in said.phrases if _counts_strangely(phrase)), None)
    return unverifiable(slot, strange) if strange else omits(slot)


def _counted(slot: str, value: int, said: Utterance, so: Situation) -> Judged | None:
    told = [held for held in _told(slot, said, so) if not _concerns_else(held, said)]
    weak = [held for held in _counts(said) if held.word in _WEAK.get(slot, ()) and held.value == value]
    told = told or weak
    if (
        weak
        or any(_equals(held, value) or _went_well(held, slot, so) for held in told)
        or sum(held.value or 0 for held in told) == value != 0
    ):
        return carries(slot, told[0].text)
    if told and value - sum(held.value or 0 for held in told) in said.loose:
        return unverifiable(slot, told[0].text)
    if told and all(_is_doubtful(held, said) for held in told):
        return unverifiable(slot, told[0].text)
    return contradicts(slot, told[0].text) if told else None


def _is_doubtful(reading: Reading, said: Utterance) -> bool:
    """Whether a word that nobody knows stands right behind the number: "1.2k printed and 30 spoilt"."""
    beside = (held for held in said.phrases if " ".join(held.line.split()) == reading.text)
    return any(
        _STRANGE.search(_marked(held)) for held in beside if reading.value in _numbers_of(held.clause.text, said)
    )


def _marked(phrase: Phrase) -> str:
    """The clause with every word that nobody knows put as "?"."""
    return " ".join("?" if word in phrase.strangers else word for word in phrase.clause.text.split())


def _in_words(slot: str, value: int, said: Utterance, so: Situation) -> str | None:
    """Where no counter holds the number: the words that tell it all the same."""
    if slot in _BACK and (phrase := _says_in_words(slot, said)):
        return phrase
    if (slot, so.act) in _GONE_WELL and (well := _well(value, said)):
        return well
    if slot == "failed" and (rest := _rest(said, so)):
        return rest
    if slot == "failed" and (rest := _not_done(value, said)):
        return rest
    if value == 0:
        return _says_in_words("none", said)
    return _without_its_number(slot, said) if value in _unplaced(said, so) else None


def _has_a_rest(said: Utterance, so: Situation) -> bool:
    """ "30 of the 1,230 are spoilt, the rest is fine": of a whole that is told, what is left is a number, too."""
    known = so.total if so.total is not None else _sum(so)
    told = (*(held.total for held in said.readings), *(held.value for held in said.readings), *said.loose)
    return known in told and any("rest" in phrase.turns for phrase in said.phrases)


def _counts_strangely(phrase: Phrase) -> bool:
    """Whether a number in words, or beside words that nobody knows, may be the one."""
    return not phrase.clause.claims and "in words" in phrase.turns


def _well(value: int, said: Utterance) -> str | None:
    """ "17 assets materialized": so many, in a verb that no table knows, beside no word that says that it failed."""
    fits = (phrase for phrase in said.phrases if not phrase.turns & {"not done", "undone"} and value in said.loose)
    return next((held.line for held in fits if value in _numbers_of(held.clause.text, said)), None)


def _not_done(value: int, said: Utterance) -> str | None:
    """ "12 bad rows", "6 were not": so many, beside a word that says that it did not work."""
    fits = (phrase for phrase in said.phrases if "not done" in phrase.turns and value in said.loose)
    return next((held.line for held in fits if value in _numbers_of(held.clause.text, said)), None)


def _without_its_number(slot: str, said: Utterance) -> str | None:
    """ "34 errors": of items nothing is said, and nobody takes it otherwise where so many failed."""
    return next((held.text for held in said.readings if held.word in WORDS[slot] and held.kind is Kind.COUNT), None)


def _told(slot: str, said: Utterance, so: Situation) -> list[Reading]:
    words = WORDS[slot]
    if slot == "done" and so.act in (Act.CANCELLED, Act.WORKING):
        words = (*words, "succeeded")
    if slot == "done" and so.act is Act.CANCELLED:
        words = (*words, "kept", "rolled_back")
    if slot == "succeeded" and so.act is Act.SUCCEEDED:
        words = (*words, "processed", "done", "finished")
    return [held for held in _counts(said) if held.word in words]


def _counts(said: Utterance) -> list[Reading]:
    return [held for held in said.readings if held.kind is Kind.COUNT and held.value is not None]


def _unplaced(said: Utterance, so: Situation) -> list[float | int]:
    """The numbers that count something unknown: no reading took them, or one that took them for what is not so."""
    strange = [held.value for held in _counts(said) if held.value is not None and not _is_placed(held, so)]
    return [*said.loose, *strange]


def _is_placed(reading: Reading, so: Situation) -> bool:
    slots = [slot for slot, words in (*WORDS.items(), *_WEAK.items()) if reading.word in words]
    return any(getattr(so, slot) == reading.value for slot in slots)


def _equals(reading: Reading, value: int) -> bool:
    return reading.value == value or (is_in_hand(reading) and reading.value == value + 1)


def _went_well(reading: Reading, slot: str, so: Situation) -> bool:
    """ "Cancelled. 7 succeeded, 1 failed": what was done is told in its two parts."""
    return (
        slot == "done"
        and so.act is Act.CANCELLED
        and reading.word in ("succeeded", "kept")
        and (reading.value == so.succeeded)
    )


def is_in_hand(reading: Reading) -> bool:
    """Whether it tells the one that is worked on: "file 4 of 9", and in a verb that no table knows "Zipping 4 of 9"."""
    return reading.word == "current" or (reading.word == "done" and _GOING_ON.search(reading.text) is not None)


def _concerns_else(reading: Reading, said: Utterance) -> bool:
    """A count that its words narrow to one cause of several is no sum."""
    causes = {held.cause for held in said.readings if held.cause is not None}
    return reading.cause is not None and len(causes) > 1


def _says_in_words(slot: str, said: Utterance) -> str | None:
    return next((phrase.line for phrase in said.phrases if slot in phrase.turns), None)


def _rest(said: Utterance, so: Situation) -> str | None:
    """ "497 of 500 emails were sent. 3 bounced.": by the page's own sums those are the rest."""
    wholes = [held for held in said.readings if held.word == "succeeded" and held.total is not None]
    for phrase in said.strange:
        for number in _numbers_of(phrase.clause.text, said):
            if number == so.failed and any(held.total == (held.value or 0) + number for held in wholes):
                return phrase.line
    return None


def _numbers_of(text: str, said: Utterance) -> list[float | int]:
    keys = re.findall(r"<(n\d+)>", text)
    worded = [ENGLISH.number_words[word] for word in text.split() if word in ENGLISH.number_words]
    written = [number for number in worded if number > 1]
    return written + [masked.values[key] for masked in said.masked for key in keys if key in masked.values]


def total(said: Utterance, so: Situation) -> Judged | None:
    """Of how many: every whole that a count names."""
    known = so.total if so.total is not None else _sum(so)
    if known is None:
        return None
    told = [held for held in said.readings if held.kind is Kind.COUNT and held.total is not None]
    if so.act is Act.STARTED and (other := _announced(known, said)):
        return contradicts("total", other)
    fits = (known, so.succeeded, so.done, so.left, so.failed)
    wrong = [held for held in told if held.total not in fits]
    return contradicts("total", wrong[0].text) if wrong else None


def _announced(known: int, said: Utterance) -> str | None:
    """The one number of things that a start speaks of, where it is another: "400 items will be added"."""
    told = [(phrase, n) for phrase in said.phrases for n in _numbers_of(phrase.clause.text, said)]
    counted = [held for held, _ in told if re.match(r"<n\d+> items?\b", held.clause.text)]
    return counted[0].line if len(told) == 1 and counted and told[0][1] != known else None


def _sum(so: Situation) -> int | None:
    parts = (so.succeeded, so.failed, so.skipped)
    return None if None in parts else sum(part or 0 for part in parts)


def count(said: Utterance, so: Situation) -> Judged | None:
    """How many items a failure, or a success, concerns; of a single one that went well nobody says that it is one."""
    value = so.succeeded if so.act is Act.SUCCEEDED else so.failed
    if value is None:
        return None
    words = ("succeeded", "processed", "done", "finished") if so.act is Act.SUCCEEDED else ("failed", "remaining")
    told = [held for held in _counts(said) if held.word in words]
    if told and value in (*(held.value for held in told), sum(held.value or 0 for held in told)):
        return carries("count", told[0].text)
    if value == 1 and not told and so.act is Act.SUCCEEDED:
        return None
    near = [phrase for phrase in said.phrases if not (phrase.clause.claims and told)]
    beside = next((phrase.line for phrase in near if value in _numbers_of(phrase.clause.text, said)), None)
    one = _names_one(said) if value == 1 else None
    if line := _none(said, so) or beside or one:
        return carries("count", line)
    if told:
        rest = value - sum(held.value or 0 for held in told)
        return (unverifiable if rest in said.loose else contradicts)("count", told[0].text)
    return _other(said, so) or omits("count")


def _names_one(said: Utterance) -> str | None:
    """ "The model was still thinking": of a single one nobody says that it is one."""
    return next((held.line for held in said.phrases if _THE_ONE.search(held.clause.text)), None)


def _none(said: Utterance, so: Situation) -> str | None:
    """Where nothing went well, so many failed as there are."""
    if so.act is not Act.FAILED or so.succeeded:
        return None
    return next((held.line for held in said.phrases if "none" in held.turns), None)


def _other(said: Utterance, so: Situation) -> Judged | None:
    """A number that stands by the cause counts what it struck; one in words that nobody knows may be it."""
    named = next((phrase for phrase in said.phrases if phrase.causes and "counted" in phrase.turns), None)
    if so.act is Act.FAILED and named is not None:
        return contradicts("count", named.line)
    strange = next((phrase.line for phrase in said.strange if phrase.has_number), None)
    return unverifiable("count", strange) if strange else None
