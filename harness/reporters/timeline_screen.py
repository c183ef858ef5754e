"""The lane of what could be perceived: sentences as they changed, announcements, pages.

A sentence belongs to a slot: one node of one document. ``texts`` holds ``[at_ms, slot, sentence]``, with an empty
sentence when the slot is gone; what stands at a moment is the last of each slot. A list of two hundred rows appears at
once and says nothing over time, so a moment gives at most some sentences.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from harness.trace.records import Page, ScreenDelta
from harness.trace.trial import Trial

MOST_SLOTS = 48
STEPS = 300
NEW_TREE = ("open", "reload", "navigate")
WEIGHTS = {"alert": 20, "status": 20, "heading": 10, "cell": -10, "rowheader": -10, "columnheader": -10}
INLINE = frozenset({"link", "button", "img", "time", "strong", "emphasis", "code", "generic"})

Text = tuple[int, str, str]


def screen_lane(trial: Trial) -> dict[str, Any]:
    """What the page showed and said, over time."""
    return {
        "texts": _numbered(_thin(list(_texts(trial)), trial.header.end_ms)),
        "announcements": [[a.at_ms, a.text, a.politeness] for a in trial.announcements],
        "pages": [{"at": page.at_ms, "cause": page.cause, "url": page.url, "tab": page.tab} for page in trial.pages],
    }


class _Tree:
    """The nodes of one document. ``name`` sets its slots apart from those of other documents."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.nodes: dict[str, dict[str, Any]] = {}
        self.said: dict[str, str] = {}
        self.holders: dict[str, str] = {}
        self.roles: dict[str, str] = {}

    def apply(self, delta: ScreenDelta) -> Iterator[Text]:
        self.nodes.update(delta.set_)
        for gone in delta.del_:
            self.nodes.pop(gone, None)
        touched = [*delta.set_, *delta.del_]
        for node in dict.fromkeys([*touched, *(self.holders[kid] for kid in touched if kid in self.holders)]):
            yield from self._change(node, delta.at_ms)

    def _change(self, node: str, at_ms: int) -> Iterator[Text]:
        text = self._sentence(node) if node in self.nodes else ""
        if text != self.said.get(node, ""):
            self.said[node] = text
            yield at_ms, self._slot(node), text

    def _slot(self, node: str) -> str:
        """A name that tells the node's role, also once it is gone."""
        if node in self.nodes:
            self.roles[node] = str(self.nodes[node].get("role", ""))
        return f"{self.roles.get(node, '')}:{self.name}:{node}"

    def leave(self, at_ms: int) -> Iterator[Text]:
        standing = [node for node, text in self.said.items() if text]
        self.said.clear()
        yield from ((at_ms, self._slot(node), "") for node in standing)

    def _sentence(self, node: str) -> str:
        """The node's own words with those of links and buttons inside it; empty when it only holds other nodes."""
        kids = self.nodes[node].get("kids", [])
        if not any(isinstance(kid, str) and kid.strip() for kid in kids):
            return ""
        return re.sub(r"\s+", " ", " ".join(self._words(node, kid) for kid in kids)).strip()

    def _words(self, node: str, kid: str | int) -> str:
        if isinstance(kid, str):
            return kid
        held = self.nodes.get(str(kid), {})
        if held.get("role") not in INLINE:
            return ""
        self.holders[str(kid)] = node
        return self._sentence(str(kid))


def _texts(trial: Trial) -> Iterator[Text]:
    trees: dict[int, _Tree] = {}
    # a page record of the same moment comes first: its tree is the one that the delta fills
    moments: list[Page | ScreenDelta] = sorted(
        [*trial.pages, *trial.screens], key=lambda one: (one.at_ms, isinstance(one, ScreenDelta))
    )
    for number, one in enumerate(moments):
        tree = trees.get(one.tab)
        if isinstance(one, ScreenDelta):
            tree = trees.setdefault(one.tab, tree or _Tree(f"{one.tab}.{number}"))
            yield from tree.apply(one)
        elif one.cause in (*NEW_TREE, "close", "unreachable"):
            yield from tree.leave(one.at_ms) if tree else ()
            trees[one.tab] = _Tree(f"{one.tab}.{number}")


def _thin(texts: list[Text], end_ms: int) -> list[Text]:
    """Few enough: the slots that changed most, and of a counter that ticks the last value of each short span."""
    kept = _busiest(texts)
    bin_ms = max(1, end_ms // STEPS)
    last = {(slot, at_ms // bin_ms, _shape(text)): index for index, (at_ms, slot, text) in enumerate(texts)}
    return [texts[index] for index in sorted(last.values()) if texts[index][1] in kept]


def _busiest(texts: Iterable[Text]) -> frozenset[str]:
    changes: dict[str, int] = {}
    for _, slot, text in texts:
        changes[slot] = changes.get(slot, 0) + bool(text)
    order = sorted(changes, key=lambda slot: -changes[slot] - WEIGHTS.get(slot.partition(":")[0], 0))
    return frozenset(order[:MOST_SLOTS])


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _numbered(texts: list[Text]) -> list[list[Any]]:
    slots = {slot: number for number, slot in enumerate(dict.fromkeys(slot for _, slot, _ in texts))}
    return [[at_ms, slots[slot], text] for at_ms, slot, text in texts]
