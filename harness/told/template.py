"""A template: JSON in which slots stand for what is so. ``fill`` gives the JSON of one scene."""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from harness.told.expressions import Value
from harness.told.formats import in_text
from harness.told.slots import Scene
from harness.told.sources import Source
from harness.told.vocabulary import key

NULL = "null"


class Omit:
    """The place of a value that is left out, with its key."""


OMIT = Omit()


class Node(Protocol):
    """A part of a template."""

    def fill(self, scene: Scene) -> Any:
        """Its JSON at that scene; OMIT where it is left out."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that is always the same."""

    value: Any

    def fill(self, scene: Scene) -> Any:
        """The value."""
        return self.value


@dataclass(frozen=True, slots=True)
class Text:
    """Words with slots in them. Where a slot holds nothing, nothing is said at all."""

    pieces: tuple[str | Value, ...]
    escaped: bool = False

    def fill(self, scene: Scene) -> Any:
        """The text, or None."""
        filled = [piece if isinstance(piece, str) else self._told(piece.fill(scene)) for piece in self.pieces]
        return None if None in filled else "".join(word for word in filled if word is not None)

    def _told(self, value: Any) -> str | None:
        if value is None:
            return None
        return html.escape(in_text(value)) if self.escaped else in_text(value)


@dataclass(frozen=True, slots=True)
class Fields:
    """An object."""

    fields: tuple[tuple[str, Node], ...]

    def fill(self, scene: Scene) -> Any:
        """The object, without what is left out."""
        filled = ((name, node.fill(scene)) for name, node in self.fields)
        return {name: value for name, value in filled if value is not OMIT}


@dataclass(frozen=True, slots=True)
class Row:
    """A list."""

    nodes: tuple[Node, ...]

    def fill(self, scene: Scene) -> Any:
        """The list, without what is left out."""
        return [value for node in self.nodes if (value := node.fill(scene)) is not OMIT]


@dataclass(frozen=True, slots=True)
class Join:
    """Pieces put together to one text; those that hold nothing are passed over."""

    pieces: Node
    between: str = ""

    def fill(self, scene: Scene) -> Any:
        """The text."""
        return self.between.join(_flat(self.pieces.fill(scene)))


def _flat(value: Any) -> list[str]:
    if value is None or value is OMIT:
        return []
    if isinstance(value, list):
        return [piece for one in value for piece in _flat(one)]
    return [in_text(value)]


@dataclass(frozen=True, slots=True)
class Switch:
    """What a case says of the value of a slot; null where none does."""

    value: Value
    cases: Mapping[str, Node]

    def fill(self, scene: Scene) -> Any:
        """The case, filled."""
        case = self.case(own(self.value, scene))
        return None if case is None else case.fill(scene)

    def case(self, word: str) -> Node | None:
        """What is told of a word of the slot."""
        words = self.value.slot.words
        case = key(word, self.cases, words.instead if words else {})
        return None if case is None else self.cases[case]


def own(value: Value, scene: Scene) -> str:
    """What a slot holds, as a key of YAML would be written."""
    held = value.slot.value(scene) if value.slot.words else value.fill(scene)
    return NULL if held is None else in_text(held)


@dataclass(frozen=True, slots=True)
class Condition:
    """One line of ``where`` or ``when``: a slot, and what it may be. What the request leaves open excludes nothing."""

    value: Value
    wanted: tuple[Node, ...]

    def holds(self, scene: Scene) -> bool:
        """Whether the slot holds what is wanted, in its own word or as the back end tells it."""
        filled = [(node, node.fill(scene)) for node in self.wanted]
        wanted = [word for node, word in filled if word not in (None, "") or isinstance(node, Fixed)]
        told = {own(self.value, scene), in_text(self.value.fill(scene))}
        return not wanted or any(in_text(word) in told for word in wanted)

    def wants(self, word: str) -> bool:
        """Whether a word of the slot is named, in its own word or as the back end tells it."""
        fixed = {in_text(node.value) for node in self.wanted if isinstance(node, Fixed)}
        return bool({word, in_text(self.value.form(word))} & fixed)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The things of a source that fulfil all conditions."""

    source: Source
    where: tuple[Condition, ...] = ()

    def scenes(self, scene: Scene) -> list[Scene]:
        """One scene for each."""
        scenes = (scene.about(**{self.source.thing: thing}) for thing in self.source.things(scene))
        return [one for one in scenes if all(condition.holds(one) for condition in self.where)]


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are."""

    chosen: Chosen

    def fill(self, scene: Scene) -> Any:
        """The number."""
        return len(self.chosen.scenes(scene))


@dataclass(frozen=True, kw_only=True, slots=True)
class Each:
    """One value for each thing: a list, or an object where each has a ``key``."""

    chosen: Chosen
    told: Node
    key: Node | None = None
    reversed: bool = False
    limit: Node = Fixed(None)
    offset: Node = Fixed(None)
    page: Node = Fixed(None)

    def fill(self, scene: Scene) -> Any:
        """The list or the object, without what is left out."""
        scenes = self._part(self.chosen.scenes(scene), scene)
        told = [(one, value) for one in scenes if (value := self.told.fill(one)) is not OMIT]
        if self.key is None:
            return [value for _, value in told]
        return {in_text(self.key.fill(one)): value for one, value in told}

    def _part(self, scenes: list[Scene], scene: Scene) -> list[Scene]:
        """The page that was asked for."""
        scenes = scenes[::-1] if self.reversed else scenes
        limit, page = _count(self.limit.fill(scene)), _count(self.page.fill(scene))
        first = _count(self.offset.fill(scene)) or 0
        if limit is None:
            return scenes[first:]
        first += limit * (max(page, 1) - 1) if page is not None else 0
        return scenes[first : first + limit]


def _count(told: Any) -> int | None:
    """A number as a file or a query writes it; None for anything else."""
    word = in_text(told)
    return int(word) if word.isascii() and word.isdigit() else None
