"""One tab's deltas replayed: every sentence with the span in which it stood. Only what changed is read again."""

import math
import re
from dataclasses import dataclass, field

from harness.facts.context import part_of
from harness.facts.jobwords import JobWords
from harness.facts.lens import LIVE, Found, Lens, Said
from harness.facts.tree import INLINE, Node, Tree, kids_of
from harness.facts.visibility import Visibility
from harness.microcopy.lists import lists_of
from harness.microcopy.remarks import Remark
from harness.trace.records import Page, ScreenDelta
from harness.trace.trial import Trial

_NEAR = 8
"""A container with at most so many children is read whole when one of them changes: labels stand beside numbers."""


@dataclass(slots=True)
class Stood:
    """One thing said by one node from a moment to another. ``view`` counts documents and their addresses."""

    said: Said
    node: str
    from_ms: int
    view: int
    until_ms: float = math.inf


@dataclass(slots=True)
class Doubted:
    """One unread sentence of one node."""

    text: str
    jobs: tuple[str, ...]
    role: str
    where: str
    from_ms: int
    view: int
    until_ms: float = math.inf


@dataclass(slots=True)
class Noted:
    """One remark of one node, of the title or of an announcement."""

    remark: Remark
    jobs: tuple[str, ...]
    role: str
    surface: str
    text: str
    from_ms: int
    view: int
    until_ms: float = math.inf


@dataclass(slots=True)
class _Live:
    found: Found
    stood: list[Stood] = field(default_factory=list)
    doubted: list[Doubted] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)


class Replay:
    """``stood``, ``doubted`` and ``noted`` of one tab after ``run``; ``named`` holds the views in which some region
    named a job.
    """

    def __init__(self, trial: Trial, tab: int, words: JobWords, visibility: Visibility) -> None:
        self.tab = tab
        self.stood: list[Stood] = []
        self.doubted: list[Doubted] = []
        self.noted: list[Noted] = []
        self.named: set[int] = set()
        self._trial = trial
        self._words = words
        self._live: dict[str, _Live] = {}
        self._view = 0
        self._url = ""
        self._title: Stood | None = None
        self._title_noted: list[Noted] = []
        self._lang: str | None = None
        self._begin()

    def run(self) -> "Replay":
        """Replay everything, documents and deltas in the order of time; a document first."""
        events: list[tuple[int, int, int, Page | ScreenDelta]] = []
        for index, page in enumerate(self._trial.pages):
            if page.tab == self.tab and page.cause in ("open", "reload", "navigate", "close", "unreachable"):
                events.append((page.at_ms, 0, index, page))
        for index, delta in enumerate(self._trial.screens):
            if delta.tab == self.tab:
                events.append((delta.at_ms, 1, index, delta))
        for at_ms, _, _, event in sorted(events, key=lambda held: held[:3]):
            if isinstance(event, Page):
                self._document(event.url, at_ms)
            else:
                self._delta(event)
        self._announcements()
        return self

    def _begin(self) -> None:
        self._tree = Tree()
        self._lens = Lens(self._words)
        self._lens.url = self._url
        self._lens.lists = lists_of(self._lang)

    def _document(self, url: str, at_ms: int) -> None:
        for nid in list(self._live):
            self._close(nid, at_ms)
        self._close_title(at_ms)
        self._view += 1
        self._url = url
        self._lang = None
        self._begin()

    def _delta(self, delta: ScreenDelta) -> None:
        if delta.lang is not None:
            self._lang = delta.lang
            self._lens.lists = lists_of(delta.lang)
        if delta.url is not None and self._leads_elsewhere(delta.url):
            self._view += 1
            self._url = self._lens.url = delta.url
            self._lens.left_over = set(self._tree.nodes)
        old = {nid: node for nid in delta.set_ if (node := self._tree.nodes.get(nid))}
        before = self._tree.generation
        changed = self._tree.apply(delta)
        self._lens.left_over -= changed
        words_changed = self._tree.generation != before
        gone = self._gone(old) if words_changed else set()
        for nid in gone:
            self._drop(nid, delta.at_ms)
        moved = self._lens.regions.note(self._tree, changed | gone)
        if self._lens.regions.containers:
            self.named.add(self._view)
        affected = set(self._tree.nodes) if moved else self._near(changed, words_changed)
        for nid in affected | (changed & self._live.keys()):
            self._look(nid, delta.at_ms)
        if delta.title is not None:
            self._say_title(delta.title, delta.at_ms)

    def _leads_elsewhere(self, url: str) -> bool:
        """Another path or another job; a filter or a page number in the query is the same view."""
        job = self._words.in_address
        return _path(url) != _path(self._url) or job(url) != job(self._url)

    def _gone(self, old: dict[str, Node]) -> set[str]:
        """The children that nodes have no more."""
        return {kid for nid, node in old.items() for kid in set(kids_of(node)).difference(self._tree.kids(nid))}

    def _drop(self, nid: str, at_ms: int) -> None:
        if self._tree.parents.get(nid) in self._tree.nodes and nid in self._tree.kids(self._tree.parents[nid]):
            return  # it only moved to another parent
        self._close(nid, at_ms)
        for kid in self._tree.kids(nid):
            self._drop(kid, at_ms)
        self._tree.nodes.pop(nid, None)

    def _near(self, changed: set[str], words_changed: bool) -> set[str]:
        near: set[str] = set()
        for nid in changed:
            if nid not in self._tree.nodes:
                continue
            holder = self._tree.holder(nid)
            near |= {nid, holder}
            if not words_changed:
                continue  # another number in the same sentence changes nothing for its neighbours
            parent = self._tree.parents.get(holder)
            if parent is None:
                continue
            if self._tree.role(nid) == "link":
                near.add(parent)
            kids = self._tree.kids(parent)
            if len(kids) <= _NEAR and self._tree.role(parent) not in ("main", "table", "list"):
                near.update(kids)
        return near

    def _look(self, nid: str, at_ms: int) -> None:
        inline = (
            self._tree.role(nid) in INLINE
            and self._tree.holder(nid) != nid
            and self._tree.own_text(self._tree.parents[nid])
        )
        found = Found() if inline else self._lens.look(self._tree, nid, at_ms)
        live = self._live.get(nid)
        if live is not None and live.found == found:
            return
        kept = self._close(nid, at_ms, keep=found) if live is not None else []
        if not (found.said or found.unread or found.remarks):
            return
        live = self._live[nid] = _Live(found=found)
        for said in found.said:
            stood = next((held for held in kept if held.said == said), None) or Stood(said, nid, at_ms, self._view)
            live.stood.append(stood)
        if found.unread:
            role = self._tree.role(nid)
            where = part_of(self._tree, nid)
            live.doubted = [Doubted(text, found.jobs, role, where, at_ms, self._view) for text in found.unread]
        if found.remarks:
            text = self._tree.own_text(nid)
            role = next((held for at in self._tree.ancestors(nid) if (held := self._tree.role(at)) in LIVE), "")
            live.noted = [
                Noted(remark, found.jobs, role or self._tree.role(nid), "text", text, at_ms, self._view)
                for remark in found.remarks
            ]

    def _close(self, nid: str, at_ms: int, keep: Found | None = None) -> list[Stood]:
        live = self._live.pop(nid, None)
        if live is None:
            return []
        kept = [stood for stood in live.stood if stood.said in keep.said] if keep is not None and keep.said else []
        for stood in live.stood:
            if stood not in kept:
                stood.until_ms = at_ms
                self.stood.append(stood)
        for doubted in live.doubted:
            doubted.until_ms = at_ms
            self.doubted.append(doubted)
        self._end_notes(live.noted, at_ms)
        return kept

    def _end_notes(self, noted: list[Noted], at_ms: float) -> None:
        for note in noted:
            note.until_ms = at_ms
        self.noted += noted

    def _close_title(self, at_ms: int) -> None:
        if self._title is not None:
            self._title.until_ms = at_ms
            self.stood.append(self._title)
        self._end_notes(self._title_noted, at_ms)
        self._title, self._title_noted = None, []

    def _say_title(self, title: str, at_ms: int) -> None:
        self._close_title(at_ms)
        named = self._words.named_in(title)
        for remark in self._lens.remarks(title):
            self._title_noted.append(Noted(remark, named, "title", "title", title, at_ms, self._view))
        readings = self._words.read(title, "title").readings
        jobs = self._words.narrow(named, self._url, at_ms)
        if readings and jobs is not None:
            said = Said(
                reading=readings[0],
                jobs=jobs,
                role="title",
                surface="title",
                message=title,
                phase=None,
            )
            self._title = Stood(said, "title", at_ms, self._view)

    def _announcements(self) -> None:
        self._finish()
        for held in self._trial.announcements:
            if held.tab != self.tab:
                continue
            jobs = self._announced(held.text, held.at_ms)
            for remark in self._lens.remarks(held.text):
                view = self._view_at(held.at_ms)
                note = Noted(remark, jobs or (), "status", "announcement", held.text, held.at_ms, view, held.at_ms)
                self.noted.append(note)
            if jobs is None:
                continue
            for reading in self._words.read(held.text, "status").readings:
                said = Said(
                    reading=reading, jobs=jobs, role="status", surface="announcement", message=held.text, phase=None
                )
                self.stood.append(Stood(said, "announcement", held.at_ms, self._view_at(held.at_ms), held.at_ms))

    def _announced(self, text: str, at_ms: int) -> tuple[str, ...] | None:
        """The job of an announcement, which has no place; None when it could be about any of several."""
        if self._words.names_several(text):
            return None
        if named := self._words.named_in(text):
            return self._words.narrow(named, "", at_ms)
        return None if self._words.is_ambiguous(text, at_ms) else self._words.told_by_kind(text, at_ms)

    def _finish(self) -> None:
        for live in self._live.values():
            self.stood += live.stood
            self.doubted += live.doubted
            self.noted += live.noted
        self.noted += self._title_noted
        if self._title is not None:
            self.stood.append(self._title)
        self._live, self._title = {}, None

    def _view_at(self, at_ms: int) -> int:
        return next((held.view for held in self.stood if held.from_ms <= at_ms < held.until_ms), self._view)


def _path(url: str) -> str:
    return re.sub(r"[?#].*$", "", re.sub(r"^\w+://[^/]+", "", url)) + (url.partition("#")[2] if "#/" in url else "")
