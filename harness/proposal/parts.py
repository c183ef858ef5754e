"""What is told of each thing of a list: an item, a phase, a cause with its count."""

import re
from typing import Any

from harness.proposal import names
from harness.proposal.guess import Guess, slot
from harness.proposal.sentences import escaped, is_time
from harness.proposal.shape import Place, is_number
from harness.proposal.state_words import meaning

MOST_STATES = 6
CODE = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)+|[A-Z0-9]+(_[A-Z0-9]+)*")
Names = tuple[tuple[frozenset[str], str], ...]
TEXTS: dict[str, Names] = {
    "item": ((names.CALLED, "name"), (names.REASON, "cause.title"),
             (frozenset(("remedy", "hint", "fix", "advice")), "cause.remedy"), (names.IDS, "id")),
    "phase": ((names.TITLES, "title"), (names.IDS, "id")),
    "cause": ((frozenset(("remedy", "hint", "fix", "advice")), "remedy"), (frozenset(("class", "kind")), "class"),
              (names.REASON | names.TITLES | names.IDS, "title")),
}  # fmt: skip
NUMBERS: dict[str, Names] = {
    "item": ((frozenset(("attempt", "attempts", "tries")), "attempt"),
             (names.IDS | names.THINGS | {"number"}, "number")),
    "phase": ((names.PERCENT, "percent"), (names.DONE, "done"), (names.TOTAL, "total"),
              (frozenset(("number", "index", "order")), "number")),
    "cause": ((names.TOTAL | frozenset(("number", "times", "affected")), "count"),),
}  # fmt: skip
FLAGS: dict[str, Names] = {
    "item": ((frozenset(("retryable", "retriable")), "cause.retryable"), (names.ENDED, "ended")),
    "phase": (),
    "cause": ((frozenset(("retryable", "retriable")), "retryable"), (frozenset(("critical",)), "critical")),
}
USUAL = {"item": ("name", "number"), "phase": ("title", "number"), "cause": ("title", "count")}


def part(merged: Place, thing: str) -> Guess:
    """The template of one thing, from all of them."""
    if not merged.is_object:
        return _as_seen(merged)
    return Guess({one.name: _key(one, thing) for one in merged.fields()})


def _key(place: Place, thing: str) -> Guess:
    values = place.there
    if not values:
        return Guess(None, "it was always null")
    if place.is_object:
        return part(place, thing)
    if all(isinstance(value, bool) for value in values):
        return _named(place, thing, FLAGS) or _as_seen(place)
    if all(is_number(value) for value in values):
        return _named(place, thing, NUMBERS) or slot(f"{thing}.{USUAL[thing][1]}", "a guess: a number")
    if all(isinstance(value, str) for value in values):
        return _text(place, thing)
    return _as_seen(place)


def _text(place: Place, thing: str) -> Guess:
    values = [str(value) for value in place.there]
    if thing != "item" and is_time(values):
        return _time(place.name, thing)
    if len(set(values)) <= MOST_STATES and all(_is_state(value) for value in values):
        return slot(f"{thing}.state", "its words are those of states")
    found = _named(place, thing, TEXTS)
    if found is None:
        return slot(f"{thing}.{USUAL[thing][0]}", "a guess: a text")
    if found.value.endswith("title}") and thing != "phase" and all(CODE.fullmatch(value) for value in values):
        return slot(found.value[1:-1].replace("title", "id"), "by its name, and a code")
    return found


def _is_state(value: str) -> bool:
    return meaning(value) is not None or names.means(value, names.SKIPPED)


def _time(name: str, thing: str) -> Guess:
    which = "finished" if names.means(name, names.FINISHED_AT) else "started"
    return slot(f"{thing}.{which}", "a time, by its name")


def _named(place: Place, thing: str, known: dict[str, Names]) -> Guess | None:
    return next(
        (slot(f"{thing}.{told}", "by its name") for words, told in known[thing] if names.means(place.name, words)), None
    )


def _as_seen(place: Place) -> Guess:
    value: Any = place.there[-1]
    told = escaped(value) if isinstance(value, str) else value
    constant = len({str(one) for one in place.there}) == 1
    return Guess(told, "it was always so" if constant else "what it follows was not found", lost=not constant)
