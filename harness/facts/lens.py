"""The lens: what each node of a stored screen claims, and about which run. Pure over tree and names; sees no truth state."""

from dataclasses import dataclass

from harness.core.words import RunKey
from harness.facts.context import is_item, is_silenced, phase_of
from harness.facts.jobwords import JobWords
from harness.facts.labels import label_of
from harness.facts.regions import Regions
from harness.facts.tree import Tree
from harness.microcopy.reader import read
from harness.microcopy.reading import Kind, Read, Reading

LIVE = frozenset(("status", "alert", "log", "progressbar", "timer", "meter"))
_NOTHING = Read()


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """One reading in its place. ``jobs``: ids of the jobs that the place names, none where it names no job."""

    reading: Reading
    jobs: tuple[str, ...]
    role: str
    surface: str
    message: str
    phase: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What one node says, and the sentences in it that could not be read."""

    said: tuple[Said, ...] = ()
    unread: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()


class Lens:
    """Reads nodes. Keep one for a document: it holds the regions."""

    def __init__(self, words: JobWords) -> None:
        self._words = words
        self.regions = Regions(words)

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
        return self._text(tree, nid, text, at_ms)

    def _text(self, tree: Tree, nid: str, text: str, at_ms: int) -> Found:
        role = tree.role(nid)
        first = self._read(text, role, "")
        if not (first.readings or first.unread) or is_silenced(tree, nid):
            return Found()
        jobs = self._words.named_in(text) or self.regions.of(tree, nid)
        live = next((tree.role(at) for at in (nid, *tree.ancestors(nid)) if tree.role(at) in LIVE), role)
        if is_item(tree, nid, self._words):
            return Found()
        label = label_of(tree, nid, text)
        whole = self._read(text, role, label) if label else first
        said = tuple(self._said(tree, nid, reading, jobs, live, "text", text, at_ms) for reading in whole.readings)
        return Found(said=said, unread=whole.unread, jobs=jobs)

    def _read(self, text: str, role: str, label: str) -> Read:
        return read(text, role, label, self._words.titles)

    def _bar(self, tree: Tree, nid: str, at_ms: int) -> Found:
        node = tree.nodes[nid]
        if is_item(tree, nid, self._words):
            return Found()
        jobs = self.regions.of(tree, nid)
        readings, surface = self._bar_readings(node, tree, nid)
        said = tuple(
            self._said(tree, nid, reading, jobs, "progressbar", surface, node.get("name", ""), at_ms)
            for reading in readings
        )
        return Found(said=said, jobs=jobs)

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

    def _said(
        self,
        tree: Tree,
        nid: str,
        reading: Reading,
        jobs: tuple[str, ...],
        role: str,
        surface: str,
        text: str,
        at_ms: int,
    ) -> Said:
        return Said(
            reading=reading,
            jobs=jobs,
            role=role,
            surface=surface,
            message=text,
            phase=self._phase(tree, nid, reading, jobs, text, at_ms),
        )

    def _phase(
        self, tree: Tree, nid: str, reading: Reading, jobs: tuple[str, ...], text: str, at_ms: int
    ) -> str | None:
        if reading.kind not in (Kind.COUNT, Kind.ENDED, Kind.PERCENT, Kind.STATE):
            return None
        key = self.run_of(jobs, at_ms)
        if key is None:
            return None
        region = next((at for at in tree.ancestors(nid) if at in self.regions.containers), None)
        row = phase_of(tree, nid, region, text, self._words, key)
        if row is not None:
            return row.id
        named = next(
            (phase for phase in self._words.phases(key) if reading.subject and reading.subject in phase.forms), None
        )
        if (
            named is None
            or (named.last and reading.word not in ("current", "total", "done"))
            or self._is_kind(reading, key)
        ):
            return None
        return named.id

    def _is_kind(self, reading: Reading, key: RunKey) -> bool:
        kind = self._words.kind_of(key)
        return reading.subject == kind

    def run_of(self, jobs: tuple[str, ...], at_ms: int) -> RunKey | None:
        """The newest run that the place speaks of; of jobs that nobody accepted yet, the first that comes."""
        job = jobs[0] if len(jobs) == 1 else None
        if len(jobs) > 1:
            known = [key for job in jobs if (key := self._words.newest(at_ms, job))]
            return known[-1] if known else None
        later = self._words.next_after(at_ms, job)
        return self._words.newest(at_ms, job) or (later[1] if later else None)


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
