"""The lens: what each node of a stored screen claims, and about which run. Pure over tree and names;
sees no truth state.
"""

import re
from dataclasses import dataclass, replace

from harness.core.words import RunKey
from harness.facts.context import (
    cause_over,
    in_body,
    is_brief,
    is_busy_label,
    is_caption,
    is_item,
    is_silenced,
    names_cause,
    phase_of,
)
from harness.facts.jobwords import JobWords
from harness.facts.labels import is_numeric, label_of
from harness.facts.regions import Regions
from harness.facts.tree import Tree
from harness.microcopy.lists import lists_of
from harness.microcopy.reading import Kind, Read, Reading
from harness.microcopy.remarks import Remark, remarks_in

LIVE = frozenset(("status", "alert", "log", "progressbar", "timer", "meter"))
_NOTHING = Read()
_OF_PHASES = frozenset((Kind.COUNT, Kind.ENDED, Kind.PERCENT, Kind.STATE))


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One reading in its place. ``jobs``: ids of the jobs that the place names, none where it names no job."""

    reading: Reading
    jobs: tuple[str, ...]
    role: str
    surface: str
    message: str
    phase: str | None
    listed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What one node says, and the sentences in it that could not be read."""

    said: tuple[Said, ...] = ()
    unread: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """What stands around a node. ``mute``: it belongs to a control, a menu or one item, and claims nothing of a job."""

    jobs: tuple[str, ...] = ()
    live: str = "generic"
    label: str = ""
    run: RunKey | None = None
    phase: str | None = None
    mute: bool = False
    cause: str | None = None
    """The part is about the items of one cause: a count in it counts those."""
    listed: bool = False
    """The part is a row of a list of jobs, which tells of each in brief."""


class Lens:
    """Reads nodes. Keep one for a document: it holds the regions."""

    def __init__(self, words: JobWords) -> None:
        self.words = words
        self.regions = Regions(words)
        self.url = ""
        """Where the page is; it may name the job."""
        self.lists = lists_of(None)
        """The lists for the language that the page says it is in; None where it has none."""
        self.left_over: set[str] = set()
        """What was painted before the page turned to this address, and does not speak of what it names."""
        self._places: dict[str, tuple[object, Place]] = {}

    def look(self, tree: Tree, nid: str, at_ms: int) -> Found:
        """The claims of one node at one moment."""
        node = tree.nodes.get(nid)
        if node is None:
            return Found()
        if "value" in node or "drawn" in node:
            return self._bar(tree, nid, at_ms)
        text = tree.own_text(nid) or (node.get("name", "") if node.get("role") == "img" else "")
        if not text:
            return Found()
        found = self._text(tree, nid, text, at_ms)
        remarks = self.remarks(text)
        if not remarks or is_silenced(tree, nid):
            return found
        return replace(found, jobs=found.jobs or self._jobs(tree, nid, text, at_ms) or (), remarks=remarks)

    def remarks(self, text: str) -> tuple[Remark, ...]:
        """What a text says beside its claims. An item may be called anything, and says nothing."""
        plain = self.words.taught.plainly(text)
        found = remarks_in(plain, self.lists, self.words.titles) if self.lists is not None else ()
        return () if found and self.words.item_in(text) else found

    def _text(self, tree: Tree, nid: str, text: str, at_ms: int) -> Found:
        role = tree.role(nid)
        if names_cause(text):
            return Found()
        if is_busy_label(tree, nid, text):
            return self._busy(text)
        first = self._read(text, role, "")
        if not (first.readings or first.unread or is_numeric(text)):
            return Found()
        place = self._place(tree, nid, text, at_ms)
        if place.mute:
            return Found()
        whole = self._read(text, role, place.label) if place.label else first
        readings = whole.readings if place.cause is None else _narrowed(whole.readings, place.cause)
        said = tuple(self._said(reading, place, place.live, "text", text) for reading in readings)
        unread = () if role == "heading" and not re.search(r"\d", text) else whole.unread
        return Found(said=said, unread=unread, jobs=place.jobs)

    def _busy(self, text: str) -> Found:
        """A button claims nothing but that the press is on its way."""
        sending = (reading for reading in self._read(text, "generic", "").readings if reading.kind is Kind.SENDING)
        place = Place(live="button")
        return Found(said=tuple(self._said(reading, place, "button", "text", text) for reading in sending))

    def _place(self, tree: Tree, nid: str, text: str, at_ms: int) -> Place:
        """What stands around the node; kept until something but a number changes."""
        mark = (tree.generation, self.run_of((), at_ms), self.url, nid in self.left_over)
        held = self._places.get(nid)
        if held is None or held[0] != mark:
            held = self._places[nid] = (mark, self._around(tree, nid, text, at_ms))
        return held[1]

    def _around(self, tree: Tree, nid: str, text: str, at_ms: int) -> Place:
        cause = cause_over(tree, nid)
        if is_silenced(tree, nid) or is_caption(tree, nid) or (cause is None and is_item(tree, nid, self.words)):
            return Place(mute=True)
        jobs = self._jobs(tree, nid, text, at_ms)
        if jobs is None:
            return Place(mute=True)
        key = self.run_of(jobs, at_ms)
        region = next((at for at in tree.ancestors(nid) if at in self.regions.containers), None)
        plain = self.words.without_titles(text)
        row = phase_of(tree, nid, region, plain, self.words, key) if key is not None else None
        return Place(
            jobs=jobs,
            live=next((role for at in (nid, *tree.ancestors(nid)) if (role := tree.role(at)) in LIVE), tree.role(nid)),
            label=label_of(tree, nid, text),
            run=key,
            phase=row.id if row is not None else None,
            cause=cause,
            listed=is_brief(
                tree, next((at for at in (nid, *tree.ancestors(nid)) if at in self.regions.containers), nid)
            ),
        )

    def _jobs(self, tree: Tree, nid: str, text: str, at_ms: int) -> tuple[str, ...] | None:
        """The jobs that the text or its region names; None when it could speak of any of several."""
        own = self.words.named_in(text)
        region = self.regions.of(tree, nid)
        named = region if own and set(region) & set(own) else own or region
        if named:
            return self.words.narrow(named, self.url, at_ms)
        told = self.words.told_by_kind(text, at_ms)
        if told or told is None or nid in self.left_over or not in_body(tree, nid):
            return told
        return self.words.in_address(self.url)

    def _read(self, text: str, role: str, label: str) -> Read:
        return self.words.read(text, role, label)

    def _bar(self, tree: Tree, nid: str, at_ms: int) -> Found:
        node = tree.nodes[nid]
        name = str(node.get("name", ""))
        place = self._place(tree, nid, name, at_ms)
        if place.mute:
            return Found()
        readings, surface = self._bar_readings(node, tree, nid)
        said = tuple(self._said(reading, place, "progressbar", surface, name) for reading in readings)
        return Found(said=said, jobs=place.jobs)

    def _bar_readings(self, node: dict[str, object], tree: Tree, nid: str) -> tuple[tuple[Reading, ...], str]:
        value = node.get("value")
        if isinstance(value, dict):
            told = (
                self._read(str(value["text"]), "progressbar", str(node.get("name", "")))
                if value.get("text")
                else _NOTHING
            )
            return (told.readings + _of_value(value), "bar")
        own = tree.own_text(nid)
        told = self._read(own, "progressbar", "") if own else _NOTHING
        drawn = node.get("drawn")
        if not isinstance(drawn, int | float):
            return told.readings, "text"
        percent = round(float(drawn) * 100, 1)
        return (
            *told.readings,
            Reading(kind=Kind.PERCENT, text=f"a bar drawn to {percent:g} %", value=percent),
        ), "drawn"

    def _said(self, reading: Reading, place: Place, role: str, surface: str, message: str) -> Said:
        phase = self._phase(reading, place) if reading.kind in _OF_PHASES else None
        return Said(
            reading=reading, jobs=place.jobs, role=role, surface=surface, message=message, phase=phase,
            listed=place.listed,
        )  # fmt: skip

    def _phase(self, reading: Reading, place: Place) -> str | None:
        """The phase that the row is about, or that the sentence names; the last one's name is the whole job's too."""
        if place.phase is not None or place.run is None or reading.subject is None:
            return place.phase
        phases = self.words.phases(place.run)
        named = next((phase for phase in phases if reading.subject in phase.forms), None)
        if named is None and reading.kind is Kind.COUNT:
            named = self.words.phase_named(place.run, reading.subject)
        if named is None or (named.last and reading.word not in ("current", "total", "done")):
            return None
        return None if self._is_kind(reading, place.run) else named.id

    def _is_kind(self, reading: Reading, key: RunKey) -> bool:
        kind = self.words.kind_of(key)
        return reading.subject == kind

    def run_of(self, jobs: tuple[str, ...], at_ms: int) -> RunKey | None:
        """The newest run that the place speaks of; of jobs that nobody accepted yet, the first that comes."""
        job = jobs[0] if len(jobs) == 1 else None
        if len(jobs) > 1:
            known = [key for job in jobs if (key := self.words.newest(at_ms, job))]
            return known[-1] if known else None
        if newest := self.words.newest(at_ms, job):
            return newest
        later = self.words.next_after(at_ms, job)
        return later[1] if later else None


def _narrowed(readings: tuple[Reading, ...], cause: str) -> tuple[Reading, ...]:
    """What is said below the name of a cause: "3 items failed" are those of the cause; the rest explains it."""
    counts = (reading for reading in readings if reading.kind is Kind.COUNT and reading.word in ("failed", "skipped"))
    return tuple(replace(reading, cause=reading.cause or cause) for reading in counts if reading.value is not None)


def _of_value(value: dict[str, object]) -> tuple[Reading, ...]:
    """What a bar's value says by itself: a percentage, or so many of so many."""
    now, most, least = value.get("now"), value.get("max"), value.get("min") or 0
    if not isinstance(now, int | float):
        return ()
    if not isinstance(most, int | float) or most == 100:
        return (Reading(kind=Kind.PERCENT, text=f"a bar at {now:g} %", value=now),)
    if most <= 1 or least:
        share = round(100 * (float(now) - float(str(least))) / (float(most) - float(str(least)) or 1), 1)
        return (Reading(kind=Kind.PERCENT, text=f"a bar at {share:g} %", value=share),)
    text = f"a bar at {now:g} of {most:g}"
    return (Reading(kind=Kind.COUNT, word="done", text=text, value=now, total=int(most)),)
