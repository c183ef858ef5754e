"""The page's tree as it stood: the recorded deltas applied one after the other, and questions about
what is near what.
"""

import re
from collections.abc import Iterator
from typing import Any

from harness.trace.records import ScreenDelta

Node = dict[str, Any]

INLINE = frozenset(("time", "strong", "emphasis", "mark", "code", "insertion", "deletion", "superscript", "subscript"))
QUOTED = frozenset(("link",))
COMMANDS = frozenset(
    ("button", "link", "menuitem", "option", "tab", "checkbox", "radio", "switch", "textbox", "combobox", "searchbox",
     "spinbutton", "slider")
)  # fmt: skip


_DIGITS = re.compile(r"\d+")


def _is_alike(old: Node | None, new: Node) -> bool:
    """Whether two nodes differ in their numbers at most: then what is near what stays too."""
    if old is None or any(old.get(part) != new.get(part) for part in ("role", "name", "href")):
        return False
    before, after = old.get("kids", ()), new.get("kids", ())
    return len(before) == len(after) and all(map(_is_alike_kid, before, after))


def _is_alike_kid(old: str | int, new: str | int) -> bool:
    if old == new:
        return True
    return isinstance(old, str) and isinstance(new, str) and _DIGITS.sub("#", old) == _DIGITS.sub("#", new)


def kids_of(node: Node) -> list[str]:
    """The ids of a node's children, in reading order."""
    return [str(kid) for kid in node.get("kids", ()) if not isinstance(kid, str)]


class Tree:
    """One document. ``nodes`` by id; the root is ``"1"``."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.parents: dict[str, str] = {}
        self.generation = 0
        """Counts the changes that are more than another number in the same sentence."""

    def apply(self, delta: ScreenDelta) -> set[str]:
        """Take in a delta; the ids of the nodes whose own text, value or children changed."""
        if delta.del_ or not all(_is_alike(self.nodes.get(nid), node) for nid, node in delta.set_.items()):
            self.generation += 1
        for nid in delta.del_:
            self.nodes.pop(nid, None)
            self.parents.pop(nid, None)
        for nid, node in delta.set_.items():
            self.nodes[nid] = node
            for kid in node.get("kids", ()):
                if not isinstance(kid, str):
                    self.parents[str(kid)] = nid
        return set(delta.set_) | set(delta.del_)

    def role(self, nid: str) -> str:
        """The node's role; ``generic`` for one that is not there."""
        role: str = self.nodes.get(nid, {}).get("role", "generic")
        return role

    def kids(self, nid: str) -> list[str]:
        """The ids of the node's children, in reading order."""
        return kids_of(self.nodes.get(nid, {}))

    def ancestors(self, nid: str) -> Iterator[str]:
        """The node's ancestors, the nearest first."""
        at: str | None = self.parents.get(nid)
        while at is not None and at in self.nodes:
            yield at
            at = self.parents.get(at)

    def own_text(self, nid: str) -> str:
        """The text that belongs to the node itself: its runs, with inline parts in place and links as quoted names."""
        node = self.nodes.get(nid)
        if node is None:
            return ""
        kids = node.get("kids", ())
        if len(kids) == 1 and isinstance(kids[0], str):
            return kids[0]
        if not any(isinstance(kid, str) and kid.strip() for kid in kids) and not self._all_inline(kids):
            return ""
        return " ".join(part for kid in kids if (part := self._part(kid))).replace(" .", ".").strip(" ·")

    def _all_inline(self, kids: list[Any]) -> bool:
        return bool(kids) and all(not isinstance(kid, str) and self.role(str(kid)) in INLINE for kid in kids)

    def _part(self, kid: str | int) -> str:
        if isinstance(kid, str):
            return kid.strip()
        role = self.role(str(kid))
        if role in INLINE:
            return self.full_text(str(kid))
        if role in QUOTED:
            return f'"{self.full_text(str(kid))}"'
        return "·"

    def full_text(self, nid: str) -> str:
        """All text under the node, parts separated by a space."""
        return " ".join(text for _, text in self.leaves(nid))

    def heading(self, nid: str) -> str:
        """The text of the first heading right inside the node, or in what wraps it there."""
        for kid in self.kids(nid):
            if self.role(kid) == "heading":
                return self.full_text(kid)
            if self.role(kid) == "generic" and (found := self.heading(kid)):
                return found
        return ""

    def leaves(self, nid: str, most: int = 400) -> list[tuple[str, str]]:
        """Every run of text under the node with the id of its holder, at most so many."""
        found: list[tuple[str, str]] = []
        self._collect(nid, found, most)
        return found

    def _collect(self, nid: str, found: list[tuple[str, str]], most: int) -> None:
        node = self.nodes.get(nid, {})
        for kid in node.get("kids", ()):
            if len(found) >= most:
                return
            if isinstance(kid, str):
                if kid.strip():
                    found.append((nid, kid.strip()))
            else:
                self._collect(str(kid), found, most)
        if node.get("role") == "img" and node.get("name"):
            found.append((nid, node["name"]))

    def holder(self, nid: str) -> str:
        """The node whose text this one is part of: itself, or the nearest ancestor that is no inline part."""
        at = nid
        while self.role(at) in INLINE and self.parents.get(at) in self.nodes:
            at = self.parents[at]
        return at
