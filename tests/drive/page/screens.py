"""Stored screens as a test needs them: deltas put together, trees as text."""

import json
from collections.abc import Iterable
from typing import Any

Node = dict[str, Any]
ROOT = "1"


class Replay:
    """A tree put together from deltas, as a reader of a stored trial does it."""

    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.announced: list[dict[str, Any]] = []
        self.outside: dict[str, Any] = {}

    def take(self, told: str) -> "Replay":
        """Adds what one flush told."""
        for record in json.loads(told):
            if record["record"] == "announcement":
                self.announced.append(record)
            else:
                self.take_screen(record)
        return self

    def take_announcements(self, told: str) -> "Replay":
        """Adds only what was announced."""
        self.announced += [record for record in json.loads(told) if record["record"] == "announcement"]
        return self

    def take_screen(self, record: dict[str, Any]) -> None:
        """Adds one delta; what is gone must have been there."""
        for number in record["del"]:
            del self.nodes[number]
        self.nodes.update(record["set"])
        self.outside.update({key: record[key] for key in ("url", "title", "lang", "focus") if key in record})

    def lines(self) -> list[str]:
        """The tree, one node or run of text a line."""
        return list(outline(self.nodes, ROOT))

    def text(self) -> str:
        """All that can be read, names and values too."""
        return " | ".join(words(self.nodes, ROOT))

    def unreachable(self) -> set[str]:
        """Nodes that no parent lists: a delta forgot to say that they are gone."""
        return set(self.nodes) - set(reachable(self.nodes, ROOT))

    def only(self, role: str) -> Node:
        """The one node with a role."""
        [found] = [node for node in self.nodes.values() if node["role"] == role]
        return found


def outline(nodes: dict[str, Node], number: str, depth: int = 0) -> Iterable[str]:
    """A tree as indented text, without the numbers of its nodes."""
    node = nodes[number]
    facts = {key: value for key, value in node.items() if key not in {"role", "kids"}}
    yield "  " * depth + " ".join([node["role"], *(f"{key}={value!r}" for key, value in sorted(facts.items()))])
    for kid in node["kids"]:
        if isinstance(kid, str):
            yield "  " * (depth + 1) + f'"{kid}"'
        else:
            yield from outline(nodes, str(kid), depth + 1)


def words(nodes: dict[str, Node], number: str) -> Iterable[str]:
    """What can be read in a node."""
    node = nodes[number]
    yield from filter(None, [node.get("name"), node.get("value", {}).get("text")])
    for kid in node["kids"]:
        yield from [kid] if isinstance(kid, str) else words(nodes, str(kid))


def reachable(nodes: dict[str, Node], number: str) -> Iterable[str]:
    """The numbers of a node and all below it."""
    yield number
    for kid in nodes[number]["kids"]:
        if not isinstance(kid, str):
            yield from reachable(nodes, str(kid))
