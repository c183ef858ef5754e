"""A slot: a name in braces that a template fills from the truth, or from the request."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from harness.facts.truth import Truth
from harness.facts.views import RunView
from harness.scenario.world import World
from harness.told.formats import Sort
from harness.told.vocabulary import Vocabulary


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What a request says: the parts of its path that the route names, its query, headers and body, read."""

    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    header: Mapping[str, str] = field(default_factory=dict)
    body: Any = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """All that a template may tell of: the truth at one moment, the request, and the things that it speaks of."""

    truth: Truth
    at_ms: int
    world: World
    asked: Asked = Asked()
    things: Mapping[str, Any] = field(default_factory=dict)

    def about(self, **things: Any) -> "Scene":
        """The same, about these things."""
        return replace(self, things={**self.things, **things})

    @property
    def job(self) -> RunView | None:
        """The job that is spoken of."""
        job: RunView | None = self.things.get("job")
        return job


Get: TypeAlias = Callable[[Any, Scene], Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """``get`` takes the thing that the slot speaks of, and the scene. ``ticks``: it changes with the clock alone."""

    name: str
    sort: Sort
    doc: str
    get: Get
    words: Vocabulary | None = None
    ticks: bool = False

    def value(self, scene: Scene) -> Any:
        """What the slot holds; None where there is nothing to tell."""
        return self.get(None, scene)

    def over(self, thing: Get) -> "Slot":
        """The same slot, of a part: what it holds is asked of what ``thing`` finds in the whole."""
        get = self.get

        def of_part(whole: Any, scene: Scene) -> Any:
            part = thing(whole, scene)
            return None if part is None else get(part, scene)

        return replace(self, get=of_part)

    def within(self, prefix: str, thing: Get) -> "Slot":
        """The same slot, of a part by its name: ``title`` of a phase becomes ``phase.title``."""
        return replace(self.over(thing), name=f"{prefix}.{self.name}")


def of_scene(prefix: str, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The slots of what the scene has under that name."""
    return tuple(slot.within(prefix, lambda _, scene: scene.things.get(prefix)) for slot in slots)


def text(name: str, doc: str, get: Get) -> Slot:
    """A slot that holds a text."""
    return Slot(name=name, sort=Sort.TEXT, doc=doc, get=get)


def number(name: str, doc: str, get: Get) -> Slot:
    """A slot that holds a whole number."""
    return Slot(name=name, sort=Sort.NUMBER, doc=doc, get=get)


def flag(name: str, doc: str, get: Get) -> Slot:
    """A slot that is true or false."""
    return Slot(name=name, sort=Sort.FLAG, doc=doc, get=get)


def moment(name: str, doc: str, get: Get) -> Slot:
    """A slot that holds a moment of the trial."""
    return Slot(name=name, sort=Sort.MOMENT, doc=doc, get=get)


def duration(name: str, doc: str, get: Get, *, ticks: bool = False) -> Slot:
    """A slot that holds a length of time."""
    return Slot(name=name, sort=Sort.DURATION, doc=doc, get=get, ticks=ticks)


def percent(name: str, doc: str, get: Get) -> Slot:
    """A slot that holds a share in per cent."""
    return Slot(name=name, sort=Sort.PERCENT, doc=doc, get=get)


def word(name: str, doc: str, words: Vocabulary, get: Get) -> Slot:
    """A slot that holds one of a few words."""
    return Slot(name=name, sort=Sort.WORD, doc=doc, get=get, words=words)
