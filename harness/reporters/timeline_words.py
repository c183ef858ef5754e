"""The words of every moment: all that each tab said, line by line, and what was made of each line.

Written as changes: a line is kept once, a change names the places that are new. A page that never stops talking is kept
more coarsely, ``every`` so many ms, so that a report stays one file to open.
"""

import math
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from harness.facts.case import Case
from harness.facts.claims import Claim, Unread
from harness.facts.lines import Line, Shown
from harness.facts.screen import Screen
from harness.microcopy.reading import Kind, Reading
from harness.reporters.thin import thinned
from harness.trace.plain import dumps

MOST_BYTES = 400_000
LEAST_MOMENTS = 4
UNREAD = "?"
_PLAIN = {Kind.AS_OF: "how new it is", Kind.NO_JOBS: "no jobs", Kind.SENDING: "the press is on its way"}
_NAMED = frozenset((Kind.STEP, Kind.QUEUE, Kind.ATTEMPT, Kind.CONNECTION, Kind.ENDED))

Row: TypeAlias = tuple[str, ...]
"""Role, text, what a control states, what was read in it; what is empty at its end is left out."""
Snapshot: TypeAlias = tuple[int, tuple[int, ...]]
"""A moment, and the numbers of the rows that stood from then on."""


def words(case: Case, views: Mapping[int, Sequence[Shown]]) -> dict[str, Any]:
    """What each tab said, from its views in order.

    ``lines`` are all rows; a change is ``[at_ms, [first place, how many go, rows that come...]...]``."""
    tabs = [_Tab(case.screen, tab, held) for tab, held in views.items()]
    most = max((len(tab.moments) for tab in tabs), default=0)
    made = _written(tabs, most, case.end_ms)
    while len(dumps(made)) > MOST_BYTES and most > LEAST_MOMENTS:
        most //= 2
        made = _written(tabs, most, case.end_ms)
    return made


class _Standing:
    """What was read in a tab, moved on from moment to moment."""

    def __init__(self, screen: Screen, tab: int) -> None:
        held: list[Claim | Unread] = [claim for claim in screen.claims(tab=tab) if claim.surface != "announcement"]
        held += [doubt for doubt in screen.unread if doubt.tab == tab]
        self._waiting = deque(sorted(held, key=lambda one: one.at_ms))
        self._now: list[Claim | Unread] = []
        self.by_node: dict[str, list[Claim]] = {}
        self.doubts: list[Unread] = []

    def moments(self) -> set[int]:
        """When something begins or ceases to stand."""
        edges = [edge for held in self._waiting for edge in (held.at_ms, held.until_ms)]
        return {int(edge) for edge in edges if edge != math.inf}

    def to(self, at_ms: int) -> None:
        """Move on; never back."""
        held = len(self._now)
        self._now = [one for one in self._now if at_ms < one.until_ms]
        changed = len(self._now) != held
        while self._waiting and self._waiting[0].at_ms <= at_ms:
            begun = self._waiting.popleft()
            if at_ms < begun.until_ms:
                self._now.append(begun)
                changed = True
        if changed:
            self._sort()

    def _sort(self) -> None:
        self.by_node, self.doubts = {}, [one for one in self._now if isinstance(one, Unread)]
        for one in self._now:
            if isinstance(one, Claim):
                self.by_node.setdefault(one.node, []).append(one)


def _read_in(line: Line, standing: _Standing, homeless: list[Claim]) -> str:
    """What was read in a line: by its node, or by its words where these were drawn again in another node."""
    held = [claim for node in line.nodes for claim in standing.by_node.get(node, ())]
    held = held or [claim for claim in homeless if claim.message == line.text]
    read = dict.fromkeys(read_as(claim.reading) for claim in held)
    doubt = [UNREAD] if any(doubt.text in line.text for doubt in standing.doubts) else []
    return "; ".join([*read, *doubt])


@lru_cache(maxsize=4_096)
def read_as(reading: Reading) -> str:
    """A reading in a few words: ``processed 76 of 197``, ``running``, ``39 %``."""
    kind = _PLAIN.get(reading.kind, str(reading.kind))
    word = reading.word.replace("_", " ") if reading.word else ("" if reading.kind is Kind.PERCENT else kind)
    if reading.kind in _NAMED and reading.word:
        word = f"{kind} {word}"
    number = "" if reading.value is None else f"{reading.value:g}{' %' if reading.kind is Kind.PERCENT else ''}"
    total = "" if reading.total is None else f"of {reading.total}"
    return " ".join(part for part in (word, number, total) if part)


class _Tab:
    """One tab's rows over time."""

    def __init__(self, screen: Screen, tab: int, views: Sequence[Shown]) -> None:
        self.tab = tab
        self.urls = _changes_of((view.at_ms, view.url) for view in views)
        self.moments = list(self._moments(_Standing(screen, tab), views))

    def _moments(self, standing: _Standing, views: Sequence[Shown]) -> Iterator[tuple[int, tuple[Row, ...]]]:
        moments = sorted({view.at_ms for view in views} | standing.moments())
        last: tuple[Row, ...] = ()
        place = -1
        for at_ms in moments:
            while place + 1 < len(views) and views[place + 1].at_ms <= at_ms:
                place += 1
            standing.to(at_ms)
            rows = _rows(views[place], standing) if place >= 0 else ()
            if rows != last:
                yield at_ms, rows
            last = rows


def _rows(view: Shown, standing: _Standing) -> tuple[Row, ...]:
    title = [Line(role="title", text=view.title, nodes=("title",))] if view.title else []
    lines = [*title, *view.lines]
    drawn = {name for line in lines for name in line.nodes}
    homeless = [claim for node, held in standing.by_node.items() if node not in drawn for claim in held]
    return tuple(_row(line, _read_in(line, standing, homeless)) for line in lines)


def _row(line: Line, read: str) -> Row:
    if read:
        return line.role, line.text, line.note, read
    return (line.role, line.text, line.note) if line.note else (line.role, line.text)


def _changes_of(values: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    kept: list[tuple[int, str]] = []
    for at_ms, value in values:
        if not kept or kept[-1][1] != value:
            kept.append((at_ms, value))
    return kept


def _written(tabs: list[_Tab], most: int, end_ms: int) -> dict[str, Any]:
    table: dict[Row, int] = {}
    made = []
    for tab in tabs:
        kept = thinned(tab.moments, end_ms, most)
        snapshots = [(at_ms, tuple(table.setdefault(row, len(table)) for row in rows)) for at_ms, rows in kept]
        every = end_ms // most if len(kept) < len(tab.moments) else 0
        made.append({"tab": tab.tab, "every": every, "urls": tab.urls, "changes": list(_changes(snapshots))})
    return {"lines": list(table), "tabs": made}


def _changes(snapshots: Sequence[Snapshot]) -> Iterator[list[Any]]:
    before: tuple[int, ...] = ()
    for at_ms, rows in snapshots:
        yield [at_ms, *splices(before, rows)]
        before = rows


def splices(before: Sequence[int], after: Sequence[int]) -> list[list[int]]:
    """What makes one list of the other: where, how many go, and what comes in their place."""
    if len(before) == len(after):
        return _replaced(before, after)
    most = min(len(before), len(after))
    head = next((at for at in range(most) if before[at] != after[at]), most)
    tail = next((at for at in range(most - head) if before[-1 - at] != after[-1 - at]), most - head)
    return [[head, len(before) - head - tail, *after[head : len(after) - tail]]]


def _replaced(before: Sequence[int], after: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    last = -2
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if old == new:
            continue
        if at == last + 1:
            found[-1][1] += 1
            found[-1].append(new)
        else:
            found.append([at, 1, new])
        last = at
    return found
