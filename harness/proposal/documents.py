"""From the documents of one route to the template of its answer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from harness.proposal import names
from harness.proposal.clues import Clues
from harness.proposal.counts import number
from harness.proposal.guess import Guess, slot
from harness.proposal.parts import part
from harness.proposal.sections import section
from harness.proposal.sentences import escaped, text
from harness.proposal.shape import Place, is_number, whole
from harness.proposal.state_words import StateWord, meaning, translated
from harness.scenario.world import JobKind
from harness.told.vocabulary import ENDS

MOST_STATES = 9
ENDINGS: dict[str, Any] = {"succeeded": True, "failed": False, "cancelled": False}


@dataclass(frozen=True)
class Reader:
    """Reads the documents of all routes. ``tables`` are the tables of words that it needs beside ``states:``."""

    clues: Clues
    tables: dict[str, dict[str, StateWord]] = field(default_factory=dict)

    def template(self, documents: Sequence[Any]) -> Guess:
        """The template that these answers follow, one after another."""
        return self._guess(whole(documents))

    def _guess(self, place: Place) -> Guess:
        if place.is_object:
            return self._object(place)
        return self._list(place) if place.is_list else self._leaf(place)

    def _object(self, place: Place) -> Guess:
        told = Guess({one.name: self._guess(one) for one in place.fields()})
        under = section(place.path[-1:])
        if under is None or None not in place.values:
            return told
        cases = Guess({"null": Guess(None), "default": told})
        return Guess({"switch": Guess(under.told, "null at times"), "cases": cases})

    def _leaf(self, place: Place) -> Guess:
        values = place.there
        if not values:
            return Guess(None, "it was always null")
        under = section(place.path[:-1])
        found = (under.key(place.name) if under else None) or self._by_value(place, values)
        if found is None:
            return _as_seen(place)
        is_late = place.values[0] is None and isinstance(found.value, str)
        return Guess(found.value, f"{found.why}; null at first") if is_late else found

    def _by_value(self, place: Place, values: tuple[Any, ...]) -> Guess | None:
        if all(isinstance(value, bool) for value in values):
            return self._flag(place, values)
        if names.means(place.name, names.KINDS) and set(values) <= set(JobKind):
            return slot("job.kind", "by its name")
        job = self.clues.job
        if job is not None and all(job.is_told(place.name, value) for value in values):
            return slot("job.id", "the id of the job")
        found = self._by_movement(place, values)
        if found is None and job is not None and {str(value) for value in values} == {job.id}:
            return slot("job.id", "it was the id of the job, and follows no count")
        return found

    def _by_movement(self, place: Place, values: tuple[Any, ...]) -> Guess | None:
        if all(is_number(value) for value in values):
            return number(place.name, values, self.clues)
        if all(isinstance(value, str) for value in values):
            return self._state(place, values) or text(place.name, values, self.clues)
        return None

    def _state(self, place: Place, values: tuple[str, ...]) -> Guess | None:
        """The state of the job, in the words of ``states:``, or in words that only this key has."""
        words = tuple(dict.fromkeys(values))
        known = all(meaning(word) is not None for word in words) and len(words) <= MOST_STATES
        named = names.means(place.name, names.STATES | names.RESULTS | names.STAGES)
        late = None in place.values
        if not late and (place.name == self.clues.state_name or (named and self.clues.says(words))):
            return slot("job.state", "by states:")
        if not (named and known and self.clues.states):
            return None
        told = {ours: one for ours, one in translated(words).items() if ours in ENDS or not late}
        self.tables.setdefault(place.name, {}).update(told)
        return slot(f"job.state | {place.name}", "words of its own, under tables:")

    def _flag(self, place: Place, values: tuple[bool, ...]) -> Guess | None:
        if names.means(place.name, names.FAILED) and not any(values):
            return _by_state({"failed": True, "default": False}, "by its name; it was always false")
        if names.means(place.name, names.SUCCEEDED) and (values[-1] or not self.clues.ended):
            return _by_state({**ENDINGS, "default": None if None in place.values else False}, "by its name")
        if names.means(place.name, names.ENDED) or (not values[0] and values[-1]):
            return slot("job.ended", "it became true at the end" if values[-1] else "by its name")
        return None

    def _list(self, place: Place) -> Guess:
        longest = max(place.there, key=len)
        if not longest:
            return Guess([], "it was always empty")
        if not all(isinstance(one, dict) for value in place.there for one in value):
            return self._of_scalars(place, longest)
        if place.is_constant and not names.means(place.name, names.PHASES | names.CAUSES):
            return Guess([self.template([one]) for one in longest], "it was always so")
        elements = [one for value in place.there for one in value]
        job = self.clues.job
        of_job = [one for one in elements if job is not None and job.may_list(place.name) and job.is_of(one)]
        if of_job:
            return _each("jobs", {}, self.template(of_job), "the job is in it")
        return _of_things(place, elements, longest)

    def _of_scalars(self, place: Place, longest: list[Any]) -> Guess:
        if names.means(place.name, names.CAUSES) and all(isinstance(one, str) for one in longest):
            told = Guess("{item.name}: {item.cause.title}", f'a guess; it was "{longest[0]}"')
            return _each("items", {"item.state": Guess("failed")}, told, "by its name")
        if place.is_constant:
            return Guess([Guess(one) for one in longest], "it was always so")
        return Guess([], "it changed, and what it follows was not found", lost=True)


def _as_seen(place: Place) -> Guess:
    last = place.there[-1]
    value = escaped(last) if isinstance(last, str) else last
    if place.is_constant:
        return Guess(value, "it was always so")
    return Guess(value, "it changed, and what it follows was not found: as it was last", lost=True)


def _by_state(cases: dict[str, Any], why: str) -> Guess:
    told = {case: Guess(value) for case, value in cases.items()}
    return Guess({"switch": Guess("job.state", why), "cases": Guess(told)})


def _of_things(place: Place, elements: Sequence[dict[str, Any]], longest: list[dict[str, Any]]) -> Guess:
    merged = whole(elements)
    if names.means(place.name, names.PHASES) and len({len(value) for value in place.there}) == 1:
        return _each("phases", {}, part(merged, "phase"), "always as many, by its name")
    counted = any(is_number(value) for one in longest for value in one.values())
    if names.means(place.name, names.CAUSES) and counted:
        return _each("causes", _only_failed(elements, "cause"), part(merged, "cause"), "causes with how many")
    named = names.means(place.name, names.FAILED | names.CAUSES)
    where = {"item.state": Guess("failed", "by its name")} if named else _only_failed(elements, "item")
    return _each("items", where, part(merged, "item"), f"up to {len(longest)} of them")


def _only_failed(elements: Sequence[dict[str, Any]], thing: str) -> dict[str, Guess]:
    """Whether only such as failed are told: so they say, or nothing else is said."""
    states = {meaning(value) for one in elements for value in one.values() if isinstance(value, str)} - {None}
    skips = any(isinstance(value, str) and "skip" in value.lower() for one in elements for value in one.values())
    fits = states == {"failed"} and not skips if thing == "item" else not skips
    return {f"{thing}.state": Guess("failed", "as all of them were")} if fits else {}


def _each(source: str, where: dict[str, Guess], told: Guess, why: str) -> Guess:
    filtered = {"where": Guess(where)} if where else {}
    return Guess({"each": Guess(source, why), **filtered, "as": told})
