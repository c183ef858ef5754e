"""What the documents of all routes say together: how many items there are, which words tell the state of the job."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from harness.proposal import names
from harness.proposal.frames import framed, named
from harness.proposal.identity import Identity
from harness.proposal.shape import Place, is_number, whole
from harness.proposal.stages import ENDED, by_stage
from harness.proposal.state_words import StateWord, meaning, translated
from harness.told.vocabulary import ENDS

MOST_WORDS = 9
FEWEST = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Clues:
    """``job`` is what names the job; ``states`` is our word -> theirs, as ``state_name`` tells it."""

    job: Identity | None
    total: int | None
    states: dict[str, StateWord]
    state_name: str = ""

    @property
    def ended(self) -> bool:
        """Whether the job was seen to end."""
        return any(one.seen for ours, one in self.states.items() if ours in ENDS)

    def says(self, words: Collection[str]) -> bool:
        """Whether all these words are among those for states."""
        return set(words) <= {one.word for one in self.states.values() if one.seen}


@dataclass(frozen=True, kw_only=True, slots=True)
class Timed:
    """The documents of one route as one place, with the moment of each."""

    moments: tuple[int, ...]
    place: Place


def gather(routes: Sequence[Timed], job: Identity | None) -> Clues:
    """The clues in the documents of the routes that follow the job."""
    spoken: dict[str, list[tuple[int, str]]] = {}
    for route in routes:
        for leaf in route.place.leaves():
            if is_state(leaf):
                spoken.setdefault(leaf.name, []).extend(_timed_words(leaf, route.moments))
    name = max(spoken, key=lambda name: _telling(name, spoken[name]), default="")
    words = tuple(dict.fromkeys(word for _, word in sorted(spoken.get(name, ()), key=lambda one: one[0])))
    states = translated(words) if words else {}
    stages = [by_stage(route.place.values, states, name) for route in routes]
    before = [[one for stage, some in told.items() if stage is not ENDED for one in some] for told in stages]
    totals = _all_totals(before, job) or _all_totals([route.place.values for route in routes], job)
    total = max(totals, key=totals.count) if totals else None
    return Clues(job=job, total=total, states=states, state_name=name)


def _all_totals(routes: Iterable[Sequence[Any]], job: Identity | None) -> list[int]:
    """What may be the number of items, as often as it was found. An end may be told in numbers of its own."""
    return [total for documents in routes for total in _totals(whole(documents), job)]


def _timed_words(leaf: Place, moments: Sequence[int]) -> Iterator[tuple[int, str]]:
    return ((at_ms, value) for at_ms, value in zip(moments, leaf.values, strict=True) if isinstance(value, str))


def _telling(name: str, spoken: list[tuple[int, str]]) -> tuple[int, int, bool]:
    """How well a key tells the state: by how many of its words are known, how many there are, what it is called."""
    words = {word for _, word in spoken}
    return (len({meaning(word) for word in words} - {None}), len(words), names.means(name, names.STATES))


def numbers(place: Place) -> tuple[float, ...]:
    """What was there, if it was numbers; else nothing."""
    return place.there if all(is_number(value) for value in place.there) else ()


def rises(values: Sequence[float]) -> bool:
    """Whether it never falls, and does not stay."""
    return len(values) > 1 and all(one <= two for one, two in pairwise(values)) and values[0] < values[-1]


def falls(values: Sequence[float]) -> bool:
    """Whether it never rises, and does not stay."""
    return rises(values[::-1])


def stays(values: Sequence[float]) -> bool:
    """Whether it is always the same."""
    return bool(values) and min(values) == max(values)


def _totals(place: Place, job: Identity | None) -> Iterator[int]:
    """What stays while something beside it rises up to it."""
    found = [column for leaf in place.leaves() for column in _columns(leaf, job)]
    highest = [max(values) for _, values in found if rises(values)]
    for name, values in found:
        if not stays(values) or values[0] < FEWEST or values[0] != int(values[0]):
            continue
        if values[0] in highest or (names.means(name, names.TOTAL) and any(one <= values[0] for one in highest)):
            yield int(values[0])


def _columns(leaf: Place, job: Identity | None) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The numbers of a place: its own, or those in its sentences, each with its name. The id of the job is none."""
    if numbers(leaf) and (job is None or not all(job.is_told(leaf.name, value) for value in leaf.there)):
        yield leaf.name, numbers(leaf)
    said = [value for value in leaf.there if isinstance(value, str)]
    frame = framed([job.replaced(value, "") for value in said] if job else said)
    if frame is not None:
        yield from ((named(frame.words, index), column) for index, column in enumerate(frame.columns))


def is_state(leaf: Place) -> bool:
    """Whether a place tells the state of a job: a few words, each for one stretch of time, or of that name."""
    words = [value for value in leaf.there if isinstance(value, str)]
    if not words or len(words) != len(leaf.there) or not all(_is_word(word) for word in words):
        return False
    stretches = [word for word, _ in groupby(words)]
    known = sum(meaning(word) is not None for word in set(words))
    named = names.means(leaf.name, names.STATES)
    if named and known:
        return True
    return 1 < len(stretches) == len(set(stretches)) <= MOST_WORDS and (named or known > 1)


def _is_word(text: str) -> bool:
    return text.replace("_", "").replace("-", "").replace(" ", "").isalpha() and len(text) <= 30
